//! What proves that the rows are as this program wrote them.
//!
//! The engine does not see a wrong letter or number in a row, and few rules can. So each row has a hash; the hashes of 1,024
//! rows are joined by exclusive or and kept in `row_sum`: a row that is written takes its old hash out and puts its new one
//! in, by the same triggers that keep the row images. And the entries of the journal are a chain: `journal_run.chain` is
//! the hash of all of them up to the last of that run.
//!
//! Hashes are of bytes on a disk, not of somebody's intent: whoever means to forge a row can forge its hash. What is personal
//! is left out, for it is erased.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Null, ValueRef};
use rusqlite::{Connection, Row, params};
use siphasher::sip::SipHasher13;

use super::StoreError;
use super::schema::{JOURNALLED, LASTING, columns};
use crate::domain::EntryId;

/// So many identities stand side by side in one sum.
pub(super) const STRETCH: i64 = 1_024;

/// The tables whose rows are erased for good.
const ERASED: [&str; 2] = ["visit_name", "visit_note"];

/// The tables whose rows are summed.
pub(super) fn tables() -> impl Iterator<Item = &'static str> {
    let all = JOURNALLED.iter().chain(LASTING).copied();
    all.filter(|table| !ERASED.contains(table)).chain(["journal"])
}

/// The hash of some cells, one after the other. Their bytes are put side by side first, which the hasher takes faster than
/// cell by cell.
#[derive(Debug, Default)]
pub(super) struct Digest(Vec<u8>);

impl Digest {
    fn take(&mut self, value: ValueRef<'_>) {
        let (kind, bytes): (u8, &[u8]) = match value {
            ValueRef::Null => (0, &[]),
            ValueRef::Integer(number) => {
                self.0.push(1);
                return self.0.extend_from_slice(&number.to_le_bytes());
            }
            ValueRef::Real(number) => {
                self.0.push(2);
                return self.0.extend_from_slice(&number.to_bits().to_le_bytes());
            }
            ValueRef::Text(text) => (3, text),
            ValueRef::Blob(bytes) => (4, bytes),
        };
        self.0.push(kind);
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    /// The hash, and nothing is taken any more.
    fn finish(&mut self) -> i64 {
        let hash = SipHasher13::new().hash(&self.0).cast_signed();
        self.0.clear();
        hash
    }

    /// The hash of some columns of a row.
    pub(super) fn of_cells(
        &mut self,
        row: &Row<'_>,
        cells: impl IntoIterator<Item = usize>,
    ) -> rusqlite::Result<i64> {
        cells.into_iter().try_for_each(|at| row.get_ref(at).map(|cell| self.take(cell)))?;
        Ok(self.finish())
    }
}

/// The hash of a row, from its columns in their order.
fn of_row<'a>(values: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    let mut digest = Digest::default();
    values.for_each(|value| digest.take(value));
    digest.finish()
}

/// The chain with one more entry, of which these are [`LINKED`].
fn link<'a>(chain: i64, entry: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    of_row(std::iter::once(ValueRef::Integer(chain)).chain(entry))
}

/// The columns of an entry that never change, and how many they are.
const LINKED: &str = "id, at, station, volunteer, op, target";
const LINKS: usize = 6;

/// The sum in which a row stands.
const fn stretch(id: i64) -> i64 {
    id.div_euclid(STRETCH)
}

/// What a write has changed of the sums so far. Shared with the triggers.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Arc<Mutex<BTreeMap<(usize, i64), i64>>>);

impl Changes {
    /// A write begins, or was taken back.
    pub(super) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Makes the function by which triggers tell of a row: `sum_row(table, id, …)`, the table by its place in [`tables`].
    pub(super) fn listen(&self, connection: &Connection) -> rusqlite::Result<()> {
        let changes = Arc::clone(&self.0);
        connection.create_scalar_function("sum_row", -1, FunctionFlags::SQLITE_UTF8, move |row| {
            let table: i64 = row.get(0)?;
            let id: i64 = row.get(1)?;
            let hash = of_row((1..row.len()).map(|at| row.get_raw(at)));
            let mut changes = changes.lock().unwrap_or_else(PoisonError::into_inner);
            *changes.entry((usize::try_from(table).unwrap_or_default(), stretch(id))).or_default() ^= hash;
            Ok(Null)
        })
    }

    /// Writes what has changed, and forgets it.
    pub(super) fn keep(&self, transaction: &Connection) -> Result<(), StoreError> {
        let changes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let names: Vec<&str> = tables().collect();
        let mut statement = transaction.prepare_cached(
            // Exclusive or, which the engine does not have.
            "INSERT INTO row_sum (tbl, stretch, sum) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET sum = (sum | excluded.sum) - (sum & excluded.sum)",
        )?;
        for ((table, stretch), sum) in changes.into_iter().filter(|(_, sum)| *sum != 0) {
            statement.execute(params![names.get(table), stretch, sum])?;
        }
        Ok(())
    }
}

/// The statements by which a trigger tells of a row that was there and one that is there; nothing for a table that is not
/// summed.
pub(super) fn told(table: &str, columns: &[String], of: &[&str]) -> String {
    let Some(at) = tables().position(|name| name == table) else { return String::new() };
    let one = |row: &&str| {
        let cells: Vec<String> = columns.iter().map(|column| format!("{row}.{column}")).collect();
        format!("SELECT sum_row({at}, {}); ", cells.join(", "))
    };
    of.iter().map(one).collect()
}

/// The sums of a table, by the stretch of identities.
pub(super) type Sums = BTreeMap<i64, i64>;

/// The sums of rows that are read one after the other.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: Sums,
    /// The sum that the rows before went into.
    now: (i64, i64),
    digest: Digest,
}

impl Tally {
    /// Takes a row whose first columns are those of the table, the identity before all others.
    pub(super) fn take(&mut self, row: &Row<'_>, columns: usize) -> rusqlite::Result<()> {
        let hash = self.digest.of_cells(row, 0..columns)?;
        self.add(row.get(0)?, hash);
        Ok(())
    }

    fn add(&mut self, id: i64, hash: i64) {
        let stretch = stretch(id);
        if self.now.0 != stretch {
            self.turn(stretch);
        }
        self.now.1 ^= hash;
    }

    fn turn(&mut self, stretch: i64) {
        let (last, sum) = std::mem::replace(&mut self.now, (stretch, 0));
        if sum != 0 {
            *self.done.entry(last).or_default() ^= sum;
        }
    }

    /// The sums.
    pub(super) fn finish(mut self) -> Sums {
        self.turn(0);
        self.done
    }
}

/// The sums of a table as its rows are now. The first column is the identity.
fn of_table(connection: &Connection, table: &str) -> Result<Sums, StoreError> {
    let columns = columns(connection, table)?;
    let mut statement = connection.prepare(&format!("SELECT {} FROM {table}", columns.join(", ")))?;
    let mut rows = statement.query([])?;
    let mut sums = Tally::default();
    while let Some(row) = rows.next()? {
        sums.take(row, columns.len())?;
    }
    Ok(sums.finish())
}

/// Makes all sums and the chain anew, from the rows as they are: of a new file, or of one that was put together.
pub(super) fn make(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM row_sum", [])?;
    for table in tables() {
        for (stretch, sum) in of_table(connection, table)? {
            connection.execute("INSERT INTO row_sum VALUES (?1, ?2, ?3)", params![table, stretch, sum])?;
        }
    }
    let mut entries = Entries::begin(connection, After::Counted)?;
    let mut statement = connection.prepare(&format!("SELECT {ENTRY} FROM journal ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        entries.take(row)?;
    }
    for run in entries.finish().1 {
        connection.execute("UPDATE journal_run SET chain = ?2 WHERE first = ?1", [run.first, run.counted])?;
    }
    Ok(())
}

#[cfg(not(shipped))]
impl super::Store {
    /// Makes the hashes of a file whose rows were put there by other means.
    pub fn sum_anew(&self) -> Result<(), StoreError> {
        let making = self.connection.unchecked_transaction()?;
        make(&making)?;
        Ok(making.commit()?)
    }
}

/// What the chain of a run goes on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// What is kept for the run before, so that one wrong entry is told of its own run alone.
    Kept,
    /// What the run before comes to.
    Counted,
}

/// A run of the journal and its chain.
pub(super) struct Run {
    /// Its first entry.
    pub(super) first: i64,
    pub(super) day: i64,
    /// The chain that is kept.
    pub(super) kept: i64,
    /// The chain to which its entries come.
    pub(super) counted: i64,
}

/// The columns of the journal, in their order.
pub(super) const ENTRY: &str = "id, at, station, volunteer, op, state, target";

/// The sums of the journal and the chains of its runs, from the entries as they are read in their order.
pub(super) struct Entries {
    sums: Tally,
    runs: Vec<Run>,
    after: After,
    /// The run whose entries are read, and the chain so far.
    at: usize,
    chain: i64,
    cells: Digest,
    linked: Digest,
}

impl Entries {
    /// Before the first entry.
    pub(super) fn begin(connection: &Connection, after: After) -> rusqlite::Result<Self> {
        let mut heads = connection.prepare("SELECT first, day, chain FROM journal_run ORDER BY first")?;
        let read =
            |row: &Row<'_>| Ok(Run { first: row.get(0)?, day: row.get(1)?, kept: row.get(2)?, counted: 0 });
        let runs = heads.query_map([], read)?.collect::<rusqlite::Result<Vec<Run>>>()?;
        Ok(Self {
            sums: Tally::default(),
            runs,
            after,
            at: 0,
            chain: 0,
            cells: Digest::default(),
            linked: Digest::default(),
        })
    }

    /// Takes an entry, whose columns are [`ENTRY`].
    pub(super) fn take(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let id: i64 = row.get(0)?;
        while self.runs.get(self.at + 1).is_some_and(|next| id >= next.first) {
            self.turn();
        }
        // Each cell is read once: what both hashes are of stands side by side, but for the state in between.
        (0..5).try_for_each(|at| row.get_ref(at).map(|cell| self.cells.take(cell)))?;
        let before_state = self.cells.0.len();
        self.cells.take(row.get_ref(5)?);
        let after_state = self.cells.0.len();
        self.cells.take(row.get_ref(6)?);
        // An entry before the first run is none of any.
        if self.runs.get(self.at).is_some_and(|run| id >= run.first) {
            self.linked.take(ValueRef::Integer(self.chain));
            self.linked.0.extend_from_slice(&self.cells.0[..before_state]);
            self.linked.0.extend_from_slice(&self.cells.0[after_state..]);
            self.chain = self.linked.finish();
        }
        self.sums.add(id, self.cells.finish());
        Ok(())
    }

    fn turn(&mut self) {
        if let Some(run) = self.runs.get_mut(self.at) {
            run.counted = self.chain;
            if self.after == After::Kept {
                self.chain = run.kept;
            }
        }
        self.at += 1;
    }

    /// The sums, and all runs.
    pub(super) fn finish(mut self) -> (Sums, Vec<Run>) {
        while self.at < self.runs.len() {
            self.turn();
        }
        (self.sums.finish(), self.runs)
    }
}

/// Goes on with the chain: the entry that was just written is one more of its run.
pub(super) fn link_entry(transaction: &Connection, entry: EntryId) -> Result<(), StoreError> {
    let mut last =
        transaction.prepare_cached("SELECT first, chain FROM journal_run ORDER BY first DESC LIMIT 1")?;
    let (run, chain): (i64, i64) = last.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut written = transaction.prepare_cached(&format!("SELECT {LINKED} FROM journal WHERE id = ?1"))?;
    let chain = written.query_row([entry], |row| {
        let cells = (0..LINKS).map(|at| row.get_ref(at)).collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(link(chain, cells.into_iter()))
    })?;
    transaction
        .prepare_cached("UPDATE journal_run SET chain = ?2 WHERE first = ?1")?
        .execute([run, chain])?;
    Ok(())
}
