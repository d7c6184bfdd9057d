//! The office's list of hamlets.

use rusqlite::params;

use super::{Store, StoreError, Write};
use crate::domain::Hamlet;

impl Write<'_> {
    /// Makes the list of hamlets these, in this order of first mention; those that are no longer among them keep their
    /// names in old tallies and are not offered any more.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_hamlets(&self, names: &[String]) -> Result<(), StoreError> {
        self.run("UPDATE hamlet SET active = 0 WHERE active = 1", [])?;
        for name in names {
            let known = self.run("UPDATE hamlet SET active = 1 WHERE name = ?1", params![name])?;
            if known == 0 {
                self.run("INSERT INTO hamlet (name, active) VALUES (?1, 1)", params![name])?;
            }
        }
        Ok(())
    }

    /// Whether there is such a hamlet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_hamlet(&self, hamlet: crate::domain::HamletId) -> Result<bool, StoreError> {
        Ok(self.transaction.prepare_cached("SELECT 1 FROM hamlet WHERE id = ?1")?.exists([hamlet])?)
    }
}

impl Store {
    /// Every hamlet there ever was, in the order in which they were entered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hamlets(&self) -> Result<Vec<Hamlet>, StoreError> {
        self.rows("SELECT id, name, active FROM hamlet ORDER BY id", [], |row| {
            Ok(Hamlet { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? })
        })
    }
}
