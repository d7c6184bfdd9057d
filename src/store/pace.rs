//! How long parties were served.

use super::{Store, StoreError};
use crate::domain::{Day, VisitId};

/// What took longer was not watched to its end. In seconds.
const LONGEST: i64 = 2 * 3600;

impl Store {
    /// How long visits were being served, in seconds: all stretches of a visit together, those that nobody watched left
    /// out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn served_seconds(&self, visits: &[VisitId]) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT sum(until_at - from_at) FROM period INDEXED BY period_serving
             WHERE visit = ?1 AND kind = 'serving'",
        )?;
        let mut seconds = Vec::with_capacity(visits.len());
        for visit in visits {
            let served: Option<i64> = statement.query_row([visit], |row| row.get(0))?;
            seconds.extend(served.filter(|served| *served <= LONGEST));
        }
        Ok(seconds)
    }

    /// The visits that were finished last before a day, at most `most`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn finished_before(&self, day: Day, most: u32) -> Result<Vec<VisitId>, StoreError> {
        self.rows(
            "SELECT id FROM visit NOT INDEXED WHERE stage = 'done' AND day < ?1 ORDER BY id DESC LIMIT ?2",
            rusqlite::params![day, most],
            |row| row.get(0),
        )
    }
}
