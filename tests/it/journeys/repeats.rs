//! A double Enter or a held key makes one of everything.

use std::time::Duration;

use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, office};

/// A key held down for two seconds: the first repeat comes late, the others come fast.
fn held(scene: &mut Scene, key: &str, pace: u64) {
    scene.burst(key);
    scene.world().clock.pass(Duration::from_millis(500));
    for _ in 0..1_500 / pace {
        scene.burst(key);
        scene.world().clock.pass(Duration::from_millis(pace));
    }
}

/// Fingers: so many milliseconds between two keys.
fn tapped(scene: &mut Scene, key: &str, times: u32, between: u64) {
    for _ in 0..times {
        scene.burst(key);
        scene.world().clock.pass(Duration::from_millis(between));
    }
}

/// How many steps of the visit in hand are ticked.
fn ticks(scene: &Scene) -> usize {
    let card = scene.console().model().in_hand().unwrap();
    card.assists.iter().map(|assist| assist.ticked.len()).sum()
}

#[test]
fn six_quick_enters_are_six_ticks() {
    for between in [130, 150, 300, 500, 650] {
        let mut scene = desk();
        scene.keys("<F2>ks<Enter><F3><Enter>");
        while ticks(&scene) == 0 {
            scene.keys("<Enter>");
        }
        let before = ticks(&scene);
        scene.after(Duration::from_secs(1));
        tapped(&mut scene, "<Enter>", 6, between);
        assert_eq!(ticks(&scene), before + 6, "{between} ms:\n{}", scene.screen());
    }
}

#[test]
fn an_enter_held_after_a_number_was_given_gives_one_and_calls_nobody() {
    for pace in [33, 92] {
        let mut scene = desk();
        scene.keys("<F2>ks");
        held(&mut scene, "<Enter>", pace);
        let figures = scene.console().model().figures();
        assert_eq!((figures.given, figures.waiting), (1, 1), "{pace}");
        scene.sees("Nhấn giữ phím: chỉ tính một lần.").keys("<Enter>").sees("Xin mời số A 001");
    }
}

#[test]
fn a_nervous_second_enter_is_not_counted_and_says_so() {
    let mut scene = desk();
    scene.keys("<F2>ks");
    tapped(&mut scene, "<Enter>", 2, 200);
    scene.sees("Nhấn liền tay: lần nhấn sau chưa tính.");
    assert_eq!(scene.console().model().figures().waiting, 1);
    scene.world().clock.pass(Duration::from_millis(350));
    scene.burst("<Enter>").sees("Xin mời số A 001");
}

#[test]
fn a_held_key_on_marks_ticks_two_at_most_and_takes_none_back() {
    for (key, most) in [("<Enter>", 2), ("<Space>", 1)] {
        for pace in [33, 92] {
            let mut scene = desk();
            scene.keys("<F2>ks<Enter><F3><Enter>").after(Duration::from_secs(1));
            let before = scene.deeds();
            held(&mut scene, key, pace);
            assert_eq!(scene.deeds(), before + most, "{key} {pace}\n{}", scene.screen());
        }
    }
}

#[test]
fn a_refused_key_is_not_dead_when_it_comes_again() {
    let mut scene = desk();
    tapped(&mut scene, "<Enter>", 2, 200);
    scene.sees("Không còn ai chờ.").sees_not("Nhấn liền tay");
    // What is wrong in a form is said again, too.
    scene.keys("<F8><F1>khoang<Enter>").is_in(Place::Range).keys("<C-u>99/99<Tab><Tab>");
    scene.world().clock.pass(Duration::from_secs(1));
    tapped(&mut scene, "<Enter>", 2, 200);
    scene.sees("Đây không phải một ngày có thật.").sees_not("Nhấn liền tay");
}

#[test]
fn what_is_on_or_off_is_turned_once_by_a_held_space() {
    // Paid online or not, on the visit.
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><End><Up>").sees(">     Nộp tiền trực tuyến: chưa ghi");
    held(&mut scene, "<Space>", 40);
    scene.sees(">     Nộp tiền trực tuyến: có");
    // Who is on duty: a tick.
    scene.keys("<F1>nguoi truc<Enter>").is_in(Place::OpenShift).keys("<Up>");
    let before = scene.screen().matches("[x]").count();
    held(&mut scene, "<Space>", 40);
    assert_eq!(scene.screen().matches("[x]").count().abs_diff(before), 1, "{}", scene.screen());
    // A setting of two values.
    scene.keys("<Esc><F1>cai dat<Enter>");
    scene.keys(&"<PageDown>".repeat(6)).keys("<Down>").sees("> Làm việc sáng thứ Bảy");
    let before = scene.deeds();
    held(&mut scene, "<Space>", 40);
    assert_eq!(scene.deeds(), before + 1, "{}", scene.screen());
    // Why a visit stands where it does: opened, and not closed.
    scene.keys("<Esc><F4><F2>ks<Enter>");
    held(&mut scene, "<Space>", 40);
    scene.is_in(Place::Why);
}

#[test]
fn a_held_undo_does_not_undo_the_day() {
    let mut scene = desk();
    scene.keys(&"<F2>ks<Enter><F2>ks<F6><Enter>".repeat(3)).keys("<F1><Esc>");
    let before = scene.console().model().figures().given;
    held(&mut scene, "<C-z>", 33);
    assert_eq!(scene.console().model().figures().given, before - 2);
    tapped(&mut scene, "<F1><Esc>", 1, 400);
    tapped(&mut scene, "<C-z>", 3, 200);
    assert_eq!(scene.console().model().figures().given, before - 5);
}

#[test]
fn heads_are_counted_by_quick_fingers() {
    let mut scene = desk();
    scene.keys("<F2>ks");
    tapped(&mut scene, "<F5>", 3, 150);
    scene.sees("Số người: 4");
}

#[test]
fn a_double_enter_gives_one_number_and_calls_nobody() {
    let mut scene = desk();
    scene.keys("<F2>ks").burst("<Enter><Enter><Enter>").sees("Nhấn giữ phím: chỉ tính một lần.");
    let figures = scene.console().model().figures();
    assert_eq!((figures.given, figures.waiting), (1, 1));
}

#[test]
fn a_held_enter_does_one_thing() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    let before = scene.deeds();
    scene.keys("<Esc>");
    held(&mut scene, "<Enter>", 33);
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
        once.keys(before).burst(key).after(Duration::from_secs(1));
        let mut long = desk();
        long.keys(before);
        held(&mut long, key, 33);
        assert_eq!(long.deeds(), once.deeds(), "{before}{key}");
        assert_eq!(long.pages().len(), once.pages().len(), "{before}{key}");
        assert_eq!(long.place(), once.place(), "{before}{key}");
    }
}

#[test]
fn a_held_enter_opens_one_shift_and_a_held_f10_closes_none() {
    let mut scene = office();
    held(&mut scene, "<Enter>", 33);
    assert!(scene.console().model().shift.is_some());
    assert_eq!(scene.deeds(), 2);
    scene.keys("<F1>dong ca<Enter>").is_in(Place::CloseShift);
    held(&mut scene, "<F10>", 33);
    scene.is_in(Place::Confirm);
    // Enter is the harmless answer, however long it is held.
    held(&mut scene, "<Enter>", 33);
    assert!(scene.console().model().shift.is_some());
    scene.keys("<F10>2").is_in(Place::OpenShift);
    assert_eq!(scene.pages().len(), 1);
    assert!(scene.console().model().shift.is_none());
}

#[test]
fn moving_may_repeat() {
    let mut scene = desk();
    scene.keys(&"<F2>ks<Enter><F2>ks<F6><Enter>".repeat(3)).burst("<Down><Down><Down><Down>").sees(">!A004");
}

#[test]
fn the_same_letter_twice_in_a_field_is_two_letters() {
    desk()
        .keys("<F2>")
        .burst("sss")
        .sees("Cần làm việc gì?: sss")
        .burst("<Backspace><Backspace>")
        .sees("Cần làm việc gì?: s");
}
