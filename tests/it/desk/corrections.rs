//! What was recorded wrongly of a visit that has ended is set right.

use motcua::desk::{Closing, Command};
use motcua::domain::{
    Assist, Code, LeaveReason, Op, Outcome, Refusal, ShiftPart, StageKind, StuckReason, VisitId,
};

use motcua::store::{Access, Store};

use crate::world::{BIRTH, COPIES, LODGING, Says, World, open_shift};

/// What a visit that has ended was helped with.
fn assists(desk: &mut motcua::desk::Desk, visit: VisitId) -> Vec<Assist> {
    desk.hold_out(Some(visit));
    desk.load().unwrap().corrected.unwrap().assists
}

fn correct(command: Command) -> Command {
    Command::Correct(Box::new(command))
}

#[test]
fn a_finished_visit_is_set_right_by_any_station_and_the_journal_says_from_what_to_what() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let visit = one.gives(BIRTH);
    one.serves_next();
    one.does(Command::Finish(visit));
    let assist = assists(&mut two, visit)[0].id;

    let stuck = Outcome::Stuck(StuckReason::MissingPapers);
    let plain = Command::SetOutcome(assist, stuck);
    assert!(matches!(two.refuses(plain.clone()), Refusal::AlreadyEnded { .. }));
    let op = two.does(correct(plain)).op;
    let Op::Corrected { to, was, .. } = &op else { panic!("{op:?}") };
    assert!(matches!(**to, Op::OutcomeSet { outcome, .. } if outcome == stuck));
    assert!(matches!(was.as_deref(), Some(Op::OutcomeSet { outcome: Outcome::Done, .. })));
    assert_eq!(assists(&mut two, visit)[0].outcome, stuck);

    two.does(correct(Command::AddAssist { visit, procedure: Code::new(COPIES) }));
    let added = assists(&mut two, visit)[1].clone();
    // It counts for whoever served, and as what is not said to have gone otherwise.
    assert_eq!((added.station.number(), added.outcome), (1, Outcome::Done));
    two.does(correct(Command::SetPersons { visit, persons: 3 }));
    two.does(correct(Command::RemoveAssist(assist)));
    let tally = two.tally(world.clock.day()).unwrap();
    assert_eq!((tally.persons, tally.assists, tally.proof.served), (3, 1, 1));

    // All of it can be undone, like any other deed.
    for _ in 0..4 {
        two.undo().unwrap();
    }
    let tally = one.tally(world.clock.day()).unwrap();
    assert_eq!((tally.persons, tally.assists), (1, 1));
    assert_eq!(assists(&mut one, visit)[0].outcome, Outcome::Done);
}

#[test]
fn how_a_visit_ended_is_set_right_but_nobody_is_served_afterwards_who_never_was() {
    let world = World::open();
    let mut desk = world.desk(1);
    let (served, gone) = (desk.gives(BIRTH), desk.gives(LODGING));
    desk.does(Command::Leave { visit: gone, why: LeaveReason::Mistake });
    desk.serves_next();
    desk.does(Command::Leave { visit: served, why: LeaveReason::WalkedOut });

    let set = |visit, why| correct(Command::SetEnding { visit, why });
    desk.does(set(gone, Some(LeaveReason::WalkedOut)));
    assert!(matches!(desk.refuses(set(gone, None)), Refusal::NeverServed { .. }));
    desk.does(set(served, None));
    assert_eq!(assists(&mut desk, served)[0].outcome, Outcome::Done);
    let tally = desk.tally(world.clock.day()).unwrap();
    assert_eq!((tally.proof.served, tally.proof.left, tally.proof.mistaken), (1, 1, 0));
    desk.does(set(served, Some(LeaveReason::WalkedOut)));
    assert_eq!(desk.tally(world.clock.day()).unwrap().proof.left, 2);
}

#[test]
fn an_open_visit_is_changed_and_not_corrected() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    let persons = Command::SetPersons { visit, persons: 2 };
    let refused = desk.refuses(correct(persons));
    assert!(matches!(refused, Refusal::NotEnded { stage: StageKind::Waiting, .. }), "{refused:?}");
    // Nor does it end by being said to have.
    let ended = Command::SetEnding { visit, why: None };
    assert!(matches!(desk.refuses(ended), Refusal::StillOpen { stage: StageKind::Waiting, .. }));
}

#[test]
fn who_left_after_all_was_not_helped_and_a_skill_has_no_dossier() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    let assist = desk.assist(visit);
    desk.does(Command::SetChannel(assist, motcua::domain::Channel::Paper));
    desk.does(Command::Finish(visit));
    desk.does(correct(Command::SetEnding { visit, why: Some(LeaveReason::WalkedOut) }));
    let tally = desk.tally(world.clock.day()).unwrap();
    assert_eq!((tally.proof.served, tally.filed, tally.proof.left), (0, 0, 1));
    desk.does(correct(Command::SetEnding { visit, why: None }));
    assert_eq!(desk.tally(world.clock.day()).unwrap().filed, 1);

    let skilled = desk.gives(crate::world::VNEID);
    desk.serves_next();
    let skill = desk.assist(skilled);
    let filed = Command::SetChannel(skill, motcua::domain::Channel::Paper);
    assert!(matches!(desk.refuses(filed), Refusal::NoDossier { .. }));
}

#[test]
fn a_return_within_one_shift_makes_no_shift_count_it_twice() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    desk.does(Command::Finish(visit));
    world.clock.minutes(10);
    desk.does(Command::Return(visit));
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let tally = desk.tally(world.clock.day()).unwrap();
    assert_eq!((tally.proof.served, tally.proof.returned, tally.proof.came_back), (1, 0, 0));
    assert!(tally.proof.holds());
}

#[test]
fn after_the_last_shift_and_on_a_later_day_it_is_still_set_right_where_it_ended() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let day = world.clock.day();
    desk.does(Command::CloseShift(Closing::default()));
    desk.does(correct(Command::SetPersons { visit, persons: 2 }));
    assert_eq!(desk.tally(day).unwrap().persons, 2);

    world.clock.minutes(24 * 60);
    desk.does(open_shift(ShiftPart::Morning));
    desk.does(correct(Command::SetPersons { visit, persons: 4 }));
    assert_eq!(desk.tally(day).unwrap().persons, 4);
    assert_eq!(desk.tally(world.clock.day()).unwrap().persons, 0);
    drop(desk);
    let report = Store::open(&world.file(), Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{report:?}");
}

/// The figures of each shift of a day, in their order.
fn shifts(desk: &motcua::desk::Desk, world: &World) -> Vec<motcua::domain::tally::Tally> {
    let spans = desk.shift_spans(world.clock.day()).unwrap();
    spans.into_iter().map(|span| desk.tally(span).unwrap()).collect()
}

#[test]
fn a_return_changes_nothing_in_a_closed_shift_and_the_shifts_add_up_to_the_day() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    let assist = desk.assist(visit);
    desk.does(Command::SetOutcome(assist, Outcome::Stuck(StuckReason::MissingPapers)));
    desk.does(Command::Finish(visit));
    world.clock.minutes(60);
    desk.does(Command::CloseShift(Closing::default()));
    let signed = shifts(&desk, &world).remove(0);

    world.clock.minutes(120);
    desk.does(open_shift(ShiftPart::Afternoon));
    let other = desk.gives(COPIES);
    desk.does(Command::Return(visit));
    // While it is open again the morning stands as it was signed.
    assert_eq!(shifts(&desk, &world)[0].numbers(), signed.numbers());
    for _ in 0..2 {
        let now = desk.serves_next();
        if now == visit {
            desk.does(Command::SetOutcome(assist, Outcome::Done));
        }
        desk.does(Command::Finish(now));
    }
    let _ = other;
    world.clock.minutes(60);
    desk.does(Command::CloseShift(Closing::default()));

    let by_shift = shifts(&desk, &world);
    assert_eq!(by_shift[0].numbers(), signed.numbers());
    let (morning, afternoon) = (&by_shift[0].proof, &by_shift[1].proof);
    assert_eq!((morning.issued, morning.served, morning.returned), (1, 1, 0));
    assert_eq!((afternoon.issued, afternoon.served, afternoon.returned, afternoon.carried_in), (1, 2, 1, 0));
    assert!(morning.holds() && afternoon.holds());
    let day = desk.tally(world.clock.day()).unwrap();
    assert_eq!((day.visits, day.proof.served, day.proof.returned, day.proof.came_back), (2, 2, 0, 1));
    assert!(day.proof.holds());
    assert_eq!(morning.served + afternoon.served, day.proof.served + day.proof.came_back);
    // The day has the last outcome, each shift its own.
    let stuck =
        |tally: &motcua::domain::tally::Tally| tally.stuck.iter().map(|(_, number)| number).sum::<u32>();
    assert_eq!((stuck(&by_shift[0]), stuck(&by_shift[1]), stuck(&day)), (1, 0, 0));
}

#[test]
fn a_sheet_that_is_printed_again_lists_what_was_corrected_since() {
    let world = World::open();
    let mut desk = world.desk(1);
    let day = world.clock.day();
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let later = desk.gives(COPIES);
    let report = desk.report(day).unwrap();
    desk.keep_printed("day", motcua::domain::Span::day(day), &report.tally.numbers()).unwrap();
    world.clock.minutes(5);
    desk.does(correct(Command::SetPersons { visit, persons: 2 }));
    desk.does(Command::Leave { visit: later, why: LeaveReason::WalkedOut });
    world.clock.minutes(5);
    desk.keep_printed("day", motcua::domain::Span::day(day), &report.tally.numbers()).unwrap();

    let last = desk.last_print("day", motcua::domain::Span::day(day)).unwrap().unwrap();
    assert_eq!((last.times, last.corrections.len()), (2, 1));
    let again = desk.report(day).unwrap().printed_again(&last);
    let (forms, _) = motcua::papers::forms::Forms::load(None);
    let span = motcua::domain::Span::day(day);
    let form = forms.get(motcua::papers::forms::usual_for(span)).unwrap();
    let paper =
        motcua::papers::paper_as(motcua::papers::Format::Text, form, &again, motcua::lang::Lang::Vi).unwrap();
    let paper = String::from_utf8(paper).unwrap();
    assert!(paper.contains("sửa: ghi A001: 2 người (trước: 1 người)"), "{paper}");
}
