//! Sent on to another series or station: the number and the place stay.

use motcua::desk::Command;
use motcua::domain::StationNo;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

fn three() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    scene
}

/// The same with a second station of the office, where nobody sits yet.
fn three_and_two() -> Scene {
    let mut scene = three();
    scene.keys(":qu<Enter>").is_in(Place::Stations).keys("<Insert>").sees("Số của quầy");
    scene.keys("<Down>Hộ tịch<Down>phòng 103<F10>").sees("Đã lưu quầy 2").keys("<Esc>").is_in(Place::Queue);
    scene
}

#[test]
fn a_waiting_party_is_sent_to_one_station_and_keeps_its_place() {
    let mut one = three_and_two();
    let mut two = one.station(2);
    two.keys("<F1>doi nguoi<Enter>thu hai<Enter>").sees("Trần Thử Hai");
    one.tick().keys("<Down>:ch<Enter>").sees("Chuyển A001 đến đâu?").sees("Quầy 2 · Hộ tịch · phòng 103");
    one.keys("quay 2<Enter>").sees("Đã chuyển A001 đến quầy 2, giữ chỗ cũ").sees_in_order(&[
        "A002",
        "A003",
        "Quầy khác gọi (1)",
        "A001",
    ]);
    one.keys("<F3>").sees("Xin mời số A 002");
    two.tick().sees_in_order(&["A001", "A003"]).sees("Chờ riêng quầy 2").keys("<F3>");
    two.sees("Xin mời số A 001 đến quầy số 2, phòng 103").is_sound();
}

#[test]
fn only_stations_that_are_there_and_open_are_offered() {
    let mut one = three();
    one.keys("<Down>:ch<Enter>").sees("Quầy 1").sees_not("Quầy 2").sees_not("Quầy 9").keys("<Esc>");
    let mut one = three_and_two();
    one.keys("<Down>:ch<Enter>").sees("Quầy 2 · Hộ tịch · phòng 103 · mở, chưa có ai").keys("<Esc>");
    one.keys(":qu<Enter><Down><Space>").sees("Đã đóng quầy 2").sees("Các quầy: 1 mở, 1 đóng").keys("<Esc>");
    one.keys("<Down>:ch<Enter>").sees("Quầy 1").sees_not("Quầy 2").keys("<Esc>").is_sound();
}

#[test]
fn a_station_that_was_closed_meanwhile_warns() {
    let mut one = three_and_two();
    let mut two = one.station(2);
    two.keys("<F1>doi nguoi<Enter>thu hai<Enter>");
    one.tick().keys("<Down>:ch<Enter>");
    two.keys(":qu<Enter><Down><Space>").sees("Đã đóng quầy 2").sees("Quầy 2 (đóng)");
    one.keys("quay 2<Enter>").is_in(Place::Confirm);
    one.sees("Quầy 2 đang đóng: chuyển đến đó thì chưa ai gọi, cho");
    one.keys("1").is_in(Place::Choice).keys("<Esc>").sees_in_order(&["A001", "A002", "A003"]);
    // Who insists sends all the same; the number is seen, and stands before nobody.
    two.keys("<Space>").sees("Đã mở quầy 2");
    one.tick().keys("<Home>").sees("> A001").keys(":ch<Enter>");
    two.keys("<Space>").sees("Đã đóng quầy 2");
    one.keys("quay 2<Enter>2").sees("Đã chuyển A001 đến quầy 2").is_in(Place::Queue);
    one.sees_in_order(&["Hàng chờ (2)", "A002", "A003", "Chưa có quầy nào gọi (1)", "A001"]);
    one.sees("> A001").sees("[!] Quầy 2 đang đóng: chưa ai gọi số này.");
    two.keys("<Space>").sees("Đã mở quầy 2");
    two.keys("<Space>").sees("Đã đóng quầy 2; 1 lượt chờ riêng quầy này chưa ai gọi").is_sound();
    one.tick().lang(Lang::En).keys("<End>").sees("[!] Station 2 is closed: nobody calls this");
}

#[test]
fn who_waits_where_nobody_sits_is_seen_and_stands_before_nobody() {
    let mut one = three_and_two();
    one.keys("<Down>:ch<Enter>quay 2<Enter>").sees_in_order(&["Chưa có quầy nào gọi (1)", "A001"]);
    // Two wait who are called: the third of these has two before it, not three.
    one.keys("<F2>ks<Enter>").sees("Đã cấp số A004, còn 2 lượt phía trước");
    one.keys(":qu<Enter>").sees("chưa có ai, 1 chờ riêng").keys("<Esc>");
    one.after(minutes(150))
        .sees("Chờ 4, 2g30 (A001 q2), !!4")
        .size(120, 40)
        .sees("lâu nhất 2g30 (A001, quầy 2)");
    one.keys("<End>").sees("> A001").sees("[!] Quầy 2 chưa có ai ngồi: chưa ai gọi số này.");
    one.keys("<Space>").is_in(Place::Why).sees("Quầy 2 chưa có ai ngồi").keys("<Esc>");
    one.sees("> A001")
        .lang(Lang::En)
        .sees("No station to call them (1)")
        .sees("longest 2h30 (A001, station 2)");
    one.keys("<End>").sees("[!] Nobody sits at station 2: nobody calls this number.").lang(Lang::Vi);
    // Somebody sits down there.
    let mut two = one.station(2);
    two.keys("<F1>doi nguoi<Enter>thu hai<Enter>").sees_in_order(&["Hàng chờ (4)", "A001"]);
    one.tick().sees("Quầy khác gọi (1)").sees("(A001, quầy 2)");
    one.keys("<F2>ks<Enter>").sees("Đã cấp số A005, còn 4 lượt phía trước").is_sound();
}

#[test]
fn a_number_of_a_series_that_nobody_calls_says_so() {
    let mut one = desk();
    one.keys(":qu<Enter><Enter>").sees("Gọi loại số").keys("<Down><Down>b k<F10>").sees("loại số B K");
    one.keys("<Esc><F2>ks<Enter>").sees("[!] Đã cấp số A001. Chưa có quầy nào đang gọi loại số A.");
    one.sees_in_order(&["Hàng chờ (0)", "Chưa có quầy nào gọi (1)", "A001"]);
    one.after(minutes(5))
        .sees("Chờ 1, 5' (A001)")
        .size(120, 40)
        .sees("lâu nhất 5' (A001, loại số A)")
        .keys("<F3>")
        .sees("[!] Không còn ai chờ.");
    one.lang(Lang::En).keys("<Down>").sees("> A001").sees("[!] No station calls series A now.").is_sound();
}

#[test]
fn a_station_that_is_not_there_is_refused() {
    let one = three();
    let desk = &mut one.world().desk(1);
    let visit = desk.load().unwrap().cards[0].visit.id;
    let to = motcua::domain::queue::Destination::Station(StationNo::new(7).unwrap());
    let refused = desk.execute(Command::Transfer { visit, to }).unwrap_err();
    assert!(refused.to_string().contains("NoSuchStation"), "{refused}");
}

#[test]
fn the_stations_are_kept_for_all_and_told_when_a_shift_opens() {
    let mut one = three_and_two();
    let mut two = one.station(3);
    two.keys(":qu<Enter>").sees("2  Hộ tịch").sees("phòng 103").sees("mọi loại số").sees("mở, chưa có ai");
    two.sees("Các quầy: 3 mở, 0 đóng");
    one.keys(":qu<Enter><Down><Enter>").sees("Hộ tịch").keys("<F10>").is_in(Place::Stations);
    one.keys("<Insert>2<F10>").sees("Đã có quầy mang số này").keys("<Esc>");
    if one.place() == Place::Confirm {
        one.keys("2");
    }
    one.keys("<Space>").sees("Đã đóng quầy 2").keys("<C-z>").sees("Đã hoàn tác: đóng quầy 2");
    one.keys("<Space>")
        .sees("Đã đóng quầy 2")
        .keys("<Esc><F1>dong ca<Enter><F10>2<Esc>")
        .is_in(Place::OpenShift);
    one.sees("Quầy mở: 1 · Quầy đóng: 2 Hộ tịch");
    one.lang(Lang::En).keys("<Esc>").sees("Open stations: 1 · Closed stations: 2 Hộ tịch").is_sound();
}

#[test]
fn another_station_can_still_take_it_by_choosing() {
    let mut one = three_and_two();
    one.keys("<Down>:ch<Enter>quay 2<Enter><End>").sees("> A001").keys("<Enter>can bo<Enter>");
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
    two.keys("<F1>doi nguoi<Enter>thu hai<Enter>:qu<Enter><Down><Enter><Down><Down>b<F10><Esc>");
    two.sees("Hàng chờ (0)").sees("Quầy khác gọi (3)");
    one.tick().keys("<Down><Down><F1>chuyen sang loai<Enter>so b<Enter>");
    two.tick().sees_in_order(&["Hàng chờ (1)", "A002→B", "Quầy khác gọi (2)", "A001"]);
    two.keys("<F3>").sees("Xin mời số A 002").sees("Chuyển sang loại số B").is_sound();
}
