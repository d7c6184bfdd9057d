//! Difficulties and proposals are written where the tally is read.

use motcua::domain::{Remark, Span};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

fn remark(scene: &Scene) -> Remark {
    let day = scene.console().model().day;
    scene.world().desk(3).report(Span::day(day)).unwrap().remark
}

#[test]
fn two_notes_are_kept_for_the_span_shown() {
    let mut scene = desk();
    scene
        .keys("<F8><Insert>")
        .is_in(Place::Remark)
        .sees("Khó khăn, kiến nghị: ngày 21/11/2026")
        .types("Mạng chậm sau 9 giờ")
        .keys("<Enter>")
        .types("Thiếu máy in")
        .keys("<Tab>")
        .types("Thêm một đường truyền")
        .keys("<F10>")
        .is_in(Place::Tally)
        .sees("[+] Đã lưu khó khăn, kiến nghị: ngày 21/11/2026");
    let kept = remark(&scene);
    assert_eq!(kept.difficulties, "Mạng chậm sau 9 giờ\nThiếu máy in");
    assert_eq!(kept.proposals, "Thêm một đường truyền");
    // It is gone on with, and one key takes it back.
    scene
        .keys("<Insert>")
        .sees("Thiếu máy in")
        .sees("Thêm một đường truyền")
        .keys("<Esc>")
        .is_in(Place::Tally);
    scene.keys("<C-z>");
    assert_eq!(remark(&scene), Remark::default());
    scene.keys("<Insert>").sees_not("Thiếu máy in").keys("<Esc>").is_sound();
}

#[test]
fn each_span_has_its_own() {
    let mut scene = desk();
    scene
        .keys("<F8><Insert>")
        .types("Hôm nay")
        .keys("<F10><PageUp><Insert>")
        .sees_not("Hôm nay")
        .sees("ngày 20/11/2026");
    scene.keys("<Esc><PageDown><Insert>").sees("Hôm nay");
}

#[test]
fn what_was_typed_is_not_lost_by_one_key() {
    let mut scene = desk();
    scene
        .keys("<F8><Insert>")
        .types("Mất điện")
        .keys("<Esc>")
        .is_in(Place::Confirm)
        .sees("Bỏ những gì vừa gõ?");
    scene.keys("<Esc>").is_in(Place::Remark).sees("Mất điện").keys("<Esc><Enter>").is_in(Place::Remark);
    scene.sees("Mất điện").keys("<Esc>2").is_in(Place::Tally);
    assert_eq!(remark(&scene), Remark::default());
}

#[test]
fn a_long_paragraph_is_seen_to_its_end_and_the_arrows_reach_both_notes() {
    let mut scene = desk();
    let long = "Đường truyền chậm vào giờ cao điểm, nhiều người phải chờ mã OTP và quay lại vào buổi chiều cùng ngày.";
    scene.keys("<F8><Insert>").types(long).sees("buổi chiều cùng ngày.");
    assert!(scene.cursor().x > 10);
    scene.keys("<Down>x<Up>y<F10>");
    let kept = remark(&scene);
    assert_eq!((kept.difficulties, kept.proposals), (format!("{long}y"), "x".to_owned()));
}

#[test]
fn an_endless_paste_is_cut_and_keeps_no_control_characters() {
    let mut scene = desk();
    scene.keys("<F8><Insert>").paste(&"ế\u{7}".repeat(5_000)).keys("<F10>");
    assert_eq!(remark(&scene).difficulties.chars().count(), motcua::domain::input::NOTE_LENGTH);
}

#[test]
fn nothing_written_is_no_deed() {
    let mut scene = desk();
    let deeds = scene.deeds();
    scene
        .keys("<F8><Insert><F10>")
        .is_in(Place::Tally)
        .keys("<Insert>")
        .types("  ")
        .keys("<Esc>")
        .is_in(Place::Tally);
    assert_eq!(scene.deeds(), deeds);
}
