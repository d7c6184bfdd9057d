//! The roster and who sits at which station; shifts, who is on duty in them, and handovers between them.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::{
    Day, Handover, HandoverId, Shift, ShiftId, ShiftPart, Stamp, StationNo, VisitId, Volunteer, VolunteerId,
};

fn read(row: &Row<'_>) -> rusqlite::Result<Shift> {
    Ok(Shift {
        id: row.get(0)?,
        day: row.get(1)?,
        part: row.get(2)?,
        opened: row.get(3)?,
        closed: row.get(4)?,
        estimated: row.get(5)?,
        on_duty: Vec::new(),
    })
}

const COLUMNS: &str = "id, day, part, opened, closed, estimated";

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

    /// Puts exactly these volunteers on duty.
    pub fn keep_duty(&self, shift: ShiftId, on_duty: &[VolunteerId]) -> Result<(), StoreError> {
        let before = self.shift_with_duty(shift)?;
        for gone in before.iter().filter(|volunteer| !on_duty.contains(volunteer)) {
            self.run("DELETE FROM duty WHERE shift = ?1 AND volunteer = ?2", params![shift, gone])?;
        }
        for come in on_duty.iter().filter(|volunteer| !before.contains(volunteer)) {
            self.run("INSERT INTO duty (shift, volunteer) VALUES (?1, ?2)", params![shift, come])?;
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
        let Some(mut shift) = found else { return Ok(None) };
        shift.on_duty = self.shift_with_duty(shift.id)?;
        Ok(Some(shift))
    }

    fn shift_with_duty(&self, shift: ShiftId) -> Result<Vec<VolunteerId>, StoreError> {
        let mut statement =
            self.transaction.prepare_cached("SELECT volunteer FROM duty WHERE shift = ?1 ORDER BY id")?;
        let rows = statement.query_map([shift], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes the handover of a shift.
    pub fn add_handover(
        &self,
        shift: ShiftId,
        note: &str,
        by: VolunteerId,
        carried: &[VisitId],
    ) -> Result<HandoverId, StoreError> {
        self.run(
            "INSERT INTO handover (shift, note, at, volunteer) VALUES (?1, ?2, ?3, ?4)",
            params![shift, note, self.sign.at, by],
        )?;
        let handover = HandoverId(self.transaction.last_insert_rowid());
        for visit in carried {
            self.run(
                "INSERT INTO handover_visit (handover, visit) VALUES (?1, ?2)",
                params![handover, visit],
            )?;
        }
        Ok(handover)
    }

    /// Notes that every waiting handover was read.
    pub fn acknowledge(&self, by: VolunteerId) -> Result<(), StoreError> {
        self.run(
            "UPDATE handover SET read_at = ?1, read_by = ?2 WHERE read_at IS NULL",
            params![self.sign.at, by],
        )?;
        Ok(())
    }

    /// Whether a handover waits to be read.
    pub fn has_unread_handover(&self) -> Result<bool, StoreError> {
        let mut statement =
            self.transaction.prepare_cached("SELECT 1 FROM handover WHERE read_at IS NULL")?;
        Ok(statement.exists([])?)
    }

    /// Enters a volunteer.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when the roster holds the name.
    pub fn add_volunteer(&self, name: &str) -> Result<VolunteerId, StoreError> {
        self.run("INSERT INTO volunteer (name, active) VALUES (?1, 1)", [name])?;
        Ok(VolunteerId(self.transaction.last_insert_rowid()))
    }

    /// Whether the roster holds that volunteer.
    pub fn knows_volunteer(&self, id: VolunteerId) -> Result<bool, StoreError> {
        let mut statement = self.transaction.prepare_cached("SELECT 1 FROM volunteer WHERE id = ?1")?;
        Ok(statement.exists([id])?)
    }

    /// Seats a volunteer at this station.
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
        found.map(|shift| self.with_duty(shift)).transpose()
    }

    /// The shifts of a day, in their order.
    pub fn shifts_of_day(&self, day: Day) -> Result<Vec<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE day = ?1 ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let shifts = statement.query_map([day], read)?.collect::<rusqlite::Result<Vec<Shift>>>()?;
        shifts.into_iter().map(|shift| self.with_duty(shift)).collect()
    }

    /// The shifts from one day to another, in their order.
    pub fn shifts_in(&self, from: Day, until: Day) -> Result<Vec<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift WHERE day BETWEEN ?1 AND ?2 ORDER BY day, id");
        let mut shifts = self.rows(&sql, [from, until], read)?;
        let duty: Vec<(ShiftId, VolunteerId)> = self.rows(
            "SELECT duty.shift, duty.volunteer FROM shift CROSS JOIN duty ON duty.shift = shift.id
             WHERE shift.day BETWEEN ?1 AND ?2 ORDER BY duty.id",
            [from, until],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let place: std::collections::HashMap<ShiftId, usize> =
            shifts.iter().enumerate().map(|(at, shift)| (shift.id, at)).collect();
        for (shift, volunteer) in duty {
            if let Some(shift) = place.get(&shift).and_then(|at| shifts.get_mut(*at)) {
                shift.on_duty.push(volunteer);
            }
        }
        Ok(shifts)
    }

    /// The shift that ran before: its people are proposed for the next one of the same part of the day.
    pub fn last_shift(&self) -> Result<Option<Shift>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM shift ORDER BY id DESC LIMIT 1");
        let found = self.connection.prepare_cached(&sql)?.query_row([], read).optional()?;
        found.map(|shift| self.with_duty(shift)).transpose()
    }

    fn with_duty(&self, mut shift: Shift) -> Result<Shift, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT volunteer FROM duty WHERE shift = ?1 ORDER BY id")?;
        let rows = statement.query_map([shift.id], |row| row.get(0))?;
        shift.on_duty = rows.collect::<rusqlite::Result<_>>()?;
        Ok(shift)
    }

    /// The handover that waits to be read, the newest if there are several.
    pub fn unread_handover(&self) -> Result<Option<Handover>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT handover.id, shift.id, shift.day, shift.part, note, at, handover.volunteer
             FROM handover JOIN shift ON shift.id = handover.shift
             WHERE read_at IS NULL ORDER BY handover.id DESC LIMIT 1",
        )?;
        let found = statement
            .query_row([], |row| {
                Ok(Handover {
                    id: row.get(0)?,
                    shift: row.get(1)?,
                    day: row.get(2)?,
                    part: row.get(3)?,
                    note: row.get(4)?,
                    at: row.get(5)?,
                    by: row.get(6)?,
                    carried: Vec::new(),
                    acknowledged: None,
                })
            })
            .optional()?;
        let Some(mut handover) = found else { return Ok(None) };
        let mut visits = self
            .connection
            .prepare_cached("SELECT visit FROM handover_visit WHERE handover = ?1 ORDER BY visit")?;
        let rows = visits.query_map([handover.id], |row| row.get(0))?;
        handover.carried = rows.collect::<rusqlite::Result<_>>()?;
        Ok(Some(handover))
    }

    /// The roster, in the order in which people joined.
    pub fn volunteers(&self) -> Result<Vec<Volunteer>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, name, active FROM volunteer ORDER BY id")?;
        let rows = statement
            .query_map([], |row| Ok(Volunteer { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Who sits where.
    pub fn seats(&self) -> Result<HashMap<StationNo, VolunteerId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id, volunteer FROM seat")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
