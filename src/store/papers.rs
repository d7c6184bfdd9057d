//! What is saved about papers: the difficulties and proposals of a span, and what was printed with which numbers.

use rusqlite::{OptionalExtension, params};

use super::write::Fate;
use super::{Signature, Store, StoreError, Write};
use crate::domain::tally::{LastPrint, Numbers};
use crate::domain::{Op, Remark, Span};

impl Write<'_> {
    /// Keeps the remark of a span.
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
    pub fn remark(&self, span: Span) -> Result<Remark, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT difficulties, proposals FROM remark WHERE span = ?1")?;
        let found = statement
            .query_row([span.key()], |row| Ok(Remark { difficulties: row.get(0)?, proposals: row.get(1)? }))
            .optional()?;
        Ok(found.unwrap_or_default())
    }

    /// Enters that a paper was printed. What is on paper is not taken back: no undo reaches this.
    pub fn keep_printed(
        &mut self,
        sign: Signature,
        form: &str,
        span: Span,
        numbers: &Numbers,
    ) -> Result<(), StoreError> {
        let numbers = serde_json::to_string(numbers).map_err(StoreError::other)?;
        self.enter(sign, |write| {
            write.run(
                "INSERT INTO printed (form, span, at, station, numbers) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![form, span.key(), sign.at, sign.station, numbers],
            )?;
            Ok::<_, StoreError>((Op::PaperPrinted { span }, Fate::Fixed(None), ()))
        })?;
        Ok(())
    }

    /// The last print of a paper about a span; `None` when it was never printed.
    pub fn last_print(&self, form: &str, span: Span) -> Result<Option<LastPrint>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(*) OVER (), at, numbers, min(at) OVER () FROM printed WHERE span = ?1 AND form = ?2
             ORDER BY id DESC LIMIT 1",
        )?;
        let found = statement
            .query_row(params![span.key(), form], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((times, at, numbers, first)) = found else { return Ok(None) };
        let numbers = serde_json::from_str(&numbers).map_err(StoreError::other)?;
        Ok(Some(LastPrint { times, first, at, numbers, corrections: Vec::new() }))
    }
}
