//! A whole day, counted by hand.

use motcua::desk::Desk;
use motcua::desk::{Closing, Command, NewVisit};
use motcua::domain::assist::OutcomeKind;
use motcua::domain::tally::{HourRow, Piece, ProcedureRow, StationRow, Tally, Times};
use motcua::domain::{
    Assist, AssistId, Channel, Code, How, LeaveReason, Outcome, Payment, Person, Priority, Referral,
    ShiftPart, StationNo, StuckReason, VisitId, VolunteerId,
};

use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, World, open_shift};

fn takes(desk: &mut Desk, needs: &[(&str, u16)], persons: u16, priority: Option<Priority>) -> VisitId {
    let needs = needs.iter().map(|(code, quantity)| (Code::new(*code), *quantity)).collect();
    desk.does(Command::TakeNumber(NewVisit {
        needs,
        persons,
        priority,
        name: None,
        person: Person::default(),
        returns_of: None,
        booked: None,
        note: None,
    }))
    .visit
    .unwrap()
}

fn assist_of(desk: &mut Desk, visit: VisitId, code: &str) -> AssistId {
    let card = desk.card(visit);
    card.assists.iter().find(|assist| assist.procedure == Code::new(code)).map(|assist| assist.id).unwrap()
}

fn station(number: u8) -> StationNo {
    StationNo::new(number).unwrap()
}

/// The morning and the afternoon of one day at two stations. The figures beside the lines are what the day's sheet
/// must say.
fn a_day() -> (World, VisitId) {
    let world = World::open();
    let clock = world.clock.clone();
    let (mut one, mut two) = (world.desk(1), world.desk(2));

    clock.set("2026-11-21 08:00");
    let a1 = takes(&mut one, &[(BIRTH, 1)], 2, None);
    clock.set("2026-11-21 08:02");
    let b1 = takes(&mut one, &[(COPIES, 5)], 1, None);
    clock.set("2026-11-21 08:04");
    let a2 = takes(&mut two, &[(BIRTH, 1), (VNEID, 1)], 3, Some(Priority::Elderly));
    clock.set("2026-11-21 08:05");
    let c1 = takes(&mut two, &[(LODGING, 1)], 1, None);

    // The elderly party goes first: called at 08:10, there at 08:11 (waited 7 minutes), done at 08:31 (20 minutes).
    clock.set("2026-11-21 08:10");
    assert_eq!(one.does(Command::CallNext(None)).visit, Some(a2));
    clock.set("2026-11-21 08:11");
    one.does(Command::Appear(a2));
    // Station 2 calls the first of the others; nobody comes, and after the third call it is a no-show.
    assert_eq!(two.does(Command::CallNext(None)).visit, Some(a1));
    clock.set("2026-11-21 08:12");
    two.does(Command::Recall(a1));
    two.does(Command::Recall(a1));
    clock.set("2026-11-21 08:13");
    two.does(Command::Leave { visit: a1, why: LeaveReason::NoShow });
    // b1 waits from 08:02 to 08:14 (12 minutes), is helped 6 minutes, makes a copy, is helped 4 more: 10 minutes.
    clock.set("2026-11-21 08:14");
    assert_eq!(two.serves_next(), b1);
    clock.set("2026-11-21 08:20");
    two.does(Command::Hold(b1));
    clock.set("2026-11-21 08:31");
    let birth = assist_of(&mut one, a2, BIRTH);
    for step in [0, 1, 2, 2] {
        one.does(Command::ToggleStep { assist: birth, step });
    }
    one.does(Command::SetHow(birth, How::Together));
    one.does(Command::SetChannel(birth, Channel::OnlineWhole));
    one.does(Command::SetPayment(birth, Payment::Online));
    let vneid = assist_of(&mut one, a2, VNEID);
    one.does(Command::SetOutcome(vneid, Outcome::Stuck(StuckReason::SimNotOwn)));
    one.does(Command::Finish(a2));
    clock.set("2026-11-21 08:40");
    two.does(Command::Resume(b1));
    two.does(Command::AddAssist { visit: b1, procedure: Code::new(VNEID) });
    clock.set("2026-11-21 08:44");
    two.does(Command::Finish(b1));

    // c1 is served at station 1 from 09:00 (waited 55 minutes), added by mistake and taken off, sent to the police.
    clock.set("2026-11-21 09:00");
    assert_eq!(one.serves_next(), c1);
    one.does(Command::AddAssist { visit: c1, procedure: Code::new(COPIES) });
    let mistake = assist_of(&mut one, c1, COPIES);
    one.does(Command::RemoveAssist(mistake));
    let lodging = assist_of(&mut one, c1, LODGING);
    one.does(Command::SetChannel(lodging, Channel::Paper));
    one.does(Command::SetOutcome(lodging, Outcome::Referred(Referral::Police)));
    one.does(Command::SetPersons { visit: c1, persons: 4 });
    clock.set("2026-11-21 09:30");
    one.does(Command::Finish(c1));

    // A number given by mistake and taken back; its number is not given again.
    clock.set("2026-11-21 10:00");
    let mistaken = takes(&mut one, &[(BIRTH, 1)], 9, None);
    assert_eq!(one.ticket(mistaken), "A003");
    one.undo().unwrap();
    let a4 = takes(&mut one, &[(BIRTH, 2)], 1, Some(Priority::Mother));
    assert_eq!(one.ticket(a4), "A004");
    let k1 = takes(&mut one, &[(VNEID, 1)], 1, None);
    let k2 = takes(&mut one, &[(VNEID, 1)], 1, None);

    // At noon the mother has gone; k1 and k2 are carried into the afternoon.
    clock.set("2026-11-21 11:30");
    let ended = vec![(a4, LeaveReason::OfficeClosed)];
    one.does(Command::CloseShift(Closing {
        note: "Máy in hết giấy".into(), ended, ..Closing::default()
    }));
    clock.set("2026-11-21 13:30");
    assert_eq!(one.handed_visits(), [k1, k2]);
    two.does(open_shift(ShiftPart::Afternoon));

    // k1 has waited from 10:00 to 11:30 and from 13:30 to 13:40, 100 minutes, and is done in 5. The second volunteer now sits at station 2.
    clock.set("2026-11-21 13:40");
    two.does(Command::Sit { volunteer: VolunteerId(2) });
    assert_eq!(two.serves_next(), k1);
    clock.set("2026-11-21 13:45");
    two.does(Command::Finish(k1));
    clock.set("2026-11-21 16:30");
    two.does(Command::CloseShift(Closing::default()));
    (world, k2)
}

#[test]
fn the_tally_of_a_whole_day_is_right_to_the_last_figure() {
    let (world, _) = a_day();
    let tally = world.desk(1).tally(world.clock.day()).unwrap();

    // Lượt: A001 A002 A004 B001 C001 K001 K002. Người: 2 + 3 + 1 + 1 + 4 + 1 + 1.
    assert_eq!((tally.visits, tally.persons), (7, 13));
    // Of the served ones A002 B001 C001 K001.
    assert_eq!(tally.served_persons, 3 + 1 + 4 + 1);
    // Việc: birth and VNeID of A002, copies and VNeID of B001, lodging of C001, VNeID of K001. Five copies are one thing.
    assert_eq!(tally.assists, 6);
    assert_eq!(tally.pieces, [(Piece::Copies, 5)]);

    assert!(tally.proof.holds());
    let proof = &tally.proof;
    assert_eq!((proof.carried_in, proof.issued, proof.served, proof.left, proof.open), (0, 8, 4, 2, 1));
    let withdrawn: Vec<String> = proof.withdrawn.iter().map(ToString::to_string).collect();
    assert_eq!(withdrawn, ["2026-11-21 A003"]);
    assert!(proof.missing.is_empty() && proof.surplus.is_empty());

    assert_eq!(fields(&tally), "ho-tich 3/6/1; chung-thuc 1/1/1; cu-tru 1/4/1; ky-nang 2/2/3");
    let row = |code: &str, assists, quantity, done, unfinished, filed| ProcedureRow {
        code: Code::new(code),
        assists,
        quantity,
        done,
        unfinished,
        filed,
        online: filed,
    };
    let rows: Vec<ProcedureRow> = tally.fields.iter().flat_map(|field| field.procedures.clone()).collect();
    assert_eq!(
        rows,
        [
            row(BIRTH, 1, 1, 1, 0, 1),
            row(COPIES, 1, 5, 1, 0, 0),
            row(LODGING, 1, 0, 0, 0, 0),
            row(VNEID, 3, 2, 2, 1, 0),
        ]
    );

    assert_eq!(tally.outcomes, [(OutcomeKind::Done, 4), (OutcomeKind::Stuck, 1), (OutcomeKind::Referred, 1)]);
    assert_eq!(tally.stuck, [(StuckReason::SimNotOwn, 1)]);
    assert_eq!(tally.referred, [(Referral::Police, 1)]);
    // Only what somebody said: of the copies nobody said how they were filed, and a skill is not filed.
    assert_eq!((&tally.how[..], tally.how_not_noted), (&[(How::Together, 1)][..], 5));
    assert_eq!((&tally.channels[..], tally.channel_not_noted), (&[(Channel::OnlineWhole, 1)][..], 1));
    assert_eq!((tally.filed, tally.filed_whole, tally.filed_online, tally.filed_paid_online), (1, 1, 1, 1));
    assert_eq!(tally.paid_online, 1);
    assert_eq!(tally.priority, [(Priority::Elderly, 1), (Priority::Mother, 1)]);
    assert_eq!(tally.left, [(LeaveReason::NoShow, 1), (LeaveReason::OfficeClosed, 1)]);

    let met = |row: &&HourRow| row.visits + row.served > 0;
    let hours: Vec<_> =
        tally.hours.iter().filter(met).map(|row| (row.hour, row.visits, row.served)).collect();
    assert_eq!(hours, [(8, 4, 2), (9, 0, 1), (10, 3, 0), (13, 0, 1)]);
    let at = |number, served, assists| StationRow { station: station(number), served, assists };
    assert_eq!(tally.stations, [at(1, 2, 3), at(2, 2, 3)]);
    let volunteers: Vec<_> =
        tally.volunteers.iter().map(|row| (row.volunteer, row.served, row.assists, row.shifts)).collect();
    let who = |id, served, assists| (VolunteerId(id), served, assists, 2);
    assert_eq!(volunteers, [who(1, 2, 3), who(2, 2, 3), who(3, 0, 0), who(4, 0, 0)]);

    // Waits of 7, 12, 55 and 100 minutes, for noon is not waited; services of 20, 10, 30 and 5.
    let minutes = |count, median: i64, longest: i64| Times {
        count,
        median: median * 30,
        ninety: longest * 60,
        longest: longest * 60,
        left_out: 0,
    };
    assert_eq!(tally.waits, minutes(4, 12 + 55, 100));
    assert_eq!(tally.services, minutes(4, 10 + 20, 30));
}

/// «field lượt/người/việc; …»
fn fields(tally: &Tally) -> String {
    let rows: Vec<String> = tally
        .fields
        .iter()
        .map(|row| format!("{} {}/{}/{}", row.field, row.visits, row.persons, row.assists))
        .collect();
    rows.join("; ")
}

#[test]
fn a_visit_carried_over_night_counts_as_given_once_and_as_served_the_next_day() {
    let (world, k2) = a_day();
    let first_day = world.clock.day();
    let before = world.desk(1).tally(first_day).unwrap();
    world.clock.set("2026-11-22 07:30");
    let mut desk = world.desk(1);
    desk.does(open_shift(ShiftPart::Morning));
    assert_eq!(desk.ticket(k2), "K002");
    assert_eq!(desk.serves_next(), k2);
    // A new day's own K001 is another number than yesterday's.
    let new = desk.gives(VNEID);
    assert_eq!(desk.ticket(new), "K001");
    world.clock.minutes(10);
    desk.does(Command::Finish(k2));

    let tally = desk.tally(world.clock.day()).unwrap();
    let proof = &tally.proof;
    assert_eq!((proof.carried_in, proof.issued, proof.served, proof.left, proof.open), (1, 1, 1, 0, 1));
    assert!(proof.holds());
    assert_eq!((tally.visits, tally.persons, tally.assists), (1, 1, 1));
    // The desk was open from 10:00 to 11:30 and from 13:30 to 16:30; the ten minutes of help are a service.
    assert_eq!((tally.waits.longest, tally.services.longest), (270 * 60, 600));
    // The sheet that was signed yesterday says the same today.
    assert_eq!(desk.tally(first_day).unwrap(), before);
}

#[test]
fn the_checklist_starts_with_what_was_asked_for_and_nothing_said() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = takes(&mut desk, &[(BIRTH, 1), (COPIES, 3)], 1, None);
    assert!(desk.card(visit).assists.is_empty());
    desk.serves_next();
    let card = desk.card(visit);
    for (assist, (code, quantity)) in card.assists.iter().zip([(BIRTH, 1), (COPIES, 3)]) {
        let plain = Assist {
            id: assist.id,
            visit,
            procedure: Code::new(code),
            quantity,
            how: None,
            channel: None,
            payment: None,
            outcome: Outcome::Open,
            by: VolunteerId(1),
            station: station(1),
            ticked: Vec::new(),
            checks: Vec::new(),
            come_back: None,
        };
        assert_eq!(*assist, plain);
    }
    // Put back and called again, the list is as it was left.
    desk.does(Command::ToggleStep { assist: card.assists[0].id, step: 1 });
    desk.does(Command::PutBack(visit));
    desk.serves_next();
    let again = desk.card(visit);
    assert_eq!(again.assists.len(), 2);
    assert_eq!(again.assists[0].ticked, [1]);
}

#[test]
fn a_number_once_shown_is_never_given_twice_on_a_day() {
    let world = World::open();
    let mut desk = world.desk(1);
    let mut shown = Vec::new();
    for _ in 0..5 {
        let visit = desk.gives(BIRTH);
        shown.push(desk.ticket(visit));
        desk.undo().unwrap();
        // A console started anew knows as well which numbers were shown.
        desk = world.desk(1);
    }
    assert_eq!(shown, ["A001", "A002", "A003", "A004", "A005"]);
    // Redo brings back the very number that was shown.
    desk.redo().unwrap();
    let model = desk.load().unwrap();
    let tickets: Vec<String> = model.cards.iter().map(|card| card.visit.ticket.to_string()).collect();
    assert_eq!(tickets, ["A005"]);
    let proof = desk.tally(world.clock.day()).unwrap().proof;
    assert!(proof.holds());
    assert_eq!(proof.withdrawn.len(), 4);
    // The next day begins anew.
    world.clock.set("2026-11-22 07:30");
    let visit = desk.gives(BIRTH);
    assert_eq!(desk.ticket(visit), "A001");
}

#[test]
fn the_same_need_named_twice_is_one_thing_with_a_quantity() {
    let world = World::open();
    let mut desk = world.desk(1);
    let visit = takes(&mut desk, &[(COPIES, 2), (BIRTH, 1), (COPIES, 3)], 1, None);
    assert_eq!(desk.card(visit).needs, [(Code::new(COPIES), 5), (Code::new(BIRTH), 1)]);
    desk.serves_next();
    desk.does(Command::AddAssist { visit, procedure: Code::new(COPIES) });
    let quantities: Vec<u16> = desk.card(visit).assists.iter().map(|assist| assist.quantity).collect();
    assert_eq!(quantities, [6, 1]);
}
