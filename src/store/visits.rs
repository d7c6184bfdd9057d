//! Visits and what their parties need.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::columns::impossible;
use super::{Store, StoreError, Write};
use crate::domain::queue::{Position, Standing};
use crate::domain::visit::Visit;
use crate::domain::{
    Code, Day, LeaveReason, Person, Priority, Series, ShiftId, Stage, StageKind, Stamp, Ticket, VisitId,
};

pub(super) const COLUMNS: &str = "visit.id, visit.day, visit.series, visit.number, visit.persons, visit.priority, \
     visit.arrived, visit.stage, visit.since, visit.station, visit.volunteer, visit.calls, visit.left_why, \
     visit.left_from, visit.returns_of, visit.come_back";

/// How many columns those are.
pub(super) const WIDTH: usize = 16;

/// Where a visit stands in the queue: behind the others, and left out where a tally is counted.
pub(super) const STANDING: &str =
    "visit.place, visit.booked, visit.serves, visit.only_at, visit.called_at, visit.returned_at";

/// How many columns those are.
const STANDING_WIDTH: usize = 6;

/// How many columns a visit has with its standing.
pub(super) const WHOLE_WIDTH: usize = WIDTH + STANDING_WIDTH;

/// A visit with its standing, from [`COLUMNS`] and [`STANDING`].
pub(super) fn read_whole(row: &Row<'_>) -> rusqlite::Result<Visit> {
    let standing = Standing {
        place: row.get(WIDTH)?,
        booked: row.get(WIDTH + 1)?,
        series: row.get(WIDTH + 2)?,
        station: row.get(WIDTH + 3)?,
        called: row.get(WIDTH + 4)?,
        returned: row.get(WIDTH + 5)?,
    };
    Ok(Visit { standing, ..read(row)? })
}

/// Who asks, behind [`COLUMNS`] and [`STANDING`].
pub(super) const PERSON: &str =
    "visit.age, visit.sex, visit.hamlet, visit.phone, visit.birth_year, visit.commune";

pub(super) fn read_with_person(row: &Row<'_>) -> rusqlite::Result<(Visit, Person)> {
    let at = WHOLE_WIDTH;
    let person = Person {
        age: row.get(at)?,
        sex: row.get(at + 1)?,
        hamlet: row.get(at + 2)?,
        phone: row.get(at + 3)?,
        birth_year: row.get(at + 4)?,
        commune: row.get(at + 5)?,
    };
    Ok((read_whole(row)?, person))
}

/// The visit of a day that has a number, with its standing.
pub(super) fn of_number(
    connection: &Connection,
    day: Day,
    ticket: Ticket,
) -> Result<Option<Visit>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS}, {STANDING} FROM visit WHERE day = ?1 AND series = ?2 AND number = ?3");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row(params![day, ticket.series, ticket.number], read_whole).optional()?)
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Visit> {
    let kind: StageKind = row.get(7)?;
    let since: Stamp = row.get(8)?;
    let stage = if kind == StageKind::Waiting {
        Stage::Waiting { since }
    } else {
        let (station, by) = (row.get(9)?, row.get(10)?);
        match kind {
            StageKind::Waiting => return Err(impossible(row, "stage")),
            StageKind::Called => Stage::Called { by, station, since, times: row.get(11)? },
            StageKind::Serving => Stage::Serving { by, station, since },
            StageKind::Held => Stage::Held { by, station, since },
            StageKind::Done => Stage::Done { by, station, at: since },
            StageKind::Left => {
                let (why, from, come_back) = (row.get(12)?, row.get(13)?, row.get(15)?);
                Stage::Left { by, station, at: since, why, from, come_back }
            }
        }
    };
    Ok(Visit {
        id: row.get(0)?,
        day: row.get(1)?,
        ticket: Ticket { series: row.get(2)?, number: row.get(3)? },
        persons: row.get(4)?,
        priority: row.get(5)?,
        arrived: row.get(6)?,
        stage,
        returns_of: row.get(14)?,
        standing: Standing::default(),
    })
}

/// A visit that is about to be entered.
#[derive(Clone, Copy, Debug)]
pub struct NewRow {
    /// Its number, drawn with [`Write::draw_ticket`].
    pub ticket: Ticket,
    pub shift: ShiftId,
    pub persons: u16,
    /// Why it goes first.
    pub priority: Option<Priority>,
    /// The earlier visit that it goes on with.
    pub returns_of: Option<VisitId>,
    /// The time that was agreed with the party.
    pub booked: Option<Stamp>,
}

impl Write<'_> {
    /// Enters a waiting visit, arrived now.
    pub fn add_visit(&self, new: NewRow) -> Result<Visit, StoreError> {
        let (day, at) = (self.sign.day(), self.sign.at);
        let place = match new.booked.filter(|booked| *booked > at) {
            Some(booked) => Position::at(booked),
            None => Position::of_arrival(at, self.last_place()?),
        };
        self.run(
            "INSERT INTO visit (day, series, number, shift, persons, priority, arrived, stage, since,
                 returns_of, place, booked)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', ?7, ?8, ?9, ?10)",
            params![
                day,
                new.ticket.series,
                new.ticket.number,
                new.shift,
                new.persons,
                new.priority,
                at,
                new.returns_of,
                place,
                new.booked
            ],
        )?;
        let visit = Visit {
            id: VisitId(self.transaction.last_insert_rowid()),
            day,
            ticket: new.ticket,
            persons: new.persons,
            priority: new.priority,
            arrived: at,
            stage: Stage::Waiting { since: at },
            returns_of: new.returns_of,
            standing: Standing { place, booked: new.booked, ..Standing::default() },
        };
        self.open_period(&visit, StageKind::Waiting)?;
        Ok(visit)
    }

    /// The latest place that was given by arrival, among the visits that have not ended.
    fn last_place(&self) -> Result<Option<Position>, StoreError> {
        // The words of the index, so that it is one look at its end however many wait.
        let mut last = self.transaction.prepare_cached(
            "SELECT max(place) FROM visit WHERE ended_day IS NULL AND (booked IS NULL OR booked <= arrived)",
        )?;
        Ok(last.query_row([], |row| row.get(0))?)
    }

    /// Notes one thing a party needs.
    pub fn add_need(&self, visit: VisitId, procedure: &Code, quantity: u16) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO need (visit, procedure, quantity) VALUES (?1, ?2, ?3)",
            params![visit, procedure, quantity],
        )?;
        Ok(())
    }

    /// What was asked for turned out to be something else.
    pub fn replace_need(&self, visit: VisitId, asked: &Code, known: &Code) -> Result<(), StoreError> {
        self.run(
            "UPDATE need SET procedure = ?3 WHERE visit = ?1 AND procedure = ?2",
            params![visit, asked, known],
        )?;
        Ok(())
    }

    /// The visit as it stands now, whatever a screen last showed.
    pub fn visit(&self, id: VisitId) -> Result<Option<Visit>, StoreError> {
        standing(&self.transaction, id)
    }

    /// Every visit that has not ended, of whichever day.
    pub fn open_visits(&self) -> Result<Vec<Visit>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS}, {STANDING} FROM visit INDEXED BY visit_open WHERE ended_day IS NULL");
        let mut statement = self.transaction.prepare_cached(&sql)?;
        let rows = statement.query_map([], read_whole)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What the party needs.
    pub fn needs(&self, visit: VisitId) -> Result<Vec<(Code, u16)>, StoreError> {
        needs_of(&self.transaction, visit)
    }

    /// Keeps a visit that changed its stage, and turns the page of its periods.
    pub fn keep_stage(&self, visit: &Visit) -> Result<(), StoreError> {
        self.keep_stage_as(visit, visit.stage.kind())
    }

    /// Keeps a visit that was put aside while its volunteer goes on serving it: its time is that of being served.
    pub fn keep_served_aside(&self, visit: &Visit) -> Result<(), StoreError> {
        self.keep_stage_as(visit, StageKind::Serving)
    }

    fn keep_stage_as(&self, visit: &Visit, period: StageKind) -> Result<(), StoreError> {
        let (mut why, mut from): (Option<LeaveReason>, Option<StageKind>) = (None, None);
        let (mut calls, mut come_back) = (None, None);
        match visit.stage {
            Stage::Left { why: reason, from: stage, come_back: day, .. } => {
                (why, from, come_back) = (Some(reason), Some(stage), day);
            }
            Stage::Called { times, .. } => calls = Some(times),
            _ => {}
        }
        let ended = (!visit.stage.kind().is_open()).then(|| visit.stage.since().day());
        self.run(
            "UPDATE visit SET stage = ?2, since = ?3, station = ?4, volunteer = ?5, calls = coalesce(?6, calls),
                 left_why = ?7, left_from = ?8, ended_day = ?9, place = ?10, serves = ?11, only_at = ?12,
                 called_at = ?13, returned_at = ?14, come_back = ?15 WHERE id = ?1",
            params![
                visit.id,
                visit.stage.kind(),
                visit.stage.since(),
                visit.stage.station(),
                visit.stage.by(),
                calls,
                why,
                from,
                ended,
                visit.standing.place,
                visit.standing.series,
                visit.standing.station,
                visit.standing.called,
                visit.standing.returned,
                come_back
            ],
        )?;
        self.close_period(visit.id, visit.stage.since())?;
        if ended.is_none() {
            self.open_period(visit, period)?;
        }
        Ok(())
    }

    /// Keeps how often a visit was called, and when it last was; its stage and period go on.
    pub fn keep_calls(&self, visit: &Visit, times: u8) -> Result<(), StoreError> {
        self.run(
            "UPDATE visit SET calls = ?2, called_at = ?3 WHERE id = ?1",
            params![visit.id, times, visit.standing.called],
        )?;
        Ok(())
    }

    /// Keeps where a waiting visit was sent to; its wait goes on.
    pub fn keep_transfer(&self, visit: &Visit) -> Result<(), StoreError> {
        self.run(
            "UPDATE visit SET serves = ?2, only_at = ?3 WHERE id = ?1",
            params![visit.id, visit.standing.series, visit.standing.station],
        )?;
        Ok(())
    }

    /// Keeps what is known of the person who asks.
    pub fn keep_person(&self, visit: VisitId, person: &Person) -> Result<(), StoreError> {
        self.run(
            "UPDATE visit SET age = ?2, sex = ?3, hamlet = ?4, phone = ?5, birth_year = ?6, commune = ?7 WHERE id = ?1",
            params![
                visit,
                person.age,
                person.sex,
                person.hamlet,
                person.phone,
                person.birth_year,
                person.commune
            ],
        )?;
        Ok(())
    }

    /// Keeps how a visit that has ended did so; when and where stay.
    pub fn keep_ending(&self, visit: &Visit) -> Result<(), StoreError> {
        let (why, from) = match visit.stage {
            Stage::Left { why, from, .. } => (Some(why), Some(from)),
            _ => (None, None),
        };
        self.run(
            "UPDATE visit SET stage = ?2, left_why = ?3, left_from = ?4, come_back = NULL WHERE id = ?1",
            params![visit.id, visit.stage.kind(), why, from],
        )?;
        Ok(())
    }

    /// Whether serving ever began.
    pub fn was_served(&self, visit: VisitId) -> Result<bool, StoreError> {
        let ask = "SELECT EXISTS (SELECT 1 FROM period WHERE visit = ?1 AND kind = 'serving')";
        Ok(self.transaction.prepare_cached(ask)?.query_row([visit], |row| row.get(0))?)
    }

    /// Keeps the head-count.
    pub fn keep_persons(&self, visit: VisitId, persons: u16) -> Result<(), StoreError> {
        self.run("UPDATE visit SET persons = ?2 WHERE id = ?1", params![visit, persons])?;
        Ok(())
    }
}

impl Store {
    /// A visit, ended or not.
    pub fn visit(&self, id: VisitId) -> Result<Option<Visit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM visit WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], read).optional()?)
    }

    /// The visit of a day that has a number.
    pub fn visit_of(&self, day: Day, ticket: Ticket) -> Result<Option<Visit>, StoreError> {
        of_number(&self.connection, day, ticket)
    }

    /// The visits that have ended and whose parties were to come back on a day, with all or with some of what they came for.
    pub fn promised_on(&self, day: Day) -> Result<Vec<VisitId>, StoreError> {
        promised_in(&self.connection, day, day.plus_days(1))
    }

    /// The first visit that goes on with this one, but for a number that was given by mistake.
    pub fn going_on_with(&self, earlier: VisitId) -> Result<Option<VisitId>, StoreError> {
        going_on_with(&self.connection, earlier)
    }

    /// What a party asked for, in the order in which it was said.
    pub fn needs_of(&self, visit: VisitId) -> Result<Vec<(Code, u16)>, StoreError> {
        needs_of(&self.connection, visit)
    }

    /// The visits of earlier days that ended on a day.
    pub fn ended_late(&self, day: Day) -> Result<Vec<Visit>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM visit INDEXED BY visit_carried
             WHERE ended_day <> day AND ended_day = ?1 AND day < ?1"
        );
        self.rows(&sql, [day], read)
    }
}

/// The series of a number, read for the counter.
pub(super) fn ticket(row: &Row<'_>) -> rusqlite::Result<Ticket> {
    let series: Series = row.get(0)?;
    Ok(Ticket { series, number: row.get(1)? })
}

/// A visit with its standing.
pub(super) fn standing(connection: &Connection, id: VisitId) -> Result<Option<Visit>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, {STANDING} FROM visit WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], read_whole).optional()?)
}

/// The first visit that goes on with this one, but for a number that was given by mistake.
pub(super) fn going_on_with(
    connection: &Connection,
    earlier: VisitId,
) -> Result<Option<VisitId>, StoreError> {
    let sql = "SELECT id FROM visit INDEXED BY visit_returns
         WHERE returns_of = ?1 AND left_why IS NOT 'mistake' ORDER BY id LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([earlier], |row| row.get(0)).optional()?)
}

/// The visits that have ended and whose parties were to come back from one day on and before another.
pub(super) fn promised_in(
    connection: &Connection,
    from: Day,
    before: Day,
) -> Result<Vec<VisitId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM visit INDEXED BY visit_promised
         WHERE come_back >= ?1 AND come_back < ?2 AND ended_day IS NOT NULL
         UNION SELECT visit.id FROM assist INDEXED BY assist_promised CROSS JOIN visit ON visit.id = assist.visit
         WHERE assist.come_back >= ?1 AND assist.come_back < ?2 AND ended_day IS NOT NULL",
    )?;
    let rows = statement.query_map([from, before], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn needs_of(connection: &Connection, visit: VisitId) -> Result<Vec<(Code, u16)>, StoreError> {
    let sql = "SELECT procedure, quantity FROM need WHERE visit = ?1 ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([visit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
