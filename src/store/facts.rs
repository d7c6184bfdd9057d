//! What a tally is counted from.

use std::collections::HashMap;

use rusqlite::Row;

use super::{Store, StoreError, assists, visits};
use crate::domain::facts::{Facts, Period, VisitFact};
use crate::domain::{Code, Day, VisitId};

/// The visits of a day: those whose number was given on it, and earlier ones that were still open when it began.
///
/// The indexes are named because each holds a handful of rows, and the engine would rather read all visits of the
/// years before.
const OF_DAY: &str = "(
    SELECT id FROM visit WHERE day = ?1
    UNION ALL
    SELECT id FROM visit INDEXED BY visit_open WHERE ended_day IS NULL AND day < ?1
    UNION ALL
    SELECT id FROM visit INDEXED BY visit_carried WHERE ended_day <> day AND ended_day >= ?1 AND day < ?1
)";

impl Store {
    /// Everything the tally of a day is counted from, read in one moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn facts(&self, day: Day) -> Result<Facts, StoreError> {
        // One read transaction: another console may write between two of these questions.
        let reading = self.connection.unchecked_transaction()?;
        let facts = self.read_facts(day)?;
        reading.finish()?;
        Ok(facts)
    }

    fn read_facts(&self, day: Day) -> Result<Facts, StoreError> {
        let mut first: HashMap<VisitId, Code> = HashMap::new();
        let needs = format!("SELECT visit, procedure FROM need WHERE visit IN {OF_DAY} ORDER BY visit, id");
        for (visit, code) in self.rows(&needs, day, |row| Ok((row.get(0)?, row.get(1)?)))? {
            first.entry(visit).or_insert(code);
        }
        let all = format!("SELECT {} FROM visit WHERE id IN {OF_DAY} ORDER BY id", visits::COLUMNS);
        let visits = self
            .rows(&all, day, visits::read)?
            .into_iter()
            .map(|visit| VisitFact { need: first.remove(&visit.id), visit })
            .collect();
        let periods = format!(
            "SELECT visit, kind, from_at, until_at FROM period WHERE visit IN {OF_DAY} ORDER BY visit, id"
        );
        let assists =
            format!("SELECT {} FROM assist WHERE visit IN {OF_DAY} ORDER BY visit, id", assists::COLUMNS);
        Ok(Facts {
            day,
            visits,
            periods: self.rows(&periods, day, |row| {
                Ok(Period { visit: row.get(0)?, kind: row.get(1)?, from: row.get(2)?, until: row.get(3)? })
            })?,
            assists: self.rows(&assists, day, assists::read)?,
            drawn: self.drawn(day)?,
            withdrawn: self.withdrawn(day)?,
        })
    }

    fn rows<T>(
        &self,
        sql: &str,
        day: Day,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([day], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
