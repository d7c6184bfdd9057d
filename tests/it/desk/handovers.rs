//! Items for the next shift, and handovers that are said back.

use motcua::desk::{Closing, Command};
use motcua::domain::handover::{Became, NewItem};
use motcua::domain::{
    Agreed, Handed, ItemEnd, ItemKind, LeaveReason, NextDeed, Op, Outcome, Refusal, ShiftPart, StageKind,
    StuckReason, System, TeamRole, VolunteerFacts, VolunteerId,
};

use crate::world::{BIRTH, COPIES, Says, VNEID, World, open_shift};

fn item(kind: ItemKind, words: &str) -> NewItem {
    NewItem { kind, words: words.into(), then: String::new(), owner: None, due: None }
}

fn rows(items: &motcua::desk::Items) -> Vec<&Handed> {
    items.rows.iter().map(|(row, _)| row).collect()
}

#[test]
fn the_desk_fills_in_what_it_knows_the_most_urgent_first_and_names_nobody() {
    let world = World::open();
    let mut desk = world.desk(1);
    let waiting = desk.gives_named(BIRTH, "Lê Thị Thử");
    world.clock.set("2026-11-21 08:10");
    let promised = desk.gives(COPIES);
    let stuck = desk.gives(VNEID);
    desk.does(Command::CallOutOfTurn { visit: promised, why: motcua::domain::queue::OutOfTurn::Other });
    desk.does(Command::Appear(promised));
    let assist = desk.assist(promised);
    let when = Agreed { day: "2026-11-24".parse().unwrap(), at: None };
    desk.does(Command::ComeBack { assist, when });
    desk.does(Command::Finish(promised));
    desk.does(Command::CallOutOfTurn { visit: stuck, why: motcua::domain::queue::OutOfTurn::Other });
    desk.does(Command::Appear(stuck));
    let assist = desk.assist(stuck);
    desk.does(Command::SetOutcome(assist, Outcome::Stuck(StuckReason::MissingPapers)));
    desk.does(Command::Finish(stuck));
    world.clock.set("2026-11-21 09:00");
    desk.does(Command::TurnSystem(System::Vneid));
    desk.does(Command::AddItem(item(ItemKind::Supplies, "còn 1 ram giấy A4")));

    let items = desk.items().unwrap();
    let kinds: Vec<ItemKind> = rows(&items).iter().map(|row| row.item.kind).collect();
    assert_eq!(
        kinds,
        [ItemKind::Visit, ItemKind::Outage, ItemKind::Promise, ItemKind::Stuck, ItemKind::Supplies]
    );
    let of = |at: usize| items.rows[at].0.item.visit.as_ref().unwrap().id;
    assert_eq!([of(0), of(2), of(3)], [waiting, promised, stuck]);
    assert!(!format!("{items:?}").contains("Thử\""), "a name stands on it");
}

#[test]
fn a_handover_is_said_back_by_both_names_in_one_entry() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    let note = "Máy in hết mực\nHỏi lại chìa khóa tủ 2".to_owned();
    desk.does(Command::CloseShift(Closing { note, ..Closing::default() }));
    world.clock.set("2026-11-21 13:20");
    let model = desk.load().unwrap();
    let pending = model.handover.unwrap();
    assert_eq!((pending.untaken, pending.is_taken, pending.by), (3, false, VolunteerId(1)));
    let handed = desk.handed();
    let ids: Vec<_> = rows(&handed).iter().map(|row| row.id.unwrap()).collect();
    let take = |taken: Vec<_>| Command::TakeHandover {
        handover: pending.handover,
        by: VolunteerId(3),
        taken,
        remark: "thiếu một chìa".into(),
    };
    // What is due is said back with what is done next.
    assert_eq!(desk.refuses(take(vec![(ids[0], None)])), Refusal::DeedMissing);
    assert_eq!(desk.refuses(take(vec![])), Refusal::NothingTaken);
    let op = desk.does(take(vec![(ids[0], Some(NextDeed::Call)), (ids[1], None)])).op;
    let (day, part) = (world.clock.day(), ShiftPart::Morning);
    let (from, by) = (VolunteerId(1), VolunteerId(3));
    assert_eq!(op, Op::HandoverTaken { day, part, from, by, taken: 2, left: 1 });
    assert_eq!(desk.journal(day, 1).unwrap()[0].by, Some(by));
    assert_eq!(desk.refuses(take(vec![(ids[2], None)])), Refusal::HandoverGone);

    let handed = desk.handed();
    let handover = handed.handover.as_ref().unwrap();
    assert_eq!((handover.taken.unwrap().1, handover.remark.as_str()), (by, "thiếu một chìa"));
    let taken: Vec<_> = rows(&handed).iter().map(|row| row.taken.map(|taken| taken.deed)).collect();
    assert_eq!(taken, [Some(Some(NextDeed::Call)), Some(None), None]);
    // The third stays flagged; in the afternoon somebody takes it.
    desk.does(open_shift(ShiftPart::Afternoon));
    assert_eq!(desk.load().unwrap().handover.unwrap().untaken, 1);
    desk.does(Command::TakeItem { handed: Some(ids[2]), item: None, deed: None });
    assert_eq!(desk.load().unwrap().handover, None);
    // What becomes of the visit is told on the handover.
    desk.does(Command::CallNext(None));
    desk.does(Command::Appear(visit));
    desk.does(Command::Finish(visit));
    let became = rows(&desk.handed())[0].became;
    assert!(matches!(became, Some(Became::Stage(StageKind::Done, _))), "{became:?}");
}

#[test]
fn what_nobody_took_is_carried_on_with_its_age_until_it_is_taken_or_closed() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.does(Command::AddItem(item(ItemKind::Borrowed, "ghế của bộ phận tư pháp")));
    desk.does(Command::CloseShift(Closing::default()));
    let missed = |desk: &motcua::desk::Desk| rows(&desk.items().unwrap())[0].missed;
    for (at, part, shifts) in [
        ("2026-11-21 13:30", ShiftPart::Afternoon, 1),
        ("2026-11-23 07:30", ShiftPart::Morning, 2),
        ("2026-11-27 13:30", ShiftPart::Afternoon, 3),
    ] {
        world.clock.set(at);
        assert!(desk.load().unwrap().handover.is_some(), "{at}");
        desk.does(open_shift(part));
        assert_eq!(missed(&desk), shifts, "{at}");
        desk.does(Command::CloseShift(Closing::default()));
    }
    desk.does(open_shift(ShiftPart::Afternoon));
    let row = desk.items().unwrap().rows[0].0.clone();
    let note = row.item.note.clone().unwrap().id;
    desk.does(Command::TakeItem { handed: row.id, item: Some(note), deed: None });
    desk.does(Command::CloseShift(Closing::default()));
    desk.does(open_shift(ShiftPart::Afternoon));
    assert_eq!(missed(&desk), 4, "the shifts that passed it over stay counted until it is taken anew");
    desk.does(Command::CloseItem(note, ItemEnd::Returned));
    assert!(desk.items().unwrap().rows.is_empty());
    assert_eq!(desk.load().unwrap().handover, None);
}

#[test]
fn only_who_has_an_item_closes_it_or_who_leads() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.does(Command::AddItem(item(ItemKind::Other, "gọi kỹ thuật")));
    let id = desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().id;
    desk.does(Command::Sit { volunteer: VolunteerId(2) });
    assert_eq!(desk.refuses(Command::CloseItem(id, ItemEnd::Done)), Refusal::ItemOfAnother);
    assert_eq!(desk.refuses(Command::CloseItem(id, ItemEnd::Returned)), Refusal::ItemOfAnother);
    let facts = Box::new(VolunteerFacts { role: Some(TeamRole::Leader), ..VolunteerFacts::default() });
    let name = desk.load().unwrap().volunteer(VolunteerId(2)).to_owned();
    desk.does(Command::ChangeVolunteer { volunteer: VolunteerId(2), name, facts });
    desk.does(Command::CloseItem(id, ItemEnd::Done));
    assert_eq!(desk.refuses(Command::CloseItem(id, ItemEnd::Done)), Refusal::ItemGone);
    desk.undo().unwrap();
    // Whoever takes it has it.
    desk.does(Command::Sit { volunteer: VolunteerId(3) });
    desk.does(Command::TakeItem { handed: None, item: Some(id), deed: None });
    desk.does(Command::CloseItem(id, ItemEnd::NotNeeded));
}

#[test]
fn found_things_go_to_the_official_and_no_words_are_kept_beyond_the_thing() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.does(Command::AddItem(item(ItemKind::Found, "ví của Lê Thị Thử")));
    let id = desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().id;
    let log = std::fs::read(world.file().with_extension("sqlite-wal")).unwrap();
    let was_written = log.windows("ví của Lê".len()).any(|found| found == "ví của Lê".as_bytes());
    desk.does(Command::CloseShift(Closing { given: vec![id], ..Closing::default() }));
    world.clock.set("2026-11-21 13:30");
    desk.does(open_shift(ShiftPart::Afternoon));
    let row = desk.items().unwrap().rows[0].0.clone();
    assert!(row.item.note.as_ref().unwrap().given.is_some(), "it stays on the list");
    desk.does(Command::TakeItem { handed: row.id, item: Some(id), deed: None });
    desk.does(Command::CloseItem(id, ItemEnd::Returned));
    // By mistake: within the shift it comes back with its words.
    desk.undo().unwrap();
    assert_eq!(desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().words, "ví của Lê Thị Thử");
    desk.redo().unwrap();
    desk.does(Command::CloseShift(Closing::default()));
    assert_eq!(desk.handover_beside(None, true).unwrap().unwrap().rows.len(), 0);
    let is_written = |path: &std::path::Path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        let sought = "ví của Lê".as_bytes();
        bytes.windows(sought.len()).any(|found| found == sought)
    };
    assert!(was_written, "the test looks where words stand");
    assert!(!is_written(&world.file()) && !is_written(&world.file().with_extension("sqlite-wal")));
    // Turning the close back, and the return with it, brings no words back.
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().words, "");
}

#[test]
fn an_item_says_something_and_is_not_written_anew_once_it_was_handed_over() {
    let world = World::open();
    let mut desk = world.desk(1);
    assert_eq!(desk.refuses(Command::AddItem(item(ItemKind::Other, "  "))), Refusal::ItemEmpty);
    assert_eq!(desk.refuses(Command::AddItem(item(ItemKind::Visit, "A001"))), Refusal::ItemEmpty);
    let past = NewItem { due: Some("2026-11-20".parse().unwrap()), ..item(ItemKind::Other, "gọi") };
    assert_eq!(desk.refuses(Command::AddItem(past)), Refusal::DayIsPast);
    desk.does(Command::AddItem(item(ItemKind::Other, "gọi kỹ thuật")));
    let id = desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().id;
    let other = || Command::ChangeItem(id, item(ItemKind::Supplies, "gọi bên mực in"));
    desk.does(other());
    desk.does(Command::CloseShift(Closing::default()));
    desk.does(open_shift(ShiftPart::Afternoon));
    assert_eq!(desk.refuses(other()), Refusal::ItemHandedOver);
    assert_eq!(desk.refuses(Command::GiveItem(id)), Refusal::ItemGone, "nobody found it");
}

#[test]
fn who_was_called_and_not_there_is_on_the_handover_of_that_day_alone() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.does(Command::CallNext(None));
    world.clock.minutes(2);
    desk.does(Command::Leave { visit, why: LeaveReason::NoShow });
    assert_eq!(desk.items().unwrap().rows.len(), 1);
    desk.does(Command::CloseShift(Closing::default()));
    assert_eq!(desk.load().unwrap().handover.unwrap().untaken, 1);
    world.clock.set("2026-11-22 07:30");
    assert_eq!(desk.load().unwrap().handover, None);
    assert_eq!(rows(&desk.handed())[0].became, Some(Became::Passed));
}

#[test]
fn a_shift_that_was_forgotten_hands_over_what_got_stuck_on_its_day() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = desk.gives(BIRTH);
    desk.serves_next();
    let assist = desk.assist(visit);
    desk.does(Command::SetOutcome(assist, Outcome::Stuck(StuckReason::MissingPapers)));
    desk.does(Command::Finish(visit));
    world.clock.set("2026-11-23 07:30");
    desk.does(Command::CloseShift(Closing::default()));
    let kinds: Vec<ItemKind> = rows(&desk.handed()).iter().map(|row| row.item.kind).collect();
    assert_eq!(kinds, [ItemKind::Stuck]);
    desk.does(open_shift(ShiftPart::Morning));
    desk.does(Command::TakeItem { handed: rows(&desk.handed())[0].id, item: None, deed: None });
    let id = desk.items().unwrap().rows[0].0.item.note.as_ref().unwrap().id;
    desk.does(Command::CloseItem(id, ItemEnd::Done));
    assert!(desk.items().unwrap().rows.is_empty(), "a case that was closed is not found anew");
}
