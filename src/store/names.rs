//! Citizens' names: kept apart, and erased when their visits have ended.

use std::collections::HashMap;

use rusqlite::params;

use super::write::Fate;
use super::{Signature, Store, StoreError, Write};
use crate::domain::{Op, VisitId};

impl Write<'_> {
    /// Notes the name by which a party is called.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_name(&self, visit: VisitId, name: &str) -> Result<(), StoreError> {
        self.run("INSERT INTO visit_name (id, name) VALUES (?1, ?2)", params![visit, name])?;
        Ok(())
    }
}

impl Store {
    /// The names there still are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn names(&self) -> Result<HashMap<VisitId, String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id, name FROM visit_name")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Erases the names of visits that have ended, from the rows and from the journal's images, and from the disk.
    ///
    /// Says how many; enters nothing when there were none. Runs when a shift closes, and at the start of a console
    /// for what an earlier evening left behind.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn erase_names(&mut self, sign: Signature) -> Result<u32, StoreError> {
        const GONE: &str =
            "(SELECT visit_name.id FROM visit_name CROSS JOIN visit USING (id) WHERE ended_day IS NOT NULL)";
        let count: u32 =
            self.connection.query_row(&format!("SELECT count(*) FROM {GONE}"), [], |row| row.get(0))?;
        // An undone intake leaves its name in an image only.
        let images: u32 = self.connection.query_row(
            "SELECT count(*) FROM journal_row WHERE tbl = 'visit_name'
             AND row NOT IN (SELECT id FROM visit_name)",
            [],
            |row| row.get(0),
        )?;
        if count == 0 && images == 0 {
            return Ok(0);
        }
        self.enter(sign, |write| {
            write.without_images(|| write.run(&format!("DELETE FROM visit_name WHERE id IN {GONE}"), []))?;
            write.run(
                "DELETE FROM journal_row WHERE tbl = 'visit_name' AND row NOT IN (SELECT id FROM visit_name)",
                [],
            )?;
            Ok::<_, StoreError>((Op::NamesErased { count }, Fate::Fixed(None), ()))
        })?;
        // The write-ahead log still has the old pages.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(count)
    }
}
