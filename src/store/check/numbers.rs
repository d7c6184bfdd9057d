//! Whether every number that was drawn is accounted for, by the same proof that a tally prints; and whether what was
//! counted without a number is as much as the journal says: two sources that agree only if nothing was lost.

use std::collections::BTreeMap;

use rusqlite::{Connection, Error, Row};

use super::super::visits::{self, COLUMNS};
use super::super::{StoreError, journal};
use super::{Finding, Findings};
use crate::domain::facts::{Facts, VisitFact, Withdrawn};
use crate::domain::queue::Standing;
use crate::domain::tally::{Number, Proof};
use crate::domain::{Counter, Day, Op, Person, Series, Span, Stage, Stamp, Ticket, Visit};

/// What the counters and the journal say of one day.
#[derive(Default)]
struct Book {
    drawn: Vec<Ticket>,
    withdrawn: Vec<Ticket>,
}

/// How many of each counter and day: by the rows of the table, and by the entries of the journal that stand.
#[derive(Default)]
struct Asked(BTreeMap<(Day, Counter), (u32, u32)>);

impl Asked {
    /// Notes an entry of the journal that stands.
    fn count(&mut self, day: Day, what: Counter) {
        self.0.entry((day, what)).or_default().1 += 1;
    }

    /// Reads the table, and finds the days on which the two differ.
    fn prove(mut self, connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
        let mut statement = connection.prepare("SELECT at, what FROM counted")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (at, what) = (readable(row.get::<_, Stamp>(0))?, readable(row.get::<_, Counter>(1))?);
            if let Some((at, what)) = at.zip(what) {
                self.0.entry((at.day(), what)).or_default().0 += 1;
            }
        }
        for ((day, what), (rows, entries)) in self.0 {
            if rows != entries {
                findings.add(Finding::CountAstray { what, day, rows, entries });
            }
        }
        Ok(())
    }
}

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut books: BTreeMap<Day, Book> = BTreeMap::new();
    counters(connection, &mut books)?;
    let mut asked = Asked::default();
    entries(connection, &mut books, &mut asked, findings)?;
    asked.prove(connection, findings)?;
    // The order of the index of numbers; a day is in memory at a time.
    let mut statement =
        connection.prepare(&format!("SELECT {COLUMNS} FROM visit ORDER BY day, series, number"))?;
    let mut rows = statement.query([])?;
    let mut today: Vec<VisitFact> = Vec::new();
    let mut carried: Vec<VisitFact> = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(visit) = readable(visits::read(row).or_else(|_| numbered(row)))? else { continue };
        if let Some(day) = today.first().map(|fact| fact.visit.day)
            && day != visit.day
        {
            prove_before(findings, &mut books, day, &mut today, &mut carried);
        }
        today.push(VisitFact { visit, need: None, person: Person::default() });
    }
    if let Some(day) = today.first().map(|fact| fact.visit.day) {
        prove_before(findings, &mut books, day, &mut today, &mut carried);
    }
    for (day, book) in books {
        prove(findings, day, book, Vec::new());
    }
    Ok(())
}

/// Proves a day that has visits and, before it, those since the last one that have none, and turns the page.
fn prove_before(
    findings: &mut Findings,
    books: &mut BTreeMap<Day, Book>,
    day: Day,
    today: &mut Vec<VisitFact>,
    carried: &mut Vec<VisitFact>,
) {
    while let Some(earlier) = books.first_entry().filter(|entry| *entry.key() < day) {
        let (day, book) = earlier.remove_entry();
        prove(findings, day, book, Vec::new());
    }
    carried.retain(|fact| is_open_on(&fact.visit, day));
    today.append(carried);
    let facts = std::mem::take(today);
    // What is still open tomorrow is carried into it.
    *carried = facts.iter().filter(|fact| is_open_on(&fact.visit, day.plus_days(1))).cloned().collect();
    prove(findings, day, books.remove(&day).unwrap_or_default(), facts);
}

/// Whether a visit of an earlier day was open when `day` began.
fn is_open_on(visit: &Visit, day: Day) -> bool {
    visit.stage.kind().is_open() || visit.stage.since().day() >= day
}

fn prove(findings: &mut Findings, day: Day, book: Book, visits: Vec<VisitFact>) {
    let Book { drawn, withdrawn } = book;
    let facts = Facts {
        visits,
        drawn: drawn.into_iter().map(|last| (day, last)).collect(),
        withdrawn: withdrawn.into_iter().map(|ticket| Withdrawn { given: day.start(), ticket }).collect(),
        ..Facts::of_nothing(Span::day(day), day.start())
    };
    let proof = Proof::of(&facts);
    if proof.holds() {
        return;
    }
    let is_explained = !proof.missing.is_empty() || !proof.surplus.is_empty();
    if !proof.missing.is_empty() {
        findings.add(Finding::NumbersMissing { day, tickets: tickets(&proof.missing) });
    }
    if !proof.surplus.is_empty() {
        findings.add(Finding::NumbersSurplus { day, tickets: tickets(&proof.surplus) });
    }
    if !is_explained {
        findings.add(Finding::ProofFails { day });
    }
}

fn tickets(numbers: &[Number]) -> Vec<Ticket> {
    numbers.iter().map(|number| number.ticket).collect()
}

fn counters(connection: &Connection, books: &mut BTreeMap<Day, Book>) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT day, series, last FROM counter ORDER BY day, series")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let read = || Ok((row.get::<_, Day>(0)?, row.get::<_, Series>(1)?, row.get::<_, u16>(2)?));
        if let Some((day, series, number)) = readable(read())? {
            books.entry(day).or_default().drawn.push(Ticket { series, number });
        }
    }
    Ok(())
}

/// Reads every entry of the journal, and keeps the numbers that were taken back and the quick questions that stand.
fn entries(
    connection: &Connection,
    books: &mut BTreeMap<Day, Book>,
    asked: &mut Asked,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT id, at, state, op FROM journal")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(3)?.as_str().map_err(Error::from)?;
        match journal::parse(text) {
            Err(_) => findings.add(Finding::UnknownOp { entry: row.get(0)? }),
            Ok(Op::NumberGiven { ticket, .. }) => {
                if is_taken_back(row)?
                    && let Some(at) = readable(row.get::<_, Stamp>(1))?
                {
                    books.entry(at.day()).or_default().withdrawn.push(ticket);
                }
            }
            Ok(Op::Counted { what, .. }) => {
                if !is_taken_back(row)?
                    && let Some(at) = readable(row.get::<_, Stamp>(1))?
                {
                    asked.count(at.day(), what);
                }
            }
            Ok(_) => {}
        }
    }
    Ok(())
}

/// Whether the entry of a row is undone, from its third column.
fn is_taken_back(row: &Row<'_>) -> rusqlite::Result<bool> {
    Ok(matches!(row.get::<_, Option<String>>(2)?.as_deref(), Some("undone" | "buried")))
}

/// A visit of which something else cannot be read still has its number.
fn numbered(row: &Row<'_>) -> rusqlite::Result<Visit> {
    let day: Day = row.get(1)?;
    let ticket = Ticket { series: row.get(2)?, number: row.get(3)? };
    let (arrived, stage) = (day.start(), Stage::Waiting { since: day.start() });
    Ok(Visit {
        id: row.get(0)?,
        day,
        ticket,
        persons: 1,
        priority: None,
        arrived,
        stage,
        returns_of: None,
        standing: Standing::default(),
    })
}

/// A row with a value this program does not know is left out here: the structure's check has named it.
fn readable<T>(row: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match row {
        Err(
            Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..),
        ) => Ok(None),
        other => other.map(Some),
    }
}
