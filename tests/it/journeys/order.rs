//! The order of the calls: two lanes that take turns, why somebody stands where they do, and calls out of turn.

use motcua::domain::queue::OutOfTurn;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

/// Three of the ordinary lane, then two of the priority lane.
fn both_lanes() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter><F2>ks<F6><Enter><F2>ks<F6><Enter>");
    scene
}

/// Calls the next and serves it.
fn serves(scene: &mut Scene, spoken: &str) {
    scene.keys("<F3>").sees(&format!("Xin mời số {spoken} ")).keys("<Enter><F4>");
}

#[test]
fn of_three_calls_one_is_of_the_priority_lane() {
    let mut scene = both_lanes();
    scene.sees_in_order(&["!A004", "A001", "A002", "!A005", "A003"]);
    scene.sees("Cứ 1 lượt ưu tiên thì 2 lượt thường");
    serves(&mut scene, "A 004");
    scene.sees_in_order(&["A001", "A002", "!A005", "A003"]);
    for spoken in ["A 001", "A 002", "A 005", "A 003"] {
        serves(&mut scene, spoken);
    }
    scene.is_sound();
}

#[test]
fn every_station_sees_the_same_order_and_undo_takes_a_turn_back() {
    let mut one = both_lanes();
    let mut two = one.station(2);
    one.keys("<F3>").sees("A 004");
    two.tick().keys("<F3>").sees("A 001");
    let order = ["A002", "!A005", "A003"];
    one.tick().sees_in_order(&order);
    two.sees_in_order(&order);
    // The first call is taken back: the ordinary lane has had one turn, the priority lane none.
    one.keys("<C-z>").sees_in_order(&["Hàng chờ (4)", "!A004", "A002", "A003", "!A005"]);
    two.tick().sees_in_order(&["Hàng chờ (4)", "!A004", "A002", "A003", "!A005"]);
    one.reopened().sees_in_order(&["!A004", "A002", "A003", "!A005"]).is_sound();
}

#[test]
fn a_party_that_is_put_back_at_once_is_called_next_again() {
    let mut scene = both_lanes();
    serves(&mut scene, "A 004");
    scene.keys("<F3>").sees("A 001").keys("<C-p>").sees_in_order(&["A001", "A002", "!A005"]);
    serves(&mut scene, "A 001");
    serves(&mut scene, "A 002");
    serves(&mut scene, "A 005");
}

#[test]
fn the_desk_says_why_somebody_stands_where_they_do() {
    let mut scene = both_lanes();
    scene
        .keys("<Down><Space>")
        .is_in(Place::Why)
        .sees("Vì sao A004 đứng ở đây?")
        .sees("Được gọi kế tiếp.")
        .sees("Hàng ưu tiên: người cao tuổi · đến 07:30")
        .sees("Cứ 1 lượt ưu tiên thì 2 lượt thường.")
        .sees("Đến sớm hơn mà gọi sau:")
        .sees("A001 (thường, đến 07:30): đến lượt hàng ưu tiên")
        .keys("<Space>")
        .is_in(Place::Queue)
        .keys("<End><Space>")
        .sees("Vì sao A003 đứng ở đây?")
        .sees("Còn 4 lượt được gọi trước.")
        .sees("A002 (thường, đến 07:30): cùng hàng, chỗ trước")
        .sees("A005 (ưu tiên, đến 07:30): đến lượt hàng ưu tiên")
        .keys("<C-l>")
        .is_in(Place::Why);
    scene
        .keys("<Esc><F3><C-l><Down><Down><Space>")
        .sees("Called recently: A004 priority")
        .keys("<Esc>")
        .is_sound();
}

#[test]
fn anybody_can_be_called_before_the_others_with_a_reason() {
    let mut scene = both_lanes();
    scene
        .keys("<End><Enter>")
        .sees("Gọi A003 ngoài thứ tự vì")
        .keys("suc khoe<Enter>")
        .sees("Đã gọi A003 ngoài thứ tự: sức khỏe, khẩn cấp")
        .sees("Xin mời số A 003");
    // Neither lane has lost its turn by it.
    scene.keys("<Enter><F4>").sees_in_order(&["!A004", "A001", "A002", "!A005"]);
    scene.keys("<Down><Space>").sees("Vừa gọi: A003 ngoài thứ tự").keys("<Esc>");
    scene.keys("<F1>nhat ky<Enter>").sees("Gọi A003 ngoài thứ tự: sức khỏe, khẩn cấp").keys("<Esc>");
    let desk = scene.world().desk(3);
    let reasons = desk.out_of_turn(scene.world().clock.day()).unwrap();
    assert_eq!(reasons.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [OutOfTurn::Health]);
    scene.keys("<C-z><C-z><C-z>").sees("Đã hoàn tác: gọi A003 ngoài thứ tự").is_sound();
    let desk = scene.world().desk(3);
    assert_eq!(desk.out_of_turn(scene.world().clock.day()).unwrap(), []);
}

#[test]
fn who_is_not_waiting_cannot_be_called_out_of_turn() {
    let mut scene = both_lanes();
    scene.keys("<F3>");
    let mut two = scene.station(2);
    two.tick().keys("<Down>").sees(">!A004").sees_not("A004 có mặt").sees_not("F5 Gọi lại").sees_not("F7 ");
    for keys in ["<Enter>", "<F5>", "<F7>", "<C-p>", "<F4>", ":nt<Enter>", ":ch<Enter>"] {
        two.keys(keys).is_in(Place::Queue).sees("[!] A004 đang ở quầy 1.");
    }
    scene.keys(":a3 nt<Enter><Enter>").sees("[!] Quầy đang gọi A004").keys("<Esc>").is_sound();
}

#[test]
fn the_rules_are_settings_of_the_office() {
    let mut scene = both_lanes();
    let page = format!("<F1>cai dat<Enter>{}", "<PageDown>".repeat(7));
    scene
        .keys(&page)
        .sees("[Hàng chờ]")
        .sees("Ưu tiên : thường")
        .sees("Quầy nào gọi loại số nào: F1, «Các quầy»");
    scene.keys("<C-u>2:0<Enter>").sees("[!] Ghi như 1:2, mỗi số từ 1 đến 9.");
    scene.keys("<C-u>2:1<Enter>").sees("[+] Đã lưu cách gọi số").keys("<C-u>0<Enter>").sees("[!] Số lần gọi");
    scene.keys("<C-u>2<Enter><C-u>0<Enter><Esc>:qu<Enter><Enter><Down><Down>b<F10><Esc>");
    scene.is_in(Place::Queue).sees("Hàng chờ (0)").sees("Chưa có quầy nào gọi (5)");
    scene.sees_in_order(&["!A004", "!A005", "A001"]).keys("<F3>").sees("[!] Không còn ai chờ");
    let mut two = scene.station(2);
    two.tick().sees("Hàng chờ (5)").keys("<F3>").sees("Xin mời số A 004 đến quầy số 2");
    // No wait before «not there» now, and two calls are enough.
    two.keys("<F5>").sees("Đã gọi đủ 2 lần").keys("<F5>").sees("[!] A004 đã được gọi 2 lần");
    two.keys(":nn<Enter>").sees("A004 không có mặt, gọi A005").is_sound();
}

#[test]
fn a_station_that_serves_some_series_calls_those_in_their_order() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>vneid<Enter><F2>2.000815<Enter><F2>vneid<F6><Enter>");
    scene.keys(":qu<Enter><Enter><Down><Down>k b<F10><Esc>");
    scene.sees_in_order(&["Hàng chờ (3)", "!K002", "K001", "B001", "Chưa có quầy nào gọi (1)", "A001"]);
    serves(&mut scene, "K 002");
    serves(&mut scene, "K 001");
    scene.keys("<F3>").sees("B 001").is_sound();
}

#[test]
fn three_on_hold_are_taken_up_in_any_order() {
    let mut scene = both_lanes();
    for _ in 0..3 {
        scene.keys("<F3><Enter><F6>").after(minutes(1));
    }
    scene.sees_in_order(&["Tạm giữ", "A001", "A002", "!A004", "Hàng chờ (2)"]);
    scene.keys("<Down><Down><Enter>").sees("Đã tiếp tục A002").keys("<F4>");
    scene.keys("<Down><Down><F6>").sees("Đã tiếp tục A004").keys("<F4>");
    scene.keys("<F6>").sees("> A001").keys("<F6>").sees("Đã tiếp tục A001").keys("<F4>").is_sound();
    assert_eq!(scene.tally().proof.served, 3);
}
