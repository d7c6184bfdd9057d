//! Coming back: the slip with what is still missing, and what was ticked offered again on another day.

use motcua::config::PrintSettings;
use motcua::desk::{Command, NewVisit};
use motcua::domain::printing::{Document, PaperKind, Role};
use motcua::domain::{CheckList, CheckState, Code, VisitId};
use motcua::ui::Event;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, desk_from};

/// A party that lacks a paper: one paper and two steps are ticked, and it comes back on Monday.
fn lacking() -> Scene {
    let mut scene = desk_from("2026-11-20 08:00");
    scene.keys("<F2>ks<Enter><F3><Enter><Enter><Enter><PageUp><Enter>");
    scene.keys("-<Enter><Enter>").is_in(Place::Visit).sees("hẹn quay lại 23/11/2026");
    scene
}

/// The same party with a new number on another day.
fn back(scene: &mut Scene, earlier: VisitId, at: &str) {
    scene.at(at).is_in(Place::Forgotten).keys("<Enter><Esc><Enter>");
    let new = NewVisit { returns_of: Some(earlier), ..NewVisit::plain(Code::new("1.001193")) };
    scene.world().desk(1).execute(Command::TakeNumber(new)).unwrap();
    scene.tick();
}

fn in_hand(scene: &Scene) -> &motcua::domain::Assist {
    &scene.console().model().in_hand().unwrap().assists[0]
}

#[test]
fn the_slip_is_printed_by_one_key_while_serving() {
    let mut scene = lacking();
    scene.keys("<F9>");
    let page = scene.pages().last().unwrap().clone();
    assert_eq!((page.kind, page.role), (PaperKind::Slip, Role::Report));
    assert_eq!(page.file_name, "phieu-A001-2026-11-20.pdf");
    assert_eq!(page.settings.map(|settings| settings.copies), Some(1));
    assert!(matches!(page.document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    scene.is_sound();
}

#[test]
fn a_printer_of_slips_gets_it_as_its_own_commands() {
    let mut scene = lacking();
    let settings = PrintSettings { slip: "tcp:10.0.0.7".to_owned(), ..PrintSettings::default() };
    scene.event(Event::PrintSettings(Box::new(settings))).keys("<F9>");
    let page = scene.pages().last().unwrap();
    assert_eq!((page.role, page.file_name.as_str()), (Role::Slip, "phieu-A001-2026-11-20.bin"));
    assert!(matches!(page.document, Document::Commands(_)));
}

#[test]
fn a_visit_that_ended_today_still_gets_its_slip() {
    let mut scene = lacking();
    scene.keys("<F4>").is_in(Place::Queue).keys("<C-f>a001").is_in(Place::Find);
    scene.sees("> A001  đã xong 08:00  Khai sinh").keys("<F9><Esc>").is_in(Place::Queue);
    assert_eq!(scene.pages().last().unwrap().kind, PaperKind::Slip);
    scene.is_sound();
}

#[test]
fn a_visit_without_anything_has_no_slip() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><Delete>").is_in(Place::Confirm).keys("2<F9>").sees("[!]");
    assert_eq!(scene.pages().len(), 0);
}

#[test]
fn on_another_day_what_was_ticked_is_taken_up_by_one_key() {
    let mut scene = lacking();
    let earlier = scene.console().model().in_hand().unwrap().visit.id;
    scene.keys("<F4>");
    back(&mut scene, earlier, "2026-11-23 08:00");
    scene.keys("<F3><Enter>").sees("> Lần trước (20/11) đã làm: 2/").sees("1/").keys("<Enter>");
    scene.sees("Đã lấy lại cho A001 từ lần trước: 2 bước, 1 giấy tờ").sees_not("> Lần trước").sees("(2/");
    assert_eq!(in_hand(&scene).ticked, [0, 1]);
    // What was missing then is what they bring now: it is not marked.
    assert_eq!(in_hand(&scene).check(CheckList::Paper, 0), Some(CheckState::There));
    assert_eq!(in_hand(&scene).check(CheckList::Paper, 1), None);
    // One undo step.
    scene.is_sound().keys("<C-z>").sees("Lần trước (20/11)");
    assert_eq!((in_hand(&scene).ticked.len(), in_hand(&scene).checks.len()), (0, 0));
    scene.keys("<Down><Down>").is_in(Place::Visit).is_sound();
}

#[test]
fn the_number_and_the_day_of_the_slip_bring_back_what_was_left_to_do() {
    let mut scene = lacking();
    scene.keys("<F4>").at("2026-11-23 08:00").keys("<Enter><Esc><Enter><F2>a001 20/11");
    scene.sees("> quay lại: A001 ngày 20/11/2026").keys("<Enter>");
    scene.is_in(Place::Intake).sees("Tiếp A001 ngày 20/11: Khai sinh ×1").keys("<Enter>");
    scene.sees("Đã cấp số A001").keys("<F3><Enter>").sees("> Lần trước (20/11) đã làm: 2/").is_sound();
    // A number that nobody had: nothing is given, and the form stays.
    scene.keys("<F4><F2>b009 20/11<Enter>").sees("Không có lượt B009 ngày 20/11/2026.").is_in(Place::Intake);
    scene.keys("<Esc>").sees("Hôm nay 1 lượt");
}

#[test]
fn who_does_not_come_back_is_offered_nothing() {
    let mut scene = lacking();
    scene.keys("<F4>").at("2026-11-23 08:00").keys("<F2>ks<Enter><F3><Enter>").sees_not("Lần trước");
}

#[test]
fn a_visit_that_somebody_goes_on_with_is_not_taken_back() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>");
    let first = scene.console().model().cards[0].visit.id;
    let new = NewVisit { returns_of: Some(first), ..NewVisit::plain(Code::new("1.001193")) };
    let mut other = scene.world().desk(2);
    other.execute(Command::TakeNumber(new)).unwrap();
    scene.tick().keys("<C-z>").sees("[!] Không hoàn tác được").is_sound();
}
