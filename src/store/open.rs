//! Opening the file: what it must be, and how the engine is set.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::arrival::{self, Access, Arrival};
use super::error::explain;
use super::identity::Identity;
use super::waiting::wait;
use super::{OpenError, Store, StoreError, schema, settings, sums};
use crate::domain::trouble::Trouble;
use crate::whole_file::beside;

/// How often a console tries to turn a new file to the write-ahead log beside others that do the same.
const ATTEMPTS: u32 = 20;

impl Store {
    /// Opens the file, and makes it where `access` allows. A log beside it that is another file's is set aside
    /// ([`Self::set_aside`]).
    ///
    /// # Errors
    /// The folder is left as it was when the file is damaged, another program's, has the tables of an older or newer
    /// motcua, or has another file's log where nothing may be changed.
    pub fn open(path: &Path, access: Access) -> Result<Self, OpenError> {
        let explain = |error: rusqlite::Error| explain(path, &error);
        let mut set_aside = None;
        let mut put_aside = |ending: &str| {
            if access == Access::ReadOnly {
                return Err(OpenError::StrangeLog { path: path.to_owned(), name: beside(path, ending) });
            }
            let put = arrival::set_aside(path, ending);
            set_aside =
                Some(put.map_err(|error| OpenError::Denied { path: path.to_owned(), reason: error.into() })?);
            Ok(())
        };
        let mut arrival = arrival::look(path, access)?;
        if arrival == Arrival::StrangeJournal {
            put_aside(arrival::JOURNAL)?;
            arrival = arrival::look(path, access)?;
        }
        if arrival == Arrival::New {
            private::create(path)
                .map_err(|error| OpenError::Denied { path: path.to_owned(), reason: error.into() })?;
        }
        // The engine opens a file that may not be written for reading, without a word, and gives the same mode to the
        // log it makes beside it: asked first, so that the log does not stay locked when the file is set right.
        if access == Access::Full && fs::metadata(path).is_ok_and(|of| of.permissions().readonly()) {
            return Err(not_writable(path));
        }
        let mut lacks_log = false;
        if let Arrival::Used { has_strange_log, lacks_log: lacks } = arrival {
            lacks_log = lacks;
            if has_strange_log {
                put_aside(arrival::LOG)?;
            }
        }
        // Whoever only looks at a file without its log must not make one: it would not be known any more that it is missing.
        let looks_alone = lacks_log && access == Access::ReadOnly;
        let mut connection =
            if looks_alone { arrival::alone(path) } else { connect(path, access) }.map_err(explain)?;
        if access == Access::Full && connection.is_readonly(rusqlite::MAIN_DB).map_err(explain)? {
            return Err(not_writable(path));
        }
        let is_empty = tables(&connection).map_err(explain)? == 0;
        if is_empty && access == Access::ReadOnly {
            // Made by a console that was stopped before it had written anything.
            return Err(OpenError::Absent { path: path.to_owned() });
        }
        let mut identity = None;
        if access == Access::Full {
            prepare(&mut connection).map_err(explain)?;
            if is_empty {
                schema::make(&mut connection).map_err(|error| unmade(path, error))?;
            }
            // The log is there once something was read.
            tables(&connection).map_err(explain)?;
            let desk = settings::setting(&connection, "file")
                .map_err(|error| unmade(path, error))?
                .unwrap_or_default();
            identity = Some(
                Identity::of(path, desk)
                    .map_err(|error| OpenError::Denied { path: path.to_owned(), reason: error.into() })?,
            );
        }
        let entry = Arc::new(AtomicI64::new(schema::NO_ENTRY));
        let seen: i64 = connection.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(explain)?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(Self {
            connection,
            path: path.to_owned(),
            identity,
            set_aside,
            lacks_log,
            entry,
            changes: sums::Changes::default(),
            has_triggers: false,
            seen: Cell::new(seen),
            today: RefCell::new(None),
            unsure: None,
        })
    }

    /// Opens the same file anew, as a start would; the log is read again, unless another console has it in mind.
    pub(super) fn reopen(&mut self) -> Result<(), StoreError> {
        self.must_be_in_place()?;
        // The old one must be closed before the new one is opened.
        self.connection = Connection::open_in_memory()?;
        let mut connection = connect(&self.path, Access::Full)?;
        prepare(&mut connection)?;
        let seen: i64 = connection.query_row("PRAGMA data_version", [], |row| row.get(0))?;
        connection.set_prepared_statement_cache_capacity(128);
        self.connection = connection;
        self.has_triggers = false;
        self.today.take();
        self.seen.set(seen);
        Ok(())
    }
}

/// A connection that leaves the log alone when it is closed: [`Store`] decides then whether the file takes it in.
fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = match access {
        Access::Full => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_handler(Some(wait))?;
    // A plan is made once. Without this the engine makes it anew for each number in a LIMIT.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// How many tables, indexes and triggers there are; waits for a console that is making the file just now.
fn tables(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
}

impl Store {
    /// Opens a file for much that is written at once and can be made anew: nothing waits for the disk, and nobody else
    /// may look. A file whose writing was broken off is of no use.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_in_a_hurry(path: &Path) -> Result<Self, OpenError> {
        let mut store = Self::open(path, Access::Full)?;
        // It has no log.
        store.identity = None;
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

fn unmade(path: &Path, error: StoreError) -> OpenError {
    let path = path.to_owned();
    match error {
        StoreError::DiskFull(_) => OpenError::DiskFull { path },
        StoreError::Busy(_) => OpenError::Locked { path },
        StoreError::Damaged(_) => OpenError::Damaged { path, reason: Trouble::Malformed },
        other => OpenError::Denied { path, reason: other.trouble() },
    }
}

fn not_writable(path: &Path) -> OpenError {
    OpenError::Denied { path: path.to_owned(), reason: Trouble::NotAllowed }
}

fn prepare(connection: &mut Connection) -> rusqlite::Result<()> {
    keep_log(connection)?;
    // A log is begun by `log_tie` alone, after it was cut to nothing.
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    // The power supply fails: what was shown as done must be on the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // An erased name must not be read from a free page.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
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
