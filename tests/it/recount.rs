//! The numbers, counted once more by other means: from the rows in plain steps, by a script of the sqlite3 shell, and
//! read back out of every file and paper.

mod hard_day;
mod naive;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use motcua::demo::{self, DemoPlan};
use motcua::desk::Desk;
use motcua::domain::Counter;
use motcua::domain::tally::{Behind, FigureId, Tally};
use motcua::domain::{Calendar, Day, Span, SpanKind, Stamp, StationNo};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};
use motcua::store::{Access, Store};
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
            let path = folder.path().join(format!("{at}.db"));
            let plan = DemoPlan { days, per_day, seed };
            demo::create(&path, &catalogue(), plan, now(), &mut |_| {}).unwrap();
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
        let numbers = [
            row.visits,
            row.persons,
            row.assists,
            row.served,
            row.left,
            row.counted.get(Counter::QuickQuestions),
            row.waits.count,
            row.waits.left_out,
        ];
        let expected = [
            of("visits"),
            of("persons"),
            of("assists"),
            of("served"),
            of("left"),
            of("quick_questions"),
            of("times.wait.count"),
            of("times.wait.left_out"),
        ];
        assert_eq!(numbers.map(i64::from), expected, "{which} {part:?}");
        let (waits, paths) = (row.waits, ["times.wait.median", "times.wait.ninety", "times.wait.longest"]);
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
        "times.walkout.count",
        "channel_not_noted",
        "pieces.copies.pieces",
        "lost_minutes",
        "phones.not-smart.visits",
        "level_two_done",
        "no_show",
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
    let once = ["carried_in", "open", "volunteers", "duty_hours"];
    !is_of_times && !once.contains(&path) && !path.starts_with("lost_") && !path.starts_with("outages.")
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
        assert_eq!(whole.get("duty_hours"), sum_of(&tallies, "duty_hours").as_ref());
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

/// Some days as the sqlite3 shell counts them, where that is installed: each of its numbers is the tally's.
fn shell_counts(file: &std::path::Path, (first, last): (Day, Day), numbers: &Numbers) {
    let Ok(version) = Command::new("sqlite3").arg("-version").stdin(Stdio::null()).output() else { return };
    assert!(version.status.success());
    let script = format!(
        ".parameter set @first \"'{first}'\"\n.parameter set @last \"'{last}'\"\n{}",
        include_str!("recount/month.sql")
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("month.sql");
    std::fs::write(&path, script).unwrap();
    let ran = Command::new("sqlite3")
        .args(["-bail", "-readonly"])
        .arg(file)
        .stdin(std::fs::File::open(path).unwrap())
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut lines = 0;
    for line in String::from_utf8(ran.stdout).unwrap().lines() {
        let (path, number) = line.rsplit_once('|').unwrap();
        // A course has rows only where there are several days.
        if path.starts_with("course.") && first == last {
            continue;
        }
        // Nothing is the sum of nothing.
        let number = if number.is_empty() { Ok(0) } else { number.parse() };
        assert_eq!(number, Ok(numbers.get(path).copied().unwrap_or(0)), "{path}");
        lines += 1;
    }
    assert!(lines > 50, "{lines}");
}

#[test]
fn the_shell_counts_the_same_month() {
    for which in 0..2 {
        let month = Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-20"));
        let numbers = desk(which).tally(month).unwrap().numbers();
        shell_counts(&file(which), (month.from, month.until), &numbers);
    }
}

/// The numbers of the JSON file, by where they stand in the tally.
fn of_json(json: &Value) -> Numbers {
    let mut numbers = Numbers::new();
    let mut add = |path: String, value: &Value| {
        if let Some(number) = value.as_i64().filter(|number| *number != 0) {
            numbers.insert(path, number);
        }
    };
    for (id, value) in json["figures"].as_object().unwrap() {
        add(id.clone(), value);
    }
    for (table, rows) in json["tables"].as_object().unwrap() {
        for row in rows.as_array().unwrap() {
            let key = row["key"].as_str().unwrap();
            for (column, value) in row.as_object().unwrap() {
                add(format!("{table}.{key}.{column}"), value);
            }
        }
    }
    for list in ["withdrawn", "missing", "surplus"] {
        for number in json[list].as_array().unwrap() {
            add(format!("{list}.{}", number.as_str().unwrap()), &1.into());
        }
    }
    numbers
}

type Row = BTreeMap<String, String>;

/// The numbers of the CSV file, by where they stand in the tally.
fn of_csv(bytes: &[u8]) -> Numbers {
    let mut numbers = Numbers::new();
    let rows = csv::Reader::from_reader(&bytes["\u{feff}".len()..]);
    for row in rows.into_deserialize::<Row>().map(Result::unwrap) {
        let path = match row["table"].as_str() {
            "source" | "targets" | "shifts" => continue,
            "figures" => row["key"].clone(),
            list @ ("withdrawn" | "missing" | "surplus") => format!("{list}.{}", row["key"]),
            table => format!("{table}.{}.{}", row["key"], row["column"]),
        };
        if let Some(number) = row["number"].parse().ok().filter(|number: &i64| *number != 0) {
            numbers.insert(path, number);
        }
    }
    numbers
}

/// What a file says beside the numbers of the tally: figures that say again what tables say.
fn is_said_again(path: &str) -> bool {
    let sums = ["done", "unfinished", "filed", "online"];
    let again = |id: FigureId| id.id() == path && id.behind() == Behind::Again;
    // Of the numbers of a list, each stands by itself.
    let lists = ["withdrawn", "missing", "surplus"];
    FigureId::all().any(again)
        || lists.contains(&path)
        || path.starts_with("fields.") && sums.iter().any(|sum| path.ends_with(&format!(".{sum}")))
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
        let mut numbers = report.tally.numbers();
        numbers.retain(|_, number| *number != 0);
        let own = |mut numbers: Numbers| {
            numbers.retain(|path, _| !is_said_again(path));
            numbers
        };
        let json = tally_as(Format::Json, &report, Lang::Vi).unwrap();
        let json: Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(
            differences(&own(of_json(&json)), &numbers),
            Vec::<String>::new(),
            "JSON {which} {span:?}"
        );
        let csv = tally_as(Format::Csv, &report, Lang::Vi).unwrap();
        assert_eq!(differences(&own(of_csv(&csv)), &numbers), Vec::<String>::new(), "CSV {which} {span:?}");
        // What they say again is right, too.
        let figures = &json["figures"];
        assert_eq!(figures["done"], numbers.get("outcomes.done.assists").copied().unwrap_or(0));
        assert_eq!(figures["walked_out"], numbers.get("left.walked-out.visits").copied().unwrap_or(0));
        assert_eq!(figures["wait_median"].as_i64(), numbers.get("times.wait.median").copied());
        // Beside the tally: the span before.
        match &report.before {
            Some(before) => assert_eq!(json["before"]["figures"]["visits"], before.visits),
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
        let sheet = motcua::papers::tally_sheet(&report, lang);
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
            &lang.count(u64::try_from(proof.withdrawn.len()).unwrap()),
        );
        for said in
            [lang.proof_before(&count(proof.carried_in), &count(proof.issued), &count(proof.returned)), ended]
        {
            assert!(text.replace('\u{a0}', " ").contains(&said.replace('\u{a0}', " ")), "{said} in\n{text}");
        }
        assert!(text.contains(&lang.duration(report.tally.waits.median)), "{text}");
    }
}
