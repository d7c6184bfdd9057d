//! Calling: called, appeared, did not appear, again, on hold, back in the queue, left.

use crossterm::event::KeyCode;
use motcua::domain::LeaveReason;
use motcua::ui::key::Key;
use motcua::ui::keymap::Place;

use crate::harness::{desk, minutes};

#[test]
fn the_next_is_called_appears_and_the_time_runs() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter>")
        .keys("<F3>")
        .sees("Xin mời số A 001 đến quầy số 1")
        .sees("đã gọi 1 lần")
        .sees("q1")
        .keys("<Enter>")
        .sees("đang tiếp 0:00")
        .is_in(Place::Visit)
        .after(minutes(3))
        .sees("đang tiếp 3:00")
        .sees("Hàng chờ (1)");
}

#[test]
fn enter_walks_through_a_whole_visit() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F2>ct<Enter>")
        .sees("Enter gọi A001.")
        .keys("<Enter>")
        .sees("Xin mời số A 001")
        .keys("<Enter>")
        .is_in(Place::Visit)
        .keys("<F4>")
        .is_in(Place::Queue)
        .sees("[+] Xong A001: 1 việc")
        .keys("<Enter>")
        .sees("Xin mời số ")
        .is_sound();
    assert_eq!(scene.tally().proof.served, 1);
}

#[test]
fn one_key_finishes_a_visit_and_calls_the_next() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ct<Enter><F3><Enter>").is_in(Place::Visit).sees("Xong, gọi tiếp");
    scene
        .keys_of(Key { ctrl: true, ..Key::plain(KeyCode::Right) })
        .sees("Xong A001: 1 việc, gọi")
        .sees("Xin mời số ");
    // One thing that was done is one thing to undo.
    scene.keys("<C-z>").is_in(Place::Visit).sees("đang tiếp").sees("Hàng chờ (1)");
    scene.keys("/").sees("Xin mời số ").keys("<Enter>").is_in(Place::Visit);
    // Nobody waits: the visit is finished all the same.
    scene.sees_not("Xong, gọi tiếp").keys("/").is_in(Place::Queue).sees("1 việc, không còn ai chờ");
    // Whoever was only called has not been helped.
    scene.keys("<F2>ks<Enter><F3>/").sees("[!]").sees("Xin mời số").is_sound();
    assert_eq!(scene.tally().proof.served, 2);
}

#[test]
fn a_party_is_called_again() {
    desk()
        .keys("<F2>ks<Enter><F3><F5>")
        .sees("đã gọi 2 lần")
        .sees("Gọi lại A001 (lần 2)")
        .keys("l")
        .sees("đã gọi 3 lần");
}

#[test]
fn a_party_that_does_not_appear_has_left() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F3>")
        .after(minutes(1))
        .keys("<F7>")
        .sees("A001 rời đi vì")
        .sees("> gọi không có mặt")
        .keys("<Enter>")
        .sees("A001 rời đi: gọi không có mặt")
        .sees("Rời đi 1")
        .is_sound();
    assert_eq!(scene.tally().left, [(LeaveReason::NoShow, 1)]);
}

#[test]
fn a_party_that_waits_or_is_served_may_leave_for_other_reasons() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F2>ks<Enter><Down><F7>")
        .sees_not("gọi không có mặt")
        .keys("hom khac<Enter>")
        .sees("A001 rời đi: hẹn hôm khác")
        .keys("<F3><Enter><F7>bo<Enter>")
        .sees("A002 rời đi: bỏ về")
        .is_in(Place::Queue)
        .is_sound();
    assert_eq!(scene.tally().left, [(LeaveReason::WalkedOut, 1), (LeaveReason::AnotherDay, 1)]);
}

#[test]
fn a_party_on_hold_makes_room_for_the_next_and_comes_back() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><Enter><F6>")
        .sees_in_order(&["Tạm giữ", "A001", "Hàng chờ (1)", "A002"])
        .is_in(Place::Queue)
        .keys("<F3><Enter><F4>")
        .sees("Xong A002")
        .keys("<F6>")
        .sees("Tiếp tục A001")
        .is_in(Place::Visit)
        .keys("<F4>")
        .sees("Xong A001")
        .is_sound();
}

#[test]
fn enter_on_a_party_on_hold_takes_it_up_again() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><Enter><F6><F3><Enter><F6>")
        .keys("<Down><Down>")
        .sees(">")
        .sees("Enter tiếp tục A002.")
        .keys("<Enter>")
        .sees("Tiếp tục A002")
        .is_in(Place::Visit);
}

#[test]
fn a_party_goes_back_to_its_old_place() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><C-p>")
        .sees("Trả A001 về hàng chờ")
        .sees_in_order(&["Hàng chờ (2)", "A001", "A002"])
        .keys("<F3>")
        .sees("Xin mời số A 001");
}

#[test]
fn what_cannot_be_done_says_what_to_do_instead() {
    let mut scene = desk();
    scene.keys("<F3>").sees("[!] Không còn ai chờ. F2 để cấp số.");
    scene.keys("<F4>").sees("[!] Chưa tiếp ai");
    scene.keys("<F5>").sees("[!] Chọn một lượt");
    scene.keys("<F6>").sees("[!] Chưa tiếp ai");
    scene.keys("<F7>").sees("[!] Chọn một lượt");
    scene.keys("<C-p>").sees("[!] Chọn một lượt");
    scene
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><F3>")
        .sees("[!] Quầy đang gọi A001: xong (F4) hoặc tạm giữ (F6)");
    scene.keys("<F4>").sees("[!] A001 đang gọi");
    scene.keys("<Enter><F3>").sees("[!] Quầy đang tiếp A001").is_sound();
}

#[test]
fn letters_are_commands_too_and_marks_on_them_do_no_harm() {
    let mut scene = desk();
    scene
        .keys("c")
        .is_in(Place::Intake)
        .keys("ks<Enter>")
        .keys("ġ")
        .sees("Xin mời số A 001")
        .keys("<Enter>")
        .keys("ť")
        .sees("Tạm giữ A001")
        .keys("T")
        .sees("Tiếp tục A001")
        .keys("x")
        .sees("Xong A001")
        .keys("ư")
        .sees("Đã hoàn tác: xong A001");
    // UniKey turns «dd» into Backspace and «đ»: Backspace is never a command, and đ is d.
    scene.keys("x").burst("d<Backspace>đ").is_in(Place::CloseShift).keys("<Esc>").is_in(Place::Queue);
}

#[test]
fn the_cursor_stays_with_its_visit_when_the_queue_changes() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter><End>").sees("> A003");
    let mut two = scene.station(2);
    two.keys("<F2>ks<F6><Enter><F3>");
    scene.tick().sees("> A003");
    two.after(minutes(1)).keys("<F7><Enter>");
    scene.tick().sees("> A003").keys("<F7>bo<Enter>").sees("A003 rời đi: bỏ về").sees_not("> A");
}
