//! The file with 500,000 visits: what a desk has after ten years.
//!
//! All of it by commands would take more than ten minutes. So two stretches of a hundred days are made by commands: one
//! that ends in the middle of today, and one before it, in which every visit has ended. The years before are copies of
//! that one, moved back by whole weeks: rows of the same shape with identities and times of their own, in the order in
//! which a desk would have written them. Of the days before today no images are left, as at a desk.

use std::path::Path;
use std::rc::Rc;

use motcua::clock::Clock;
use motcua::config::DATABASE;
use motcua::demo::{self, DemoPlan, DemoReport};
use motcua::desk::{Closing, Command, Desk};
use motcua::domain::{LeaveReason, ShiftPart, Stamp, StationNo, VolunteerId};
use motcua::store::{Access, Store};
use rusqlite::Connection;

use super::ground::{StillClock, catalogue};

/// Days of a stretch, and visits a day.
const DAYS: u32 = 100;
const PER_DAY: u32 = 200;

/// How often the stretch before today's stands in the file.
const TIMES: i64 = 24;

/// The tables that are the same in both stretches; the others have rows of their own for each.
const ONCE: [&str; 7] = ["setting", "volunteer", "hamlet", "reason", "seat", "layer_turn", "wal_tie"];

/// The hashes of all rows, made at the end.
const SUMS: &str = "row_sum";

/// Makes the file in a folder.
pub fn make(folder: &Path) {
    let (recent, before) = (folder.join("recent"), folder.join("before"));
    let first = stretch(&recent, 1, StillClock.now()).first;
    let past = stretch(&before, 2, first.minus_days(1).at(18, 0));
    end_all(&before, first.minus_days(1).at(18, 30));
    let weeks = past.last.start().seconds_since(past.first.start()) / (7 * 86_400) + 1;

    let path = folder.join(DATABASE);
    drop(Store::open(&path, Access::Full).unwrap());
    let file = Connection::open(&path).unwrap();
    let hurry = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;
                 PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -262144";
    file.execute_batch(hurry).unwrap();
    for (name, of) in [("before", &before), ("recent", &recent)] {
        file.execute(&format!("ATTACH ?1 AS {name}"), [of.join(DATABASE).to_str()]).unwrap();
    }
    let tables = tables(&file);
    file.execute_batch("BEGIN").unwrap();
    for table in ONCE {
        file.execute_batch(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM recent.{table}"))
            .unwrap();
    }
    for time in 0..TIMES {
        let days = (time + 1 - TIMES) * weeks * 7;
        copy(&file, &tables, Copy { of: "before", time, days });
    }
    copy(&file, &tables, Copy { of: "recent", time: TIMES, days: 0 });
    file.execute_batch("COMMIT").unwrap();
    drop(file);
    // As a desk opens it: on the disk, with the log it has.
    Store::open(&path, Access::Full).unwrap().sum_anew().unwrap();
    for folder in [recent, before] {
        std::fs::remove_dir_all(folder).unwrap();
    }
}

/// A hundred days by commands, up to a moment.
fn stretch(folder: &Path, seed: u64, until: Stamp) -> DemoReport {
    std::fs::create_dir(folder).unwrap();
    let plan = DemoPlan { days: DAYS, per_day: PER_DAY, seed };
    demo::create(&folder.join(DATABASE), &catalogue(), plan, until, &mut |_| {}).unwrap()
}

/// A clock that stands at some moment.
struct At(Stamp);

impl Clock for At {
    fn now(&self) -> Stamp {
        self.0
    }

    fn elapsed(&self) -> std::time::Duration {
        std::time::Duration::ZERO
    }
}

/// Ends what the last evening left open: a copy has nobody who comes back tomorrow.
fn end_all(folder: &Path, at: Stamp) {
    let store = Store::open(&folder.join(DATABASE), Access::Full).unwrap();
    let mut desk = Desk::new(store, Rc::new(At(at)), catalogue(), StationNo::FIRST);
    let on_duty = vec![VolunteerId(1)];
    desk.execute(Command::OpenShift { part: ShiftPart::Afternoon, on_duty }).unwrap();
    let ended = desk.load().unwrap().open().map(|card| (card.visit.id, LeaveReason::AnotherDay)).collect();
    desk.execute(Command::CloseShift(Closing { note: String::new(), ended, ..Closing::default() })).unwrap();
}

/// One stretch on its way into the file.
#[derive(Clone, std::marker::Copy)]
struct Copy {
    /// Under which name its file is attached.
    of: &'static str,
    /// How many stretches of `before` stand in front of it.
    time: i64,
    /// By how many days it is moved.
    days: i64,
}

/// The tables that are copied, each with its columns.
fn tables(file: &Connection) -> Vec<(String, Vec<String>)> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
    let mut statement = file.prepare(sql).unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let columns = |table: &str| -> Vec<String> {
        let mut statement = file.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid").unwrap();
        statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let copied = names.into_iter().filter(|name| !ONCE.contains(&name.as_str()) && name != SUMS);
    copied.map(|name| (name.clone(), columns(&name))).collect()
}

fn copy(file: &Connection, tables: &[(String, Vec<String>)], stretch: Copy) {
    let Copy { of, .. } = stretch;
    for (table, columns) in tables.iter().filter(|(table, _)| table != "journal_row") {
        let cells: Vec<String> =
            columns.iter().map(|column| moved(file, table, column, column, stretch)).collect();
        let cells = cells.join(", ");
        // A name stands in the file once, from the first day on which it was used.
        let new = match table.as_str() {
            "name_used" => "WHERE code NOT IN (SELECT code FROM main.name_used)",
            _ => "",
        };
        file.execute_batch(&format!("INSERT INTO main.{table} SELECT {cells} FROM {of}.{table} {new}"))
            .unwrap();
    }
    // The images of today.
    for (table, columns) in tables.iter().filter(|_| of == "recent") {
        let image = |of: &str| {
            let cell = |(at, column): (usize, &String)| {
                moved(file, table, column, &format!("json_extract({of}, '$[{at}]')"), stretch)
            };
            let cells: Vec<String> = columns.iter().enumerate().map(cell).collect();
            format!("CASE WHEN {of} IS NOT NULL THEN json_array({}) END", cells.join(", "))
        };
        let (row, entry) =
            (moved(file, table, "id", "row", stretch), moved(file, "journal", "id", "entry", stretch));
        let sql = format!(
            "INSERT INTO main.journal_row (id, entry, tbl, row, before, after)
             SELECT id, {entry}, tbl, {row}, {}, {} FROM recent.journal_row WHERE tbl = ?1",
            image("before"),
            image("after")
        );
        file.execute(&sql, [table]).unwrap();
    }
}

/// A cell of a column on its way into the file: identities after those in front of it, times moved.
fn moved(file: &Connection, table: &str, column: &str, cell: &str, stretch: Copy) -> String {
    let after = |table: &str| {
        let last = |row: &rusqlite::Row<'_>| row.get::<_, Option<i64>>(0);
        let last = file.query_row(&format!("SELECT max(rowid) FROM before.{table}"), [], last).unwrap();
        format!("{cell} + {}", stretch.time * last.unwrap_or(0))
    };
    let days = stretch.days;
    match (table, column) {
        ("visit_name" | "visit_note" | "slip", "id") | (_, "visit" | "returns_of") => after("visit"),
        (_, "id") => after(table),
        (_, "shift" | "assist" | "handover") => after(column),
        (_, "target" | "first") => after("journal"),
        // Only of today an entry can be undone.
        ("journal", "state") if stretch.of == "before" => {
            format!("iif({cell} IN ('undone', 'buried'), 'buried', NULL)")
        }
        ("journal_run", "day") => format!("{cell} + {days}"),
        (_, "day" | "ended_day" | "come_back" | "since") if (table, column) != ("visit", "since") => {
            format!("date({cell}, '{days:+} days')")
        }
        ("visit", "place") => format!("{cell} + {}", days * 86_400_000),
        (
            _,
            "at" | "since" | "opened" | "closed" | "read_at" | "arrived" | "booked" | "called_at"
            | "returned_at" | "from_at" | "until_at" | "ended_at",
        ) => format!("{cell} + {}", days * 86_400),
        _ => cell.to_owned(),
    }
}
