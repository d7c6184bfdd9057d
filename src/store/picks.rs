//! What is picked from the catalogue: for whom comes first in a list.

use rusqlite::params;

use super::{Store, StoreError, journal};
use crate::domain::{Code, Op, VolunteerId};

impl Store {
    /// How often each code stands among the last 500 needs: what this desk usually picks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn usual_needs(&self) -> Result<Vec<(Code, u32)>, StoreError> {
        self.rows(
            "SELECT procedure, count(*) FROM (SELECT procedure FROM need ORDER BY id DESC LIMIT 500)
             GROUP BY procedure",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// What a volunteer picked last, the last first, each once: when giving a number, or by hand while helping.
    ///
    /// The journal says who picked, and what was taken back. Of `most` entries; one names several codes at times.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn picked_last(&self, volunteer: VolunteerId, most: u32) -> Result<Vec<Code>, StoreError> {
        // The words of the index `journal_pick`, which has these entries alone.
        let ops: Vec<String> = self.rows(
            "SELECT op FROM journal WHERE volunteer = ?1 AND state IN ('done', 'fixed')
                 AND json_extract(op, '$.op') IN ('number-given', 'assist-added')
             ORDER BY id DESC LIMIT ?2",
            params![volunteer, most],
            |row| row.get(0),
        )?;
        let mut codes: Vec<Code> = Vec::new();
        for op in ops {
            let picked = match journal::parse(&op)? {
                Op::NumberGiven { needs, .. } => needs,
                Op::AssistAdded { procedure, .. } => vec![procedure],
                _ => Vec::new(),
            };
            for code in picked {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        Ok(codes)
    }
}
