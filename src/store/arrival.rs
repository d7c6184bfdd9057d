//! What lies in the folder, looked at before the engine opens the file: it would play any log that has the right name,
//! remove one beside an empty file, and make a file of nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use super::error::{OpenError, explain};
use super::log_tie::{self, Tie};
use super::schema::{APPLICATION_ID, NUMBER};
use super::waiting::pause;
use crate::domain::trouble::Trouble;
use crate::whole_file::beside;

/// What the caller means to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Make it when it is not there, read and write.
    Full,
    /// Only look: the file must be there and stays as it is.
    ReadOnly,
}

/// How the engine calls the log, and the rollback journal of a file that has no log.
pub(super) const LOG: &str = "-wal";
pub(super) const JOURNAL: &str = "-journal";

/// The head of a log; one that is no longer holds nothing.
pub(super) const LOG_HEAD: u64 = 32;

/// How often a file is read again that makes no sense and does not change: for some ten milliseconds.
const TRIES: i32 = 5;

/// What a desk leaves in its folder once it is used: with one of these an empty file is no first start.
const SIGNS_OF_USE: [&str; 4] = ["config.toml", "log", "papers", "spool"];

/// How the engine may open the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// There is nothing yet, or a file into which nothing was written.
    New,
    /// The file is this program's, which never has a rollback journal, and there is one: another file's. Looked at once more
    /// when that is gone.
    StrangeJournal,
    Used {
        /// Whether the log at hand is another file's.
        has_strange_log: bool,
        /// Whether the file was copied from a desk in use without its log.
        lacks_log: bool,
    },
}

/// Looks, and changes nothing.
///
/// # Errors
/// What is there is no file of this program, or is not whole.
pub(super) fn look(path: &Path, access: Access) -> Result<Arrival, OpenError> {
    let denied = |error: &io::Error| OpenError::Denied { path: path.to_owned(), reason: error.into() };
    let length = match fs::metadata(path) {
        Ok(of) if of.is_file() => Some(of.len()),
        Ok(_) => return Err(denied(&io::ErrorKind::IsADirectory.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(denied(&error)),
    };
    let has_log = has_log(path);
    match length {
        None if has_log => Err(OpenError::LogAlone { path: path.to_owned() }),
        // Another console may have made the file meanwhile, and be at work.
        Some(0) if (has_log || is_used(path)) && fs::metadata(path).is_ok_and(|of| of.len() == 0) => {
            Err(OpenError::Emptied { path: path.to_owned() })
        }
        None | Some(0) if access == Access::ReadOnly => Err(OpenError::Absent { path: path.to_owned() }),
        None | Some(0) => Ok(Arrival::New),
        Some(length) => look_inside(path, length, has_log),
    }
}

fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, LOG)).is_ok_and(|of| of.len() > LOG_HEAD)
}

fn has_journal(path: &Path) -> bool {
    fs::metadata(beside(path, JOURNAL)).is_ok_and(|of| of.len() > 0)
}

fn is_used(path: &Path) -> bool {
    let folder = path.parent().unwrap_or(Path::new("."));
    SIGNS_OF_USE.iter().any(|sign| folder.join(sign).exists())
}

fn look_inside(path: &Path, length: u64, begun: bool) -> Result<Arrival, OpenError> {
    let has_no_log = !beside(path, LOG).exists();
    let alone = Seen::without_log(path);
    // Another console may have begun one meanwhile, and brought a part of it into the file.
    let has_log = begun || (alone.is_err() && has_log(path));
    // The engine would play it into the file, whatever it is. That of a file that was never made whole is its own.
    if alone.as_ref().is_ok_and(Seen::is_ours) && has_journal(path) {
        return Ok(Arrival::StrangeJournal);
    }
    if !has_log {
        let alone = alone.map_err(|error| explain(path, &error))?;
        alone.must_be_ours(path)?;
        if !length.is_multiple_of(alone.page_size) {
            return Err(OpenError::Damaged { path: path.to_owned(), reason: Trouble::Malformed });
        }
        let lacks_log = has_no_log && alone.tie.is_some_and(|tie| tie.is_in_use);
        return Ok(Arrival::Used { has_strange_log: false, lacks_log });
    }
    let both = match Seen::with_log(path) {
        // Other consoles work with the file and its log: whatever they are, they are open.
        Err(error) if is_busy(&error) => {
            // A console that was killed while it brought the log in leaves a file that is broken alone.
            if let Ok(alone) = &alone {
                alone.must_be_ours(path)?;
            }
            return Ok(Arrival::Used { has_strange_log: false, lacks_log: false });
        }
        both => both,
    };
    let has_strange_log = match (&alone, &both) {
        (Ok(alone), Ok(both)) => !log_tie::fits(alone.tie, alone.last_entry, both.tie),
        // A file that is whole by itself and is not with the log. One that is being written to disk may be broken alone.
        (Ok(alone), Err(_)) if alone.is_ours() => is_whole(path),
        _ => false,
    };
    let seen = if has_strange_log { alone } else { both }.map_err(|error| explain(path, &error))?;
    seen.must_be_ours(path)?;
    let lacks_log = has_strange_log && seen.tie.is_some_and(|tie| tie.is_in_use);
    Ok(Arrival::Used { has_strange_log, lacks_log })
}

/// What a file says of itself.
pub(super) struct Seen {
    application: i64,
    version: i64,
    tables: i64,
    page_size: u64,
    pub(super) tie: Option<Tie>,
    /// The last entry of the journal, where it can be read.
    pub(super) last_entry: Option<i64>,
    /// The mark of the desk, where it can be read.
    pub(super) desk: Option<String>,
}

impl Seen {
    /// The file by itself, as the disk has it. No lock is taken and nothing is made.
    /// Through the engine: a file that this program opened by itself would take the engine's locks with it when it is
    /// closed.
    ///
    /// Another console may be writing into the file just now: what makes no sense is read again for as long as it changes.
    pub(super) fn without_log(path: &Path) -> rusqlite::Result<Self> {
        let mark = || fs::metadata(path).ok().map(|of| (of.modified().ok(), of.len()));
        let (mut last, mut tries) = (mark(), 0);
        loop {
            let seen = alone(path).and_then(|connection| Self::read(&connection));
            let makes_sense = seen.as_ref().is_ok_and(|seen| seen.is_blank() || seen.tie.is_some());
            if makes_sense || tries == TRIES {
                return seen;
            }
            pause(tries);
            let now = mark();
            tries = if now == last { tries + 1 } else { 0 };
            last = now;
        }
    }

    /// As the engine would see it with its log, for which it would have to be alone. The index of the log is made in
    /// memory, and the log stays when the file is closed.
    fn with_log(path: &Path) -> rusqlite::Result<Self> {
        // The engine asks for write access before it takes a lock that keeps others out.
        let connection = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.busy_handler(None)?;
        connection.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        Self::read(&connection)
    }

    fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let reading = connection.unchecked_transaction()?;
        let ask = |sql| reading.query_row(sql, [], |row| row.get::<_, i64>(0));
        let mut seen = Self {
            application: ask("PRAGMA application_id")?,
            version: ask("PRAGMA user_version")?,
            tables: ask("SELECT count(*) FROM sqlite_schema")?,
            page_size: u64::try_from(ask("PRAGMA page_size")?).unwrap_or(1).max(1),
            tie: None,
            last_entry: None,
            desk: None,
        };
        if seen.is_ours() && seen.version == NUMBER {
            seen.tie = log_tie::read(&reading).optional()?;
            seen.last_entry = ask("SELECT coalesce(max(id), 0) FROM journal").ok();
            let mark = "SELECT value FROM setting WHERE key = 'file'";
            seen.desk = reading.query_row(mark, [], |row| row.get(0)).ok();
        }
        Ok(seen)
    }

    pub(super) fn is_ours(&self) -> bool {
        self.application == APPLICATION_ID
    }

    pub(super) fn is_blank(&self) -> bool {
        self.tables == 0 && self.version == 0 && self.application == 0
    }

    fn must_be_ours(&self, path: &Path) -> Result<(), OpenError> {
        let path = || path.to_owned();
        match self.version {
            _ if self.is_blank() => Ok(()),
            _ if !self.is_ours() => Err(OpenError::Foreign { path: path() }),
            found if found > NUMBER => Err(OpenError::Newer { path: path(), found, known: NUMBER }),
            found if found < NUMBER => Err(OpenError::Older { path: path(), found, known: NUMBER }),
            _ => Ok(()),
        }
    }
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// The file by itself, as it lies.
pub(super) fn alone(path: &Path) -> rusqlite::Result<Connection> {
    let flags = flags(OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI);
    Connection::open_with_flags(as_it_lies(path), flags)
}

/// The engine's own check of the file by itself.
fn is_whole(path: &Path) -> bool {
    let ask = |connection: Connection| {
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
    };
    alone(path).and_then(ask).is_ok_and(|said| said == "ok")
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// The address under which the engine reads a file as it lies: without its log, without a lock.
fn as_it_lies(path: &Path) -> String {
    use std::fmt::Write;
    let mut address = String::from("file:");
    let text = path.as_os_str().as_encoded_bytes();
    // A drive letter must stand behind a slash, or it would be the name of another PC.
    if cfg!(windows) && path.is_absolute() {
        address.push_str("///");
    }
    for byte in text {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b'-' | b'_' | b'.' | b'~' | b':' => address.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            byte => drop(write!(address, "%{byte:02X}")),
        }
    }
    address + "?mode=ro&immutable=1"
}

/// Gives a log or journal that is another file's a name of its own, with the day on which it was last written, and takes a
/// log's index away. Says the name.
///
/// # Errors
/// It stays where it is.
pub(super) fn set_aside(path: &Path, ending: &str) -> io::Result<PathBuf> {
    let log = beside(path, ending);
    let written = fs::metadata(&log)?.modified()?;
    let day = chrono::DateTime::<chrono::Local>::from(written).format("%Y-%m-%d");
    let name = |nth: u32| match nth {
        1 => beside(&log, &format!(".{day}")),
        nth => beside(&log, &format!(".{day}-{nth}")),
    };
    let free = (1..1_000).map(name).find(|name| !name.exists()).unwrap_or_else(|| name(1));
    fs::rename(&log, &free)?;
    if ending == JOURNAL {
        return Ok(free);
    }
    match fs::remove_file(beside(path, "-shm")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(free),
    }
}
