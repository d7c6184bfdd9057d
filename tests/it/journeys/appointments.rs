//! A time that was agreed: the party enters the order at its time, early or late as it came.

use motcua::ui::keymap::Place;

use crate::harness::desk;

#[test]
fn a_booked_party_enters_the_order_at_its_time() {
    let mut scene = desk();
    scene.at("2026-11-21 08:00").keys("<F2>ks<Tab><Tab><Tab>9:00<Enter>").sees("Đã cấp số A001");
    scene.keys("<F2>ks<Enter>").sees_in_order(&["A002", "A001"]);
    scene.sees("hẹn 09:00").sees("Enter gọi A002.");
    scene.at("2026-11-21 08:50").keys("<F2>ks<Enter>").sees_in_order(&["A002", "A003", "A001"]);
    scene.keys("<End><Space>").sees("Chưa đến giờ hẹn 09:00").keys("<Esc>");
    // Nothing is pressed: the time comes.
    scene.at("2026-11-21 09:00").sees_in_order(&["A002", "A003", "A001"]).sees_not("hẹn 09:00 ");
    scene.at("2026-11-21 09:05").keys("<F2>ks<Enter>").sees_in_order(&["A002", "A003", "A001", "A004"]);
    scene.keys("<Home><Down><Down><Space>").sees("Hẹn 09:00: vào hàng đúng giờ đó").keys("<Esc>").is_sound();
}

#[test]
fn a_booked_party_goes_before_those_who_came_after_its_time() {
    let mut scene = desk();
    scene.at("2026-11-21 08:00").keys("<F2>ks<Tab><Tab><Tab>0830<Enter><F2>ks<Enter>");
    scene.at("2026-11-21 08:31").keys("<F2>ks<Enter>");
    scene.sees_in_order(&["A002", "A001", "A003"]).keys("<F3><Enter><F4><F3>").sees("Xin mời số A 001");
    scene.sees("Hẹn 08:30").is_sound();
}

#[test]
fn who_comes_late_stands_where_it_came() {
    let mut scene = desk();
    scene.at("2026-11-21 09:10").keys("<F2>ks<Enter><F2>ks<Tab><Tab><Tab>9h<Enter><F2>ks<Enter>");
    scene.sees_in_order(&["A001", "A002", "A003"]).keys("<Down><Down><Space>");
    scene.sees("Hẹn 09:00 nhưng đến muộn: xếp theo giờ đến.").is_sound();
}

#[test]
fn a_booked_party_is_called_early_when_nobody_else_waits() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab><Tab><Tab>10:00<Enter><F3>").sees("Xin mời số A 001").is_sound();
}

#[test]
fn what_is_no_time_is_told_beside_the_field_and_nothing_is_given() {
    let mut scene = desk();
    let deeds = scene.deeds();
    scene
        .keys("<F2>ks<Tab><Tab><Tab>25:00<Enter>")
        .is_in(Place::Intake)
        .sees("Giờ hẹn: 25:00")
        .sees("[!] giờ như 9:30");
    assert_eq!(scene.deeds(), deeds);
    scene.keys("<C-u>9:30").sees_not("[!]").keys("<Esc>").is_in(Place::Intake).keys("<Enter>");
    scene.sees("Đã cấp số A001").sees("hẹn 09:30").is_sound();
}
