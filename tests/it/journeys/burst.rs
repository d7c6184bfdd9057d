//! Several numbers alike within half a minute: one party, or different people?

use std::time::Duration;

use motcua::domain::{LeaveReason, Stage, StageKind};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

/// Three numbers for the same thing, a few seconds apart.
fn three() -> Scene {
    let mut scene = desk();
    scene.keys(&"<F2>ks<Enter>".repeat(3)).is_in(Place::Queue);
    scene
}

fn given(scene: &Scene) -> u32 {
    scene.console().model().figures().given
}

#[test]
fn the_fourth_is_asked_about_and_the_second_answer_makes_them_one_party() {
    let mut scene = three();
    scene.keys("<F2>ks<Enter>").is_in(Place::OneParty);
    scene.sees("Đây là số thứ 4 cho «Khai sinh» trong 30 giây.");
    // No number is taken back by an Enter that was meant for something else.
    scene.sees("> 1 Người khác nhau: cấp số thứ 4 như thường");
    scene.sees("  2 Một nhóm: A001 cho 4 người, rút A002, A003");
    assert_eq!(given(&scene), 3);
    let before = scene.deeds();
    scene.keys("2").is_in(Place::Queue).sees("[+] Đã để A001 cho cả nhóm 4 người, rút 2 số");
    assert_eq!(scene.deeds(), before + 1);
    let model = scene.console().model();
    assert_eq!((model.queue.len(), model.cards[0].visit.persons), (1, 4));
    for card in &model.cards[1..] {
        assert!(matches!(card.visit.stage, Stage::Left { why: LeaveReason::Mistake, .. }));
    }
    let proof = scene.is_sound().tally().proof;
    assert_eq!((proof.issued, proof.mistaken), (3, 2));
    // One undo brings the three back.
    scene.keys("<C-z>").sees("Đã hoàn tác: để A001 cho cả nhóm 4 người").is_sound();
    assert_eq!(scene.console().model().queue.len(), 3);
    scene.keys("<C-y>").reopened().is_sound();
    assert_eq!(scene.console().model().queue.len(), 1);
    // The next family is another one.
    scene.keys(&"<F2>ks<Enter>".repeat(3)).is_in(Place::Queue);
    assert_eq!(given(&scene), 6);
}

#[test]
fn different_people_are_told_apart_once() {
    let mut scene = three();
    scene.keys("<F2>ks<Enter>1").is_in(Place::Queue).sees("Đã cấp số A004");
    // While they go on coming, nothing is asked again.
    for number in 5..12 {
        scene.keys("<F2>ks<Enter>").is_in(Place::Queue).sees(&format!("Đã cấp số A{number:03}"));
    }
    // After half a minute without one it is another rush.
    scene.after(Duration::from_secs(31)).keys(&"<F2>ks<Enter>".repeat(3)).is_in(Place::Queue);
    scene.keys("<F2>ks<Enter>").is_in(Place::OneParty).keys("<Enter>").sees("Đã cấp số A015");
    scene.is_sound();
}

#[test]
fn escape_gives_nothing_and_the_arrows_go_between_the_two() {
    let mut scene = three();
    // What was filled in stands as it was.
    scene.keys("<F2>ks<Enter><Esc>").is_in(Place::Intake).sees("> Khai sinh");
    assert_eq!(given(&scene), 3);
    scene.keys("<Enter><Down>").sees("> 2 Một nhóm: A001 cho 4 người");
    scene.keys("<Up>").sees("> 1 Người khác nhau").keys("<F1>").is_in(Place::Choice).keys("<Esc>");
    scene.is_in(Place::OneParty).keys("<Down><Enter>").is_in(Place::Queue);
    scene.sees("A001 cho cả nhóm 4 người").is_sound();
}

#[test]
fn a_real_rush_is_not_slowed() {
    let mut scene = desk();
    // Different needs, priority, head-count, names; nothing is asked.
    for keys in ["ks", "vneid", "cc", "ks<F6>", "ks<F5>", "ks<Tab>Bà Thử", "ks", "vneid", "ks", "cc", "vneid"]
    {
        scene.keys(&format!("<F2>{keys}<Enter>")).is_in(Place::Queue);
    }
    assert_eq!(given(&scene), 11);
    // The same need, but slowly.
    let mut slow = desk();
    for _ in 0..6 {
        slow.keys("<F2>ks<Enter>").after(Duration::from_secs(7)).is_in(Place::Queue);
    }
    assert_eq!(given(&slow), 6);
}

#[test]
fn who_was_called_meanwhile_or_came_to_another_station_does_not_count() {
    let mut one = three();
    let mut two = one.station(2);
    // The other station gives its own.
    two.keys(&"<F2>ks<Enter>".repeat(3)).is_in(Place::Queue);
    two.keys("<F3>").sees("A 001");
    one.tick().keys("<F2>ks<Enter>").is_in(Place::Queue).sees("Đã cấp số A007").is_sound();
    // All of them gone while the question stood: the number is given as it was asked for.
    let mut one = three();
    one.keys("<F2>ks<Enter>").is_in(Place::OneParty);
    let mut two = one.station(2);
    for _ in 0..3 {
        two.keys("<F3>").after(Duration::from_secs(31)).keys("<Enter><F4>");
    }
    one.keys("2").is_in(Place::Queue).sees("Đã cấp số A004").is_sound();
}

#[test]
fn a_held_enter_never_answers_and_the_repeated_form_is_asked_about_like_any_other() {
    let mut scene = three();
    scene.keys("<F2>ks").burst("<Enter><Enter><Enter>").is_in(Place::OneParty);
    scene.sees("Nhấn giữ phím: chỉ tính một lần.").keys("<Esc><Esc>").is_in(Place::Queue);
    scene.keys(":cl<Enter><Enter>").is_in(Place::OneParty).keys("<Esc><Esc>").is_in(Place::Queue);
    scene.keys(":+ ks<Enter>").is_in(Place::OneParty).keys("<Esc><Esc>").is_in(Place::Queue);
    assert_eq!(given(&scene), 3);
}

#[test]
fn parties_of_several_are_added_up_as_far_as_a_party_may_have_persons() {
    let mut scene = desk();
    scene.keys(&format!("<F2>ks<F5><F5><Enter>{}", ":cl<Enter><Enter>".repeat(3)));
    scene.is_in(Place::OneParty).sees("A001 cho 12 người, rút A002, A003").keys("2");
    assert_eq!(scene.console().model().cards[0].visit.persons, 12);
    let mut many = desk();
    many.keys("<F2>ks<F5>300<Enter>").keys(&":cl<Enter><Enter>".repeat(3));
    many.is_in(Place::OneParty).keys("2").sees("[!] Số người từ 1 đến 999.");
    assert_eq!(many.console().model().in_stage(StageKind::Waiting).count(), 3);
    many.is_sound();
}

#[test]
fn it_is_asked_in_english_too() {
    let mut scene = three();
    scene.lang(Lang::En).keys("<F2>birth<Enter>").is_in(Place::OneParty);
    scene.sees("This is number 4 for").sees("2 One party: A001 for 4 people, A002, A003 taken back");
    scene.keys("2").sees("A001 is for a party of 4, 2 taken back");
}
