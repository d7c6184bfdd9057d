//! Undo and redo: putting rows back as an entry found or left them.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::schema::{self, LASTING, columns, image};
use super::write::Fate;
use super::{Signature, Store, StoreError, Write, journal};
use crate::domain::{EntryId, Op, Refusal, StationNo};

/// Which way an entry is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Back to what it found.
    Undo,
    /// Forward to what it left.
    Redo,
}

/// Why an undo or redo did not happen.
#[derive(Debug)]
pub enum TurnError {
    /// A rule says no.
    Refused(Refusal),
    /// The file could not be written.
    Store(StoreError),
}

impl From<StoreError> for TurnError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for TurnError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// What an entry did to one row, its changes in between left out.
struct Net {
    table: String,
    row: i64,
    first: Option<String>,
    last: Option<String>,
}

impl Store {
    /// Undoes the last thing done at this station today, or redoes the last thing undone, when `allows` has nothing
    /// against it and the file as it would be.
    ///
    /// # Errors
    /// Refused when there is nothing, when something else has changed one of the rows since, or by `allows`.
    pub fn turn_if(
        &mut self,
        sign: Signature,
        turn: Turn,
        allows: impl FnOnce(&Write<'_>, &Op) -> Result<(), TurnError>,
    ) -> Result<(EntryId, Op), TurnError> {
        let found = candidate(&self.connection, sign, turn)?.ok_or(TurnError::Refused(match turn {
            Turn::Undo => Refusal::NothingToUndo,
            Turn::Redo => Refusal::NothingToRedo,
        }))?;
        self.turn_entry(sign, turn, found, allows)
    }

    /// Undoes one entry of today alone, whichever station's it is, when `allows` has nothing against the file as it would be.
    ///
    /// # Errors
    /// Refused when it cannot be undone any more, when something else has changed one of its rows since, or by `allows`.
    pub fn undo_alone(
        &mut self,
        sign: Signature,
        entry: EntryId,
        allows: impl FnOnce(&Write<'_>, &Op) -> Result<(), TurnError>,
    ) -> Result<(EntryId, Op), TurnError> {
        let ask = "SELECT op FROM journal WHERE id = ?1 AND state = 'done' AND at / 86400 = ?2";
        let values = params![entry, journal::number(sign.day())];
        let op: Option<String> = self.connection.query_row(ask, values, |row| row.get(0)).optional()?;
        let op = journal::parse(&op.ok_or(TurnError::Refused(Refusal::NotUndoable))?)?;
        self.turn_entry(sign, Turn::Undo, (entry, op), allows)
    }

    fn turn_entry(
        &mut self,
        sign: Signature,
        turn: Turn,
        (target, op): (EntryId, Op),
        allows: impl FnOnce(&Write<'_>, &Op) -> Result<(), TurnError>,
    ) -> Result<(EntryId, Op), TurnError> {
        let turned = self.enter(sign, |write| {
            write.apply(target, &op, turn)?;
            allows(write, &op)?;
            let (state, op) = match turn {
                Turn::Undo => ("undone", Op::Undone { of: Box::new(op.clone()) }),
                Turn::Redo => ("done", Op::Redone { of: Box::new(op.clone()) }),
            };
            write.run("UPDATE journal SET state = ?2 WHERE id = ?1", params![target, state])?;
            Ok::<_, TurnError>((op, Fate::Fixed(Some(target)), ()))
        });
        match turned {
            Ok((entry, op, ())) => Ok((entry, op)),
            // Something newer relies on a row that would be put away: the engine said so at commit.
            Err(TurnError::Store(StoreError::ReliedOn(_) | StoreError::NotUnique(_))) => {
                let (by, station) =
                    latest_after(&self.connection, target, &op)?.unwrap_or((op.clone(), sign.station));
                Err(TurnError::Refused(Refusal::ChangedSince { op: Box::new(op), by: Box::new(by), station }))
            }
            Err(other) => Err(other),
        }
    }

    /// What undo and redo would turn next at this station, for the footer.
    pub fn next_turns(&self, sign: Signature) -> Result<(Option<Op>, Option<Op>), StoreError> {
        let op = |turn| candidate(&self.connection, sign, turn).map(|found| found.map(|(_, op)| op));
        Ok((op(Turn::Undo)?, op(Turn::Redo)?))
    }
}

/// Undo takes the newest entry that still stands; redo the oldest of those undone, which was undone last.
fn candidate(
    connection: &Connection,
    sign: Signature,
    turn: Turn,
) -> Result<Option<(EntryId, Op)>, StoreError> {
    let sql = match turn {
        Turn::Undo => {
            "SELECT id, op FROM journal INDEXED BY journal_turn WHERE station = ?2 AND state = 'done' AND at / 86400 = ?1
             ORDER BY id DESC LIMIT 1"
        }
        Turn::Redo => {
            "SELECT id, op FROM journal INDEXED BY journal_turn WHERE station = ?2 AND state = 'undone' AND at / 86400 = ?1
             ORDER BY id LIMIT 1"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_row(params![journal::number(sign.day()), sign.station], |row| {
            Ok((row.get::<_, EntryId>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    found.map(|(id, op)| Ok((id, journal::parse(&op)?))).transpose()
}

impl Write<'_> {
    fn apply(&self, target: EntryId, op: &Op, turn: Turn) -> Result<(), TurnError> {
        // Rows that refer to each other are put back one by one; they must fit again at the end.
        self.transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let mut nets = self.nets(target)?;
        if turn == Turn::Undo {
            nets.reverse();
        }
        for net in &nets {
            let (from, to) = match turn {
                Turn::Undo => (&net.last, &net.first),
                Turn::Redo => (&net.first, &net.last),
            };
            let columns = columns(&self.transaction, &net.table)?;
            let now = self.row_image(&net.table, &columns, net.row)?;
            if now != *from {
                return Err(TurnError::Refused(self.changed_since(target, op, net)?));
            }
            self.put(net, &columns, now.is_some(), to.as_deref())?;
        }
        Ok(())
    }

    fn nets(&self, target: EntryId) -> Result<Vec<Net>, StoreError> {
        let mut statement = self
            .transaction
            .prepare_cached("SELECT tbl, row, before, after FROM journal_row WHERE entry = ?1 ORDER BY id")?;
        let mut nets: Vec<Net> = Vec::new();
        // Who merges two volunteers changes thousands of rows.
        let mut places: HashMap<(String, i64), usize> = HashMap::new();
        let mut rows = statement.query([target])?;
        while let Some(row) = rows.next()? {
            let (table, id): (String, i64) = (row.get(0)?, row.get(1)?);
            if LASTING.contains(&table.as_str()) {
                continue;
            }
            let after: Option<String> = row.get(3)?;
            if let Some(net) = places.get(&(table.clone(), id)).and_then(|at| nets.get_mut(*at)) {
                net.last = after;
            } else {
                places.insert((table.clone(), id), nets.len());
                nets.push(Net { table, row: id, first: row.get(2)?, last: after });
            }
        }
        Ok(nets)
    }

    fn row_image(&self, table: &str, columns: &[String], row: i64) -> Result<Option<String>, StoreError> {
        let sql = format!("SELECT {} FROM {table} WHERE id = ?1", image(columns, table));
        Ok(self.transaction.prepare_cached(&sql)?.query_row([row], |row| row.get(0)).optional()?)
    }

    fn put(&self, net: &Net, columns: &[String], exists: bool, to: Option<&str>) -> Result<(), StoreError> {
        let table = &net.table;
        let cells: Vec<String> =
            (0..columns.len()).map(|at| format!("json_extract(?1, '$[{at}]')")).collect();
        match to {
            None => self.run(&format!("DELETE FROM {table} WHERE id = ?1"), [net.row])?,
            Some(image) if exists => {
                let sets: Vec<String> =
                    columns.iter().zip(&cells).map(|(column, cell)| format!("{column} = {cell}")).collect();
                let sql = format!("UPDATE {table} SET {} WHERE id = ?2", sets.join(", "));
                self.run(&sql, params![image, net.row])?
            }
            Some(image) => {
                let sql = format!("INSERT INTO {table} ({}) SELECT {}", columns.join(", "), cells.join(", "));
                self.run(&sql, [image])?
            }
        };
        Ok(())
    }

    fn changed_since(&self, target: EntryId, op: &Op, net: &Net) -> Result<Refusal, StoreError> {
        let found = one(
            &self.transaction,
            "SELECT journal.op, journal.station FROM journal_row JOIN journal ON journal.id = journal_row.entry
             WHERE tbl = ?1 AND row = ?2 AND entry > ?3 ORDER BY entry DESC LIMIT 1",
            params![net.table, net.row, target],
        )?;
        let (by, station) = found.unwrap_or_else(|| (op.clone(), self.sign.station));
        Ok(Refusal::ChangedSince { op: Box::new(op.clone()), by: Box::new(by), station })
    }

    /// Runs `deed` without keeping images of what it removes: only for erasing personal data.
    pub(super) fn without_images<T>(&self, deed: impl FnOnce() -> T) -> T {
        self.journalling.store(schema::ERASING, Ordering::Relaxed);
        let result = deed();
        self.journalling.store(self.entry.0, Ordering::Relaxed);
        result
    }
}

/// The last entry after `target` that still stands, and its station: one about the same number if there is one, since
/// the others go their own way.
fn latest_after(
    connection: &Connection,
    target: EntryId,
    op: &Op,
) -> Result<Option<(Op, StationNo)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT op, station FROM journal WHERE id > ?1 AND state = 'done' ORDER BY id DESC",
    )?;
    let mut rows = statement.query([target])?;
    let mut latest = None;
    while let Some(row) = rows.next()? {
        let (later, station) = (journal::parse(&row.get::<_, String>(0)?)?, row.get(1)?);
        if op.ticket().is_some() && later.ticket() == op.ticket() {
            return Ok(Some((later, station)));
        }
        latest = latest.or(Some((later, station)));
    }
    Ok(latest)
}

fn one(
    connection: &Connection,
    sql: &str,
    values: impl Params,
) -> Result<Option<(Op, StationNo)>, StoreError> {
    let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?));
    let found = connection.prepare_cached(sql)?.query_row(values, read).optional()?;
    found.map(|(op, station)| Ok((journal::parse(&op)?, station))).transpose()
}
