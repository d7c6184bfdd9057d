//! What a tally is counted from.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::{Params, Row, params};

use super::{Store, StoreError, assists, journal, visits};
use crate::domain::facts::{Facts, Period, Return, VisitFact, Withdrawn};
use crate::domain::hours::{OfficeHours, Plan};
use crate::domain::waited::{Opening, Waits};
use crate::domain::{
    Assist, Code, Day, LeaveReason, Op, Outage, Person, Span, SpanKind, Stage, Stamp, Ticket, VisitId,
};

/// The visits of a span: those whose number was given in it, and earlier ones that were still open when it began.
///
/// The indexes are named because each holds a handful of rows, and the engine would rather read all visits of the
/// years before.
const OF_SPAN: [&str; 3] = [
    "visit WHERE day BETWEEN ?1 AND ?2",
    "visit INDEXED BY visit_open WHERE ended_day IS NULL AND day < ?1",
    "visit INDEXED BY visit_carried WHERE ended_day <> day AND ended_day >= ?1 AND day < ?1",
];

/// The questions whose answers are nearly all that a tally is counted from, with the first and the last day for `?1` and
/// `?2`: the visits, their needs, when they were being served, and what they were helped with. Rows come in no
/// particular order but for the needs of one visit. A bench asks the same of the engine's own shell.
pub fn questions() -> [String; 4] {
    let of_span =
        |columns: &str| OF_SPAN.map(|from| format!("SELECT {columns} FROM {from}")).join(" UNION ALL ");
    // CROSS keeps the order: left to itself the engine begins with everything since the first day.
    let beside = |columns: &str, table: &str, only: &str| {
        format!(
            "WITH of_span (id) AS ({}) SELECT {columns} FROM of_span CROSS JOIN {table} ON visit = of_span.id{only}",
            of_span("id")
        )
    };
    [
        of_span(&format!(
            "{}, visit.age, visit.sex, visit.hamlet, visit.phone, visit.booked",
            visits::COLUMNS
        )),
        beside("visit, procedure", "need", ""),
        beside(
            "visit, kind, from_at, until_at",
            "period INDEXED BY period_serving",
            " WHERE kind = 'serving'",
        ),
        beside(assists::COLUMNS, "assist", ""),
    ]
}

/// The place of the first assist of each visit.
fn first_of_each(assists: &[Assist]) -> HashMap<VisitId, usize> {
    let mut first: HashMap<VisitId, usize> = HashMap::new();
    for (at, assist) in assists.iter().enumerate() {
        match first.entry(assist.visit) {
            Entry::Occupied(mut known) if assists[*known.get()].id > assist.id => _ = known.insert(at),
            Entry::Occupied(_) => {}
            Entry::Vacant(none) => _ = none.insert(at),
        }
    }
    first
}

impl Store {
    /// Everything the tally of a span is counted from, read in one moment.
    pub fn facts(&self, span: impl Into<Span>, at: Stamp) -> Result<Facts, StoreError> {
        let span = span.into();
        // One read transaction: another console may write between two of these questions.
        let reading = self.connection.unchecked_transaction()?;
        let facts = self.read_facts(span, at)?;
        reading.finish()?;
        Ok(if span.kind == SpanKind::Shift { facts.narrowed_to(span) } else { facts })
    }

    fn read_facts(&self, span: Span, at: Stamp) -> Result<Facts, StoreError> {
        let days = (span.from, span.until);
        let [visits, needs, periods, assists] = questions();
        let mut first: HashMap<VisitId, Code> = HashMap::new();
        for (visit, code) in
            self.rows(&needs, params![days.0, days.1], |row| Ok((row.get(0)?, row.get(1)?)))?
        {
            first.entry(visit).or_insert(code);
        }
        let assists = self.rows(&assists, params![days.0, days.1], assists::read)?;
        // What was helped with first is what the visit was about, whatever was asked for.
        let helped = first_of_each(&assists);
        let visits: Vec<VisitFact> = self.rows(&visits, params![days.0, days.1], |row| {
            let mut visit = visits::read(row)?;
            visit.standing.booked = row.get(visits::WIDTH + 4)?;
            let person = Person {
                age: row.get(visits::WIDTH)?,
                sex: row.get(visits::WIDTH + 1)?,
                hamlet: row.get(visits::WIDTH + 2)?,
                phone: row.get(visits::WIDTH + 3)?,
                ..Person::default()
            };
            let asked = first.remove(&visit.id);
            let need = helped.get(&visit.id).map(|at| assists[*at].procedure.clone()).or(asked);
            Ok(VisitFact { visit, need, person })
        })?;
        let earliest = visits.iter().map(|fact| fact.visit.day).min().unwrap_or(span.from).min(span.from);
        let mut shifts = self.shifts_in(earliest, span.until)?;
        let opening = Opening::of(&shifts, at);
        shifts.retain(|shift| shift.day >= span.from);
        let waits = Waits::new(opening, self.away_since(earliest)?);
        Ok(Facts {
            span,
            at,
            visits,
            waits,
            periods: self.rows(&periods, params![days.0, days.1], |row| {
                Ok(Period { visit: row.get(0)?, kind: row.get(1)?, from: row.get(2)?, until: row.get(3)? })
            })?,
            assists,
            drawn: self.drawn_in(span)?,
            withdrawn: self.withdrawn_in(span)?,
            elsewhere: Vec::new(),
            shifts,
            sittings: self.sittings_in(span.from, span.until)?,
            plan: Plan { hours: OfficeHours::said_in(&self.letterhead()?.hours), days: self.office_days()? },
            outages: self.outages_in(span)?,
            out_of_turn: self.out_of_turn_in(span)?,
            counted: self.counted_in(span)?,
            doubted: self.doubted_days(span)?,
            returns: self.returns_in(span)?,
            estimated: self.estimated()?.into_iter().collect(),
        })
    }

    /// The visits that were taken up again on the days of a span, as they had ended before.
    fn returns_in(&self, span: Span) -> Result<Vec<Return>, StoreError> {
        let days = params![span.from.start(), span.until.plus_days(1).start()];
        let read = |row: &Row<'_>| {
            let (by, station, at) = (row.get(4)?, row.get(5)?, row.get(3)?);
            let ended = match row.get::<_, Option<LeaveReason>>(6)? {
                None => Stage::Done { by, station, at },
                Some(why) => Stage::Left { by, station, at, why, from: row.get(7)?, come_back: None },
            };
            let one = Return { visit: row.get(1)?, ended, at: row.get(2)?, assists: Vec::new() };
            Ok((row.get::<_, i64>(0)?, one))
        };
        let mut found: Vec<(i64, Return)> = self.rows(
            "SELECT id, visit, at, ended_at, ended_by, ended_station, left_why, left_from FROM visit_return
             WHERE at >= ?1 AND at < ?2 ORDER BY id",
            days,
            read,
        )?;
        // What had been helped with is asked for where one shift is told from another.
        for (id, one) in found.iter_mut().filter(|_| span.kind == SpanKind::Shift) {
            let sql = format!(
                "SELECT {} FROM return_assist AS assist JOIN visit_return ON visit_return.id = assist.visit_return
                 WHERE assist.visit_return = ?1 ORDER BY assist.id",
                assists::COLUMNS.replace("assist.id", "assist.assist").replace("assist.visit,", "visit_return.visit,")
            );
            one.assists = self.rows(&sql, [*id], assists::read)?;
        }
        Ok(found.into_iter().map(|(_, one)| one).collect())
    }

    /// When parties were away that came back on a day or later: each with the moment at which it was noted as absent or gone.
    pub(super) fn away_since(&self, day: Day) -> Result<Vec<(VisitId, Stamp, Stamp)>, StoreError> {
        // A handful a day, so that the table is read whole.
        self.rows("SELECT visit, ended_at, at FROM visit_return WHERE at >= ?1", [day.start()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
    }

    /// The same of one visit.
    pub fn away(&self, visit: VisitId) -> Result<Vec<(VisitId, Stamp, Stamp)>, StoreError> {
        self.rows("SELECT visit, ended_at, at FROM visit_return WHERE visit = ?1", [visit], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
    }

    /// The last number of each series on each day.
    fn drawn_in(&self, span: Span) -> Result<Vec<(Day, Ticket)>, StoreError> {
        self.rows(
            "SELECT series, last, day FROM counter WHERE day BETWEEN ?1 AND ?2 ORDER BY day, series",
            params![span.from, span.until],
            |row| Ok((row.get(2)?, visits::ticket(row)?)),
        )
    }

    /// The numbers that were given and taken back.
    fn withdrawn_in(&self, span: Span) -> Result<Vec<Withdrawn>, StoreError> {
        let ops: Vec<(Stamp, String)> = self.rows(
            "SELECT at, op FROM journal INDEXED BY journal_taken_back
             WHERE state IN ('undone', 'buried') AND at >= ?1 AND at < ?2 ORDER BY id",
            params![span.from.start(), span.until.plus_days(1).start()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut withdrawn = Vec::new();
        for (given, op) in ops {
            if let Op::NumberGiven { ticket, .. } = journal::parse(&op)? {
                withdrawn.push(Withdrawn { given, ticket });
            }
        }
        Ok(withdrawn)
    }

    fn outages_in(&self, span: Span) -> Result<Vec<Outage>, StoreError> {
        self.rows(
            "SELECT id, system, from_at, until_at FROM outage
             WHERE from_at < ?2 AND (until_at IS NULL OR until_at > ?1) ORDER BY id",
            params![span.start(), span.end()],
            super::unnumbered::read_outage,
        )
    }

    pub(super) fn rows<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
