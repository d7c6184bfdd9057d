//! The open file: what a console holds of it, and its log.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::error::{StoreError, Swap};
use super::identity::Identity;
use super::sums;
use super::waiting::{wait, wait_briefly};
use crate::domain::{Code, Day, EntryId, Person, Stamp, StationNo, Visit, VisitId, VolunteerId};

/// An open file of the desk.
///
/// One `Store` serves one console. Several consoles may have the same file open: each write takes the file's lock
/// first (`BEGIN IMMEDIATE`), so that what a command read is still true when it writes.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    /// By which the file and its log are known again; of one that is only read, or has no log, nothing.
    pub(super) identity: Option<Identity>,
    /// Where a log was put that lay beside the file and was another file's.
    pub(super) set_aside: Option<PathBuf>,
    /// Whether the file was copied from a desk in use, without its log.
    pub(super) lacks_log: bool,
    /// The journal entry that is being written, read by the triggers that keep row images.
    pub(super) entry: Arc<AtomicI64>,
    /// What the write under way changes of the sums, told by the same triggers.
    pub(super) changes: sums::Changes,
    /// Whether those triggers are there: they are made at the first write, as a console that only looks needs none.
    pub(super) has_triggers: bool,
    pub(super) seen: Cell<i64>,
    /// The visits as they were last looked at.
    pub(super) today: RefCell<Option<Today>>,
    /// The deed whose write failed at its very end, as long as nobody knows whether it is kept.
    pub(super) unsure: Option<Unsure>,
}

/// A visit, who asks, and what the party needs.
pub type Whole = (Visit, Person, Vec<(Code, u16)>);

/// The visits of a day and every other one that is still open, as they were after an entry.
#[derive(Debug)]
pub(super) struct Today {
    pub(super) day: Day,
    pub(super) entry: i64,
    pub(super) visits: BTreeMap<VisitId, Whole>,
}

/// Who writes, where and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    pub station: StationNo,
    /// The volunteer at the keys; `None` before the first one is on duty.
    pub by: Option<VolunteerId>,
    pub at: Stamp,
    /// What the PC's clock shows, when it is wrong.
    pub wrong_clock: Option<Stamp>,
}

impl Signature {
    /// The day of the moment.
    pub fn day(&self) -> Day {
        self.at.day()
    }
}

/// A deed of which nobody knows whether it is kept.
#[derive(Debug)]
pub(super) struct Unsure {
    pub(super) entry: EntryId,
    pub(super) sign: Signature,
    /// As it stands in the journal.
    pub(super) op: String,
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

    /// Where a log was put at the opening that lay beside the file and was another file's.
    pub fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// Whether the file was copied from a desk in use, without its log: what was done last there is not in it.
    pub fn lacks_log(&self) -> bool {
        self.lacks_log
    }

    /// Whether another console has written since this was last asked.
    ///
    /// # Errors
    /// When the file cannot be read any more, or is no longer the one that was opened.
    pub fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        self.must_be_in_place()?;
        let mut ask = self.connection.prepare_cached("PRAGMA data_version")?;
        let version: i64 = ask.query_row([], |row| row.get(0))?;
        Ok(self.seen.replace(version) != version)
    }

    /// Looks whether the file and its log are still the ones that were opened, and says how long the log is. What a log
    /// that was removed holds is brought into the file.
    pub(super) fn must_be_in_place(&self) -> Result<u64, StoreError> {
        let Some(identity) = &self.identity else { return Ok(u64::MAX) };
        identity.look(&self.connection).map_err(|swap| {
            StoreError::Swapped(match swap {
                Swap::LogGone { .. } => Swap::LogGone { is_saved: self.takes_log_in() },
                other => other,
            })
        })
    }

    /// Brings the log into the file and cuts it to nothing, unless somebody reads or writes just now: the next one will do
    /// it then.
    pub(super) fn cut_log(&self) -> Result<(), StoreError> {
        self.must_be_in_place()?;
        self.connection.busy_handler(Some(wait_briefly))?;
        let cut = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        self.connection.busy_handler(Some(wait))?;
        Ok(cut?)
    }

    /// Brings all of the log into the file, where nobody reads or writes just now; says whether all of it is there.
    pub(super) fn takes_log_in(&self) -> bool {
        let ask = |row: &rusqlite::Row<'_>| {
            let (busy, frames, done): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(busy == 0 && frames == done)
        };
        self.connection.query_row("PRAGMA wal_checkpoint(FULL)", [], ask).unwrap_or(false)
    }
}

impl Drop for Store {
    /// The last one to close the file takes the log into it, and removes the log: not one that is another file's by now.
    fn drop(&mut self) {
        if self.identity.as_ref().is_none_or(|identity| identity.look(&self.connection).is_ok()) {
            let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
        }
    }
}
