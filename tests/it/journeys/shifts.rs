//! Opening and closing a shift, and what one leaves to the next.

use motcua::desk::Command;
use motcua::domain::deadline::Holidays;
use motcua::domain::printing::Document;
use motcua::domain::{LeaveReason, ShiftPart};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, office};
use crate::world::VOLUNTEERS;

#[test]
fn several_people_are_picked_and_the_first_has_the_keys() {
    let mut scene = office();
    scene
        .is_in(Place::OpenShift)
        .sees("> [x] Nguyễn Thử Một")
        .keys("ha<Space>bo<Space>")
        .sees_in_order(&["[ ] Lê Thử Ba", "[x] Phạm Thử Bốn", "[x] Trần Thử Hai", "[x] Nguyễn Thử Một"])
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees("Nguyễn Thử Một");
    let on_duty = scene.console().model().shift.as_ref().unwrap().on_duty().len();
    assert_eq!(on_duty, 3);
}

#[test]
fn the_clock_proposes_the_part_of_the_day_and_the_arrows_change_it() {
    office().at("2026-11-21 07:20").sees("Ca: < ca sáng >");
    let mut scene = office();
    scene.at("2026-11-21 13:20").reopened().sees("Ca: < ca chiều >");
    scene
        .keys("<Up><Up><Up><Up><Space>")
        .sees("> Ca: < ca sáng >")
        .keys("<Space>")
        .sees("> Ca: < ca chiều >");
    scene.keys("<Enter>").sees("ca chiều");
    assert_eq!(scene.console().model().shift.as_ref().unwrap().part, ShiftPart::Afternoon);
}

#[test]
fn a_form_that_waited_over_noon_proposes_the_afternoon() {
    let mut scene = office();
    scene.sees("Ca: < ca sáng >").at("2026-11-21 13:20").keys("<Enter>");
    assert_eq!(scene.console().model().shift.as_ref().unwrap().part, ShiftPart::Afternoon);
}

#[test]
fn a_person_who_is_new_is_added_and_is_on_duty() {
    let mut scene = office();
    scene
        .keys("<Down>")
        .sees("> + Thêm người")
        .types("Võ Thử Năm")
        .keys("<Enter>")
        .sees("[x] Võ Thử Năm")
        .keys("<Up><Enter>")
        .is_in(Place::Queue);
    let model = scene.console().model();
    assert_eq!(model.volunteers.len(), VOLUNTEERS.len() + 1);
    assert_eq!(model.shift.as_ref().unwrap().on_duty().len(), 2);
}

#[test]
fn a_name_of_the_roster_is_not_taken_twice() {
    let mut scene = office();
    scene.keys("<Down>").types("Trần Thử Hai").keys("<Enter>").sees("[!] Tên này đã có");
    assert_eq!(scene.console().model().volunteers.len(), VOLUNTEERS.len());
}

#[test]
fn a_shift_needs_somebody_on_duty() {
    office()
        .keys("<Space>")
        .sees("> [ ] Nguyễn Thử Một")
        .keys("<Enter>")
        .sees("[!] Chọn ít nhất một người trực")
        .is_in(Place::OpenShift);
}

#[test]
fn people_come_and_go_during_a_shift_and_somebody_else_takes_the_keys() {
    let mut scene = desk();
    scene
        .keys("<F1>them bot nguoi<Enter>")
        .sees("Người trực trong ca")
        .keys("ha<Space><Enter>")
        .is_in(Place::Queue);
    assert_eq!(scene.console().model().shift.as_ref().unwrap().on_duty().len(), 3);
    scene.keys("<F1>doi nguoi dang<Enter>").sees("Ai ngồi quầy này?").keys("bon<Enter>").sees("Phạm Thử Bốn");
    scene.keys("<F1>them bot nguoi<Enter><Esc>").is_in(Place::Queue);
}

#[test]
fn who_goes_early_and_who_comes_late_is_credited_with_that_time_and_no_more() {
    // S2: Mai and Ánh from 07:30, Ánh goes at 09:00, Đức comes at 11:00, the end is at 11:30.
    let mut scene = desk();
    scene.keys("<F1>them bot nguoi<Enter>ba<Space><Enter>");
    scene.at("2026-11-21 09:00").keys("<F1>them bot nguoi<Enter>").sees("Nguyễn Thử Một  từ 07:30");
    scene.keys("ha<Space><Enter>");
    scene.at("2026-11-21 11:00").keys("<F1>them bot nguoi<Enter>").sees("[ ] Trần Thử Hai  07:30–09:00");
    scene.keys("<Up><Up><Up><Up>11:00<Down>ba<Space><Enter>");
    scene.at("2026-11-21 11:30").keys("<F1>dong ca<Enter><F10>2");
    let hours = |scene: &Scene| {
        let rows = scene.tally().volunteers;
        rows.iter().map(|row| (row.volunteer.0, row.minutes)).collect::<Vec<_>>()
    };
    assert_eq!(hours(&scene), [(1, 240), (2, 90), (3, 30), (4, 240)]);
    let row = scene.tally().volunteers[1];
    // A Saturday on which the office is closed: all of it is Saturday's, and none was planned.
    assert_eq!((row.planned, row.saturday, row.out_of_hours), (0, 90, 0));
    scene.is_sound();
}

#[test]
fn what_was_noted_late_is_noted_with_its_time() {
    let mut scene = desk();
    scene.at("2026-11-21 10:15").keys("<F1>them bot nguoi<Enter>").sees("Đến, về từ lúc");
    scene
        .keys("<Up><Up><Up><Up>06:00<Down>ha<Space><Enter>")
        .is_in(Place::OpenShift)
        .sees("[!] Giờ đến, giờ về");
    scene.keys("<Up><Up><Up><C-u>09:00<Enter>").is_in(Place::Queue);
    scene.keys("<F1>them bot nguoi<Enter>").sees("07:30–09:00").keys("<Esc>");
    // Back before having gone is not possible.
    scene
        .keys("<F1>them bot nguoi<Enter><Up><Up><Up><Up>08:00<Down>ha<Space><Enter>")
        .sees("[!] Giờ đến, giờ về");
    scene.keys("<Up><Up><Up><C-u>09:30<Enter>").is_in(Place::Queue);
    scene.keys("<F1>them bot nguoi<Enter>").sees("07:30–09:00, từ 09:30").keys("<Esc>").is_sound();
    scene.keys("<C-z>").is_in(Place::Confirm);
}

#[test]
fn a_visit_that_is_being_served_at_the_close_may_have_been_finished() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><F2>ks<Enter>");
    scene.keys("<F1>dong ca<Enter>").sees("A001").keys("<Space>").sees("< đã xong >");
    // Nobody else can have been.
    scene.keys("<Down><Space>").sees("< bỏ về >").keys(&"<Space>".repeat(LeaveReason::ALL.len() - 1));
    scene.sees("< chuyển ca sau >").keys("<F10>2").is_in(Place::TakeOver);
    let tally = scene.tally();
    assert_eq!((tally.proof.served, tally.proof.open, tally.assists), (1, 1, 1));
    scene.is_sound();
}

#[test]
fn a_shift_is_closed_with_visits_carried_and_ended_and_lines_that_become_items() {
    let mut scene = desk();
    scene
        .at("2026-11-21 11:20")
        .keys("<F2>ks<Enter><F2>ct<Enter><F2>vneid<Enter><F1>dong ca<Enter>")
        .is_in(Place::CloseShift)
        .sees("Lượt còn mở: 3")
        // The second one is ended, the others are carried over.
        .keys("<Down><Space>")
        // Who was never called cannot have failed to appear.
        .sees("< bỏ về >")
        .keys(&"<Space>".repeat(LeaveReason::ALL.len() - 2))
        .sees("< hết giờ >")
        .keys("<Tab>")
        .types("Máy in quầy 2 hết mực.")
        .keys("<Enter>")
        .types("Nhớ gọi lại A001")
        .sees("Máy in quầy 2 hết mực.")
        .keys("<F10>")
        .is_in(Place::Confirm)
        .sees("Đóng ca sáng?")
        .keys("2")
        .is_in(Place::TakeOver);
    assert_eq!(scene.pages().len(), 1, "the tally was printed");
    assert!(matches!(&scene.pages()[0].document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    let tally = scene.tally();
    assert_eq!(tally.left, [(LeaveReason::OfficeClosed, 1)]);
    assert_eq!((tally.proof.issued, tally.proof.left, tally.proof.open), (3, 1, 2));

    scene
        .at("2026-11-23 07:25")
        .reopened()
        .sees("Nhận bàn giao ca sáng 21/11, Nguyễn Thử Một giao: 4 mục")
        .sees_in_order(&[
            "A001 21/11 Khai sinh: đang chờ",
            "K001 21/11",
            "Máy in quầy 2 hết mực.",
            "Nhớ gọi lại A001",
        ])
        .keys("<F10>")
        .sees("[!] gõ tên người nhận")
        .keys("ha<F10>")
        .sees("[!] Chưa nhận mục nào")
        .is_in(Place::TakeOver)
        .keys("<Esc>")
        .is_in(Place::OpenShift)
        .sees("[!] Bàn giao ca sáng 21/11: 4 mục chưa ai nhận")
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees("A001 21/11")
        .is_sound();
    assert_eq!(scene.tally().proof.carried_in, 2);
    scene.sees("Bàn giao: 4 chưa nhận").keys("<F1>dong ca<Enter><F10>2").is_in(Place::TakeOver).is_sound();
}

#[test]
fn the_same_for_every_open_visit_is_one_key() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F2>ct<Enter><F1>dong ca<Enter>")
        .keys(&"<Space>".repeat(LeaveReason::ALL.len() - 1));
    scene.keys("<F1>ap dung<Enter>");
    let closed = scene.screen().matches("< hết giờ >").count();
    assert_eq!(closed, 2, "{}", scene.screen());
    scene.keys("<F10>2").is_in(Place::OpenShift).is_sound();
    assert_eq!(scene.tally().proof.left, 2);
}

#[test]
fn closing_can_be_thought_better_of() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F1>dong ca<Enter><F10><Esc>")
        .is_in(Place::CloseShift)
        .keys("<Esc>")
        .is_in(Place::Queue);
    assert!(scene.console().model().shift.is_some() && scene.pages().is_empty());
}

#[test]
fn somebody_who_is_being_served_is_carried_over_too() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><Space><F1>dong ca<Enter><F10>2").is_in(Place::TakeOver).is_sound();
    assert_eq!(scene.tally().proof.open, 1);
    scene.at("2026-11-21 13:20").reopened().keys("<Esc><Enter>").is_in(Place::Visit).sees("(1/").is_sound();
    scene.keys("<F4>").sees("Đã kết thúc A001").is_sound();
}

#[test]
fn the_name_is_gone_after_the_shift_is_closed() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").types("Lê Thị Riêng").keys("<Enter>").sees("Lê Thị Riêng");
    scene.keys("<F3><Enter><F4><F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    let kept: i64 =
        scene.world().raw().query_row("SELECT count(*) FROM visit_name", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
    let bytes = std::fs::read(scene.world().file()).unwrap();
    assert!(!bytes.windows(12).any(|part| part == "Lê Thị Riêng".as_bytes().get(..12).unwrap()));
    scene.keys("<Tab>").sees_not("Riêng");
    let mut desk = scene.world().desk(1);
    assert!(desk.load().unwrap().cards.iter().all(|card| card.name.is_none()));
}

#[test]
fn from_december_on_the_opening_screen_says_that_the_next_year_s_holidays_are_not_here() {
    let mut scene = office();
    scene.is_in(Place::OpenShift).sees_not("lịch nghỉ");
    scene
        .at("2026-12-01 07:15")
        .sees("[!] Chưa có lịch nghỉ chính thức năm 2027")
        .sees("motcua holidays import");
    scene.lang(Lang::En).sees("[!] The official holidays of 2027 are not here yet");
    let table = Holidays { years: vec![2027], ..Holidays::default() };
    scene.world().desk(2).execute(Command::TakeHolidays(table)).unwrap();
    scene.tick().sees_not("official holidays");
    scene.is_sound();
}
