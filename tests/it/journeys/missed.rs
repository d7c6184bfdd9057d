//! Not there: counted calls, a wait before it counts, the list of the missed, and the way back.

use std::time::Duration;

use motcua::domain::{LeaveReason, StageKind};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

fn three() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    // Not so fast that they might be one party.
    scene.after(Duration::from_secs(20)).keys("<F2>ks<Enter>");
    scene
}

#[test]
fn one_verb_notes_a_party_as_not_there_and_calls_the_next() {
    let mut scene = three();
    scene.keys("<F3>").sees("F7     không có mặt (30 giây nữa)");
    scene.keys(":nn<Enter>").sees("[!] A001 vừa được gọi: 26 giây nữa").sees("Xin mời số A 001");
    scene.after(minutes(1)).sees_not("giây nữa)").keys(":nn<Enter>");
    scene.sees("A001 không có mặt, gọi A002").sees("Xin mời số A 002 ").sees("Rời đi 1").is_sound();
    assert_eq!(scene.tally().left, [(LeaveReason::NoShow, 1)]);
    scene.keys("<C-z>").sees("Đã hoàn tác: ghi A001 không có mặt, gọi A002").sees("Xin mời số A 001 ");
    scene.keys("<C-y>").sees("Xin mời số A 002 ").is_sound();
}

#[test]
fn the_last_one_is_noted_though_nobody_else_waits() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3>").after(minutes(1)).keys(":nn<Enter>");
    scene.sees("A001 rời đi: gọi không có mặt").sees("Chưa tiếp ai.").is_sound();
}

#[test]
fn calls_are_counted_and_after_the_third_the_party_is_proposed_as_not_there() {
    let mut scene = three();
    scene.keys("<F3><F5>").sees("đã gọi 2 lần").sees_not("Đã gọi đủ").keys("<F5>");
    scene.sees("đã gọi 3 lần").sees("Đã gọi đủ 3 lần: F7 ghi không có mặt");
    scene.keys("<F5>").sees("[!] A001 đã được gọi 3 lần").sees("đã gọi 3 lần");
    // A call again is a call: the wait begins anew.
    scene.keys("<F7><Enter>").sees("[!] A001 vừa được gọi");
    scene.after(minutes(1)).keys("<Enter>").sees("A001 rời đi: gọi không có mặt").is_sound();
}

#[test]
fn a_clock_that_was_set_back_holds_nobody_at_the_station() {
    let mut scene = three();
    scene.at("2026-11-21 09:00").keys("<F3>").at("2026-11-21 08:00").after(minutes(1)).keys(":nn<Enter>");
    scene.sees("A001 không có mặt, gọi A002").is_sound();
}

#[test]
fn who_was_missed_returns_near_the_old_place() {
    let mut scene = three();
    scene.keys("<F3>").after(minutes(1)).keys(":nn<Enter>").sees("A 002").keys("<Enter><F4>");
    scene
        .keys("<C-f>khong co mat")
        .sees("Tìm lượt hôm nay")
        .sees("> A001  gọi không có mặt 07:31  Khai sinh");
    scene.keys("<Enter>").sees("A001 trở lại hàng chờ").sees_in_order(&["A003", "A004", "A001"]);
    // Somebody who comes later stands behind.
    scene.keys("<F2>ks<Enter>").sees_in_order(&["A003", "A004", "A001", "A005"]);
    scene.keys("<Down><Down><Down>").sees("> A001").sees("Quay lại lúc 07:31");
    scene.keys("<Space>").sees("về chỗ cũ, nhưng sau 2 lượt đang chờ").keys("<Esc>");
    scene.keys("<C-f>khong co mat").sees("Không có dòng nào khớp.").keys("<Esc>");
    for _ in 0..4 {
        scene.keys("<F3><Enter><F4>");
    }
    scene.is_sound();
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.proof.served, tally.left.len()), (5, 5, 0));
}

#[test]
fn who_has_ended_or_is_at_another_station_is_not_sent_away_from_the_list() {
    let mut scene = three();
    scene.keys("<F3><Enter><F4><F3>");
    let mut two = scene.station(2);
    two.keys("<C-f>a1")
        .sees("> A001")
        .sees_not("F7 ")
        .keys("<F7>")
        .is_in(Place::Find)
        .sees("[!] A001 đã xong");
    two.keys("<C-u>a2").sees("> A002").sees_not("F7 ").keys("<F7>").is_in(Place::Find);
    two.sees("[!] A002 đang ở quầy 1.").keys("<C-u>a3").sees("F7 Rời đi A003").keys("<F7>bo<Enter>");
    two.sees("A003 rời đi: bỏ về").is_sound();
}

#[test]
fn a_return_is_undone_and_redone() {
    let mut scene = three();
    scene.keys("<F3>").after(minutes(1)).keys(":nn<Enter><Enter><F4><C-f>a1<Enter>").sees("Hàng chờ (3)");
    scene.keys("<C-z>").sees("Đã hoàn tác: đưa A001 trở lại hàng chờ").sees("Hàng chờ (2)").is_sound();
    scene.keys("<C-y>").sees("Hàng chờ (3)").reopened().sees("Hàng chờ (3)").is_sound();
}

#[test]
fn an_old_number_typed_in_the_intake_returns_its_party() {
    let mut scene = three();
    scene.keys("<F3><Enter><End><Enter>hen<Enter><Enter><F4>").sees("Đã kết thúc A001");
    scene.keys("<F2>a1").sees("> quay lại: A001 Khai sinh (đã xong)").keys("<Enter>");
    scene.sees("A001 trở lại hàng chờ").is_in(Place::Queue).sees_in_order(&["A002", "A003", "A001", "A004"]);
    // What was to be gone on with is gone on with, and the visit is one.
    scene.keys("<F3><Enter><F4><F3><Enter><F4><F3>").sees("Xin mời số A 001").keys("<Enter>");
    scene.keys("<End>").sees("(xong, nếu không ghi khác)").keys("<F4>").sees("Đã kết thúc A001").is_sound();
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.proof.served, tally.proof.open), (4, 3, 1));
}

#[test]
fn a_number_that_has_not_ended_offers_no_return_and_the_need_is_one_key_further() {
    let mut scene = three();
    scene.keys("<F2>a001").sees_not("quay lại:").keys("<Esc>");
    scene.keys("<F3>").after(minutes(1)).keys("<F7><Enter><F2>A001").sees("> quay lại: A001");
    // The row below is a need as ever.
    scene.keys("<Down><Enter>").sees("Đã cấp số ").is_sound();
}

#[test]
fn walked_out_is_told_apart_from_not_there_with_the_stage() {
    let mut scene = three();
    scene.keys("<Down><F7>bo<Enter><F3>").after(minutes(1)).keys("<F7><Enter><F3><Enter><F7>bo<Enter>");
    assert_eq!(scene.tally().left, [(LeaveReason::NoShow, 1), (LeaveReason::WalkedOut, 2)]);
    let from: Vec<StageKind> = scene
        .console()
        .model()
        .cards
        .iter()
        .filter_map(|card| match card.visit.stage {
            motcua::domain::Stage::Left { from, .. } => Some(from),
            _ => None,
        })
        .collect();
    assert_eq!(from, [StageKind::Waiting, StageKind::Called, StageKind::Serving]);
    // The list says why each of them went, and is searched by it; they return by their number, too.
    scene.keys("<C-f>khong co mat").sees("> A002  gọi không có mặt").sees_not("A001  ");
    scene
        .keys("<C-u>bo ve")
        .sees("> A003  bỏ về")
        .sees("A001  bỏ về")
        .sees_not("A002  ")
        .keys("<Esc><F2>a1")
        .sees("(bỏ về)")
        .is_sound();
}

#[test]
fn yesterdays_number_is_found_with_its_day_and_is_not_in_the_list_of_today() {
    let mut scene = three();
    scene.keys("<F3>").after(minutes(1)).keys("<F7><Enter>");
    scene
        .at("2026-11-22 08:00")
        .keys("<Enter><Esc><Enter><F2>a1")
        .sees("> quay lại: A001 ngày 21/11/2026, Khai sinh (gọi không có mặt)")
        .keys("<Esc><C-f>khong co mat");
    scene.sees("Không có dòng nào khớp.").keys("<Esc>").is_sound();
}
