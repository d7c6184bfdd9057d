//! Whether the open file is still the one that its name stands for.
//!
//! The engine writes to what it opened, whatever has become of the name: a file that was removed, renamed or replaced
//! under an open desk would take every deed and lose it. On Windows nobody can do that to an open file.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::beside;
use super::error::Swap;

/// The file, its write-ahead log and the log's index, as they were when the desk opened them.
#[derive(Debug)]
pub(super) struct Identity {
    file: (PathBuf, Mark),
    /// How long the file was then. It only grows: a shorter one was written over.
    least: u64,
    log: (PathBuf, Mark),
    index: (PathBuf, Mark),
}

impl Identity {
    /// Of a file that is open with its log.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let one = |path: PathBuf| fs::metadata(&path).map(|of| (path, Mark::of(&of)));
        Ok(Self {
            file: one(path.to_owned())?,
            least: fs::metadata(path)?.len(),
            log: one(beside(path, "-wal"))?,
            index: one(beside(path, "-shm"))?,
        })
    }

    /// Looks whether all three are still what they were: a few microseconds. Says how long the log is.
    pub(super) fn look(&self) -> Result<u64, Swap> {
        match found(&self.file) {
            Found::Same(file) if file.len() >= self.least => {}
            Found::Gone => return Err(Swap::FileGone),
            Found::Same(_) | Found::Another => return Err(Swap::FileReplaced),
        }
        match (found(&self.log), found(&self.index)) {
            (Found::Same(log), Found::Same(_)) => Ok(log.len()),
            (Found::Another, _) | (_, Found::Another) => Err(Swap::LogReplaced),
            _ => Err(Swap::LogGone { is_saved: false }),
        }
    }
}

enum Found {
    Same(Metadata),
    /// Also when it cannot be looked at: the disk was pulled out.
    Gone,
    Another,
}

fn found((path, mark): &(PathBuf, Mark)) -> Found {
    match fs::metadata(path) {
        Ok(of) if Mark::of(&of) == *mark => Found::Same(of),
        Ok(_) => Found::Another,
        Err(_) => Found::Gone,
    }
}

/// By which a file is told from another one of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark(u64, u64);

impl Mark {
    #[cfg(unix)]
    fn of(file: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(file.dev(), file.ino())
    }

    #[cfg(windows)]
    fn of(file: &Metadata) -> Self {
        use std::os::windows::fs::MetadataExt;
        Self(file.creation_time(), 0)
    }
}
