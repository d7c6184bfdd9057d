//! Undo and redo: whatever was done, every row comes back as it was.

use std::fmt::Write as _;
use std::path::Path;

use motcua::desk::{Closing, Command, Desk, NewVisit, WhereTo};
use motcua::domain::Counter;
use motcua::domain::queue::{Destination, OutOfTurn, QueueRules, Ratio};
use motcua::domain::{
    Assist, AssistId, Channel, Code, How, LeaveReason, Op, Outcome, Payment, PhoneNumber, Priority, Reasons,
    Refusal, Series, ShiftPart, Station, StationNo, TeamRole, Visit, VisitId, VolunteerFacts, VolunteerId,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::world::{self, BIRTH, COPIES, LODGING, Says, VNEID, World, open_shift, refusal};

/// Every journalled table, row by row, as text: what undo has to bring back.
fn rows(file: &Path) -> String {
    let raw = rusqlite::Connection::open(file).unwrap();
    let mut names = raw
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
             AND name NOT IN ('clock_doubt', 'counter', 'journal', 'journal_row', 'journal_run', 'leader_pin', 'name_used',
                 'printed', 'row_sum', 'slip', 'wal_tie') ORDER BY name",
        )
        .unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(names.len(), 32, "{names:?}");
    let mut text = String::new();
    for name in names {
        let mut table = raw.prepare(&format!("SELECT * FROM {name} ORDER BY id")).unwrap();
        let columns = table.column_count();
        let mut found = table.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            write!(text, "{name}").unwrap();
            for column in 0..columns {
                write!(text, " {:?}", row.get::<_, rusqlite::types::Value>(column).unwrap()).unwrap();
            }
            text.push('\n');
        }
    }
    text
}

/// The file's own account of itself: no row without its parent, no page astray, and the day's numbers come out even.
fn is_sound(file: &Path, desk: &Desk) -> Result<(), TestCaseError> {
    let raw = rusqlite::Connection::open(file).unwrap();
    let orphans: i64 =
        raw.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    prop_assert_eq!(orphans, 0);
    let whole: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    prop_assert_eq!(whole, "ok");
    let proof = desk.tally("2026-11-21".parse::<motcua::domain::Day>().unwrap()).unwrap().proof;
    prop_assert!(proof.holds(), "{:?}", proof);
    Ok(())
}

/// Something a person may want, before it is known which visits there are.
#[derive(Clone, Debug)]
enum Wish {
    Take {
        needs: Vec<(&'static str, u16)>,
        persons: u16,
        priority: Option<Priority>,
        named: bool,
        booked: Option<u32>,
    },
    /// The same number as the last wish for one, helped on the spot.
    ServeNow(&'static str, Option<Priority>, Option<OutOfTurn>),
    OneParty(&'static str),
    CallNext,
    Ask,
    Visit(VisitWish, Index),
    Assist(AssistWish, Index),
    Duty(Vec<i64>),
    Sit(i64),
    Join(u8),
    Rename(i64, u8),
    Retire(i64),
    BringBack(i64),
    Merge(i64, i64),
    Rules(u8, u8),
    Station(u8, &'static str),
    Turn(u8, bool),
    Close {
        end: bool,
        note: String,
    },
    Open,
}

#[derive(Clone, Copy, Debug)]
enum VisitWish {
    Recall,
    Appear,
    Hold,
    Resume,
    PutBack,
    Leave(LeaveReason),
    Finish,
    FinishAndCall,
    CallOutOfTurn(OutOfTurn),
    NextPlease,
    ComeBack,
    Transfer(Destination),
    SendOn(&'static str),
    Persons(u16),
    Add(&'static str),
    Note(&'static str),
}

#[derive(Clone, Copy, Debug)]
enum AssistWish {
    Remove,
    Step(u8),
    Quantity(u16),
    How(How),
    Channel(Channel),
    Payment(Payment),
    Outcome(Outcome),
    Refer(&'static str),
}

fn code() -> impl Strategy<Value = &'static str> {
    select(&[BIRTH, COPIES, LODGING, VNEID, "KHAC"][..])
}

fn visit_wish() -> impl Strategy<Value = VisitWish> {
    prop_oneof![
        1 => Just(VisitWish::Recall),
        5 => Just(VisitWish::Appear),
        2 => Just(VisitWish::Hold),
        2 => Just(VisitWish::Resume),
        2 => Just(VisitWish::PutBack),
        1 => select(LeaveReason::ALL).prop_map(VisitWish::Leave),
        2 => Just(VisitWish::Finish),
        1 => Just(VisitWish::FinishAndCall),
        2 => select(OutOfTurn::ALL).prop_map(VisitWish::CallOutOfTurn),
        2 => Just(VisitWish::NextPlease),
        3 => Just(VisitWish::ComeBack),
        3 => destination().prop_map(VisitWish::Transfer),
        1 => select(vec!["", "Tòa án"]).prop_map(VisitWish::SendOn),
        1 => (0u16..4).prop_map(VisitWish::Persons),
        3 => code().prop_map(VisitWish::Add),
        2 => select(&["", "gọi to", "đi xe lăn \"2\""][..]).prop_map(VisitWish::Note),
    ]
}

fn destination() -> impl Strategy<Value = Destination> {
    prop_oneof![
        select(vec!['A', 'K']).prop_map(|letter| Destination::Series(Series::new(letter).unwrap())),
        (1u8..4).prop_map(|station| Destination::Station(StationNo::new(station).unwrap())),
        Just(Destination::Anywhere),
    ]
}

fn assist_wish() -> impl Strategy<Value = AssistWish> {
    prop_oneof![
        1 => Just(AssistWish::Remove),
        4 => (0u8..9).prop_map(AssistWish::Step),
        1 => prop_oneof![0u16..101, 9_998u16..10_002].prop_map(AssistWish::Quantity),
        1 => select(How::ALL).prop_map(AssistWish::How),
        1 => select(Channel::ALL).prop_map(AssistWish::Channel),
        1 => select(Payment::ALL).prop_map(AssistWish::Payment),
        2 => select(Outcome::choices(&Reasons::default())).prop_map(AssistWish::Outcome),
        1 => select(vec!["", "Tòa án", "Phòng công chứng"]).prop_map(AssistWish::Refer),
    ]
}

fn wish() -> impl Strategy<Value = Wish> {
    let take = (
        prop::collection::vec((code(), 1u16..4), 1..3),
        1u16..4,
        prop::option::of(select(Priority::ALL)),
        any::<bool>(),
        prop::option::weighted(0.2, 7u32..10),
    );
    prop_oneof![
        6 => take.prop_map(|(needs, persons, priority, named, booked)| Wish::Take { needs, persons, priority, named, booked }),
        2 => (code(), prop::option::of(select(Priority::ALL)), prop::option::of(select(OutOfTurn::ALL)))
            .prop_map(|(need, priority, why)| Wish::ServeNow(need, priority, why)),
        2 => code().prop_map(Wish::OneParty),
        6 => Just(Wish::CallNext),
        2 => Just(Wish::Ask),
        16 => (visit_wish(), any::<Index>()).prop_map(|(wish, at)| Wish::Visit(wish, at)),
        10 => (assist_wish(), any::<Index>()).prop_map(|(wish, at)| Wish::Assist(wish, at)),
        1 => prop::collection::vec(1i64..5, 1..4).prop_map(Wish::Duty),
        1 => (1i64..5).prop_map(Wish::Sit),
        1 => (0u8..3).prop_map(Wish::Join),
        1 => (1i64..7, 0u8..3).prop_map(|(who, number)| Wish::Rename(who, number)),
        1 => (1i64..7).prop_map(Wish::Retire),
        1 => (1i64..7).prop_map(Wish::BringBack),
        1 => (1i64..7, 1i64..7).prop_map(|(one, into)| Wish::Merge(one, into)),
        1 => (1u8..4, 0u8..4).prop_map(|(ratio, calls)| Wish::Rules(ratio, calls)),
        1 => (1u8..4, select(vec!["", "A", "AK"])).prop_map(|(station, series)| Wish::Station(station, series)),
        1 => (1u8..4, any::<bool>()).prop_map(|(station, is_open)| Wish::Turn(station, is_open)),
        1 => (any::<bool>(), "[a-zđấ'\"\\\\{}\n]{0,12}").prop_map(|(end, note)| Wish::Close { end, note }),
        2 => Just(Wish::Open),
    ]
}

/// The wish as a command about what there is now; `None` when it is about nothing.
fn command(desk: &mut Desk, wish: &Wish) -> Option<Command> {
    let model = desk.load().unwrap();
    let visits: Vec<Visit> = model.cards.iter().map(|card| card.visit.clone()).collect();
    let assists: Vec<Assist> = model.cards.iter().flat_map(|card| card.assists.clone()).collect();
    Some(match wish {
        Wish::Take { needs, persons, priority, named, booked } => Command::TakeNumber(NewVisit {
            needs: needs.iter().map(|(code, quantity)| (Code::new(*code), *quantity)).collect(),
            persons: *persons,
            priority: *priority,
            name: named.then(|| format!("Người Thử \"{}\"", visits.len())),
            note: named.then(|| format!("Gọi to \"{}\"", visits.len())),
            person: motcua::domain::Person::default(),
            returns_of: None,
            booked: booked.map(|hour| world::stamp("2026-11-21 07:30").day().at(hour, 0)),
        }),
        Wish::ServeNow(need, priority, why) => Command::ServeNow {
            new: NewVisit { priority: *priority, ..NewVisit::plain(Code::new(*need)) },
            why: *why,
        },
        Wish::OneParty(need) => Command::OneParty(NewVisit::plain(Code::new(*need))),
        Wish::CallNext => Command::CallNext(None),
        Wish::Ask => Command::Count(Counter::QuickQuestions),
        Wish::Visit(wish, at) => about_visit(*wish, visits.get(at.index(visits.len().max(1)))?.id),
        Wish::Assist(wish, at) => about_assist(*wish, assists.get(at.index(assists.len().max(1)))?.id),
        Wish::Duty(people) => {
            Command::ChangeDuty { on_duty: people.iter().copied().map(VolunteerId).collect(), since: None }
        }
        Wish::Sit(who) => Command::Sit { volunteer: VolunteerId(*who) },
        Wish::Join(number) => {
            Command::AddVolunteer { name: format!("Người Mới {number}"), facts: Box::default() }
        }
        Wish::Rename(who, number) => Command::ChangeVolunteer {
            volunteer: VolunteerId(*who),
            name: format!("Người Mới {number}"),
            facts: Box::new(VolunteerFacts {
                role: Some(TeamRole::Deputy),
                unit: "Chi đoàn \"2\"".to_owned(),
                school: String::new(),
                phone: PhoneNumber::parse("0912345678").unwrap(),
            }),
        },
        Wish::Retire(who) => Command::RetireVolunteer(VolunteerId(*who)),
        Wish::BringBack(who) => Command::BringBackVolunteer(VolunteerId(*who)),
        Wish::Merge(one, into) => {
            Command::MergeVolunteers { volunteer: VolunteerId(*one), into: VolunteerId(*into) }
        }
        Wish::Rules(ratio, calls) => {
            let ratio = Ratio::new(*ratio, 2).unwrap();
            Command::SetQueueRules(QueueRules { ratio, calls: *calls, ..QueueRules::default() })
        }
        Wish::Station(station, series) => Command::SetStation(Box::new(Station {
            name: "Hộ tịch \"1\"".to_owned(),
            series: series.chars().filter_map(Series::new).collect(),
            seats_two: series.is_empty(),
            ..Station::plain(StationNo::new(*station).unwrap())
        })),
        Wish::Turn(station, true) => Command::OpenStation(StationNo::new(*station).unwrap()),
        Wish::Turn(station, false) => Command::CloseStation(StationNo::new(*station).unwrap()),
        Wish::Close { end, note } => {
            let open = visits.iter().filter(|visit| *end && visit.stage.kind().is_open());
            let ended = open.map(|visit| (visit.id, LeaveReason::OfficeClosed)).collect();
            Command::CloseShift(Closing { note: note.clone(), ended, ..Closing::default() })
        }
        Wish::Open => open_shift(ShiftPart::Afternoon),
    })
}

fn about_visit(wish: VisitWish, visit: VisitId) -> Command {
    match wish {
        VisitWish::Recall => Command::Recall(visit),
        VisitWish::Appear => Command::Appear(visit),
        VisitWish::Hold => Command::Hold(visit),
        VisitWish::Resume => Command::Resume(visit),
        VisitWish::PutBack => Command::PutBack(visit),
        VisitWish::Leave(why) => Command::Leave { visit, why },
        VisitWish::Finish => Command::Finish(visit),
        VisitWish::FinishAndCall => Command::FinishAndCall(visit, None),
        VisitWish::CallOutOfTurn(why) => Command::CallOutOfTurn { visit, why },
        VisitWish::NextPlease => Command::NextPlease(visit, None),
        VisitWish::ComeBack => Command::Return(visit),
        VisitWish::Transfer(to) => Command::Transfer { visit, to },
        VisitWish::SendOn(place) => Command::SendOn { visit, to: WhereTo::Named(place.to_owned()) },
        VisitWish::Persons(persons) => Command::SetPersons { visit, persons },
        VisitWish::Note(note) => Command::SetCalling { visit, name: String::new(), note: note.to_owned() },
        VisitWish::Add(code) => Command::AddAssist { visit, procedure: Code::new(code) },
    }
}

fn about_assist(wish: AssistWish, assist: AssistId) -> Command {
    match wish {
        AssistWish::Remove => Command::RemoveAssist(assist),
        AssistWish::Step(step) => Command::ToggleStep { assist, step },
        AssistWish::Quantity(quantity) => Command::SetQuantity { assist, quantity },
        AssistWish::How(how) => Command::SetHow(assist, how),
        AssistWish::Channel(channel) => Command::SetChannel(assist, channel),
        AssistWish::Payment(payment) => Command::SetPayment(assist, payment),
        AssistWish::Refer(place) => Command::Refer { assist, to: WhereTo::Named(place.to_owned()) },
        AssistWish::Outcome(outcome) => Command::SetOutcome(assist, outcome),
    }
}

/// Does what was wished; whether it was done. A refusal is an answer, any other error is not.
fn grant(desk: &mut Desk, wish: &Wish) -> bool {
    command(desk, wish).is_some_and(|command| refusal(desk.execute(command)).is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// One station: all is undone and redone, with turns in between and the console started anew in the middle.
    #[test]
    fn undo_brings_back_the_starting_rows_and_redo_the_last_ones(
        before in prop::collection::vec(wish(), 0..16),
        turns in 0usize..4,
        after in prop::collection::vec(wish(), 0..16),
        reopened in any::<Index>(),
    ) {
        let world = World::open();
        let file = world.file();
        let start = rows(&file);
        let mut desk = world.desk(2);
        for wish in &before {
            grant(&mut desk, wish);
            world.clock.minutes(1);
        }
        let mut undone_before = 0;
        while undone_before < turns && refusal(desk.undo()).is_none() {
            undone_before += 1;
        }
        for wish in &after {
            grant(&mut desk, wish);
            world.clock.minutes(1);
        }
        is_sound(&file, &desk)?;
        let end = rows(&file);

        let mut undone = 0;
        let middle = reopened.index(before.len() + after.len() + 1);
        loop {
            if undone == middle {
                drop(desk);
                desk = world.desk(2);
            }
            match refusal(desk.undo()) {
                None => undone += 1,
                Some(reason) => {
                    prop_assert_eq!(reason, Refusal::NothingToUndo);
                    break;
                }
            }
        }
        prop_assert_eq!(&rows(&file), &start);
        is_sound(&file, &desk)?;

        for redone in 0..undone {
            if redone == middle {
                drop(desk);
                desk = world.desk(2);
            }
            prop_assert_eq!(refusal(desk.redo()), None);
        }
        prop_assert_eq!(rows(&file), end);
        is_sound(&file, &desk)?;
    }

    /// Two stations: taken back in the reverse order, everything goes back; and a turn that is refused changes nothing.
    #[test]
    fn two_stations_take_back_what_both_did(
        wishes in prop::collection::vec((1u8..3, wish()), 0..24),
        pushy in 1u8..3,
    ) {
        let world = World::set_up();
        let file = world.file();
        let start = rows(&file);
        let mut desks = [world.desk(1), world.desk(2)];
        desks[0].does(open_shift(ShiftPart::Morning));
        let mut done = vec![1];
        for (station, wish) in &wishes {
            if grant(&mut desks[usize::from(*station) - 1], wish) {
                done.push(*station);
            }
        }
        // One station goes back as far as it may, then forward again: the other one's rows stay where they are.
        let end = rows(&file);
        let desk = &mut desks[usize::from(pushy) - 1];
        let mut back = 0;
        loop {
            let found = rows(&file);
            match refusal(desk.undo()) {
                None => back += 1,
                Some(reason) => {
                    prop_assert!(
                        matches!(reason, Refusal::NothingToUndo | Refusal::ChangedSince { .. }),
                        "{:?}", reason
                    );
                    prop_assert_eq!(rows(&file), found);
                    break;
                }
            }
        }
        is_sound(&file, desk)?;
        for _ in 0..back {
            prop_assert_eq!(refusal(desk.redo()), None);
        }
        prop_assert_eq!(rows(&file), end);

        while let Some(station) = done.pop() {
            prop_assert_eq!(refusal(desks[usize::from(station) - 1].undo()), None);
        }
        // The office was set up at station 1 before the start, and stays.
        prop_assert_eq!(rows(&file), start);
        is_sound(&file, &desks[0])?;
    }
}

#[test]
fn a_visit_that_another_station_called_since_cannot_be_taken_back() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let visit = one.gives(BIRTH);
    two.does(Command::CallNext(None));
    let found = rows(&world.file());
    let Some(Refusal::ChangedSince { op, by, station }) = refusal(one.undo()) else { panic!("not refused") };
    assert!(matches!(*op, Op::NumberGiven { .. }));
    assert!(matches!(*by, Op::Called { .. }));
    assert_eq!(station, StationNo::new(2).unwrap());
    assert_eq!(rows(&world.file()), found);
    // Once the other station takes its call back, nothing stands in the way.
    assert_eq!(refusal(two.undo()), None);
    assert_eq!(refusal(one.undo()), None);
    assert!(one.load().unwrap().card(visit).is_none());
}

#[test]
fn a_refused_undo_names_what_stands_on_the_visit_and_not_what_happened_last() {
    let world = World::open();
    let (mut one, mut two, mut three) = (world.desk(1), world.desk(2), world.desk(3));
    let visit = one.gives(BIRTH);
    // Adding an assist leaves the visit's own row as it was: only the new row leans on it.
    two.does(Command::AddAssist { visit, procedure: Code::new(COPIES) });
    three.gives(LODGING);
    let found = rows(&world.file());
    let Some(Refusal::ChangedSince { by, station, .. }) = refusal(one.undo()) else { panic!("not refused") };
    assert!(matches!(*by, Op::AssistAdded { .. }), "{by:?}");
    assert_eq!(station, StationNo::new(2).unwrap());
    assert_eq!(rows(&world.file()), found);
}

#[test]
fn a_redo_is_refused_when_its_rows_changed_since() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let visit = one.gives(BIRTH);
    one.does(Command::SetPersons { visit, persons: 3 });
    one.undo().unwrap();
    two.does(Command::SetPersons { visit, persons: 5 });
    let found = rows(&world.file());
    assert!(matches!(refusal(one.redo()), Some(Refusal::ChangedSince { .. })));
    assert_eq!(rows(&world.file()), found);
    assert_eq!(one.card(visit).visit.persons, 5);
}

#[test]
fn each_station_undoes_its_own_last_deed() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    let first = one.gives(BIRTH);
    let second = two.gives(BIRTH);
    one.undo().unwrap();
    let model = one.load().unwrap();
    assert!(model.card(first).is_none());
    assert!(model.card(second).is_some());
    assert_eq!(refusal(world.desk(3).undo()), Some(Refusal::NothingToUndo));
}

#[test]
fn what_is_done_after_an_undo_cannot_be_redone_over() {
    let world = World::open();
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    one.gives(BIRTH);
    one.undo().unwrap();
    // Another station's work leaves this one's redo alone; this station's own work ends it.
    two.gives(COPIES);
    assert!(one.load().unwrap().redo.is_some());
    one.gives(LODGING);
    assert_eq!(one.load().unwrap().redo, None);
    assert_eq!(refusal(one.redo()), Some(Refusal::NothingToRedo));
}

#[test]
fn yesterday_is_not_undone() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    world.clock.set("2026-11-22 07:30");
    assert_eq!(refusal(desk.undo()), Some(Refusal::NothingToUndo));
    assert_eq!(desk.load().unwrap().undo, None);
}

#[test]
fn the_journal_tells_of_undo_and_redo_and_marks_what_no_longer_stands() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.gives(BIRTH);
    desk.undo().unwrap();
    let day = world.clock.day();
    let journal = desk.journal(day, 2).unwrap();
    assert!(matches!(&journal[0].op, Op::Undone { of } if matches!(**of, Op::NumberGiven { .. })));
    assert!(journal[1].is_undone);
    desk.redo().unwrap();
    let journal = desk.journal(day, 3).unwrap();
    assert!(matches!(&journal[0].op, Op::Redone { .. }));
    assert!(!journal[2].is_undone);
}

#[test]
fn a_shift_that_opens_lets_go_of_the_days_before_and_today_is_undone_as_ever() {
    let world = World::open();
    let mut desk = world.desk(1);
    for _ in 0..3 {
        desk.gives(BIRTH);
    }
    desk.undo().unwrap();
    desk.does(Command::CloseShift(Closing::default()));
    let images = |before: &str| -> i64 {
        let sql =
            "SELECT count(*) FROM journal_row JOIN journal ON journal.id = entry WHERE at < unixepoch(?1)";
        world.raw().query_row(sql, [before], |row| row.get(0)).unwrap()
    };
    assert!(images("2026-11-22") > 10);

    world.clock.set("2026-11-22 07:30");
    desk.does(open_shift(ShiftPart::Morning));
    assert_eq!(images("2026-11-22"), 0);
    let waiting =
        "SELECT count(*) FROM journal WHERE state IN ('done', 'undone') AND at < unixepoch('2026-11-22')";
    assert_eq!(world.raw().query_row(waiting, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    // What was taken back stays so: the number is accounted for.
    let store = motcua::store::Store::open(&world.file(), motcua::store::Access::ReadOnly).unwrap();
    assert_eq!(store.check().unwrap().findings, []);

    let before = rows(&world.file());
    desk.gives(BIRTH);
    let after = rows(&world.file());
    desk.undo().unwrap();
    assert_eq!(rows(&world.file()), before);
    desk.redo().unwrap();
    assert_eq!(rows(&world.file()), after);
    // The afternoon shift of the same day leaves the morning's images.
    desk.does(Command::CloseShift(Closing::default()));
    world.clock.set("2026-11-22 13:30");
    desk.does(open_shift(ShiftPart::Afternoon));
    desk.undo().unwrap();
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(rows(&world.file()), before);
}
