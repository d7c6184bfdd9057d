//! Opening the file: what it must be, and how the engine is set.

use std::cell::Cell;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::is_disk_full;
use super::schema::{self, APPLICATION_ID, NUMBER};
use super::{OpenError, Store, StoreError};

/// What the caller means to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Make it when it is not there, read and write.
    Full,
    /// Only look: the file must be there and stays as it is.
    ReadOnly,
}

/// Four consoles that write at once wait milliseconds; after so many tries, five seconds at the least, something is
/// wrong.
const TRIES: i32 = 2_500;

/// Waits for the console that writes just now; says whether to try again.
///
/// The engine's own pauses grow to a tenth of a second, and whoever has waited long is passed by consoles that come
/// just then: on a busy machine one of four that work without a break could wait until it gave up. Short pauses give
/// all the same chance; their lengths differ so that two do not always wake together.
#[allow(clippy::disallowed_methods, reason = "another process has the file: there is no event to wait for")]
fn wait(tries: i32) -> bool {
    let pause = 1 + tries.rem_euclid(7) / 2;
    std::thread::sleep(Duration::from_millis(u64::try_from(pause).unwrap_or(1)));
    tries < TRIES
}

/// How often a console tries to turn a new file to the write-ahead log beside others that do the same.
const ATTEMPTS: u32 = 20;

impl Store {
    /// Opens the file, and makes it where `access` allows.
    ///
    /// # Errors
    /// The file is left as it was when it is damaged, another program's, or has the tables of an older or newer motcua.
    pub fn open(path: &Path, access: Access) -> Result<Self, OpenError> {
        let fresh = !path.exists();
        if fresh && access == Access::ReadOnly {
            return Err(OpenError::Absent { path: path.to_owned() });
        }
        if fresh {
            private::create(path)
                .map_err(|error| OpenError::Denied { path: path.to_owned(), reason: error.to_string() })?;
        }
        // The engine opens a file that may not be written for reading, without a word, and gives the same mode to the
        // log it makes beside it: asked first, so that the log does not stay locked when the file is set right.
        if access == Access::Full && fs::metadata(path).is_ok_and(|of| of.permissions().readonly()) {
            return Err(not_writable(path));
        }
        let explain = |error: rusqlite::Error| explain(path, &error);
        let flags = match access {
            Access::Full => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut connection =
            Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(explain)?;
        connection.busy_handler(Some(wait)).map_err(explain)?;
        // A plan is made once. Without this the engine makes it anew for each number in a LIMIT.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(explain)?;
        let Marks { application, version, tables } = Marks::read(&connection).map_err(explain)?;
        let is_empty = tables == 0 && version == 0 && application == 0;
        if !is_empty && application != APPLICATION_ID {
            return Err(OpenError::Foreign { path: path.to_owned() });
        }
        if version > NUMBER {
            return Err(OpenError::Newer { path: path.to_owned(), found: version, known: NUMBER });
        }
        if version < NUMBER && !is_empty {
            return Err(OpenError::Older { path: path.to_owned(), found: version, known: NUMBER });
        }
        if tables == 0 && access == Access::ReadOnly {
            // Made by a console that was stopped before it had written anything.
            return Err(OpenError::Absent { path: path.to_owned() });
        }
        if access == Access::Full {
            if connection.is_readonly(rusqlite::MAIN_DB).map_err(explain)? {
                return Err(not_writable(path));
            }
            prepare(&mut connection, is_empty).map_err(explain)?;
        }
        let entry = Arc::new(AtomicI64::new(schema::NO_ENTRY));
        let seen: i64 = connection.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(explain)?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(Self { connection, path: path.to_owned(), entry, has_triggers: false, seen: Cell::new(seen) })
    }
}

impl Store {
    /// Opens a file for much that is written at once and can be made anew: nothing waits for the disk, and nobody else
    /// may look. A file whose writing was broken off is of no use.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_in_a_hurry(path: &Path) -> Result<Self, OpenError> {
        let store = Self::open(path, Access::Full)?;
        let hurry = || {
            store.connection.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
            store.connection.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
            store.connection.pragma_update(None, "synchronous", "OFF")?;
            store.connection.pragma_update(None, "secure_delete", false)?;
            // 64 MB of pages.
            store.connection.pragma_update(None, "cache_size", -65_536)
        };
        hurry().map_err(|error| explain(path, &error))?;
        Ok(store)
    }

    /// Whether anything was ever done with the file.
    pub fn is_used(&self) -> Result<bool, StoreError> {
        let ask = "SELECT EXISTS (SELECT 1 FROM journal)";
        Ok(self.connection.query_row(ask, [], |row| row.get(0))?)
    }
}

fn not_writable(path: &Path) -> OpenError {
    let reason = io::Error::from(io::ErrorKind::PermissionDenied).to_string();
    OpenError::Denied { path: path.to_owned(), reason }
}

/// What a file says of itself.
struct Marks {
    application: i64,
    version: i64,
    tables: i64,
}

impl Marks {
    /// Reads all of them in one moment: a console beside this one may be making the file just now.
    fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let reading = connection.unchecked_transaction()?;
        let ask = |sql| reading.query_row(sql, [], |row| row.get(0));
        let marks = Self {
            application: ask("PRAGMA application_id")?,
            version: ask("PRAGMA user_version")?,
            tables: ask("SELECT count(*) FROM sqlite_schema")?,
        };
        reading.finish()?;
        Ok(marks)
    }
}

fn prepare(connection: &mut Connection, is_empty: bool) -> rusqlite::Result<()> {
    keep_log(connection)?;
    // The power supply fails: what was shown as done must be on the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // An erased name must not be read from a free page.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    if is_empty { schema::make(connection) } else { Ok(()) }
}

/// Turns to the write-ahead log, which the file then keeps.
fn keep_log(connection: &Connection) -> rusqlite::Result<()> {
    let turn = || connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
    for _ in 0..ATTEMPTS {
        match turn() {
            // Two consoles that turn a new file at once would wait for each other, so the engine refuses one of them
            // without waiting. A transaction does wait, and after it the other one is done.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
            }
            other => return other,
        }
    }
    turn()
}

fn explain(path: &Path, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    let reason = error.to_string();
    match error.sqlite_error_code() {
        _ if is_disk_full(error) => OpenError::DiskFull { path },
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => OpenError::Damaged { path, reason },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::Locked { path },
        _ => OpenError::Denied { path, reason },
    }
}

/// The file and its companions are for the desk's own user alone: they may hold names.
mod private {
    use std::fs::OpenOptions;
    use std::io;
    use std::path::Path;

    #[cfg(unix)]
    pub(super) fn create(path: &Path) -> io::Result<()> {
        use std::os::unix::fs::OpenOptionsExt;
        OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path).map(drop)
    }

    #[cfg(not(unix))]
    pub(super) fn create(path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).create(true).truncate(false).open(path).map(drop)
    }
}
