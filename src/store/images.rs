//! Row images: triggers that keep what every journalled row was before and after.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::schema::JOURNALLED;

/// No entry is being written: a change to a journalled table fails.
pub(super) const NO_ENTRY: i64 = -1;
/// Names are being erased, or made-up days entered: no image is kept.
pub(super) const ERASING: i64 = 0;

/// Makes the triggers of this connection.
///
/// They are TEMP, so they belong to the connection and vanish with it; they read the entry that is being written from a
/// function. Without an entry the function answers NULL, the column refuses NULL, and the write fails: no write
/// escapes the journal.
pub(super) fn install(connection: &Connection, entry: &Arc<AtomicI64>) -> rusqlite::Result<()> {
    let entry = Arc::clone(entry);
    connection.create_scalar_function("journal_entry", 0, FunctionFlags::SQLITE_UTF8, move |_| {
        let entry = entry.load(Ordering::Relaxed);
        Ok((entry != NO_ENTRY).then_some(entry))
    })?;
    let mut statements = String::new();
    for table in JOURNALLED {
        let columns = columns(connection, table)?;
        let old = image(&columns, "OLD");
        let new = image(&columns, "NEW");
        for (event, row, before, after) in [
            ("INSERT", "NEW.id", "NULL", new.as_str()),
            ("UPDATE", "NEW.id", old.as_str(), new.as_str()),
            ("DELETE", "OLD.id", old.as_str(), "NULL"),
        ] {
            let trigger = format!(
                "CREATE TEMP TRIGGER image_{table}_{event} AFTER {event} ON main.{table} \
                 WHEN journal_entry() IS NOT {ERASING} BEGIN \
                 INSERT INTO journal_row (entry, tbl, row, before, after) \
                 VALUES (journal_entry(), '{table}', {row}, {before}, {after}); END;\n"
            );
            statements.push_str(&trigger);
        }
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
