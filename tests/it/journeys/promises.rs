//! What was promised: a number read off a slip is found whatever its day, and who was to come back today is seen.

use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, desk_from};

/// A001 lacks a paper on a day and is to come back on the next working day; its visit has ended.
fn lacking(moment: &str) -> Scene {
    let mut scene = desk_from(moment);
    scene.keys("<F2>ks<Enter><F3><Enter><Enter><Enter><PageUp><Enter>").keys("-<Enter><Enter><F4>");
    scene
}

/// The next shift, on another day.
fn on(scene: &mut Scene, moment: &str) {
    scene.at(moment).keys("<Enter>");
    if scene.place() == Place::TakeOver {
        scene.keys("<Esc>");
    }
    scene.keys("<Enter>").is_in(Place::Queue);
}

#[test]
fn a_number_without_its_day_finds_today_first_and_then_the_latest_days() {
    let mut scene = lacking("2026-11-27 08:00");
    on(&mut scene, "2026-11-30 08:00");
    scene.keys("<F2>ho tich<Enter><F3><Enter><F4>");
    on(&mut scene, "2026-12-01 08:00");
    scene
        .keys("<F2>a 001")
        .sees_in_order(&["> quay lại: A001 ngày 30/11/2026", "quay lại: A001 ngày 27/11/2026"]);
    scene.sees("27/11/2026, Khai sinh (đã xong)").keys("<Down><Enter>").is_in(Place::Intake);
    scene.sees("Tiếp A001 ngày 27/11: Khai sinh ×1").keys("<Enter>").sees("Đã cấp số A001");
    // Today's own number comes first, and is shown where it stands while it is open.
    scene.keys("<F2>a1").sees_in_order(&["> còn đây: A001 Khai sinh (đang chờ)", "A001 ngày 30/11/2026"]);
    scene.keys("<Enter>").is_in(Place::Queue).sees("Hôm nay 1 lượt");
    scene
        .keys("<F3><Enter><F4><F2>A001")
        .sees_in_order(&["> quay lại: A001 Khai sinh", "A001 ngày 30/11/2026"]);
    scene.keys("<Enter>").sees("Đã đưa A001 trở lại hàng chờ").is_sound();
}

#[test]
fn after_sixty_days_a_number_needs_its_day() {
    let mut scene = lacking("2026-11-20 08:00");
    on(&mut scene, "2027-01-19 08:00");
    scene.keys("<F2>a1").sees("> quay lại: A001 ngày 20/11/2026").keys("<Esc>");
    on(&mut scene, "2027-01-20 08:00");
    scene.keys("<F2>a1").sees_not("quay lại").keys("<C-u>a1 20/11").sees("> quay lại: A001 ngày 20/11/2026");
}

#[test]
fn every_way_in_which_a_number_is_read_off_a_slip_is_understood() {
    let mut scene = lacking("2026-11-27 08:00");
    on(&mut scene, "2026-12-01 08:00");
    for typed in ["A001", "a 001", "a1", "A001 27/11", "A001-27/11/26", "A001 27/11/2026", "A001 ngay 27/11"]
    {
        scene.keys(&format!("<F2>{typed}")).sees("> quay lại: A001 ngày 27/11/2026, Khai sinh (đã xong)");
        scene
            .keys("<Esc><C-f>")
            .keys(typed)
            .sees("> A001 27/11/2026  đã xong 08:00  Khai sinh")
            .keys("<Esc>");
    }
    // With the marks of Telex and of VNI on.
    for _ in 0..2 {
        scene.keys("<F2><C-t>a001 27/11").sees("> quay lại: A001 ngày 27/11/2026").keys("<Esc>");
        scene.keys("<C-f>a1").sees("> A001 27/11/2026").keys("<Esc>");
    }
}

#[test]
fn a_number_of_an_earlier_day_is_taken_up_from_the_list_of_today() {
    let mut scene = lacking("2026-11-27 08:00");
    on(&mut scene, "2026-12-01 08:00");
    scene.keys("<C-f>a1").sees("Enter A001 27/11/2026 quay lại").keys("<Enter>").is_in(Place::Intake);
    scene.sees("Tiếp A001 ngày 27/11: Khai sinh ×1").keys("<Enter>").sees("Đã cấp số A001").is_sound();
    scene.keys("<C-f>a1<Down>").sees("> A001 27/11/2026").keys("<C-d>").is_in(Place::Life).sees("27/11/2026");
}

#[test]
fn a_day_without_its_year_is_the_latest_one_and_last_years_is_no_first_choice() {
    let mut scene = lacking("2025-12-01 08:00");
    // A clock that goes on by more than some weeks at once is not believed.
    for month in 1..=12 {
        on(&mut scene, &format!("2026-{month:02}-01 08:00"));
    }
    scene.keys("<F2>a001 1/12").sees_in_order(&["> ", "quay lại: A001 ngày 01/12/2025"]);
    scene
        .sees_not("> quay lại")
        .sees("Không có lượt A001 ngày 01/12/2026.")
        .keys("<Enter>")
        .is_in(Place::Intake);
    scene.keys("<Down><Enter>").sees("Tiếp A001 ngày 01/12").keys("<Esc>");
    // Today's number is meant as soon as there is one.
    scene
        .keys("<F2>ks<Enter><F3><Enter><F4><F2>a001 1/12")
        .sees("> quay lại: A001 Khai sinh")
        .sees_not("2025");
    scene.keys("<C-u>a001 1/12/25").sees("> quay lại: A001 ngày 01/12/2025").is_sound();
}

#[test]
fn the_rows_of_numbers_are_said_in_english_too() {
    let mut scene = lacking("2026-11-27 08:00");
    on(&mut scene, "2026-12-01 08:00");
    scene.lang(Lang::En).keys("<F2>a1").sees("> returns: A001 of 27/11/2026, ").keys("<Enter><Enter><F2>a1");
    scene.sees("> still here: A001 ").sees("Enter To A001").keys("<C-u>a1 3/11");
    scene.sees("There is no visit A001 of 03/11/2026.").keys("<Enter>").is_in(Place::Intake).is_sound();
}

#[test]
fn what_is_no_number_is_looked_for_as_a_need() {
    let mut scene = desk();
    scene.keys("<F2>a1<Enter>").sees("Đã cấp số").keys("<F2>ks").sees("> Khai sinh").sees_not("quay lại");
}

#[test]
fn the_opening_says_who_is_to_come_back_today_and_what_was_missing() {
    let mut scene = lacking("2026-11-27 08:00");
    scene.at("2026-11-30 08:00").keys("<Enter>").is_in(Place::TakeOver).keys("<Esc>").is_in(Place::OpenShift);
    scene.sees("Hôm nay hẹn quay lại: 1").sees("A001 27/11/2026 · hẹn hôm nay · Khai sinh; thiếu: ");
    scene.keys("<Enter><C-f>hen").sees("> A001 27/11/2026 · hẹn hôm nay · Khai sinh; thiếu: ");
    scene.sees("Enter A001 27/11/2026 quay lại").keys("<Enter>").is_in(Place::Intake);
    scene.sees("Tiếp A001 ngày 27/11: Khai sinh ×1").keys("<Enter>").sees("Đã cấp số A001");
    // Who has come is marked, and Enter is about the number of today.
    scene.keys("<F1>hen hom<Enter>").is_in(Place::Find).sees("Không có dòng nào khớp.");
    scene.keys("<C-u>da den").sees("> A001 27/11/2026 · đã đến: A001 · Khai sinh").sees("Enter Gọi A001");
    scene.keys("<Esc>").is_sound();
    let opening =
        scene.at("2026-11-30 11:00").keys("<F3><Enter><F4><F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    opening.sees("Hôm nay hẹn quay lại: 1 (đã đến 1)").sees("A001 27/11/2026 · đã đến: A001");
    // The day after nobody is expected any more.
    scene.at("2026-12-01 08:00").sees_not("hẹn quay lại").is_sound();
}

#[test]
fn an_agreed_hour_is_a_booked_time_when_the_party_comes() {
    let mut scene = desk_from("2026-11-27 08:00");
    scene.keys("<F2>ks<Enter><F3><Enter><Enter><Enter><PageUp><Enter>-<Enter>").is_in(Place::ComeBack);
    scene.keys("25:00<Enter>").is_in(Place::ComeBack).sees("[!] giờ như 9:30");
    scene.keys("<C-u>9:30<Enter>").is_in(Place::Visit).sees("30/11/2026 lúc 09:30").keys("<F9>");
    assert_eq!(scene.pages().len(), 1);
    scene.keys("<F4>").is_sound().at("2026-11-30 08:00").keys("<Enter><Esc>");
    scene
        .sees("A001 27/11/2026 · hẹn hôm nay 09:30 · Khai sinh")
        .keys("<Enter><F2>a1<Enter>")
        .is_in(Place::Intake);
    scene.sees("Giờ hẹn: 09:30").keys("<Enter>").sees("Đã cấp số A001").sees("hẹn 09:30");
    scene.keys("<F2>ks<Enter>").sees_in_order(&["A002", "A001"]).is_sound();
}

#[test]
fn an_hour_that_is_past_is_no_promise_and_the_popup_stays() {
    let mut scene = desk_from("2026-11-27 08:00");
    scene.keys("<F2>ks<Enter><F7>hen<Enter>").is_in(Place::ComeBack).keys("<Left>").sees("hôm nay");
    scene.keys("7:30<Enter>").is_in(Place::ComeBack).sees("Ngày, giờ hẹn đã qua").keys("<C-u>15h<Enter>");
    scene
        .is_in(Place::Queue)
        .sees("27/11/2026 lúc 15:00")
        .keys("<C-f>")
        .sees("> A001 · hẹn hôm nay 15:00 · Khai sinh");
    // It comes back under its number, and undo takes the promise back and gives it again.
    scene
        .keys("<Esc><C-z>")
        .sees("Đã hoàn tác")
        .keys("<C-f>")
        .sees("> A001  đang chờ")
        .keys("<Esc><C-y><C-f>");
    scene.sees("> A001 · hẹn hôm nay 15:00").keys("<Enter>").sees("Đã đưa A001 trở lại hàng chờ").is_sound();
}

#[test]
fn many_promises_are_counted_and_another_station_sees_them_too() {
    let mut scene = desk_from("2026-11-27 08:00");
    for hour in 8..15 {
        scene.keys(&format!("<F2>ks<Tab><Tab><Tab><Tab><Esc><Enter><F7>hen<Enter>{hour}:00<Enter>"));
        scene.at(&format!("2026-11-27 {hour:02}:30"));
    }
    scene.at("2026-11-30 07:30").keys("<Enter>").is_in(Place::TakeOver).keys("<Esc>").is_in(Place::OpenShift);
    scene
        .sees("Hôm nay hẹn quay lại: 7")
        .sees("hẹn hôm nay 08:00")
        .sees("còn 2 lượt nữa: Ctrl+F sau khi mở ca");
    scene.keys("<Enter>");
    let mut other = scene.station(2);
    other.keys("<F1>hen hom<Enter>").is_in(Place::Find).sees("hẹn hôm nay 14:00");
}

#[test]
fn promises_are_said_in_english_too() {
    let mut scene = desk_from("2026-11-27 08:00");
    scene.lang(Lang::En).keys("<F2>ks<Enter><F3><Enter><Enter><Enter><PageUp><Enter>-<Enter>9:30<Enter><F4>");
    scene
        .at("2026-11-30 08:00")
        .keys("<Enter><Esc>")
        .sees("To come back today: 1")
        .sees("promised today 09:30");
    scene
        .sees("; missing:")
        .keys("<Enter><F1>promised<Enter>")
        .sees("> A001 27/11/2026 · promised today 09:30");
    scene.keys("<Enter><Enter><C-f>here").sees("here already: A001");
}

#[test]
fn once_numbers_are_stopped_each_one_asks_first() {
    let mut scene = desk_from("2026-11-27 16:30");
    scene.keys("<F2>ks<Enter>");
    let deeds = scene.deeds();
    scene.keys("<F1>ngung cap<Enter>").sees("Đã ngừng cấp số").sees("Ngừng cấp số 16:30");
    assert_eq!(scene.deeds(), deeds + 1);
    // No leaves the form as it was.
    scene.keys("<F2>ks<Enter>").is_in(Place::Confirm).sees("Đã ngừng cấp số từ 16:30. Vẫn cấp?");
    scene.keys("<Enter>").is_in(Place::Intake).sees("Cần làm việc gì?: ks");
    assert_eq!(scene.deeds(), deeds + 1);
    scene.keys("<Enter>2").is_in(Place::Queue).sees("Đã cấp số A002");
    // Help on the spot asks, too, and then why before those who wait.
    scene.keys("<F2>ks<F3>").is_in(Place::Confirm).keys("2").is_in(Place::Choice).sees("A001 đến trước");
    scene.keys("<Enter>").sees("A003").keys("<F4>:+ ks<Enter>").is_in(Place::Confirm).keys("2").sees("A004");
    scene.is_sound();
    // Whom the line of commands and a number typed bring back needs no new number.
    scene.keys("<F2>a3<Enter>").is_in(Place::Queue).sees("Đã đưa A003 trở lại hàng chờ").is_sound();
}

#[test]
fn numbers_are_given_again_and_undo_asks_before_it_turns_that_back() {
    let mut scene = desk_from("2026-11-27 16:30");
    scene.keys("<F1>ngung cap<Enter>").sees("Ngừng cấp số 16:30").keys("<C-z>").is_in(Place::Confirm);
    scene.sees("Hoàn tác «ngừng cấp số»?").keys("2").sees_not("Ngừng cấp số 16:30").keys("<C-y>");
    scene.sees("Ngừng cấp số 16:30").keys("<F1>cap so lai<Enter>").sees("Đã cấp số trở lại");
    scene.sees_not("Ngừng cấp số 16:30").keys("<F2>ks<Enter>").sees("Đã cấp số A001").is_sound();
}

#[test]
fn every_station_sees_that_numbers_are_stopped_until_the_shift_ends() {
    let mut scene = desk_from("2026-11-27 16:30");
    let mut other = scene.station(2);
    scene.keys("<F2>ks<Enter><F1>ngung cap<Enter>");
    other.tick().sees("Ngừng cấp số 16:30").keys("<F2>ks<Enter>").is_in(Place::Confirm).keys("<Esc><Esc>");
    // Who still waits gets another day, and a slip that says it.
    scene.keys("<Down><F7>hen<Enter><Enter>").sees("hẹn quay lại 30/11/2026").keys("<C-f>a1<F9>");
    assert_eq!(scene.pages().last().unwrap().title, "phieu-A001-2026-11-27");
    scene.keys("<Esc><F1>dong ca<Enter><F10>2").is_in(Place::OpenShift).sees_not("Ngừng cấp số");
    scene
        .at("2026-11-30 07:30")
        .is_in(Place::TakeOver)
        .keys("<Esc>")
        .sees("Hôm nay hẹn quay lại: 1")
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees_not("Ngừng cấp số");
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A001").is_sound();
}

#[test]
fn that_numbers_are_stopped_is_said_in_english_too() {
    let mut scene = desk_from("2026-11-27 16:30");
    scene.lang(Lang::En).keys("<F1>stop numbers<Enter>").sees("No numbers since 16:30").keys("<F2>ks<Enter>");
    scene.sees("Numbers have been stopped since 16:30. Give one").sees("Yes, give the number").keys("2");
    scene.sees("A001").keys("<F1>numbers again<Enter>").sees_not("No numbers since").is_sound();
}
