//! The rows, each table read once, by one connection or by two that share the tables.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::super::StoreError;
use super::super::sums::{self, Sums};
use super::course::{self, Visit};
use super::entries::{self, Journal};
use super::pass::{Indexes, Table};
use super::recount::{self, Thing};
use super::{Findings, readable};
use crate::domain::{Counter, Day, Stamp};

/// What is read at one go.
#[derive(Clone, Copy)]
enum Part {
    Journal,
    /// The visits with their periods.
    Visits,
    Things,
    Counted,
    /// A table about whose rows there is no rule.
    Table(&'static str),
}

/// What the rows say.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) findings: Findings,
    /// What the rows of each table hash to.
    pub(super) sums: BTreeMap<&'static str, Sums>,
    pub(super) journal: Journal,
    pub(super) visits: Vec<Visit>,
    pub(super) things: Vec<Thing>,
    pub(super) counted: BTreeMap<(Day, Counter), u32>,
}

/// The parts, and what was read of them so far.
pub(super) struct Work<'a> {
    indexes: &'a Indexes,
    parts: Vec<Part>,
    next: AtomicUsize,
    done: Mutex<BTreeMap<usize, Result<Rows, StoreError>>>,
}

impl<'a> Work<'a> {
    /// The largest tables first, so that two connections end at about the same time.
    pub(super) fn new(indexes: &'a Indexes) -> Self {
        let mut parts = vec![Part::Journal, Part::Visits, Part::Table("assist_step"), Part::Things];
        parts.push(Part::Counted);
        let read = ["journal", "visit", "period", "assist", "assist_step", "counted"];
        parts.extend(sums::tables().filter(|table| !read.contains(table)).map(Part::Table));
        Self { indexes, parts, next: AtomicUsize::new(0), done: Mutex::default() }
    }

    /// Reads one part after another until none is left.
    pub(super) fn share(&self, connection: &Connection) {
        loop {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = self.parts.get(at) else { return };
            let read = self.read(connection, *part);
            self.done.lock().unwrap_or_else(PoisonError::into_inner).insert(at, read);
        }
    }

    /// Everything that was read.
    pub(super) fn finish(self) -> Result<Rows, StoreError> {
        let mut all = Rows::default();
        for rows in self.done.into_inner().unwrap_or_else(PoisonError::into_inner).into_values() {
            let rows = rows?;
            all.findings.join(rows.findings);
            all.sums.extend(rows.sums);
            all.counted.extend(rows.counted);
            all.visits.extend(rows.visits);
            all.things.extend(rows.things);
            if !rows.journal.runs.is_empty() {
                all.journal = rows.journal;
            }
        }
        Ok(all)
    }

    fn read(&self, connection: &Connection, part: Part) -> Result<Rows, StoreError> {
        let mut rows = Rows::default();
        let findings = &mut rows.findings;
        match part {
            Part::Journal => {
                rows.journal = entries::look(connection, findings)?;
                rows.sums.insert("journal", std::mem::take(&mut rows.journal.sums));
            }
            Part::Visits => {
                let (sums, visits) = course::look(connection, self.indexes, findings)?;
                rows.sums.extend(sums);
                rows.visits = visits;
            }
            Part::Things => {
                let (sums, things) = recount::things(connection, self.indexes, findings)?;
                rows.sums.insert("assist", sums);
                rows.things = things;
            }
            Part::Counted => {
                let table = Table::new(connection, "counted", self.indexes)?;
                let (at, what) = (table.at("at"), table.at("what"));
                let counted = &mut rows.counted;
                let sums = table.read(findings, |row| {
                    let read = || Ok((row.get::<_, Stamp>(at)?.day(), row.get(what)?));
                    if let Some(key) = readable(read())? {
                        *counted.entry(key).or_default() += 1;
                    }
                    Ok(())
                })?;
                rows.sums.insert("counted", sums);
            }
            Part::Table(name) => {
                let sums = Table::new(connection, name, self.indexes)?.read(findings, |_| Ok(()))?;
                rows.sums.insert(name, sums);
            }
        }
        Ok(rows)
    }
}
