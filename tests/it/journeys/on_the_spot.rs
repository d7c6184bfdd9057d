//! Helped on the spot without a wait, and a number like the last one.

use motcua::domain::queue::OutOfTurn;
use motcua::domain::{Code, StageKind};
use motcua::lang::Lang;
use motcua::ui::context::Effect;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};
use crate::world::BIRTH;

/// Why parties were called before others today.
fn out_of_turn(scene: &Scene) -> Vec<OutOfTurn> {
    let calls = scene.world().desk(9).out_of_turn(scene.world().clock.day()).unwrap();
    calls.into_iter().map(|(_, why)| why).collect()
}

#[test]
fn in_an_empty_room_one_key_gives_the_number_and_begins_to_help() {
    let mut scene = desk();
    let before = scene.deeds();
    scene.keys("<F2>ks<F3>").is_in(Place::Visit).sees("[+] Đã cấp số A001, giúp ngay: Khai sinh");
    scene.sees("đang tiếp").sees("Khai sinh ×1");
    assert_eq!(scene.deeds(), before + 1);
    assert_eq!(out_of_turn(&scene), []);
    // One undo takes all of it back, and redo does it again.
    scene.keys("<C-z>").is_in(Place::Queue).sees("Đã hoàn tác: cấp số A001, giúp ngay: Khai sinh");
    assert!(scene.console().model().cards.is_empty());
    scene.is_sound().keys("<C-y>").is_in(Place::Visit).sees("đang tiếp");
    scene.keys("<F4>").sees("Đã kết thúc A001").is_sound();
    scene.keys("<F1>nhat ky<Enter>").sees("Cấp số A001, giúp ngay: Khai sinh");
    let proof = scene.tally().proof;
    assert_eq!((proof.issued, proof.served), (1, 1));
}

#[test]
fn where_somebody_would_have_come_first_a_reason_is_asked_and_noted() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>vneid<Tab>Bà Thử<F3>").is_in(Place::Choice);
    scene.sees("A001 đến trước: giúp ngay số mới vì").sees("> việc chỉ mất một phút");
    // Back to the form as it was; nothing was given.
    scene.keys("<Esc>").is_in(Place::Intake).sees("Cần làm việc gì?: vneid").sees("Tên để gọi: Bà Thử");
    assert_eq!(scene.console().model().figures().given, 1);
    scene.keys("<F3><Enter>").is_in(Place::Visit);
    scene.sees("Đã cấp số K001, giúp ngay ngoài thứ tự (việc chỉ mất một phút)");
    assert_eq!(out_of_turn(&scene), [OutOfTurn::OneMinute]);
    scene.keys("<C-z>").is_in(Place::Queue);
    assert_eq!(out_of_turn(&scene), []);
    // Another reason, found by typing; the number that was seen is not given twice.
    scene.keys("<F2>vneid<F3>suc khoe<Enter>").sees("K002").is_in(Place::Visit);
    assert_eq!(out_of_turn(&scene), [OutOfTurn::Health]);
    scene.is_sound();
}

#[test]
fn a_lane_does_not_lose_its_turn_by_it_and_who_is_next_anyway_needs_no_reason() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter>");
    // The priority lane has the turn: no question, and it was its turn.
    scene.keys("<F2>vneid<F6><F3>").is_in(Place::Visit).sees("Đã cấp số K001, giúp ngay:").keys("<F4>");
    assert_eq!(out_of_turn(&scene), []);
    scene.keys("<F2>ks<F6><Enter>").sees_in_order(&["A001", "A002", "!A003"]);
    // Out of turn it takes none.
    scene.keys("<F2>vneid<F6><F3><Enter>").sees("ngoài thứ tự").keys("<F4>");
    scene.sees_in_order(&["A001", "A002", "!A003"]).keys("<F3>").sees("A 001").is_sound();
}

#[test]
fn a_busy_station_refuses_and_the_form_stays_as_it_was() {
    let mut scene = desk();
    scene.keys("<F2>vneid<F3>").is_in(Place::Visit);
    scene.keys("<F2>ks<F2>cc<F5><Tab>Bà Thử<F3>");
    scene.is_in(Place::Intake).sees("[!] Quầy đang tiếp K001: xong (F4) hoặc tạm giữ (F6) trước đã.");
    scene.sees("Tên để gọi: Bà Thử").sees("Số người: 2").sees("Khai sinh ×1");
    // The same form still gives a number to wait with.
    scene.keys("<Enter>").sees("Đã cấp số A001").is_sound();
    let card = &scene.console().model().cards[1];
    assert_eq!((card.visit.persons, card.needs.len()), (2, 2));
    // No number was lost by the refusal.
    assert_eq!(scene.tally().proof.issued, 2);
}

#[test]
fn another_station_is_asked_too_and_sees_nobody_called_twice() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F2>ks<Enter>");
    // Station 2 has not seen A001 yet; the file has.
    two.keys("<F2>vneid<F3>").is_in(Place::Choice).sees("A001 đến trước").keys("<Enter>").is_in(Place::Visit);
    one.tick().keys("<F3>").sees("Xin mời số A 001").is_sound();
    // While the question stood, the one who was first was called: there is nobody to pass over any more.
    one.keys("<Enter><F4><F2>ks<Enter>");
    two.keys("<F4><F2>vneid<F3>").is_in(Place::Choice);
    one.keys("<F3>");
    two.keys("<Enter>").sees("giúp ngay: ").sees_not("ngoài thứ tự");
    assert_eq!(out_of_turn(&one), [OutOfTurn::OneMinute]);
    one.reopened().is_sound();
}

#[test]
fn no_slip_is_printed_by_itself_and_the_key_prints_one_all_the_same() {
    let mut scene = desk();
    let settings = motcua::config::PrintSettings {
        each_number: motcua::domain::printer::EachNumber::Always,
        ..motcua::config::PrintSettings::default()
    };
    scene.event(motcua::ui::Event::PrintSettings(Box::new(settings)));
    scene.keys("<F2>ks<F3>").is_in(Place::Visit).sees_not("chưa in");
    assert!(scene.pages().is_empty());
    scene.keys("<F1>in lai phieu<Enter>");
    assert_eq!(scene.pages().len(), 1);
    assert!(!scene.asked().iter().any(|effect| matches!(effect, Effect::Print(_))));
}

#[test]
fn the_line_of_commands_brings_a_party_to_the_desk_at_once() {
    let mut scene = desk();
    scene.keys(":+ cc 2 >").sees("Cấp số và giúp ngay: Chứng thực bản sao; 2 người").keys("<Enter>");
    scene.is_in(Place::Visit).sees("Đã cấp số B001, giúp ngay").keys("<F6><F2>ks<Enter>");
    scene.keys(":+ vneid ><Enter>").is_in(Place::Choice).keys("<Esc>").is_in(Place::Queue);
    scene.keys(":+ vneid ><Enter><Enter>").is_in(Place::Visit).sees("ngoài thứ tự").is_sound();
}

#[test]
fn held_down_it_gives_one_number() {
    let mut scene = desk();
    scene.keys("<F2>ks").burst("<F3><F3><F3>");
    let figures = scene.console().model().figures();
    assert_eq!((figures.given, figures.in_hand), (1, 1));
}

#[test]
fn the_last_number_is_given_again_by_a_key_and_enter() {
    let mut scene = desk();
    scene.keys(":cl<Enter>").is_in(Place::Queue).sees("[!] Quầy này chưa cấp số nào trong ca. F2 để cấp số.");
    scene.keys("<F2>cccd<F2><C-u>ks<F2><F6><F5>30<Tab>Lớp Thử<Tab>gọi cô giáo<Enter>");
    let first = scene.console().model().cards[0].clone();
    assert_eq!((first.visit.persons, first.needs.len()), (30, 2));
    scene.keys("<F1>cap so nhu lan<Enter>").is_in(Place::Intake).sees("Như số ").sees("Số người: 30");
    scene.sees_not("Lớp Thử").sees_not("cô giáo");
    scene.keys("<Enter>");
    let again = scene.console().model().cards[1].clone();
    assert_eq!(again.needs, first.needs);
    assert_eq!((again.visit.persons, again.visit.priority), (30, first.visit.priority));
    assert_eq!((again.name, again.note), (None, None));
    // A head-count that was set right since is the one that is meant, and the program may have ended in between.
    scene
        .keys("<End><C-k>2<Enter>")
        .reopened()
        .keys("<F1>cap so nhu lan<Enter>")
        .sees("Số người: 2")
        .keys("<Esc>");
    // What was taken back was not given; what another station gave was not given here.
    scene.keys("<C-z><C-z>").sees("Đã hoàn tác: cấp số");
    let mut two = scene.station(2);
    two.keys("<F1>cap so nhu lan<Enter>").sees("[!] Quầy này chưa cấp số nào trong ca");
    two.keys("<F2>vneid<Enter>");
    scene.tick().keys("<F1>cap so nhu lan<Enter>").sees("Số người: 30").keys("<Esc>").is_sound();
}

#[test]
fn the_last_number_is_of_this_shift_and_also_of_one_helped_on_the_spot() {
    let mut scene = desk();
    scene.keys("<F2>vneid<F3><F4>:cl<Enter>").is_in(Place::Intake).sees("Như số K001").keys("<Enter>");
    scene.sees("Đã cấp số K002").keys("<F1>dong ca<Enter>");
    scene.keys("<F10>2").at("2026-11-21 13:30").keys("<Esc><Enter>").is_in(Place::Queue);
    scene.is_in(Place::Queue).keys("<F1>cap so nhu lan<Enter>").sees("[!] Quầy này chưa cấp số nào trong ca");
}

#[test]
fn it_is_said_in_english_too() {
    let mut scene = desk();
    scene.lang(Lang::En).keys("<F2>birth<Enter><F2>vneid<F3>");
    scene.sees("A001 came first: help the newcomer now because").keys("<Enter>");
    scene.sees("Number K001 given, helped right away out of turn (it takes only a minute)");
    scene.keys("<F6><F1>number like<Enter>").sees("Like K001").keys("<Esc>");
    let first = &scene.console().model().cards[0];
    assert_eq!(first.needs, [(Code::new(BIRTH), 1)]);
    assert_eq!(first.visit.stage.kind(), StageKind::Waiting);
}
