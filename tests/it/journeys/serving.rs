//! The visit: steps ticked, values changed, things added and taken off, and how each ended.

use motcua::domain::assist::OutcomeKind;
use motcua::domain::{Channel, How, Referral, StuckReason};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

/// A party that came for a birth registration is being served.
fn served() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit);
    scene
}

/// How many steps are ticked on the screen.
fn ticked(scene: &Scene) -> usize {
    scene.screen().matches("[x] ").count()
}

#[test]
fn space_ticks_and_ticks_off_again() {
    let mut scene = served();
    scene.keys("<Space>").sees("> [x] ").sees("(1/").keys("<Space>").sees("> [ ] ").sees("(0/");
    scene.keys("<Down><Space><Down><Space>").sees("(2/").is_sound();
}

#[test]
fn enter_ticks_and_walks_on() {
    let mut scene = served();
    scene.keys("<Enter><Enter><Enter>");
    assert_eq!(ticked(&scene), 3, "{}", scene.screen());
    scene.sees("(3/").keys("<Up><Up><Enter>").sees("(3/");
}

#[test]
fn enter_walks_over_what_is_ticked_already() {
    let mut scene = served();
    scene.keys("<Down><Space><Up><Enter><Enter><Enter>");
    assert_eq!(ticked(&scene), 3, "{}", scene.screen());
}

#[test]
fn space_changes_the_values_and_digits_a_quantity_and_the_tally_has_them() {
    let mut scene = served();
    // Head, steps, how, channel, payment, outcome.
    scene
        .keys("<Home><Down>3")
        .sees(">Khai sinh ×3_")
        .keys("<Backspace>2<Enter>")
        .sees("Khai sinh ×2")
        .keys("<End><Up><Up><Up>")
        .sees("> ")
        .keys("<Space>")
        .sees("Cách làm: hướng dẫn")
        .sees("Cách nộp: chưa ghi")
        .keys("<Down><Space>")
        .sees("Cách nộp: trực tuyến toàn trình")
        .sees("Nộp tiền trực tuyến: chưa ghi")
        .keys("<Down><Space>")
        .sees("Nộp tiền trực tuyến: có")
        .is_sound();
    scene.keys("<F4>").sees("Đã kết thúc A001: 1 việc (số lượng 2)");
    let tally = scene.tally();
    assert_eq!(tally.assists, 1);
    assert_eq!(tally.how, [(How::Guided, 1)]);
    assert_eq!(tally.channels, [(Channel::OnlineWhole, 1)]);
    assert_eq!((tally.filed, tally.paid_online), (1, 1));
}

#[test]
fn a_quantity_has_its_bounds() {
    let mut scene = served();
    // A nought begins no number, and what is too much is refused, and not cut to another number.
    scene.keys("<Home><Down>0").sees("Khai sinh ×1 ").keys("99999").sees("Khai sinh ×99999_").keys("<Enter>");
    scene.sees("[!] Số lượng từ 1 đến 9.999.").sees("Khai sinh ×1 ").keys("9999<Enter>");
    scene
        .sees("Khai sinh ×9999 ")
        .keys("<Home>1500<Down>")
        .sees("[!] Số người từ 1 đến 999.")
        .sees_not("1500");
    scene.keys("<Home><Down>").is_sound();
    // Arrows only move, and a number that is being typed is saved before another key is obeyed.
    scene.keys("<Up><Down><Right><Left><Tab>").keys("<Home>150<Down>").sees("Số người: 150").is_sound();
    scene.keys("7<F4>");
    assert_eq!((scene.tally().assists, scene.tally().fields[0].procedures[0].quantity), (1, 7));
}

#[test]
fn an_outcome_is_chosen_by_typing() {
    for (typed, shown, kind) in [
        ("otp", "vướng: OTP không về", OutcomeKind::Stuck),
        ("muc 2", "vướng: chưa có mức 2", OutcomeKind::Stuck),
        ("hen", "hẹn quay lại", OutcomeKind::ComeBack),
        ("cong an", "chuyển đến Công an xã", OutcomeKind::Referred),
        ("khong lam", "không làm nữa", OutcomeKind::Declined),
    ] {
        let mut scene = served();
        scene.keys("<End><Enter>").is_in(Place::Choice).types(typed).keys("<Enter>");
        // Who comes back is asked for the day, too.
        if kind == OutcomeKind::ComeBack {
            scene.is_in(Place::ComeBack).keys("<Enter>");
        }
        scene.is_in(Place::Visit);
        scene.sees(&format!("Kết quả: {shown}")).keys("<F4>").is_sound();
        assert_eq!(scene.tally().outcomes, [(kind, 1)], "{typed}");
    }
}

#[test]
fn what_is_stuck_and_referred_is_counted_with_its_reason() {
    let mut scene = served();
    scene
        .keys("<End><Space>otp<Enter><Insert>vneid<Enter>")
        .sees("Đã thêm ")
        .keys("<End><Space>cong an<Enter><F4>")
        .sees("Đã kết thúc A001, vướng: OTP không về")
        .is_sound();
    let tally = scene.tally();
    assert_eq!(tally.stuck, [(StuckReason::NoOtp, 1)]);
    assert_eq!(tally.referred, [(Referral::Police, 1)]);
}

#[test]
fn things_are_added_and_taken_off() {
    let mut scene = served();
    scene
        .keys("<Insert>")
        .sees("A001: thêm việc")
        .keys("vneid<Enter>")
        .sees("> [ ] Cùng người dân cài VNeID")
        .keys("+")
        .is_in(Place::Choice)
        .keys("2.000815<Enter>");
    assert_eq!(scene.console().model().in_hand().unwrap().assists.len(), 3);
    scene.keys("<End><Delete>").is_in(Place::Confirm).keys("<Enter>").is_in(Place::Visit);
    assert_eq!(scene.console().model().in_hand().unwrap().assists.len(), 3);
    scene.keys("<Delete>2").sees("Đã bỏ ");
    assert_eq!(scene.console().model().in_hand().unwrap().assists.len(), 2);
    scene.keys("<Home><Down><Delete>2<Home><Down><Delete>2").sees("Chưa ghi việc nào. Insert: thêm việc.");
    scene.keys("<Space><Enter><Delete><F4>").sees("Đã kết thúc A001").is_sound();
    assert_eq!(scene.tally().assists, 0);
}

#[test]
fn what_was_just_added_has_the_cursor() {
    let mut scene = served();
    scene.keys("<Insert>2.000815<Enter><Space>");
    let assists = &scene.console().model().in_hand().unwrap().assists;
    let steps: Vec<usize> = assists.iter().map(|assist| assist.ticked.len()).collect();
    assert_eq!(steps, [0, 1], "{}", scene.screen());
}

#[test]
fn finish_goes_back_to_the_queue_and_enter_calls_the_next() {
    let mut scene = served();
    scene
        .keys("<F2>ct<Enter>")
        .is_in(Place::Visit)
        .keys("<F4>")
        .is_in(Place::Queue)
        .sees("Xong 1")
        .keys("<Enter>")
        .sees("Xin mời số ")
        .is_sound();
}

#[test]
fn the_queue_can_be_looked_at_while_somebody_is_served() {
    served()
        .keys("<F2>ks<Enter><Tab>")
        .is_in(Place::Queue)
        .keys("<Down><Down>")
        .sees("> A002")
        .keys("<Enter>")
        .is_in(Place::Visit)
        .keys("<Esc>")
        .is_in(Place::Queue)
        .keys("<Right>")
        .is_in(Place::Visit);
}
