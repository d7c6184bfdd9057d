//! What a desk notes beside its numbers: what was counted by a key of its own, and when something did not work.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::{Counter, Counts, Day, Outage, ShiftId, Span, Stamp, System, VolunteerId};

impl Write<'_> {
    /// Enters one, and says how many of it there are today by now, at all stations.
    pub fn count(&self, what: Counter, shift: ShiftId, by: VolunteerId) -> Result<u32, StoreError> {
        self.run(
            "INSERT INTO counted (what, shift, at, station, volunteer) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![what, shift, self.sign.at, self.sign.station, by],
        )?;
        Ok(of_day(&self.transaction, self.sign.day())?.get(what))
    }

    /// The outage of a system that lasts, if one does.
    pub fn open_outage(&self, system: System) -> Result<Option<Outage>, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT id, system, from_at, until_at FROM outage WHERE system = ?1 AND until_at IS NULL",
        )?;
        Ok(statement.query_row([system], read_outage).optional()?)
    }

    /// Notes that a system does not work from now on.
    pub fn begin_outage(&self, system: System) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO outage (system, from_at, station, volunteer) VALUES (?1, ?2, ?3, ?4)",
            params![system, self.sign.at, self.sign.station, self.sign.by],
        )?;
        Ok(())
    }

    /// Notes that it works again.
    pub fn end_outage(&self, outage: &Outage) -> Result<(), StoreError> {
        let at = self.sign.at.max(outage.from);
        self.run("UPDATE outage SET until_at = ?2 WHERE id = ?1", params![outage.id, at])?;
        Ok(())
    }
}

impl Store {
    /// What was counted on a day, at all stations.
    pub fn counted_on(&self, day: Day) -> Result<Counts, StoreError> {
        of_day(&self.connection, day)
    }

    /// What was counted in a span, and when.
    pub(super) fn counted_in(&self, span: Span) -> Result<Vec<(Counter, Stamp)>, StoreError> {
        self.rows(
            "SELECT what, at FROM counted WHERE at >= ?1 AND at < ?2 ORDER BY id",
            params![span.from.start(), span.until.plus_days(1).start()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The outages that last.
    pub fn open_outages(&self) -> Result<Vec<Outage>, StoreError> {
        self.rows(
            "SELECT id, system, from_at, until_at FROM outage INDEXED BY outage_open
             WHERE until_at IS NULL ORDER BY id",
            [],
            read_outage,
        )
    }
}

fn of_day(connection: &Connection, day: Day) -> Result<Counts, StoreError> {
    let mut statement = connection.prepare_cached("SELECT what FROM counted WHERE at >= ?1 AND at < ?2")?;
    let rows = statement.query_map(params![day.start(), day.plus_days(1).start()], |row| row.get(0))?;
    Ok(Counts::of(rows.collect::<rusqlite::Result<Vec<Counter>>>()?))
}

pub(super) fn read_outage(row: &Row<'_>) -> rusqlite::Result<Outage> {
    Ok(Outage { id: row.get(0)?, system: row.get(1)?, from: row.get(2)?, until: row.get(3)? })
}
