//! Help is the key table, and a way to run it; and the other language.

use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{desk, office};

#[test]
fn help_filters_by_typing_and_runs_the_row() {
    desk()
        .keys("<F1>")
        .sees("Trợ giúp: gõ để lọc, Enter để chạy · Hàng chờ")
        .sees("Cấp số cho người vừa đến")
        .keys("nhat ky")
        // Without a key of its own it is shown as it is typed on the line of commands.
        .sees("> :j ")
        .sees_not("Cấp số cho người vừa đến")
        .keys("<Enter>")
        .is_in(Place::Journal);
    desk().keys("?cap so<Enter>").is_in(Place::Intake).keys("ks<Enter>").sees("Đã cấp số A001");
    desk().keys("<F1>zzz").sees("Không có dòng nào khớp.").keys("<Enter>").is_in(Place::Choice);
    desk().keys("<F1><Esc>").is_in(Place::Queue);
}

#[test]
fn a_list_that_is_longer_than_its_window_says_how_much_follows() {
    let mut scene = desk();
    scene.keys("<F1>").sees("  còn ").sees("dòng nữa");
    scene.keys("<PageDown><PageDown><PageDown>").sees_not("dòng nữa").keys("ban giao").sees_not("dòng nữa");
    scene.keys("<Esc><C-l><F1>").sees(" more");
    // The list of outcomes, too.
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><End><Enter>").is_in(Place::Choice).sees("dòng nữa");
}

#[test]
fn the_list_of_deeds_offers_nothing_that_would_close_the_page_below() {
    for (open, row, place) in [
        ("<F8>", "Bảng tổng hợp của ngày", Place::Tally),
        ("<C-r>", "Hàng in: giấy đã gửi", Place::Prints),
        ("<F1>nhat ky<Enter>", "Nhật ký: ai làm gì", Place::Journal),
        ("<F1>thong ke<Enter>", "Thống kê bằng hình", Place::Statistics),
        ("<F1>nguoi truc<Enter>", "Thêm, bớt người trực", Place::OpenShift),
    ] {
        let typed: String = row.chars().take(8).collect();
        let mut scene = desk();
        scene.keys("<F1>").keys(&typed).sees(row).keys("<Esc>");
        scene.keys(open).is_in(place).keys("<F1>").keys(&typed).sees_not(row);
        // The key itself does nothing in the list.
        scene.keys("<F8><C-r>").is_in(Place::Choice).keys("<Esc>").is_in(place);
    }
    // What the desk does it does from every page.
    desk().keys("<F8><F1>doi nguoi<Enter>").is_in(Place::Choice).sees("Ai ngồi quầy này?");
    desk().keys("<F8><F1>nguoi truc<Enter>").is_in(Place::OpenShift);
}

#[test]
fn nobody_is_called_out_of_turn_who_is_next() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F1>ngoai thu tu").sees("Không có dòng nào khớp.");
    scene.keys("<Esc><Down><Down><F1>ngoai thu tu").sees("A002 · Gọi lượt đang chọn ngoài thứ tự");
    // Named on the line of commands, who is next is called in turn.
    scene.keys("<Esc>:a001 nt<Enter>").sees("Xin mời số A 001");
}

#[test]
fn help_is_there_in_every_form() {
    desk()
        .keys("<F2><F1>")
        .sees("Ưu tiên: chọn lý do")
        .keys("uu tien<Enter>")
        .is_in(Place::Intake)
        .sees("Ưu tiên: người cao tuổi");
    desk()
        .keys("<F2>ks<Enter><F1>dong ca<Enter><F1>")
        .sees("Áp dụng cho mọi lượt còn mở")
        .keys("<Esc>")
        .is_in(Place::CloseShift);
    desk().keys("<F8><F1>").sees("In giấy của thứ đang hiện tên");
    desk().keys("<F1>nhat ky<Enter><F1>").sees("Trợ giúp");
    office().keys("<F1>").sees("Trợ giúp");
    desk().keys("<F2>ks<Enter><F3><Enter><F1>danh dau<Enter>").is_in(Place::Visit).sees("(1/");
}

#[test]
fn a_row_is_found_by_its_short_name_too() {
    for (typed, place) in [("su co", Place::Outages), ("may in", Place::Printers), ("tim luot", Place::Find)]
    {
        desk().keys("<F2>ks<Enter>").keys(&format!("<F1>{typed}<Enter>")).is_in(place);
    }
}

#[test]
fn the_language_is_switched_and_kept() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><C-l>").sees("Queue (1)").sees("Birth registration").sees("F2 Number");
    assert_eq!(scene.kept_lang(), Some(Lang::En));
    scene.reopened().sees("Queue (1)").keys("<C-l>").sees("Hàng chờ (1)");
    assert_eq!(scene.kept_lang(), Some(Lang::Vi));
    for screen in [":dm", ":cd", ":m", ":j", ":k", ":b", ":p"] {
        let mut scene = desk();
        scene.keys(screen).keys("<Enter>").sees_not("F1 Help").keys("<C-l>").sees("F1 Help");
    }
}

#[test]
fn leaving_is_asked_about() {
    let mut scene = desk();
    scene.keys("<C-q>").sees("Thoát motcua?").keys("<Esc>").is_in(Place::Queue);
    assert!(!scene.has_quit());
    scene.keys("<C-q>2");
    assert!(scene.has_quit());
}

#[test]
fn the_row_that_has_the_word_in_its_name_comes_before_those_that_mention_it() {
    for (typed, place) in
        [("dong", Place::CloseShift), ("ca", Place::CloseShift), ("dong ca", Place::CloseShift)]
    {
        let mut scene = desk();
        scene.keys("<F2>ks<Enter>").keys(&format!("<F1>{typed}<Enter>")).is_in(place);
    }
}
