//! The file, or what lies beside it, changes under an open desk: seen before anything is said to be kept, and the stranger
//! stays as it is.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use motcua::desk::{Command, Desk, DeskError};
use motcua::lang::Lang;
use motcua::store::{StoreError, Swap};

use crate::harness::desk;
use crate::world::{BIRTH, COPIES, Says, World};

fn log(world: &World) -> PathBuf {
    PathBuf::from(format!("{}-wal", world.file().display()))
}

fn index(world: &World) -> PathBuf {
    PathBuf::from(format!("{}-shm", world.file().display()))
}

fn swap(error: DeskError) -> Swap {
    match error {
        DeskError::Store(StoreError::Swapped(swap)) => swap,
        other => panic!("{other:?}"),
    }
}

/// What the next deed is refused with, and the look of each second.
fn refused(desk: &mut Desk) -> Swap {
    let looked = swap(desk.changed_elsewhere().unwrap_err());
    let done = swap(desk.execute(Command::CallNext(None)).unwrap_err());
    assert_eq!(looked, done);
    assert_eq!(swap(desk.undo().unwrap_err()), done);
    done
}

fn visits(file: &Path) -> i64 {
    let raw = rusqlite::Connection::open(file).unwrap();
    let whole: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
    raw.query_row("SELECT count(*) FROM visit", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_file_that_was_renamed_takes_nothing_and_goes_on_once_it_is_back() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let away = world.folder().join("cũ.sqlite");
    fs::rename(world.file(), &away).unwrap();
    assert_eq!(refused(&mut desk), Swap::FileGone);
    fs::rename(&away, world.file()).unwrap();
    desk.gives(COPIES);
    drop(desk);
    assert_eq!(visits(&world.file()), 2);
}

#[test]
fn a_file_that_was_removed_is_told() {
    let world = World::open();
    let mut desk = world.desk(1);
    fs::remove_file(world.file()).unwrap();
    assert_eq!(refused(&mut desk), Swap::FileGone);
    drop(desk);
    // Nothing is made in its place, and what its log holds stays.
    assert!(!world.file().exists() && log(&world).exists());
}

#[test]
fn a_file_that_was_emptied_or_cut_takes_nothing() {
    for left in [0, 4_096] {
        let world = World::open();
        let mut desk = world.desk(1);
        fs::OpenOptions::new().write(true).open(world.file()).unwrap().set_len(left).unwrap();
        assert_eq!(swap(desk.changed_elsewhere().unwrap_err()), Swap::FileReplaced);
        assert!(desk.execute(Command::CallNext(None)).is_err());
    }
}

#[test]
fn a_file_put_in_its_place_stays_as_it_is() {
    let world = World::open();
    world.desk(1).gives(BIRTH);
    let restored = fs::read(world.file()).unwrap();
    world.desk(1).gives(BIRTH);
    let mut desk = world.desk(1);
    for _ in 0..30 {
        desk.gives(BIRTH);
    }
    let copy = world.folder().join("copy");
    fs::write(&copy, &restored).unwrap();
    fs::rename(&copy, world.file()).unwrap();
    assert_eq!(refused(&mut desk), Swap::FileReplaced);
    drop(desk);
    assert!(fs::read(world.file()).unwrap() == restored);
    // The log of the other one is still there; whoever starts next does not play it.
    let again = world.desk(1);
    assert!(again.set_aside().is_some());
    drop(again);
    assert_eq!(visits(&world.file()), 1);
}

/// Writes into a file that is there, as `dd` or a sync program does: the same file, other bytes.
#[allow(clippy::disallowed_methods, reason = "file systems note times to some milliseconds")]
fn write_over(file: &Path, bytes: &[u8]) {
    use std::io::Write;
    std::thread::sleep(Duration::from_millis(50));
    fs::OpenOptions::new().write(true).open(file).unwrap().write_all(bytes).unwrap();
}

#[test]
fn a_file_that_was_written_over_in_its_place_takes_nothing_and_stays_as_it_is() {
    let other = World::open();
    for _ in 0..40 {
        other.desk(1).gives(BIRTH);
    }
    let of_another_desk = fs::read(other.file()).unwrap();
    let garbage = vec![7; of_another_desk.len()];
    for has_log in [true, false] {
        let world = World::open();
        world.desk(1).gives(BIRTH);
        let earlier = fs::read(world.file()).unwrap();
        world.desk(1).gives(BIRTH);
        for strange in [&of_another_desk, &garbage, &earlier] {
            let before = fs::read(world.file()).unwrap();
            let mut desk = world.desk(1);
            if has_log {
                desk.gives(BIRTH);
            }
            assert!(!desk.changed_elsewhere().unwrap());
            write_over(&world.file(), strange);
            assert_eq!(swap(desk.changed_elsewhere().unwrap_err()), Swap::FileReplaced);
            // A read of what is there now may come first, and says that it is damaged.
            assert!(desk.execute(Command::CallNext(None)).is_err() && desk.undo().is_err());
            let there = fs::read(world.file()).unwrap();
            drop(desk);
            assert!(fs::read(world.file()).unwrap() == there);
            // For the next one.
            let _ = fs::remove_file(log(&world));
            let _ = fs::remove_file(index(&world));
            fs::write(world.file(), before).unwrap();
        }
    }
}

#[test]
fn what_other_consoles_bring_into_the_file_is_the_desk_s() {
    let world = World::open();
    let (mut one, mut other) = (world.desk(1), world.desk(2));
    for _ in 0..5 {
        one.gives(BIRTH);
        world.raw().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        other.changed_elsewhere().unwrap();
        other.gives(COPIES);
        one.changed_elsewhere().unwrap();
    }
    drop((one, other));
    assert_eq!(visits(&world.file()), 10);
}

/// The first page as the log has it last. Its head is 32 bytes, that of each page in it 24 (SQLite, "File Format", 4.1).
fn first_page_of_log(log: &[u8]) -> Option<&[u8]> {
    let page = usize::try_from(u32::from_be_bytes(log[8..12].try_into().unwrap())).unwrap();
    let of_first = |frame: &&[u8]| frame[..4] == 1_u32.to_be_bytes();
    log[32..].chunks_exact(24 + page).rfind(of_first).map(|frame| &frame[24..])
}

#[test]
fn a_console_opens_beside_others_when_one_was_killed_while_it_brought_the_log_in() {
    let world = World::open();
    let mut one = world.desk(1);
    let mut given = 0;
    // The first page says how many the file has: more than there are, once a console is killed between the two.
    let begun = loop {
        one.gives(BIRTH);
        given += 1;
        let of_log = fs::read(log(&world)).unwrap();
        if let Some(page) = first_page_of_log(&of_log) {
            let pages = u64::from(u32::from_be_bytes(page[28..32].try_into().unwrap()));
            if pages * page.len() as u64 > fs::metadata(world.file()).unwrap().len() {
                break page.to_vec();
            }
        }
        assert!(given < 2_000);
    };
    write_over(&world.file(), &begun);
    let mut other = world.desk(2);
    other.gives(COPIES);
    one.changed_elsewhere().unwrap();
    one.gives(COPIES);
    other.changed_elsewhere().unwrap();
    drop((one, other));
    assert_eq!(visits(&world.file()), given + 2);
}

#[test]
fn what_a_removed_log_held_is_brought_into_the_file() {
    for remove in [vec![log as fn(&World) -> PathBuf], vec![index], vec![index, log]] {
        let world = World::open();
        let mut desk = world.desk(1);
        for _ in 0..7 {
            desk.gives(COPIES);
        }
        for path in remove {
            fs::remove_file(path(&world)).unwrap();
        }
        assert_eq!(refused(&mut desk), Swap::LogGone { is_saved: true });
        assert_eq!(visits(&world.file()), 7);
        drop(desk);
        world.desk(1).gives(BIRTH);
        assert_eq!(visits(&world.file()), 8);
    }
}

#[test]
fn a_log_put_in_its_place_stays_as_it_is() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    let strange = world.folder().join("strange");
    fs::write(&strange, [7; 9_000]).unwrap();
    fs::rename(&strange, log(&world)).unwrap();
    assert_eq!(refused(&mut desk), Swap::LogReplaced);
    drop(desk);
    assert!(fs::read(log(&world)).unwrap() == [7; 9_000]);
}

#[test]
fn the_screen_says_so_within_a_second_and_once() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A001");
    let file = scene.world().file();
    let away = file.with_extension("away");
    fs::rename(&file, &away).unwrap();
    scene.after(Duration::from_secs(1)).sees("không còn ở chỗ cũ").sees_not("Đã cấp số");
    scene.keys("<Enter>").after(Duration::from_secs(3)).sees_not("không còn ở chỗ cũ");
    // The row stands as long as it is so.
    scene.sees("MẤT TỆP DỮ LIỆU: không ghi được");
    // Who goes on all the same is refused, and told again.
    scene.keys("<F2>ks<Enter>").sees("không còn ở chỗ cũ").sees_not("[+]");
    fs::rename(&away, &file).unwrap();
    scene.keys("<Enter><Enter>").sees("Đã cấp số A002");
    fs::rename(&file, &away).unwrap();
    scene.after(Duration::from_secs(1)).sees("không còn ở chỗ cũ");
}

#[test]
fn each_has_a_sentence_in_both_languages() {
    let all = [
        Swap::FileGone,
        Swap::FileReplaced,
        Swap::LogGone { is_saved: true },
        Swap::LogGone { is_saved: false },
        Swap::LogReplaced,
    ];
    let sentences = [Lang::Vi, Lang::En].map(|lang| all.map(|swap| lang.swap(swap)));
    let all: std::collections::BTreeSet<&str> = sentences.into_iter().flatten().collect();
    assert_eq!(all.len(), 10);
}
