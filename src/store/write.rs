//! One command: one transaction, one journal entry, one undo step.

use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Store, StoreError, journal, log_tie, schema, sums};
use crate::domain::visit::Act;
use crate::domain::{Day, EntryId, Op, Stamp, StationNo, VolunteerId};

/// Who writes, where and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    pub station: StationNo,
    /// The volunteer at the keys; `None` before the first one is on duty.
    pub by: Option<VolunteerId>,
    pub at: Stamp,
}

impl Signature {
    /// The day of the moment.
    pub fn day(&self) -> Day {
        self.at.day()
    }
}

/// A write under way: everything that changes a row takes one, so that nothing changes outside an entry.
#[derive(Debug)]
pub struct Write<'a> {
    pub(super) transaction: Transaction<'a>,
    pub(super) entry: EntryId,
    pub(super) journalling: &'a AtomicI64,
    pub sign: Signature,
}

/// What becomes of an entry: see `journal.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Can be undone; whatever waited for redo at this station no longer can be redone.
    Undoable,
    /// Never undone by itself: undo, redo, erasing. Names the entry it acted on.
    Fixed(Option<EntryId>),
}

impl Store {
    /// Runs `deed` in one transaction and enters its [`Op`] in the journal. When it fails, nothing has happened.
    ///
    /// # Errors
    /// What `deed` returns, or that the file could not be written.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        sign: Signature,
        deed: impl FnOnce(&Write<'_>) -> Result<(Op, T), E>,
    ) -> Result<(EntryId, Op, T), E> {
        self.enter(sign, |write| deed(write).map(|(op, result)| (op, Fate::Undoable, result)))
    }

    pub(super) fn enter<T, E: From<StoreError>>(
        &mut self,
        sign: Signature,
        deed: impl FnOnce(&Write<'_>) -> Result<(Op, Fate, T), E>,
    ) -> Result<(EntryId, Op, T), E> {
        if !self.has_triggers {
            schema::install(&self.connection, &self.entry, &self.changes).map_err(StoreError::from)?;
            self.has_triggers = true;
        }
        let journalling = &*self.entry;
        let _ends = Ends(journalling);
        self.changes.clear();
        self.must_be_in_place()?;
        // Of one connection one write at a time: it is `self` that is borrowed.
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        // Nobody writes to the log or cuts it by now.
        if self.must_be_in_place()? == 0 {
            log_tie::begin(&transaction)?;
        }
        let next = next_entry(&transaction, sign.day())?;
        journalling.store(next, Ordering::Relaxed);
        let write = Write { transaction, entry: EntryId(next), journalling, sign };
        let (op, fate, result) = deed(&write)?;
        write.journal(&op, fate)?;
        self.changes.keep(&write.transaction)?;
        write.transaction.commit().map_err(StoreError::from)?;
        // What went into a file that was removed meanwhile is not said to be kept.
        self.must_be_in_place()?;
        Ok((EntryId(next), op, result))
    }
}

/// The identity of the entry that is written now. The first one of a day begins a run.
fn next_entry(transaction: &Transaction<'_>, day: Day) -> Result<i64, StoreError> {
    let last: Option<(i64, Stamp)> = transaction
        .prepare_cached("SELECT id, at FROM journal ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let next = last.map_or(1, |(id, _)| id + 1);
    if last.is_none_or(|(_, at)| at.day() != day) {
        let begin = "INSERT INTO journal_run (first, day, chain)
             VALUES (?1, ?2, coalesce((SELECT chain FROM journal_run ORDER BY first DESC LIMIT 1), 0))";
        transaction.prepare_cached(begin)?.execute(params![next, journal::number(day)])?;
    }
    Ok(next)
}

/// However a write ends, no later change may slip into its entry.
pub(super) struct Ends<'a>(pub(super) &'a AtomicI64);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(schema::NO_ENTRY, Ordering::Relaxed);
    }
}

impl Write<'_> {
    /// The same facts, for a transition of a visit. The volunteer is known by then.
    pub fn act(&self, by: VolunteerId) -> Act {
        Act { by, station: self.sign.station, at: self.sign.at }
    }

    pub(super) fn run(&self, sql: &str, values: impl rusqlite::Params) -> Result<usize, StoreError> {
        Ok(self.transaction.prepare_cached(sql)?.execute(values)?)
    }

    fn journal(&self, op: &Op, fate: Fate) -> Result<(), StoreError> {
        let (state, target) = match fate {
            Fate::Undoable => {
                self.run(
                    "UPDATE journal SET state = 'buried' WHERE station = ?1 AND state = 'undone'",
                    [self.sign.station],
                )?;
                (Some("done"), None)
            }
            Fate::Fixed(target) => (None, target),
        };
        let op = journal::written(op)?;
        self.run(
            "INSERT INTO journal (id, at, station, volunteer, op, state, target)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![self.entry, self.sign.at, self.sign.station, self.sign.by, op, state, target],
        )?;
        sums::link_entry(&self.transaction, self.entry)
    }
}
