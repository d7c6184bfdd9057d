//! The journal: who did what and when.

use rusqlite::params;

use super::{Store, StoreError};
use crate::domain::{Day, EntryId, Op, Stamp, StationNo, VolunteerId};

/// An entry of the journal, as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identity; later entries have larger ones.
    pub id: EntryId,
    /// When.
    pub at: Stamp,
    /// Where.
    pub station: StationNo,
    /// Who; `None` before anybody was on duty.
    pub by: Option<VolunteerId>,
    /// What.
    pub op: Op,
    /// Whether it was undone.
    pub is_undone: bool,
}

impl Store {
    /// The entries of a day, the newest first, at most `most`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn journal_of_day(&self, day: Day, most: u32) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, at, station, volunteer, op, state FROM journal WHERE day = ?1 ORDER BY id DESC LIMIT ?2",
        )?;
        let mut rows = statement.query(params![day, most])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let state: String = row.get(5)?;
            entries.push(Entry {
                id: row.get(0)?,
                at: row.get(1)?,
                station: row.get(2)?,
                by: row.get(3)?,
                op: parse(&row.get::<_, String>(4)?)?,
                is_undone: matches!(state.as_str(), "undone" | "buried"),
            });
        }
        Ok(entries)
    }

    /// The moment of the last entry, by which a clock that was set back is noticed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_entry_at(&self) -> Result<Option<Stamp>, StoreError> {
        let mut last = self.connection.prepare_cached("SELECT at FROM journal ORDER BY id DESC LIMIT 1")?;
        let mut rows = last.query([])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}

pub(super) fn parse(op: &str) -> Result<Op, StoreError> {
    serde_json::from_str(op).map_err(|_| StoreError::UnknownValue {
        table: "journal",
        column: "op",
        value: op.chars().take(40).collect(),
    })
}
