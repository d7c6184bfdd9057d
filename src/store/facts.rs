//! What a tally is counted from.

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::{Store, StoreError, assists, journal, visits};
use crate::domain::facts::{Facts, Period, Return, VisitFact, Withdrawn};
use crate::domain::hours::{OfficeHours, Plan};
use crate::domain::waited::{Opening, Waits};
use crate::domain::{
    Code, Day, LeaveReason, Op, Outage, Person, Span, SpanKind, Stage, StageKind, Stamp, Ticket, VisitId,
};

/// Visits of earlier days that were still open when a day began. The indexes are named because each holds a handful of rows,
/// and the engine would rather read all visits of the years before.
const CARRIED: [&str; 2] = [
    "visit INDEXED BY visit_open WHERE ended_day IS NULL AND day < ?1",
    "visit INDEXED BY visit_carried WHERE ended_day <> day AND ended_day >= ?1 AND day < ?1",
];

/// So many days are read at a time where nothing is held of them: some megabytes of a busy desk.
const DAYS: usize = 31;

/// The questions whose answers are nearly all that a tally is counted from: the visits whose numbers were given on the days
/// `?1` to `?2`; and when the visits with the identities `?1` to `?2` were being served, and what they were helped with. A
/// bench asks the same of the engine's own shell.
pub fn questions() -> [String; 3] {
    [
        of_visits("visit WHERE day BETWEEN ?1 AND ?2"),
        "SELECT visit, from_at, until_at FROM period INDEXED BY period_serving
         WHERE kind = 'serving' AND visit BETWEEN ?1 AND ?2 ORDER BY visit"
            .to_owned(),
        format!("SELECT {} FROM assist WHERE visit BETWEEN ?1 AND ?2 ORDER BY visit, id", assists::COLUMNS),
    ]
}

fn of_visits(from: &str) -> String {
    let columns = visits::COLUMNS;
    format!("SELECT {columns}, visit.age, visit.sex, visit.hamlet, visit.phone, visit.booked FROM {from}")
}

fn read_visit(row: &Row<'_>) -> rusqlite::Result<VisitFact> {
    let mut visit = visits::read(row)?;
    visit.standing.booked = row.get(visits::WIDTH + 4)?;
    let person = Person {
        age: row.get(visits::WIDTH)?,
        sex: row.get(visits::WIDTH + 1)?,
        hamlet: row.get(visits::WIDTH + 2)?,
        phone: row.get(visits::WIDTH + 3)?,
        ..Person::default()
    };
    Ok(VisitFact { visit, need: None, person })
}

/// The places of visits, in the order of their identities, for rows that are read in that order.
struct Walk<'a>(&'a [(VisitId, usize)]);

impl Walk<'_> {
    fn find(&mut self, visit: VisitId) -> Option<usize> {
        while self.0.first().is_some_and(|(known, _)| *known < visit) {
            self.0 = &self.0[1..];
        }
        self.0.first().filter(|(known, _)| *known == visit).map(|(_, at)| *at)
    }
}

impl Store {
    /// Everything the tally of a span is counted from, read in one moment.
    pub fn facts(&self, span: impl Into<Span>, at: Stamp) -> Result<Facts, StoreError> {
        let span = span.into();
        // One read transaction: another console may write between two of these questions.
        let reading = self.connection.unchecked_transaction()?;
        let mut facts = self.facts_before(span, at)?;
        self.add_days(&mut facts, span.from, span.until)?;
        reading.finish()?;
        Ok(if span.kind == SpanKind::Shift { facts.narrowed_to(span) } else { facts })
    }

    /// The same for who looks at each visit once: some days at a time, with all that is said of the span as a whole. What is
    /// returned says that alone.
    pub fn facts_in_pieces(
        &self,
        span: Span,
        at: Stamp,
        mut take: impl FnMut(&Facts),
    ) -> Result<Facts, StoreError> {
        if span.kind == SpanKind::Shift {
            let facts = self.facts(span, at)?;
            take(&facts);
            return Ok(facts);
        }
        let reading = self.connection.unchecked_transaction()?;
        let mut piece = self.facts_before(span, at)?;
        let days = std::iter::successors(Some(span.from), |day| Some(day.plus_days(DAYS as u64)));
        let pieces = usize::try_from(span.days()).unwrap_or_default().div_ceil(DAYS);
        for from in days.take(pieces) {
            self.add_days(&mut piece, from, from.plus_days(DAYS as u64 - 1).min(span.until))?;
            take(&piece);
            piece.visits.clear();
            piece.periods.clear();
            piece.assists.clear();
            piece.drawn.clear();
            piece.withdrawn.clear();
        }
        reading.finish()?;
        Ok(piece)
    }

    /// What is said of the span as a whole, with the visits that were carried into it.
    fn facts_before(&self, span: Span, at: Stamp) -> Result<Facts, StoreError> {
        let mut facts = Facts::of_nothing(span, at);
        for sql in CARRIED.map(of_visits) {
            for fact in self.rows(&sql, [span.from], read_visit)? {
                facts.visits.push(fact);
                let last = facts.visits.len() - 1;
                self.add_rows(&mut facts, last)?;
            }
        }
        let earliest = facts.visits.iter().map(|fact| fact.visit.day).min().unwrap_or(span.from);
        let mut shifts = self.shifts_in(earliest, span.until)?;
        let opening = Opening::of(&shifts, at);
        shifts.retain(|shift| shift.day >= span.from);
        Ok(Facts {
            waits: Waits::new(opening, self.away_since(earliest)?),
            shifts,
            sittings: self.sittings_in(span.from, span.until)?,
            plan: Plan { hours: OfficeHours::said_in(&self.letterhead()?.hours), days: self.office_days()? },
            outages: self.outages_in(span)?,
            out_of_turn: self.out_of_turn_in(span)?,
            counted: self.counted_in(span)?,
            doubted: self.doubted_days(span)?,
            returns: self.returns_in(span)?,
            estimated: self.estimated()?.into_iter().collect(),
            ..facts
        })
    }

    /// Adds the visits whose numbers were given on some days, and those numbers.
    fn add_days(&self, facts: &mut Facts, from: Day, until: Day) -> Result<(), StoreError> {
        let first = facts.visits.len();
        let [given, ..] = questions();
        self.each(&given, params![from, until], |row| {
            facts.visits.push(read_visit(row)?);
            Ok(())
        })?;
        self.add_rows(facts, first)?;
        facts.drawn.extend(self.drawn_in(from, until)?);
        facts.withdrawn.extend(self.withdrawn_in(from, until)?);
        Ok(())
    }

    /// Adds the rows of the visits from a place on. They are asked for from the lowest identity to the highest: what belongs
    /// to a visit of other days, after a clock was set back, is left out.
    fn add_rows(&self, facts: &mut Facts, first: usize) -> Result<(), StoreError> {
        let Facts { visits, periods, assists, .. } = facts;
        let visits = &mut visits[first..];
        let mut known: Vec<(VisitId, usize)> =
            visits.iter().enumerate().map(|(at, fact)| (fact.visit.id, at)).collect();
        known.sort_unstable();
        let (Some((lowest, _)), Some((highest, _))) = (known.first(), known.last()) else { return Ok(()) };
        let (ids, [_, serving, helped]) = ([*lowest, *highest], questions());
        let mut known_here = Walk(&known);
        self.each(&serving, ids, |row| {
            let visit = row.get(0)?;
            if known_here.find(visit).is_some() {
                let (from, until) = (row.get(1)?, row.get(2)?);
                periods.push(Period { visit, kind: StageKind::Serving, from, until });
            }
            Ok(())
        })?;
        let mut known_here = Walk(&known);
        self.each(&helped, ids, |row| {
            let assist = assists::read(row)?;
            if let Some(at) = known_here.find(assist.visit) {
                // What was helped with first is what the visit was about, whatever was asked for.
                visits[at].need.get_or_insert_with(|| assist.procedure.clone());
                assists.push(assist);
            }
            Ok(())
        })?;
        for fact in visits.iter_mut().filter(|fact| fact.need.is_none()) {
            fact.need = self.first_need(fact.visit.id)?;
        }
        Ok(())
    }

    /// What a party asked for first.
    fn first_need(&self, visit: VisitId) -> Result<Option<Code>, StoreError> {
        let sql = "SELECT procedure FROM need WHERE visit = ?1 ORDER BY id LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.query_row([visit], |row| row.get(0)).optional()?)
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
    fn drawn_in(&self, from: Day, until: Day) -> Result<Vec<(Day, Ticket)>, StoreError> {
        self.rows(
            "SELECT series, last, day FROM counter WHERE day BETWEEN ?1 AND ?2 ORDER BY day, series",
            params![from, until],
            |row| Ok((row.get(2)?, visits::ticket(row)?)),
        )
    }

    /// The numbers that were given and taken back.
    fn withdrawn_in(&self, from: Day, until: Day) -> Result<Vec<Withdrawn>, StoreError> {
        let ops: Vec<(Stamp, String)> = self.rows(
            "SELECT at, op FROM journal INDEXED BY journal_taken_back
             WHERE state IN ('undone', 'buried') AND at >= ?1 AND at < ?2 ORDER BY id",
            params![from.start(), until.plus_days(1).start()],
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

    fn each(
        &self,
        sql: &str,
        values: impl Params,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }

    pub(super) fn rows<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        rows(&self.connection, sql, values, read)
    }
}

/// Every row of an answer.
pub(super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
