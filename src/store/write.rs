//! One command: one transaction, one journal entry, one undo step.

use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::error::is_disk_fault;
use super::file::{Signature, Store, Unsure};
use super::{StoreError, journal, log_tie, schema, sums};
use crate::domain::visit::Act;
use crate::domain::{Day, EntryId, Op, Stamp, VolunteerId};

/// A log that is longer is cut by the next write, where nobody else does it: 16 MB.
const LONGEST_LOG: u64 = 16 << 20;

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

/// Where an entry's time may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamps {
    /// Never before the entry before it, whatever the clock of this console shows.
    Forward,
    /// Where a person says: the entry by which the time is said.
    AsSaid,
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
        self.enter_at(sign, Stamps::Forward, deed)
    }

    pub(super) fn enter_at<T, E: From<StoreError>>(
        &mut self,
        mut sign: Signature,
        stamps: Stamps,
        deed: impl FnOnce(&Write<'_>) -> Result<(Op, Fate, T), E>,
    ) -> Result<(EntryId, Op, T), E> {
        if self.unsure.is_some() && self.look_up().is_none() {
            return Err(StoreError::Unsure("not looked up yet".into()).into());
        }
        if !self.has_triggers {
            schema::install(&self.connection, &self.entry, &self.changes).map_err(StoreError::from)?;
            self.has_triggers = true;
        }
        let (entry, op, result, committed) = self.attempt(&mut sign, stamps, deed)?;
        let Err(error) = committed else {
            // What went into a file that was removed meanwhile is not said to be kept.
            let is_long = self.must_be_in_place()? > LONGEST_LOG && self.identity.is_some();
            // The deed is kept, whatever becomes of its log.
            if is_long && let Err(error) = self.cut_log() {
                tracing::warn!(error = &error as &dyn std::error::Error, "the log is not cut");
            }
            return Ok((entry, op, result));
        };
        if !is_disk_fault(&error) {
            return Err(StoreError::from(error).into());
        }
        self.unsure = Some(Unsure { entry, sign, op: journal::written(&op)? });
        // Whether it is kept can be seen from the file alone.
        match self.look_up() {
            Some(true) => Ok((entry, op, result)),
            Some(false) => Err(StoreError::other(error).into()),
            None => Err(StoreError::Unsure(Box::new(error)).into()),
        }
    }

    /// Does a deed up to its end, of which the engine says how it went.
    fn attempt<T, E: From<StoreError>>(
        &self,
        sign: &mut Signature,
        stamps: Stamps,
        deed: impl FnOnce(&Write<'_>) -> Result<(Op, Fate, T), E>,
    ) -> Result<(EntryId, Op, T, rusqlite::Result<()>), E> {
        let journalling = &*self.entry;
        let _ends = Ends(journalling);
        self.changes.clear();
        self.must_be_in_place()?;
        // Of one connection one write at a time: whoever comes here has borrowed all of `self`.
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        // Nobody writes to the log or cuts it by now.
        if self.must_be_in_place()? == 0 {
            log_tie::begin(&transaction)?;
        }
        let last = last_entry(&transaction)?;
        if stamps == Stamps::Forward {
            sign.at = sign.at.max(last.map_or(sign.at, |(_, at)| at));
        }
        let next = next_entry(&transaction, last, sign.day())?;
        journalling.store(next, Ordering::Relaxed);
        let write = Write { transaction, entry: EntryId(next), journalling, sign: *sign };
        let (op, fate, result) = deed(&write)?;
        write.journal(&op, fate)?;
        if let Some(shown) = sign.wrong_clock {
            write.doubt_day(shown)?;
        }
        self.changes.keep(&write.transaction)?;
        Ok((write.entry, op, result, write.transaction.commit()))
    }

    /// Looks whether the deed is kept whose write failed at its very end, and sees to it that this stays so: nothing, as
    /// long as the disk does not answer, or when there is no such deed.
    ///
    /// The engine takes such a write back, but its last page may be in the log, and the next start would play it. So the
    /// file is opened anew, as at a start. What is there then goes into the file, flushed; over what is not there something
    /// else is written.
    pub fn look_up(&mut self) -> Option<bool> {
        let unsure = self.unsure.take()?;
        let answer = self.reopen().and_then(|()| self.settle(&unsure));
        if let Err(error) = &answer {
            tracing::warn!(error = error as &dyn std::error::Error, "the disk does not answer");
            self.unsure = Some(unsure);
        }
        answer.ok()
    }

    fn settle(&self, unsure: &Unsure) -> Result<bool, StoreError> {
        self.must_be_in_place()?;
        let ask = "SELECT count(*) FROM journal WHERE id = ?1 AND at = ?2 AND station = ?3 AND op = ?4";
        let Unsure { entry, sign, op } = unsure;
        let there: i64 =
            self.connection.query_row(ask, params![entry, sign.at, sign.station, op], |row| row.get(0))?;
        if there > 0 {
            return if self.takes_log_in() { Ok(true) } else { Err(StoreError::other("not flushed")) };
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        log_tie::write_over(&transaction)?;
        transaction.commit()?;
        Ok(false)
    }
}

/// The last entry, with its stamp.
fn last_entry(transaction: &Transaction<'_>) -> Result<Option<(i64, Stamp)>, StoreError> {
    let mut last = transaction.prepare_cached("SELECT id, at FROM journal ORDER BY id DESC LIMIT 1")?;
    Ok(last.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The identity of the entry that is written now. The first one of a day begins a run.
fn next_entry(
    transaction: &Transaction<'_>,
    last: Option<(i64, Stamp)>,
    day: Day,
) -> Result<i64, StoreError> {
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
