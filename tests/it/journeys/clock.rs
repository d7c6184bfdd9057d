//! A PC's clock that is wrong: it is said, numbers can be given all the same, and a person's word sets it right.

use motcua::domain::clock::Trust;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes, office};
use crate::world::{Says, VNEID};

fn days_of_numbers(scene: &Scene) -> Vec<String> {
    let file = scene.world().raw();
    let mut days = file.prepare("SELECT DISTINCT day FROM visit ORDER BY day").unwrap();
    days.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn after_a_power_cut_a_number_is_given_on_the_day_of_the_last_one() {
    for wrong in
        ["2020-01-01 00:02", "2025-06-30 09:00", "2026-01-01 07:30", "1969-12-31 23:59", "1900-01-01 00:00"]
    {
        let mut scene = desk();
        scene.keys("<F2>ks<Enter>").world().clock.set(wrong);
        scene
            .reopened()
            .is_in(Place::Today)
            .sees("Hôm nay là ngày nào?")
            .sees("Thứ Bảy 21/11/2026, ngày làm việc cuối")
            .keys("<Esc>")
            .sees("ĐỒNG HỒ SAI")
            .keys("<F2>ks<Enter>")
            .sees("Đã cấp số A002, còn 1 lượt phía trước")
            .keys("<F2>zzz<Enter>")
            .sees("Đã cấp số G001")
            .is_sound();
        assert_eq!(days_of_numbers(&scene), ["2026-11-21"], "{wrong}");
    }
}

#[test]
fn a_number_can_be_given_with_any_clock_also_in_an_empty_file() {
    for wrong in
        ["2020-01-01 08:00", "2025-06-30 08:00", "1969-07-20 08:00", "2038-01-19 10:20", "9999-12-31 08:00"]
    {
        let mut scene = crate::harness::first_start();
        scene.world().clock.set(wrong);
        scene.reopened().keys("vinh bao<Enter><Enter><Enter><Enter><Enter><Enter>").is_in(Place::Queue);
        scene.keys("<F2><Enter>").sees("Đã cấp số G001").is_sound();
    }
}

#[test]
fn enter_takes_the_day_that_is_proposed_and_the_clock_goes_on_from_there() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").after(minutes(30)).keys("<F3><Enter>").world().clock.set("2020-01-01 00:02");
    scene.reopened().is_in(Place::Today).sees("Giờ:  (08:00)");
    scene.keys("<Down><Down>8:20<Enter>").sees("Đã báo giờ đúng").sees("theo người báo 08:20 21/11/2026");
    scene.after(minutes(10)).sees("08:30 thứ Bảy 21/11").keys("<F4>").sees("Đã kết thúc A001").is_sound();
    let served = scene.world().desk(1).tally(scene.console().clock().now().day()).unwrap().services.longest;
    assert!((29 * 60..31 * 60).contains(&served), "{served}");
    // The next start asks nothing: what was said still fits.
    scene.reopened().is_in(Place::Queue).sees("ĐỒNG HỒ SAI 00:1");
    // The next power cut does.
    scene.world().clock.set("2020-01-01 00:01");
    scene.reopened().is_in(Place::Today);
}

#[test]
fn a_clock_that_is_right_again_by_itself_counts_at_once() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").world().clock.set("2026-11-21 04:30");
    // It is behind by hours of the same day: nothing can go to a wrong day, so nobody is asked.
    scene.reopened().is_in(Place::Queue).sees("ĐỒNG HỒ SAI 04:30 21/11/2026");
    scene
        .keys("<F1>dong ho<Enter>")
        .is_in(Place::Today)
        .keys("<Down><Down>9:00<Enter>")
        .sees("09:00 thứ Bảy");
    scene.after(minutes(5)).sees("09:05 thứ Bảy").sees("ĐỒNG HỒ SAI");
    // Somebody sets the PC's clock.
    scene.at("2026-11-21 09:06").sees("09:06 thứ Bảy").sees_not("ĐỒNG HỒ");
    scene.reopened().sees("09:06 thứ Bảy").sees_not("ĐỒNG HỒ").is_sound();
    let said: String = scene
        .world()
        .raw()
        .query_row("SELECT value FROM setting WHERE key = 'time-said'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(said, "null");
}

#[test]
fn the_day_after_is_one_key_away_and_a_wrong_year_must_be_meant() {
    let mut scene = desk();
    scene.keys("<F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    scene.at("2026-11-21 16:30").keys("<Space><Enter>").is_in(Place::Queue);
    scene.keys("<F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    scene.world().clock.set("2020-01-01 00:02");
    scene
        .reopened()
        .is_in(Place::Today)
        .sees("Ngày: < Thứ Hai 23/11/2026, ngày làm việc kế tiếp >")
        .sees("(07:30)")
        .keys("<Down>23/11/2062<Enter>")
        .sees("[!] Sau ngày làm việc cuối 13.151 ngày.")
        .is_in(Place::Today)
        .keys("<C-u>1/11/2026<Enter>")
        .sees("[!] Trước lần ghi cuối")
        .keys("<C-u>31/2/2026<Enter>")
        .sees("[!] ")
        .is_in(Place::Today)
        .keys("<C-u><Enter>")
        .is_in(Place::OpenShift)
        .sees("07:30 thứ Hai 23/11");
    scene.keys("<Space><Enter><F2>ks<Enter>").sees("Đã cấp số A001").is_sound();
    assert_eq!(days_of_numbers(&scene), ["2026-11-23"]);
}

#[test]
fn a_person_may_take_the_day_back_that_a_wrong_clock_began() {
    // The file was begun with a clock years ahead, and nobody could know.
    let mut scene = office();
    scene.at("2026-12-20 08:00").keys("<Enter><F2>ks<Enter>").sees("A001");
    scene.at("2026-11-21 08:10").sees("ĐỒNG HỒ SAI").is_in(Place::Today);
    scene
        .keys("<Space><Space>")
        .sees("21/11/2026, như đồng hồ máy")
        .keys("<Enter>")
        .sees("[!] Trước lần ghi cuối");
    scene.keys("<Enter>").sees("08:10 thứ Bảy 21/11").sees_not("ĐỒNG HỒ");
    scene.keys("<F2>ct<Enter>").sees("Đã cấp số B001").reopened().is_in(Place::Queue).sees_not("ĐỒNG HỒ");
    assert_eq!(days_of_numbers(&scene), ["2026-11-21", "2026-12-20"]);
}

#[test]
fn a_clock_years_ahead_is_asked_about_before_a_number_goes_there() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter>")
        .at("2033-05-01 09:00")
        .is_in(Place::Today)
        .sees("ĐỒNG HỒ SAI 09:00 01/05/2033");
    scene.keys("<Esc><F2>ks<Enter>").sees("Đã cấp số A002").is_sound();
    assert_eq!(days_of_numbers(&scene), ["2026-11-21"]);
    // Nobody is asked twice, and nobody while a party is being helped.
    scene.tick().is_in(Place::Queue);
    scene.at("2026-11-21 09:00").sees_not("ĐỒNG HỒ").keys("<F3><Enter>").is_in(Place::Visit);
    scene
        .at("2033-05-01 09:00")
        .is_in(Place::Visit)
        .sees("ĐỒNG HỒ SAI")
        .keys("<F4>")
        .tick()
        .is_in(Place::Today);
}

#[test]
fn the_tally_of_a_day_with_a_wrong_clock_says_so() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").world().clock.set("2020-01-01 00:02");
    scene.reopened().keys("<Esc><F8>").sees_not("Có lúc đồng hồ máy sai").keys("<Esc>");
    scene.keys("<F2>ks<Enter><F8><End>").sees("Có lúc đồng hồ máy sai (21/11/2026)");
    assert_eq!(scene.console().clock().now().day(), "2026-11-21".parse().unwrap());
    scene.world().clock.set("2026-11-21 17:00");
    let tally = scene.tally();
    assert_eq!(tally.doubted, ["2026-11-21".parse().unwrap()]);
    // Undo takes the number back, and not what is known of the clock.
    scene.reopened().keys("<C-z>");
    assert_eq!(scene.tally().doubted.len(), 1);
}

#[test]
fn the_alarm_fits_the_screen_in_both_languages_beside_an_outage() {
    for (lang, wrong, down) in [(Lang::Vi, "ĐỒNG HỒ", "điều nữa"), (Lang::En, "WRONG CLOCK", "1 more")]
    {
        let mut scene = desk();
        scene.lang(lang).world().clock.set("2020-01-01 00:02");
        scene.reopened().keys("<Esc>");
        for (width, height) in [(80, 24), (120, 40), (60, 20)] {
            scene.size(width, height).sees(wrong).sees("00:02 01/01/2020");
            if width >= 80 {
                scene.sees("21/11/2026");
            }
        }
        scene.size(120, 40).keys("<F1>su co<Enter>2<Esc>").sees(wrong);
        scene.size(80, 24).sees(wrong);
        let alarm = scene.screen().lines().nth(1).unwrap().to_owned();
        assert!(alarm.contains(wrong) && (alarm.contains(down) || alarm.contains("F1")), "{alarm}");
    }
}

#[test]
fn no_stamp_runs_backwards_whatever_the_clock_does() {
    let mut scene = desk();
    for moment in [
        "2026-11-21 09:00",
        "2026-11-21 08:58",
        "2026-11-21 02:00",
        "2019-01-01 00:00",
        "2033-01-01 00:00",
        "2026-11-21 09:30",
    ] {
        scene.world().clock.set(moment);
        let mut desk = scene.world().desk(1);
        desk.gives(VNEID);
    }
    let file = scene.world().raw();
    let mut stamps = file.prepare("SELECT at FROM journal ORDER BY id").unwrap();
    let stamps: Vec<i64> = stamps.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(stamps.is_sorted(), "{stamps:?}");
    assert_eq!(days_of_numbers(&scene), ["2026-11-21"]);
    scene.tick().is_sound();
}

#[test]
fn consoles_in_two_time_zones_are_told() {
    use crate::world::{HandClock, desk_at};
    // One console was started without a time zone: its clock is seven hours behind.
    let mut here = desk();
    here.keys("<F2>ks<Enter>");
    let utc = HandClock::at("2026-11-21 00:31");
    let mut there = desk_at(&here.world().file(), utc.clone(), 2);
    there.load().unwrap();
    assert!(matches!(there.clock().reading().trust, Trust::Doubtful(_)));
    here.keys("<F2>ks<Enter>");
    assert!(there.changed_elsewhere().unwrap());
    let differs = there.load().unwrap().differs.unwrap();
    assert!(differs.is_zone() && differs.seconds > 0, "{differs:?}");
    // What it gives is of the right time all the same.
    let visit = there.gives(VNEID);
    let arrived = there.card(visit).visit.arrived;
    assert!(arrived >= here.world().clock_now(), "{arrived:?}");

    // The other way round: here it is seven hours later.
    let mut there = desk();
    there.world().clock.set("2026-11-21 07:31");
    there.tick();
    let mut late = desk_at(&there.world().file(), HandClock::at("2026-11-21 14:31"), 2);
    late.load().unwrap();
    there.keys("<F2>ks<Enter>");
    assert!(late.changed_elsewhere().unwrap());
    assert!(late.load().unwrap().differs.is_some_and(|differs| differs.is_zone() && differs.seconds < 0));
    late.gives(VNEID);
    there.tick().sees("MÚI GIỜ LỆCH: quầy 2 nhanh 7 giờ so với quầy này.");
}
