//! What can still be read of a damaged file goes into a new one, row by row, with a list of what could not.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::error::explain;
use super::schema::{JOURNALLED, LASTING, columns};
use super::{Access, OpenError, Store, StoreError, arrival, sums};

/// Of a stretch that cannot be walked through at most so many rows are asked for one by one.
const MOST_SINGLE: i64 = 100_000;

/// Rows of one table that could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub table: &'static str,
    /// Between which identities they stand.
    pub first: i64,
    pub last: i64,
    pub why: Why,
}

/// Why rows were not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They cannot be read; how many there were is not known.
    Unreadable,
    /// They hold what the table's own rules forbid.
    Broken,
    /// What they belong to could not be saved.
    Alone,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rescue {
    /// Rows that are in the new file.
    pub saved: u64,
    /// The tables of which nothing can be read.
    pub tables: Vec<&'static str>,
    pub lost: Vec<Lost>,
}

/// Why nothing was saved. The damaged file is only read.
#[derive(Debug)]
pub enum RescueError {
    /// The damaged file cannot be read at all, or the new one not be made.
    Open(OpenError),
    /// The new file could not be written.
    Write(StoreError),
    /// There is something in the place of the new file.
    Taken,
}

impl From<OpenError> for RescueError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<StoreError> for RescueError {
    fn from(error: StoreError) -> Self {
        Self::Write(error)
    }
}

impl From<rusqlite::Error> for RescueError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Write(error.into())
    }
}

/// The tables that are saved, what others refer to first.
fn tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = JOURNALLED.iter().chain(LASTING).chain(&["journal"]);
    all.map(|table| (*table, "id")).chain([("journal_run", "first")])
}

/// Saves what can be read of a file into a new one.
///
/// # Errors
/// [`RescueError`]; then there is no new file that could be taken for one.
pub fn rescue(damaged: &Path, new: &Path) -> Result<Rescue, RescueError> {
    if new.exists() {
        return Err(RescueError::Taken);
    }
    let from = readable(damaged)?;
    // Made as any file of a desk, then filled.
    drop(Store::open(new, Access::Full)?);
    let filled = fill(&from, new);
    if filled.is_err() {
        let _ = std::fs::remove_file(new);
    }
    filled
}

/// The damaged file with its log, where that can be read; else without.
fn readable(path: &Path) -> Result<Connection, RescueError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let can_read = |from: Connection| {
        let ask = from.query_row("SELECT count(*) FROM journal_run", [], |row| row.get::<_, i64>(0));
        ask.or_else(|_| from.query_row("SELECT count(*) FROM visit LIMIT 1", [], |row| row.get(0)))
            .or_else(|_| from.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)))
            .map(|_| from)
    };
    Connection::open_with_flags(path, flags)
        .and_then(can_read)
        .or_else(|_| arrival::alone(path).and_then(can_read))
        .map_err(|error| RescueError::Open(explain(path, &error)))
}

fn fill(from: &Connection, new: &Path) -> Result<Rescue, RescueError> {
    let mut to = Connection::open(new)?;
    to.pragma_update(None, "foreign_keys", false)?;
    let to = to.transaction()?;
    to.execute("DELETE FROM setting", [])?;
    let mut rescue = Rescue::default();
    for (table, key) in tables() {
        Copying { from, to: &to, table, key, columns: columns(&to, table)?.join(", ") }.all(&mut rescue)?;
    }
    give_parents(&to)?;
    drop_alone(&to, &mut rescue)?;
    sums::make(&to)?;
    to.commit()?;
    Ok(rescue)
}

/// One table on its way.
struct Copying<'a> {
    from: &'a Connection,
    to: &'a Connection,
    table: &'static str,
    key: &'static str,
    columns: String,
}

impl Copying<'_> {
    fn all(&self, rescue: &mut Rescue) -> Result<(), RescueError> {
        let Self { table, key, .. } = self;
        let Some(last_read) = self.walk(&format!("WHERE {key} > ?1 ORDER BY {key}"), i64::MIN, rescue)?
        else {
            return Ok(());
        };
        // From the other end, as far as that goes.
        let before = format!("WHERE {key} < ?1 ORDER BY {key} DESC");
        // Nothing when everything came after all.
        let Some(first_read) = self.walk(&before, i64::MAX, rescue)? else { return Ok(()) };
        if last_read == i64::MIN && first_read == i64::MAX {
            rescue.tables.push(table);
            return Ok(());
        }
        // What stands between can only be asked for one by one.
        let (first, last) = (last_read.saturating_add(1).max(1), first_read.saturating_sub(1));
        let end = last.min(first.saturating_add(MOST_SINGLE));
        let mut unread = None;
        for id in first..=end {
            if self.one(id, rescue)? {
                unread = Some(unread.map_or((id, id), |(first, _)| (first, id)));
            }
        }
        if end < last && first_read != i64::MAX {
            unread = Some((unread.map_or(end + 1, |(first, _)| first), last));
        }
        if let Some((first, last)) = unread {
            rescue.lost.push(Lost { table, first, last, why: Why::Unreadable });
        } else if first_read == i64::MAX {
            rescue.lost.push(Lost { table, first, last: first, why: Why::Unreadable });
        }
        Ok(())
    }

    /// Takes rows in an order as long as they can be read. Says behind which one they cannot, or nothing at the end.
    fn walk(&self, which: &str, start: i64, rescue: &mut Rescue) -> Result<Option<i64>, RescueError> {
        let sql = format!("SELECT {} FROM {} {which}", self.columns, self.table);
        let Ok(mut statement) = self.from.prepare(&sql) else { return Ok(Some(start)) };
        let Ok(mut rows) = statement.query([start]) else { return Ok(Some(start)) };
        let mut at = start;
        loop {
            match rows.next() {
                Ok(None) => return Ok(None),
                Ok(Some(row)) => {
                    let Ok(id) = row.get(0) else { return Ok(Some(at)) };
                    at = id;
                    self.put(row, id, rescue)?;
                }
                Err(_) => return Ok(Some(at)),
            }
        }
    }

    /// Takes one row. Says whether it could not be read.
    fn one(&self, id: i64, rescue: &mut Rescue) -> Result<bool, RescueError> {
        let sql = format!("SELECT {} FROM {} WHERE {} = ?1", self.columns, self.table, self.key);
        let Ok(mut statement) = self.from.prepare_cached(&sql) else { return Ok(true) };
        let Ok(mut rows) = statement.query([id]) else { return Ok(true) };
        match rows.next() {
            Ok(None) => Ok(false),
            Ok(Some(row)) => self.put(row, id, rescue).map(|()| false),
            Err(_) => Ok(true),
        }
    }

    fn put(&self, row: &rusqlite::Row<'_>, id: i64, rescue: &mut Rescue) -> Result<(), RescueError> {
        let count = self.columns.split(", ").count();
        let broken = Lost { table: self.table, first: id, last: id, why: Why::Broken };
        let Ok(cells) = (0..count).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>() else {
            rescue.lost.push(broken);
            return Ok(());
        };
        let places: Vec<String> = (1..=count).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", self.table, self.columns, places.join(", "));
        let put = self.to.prepare_cached(&sql)?.execute(params_from_iter(cells));
        match put {
            Ok(_) => rescue.saved += 1,
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) => {
                return Err(error.into());
            }
            // From the other end rows come again that are there already.
            Err(_) if self.is_there(id)? => {}
            Err(_) => rescue.lost.push(broken),
        }
        Ok(())
    }

    fn is_there(&self, id: i64) -> Result<bool, RescueError> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE {} = ?1)", self.table, self.key);
        Ok(self.to.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
    }
}

/// A volunteer or a shift that was lost is put back without what is not known: hundreds of visits belong to it.
fn give_parents(to: &Connection) -> Result<(), RescueError> {
    for (table, parent) in [
        ("visit", "volunteer"),
        ("period", "volunteer"),
        ("assist", "volunteer"),
        ("volunteer", "merged_into"),
    ] {
        to.execute(
            &format!(
                "INSERT OR IGNORE INTO volunteer (id, name, active) SELECT DISTINCT {parent}, '? ' || {parent}, 0
                 FROM {table} WHERE {parent} NOT IN (SELECT id FROM volunteer)"
            ),
            [],
        )?;
    }
    to.execute(
        "INSERT OR IGNORE INTO shift (id, day, part, opened, closed)
         SELECT shift, min(day), 'morning', min(arrived), max(since) FROM visit
         WHERE shift NOT IN (SELECT id FROM shift) GROUP BY shift",
        [],
    )?;
    Ok(())
}

/// Rows that belong to one that was lost say nothing any more.
fn drop_alone(to: &Connection, rescue: &mut Rescue) -> Result<(), RescueError> {
    loop {
        let mut alone: Vec<(String, i64)> = to
            .prepare("PRAGMA foreign_key_check")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        alone.sort();
        alone.dedup();
        let before = rescue.lost.len();
        for (table, id) in alone {
            let Some((table, key)) = tables().find(|(name, _)| *name == table) else { continue };
            if to.execute(&format!("DELETE FROM {table} WHERE {key} = ?1"), [id])? > 0 {
                rescue.saved = rescue.saved.saturating_sub(1);
                rescue.lost.push(Lost { table, first: id, last: id, why: Why::Alone });
            }
        }
        if rescue.lost.len() == before {
            return Ok(());
        }
    }
}
