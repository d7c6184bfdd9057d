//! The roster: who there is, what is known of them, and two rows of it that were one person.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::{PhoneNumber, Stamp, Volunteer, VolunteerFacts, VolunteerId};

const COLUMNS: &str = "id, name, active, role, unit, school, phone";

fn read(row: &Row<'_>) -> rusqlite::Result<(Volunteer, VolunteerFacts)> {
    let phone: String = row.get(6)?;
    let facts = VolunteerFacts {
        role: row.get(3)?,
        unit: row.get(4)?,
        school: row.get(5)?,
        // What a hand with another tool wrote is shown as nothing, and no start fails because of it.
        phone: PhoneNumber::parse(&phone).unwrap_or_default(),
    };
    Ok((Volunteer { id: row.get(0)?, name: row.get(1)?, active: row.get(2)?, is_merged: false }, facts))
}

/// The tables whose rows name a volunteer, each with the column. The journal is not among them: it says who signed;
/// nor is `duty`, whose times are joined.
pub(super) const NAMED_IN: &[(&str, &str)] = &[
    ("seat", "volunteer"),
    ("handover", "given_by"),
    ("handover", "taken_by"),
    ("item", "owner"),
    ("item", "closed_by"),
    ("handed", "owner"),
    ("handed", "taken_by"),
    ("visit", "volunteer"),
    ("assist", "volunteer"),
    ("period", "volunteer"),
    ("visit_return", "volunteer"),
    ("visit_return", "ended_by"),
    ("return_assist", "volunteer"),
    ("counted", "volunteer"),
    ("outage", "volunteer"),
    ("volunteer", "merged_into"),
];

/// A time on duty, by its row.
struct DutyRow {
    row: i64,
    from: Stamp,
    until: Option<Stamp>,
}

impl Write<'_> {
    /// Enters a volunteer.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when the roster holds the name.
    pub fn add_volunteer(&self, name: &str) -> Result<VolunteerId, StoreError> {
        self.run("INSERT INTO volunteer (name, active) VALUES (?1, 1)", [name])?;
        Ok(VolunteerId(self.transaction.last_insert_rowid()))
    }

    /// The name and the facts of a volunteer.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when the roster holds the name.
    pub fn keep_volunteer(
        &self,
        id: VolunteerId,
        name: &str,
        facts: &VolunteerFacts,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE volunteer SET name = ?2, role = ?3, unit = ?4, school = ?5, phone = ?6 WHERE id = ?1",
            params![id, name, facts.role, facts.unit, facts.school, facts.phone.digits()],
        )?;
        Ok(())
    }

    /// Whether a volunteer is offered for shifts. The phone number of one who is not is nobody's business any more.
    pub fn offer_volunteer(&self, id: VolunteerId, is_offered: bool) -> Result<(), StoreError> {
        self.run(
            "UPDATE volunteer SET active = ?2, phone = iif(?2, phone, '') WHERE id = ?1",
            params![id, is_offered],
        )?;
        Ok(())
    }

    /// A volunteer of the roster with what is known.
    pub fn volunteer(&self, id: VolunteerId) -> Result<Option<(Volunteer, VolunteerFacts)>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM volunteer WHERE id = ?1 AND merged_into IS NULL");
        Ok(self.transaction.prepare_cached(&sql)?.query_row([id], read).optional()?)
    }

    /// Whether the roster offers that volunteer for shifts.
    pub fn offers_volunteer(&self, id: VolunteerId) -> Result<bool, StoreError> {
        let mut statement =
            self.transaction.prepare_cached("SELECT 1 FROM volunteer WHERE id = ?1 AND active = 1")?;
        Ok(statement.exists([id])?)
    }

    /// Every row that names the one volunteer names the other from now on; the row of the first leaves the roster.
    pub fn merge_volunteers(&self, one: VolunteerId, into: VolunteerId) -> Result<(), StoreError> {
        self.merge_duty(one, into)?;
        for (table, column) in NAMED_IN {
            let sql = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1");
            self.run(&sql, [one, into])?;
        }
        self.run("UPDATE volunteer SET active = 0, phone = '', merged_into = ?2 WHERE id = ?1", [one, into])?;
        Ok(())
    }

    /// Nobody is on duty twice at a time: where both were, the times are joined.
    fn merge_duty(&self, one: VolunteerId, into: VolunteerId) -> Result<(), StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT shift, id, from_at, until_at FROM duty WHERE volunteer IN (?1, ?2)
             AND shift IN (SELECT shift FROM duty WHERE volunteer = ?1) ORDER BY shift, from_at, id",
        )?;
        let rows = statement.query_map([one, into], |row| {
            let duty = DutyRow { row: row.get(1)?, from: row.get(2)?, until: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, duty))
        })?;
        let mut joined: Vec<(i64, DutyRow)> = Vec::new();
        let mut gone: Vec<i64> = Vec::new();
        for row in rows {
            let (shift, next) = row?;
            match joined.last_mut() {
                Some((of, last)) if *of == shift && last.until.is_none_or(|until| next.from <= until) => {
                    last.until = last.until.zip(next.until).map(|(one, other)| one.max(other));
                    gone.push(next.row);
                }
                _ => joined.push((shift, next)),
            }
        }
        for row in gone {
            self.run("DELETE FROM duty WHERE id = ?1", [row])?;
        }
        for (_, duty) in joined {
            self.run(
                "UPDATE duty SET volunteer = ?2, until_at = ?3 WHERE id = ?1",
                params![duty.row, into, duty.until],
            )?;
        }
        Ok(())
    }
}

impl Store {
    /// Everybody whose name stands in a row, in the order in which they joined. One who was merged with another has the
    /// other's name: the journal was signed by the same person.
    pub fn volunteers(&self) -> Result<Vec<Volunteer>, StoreError> {
        self.rows(
            "SELECT one.id, coalesce(kept.name, one.name), one.active, one.merged_into IS NOT NULL FROM volunteer AS one
             LEFT JOIN volunteer AS kept ON kept.id = one.merged_into ORDER BY one.id",
            [],
            |row| Ok(Volunteer { id: row.get(0)?, name: row.get(1)?, active: row.get(2)?, is_merged: row.get(3)? }),
        )
    }

    /// The roster with what is known of each, in the order in which they joined.
    pub fn roster(&self) -> Result<Vec<(Volunteer, VolunteerFacts)>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM volunteer WHERE merged_into IS NULL ORDER BY id");
        self.rows(&sql, [], read)
    }
}
