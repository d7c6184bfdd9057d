//! Backup copies: what is in one, that it is kept or goes, and the way back from it.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use motcua::backup::{self, BackupError, Hold, Keeper, News, Why};
use motcua::config::{Config, DATABASE};
use motcua::desk::{Closing, Command, Desk, NewVisit};
use motcua::domain::{Code, Op, ShiftPart, Stamp, StationNo};
use motcua::lang::Lang;
use motcua::store::{Access, Store};
use tempfile::TempDir;

use crate::world::{BIRTH, HandClock, Says, VNEID, VOLUNTEERS, desk_at, open_shift, set_up};

/// A name and a note that nothing else contains.
const NAME: &str = "Đặng Thị Xóa";
const NOTE: &str = "tai nặng, gọi to";

/// A data folder with a desk in it, its settings and a form of its own.
struct Home {
    folder: TempDir,
    clock: Rc<HandClock>,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: TempDir::new().unwrap(), clock: HandClock::at("2026-12-01 07:30") };
        home.desk().does(set_up(&VOLUNTEERS));
        home.desk().does(open_shift(ShiftPart::Morning));
        let config = Config { station: StationNo::new(3), ..Config::default() };
        config.write(home.data(), home.now()).unwrap();
        fs::create_dir(home.data().join("forms")).unwrap();
        fs::write(home.data().join("forms/tally.toml"), "layout = \"plain\"").unwrap();
        home
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn now(&self) -> Stamp {
        motcua::clock::Clock::now(self.clock.as_ref())
    }

    fn desk(&self) -> Desk {
        desk_at(&self.data().join(DATABASE), self.clock.clone(), 1)
    }

    fn copy(&self) -> PathBuf {
        let own = backup::own_folder(self.data()).unwrap();
        backup::make(self.data(), &[own], self.now(), Why::Asked).unwrap().paths.remove(0)
    }

    /// Every file of the folder but the copies, with its bytes.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        collect(self.data(), &mut found);
        // The engine's own files come and go with whoever reads.
        let passes = ["desk.lock", "motcua.db-wal", "motcua.db-shm"];
        let copies = self.data().join("backup");
        found.retain(|(path, _)| {
            !path.starts_with(&copies) && !passes.iter().any(|name| path.ends_with(name))
        });
        found.sort();
        found
    }
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}

/// The parts of a copy.
fn parts(copy: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(copy).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|at| at == words.as_bytes())
}

fn names(desk: &mut Desk) -> usize {
    desk.load().unwrap().cards.iter().filter(|card| card.name.is_some() || card.note.is_some()).count()
}

#[test]
fn a_copy_has_everything_but_what_is_personal_which_is_in_none_of_its_bytes() {
    let home = Home::new();
    let mut desk = home.desk();
    for _ in 0..200 {
        let new = NewVisit {
            name: Some(NAME.to_owned()),
            note: Some(NOTE.to_owned()),
            ..NewVisit::plain(Code::new(BIRTH))
        };
        desk.does(Command::TakeNumber(new));
    }
    // These stay in the journal's images alone, and the rows between are moved.
    for _ in 0..20 {
        desk.undo().unwrap();
    }
    // Without this the search below would prove nothing.
    let mut files = Vec::new();
    collect(home.data(), &mut files);
    assert!(files.iter().any(|(_, bytes)| has(bytes, NAME)) && names(&mut desk) == 180);
    let copy = home.copy();
    let parts = parts(&copy);
    let called: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(called, ["contents.toml", DATABASE, "config.toml", "forms/tally.toml"]);
    for (part, bytes) in &parts {
        for words in [NAME, NOTE, "Xóa", "nặng"] {
            assert!(!has(bytes, words), "{words} stands in {part}");
        }
    }
    let contents = backup::look(&copy).unwrap();
    assert_eq!(
        (contents.holds.visits, contents.holds.last_number.unwrap().ticket.to_string().as_str()),
        (180, "A180")
    );
    // Nothing else was left behind, and the desk has its names.
    assert!(fs::read_dir(home.data()).unwrap().all(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        !name.starts_with("copying-")
    }));
    assert_eq!(names(&mut desk), 180);
    // What was restored is sound, numbers and journal included.
    let bare = TempDir::new().unwrap();
    backup::restore(bare.path(), &copy, home.now()).unwrap();
    let report = Store::open(&bare.path().join(DATABASE), Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
}

#[test]
fn a_copy_is_one_moment_while_consoles_write() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    std::thread::scope(|scope| {
        let database = home.data().join(DATABASE);
        let writer = scope.spawn(move || {
            let mut desk = desk_at(&database, HandClock::at("2026-12-01 07:31"), 2);
            for _ in 0..150 {
                desk.gives(VNEID);
            }
        });
        let mut seen = 0;
        while !writer.is_finished() {
            let holds = backup::look(&home.copy()).unwrap().holds;
            assert!(holds.visits >= seen);
            seen = holds.visits;
        }
        writer.join().unwrap();
    });
    assert_eq!(backup::look(&home.copy()).unwrap().holds.visits, 151);
}

#[test]
fn going_back_replaces_everything_and_keeps_what_was_there_as_a_folder_that_can_be_opened() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    let copy = home.copy();
    home.clock.minutes(5);
    home.desk().gives(BIRTH);
    Config::default().write(home.data(), home.now()).unwrap();
    fs::remove_dir_all(home.data().join("forms")).unwrap();
    let restored = backup::restore(home.data(), &copy, home.now()).unwrap();
    assert_eq!(home.desk().load().unwrap().cards.len(), 1);
    assert_eq!(Config::find(home.data()).config.station, StationNo::new(3));
    assert!(home.data().join("forms/tally.toml").exists());
    let kept = restored.replaced.unwrap();
    assert_eq!(kept, home.data().join("replaced-2026-12-01-0735"));
    let mut before = desk_at(&kept.join(DATABASE), home.clock.clone(), 1);
    assert_eq!(before.load().unwrap().cards.len(), 2);
    assert_eq!(Config::find(&kept).config.station, None);
    // The journal says so, and no undo takes that back.
    let mut desk = home.desk();
    desk.note_going_back().unwrap();
    let today = desk.load().unwrap().day;
    let newest = desk.journal(today, 1).unwrap().remove(0);
    let last = Some(home.now().plus_seconds(-300));
    assert_eq!(newest.op, Op::WentBack { last });
    assert!(Lang::Vi.op(&newest.op).contains("những việc sau 07:30 01/12/2026 không còn ở đây"));
    desk.undo().unwrap();
    assert_eq!(desk.load().unwrap().cards.len(), 0, "the number is what undo takes back");
    drop(desk);
    // A second time in the same minute.
    let again = backup::restore(home.data(), &copy, home.now()).unwrap();
    assert_eq!(again.replaced.unwrap(), home.data().join("replaced-2026-12-01-0735-2"));
}

#[test]
fn a_bare_pc_has_the_desk_again_and_opens_a_shift() {
    let home = Home::new();
    let mut desk = home.desk();
    desk.gives(BIRTH);
    desk.does(Command::CloseShift(Closing::default()));
    let copy = home.copy();
    let bare = TempDir::new().unwrap();
    let data = bare.path().join("not/there/yet");
    let restored = backup::restore(&data, &copy, home.now()).unwrap();
    assert!(restored.replaced.is_none());
    let mut desk = desk_at(&data.join(DATABASE), home.clock.clone(), 3);
    let model = desk.load().unwrap();
    assert!(model.office.is_some() && model.shift.is_none());
    desk.does(open_shift(ShiftPart::Afternoon));
    assert_eq!(desk.gives(BIRTH), motcua::domain::VisitId(2));
}

#[test]
fn nothing_is_replaced_while_a_console_has_the_desk_open() {
    let home = Home::new();
    let copy = home.copy();
    let held = Hold::shared(home.data()).unwrap().unwrap();
    let before = home.files();
    let refused = backup::restore(home.data(), &copy, home.now()).unwrap_err();
    assert!(matches!(refused, BackupError::InUse), "{refused:?}");
    assert_eq!(home.files(), before);
    drop(held);
    backup::restore(home.data(), &copy, home.now()).unwrap();
}

#[test]
fn a_copy_that_is_damaged_anywhere_is_refused_and_nothing_changes() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    let copy = home.copy();
    let whole = fs::read(&copy).unwrap();
    let before = home.files();
    let spoilt = home.data().join("backup/spoilt.zip");
    let mut refused = 0;
    let mut tries: Vec<Vec<u8>> = (0..whole.len())
        .step_by(101)
        .map(|at| {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            bytes
        })
        .collect();
    tries.extend([0, 10, whole.len() / 2, whole.len() - 1].map(|length| whole[..length].to_vec()));
    let holds = backup::look(&copy).unwrap().holds;
    for bytes in &tries {
        fs::write(&spoilt, bytes).unwrap();
        match backup::restore(home.data(), &spoilt, home.now()) {
            // A byte that no one reads, such as a date within the ZIP.
            Ok(restored) => {
                let now =
                    Store::open(&home.data().join(DATABASE), Access::ReadOnly).unwrap().holdings().unwrap();
                assert_eq!(now, holds);
                let kept = restored.replaced.unwrap();
                for name in [DATABASE, "config.toml", "forms"] {
                    let to = home.data().join(name);
                    if to.is_dir() {
                        fs::remove_dir_all(&to).unwrap();
                    }
                    fs::rename(kept.join(name), to).unwrap();
                }
                fs::remove_dir_all(kept).unwrap();
            }
            Err(_) => refused += 1,
        }
        let now: Vec<_> =
            home.files().into_iter().filter(|(path, _)| path.starts_with(home.data())).collect();
        assert_eq!(now.len(), before.len());
        assert!(now == before);
    }
    assert!(refused * 10 > tries.len() * 8, "{refused} of {}", tries.len());
    // Another program's ZIP, and one that leads elsewhere.
    let mut zip = zip::ZipWriter::new(fs::File::create(&spoilt).unwrap());
    zip.start_file("../../evil", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"x").unwrap();
    zip.finish().unwrap();
    let refused = backup::restore(home.data(), &spoilt, home.now()).unwrap_err();
    assert!(matches!(refused, BackupError::NoCopy(_)), "{refused:?}");
}

#[test]
fn a_desk_whose_file_is_damaged_goes_back_and_its_log_is_not_played_on_the_copy() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    let copy = home.copy();
    fs::write(home.data().join(DATABASE), vec![7; 20_000]).unwrap();
    fs::write(home.data().join("motcua.db-wal"), vec![9; 5_000]).unwrap();
    let restored = backup::restore(home.data(), &copy, home.now()).unwrap();
    assert_eq!(home.desk().load().unwrap().cards.len(), 1);
    let kept = restored.replaced.unwrap();
    assert_eq!(fs::read(kept.join(DATABASE)).unwrap(), vec![7; 20_000]);
    assert_eq!(fs::read(kept.join("motcua.db-wal")).unwrap(), vec![9; 5_000]);
}

#[test]
fn old_copies_go_and_those_of_other_desks_and_other_files_stay() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    let own = backup::own_folder(home.data()).unwrap();
    fs::write(own.join("motcua-2020-01-01-0800-ffffff.zip"), "another desk's").unwrap();
    fs::write(own.join("photos.zip"), "photos").unwrap();
    for day in 1..=20 {
        for hour in ["08:00", "17:00"] {
            home.clock.set(&format!("2026-12-{day:02} {hour}"));
            home.copy();
        }
    }
    let mut left: Vec<String> =
        fs::read_dir(&own).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert!(left.contains(&"photos.zip".to_owned()));
    assert!(left.contains(&"motcua-2020-01-01-0800-ffffff.zip".to_owned()));
    let ours: Vec<&str> =
        left.iter().filter(|name| name.starts_with("motcua-2026")).map(|name| &name[7..22]).collect();
    // Seven days, and the Sundays before them.
    assert_eq!(
        ours,
        [
            "2026-12-06-1700",
            "2026-12-13-1700",
            "2026-12-14-1700",
            "2026-12-15-1700",
            "2026-12-16-1700",
            "2026-12-17-1700",
            "2026-12-18-1700",
            "2026-12-19-1700",
            "2026-12-20-1700",
        ]
    );
}

#[test]
fn a_copy_with_deeds_that_going_back_has_dropped_is_never_removed() {
    let home = Home::new();
    home.desk().gives(BIRTH);
    let elsewhere = TempDir::new().unwrap();
    let old = elsewhere.path().join("old.zip");
    fs::rename(home.copy(), &old).unwrap();
    home.clock.minutes(5);
    home.desk().gives(BIRTH);
    home.desk().gives(BIRTH);
    let full = home.copy();
    // Back to the state of one number, which then goes on by itself.
    backup::restore(home.data(), &old, home.now()).unwrap();
    for _ in 0..4 {
        home.clock.minutes(5);
        home.desk().gives(VNEID);
        home.copy();
        assert!(full.exists());
    }
    // Of those that the desk goes on from, the last one of the day stays.
    assert_eq!(backup::copies_in(full.parent().unwrap()).len(), 2);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        assert_eq!(fs::metadata(home.data().join(DATABASE)).unwrap().mode() & 0o777, 0o600);
    }
}

/// Waits for what the thread tells.
fn told(keeper: &Keeper) -> News {
    for _ in 0..6_000 {
        if let Some(news) = keeper.try_recv() {
            return news;
        }
        #[allow(clippy::disallowed_methods, reason = "the thread has real time")]
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("nothing was told in a minute");
}

#[test]
fn the_thread_copies_what_was_written_tells_a_missing_stick_and_reminds_once_a_week() {
    let home = Home::new();
    let keeper = Keeper::start(home.data().to_owned());
    let stick = TempDir::new().unwrap();
    let away = stick.path().join("away");
    let close = |second: Option<&Path>, when: &str| {
        home.clock.set(when);
        keeper.make(home.now(), Why::ShiftClosed, second.map(Path::to_owned));
        let News::Made { made, is_alone, .. } = told(&keeper) else { panic!("no copy") };
        (made, is_alone)
    };
    // A Tuesday, its afternoon, and the Monday after.
    assert!(close(None, "2026-12-01 11:30").1);
    assert!(!close(None, "2026-12-01 17:00").1);
    assert!(close(None, "2026-12-07 11:30").1);
    let (made, is_alone) = close(Some(stick.path()), "2026-12-14 11:30");
    assert!(!is_alone && made.paths.len() == 2 && made.missing.is_empty(), "{made:?}");
    let (made, is_alone) = close(Some(&away), "2026-12-21 11:30");
    assert!(is_alone && made.paths.len() == 1 && made.missing[0].0 == away, "{made:?}");
    assert!(!away.exists());
    // Nothing new: no copy. Something new: one.
    home.clock.set("2026-12-22 08:00");
    keeper.make(home.now(), Why::Hour, None);
    home.desk().gives(BIRTH);
    home.clock.set("2026-12-22 09:00");
    keeper.make(home.now(), Why::Hour, None);
    let News::Made { why: Why::Hour, made, .. } = told(&keeper) else { panic!("no copy") };
    assert_eq!(made.contents.holds.visits, 1);
    keeper.look(Some(stick.path().to_owned()));
    let News::Copies(cards, Some(holds)) = told(&keeper) else { panic!("no list") };
    assert_eq!(holds.visits, 1);
    let here = cards.iter().filter(|card| card.is_here).count();
    let there = cards.iter().filter(|card| card.path.starts_with(stick.path())).count();
    assert_eq!((here, there), (5, 1));
    // A file that cannot be copied is told.
    fs::write(home.data().join(DATABASE), vec![7; 20_000]).unwrap();
    keeper.make(home.now(), Why::Asked, None);
    assert!(matches!(told(&keeper), News::Failed(_)));
}
