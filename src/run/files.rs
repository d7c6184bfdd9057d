//! Papers as files beside those that were printed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::trouble::Trouble;
use crate::whole_file;

/// The folder for papers within the desk's data folder.
const PAPERS: &str = "papers";

/// The most files of one name; then something is wrong.
const MOST: u32 = 999;

/// Writes files into the folder of papers, each whole, and never over one that is there: an official may have edited it.
/// Says which folder, or what went wrong.
pub(super) fn keep(desk: &Path, files: &[(String, Vec<u8>)]) -> Result<String, Trouble> {
    let folder = desk.join(PAPERS);
    let write = || -> io::Result<()> {
        fs::create_dir_all(&folder)?;
        files.iter().try_for_each(|(name, bytes)| whole_file::write(&free(&folder, name)?, bytes))
    };
    write().map(|()| folder.display().to_string()).map_err(Trouble::from)
}

/// The first name that no file has: `tally-2026-11.docx`, `tally-2026-11-2.docx` …
fn free(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..=MOST).map(|number| folder.join(format!("{stem}-{number}.{extension}")));
    std::iter::once(folder.join(name))
        .chain(numbered)
        .find(|path| !path.exists())
        .ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_left_as_it_is() {
        let desk = tempfile::tempdir().unwrap();
        let of = |text: &str| vec![("tally-2026-11.docx".to_owned(), text.as_bytes().to_vec())];
        for text in ["first", "second", "third"] {
            let folder = keep(desk.path(), &of(text)).unwrap();
            assert_eq!(Path::new(&folder), desk.path().join(PAPERS));
        }
        let read = |name: &str| fs::read_to_string(desk.path().join(PAPERS).join(name)).unwrap();
        assert_eq!(read("tally-2026-11.docx"), "first");
        assert_eq!(read("tally-2026-11-3.docx"), "third");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let desk = tempfile::tempdir().unwrap();
        fs::write(desk.path().join(PAPERS), "in the way").unwrap();
        assert!(keep(desk.path(), &[("a.csv".to_owned(), Vec::new())]).is_err());
    }
}
