//! Keeping a paper as a file: whole, durable, and never over one that may have been signed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Local, TimeZone};

use super::{Fault, Job};
use crate::domain::Stamp;

/// The folder for papers within the desk's data folder.
const PAPERS: &str = "papers";

/// The most papers of one name; then something is wrong, and the last one is replaced rather than the disk filled.
const MOST: u32 = 999;

/// Writes a paper into the folder of papers and says where it lies.
///
/// It is written under another name, flushed to the disk and then renamed, so that at any moment there is the old file or
/// the new one and never a part of one.
pub(super) fn keep(job: &Job) -> Result<PathBuf, Fault> {
    if !is_plain(&job.file_name) {
        return Err(Fault::Name(job.file_name.clone()));
    }
    let folder = job.folder.join(PAPERS);
    let fault = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| Fault::Write { path, reason: error.to_string() }
    };
    fs::create_dir_all(&folder).map_err(fault(&folder))?;
    let path = free_path(&folder, job);
    // Two consoles may keep a paper at once.
    let part = folder.join(format!(".{}.{}.part", job.file_name, std::process::id()));
    let kept = write(&part, job).and_then(|()| fs::rename(&part, &path)).and_then(|()| flush_folder(&folder));
    if kept.is_err() {
        // What could not be finished is worth nothing; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&part);
    }
    kept.map_err(fault(&path))?;
    Ok(path)
}

fn write(part: &Path, job: &Job) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(part)?;
    file.write_all(&job.pdf)?;
    if let Some(made) = system_time(job.made) {
        // A file system that cannot keep the time keeps the paper all the same.
        let _ = file.set_modified(made);
    }
    file.sync_all()
}

/// Makes the new name durable, where folders can be flushed.
fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Where the paper goes: to its own name when that is free or holds an older one made on the same day, else to the
/// first such name with a number.
fn free_path(folder: &Path, job: &Job) -> PathBuf {
    let (stem, extension) = match job.file_name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (job.file_name.as_str(), String::new()),
    };
    let numbered = (2..=MOST).map(|number| folder.join(format!("{stem}-{number}{extension}")));
    let mut last = folder.join(&job.file_name);
    for next in numbered {
        if gives_way(&last, job.made) {
            break;
        }
        last = next;
    }
    last
}

/// Whether a paper made at that moment may be written to that path.
fn gives_way(path: &Path, made: Stamp) -> bool {
    let Ok(modified) = fs::metadata(path).and_then(|about| about.modified()) else { return true };
    let kept = Stamp::from(DateTime::<Local>::from(modified).naive_local());
    kept.day() == made.day() && kept <= made
}

/// The system's time of a moment on the desk's wall clock; `None` when that moment does not exist there.
fn system_time(at: Stamp) -> Option<SystemTime> {
    Local.from_local_datetime(&at.date_time()).earliest().map(SystemTime::from)
}

/// Whether a name is one file name and nothing that leads elsewhere.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(['.', '-'])
        && name
            .chars()
            .all(|c| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    fn job(folder: &Path, pdf: &str, made: Stamp) -> Job {
        Job {
            title: "motcua".to_owned(),
            file_name: "tally-2026-11-21.pdf".to_owned(),
            pdf: pdf.as_bytes().to_vec(),
            folder: folder.to_owned(),
            made,
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder.join(PAPERS))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_newer_paper_of_the_same_day_takes_the_place_and_a_later_day_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let day: Day = "2026-11-21".parse().unwrap();
        for (pdf, made) in [
            ("noon", day.at(11, 40)),
            ("evening", day.at(17, 5)),
            ("monday", day.plus_days(2).at(8, 0)),
            ("monday again", day.plus_days(2).at(8, 1)),
        ] {
            keep(&job(folder.path(), pdf, made)).unwrap();
        }
        assert_eq!(names(folder.path()), ["tally-2026-11-21-2.pdf", "tally-2026-11-21.pdf"]);
        let read = |name: &str| fs::read_to_string(folder.path().join(PAPERS).join(name)).unwrap();
        assert_eq!(read("tally-2026-11-21.pdf"), "evening");
        assert_eq!(read("tally-2026-11-21-2.pdf"), "monday again");
        // An older paper does not take the place of a newer one.
        keep(&job(folder.path(), "noon", day.at(11, 40))).unwrap();
        assert_eq!(read("tally-2026-11-21.pdf"), "evening");
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["", "../x.pdf", "a/b.pdf", "c:\\x.pdf", ".x", "-o.pdf", "a\nb.pdf"] {
            let job = Job { file_name: name.to_owned(), ..job(folder.path(), "x", Stamp::from_seconds(0)) };
            assert_eq!(keep(&job), Err(Fault::Name(name.to_owned())));
        }
        assert!(!folder.path().join(PAPERS).exists());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(PAPERS), "in the way").unwrap();
        let fault = keep(&job(folder.path(), "x", Stamp::from_seconds(0))).unwrap_err();
        assert!(matches!(fault, Fault::Write { path, .. } if path.ends_with(PAPERS)));
    }
}
