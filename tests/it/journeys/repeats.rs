//! A double Enter or a held key makes one of everything.

use std::time::Duration;

use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, office};

/// A key held down: the first repeat comes late, the others come fast.
fn held(scene: &mut Scene, key: &str, repeats: u32) {
    scene.burst(key);
    scene.world().clock.pass(Duration::from_millis(500));
    for _ in 0..repeats {
        scene.burst(key);
        scene.world().clock.pass(Duration::from_millis(33));
    }
}

#[test]
fn a_double_enter_gives_one_number_and_calls_nobody() {
    let mut scene = desk();
    scene.keys("<F2>ks").burst("<Enter><Enter><Enter>").sees("Phím bị giữ lâu: chỉ tính một lần.");
    let figures = scene.console().model().figures();
    assert_eq!((figures.given, figures.waiting), (1, 1));
}

#[test]
fn a_held_enter_does_one_thing() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    let before = scene.deeds();
    scene.keys("<Esc>");
    held(&mut scene, "<Enter>", 40);
    assert_eq!(scene.deeds(), before + 1);
    scene.sees("Xin mời số A 001").keys("<Esc><Enter>").is_in(Place::Visit);
}

#[test]
fn held_function_keys_do_one_thing() {
    for (before, key) in [
        ("", "<F2>"),
        ("<F2>ks<Enter><F2>ks<Enter>", "<F3>"),
        ("<F2>ks<Enter><F3><Enter>", "<F4>"),
        ("<F2>ks<Enter><F3>", "<F5>"),
        ("<F2>ks<Enter><F3><Enter>", "<F6>"),
        ("<F2>ks<Enter><F3><Enter>", "<Space>"),
        ("", "<F9>"),
    ] {
        let mut once = desk();
        once.keys(before).burst(key);
        let mut long = desk();
        long.keys(before);
        held(&mut long, key, 40);
        assert_eq!(long.deeds(), once.deeds(), "{before}{key}");
        assert_eq!(long.pages().len(), once.pages().len(), "{before}{key}");
        assert_eq!(long.place(), once.place(), "{before}{key}");
    }
}

#[test]
fn a_held_enter_opens_one_shift_and_a_held_f10_closes_none() {
    let mut scene = office();
    held(&mut scene, "<Enter>", 40);
    assert!(scene.console().model().shift.is_some());
    assert_eq!(scene.deeds(), 2);
    held(&mut scene, "<F10>", 40);
    scene.is_in(Place::CloseShift);
    scene.keys("<Esc><F10><F10>").is_in(Place::Confirm);
    held(&mut scene, "<Enter>", 40);
    scene.is_in(Place::OpenShift);
    assert_eq!(scene.pages().len(), 1);
    assert!(scene.console().model().shift.is_none());
}

#[test]
fn moving_may_repeat() {
    let mut scene = desk();
    scene.keys(&"<F2>ks<Enter><F2>ks<F6><Enter>".repeat(3)).burst("<Down><Down><Down><Down>").sees(">!A004");
    scene.keys("<F2>ks").burst("<F5><F5><F5>").sees("Số người: 4");
}

#[test]
fn the_same_letter_twice_in_a_field_is_two_letters() {
    desk()
        .keys("<F2>")
        .burst("sss")
        .sees("Cần việc gì?: sss")
        .burst("<Backspace><Backspace>")
        .sees("Cần việc gì?: s");
}
