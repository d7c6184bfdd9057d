//! A week at the desk, by keys: two shifts a day, a power cut in the middle of one, a shift that nobody came to take, a
//! forgotten close over a weekend, one who came late and one who left early. What the tally, the hours and the handovers say
//! afterwards is what a person counts with pencil and paper; the count stands beside each number.

use motcua::domain::handover::Became;
use motcua::domain::{Calendar, Day, Handed, ItemKind, LeaveReason, Span, SpanKind};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, office};
use crate::world::Says;

/// The four of the roster, with the letters by which a list finds them.
const TEAM: [(&str, &str); 4] =
    [("Nguyễn Thử Một", "mo"), ("Trần Thử Hai", "ha"), ("Lê Thử Ba", "ba"), ("Phạm Thử Bốn", "bo")];

/// Ticks those who are on duty, and nobody else, in the form that opens a shift or changes who is on duty.
fn pick(scene: &mut Scene, on_duty: &str) {
    for (name, letters) in TEAM {
        let is_picked = scene.shows(&format!("[x] {name}"));
        if is_picked != on_duty.contains(letters) {
            scene.keys(&format!("{letters}<Space>"));
        }
    }
    scene.keys("<Enter>");
}

fn opens(scene: &mut Scene, moment: &str, on_duty: &str) {
    scene.at(moment).is_in(Place::OpenShift);
    pick(scene, on_duty);
    scene.is_in(Place::Queue);
}

/// Closes the shift at a moment; says whether something waits to be taken.
fn closes(scene: &mut Scene, moment: &str) -> bool {
    scene.at(moment).keys("<F1>dong ca<Enter>").is_in(Place::CloseShift).keys("<F10>2");
    scene.place() == Place::TakeOver
}

/// One party from its number to its end, in so many minutes.
fn serves(scene: &mut Scene, moment: &str, until: &str) {
    scene.at(moment).keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit).at(until).keys("<F4>");
    scene.is_in(Place::Queue);
}

fn rows(scene: &Scene) -> Vec<Handed> {
    scene.world().desk(1).handed().rows.into_iter().map(|(row, _)| row).collect()
}

fn week(scene: &Scene) -> motcua::domain::tally::Tally {
    let monday: Day = "2026-11-23".parse().unwrap();
    scene.world().desk(1).tally(Span::of(SpanKind::Week, Calendar::Civil, monday)).unwrap()
}

#[test]
fn a_week_of_two_shifts_a_day_is_right_by_hand_count() {
    let mut scene = office();

    // Monday morning: Một and Hai from 07:30, Ba from 09:00. One served in 10 minutes; one is left aside.
    opens(&mut scene, "2026-11-23 07:30", "mo ha");
    serves(&mut scene, "2026-11-23 08:00", "2026-11-23 08:10");
    scene.at("2026-11-23 09:00").keys("<F1>them bot nguoi<Enter>");
    pick(&mut scene, "mo ha ba");
    scene.at("2026-11-23 10:00").keys("<F2>ct<Enter><F3><Enter>").at("2026-11-23 10:20").keys("<F6>");
    assert!(closes(&mut scene, "2026-11-23 11:30"));
    let handed = rows(&scene);
    assert_eq!(handed.len(), 1);
    assert_eq!((handed[0].item.kind, handed[0].missed), (ItemKind::Visit, 0));

    // Monday afternoon: Ba takes it, the party is called again and done; Bốn leaves at 15:00.
    scene.at("2026-11-23 13:25").sees("tạm giữ từ 10:20").keys("1ba<F10>").is_in(Place::OpenShift);
    opens(&mut scene, "2026-11-23 13:30", "ba bo");
    scene
        .at("2026-11-23 14:00")
        .keys("<C-f>b1<Enter>")
        .is_in(Place::Visit)
        .at("2026-11-23 14:15")
        .keys("<F4>");
    scene.at("2026-11-23 15:00").keys("<F1>them bot nguoi<Enter>");
    pick(&mut scene, "ba");
    assert!(!closes(&mut scene, "2026-11-23 17:00"), "nothing was left");
    let monday_morning = scene.world().desk(1).handover_beside(None, true).unwrap().unwrap();
    let before = monday_morning.handover.map(|handover| handover.id);
    let monday_morning = scene.world().desk(1).handover_beside(before, true).unwrap().unwrap();
    let became = monday_morning.rows[0].0.became;
    assert!(matches!(became, Some(Became::Stage(..))), "{became:?}");

    // Tuesday morning: the power fails while somebody is served, from 09:05 to 09:20; nothing is lost. What Hai writes for
    // the next shift nobody comes to take: the desk stays closed in the afternoon.
    opens(&mut scene, "2026-11-24 07:30", "mo ha");
    scene.at("2026-11-24 09:00").keys("<F2>vneid<Enter><F3><Enter><Space>").sees("(1/");
    scene.at("2026-11-24 09:20").power_fails().is_in(Place::Visit).sees("(1/");
    scene.at("2026-11-24 09:30").keys("<F4>").is_in(Place::Queue);
    scene.keys("<C-n>").types("mua thêm giấy A4").keys("<F10>").sees("Đã ghi mục bàn giao");
    assert!(closes(&mut scene, "2026-11-24 11:30"));

    // Wednesday morning goes through it first, and takes nothing; in the afternoon Một takes it and it is done.
    scene.at("2026-11-25 07:25").is_in(Place::TakeOver).sees("mua thêm giấy A4").keys("<Esc>");
    opens(&mut scene, "2026-11-25 07:30", "ha ba");
    scene.sees("Bàn giao: 1 chưa nhận");
    serves(&mut scene, "2026-11-25 08:00", "2026-11-25 08:20");
    assert!(closes(&mut scene, "2026-11-25 11:30"));
    // Passed over on Tuesday, and once more.
    assert_eq!(rows(&scene)[0].missed, 1);
    scene.at("2026-11-25 13:25").sees("1 ca chưa ai nhận").keys("<Space>mo<F10>");
    opens(&mut scene, "2026-11-25 13:30", "mo bo");
    scene.sees_not("chưa nhận").keys("<F1>ban giao<Enter><Delete>xong<Enter>").sees("đã xong").keys("<Esc>");
    assert!(!closes(&mut scene, "2026-11-25 17:00"));

    // Thursday: one comes back on Monday; walked out is one.
    opens(&mut scene, "2026-11-26 07:30", "mo");
    scene.at("2026-11-26 08:00").keys("<F2>ks<Enter><F2>ks<Enter><F7>hen<Enter>").is_in(Place::ComeBack);
    scene.keys("<Right><Enter>").sees("hẹn quay lại 30/11/2026");
    scene.at("2026-11-26 08:30").keys("<F7>bo ve<Enter>");
    assert!(!closes(&mut scene, "2026-11-26 11:30"), "a promise of another day is to be known, not taken");
    assert_eq!(rows(&scene).len(), 1);
    opens(&mut scene, "2026-11-26 13:30", "ha");
    assert!(!closes(&mut scene, "2026-11-26 17:00"));

    // Friday: in the afternoon somebody waits, the last deed is at 16:10, and nobody closes.
    opens(&mut scene, "2026-11-27 07:30", "ba");
    assert!(!closes(&mut scene, "2026-11-27 11:30"));
    opens(&mut scene, "2026-11-27 13:30", "ha bo");
    scene.at("2026-11-27 16:10").keys("<F2>ks<Enter>").sees("Đã cấp số A001");

    // Monday: the end is estimated, then what was left: who waits, and who comes back today.
    scene.world().clock.set("2026-11-30 07:25");
    scene.reopened().is_in(Place::Forgotten).sees("16:10, ước tính").keys("<Enter>").is_in(Place::TakeOver);
    scene.sees("2 mục").sees("A001 27/11").sees("hẹn 30/11/2026");
    scene.keys("14ba<F10>").is_in(Place::OpenShift).sees("Hôm nay hẹn quay lại: 1");
    opens(&mut scene, "2026-11-30 07:30", "ba");
    scene.at("2026-11-30 07:40").keys("<F3><Enter>").is_in(Place::Visit).at("2026-11-30 07:50").keys("<F4>");
    assert!(closes(&mut scene, "2026-11-30 11:30"), "the promise is still to be kept today");

    // By hand, of the week of the 23rd. Numbers: Monday 2, Tuesday 1, Wednesday 1, Thursday 2, Friday 1.
    let tally = week(&scene);
    let proof = &tally.proof;
    assert_eq!((proof.issued, proof.served, proof.left, proof.open), (7, 4, 2, 1));
    assert_eq!(tally.left, [(LeaveReason::WalkedOut, 1), (LeaveReason::AnotherDay, 1)]);
    // Minutes on duty. Một: Monday 240, Tuesday 240, Wednesday 210, Thursday 240. Hai: Monday 240, Tuesday 240, Wednesday
    // 240, Thursday 210, Friday to 16:10, which is 160. Ba: Monday 150 and 210, Wednesday 240, Friday 240. Bốn: Monday 90,
    // Wednesday 210, Friday 160.
    let hours: Vec<(i64, u32)> = tally.volunteers.iter().map(|row| (row.volunteer.0, row.minutes)).collect();
    assert_eq!(hours, [(1, 930), (2, 1090), (3, 840), (4, 460)]);
    // Served in 10, 20 + 15, 30 (the console stood dark meanwhile, and nobody noted an outage) and 20 minutes: the middle of
    // the four is 25, the longest 35, but for the seconds in which a party comes to the table.
    let times = tally.services;
    assert_eq!((times.count, times.left_out), (4, 0));
    assert!((25 * 60 - 15..=25 * 60).contains(&times.median), "{times:?}");
    assert!((35 * 60 - 15..=35 * 60).contains(&times.longest), "{times:?}");
    // Nine shifts of the week and Monday's: one whose end is an estimate, and a handover each.
    let count = |sql: &str| scene.world().raw().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM shift WHERE estimated = 1"), 1);
    assert_eq!((count("SELECT count(*) FROM shift"), count("SELECT count(*) FROM handover")), (10, 10));
    scene.is_sound();
}
