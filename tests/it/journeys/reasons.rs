//! The office's own reasons why something could not be done: added, chosen, counted, retired; a fixed one hidden.

use motcua::desk::Command;
use motcua::domain::{Day, Outcome, ReasonId, Refusal, StuckReason};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};
use crate::world::refusal;

/// From the desk to the page of the settings.
const PAGE: &str =
    "<F1>cai dat<Enter><PageDown><PageDown><PageDown><PageDown><PageDown><PageDown><PageDown><PageDown>";

fn own(id: i64) -> StuckReason {
    StuckReason::Own(ReasonId(id))
}

/// A desk whose office has two reasons of its own.
fn with_reasons() -> Scene {
    let mut scene = desk();
    scene.keys(PAGE).sees("[Vướng]").types("mất sóng điện thoại").keys("<Enter>").types("chờ người nhà");
    scene.sees("Đang có: 2").keys("<F10>").sees("[+] Đã lưu danh sách lý do vướng: 2").keys("<Esc>");
    scene.is_in(Place::Queue);
    scene
}

#[test]
fn an_own_reason_is_added_chosen_counted_and_keeps_its_name_once_retired() {
    let mut scene = with_reasons();
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit).keys("<End><Space>").is_in(Place::Choice);
    // Before «khác», which stays last of them.
    scene.types("vuong").keys("<End>").sees_in_order(&[
        "vướng: mất sóng",
        "vướng: chờ người nhà",
        "vướng: khác",
    ]);
    scene.keys("<Esc><Space>").types("mat song").keys("<Enter>").is_in(Place::Visit);
    scene.sees("Kết quả: vướng: mất sóng điện thoại").keys("<F4>").is_sound();
    let told = |scene: &mut Scene| {
        assert_eq!(scene.tally().stuck, [(own(1), 1)]);
        scene.size(80, 60);
        scene.keys("<F8>").sees("Mất sóng điện thoại").keys("<Enter>").sees("Vướng vì: mất sóng điện thoại");
        scene
            .keys("<Esc><Esc><F1>thong ke bang<Enter>5")
            .sees("[5 Vướng mắc]")
            .sees("Mất sóng điện thoại")
            .keys("<Esc>")
            .size(80, 24);
        scene.size(80, 24);
        let day: Day = "2026-11-21".parse().unwrap();
        let report = scene.world().desk(1).report(motcua::domain::Span::day(day)).unwrap();
        for (format, words) in [
            (Format::Text, "Mất sóng điện thoại"),
            (Format::Csv, "stuck,own-1,,mất sóng điện thoại,assists,"),
            (Format::Json, "\"key\": \"own-1\",\n        \"name\": \"mất sóng điện thoại\""),
        ] {
            let bytes = tally_as(format, &report, Lang::Vi).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(words), "{words}: {text}");
        }
    };
    told(&mut scene);
    // The line is taken out: it is offered no more, and old tallies say it as before.
    scene.keys(PAGE).keys("<Up><Home>").keys(&"<Delete>".repeat(20)).keys("<F10>");
    scene.sees("[+] Đã lưu danh sách lý do vướng: 1").keys("<Esc>");
    told(&mut scene);
    scene.keys("<F2>ks<Enter><F3><Enter><End><Space>").is_in(Place::Choice).types("mat song");
    scene.sees_not("mất sóng").keys("<Esc><Esc>");
    scene.keys("<F1>nhat ky<Enter>").sees("mất sóng điện thoại").is_sound();
}

#[test]
fn a_fixed_reason_is_hidden_and_offered_again_and_other_stays() {
    let mut scene = desk();
    scene.keys(PAGE).sees("  [x] chưa có mức 2").sees_not("[x] khác").keys("<Down><Down><Down>");
    scene.sees("> [x] quên mật khẩu").keys("<Space>").sees("> [ ] quên mật khẩu");
    scene.sees("[+] Đã ẩn lý do vướng «quên mật khẩu»").keys("<Esc>");
    scene.keys("<F2>ks<Enter><F3><Enter><End><Space>").is_in(Place::Choice).types("vuong").sees("mức 2");
    scene.sees_not("quên mật khẩu").keys("<Esc><Esc>");
    // Undo and the switch both bring it back.
    scene.keys(PAGE).keys("<Down><Down><Down>").sees("> [ ] quên").keys("<Space>").sees("> [x] quên");
    scene.sees("[+] Đã hiện lại lý do vướng «quên mật khẩu»");
    scene.keys("<C-z>").sees("> [ ] quên").keys("<C-y>").sees("> [x] quên").is_sound();
    let mut desk = scene.world().desk(2);
    for reason in [StuckReason::Other, own(1)] {
        assert_eq!(refusal(desk.execute(Command::HideReason(reason))), Some(Refusal::ReasonStays));
    }
}

#[test]
fn what_is_hidden_is_still_counted_and_not_offered_for_a_missing_paper() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><End><Space>").types("thieu giay").keys("<Enter><F4>");
    scene.world().desk(2).execute(Command::HideReason(StuckReason::MissingPapers)).unwrap();
    scene.tick();
    assert_eq!(scene.tally().stuck, [(StuckReason::MissingPapers, 1)]);
    scene.keys("<F2>ks<Enter><F3><Enter><PageUp><C-t><Down><Enter>");
    assert!(!scene.shows("vướng: thiếu giấy tờ"), "{}", scene.screen());
}

#[test]
fn a_list_with_a_flaw_is_told_and_changes_nothing() {
    for (typed, told) in [
        ("Quên mật khẩu".to_owned(), "[!] Dòng này đã có sẵn"),
        ("a".repeat(51), "[!] Mỗi dòng dài tối đa 50 chữ"),
        ((1..=41).map(|n| format!("lý do {n}")).collect::<Vec<_>>().join("\n"), "[!] Danh sách có tối đa 40"),
    ] {
        let mut scene = desk();
        let deeds = scene.deeds();
        scene.keys(PAGE).paste(&typed).keys("<F10>").sees(told);
        assert_eq!(scene.deeds(), deeds);
    }
}

#[test]
fn a_reason_that_the_list_never_had_is_refused() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter>");
    let assist = scene.console().model().in_hand().unwrap().assists[0].id;
    let mut desk = scene.world().desk(1);
    let outcome = Outcome::Stuck(own(1));
    assert_eq!(refusal(desk.execute(Command::SetOutcome(assist, outcome))), Some(Refusal::UnknownReason));
}
