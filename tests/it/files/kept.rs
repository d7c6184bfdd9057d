//! What is done for the file beside the keys: damage is found, the log is cut, and a copy without a log is known.
#![allow(clippy::disallowed_methods, reason = "a thread has real time")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use motcua::desk::CheckReport;
use motcua::lang::Lang;
use motcua::store::caretaker::Caretaker;
use motcua::store::check::Finding;
use motcua::store::{Access, Store};
use motcua::ui::Event;
use motcua::ui::keymap::Place;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::harness::desk;
use crate::world::{BIRTH, FILE, Says, World};

/// Waits until something is so; a minute on a busy machine is no fault.
fn until<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < Duration::from_mins(1), "never");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What the file says by itself, whatever its log says.
fn is_in_use(file: &Path) -> bool {
    let address = format!("file:{}?immutable=1", file.display());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(address, flags).unwrap();
    connection.query_row("SELECT in_use FROM wal_tie", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_file_that_was_damaged_is_told_after_the_start() {
    let world = World::open();
    world.desk(1).gives(BIRTH);
    world.raw().execute_batch("UPDATE period SET station = 9").unwrap();
    let desk = world.desk(1);
    let caretaker = Caretaker::start(&world.file()).unwrap();
    let report: CheckReport = until(|| caretaker.found());
    assert_eq!(report.findings, [Finding::Altered { table: "period", first: 1, last: 1_023 }]);
    for lang in [Lang::Vi, Lang::En] {
        assert!(lang.found_damaged(&report).unwrap().contains("period"));
    }
    assert!(caretaker.found().is_none());
    // Somebody puts it right, and the next look says so.
    world.raw().execute_batch("UPDATE period SET station = NULL").unwrap();
    caretaker.look();
    assert!(until(|| caretaker.found()).is_sound());
    drop(desk);
    caretaker.finish();
}

#[test]
fn damage_stands_in_a_row_of_its_own_until_it_is_gone() {
    let mut scene = desk();
    let finding = Finding::Altered { table: "period", first: 1, last: 1_023 };
    let report = CheckReport { findings: vec![finding], unlisted: 2, totals: None };
    scene.event(Event::LookedThrough(Box::new(report.clone()))).sees("có 3 chỗ sai").keys("<Enter>");
    scene.sees_not("Chỗ đầu tiên").sees("TỆP DỮ LIỆU CÓ CHỖ SAI: thoát, chạy «motcua check»");
    scene.keys("<C-l>").sees("DATA FILE DAMAGED: quit").keys("<C-l>");
    scene
        .size(120, 40)
        .event(Event::LookedThrough(Box::new(report.clone())))
        .keys("<Enter>")
        .sees("TỆP DỮ LIỆU CÓ 3 CHỖ SAI: số liệu có thể không đúng");
    // The same again is no news.
    scene.event(Event::LookedThrough(Box::new(report))).is_in(Place::Queue);
    // A system that is down stands beside it.
    scene.keys("<F1>su co<Enter><Enter><Esc>").sees("CHỖ SAI").sees("VNeID");
    scene.event(Event::LookedThrough(Box::default())).sees_not("CHỖ SAI").is_in(Place::Queue);
}

#[test]
fn a_copy_without_its_log_is_told_and_one_of_a_closed_desk_is_not() {
    let world = World::open();
    let mut desk = world.desk(1);
    let caretaker = Caretaker::start(&world.file()).unwrap();
    until(|| is_in_use(&world.file()).then_some(()));
    for _ in 0..4 {
        desk.gives(BIRTH);
    }
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join(FILE);
    fs::copy(world.file(), &copy).unwrap();
    let store = Store::open(&copy, Access::ReadOnly).unwrap();
    assert!(store.lacks_log());
    assert_eq!(store.check().unwrap().findings, [Finding::LogMissing]);
    drop(store);
    let parts = motcua::desk::merge::report(
        &[copy],
        motcua::domain::Span::day(world.clock.day()),
        motcua::domain::Stamp::from_seconds(0),
        &crate::world::catalogue(),
    );
    let sources = parts.unwrap().unwrap().sources;
    let lines = Lang::Vi.merged(&sources, motcua::domain::Span::day(world.clock.day()));
    assert!(lines.iter().any(|line| line.contains("thiếu tệp «-wal»")), "{lines:?}");
    // With its log it is whole.
    let whole = TempDir::new().unwrap();
    for name in [FILE.to_owned(), format!("{FILE}-wal")] {
        fs::copy(world.folder().join(&name), whole.path().join(&name)).unwrap();
    }
    let store = Store::open(&whole.path().join(FILE), Access::ReadOnly).unwrap();
    assert!(!store.lacks_log() && store.check().unwrap().is_sound());
    drop(store);
    drop(desk);
    caretaker.finish();
    until(|| (!world.folder().join(format!("{FILE}-wal")).exists()).then_some(()));
    assert!(!is_in_use(&world.file()));
    let store = Store::open(&world.file(), Access::ReadOnly).unwrap();
    assert!(!store.lacks_log());
    assert_eq!(store.check().unwrap().totals.unwrap().visits, 4);
}
