//! Whether the open file is still the one that its name stands for.
//!
//! The engine writes to what it opened, whatever has become of the name: a file that was removed, renamed or replaced
//! under an open desk would take every deed and lose it. On Windows nobody can do that to an open file.

use std::cell::Cell;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::{Connection, ErrorCode};

use super::arrival::Seen;
use super::error::Swap;
use super::{arrival, log_tie};
use crate::whole_file::beside;

/// The file, its write-ahead log and the log's index, as they were when the desk opened them.
#[derive(Debug)]
pub(super) struct Identity {
    file: (PathBuf, Mark),
    /// How long the file was then. It only grows: a shorter one was written over.
    least: u64,
    log: (PathBuf, Mark),
    index: (PathBuf, Mark),
    /// The mark of the desk, which the file of another one has not.
    desk: String,
    /// The file as it was when it was last known to be the desk's.
    known: Cell<Option<Known>>,
}

/// A file may be written over in its place. Whoever writes into it in the proper way brings the log in, a few times an hour:
/// only after that it is read.
#[derive(Clone, Copy, Debug)]
struct Known {
    written: Option<SystemTime>,
    length: u64,
    /// The last entry of the journal in the file alone. It only grows.
    entry: i64,
    /// Whether the file can be judged at all. One that is damaged cannot: that is told by the look through it.
    is_readable: bool,
}

impl Identity {
    /// Of a file that is open with its log, and of the desk that has this mark.
    pub(super) fn of(path: &Path, desk: String) -> io::Result<Self> {
        let one = |path: PathBuf| fs::metadata(&path).map(|of| (path, Mark::of(&of)));
        Ok(Self {
            file: one(path.to_owned())?,
            least: fs::metadata(path)?.len(),
            log: one(beside(path, "-wal"))?,
            index: one(beside(path, "-shm"))?,
            desk,
            known: Cell::default(),
        })
    }

    /// Looks whether all three are still what they were: a few microseconds, but for the first time after somebody wrote into
    /// the file. Says how long the log is.
    pub(super) fn look(&self, connection: &Connection) -> Result<u64, Swap> {
        let file = match found(&self.file) {
            Found::Same(file) if file.len() >= self.least => file,
            Found::Gone => return Err(Swap::FileGone),
            Found::Same(_) | Found::Another => return Err(Swap::FileReplaced),
        };
        let log = match (found(&self.log), found(&self.index)) {
            (Found::Same(log), Found::Same(_)) => log.len(),
            (Found::Another, _) | (_, Found::Another) => return Err(Swap::LogReplaced),
            _ => return Err(Swap::LogGone { is_saved: false }),
        };
        let (written, length) = (file.modified().ok(), file.len());
        let known = self.known.get();
        if known.is_none_or(|known| known.written != written || known.length != length) {
            let before = known.unwrap_or(Known { written, length, entry: 0, is_readable: true });
            self.look_inside(connection, log, Known { written, length, ..before }, known.is_none())?;
        }
        Ok(log)
    }

    /// Reads in the file alone whose it is and how far it goes.
    fn look_inside(
        &self,
        connection: &Connection,
        log: u64,
        known: Known,
        is_first: bool,
    ) -> Result<(), Swap> {
        let alone = match Seen::without_log(&self.file.0) {
            Ok(alone) => alone,
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                return Err(Swap::FileReplaced);
            }
            // With a log it may be that a console was killed while it brought that in.
            Err(_) if is_first || !known.is_readable || log > arrival::LOG_HEAD => {
                self.known.set(Some(Known { is_readable: false, ..known }));
                return Ok(());
            }
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
                return Err(Swap::FileReplaced);
            }
            Err(_) => return Ok(()),
        };
        // A new file holds nothing until its log goes into it.
        if alone.is_blank() {
            self.known.set(Some(known));
            return Ok(());
        }
        let entry = alone.last_entry.unwrap_or(0);
        if !alone.is_ours() || alone.desk.as_ref() != Some(&self.desk) || entry < known.entry {
            return Err(Swap::FileReplaced);
        }
        // An empty log says nothing of the file.
        if log > arrival::LOG_HEAD {
            // After the file: others may go on meanwhile, and a file does not go on before its log.
            let Ok(both) = log_tie::read(connection) else { return Ok(()) };
            if !log_tie::fits(alone.tie, alone.last_entry, Some(both)) {
                return Err(Swap::FileReplaced);
            }
        }
        self.known.set(Some(Known { entry, is_readable: true, ..known }));
        Ok(())
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
