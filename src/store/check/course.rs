//! Whether the periods of each visit tell one story, from the arrival to where it stands.

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::super::StoreError;
use super::{Finding, Findings, PLACE, PeriodFlaw, Place, place};
use crate::domain::StageKind;

struct Period {
    kind: Option<StageKind>,
    from: i64,
    until: Option<i64>,
}

/// A visit and its periods. A kind is `None` when the file holds one that this program does not know.
struct Course {
    row: i64,
    arrived: i64,
    stage: Option<StageKind>,
    since: i64,
    periods: Vec<Period>,
    /// From when until when it had ended, each time that it went on again.
    away: Vec<(i64, i64)>,
}

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut returns = returns(connection)?;
    // In the order of both keys, so that the engine need not sort and one visit is in memory at a time.
    let mut statement = connection.prepare(
        "SELECT visit.id, arrived, stage, since, kind, from_at, until_at
         FROM visit LEFT JOIN period ON period.visit = visit.id ORDER BY visit.id, period.id",
    )?;
    let mut rows = statement.query([])?;
    let mut now: Option<Course> = None;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if now.as_ref().is_none_or(|course| course.row != id) {
            judge(connection, findings, now.take())?;
        }
        let course = match &mut now {
            Some(course) => course,
            none => none.insert(Course {
                row: id,
                arrived: row.get(1)?,
                stage: kind(row, 2)?,
                since: row.get(3)?,
                periods: Vec::new(),
                away: returns.remove(&id).unwrap_or_default(),
            }),
        };
        if let Some(from) = row.get(5)? {
            course.periods.push(Period { kind: kind(row, 4)?, from, until: row.get(6)? });
        }
    }
    judge(connection, findings, now)
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

fn judge(connection: &Connection, findings: &mut Findings, course: Option<Course>) -> Result<(), StoreError> {
    let Some(course) = course else { return Ok(()) };
    if let Some(flaw) = course.flaw() {
        let visit: Place =
            connection.query_row(&format!("SELECT {PLACE} FROM visit WHERE id = ?1"), [course.row], place)?;
        findings.add(Finding::Periods { visit, flaw });
    }
    Ok(())
}

impl Course {
    /// The first thing that is wrong.
    fn flaw(&self) -> Option<PeriodFlaw> {
        let is_open = self.stage.is_none_or(StageKind::is_open);
        match (is_open, self.periods.iter().filter(|period| period.until.is_none()).count()) {
            (true, 0) => return Some(PeriodFlaw::NoneOpen),
            (true, 2..) => return Some(PeriodFlaw::SeveralOpen),
            (false, 1..) => return Some(PeriodFlaw::OpenAfterEnd),
            _ => {}
        }
        let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) else {
            return Some(PeriodFlaw::NotFromArrival);
        };
        if first.kind != Some(StageKind::Waiting) || first.from != self.arrived {
            return Some(PeriodFlaw::NotFromArrival);
        }
        let follows = |pair: &[Period]| {
            pair[0].until == Some(pair[1].from)
                || pair[0].until.is_some_and(|until| self.away.contains(&(until, pair[1].from)))
        };
        if !self.periods.windows(2).all(follows) {
            return Some(PeriodFlaw::Gap);
        }
        if is_open && (last.kind != self.stage || last.from != self.since) {
            return Some(PeriodFlaw::OtherThanStage);
        }
        (!is_open && last.until != Some(self.since)).then_some(PeriodFlaw::NotUntilEnd)
    }
}
