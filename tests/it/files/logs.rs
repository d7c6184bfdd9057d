//! A write-ahead log beside the file when a console starts: its own is played, another's is set aside, one that is missing is
//! told.

use std::fs;
use std::path::{Path, PathBuf};

use motcua::lang::Lang;
use motcua::store::{Access, OpenError, Store};
use rusqlite::Connection;
use tempfile::TempDir;

use super::bad::bytes;
use crate::world::{BIRTH, COPIES, FILE, Says, World, catalogue};

fn log_of(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", file.display()))
}

/// A folder as a console leaves it that is killed now: the file and its log, and whatever else lies there.
fn killed(world: &World) -> TempDir {
    let folder = TempDir::new().unwrap();
    for entry in fs::read_dir(world.folder()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn visits(store: &Store) -> u32 {
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
    report.totals.unwrap().visits
}

/// A world whose file has so many visits, and that nobody has open.
fn with_visits(count: usize) -> World {
    let world = World::open();
    let mut desk = world.desk(1);
    for _ in 0..count {
        desk.gives(BIRTH);
    }
    world
}

fn give(world: &World, count: usize) {
    let mut desk = world.desk(2);
    for _ in 0..count {
        desk.gives(COPIES);
    }
}

#[test]
fn what_a_killed_console_left_is_played() {
    let world = with_visits(3);
    let mut desk = world.desk(1);
    for count in 1..=12 {
        desk.gives(COPIES);
        let folder = killed(&world);
        let file = folder.path().join(FILE);
        assert_eq!(visits(&Store::open(&file, Access::ReadOnly).unwrap()), 3 + count);
        let store = Store::open(&file, Access::Full).unwrap();
        assert!(store.set_aside().is_none() && !store.lacks_log());
        assert_eq!(visits(&store), 3 + count);
    }
}

#[test]
fn the_log_of_the_very_first_deeds_is_played() {
    let world = World::empty();
    let mut desk = world.desk(1);
    for step in 0..3 {
        match step {
            1 => drop(desk.does(crate::world::set_up(&crate::world::VOLUNTEERS))),
            2 => drop(desk.does(crate::world::open_shift(motcua::domain::ShiftPart::Morning))),
            _ => {}
        }
        let folder = killed(&world);
        let store = Store::open(&folder.path().join(FILE), Access::Full).unwrap();
        assert!(store.set_aside().is_none());
        assert_eq!(store.is_used().unwrap(), step > 0);
    }
}

/// A part of the log may have gone into the file when the power failed.
#[test]
fn a_log_of_which_a_part_is_in_the_file_is_played() {
    let world = with_visits(2);
    let mut desk = world.desk(1);
    for _ in 0..9 {
        desk.gives(COPIES);
    }
    let folder = killed(&world);
    let file = folder.path().join(FILE);
    let before = fs::read(&file).unwrap();
    let whole = {
        let other = killed(&world);
        let file = other.path().join(FILE);
        drop(Store::open(&file, Access::Full).unwrap());
        fs::read(&file).unwrap()
    };
    let log = fs::read(log_of(&file)).unwrap();
    let pages = whole.len() / 4_096;
    // Any of its pages may be there already, and others not.
    for seed in 0..40 {
        let mut dice = fastrand::Rng::with_seed(seed);
        let mut bytes = before.clone();
        bytes.resize(whole.len(), 0);
        for page in 0..pages {
            let place = page * 4_096..(page + 1) * 4_096;
            if dice.bool() || page * 4_096 >= before.len() {
                bytes[place.clone()].copy_from_slice(&whole[place]);
            }
        }
        fs::write(&file, &bytes).unwrap();
        fs::write(log_of(&file), &log).unwrap();
        let store = Store::open(&file, Access::Full).unwrap();
        assert!(store.set_aside().is_none(), "seed {seed}");
        assert_eq!(visits(&store), 11);
    }
}

#[test]
fn a_backup_over_a_killed_desk_is_used_as_it_is_and_the_log_is_set_aside() {
    // The same desk an hour earlier, a day earlier, and another desk.
    for (earlier, between) in [(2, 0), (2, 60), (0, 1)] {
        let world = with_visits(earlier);
        let backup = fs::read(world.file()).unwrap();
        give(&world, 5);
        for _ in 0..between {
            give(&world, 1);
        }
        let mut desk = world.desk(1);
        for _ in 0..6 {
            desk.gives(BIRTH);
        }
        let folder = killed(&world);
        let file = folder.path().join(FILE);
        fs::write(&file, &backup).unwrap();
        let log = fs::read(log_of(&file)).unwrap();
        is_set_aside(&file, &log, u32::try_from(earlier).unwrap());
    }
    let world = with_visits(4);
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let folder = killed(&world);
    let file = folder.path().join(FILE);
    fs::copy(with_visits(9).file(), &file).unwrap();
    let log = fs::read(log_of(&file)).unwrap();
    is_set_aside(&file, &log, 9);
}

fn is_set_aside(file: &Path, log: &[u8], count: u32) {
    // The index that the killed console left is of no use to anybody.
    let folder = file.parent().unwrap();
    let before = bytes(folder);
    let error = Store::open(file, Access::ReadOnly).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::StrangeLog { .. }), "{error:?}");
    assert!(bytes(folder) == before);
    let store = Store::open(file, Access::Full).unwrap();
    let name = store.set_aside().unwrap().to_owned();
    let shown = name.display().to_string();
    let start = format!("{}-wal.20", file.display());
    assert!(shown.starts_with(&start), "{shown}");
    assert!(fs::read(&name).unwrap() == log);
    assert_eq!(visits(&store), count);
    for lang in [Lang::Vi, Lang::En] {
        assert!(lang.found_beside(store.set_aside(), false).unwrap().contains(&shown));
    }
    drop(store);
    let store = Store::open(file, Access::Full).unwrap();
    assert!(store.set_aside().is_none());
    assert_eq!(visits(&store), count);
}

/// The file never has a rollback journal: one that lies there is another file's, and the engine would play it.
#[test]
fn a_strange_journal_is_set_aside_as_a_strange_log_is() {
    let other = TempDir::new().unwrap();
    let strange = other.path().join("strange.db");
    let raw = Connection::open(&strange).unwrap();
    raw.execute_batch(
        "CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(90000)); BEGIN; UPDATE t SET x = zeroblob(80000)",
    )
    .unwrap();
    // Hot: it would be rolled back into whatever file has its name.
    raw.execute_batch("PRAGMA cache_size = 1; UPDATE t SET x = randomblob(90000)").unwrap();
    let journal = fs::read(format!("{}-journal", strange.display())).unwrap();
    let journal = [journal, vec![0; 4_096]].concat();
    let world = with_visits(4);
    let (file, before) = (world.file(), fs::read(world.file()).unwrap());
    let beside = format!("{}-journal", file.display());
    fs::write(&beside, &journal).unwrap();
    let error = Store::open(&file, Access::ReadOnly).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::StrangeLog { .. }), "{error:?}");
    assert!(Lang::Vi.open_error(&error).contains(&beside));
    assert!(fs::read(&beside).unwrap() == journal && fs::read(&file).unwrap() == before);
    let store = Store::open(&file, Access::Full).unwrap();
    let name = store.set_aside().unwrap().to_owned();
    assert!(name.display().to_string().starts_with(&format!("{beside}.20")), "{}", name.display());
    assert!(fs::read(&name).unwrap() == journal && !Path::new(&beside).exists());
    assert_eq!(visits(&store), 4);
}

/// A copy of the file alone that was made while its log was being filled is what the log was begun on.
#[test]
fn a_copy_of_the_same_hour_takes_its_log() {
    let world = with_visits(5);
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let copy = fs::read(world.file()).unwrap();
    for _ in 0..20 {
        desk.gives(BIRTH);
    }
    let folder = killed(&world);
    let file = folder.path().join(FILE);
    fs::write(&file, copy).unwrap();
    let store = Store::open(&file, Access::Full).unwrap();
    assert!(store.set_aside().is_none());
    assert_eq!(visits(&store), 26);
}

#[test]
fn a_log_whose_file_is_gone_is_no_first_start() {
    let world = with_visits(3);
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let folder = killed(&world);
    let file = folder.path().join(FILE);
    fs::remove_file(&file).unwrap();
    super::bad::is_refused(&file, |error| matches!(error, OpenError::LogAlone { .. }));
    fs::write(&file, "").unwrap();
    super::bad::is_refused(&file, |error| matches!(error, OpenError::Emptied { .. }));
}

#[test]
fn an_empty_file_in_a_used_folder_is_no_first_start() {
    for sign in ["config.toml", "papers", "log", "spool"] {
        let world = World::empty();
        fs::write(world.file(), "").unwrap();
        if sign.contains('.') {
            fs::write(world.folder().join(sign), "station = 1\n").unwrap();
        } else {
            fs::create_dir(world.folder().join(sign)).unwrap();
        }
        super::bad::is_refused(&world.file(), |error| matches!(error, OpenError::Emptied { .. }));
    }
}

#[test]
fn the_screen_tells_where_a_log_was_put() {
    let world = with_visits(1);
    let backup = fs::read(world.file()).unwrap();
    give(&world, 1);
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let folder = killed(&world);
    let file = folder.path().join(FILE);
    fs::write(&file, backup).unwrap();
    let desk = motcua::desk::Desk::new(
        Store::open(&file, Access::Full).unwrap(),
        world.clock.clone(),
        catalogue(),
        motcua::domain::StationNo::FIRST,
    );
    let look = motcua::ui::Look { lang: Lang::Vi, theme: motcua::ui::theme::Theme::PLAIN };
    let console = motcua::ui::Console::new(desk, look).unwrap();
    let backend = ratatui::backend::TestBackend::new(80, 24);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal.draw(|frame| console.render(frame)).unwrap();
    let screen = terminal.backend().to_string();
    assert!(screen.contains("không phải của nó") && screen.contains("-wal.20"), "{screen}");
}
