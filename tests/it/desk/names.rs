//! Citizens' names: for calling, then gone, from every row and from every byte.

use std::collections::BTreeSet;

use motcua::desk::{Closing, Command};
use motcua::domain::{LeaveReason, ShiftPart, VisitId};

use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, World, open_shift};

/// A name that nothing else in the file contains.
fn name(at: usize) -> String {
    format!("Đặng Thị Xóa{at:04}")
}

/// Every such name that stands anywhere in the file, its log and whatever else lies beside them.
fn names_in_files(world: &World) -> BTreeSet<String> {
    let whole = name(0);
    let stem = &whole.as_bytes()[..whole.len() - 4];
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(world.folder()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for (at, _) in
            bytes.iter().enumerate().filter(|(at, byte)| **byte == stem[0] && bytes[*at..].starts_with(stem))
        {
            found.insert(String::from_utf8_lossy(&bytes[at..bytes.len().min(at + whole.len())]).into_owned());
        }
    }
    found
}

#[test]
fn a_name_is_there_while_the_visit_is_open() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives_named(BIRTH, "  Đặng  Thị\u{7} Xo\u{301}a0001 ");
    assert_eq!(desk.card(visit).name, Some(name(1)));
    let unnamed = desk.gives_named(BIRTH, " \u{200b}\t ");
    assert_eq!(desk.card(unnamed).name, None);
    // Without this the searches below would prove nothing.
    assert!(names_in_files(&world).contains(&name(1)));
}

#[test]
fn closing_the_shift_erases_the_names_of_ended_visits_from_every_byte() {
    let world = World::open();
    // A second console stays open beside, as at a real desk.
    let (mut desk, mut beside) = (world.desk(1), world.desk(2));
    let needs = [BIRTH, COPIES, LODGING, VNEID];
    let given: Vec<VisitId> =
        (0..300).map(|at| desk.gives_named(needs[at % needs.len()], &name(at))).collect();
    beside.load().unwrap();
    // One is undone, and stays only in the journal's images.
    desk.undo().unwrap();
    // Every tenth is carried over and keeps its name; the others end in different ways.
    let kept: Vec<usize> = (0..299).filter(|at| at % 10 == 3).collect();
    let mut ended = Vec::new();
    for (at, visit) in given.iter().enumerate().take(299).filter(|(at, _)| at % 10 != 3) {
        match at % 10 {
            1 => {
                desk.does(Command::Leave { visit: *visit, why: LeaveReason::WalkedOut });
            }
            7 => ended.push((*visit, LeaveReason::OfficeClosed)),
            _ => {
                desk.does(Command::SetPersons { visit: *visit, persons: 2 });
                desk.does(Command::Leave { visit: *visit, why: LeaveReason::SentOn });
            }
        }
    }
    desk.does(Command::CloseShift(Closing { note: String::new(), ended, ..Closing::default() }));

    let expected: BTreeSet<String> = kept.iter().map(|at| name(*at)).collect();
    assert_eq!(names_in_files(&world), expected);
    let raw = world.raw();
    let rows: i64 = raw.query_row("SELECT count(*) FROM visit_name", [], |row| row.get(0)).unwrap();
    let images: i64 = raw
        .query_row("SELECT count(DISTINCT row) FROM journal_row WHERE tbl = 'visit_name'", [], |row| {
            row.get(0)
        })
        .unwrap();
    let kept_rows = i64::try_from(kept.len()).unwrap();
    assert_eq!((rows, images), (kept_rows, kept_rows));

    // The next evening the last ones go.
    world.clock.set("2026-11-22 07:30");
    desk.does(open_shift(ShiftPart::Morning));
    let ended = kept.iter().map(|at| (given[*at], LeaveReason::OfficeClosed)).collect();
    desk.does(Command::CloseShift(Closing { note: String::new(), ended, ..Closing::default() }));
    assert_eq!(names_in_files(&world), BTreeSet::new());
}

#[test]
fn turning_back_the_closing_brings_no_name_back() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives_named(BIRTH, &name(1));
    desk.does(Command::Leave { visit, why: LeaveReason::Mistake });
    desk.does(Command::CloseShift(Closing::default()));
    desk.undo().unwrap();
    desk.undo().unwrap();
    let card = desk.card(visit);
    assert!(card.visit.stage.kind().is_open());
    assert_eq!(card.name, None);
    desk.undo().unwrap();
    desk.redo().unwrap();
    assert_eq!(desk.card(visit).name, None);
    assert!(!names_in_files(&world).contains(&name(1)));
}

#[test]
fn a_console_that_was_killed_leaves_its_names_to_the_next_start() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives_named(BIRTH, &name(1));
    let waiting = desk.gives_named(BIRTH, &name(2));
    desk.does(Command::Leave { visit, why: LeaveReason::WalkedOut });
    // The same day the shift is still on: a restart at noon erases nothing that is still needed.
    assert_eq!(world.desk(1).erase_old_names().unwrap(), 0);
    assert!(names_in_files(&world).contains(&name(1)));
    world.clock.set("2026-11-22 07:20");
    assert_eq!(world.desk(1).erase_old_names().unwrap(), 1);
    assert!(!names_in_files(&world).contains(&name(1)));
    assert_eq!(desk.card(waiting).name, Some(name(2)));
    assert_eq!(world.desk(1).erase_old_names().unwrap(), 0);
}

#[test]
fn no_name_stands_in_the_journal_s_words_or_in_the_tally() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives_named(BIRTH, &name(1));
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let day = world.clock.day();
    let journal = format!("{:?}", desk.journal(day, 100).unwrap());
    let tally = format!("{:?}", desk.tally(day).unwrap());
    assert!(!journal.contains("Xóa") && !tally.contains("Xóa"));
    let in_ops: i64 = world
        .raw()
        .query_row("SELECT count(*) FROM journal WHERE op LIKE '%Xóa%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(in_ops, 0);
}
