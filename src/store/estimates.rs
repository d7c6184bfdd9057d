//! Visits of which nobody said when they were done.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError, Write};
use crate::domain::{Day, Stamp, Visit, VisitId};

/// A service that was ended and took long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongService {
    pub visit: VisitId,
    pub from: Stamp,
    pub until: Stamp,
}

impl Write<'_> {
    /// Keeps that a visit was done at that moment, which is an estimate; one that has ended ends earlier by it.
    ///
    /// Says whether it can have been: a visit is not done before its serving began.
    pub fn estimate_end(&self, before: &Visit, after: &Visit) -> Result<bool, StoreError> {
        let at = after.stage.since();
        let began: Option<Stamp> = self
            .transaction
            .prepare_cached("SELECT max(from_at) FROM period WHERE visit = ?1 AND kind = 'serving'")?
            .query_row([before.id], |row| row.get(0))?;
        if began.is_none_or(|began| at < began) {
            return Ok(false);
        }
        let was = (!before.stage.kind().is_open()).then(|| before.stage.since());
        match was {
            None => self.keep_stage(after)?,
            Some(ended) => {
                self.run("UPDATE visit SET since = ?2 WHERE id = ?1", params![before.id, at])?;
                self.run(
                    "UPDATE period SET until_at = ?2 WHERE visit = ?1 AND kind = 'serving' AND until_at = ?3",
                    params![before.id, at, ended],
                )?;
            }
        }
        self.run(
            "INSERT INTO estimate (id, was) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
            params![before.id, was],
        )?;
        Ok(true)
    }
}

impl Store {
    /// The visits of which it is only estimated when they were done.
    pub(super) fn estimated(&self) -> Result<Vec<VisitId>, StoreError> {
        self.rows("SELECT id FROM estimate", [], |row| row.get(0))
    }

    /// The last services of visits that were finished on a day and took at least so many seconds, whose end is no estimate.
    pub fn long_services(&self, day: Day, at_least: i64) -> Result<Vec<LongService>, StoreError> {
        self.rows(
            "SELECT visit.id, from_at, until_at FROM visit JOIN period ON period.visit = visit.id AND kind = 'serving'
             WHERE day = ?1 AND stage = 'done' AND until_at = visit.since AND until_at - from_at >= ?2
             AND visit.id NOT IN (SELECT id FROM estimate) ORDER BY from_at",
            params![day, at_least],
            |row| Ok(LongService { visit: row.get(0)?, from: row.get(1)?, until: row.get(2)? }),
        )
    }

    /// The last thing that was done for a visit between two moments, as the journal of the day has it.
    pub fn last_deed_for(
        &self,
        visit: &Visit,
        from: Stamp,
        until: Stamp,
    ) -> Result<Option<Stamp>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT max(journal.at) FROM journal_row JOIN journal ON journal.id = journal_row.entry
             WHERE journal.at >= ?2 AND journal.at < ?3
             AND (tbl = 'assist' AND row IN (SELECT id FROM assist WHERE visit = ?1)
                 OR tbl = 'assist_step' AND row IN (
                     SELECT assist_step.id FROM assist_step JOIN assist ON assist.id = assist WHERE visit = ?1)
                 OR tbl = 'assist_check' AND row IN (
                     SELECT assist_check.id FROM assist_check JOIN assist ON assist.id = assist WHERE visit = ?1))",
        )?;
        Ok(statement.query_row(params![visit.id, from, until], |row| row.get(0)).optional()?.flatten())
    }
}
