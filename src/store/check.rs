//! Whether the file is sound: what the engine says of it, and what must be true of its rows whatever was done.
//!
//! Facts only; the sentences are in `text::check`. Nothing is mended: a file that is wrong is evidence, and the backup
//! is the way back.

mod altered;
mod course;
mod numbers;
mod rows;
mod structure;

use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::{Connection, Row};

use super::{Store, StoreError};
use crate::domain::{Counter, Day, Ticket};

/// Of one kind of finding at most this many are listed: a file that lost a page would fill the screen.
pub const MOST_OF_A_KIND: u32 = 20;

/// A visit, as the file holds it: its values may be just what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row of the visit.
    pub row: i64,
    /// The day of its number.
    pub day: String,
    pub ticket: String,
}

/// What is wrong with the periods of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodFlaw {
    /// The visit is open, but none of its periods is.
    NoneOpen,
    /// More than one period is open.
    SeveralOpen,
    /// The visit has ended, but a period goes on.
    OpenAfterEnd,
    /// The first period is not a wait that begins with the arrival, or there is none.
    NotFromArrival,
    /// One period does not begin where the one before it ended.
    Gap,
    /// The open period is of another kind than the visit's stage, or began at another moment.
    OtherThanStage,
    /// The last period does not end when the visit did.
    NotUntilEnd,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The engine found damage; in its own words.
    Engine(String),
    /// A table or an index is not there.
    SchemaMissing(String),
    /// A table or an index is not as this program makes it.
    SchemaChanged(String),
    /// Rows hold values that the table's own rules forbid.
    RuleBroken {
        table: String,
        /// How many rows; the engine stops counting at 100.
        rows: u32,
    },
    /// A row refers to one that is not there.
    Orphan {
        /// The table of the row.
        table: String,
        row: i64,
        /// The table it refers to.
        parent: String,
    },
    /// A row's day is no day of the calendar.
    NotADay { table: &'static str, row: i64 },
    /// A visit's number is of another day than its arrival.
    ArrivedAnotherDay(Place),
    /// A visit is entered as ended on another day than it ended.
    EndedAnotherDay(Place),
    /// The periods of a visit do not tell one story.
    Periods {
        visit: Place,
        /// What is wrong with them.
        flaw: PeriodFlaw,
    },
    /// Numbers were drawn of which the file has neither a visit nor an entry that took them back.
    NumbersMissing { day: Day, tickets: Vec<Ticket> },
    /// Visits have numbers that the counter never gave out.
    NumbersSurplus { day: Day, tickets: Vec<Ticket> },
    /// The proof of the day does not come out even for another reason.
    ProofFails { day: Day },
    /// A station has more than one party in hand.
    SeveralInHand { station: i64, visits: u32 },
    /// More than one shift is open.
    SeveralOpenShifts { shifts: u32 },
    /// What a counter counted on a day is not as much as the journal says was counted and stands.
    CountAstray {
        what: Counter,
        day: Day,
        /// Rows of the table.
        rows: u32,
        /// Entries of the journal.
        entries: u32,
    },
    /// The file was copied from a desk in use, without its log.
    LogMissing,
    /// Rows hold something that this program did not write there.
    Altered {
        table: &'static str,
        /// Between which identities they stand.
        first: i64,
        last: i64,
    },
    /// The entries of a day are not the ones that this program wrote.
    ChainBroken { day: Day },
    /// A citizen's name is still kept, though the visit ended on an earlier day.
    NameKept(Place),
    /// A note on a visit is still kept, though the visit ended on an earlier day.
    NoteKept(Place),
    /// A journal entry holds something this program cannot read.
    UnknownOp { entry: i64 },
    /// A piece of the desk's own catalogue cannot be read.
    UnknownPiece { table: &'static str, row: i64 },
    /// A ticked step is beyond the twenty that a procedure may have.
    StepOutOfRange {
        visit: Place,
        /// The step, from 0.
        step: i64,
    },
    /// What a visit was helped with has a reason that its outcome does not know.
    UnknownReason(Place),
}

/// What lies in the file, for the line that says "ok".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Totals {
    /// Numbers given (lượt).
    pub visits: u32,
    /// Days on which numbers were given.
    pub days: u32,
    /// Things helped with (việc), quantities added up, as the tallies of all days count them together.
    pub assists: u32,
}

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// What is wrong, the structure first.
    pub findings: Vec<Finding>,
    /// How many more there are of the kinds that are listed.
    pub unlisted: u32,
    /// What lies in the file; `None` when its structure is so wrong that its rows were not looked at.
    pub totals: Option<Totals>,
}

impl CheckReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// In how many places something is wrong.
    pub fn places(&self) -> u32 {
        u32::try_from(self.findings.len()).unwrap_or(u32::MAX).saturating_add(self.unlisted)
    }
}

/// Findings as they come in, each kind up to [`MOST_OF_A_KIND`].
#[derive(Default)]
struct Findings {
    listed: Vec<Finding>,
    unlisted: u32,
    counts: Vec<(Discriminant<Finding>, u32)>,
}

impl Findings {
    fn add(&mut self, finding: Finding) {
        let kind = discriminant(&finding);
        let at = self.counts.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
            self.counts.push((kind, 0));
            self.counts.len() - 1
        });
        self.counts[at].1 += 1;
        if self.counts[at].1 <= MOST_OF_A_KIND {
            self.listed.push(finding);
        } else {
            self.unlisted += 1;
        }
    }

    /// Takes what was found beside, which is of other kinds.
    fn join(&mut self, other: Self) {
        self.listed.extend(other.listed);
        self.unlisted += other.unlisted;
    }
}

/// So many steps of the engine pass until it is asked whether to stop: some milliseconds.
const STEPS: i32 = 20_000;

impl Store {
    /// Looks through the whole file: for 500,000 visits some seconds.
    ///
    /// # Errors
    /// The file cannot be read, or is so damaged that the engine gives up ([`StoreError::Damaged`]).
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        self.check_until(&Arc::default())
    }

    /// The same, until somebody says to stop. The engine looks through the file beside us, on a connection of its own.
    ///
    /// # Errors
    /// As [`Self::check`]; and when it was stopped.
    pub(super) fn check_until(&self, stop: &Arc<AtomicBool>) -> Result<CheckReport, StoreError> {
        // One read transaction: another console may write between two of these questions.
        let reading = self.connection.unchecked_transaction()?;
        heed(&reading, Some(stop))?;
        let path = self.path.as_path();
        let (beside, rows) = thread::scope(|scope| {
            // A file without its log must not get one by a second connection.
            let engine = (!self.lacks_log)
                .then(|| thread::Builder::new().spawn_scoped(scope, || structure::engine_beside(path, stop)));
            let rows = look_at_rows(&reading);
            (engine.and_then(Result::ok).and_then(|one| one.join().ok()), rows)
        });
        // On a disk that cannot be written this connection has to do.
        let engine = match beside {
            Some(Ok(said)) => said,
            _ => structure::engine(&reading)?,
        };
        let mut findings = Findings::default();
        if self.lacks_log {
            findings.add(Finding::LogMissing);
        }
        let whole = engine.is_whole;
        findings.join(engine.findings);
        // What rows say that lie in a broken file is nothing to go by.
        let (of_rows, totals) = if whole { rows? } else { (structure::schema(&reading)?.0, None) };
        findings.join(of_rows);
        heed(&reading, None)?;
        reading.finish()?;
        Ok(CheckReport { findings: findings.listed, unlisted: findings.unlisted, totals })
    }
}

/// Our own look: whether the tables are known, and if they can be read, what their rows say and how much lies in them.
fn look_at_rows(reading: &Connection) -> Result<(Findings, Option<Totals>), StoreError> {
    let (mut findings, can_be_read) = structure::schema(reading)?;
    if !can_be_read {
        return Ok((findings, None));
    }
    structure::orphans(reading, &mut findings)?;
    rows::look(reading, &mut findings)?;
    let [visits, periods] = course::look(reading, &mut findings)?;
    let journal = numbers::look(reading, &mut findings)?;
    let sums = BTreeMap::from([("visit", visits), ("period", periods), ("journal", journal.sums)]);
    altered::look(reading, &mut findings, sums, journal.runs)?;
    let totals = rows::totals(reading)?;
    Ok((findings, Some(totals)))
}

/// Has a connection give up when somebody says to stop.
fn heed(connection: &Connection, stop: Option<&Arc<AtomicBool>>) -> rusqlite::Result<()> {
    let stop = stop.map(Arc::clone);
    connection.progress_handler(STEPS, stop.map(|stop| move || stop.load(Ordering::Relaxed)))
}

/// The columns of a [`Place`], which must stand first.
const PLACE: &str = "visit.id, visit.day, visit.series, visit.number";

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    let (series, number): (String, i64) = (row.get(2)?, row.get(3)?);
    Ok(Place { row: row.get(0)?, day: row.get(1)?, ticket: format!("{series}{number:03}") })
}
