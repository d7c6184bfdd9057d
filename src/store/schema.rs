//! The tables, the number by which a file says which tables it has, and the triggers that keep what every journalled row
//! was before and after, row images, and tell of it to the sums.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, sums};

/// `motc`: the mark by which a file is known as ours.
pub(super) const APPLICATION_ID: i64 = 0x6d6f_7463;

/// The number of these tables. Files with another one are neither read nor written.
pub const NUMBER: i64 = 23;

/// The tables whose rows undo puts back.
pub(super) const JOURNALLED: &[&str] = &[
    "setting",
    "volunteer",
    "station",
    "shift",
    "duty",
    "seat",
    "handover",
    "item",
    "handed",
    "estimate",
    "visit",
    "visit_name",
    "visit_note",
    "need",
    "assist",
    "assist_step",
    "assist_check",
    "period",
    "hamlet",
    "reason",
    "outage",
    "remark",
    "turn",
    "visit_return",
    "return_assist",
    "own_series",
    "own_field",
    "own_entry",
    "entry_order",
    "turned_on",
    "counted",
];

/// The tables whose rows stay as they are, whatever is undone.
pub(super) const LASTING: &[&str] = &["counter", "name_used", "printed", "slip", "clock_doubt"];

/// Makes the tables of an empty file, unless another console has made them by now.
pub(super) fn make(connection: &mut Connection) -> Result<(), StoreError> {
    let making = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = making.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found == 0 {
        making.execute_batch(include_str!("schema.sql"))?;
        making.pragma_update(None, "application_id", APPLICATION_ID)?;
        making.pragma_update(None, "user_version", NUMBER)?;
        sums::make(&making)?;
    }
    Ok(making.commit()?)
}

/// No entry is being written: a change to a journalled table fails.
pub(super) const NO_ENTRY: i64 = -1;
/// Names are being erased: no image is kept.
pub(super) const ERASING: i64 = 0;

/// Makes the triggers of this connection.
///
/// They are TEMP, so they belong to the connection and vanish with it; they read the entry that is being written from a
/// function. Without an entry the function answers NULL, the column refuses NULL, and the write fails: no write
/// escapes the journal.
pub(super) fn install(
    connection: &Connection,
    entry: &Arc<AtomicI64>,
    changes: &sums::Changes,
) -> rusqlite::Result<()> {
    let entry = Arc::clone(entry);
    connection.create_scalar_function("journal_entry", 0, FunctionFlags::SQLITE_UTF8, move |_| {
        let entry = entry.load(Ordering::Relaxed);
        Ok((entry != NO_ENTRY).then_some(entry))
    })?;
    changes.listen(connection)?;
    let mut statements = String::new();
    for table in JOURNALLED.iter().chain(LASTING) {
        let columns = columns(connection, table)?;
        let old = image(&columns, "OLD");
        let new = image(&columns, "NEW");
        for (event, row, before, after, of) in [
            ("INSERT", "NEW.id", "NULL", new.as_str(), ["NEW"].as_slice()),
            ("UPDATE", "NEW.id", old.as_str(), new.as_str(), &["OLD", "NEW"]),
            ("DELETE", "OLD.id", old.as_str(), "NULL", &["OLD"]),
        ] {
            let told = sums::told(table, &columns, of);
            let trigger = format!(
                "CREATE TEMP TRIGGER image_{table}_{event} AFTER {event} ON main.{table} \
                 WHEN journal_entry() IS NOT {ERASING} BEGIN \
                 INSERT INTO journal_row (entry, tbl, row, before, after) \
                 VALUES (journal_entry(), '{table}', {row}, {before}, {after}); {told}END;\n"
            );
            statements.push_str(&trigger);
        }
    }
    let columns = columns(connection, "journal")?;
    for (event, of) in [("INSERT", ["NEW"].as_slice()), ("UPDATE", &["OLD", "NEW"])] {
        let told = sums::told("journal", &columns, of);
        let trigger = format!(
            "CREATE TEMP TRIGGER sum_journal_{event} AFTER {event} ON main.journal BEGIN {told}END;\n"
        );
        statements.push_str(&trigger);
    }
    connection.execute_batch(&statements)
}

/// The columns of a table, in their order.
pub(super) fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([table], |row| row.get(0))?;
    rows.collect()
}

/// The expression that writes a row as a JSON array.
pub(super) fn image(columns: &[String], of: &str) -> String {
    let cells: Vec<String> = columns.iter().map(|column| format!("{of}.{column}")).collect();
    format!("json_array({})", cells.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_images_but_for_the_journal_itself() {
        let mut connection = Connection::open_in_memory().unwrap();
        make(&mut connection).unwrap();
        make(&mut connection).unwrap();
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(version, NUMBER);
        let mut names = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .unwrap();
        let mut found: Vec<String> =
            names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let without_images =
            ["journal", "journal_row", "journal_run", "layer_turn", "leader_pin", "row_sum", "wal_tie"];
        let all = JOURNALLED.iter().chain(LASTING).chain(&without_images);
        let mut known: Vec<String> = all.map(ToString::to_string).collect();
        found.sort();
        known.sort();
        assert_eq!(found, known);
    }
}
