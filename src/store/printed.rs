//! The papers that were printed, with the numbers that they said.

use rusqlite::{OptionalExtension, params};

use super::{Signature, Store, StoreError};
use crate::domain::Span;
use crate::domain::tally::{LastPrint, Numbers};

impl Store {
    /// Keeps that a paper was printed. Not part of the journal: what is on paper is not taken back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_printed(
        &mut self,
        sign: Signature,
        form: &str,
        span: Span,
        numbers: &Numbers,
    ) -> Result<(), StoreError> {
        let numbers = serde_json::to_string(numbers).map_err(|error| StoreError::Other(error.to_string()))?;
        self.connection.execute(
            "INSERT INTO printed (form, span, at, station, numbers) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![form, span.key(), sign.at, sign.station, numbers],
        )?;
        Ok(())
    }

    /// The last print of a paper about a span; `None` when it was never printed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_print(&self, form: &str, span: Span) -> Result<Option<LastPrint>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(*) OVER (), at, numbers FROM printed WHERE span = ?1 AND form = ?2
             ORDER BY id DESC LIMIT 1",
        )?;
        let found = statement
            .query_row(params![span.key(), form], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
            })
            .optional()?;
        let Some((times, at, numbers)) = found else { return Ok(None) };
        let numbers = serde_json::from_str(&numbers).map_err(|error| StoreError::Other(error.to_string()))?;
        Ok(Some(LastPrint { times, at, numbers }))
    }
}
