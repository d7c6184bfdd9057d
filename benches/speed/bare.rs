//! The machine's own limit: the rows of one command, written with nothing around them.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

/// A connection with the store's pragmas, over a copy of its file, without its triggers.
pub struct Bare {
    connection: Connection,
    entry: i64,
}

impl Bare {
    pub fn open(file: &Path) -> Self {
        let connection = Connection::open(file).unwrap();
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
            )
            .unwrap();
        let entry = connection.query_row("SELECT max(id) FROM journal", [], |row| row.get(0)).unwrap();
        Self { connection, entry }
    }

    /// The rows that ticking or unticking a step leaves: the step, its image, the journal entry.
    pub fn tick(&mut self, assist: i64, on: bool) {
        let at = 1_795_168_800_i64;
        self.entry += 1;
        let write = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
            write.prepare_cached(sql).unwrap().execute(values).unwrap();
        };
        if on {
            run("INSERT INTO assist_step (assist, step) VALUES (?1, 0)", params![assist]);
        } else {
            run("DELETE FROM assist_step WHERE assist = ?1 AND step = 0", params![assist]);
        }
        run(
            "INSERT INTO journal_row (entry, tbl, row, before, after) VALUES (?1, 'assist_step', 1, NULL, ?2)",
            params![self.entry, format!("[1,{assist},0]")],
        );
        let op = r#"["ticked","B480","2.000815",1]"#;
        run(
            "INSERT INTO journal (id, at, station, volunteer, op, state) VALUES (?1, ?2, 1, 1, ?3, 'done')",
            params![self.entry, at, op],
        );
        write.commit().unwrap();
    }
}
