//! A copy of the file while it is in use, without what is personal.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OptionalExtension};

use super::names::PERSONAL;
use super::write::Fate;
use super::{Access, OpenError, Signature, Store, StoreError, log_tie};
use crate::domain::backup::{Holdings, LastNumber};
use crate::domain::{Day, EntryId, Op, Series, Stamp, Ticket};

/// So many pages, 4 MB, are copied without a break: the disk is the desk's, too.
const AT_ONCE: i32 = 1_000;

/// The break between them.
const BREAK: Duration = Duration::from_millis(5);

/// Why there is no copy.
#[derive(Debug)]
pub enum CopyError {
    Open(OpenError),
    Store(StoreError),
    /// The copy is not what the file was, in the engine's words or as two numbers that differ.
    Differs(String),
}

impl From<OpenError> for CopyError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<StoreError> for CopyError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for CopyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// What the file holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn holdings(&self) -> Result<Holdings, StoreError> {
        self.at_one_moment(|| self.held())
    }

    fn held(&self) -> Result<Holdings, StoreError> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, u32>(0));
        let last_number = self
            .connection
            .query_row("SELECT day, series, number FROM visit ORDER BY id DESC LIMIT 1", [], |row| {
                let (day, series, number): (Day, Series, u16) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(LastNumber { day, ticket: Ticket { series, number } })
            })
            .optional()?;
        let last = self
            .connection
            .query_row("SELECT id, at FROM journal ORDER BY id DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        Ok(Holdings {
            file: self.file_mark()?,
            office: self.office()?.unwrap_or_default().name,
            visits: one("SELECT count(*) FROM visit")?,
            days: one("SELECT count(DISTINCT day) FROM visit")?,
            last_number,
            entries: last.map_or(0, |(entry, _)| entry),
            last_deed: last.map(|(_, at)| at),
        })
    }

    /// Copies the file at `from` to the new file `to`, as it is at one moment, whatever consoles write meanwhile; nobody
    /// waits for it. What is personal is not in the copy, not in its empty pages either. Says what it holds.
    ///
    /// # Errors
    /// When the file cannot be read, the copy cannot be written, or the copy does not hold what the file did.
    pub fn copy(from: &Path, to: &Path) -> Result<Holdings, CopyError> {
        let source = Self::open(from, Access::ReadOnly)?;
        let mut copy = Connection::open(to)?;
        // A reader sees one moment. Without it each write of a console would begin the copying anew.
        let reading = source.connection.unchecked_transaction()?;
        let wanted = source.held()?;
        Backup::new(&source.connection, &mut copy)?.run_to_completion(AT_ONCE, BREAK, None)?;
        reading.finish()?;
        forget_the_personal(&copy)?;
        drop(copy);
        let holds = Self::prove(to)?;
        if holds == wanted { Ok(holds) } else { Err(CopyError::Differs(format!("{holds:?}, {wanted:?}"))) }
    }

    /// Says what a file holds that nobody has open, once the engine finds nothing wrong with it.
    ///
    /// # Errors
    /// When it is no sound file of the desk.
    pub fn prove(path: &Path) -> Result<Holdings, CopyError> {
        let store = Self::open(path, Access::ReadOnly)?;
        let words: String = store.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if words != "ok" {
            return Err(CopyError::Differs(words));
        }
        Ok(store.holdings()?)
    }
}

impl Store {
    /// Enters that this file was a copy, whose last entry was written then. No undo reaches it.
    pub fn note_going_back(&mut self, sign: Signature, last: Option<Stamp>) -> Result<EntryId, StoreError> {
        let (entry, _, ()) =
            self.enter(sign, |_| Ok::<_, StoreError>((Op::WentBack { last }, Fate::Fixed(None), ())))?;
        Ok(entry)
    }
}

/// Empties the tables of what is personal in a copy, with the images of their rows. A copy has no journal of its own, so
/// that nothing is entered; what it was made without is no deed of the desk.
fn forget_the_personal(copy: &Connection) -> rusqlite::Result<()> {
    // One file, without a log beside it. It is of no use before it has its name, so nothing waits for the disk.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    copy.pragma_update(None, "secure_delete", true)?;
    for table in PERSONAL {
        copy.execute(&format!("DELETE FROM {table}"), [])?;
        copy.execute("DELETE FROM journal_row WHERE tbl = ?1", [table])?;
    }
    // No log belongs to the copy, and none is missed.
    log_tie::untie(copy)?;
    // Rows that moved have left their old bytes between the others.
    copy.execute_batch("VACUUM")?;
    // As every file of a desk. The log goes when the copy is closed.
    copy.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
}
