//! What ties a file to its write-ahead log. The engine knows the log by its name alone, and would play the log of a later
//! state into an older copy of the file.
//!
//! Each time a log begins, its first change gives the file's state a new random number and notes the one before
//! (`wal_tie.turn`, `wal_tie.base`). So a log belongs to a file that has either number: the one on which the log was begun,
//! or that of the log itself, when a part of it had already gone into the file. For this to be known, a log begins only
//! after it was cut to nothing under the lock: no console lets the engine start a log anew by itself.

use rusqlite::Connection;

use super::StoreError;

/// The row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    turn: i64,
    base: i64,
    /// The last entry of the journal when the log began.
    entry: i64,
    /// Whether a desk has the file open: then it has a log.
    pub(super) is_in_use: bool,
}

/// What stands in `base` when a log began on an empty file.
const NOTHING: i64 = 0;

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Tie> {
    connection.query_row("SELECT turn, base, entry, in_use FROM wal_tie", [], |row| {
        Ok(Tie { turn: row.get(0)?, base: row.get(1)?, entry: row.get(2)?, is_in_use: row.get(3)? })
    })
}

/// Whether a log belongs to a file: from what the file says alone, and what it says with the log.
pub(super) fn fits(alone: Option<Tie>, last_entry: Option<i64>, both: Option<Tie>) -> bool {
    match (alone, both) {
        (Some(alone), Some(both)) if alone.turn == both.turn => true,
        // An older copy may have been made while that state was still being written to the file.
        (Some(alone), Some(both)) => {
            alone.turn == both.base && last_entry.is_none_or(|last| last >= both.entry)
        }
        (None, Some(both)) => both.base == NOTHING,
        (_, None) => false,
    }
}

/// Notes whether a desk has the file open.
pub(super) fn keep_in_use(transaction: &Connection, in_use: bool) -> Result<(), StoreError> {
    transaction.execute("UPDATE wal_tie SET in_use = ?1", [in_use])?;
    Ok(())
}

/// A copy that was made through the engine is a file of its own: no log belongs to it, and nobody has it open.
pub(super) fn untie(copy: &Connection) -> rusqlite::Result<()> {
    copy.execute("UPDATE wal_tie SET turn = random(), base = 0, entry = 0, in_use = 0", []).map(drop)
}

/// Writes over what a write may have left in the log that failed at its end: a page of the log, and nothing that means
/// anything.
pub(super) fn write_over(transaction: &Connection) -> Result<(), StoreError> {
    // A lower bound may be lower; equal bytes would not be written.
    transaction.execute("UPDATE wal_tie SET entry = entry - 1", [])?;
    Ok(())
}

/// Notes that a log begins with this change. The file is locked.
pub(super) fn begin(transaction: &Connection) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE wal_tie SET base = turn, turn = random(),
                 entry = (SELECT coalesce(max(id), 0) FROM journal)",
        )?
        .execute([])?;
    Ok(())
}
