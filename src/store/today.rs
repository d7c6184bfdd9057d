//! The visits that the desk shows, kept from one look to the next: after a command a handful of rows is read anew, not the day.
//!
//! Which rows have changed is known from their images: no write escapes the journal, whichever console wrote.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::StoreError;
use super::file::{Store, Today, Whole};
use super::visits::{COLUMNS, PERSON, STANDING, needs_of, read_with_person};
use crate::domain::{Code, Day, Person, Ticket, Visit, VisitId};

/// When more visits than that have changed, all are read: the day has begun, or much was merged.
const MANY: usize = 64;

impl Store {
    /// The visits of a day and every other one that is still open, in the order in which they came, with who asks and what is
    /// needed.
    ///
    /// An open visit may be of a later day: its number was given before the clock was set right.
    pub fn visits_of_day(&self, day: Day) -> Result<Vec<Whole>, StoreError> {
        let mut kept = self.today.borrow_mut();
        let known = kept.take().filter(|today| today.day == day);
        let today = kept.insert(match known {
            Some(today) => self.brought_up(today)?,
            None => self.read_today(day)?,
        });
        Ok(today.visits.values().cloned().collect())
    }

    /// The visits whose numbers were given on a day, whatever became of them.
    pub fn visits_given_on(&self, day: Day) -> Result<Vec<Whole>, StoreError> {
        let today = self.read_today(day)?;
        Ok(today.visits.into_values().filter(|(visit, ..)| visit.day == day).collect())
    }

    fn brought_up(&self, mut today: Today) -> Result<Today, StoreError> {
        let entry = self.newest_entry()?;
        if entry == today.entry {
            return Ok(today);
        }
        let changed: Vec<VisitId> = self.rows(
            "SELECT DISTINCT CASE tbl WHEN 'visit' THEN row ELSE coalesce(after, before) ->> 1 END
             FROM journal_row INDEXED BY journal_row_entry WHERE entry > ?1 AND tbl IN ('visit', 'need')",
            [today.entry],
            |row| row.get(0),
        )?;
        // Entries may only follow each other.
        if changed.len() > MANY || entry < today.entry {
            return self.read_today(today.day);
        }
        for id in changed {
            today.visits.remove(&id);
            if let Some(whole) = self.whole_visit(id)?
                && (whole.0.day == today.day || whole.0.stage.kind().is_open())
            {
                today.visits.insert(id, whole);
            }
        }
        Ok(Today { entry, ..today })
    }

    fn newest_entry(&self) -> Result<i64, StoreError> {
        let mut last = self.connection.prepare_cached("SELECT coalesce(max(id), 0) FROM journal")?;
        Ok(last.query_row([], |row| row.get(0))?)
    }

    /// A visit, ended or not, with who asked and what was needed.
    pub fn whole_visit(&self, id: VisitId) -> Result<Option<Whole>, StoreError> {
        let sql = format!("SELECT {COLUMNS}, {STANDING}, {PERSON} FROM visit WHERE id = ?1");
        let found = self.connection.prepare_cached(&sql)?.query_row([id], read_with_person).optional()?;
        let Some((visit, person)) = found else { return Ok(None) };
        Ok(Some((visit, person, needs_of(&self.connection, id)?)))
    }

    /// The visits with a number on any of these days, in the order of the days.
    pub fn numbered(&self, ticket: Ticket, days: &[Day]) -> Result<Vec<Whole>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, {STANDING}, {PERSON} FROM json_each(?1) AS asked CROSS JOIN visit ON visit.day = asked.value
             WHERE visit.series = ?2 AND visit.number = ?3 ORDER BY asked.key"
        );
        let days: Vec<String> = days.iter().map(|day| format!("\"{day}\"")).collect();
        let asked = params![format!("[{}]", days.join(",")), ticket.series, ticket.number];
        let found = self.rows(&sql, asked, read_with_person)?;
        let with_needs = |(visit, person): (Visit, Person)| {
            let needs = needs_of(&self.connection, visit.id)?;
            Ok((visit, person, needs))
        };
        found.into_iter().map(with_needs).collect()
    }

    fn read_today(&self, day: Day) -> Result<Today, StoreError> {
        let entry = self.newest_entry()?;
        let sql = format!("SELECT {COLUMNS}, {STANDING}, {PERSON} FROM visit WHERE day = ?1");
        let of_day = self.rows(&sql, [day], read_with_person)?;
        let (first, last) =
            of_day.iter().fold((VisitId(i64::MAX), VisitId(0)), |(first, last), (visit, _)| {
                (first.min(visit.id), last.max(visit.id))
            });
        let mut visits: BTreeMap<VisitId, Whole> =
            of_day.into_iter().map(|(visit, person)| (visit.id, (visit, person, Vec::new()))).collect();
        // The day's visits were entered one after the other, so that their needs stand side by side in the index.
        let needs: Vec<(VisitId, Code, u16)> = self.rows(
            "SELECT visit, procedure, quantity FROM need WHERE visit BETWEEN ?1 AND ?2 ORDER BY visit, id",
            params![first, last],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        for (visit, code, quantity) in needs {
            if let Some((.., needs)) = visits.get_mut(&visit) {
                needs.push((code, quantity));
            }
        }
        // The index alone says who is open, some thousand of today perhaps: of other days there is a handful.
        let open = "SELECT id FROM visit INDEXED BY visit_open WHERE ended_day IS NULL";
        let open: Vec<VisitId> = self.rows(open, [], |row| row.get(0))?;
        for id in open.into_iter().filter(|id| !visits.contains_key(id)).collect::<Vec<_>>() {
            visits.extend(self.whole_visit(id)?.map(|whole| (id, whole)));
        }
        Ok(Today { day, entry, visits })
    }
}
