//! A clock that goes wrong: set back by a minute, by years, or forward and back again.

use motcua::desk::{Closing, Command};
use motcua::domain::clock::{Doubt, Trust};
use motcua::domain::{LeaveReason, ShiftPart, StageKind};

use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, VOLUNTEERS, World, open_shift, set_up, stamp};

/// Everything a visit can go through, while `turn` sets the clock in between.
fn a_visit_goes_its_way(world: &World, turn: impl Fn()) {
    let mut desk = world.desk(1);
    let (visit, other) = (desk.gives_named(BIRTH, "Người Thử"), desk.gives(COPIES));
    turn();
    assert_eq!(desk.does(Command::CallNext(None)).visit, Some(visit));
    turn();
    desk.does(Command::Recall(visit));
    desk.does(Command::PutBack(visit));
    turn();
    assert_eq!(desk.does(Command::CallNext(None)).visit, Some(visit));
    desk.does(Command::Appear(visit));
    turn();
    let assist = desk.assist(visit);
    desk.does(Command::ToggleStep { assist, step: 0 });
    desk.does(Command::Hold(visit));
    turn();
    desk.does(Command::Resume(visit));
    turn();
    desk.does(Command::Finish(visit));
    desk.undo().unwrap();
    desk.redo().unwrap();
    turn();
    desk.gives(BIRTH);
    desk.does(Command::Leave { visit: other, why: LeaveReason::WalkedOut });
    desk.does(Command::CloseShift(Closing::default()));
    turn();
    desk.does(open_shift(ShiftPart::Afternoon));
    desk.serves_next();
    for day in ["2026-11-20", "2026-11-21", "2019-01-01", "2033-01-01"] {
        let proof = desk.tally(day.parse::<motcua::domain::Day>().unwrap()).unwrap().proof;
        assert!(proof.holds(), "{day}: {proof:?}");
    }
    let model = desk.load().unwrap();
    assert_eq!(model.figures().in_hand, 1);
    assert!(model.in_hand().is_some());
}

#[test]
fn a_clock_set_back_by_a_minute_each_time_breaks_nothing() {
    let world = World::open();
    world.clock.set("2026-11-21 12:00");
    let minute = std::cell::Cell::new(60);
    a_visit_goes_its_way(&world, || {
        minute.set(minute.get() - 1);
        world.clock.set(&format!("2026-11-21 11:{:02}", minute.get()));
    });
}

#[test]
fn a_clock_that_lost_its_battery_breaks_nothing() {
    let world = World::open();
    let turns = std::cell::Cell::new(0);
    a_visit_goes_its_way(&world, || {
        turns.set(turns.get() + 1);
        // The undo and the redo are of one day; every other turn is a jump.
        world.clock.set(match turns.get() {
            1 | 5 => "2019-01-01 00:00",
            2 | 6 | 7 => "2026-11-21 09:00",
            3 => "2033-01-01 03:00",
            _ => "2026-11-20 23:59",
        });
    });
}

#[test]
fn a_shift_of_a_wrong_year_is_carried_on_until_somebody_says_the_day() {
    let world = World::empty();
    world.clock.set("2033-01-01 08:00");
    let mut desk = world.desk(1);
    desk.does(set_up(&VOLUNTEERS));
    desk.does(open_shift(ShiftPart::Morning));
    let called = desk.gives(BIRTH);
    let waiting = desk.gives_named(COPIES, "Người Thử");
    desk.does(Command::CallNext(None));
    // Somebody sets the clock right. The file knows no better than that time ran backwards: the day stays, and is doubted.
    world.clock.set("2026-11-21 08:05");
    let model = desk.load().unwrap();
    assert_eq!(model.day, "2033-01-01".parse().unwrap());
    assert_eq!(model.in_hand().map(|card| card.visit.id), Some(called));
    assert_eq!(desk.clock().reading().trust, Trust::Doubtful(Doubt::Behind));
    // Who was waiting still waits once it was said, on screen as in the file.
    desk.say_time(stamp("2026-11-21 08:05")).unwrap();
    let model = desk.load().unwrap();
    assert_eq!((model.day, desk.clock().reading().trust), (world.clock.day(), Trust::Right));
    assert_eq!(model.in_hand().map(|card| card.visit.id), Some(called));
    assert_eq!(model.queue, [waiting]);
    let card = model.card(waiting).unwrap();
    assert_eq!(card.name.as_deref(), Some("Người Thử"));
    assert_eq!(card.needs.len(), 1);
    desk.does(Command::Appear(called));
    desk.does(Command::Finish(called));
    assert_eq!(desk.serves_next(), waiting);
    desk.does(Command::Finish(waiting));
    // They were given and served on the day that their numbers say.
    let wrong = desk.tally("2033-01-01".parse::<motcua::domain::Day>().unwrap()).unwrap();
    assert_eq!((wrong.proof.issued, wrong.proof.served, wrong.proof.open), (2, 2, 0));
    let right = desk.tally(world.clock.day()).unwrap();
    assert_eq!((right.proof.carried_in, right.proof.issued), (0, 0));
    assert!(wrong.proof.holds() && right.proof.holds());
}

#[test]
fn nobody_is_overtaken_because_the_clock_was_set_back() {
    let world = World::open();
    let mut desk = world.desk(1);
    world.clock.set("2026-11-21 09:00");
    let first = desk.gives(BIRTH);
    world.clock.set("2026-11-21 08:58");
    let second = desk.gives(LODGING);
    world.clock.set("2026-11-21 09:10");
    let third = desk.gives(VNEID);
    assert_eq!(desk.load().unwrap().queue, [first, second, third]);
    assert_eq!(desk.does(Command::CallNext(None)).visit, Some(first));
}

#[test]
fn waits_are_never_negative() {
    let world = World::open();
    let mut desk = world.desk(1);
    world.clock.set("2026-11-21 09:00");
    let visit = desk.gives(BIRTH);
    world.clock.set("2026-11-21 08:00");
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let tally = desk.tally(world.clock.day()).unwrap();
    assert_eq!((tally.waits.longest, tally.services.longest), (0, 0));
    assert_eq!(desk.load().unwrap().in_stage(StageKind::Done).count(), 1);
}
