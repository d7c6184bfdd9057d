//! A shift that nobody closed: one screen proposes its end, and no sum has the night.

use motcua::domain::printing::Document;
use motcua::domain::{Day, Span};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

/// The morning's shift, last used at 11:12 with one party open, and the window was killed.
fn forgotten() -> Scene {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter>")
        .at("2026-11-21 11:12")
        .keys("<F2>ct<Enter><F3><Enter><F4>")
        .sees("Đã kết thúc A001");
    scene.at("2026-11-21 11:13");
    scene
}

fn minutes_of(scene: &Scene, day: &str) -> u32 {
    let day: Day = day.parse().unwrap();
    scene.world().desk(1).tally(day).unwrap().staffing.minutes
}

fn only_shift(scene: &Scene) -> (String, bool) {
    let sql = "SELECT datetime(closed, 'unixepoch'), estimated FROM shift ORDER BY id LIMIT 1";
    scene.world().raw().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

#[test]
fn enter_closes_it_at_its_last_deed_and_goes_to_todays_opening() {
    let mut scene = forgotten();
    scene.world().clock.set("2026-11-23 07:35");
    scene
        .reopened()
        .is_in(Place::Forgotten)
        .sees("Chưa đóng ca sáng thứ Bảy 21/11/2026")
        .sees("> Kết thúc lúc:")
        .sees("11:12, ước tính")
        .sees("Lượt còn mở: 1")
        .keys("<Enter>")
        // What it left open is gone through before the next one opens.
        .is_in(Place::TakeOver)
        .sees("B001 21/11")
        .keys("1ha<F10>")
        .is_in(Place::OpenShift);
    assert!(only_shift(&scene).1);
    assert!(only_shift(&scene).0.starts_with("2026-11-21 11:12"));
    assert_eq!(scene.pages().len(), 1, "the sheet of that day");
    assert!(matches!(&scene.pages()[0].document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    scene.keys("<Enter>").is_in(Place::Queue).sees("B001 21/11").sees("B001 21/11  chờ 0 phút").is_sound();
    // Four people from half past seven: not one minute of two nights.
    let minutes = minutes_of(&scene, "2026-11-21");
    assert!((4 * 221..=4 * 223).contains(&minutes), "{minutes}");
    scene.keys("<F8><PageUp><PageUp><End>").sees("(ước tính)");
}

#[test]
fn the_end_that_somebody_remembers_is_typed_and_a_party_may_have_gone() {
    let mut scene = forgotten();
    scene.at("2026-11-23 07:35").is_in(Place::Forgotten);
    scene
        .keys("11:00<Enter>")
        .sees("[!] Từ 11:12")
        .is_in(Place::Forgotten)
        .keys("<C-u>11h30<Down><Space>")
        .sees("< bỏ về >")
        .keys("<Enter>")
        .is_in(Place::OpenShift);
    assert_eq!(only_shift(&scene), ("2026-11-21 11:30:00".to_owned(), false));
    scene.keys("<Enter>").is_in(Place::Queue).sees("Chưa có ai chờ.").is_sound();
    let proof = scene.world().desk(1).tally("2026-11-21".parse::<Day>().unwrap()).unwrap().proof;
    assert_eq!((proof.issued, proof.served, proof.open), (2, 1, 0));
}

#[test]
fn a_console_that_runs_over_the_time_asks_once_nobody_is_in_hand() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter>").at("2026-11-21 23:40").is_in(Place::Forgotten).keys("<Esc>");
    scene.is_in(Place::Queue).keys("<F3><Enter>").is_in(Place::Visit);
    scene
        .at("2026-11-22 00:10")
        .is_in(Place::Visit)
        .keys("<F4>")
        .sees("Đã kết thúc A001")
        .is_in(Place::Forgotten);
    scene.keys("<Enter>").is_in(Place::TakeOver).keys("<Esc>").is_in(Place::OpenShift).is_sound();
    assert!(only_shift(&scene).0.starts_with("2026-11-21 23:40"), "{:?}", only_shift(&scene));
}

#[test]
fn what_is_being_typed_is_not_taken_away() {
    let mut scene = desk();
    scene
        .keys("<F2>ks")
        .at("2026-11-22 00:01")
        .is_in(Place::Intake)
        .keys("<Esc>")
        .tick()
        .is_in(Place::Forgotten);
}

#[test]
fn hours_after_its_end_it_is_asked_about_and_may_go_on() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").at("2026-11-21 14:20").is_in(Place::Queue);
    scene.at("2026-11-21 14:31").is_in(Place::Forgotten).keys("<Esc>").is_in(Place::Queue);
    scene.tick().is_in(Place::Queue).keys("<F2>ks<Enter>").sees("A002");
    scene.after(minutes(200)).is_in(Place::Queue);
    // The next day it is not left to anybody.
    scene.at("2026-11-22 07:30").is_in(Place::Forgotten).keys("<Esc>").is_in(Place::Forgotten).is_sound();
}

#[test]
fn another_console_sees_it_and_one_of_them_closes_it() {
    let mut one = forgotten();
    one.world().clock.set("2026-11-23 07:35");
    let mut two = one.station(2);
    one.reopened().is_in(Place::Forgotten);
    two.is_in(Place::Forgotten);
    one.keys("<Enter><Esc><Enter>").is_in(Place::Queue);
    // Its screen is a second old, and must not close the new shift.
    two.keys("<Enter>").sees("[!] Ca này đã được quầy khác đóng.").is_in(Place::Queue);
    one.tick().is_in(Place::Queue).is_sound();
    let shifts: i64 = one
        .world()
        .raw()
        .query_row("SELECT count(*) FROM shift WHERE closed IS NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(shifts, 1);
}

#[test]
fn a_running_outage_stays_and_costs_no_night() {
    let mut scene = desk();
    scene.keys("<F1>su co<Enter>2<Esc>").at("2026-11-21 11:00").keys("<F2>ks<Enter>");
    scene.at("2026-11-23 07:30").is_in(Place::Forgotten).sees("Sự cố còn mở, giữ nguyên:").keys("<Enter>");
    scene.keys("<Esc><Enter>").is_in(Place::Queue).after(minutes(30)).keys("<F1>su co<Enter>2");
    scene.sees("4 giờ").keys("<Esc>").is_sound();
    let year =
        Span::of(motcua::domain::SpanKind::Year, motcua::domain::Calendar::Civil, scene.world().clock.day());
    let lost = scene.world().desk(1).tally(year).unwrap().lost.minutes;
    assert!((235..=245).contains(&lost), "{lost}");
}

#[test]
fn a_clock_that_jumps_makes_no_hours() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>");
    for moment in ["2033-01-01 10:00", "2019-01-01 00:00", "2026-11-21 09:00"] {
        scene.at(moment);
        if scene.place() == Place::Today {
            scene.keys("<Esc>");
        }
        scene.keys("<F2>ks<Enter>");
    }
    scene.keys("<F1>dong ca<Enter><F10>2");
    for year in ["2019-06-01", "2026-06-01", "2033-06-01"] {
        let year =
            Span::of(motcua::domain::SpanKind::Year, motcua::domain::Calendar::Civil, year.parse().unwrap());
        let tally = scene.world().desk(1).tally(year).unwrap();
        assert!(tally.staffing.minutes <= 4 * 120, "{year:?} {}", tally.staffing.minutes);
        assert!(tally.waits.longest < 3600 * 3);
    }
}

#[test]
fn it_is_said_in_english_and_fits() {
    let mut scene = forgotten();
    scene.lang(Lang::En).world().clock.set("2026-11-23 07:35");
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        scene
            .size(width, height)
            .reopened()
            .is_in(Place::Forgotten)
            .sees("The morning shift of Saturday 21/11/2026");
        scene.sees("11:12, estimated").sees("B001");
    }
}
