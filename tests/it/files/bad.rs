//! A file that cannot be opened: damaged, another program's, newer, out of reach.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use motcua::desk::{Command, Desk, DeskError};
use motcua::domain::StationNo;
use motcua::lang::Lang;
use motcua::store::{Access, OpenError, Store, StoreError};
use rusqlite::Connection;

use crate::world::{BIRTH, FILE, Says, World, catalogue, set_up};

/// Everything that lies in a folder, byte by byte.
pub fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// The same without the files that the engine makes to read.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = bytes(folder);
    files.retain(|path, content| {
        let path = path.display().to_string();
        !(path.ends_with("-shm") || path.ends_with("-wal") && content.is_empty())
    });
    files
}

/// Opens the file both ways: each says the same kind of reason, with a sentence in each language that names the path,
/// and the folder stays as it was.
pub fn is_refused(file: &Path, is_expected: impl Fn(&OpenError) -> bool) {
    let folder = file.parent().unwrap();
    let before = bytes(folder);
    for access in [Access::ReadOnly, Access::Full] {
        let Err(error) = Store::open(file, access) else { panic!("{access:?} opened {}", file.display()) };
        assert!(is_expected(&error), "{access:?}: {error:?}");
        names_the_path(&error, file);
        assert!(bytes(folder) == before, "{access:?} touched {}", folder.display());
    }
}

fn names_the_path(error: &OpenError, file: &Path) {
    let (vi, en) = (Lang::Vi.open_error(error), Lang::En.open_error(error));
    let path = file.display().to_string();
    assert!(vi.contains(&path) && en.contains(&path), "{vi} {en}");
    assert_ne!(vi, en);
    assert!(!vi.contains('\n') && vi.chars().count() < 400, "{vi}");
}

/// A world with some days' work in it, and nothing left in the log.
fn used() -> World {
    let world = World::open();
    let mut desk = world.desk(1);
    for _ in 0..50 {
        desk.gives(BIRTH);
    }
    world
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    for content in [b"xin chao".to_vec(), vec![0; 40_000], "Sổ trực ngày 21/11\n".repeat(900).into_bytes()]
    {
        let world = World::empty();
        fs::write(world.file(), &content).unwrap();
        is_refused(&world.file(), |error| matches!(error, OpenError::Damaged { .. }));
    }
}

#[test]
fn a_database_that_lost_its_end_is_left_alone() {
    let world = used();
    let whole = fs::read(world.file()).unwrap();
    let end = whole.len();
    for kept in [50, 1_000, 4_096, 10_000, end / 2, end - 4_096, end - 1_024, end - 1, end - 3_000] {
        fs::write(world.file(), &whole[..kept]).unwrap();
        is_refused(&world.file(), |error| matches!(error, OpenError::Damaged { .. }));
    }
    fs::write(world.file(), &whole).unwrap();
    world.desk(1).gives(BIRTH);
}

#[test]
fn a_database_with_a_spoiled_page_says_so_when_the_page_is_read() {
    let world = used();
    let mut whole = fs::read(world.file()).unwrap();
    for byte in &mut whole[4_096..] {
        *byte = 0xa5;
    }
    fs::write(world.file(), &whole).unwrap();
    match Store::open(&world.file(), Access::Full) {
        Err(error) => assert!(matches!(error, OpenError::Damaged { .. }), "{error:?}"),
        Ok(store) => {
            let mut desk = Desk::new(store, world.clock.clone(), catalogue(), StationNo::FIRST);
            let error = desk.execute(Command::CallNext(None)).unwrap_err();
            assert!(matches!(error, DeskError::Store(StoreError::Damaged(_))), "{error:?}");
        }
    }
}

#[test]
fn another_program_s_database_is_left_alone() {
    for mode in ["DELETE", "WAL"] {
        let world = World::empty();
        let theirs = Connection::open(world.file()).unwrap();
        theirs.pragma_update_and_check(None, "journal_mode", mode, |_| Ok(())).unwrap();
        theirs
            .execute_batch("CREATE TABLE visit (id INTEGER PRIMARY KEY); INSERT INTO visit VALUES (1)")
            .unwrap();
        theirs.close().unwrap();
        is_refused(&world.file(), |error| matches!(error, OpenError::Foreign { .. }));
    }
}

#[test]
fn another_program_s_mark_is_enough_even_without_a_table() {
    let world = World::empty();
    let theirs = Connection::open(world.file()).unwrap();
    theirs.execute_batch("PRAGMA application_id = 7").unwrap();
    theirs.close().unwrap();
    is_refused(&world.file(), |error| matches!(error, OpenError::Foreign { .. }));
}

#[test]
fn a_file_of_a_newer_or_older_program_is_left_alone() {
    for number in [99, 4, 0] {
        let world = used();
        let raw = world.raw();
        raw.execute_batch(&format!("PRAGMA user_version = {number}")).unwrap();
        raw.close().unwrap();
        is_refused(&world.file(), |error| match error {
            OpenError::Newer { found, known, .. } => *found == 99 && *known < 99,
            OpenError::Older { found, known, .. } => *found == number && *found < *known,
            _ => false,
        });
    }
}

#[test]
fn a_folder_that_is_not_there_is_named_and_not_made() {
    let world = World::empty();
    let file = world.folder().join("không có").join(FILE);
    let error = Store::open(&file, Access::Full).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::Denied { .. }), "{error:?}");
    names_the_path(&error, &file);
    let error = Store::open(&file, Access::ReadOnly).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::Absent { .. }), "{error:?}");
    assert!(!file.parent().unwrap().exists());
}

#[test]
fn a_folder_in_the_file_s_place_is_left_alone() {
    let world = World::empty();
    fs::create_dir(world.file()).unwrap();
    fs::write(world.file().join("giữ"), "x").unwrap();
    is_refused(&world.file(), |error| matches!(error, OpenError::Denied { .. }));
    assert!(world.file().join("giữ").exists());
}

#[test]
fn only_looking_makes_no_file_and_finds_none_in_an_empty_one() {
    let world = World::empty();
    let error = Store::open(&world.file(), Access::ReadOnly).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::Absent { .. }), "{error:?}");
    assert!(!world.file().exists());
    // A console that was killed while it made the file leaves an empty one.
    fs::write(world.file(), "").unwrap();
    let error = Store::open(&world.file(), Access::ReadOnly).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::Absent { .. }), "{error:?}");
    names_the_path(&error, &world.file());
    assert_eq!(fs::read(world.file()).unwrap(), b"");
    world.desk(1).does(set_up(&["Nguyễn Thử Một"]));
}

#[test]
fn who_only_looks_changes_nothing() {
    let world = used();
    let before = contents(world.folder());
    let store = Store::open(&world.file(), Access::ReadOnly).unwrap();
    let mut desk = Desk::new(store, world.clock.clone(), catalogue(), StationNo::FIRST);
    assert_eq!(desk.tally(world.clock.day()).unwrap().visits, 50);
    assert_eq!(desk.load().unwrap().queue.len(), 50);
    let error = desk.execute(Command::CallNext(None)).unwrap_err();
    assert!(matches!(error, DeskError::Store(StoreError::ReadOnly(_))), "{error:?}");
    let DeskError::Store(error) = error else { panic!("{error:?}") };
    assert!(std::error::Error::source(&error).is_some());
    assert_ne!(Lang::Vi.store_error(&error), Lang::En.store_error(&error));
    drop(desk);
    assert!(contents(world.folder()) == before);
    world.desk(1).does(Command::CallNext(None));
}

#[test]
fn a_file_another_program_has_locked_is_named() {
    let world = used();
    let theirs = world.raw();
    theirs.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let error = Store::open(&world.file(), Access::Full).map(drop).unwrap_err();
    assert!(matches!(error, OpenError::Locked { .. }), "{error:?}");
    names_the_path(&error, &world.file());
}

#[cfg(unix)]
mod rights {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    use super::*;
    use crate::files::mounted::Mounted;

    /// The rights of a file do not bind root.
    fn is_root() -> bool {
        fs::metadata("/proc/self").is_ok_and(|of| of.uid() == 0)
    }

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn the_file_and_its_log_are_for_their_owner_alone() {
        let world = used();
        let mut desk = world.desk(1);
        desk.gives(BIRTH);
        for entry in fs::read_dir(world.folder()).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600, "{}", path.display());
        }
    }

    #[test]
    fn a_file_that_may_not_be_written_is_refused_at_the_start() {
        if is_root() {
            eprintln!("skipped: root may write everything");
            return;
        }
        let world = used();
        mode(&world.file(), 0o400);
        is_denied(&world.file());
        mode(&world.file(), 0o600);
        world.desk(1).gives(BIRTH);
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_refused_at_the_start() {
        if is_root() {
            eprintln!("skipped: root may write everything");
            return;
        }
        for world in [used(), World::empty()] {
            mode(world.folder(), 0o500);
            is_denied(&world.file());
            mode(world.folder(), 0o700);
        }
    }

    /// The same for root: a file system that is mounted read-only binds it as well.
    #[test]
    fn a_disk_that_may_not_be_written_is_refused_at_the_start() {
        let world = used();
        let Some(mounted) = Mounted::read_only(world.folder()) else { return };
        is_denied(&world.file());
        drop(mounted);
        world.desk(1).gives(BIRTH);
    }

    fn is_denied(file: &Path) {
        let before = bytes(file.parent().unwrap());
        let error = Store::open(file, Access::Full).map(drop).unwrap_err();
        assert!(matches!(error, OpenError::Denied { .. }), "{error:?}");
        names_the_path(&error, file);
        assert!(bytes(file.parent().unwrap()) == before);
    }
}
