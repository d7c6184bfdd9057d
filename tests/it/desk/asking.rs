//! Visitors who took no number, in every span and paper.

use motcua::desk::{Closing, Command};
use motcua::domain::Counter;
use motcua::domain::tally::Tally;
use motcua::domain::{Calendar, Day, Op, Refusal, ShiftPart, Span, SpanKind};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};

use crate::world::{BIRTH, Says, World, open_shift};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Two days: on the first three in the morning and two in the afternoon, on the second one; and one number each day.
fn two_days() -> World {
    let world = World::set_up_at("2026-11-19 07:20");
    let mut one = world.desk(1);
    let mut two = world.desk(2);
    let asks = |desk: &mut motcua::desk::Desk, moment: &str, expected: u32| {
        world.clock.set(moment);
        let op = desk.does(Command::Count(Counter::QuickQuestions)).op;
        assert_eq!(op, Op::Counted { what: Counter::QuickQuestions, today: expected }, "{moment}");
    };
    world.clock.set("2026-11-19 07:25");
    one.does(open_shift(ShiftPart::Morning));
    asks(&mut one, "2026-11-19 08:10", 1);
    asks(&mut two, "2026-11-19 08:40", 2);
    one.gives(BIRTH);
    asks(&mut one, "2026-11-19 10:05", 3);
    world.clock.set("2026-11-19 11:30");
    one.does(Command::CloseShift(Closing::default()));
    assert_eq!(one.refuses(Command::Count(Counter::QuickQuestions)), Refusal::NoShift);
    world.clock.set("2026-11-19 13:30");
    one.does(open_shift(ShiftPart::Afternoon));
    asks(&mut two, "2026-11-19 13:31", 4);
    asks(&mut two, "2026-11-19 14:00", 5);
    // One of them was a slip of the finger.
    asks(&mut one, "2026-11-19 14:02", 6);
    one.undo().unwrap();
    world.clock.set("2026-11-19 17:00");
    one.does(Command::CloseShift(Closing::default()));
    world.clock.set("2026-11-20 07:30");
    one.does(open_shift(ShiftPart::Morning));
    asks(&mut one, "2026-11-20 07:45", 1);
    one.gives(BIRTH);
    world
}

/// Hours, and how many were counted in each.
type Hours<'a> = &'a [(u8, u32)];

/// The hours in which any were counted.
fn hours(tally: &Tally) -> Vec<(u8, u32)> {
    let hours = tally.hours.iter().map(|row| (row.hour, row.counted.get(Counter::QuickQuestions)));
    hours.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn every_span_has_its_own() {
    let world = two_days();
    let desk = world.desk(1);
    let of = |kind| Span::of(kind, Calendar::Civil, day("2026-11-19"));
    let shifts = desk.shift_spans(day("2026-11-19")).unwrap();
    let all: Hours = &[(7, 1), (8, 2), (10, 1), (13, 1), (14, 1)];
    let cases: [(Span, Hours, u32); 7] = [
        (of(SpanKind::Day), &[(8, 2), (10, 1), (13, 1), (14, 1)], 1),
        (shifts[0], &[(8, 2), (10, 1)], 1),
        (shifts[1], &[(13, 1), (14, 1)], 0),
        (Span::day(day("2026-11-20")), &[(7, 1)], 1),
        (of(SpanKind::Week), all, 2),
        (of(SpanKind::Month), all, 2),
        (Span::day(day("2026-11-18")), &[], 0),
    ];
    for (span, expected, visits) in cases {
        let tally = desk.tally(span).unwrap();
        assert_eq!(hours(&tally), expected, "{span:?}");
        assert_eq!(
            tally.counted.get(Counter::QuickQuestions),
            expected.iter().map(|(_, count)| count).sum::<u32>(),
            "{span:?}"
        );
        assert_eq!((tally.visits, tally.persons, tally.assists), (visits, visits, 0), "{span:?}");
        assert!(tally.proof.holds(), "{span:?}");
    }
    let week = desk.tally(of(SpanKind::Week)).unwrap();
    let course: Vec<u32> = week.course.iter().map(|row| row.counted.get(Counter::QuickQuestions)).collect();
    assert_eq!(course, [5, 1]);
}

#[test]
fn every_paper_and_file_says_it_where_there_were_any_and_not_a_word_where_there_were_none() {
    let world = two_days();
    let desk = world.desk(1);
    let month = Span::of(SpanKind::Month, Calendar::Civil, day("2026-11-19"));
    let none = Span::day(day("2026-11-18"));
    for (lang, line, column) in [
        (Lang::Vi, "Hỏi nhanh, không lấy số: 6 lần (không tính vào lượt, người, việc).", "Hỏi nhanh"),
        (
            Lang::En,
            "Quick questions, no number taken: 6 (not counted as visits, people or things).",
            "Quick questions",
        ),
    ] {
        let paper = |form: &str, span: Span| {
            let report = desk.report(span).unwrap();
            let forms = motcua::papers::forms::Forms::default();
            let form = forms.get(form).unwrap();
            let sheet = motcua::papers::forms::sheet(form, &report, lang);
            motcua::papers::text::render(&sheet, 240)
        };
        for form in ["tally", "report-administration", "report-union"] {
            assert!(paper(form, month).contains(line), "{form}: {}", paper(form, month));
        }
        let statistics = paper("statistics", month);
        let row =
            lang.sentence(lang.figure_row(motcua::domain::tally::FigureId::Counted(
                motcua::domain::Counter::QuickQuestions,
            )));
        let said = statistics.lines().find(|words| words.trim_start().starts_with(&row));
        assert!(said.is_some_and(|words| words.trim_end().ends_with('6')), "{statistics}");
        for form in ["tally", "report-administration", "report-union", "statistics"] {
            assert!(paper(form, month).contains(column), "{form}");
            let without = paper(form, none).to_lowercase();
            assert!(!without.contains("hỏi nhanh") && !without.contains("quick"), "{form}: {without}");
        }
        for format in Format::ALL {
            let report = desk.report(month).unwrap();
            assert!(!tally_as(format, &report, lang).unwrap().is_empty());
        }
    }
}

#[test]
fn a_paper_printed_again_names_it_when_it_has_changed() {
    let world = two_days();
    let mut desk = world.desk(1);
    let today = day("2026-11-20");
    let before = desk.tally(today).unwrap().numbers();
    desk.does(Command::Count(Counter::QuickQuestions));
    let now = desk.tally(today).unwrap().numbers();
    let changes = motcua::domain::tally::changes(&before, &now);
    let paths: Vec<&str> = changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(paths, ["hours.7.quick_questions", "quick_questions"]);
}

#[test]
fn nothing_but_when_and_where_is_kept() {
    let world = two_days();
    let raw = world.raw();
    let mut rows = raw.prepare("SELECT name FROM pragma_table_info('counted') ORDER BY cid").unwrap();
    let columns: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(columns, ["id", "what", "shift", "at", "station", "volunteer"]);
    let found: (i64, i64, i64) = raw
        .query_row(
            "SELECT count(*), count(DISTINCT shift), count(DISTINCT station) FROM counted",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    assert_eq!(found, (6, 3, 2));
}
