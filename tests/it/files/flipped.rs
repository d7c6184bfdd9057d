//! One byte after another of a used file is another one: no change of what the desk did stays unseen.

use std::fs;
use std::path::Path;

use motcua::desk::{Closing, Command};
use motcua::domain::{Counter, LeaveReason, ShiftPart};
use motcua::store::{Access, Store};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, World, open_shift};

/// What must never change unseen.
const TABLES: [&str; 5] = ["visit", "period", "assist", "journal", "name_used"];

/// How many bytes are tried.
const TRIES: usize = 240;

/// A file with two days of everything.
fn used() -> World {
    let world = World::open();
    let mut desk = world.desk(1);
    for _ in 0..8 {
        for need in [BIRTH, COPIES, LODGING, VNEID] {
            desk.gives(need);
        }
        let visit = desk.serves_next();
        world.clock.minutes(4);
        desk.does(Command::Finish(visit));
        let visit = desk.serves_next();
        desk.does(Command::Leave { visit, why: LeaveReason::WalkedOut });
        desk.does(Command::Count(Counter::QuickQuestions));
    }
    desk.undo().unwrap();
    desk.does(Command::CloseShift(Closing::default()));
    world.clock.set("2026-11-23 07:40");
    desk.does(open_shift(ShiftPart::Morning));
    desk.gives(BIRTH);
    drop(desk);
    world
}

/// All rows of those tables, or nothing when they cannot be read.
fn rows(file: &Path) -> Option<Vec<Vec<Value>>> {
    let address = format!("file:{}?immutable=1", file.display());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(address, flags).ok()?;
    let mut all = Vec::new();
    for table in TABLES {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY id")).ok()?;
        let columns = statement.column_count();
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            all.push((0..columns).map(|at| row.get(at)).collect::<Result<_, _>>().ok()?);
        }
    }
    Some(all)
}

#[test]
fn no_flipped_byte_changes_a_deed_unseen() {
    let world = used();
    let whole = fs::read(world.file()).unwrap();
    let before = rows(&world.file()).unwrap();
    // Most of a small file is empty pages.
    let content: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] != 0).collect();
    let mut dice = fastrand::Rng::with_seed(20_261_121);
    let damaged = world.folder().join("damaged.sqlite");
    let (mut changed, mut unreadable) = (0, 0);
    for _ in 0..TRIES {
        let (at, flip) = (content[dice.usize(0..content.len())], dice.u8(1..));
        let mut bytes = whole.clone();
        bytes[at] ^= flip;
        fs::write(&damaged, &bytes).unwrap();
        let now = rows(&damaged);
        let is_seen = Store::open(&damaged, Access::ReadOnly)
            .map_or(true, |store| store.check().map_or(true, |report| !report.is_sound()));
        match now {
            Some(now) if now == before => {}
            Some(_) => {
                changed += 1;
                assert!(is_seen, "byte {at} with {flip:#04x}");
            }
            None => {
                unreadable += 1;
                assert!(is_seen, "byte {at} with {flip:#04x}: unreadable");
            }
        }
    }
    eprintln!("{TRIES} bytes of {}: {changed} changed a deed, {unreadable} made it unreadable", whole.len());
    assert!(changed > TRIES / 40, "{changed}");
}
