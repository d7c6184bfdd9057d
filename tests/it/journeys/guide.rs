//! The guide: papers and preconditions ticked, what follows from a missing one, deadlines, and reading it all.

use motcua::domain::{CheckList, CheckState, Outcome, StuckReason};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk_from};

/// A party that came for that is being served.
fn served(need: &str) -> Scene {
    let mut scene = desk_from("2026-11-20 08:00");
    scene.keys(&format!("<F2>{need}<Enter><F3><Enter>")).is_in(Place::Visit);
    scene
}

fn check(scene: &Scene, part: CheckList, place: u8) -> Option<CheckState> {
    scene.console().model().in_hand().unwrap().assists[0].check(part, place)
}

fn outcome(scene: &Scene) -> Outcome {
    scene.console().model().in_hand().unwrap().assists[0].outcome
}

#[test]
fn the_plain_case_is_as_short_as_ever() {
    let mut scene = served("ks");
    // The papers are one row until somebody asks for them.
    scene.sees("+ Giấy tờ 0/").sees("(0/").keys("<Enter><F4>").sees("Xong 1").is_sound();
}

#[test]
fn papers_lie_one_key_above_the_steps() {
    let mut scene = served("ks");
    scene.keys("<PageUp>").sees("- Giấy tờ 0/").sees("> [ ] ").keys("<Enter><Space>");
    assert_eq!(check(&scene, CheckList::Paper, 0), Some(CheckState::There));
    assert_eq!(check(&scene, CheckList::Paper, 1), Some(CheckState::There));
    scene.sees("Giấy tờ 2/").keys("<Space>").sees("Giấy tờ 1/");
    assert_eq!(check(&scene, CheckList::Paper, 1), None);
    // Back to the steps, and one undo a tick.
    scene.keys("<PageDown>").sees("+ Giấy tờ 1/").keys("<C-z><C-z>").sees("Giấy tờ 1/").is_sound();
    scene.keys("<C-z>").sees("Giấy tờ 0/");
}

#[test]
fn a_missing_paper_offers_to_come_back_on_the_next_working_day() {
    let mut scene = served("ks");
    scene
        .keys("<PageUp>-")
        .is_in(Place::Choice)
        .sees("A001 · Khai sinh: thiếu giấy tờ, kết quả")
        .sees("> hẹn quay lại")
        .keys("<Enter>")
        .is_in(Place::ComeBack)
        // The 20th is a Friday.
        .sees("< thứ Hai 23/11/2026 >")
        .keys("<Enter>")
        .is_in(Place::Visit)
        .sees("[+] Đã ghi Khai sinh (A001): hẹn quay lại 23/11/2026");
    assert_eq!(check(&scene, CheckList::Paper, 0), Some(CheckState::Missing));
    // The second one that is missing asks nothing more.
    scene.keys("<Down>-").is_in(Place::Visit).sees(", thiếu 2").is_sound();
    // The mark is taken off by the same key.
    scene.keys("<Up>-").sees(", thiếu 1").keys("<End>").sees("Kết quả: hẹn quay lại thứ Hai 23/11/2026");
}

#[test]
fn esc_leaves_the_outcome_as_it_was() {
    let mut scene = served("ks");
    scene.keys("<PageUp>-").is_in(Place::Choice).keys("<Esc>").is_in(Place::Visit).sees("[!] ");
    assert_eq!(outcome(&scene), Outcome::Open);
}

#[test]
fn a_missing_precondition_offers_its_own_reason() {
    // Each entry whose catalogue names a reason offers it first.
    let mut told = 0;
    for entry in crate::world::catalogue().all() {
        let mut reasons = entry.before_if_not.iter().enumerate();
        let Some((place, reason)) = reasons.find_map(|(at, one)| Some((at, (*one)?))) else {
            continue;
        };
        if told == 3 || place > 0 {
            continue;
        }
        let mut scene = served(&entry.code.0);
        scene.keys("<Home><Down><Down>-").is_in(Place::Choice).sees("chưa đủ điều kiện").keys("<Enter>");
        assert_eq!(outcome(&scene), Outcome::Stuck(reason), "{}", entry.code);
        told += 1;
    }
    // One without a reason offers to come back.
    let mut scene = served("ks");
    scene.keys("<Home><Down><Down>-");
    if scene.place() == Place::Choice {
        scene.keys("<Down><Enter>");
    }
    scene.is_sound();
}

#[test]
fn a_reason_is_changed_later() {
    let mut scene = served("ks");
    scene.keys("<PageUp>-<Down><Enter>");
    assert_eq!(outcome(&scene), Outcome::Stuck(StuckReason::MissingPapers));
    scene.keys("<End><Enter>het han<Enter>");
    assert_eq!(outcome(&scene), Outcome::Stuck(StuckReason::ExpiredPapers));
    scene.keys("<C-z>").is_sound();
    assert_eq!(outcome(&scene), Outcome::Stuck(StuckReason::MissingPapers));
}

#[test]
fn the_guide_stands_beside_the_list_and_is_read_on_a_page() {
    let mut scene = served("2.000815");
    scene.sees_not("Nộp bây giờ").size(100, 40).sees("Nộp bây giờ, có kết quả").sees("trong hôm nay");
    scene.at("2026-11-20 15:00").keys("<Esc>").sees("thứ Hai 23/11/2026");
    // Over the 24th, of which nobody is sure.
    scene.at("2026-11-23 15:01").keys("<Enter><Esc><Enter>").sees("thứ Tư 25/11/2026");
    scene.size(80, 24).keys("<C-u>").is_in(Place::Guide).sees("thứ Tư 25/11/2026 (*)");
    scene.keys("<End><Home><PageDown><C-u>").is_in(Place::Visit);
    scene.keys("<Tab><C-u>").is_in(Place::Guide).keys("<Esc>").is_in(Place::Queue).is_sound();
}

#[test]
fn what_does_not_work_is_marked_in_the_guide() {
    let entry = crate::world::catalogue();
    let Some(entry) = entry.all().iter().find(|entry| entry.systems.contains(&motcua::domain::System::Vneid))
    else {
        return;
    };
    let mut scene = served(&entry.code.0);
    scene
        .keys("<C-u>")
        .sees_not("đang lỗi từ")
        .keys("<Esc><F1>su co<Enter><Enter><Esc><C-u>")
        .sees("VNeID đang lỗi từ");
}

#[test]
fn the_office_says_on_which_days_it_works() {
    let mut scene = desk_from("2026-11-20 16:00");
    scene.keys("<F1>cai dat<Enter>").keys(&"<PageDown>".repeat(6)).sees("[Ngày nghỉ]");
    scene.sees("7:30–11:30, 13:30–17:00").keys("<Down><Space>").sees("< có >");
    scene.keys("<Down>hom qua<F10>").sees("[!] Mỗi dòng một ngày").keys("<C-u>");
    scene.keys("<Esc>").types("23/11/2026").keys("<F10>").sees("[+] Đã lưu ngày làm việc, 1 ngày nghỉ riêng");
    let kept = scene.world().desk(3).paperwork().unwrap().days;
    assert!(kept.saturday_morning);
    assert_eq!(kept.days_off, ["2026-11-23".parse().unwrap()]);
    // On Friday after 15:00 the next whole day is Wednesday: Monday the office is closed, Tuesday is in doubt.
    scene.keys("<Esc><F2>2.000815<Enter><F3><Enter><C-u>").sees("thứ Tư 25/11/2026");
    // Somebody may come on Saturday morning.
    scene.keys("<Esc><PageUp>-<Enter>").sees("< thứ Bảy 21/11/2026 >").sees("ngày mai");
    scene.keys("<Right>").sees("thứ Ba 24/11/2026").sees("Lịch nghỉ chưa chắc chắn");
    scene.keys("<Left><Left>").sees("thứ Sáu 20/11/2026").sees("hôm nay").keys("<Enter>").is_sound();
}

#[test]
fn english_says_the_same() {
    let mut scene = desk_from("2026-11-20 08:00");
    scene.lang(Lang::En).keys("<F2>ks<Enter><F3><Enter><PageUp>-<Enter><Enter>");
    scene.sees("1 missing").keys("<End>").sees("to come back on Monday 23/11/2026").is_sound();
}
