//! The numbers, counted once more by other means: from the rows in plain steps, by a script of the sqlite3 shell, and
//! read back out of every file and paper.

mod naive;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use motcua::demo::{self, DemoPlan};
use motcua::desk::Desk;
use motcua::domain::tally::Tally;
use motcua::domain::{Calendar, Day, Span, SpanKind, Stamp, StationNo};
use motcua::papers::{Format, tally_as};
use motcua::store::{Access, Store};
use motcua::text::Lang;
use motcua::ui::paper::context;
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::Value;

use self::naive::{Numbers, recount};
use crate::world::{HandClock, catalogue};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The middle of a working afternoon: a shift is open, somebody is being served.
fn now() -> Stamp {
    day("2026-11-20").at(15, 20)
}

/// Made-up files, made once: a busy one, a long one, and one with a few visits a day.
fn file(which: usize) -> PathBuf {
    static FILES: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FILES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let plans = [(25, 60, 21), (130, 9, 22), (45, 3, 23)];
        for (at, (days, per_day, seed)) in plans.into_iter().enumerate() {
            let mut store = Store::open(&folder.path().join(format!("{at}.db")), Access::Full).unwrap();
            let plan = DemoPlan { days, per_day, seed };
            demo::fill(&mut store, &catalogue(), plan, now(), &mut |_| {}).unwrap();
        }
        // What a demo lacks: an afternoon that nobody closed, and a wait through a power cut that still lasts.
        let raw = Connection::open(folder.path().join("2.db")).unwrap();
        raw.execute_batch(
            "UPDATE shift SET closed = NULL WHERE id = (SELECT max(id) - 1 FROM shift) AND NOT EXISTS
                 (SELECT 1 FROM shift WHERE closed IS NULL);
             INSERT INTO outage (system, from_at, station)
                 SELECT 'power', min(arrived) + 60, 1 FROM visit WHERE day = '2026-11-20'",
        )
        .unwrap();
        folder
    });
    folder.path().join(format!("{which}.db"))
}

fn desk(which: usize) -> Desk {
    let store = Store::open(&file(which), Access::ReadOnly).unwrap();
    let clock = HandClock::at("2026-11-20 15:20");
    Desk::new(store, clock, catalogue(), StationNo::FIRST)
}

/// The numbers of a tally but for nought, without its course, which is asked for row by row.
fn counted(tally: &Tally) -> Numbers {
    let keep = |path: &str, number: i64| number != 0 && !path.starts_with("course");
    tally.numbers().into_iter().filter(|(path, number)| keep(path, *number)).collect()
}

/// What differs, for a message that can be read.
fn differences(one: &Numbers, other: &Numbers) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path))
        .map(|path| format!("{path}: {:?} {:?}", one.get(path), other.get(path)))
        .collect()
}

fn agrees(which: usize, span: Span) -> Tally {
    let raw = Connection::open(file(which)).unwrap();
    let desk = desk(which);
    let tally = desk.tally(span).unwrap();
    let again = recount(&raw, span, now().seconds(), &catalogue());
    assert_eq!(differences(&counted(&tally), &again), Vec::<String>::new(), "{which} {span:?}");
    for row in &tally.course {
        let part = Span {
            kind: SpanKind::Range,
            calendar: Calendar::Civil,
            from: row.from,
            until: row.until,
            shift: None,
        };
        let again = recount(&raw, part, now().seconds(), &catalogue());
        let of = |path: &str| again.get(path).copied().unwrap_or(0);
        let left = of("proof.left") + of("proof.no_show") + of("proof.cancelled");
        let numbers = [
            row.visits,
            row.persons,
            row.assists,
            row.served,
            row.left,
            row.quick_questions,
            row.waits.count,
            row.waits.left_out,
        ];
        let expected = [
            of("visits"),
            of("persons"),
            of("assists"),
            of("proof.served"),
            left,
            of("quick_questions"),
            of("waits.count"),
            of("waits.left_out"),
        ];
        assert_eq!(numbers.map(i64::from), expected, "{which} {part:?}");
        let (waits, paths) = (row.waits, ["waits.median", "waits.ninety", "waits.longest"]);
        assert_eq!([waits.median, waits.ninety, waits.longest], paths.map(of), "{which} {part:?}");
    }
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_recount_from_the_rows_gives_the_same_numbers(
        which in 0_usize..3, kind in 0_usize..8, admin in any::<bool>(), ago in 0_u64..60, length in 0_u64..70,
    ) {
        let kind = SpanKind::ALL[kind];
        let calendar = if admin { Calendar::Administrative } else { Calendar::Civil };
        let at = day("2026-11-20").minus_days(ago);
        let span = match kind {
            SpanKind::Range => Span::range(at.minus_days(length), at, now().day()).unwrap(),
            SpanKind::Shift => {
                let spans = desk(which).shift_spans(at).unwrap();
                match spans.get(usize::try_from(length).unwrap() % spans.len().max(1)) {
                    Some(span) => *span,
                    None => Span::day(at),
                }
            }
            kind => Span::of(kind, calendar, at),
        };
        agrees(which, span);
    }
}

#[test]
fn every_kind_of_span_of_a_busy_desk_is_recounted() {
    for kind in SpanKind::ALL {
        for calendar in Calendar::ALL {
            let tally = agrees(0, Span::of(*kind, *calendar, day("2026-11-20")));
            assert!(tally.visits > 30 && tally.proof.holds());
        }
    }
    // What the recount is about is there.
    let numbers =
        counted(&desk(0).tally(Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"))).unwrap());
    for path in [
        "waits.left_out",
        "lost.minutes",
        "people.without_smartphone",
        "level_two.done",
        "proof.no_show",
        "quick_questions",
    ] {
        assert!(numbers.get(path).is_some_and(|number| *number > 0), "{path}");
    }
    assert!(numbers.len() > 300, "{}", numbers.len());
}

/// Whether a number of a longer span is the sum of those of its parts.
fn is_additive(path: &str) -> bool {
    let is_of_times = [".median", ".ninety", ".longest"].iter().any(|end| path.ends_with(end));
    // What is carried over is carried into each part; a person serves on several days; an outage over noon is one.
    let once = ["proof.carried_in", "proof.open", "staffing.volunteers", "staffing.minutes"];
    !is_of_times && !once.contains(&path) && !path.starts_with("lost.")
}

fn sum(tallies: &[Tally]) -> Numbers {
    let mut sum = Numbers::new();
    for (path, number) in tallies.iter().flat_map(counted) {
        *sum.entry(path).or_default() += number;
    }
    sum.retain(|path, _| is_additive(path));
    sum
}

#[test]
fn days_add_up_to_the_month_and_shifts_to_the_day() {
    for which in 0..3 {
        let desk = desk(which);
        let month = Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"));
        let days: Vec<Day> = (0..30).map(|at| month.from.plus_days(at)).collect();
        let tallies: Vec<Tally> = days.iter().map(|day| desk.tally(*day).unwrap()).collect();
        let mut whole = counted(&desk.tally(month).unwrap());
        assert_eq!(whole.get("staffing.minutes"), sum_of(&tallies, "staffing.minutes").as_ref());
        whole.retain(|path, _| is_additive(path));
        assert_eq!(differences(&whole, &sum(&tallies)), Vec::<String>::new(), "{which}");
        // What one day leaves open is what the next one finds.
        for pair in tallies.windows(2) {
            if pair[1].span.from <= now().day() {
                assert_eq!(pair[0].proof.open, pair[1].proof.carried_in, "{:?}", pair[1].span);
            }
        }
        for (day, tally) in days.iter().zip(&tallies) {
            let shifts: Vec<Tally> =
                desk.shift_spans(*day).unwrap().iter().map(|span| desk.tally(*span).unwrap()).collect();
            if shifts.is_empty() {
                continue;
            }
            let mut whole = counted(tally);
            whole.retain(|path, _| is_additive(path));
            assert_eq!(differences(&whole, &sum(&shifts)), Vec::<String>::new(), "{which} {day}");
        }
    }
}

fn sum_of(tallies: &[Tally], path: &str) -> Option<i64> {
    let all = tallies.iter().filter_map(|tally| tally.numbers().get(path).copied()).sum();
    (all != 0).then_some(all)
}

/// A month as the sqlite3 shell counts it, where that is installed.
#[test]
fn the_shell_counts_the_same_month() {
    let Ok(version) = Command::new("sqlite3").arg("-version").stdin(Stdio::null()).output() else { return };
    assert!(version.status.success());
    for which in 0..2 {
        let script = format!(
            ".parameter set @first \"'2026-11-01'\"\n.parameter set @last \"'2026-11-30'\"\n{}",
            include_str!("recount/month.sql")
        );
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("month.sql");
        std::fs::write(&path, script).unwrap();
        let ran = Command::new("sqlite3")
            .args(["-bail", "-readonly"])
            .arg(file(which))
            .stdin(std::fs::File::open(path).unwrap())
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let month = Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"));
        let numbers = desk(which).tally(month).unwrap().numbers();
        let mut lines = 0;
        for line in String::from_utf8(ran.stdout).unwrap().lines() {
            let (path, number) = line.rsplit_once('|').unwrap();
            let expected = numbers.get(path).copied().unwrap_or(0);
            assert_eq!(number.parse(), Ok(expected), "{which}: {path}");
            lines += 1;
        }
        assert!(lines > 100, "{lines}");
    }
}

/// The numbers of the JSON file, by where they would stand in the tally.
fn of_json(json: &Value) -> Numbers {
    const BESIDE: [&str; 11] = [
        "schema", "program", "lang", "printed", "office", "sources", "span", "name", "targets", "before",
        "shifts",
    ];
    let mut numbers = Numbers::new();
    for (key, value) in json.as_object().unwrap().iter().filter(|(key, _)| !BESIDE.contains(&key.as_str())) {
        gather(&mut numbers, key, value);
    }
    numbers.remove("people.no_phone");
    numbers.retain(|_, number| *number != 0);
    numbers
}

fn gather(numbers: &mut Numbers, path: &str, value: &Value) {
    const KEYS: [&str; 9] =
        ["code", "stage", "field", "from", "hamlet", "station", "volunteer", "weekday", "hour"];
    let below = |name: &str| if name.is_empty() { path.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Number(number) => _ = numbers.insert(path.to_owned(), number.as_i64().unwrap()),
        Value::String(name) => _ = numbers.insert(below(name), 1),
        Value::Object(parts) => {
            let words = ["name", "short", "stage_name", "until"];
            for (key, value) in parts.iter().filter(|(key, _)| !words.contains(&key.as_str())) {
                gather(numbers, &below(key), value);
            }
        }
        Value::Array(rows) => {
            for row in rows {
                let Value::Object(parts) = row else {
                    gather(numbers, path, row);
                    continue;
                };
                let named = |key: &&str| {
                    parts
                        .get(*key)
                        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                };
                let name: Vec<String> = KEYS.iter().filter_map(named).collect();
                let mut rest = parts.clone();
                rest.retain(|key, _| !KEYS.contains(&key.as_str()));
                rest.retain(|key, _| !["name", "short", "stage_name", "until"].contains(&key.as_str()));
                let path = below(&name.join("."));
                // A row of one number is that number.
                match rest.values().next() {
                    Some(only) if rest.len() == 1 && parts.contains_key("name") => {
                        gather(numbers, &path, only);
                    }
                    _ => gather(numbers, &path, &Value::Object(rest)),
                }
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

type Row = BTreeMap<String, String>;

/// The numbers of the CSV file, by where they would stand in the tally.
fn of_csv(bytes: &[u8]) -> Numbers {
    let mut numbers = Numbers::new();
    let rows = csv::Reader::from_reader(&bytes["\u{feff}".len()..]);
    for row in rows.into_deserialize::<Row>().map(Result::unwrap) {
        for (path, column) in places(&row) {
            if let Ok(number) = row[column].parse::<i64>() {
                numbers.insert(path, number);
            }
        }
        if ["withdrawn", "missing", "surplus"].contains(&row["section"].as_str()) {
            numbers.insert(format!("proof.{}.{}", row["section"], row["key"]), 1);
        }
    }
    numbers.retain(|_, number| *number != 0);
    numbers
}

/// Where the numbers of a row of the CSV file stand in the tally, and in which columns.
fn places(row: &Row) -> Vec<(String, &'static str)> {
    let (key, whole) = (row["key"].as_str(), row["part_of"].as_str());
    let each = |path: &str, columns: &[(&str, &'static str)]| {
        columns.iter().map(|(name, column)| (format!("{path}.{name}"), *column)).collect()
    };
    let one = |path: String, column| vec![(path, column)];
    let field = |of: &str| if of.is_empty() { "fields".to_owned() } else { format!("fields.{of}") };
    match row["section"].as_str() {
        "total" => ["visits", "persons", "assists"].map(|name| (name.to_owned(), name)).to_vec(),
        "quick_question" => one("quick_questions".to_owned(), "times"),
        "proof" => one(format!("proof.{key}"), "visits"),
        "field" => each(&field(key), &[("visits", "visits"), ("persons", "persons"), ("assists", "assists")]),
        "procedure" => each(
            &format!("{}.procedures.{key}", field(whole)),
            &[("assists", "assists"), ("done", "done"), ("unfinished", "unfinished"), ("online", "online")],
        ),
        "filed" if key == "all" => one("filed".to_owned(), "assists"),
        "filed" => {
            one(format!("filed_{}", if key == "online" { "online" } else { "paid_online" }), "assists")
        }
        "paid_online" => one("paid_online".to_owned(), "assists"),
        "level_two" => each("level_two", &[("tried", "assists"), ("done", "done")]),
        section @ ("outcome" | "channel" | "indicator") => one(format!("{section}s.{key}"), "assists"),
        section @ ("stuck" | "referred" | "how") => one(format!("{section}.{key}"), "assists"),
        section @ ("priority" | "left") => one(format!("{section}.{key}"), "visits"),
        "left_from" => one(format!("left_from.{key}.{whole}"), "visits"),
        "smartphone" => match key {
            "smart" => one("people.with_smartphone".to_owned(), "visits"),
            "not-smart" => one("people.without_smartphone".to_owned(), "visits"),
            _ => vec![],
        },
        section @ ("age" | "sex" | "hamlet") if key == "not-noted" => {
            one(format!("people.no_{section}"), "visits")
        }
        "sex" => one(format!("people.sexes.{key}"), "visits"),
        section @ ("age" | "hamlet") => one(format!("people.{section}s.{key}"), "visits"),
        "hour" => each(
            &format!("hours.{key}"),
            &[
                ("issued", "visits"),
                ("served", "served"),
                ("on_duty", "minutes"),
                ("quick_questions", "times"),
            ],
        ),
        "heat" => one(format!("heat.{}.issued", key.replace('h', ".")), "visits"),
        "course" => {
            let mut numbers = each(
                &format!("course.{key}"),
                &["visits", "persons", "assists", "served", "left"].map(|name| (name, name)),
            );
            numbers.push((format!("course.{key}.quick_questions"), "times"));
            numbers
        }
        "course_wait" => vec![
            (format!("course.{whole}.waits.{key}"), "seconds"),
            (format!("course.{whole}.waits.count"), "visits"),
            (format!("course.{whole}.waits.left_out"), "left_out"),
        ],
        "station" => each(&format!("stations.{key}"), &[("served", "served"), ("assists", "assists")]),
        "volunteer" => each(
            &format!("volunteers.{key}"),
            &[("served", "served"), ("assists", "assists"), ("minutes", "minutes"), ("shifts", "times")],
        ),
        "staffing" => vec![(format!("staffing.{key}"), if key == "minutes" { "minutes" } else { "times" })],
        "lost" => each("lost", &["minutes", "visits", "persons"].map(|name| (name, name))),
        "outage" => each(
            &format!("lost.systems.{key}"),
            &["times", "minutes", "visits", "persons"].map(|name| (name, name)),
        ),
        section @ ("wait" | "service") => vec![
            (format!("{section}s.{key}"), "seconds"),
            (format!("{section}s.count"), "visits"),
            (format!("{section}s.left_out"), "left_out"),
        ],
        _ => vec![],
    }
}

#[test]
fn the_files_say_every_number_of_the_tally() {
    let spans = [
        Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20")),
        Span::of(SpanKind::Year, Calendar::Administrative, day("2026-11-20")),
        Span::day(day("2026-11-19")),
    ];
    for (which, span) in (0..3).flat_map(|which| spans.map(|span| (which, span))) {
        let report = desk(which).report(span).unwrap();
        let context = context(&report, None);
        let mut numbers = report.tally.numbers();
        numbers.retain(|_, number| *number != 0);
        let json = tally_as(Format::Json, &report.tally, &context, Lang::Vi).unwrap();
        let json: Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(differences(&of_json(&json), &numbers), Vec::<String>::new(), "JSON {which} {span:?}");
        let csv = tally_as(Format::Csv, &report.tally, &context, Lang::Vi).unwrap();
        assert_eq!(differences(&of_csv(&csv), &numbers), Vec::<String>::new(), "CSV {which} {span:?}");
        // Beside the tally: whom nothing is known of, and the span before.
        let people = &report.tally.people;
        let known = people.with_smartphone + people.without_smartphone;
        assert_eq!(json["people"]["no_phone"], report.tally.visits - known);
        match &report.before {
            Some(before) => assert_eq!(json["before"]["numbers"]["visits"], before.visits),
            None => assert!(json["before"].is_null()),
        }
    }
}

/// The paper on the screen, from the printer and as text is one sheet: what it says of a month.
#[test]
fn the_paper_says_the_same_numbers_as_the_files() {
    for (which, lang) in (0..3).flat_map(|which| [Lang::Vi, Lang::En].map(|lang| (which, lang))) {
        let month = Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"));
        let report = desk(which).report(month).unwrap();
        let sheet = motcua::papers::tally::sheet(&report.tally, &context(&report, None), lang);
        let text = motcua::papers::text::render(&sheet, 400);
        let Tally { visits, persons, assists, ref proof, .. } = report.tally;
        let words: Vec<&str> = text.split_whitespace().collect();
        for number in [visits, persons, assists] {
            assert!(words.contains(&lang.count(number).as_str()), "{number} in\n{text}");
        }
        let count = |number: u32| lang.count(number);
        let ended = lang.proof_ended(
            &count(proof.served),
            &count(proof.left),
            &count(proof.no_show),
            &count(proof.cancelled),
        );
        for said in [lang.proof_before(&count(proof.carried_in), &count(proof.issued)), ended] {
            assert!(text.replace('\u{a0}', " ").contains(&said.replace('\u{a0}', " ")), "{said} in\n{text}");
        }
        assert!(text.contains(&lang.duration(report.tally.waits.median)), "{text}");
    }
}
