//! The desk's settings that belong to its papers.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError, Write};
use crate::domain::Office;

impl Write<'_> {
    /// Keeps the office.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office(&self, office: &Office) -> Result<(), StoreError> {
        for (key, value) in [("office", &office.name), ("commune", &office.commune), ("team", &office.team)] {
            let changed = self.run("UPDATE setting SET value = ?2 WHERE key = ?1", params![key, value])?;
            if changed == 0 {
                self.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", params![key, value])?;
            }
        }
        Ok(())
    }
}

impl Store {
    /// The office; `None` before the first start's form was filled in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office(&self) -> Result<Option<Office>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        let mut value = |key: &str| statement.query_row([key], |row| row.get::<_, String>(0)).optional();
        let Some(name) = value("office")? else { return Ok(None) };
        let (commune, team) = (value("commune")?.unwrap_or_default(), value("team")?.unwrap_or_default());
        Ok(Some(Office { name, commune, team }))
    }
}
