//! What the desk remembers: one SQLite file. The only SQL of the program is in this folder, and no type of the
//! database crate leaves it.

mod columns;
mod error;
mod open;
mod schema;
mod write;

pub mod apart;
pub mod assists;
pub mod check;
pub mod facts;
pub mod given;
pub mod journal;
pub mod layer;
pub mod names;
pub mod names_used;
pub mod papers;
pub mod settings;
pub mod shifts;
pub mod turns;
pub mod undo;
pub mod unnumbered;
pub mod visits;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use rusqlite::Connection;

pub use error::{OpenError, StoreError};
pub use open::Access;
/// The number by which a file says which tables it has.
#[cfg(not(shipped))]
pub use schema::NUMBER as SCHEMA;
pub use write::{Signature, Write};

/// An open file of the desk.
///
/// One `Store` serves one console. Several consoles may have the same file open: each write takes the file's lock
/// first (`BEGIN IMMEDIATE`), so that what a command read is still true when it writes.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The journal entry that is being written, read by the triggers that keep row images.
    entry: Arc<AtomicI64>,
    /// Whether those triggers are there: they are made at the first write, as a console that only looks needs none.
    has_triggers: bool,
    seen: Cell<i64>,
}

impl Store {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads several things as they are at one moment, whatever other consoles write meanwhile. The file's lock is taken
    /// and given back once for all of them.
    ///
    /// # Errors
    /// What `read` returns, or that the file cannot be read.
    pub fn at_one_moment<T, E: From<StoreError>>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let reading = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        let answer = read()?;
        reading.finish().map_err(StoreError::from)?;
        Ok(answer)
    }

    /// Whether another console has written since this was last asked.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        let mut ask = self.connection.prepare_cached("PRAGMA data_version")?;
        let version: i64 = ask.query_row([], |row| row.get(0))?;
        Ok(self.seen.replace(version) != version)
    }
}
