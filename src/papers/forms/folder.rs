//! The folder of the office's own forms: what lies in it, and the built-in forms written there to be edited.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{FOLDER, FlawKind, FormFlaw, Forms, MOST_BYTES, built_in, file_name};
use crate::whole_file::{self, Unread};

/// What has become of a built-in form that was to be written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// It is there now.
    Written,
    /// It was there already, as it comes with the program.
    Unchanged,
    /// A file that was changed is there, and was left as it is.
    Kept,
}

/// The file of a form in a data folder.
pub fn file_in(data: &Path, name: &str) -> PathBuf {
    data.join(FOLDER).join(file_name(name))
}

/// Writes the built-in form of a name where it can be edited. A file that was changed is written over only when `over`
/// says so.
pub fn export(data: &Path, name: &str, over: bool) -> io::Result<Exported> {
    let text = built_in(name).ok_or(io::ErrorKind::NotFound)?;
    let path = file_in(data, name);
    fs::create_dir_all(data.join(FOLDER))?;
    match whole_file::read(&path, MOST_BYTES) {
        Ok(bytes) if bytes == text.as_bytes() => return Ok(Exported::Unchanged),
        Err(Unread::Absent) => {}
        // What cannot be read is not known to be the program's own either.
        _ if !over => return Ok(Exported::Kept),
        _ => {}
    }
    whole_file::write(&path, text.as_bytes()).map(|()| Exported::Written)
}

/// The files of the office's own forms, by name, and a flaw for each file that no paper is called after.
pub fn own_files(data: &Path) -> io::Result<(Vec<PathBuf>, Vec<FormFlaw>)> {
    let entries = match fs::read_dir(data.join(FOLDER)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((Vec::new(), Vec::new())),
        Err(error) => return Err(error),
    };
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_toml).collect();
    files.sort();
    let mut unused = Vec::new();
    files.retain(|path| {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let is_known = Forms::names().any(|known| known == name);
        if !is_known {
            let file = format!("{FOLDER}/{}", file_name(&name));
            unused.push(FormFlaw { file, line: 0, what: FlawKind::NoSuchForm(name) });
        }
        is_known
    });
    Ok((files, unused))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::forms::{TALLY, UNION};

    #[test]
    fn a_changed_file_is_left_unless_it_may_be_written_over() {
        let data = tempfile::tempdir().unwrap();
        let path = file_in(data.path(), TALLY);
        assert_eq!(export(data.path(), TALLY, false).unwrap(), Exported::Written);
        assert_eq!(fs::read_to_string(&path).unwrap(), built_in(TALLY).unwrap());
        assert_eq!(export(data.path(), TALLY, false).unwrap(), Exported::Unchanged);
        fs::write(&path, "mine").unwrap();
        assert_eq!(export(data.path(), TALLY, false).unwrap(), Exported::Kept);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(export(data.path(), TALLY, true).unwrap(), Exported::Written);
        assert_eq!(fs::read_to_string(&path).unwrap(), built_in(TALLY).unwrap());
        assert!(export(data.path(), "../tally", true).is_err());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error() {
        let data = tempfile::tempdir().unwrap();
        fs::write(data.path().join(FOLDER), "in the way").unwrap();
        assert!(export(data.path(), TALLY, true).is_err());
    }

    #[test]
    fn a_file_that_no_paper_is_called_after_is_told() {
        let data = tempfile::tempdir().unwrap();
        assert_eq!(own_files(data.path()).unwrap(), (Vec::new(), Vec::new()));
        export(data.path(), UNION, false).unwrap();
        fs::write(data.path().join(FOLDER).join("old.toml"), "").unwrap();
        fs::write(data.path().join(FOLDER).join("notes.txt"), "").unwrap();
        let (files, unused) = own_files(data.path()).unwrap();
        assert_eq!(files, [file_in(data.path(), UNION)]);
        let what = FlawKind::NoSuchForm("old".to_owned());
        assert_eq!(unused, [FormFlaw { file: "forms/old.toml".to_owned(), line: 0, what }]);
    }
}
