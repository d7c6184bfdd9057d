//! Whether the file is sound: what the engine says of it, and what must be true of its rows whatever was done.
//!
//! Facts only; the sentences are in `text::check`. Nothing is mended: a file that is wrong is evidence, and the backup
//! is the way back.

mod altered;
mod course;
mod entries;
mod numbers;
mod pass;
mod recount;
mod rows;
mod structure;
mod work;

use std::collections::BTreeSet;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::{Connection, Error, OptionalExtension, Row, Transaction};

use self::work::{Rows, Work};
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
    /// A visit has other heads than the journal says.
    HeadsAstray {
        visit: Place,
        /// How many the visit has.
        heads: u16,
        /// How many were entered with its number.
        entered: u16,
    },
    /// What a visit was helped with did not become what was entered when it was served to its end.
    OutcomesAstray(Place),
    /// A visit stands at a place of the queue that it cannot have been given.
    PlaceAstray(Place),
    /// A shift was opened on another day than its own.
    OpenedAnotherDay {
        /// Its row.
        shift: i64,
    },
    /// A station has more than one party in hand.
    SeveralInHand { station: i64, visits: u32 },
    /// More than one shift is open.
    SeveralOpenShifts { shifts: u32 },
    /// Rows of a table name a volunteer whose row was merged into another one.
    MergedNamed { table: &'static str, volunteer: i64 },
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

    /// Takes what was found beside.
    fn join(&mut self, other: Self) {
        other.listed.into_iter().for_each(|finding| self.add(finding));
        self.unlisted += other.unlisted;
    }

    /// Adds something about the visit with that identity, if it is there.
    fn of_visit(
        &mut self,
        connection: &Connection,
        id: i64,
        finding: impl FnOnce(Place) -> Finding,
    ) -> rusqlite::Result<()> {
        let sql = format!("SELECT {PLACE} FROM visit WHERE id = ?1");
        let found = connection.prepare_cached(&sql)?.query_row([id], place).optional()?;
        found.map(finding).into_iter().for_each(|finding| self.add(finding));
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }
}

/// How often both connections begin anew to see the same.
const ATTEMPTS: usize = 20;

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

    /// The same, until somebody says to stop. Two connections share the work where the file allows it.
    ///
    /// # Errors
    /// As [`Self::check`]; and when it was stopped.
    pub(super) fn check_until(&self, stop: &Arc<AtomicBool>) -> Result<CheckReport, StoreError> {
        // A file without its log must not get one by a second connection.
        let second = if self.lacks_log { None } else { structure::that_could_write(&self.path).ok() };
        // Another console may write between two of these questions.
        let (reading, second) = at_one_moment(&self.connection, second)?;
        heed(&reading, Some(stop))?;
        let report = self.look(&reading, second, stop);
        heed(&reading, None)?;
        reading.finish()?;
        report
    }

    fn look(
        &self,
        reading: &Connection,
        second: Option<Connection>,
        stop: &Arc<AtomicBool>,
    ) -> Result<CheckReport, StoreError> {
        let new = structure::new_file()?;
        let (schema, indexes) = structure::schema(reading, &new)?;
        let work = indexes.as_ref().map(Work::new);
        let share = |connection: &Connection| work.iter().for_each(|work| work.share(connection));
        let beside = thread::scope(|scope| {
            let beside = second.map(|second| {
                thread::Builder::new().spawn_scoped(scope, move || {
                    heed(&second, Some(stop))?;
                    let engine = structure::engine(&second)?;
                    if engine.is_whole {
                        share(&second);
                    }
                    Ok::<_, StoreError>(engine)
                })
            });
            if beside.is_some() {
                share(reading);
            }
            beside.and_then(Result::ok).and_then(|one| one.join().ok())
        });
        // On a disk that cannot be written this connection has to do.
        let engine = match beside {
            Some(Ok(said)) => said,
            _ => structure::engine(reading)?,
        };
        let mut findings = Findings::default();
        if self.lacks_log {
            findings.add(Finding::LogMissing);
        }
        findings.join(engine.findings);
        findings.join(schema);
        // What rows say that lie in a broken file is nothing to go by.
        let totals = match work.filter(|_| engine.is_whole) {
            None => None,
            Some(work) => {
                work.share(reading);
                Some(recount(reading, &new, work.finish()?, &mut findings)?)
            }
        };
        Ok(CheckReport { findings: findings.listed, unlisted: findings.unlisted, totals })
    }
}

/// Begins to read on both connections, so that they see the same. Without the second one when that cannot be had, because
/// somebody writes without a break.
fn at_one_moment(
    connection: &Connection,
    second: Option<Connection>,
) -> rusqlite::Result<(Transaction<'_>, Option<Connection>)> {
    let last = |connection: &Connection| {
        connection.query_row("SELECT max(id) FROM journal", [], |row| row.get::<_, Option<i64>>(0)).ok()
    };
    if let Some(second) = second {
        for _ in 0..ATTEMPTS {
            let reading = connection.unchecked_transaction()?;
            let seen = last(&reading);
            second.execute_batch("BEGIN")?;
            // Every write is an entry.
            if last(&second) == seen {
                return Ok((reading, Some(second)));
            }
            second.execute_batch("ROLLBACK")?;
        }
    }
    Ok((connection.unchecked_transaction()?, None))
}

/// What the rows say, compared with each other and with the hashes that are kept; and how much lies in them.
fn recount(
    reading: &Connection,
    new: &Connection,
    rows: Rows,
    findings: &mut Findings,
) -> Result<Totals, StoreError> {
    let mut altered = Findings::default();
    altered::look(reading, &mut altered, rows.sums, &rows.journal.runs)?;
    structure::rules(reading, new, findings, altered.is_empty())?;
    rows::look(reading, findings)?;
    if !altered.is_empty() {
        rows::steps(reading, findings)?;
    }
    findings.join(rows.findings);
    numbers::counted(&rows.counted, &rows.journal.counted, findings);
    numbers::prove(reading, &rows.visits, &rows.journal, findings)?;
    let assists = recount::look(reading, &rows.visits, &rows.things, &rows.journal, findings)?;
    findings.join(altered);
    let days: BTreeSet<Day> = rows.visits.iter().map(|visit| visit.day).collect();
    let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
    Ok(Totals { visits: count(rows.visits.len()), days: count(days.len()), assists })
}

/// Has a connection give up when somebody says to stop.
fn heed(connection: &Connection, stop: Option<&Arc<AtomicBool>>) -> rusqlite::Result<()> {
    let stop = stop.map(Arc::clone);
    connection.progress_handler(STEPS, stop.map(|stop| move || stop.load(Ordering::Relaxed)))
}

/// The columns of a [`Place`], which must stand first.
const PLACE: &str = "visit.id, visit.day, visit.series, visit.number";

/// A value that this program does not know is left out: the structure's check has named it.
fn readable<T>(read: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match read {
        Err(
            Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..),
        ) => Ok(None),
        other => other.map(Some),
    }
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    let (series, number): (String, i64) = (row.get(2)?, row.get(3)?);
    Ok(Place { row: row.get(0)?, day: row.get(1)?, ticket: format!("{series}{number:03}") })
}
