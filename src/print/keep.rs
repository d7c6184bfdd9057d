//! Keeping a paper as a file: whole, durable, and never over one that may have been signed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Local, TimeZone};

use crate::domain::Stamp;
use crate::domain::printing::Fault;

/// The folder for papers within the desk's data folder.
pub(super) const PAPERS: &str = "papers";

/// The most papers of one name; then something is wrong, and the last one is replaced rather than the disk filled.
const MOST: u32 = 999;

/// A paper to be kept.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub file_name: &'a str,
    pub bytes: &'a [u8],
    pub made: Stamp,
}

/// Writes a paper into a folder that is there, and says where it lies.
///
/// It is written under another name, flushed to the disk and then renamed, so that at any moment there is the old file or
/// the new one and never a part of one.
pub(super) fn keep(folder: &Path, sheet: Sheet) -> Result<PathBuf, Fault> {
    if !is_plain(sheet.file_name) {
        return Err(Fault::Name(sheet.file_name.to_owned()));
    }
    let path = free_path(folder, sheet);
    // Two consoles may keep a paper at once.
    let part = folder.join(format!(".{}.{:08x}.part", sheet.file_name, fastrand::u32(..)));
    let kept =
        write(&part, sheet).and_then(|()| fs::rename(&part, &path)).and_then(|()| flush_folder(folder));
    if kept.is_err() {
        // What could not be finished is worth nothing; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&part);
    }
    kept.map_err(|error| unwritten(&path, &error))?;
    Ok(path)
}

/// Keeps a paper in the desk's own folder of papers, which is made when it is not there.
pub(super) fn keep_at_desk(desk: &Path, sheet: Sheet) -> Result<PathBuf, Fault> {
    if !is_plain(sheet.file_name) {
        return Err(Fault::Name(sheet.file_name.to_owned()));
    }
    let folder = desk.join(PAPERS);
    fs::create_dir_all(&folder).map_err(|error| unwritten(&folder, &error))?;
    keep(&folder, sheet)
}

/// The fault of a file that could not be written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Fault {
    Fault::Write { path: path.to_owned(), reason: error.into() }
}

fn write(part: &Path, sheet: Sheet) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(part)?;
    file.write_all(sheet.bytes)?;
    if let Some(made) = system_time(sheet.made) {
        // A file system that cannot keep the time keeps the paper all the same.
        let _ = file.set_modified(made);
    }
    file.sync_all()
}

/// Makes a new name durable, where folders can be flushed.
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Where the paper goes: to its own name when that is free or holds an older one made on the same day, else to the
/// first such name with a number.
fn free_path(folder: &Path, sheet: Sheet) -> PathBuf {
    let (stem, extension) = match sheet.file_name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (sheet.file_name, String::new()),
    };
    let numbered = (2..=MOST).map(|number| folder.join(format!("{stem}-{number}{extension}")));
    let mut last = folder.join(sheet.file_name);
    for next in numbered {
        if gives_way(&last, sheet.made) {
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

    fn kept(desk: &Path, pdf: &str, made: Stamp) -> Result<PathBuf, Fault> {
        keep_at_desk(desk, Sheet { file_name: "tally-2026-11-21.pdf", bytes: pdf.as_bytes(), made })
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
            kept(folder.path(), pdf, made).unwrap();
        }
        assert_eq!(names(folder.path()), ["tally-2026-11-21-2.pdf", "tally-2026-11-21.pdf"]);
        let read = |name: &str| fs::read_to_string(folder.path().join(PAPERS).join(name)).unwrap();
        assert_eq!(read("tally-2026-11-21.pdf"), "evening");
        assert_eq!(read("tally-2026-11-21-2.pdf"), "monday again");
        // An older paper does not take the place of a newer one.
        kept(folder.path(), "noon", day.at(11, 40)).unwrap();
        assert_eq!(read("tally-2026-11-21.pdf"), "evening");
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["", "../x.pdf", "a/b.pdf", "c:\\x.pdf", ".x", "-o.pdf", "a\nb.pdf"] {
            let sheet = Sheet { file_name: name, bytes: b"x", made: Stamp::from_seconds(0) };
            assert_eq!(keep_at_desk(folder.path(), sheet), Err(Fault::Name(name.to_owned())));
        }
        assert!(!folder.path().join(PAPERS).exists());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(PAPERS), "in the way").unwrap();
        let fault = kept(folder.path(), "x", Stamp::from_seconds(0)).unwrap_err();
        assert!(matches!(fault, Fault::Write { path, .. } if path.ends_with(PAPERS)));
    }
}
