//! The window: too small, larger, smaller again.

use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::desk;

#[test]
fn a_window_that_is_too_small_says_so_and_comes_back() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").size(59, 19).sees("Cửa sổ 59×19 quá nhỏ").sees("60×20").sees_not("A001");
    scene.size(80, 19).sees("80×19").size(59, 24).sees("59×24");
    scene.size(60, 20).sees("A001").sees_not("quá nhỏ").size(120, 40).sees("A001");
    scene.lang(Lang::En).size(30, 10).sees("small: at least 60×20");
    scene.size(1, 1).size(200, 60).sees("A001");
}

#[test]
fn nothing_is_done_while_the_window_is_too_small_to_show_it() {
    let mut scene = desk();
    let before = scene.deeds();
    scene.size(20, 5).keys("<F2>ks<Enter>").size(80, 24).is_in(Place::Queue).sees("Hàng chờ (0)");
    assert_eq!(scene.deeds(), before);
    // What was being typed stands as it was, and goes on.
    scene.keys("<F2>k").size(59, 19).keys("x<Esc><Enter>").size(80, 24).is_in(Place::Intake);
    scene.keys("s<Enter>").sees("A001 Khai sinh").is_sound();
}

#[test]
fn the_form_stays_as_it_was_when_the_window_changes() {
    desk()
        .keys("<F2>kha")
        .size(120, 40)
        .sees("Cần làm việc gì?: kha")
        .size(60, 20)
        .sees("Cần làm việc gì?: kha")
        .keys("i<Enter>")
        .sees("Đã cấp");
}

#[test]
fn the_most_important_is_readable_in_the_smallest_window() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter>")
        .size(60, 20)
        .sees("A001")
        .sees("Hàng chờ (1)")
        .sees("F2 Cấp số")
        .sees("F1 Trợ giúp");
    scene.keys("<F3>").sees("Xin mời số A 001").keys("<Enter>").sees("> [ ] ").sees("đang tiếp");
}
