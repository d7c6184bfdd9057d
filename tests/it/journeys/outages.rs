//! What does not work is marked with one key, and every station and screen says it.

use motcua::domain::System;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{desk, desk_from, minutes, office};

#[test]
fn a_system_is_marked_as_down_and_as_working_again() {
    let mut scene = desk();
    scene
        .at("2026-11-21 09:12")
        .sees_not("SỰ CỐ")
        .keys("<F1>su co<Enter>")
        .is_in(Place::Outages)
        .sees("> 1 [ ] VNeID")
        .keys("<Enter>")
        .sees("[+] Đã ghi sự cố: VNeID")
        .sees("> 1 [x] VNeID")
        .sees("từ 09:12")
        .keys("<Esc>")
        .is_in(Place::Queue)
        .sees("SỰ CỐ: VNeID từ 09:12")
        .after(minutes(34))
        .keys("<F1>su co<Enter>")
        .sees("từ 09:12, 34 phút")
        .keys("<Space>")
        .sees("[+] Đã ghi hết sự cố VNeID sau 34 phút")
        .sees_not("SỰ CỐ: ")
        .keys("<Esc>");
    let lost = scene.tally().lost;
    assert!(format!("{lost:?}").contains("Vneid"), "{lost:?}");
    scene.is_sound();
    // The day's sheet says so, on screen and on paper.
    scene.size(100, 60).keys("<F8>").sees("Sự cố trong giờ trực: VNeID 1 lần, 34 phút.");
    scene.lang(Lang::En).keys("<F8>").sees("Outages while on duty: VNeID once, 34 min.");
}

#[test]
fn every_screen_and_every_station_says_what_does_not_work() {
    let mut one = desk();
    let mut two = one.station(2);
    one.at("2026-11-21 09:12").keys("<F1>su co<Enter><Down><Down><Down><Enter><Up><Up><Up><Enter><Esc>");
    two.tick().sees("SỰ CỐ: mạng Internet từ 09:12 · VNeID từ 09:12");
    for keys in
        ["<F8>", "<Esc><F1>nhat ky<Enter>", "<Esc><F1>cai dat<Enter>", "<Esc><F1>dong ca<Enter>", "<Esc><F2>"]
    {
        one.keys(keys).sees("SỰ CỐ: mạng Internet");
    }
    // The other station ends it.
    two.keys("<F1>su co<Enter><Enter><Esc>").sees("SỰ CỐ: mạng Internet từ 09:12").sees_not("VNeID từ");
    one.tick().sees_not("VNeID từ").is_sound();
}

#[test]
fn seven_systems_at_once_still_fit_the_line() {
    let mut scene = desk();
    scene.keys("<F1>su co<Enter>").keys(&"<Enter><Down>".repeat(System::ALL.len())).keys("<Esc>");
    scene.sees("SỰ CỐ: VNeID, Cổng Dịch vụ công, thanh toán trực tuyến, mạng Internet");
    scene.size(120, 40).sees("hệ thống BHXH, BHYT, hệ thống khác");
    scene.size(60, 20).sees("SỰ CỐ: VNeID, Cổng Dịch vụ công").is_sound();
}

#[test]
fn marking_the_wrong_system_is_undone() {
    let mut scene = desk();
    scene
        .keys("<F1>su co<Enter><Enter><C-z>")
        .is_in(Place::Outages)
        .sees("> 1 [ ] VNeID")
        .sees_not("SỰ CỐ: ");
    scene.keys("<Esc><F1>su co<Enter><Enter><Esc><C-z>").sees_not("SỰ CỐ: ");
    assert!(scene.console().model().outages.is_empty());
}

#[test]
fn an_outage_of_yesterday_says_its_day() {
    let mut scene = desk_from("2026-11-20 16:40");
    scene.keys("<F1>su co<Enter><Enter>");
    scene.at("2026-11-21 08:00").sees("SỰ CỐ: VNeID từ 16:40 20/11");
}

#[test]
fn it_can_be_marked_before_the_shift_is_open() {
    office().keys("<F1>su co<Enter><Enter><Esc>").is_in(Place::OpenShift).sees("SỰ CỐ: VNeID từ 07:30");
}

#[test]
fn whoever_waits_for_what_is_down_is_marked_until_it_works_again() {
    let mut scene = desk();
    // Three persons wait with a birth registration, which needs VNeID; one does not need it.
    scene.at("2026-11-21 09:00").keys("<F2>ks<F5><F5><Enter>").sees_not("[!VNeID]");
    scene.keys("<F1>su co<Enter>1").sees("[+] Đã ghi sự cố: VNeID").sees("> 1 [x] VNeID").keys("<Esc>");
    scene.sees("[!VNeID] Khai sinh").sees("[!] Đang lỗi: VNeID");
    // A second system is told beside the first; one that nobody here needs is not.
    scene
        .keys("<F1>su co<Enter>45<Esc>")
        .sees("[!VNeID] [!mạng] K")
        .sees("[!] Đang lỗi: VNeID, mạng Internet");
    scene.after(minutes(12)).keys("<F1>su co<Enter>45").sees("> 5 [ ] điện");
    scene.keys("1").sees("[+] Đã ghi hết sự cố VNeID sau 12 phút: 3 người đang chờ việc này");
    scene.keys("<Esc>").sees_not("[!VNeID").sees_not("Đang lỗi");
    let lost = scene.tally().lost;
    assert_eq!((lost.visits, lost.persons), (1, 3), "{lost:?}");
    let hit: Vec<_> = lost.systems.iter().map(|row| (row.system, row.visits, row.persons)).collect();
    assert_eq!(hit, [(System::Vneid, 1, 3), (System::Network, 1, 3), (System::Power, 0, 0)]);
    scene.is_sound();
}

#[test]
fn what_is_stuck_while_a_system_is_down_is_offered_that_reason_first() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><F1>su co<Enter>1<Esc>").is_in(Place::Visit);
    scene.sees("Khai sinh ×1").sees("[!VNeID]").sees("[!] Đang lỗi: VNeID");
    scene.keys("<End><Enter>").is_in(Place::Choice).keys("<Enter>").sees("hệ thống lỗi");
    // While everything works the plain outcome comes first.
    scene.keys("<F1>su co<Enter>1<Esc><End><Enter><Enter>").sees("Kết quả: xong");
}

#[test]
fn a_visit_that_came_after_the_outage_was_not_hit() {
    let mut scene = desk();
    scene.at("2026-11-21 09:00").keys("<F1>su co<Enter>1").after(minutes(5)).keys("1<Esc>");
    scene.after(minutes(1)).keys("<F2>ks<Enter>").after(minutes(5));
    let lost = scene.tally().lost;
    assert_eq!((lost.minutes, lost.visits, lost.persons), (5, 0, 0), "{lost:?}");
}
