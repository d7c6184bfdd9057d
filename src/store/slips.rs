//! Whether the slips with the numbers came out of the printer.

use rusqlite::params;

use super::{Store, StoreError, Write};
use crate::domain::{SlipState, Stamp, VisitId};

/// Asks for a slip: whatever became of an earlier one, this one is not out yet.
const ASK: &str = "INSERT INTO slip (id, state, at) VALUES (?1, 'sent', ?2)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, at = excluded.at";

impl Write<'_> {
    /// Notes, with the number itself, that a slip is to be printed: a console that ends before it has sent one leaves a
    /// number whose slip is known to be missing.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn ask_slip(&self, visit: VisitId) -> Result<(), StoreError> {
        self.run(ASK, params![visit, self.sign.at])?;
        Ok(())
    }
}

impl Store {
    /// Notes that a slip is printed again. Not part of the journal: what is on paper is not taken back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn ask_slip_again(&mut self, visit: VisitId, at: Stamp) -> Result<(), StoreError> {
        self.connection.execute(ASK, params![visit, at])?;
        Ok(())
    }

    /// Notes what became of slips, each with the moment at which its print job was made: a job that is older than what
    /// was asked for last says nothing about it. Says whether anything is other than it was.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_slips(&mut self, ended: &[(VisitId, SlipState, Stamp)]) -> Result<bool, StoreError> {
        let mut changed = 0;
        for (visit, state, made) in ended {
            changed += self.connection.execute(
                "UPDATE slip SET state = ?2 WHERE id = ?1 AND state <> ?2 AND at <= ?3",
                params![visit, state, made],
            )?;
        }
        Ok(changed > 0)
    }

    /// The slips that were asked for and are not known to be out, of the visits from `first` on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn slips_missing(&self, first: VisitId) -> Result<Vec<(VisitId, SlipState)>, StoreError> {
        self.rows(
            "SELECT id, state FROM slip INDEXED BY slip_missing WHERE state <> 'printed' AND id >= ?1",
            [first],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}
