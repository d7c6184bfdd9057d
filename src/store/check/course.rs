//! The visits and their periods read once: whether the periods of each tell one story, from the arrival to where it stands, and
//! whether its times lie on its days.

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::super::StoreError;
use super::super::sums::Sums;
use super::pass::{Indexes, Table};
use super::{Finding, Findings, PeriodFlaw, readable};
use crate::domain::{Day, StageKind, Stamp, Ticket};

/// What is recounted of a visit.
#[derive(Clone, Copy)]
pub(super) struct Visit {
    pub(super) id: i64,
    pub(super) day: Day,
    pub(super) ticket: Ticket,
    pub(super) persons: u16,
    pub(super) stage: Option<StageKind>,
    pub(super) since: i64,
    /// The moment that decides its place: the arrival, or the booked time when that is later.
    pub(super) due: i64,
    pub(super) is_booked: bool,
    /// Whether it had ended and got another place.
    pub(super) has_returned: bool,
    pub(super) place: i64,
}

impl Visit {
    /// Whether it has ended.
    pub(super) fn has_ended(&self) -> bool {
        self.stage.is_some_and(|stage| !stage.is_open())
    }
}

struct Period {
    kind: Option<StageKind>,
    from: i64,
    until: Option<i64>,
}

/// What is known of a visit by its periods so far. A kind is `None` when the file holds one that this program does not know.
#[derive(Default)]
struct Course {
    first: Option<(Option<StageKind>, i64)>,
    last: Option<Period>,
    open: u32,
    has_gap: bool,
}

/// The sums of both tables by their names, and the visits.
type Looked = ([(&'static str, Sums); 2], Vec<Visit>);

/// Reads both tables, each once and in its order. The visits are those whose number can be read.
pub(super) fn look(
    connection: &Connection,
    indexes: &Indexes,
    findings: &mut Findings,
) -> Result<Looked, StoreError> {
    let returns = returns(connection)?;
    let mut courses: HashMap<i64, Course> = HashMap::new();
    let table = Table::new(connection, "period", indexes)?;
    let cells = ["visit", "kind", "from_at", "until_at"].map(|column| table.at(column));
    let periods = table.read(findings, |row| {
        let visit: i64 = row.get(cells[0])?;
        let period =
            Period { kind: kind(row, cells[1])?, from: row.get(cells[2])?, until: row.get(cells[3])? };
        let away = || returns.get(&visit).map_or(&[][..], Vec::as_slice);
        courses.entry(visit).or_default().take(period, away);
        Ok(())
    })?;
    let (mut visits, mut wrong, mut flaws) = (Vec::new(), Vec::new(), Vec::new());
    let table = Table::new(connection, "visit", indexes)?;
    let cells = [
        "id",
        "arrived",
        "stage",
        "since",
        "day",
        "ended_day",
        "series",
        "number",
        "persons",
        "booked",
        "returned_at",
        "place",
    ]
    .map(|column| table.at(column));
    let sums = table.read(findings, |row| {
        let (id, arrived, since): (i64, i64, i64) =
            (row.get(cells[0])?, row.get(cells[1])?, row.get(cells[3])?);
        let stage = kind(row, cells[2])?;
        let course = courses.remove(&id).unwrap_or_default();
        flaws.extend(course.flaw(arrived, stage, since).map(|flaw| (id, flaw)));
        let day = readable(row.get::<_, Day>(cells[4]))?;
        if day != Some(Stamp::from_seconds(arrived).day()) {
            wrong.push((id, false));
        }
        let ended = row.get_ref(cells[5])? != rusqlite::types::ValueRef::Null;
        if ended && readable(row.get::<_, Day>(cells[5]))? != Some(Stamp::from_seconds(since).day()) {
            wrong.push((id, true));
        }
        let number = || Ok(Ticket { series: row.get(cells[6])?, number: row.get(cells[7])? });
        if let (Some(day), Some(ticket)) = (day, readable(number())?) {
            let booked: Option<i64> = row.get(cells[9])?;
            let later = booked.filter(|booked| *booked > arrived);
            visits.push(Visit {
                id,
                day,
                ticket,
                persons: readable(row.get(cells[8]))?.unwrap_or_default(),
                stage,
                since,
                due: later.unwrap_or(arrived),
                is_booked: later.is_some(),
                has_returned: row.get::<_, Option<i64>>(cells[10])?.is_some(),
                place: row.get(cells[11])?,
            });
        }
        Ok(())
    })?;
    for at_end in [false, true] {
        for (id, _) in wrong.iter().filter(|(_, wrong)| *wrong == at_end) {
            let finding = if at_end { Finding::EndedAnotherDay } else { Finding::ArrivedAnotherDay };
            findings.of_visit(connection, *id, finding)?;
        }
    }
    for (id, flaw) in flaws {
        findings.of_visit(connection, id, |visit| Finding::Periods { visit, flaw })?;
    }
    Ok(([("period", periods), ("visit", sums)], visits))
}
/// The visits that went on after they had ended, few of all.
fn returns(connection: &Connection) -> Result<HashMap<i64, Vec<(i64, i64)>>, StoreError> {
    let mut statement = connection.prepare("SELECT visit, ended_at, at FROM visit_return")?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(found)
}

fn kind(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<StageKind>> {
    Ok(StageKind::from_code(row.get_ref(column)?.as_str()?))
}

impl Course {
    /// Takes the next period; `away` says from when until when the visit had ended, each time that it went on again.
    fn take<'a>(&mut self, period: Period, away: impl Fn() -> &'a [(i64, i64)]) {
        self.first.get_or_insert((period.kind, period.from));
        self.open += u32::from(period.until.is_none());
        if let Some(before) = &self.last {
            let follows = before
                .until
                .is_some_and(|until| until == period.from || away().contains(&(until, period.from)));
            self.has_gap |= !follows;
        }
        self.last = Some(period);
    }

    /// The first thing that is wrong, of a visit that arrived then and has been in that stage since then.
    fn flaw(&self, arrived: i64, stage: Option<StageKind>, since: i64) -> Option<PeriodFlaw> {
        let is_open = stage.is_none_or(StageKind::is_open);
        match (is_open, self.open) {
            (true, 0) => return Some(PeriodFlaw::NoneOpen),
            (true, 2..) => return Some(PeriodFlaw::SeveralOpen),
            (false, 1..) => return Some(PeriodFlaw::OpenAfterEnd),
            _ => {}
        }
        let (Some((kind, from)), Some(last)) = (self.first, &self.last) else {
            return Some(PeriodFlaw::NotFromArrival);
        };
        if kind != Some(StageKind::Waiting) || from != arrived {
            return Some(PeriodFlaw::NotFromArrival);
        }
        if self.has_gap {
            return Some(PeriodFlaw::Gap);
        }
        // Where two sit at one PC, who is put aside is still being served.
        let is_served_aside = stage == Some(StageKind::Held) && last.kind == Some(StageKind::Serving);
        if is_open && ((last.kind != stage && !is_served_aside) || last.from != since) {
            return Some(PeriodFlaw::OtherThanStage);
        }
        (!is_open && last.until != Some(since)).then_some(PeriodFlaw::NotUntilEnd)
    }
}
