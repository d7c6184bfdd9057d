//! The leaders' PIN: what asks for it, how it is set and forgotten, and the lock of a station that nobody touches.

use motcua::domain::pin::Pin;
use motcua::lang::Lang;
use motcua::ui::Effect;
use motcua::ui::keymap::Place;

use super::backup::found;
use crate::harness::{Scene, desk, minutes, office};

/// A desk whose leaders have the PIN 4711, and no leader at the keys.
fn with_pin() -> Scene {
    let scene = desk();
    scene.world().desk(2).set_pin(&Pin::parse("4711").unwrap()).unwrap();
    let mut scene = scene;
    scene.tick();
    scene
}

#[test]
fn the_pin_is_set_in_the_roster_typed_twice_and_shown_as_dots() {
    let mut scene = desk();
    scene.keys("<F1>so tinh nguyen<Enter>").is_in(Place::Roster).sees("Chưa đặt mã trưởng nhóm");
    scene.keys("<F1>dat ma<Enter>").is_in(Place::Pin).sees("Đặt mã trưởng nhóm").sees("motcua pin --remove");
    scene.keys("12<Enter>").sees("Mã có 4 đến 12 chữ số").keys("x34").sees("Mã mới: ••••").sees_not("1234");
    scene.keys("<Enter>").sees("Gõ lại mã mới").keys("1235<Enter>").sees("Hai lần gõ khác nhau");
    scene.keys("1234<Enter>1234<Enter>").is_in(Place::Roster).sees("Đã đặt mã trưởng nhóm");
    // Who has set it is a leader: that one goes on.
    scene.sees("Quyền trưởng nhóm").keys("<Insert>").types("Đặng Thử Năm").keys("<F10>").sees("Đã thêm");
    scene.keys("<Esc><F1>nhat ky<Enter>").sees("Đặt mã trưởng nhóm").sees_not("1234").is_sound();
}

#[test]
fn a_leaders_deed_asks_for_the_pin_and_goes_on_by_itself() {
    let mut scene = with_pin();
    scene.keys("<F1>so tinh nguyen<Enter><Insert>").types("Đặng Thử Năm").keys("<F10>");
    scene
        .is_in(Place::Pin)
        .sees("Việc này của trưởng nhóm")
        .sees("Quên mã: chủ máy chạy «motcua pin --remove»");
    let deeds = scene.deeds();
    scene.keys("<Esc>").is_in(Place::Volunteer).sees("Đặng Thử Năm");
    assert_eq!(scene.deeds(), deeds);
    scene.keys("<F10>0000<Enter>").is_in(Place::Pin).sees("Mã không đúng. Chờ 1 giây");
    scene.keys("4711<Enter>").is_in(Place::Roster).sees("Đã thêm Đặng Thử Năm").sees("Quyền trưởng nhóm");
    // Once said it holds.
    scene.keys("<Enter><F10><Esc><Esc>");
    scene.keys("<F1>cai dat<Enter>").is_in(Place::Settings).keys("<Down><C-u>").types("Trung tâm Thử Mới");
    scene.keys("<Enter>").is_in(Place::Settings).sees_not("Mã trưởng nhóm").is_sound();
}

#[test]
fn a_setting_is_saved_once_the_pin_is_said_and_a_wrong_pin_waits() {
    let mut scene = with_pin();
    scene.lang(Lang::En).keys("<F1>settings<Enter>").is_in(Place::Settings).keys("<Down><C-u>");
    scene.types("Trial Centre").keys("<Enter>").is_in(Place::Pin).sees("This is for a leader");
    scene.keys("1111<Enter>").sees("That is not the PIN. Wait 1 second").burst("2222<Enter>");
    scene.sees("A wrong PIN was typed just now").keys("4711<Enter>").is_in(Place::Settings);
    assert_eq!(scene.console().model().office.as_ref().unwrap().name, "Trial Centre");
    // The undo of it is a leader's, too.
    scene.after(minutes(6)).keys("<C-z>").is_in(Place::Pin).keys("4711<Enter>").is_in(Place::Settings);
    assert_ne!(scene.console().model().office.as_ref().unwrap().name, "Trial Centre");
    scene.is_sound();
}

#[test]
fn a_volunteer_works_all_day_without_the_pin() {
    let mut scene = with_pin();
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit).keys("<F4>").sees("Đã kết thúc A001");
    scene.keys("<F1>su co<Enter>1").sees_not("Mã trưởng nhóm").keys("<Esc>");
    scene.keys("<F1>ngung cap<Enter>").sees("ngừng cấp số").keys("<C-z>");
    scene.keys("<F1>dong ca<Enter><F10>").sees_not("Mã trưởng nhóm").is_sound();
}

#[test]
fn whoever_is_new_is_entered_by_a_leader_while_the_shift_is_opened() {
    let scene = office();
    scene.world().desk(2).set_pin(&Pin::parse("4711").unwrap()).unwrap();
    let mut scene = scene;
    scene.tick().is_in(Place::OpenShift).keys("<Down><Down><Down><Down><Down>").types("Vũ Thử Bảy");
    scene.keys("<Enter>").is_in(Place::Pin).keys("4711<Enter>").is_in(Place::OpenShift).sees("Vũ Thử Bảy");
    scene.sees("Đã thêm Vũ Thử Bảy").is_sound();
}

#[test]
fn the_past_is_read_and_set_right_by_a_leader() {
    let mut scene = with_pin();
    scene.keys("<F2>ks<Enter><F3><Enter><F4><F1>dong ca<Enter><F10>2");
    scene.at("2026-11-23 08:00").keys("<Enter>");
    scene
        .keys("<C-f><Left><Left>")
        .sees("A001")
        .keys("<C-d>")
        .is_in(Place::Pin)
        .keys("<Esc>")
        .is_in(Place::Find);
    scene.keys("<C-e>").is_in(Place::Pin).keys("4711<Enter>").is_in(Place::Correct).sees("A001");
    scene.keys("<C-d>").is_in(Place::Life);
}

#[test]
fn restoring_a_copy_is_for_a_leader() {
    let mut scene = with_pin();
    scene.keys("<F1>khoi phuc<Enter>").is_in(Place::Copies);
    scene.event(found()).keys("<Enter>2").is_in(Place::Pin);
    let goes = |effects: Vec<Effect>| effects.iter().any(|one| matches!(one, Effect::GoBack(_)));
    assert!(!goes(scene.asked()));
    scene.keys("4711<Enter>");
    assert!(goes(scene.asked()));
}

#[test]
fn a_station_that_nobody_touches_is_covered_and_somebody_on_duty_goes_on() {
    let mut scene = with_pin();
    scene.keys("<F2>ks<Tab>").types("Phan Thử Khách").keys("<Enter>").sees("A001");
    scene.after(minutes(9)).is_in(Place::Queue).after(minutes(2)).is_in(Place::Lock);
    scene.sees("Bàn tạm khóa").sees("motcua pin --remove").sees_not("A001").sees_not("Phan Thử Khách");
    scene.sees_not("Thử Một").sees_not("F1");
    scene.keys("<Enter>").sees("Gõ tên của một người đang trực").keys("<F3><Esc><C-q>").is_in(Place::Lock);
    scene
        .keys("khong ai<Enter>")
        .is_in(Place::Lock)
        .keys("hai<Enter>")
        .is_in(Place::Queue)
        .sees("Trần Thử Hai");
    scene.sees("A001");
    // The same person goes on, and nothing is entered.
    scene.after(minutes(11)).is_in(Place::Lock);
    let deeds = scene.deeds();
    scene.keys("hai<Enter>").is_in(Place::Queue);
    assert_eq!(scene.deeds(), deeds);
    // A leader comes with the PIN.
    scene.after(minutes(11)).keys("4711").sees_not("4711").keys("<Enter>").is_in(Place::Queue);
    scene.sees("Quyền trưởng nhóm").is_sound();
}

#[test]
fn nobody_is_locked_out_with_a_party_in_hand_nor_without_a_pin() {
    let mut scene = with_pin();
    scene.keys("<F2>ks<Enter><F3>").after(minutes(15)).is_in(Place::Queue);
    scene.keys("<Enter>").after(minutes(15)).is_in(Place::Visit);
    scene.keys("<F4>").after(minutes(15)).is_in(Place::Lock);
    let mut scene = desk();
    scene.after(minutes(30)).is_in(Place::Queue);
}

#[test]
fn the_lock_of_f1_ends_the_leaders_time() {
    let mut scene = with_pin();
    scene.lang(Lang::En).keys("<F1>cover the<Enter>").is_in(Place::Lock).sees("This desk is locked");
    scene.keys("4711<Enter>").is_in(Place::Queue).sees("Leader");
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit);
    scene.keys("<C-x>kh<Enter>").is_in(Place::Visit).sees("What is for a leader is locked again");
    scene.keys("<F1>roster<Enter><Insert>").types("Đặng Thử Năm").keys("<F10>").is_in(Place::Pin);
}

#[test]
fn a_scanned_card_does_nothing_at_a_locked_desk() {
    let mut scene = with_pin();
    scene.after(minutes(11)).is_in(Place::Lock);
    scene.paste("079090012345||Phan Thử Khách|01012000|Nam|Xã Thử|01012022").is_in(Place::Lock);
    scene.sees_not("Phan Thử Khách").sees_not("079090012345");
}
