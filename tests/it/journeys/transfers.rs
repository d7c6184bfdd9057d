//! Sent on to another series or station: the number and the place stay.

use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

fn three() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    scene
}

#[test]
fn a_waiting_party_is_sent_to_one_station_and_keeps_its_place() {
    let mut one = three();
    let mut two = one.station(2);
    one.keys("<Down><F1>chuyen sang loai<Enter>").sees("Chuyển A001 đến đâu?").keys("quay 2<Enter>");
    one.sees("Đã chuyển A001 đến quầy 2, giữ chỗ cũ").sees_in_order(&[
        "A002",
        "A003",
        "Quầy khác gọi (1)",
        "A001",
    ]);
    one.keys("<F3>").sees("Xin mời số A 002");
    two.tick().sees_in_order(&["A001", "A003"]).sees("Chờ riêng quầy 2").keys("<F3>");
    two.sees("Xin mời số A 001 đến quầy số 2").is_sound();
}

#[test]
fn another_station_can_still_take_it_by_choosing() {
    let mut one = three();
    one.keys("<Down><F1>chuyen sang loai<Enter>quay 2<Enter><End>")
        .sees("> A001")
        .keys("<Enter>can bo<Enter>");
    one.sees("Đã gọi A001 ngoài thứ tự: yêu cầu của cán bộ")
        .sees("Xin mời số A 001 đến quầy số 1")
        .is_sound();
}

#[test]
fn a_party_is_sent_on_from_every_stage() {
    // Called.
    let mut scene = three();
    scene
        .keys("<F3><F1>chuyen sang loai<Enter>so b<Enter>")
        .sees("Đã chuyển A001 sang loại số B")
        .sees_in_order(&["A001→B", "A002"]);
    // Served: its list goes with it.
    scene
        .keys("<F3><Enter><Space><F1>chuyen sang loai<Enter>cu tru<Enter>")
        .sees("Đã chuyển A001 sang loại số C")
        .sees("A001→C");
    // On hold.
    scene.keys("<F3><Enter><F6><Down>").sees("> A001").keys("<F1>chuyen sang loai<Enter>quay nao<Enter>");
    scene.sees("Đã chuyển A001: quầy nào cũng gọi được").sees_not("→").sees_in_order(&["A001", "A002"]);
    scene.keys("<F3><Enter>").sees("(1/").keys("<F4>").is_sound();
    for _ in 0..3 {
        scene.keys("<C-z>");
    }
    scene.keys("<C-z>").sees("Đã hoàn tác: chuyển A001: quầy nào cũng gọi được").sees("Tạm giữ").is_sound();
}

#[test]
fn who_has_ended_or_is_elsewhere_is_not_sent_on() {
    let mut one = three();
    let mut two = one.station(2);
    one.keys("<F3>");
    two.tick()
        .keys("<Down><F1>chuyen sang loai")
        .sees("Không có dòng nào khớp.")
        .keys("<Esc>:ch<Enter>")
        .is_in(Place::Queue)
        .sees("[!] A001 đang ở quầy 1.")
        .is_sound();
}

#[test]
fn a_series_that_a_station_serves_brings_those_sent_to_it() {
    let mut one = three();
    let mut two = one.station(2);
    two.keys(&format!("<F1>cai dat<Enter>{}<Down><Down><Down>b<Enter><Esc>", "<PageDown>".repeat(7)));
    two.sees("Hàng chờ (0)").sees("Quầy khác gọi (3)");
    one.tick().keys("<Down><Down><F1>chuyen sang loai<Enter>so b<Enter>");
    two.tick().sees_in_order(&["Hàng chờ (1)", "A002→B", "Quầy khác gọi (2)", "A001"]);
    two.keys("<F3>").sees("Xin mời số A 002").sees("Chuyển sang loại số B").is_sound();
}
