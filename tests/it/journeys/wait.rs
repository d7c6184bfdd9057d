//! How long the wait is likely to be, and which wait is too long.

use crate::harness::{Scene, desk, minutes};

/// A desk at which that many parties were served, each for six minutes.
fn served(parties: usize) -> Scene {
    let mut scene = desk();
    for _ in 0..parties {
        scene.keys("<F2>ks<Enter><F3><Enter>").after(minutes(6)).keys("<F4>");
    }
    scene
}

#[test]
fn the_wait_is_told_with_the_number_before_it_and_while_it_lasts() {
    let mut scene = served(8);
    scene.keys("<F2>").sees("Lấy số bây giờ: không còn ai phía trước, chờ không quá 5 phút");
    scene.keys("ks<Enter>").sees("không còn ai phía trước, chờ không quá 5 phút");
    scene
        .keys("<F3><Enter><F2>ks<Enter>")
        .sees("Đã cấp số A010, không còn ai phía trước, chờ khoảng 6–7 phút");
    scene.keys("<F2>ks<Enter><F2>ks<Enter>").sees("còn 2 lượt phía trước, chờ khoảng");
    scene.keys("<F2>").sees("còn 3 lượt phía trước, chờ khoảng 20–25 phút");
    // Who goes first waits less.
    scene.keys("<F6>").sees("Lấy số bây giờ: không còn ai phía trước, chờ khoảng 6–7 phút").keys("<Esc>");
    scene.keys("<F6><Down><Down><Down>").sees("còn 1 lượt phía trước, chờ thêm khoảng 6–7 phút");
}

#[test]
fn without_ground_only_the_place_is_told() {
    let mut scene = served(4);
    scene.keys("<F2>").sees("Lấy số bây giờ: không còn ai phía trước").sees_not("phút");
    scene.keys("ks<Enter>").sees("không còn ai phía trước").sees_not("chờ khoảng");
}

#[test]
fn the_days_before_help_in_the_morning() {
    let mut scene = served(6);
    scene.keys("<F1>dong ca<Enter><F10>2").at("2026-11-22 07:30").keys("<Space><Enter>");
    scene.keys("<F2>ks<Enter><F3><Enter><F2>ks<Enter>").sees("chờ khoảng 6–7 phút");
}

#[test]
fn a_second_station_makes_the_wait_shorter() {
    let mut scene = served(8);
    let mut second = scene.station(2);
    scene.keys("<F2>ks<Enter><F3><Enter>").keys("<F2>ks<Enter><F2>ks<Enter>");
    scene.keys("<F2>").sees("chờ khoảng 15–20 phút").keys("<Esc>");
    second.tick().keys("<F3><Enter>");
    scene.tick().keys("<F2>").sees("còn 1 lượt phía trước, chờ khoảng 6–7 phút");
}

#[test]
fn a_wait_past_the_limit_is_marked_in_the_row_and_counted_above() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").after(minutes(23)).sees(" 23' ").sees_not("!23'");
    scene.after(minutes(1)).sees(" !24'").sees_not("!!");
    scene.keys("<F2>ks<Enter>").after(minutes(6)).sees(" !!30'").sees(", !!1").sees(" 6'");
    scene.sees("!! chờ 30 phút");
    scene.size(120, 40).sees(", !!1 quá 30'");
    // Without colours the marks are the same.
    scene.plain().sees("!!30'").size(80, 24).sees(", !!1");
    // A party that is called does not wait any more.
    scene.keys("<F3>").sees_not("!!");
}

#[test]
fn the_limit_is_the_offices_own_and_can_be_none() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").after(minutes(12)).sees_not("!!");
    scene.keys("<F1>cai dat<Enter><Tab><Tab><Tab>").sees("Cảnh báo khi chờ quá (phút)");
    scene.keys("<C-u>").types("300").keys("<Enter>").sees("từ 0 đến 240 phút");
    scene.keys("<C-u>").types("10").keys("<F10>").sees("Đã lưu cảnh báo khi chờ quá 10 phút");
    scene.keys("<Esc>").sees("!!12'");
    scene
        .keys("<F1>cai dat<Enter><Tab><Tab><Tab><C-u>")
        .types("0")
        .keys("<F10><Esc>")
        .sees_not("!!")
        .sees(" 12'");
    scene.keys("<C-z>").sees("Hoàn tác «lưu cảnh báo khi chờ quá 0 phút»").keys("2").sees("!!12'").is_sound();
}

#[test]
fn noon_is_not_waited_nor_is_the_time_before_a_booked_hour_nor_while_away() {
    let mut scene = desk();
    scene.at("2026-11-21 11:20").keys("<F2>ks<Enter>").at("2026-11-21 11:31").sees(" 10' ");
    scene.keys("<F1>dong ca<Enter><F10>2").at("2026-11-21 13:30").keys("<Esc><Enter>");
    scene.sees(" 11' ").at("2026-11-21 13:36").sees(" 17' ").sees("lâu nhất 17'").sees_not("!!");
    // Booked for two: at a quarter past it has waited a quarter of an hour.
    scene.keys("<F2>ks<Tab><Tab><Tab>14:00<Enter>").at("2026-11-21 13:50").sees("hẹn 14:00");
    scene.at("2026-11-21 14:15").sees(" 15' ").sees("!!56'");
    // Away from 14:16 to 14:45: the half hour does not count.
    scene.keys("<F3>").after(minutes(1)).keys("<F7><Enter>").at("2026-11-21 14:45").keys("<F2>A001<Enter>");
    scene.sees("!!57'").sees_not("1g").is_sound();
}
