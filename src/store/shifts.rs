//! Who sits at which station; shifts, and who is on duty in them.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::{Day, Duty, Shift, ShiftId, ShiftPart, Sitting, Stamp, StationNo, VolunteerId};

fn read(row: &Row<'_>) -> rusqlite::Result<Shift> {
    Ok(Shift {
        id: row.get(0)?,
        day: row.get(1)?,
        part: row.get(2)?,
        opened: row.get(3)?,
        closed: row.get(4)?,
        estimated: row.get(5)?,
        stopped: row.get(6)?,
        duty: Vec::new(),
    })
}

const COLUMNS: &str = "id, day, part, opened, closed, estimated, stopped";

impl Write<'_> {
    /// Opens a shift.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when one is open.
    pub fn open_shift(&self, part: ShiftPart) -> Result<ShiftId, StoreError> {
        self.run(
            "INSERT INTO shift (day, part, opened) VALUES (?1, ?2, ?3)",
            params![self.sign.day(), part, self.sign.at],
        )?;
        Ok(ShiftId(self.transaction.last_insert_rowid()))
    }

    /// Puts exactly these volunteers on duty from a moment on. Who goes leaves the station, too.
    pub fn keep_duty(&self, shift: &Shift, on_duty: &[VolunteerId], at: Stamp) -> Result<(), StoreError> {
        let before = shift.on_duty();
        for gone in before.iter().filter(|volunteer| !on_duty.contains(volunteer)) {
            for table in ["duty", "seat"] {
                let sql = format!(
                    "UPDATE {table} SET until_at = max(from_at, ?3) WHERE shift = ?1 AND volunteer = ?2 AND until_at IS NULL"
                );
                self.run(&sql, params![shift.id, gone, at])?;
            }
        }
        for come in on_duty.iter().filter(|volunteer| !before.contains(volunteer)) {
            self.run(
                "INSERT INTO duty (shift, volunteer, from_at) VALUES (?1, ?2, ?3)",
                params![shift.id, come, at],
            )?;
        }
        Ok(())
    }

    /// Closes the shift at a moment, which may be an estimate.
    pub fn close_shift(&self, shift: &Shift, at: Stamp, estimated: bool) -> Result<(), StoreError> {
        self.run(
            "UPDATE shift SET closed = ?2, estimated = ?3 WHERE id = ?1",
            params![shift.id, at.max(shift.opened), estimated],
        )?;
        Ok(())
    }

    /// Keeps since when numbers are given only when somebody insists.
    pub fn keep_stopped(&self, shift: ShiftId, since: Option<Stamp>) -> Result<(), StoreError> {
        self.run("UPDATE shift SET stopped = max(opened, ?2) WHERE id = ?1", params![shift, since])?;
        Ok(())
    }

    /// The last deed of a shift on its own day; its opening when there was no other.
    pub fn last_deed(&self, shift: &Shift) -> Result<Stamp, StoreError> {
        last_deed(&self.transaction, shift)
    }

    /// The shifts that ran after a moment, the open one among them.
    pub fn shifts_since(&self, from: Stamp) -> Result<Vec<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE closed IS NULL OR closed > ?1 ORDER BY id");
        let mut statement = self.transaction.prepare_cached(&sql)?;
        let shifts = statement.query_map([from], read)?;
        Ok(shifts.collect::<rusqlite::Result<_>>()?)
    }

    /// The open shift.
    pub fn shift(&self) -> Result<Option<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE closed IS NULL");
        let found = self.transaction.prepare_cached(&sql)?.query_row([], read).optional()?;
        found.map(|shift| with_duty(&self.transaction, shift)).transpose()
    }

    /// Seats a volunteer at this station, and at no other.
    pub fn seat(&self, shift: ShiftId, volunteer: VolunteerId) -> Result<(), StoreError> {
        let here = params![shift, self.sign.station, self.sign.at, volunteer];
        self.run(
            "UPDATE seat SET until_at = max(from_at, ?3)
             WHERE shift = ?1 AND (station = ?2 OR volunteer = ?4) AND until_at IS NULL",
            here,
        )?;
        self.run("INSERT INTO seat (shift, station, volunteer, from_at) VALUES (?1, ?2, ?4, ?3)", here)?;
        Ok(())
    }
}

impl Write<'_> {
    /// Who else sat at this station in the open shift last, is on duty, and sits nowhere else.
    pub fn other_at_station(&self, than: VolunteerId) -> Result<Option<VolunteerId>, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT seat.volunteer FROM shift CROSS JOIN seat ON seat.shift = shift.id
             WHERE shift.closed IS NULL AND seat.station = ?1 AND seat.volunteer <> ?2
                 AND EXISTS (SELECT 1 FROM duty WHERE duty.shift = shift.id AND duty.volunteer = seat.volunteer
                     AND duty.until_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM seat AS now WHERE now.shift = shift.id AND now.volunteer = seat.volunteer
                     AND now.station <> ?1 AND now.until_at IS NULL)
             ORDER BY seat.id DESC LIMIT 1",
        )?;
        Ok(statement.query_row(params![self.sign.station, than], |row| row.get(0)).optional()?)
    }

    /// Seats whoever acts at this station, if nobody has said who sits there: which stations were staffed is known even when
    /// nobody thinks of it.
    pub fn seat_who_acts(&self, volunteer: VolunteerId) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO seat (shift, station, volunteer, from_at) SELECT id, ?1, ?2, ?3 FROM shift
             WHERE closed IS NULL AND NOT EXISTS (
                 SELECT 1 FROM seat WHERE seat.shift = shift.id AND station = ?1 AND until_at IS NULL)",
            params![self.sign.station, volunteer, self.sign.at],
        )?;
        Ok(())
    }
}

/// The shift with those who were on duty in it.
fn with_duty(connection: &Connection, mut shift: Shift) -> Result<Shift, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT volunteer, from_at, until_at FROM duty WHERE shift = ?1 ORDER BY id")?;
    let rows = statement.query_map([shift.id], |row| {
        Ok(Duty { volunteer: row.get(0)?, from: row.get(1)?, until: row.get(2)? })
    })?;
    shift.duty = rows.collect::<rusqlite::Result<_>>()?;
    Ok(shift)
}

/// Only what a person did counts, and not what the program enters by itself: names that were erased, slips that came out.
fn last_deed(connection: &Connection, shift: &Shift) -> Result<Stamp, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at FROM journal WHERE state IS NOT NULL AND at >= ?1 AND at < ?2 ORDER BY id DESC LIMIT 1",
    )?;
    let found = statement.query_row(params![shift.opened, shift.day.plus_days(1).start()], |row| row.get(0));
    Ok(found.optional()?.unwrap_or(shift.opened))
}

impl Store {
    /// The last deed of a shift on its own day; its opening when there was no other.
    pub fn last_deed(&self, shift: &Shift) -> Result<Stamp, StoreError> {
        last_deed(&self.connection, shift)
    }

    /// The open shift, with the people on duty.
    pub fn open_shift(&self) -> Result<Option<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE closed IS NULL");
        let found = self.connection.prepare_cached(&sql)?.query_row([], read).optional()?;
        found.map(|shift| with_duty(&self.connection, shift)).transpose()
    }

    /// The shifts of a day, in their order.
    pub fn shifts_of_day(&self, day: Day) -> Result<Vec<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE day = ?1 ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let shifts = statement.query_map([day], read)?.collect::<rusqlite::Result<Vec<Shift>>>()?;
        shifts.into_iter().map(|shift| with_duty(&self.connection, shift)).collect()
    }

    /// The shifts from one day to another, in their order.
    pub fn shifts_in(&self, from: Day, until: Day) -> Result<Vec<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE day BETWEEN ?1 AND ?2 ORDER BY day, id");
        let mut shifts = self.rows(&sql, [from, until], read)?;
        let duty: Vec<(ShiftId, Duty)> = self.rows(
            "SELECT duty.shift, duty.volunteer, from_at, until_at FROM shift CROSS JOIN duty ON duty.shift = shift.id
             WHERE shift.day BETWEEN ?1 AND ?2 ORDER BY duty.id",
            [from, until],
            |row| Ok((row.get(0)?, Duty { volunteer: row.get(1)?, from: row.get(2)?, until: row.get(3)? })),
        )?;
        let place: std::collections::HashMap<ShiftId, usize> =
            shifts.iter().enumerate().map(|(at, shift)| (shift.id, at)).collect();
        for (shift, duty) in duty {
            if let Some(shift) = place.get(&shift).and_then(|at| shifts.get_mut(*at)) {
                shift.duty.push(duty);
            }
        }
        Ok(shifts)
    }

    /// Who sat at a station in the shifts from one day to another.
    pub fn sittings_in(&self, from: Day, until: Day) -> Result<Vec<Sitting>, StoreError> {
        self.rows(
            "SELECT seat.shift, station, volunteer, from_at, until_at FROM shift CROSS JOIN seat ON seat.shift = shift.id
             WHERE shift.day BETWEEN ?1 AND ?2 ORDER BY seat.id",
            [from, until],
            |row| {
                let (shift, station, volunteer) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(Sitting { shift, station, volunteer, from: row.get(3)?, until: row.get(4)? })
            },
        )
    }

    /// The shift that ran before: its people are proposed for the next one of the same part of the day.
    pub fn last_shift(&self) -> Result<Option<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift ORDER BY id DESC LIMIT 1");
        let found = self.connection.prepare_cached(&sql)?.query_row([], read).optional()?;
        found.map(|shift| with_duty(&self.connection, shift)).transpose()
    }

    /// Who sits where in a shift.
    pub fn seats(&self, shift: ShiftId) -> Result<HashMap<StationNo, VolunteerId>, StoreError> {
        let seats = self.rows(
            "SELECT station, volunteer FROM seat WHERE shift = ?1 AND until_at IS NULL",
            [shift],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(seats.into_iter().collect())
    }
}
