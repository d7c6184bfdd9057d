//! Citizens' names and the notes on their visits: kept apart, and erased when the visits have ended. So are the words of found
//! and borrowed things once those are over.

use std::collections::HashMap;

use rusqlite::params;

use super::write::Fate;
use super::{Signature, Store, StoreError, Write};
use crate::domain::{Op, VisitId};

impl Write<'_> {
    /// Keeps the name by which a party is called.
    pub fn keep_name(&self, visit: VisitId, name: &str) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO visit_name (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            params![visit, name],
        )?;
        Ok(())
    }

    /// Takes the name of a visit off, if there is one.
    pub fn drop_name(&self, visit: VisitId) -> Result<(), StoreError> {
        self.run("DELETE FROM visit_name WHERE id = ?1", [visit])?;
        Ok(())
    }

    /// Keeps what to mind when a party is called.
    pub fn keep_note(&self, visit: VisitId, note: &str) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO visit_note (id, note) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET note = excluded.note",
            params![visit, note],
        )?;
        Ok(())
    }

    /// Takes the note of a visit off, if there is one.
    pub fn drop_note(&self, visit: VisitId) -> Result<(), StoreError> {
        self.run("DELETE FROM visit_note WHERE id = ?1", [visit])?;
        Ok(())
    }
}

/// The tables of what is personal, all of them by the visit: what is erased of one is erased of the others.
pub(super) const PERSONAL: [&str; 2] = ["visit_name", "visit_note"];

/// The rows of such a table whose visits have ended.
fn ended(table: &str) -> String {
    format!("SELECT {table}.id FROM {table} CROSS JOIN visit USING (id) WHERE ended_day IS NOT NULL")
}

/// The row images of such a table whose rows are no longer there.
fn orphaned(table: &str) -> String {
    format!("FROM journal_row WHERE tbl = '{table}' AND row NOT IN (SELECT id FROM {table})")
}

/// The items that are over, and whose words say whose things they were or who borrowed.
const OVER: &str = "SELECT id FROM item WHERE closed IS NOT NULL AND kind IN ('found', 'borrowed')";

impl Write<'_> {
    /// Erases what was written of somebody's things that are over, from the rows and from their images: the images stay, as
    /// undo goes by them, without the words.
    fn erase_words(&self) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE item SET words = '', then_words = '' WHERE id IN ({OVER}) AND words || then_words <> ''"
        );
        self.without_images(|| self.run(&sql, []))?;
        for image in ["before", "after"] {
            let sql = format!(
                "UPDATE journal_row SET {image} = json_set({image}, '$[3]', '', '$[4]', '')
                 WHERE tbl = 'item' AND {image} IS NOT NULL AND row IN ({OVER}) AND {image} ->> 3 || ({image} ->> 4) <> ''"
            );
            self.run(&sql, [])?;
        }
        Ok(())
    }
}

impl Store {
    /// The names there still are.
    pub fn names(&self) -> Result<HashMap<VisitId, String>, StoreError> {
        let read = self.rows("SELECT id, name FROM visit_name", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(read.into_iter().collect())
    }

    /// The notes there still are.
    pub fn notes(&self) -> Result<HashMap<VisitId, String>, StoreError> {
        let read = self.rows("SELECT id, note FROM visit_note", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(read.into_iter().collect())
    }

    /// Erases the names of visits that have ended, the notes on them, and the words of things that are over, from the rows and from the journal's images, and
    /// from the disk.
    ///
    /// Says of how many visits; enters nothing when there were none. Runs when a shift closes, and at the start of a
    /// console for what an earlier evening left behind.
    pub fn erase_names(&mut self, sign: Signature) -> Result<u32, StoreError> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, u32>(0));
        let count = one(&format!("SELECT count(*) FROM ({})", PERSONAL.map(ended).join(" UNION ")))?;
        // An undone intake leaves its name in an image only.
        let mut images = 0;
        for table in PERSONAL {
            images += one(&format!("SELECT count(*) {}", orphaned(table)))?;
        }
        images += one(&format!(
            "SELECT count(*) FROM ({OVER}) JOIN item USING (id) WHERE words || then_words <> ''"
        ))?;
        if count == 0 && images == 0 {
            return Ok(0);
        }
        self.enter(sign, |write| {
            for table in PERSONAL {
                let sql = format!("DELETE FROM {table} WHERE id IN ({})", ended(table));
                write.without_images(|| write.run(&sql, []))?;
                write.run(&format!("DELETE {}", orphaned(table)), [])?;
            }
            write.erase_words()?;
            Ok::<_, StoreError>((Op::NamesErased { count }, Fate::Fixed(None), ()))
        })?;
        // The write-ahead log still has the old pages.
        self.cut_log()?;
        Ok(count)
    }
}
