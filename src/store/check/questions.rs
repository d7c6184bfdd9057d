//! Whether the visitors who took no number are as many as the journal says: two sources that agree only if nothing was lost.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::StoreError;
use super::numbers::readable;
use super::{Finding, Findings};
use crate::domain::{Day, Stamp};

/// How many of each day: by the rows of the table, and by the entries of the journal that stand.
#[derive(Default)]
pub(super) struct Asked(BTreeMap<Day, (u32, u32)>);

impl Asked {
    /// Notes an entry of the journal that stands.
    pub(super) fn count(&mut self, day: Day) {
        self.0.entry(day).or_default().1 += 1;
    }

    /// Reads the table, and finds the days on which the two differ.
    pub(super) fn prove(
        mut self,
        connection: &Connection,
        findings: &mut Findings,
    ) -> Result<(), StoreError> {
        let mut statement = connection.prepare("SELECT at FROM quick_question")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(at) = readable(row.get::<_, Stamp>(0))? {
                self.0.entry(at.day()).or_default().0 += 1;
            }
        }
        for (day, (rows, entries)) in self.0 {
            if rows != entries {
                findings.add(Finding::QuestionsAstray { day, rows, entries });
            }
        }
        Ok(())
    }
}
