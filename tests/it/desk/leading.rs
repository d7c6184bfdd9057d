//! What only a leader does where the leaders have a PIN, and how the PIN is said.

use std::time::Duration;

use motcua::desk::{CatalogueEdit, Closing, Command, Desk, DeskError, NewVisit, Receipt, Whose};
use motcua::domain::deadline::{Holidays, OfficeDays};
use motcua::domain::pin::Pin;
use motcua::domain::queue::QueueRules;
use motcua::domain::{
    Code, Counter, Letterhead, Office, Op, Refusal, ShiftPart, Station, StationNo, StuckReason, System,
    Targets, VolunteerFacts, VolunteerId,
};

use crate::world::{BIRTH, LODGING, Says, World, open_shift, refusal};

fn pin(digits: &str) -> Pin {
    Pin::parse(digits).unwrap()
}

fn refused(result: Result<Receipt, DeskError>) -> Option<Refusal> {
    refusal(result)
}

/// What is a leader's, each so that it can be done at the desk of these tests.
fn of_leaders() -> Vec<Command> {
    let office =
        Office {
            name: "Trung tâm thử".to_owned(), commune: "00004".to_owned(), team: "Nhóm thử".to_owned()
        };
    vec![
        Command::SetOffice(office),
        Command::SetLetterhead(Box::new(Letterhead {
            hours: "8 giờ đến 17 giờ".to_owned(),
            ..Letterhead::default()
        })),
        Command::SetWaitLimit(25),
        Command::SetTargets(Targets::default()),
        Command::SetOfficeDays(OfficeDays::default()),
        Command::TakeHolidays(Holidays::default()),
        Command::SetHamlets(vec!["Thôn Thử".to_owned()]),
        Command::SetReasons(vec!["Hết mẫu thử".to_owned()]),
        Command::SetPlaces(vec!["Công an thử".to_owned()]),
        Command::HideReason(StuckReason::ALL[0]),
        Command::OfferReason(StuckReason::ALL[0]),
        Command::SetQueueRules(QueueRules::default()),
        Command::SetStation(Box::new(Station {
            name: "Bàn thử".to_owned(),
            ..Station::plain(StationNo::FIRST)
        })),
        Command::AddVolunteer {
            name: "Đặng Thử Năm".to_owned(), facts: Box::new(VolunteerFacts::default())
        },
        Command::ChangeVolunteer {
            volunteer: VolunteerId(5),
            name: "Đặng Thử Sáu".to_owned(),
            facts: Box::new(VolunteerFacts::default()),
        },
        Command::RetireVolunteer(VolunteerId(5)),
        Command::BringBackVolunteer(VolunteerId(5)),
        Command::MergeVolunteers { volunteer: VolunteerId(5), into: VolunteerId(4) },
        Command::EditCatalogue(CatalogueEdit::Retire {
            code: Code::new(LODGING),
            last: "2027-01-31".parse().ok(),
        }),
    ]
}

/// What anybody does, PIN or not.
fn of_anyone() -> Vec<Command> {
    vec![
        Command::TakeNumber(NewVisit::plain(Code::new(BIRTH))),
        Command::CallNext(None),
        Command::Count(Counter::ALL[0]),
        Command::CloseStation(StationNo::FIRST),
        Command::OpenStation(StationNo::FIRST),
        Command::TurnSystem(System::ALL[0]),
        Command::StopNumbers,
        Command::GiveNumbers,
        Command::ChangeDuty { on_duty: vec![VolunteerId(1), VolunteerId(2)], since: None },
        Command::Sit { volunteer: VolunteerId(2) },
        Command::CloseShift(Closing::default()),
        open_shift(ShiftPart::Afternoon),
    ]
}

#[test]
fn without_a_pin_everybody_does_everything() {
    let world = World::open();
    let mut desk = world.desk(1);
    for command in of_leaders().into_iter().chain(of_anyone()) {
        let what = format!("{command:?}");
        assert_ne!(refused(desk.execute(command)), Some(Refusal::LeaderOnly), "{what}");
    }
}

#[test]
fn with_a_pin_a_leaders_deeds_wait_for_it_and_everybody_elses_do_not() {
    let world = World::open();
    world.desk(2).set_pin(&pin("4711")).unwrap();
    let mut desk = world.desk(1);
    for command in of_leaders() {
        assert_eq!(command.whose(), Whose::Leader);
        let what = format!("{command:?}");
        assert_eq!(desk.refuses(command), Refusal::LeaderOnly, "{what}");
    }
    assert_eq!(desk.journal(world.clock.day(), 1).unwrap()[0].op, Op::PinSet);
    for command in of_anyone() {
        assert_eq!(command.whose(), Whose::Anyone);
        desk.does(command);
    }
}

#[test]
fn what_a_leader_did_a_leader_undoes() {
    let world = World::open();
    let (mut desk, mut other) = (world.desk(1), world.desk(2));
    desk.set_pin(&pin("4711")).unwrap();
    for command in of_leaders() {
        let what = format!("{command:?}");
        let done = match desk.execute(command) {
            Ok(receipt) => receipt,
            Err(error) => panic!("{what}: {error}"),
        };
        desk.stop_leading();
        assert_eq!(refused(desk.undo()), Some(Refusal::LeaderOnly), "{what}");
        assert_eq!(refused(other.undo_alone(done.entry)), Some(Refusal::LeaderOnly), "{what}");
        desk.say_pin(&pin("4711")).unwrap();
        desk.undo().unwrap();
        desk.stop_leading();
        assert_eq!(refused(desk.redo()), Some(Refusal::LeaderOnly), "{what}");
        desk.say_pin(&pin("4711")).unwrap();
        desk.redo().unwrap();
    }
    // What was anybody's is anybody's to undo.
    desk.stop_leading();
    desk.gives(BIRTH);
    desk.undo().unwrap();
}

#[test]
fn past_days_are_for_a_leader_and_today_is_not() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    desk.does(Command::Finish(visit));
    let ticket = desk.card(visit).visit.ticket;
    desk.set_pin(&pin("4711")).unwrap();
    desk.stop_leading();
    let heads = |persons| Command::Correct(Box::new(Command::SetPersons { visit, persons }));
    assert_eq!(heads(2).whose(), Whose::LeaderOnPastDays);
    desk.does(heads(2));
    let day = world.clock.day();
    assert!(desk.life(day, ticket).unwrap().is_some());
    desk.does(Command::CloseShift(Closing::default()));

    world.clock.set("2026-11-23 07:30");
    desk.does(open_shift(ShiftPart::Morning));
    assert_eq!(desk.refuses(heads(3)), Refusal::LeaderOnly);
    assert!(matches!(desk.life(day, ticket), Err(DeskError::Refused(Refusal::LeaderOnly))));
    desk.say_pin(&pin("4711")).unwrap();
    desk.does(heads(3));
    assert!(desk.life(day, ticket).unwrap().is_some());
    desk.stop_leading();
    assert_eq!(refused(desk.undo()), Some(Refusal::LeaderOnly));
}

#[test]
fn each_wrong_pin_makes_the_next_try_wait_for_longer_also_after_a_new_start() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.set_pin(&pin("4711")).unwrap();
    desk.stop_leading();
    for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
        assert_eq!(refused(desk.say_pin(&pin("0000"))), Some(Refusal::PinWrong { seconds }));
        // The right one does not help before its time, nor at another station, nor after a new start.
        let mut other = world.desk(2);
        assert_eq!(refused(other.say_pin(&pin("4711"))), Some(Refusal::PinTooSoon { seconds }));
        assert!(!other.leads().unwrap());
        desk = world.desk(1);
        let seconds = u64::try_from(seconds).unwrap();
        world.clock.pass(Duration::from_secs(seconds - 1));
        assert_eq!(refused(desk.say_pin(&pin("4711"))), Some(Refusal::PinTooSoon { seconds: 1 }));
        world.clock.pass(Duration::from_secs(1));
    }
    desk.say_pin(&pin("4711")).unwrap();
    assert_eq!(refused(desk.say_pin(&pin("4712"))), Some(Refusal::PinWrong { seconds: 1 }));
    let ops: Vec<Op> =
        desk.journal(world.clock.day(), 3).unwrap().into_iter().map(|entry| entry.op).collect();
    assert_eq!(ops, [Op::PinMissed, Op::PinSaid, Op::PinMissed]);
}

#[test]
fn a_leader_is_here_until_the_keys_rest_or_somebody_else_sits_down() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.set_pin(&pin("4711")).unwrap();
    let says = |desk: &mut Desk| {
        desk.say_pin(&pin("4711")).unwrap();
        assert!(desk.leads().unwrap());
    };
    assert!(desk.leads().unwrap());
    world.clock.pass(Duration::from_mins(4));
    desk.touch();
    world.clock.pass(Duration::from_mins(4));
    assert!(desk.leads().unwrap());
    world.clock.pass(Duration::from_mins(1));
    assert!(!desk.leads().unwrap());
    desk.touch();
    assert!(!desk.leads().unwrap());

    says(&mut desk);
    desk.does(Command::Sit { volunteer: VolunteerId(3) });
    assert!(!desk.leads().unwrap());
    desk.does(Command::Sit { volunteer: VolunteerId(1) });
    assert!(!desk.leads().unwrap());
    says(&mut desk);
    // At this station alone.
    assert!(!world.desk(2).leads().unwrap());
    desk.does(Command::CloseShift(Closing::default()));
    assert!(!desk.leads().unwrap());
}

#[test]
fn the_pin_is_changed_and_dropped_by_a_leader_and_stands_in_one_place() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.set_pin(&pin("471100")).unwrap();
    desk.stop_leading();
    assert_eq!(refused(desk.set_pin(&pin("0000"))), Some(Refusal::LeaderOnly));
    assert_eq!(refused(desk.drop_pin()), Some(Refusal::LeaderOnly));
    desk.say_pin(&pin("471100")).unwrap();
    desk.set_pin(&pin("081500")).unwrap();
    desk.stop_leading();
    assert_eq!(refused(desk.say_pin(&pin("471100"))), Some(Refusal::PinWrong { seconds: 1 }));
    world.clock.pass(Duration::from_secs(1));
    desk.say_pin(&pin("081500")).unwrap();
    let raw = world.raw();
    let count = |sql: &str| raw.query_row::<i64, _, _>(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM journal_row WHERE tbl = 'leader_pin'"), 0);
    assert_eq!(count("SELECT count(*) FROM journal WHERE op LIKE '%0815%' OR op LIKE '%4711%'"), 0);
    // No undo brings a PIN back, or takes it away.
    let undone = desk.undo().unwrap().op;
    assert!(matches!(&undone, Op::Undone { of } if matches!(**of, Op::ShiftOpened { .. })), "{undone:?}");
    assert!(desk.load().unwrap().has_pin);
    desk.say_pin(&pin("081500")).unwrap();
    desk.drop_pin().unwrap();
    assert_eq!(refused(desk.drop_pin_as_owner()), Some(Refusal::NoPin));
    assert_eq!(refused(desk.say_pin(&pin("081500"))), Some(Refusal::NoPin));
    world.desk(2).does(Command::SetWaitLimit(30));
}
