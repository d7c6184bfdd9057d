//! Drawing numbers.

use rusqlite::{OptionalExtension, params};

use super::{StoreError, Write};
use crate::domain::{Series, Ticket};

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
