//! A full disk: the command is refused, everything before it is kept, and with some space the desk goes on.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use motcua::desk::{Closing, Command, DeskError, NewVisit};
use motcua::domain::{Code, ShiftPart};
use motcua::lang::Lang;
use motcua::store::{Access, OpenError, Store, StoreError};
use tempfile::TempDir;

use super::mounted::Mounted;
use crate::world::{BIRTH, FILE, HandClock, Says, VOLUNTEERS, World, desk_at, open_shift, set_up};

/// A disk of two megabytes that goes when the test ends; only root can make one.
struct SmallDisk(Mounted);

impl SmallDisk {
    fn mount() -> Option<Self> {
        Mounted::small(TempDir::new().unwrap()).map(Self)
    }

    fn file(&self) -> PathBuf {
        self.0.folder().join(FILE)
    }

    /// Fills it to the last byte with something else.
    fn fill(&self) {
        let mut rest = File::create(self.ballast()).unwrap();
        while rest.write_all(&[1; 512]).is_ok() {}
    }

    fn free(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    fn ballast(&self) -> PathBuf {
        self.0.folder().join("ballast")
    }
}

fn is_whole(file: &Path) {
    let raw = rusqlite::Connection::open(file).unwrap();
    let whole: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}

#[test]
fn a_full_disk_refuses_the_command_and_keeps_everything_before_it() {
    let Some(small) = SmallDisk::mount() else { return };
    let clock = HandClock::at("2026-11-21 08:00");
    let mut desk = desk_at(&small.file(), clock.clone(), 1);
    desk.does(set_up(&VOLUNTEERS));
    desk.does(open_shift(ShiftPart::Morning));
    desk.gives_named(BIRTH, "Người Thử");
    small.fill();

    // The log may have some room left in its last page.
    let mut given = 1;
    let error = loop {
        match desk.execute(Command::TakeNumber(NewVisit::plain(Code::new(BIRTH)))) {
            Ok(_) => given += 1,
            Err(error) => break error,
        }
        assert!(given < 10_000);
    };
    assert!(matches!(error, DeskError::Store(StoreError::DiskFull(_))), "{error:?}");
    let DeskError::Store(error) = error else { panic!("{error:?}") };
    assert_ne!(Lang::Vi.store_error(&error), Lang::En.store_error(&error));

    // Nothing is half done: the screen, the tally and the journal agree, and undo and closing are refused alike.
    for _ in 0..3 {
        let closing =
            Command::CloseShift(Closing { note: "đầy".repeat(400), ended: vec![], ..Closing::default() });
        assert!(matches!(desk.execute(closing), Err(DeskError::Store(StoreError::DiskFull(_)))));
        let model = desk.load().unwrap();
        assert_eq!(model.queue.len(), given);
        assert!(model.shift.is_some());
    }
    let proof = desk.tally(clock.day()).unwrap().proof;
    assert!(proof.holds());
    assert_eq!(proof.issued as usize, given);

    small.free();
    let visit = desk.gives(BIRTH);
    assert_eq!(desk.ticket(visit), format!("A{:03}", given + 1));
    desk.undo().unwrap();
    desk.redo().unwrap();
    desk.does(Command::CloseShift(Closing::default()));
    drop(desk);
    let mut again = desk_at(&small.file(), clock, 1);
    assert_eq!(again.load().unwrap().queue.len(), given + 1);
    is_whole(&small.file());
}

#[test]
fn a_console_that_starts_on_a_full_disk_says_so() {
    let Some(small) = SmallDisk::mount() else { return };
    let clock = HandClock::at("2026-11-21 08:00");
    small.fill();
    for _ in 0..2 {
        let error = Store::open(&small.file(), Access::Full).map(drop).unwrap_err();
        assert!(matches!(error, OpenError::DiskFull { .. }), "{error:?}");
        assert!(Lang::Vi.open_error(&error).contains(FILE) && Lang::En.open_error(&error).contains(FILE));
    }
    small.free();
    desk_at(&small.file(), clock.clone(), 1).does(set_up(&VOLUNTEERS));
    // The same with a file that was used before.
    small.fill();
    let error = Store::open(&small.file(), Access::Full).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::DiskFull { .. }), "{error:?}");
    small.free();
    desk_at(&small.file(), clock, 1).does(open_shift(ShiftPart::Morning));
    is_whole(&small.file());
}

#[test]
fn a_shift_that_was_closed_counts_as_closed_even_if_the_names_could_not_be_erased() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives_named(BIRTH, "Người Thử");
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let raw = world.raw();
    raw.execute_batch(
        "CREATE TRIGGER stop BEFORE DELETE ON visit_name BEGIN SELECT RAISE(ABORT, 'stopped'); END",
    )
    .unwrap();
    desk.does(Command::CloseShift(Closing::default()));
    assert!(desk.load().unwrap().shift.is_none());
    raw.execute_batch("DROP TRIGGER stop").unwrap();
    // The next start makes up for it.
    assert_eq!(world.desk(1).erase_old_names().unwrap(), 1);
}
