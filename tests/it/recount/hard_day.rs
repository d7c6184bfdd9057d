//! A day on which everything happens that makes a figure hard: counted by hand, by SQL, and read out of the file.

use motcua::desk::{Closing, Command, Desk, NewVisit};
use motcua::domain::queue::{Destination, OutOfTurn};
use motcua::domain::{
    AssistId, Channel, Code, Day, LeaveReason, Outcome, Payment, Series, ShiftPart, Span, StuckReason,
    VisitId, VolunteerId,
};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};
use serde_json::Value;

use super::{counted, differences, naive, of_json, shell_counts};
use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, World, catalogue, open_shift};

const UNKNOWN: &str = "KHAC";
const LEAFLETS: &str = "DV20";

fn day() -> Day {
    "2026-11-21".parse().unwrap()
}

fn assist_of(desk: &mut Desk, visit: VisitId, code: &str) -> AssistId {
    let card = desk.card(visit);
    card.assists.iter().find(|assist| assist.procedure == Code::new(code)).map(|assist| assist.id).unwrap()
}

/// A party is called by itself and stands there at once.
fn serves(desk: &mut Desk, visit: VisitId) {
    desk.does(Command::CallOutOfTurn { visit, why: OutOfTurn::Other });
    desk.does(Command::Appear(visit));
}

/// Two stations, from the afternoon before to the evening.
fn made() -> World {
    let world = World::set_up_at("2026-11-20 15:00");
    let clock = world.clock.clone();
    let at = |time: &str| clock.set(&format!("2026-11-21 {time}"));
    let (mut one, mut two) = (world.desk(1), world.desk(2));
    one.does(open_shift(ShiftPart::Afternoon));
    // Over midnight: given at 16:40, the shift ends at 17:00.
    clock.set("2026-11-20 16:40");
    let carried = one.gives(BIRTH);
    clock.set("2026-11-20 17:00");
    one.does(Command::CloseShift(Closing::default()));

    at("07:30");
    one.does(open_shift(ShiftPart::Morning));
    two.does(Command::Sit { volunteer: VolunteerId(2) });
    at("08:00");
    // A party of four that got three numbers before it was asked: A001 to A003.
    let family = one.gives(BIRTH);
    one.gives(BIRTH);
    one.gives(BIRTH);
    one.does(Command::OneParty(NewVisit::plain(Code::new(BIRTH))));
    // Given by mistake: B001. Given and taken back: K001.
    let mistaken = one.gives(COPIES);
    one.does(Command::Leave { visit: mistaken, why: LeaveReason::Mistake });
    one.gives(VNEID);
    one.undo().unwrap();
    // A004 is booked for nine, C001 sent to station 2, G001 does not know what it needs.
    let booked = NewVisit { booked: Some(day().at(9, 0)), ..NewVisit::plain(Code::new(BIRTH)) };
    let booked = one.does(Command::TakeNumber(booked)).visit.unwrap();
    let sent = one.gives(LODGING);
    let unknown = one.gives(UNKNOWN);
    two.does(Command::Transfer { visit: sent, to: Destination::Series(Series::new('A').unwrap()) });

    // The night is not waited: 20 minutes of yesterday and 50 of today. 10 minutes of help, filed fully online and paid.
    at("08:20");
    serves(&mut one, carried);
    at("08:30");
    let birth = one.assist(carried);
    one.does(Command::SetChannel(birth, Channel::OnlineWhole));
    one.does(Command::SetPayment(birth, Payment::Online));
    one.does(Command::Finish(carried));
    // The family is called and is not there; it comes back twenty minutes later and is served at 8:52. It has waited from
    // 8:00 to 8:31 and from 8:51 to 8:52: 32 minutes. Nobody says how the birth was filed.
    two.does(Command::CallOutOfTurn { visit: family, why: OutOfTurn::Together });
    at("08:31");
    two.does(Command::Leave { visit: family, why: LeaveReason::NoShow });
    // Booked for nine, called at 8:40: it has waited nothing. Filed partly online, then on paper: the last word counts.
    at("08:40");
    serves(&mut one, booked);
    let birth = one.assist(booked);
    one.does(Command::SetChannel(birth, Channel::OnlinePart));
    one.does(Command::SetChannel(birth, Channel::Paper));
    one.does(Command::Finish(booked));
    at("08:51");
    two.does(Command::Return(family));
    at("08:52");
    serves(&mut two, family);
    at("09:02");
    two.does(Command::Finish(family));
    // The lodging at 9:10, sent to the series A, is stuck: what was said of its filing goes.
    at("09:10");
    serves(&mut two, sent);
    let lodging = two.assist(sent);
    two.does(Command::SetChannel(lodging, Channel::OnlineWhole));
    two.does(Command::SetOutcome(lodging, Outcome::Stuck(StuckReason::MissingPapers)));
    at("09:15");
    two.does(Command::Finish(sent));
    // What was not known is five copies, and 300 leaflets go with it.
    at("09:20");
    serves(&mut one, unknown);
    one.does(Command::AddAssist { visit: unknown, procedure: Code::new(COPIES) });
    one.does(Command::AddAssist { visit: unknown, procedure: Code::new(LEAFLETS) });
    let (copies, leaflets) = (assist_of(&mut one, unknown, COPIES), assist_of(&mut one, unknown, LEAFLETS));
    one.does(Command::SetQuantity { assist: copies, quantity: 5 });
    one.does(Command::SetQuantity { assist: leaflets, quantity: 300 });
    at("09:40");
    one.does(Command::Finish(unknown));

    // Given at 11:20, gone at 13:40: noon is not waited. Another one waits into the night.
    at("11:20");
    let walkout = one.gives(VNEID);
    one.gives(VNEID);
    at("11:30");
    one.does(Command::CloseShift(Closing::default()));
    at("13:30");
    two.does(open_shift(ShiftPart::Afternoon));
    at("13:40");
    two.does(Command::Leave { visit: walkout, why: LeaveReason::WalkedOut });
    at("17:00");
    world
}

#[test]
fn a_hard_day_is_counted_alike_by_hand_by_the_rows_and_in_the_file() {
    let world = made();
    let span = Span::day(day());
    let report = world.desk(1).report(span).unwrap();
    let json: Value = serde_json::from_slice(&tally_as(Format::Json, &report, Lang::Vi).unwrap()).unwrap();
    for (figure, number) in [
        // Lượt: A001 (the family), A004, C001, G001, K002, K003. Người: 4 + 5.
        ("visits", 6),
        ("persons", 9),
        // Số: A001–A004, B001, C001, G001, K001–K003. Rút: A002, A003, B001, K001.
        ("carried_in", 1),
        ("issued", 10),
        ("returned", 0),
        ("served", 5),
        ("served_persons", 8),
        ("left", 1),
        ("no_show", 0),
        ("mistaken", 3),
        ("withdrawn", 4),
        ("open", 1),
        ("missing", 0),
        ("surplus", 0),
        // Việc: three births, the lodging, the copies, the leaflets.
        ("assists", 6),
        ("done", 5),
        ("stuck", 1),
        ("filed", 2),
        ("filed_whole", 1),
        ("filed_online", 1),
        ("channel_not_noted", 2),
        ("paid_online", 1),
        ("filed_paid_online", 1),
        // Minutes waited: 70, 32, 0, 70, 80; of the one that walked out 20.
        ("wait_median", 70 * 60),
        ("wait_longest", 80 * 60),
        ("walkout_wait_median", 20 * 60),
        ("walkout_wait_longest", 20 * 60),
        ("service_longest", 20 * 60),
    ] {
        assert_eq!(json["figures"][figure].as_i64(), Some(number), "{figure}: {:#}", json["figures"]);
    }
    assert!(report.tally.proof.holds());
    let row = |table: &str, key: &str| {
        let rows = json["tables"][table].as_array().unwrap();
        rows.iter()
            .find(|row| row["key"] == key)
            .cloned()
            .unwrap_or_else(|| panic!("{table} {key}: {rows:#?}"))
    };
    // Bản and tờ stand by themselves; five copies are one thing.
    assert_eq!(row("pieces", "copies")["pieces"], 5);
    assert_eq!(row("pieces", "leaflets")["pieces"], 300);
    assert_eq!(row("indicators", "leaflets")["number"], 300);
    assert_eq!(row("procedures", COPIES)["assists"], 1);
    // «Chưa rõ» became the copies; the leaflets were a second need only.
    let field =
        |key: &str| ["visits", "persons", "assists"].map(|one| row("fields", key)[one].as_i64().unwrap());
    assert_eq!(field("ho-tich"), [2, 5, 3]);
    assert_eq!(field("chung-thuc"), [1, 1, 1]);
    assert_eq!(field("cong-dong"), [0, 0, 1]);
    assert!(json["tables"]["fields"].as_array().unwrap().iter().all(|row| row["key"] != "chung"));

    // Every figure of the file, from the rows and by the shell.
    let numbers = counted(&report.tally);
    let again = naive::recount(&world.raw(), span, world.clock_now().seconds(), &catalogue());
    assert_eq!(differences(&numbers, &again), Vec::<String>::new());
    let mut said = of_json(&json);
    said.retain(|path, _| !super::is_said_again(path));
    assert_eq!(differences(&said, &again), Vec::<String>::new());
    shell_counts(&world.file(), (day(), day()), &report.tally.numbers());
    // The two shifts add up to the day.
    let desk = world.desk(1);
    let shifts = desk.shift_spans(day()).unwrap();
    assert_eq!(shifts.len(), 2);
    for shift in shifts {
        let of_shift = counted(&desk.tally(shift).unwrap());
        let again = naive::recount(&world.raw(), shift, world.clock_now().seconds(), &catalogue());
        assert_eq!(differences(&of_shift, &again), Vec::<String>::new(), "{shift:?}");
    }
    // The paper has no visits of the leaflets' field, and says why.
    let text = motcua::papers::text::render(&motcua::papers::tally_sheet(&report, Lang::Vi), 120);
    assert!(text.contains("«–»: không có số nào của lĩnh vực này"), "{text}");
    assert!(text.contains("chưa ghi cách nộp") || text.contains("Chưa ghi cách nộp"), "{text}");
}
