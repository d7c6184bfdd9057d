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
