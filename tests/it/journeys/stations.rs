//! Two consoles on one file.

use motcua::ui::keymap::Place;

use crate::harness::{desk, minutes, office};

#[test]
fn each_station_sees_the_others_work_after_a_second() {
    let mut one = desk();
    let mut two = one.station(2);
    two.sees("Quầy 2").sees("Trần Thử Hai");
    one.keys("<F2>ks<Enter>");
    two.sees_not("A001").tick().sees("A001");
    two.keys("<F3>").sees("Xin mời số A 001 đến quầy số 2");
    one.tick().sees_in_order(&["Tại quầy", "A001 Khai sinh        q2 0'"]);
    two.keys("<Enter><F4>");
    one.tick().sees("Xong 1").sees("Chưa có ai chờ.").is_sound();
}

#[test]
fn two_never_call_the_same_person() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F2>ks<Enter><F2>ks<Enter>");
    two.tick();
    one.keys("<F3>").sees("Xin mời số A 001 đến quầy số 1");
    // Its screen is a second old and still shows A001 first.
    two.sees("Enter gọi A001.")
        .keys("<F3>")
        .sees("[!] A001 không còn là số kế tiếp, chưa gọi ai.")
        .sees("Enter gọi A002.");
    two.keys("<F3>").sees("Xin mời số A 002 đến quầy số 2");
    one.tick();
    two.keys("<Enter><F4><F3>").sees("[!] Không còn ai chờ.").is_sound();
}

#[test]
fn what_another_station_has_in_hand_is_left_to_it() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F2>ks<Enter><F3><Enter>");
    two.tick().keys("<Down><F7>").is_in(Place::Queue).sees("[!] A001 đang ở quầy 1.");
    two.keys("<C-p>").sees("[!] A001 đang ở quầy 1.").is_sound();
}

#[test]
fn a_visit_that_was_taken_back_under_the_cursor_is_no_fault() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F2>ks<Enter>");
    two.tick().keys("<Down>").sees("> A001").keys("<F7>");
    one.keys("<C-z>");
    two.keys("bo<Enter>").sees("[!] Lượt này không còn").keys("<Esc>").is_in(Place::Queue).is_sound();
}

#[test]
fn a_shift_opened_and_closed_elsewhere_is_opened_and_closed_here() {
    let mut one = office();
    let mut two = one.station(2);
    one.keys("<Enter>").is_in(Place::Queue);
    two.is_in(Place::OpenShift).tick().is_in(Place::Queue);
    two.keys("<F2>ks");
    one.keys("<F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    // A number that was being given when the shift was closed is refused with the reason, and what was typed stands as it was.
    two.tick().keys("<Tab>").types("Bà Thử").keys("<Enter>").is_in(Place::Intake).sees("[!] Chưa mở ca.");
    two.sees("Cần làm việc gì?: ks").sees("Bà Thử").is_sound();
    one.keys("<Enter>").is_in(Place::Queue);
    two.tick().keys("<Enter>").sees("Đã cấp số A001").is_in(Place::Queue).is_sound();
}

#[test]
fn the_screen_is_quiet_when_nothing_happens() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").at("2026-11-21 09:00");
    let before = scene.screen();
    scene.tick().tick();
    assert_eq!(scene.screen(), before);
    scene.after(minutes(1));
    assert_ne!(scene.screen(), before);
}
