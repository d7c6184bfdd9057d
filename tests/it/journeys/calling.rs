//! Calling: called, appeared, did not appear, again, on hold, back in the queue, left.

use crossterm::event::KeyCode;
use motcua::domain::LeaveReason;
use motcua::ui::key::Key;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

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
        .sees("[+] Đã kết thúc A001: 1 việc")
        .keys("<Enter>")
        .sees("Xin mời số ")
        .is_sound();
    assert_eq!(scene.tally().proof.served, 1);
}

#[test]
fn one_key_finishes_a_visit_and_calls_the_next() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ct<Enter><F3><Enter>").is_in(Place::Visit).sees("/ rồi gọi B001");
    scene
        // What some terminals make a plain arrow of is no deed.
        .keys_of(Key { ctrl: true, ..Key::plain(KeyCode::Right) })
        .sees("Hàng chờ (1)")
        .keys("/")
        .sees("Đã kết thúc A001: 1 việc, gọi")
        .sees("Xin mời số ");
    // One thing that was done is one thing to undo.
    scene.keys("<C-z>").is_in(Place::Visit).sees("đang tiếp").sees("Hàng chờ (1)");
    scene.keys("/").sees("Xin mời số ").keys("<Enter>").is_in(Place::Visit);
    // Nobody waits: the visit is finished all the same.
    scene
        .sees_not("rồi gọi")
        .keys("/")
        .is_in(Place::Queue)
        .sees("Đã kết thúc B001: 1 việc")
        .sees("Hàng chờ (0)");
    // A party that was only called has not been helped.
    scene.keys("<F2>ks<Enter><F3>/").sees("[!]").sees("Xin mời số").is_sound();
    assert_eq!(scene.tally().proof.served, 2);
}

#[test]
fn a_party_is_called_again() {
    desk()
        .keys("<F2>ks<Enter><F3><F5>")
        .sees("đã gọi 2 lần")
        .sees("Đã gọi lại A001 (lần 2)")
        .keys(":l<Enter>")
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
        .keys("hen<Enter>")
        .is_in(Place::ComeBack)
        .sees("A001: hẹn quay lại ngày nào?")
        .keys("<Right><Enter>")
        .sees("Đã ghi A001 rời đi: hẹn quay lại 24/11/2026")
        .keys("<F3><Enter><F7>bo<Enter>")
        .sees("A002 rời đi: bỏ về")
        .is_in(Place::Queue)
        .is_sound();
    assert_eq!(scene.tally().left, [(LeaveReason::WalkedOut, 1), (LeaveReason::AnotherDay, 1)]);
    let until =
        |scene: &Scene| scene.console().model().cards[0].visit.comes_back_on().map(|day| day.to_string());
    assert_eq!(until(&scene).as_deref(), Some("2026-11-24"));
    scene.keys("<C-z><C-z><C-z><C-z>");
    assert_eq!(until(&scene), None);
    scene.keys("<C-y>");
    assert_eq!(until(&scene).as_deref(), Some("2026-11-24"));
    scene.is_sound();
}

#[test]
fn what_is_not_done_of_a_party_that_leaves_comes_back_on_the_same_day() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><F7>hen<Enter><Esc>").is_in(Place::Visit);
    scene.keys("<F7>hen<Enter><Enter>").is_in(Place::Queue).sees("hẹn quay lại 23/11/2026");
    let kept: (String, String) = scene
        .world()
        .raw()
        .query_row("SELECT outcome, come_back FROM assist", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert_eq!(kept, ("come-back".to_owned(), "2026-11-23".to_owned()));
    // The slip says the day.
    scene.keys("<C-f>a001<F9>");
    assert_eq!(scene.pages().last().unwrap().title, "phieu-A001-2026-11-21");
    scene.is_sound();
}

#[test]
fn a_party_on_hold_makes_room_for_the_next_and_comes_back() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><Enter><F6>")
        .sees_in_order(&["Tạm giữ", "A001", "Hàng chờ (1)", "A002"])
        .is_in(Place::Queue)
        .keys("<F3><Enter><F4>")
        .sees("Đã kết thúc A002")
        // Nobody is in hand and the cursor is nowhere: whom it would take up is shown first.
        .keys("<F6>")
        .sees("> A001")
        .is_in(Place::Queue)
        .keys("<F6>")
        .sees("Đã tiếp tục A001")
        .is_in(Place::Visit)
        .keys("<F4>")
        .sees("Đã kết thúc A001")
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
        .sees("Đã tiếp tục A002")
        .is_in(Place::Visit);
}

#[test]
fn a_party_goes_back_to_its_old_place() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><C-p>")
        .sees("Đã trả A001 về hàng chờ")
        .sees_in_order(&["Hàng chờ (2)", "A001", "A002"])
        .keys("<F3>")
        .sees("Xin mời số A 001");
}

#[test]
fn what_cannot_be_done_says_what_to_do_instead() {
    let mut scene = desk();
    scene.keys("<F3>").sees("[!] Không còn ai chờ. F2 để cấp số.");
    scene.keys("<F4>").sees("[!] Quầy này chưa tiếp ai. F3 gọi số kế tiếp.");
    scene.keys("/").sees("[!] Quầy này chưa tiếp ai");
    scene.keys("<F5>").sees("[!] Quầy này chưa gọi số nào. F3 gọi số kế tiếp.");
    scene.keys("<F6>").sees("[!] Chưa tiếp ai, cũng không có lượt tạm giữ.");
    scene.keys("<F7>").sees("[!] Chưa có số nào trên màn hình. F2 cấp số.");
    scene.keys("<F9>").sees("[!] Chưa có số nào trên màn hình");
    scene.keys("<C-p>").sees("[!] Ctrl+P chỉ dùng cho số đang gọi hoặc đang tiếp.");
    scene
        .keys("<F2>ks<Enter><F2>ks<Enter><F3><F3>")
        .sees("[!] Quầy đang gọi A001: họ đến thì Enter, không đến thì F7.");
    // Nobody is to be called while somebody is in hand: what is refused names that party.
    for key in ["<F4>", "/", "<Insert>", "<F6>"] {
        scene.keys(key).sees("[!] Quầy đang gọi A001: họ đến thì Enter");
    }
    scene.keys("<Enter><F3>").sees("[!] Quầy đang tiếp A001");
    scene.keys("<F5>").sees("[!] A001 đang tiếp").is_sound();
}

#[test]
fn letters_are_text_and_marks_on_a_verb_of_the_line_do_no_harm() {
    let mut scene = desk();
    let deeds = scene.deeds();
    for letter in ["c", "ġ", "g", "x", "u", "T"] {
        scene.keys(letter).is_in(Place::Intake).sees(&format!("Cần làm việc gì?: {letter}"));
        scene.keys("<Esc>").is_in(Place::Queue);
    }
    assert_eq!(scene.deeds(), deeds);
    scene
        .keys(":c<Enter>")
        .is_in(Place::Intake)
        .keys("ks<Enter>")
        .keys(":ġ<Enter>")
        .sees("Xin mời số A 001")
        .keys("<Enter>")
        .keys(":ť<Enter>")
        .sees("Đã tạm giữ A001")
        .keys("<Down>:T<Enter>")
        .sees("Đã tiếp tục A001")
        .keys(":x<Enter>")
        .sees("Đã kết thúc A001")
        .keys(":ư<Enter>")
        .sees("Đã hoàn tác: kết thúc A001");
    // UniKey turns «dd» into Backspace and «đ»: đ is d.
    scene.keys(":x<Enter>").keys(":").burst("d<Backspace>đ").keys("<Enter>").is_in(Place::CloseShift);
    scene.keys("<Esc>").is_in(Place::Queue);
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
