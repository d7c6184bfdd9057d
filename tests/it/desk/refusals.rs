//! Every refusal a command can meet, and that a refused command changes nothing.

use motcua::desk::{Closing, Command, NewVisit};
use motcua::domain::{
    AssistId, Code, LeaveReason, Op, Person, Refusal, ShiftPart, StageKind, StationNo, Ticket, VolunteerId,
};
use motcua::lang::Lang;

use crate::world::{BIRTH, COPIES, Says, VNEID, VOLUNTEERS, World, open_shift, refusal, set_up};

fn ticket(text: &str) -> Ticket {
    let (series, number) = text.split_at(1);
    let letter = series.chars().next().unwrap();
    Ticket { series: letter.try_into().unwrap(), number: number.parse().unwrap() }
}

fn number(needs: &[(&str, u16)], persons: u16) -> Command {
    let needs = needs.iter().map(|(code, quantity)| (Code::new(*code), *quantity)).collect();
    Command::TakeNumber(NewVisit {
        needs,
        persons,
        priority: None,
        name: None,
        person: Person::default(),
        returns_of: None,
        booked: None,
        note: None,
    })
}

fn opening(on_duty: &[i64]) -> Command {
    let on_duty = on_duty.iter().copied().map(VolunteerId).collect();
    Command::OpenShift { part: ShiftPart::Morning, on_duty }
}

#[test]
fn before_a_shift_is_open_nothing_is_done_for_anybody() {
    let world = World::set_up();
    let mut desk = world.desk(1);
    for command in [
        Command::TakeNumber(NewVisit::plain(Code::new(BIRTH))),
        Command::ServeNow { new: NewVisit::plain(Code::new(BIRTH)), why: None },
        Command::OneParty(NewVisit::plain(Code::new(BIRTH))),
        Command::CallNext(None),
        Command::Sit { volunteer: VolunteerId(1) },
        Command::ChangeDuty { on_duty: vec![VolunteerId(1)], since: None },
        Command::CloseShift(Closing::default()),
    ] {
        assert_eq!(desk.refuses(command), Refusal::NoShift);
    }
}

#[test]
fn what_carried_visits_need_is_only_changed_in_somebody_s_name() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    let assist = desk.assist(visit);
    desk.does(Command::CloseShift(Closing::default()));
    for command in [
        Command::SetPersons { visit, persons: 2 },
        Command::AddAssist { visit, procedure: Code::new(COPIES) },
        Command::RemoveAssist(assist),
        Command::ToggleStep { assist, step: 0 },
        Command::SetQuantity { assist, quantity: 2 },
        Command::Finish(visit),
    ] {
        assert_eq!(desk.refuses(command), Refusal::NoShift);
    }
}

#[test]
fn a_shift_opens_once_with_people_of_the_roster() {
    let world = World::set_up();
    let mut desk = world.desk(1);
    assert_eq!(desk.refuses(opening(&[])), Refusal::NobodyOnDuty);
    assert_eq!(desk.refuses(opening(&[1, 77])), Refusal::UnknownVolunteer);
    desk.does(opening(&[1, 2]));
    assert_eq!(desk.refuses(opening(&[1, 2])), Refusal::ShiftOpen);
    assert_eq!(desk.refuses(Command::ChangeDuty { on_duty: vec![], since: None }), Refusal::NobodyOnDuty);
    assert_eq!(desk.refuses(Command::Sit { volunteer: VolunteerId(3) }), Refusal::NotOnDuty);
    desk.does(Command::CloseShift(Closing::default()));
    desk.does(opening(&[1]));
}

#[test]
fn the_roster_holds_each_name_once_and_no_empty_one() {
    let world = World::empty();
    let mut desk = world.desk(1);
    assert_eq!(desk.refuses(set_up(&[])), Refusal::NameMissing);
    assert_eq!(desk.refuses(set_up(&["Nguyễn Thử Một", " \u{200b} "])), Refusal::NameMissing);
    // A refused start leaves nothing behind: neither the office nor the first of its names.
    assert_eq!(desk.load().unwrap().office, None);
    desk.does(set_up(&VOLUNTEERS));
    // The same name typed with separate marks is the same name.
    let decomposed = Command::AddVolunteer {
        name: "Nguye\u{302}\u{303}n  Thu\u{309}\u{31b} Một".into(),
        facts: Box::default(),
    };
    assert_eq!(desk.refuses(decomposed), Refusal::NameTaken);
    assert_eq!(
        desk.refuses(Command::AddVolunteer { name: "\t".into(), facts: Box::default() }),
        Refusal::NameMissing
    );
    assert_eq!(desk.load().unwrap().volunteers.len(), VOLUNTEERS.len());
}

#[test]
fn a_number_needs_something_the_desk_knows_and_a_head_count_that_can_be() {
    let world = World::open();
    let mut desk = world.desk(1);
    for (command, reason) in [
        (number(&[], 1), Refusal::NoNeed),
        (number(&[(BIRTH, 1)], 0), Refusal::PersonsOutOfRange),
        (number(&[(BIRTH, 1)], 1_000), Refusal::PersonsOutOfRange),
        (number(&[(BIRTH, 0)], 1), Refusal::QuantityOutOfRange),
        (number(&[(BIRTH, 10_000)], 1), Refusal::QuantityOutOfRange),
        (number(&[(COPIES, 6_000), (COPIES, 6_000)], 1), Refusal::QuantityOutOfRange),
        (number(&[("9.999999", 1)], 1), Refusal::UnknownProcedure),
        (number(&[(BIRTH, 1), ("9.999999", 1)], 1), Refusal::UnknownProcedure),
    ] {
        assert_eq!(desk.refuses(command), reason);
    }
    // A number that was refused was not drawn either.
    let visit = desk.gives(BIRTH);
    assert_eq!(desk.ticket(visit), "A001");
    assert_eq!(desk.refuses(Command::SetPersons { visit, persons: 0 }), Refusal::PersonsOutOfRange);
    desk.does(Command::SetPersons { visit, persons: 999 });
    let most = desk.does(number(&[(COPIES, 9_999)], 999)).visit.unwrap();
    desk.undo().unwrap();
    desk.redo().unwrap();
    let card = desk.card(most);
    assert_eq!((card.visit.persons, card.needs.as_slice()), (999, [(Code::new(COPIES), 9_999)].as_slice()));
}

#[test]
fn a_series_ends_at_its_last_number() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    world.raw().execute("UPDATE counter SET last = 9998 WHERE series = 'A'", []).unwrap();
    let visit = desk.gives(BIRTH);
    assert_eq!(desk.ticket(visit), "A9999");
    assert_eq!(desk.refuses(number(&[(BIRTH, 1)], 1)), Refusal::SeriesFull);
    desk.gives(COPIES);
}

#[test]
fn each_stage_refuses_what_is_not_its_own_and_says_where_the_party_stands() {
    let world = World::open();
    let mut desk = world.desk(1);
    assert_eq!(desk.refuses(Command::CallNext(None)), Refusal::NobodyWaiting);
    let visit = desk.gives(BIRTH);
    let ticket = ticket("A001");

    let stage = StageKind::Waiting;
    assert_eq!(desk.refuses(Command::Recall(visit)), Refusal::NotCalled { ticket, stage });
    assert_eq!(desk.refuses(Command::Appear(visit)), Refusal::NotCalled { ticket, stage });
    assert_eq!(desk.refuses(Command::Hold(visit)), Refusal::NotServing { ticket, stage });
    assert_eq!(desk.refuses(Command::Resume(visit)), Refusal::NotHeld { ticket, stage });
    assert_eq!(desk.refuses(Command::PutBack(visit)), Refusal::NotTaken { ticket, stage });
    assert_eq!(desk.refuses(Command::Finish(visit)), Refusal::NotServing { ticket, stage });

    desk.gives(COPIES);
    desk.does(Command::CallNext(None));
    let stage = StageKind::Called;
    assert_eq!(desk.refuses(Command::CallNext(None)), Refusal::StationBusy { ticket, stage });
    assert_eq!(desk.refuses(Command::Finish(visit)), Refusal::NotServing { ticket, stage });
    desk.does(Command::Appear(visit));
    let stage = StageKind::Serving;
    assert_eq!(desk.refuses(Command::CallNext(None)), Refusal::StationBusy { ticket, stage });
    assert_eq!(desk.refuses(Command::Recall(visit)), Refusal::NotCalled { ticket, stage });
    desk.does(Command::Hold(visit));
    let other = desk.serves_next();
    assert!(matches!(desk.refuses(Command::Resume(visit)), Refusal::StationBusy { .. }));
    desk.does(Command::Finish(other));
    desk.does(Command::Resume(visit));
    desk.does(Command::Finish(visit));

    let stage = StageKind::Done;
    let leave = Command::Leave { visit, why: LeaveReason::WalkedOut };
    assert_eq!(desk.refuses(leave), Refusal::AlreadyEnded { ticket, stage });
    let persons = Command::SetPersons { visit, persons: 2 };
    assert_eq!(desk.refuses(persons), Refusal::AlreadyEnded { ticket, stage });
    let add = Command::AddAssist { visit, procedure: Code::new(VNEID) };
    assert_eq!(desk.refuses(add), Refusal::AlreadyEnded { ticket, stage });
    let closing = Closing {
        note: String::new(),
        ended: vec![(visit, LeaveReason::OfficeClosed)],
        ..Closing::default()
    };
    assert_eq!(desk.refuses(Command::CloseShift(closing)), Refusal::AlreadyEnded { ticket, stage });
    assert!(desk.load().unwrap().shift.is_some());
}

#[test]
fn what_another_station_has_in_hand_is_left_to_it() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let visit = one.gives(BIRTH);
    one.does(Command::CallNext(None));
    let elsewhere = Refusal::AtAnotherStation { ticket: ticket("A001"), station: StationNo::FIRST };
    for _ in 0..2 {
        for command in [
            Command::Recall(visit),
            Command::Appear(visit),
            Command::Hold(visit),
            Command::PutBack(visit),
            Command::Finish(visit),
            Command::Leave { visit, why: LeaveReason::NoShow },
        ] {
            assert_eq!(two.refuses(command), elsewhere);
        }
        // The same once more while it is being served.
        let _ = one.execute(Command::Appear(visit));
    }
    // A party that was put aside may be taken up anywhere.
    one.does(Command::Hold(visit));
    two.does(Command::Resume(visit));
    two.does(Command::Finish(visit));
}

#[test]
fn the_checklist_refuses_what_is_not_in_it() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(COPIES);
    desk.serves_next();
    let assist = desk.assist(visit);
    let steps = desk.catalogue().get(&Code::new(COPIES)).unwrap().step_count();
    let unknown = Command::AddAssist { visit, procedure: Code::new("9.999999") };
    for (command, reason) in [
        (unknown, Refusal::UnknownProcedure),
        (Command::ToggleStep { assist, step: steps }, Refusal::UnknownStep),
        (Command::SetQuantity { assist, quantity: 0 }, Refusal::QuantityOutOfRange),
        (Command::SetQuantity { assist, quantity: 10_000 }, Refusal::QuantityOutOfRange),
        (Command::RemoveAssist(AssistId(999)), Refusal::AssistGone),
        (Command::ToggleStep { assist: AssistId(999), step: 0 }, Refusal::AssistGone),
    ] {
        assert_eq!(desk.refuses(command), reason);
    }
    desk.does(Command::SetQuantity { assist, quantity: 9_999 });
    let more = Command::AddAssist { visit, procedure: Code::new(COPIES) };
    assert_eq!(desk.refuses(more), Refusal::QuantityOutOfRange);
    desk.does(Command::RemoveAssist(assist));
    assert_eq!(desk.refuses(Command::RemoveAssist(assist)), Refusal::AssistGone);
    desk.undo().unwrap();
    desk.does(Command::Finish(visit));
    let ended = Refusal::AlreadyEnded { ticket: ticket("B001"), stage: StageKind::Done };
    assert_eq!(desk.refuses(Command::ToggleStep { assist, step: 0 }), ended);
}

#[test]
fn a_visit_whose_number_was_taken_back_is_gone_for_the_other_stations() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let visit = one.gives(BIRTH);
    one.undo().unwrap();
    assert_eq!(two.refuses(Command::Leave { visit, why: LeaveReason::Mistake }), Refusal::VisitGone);
    assert_eq!(two.refuses(Command::SetPersons { visit, persons: 2 }), Refusal::VisitGone);
    let add = Command::AddAssist { visit, procedure: Code::new(COPIES) };
    assert_eq!(two.refuses(add), Refusal::VisitGone);
    assert_eq!(two.refuses(Command::CallNext(None)), Refusal::NobodyWaiting);
}

#[test]
fn turning_back_ends_where_the_day_began() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    assert_eq!(refusal(one.redo()), Some(Refusal::NothingToRedo));
    assert_eq!(refusal(two.undo()), Some(Refusal::NothingToUndo));
    one.gives(BIRTH);
    two.does(Command::CallNext(None));
    assert!(matches!(refusal(one.undo()), Some(Refusal::ChangedSince { .. })));
}

#[test]
fn a_key_that_repeats_makes_one_thing_and_not_two() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    desk.gives(COPIES);
    let visit = desk.does(Command::CallNext(None)).visit.unwrap();
    assert!(matches!(desk.refuses(Command::CallNext(None)), Refusal::StationBusy { .. }));
    for command in
        [Command::Appear(visit), Command::Hold(visit), Command::Resume(visit), Command::Finish(visit)]
    {
        desk.does(command.clone());
        desk.refuses(command);
    }
    desk.does(Command::CloseShift(Closing::default()));
    assert_eq!(desk.refuses(Command::CloseShift(Closing::default())), Refusal::NoShift);
    desk.does(open_shift(ShiftPart::Afternoon));
    assert_eq!(desk.refuses(open_shift(ShiftPart::Afternoon)), Refusal::ShiftOpen);
    // Each was entered once, and no refusal was entered at all.
    let journal = desk.journal(world.clock.day(), 100).unwrap();
    let finished = journal.iter().filter(|entry| matches!(entry.op, Op::Finished { .. })).count();
    let opened = journal.iter().filter(|entry| matches!(entry.op, Op::ShiftOpened { .. })).count();
    assert_eq!((finished, opened, journal.len()), (1, 2, 11));
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let (ticket, stage, station) = (ticket("A001"), StageKind::Called, StationNo::FIRST);
    let op = || Box::new(Op::Called { ticket });
    for refusal in [
        Refusal::NoShift,
        Refusal::ShiftOpen,
        Refusal::NobodyOnDuty,
        Refusal::NotOnDuty,
        Refusal::NobodyWaiting,
        Refusal::StationBusy { ticket, stage },
        Refusal::AtAnotherStation { ticket, station },
        Refusal::NotWaiting { ticket, stage },
        Refusal::AlreadyEnded { ticket, stage },
        Refusal::VisitGone,
        Refusal::ItemEmpty,
        Refusal::ItemGone,
        Refusal::ItemHandedOver,
        Refusal::ItemOfAnother,
        Refusal::HandoverGone,
        Refusal::NothingTaken,
        Refusal::DeedMissing,
        Refusal::NothingEarlier,
        Refusal::NothingToUndo,
        Refusal::ChangedSince { op: op(), by: op(), station },
    ] {
        let (vi, en) = (Lang::Vi.refusal(&refusal), Lang::En.refusal(&refusal));
        assert!(vi.ends_with('.') && en.ends_with('.') && vi != en, "{vi} {en}");
        assert_eq!(vi.contains("A001"), en.contains("A001"));
    }
}
