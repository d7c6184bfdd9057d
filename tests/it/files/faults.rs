//! A disk that fails just when a deed is flushed: the deed is called unsure, looked up, and then told; and what was told is
//! true after the next start.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use motcua::desk::{Command, Desk, DeskError, NewVisit};
use motcua::domain::Code;
use motcua::lang::Lang;
use motcua::store::{Access, Store, StoreError};
use tempfile::TempDir;

use crate::world::{BIRTH, FILE, HandClock, Says, World, desk_at};

/// Tells the process below what to play: the name of the play, a space, the file of the desk.
const ROLE: &str = "MOTCUA_TEST_FAULT";

/// While this file is there no flush succeeds; with a byte in it, it goes at the first that fails.
const BROKEN: &str = "MOTCUA_TEST_BROKEN";

const SHIM: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
static int flush(const char *name, int file) {
    const char *broken = getenv("MOTCUA_TEST_BROKEN");
    struct stat found;
    if (broken && stat(broken, &found) == 0) {
        if (found.st_size > 0) unlink(broken);
        errno = EIO;
        return -1;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return real(file);
}
int fsync(int file) { return flush("fsync", file); }
int fdatasync(int file) { return flush("fdatasync", file); }
"#;

/// Plays in a process of its own, whose flushes can be made to fail. Says whether there is a compiler to do that with.
fn plays(play: &str, world: &World) -> bool {
    let folder = TempDir::new().unwrap();
    let (source, shim) = (folder.path().join("shim.c"), folder.path().join("shim.so"));
    fs::write(&source, SHIM).unwrap();
    let built =
        Process::new("cc").args(["-shared", "-fPIC", "-o"]).args([&shim, &source]).arg("-ldl").output();
    if !built.is_ok_and(|built| built.status.success()) {
        eprintln!("skipped: no C compiler");
        return false;
    }
    let played = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "files::faults::one_console", "--ignored", "--nocapture"])
        .env(ROLE, format!("{play} {}", world.file().display()))
        .env(BROKEN, broken(&world.file()))
        .env("LD_PRELOAD", &shim)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stderr).into_owned();
    assert!(played.status.success(), "{play}: {said}");
    true
}

fn broken(file: &Path) -> PathBuf {
    file.with_extension("broken")
}

fn give(desk: &mut Desk) -> Result<(), StoreError> {
    match desk.execute(Command::TakeNumber(NewVisit::plain(Code::new(BIRTH)))) {
        Ok(_) => Ok(()),
        Err(DeskError::Store(error)) => Err(error),
        Err(error) => panic!("{error:?}"),
    }
}

fn waiting(desk: &mut Desk) -> usize {
    desk.load().unwrap().queue.len()
}

/// What the next start would find if the console were killed now.
fn after_a_kill(file: &Path) -> u32 {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join(FILE);
    fs::copy(file, &copy).unwrap();
    let log = |file: &Path| PathBuf::from(format!("{}-wal", file.display()));
    fs::copy(log(file), log(&copy)).unwrap();
    let store = Store::open(&copy, Access::Full).unwrap();
    assert!(store.set_aside().is_none());
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
    report.totals.unwrap().visits
}

#[test]
#[ignore = "played by the tests below, with a disk that fails"]
fn one_console() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let (play, file) = role.split_once(' ').unwrap();
    let file = Path::new(file);
    let clock = HandClock::at("2026-11-21 08:00");
    let mut desk = desk_at(file, clock.clone(), 1);
    desk.gives(BIRTH);
    desk.gives(BIRTH);
    match play {
        // Nobody else has the file: what the log holds counts.
        "alone" => {
            fs::write(broken(file), "").unwrap();
            for _ in 0..3 {
                assert!(matches!(give(&mut desk), Err(StoreError::Unsure(_))));
            }
            assert_eq!(desk.look_up(), None);
            fs::remove_file(broken(file)).unwrap();
            assert_eq!(desk.look_up(), Some(true));
            assert_eq!((waiting(&mut desk), after_a_kill(file)), (3, 3));
            give(&mut desk).unwrap();
            assert_eq!((waiting(&mut desk), after_a_kill(file)), (4, 4));
        }
        // Another console has taken no notice of what failed, and the next write would be in its place.
        "beside" => {
            let mut other = desk_at(file, clock, 2);
            assert_eq!(waiting(&mut other), 2);
            fs::write(broken(file), "").unwrap();
            assert!(matches!(give(&mut desk), Err(StoreError::Unsure(_))));
            fs::remove_file(broken(file)).unwrap();
            assert_eq!(desk.look_up(), Some(false));
            assert_eq!(desk.look_up(), None);
            assert_eq!((waiting(&mut desk), waiting(&mut other), after_a_kill(file)), (2, 2, 2));
            give(&mut other).unwrap();
            give(&mut desk).unwrap();
            assert_eq!((waiting(&mut desk), waiting(&mut other), after_a_kill(file)), (4, 4, 4));
        }
        // It answers again at once: what is said is what is there.
        "once" => {
            fs::write(broken(file), "1").unwrap();
            give(&mut desk).unwrap();
            assert!(!broken(file).exists());
            assert_eq!((waiting(&mut desk), after_a_kill(file)), (3, 3));
        }
        "once beside another" | "twice" => {
            let mut other = desk_at(file, clock, 2);
            assert_eq!(waiting(&mut other), 2);
            fs::write(broken(file), "1").unwrap();
            assert!(matches!(give(&mut desk), Err(StoreError::Other(_))));
            assert_eq!((waiting(&mut desk), after_a_kill(file)), (2, 2));
            give(&mut desk).unwrap();
            assert_eq!((waiting(&mut other), after_a_kill(file)), (3, 3));
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_deed_whose_flush_failed_is_unsure_looked_up_and_told() {
    for play in ["alone", "beside", "once", "twice"] {
        if !plays(play, &World::open()) {
            return;
        }
    }
}

#[test]
fn an_unsure_deed_has_a_sentence_of_its_own() {
    let unsure = StoreError::Unsure("EIO".into());
    for lang in [Lang::Vi, Lang::En] {
        let said = lang.store_error(&unsure);
        assert!(said != lang.store_error(&StoreError::Other("EIO".into())));
    }
    assert!(Lang::Vi.store_error(&unsure).contains("CÓ THỂ đã được lưu"));
}
