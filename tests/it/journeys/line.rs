//! The line of commands.

use motcua::ui::keymap::Place;

use crate::harness::desk;

#[test]
fn a_party_of_two_is_given_a_number_called_and_finished_without_a_function_key() {
    desk()
        .keys(":+ cc 2")
        .sees("Cấp số: Chứng thực bản sao; 2 người")
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees("Đã cấp số B001")
        .keys(":n<Enter>")
        .sees("Xin mời số B 001")
        .keys("<Enter>")
        .is_in(Place::Visit)
        .keys(":.<Enter>")
        .is_in(Place::Queue)
        .sees("Xong 1");
}

#[test]
fn needs_have_quantities_and_a_reason_for_priority_is_named_by_a_few_letters() {
    desk()
        .keys(":+ sao y x5, ks 3 !mang")
        .sees("Chứng thực bản sao ×5, Khai sinh; 3 người")
        .keys("<Enter>")
        .sees("Đã cấp số B001")
        .sees("3 người")
        .sees("ƯU TIÊN: mang thai, con nhỏ");
}

#[test]
fn a_number_goes_to_its_visit_and_a_verb_behind_it_is_done_there() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>:a2<Enter>")
        .sees("> A002")
        .keys(":3 r<Enter>")
        .sees("A003 rời đi vì")
        .keys("<Esc>:A009<Enter>")
        .sees("Không có lượt nào còn mở mang số A009.")
        .is_in(Place::Line);
}

#[test]
fn a_verb_behind_a_number_is_done_to_that_number_whoever_is_in_hand() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>vneid<Enter><F3>").sees("Xin mời số A 001");
    scene.keys(":k1 r<Enter>").sees("K001 rời đi vì").keys("bo ve<Enter>").sees("K001 rời đi: bỏ về");
    // A key of the party in hand does nothing to another one, and a call of another one asks why.
    scene.keys("<Enter>").is_in(Place::Visit);
    for verb in ["x", "h", "a", "xg"] {
        scene.keys(&format!("<C-x>a2 {verb}<Enter>")).sees("[!]").sees("đang tiếp");
    }
    scene.keys("<C-x>a1 h<Enter><F2>ks<Enter><C-x>a3 n<Enter>").sees("Gọi A003 ngoài thứ tự vì");
    scene.keys("<Esc>:a1 h<Enter>").sees("Đã tiếp tục A001").is_sound();
    assert_eq!(scene.tally().proof.served, 0);
}

#[test]
fn what_is_wrong_is_told_below_the_line_and_nothing_is_done() {
    let mut scene = desk();
    for (typed, words) in [
        (":zz", "Không có lệnh «zz»."),
        (":n 5", "Lệnh này không nhận thêm «5»."),
        (":+ qwxz 2", "Không thấy nhu cầu nào khớp «qwxz»."),
        (":+ ks x0", "Số phải từ 1 đến 9.999."),
        (":+ ks x10000", "Số phải từ 1 đến 9.999."),
        (":+ ks 0", "Số phải từ 1 đến 999."),
        (":+ ks !zz", "Không có lý do ưu tiên «zz»."),
    ] {
        scene.keys(typed).keys("<Enter>").is_in(Place::Line).sees(words).keys("<Esc>").is_in(Place::Queue);
    }
    scene.sees("Hàng chờ (0)").keys(":<Enter>").is_in(Place::Queue).sees("Hàng chờ (0)");
}

#[test]
fn lines_are_remembered_and_tab_completes() {
    desk()
        .keys(":+ ks<Enter>:+ vneid<Enter>:<Up>")
        .sees("+ vneid")
        .keys("<Up><Enter>")
        .sees("Hàng chờ (3)")
        .keys(":b<Up><Down>")
        .sees("Bảng tổng hợp")
        .keys("<Esc>:nhat ky<Tab><Enter>")
        .is_in(Place::Journal)
        .keys("<Esc>:+ khai si<Tab><Enter>")
        .sees("Hàng chờ (4)");
}

#[test]
fn the_menu_shows_every_verb_and_opens_the_line() {
    desk()
        .keys("<F2>ks<Enter><F1>goi so")
        .sees(":n")
        .keys("<Esc><F1>dong lenh cho nguoi<Enter>")
        .is_in(Place::Line);
    desk().keys("<C-l><C-x>").sees("Line of commands").keys("+ birth<Enter>").sees("A001");
}

#[test]
fn an_input_methods_letters_are_still_the_verb() {
    // Telex has made đ of dd, and ư of w.
    desk().keys(":đ<Enter>").is_in(Place::CloseShift);
}
