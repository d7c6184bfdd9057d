//! `motcua merge`: the tally of several desks is the sum of theirs, and what would count twice is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use motcua::demo::{self, DemoPlan};
use motcua::desk::merge::{MergeError, report};
use motcua::domain::Counter;
use motcua::domain::Report;
use motcua::domain::merge::MergeFlaw;
use motcua::domain::tally::Tally;
use motcua::domain::{Calendar, Day, OwnReason, Span, SpanKind, Stamp, StuckReason};
use motcua::lang::Lang;
use motcua::store::{Access, OpenError, Store};

use crate::world::catalogue;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn now() -> Stamp {
    day("2026-11-20").at(18, 0)
}

fn month() -> Span {
    Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"))
}

/// A made-up desk's file in a folder of its own.
fn desk(folder: &Path, name: &str, days: u32, per_day: u32, seed: u64) -> PathBuf {
    let path = folder.join(name);
    demo::create(&path, &catalogue(), DemoPlan { days, per_day, seed }, now(), &mut |_| {}).unwrap();
    path
}

fn merged(files: &[PathBuf], span: Span) -> Result<Report, MergeError> {
    report(files, span, now(), &catalogue()).map(Option::unwrap)
}

fn alone(file: &Path, span: Span) -> Tally {
    let store = Store::open(file, Access::ReadOnly).unwrap();
    Tally::count(&store.facts(span, now()).unwrap(), &catalogue())
}

/// Whether a number of all desks is the sum of theirs: not a middle or a longest of durations, not a head-count of the
/// volunteers, who are one person at two desks, and not by station, which are numbered anew.
fn is_additive(path: &str) -> bool {
    let is_of_times = ["median", "ninety", "longest"].iter().any(|end| path.ends_with(end));
    !is_of_times && path != "volunteers" && !path.starts_with("stations.")
}

#[test]
fn the_tally_of_three_desks_is_the_sum_of_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        desk(folder.path(), "một.db", 9, 40, 1),
        desk(folder.path(), "hai.db", 5, 25, 2),
        desk(folder.path(), "ba.db", 12, 15, 3),
    ];
    let spans =
        [month(), Span::day(day("2026-11-19")), Span::of(SpanKind::Week, Calendar::Civil, day("2026-11-12"))];
    for span in spans {
        let report = merged(&files, span).unwrap();
        let mut sum: BTreeMap<String, i64> = BTreeMap::new();
        for file in &files {
            for (path, number) in alone(file, span).numbers() {
                *sum.entry(path).or_default() += number;
            }
        }
        let numbers = report.tally.numbers();
        // A number that two desks took back on one day has one name, and is two.
        let is_compared = |path: &str| is_additive(path) && !path.starts_with("withdrawn");
        let of = |numbers: &BTreeMap<String, i64>| -> BTreeMap<String, i64> {
            numbers.iter().filter(|(path, _)| is_compared(path)).map(|(path, n)| (path.clone(), *n)).collect()
        };
        assert_eq!(of(&numbers), of(&sum), "{span:?}");
        assert!(report.tally.proof.holds(), "{:?}", report.tally.proof);
        assert!(report.tally.counted.get(Counter::QuickQuestions) > 0, "{span:?}");
        assert!(report.tally.visits > 60 || span.kind == SpanKind::Day);
        let withdrawn: usize = files.iter().map(|file| alone(file, span).proof.withdrawn.len()).sum();
        assert_eq!(report.tally.proof.withdrawn.len(), withdrawn);
        // The same ten people serve at all three desks.
        assert!(report.tally.staffing.volunteers <= 10);
        // The middle of all waits lies between those of the desks.
        let medians = files.iter().map(|file| alone(file, span).waits.median);
        let (least, most) = (medians.clone().min().unwrap(), medians.max().unwrap());
        assert!((least..=most).contains(&report.tally.waits.median));
        let served: u32 = report.tally.stations.iter().map(|row| row.served).sum();
        assert_eq!(served, report.tally.proof.served);
        let sources: u32 = report.sources.iter().map(|source| source.visits).sum();
        assert_eq!(sources, report.tally.visits);
    }
    // Each station of each desk is one of all.
    let report = merged(&files, month()).unwrap();
    let mut stations: Vec<_> =
        report.sources.iter().flat_map(|source| &source.stations).map(|(_, station)| *station).collect();
    let all = stations.len();
    stations.sort();
    stations.dedup();
    assert_eq!(stations.len(), all);
    assert!(report.tally.stations.iter().all(|row| stations.contains(&row.station)));
    assert_eq!(report.hamlets.len(), 8);
    assert!(report.before.is_some());
}

#[test]
fn own_reasons_of_one_name_are_one_and_others_stay_apart() {
    let folder = tempfile::tempdir().unwrap();
    let files = [desk(folder.path(), "a.db", 9, 40, 1), desk(folder.path(), "b.db", 5, 25, 2)];
    let names = |file: &Path| -> BTreeMap<String, u32> {
        let store = Store::open(file, Access::ReadOnly).unwrap();
        counted(&alone(file, month()), &store.own_reasons().unwrap())
    };
    // What the first desk calls no. 1 is no. 3 at the other one, which calls something else no. 1.
    let changed =
        |file: &Path, sql: &str| rusqlite::Connection::open(file).unwrap().execute_batch(sql).unwrap();
    changed(&files[0], "UPDATE assist SET reason = 'own-' || (1 + id % 2) WHERE outcome = 'stuck'");
    changed(
        &files[1],
        "UPDATE reason SET name = 'máy in hỏng' WHERE id = 1;
         UPDATE assist SET reason = 'own-' || (1 + id % 3) WHERE outcome = 'stuck'",
    );
    let first = Store::open(&files[0], Access::ReadOnly).unwrap().own_reasons().unwrap()[0].name.clone();
    changed(
        &files[1],
        &format!("INSERT INTO reason (id, outcome, name, active) VALUES (3, 'stuck', '{first}', 0)"),
    );
    let mut expected = names(&files[0]);
    for (name, number) in names(&files[1]) {
        *expected.entry(name).or_default() += number;
    }
    assert_eq!(expected.len(), 3, "{expected:?}");
    let report = merged(&files, month()).unwrap();
    assert_eq!(counted(&report.tally, &report.reasons), expected);
    assert_eq!(report.reasons.len(), 3);
    assert!(report.reasons[0].active);
}

/// How many things were stuck for each of the offices' own reasons, by name.
fn counted(tally: &Tally, own: &[OwnReason]) -> BTreeMap<String, u32> {
    let of = |(why, number): &(StuckReason, u32)| match why {
        StuckReason::Own(_) => Some((Lang::Vi.stuck_reason(*why, own).into_owned(), *number)),
        _ => None,
    };
    tally.stuck.iter().filter_map(of).collect()
}

#[test]
fn one_desk_alone_is_its_own_tally() {
    let folder = tempfile::tempdir().unwrap();
    let file = desk(folder.path(), "a.db", 6, 30, 4);
    let empty = folder.path().join("empty.db");
    drop(Store::open(&empty, Access::Full).unwrap());
    for files in [vec![file.clone()], vec![file.clone(), empty.clone()]] {
        assert_eq!(merged(&files, month()).unwrap().tally, alone(&file, month()));
    }
    let nothing = merged(&[empty], month()).unwrap();
    assert_eq!((nothing.tally.visits, nothing.tally.proof.holds()), (0, true));
}

#[test]
fn what_would_count_twice_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let first = desk(folder.path(), "a.db", 4, 20, 5);
    let second = desk(folder.path(), "b.db", 4, 20, 6);
    let copy = folder.path().join("copy.db");
    fs::copy(&first, &copy).unwrap();
    for twice in [first.clone(), copy.clone()] {
        let refused = merged(&[second.clone(), first.clone(), twice.clone()], month());
        assert!(
            matches!(&refused, Err(MergeError::Same(one, other)) if (one, other) == (&first, &twice)),
            "{refused:?}"
        );
    }
    // The same visits under another mark: a file that was put together by hand.
    let mark = "UPDATE setting SET value = 'another' WHERE key = 'file'";
    rusqlite::Connection::open(&copy).unwrap().execute_batch(mark).unwrap();
    let refused = merged(&[first.clone(), second, copy.clone()], month()).unwrap_err();
    let MergeError::Flaw(MergeFlaw::Overlap { first: one, second: other, days }) = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!((Path::new(one), Path::new(other), days.len()), (first.as_path(), copy.as_path(), 4));
    let sentence = Lang::Vi.merge_error(&refused);
    for words in ["a.db", "copy.db", "20/11/2026", "Chưa gộp gì"] {
        assert!(sentence.contains(words), "{words} in {sentence}");
    }
    // Of a span in which neither has visits there is nothing that overlaps.
    let year = Span::of(SpanKind::Year, Calendar::Civil, day("2020-01-01"));
    assert_eq!(merged(&[first, copy], year).unwrap().tally.visits, 0);
}

/// One visit of each begins alike by chance: the same number in the same second.
#[test]
fn a_chance_meeting_stops_nothing_and_an_older_copy_does() {
    let folder = tempfile::tempdir().unwrap();
    let files = [desk(folder.path(), "a.db", 4, 20, 5), desk(folder.path(), "b.db", 4, 20, 6)];
    let changed =
        |file: &Path, sql: &str| rusqlite::Connection::open(file).unwrap().execute_batch(sql).unwrap();
    let visits = |file: &Path| -> Vec<(String, String, i64, i64)> {
        let raw = rusqlite::Connection::open(file).unwrap();
        let mut all = raw.prepare("SELECT day, series, number, arrived FROM visit ORDER BY id").unwrap();
        let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let of_first = visits(&files[0]);
    let meets = |other: &(String, String, i64, i64)| {
        of_first.iter().find(|one| (&one.0, &one.1, one.2) == (&other.0, &other.1, other.2)).map(|one| one.3)
    };
    let of_second = visits(&files[1]);
    let mut alike = of_second.iter().filter_map(|other| Some((other, meets(other)?)));
    let mut make_alike = |times: usize| {
        for ((day, series, number, _), arrived) in alike.by_ref().take(times) {
            let which = format!("day = '{day}' AND series = '{series}' AND number = {number}");
            let sql =
                format!("UPDATE visit SET arrived = {arrived}, since = max(since, {arrived}) WHERE {which}");
            changed(&files[1], &sql);
        }
    };
    make_alike(1);
    assert_eq!(merged(&files, month()).unwrap().tally.visits, 160);
    // Of a file that is a tenth the other one, these are no chance.
    make_alike(15);
    let refused = merged(&files, month()).unwrap_err();
    assert!(matches!(refused, MergeError::Flaw(MergeFlaw::Overlap { .. })), "{refused:?}");
}

#[test]
fn own_codes_of_two_desks_stay_apart_with_their_desks() {
    let folder = tempfile::tempdir().unwrap();
    let files = [desk(folder.path(), "a.db", 4, 20, 5), desk(folder.path(), "b.db", 4, 20, 6)];
    let own = |file: &Path, office: &str, name: &str| {
        let sql = format!(
            "UPDATE assist SET procedure = 'RIENG01' WHERE id % 4 = 0;
             UPDATE assist SET procedure = 'RIENG02' WHERE id % 4 = 1;
             UPDATE need SET procedure = 'RIENG01' WHERE id % 4 = 0;
             UPDATE setting SET value = '{office}' WHERE key = 'office';
             INSERT INTO name_used (code, since, kind, field, series, field_vi, field_en, name_vi, name_en, short_vi, short_en)
             VALUES ('RIENG01', '2026-01-01', 'procedure', 'own', 'R', 'Việc riêng', 'Own', '{name}', '{name}', '{name}', '{name}'),
                    ('RIENG02', '2026-01-01', 'procedure', 'own', 'R', 'Việc riêng', 'Own', 'Việc chung', 'Both', 'Việc chung', 'Both')"
        );
        rusqlite::Connection::open(file).unwrap().execute_batch(&sql).unwrap();
    };
    own(&files[0], "Xã Đông", "Xin xe chở lúa");
    own(&files[1], "Xã Tây", "Mượn loa");
    let report = merged(&files, month()).unwrap();
    let named: Vec<(String, String)> = ["RIENG01@1", "RIENG01@2", "RIENG02"]
        .map(|code| {
            let entry = report.catalogue.get(&motcua::domain::Code::new(code)).unwrap();
            (entry.name.vi.clone(), entry.short.en.clone())
        })
        .to_vec();
    let pair = |vi: &str, en: &str| (vi.to_owned(), en.to_owned());
    assert_eq!(
        named,
        [
            pair("Xin xe chở lúa (Xã Đông)", "Xin xe chở lúa (Xã Đông)"),
            pair("Mượn loa (Xã Tây)", "Mượn loa (Xã Tây)"),
            pair("Việc chung", "Both"),
        ]
    );
    // Nothing of either is lost or counted under the other's name.
    let assists = |tally: &Tally, code: &str| -> i64 {
        let of = |(path, number): (String, i64)| path.contains(code).then_some(number);
        tally.numbers().into_iter().filter_map(of).sum()
    };
    for (file, code) in files.iter().zip(["RIENG01@1", "RIENG01@2"]) {
        assert_eq!(assists(&report.tally, code), assists(&alone(file, month()), "RIENG01"), "{code}");
    }
}

/// The demo desks have the same ten people.
#[test]
fn whoever_is_on_duty_at_two_desks_at_once_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let files = [desk(folder.path(), "a.db", 4, 20, 5), desk(folder.path(), "b.db", 4, 20, 6)];
    let report = merged(&files, month()).unwrap();
    assert!(report.sources[0].twice.is_empty() && !report.sources[1].twice.is_empty());
    let (name, on) = &report.sources[1].twice[0];
    for (lang, words) in [(Lang::Vi, "cùng một lúc"), (Lang::En, "at the same time")] {
        let lines = lang.merged(&report.sources, month());
        let told = lines.iter().find(|line| line.contains(name) && line.contains(&lang.date(*on)));
        assert!(told.is_some_and(|line| line.contains(words)), "{lines:?}");
    }
}

/// Four desks, all months of a time: `MOTCUA_MERGE_DAYS=300` makes it a year, by hand.
#[test]
fn four_desks_merge_for_every_month() {
    let folder = tempfile::tempdir().unwrap();
    let days = std::env::var("MOTCUA_MERGE_DAYS").ok().and_then(|days| days.parse().ok()).unwrap_or(32);
    let files: Vec<PathBuf> =
        (1..=4).map(|seed| desk(folder.path(), &format!("{seed}.db"), days, 20, seed)).collect();
    let mut span = month();
    let mut visits = 0;
    let mut months = 0;
    loop {
        let report = merged(&files, span).unwrap();
        if report.tally.visits == 0 {
            break;
        }
        // A number that was struck as given by mistake is no visit.
        visits +=
            report.sources.iter().map(|source| source.visits).sum::<u32>() + report.tally.proof.mistaken;
        months += 1;
        assert!(report.tally.proof.holds(), "{span:?}");
        span = span.before();
    }
    assert_eq!(visits, 4 * 20 * days);
    assert!(months >= days / 30, "{months}");
}

#[test]
fn what_is_no_file_of_a_desk_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let good = desk(folder.path(), "a.db", 2, 10, 7);
    let file = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let marked = |name: &str, sql: &str| {
        let path = folder.path().join(name);
        fs::copy(&good, &path).unwrap();
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        path
    };
    let refuses = |path: &Path, is_so: fn(&OpenError) -> bool, words: &str| {
        let refused = merged(&[good.clone(), path.to_owned()], month()).unwrap_err();
        assert!(matches!(&refused, MergeError::Open(error) if is_so(error)), "{refused:?}");
        let sentence = Lang::En.merge_error(&refused);
        assert!(sentence.contains(words) && sentence.contains(path.to_str().unwrap()), "{sentence}");
    };
    refuses(
        &file("note.txt", &[b'x'; 5_000]),
        |of| matches!(of, OpenError::Damaged { .. }),
        "not a file of motcua",
    );
    refuses(&folder.path().join("none.db"), |of| matches!(of, OpenError::Absent { .. }), "no file");
    refuses(
        &marked("foreign.db", "PRAGMA application_id = 7"),
        |of| matches!(of, OpenError::Foreign { .. }),
        "not a file",
    );
    refuses(
        &marked("newer.db", "PRAGMA user_version = 99"),
        |of| matches!(of, OpenError::Newer { .. }),
        "newer",
    );
    refuses(
        &marked("older.db", "PRAGMA user_version = 1"),
        |of| matches!(of, OpenError::Older { .. }),
        "older",
    );
}

/// What lies in a folder, with every byte.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

#[test]
fn nothing_is_written_beside_the_files_and_a_console_that_is_open_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    let first = desk(folder.path(), "a.db", 3, 20, 8);
    let second = desk(folder.path(), "b.db", 3, 20, 9);
    let before = contents(folder.path());
    assert_eq!(before.len(), 2, "the files alone: {:?}", before.keys());
    let total = merged(&[first.clone(), second.clone()], month()).unwrap().tally.visits;
    assert!(total > 0);
    assert_eq!(contents(folder.path()), before);
    // As on a stick whose switch is at «locked».
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for (path, mode) in [(&first, 0o444), (&second, 0o444)] {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        assert_eq!(merged(&[first.clone(), second.clone()], month()).unwrap().tally.visits, total);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        for path in [&first, &second] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        }
        assert_eq!(contents(folder.path()), before);
    }
    // What a console that still runs has written stands in the log beside the file.
    let other = rusqlite::Connection::open(&first).unwrap();
    other.execute_batch("UPDATE visit SET persons = 9").unwrap();
    let log = folder.path().join("a.db-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    let expected = alone(&second, month()).persons + 9 * alone(&first, month()).visits;
    let beside = contents(folder.path());
    let seen = merged(&[first.clone(), second.clone()], month()).unwrap().tally.persons;
    assert_eq!(seen, expected);
    assert_eq!(contents(folder.path()).keys().collect::<Vec<_>>(), beside.keys().collect::<Vec<_>>());
    drop(other);
}

fn run(arguments: &[&str], home: &Path) -> (i32, Vec<u8>, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_motcua"))
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .env("MOTCUA_DATA", home.join("data"))
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (status.code().unwrap(), stdout, String::from_utf8(stderr).unwrap())
}

#[test]
fn the_command_joins_files_and_names_them() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    desk(home, "a.db", 4, 30, 10);
    desk(home, "b.db", 4, 30, 11);
    let arguments = |format: &'static str| {
        ["merge", "a.db", "b.db", "--from", "2026-11-01", "--until", "2026-11-20", "--format", format]
    };
    let (code, json, told) = run(&arguments("json"), home);
    assert_eq!(code, 0, "{told}");
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["sources"][1]["file"], "b.db");
    let visits = [0, 1].map(|at| json["sources"][at]["visits"].as_u64().unwrap());
    assert_eq!(json["figures"]["visits"], visits.iter().sum::<u64>());
    // Of 120 numbers a few were given by mistake.
    assert!(visits.iter().all(|visits| (110..=120).contains(visits)), "{visits:?}");
    let said = format!("{} lượt", visits[1]);
    assert!(told.contains("a.db") && told.contains("b.db") && told.contains(&said), "{told}");
    for (format, mark) in [("text", "Gộp từ"), ("csv", "source,2"), ("pdf", "%PDF")] {
        let (code, out, told) = run(&arguments(format), home);
        assert_eq!(code, 0, "{told}");
        assert!(String::from_utf8_lossy(&out).contains(mark), "{format}");
    }
    let (code, out, told) = run(&["merge", "a.db", "a.db"], home);
    assert!((code, out.len()) == (1, 0) && told.contains("tính hai lần"), "{told}");
    let (code, _, told) = run(&["merge", "a.db", "--from", "2026-11-20", "--until", "2026-11-01"], home);
    assert!(code == 1 && told.contains("Ngày cuối đứng trước ngày đầu"), "{told}");
    assert_eq!(run(&["merge"], home).0, 2);
    let files = contents(home);
    assert_eq!(files.len(), 2, "{:?}", files.keys());
}
