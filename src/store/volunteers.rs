//! The roster, and who sits at which station.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError, Write};
use crate::domain::{StationNo, Volunteer, VolunteerId};

impl Write<'_> {
    /// Enters a volunteer.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when the roster holds the name.
    pub fn add_volunteer(&self, name: &str) -> Result<VolunteerId, StoreError> {
        self.run("INSERT INTO volunteer (name, active) VALUES (?1, 1)", [name])?;
        Ok(VolunteerId(self.transaction.last_insert_rowid()))
    }

    /// Whether the roster holds that volunteer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_volunteer(&self, id: VolunteerId) -> Result<bool, StoreError> {
        let mut statement = self.transaction.prepare_cached("SELECT 1 FROM volunteer WHERE id = ?1")?;
        Ok(statement.exists([id])?)
    }

    /// Seats a volunteer at this station.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn seat(&self, volunteer: VolunteerId) -> Result<(), StoreError> {
        // No upsert: the triggers must see an insert or an update for what it is.
        let changed =
            self.run("UPDATE seat SET volunteer = ?2 WHERE id = ?1", params![self.sign.station, volunteer])?;
        if changed == 0 {
            self.run(
                "INSERT INTO seat (id, volunteer) VALUES (?1, ?2)",
                params![self.sign.station, volunteer],
            )?;
        }
        Ok(())
    }
}

impl Store {
    /// The roster, in the order in which people joined.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn volunteers(&self) -> Result<Vec<Volunteer>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, name, active FROM volunteer ORDER BY id")?;
        let rows = statement
            .query_map([], |row| Ok(Volunteer { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Who sits where.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn seats(&self) -> Result<HashMap<StationNo, VolunteerId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id, volunteer FROM seat")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The volunteer of a name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn volunteer_named(&self, name: &str) -> Result<Option<VolunteerId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM volunteer WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }
}
