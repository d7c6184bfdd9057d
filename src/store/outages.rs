//! When something did not work.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::{Outage, System};

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Outage> {
    Ok(Outage { id: row.get(0)?, system: row.get(1)?, from: row.get(2)?, until: row.get(3)? })
}

impl Write<'_> {
    /// The outage of a system that lasts, if one does.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_outage(&self, system: System) -> Result<Option<Outage>, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT id, system, from_at, until_at FROM outage WHERE system = ?1 AND until_at IS NULL",
        )?;
        Ok(statement.query_row([system], read).optional()?)
    }

    /// Notes that a system does not work from now on.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin_outage(&self, system: System) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO outage (system, from_at, station, volunteer) VALUES (?1, ?2, ?3, ?4)",
            params![system, self.sign.at, self.sign.station, self.sign.by],
        )?;
        Ok(())
    }

    /// Notes that it works again.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end_outage(&self, outage: &Outage) -> Result<(), StoreError> {
        let at = self.sign.at.max(outage.from);
        self.run("UPDATE outage SET until_at = ?2 WHERE id = ?1", params![outage.id, at])?;
        Ok(())
    }
}

impl Store {
    /// The outages that last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_outages(&self) -> Result<Vec<Outage>, StoreError> {
        self.rows(
            "SELECT id, system, from_at, until_at FROM outage INDEXED BY outage_open
             WHERE until_at IS NULL ORDER BY id",
            [],
            read,
        )
    }
}
