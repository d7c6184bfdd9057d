//! Periods: the stretches of a visit, from which waits and service times follow.

use rusqlite::params;

use super::{StoreError, Write};
use crate::domain::{Stamp, Visit, VisitId};

impl Write<'_> {
    pub(super) fn open_period(&self, visit: &Visit) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO period (visit, kind, from_at, station, volunteer) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                visit.id,
                visit.stage.kind(),
                visit.stage.since(),
                visit.stage.station(),
                visit.stage.by()
            ],
        )?;
        Ok(())
    }

    pub(super) fn close_period(&self, visit: VisitId, until: Stamp) -> Result<(), StoreError> {
        self.run(
            "UPDATE period SET until_at = ?2 WHERE visit = ?1 AND until_at IS NULL",
            params![visit, until],
        )?;
        Ok(())
    }
}
