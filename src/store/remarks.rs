//! Difficulties and proposals of a span.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError, Write};
use crate::domain::{Remark, Span};

impl Write<'_> {
    /// Keeps the remark of a span.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_remark(&self, span: Span, remark: &Remark) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO remark (span, difficulties, proposals) VALUES (?1, ?2, ?3)
             ON CONFLICT (span) DO UPDATE SET difficulties = excluded.difficulties, proposals = excluded.proposals",
            params![span.key(), remark.difficulties, remark.proposals],
        )?;
        Ok(())
    }
}

impl Store {
    /// The remark of a span; empty when nobody wrote one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn remark(&self, span: Span) -> Result<Remark, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT difficulties, proposals FROM remark WHERE span = ?1")?;
        let found = statement
            .query_row([span.key()], |row| Ok(Remark { difficulties: row.get(0)?, proposals: row.get(1)? }))
            .optional()?;
        Ok(found.unwrap_or_default())
    }
}
