//! Whether the periods of each visit tell one story, from the arrival to where it stands.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, Row};

use super::super::{StoreError, schema, sums};
use super::{Finding, Findings, PLACE, PeriodFlaw, Place, place};
use crate::domain::StageKind;

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

/// Whether the periods of each visit tell one story; and the sums of both tables, which are read for it once, in their order.
pub(super) fn look(
    connection: &Connection,
    findings: &mut Findings,
) -> Result<[BTreeMap<i64, i64>; 2], StoreError> {
    let returns = returns(connection)?;
    let mut courses: HashMap<i64, Course> = HashMap::new();
    let periods = each(connection, "period", "visit, kind, from_at, until_at", |row| {
        let visit: i64 = row.get(0)?;
        let period = Period { kind: kind(row, 1)?, from: row.get(2)?, until: row.get(3)? };
        let away = || returns.get(&visit).map_or(&[][..], Vec::as_slice);
        courses.entry(visit).or_default().take(period, away);
        Ok(())
    })?;
    let mut flaws = Vec::new();
    let visits = each(connection, "visit", "id, arrived, stage, since", |row| {
        let id: i64 = row.get(0)?;
        let course = courses.remove(&id).unwrap_or_default();
        flaws.extend(course.flaw(row.get(1)?, kind(row, 2)?, row.get(3)?).map(|flaw| (id, flaw)));
        Ok(())
    })?;
    for (id, flaw) in flaws {
        let visit: Place =
            connection.query_row(&format!("SELECT {PLACE} FROM visit WHERE id = ?1"), [id], place)?;
        findings.add(Finding::Periods { visit, flaw });
    }
    Ok([visits, periods])
}

/// Reads a table in its order, these columns first, and sums its rows.
fn each(
    connection: &Connection,
    table: &str,
    first: &str,
    mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<BTreeMap<i64, i64>, StoreError> {
    let columns = schema::columns(connection, table)?;
    let sql = format!("SELECT {first}, {} FROM {table} ORDER BY {table}.id", columns.join(", "));
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut sums, from) = (sums::Tally::default(), first.split(',').count());
    while let Some(row) = rows.next()? {
        read(row)?;
        sums.take(row, from, columns.len())?;
    }
    Ok(sums.finish())
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
        if is_open && (last.kind != stage || last.from != since) {
            return Some(PeriodFlaw::OtherThanStage);
        }
        (!is_open && last.until != Some(since)).then_some(PeriodFlaw::NotUntilEnd)
    }
}
