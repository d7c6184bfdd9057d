//! `motcua demo`: made-up days are as sound as lived ones, and look like them.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its file should stop")]

use std::path::Path;

use motcua::demo::{self, DemoError, DemoPlan, DemoReport};
use motcua::domain::Counter;
use motcua::domain::assist::OutcomeKind;
use motcua::domain::tally::Tally;
use motcua::domain::{Catalogue, Day, Op, Span, Stage, Stamp, StationNo, Visit};
use motcua::lang::Lang;
use motcua::store::undo::Turn;
use motcua::store::{Access, Signature, Store};

const PLAN: DemoPlan = DemoPlan { days: 10, per_day: 60, seed: 1 };

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn made(folder: &Path, plan: DemoPlan, now: Stamp) -> (Store, DemoReport) {
    let path = folder.join("motcua.db");
    let report = demo::create(&path, &catalogue(), plan, now, &mut |_| {}).unwrap();
    (Store::open(&path, Access::Full).unwrap(), report)
}

/// Every calendar day from the first to the last one made.
fn days(report: DemoReport) -> impl Iterator<Item = Day> {
    let mut day = report.first;
    std::iter::from_fn(move || {
        let this = day;
        day = day.plus_days(1);
        (this <= report.last).then_some(this)
    })
}

#[test]
fn made_up_days_are_sound_and_every_proof_holds() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = catalogue();
    // A Friday evening, in the middle of a Friday afternoon, a Friday noon, a Saturday morning, before opening.
    let moments = [
        ("2026-11-20", 20, 0),
        ("2026-11-20", 14, 47),
        ("2026-11-20", 12, 10),
        ("2026-11-21", 9, 5),
        ("2026-11-23", 6, 0),
    ];
    for (seed, (date, hour, minute)) in (1..).zip(moments) {
        let now = day(date).at(hour, minute);
        let path = folder.path().join(seed.to_string());
        std::fs::create_dir(&path).unwrap();
        let (store, report) = made(&path, DemoPlan { seed, ..PLAN }, now);
        let check = store.check().unwrap();
        assert_eq!(check.findings, [], "seed {seed}: {:#?}", Lang::En.check_report(&check));
        let mut worked = 0;
        for day in days(report) {
            let tally = Tally::count(&store.facts(day, day.at(23, 59)).unwrap(), &catalogue);
            assert!(tally.proof.holds(), "seed {seed} {day}: {:?}", tally.proof);
            worked += u32::from(tally.visits > 0);
        }
        assert_eq!((worked, report.days), (10, 10), "seed {seed}");
        assert!(store.last_entry().unwrap().unwrap().2 <= now);
    }
}

#[test]
fn the_last_day_is_today_up_to_now() {
    let folder = tempfile::tempdir().unwrap();
    let plan = DemoPlan { days: 1, per_day: 160, seed: 4 };
    for (hour, minute, is_open) in [
        (7, 30, true),
        (8, 40, true),
        (11, 29, true),
        (11, 30, false),
        (13, 0, false),
        (15, 10, true),
        (17, 0, false),
    ] {
        let today = day("2026-11-20");
        let now = today.at(hour, minute);
        let path = folder.path().join(format!("{hour}-{minute}"));
        std::fs::create_dir(&path).unwrap();
        let (store, report) = made(&path, plan, now);
        assert_eq!(report.last, today);
        assert_eq!(store.open_shift().unwrap().is_some(), is_open, "{hour}:{minute}");
        let visits: Vec<Visit> =
            store.visits_of_day(today).unwrap().into_iter().map(|(visit, ..)| visit).collect();
        let in_hand =
            visits.iter().filter(|visit| matches!(visit.stage, Stage::Serving { .. } | Stage::Called { .. }));
        if (hour, minute) == (8, 40) || hour == 15 {
            assert!(in_hand.count() >= 2, "{hour}:{minute}");
            assert!(visits.iter().any(|visit| matches!(visit.stage, Stage::Waiting { .. })));
        } else if !is_open {
            assert_eq!(in_hand.count(), 0, "{hour}:{minute}");
            assert!(store.handover_beside(None, true, today).unwrap().is_some());
        }
    }
}

#[test]
fn made_up_days_look_lived_in() {
    let folder = tempfile::tempdir().unwrap();
    let plan = DemoPlan { days: 18, per_day: 120, seed: 7 };
    let (store, report) = made(folder.path(), plan, day("2026-11-20").at(18, 0));
    assert_eq!(report.visits, 18 * 120);
    let catalogue = catalogue();
    let tallies: Vec<Tally> = days(report)
        .map(|day| Tally::count(&store.facts(day, day.at(23, 59)).unwrap(), &catalogue))
        .collect();
    let sum = |number: &dyn Fn(&Tally) -> u32| tallies.iter().map(number).sum::<u32>();
    let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole);
    let visits = sum(&|tally| tally.visits);
    let left = sum(&|tally| tally.proof.left);
    assert!((0.02..0.16).contains(&share(left, visits)), "left {left} of {visits}");
    let first = sum(&|tally| tally.priority.iter().map(|(_, count)| count).sum());
    assert!((0.09..0.15).contains(&share(first, visits)), "priority {first}");
    let outcome = |kind| {
        sum(&|tally| tally.outcomes.iter().filter(|(one, _)| *one == kind).map(|(_, count)| count).sum())
    };
    let assists = sum(&|tally| tally.assists);
    assert!((0.78..0.92).contains(&share(outcome(OutcomeKind::Done), assists)));
    for kind in [OutcomeKind::ComeBack, OutcomeKind::Stuck, OutcomeKind::Referred, OutcomeKind::Declined] {
        assert!(outcome(kind) > 0, "{kind:?}");
    }
    let given = |hour: u8| {
        sum(&|tally| tally.hours.iter().filter(|row| row.hour == hour).map(|row| row.visits).sum())
    };
    assert!(given(8) > given(10) && given(14) > given(16) && given(12) == 0);
    assert!(sum(&|tally| tally.proof.carried_in) > 0);
    assert!(sum(&|tally| u32::try_from(tally.proof.withdrawn.len()).unwrap()) > 3);
    assert!(sum(&|tally| tally.paid_online) > 0);
    let median = tallies.iter().map(|tally| tally.waits.median).max().unwrap();
    let longest = tallies.iter().map(|tally| tally.waits.longest).max().unwrap();
    assert!((120..3_600).contains(&median) && longest < 4 * 3_600, "median {median}, longest {longest}");
    let codes: std::collections::BTreeSet<_> = tallies
        .iter()
        .flat_map(|tally| &tally.fields)
        .flat_map(|field| field.procedures.iter().map(|row| row.code.clone()))
        .collect();
    assert!(codes.len() > 80, "{} codes", codes.len());
    let ops: Vec<Op> = days(report)
        .flat_map(|day| store.journal_of_day(day, 10_000).unwrap())
        .map(|entry| entry.op)
        .collect();
    let has = |what: &dyn Fn(&Op) -> bool| assert!(ops.iter().any(what));
    has(&|op| matches!(op, Op::Recalled { .. }));
    has(&|op| matches!(op, Op::Held { .. }));
    has(&|op| matches!(op, Op::Resumed { .. }));
    has(&|op| matches!(op, Op::PutBack { .. }));
    has(&|op| matches!(op, Op::Ticked { .. }));
    has(&|op| matches!(op, Op::PaymentSet { .. }));
    has(&|op| matches!(op, Op::PersonsSet { .. }));
    has(&|op| matches!(op, Op::Undone { .. }));
    has(&|op| matches!(op, Op::ShiftClosed { carried: 1.., .. }));
    has(&|op| matches!(op, Op::OutageBegan { .. }));
    has(&|op| matches!(op, Op::Counted { today: 2.., .. }));
    let asked = sum(&|tally| tally.counted.get(Counter::QuickQuestions));
    assert!((0.05..0.3).contains(&share(asked, visits)), "{asked} asked, {visits} visits");
    has(&|op| matches!(op, Op::OutageEnded { minutes: 1.., .. }));
    assert!(store.names().unwrap().is_empty());
    assert_eq!(store.hamlets().unwrap().len(), 8);
    assert!(sum(&|tally| tally.lost.minutes) > 0);
    // About seven of ten people told something of themselves.
    let people = |number: &dyn Fn(&motcua::domain::tally::People) -> u32| sum(&|tally| number(&tally.people));
    for unknown in [people(&|of| of.no_age), people(&|of| of.no_sex), people(&|of| of.no_hamlet)] {
        assert!((0.25..0.36).contains(&share(unknown, visits)), "{unknown} of {visits}");
    }
    let phones = people(&|of| of.with_smartphone) + people(&|of| of.without_smartphone);
    assert!((0.64..0.75).contains(&share(phones, visits)), "{phones} of {visits}");
    assert!((0.03..0.25).contains(&share(people(&|of| of.without_smartphone), phones)));
    let month = Span::range(report.first, report.last, report.last).unwrap();
    let of_month = Tally::count(&store.facts(month, report.last.at(23, 59)).unwrap(), &catalogue);
    let kinds = &of_month.people;
    assert_eq!((kinds.hamlets.len(), kinds.sexes.len(), kinds.ages.len()), (8, 2, 6));
}

#[test]
fn the_same_seed_gives_the_same_days() {
    let now = day("2026-11-20").at(15, 0);
    let journal = |seed| {
        let folder = tempfile::tempdir().unwrap();
        let (store, report) = made(folder.path(), DemoPlan { days: 2, seed, ..PLAN }, now);
        days(report)
            .map(|day| (store.journal_of_day(day, 10_000).unwrap(), store.facts(day, now).unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(journal(7), journal(7));
    assert_ne!(journal(7), journal(8));
}

#[test]
fn what_was_made_up_today_is_undone_as_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let now = day("2026-11-20").at(9, 0);
    let (mut store, _) = made(folder.path(), PLAN, now);
    let sign = Signature { station: StationNo::FIRST, by: None, at: now, wrong_clock: None };
    let before = store.facts(now.day(), now).unwrap();
    for _ in 0..5 {
        store.turn_if(sign, Turn::Undo, |_, _| Ok(())).unwrap();
    }
    for _ in 0..5 {
        store.turn_if(sign, Turn::Redo, |_, _| Ok(())).unwrap();
    }
    assert_eq!(store.facts(now.day(), now).unwrap(), before);
    assert_eq!(store.check().unwrap().findings, []);
}

/// The aim is 1.2 kB. What a file of two months holds is what commands wrote: the demo has no other way.
#[test]
fn a_visit_takes_little_room() {
    let folder = tempfile::tempdir().unwrap();
    let plan = DemoPlan { days: 30, per_day: 40, seed: 2 };
    let (store, report) = made(folder.path(), plan, day("2026-11-20").at(18, 0));
    drop(store);
    let bytes = std::fs::metadata(folder.path().join("motcua.db")).unwrap().len();
    let a_visit = bytes / u64::from(report.visits);
    println!("{a_visit} bytes a visit");
    // A quarter of it is what an empty file has: over 60 days of 120 visits it is 1,195 bytes.
    assert!(a_visit < 1_600, "{a_visit}");
}

#[test]
fn a_used_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let now = day("2026-11-20").at(9, 0);
    let path = folder.path().join("motcua.db");
    // A killed demo's leavings, and an empty file of a console that was only opened, are taken over.
    std::fs::write(folder.path().join("motcua.partial"), "half").unwrap();
    drop(Store::open(&path, Access::Full).unwrap());
    let mut heard = Vec::new();
    let plan = DemoPlan { days: 2, ..PLAN };
    demo::create(&path, &catalogue(), plan, now, &mut |done| heard.push(done)).unwrap();
    assert_eq!(heard, [1, 2]);
    let before = std::fs::read(&path).unwrap();
    let refused = demo::create(&path, &catalogue(), plan, now, &mut |_| {});
    assert!(matches!(refused, Err(DemoError::AlreadyUsed)));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["motcua.db"]);
    // Somebody else's console is open on the empty file.
    let other = folder.path().join("other.db");
    let _console = Store::open(&other, Access::Full).unwrap();
    assert!(matches!(demo::create(&other, &catalogue(), plan, now, &mut |_| {}), Err(DemoError::InHand)));
    let none = DemoPlan { days: 0, ..PLAN };
    let refused = demo::create(&folder.path().join("none.db"), &catalogue(), none, now, &mut |_| {});
    assert!(matches!(refused, Err(DemoError::OutOfRange)));
    assert_eq!(Lang::En.demo_error(&refused.unwrap_err()), "Days are 1 to 10000, visits a day 1 to 2000.");
}

#[test]
fn a_full_room_and_an_empty_one_are_sound_too() {
    let folder = tempfile::tempdir().unwrap();
    for (name, per_day, days) in [("full", 1_200, 1), ("empty", 1, 6)] {
        let path = folder.path().join(name);
        std::fs::create_dir(&path).unwrap();
        let (store, report) = made(&path, DemoPlan { days, per_day, seed: 3 }, day("2026-11-20").at(18, 0));
        assert_eq!(report.visits, per_day * days);
        assert_eq!(store.check().unwrap().findings, []);
    }
}
