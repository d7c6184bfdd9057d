//! Whether every number that was drawn is accounted for, by the same proof that a tally prints; and whether what was
//! counted without a number is as much as the journal says: two sources that agree only if nothing was lost.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::{Connection, Row, params};

use super::super::StoreError;
use super::super::visits::{self, COLUMNS};
use super::course::Visit;
use super::entries::{Given, Journal};
use super::{Finding, Findings, readable};
use crate::domain::facts::{Facts, VisitFact, Withdrawn};
use crate::domain::queue::Standing;
use crate::domain::tally::{Number, Proof};
use crate::domain::{Counter, Day, Person, Series, Span, Stage, Ticket};

/// Finds the days on which the rows of a counter and the entries of the journal differ.
pub(super) fn counted(
    rows: &BTreeMap<(Day, Counter), u32>,
    entries: &BTreeMap<(Day, Counter), u32>,
    findings: &mut Findings,
) {
    let days: BTreeSet<&(Day, Counter)> = rows.keys().chain(entries.keys()).collect();
    for key @ (day, what) in days {
        let count = |of: &BTreeMap<_, u32>| of.get(key).copied().unwrap_or_default();
        let (rows, entries) = (count(rows), count(entries));
        if rows != entries {
            findings.add(Finding::CountAstray { what: *what, day: *day, rows, entries });
        }
    }
}

/// The numbers of a series on a day.
#[derive(Default)]
struct Book {
    /// The last that was drawn.
    drawn: u16,
    /// How many visits have one, and the highest of them.
    visits: u32,
    highest: u16,
    /// How many were taken back and stand for no visit.
    withdrawn: u32,
}

impl Book {
    /// Whether the numbers come out even. A day has each only once, so that their count tells.
    fn is_even(&self) -> bool {
        self.highest <= self.drawn && self.visits + self.withdrawn == u32::from(self.drawn)
    }
}

/// Proves all days. The proof of a tally is made where the numbers do not come out even, and says why.
pub(super) fn prove(
    connection: &Connection,
    visits: &[Visit],
    journal: &Journal,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut books: BTreeMap<Day, BTreeMap<Series, Book>> = BTreeMap::new();
    let mut counters = connection.prepare("SELECT day, series, last FROM counter")?;
    let mut rows = counters.query([])?;
    while let Some(row) = rows.next()? {
        let read = || Ok((row.get::<_, Day>(0)?, row.get::<_, Series>(1)?, row.get::<_, u16>(2)?));
        if let Some((day, series, last)) = readable(read())? {
            books.entry(day).or_default().entry(series).or_default().drawn = last;
        }
    }
    let withdrawn: HashSet<&Given> = journal.withdrawn.iter().collect();
    let mut given_again: HashSet<Given> = HashSet::new();
    for visit in visits {
        let Ticket { series, number } = visit.ticket;
        let book = books.entry(visit.day).or_default().entry(series).or_default();
        book.visits += 1;
        book.highest = book.highest.max(number);
        let given = (visit.day, visit.ticket);
        if !withdrawn.is_empty() && withdrawn.contains(&given) {
            given_again.insert(given);
        }
    }
    for (day, ticket) in withdrawn.iter().filter(|given| !given_again.contains(*given)) {
        books.entry(*day).or_default().entry(ticket.series).or_default().withdrawn += 1;
    }
    for (day, series) in books.iter().filter(|(_, series)| !series.values().all(Book::is_even)) {
        let drawn = series.iter().filter(|(_, book)| book.drawn > 0);
        let drawn = drawn.map(|(series, book)| (*day, Ticket { series: *series, number: book.drawn }));
        let back = journal.withdrawn.iter().filter(|(given, _)| given == day);
        let facts = Facts {
            visits: of_day(connection, *day)?,
            drawn: drawn.collect(),
            withdrawn: back.map(|(day, ticket)| Withdrawn { given: day.start(), ticket: *ticket }).collect(),
            ..Facts::of_nothing(Span::day(*day), day.start())
        };
        tell(*day, &Proof::of(&facts), findings);
    }
    Ok(())
}

fn tell(day: Day, proof: &Proof, findings: &mut Findings) {
    if proof.holds() {
        return;
    }
    if !proof.missing.is_empty() {
        findings.add(Finding::NumbersMissing { day, tickets: tickets(&proof.missing) });
    }
    if !proof.surplus.is_empty() {
        findings.add(Finding::NumbersSurplus { day, tickets: tickets(&proof.surplus) });
    }
    if proof.missing.is_empty() && proof.surplus.is_empty() {
        findings.add(Finding::ProofFails { day });
    }
}

fn tickets(numbers: &[Number]) -> Vec<Ticket> {
    numbers.iter().map(|number| number.ticket).collect()
}

/// The visits of a day.
fn of_day(connection: &Connection, day: Day) -> Result<Vec<VisitFact>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM visit WHERE day = ?1 ORDER BY series, number");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![day])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(visit) = readable(visits::read(row).or_else(|_| numbered(row)))? else { continue };
        found.push(VisitFact { visit, need: None, person: Person::default() });
    }
    Ok(found)
}

/// A visit of which something else cannot be read still has its number.
fn numbered(row: &Row<'_>) -> rusqlite::Result<crate::domain::Visit> {
    let day: Day = row.get(1)?;
    let ticket = Ticket { series: row.get(2)?, number: row.get(3)? };
    let (arrived, stage) = (day.start(), Stage::Waiting { since: day.start() });
    Ok(crate::domain::Visit {
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
