//! Giving a number: F2, two letters, Enter; everything else is one key away and never asked.

use motcua::domain::Priority;
use motcua::ui::keymap::Place;

use crate::harness::{desk, minutes};

#[test]
fn the_plain_case_is_f2_two_letters_and_enter() {
    let mut scene = desk();
    scene
        .at("2026-11-21 08:00")
        .keys("<F2>")
        .sees("Cần làm việc gì?")
        .keys("ks<Enter>")
        .sees("[+] Đã cấp số A001, không còn ai phía trước")
        .sees(" A001 Khai sinh")
        .is_in(Place::Queue)
        .after(minutes(7))
        .sees("chờ 7 phút")
        .sees("7'");
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.persons, scene.deeds()), (1, 1, 3));
}

#[test]
fn a_need_is_found_by_letters_words_and_codes() {
    for (typed, number, needs) in [
        ("ks", "A001", "Khai sinh"),
        ("khai sinh", "A001", "Khai sinh"),
        ("KHAI SINH", "A001", "Khai sinh"),
        ("khai sính", "A001", "Khai sinh"),
        ("chung thuc", "B001", "Chứng thực"),
        ("2.000815", "B001", "Chứng thực"),
        ("vneid", "K001", "VNeID"),
    ] {
        desk().keys("<F2>").types(typed).keys("<Enter>").sees(&format!(" {number}")).sees(needs).is_sound();
    }
}

#[test]
fn each_field_has_a_series_of_its_own() {
    desk()
        .keys("<F2>ks<Enter><F2>vneid<Enter><F2>ks<Enter>")
        .sees("Đã cấp số A002, còn 2 lượt phía trước")
        .sees_in_order(&["A001", "K001", "A002"]);
}

#[test]
fn several_needs_and_the_same_one_twice() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<F2>2.000815<F2>2.000815<F2>")
        .sees("Nhu cầu: Khai sinh ×1, ")
        .sees(" ×2")
        .keys("<Enter>")
        .sees("A001 Khai sinh,");
    let card = &scene.console().model().cards[0];
    assert_eq!(card.needs.iter().map(|(_, quantity)| *quantity).collect::<Vec<_>>(), [1, 2]);
    scene.keys("<F3><Enter>").sees("Khai sinh ×1").is_sound();
}

#[test]
fn the_last_need_needs_no_key_of_its_own() {
    let mut scene = desk();
    scene.keys("<F2>ks<F2>vneid<Enter>");
    assert_eq!(scene.console().model().cards[0].needs.len(), 2);
}

#[test]
fn persons_and_priority_are_a_key_each() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<F5><F5><F5>")
        .sees("Số người: 4")
        .keys("<F5>3")
        .sees("Số người: 3")
        .keys("<F6>")
        .sees("Ưu tiên: người cao tuổi")
        .keys("<F6><F6>")
        .sees("Ưu tiên: mang thai, con nhỏ")
        .keys("<F6><F6><F6><F6>")
        .sees("Ưu tiên: không")
        .keys("<F6><F6><Enter>")
        .sees("!A001")
        .sees("ƯU TIÊN: khuyết tật nặng")
        .sees("3 người");
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.persons), (1, 3));
    assert_eq!(tally.priority, [(Priority::Disabled, 1)]);
}

#[test]
fn a_head_count_has_its_bounds() {
    let mut scene = desk();
    scene.keys("<F2>ks<F4><S-F5>").sees("Số người: 1").keys("<F5>0").sees("Số người: 2");
    scene.keys("<F5>1").sees("Số người: 1").keys("<F5>1500").sees("Số người: 1500");
    // Too many is refused, and the form stays.
    scene.keys("<Enter>").sees("[!] Số người từ 1 đến 999.").is_in(Place::Intake);
    scene.keys("<F5>999").sees("Số người: 999").keys("<F5><F5>").sees("Số người: 999").keys("<Enter>");
    assert_eq!(scene.tally().persons, 999);
    scene.keys("<Down><C-k>").sees("A001: bao nhiêu người?").keys("12<Enter>").sees("A001: 12 người");
    assert_eq!(scene.tally().persons, 12);
    scene
        .keys("<C-k>150<Enter>")
        .sees("A001: 150 người")
        .keys("<C-k>1000<Enter>")
        .sees("Không có dòng nào khớp.");
    assert_eq!(scene.tally().persons, 150);
}

#[test]
fn a_name_is_one_key_away_and_never_asked() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Tab>")
        .types("Hoàng Văn Gọi")
        .keys("<Enter>")
        .sees("Tên: Hoàng Văn Gọi")
        .keys("<F3>")
        .sees("Tên: Hoàng Văn Gọi");
    scene.keys("<F1>nhat ky<Enter>").sees("Gọi A001").sees_not("Hoàng");
}

#[test]
fn nothing_found_gives_a_number_with_a_need_not_known_yet() {
    desk()
        .keys("<F2>qqqq")
        .sees("Không thấy; Enter cấp số «chưa rõ nhu cầu».")
        .keys("<Enter>")
        .sees("Chưa rõ nhu cầu")
        .sees("Đã cấp số ")
        .is_sound();
    desk().keys("<F2><Enter>").sees("Chưa rõ nhu cầu").is_sound();
}

#[test]
fn the_arrows_choose_another_need() {
    let mut scene = desk();
    scene.keys("<F2>khai<Down>");
    let second = scene.screen().lines().find(|line| line.contains("│ > ")).map(str::to_owned).unwrap();
    let name = second.split("> ").nth(1).unwrap().split("  ").next().unwrap().to_owned();
    assert_ne!(name, "Khai sinh");
    scene.keys("<Enter>").sees(&name);
}

#[test]
fn esc_gives_no_number() {
    let mut scene = desk();
    scene.keys("<F2>ks<Esc>").is_in(Place::Queue).sees("Chưa có ai chờ.");
    assert_eq!(scene.tally().visits, 0);
}

#[test]
fn somebody_who_goes_first_is_called_first() {
    desk()
        .keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<F6><Enter>")
        .sees("Đã cấp số A003, không còn ai phía trước")
        .sees_in_order(&["!A003", "A001", "A002"])
        .keys("<F3>")
        .sees("Xin mời số A 003 đến quầy số 1");
}
