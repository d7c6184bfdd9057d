//! Drawing numbers.

use rusqlite::{OptionalExtension, params};

use super::visits::ticket;
use super::{Store, StoreError, Write, journal};
use crate::domain::{Day, Op, Series, Ticket};

/// The highest number of a series in a day.
pub const LAST_NUMBER: u16 = 9_999;

impl Write<'_> {
    /// Draws the next number of a series today; `None` when the series has given its last.
    ///
    /// The counter never goes back: a number that was shown once is not given to somebody else that day.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn draw_ticket(&self, series: Series) -> Result<Option<Ticket>, StoreError> {
        let day = self.sign.day();
        let last: Option<u16> = self
            .transaction
            .prepare_cached("SELECT last FROM counter WHERE day = ?1 AND series = ?2")?
            .query_row(params![day, series], |row| row.get(0))
            .optional()?;
        let number = last.unwrap_or(0) + 1;
        if number > LAST_NUMBER {
            return Ok(None);
        }
        self.run(
            "INSERT INTO counter (day, series, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (day, series) DO UPDATE SET last = excluded.last",
            params![day, series, number],
        )?;
        Ok(Some(Ticket { series, number }))
    }
}

impl Store {
    /// The last number of each series on a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drawn(&self, day: Day) -> Result<Vec<Ticket>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT series, last FROM counter WHERE day = ?1 ORDER BY series")?;
        let rows = statement.query_map([day], ticket)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The numbers of a day that were given and taken back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn withdrawn(&self, day: Day) -> Result<Vec<Ticket>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT op FROM journal WHERE day = ?1 AND state IN ('undone', 'buried')")?;
        let mut rows = statement.query([day])?;
        let mut tickets = Vec::new();
        while let Some(row) = rows.next()? {
            if let Op::NumberGiven { ticket, .. } = journal::parse(&row.get::<_, String>(0)?)? {
                tickets.push(ticket);
            }
        }
        Ok(tickets)
    }
}
