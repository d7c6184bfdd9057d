//! Shifts, the people on duty, and what one shift leaves to the next.

use motcua::desk::{Closing, Command};
use motcua::domain::{LeaveReason, Op, ShiftPart, StageKind, VolunteerId};

use crate::world::{BIRTH, COPIES, Says, World, open_shift};

#[test]
fn a_person_picked_twice_is_on_duty_once() {
    let world = World::set_up();
    let mut desk = world.desk(1);
    let [a, b] = [VolunteerId(1), VolunteerId(2)];
    let twice = Command::OpenShift { part: ShiftPart::Morning, on_duty: vec![b, a, b] };
    assert_eq!(desk.does(twice).op, Op::ShiftOpened { part: ShiftPart::Morning, on_duty: 2 });
    assert_eq!(desk.load().unwrap().shift.unwrap().on_duty(), [b, a]);
    assert_eq!(
        desk.does(Command::ChangeDuty { on_duty: vec![a, a], since: None }).op,
        Op::DutyChanged { on_duty: 1 }
    );
    assert_eq!(desk.load().unwrap().shift.unwrap().on_duty(), [a]);
}

#[test]
fn who_sits_at_a_station_signs_for_what_it_does() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    assert_eq!(one.load().unwrap().me, Some(VolunteerId(1)));
    // Nobody has sat down at station 2 yet: the first who does not sit elsewhere.
    assert_eq!(two.load().unwrap().me, Some(VolunteerId(2)));
    two.does(Command::Sit { volunteer: VolunteerId(4) });
    let visit = two.gives(BIRTH);
    two.serves_next();
    assert_eq!(two.card(visit).visit.stage.by(), Some(VolunteerId(4)));
    let journal = one.journal(world.clock.day(), 1).unwrap();
    assert_eq!(journal[0].by, Some(VolunteerId(4)));
    // Gone home: the station is somebody else's.
    one.does(Command::ChangeDuty { on_duty: vec![VolunteerId(1), VolunteerId(3)], since: None });
    assert_eq!(two.load().unwrap().me, Some(VolunteerId(3)));
}

#[test]
fn the_next_shift_finds_the_items_and_the_carried_visits() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let waiting = one.gives(BIRTH);
    let gone = one.gives(BIRTH);
    let serving = two.gives(COPIES);
    two.does(Command::Leave { visit: gone, why: LeaveReason::WalkedOut });
    let called = one.does(Command::CallNext(None)).visit.unwrap();
    assert_eq!(called, waiting);
    two.serves_next();
    let note = "\r\nMáy in hết giấy.\r\n  Hồ sơ để ở ngăn 2\u{1b}[31m\n\n".to_owned();
    // A visit that a neighbour has in hand can be ended at close as well.
    let ended = vec![(serving, LeaveReason::OfficeClosed)];
    let closed = one.does(Command::CloseShift(Closing { note, ended, ..Closing::default() })).op;
    assert_eq!(
        closed,
        Op::ShiftClosed { part: ShiftPart::Morning, carried: 1, left: 1, guessed: 0, estimated: None }
    );

    let model = two.load().unwrap();
    assert!(model.shift.is_none());
    assert_eq!(model.last_on_duty.len(), 4);
    let pending = model.handover.unwrap();
    assert_eq!((pending.part, pending.by, pending.untaken), (ShiftPart::Morning, VolunteerId(1), 3));
    assert_eq!(two.handed_words(), "Máy in hết giấy.\nHồ sơ để ở ngăn 2[31m");
    assert_eq!(two.handed_visits(), [waiting]);

    world.clock.set("2026-11-23 13:30");
    two.does(open_shift(ShiftPart::Afternoon));
    let model = two.load().unwrap();
    // Nobody took it: it stays to be taken.
    assert_eq!(model.handover.map(|pending| (pending.untaken, pending.is_taken)), Some((3, false)));
    // Called at station 1 two days ago, and still in its hand.
    assert_eq!(model.card(waiting).unwrap().visit.stage.kind(), StageKind::Called);
    assert_eq!(one.load().unwrap().in_hand().map(|card| card.visit.id), Some(waiting));
    one.does(Command::Appear(waiting));
    one.does(Command::Finish(waiting));
}

#[test]
fn a_shift_that_nobody_closed_is_closed_the_next_morning() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    world.clock.set("2026-11-22 07:30");
    let model = desk.load().unwrap();
    assert_eq!(model.shift.map(|shift| shift.day.to_string()).as_deref(), Some("2026-11-21"));
    desk.does(Command::CloseShift(Closing::default()));
    desk.does(open_shift(ShiftPart::Morning));
    assert_eq!(desk.serves_next(), visit);
}
