//! Visitors who asked one short thing and took no number.

use rusqlite::{Connection, params};

use super::{Store, StoreError, Write};
use crate::domain::{Day, ShiftId, Span, Stamp, VolunteerId};

impl Write<'_> {
    /// Enters one, and says how many there are today by now, at all stations.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_quick_question(&self, shift: ShiftId, by: VolunteerId) -> Result<u32, StoreError> {
        self.run(
            "INSERT INTO quick_question (shift, at, station, volunteer) VALUES (?1, ?2, ?3, ?4)",
            params![shift, self.sign.at, self.sign.station, by],
        )?;
        count(&self.transaction, self.sign.day())
    }
}

impl Store {
    /// How many there were on a day, at all stations.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn quick_questions_of_day(&self, day: Day) -> Result<u32, StoreError> {
        count(&self.connection, day)
    }

    /// When each of those of a span was counted.
    pub(super) fn quick_questions_in(&self, span: Span) -> Result<Vec<Stamp>, StoreError> {
        self.rows(
            "SELECT at FROM quick_question WHERE at >= ?1 AND at < ?2 ORDER BY id",
            params![span.from.start(), span.until.plus_days(1).start()],
            |row| row.get(0),
        )
    }
}

fn count(connection: &Connection, day: Day) -> Result<u32, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT count(*) FROM quick_question WHERE at >= ?1 AND at < ?2")?;
    Ok(statement.query_row(params![day.start(), day.plus_days(1).start()], |row| row.get(0))?)
}
