//! A file read or written as a whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::domain::trouble::Trouble;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    Absent,
    /// A folder, a pipe, a device: reading it might never end.
    NotPlain,
    TooLarge {
        /// How many bytes such a file may have.
        most: u64,
    },
    /// No UTF-8.
    NotText,
    /// The system's reason.
    Denied(Trouble),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Absent,
            _ => Self::Denied(error.into()),
        }
    }
}

/// Opens a plain file of at most `most` bytes for reading. Every file that a person may name is opened by this.
///
/// # Errors
/// It is not there, not plain, too large, or may not be read.
pub fn open(path: &Path, most: u64) -> Result<File, Unread> {
    // Asked first: some devices act when they are opened. Asked again below: it may have been changed meanwhile.
    judge(&fs::metadata(path)?, most)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        // A pipe would not open before somebody writes to it.
        i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0),
    );
    let file = options.open(path)?;
    judge(&file.metadata()?, most)?;
    Ok(file)
}

fn judge(of: &fs::Metadata, most: u64) -> Result<(), Unread> {
    if !of.is_file() {
        return Err(Unread::NotPlain);
    }
    if of.len() > most { Err(Unread::TooLarge { most }) } else { Ok(()) }
}

/// The bytes of a plain file of at most `most` bytes.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
    bytes(open(path, most)?, most)
}

/// What a stream brings, at most `most` bytes.
///
/// # Errors
/// It brings more, or breaks off.
pub fn bytes(stream: impl Read, most: u64) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    stream.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Unread::TooLarge { most }) } else { Ok(bytes) }
}

/// The text of bytes, without the mark that Windows' editor puts before it.
///
/// # Errors
/// [`Unread::NotText`].
pub fn text(bytes: Vec<u8>) -> Result<String, Unread> {
    let mut text = String::from_utf8(bytes).map_err(|_| Unread::NotText)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The text of a plain file of at most `most` bytes.
///
/// # Errors
/// As [`read`] and [`text`].
pub fn read_text(path: &Path, most: u64) -> Result<String, Unread> {
    text(read(path, most)?)
}

/// Writes beside the file, onto the disk, and then in its place: a reader, and a power cut, find the old or the
/// new one, never half of one.
///
/// # Errors
/// When it cannot be written. The file is as it was, and nothing half-written is left beside it.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_by(path, |file| file.write_all(bytes))
}

/// The same of a file that is too large to be held in memory.
///
/// # Errors
/// As [`write()`], or what `fill` returns.
pub fn write_by(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let partial = beside(path, ".partial");
    let written = File::create(&partial)
        .and_then(|mut file| fill(&mut file).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // Gone already, or never made: either is as it should be.
        let _ = fs::remove_file(&partial);
    }
    written
}

/// The path of a file beside this one, whose name goes on with `ending`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut longer = OsString::from(path);
    longer.push(ending);
    PathBuf::from(longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_file_under_its_limit_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        assert_eq!(read(&path, 8), Err(Unread::Absent));
        fs::write(&path, "12345678").unwrap();
        assert_eq!(read(&path, 8), Ok(b"12345678".to_vec()));
        assert_eq!(read(&path, 7), Err(Unread::TooLarge { most: 7 }));
        assert_eq!(read(folder.path(), 7), Err(Unread::NotPlain));
        // Ten gigabytes of nothing: looked at, not read.
        File::create(&path).unwrap().set_len(10_000_000_000).unwrap();
        assert_eq!(read(&path, 1_000_000), Err(Unread::TooLarge { most: 1_000_000 }));
        fs::write(&path, [0xef, 0xbb, 0xbf, b'a']).unwrap();
        assert_eq!(read_text(&path, 8), Ok("a".to_owned()));
        fs::write(&path, [0xff, 0xfe]).unwrap();
        assert_eq!(read_text(&path, 8), Err(Unread::NotText));
    }

    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_not_begun() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        for path in [&pipe, &link, Path::new("/dev/zero"), Path::new("/dev/tty")] {
            assert_eq!(read(path, 100), Err(Unread::NotPlain), "{}", path.display());
        }
        assert_eq!(bytes(io::repeat(0), 100), Err(Unread::TooLarge { most: 100 }));
    }
}
