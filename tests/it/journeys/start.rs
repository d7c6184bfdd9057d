//! The first start: one short form, walked through with Enter.

use motcua::ui::keymap::Place;

use crate::harness::first_start;

#[test]
fn the_first_start_needs_a_commune_and_enter_alone() {
    let mut scene = first_start();
    scene
        .is_in(Place::Setup)
        .sees("Khai báo lần đầu")
        .keys("vinh bao")
        .sees("> Xã Vĩnh Bảo, Thành phố Hải Phòng  (11824)")
        .keys("<Enter>")
        .sees("Trung tâm Phục vụ hành chính công xã Vĩnh Bảo")
        .keys("<Enter><Enter><Enter>")
        .sees("> Số của quầy này: 1")
        .keys("<Enter>")
        .is_in(Place::OpenShift)
        .sees("> [x] Tình nguyện viên 1")
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees("Một cửa ")
        .sees("Quầy 1 · Tình nguyện viên 1 · ca sáng")
        .is_sound();
    let office = scene.console().model().office.clone().unwrap();
    assert_eq!(office.commune, "11824");
    assert_eq!(office.team, "Đội Thanh niên tình nguyện xã Vĩnh Bảo");
}

#[test]
fn what_is_typed_replaces_what_was_proposed() {
    let mut scene = first_start();
    scene
        .keys("vinh bao<Enter>Trung tâm thử<Enter>")
        .sees("Tên trung tâm: Trung tâm thử")
        .keys("<Enter><Enter>2<Enter>");
    scene.is_in(Place::OpenShift).sees("Quầy 2");
    let office = scene.console().model().office.clone().unwrap();
    assert_eq!(office.name, "Trung tâm thử");
    assert_eq!(office.team, "Đội Thanh niên tình nguyện xã Vĩnh Bảo");
    // A key of editing takes it over.
    first_start()
        .keys("vinh bao<Enter><Home>TT: ")
        .sees("> Tên trung tâm: TT: Trung tâm Phục vụ hành chính công xã Vĩnh Bảo")
        .keys("<Down><Backspace>o<Up><Down>a")
        .sees("> Tên đội, tổ: Đội Thanh niên tình nguyện xã Vĩnh Bảoa");
}

#[test]
fn what_is_wrong_is_said_under_its_field() {
    first_start()
        .keys("<Enter>")
        .sees_in_order(&["> Xã, phường, đặc khu:", "[!] Chưa thấy xã này"])
        .keys("zzzz<Enter>")
        .sees_in_order(&["> Xã, phường, đặc khu: zzzz", "[!] Chưa thấy xã này"])
        .keys("<C-u>vinh bao<Enter>")
        .sees_not("[!]")
        .keys("<C-u><Enter>")
        .sees_in_order(&["> Tên trung tâm:", "[!] Ghi tên vào đây."])
        .keys("Trung tâm<Enter><Enter><Enter><C-u>0<Enter>")
        .sees_in_order(&["> Số của quầy này: 0", "[!] Số quầy từ 1 đến 99."])
        .is_in(Place::Setup);
}

#[test]
fn a_commune_is_chosen_with_the_arrows_among_those_that_fit() {
    let mut scene = first_start();
    scene.keys("tan hung").sees("   > ");
    let second = scene.screen().lines().filter(|line| line.contains("Tân Hưng")).nth(1).map(str::to_owned);
    let code = second.unwrap().split(['(', ')']).nth(1).unwrap().to_owned();
    scene.keys("<Down><Enter><Enter><Enter><Enter><Enter>").is_in(Place::OpenShift);
    assert_eq!(scene.console().model().office.as_ref().unwrap().commune, code);
}

#[test]
fn what_was_proposed_follows_the_commune_and_what_was_typed_stays() {
    let mut scene = first_start();
    scene
        .keys("vinh bao<Enter><Enter><C-u>Đội xanh<S-Tab><S-Tab><C-u>11824<Enter>")
        .sees("Trung tâm Phục vụ hành chính công xã Vĩnh Bảo")
        .keys("<S-Tab><C-u>phu my<Enter>")
        .sees_not("xã Vĩnh Bảo")
        .sees("Đội xanh");
}

#[test]
fn the_station_that_was_typed_is_kept_for_the_next_start() {
    let mut scene = first_start();
    scene.keys("vinh bao<Enter><Enter><Enter>Lê Thử<Enter><C-u>12<Enter>").is_in(Place::OpenShift);
    assert_eq!(scene.kept_station().map(motcua::domain::StationNo::number), Some(12));
    scene.sees("[x] Lê Thử").keys("<Enter>").sees("Quầy 12").reopened().sees("Quầy 12").sees("Lê Thử");
}

#[test]
fn a_second_console_does_not_set_up_what_the_first_has_set_up() {
    let mut one = first_start();
    let mut two = one.station(2);
    two.keys("phu my<Enter><Enter><Enter><Enter>");
    one.keys("vinh bao<Enter><Enter><Enter><Enter><Enter>").is_in(Place::OpenShift);
    // Before a second has gone by, the other one does not know yet.
    two.burst("<Enter>");
    let office = two.console().model().office.clone().unwrap();
    assert_eq!(office.commune, "11824", "the office that was there is not replaced");
    assert_eq!(two.console().model().volunteers.len(), 1);
}
