//! Undo and redo, across restarts, and refused when somebody else has changed the same thing since.

use motcua::ui::keymap::Place;

use crate::harness::{desk, office};

#[test]
fn every_step_of_a_visit_is_undone_and_redone() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><Space><F4>").sees("Đã kết thúc A001");
    for undone in [
        "kết thúc A001: 1 việc",
        "đánh dấu bước 1 của Khai sinh (A001)",
        "bắt đầu tiếp A001",
        "gọi A001",
        "cấp số A001",
    ] {
        scene.keys("<C-z>").sees(&format!("[+] Đã hoàn tác: {undone}")).is_sound();
    }
    scene.sees("Chưa có ai chờ.");
    for redone in [
        "cấp số A001",
        "gọi A001",
        "bắt đầu tiếp A001",
        "đánh dấu bước 1 của Khai sinh (A001)",
        "kết thúc A001",
    ] {
        scene.keys("<C-y>").sees(&format!("[+] Đã làm lại: {redone}")).is_sound();
    }
    scene.keys("<C-y>").sees("[!] Không có gì để làm lại.");
    assert_eq!(scene.tally().proof.served, 1);
}

#[test]
fn undo_and_redo_survive_a_restart() {
    desk()
        .keys("<F2>ks<Enter><F3><Enter><F4>")
        .reopened()
        .keys("<C-z>")
        .sees("Đã hoàn tác: kết thúc A001")
        .is_in(Place::Visit)
        .reopened()
        .is_in(Place::Visit)
        .keys("<C-y>")
        .sees("Đã làm lại: kết thúc A001")
        .is_in(Place::Queue)
        .is_sound();
}

#[test]
fn undo_is_refused_when_another_station_changed_the_visit_since() {
    let mut one = desk();
    one.keys("<F2>ks<Enter>");
    let mut two = one.station(2);
    two.keys("<F3>").sees("Xin mời số A 001 đến quầy số 2");
    one.keys("<C-z>").sees("[!] Không hoàn tác được «cấp số A001").sees("quầy 2 đã làm «gọi A001»");
    one.tick().sees("q2").is_sound();
    // What the other one turns back itself leaves the way free.
    two.keys("<C-z>").sees("Đã hoàn tác: gọi A001");
    one.keys("<C-z>").sees("Đã hoàn tác: cấp số A001").is_sound();
}

#[test]
fn a_number_taken_back_is_not_given_to_somebody_else() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><C-z><F2>ks<Enter>").sees("Đã cấp số A002").is_sound();
    let proof = scene.tally().proof;
    assert_eq!((proof.issued, proof.withdrawn.len()), (2, 1));
    scene.keys("<F8><End>").sees("Số đã rút: A001.");
}

#[test]
fn a_station_undoes_its_own_work_only() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F2>ks<Enter>");
    two.keys("<F2>ct<Enter>");
    one.keys("<C-z>").sees("Đã hoàn tác: cấp số A001");
    two.tick().sees_not("A001").keys("<C-z>").sees("Đã hoàn tác: cấp số ").is_sound();
}

#[test]
fn nothing_to_undo_says_so() {
    let mut scene = office();
    scene
        .at("2026-11-22 08:00")
        .reopened()
        .keys("<C-z>")
        .sees("[!] Không có gì để hoàn tác hôm nay ở quầy này.");
}

#[test]
fn the_opening_and_the_closing_of_a_shift_are_undone_too() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F1>dong ca<Enter><Right><F10>2").is_in(Place::TakeOver);
    scene
        .keys("<C-z>")
        .sees("Hoàn tác «đóng ca sáng")
        .keys("2")
        .sees("Đã hoàn tác: đóng ca sáng")
        .is_in(Place::Queue)
        .sees("A001")
        .is_sound();
    scene.keys("<C-z><C-z>2").sees("Đã hoàn tác: mở ca sáng").is_in(Place::OpenShift);
    scene.keys("<C-y>").is_in(Place::Queue).is_sound();
}
