//! The print jobs and the printers: what is offered, what is asked before, what is told.

use motcua::config::PrintSettings;
use motcua::domain::printer::Target;
use motcua::domain::procedure::Both;
use motcua::text::Lang;
use motcua::ui::keymap::Place;
use motcua::ui::prints::{Document, PaperKind, PrintLine, PrintState, PrinterLine, Printers, Role};
use motcua::ui::{Effect, Event};

use crate::harness::{Scene, desk, office};
use crate::world::stamp;

/// A job of that state.
pub fn line(id: u64, state: PrintState) -> PrintLine {
    let is_over = !matches!(state, PrintState::Queued | PrintState::Waiting | PrintState::Printing);
    PrintLine {
        id,
        kind: PaperKind::Tally,
        role: Role::Report,
        title: "motcua-2026-11-21".to_owned(),
        made: stamp("2026-11-21 07:20").plus_seconds(i64::try_from(id).unwrap() * 60),
        printer: Target::System { queue: Some("Canon_LBP2900".to_owned()) },
        state,
        attempts: 1,
        reason: Both { vi: String::new(), en: String::new() },
        about: None,
        path: Some("papers/tally-2026-11-21.pdf".to_owned()),
        can_retry: matches!(state, PrintState::Failed | PrintState::Unclear | PrintState::Cancelled),
        can_cancel: matches!(state, PrintState::Queued | PrintState::Waiting | PrintState::Printing),
        can_reprint: is_over,
    }
}

/// A job that failed, with its reason in both languages.
pub fn failed(id: u64) -> PrintLine {
    let reason =
        Both { vi: "máy in báo: hết mực".to_owned(), en: "the printer says: no ink".to_owned() };
    PrintLine { reason, ..line(id, PrintState::Failed) }
}

/// A queue.
pub fn queue(name: &str, papers: &[&str]) -> PrinterLine {
    PrinterLine {
        name: name.to_owned(),
        is_default: name == "Canon_LBP2900",
        is_stopped: name.starts_with("HP"),
        readiness: if name.starts_with("HP") {
            Both { vi: "đang dừng", en: "stopped" }
        } else {
            Both { vi: "sẵn sàng", en: "ready" }
        },
        words: if name.starts_with("HP") { "Out of paper".to_owned() } else { String::new() },
        papers: papers.iter().map(|paper| (*paper).to_owned()).collect(),
        has_duplex: name.starts_with("HP"),
    }
}

/// A printing system with a default queue, one that is stopped and prints on both sides, and one for slips.
pub fn queues() -> Event {
    Event::Printers(Printers::Known(vec![
        queue("Canon_LBP2900", &["A4", "A5", "Env10"]),
        queue("HP_LaserJet_M404", &["A4"]),
        queue("XP80", &[]),
    ]))
}

/// Every state once, the newest first.
pub fn all_states() -> Vec<PrintLine> {
    let mut lines = vec![
        line(9, PrintState::Queued),
        line(8, PrintState::Printing),
        line(7, PrintState::Waiting),
        failed(6),
        line(5, PrintState::Unclear),
        line(4, PrintState::Done),
        line(3, PrintState::Kept),
        line(2, PrintState::Cancelled),
    ];
    lines[2].reason = Both { vi: "Out of paper".to_owned(), en: "Out of paper".to_owned() };
    lines[5].made = stamp("2026-11-20 16:58");
    "motcua-2026-11-20".clone_into(&mut lines[5].title);
    lines
}

fn with_jobs(lines: Vec<PrintLine>) -> Scene {
    let mut scene = desk();
    scene.event(Event::Prints(lines));
    scene
}

#[test]
fn a_failed_job_is_told_above_until_somebody_has_looked_and_told_anew_when_it_fails_again() {
    let mut scene = with_jobs(vec![failed(1)]);
    scene.sees("[!] Chưa in được: 1").keys("<C-r>").is_in(Place::Prints).sees_not("Chưa in được: 1");
    scene.sees_in_order(&["[!] Chưa in được", "máy in báo: hết mực", "Xem lại máy in", "papers/tally"]);
    scene.keys("<Esc>").is_in(Place::Queue).sees_not("[!]");
    let again = PrintLine { attempts: 2, ..failed(1) };
    scene.event(Event::Prints(vec![again])).sees("[!] Chưa in được: 1");
    scene.event(Event::Prints(vec![line(1, PrintState::Done)])).sees_not("Chưa in được");
    scene.event(Event::Prints(vec![line(2, PrintState::Waiting)])).sees("[~] Chờ máy in: 1");
}

#[test]
fn the_reason_and_the_state_follow_the_language() {
    let mut scene = with_jobs(vec![failed(1)]);
    scene.keys("<C-r>").sees("máy in báo: hết mực").sees("Bảng tổng hợp 21/11/2026");
    scene.keys("<F12>").sees("the printer says: no ink").sees("Tally 21/11/2026").sees("[!] Failed");
}

#[test]
fn a_failed_job_is_retried_with_enter_and_only_once() {
    let mut scene = with_jobs(vec![line(2, PrintState::Done), failed(1)]);
    scene.keys("<C-r><Down>").sees("Enter In lại").burst("<Enter><Enter>");
    assert_eq!(scene.asked(), [Effect::RetryPrint(1)]);
    // What was printed is not tried again, and the footer does not offer it.
    scene.keys("<Up>").sees_not("Enter In lại").keys("<Enter>");
    assert_eq!(scene.asked(), []);
}

#[test]
fn what_may_have_been_printed_is_asked_about_before_it_is_retried() {
    let mut scene = with_jobs(vec![line(1, PrintState::Unclear)]);
    scene
        .sees("[!] Chưa in được: 1")
        .keys("<C-r>")
        .sees("[?] Có thể đã in")
        .keys("<Enter>")
        .is_in(Place::Confirm);
    scene.sees("Đã xem giấy").keys("<Esc>").is_in(Place::Prints);
    assert_eq!(scene.asked(), []);
    scene.keys("<Enter><Enter>").is_in(Place::Prints);
    assert_eq!(scene.asked(), [Effect::RetryPrint(1)]);
}

#[test]
fn a_waiting_job_can_be_cancelled_and_a_printed_one_cannot() {
    let mut scene = with_jobs(vec![line(2, PrintState::Waiting), line(1, PrintState::Done)]);
    scene.keys("<C-r>").sees("Delete Hủy in").sees_not("F5 In thêm").keys("<F5><F6><Delete>");
    assert_eq!(scene.asked(), [Effect::CancelPrint(2)]);
    scene.keys("<Down>").sees_not("Delete Hủy in").sees("F5 In thêm").keys("<Delete>");
    assert_eq!(scene.asked(), []);
}

#[test]
fn printing_once_more_is_asked_about_first() {
    let mut scene = with_jobs(vec![line(1, PrintState::Done)]);
    scene.keys("<C-r><F5>").is_in(Place::Confirm).sees("In thêm một lần nữa «Bảng tổng hợp 21/11/2026»");
    assert_eq!(scene.asked(), []);
    scene.keys("<Enter>");
    assert_eq!(scene.asked(), [Effect::Reprint { id: 1, printer: None }]);
}

#[test]
fn printing_at_another_printer_offers_those_that_take_the_paper() {
    let mut scene = with_jobs(vec![line(1, PrintState::Done)]);
    scene.keys("<C-r><F6>").is_in(Place::Choice).sees("đang hỏi hệ thống in");
    assert_eq!(scene.asked(), [Effect::AskPrinters]);
    scene.event(queues()).sees_not("đang hỏi").sees("HP_LaserJet_M404").sees_not("XP80");
    scene.keys("hp<Enter>").is_in(Place::Prints);
    let printer = Some(Target::System { queue: Some("HP_LaserJet_M404".to_owned()) });
    assert_eq!(scene.asked(), [Effect::Reprint { id: 1, printer }]);
}

#[test]
fn the_cursor_stays_on_its_job_when_a_new_one_comes() {
    let mut scene = with_jobs(vec![line(2, PrintState::Done), failed(1)]);
    scene.keys("<C-r><Down>").event(Event::Prints(vec![
        line(3, PrintState::Printing),
        line(2, PrintState::Done),
        failed(1),
    ]));
    scene.keys("<Enter>");
    assert_eq!(scene.asked(), [Effect::RetryPrint(1)]);
}

#[test]
fn the_jobs_are_seen_from_every_screen_of_the_desk_and_before_a_shift_is_open() {
    for keys in ["", "<F8>", "<C-n>", "<F2>ks<Enter><F3><Enter>"] {
        desk().keys(keys).keys("<C-r>").is_in(Place::Prints).sees("Chưa in giấy nào.");
    }
    office().keys("<C-r>").is_in(Place::Prints).keys("<Esc>").is_in(Place::OpenShift);
}

#[test]
fn the_printers_are_asked_for_and_chosen_from_the_list() {
    let mut scene = desk();
    scene.keys("<C-w>").is_in(Place::Printers).sees("Đang hỏi hệ thống in…");
    assert_eq!(scene.asked(), [Effect::AskPrinters]);
    scene.event(queues()).sees_in_order(&[
        "[x] Canon_LBP2900: mặc định · sẵn sàng · A4 A5",
        "[ ] HP_LaserJet_M404: [!] đang dừng (Out of paper) · A4 · hai mặt",
        "[ ] XP80: sẵn sàng · chỉ phiếu",
    ]);
    scene
        .keys("<Down><Down>")
        .sees("máy in này in một mặt")
        .keys("<Up><Up><F2>hp<Enter>")
        .is_in(Place::Printers);
    scene.sees("cups:HP_LaserJet_M404").sees("[x] HP_LaserJet_M404");
    scene.keys("<Down><Right><Right><Down><Space>").sees("Số bản: < 3 >").sees("In hai mặt: < có >");
    scene.keys("<Down><F2>xp<Enter><Down><Space>").sees("raw:XP80").sees("58 mm");
    scene.keys("<Enter>").is_in(Place::Queue).sees("[+] Đã lưu máy in");
    let kept = PrintSettings {
        report: "cups:HP_LaserJet_M404".to_owned(),
        copies: 3,
        duplex: true,
        slip: "raw:XP80".to_owned(),
        slip_width: motcua::domain::printer::RollWidth::Mm58,
        ..PrintSettings::default()
    };
    assert_eq!(scene.asked(), [Effect::KeepPrintSettings(Box::new(kept))]);
    scene.keys("<C-w>").sees("cups:HP_LaserJet_M404").sees("raw:XP80").sees("Số bản: < 3 >");
}

#[test]
fn what_is_no_printer_is_told_in_plain_words_and_not_kept() {
    let mut scene = desk();
    scene.keys("<C-w>").event(queues());
    scene.asked();
    for (typed, words) in [
        ("HP", "không phải là máy in"),
        ("tcp:", "địa chỉ máy in không đúng"),
        ("cups:hai chữ", "tên máy in không đúng"),
        ("device:lp0", "đường dẫn đầy đủ"),
        ("tcp:10.0.0.7", "chỉ nhận phiếu nhỏ"),
    ] {
        scene.keys("<C-u>").types(typed).keys("<Enter>").is_in(Place::Printers).sees("[!] ");
        let shown = scene.size(200, 40).screen();
        assert!(shown.contains(words), "{words}\n{shown}");
        scene.size(80, 24).keys("<F5>").is_in(Place::Printers);
        assert!(scene.pages().is_empty() && scene.asked().is_empty(), "{typed}");
    }
    scene.keys("<C-u><Esc>").is_in(Place::Queue);
    assert_eq!(scene.asked(), []);
}

#[test]
fn a_test_page_goes_to_the_printer_of_the_form_and_takes_no_number() {
    let mut scene = desk();
    let before = scene.deeds();
    scene.keys("<C-w>").event(queues()).keys("<F5>");
    scene.keys("<Down><Down><Down>").types("tcp:10.0.0.7:9100").keys("<F5>");
    assert_eq!(scene.deeds(), before);
    let [sheet, slip] = scene.pages() else { panic!("{:?}", scene.pages().len()) };
    assert!(matches!(&sheet.document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    assert_eq!((sheet.role, sheet.file_name.as_str()), (Role::Report, "test-2026-11-21.pdf"));
    // A printer of slips gets its own commands, beginning with a reset.
    assert!(matches!(&slip.document, Document::Commands(bytes) if bytes.starts_with(&[0x1b, b'@'])));
    let settings = slip.settings.clone().unwrap();
    assert_eq!((slip.role, settings.slip.as_str()), (Role::Slip, "tcp:10.0.0.7:9100"));
}

#[test]
fn a_printing_system_that_does_not_answer_is_told_where_the_printers_would_stand() {
    let mut scene = desk();
    let why = Both { vi: "Không hỏi được".to_owned(), en: "It does not say".to_owned() };
    scene.keys("<C-w>").event(Event::Printers(Printers::Unknown(why))).sees("[!] Không hỏi được");
    scene.keys("<F12>").sees("[!] It does not say");
    scene.event(Event::Printers(Printers::Known(Vec::new()))).sees("There is no printer.");
}

#[test]
fn the_printers_that_are_kept_are_on_the_form() {
    let mut scene = desk();
    scene.lang(Lang::En);
    let settings =
        PrintSettings { report: "folder:/srv/x".to_owned(), copies: 9, ..PrintSettings::default() };
    scene.event(Event::PrintSettings(Box::new(settings))).keys("<C-w>").sees("folder:/srv/x");
    scene
        .keys("<Down>")
        .sees("Copies: < 9 >")
        .keys("<Right>")
        .sees("Copies: < 1 >")
        .keys("<Left>")
        .sees("< 9 >");
}
