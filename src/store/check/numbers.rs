//! Whether every number that was drawn is accounted for, by the same proof that a tally prints; and whether what was
//! counted without a number is as much as the journal says: two sources that agree only if nothing was lost.

use std::collections::BTreeMap;

use rusqlite::{Connection, Error, Row};

use super::super::sums::{After, Chains, Run};
use super::super::visits::{self, COLUMNS};
use super::super::{StoreError, journal, sums};
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

/// What the entries come to, beside what they say.
pub(super) struct Journal {
    pub(super) sums: BTreeMap<i64, i64>,
    pub(super) runs: Vec<Run>,
}

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<Journal, StoreError> {
    let mut books: BTreeMap<Day, Book> = BTreeMap::new();
    counters(connection, &mut books)?;
    let mut asked = Asked::default();
    let journal = entries(connection, &mut books, &mut asked, findings)?;
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
    Ok(journal)
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

/// The columns of the journal in their order, and where among them those of the chain stand.
const ENTRY: &str = "id, at, station, volunteer, op, state, target";
const WIDTH: usize = 7;
const LINKED: [usize; 6] = [0, 1, 2, 3, 4, 6];

/// Reads every entry of the journal once: for its hashes, and for the numbers that were taken back and the quick questions
/// that stand.
///
/// Of millions of entries few kinds say anything about that. One entry of each kind is read whole; the others of the kind are
/// as readable, as long as nothing is altered. Where something is, every entry is read.
fn entries(
    connection: &Connection,
    books: &mut BTreeMap<Day, Book>,
    asked: &mut Asked,
    findings: &mut Findings,
) -> Result<Journal, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT {ENTRY} FROM journal ORDER BY id"))?;
    let mut rows = statement.query([])?;
    let (mut sums, mut chains) = (sums::Tally::default(), Chains::begin(connection, After::Kept)?);
    let mut indexes = Indexes::default();
    let mut known: Vec<String> = Vec::new();
    let mut unknown: Vec<i64> = Vec::new();
    while let Some(row) = rows.next()? {
        sums.take(row, 0, WIDTH)?;
        chains.take(row, LINKED)?;
        let text = row.get_ref(4)?.as_str().map_err(Error::from)?;
        let code = journal::code(text);
        indexes.take(row, code)?;
        let is_read = match code {
            Some("number-given") => is_taken_back(row)?,
            Some(code) if code != "counted" => !known.iter().any(|known| known == code),
            _ => true,
        };
        if !is_read {
            continue;
        }
        match journal::parse(text) {
            Err(_) => unknown.push(row.get(0)?),
            Ok(op) => {
                note(row, &op, books, asked)?;
                known.extend(code.filter(|code| !known.iter().any(|known| known == code)).map(str::to_owned));
            }
        }
    }
    let journal = Journal { sums: sums.finish(), runs: chains.finish() };
    if !unknown.is_empty() || journal.runs.iter().any(|run| run.kept != run.counted) {
        unknown = unreadable(connection)?;
    }
    for entry in unknown {
        findings.add(Finding::UnknownOp { entry });
    }
    indexes.prove(connection, findings)?;
    Ok(journal)
}

/// What the indexes of the journal must hold, each as the hashes of its entries joined by exclusive or.
#[derive(Default)]
struct Indexes([i64; 4]);

impl Indexes {
    /// The name of each, and what stands in it; the words of the schema, so that it is read from the index alone.
    const ALL: [(&str, &str, &str); 4] = [
        ("journal_turn", "station, state, id", "state = 'done' OR state = 'undone'"),
        ("journal_taken_back", "at, id", "state IN ('undone', 'buried')"),
        ("journal_pick", "volunteer, id", "op ->> 0 IN ('number-given', 'assist-added')"),
        ("journal_corrected", "at, id", "op ->> 0 = 'corrected'"),
    ];

    /// Takes an entry, whose columns are [`ENTRY`].
    fn take(&mut self, row: &Row<'_>, code: Option<&str>) -> rusqlite::Result<()> {
        let state = row.get_ref(5)?.as_str_or_null()?;
        if matches!(state, Some("done" | "undone")) {
            self.0[0] ^= sums::of_cells(row, &[2, 5, 0])?;
        }
        if matches!(state, Some("undone" | "buried")) {
            self.0[1] ^= sums::of_cells(row, &[1, 0])?;
        }
        if matches!(code, Some("number-given" | "assist-added")) {
            self.0[2] ^= sums::of_cells(row, &[3, 0])?;
        }
        if code == Some("corrected") {
            self.0[3] ^= sums::of_cells(row, &[1, 0])?;
        }
        Ok(())
    }

    /// Reads the indexes, in the way in which the engine tells of those that it compares itself.
    fn prove(self, connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
        for ((name, cells, rows), mut rest) in Self::ALL.into_iter().zip(self.0) {
            let sql = format!("SELECT {cells} FROM journal INDEXED BY {name} WHERE {rows}");
            // One that is not there was told.
            let Ok(mut statement) = connection.prepare(&sql) else { continue };
            let all: Vec<usize> = (0..statement.column_count()).collect();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                rest ^= sums::of_cells(row, &all)?;
            }
            if rest != 0 {
                findings.add(Finding::Engine(format!("wrong entries in index {name}")));
            }
        }
        Ok(())
    }
}

/// Keeps what an entry says about numbers and quick questions.
fn note(
    row: &Row<'_>,
    op: &Op,
    books: &mut BTreeMap<Day, Book>,
    asked: &mut Asked,
) -> Result<(), StoreError> {
    let is_back = is_taken_back(row)?;
    match op {
        Op::NumberGiven { ticket, .. } if is_back => {
            if let Some(at) = readable(row.get::<_, Stamp>(1))? {
                books.entry(at.day()).or_default().withdrawn.push(*ticket);
            }
        }
        Op::Counted { what, .. } if !is_back => {
            if let Some(at) = readable(row.get::<_, Stamp>(1))? {
                asked.count(at.day(), *what);
            }
        }
        _ => {}
    }
    Ok(())
}

/// The entries that cannot be read, each looked at.
fn unreadable(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare("SELECT id, op FROM journal")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if journal::parse(row.get_ref(1)?.as_str().map_err(Error::from)?).is_err() {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// Whether the entry of a row is undone.
fn is_taken_back(row: &Row<'_>) -> rusqlite::Result<bool> {
    let state = row.get_ref(5)?.as_str_or_null().map_err(Error::from)?;
    Ok(matches!(state, Some("undone" | "buried")))
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
