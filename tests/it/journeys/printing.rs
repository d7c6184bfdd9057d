//! The print jobs and the printers: what is offered, what is asked before, what is told.

use motcua::config::PrintSettings;
use motcua::domain::printer::Target;
use motcua::domain::printing::{
    Document, Fault, JobCard, JobId, JobState, Options, PaperKind, PrinterCard, Readiness, Role,
};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;
use motcua::ui::prints::Printers;
use motcua::ui::{Effect, Event};

use crate::harness::{Scene, desk, office};
use crate::world::stamp;

/// A job of that state.
pub fn line(id: u64, state: JobState) -> JobCard {
    JobCard {
        id: JobId(id),
        kind: PaperKind::Tally,
        is_raw: false,
        title: "bang-ngay-2026-11-21".to_owned(),
        file_name: "tally-2026-11-21.pdf".to_owned(),
        made: stamp("2026-11-21 07:20").plus_seconds(i64::try_from(id).unwrap() * 60),
        target: Target::System { queue: Some("Canon_LBP2900".to_owned()) },
        request: Some(format!("Canon_LBP2900-{id}")),
        words: String::new(),
        options: Options::default(),
        state,
        attempts: 1,
        about: None,
        path: Some("papers/tally-2026-11-21.pdf".into()),
    }
}

/// What a printer without ink says.
pub fn no_ink() -> JobState {
    JobState::Failed(Fault::Refused("no ink".to_owned()))
}

/// A job that failed.
pub fn failed(id: u64) -> JobCard {
    line(id, no_ink())
}

/// A job of which nobody knows whether it was printed.
fn unclear(id: u64) -> JobCard {
    line(id, JobState::Failed(Fault::Unclear))
}

/// A queue.
pub fn queue(name: &str, papers: &[&str]) -> PrinterCard {
    let is_stopped = name.starts_with("HP");
    PrinterCard {
        name: name.to_owned(),
        is_default: name == "Canon_LBP2900",
        readiness: if is_stopped { Readiness::Stopped } else { Readiness::Idle },
        words: if is_stopped { "Out of paper".to_owned() } else { String::new() },
        papers: papers.iter().map(|paper| (*paper).to_owned()).collect(),
        has_duplex: is_stopped,
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
pub fn all_states() -> Vec<JobCard> {
    let mut lines = vec![
        line(9, JobState::Queued),
        line(8, JobState::Printing),
        line(7, JobState::Waiting),
        failed(6),
        unclear(5),
        line(4, JobState::Done),
        line(3, JobState::Kept),
        line(2, JobState::Cancelled),
    ];
    "Out of paper".clone_into(&mut lines[2].words);
    lines[5].made = stamp("2026-11-20 16:58");
    "bang-ngay-2026-11-20".clone_into(&mut lines[5].title);
    lines
}

fn with_jobs(lines: Vec<JobCard>) -> Scene {
    let mut scene = desk();
    scene.event(Event::Prints(lines));
    scene
}

#[test]
fn a_failed_job_is_told_above_until_somebody_has_looked_and_told_anew_when_it_fails_again() {
    let mut scene = with_jobs(vec![failed(1)]);
    scene.sees("[!] Chưa in được: 1").keys("<C-r>").is_in(Place::Prints).sees_not("Chưa in được: 1");
    scene.sees_in_order(&[
        "[!] Chưa in được",
        "máy in báo: hết hoặc sắp hết mực",
        "Xem lại máy in",
        "papers/tally",
    ]);
    scene.keys("<Esc>").is_in(Place::Queue).sees_not("[!]");
    let again = JobCard { attempts: 2, ..failed(1) };
    scene.event(Event::Prints(vec![again])).sees("[!] Chưa in được: 1");
    scene.event(Event::Prints(vec![line(1, JobState::Done)])).sees_not("Chưa in được");
    scene.event(Event::Prints(vec![line(2, JobState::Waiting)])).sees("[~] Chờ máy in: 1");
}

#[test]
fn the_reason_and_the_state_follow_the_language() {
    let mut scene = with_jobs(vec![failed(1)]);
    scene.keys("<C-r>").sees("máy in báo: hết hoặc sắp hết mực").sees("Bảng tổng hợp 21/11/2026");
    scene
        .keys("<C-l>")
        .sees("the printer says: out of ink or nearly so")
        .sees("Tally 21/11/2026")
        .sees("[!] Failed");
}

#[test]
fn a_failed_job_is_retried_with_enter_and_only_once() {
    let mut scene = with_jobs(vec![line(2, JobState::Done), failed(1)]);
    scene.keys("<C-r><Down>").sees("Enter In lại").burst("<Enter><Enter>");
    assert_eq!(scene.asked(), [Effect::RetryPrint(JobId(1))]);
    // What was printed is not tried again, and the footer does not offer it.
    scene.keys("<Up>").sees_not("Enter In lại").keys("<Enter>");
    assert_eq!(scene.asked(), []);
}

#[test]
fn what_may_have_been_printed_is_asked_about_before_it_is_retried() {
    let mut scene = with_jobs(vec![unclear(1)]);
    scene
        .sees("[!] Chưa in được: 1")
        .keys("<C-r>")
        .sees("[?] Có thể đã in")
        .keys("<Enter>")
        .is_in(Place::Confirm);
    scene.sees("Đã xem giấy").keys("<Esc>").is_in(Place::Prints);
    assert_eq!(scene.asked(), []);
    scene.keys("<Enter><Enter>").is_in(Place::Prints);
    assert_eq!(scene.asked(), []);
    scene.keys("<Enter>2").is_in(Place::Prints);
    assert_eq!(scene.asked(), [Effect::RetryPrint(JobId(1))]);
}

#[test]
fn a_waiting_job_can_be_cancelled_and_a_printed_one_cannot() {
    let mut scene = with_jobs(vec![line(2, JobState::Waiting), line(1, JobState::Done)]);
    scene.keys("<C-r>").sees("Delete Hủy in").sees_not("F9 In").keys("<F9><Delete>").is_in(Place::Confirm);
    scene.keys("<Enter>").is_in(Place::Prints);
    assert_eq!(scene.asked(), []);
    scene.keys("<Delete>2").is_in(Place::Prints);
    assert_eq!(scene.asked(), [Effect::CancelPrint(JobId(2))]);
    scene.keys("<Down>").sees_not("Delete Hủy in").sees("F9 In").keys("<Delete>");
    assert_eq!(scene.asked(), []);
}

#[test]
fn printing_once_more_is_asked_about_first() {
    let mut scene = with_jobs(vec![line(1, JobState::Done)]);
    scene.keys("<C-r><F9>").is_in(Place::Confirm).sees("In thêm một lần nữa «Bảng tổng hợp 21/11/2026»");
    scene.keys("<Enter>").is_in(Place::Prints);
    assert_eq!(scene.asked(), []);
    scene.keys("<F9>2");
    assert_eq!(scene.asked(), [Effect::Reprint { id: JobId(1), printer: None }]);
}

#[test]
fn printing_at_another_printer_offers_those_that_take_the_paper() {
    let mut scene = with_jobs(vec![line(1, JobState::Done)]);
    scene.keys("<C-r><F1>may in khac<Enter>").is_in(Place::Choice).sees("đang hỏi hệ thống in");
    assert_eq!(scene.asked(), [Effect::AskPrinters]);
    scene.event(queues()).sees_not("đang hỏi").sees("HP_LaserJet_M404").sees_not("XP80");
    scene.keys("hp<Enter>").is_in(Place::Prints);
    let printer = Some(Target::System { queue: Some("HP_LaserJet_M404".to_owned()) });
    assert_eq!(scene.asked(), [Effect::Reprint { id: JobId(1), printer }]);
}

#[test]
fn the_cursor_stays_on_its_job_when_a_new_one_comes() {
    let mut scene = with_jobs(vec![line(2, JobState::Done), failed(1)]);
    scene.keys("<C-r><Down>").event(Event::Prints(vec![
        line(3, JobState::Printing),
        line(2, JobState::Done),
        failed(1),
    ]));
    scene.keys("<Enter>");
    assert_eq!(scene.asked(), [Effect::RetryPrint(JobId(1))]);
}

#[test]
fn the_jobs_are_seen_from_every_screen_of_the_desk_and_before_a_shift_is_open() {
    for keys in ["", "<F8>", "<F1>nhat ky<Enter>", "<F2>ks<Enter><F3><Enter>"] {
        desk().keys(keys).keys("<C-r>").is_in(Place::Prints).sees("Chưa in giấy nào.");
    }
    office().keys("<C-r>").is_in(Place::Prints).keys("<Esc>").is_in(Place::OpenShift);
}

#[test]
fn the_printers_are_asked_for_and_chosen_from_the_list() {
    let mut scene = desk();
    scene.keys("<F1>may in cua<Enter>").is_in(Place::Printers).sees("Đang hỏi hệ thống in…");
    assert_eq!(scene.asked(), [Effect::AskPrinters]);
    scene.event(queues()).sees_in_order(&[
        "[x] Canon_LBP2900: mặc định · sẵn sàng · A4 A5",
        "[ ] HP_LaserJet_M404: [!] đang dừng (hết giấy) · A4 · hai mặt",
        "[ ] XP80: sẵn sàng · chỉ phiếu",
    ]);
    scene
        .keys("<Down><Down>")
        .sees("máy in này in một mặt")
        .keys("<Up><Up><Enter>hp<Enter>")
        .is_in(Place::Printers);
    scene.sees("cups:HP_LaserJet_M404").sees("[x] HP_LaserJet_M404");
    scene
        .keys("<Down><Space><Space><Right><Left><Down><Space>")
        .sees("Số bản: < 3 >")
        .sees("In hai mặt: < có >");
    scene.keys("<Down><Down><Enter>xp<Enter><Down><Space>").sees("raw:XP80").sees("58 mm");
    scene.keys("<F10>").is_in(Place::Queue).sees("[+] Đã lưu máy in");
    let kept = PrintSettings {
        report: "cups:HP_LaserJet_M404".to_owned(),
        copies: 3,
        duplex: true,
        slip: "raw:XP80".to_owned(),
        slip_width: motcua::domain::printer::RollWidth::Mm58,
        ..PrintSettings::default()
    };
    assert_eq!(scene.asked(), [Effect::KeepPrintSettings(Box::new(kept))]);
    scene.keys("<F1>may in cua<Enter>").sees("cups:HP_LaserJet_M404").sees("raw:XP80").sees("Số bản: < 3 >");
}

#[test]
fn what_is_no_printer_is_told_in_plain_words_and_not_kept() {
    let mut scene = desk();
    scene.keys("<F1>may in cua<Enter>").event(queues());
    scene.asked();
    for (typed, words) in [
        ("HP", "không phải là máy in"),
        ("tcp:", "địa chỉ máy in không đúng"),
        ("cups:hai chữ", "tên máy in không đúng"),
        ("device:lp0", "đường dẫn đầy đủ"),
        ("tcp:10.0.0.7", "chỉ nhận phiếu nhỏ"),
    ] {
        scene.keys("<C-u>").types(typed).keys("<F10>").is_in(Place::Printers).sees("[!] ");
        let shown = scene.size(200, 40).screen();
        assert!(shown.contains(words), "{words}\n{shown}");
        scene.size(80, 24).keys("<F9>").is_in(Place::Printers);
        assert!(scene.pages().is_empty() && scene.asked().is_empty(), "{typed}");
    }
    scene.keys("<C-u><Esc>").is_in(Place::Queue);
    assert_eq!(scene.asked(), []);
}

#[test]
fn a_test_page_goes_to_the_printer_of_the_form_and_takes_no_number() {
    let mut scene = desk();
    let before = scene.deeds();
    scene.keys("<F1>may in cua<Enter>").event(queues()).keys("<F9>");
    scene.keys("<Down><Down><Down><Down>").types("tcp:10.0.0.7:9100").keys("<F9>");
    assert_eq!(scene.deeds(), before);
    let [sheet, slip] = scene.pages() else { panic!("{:?}", scene.pages().len()) };
    assert!(matches!(&sheet.document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    assert_eq!((sheet.role, sheet.file_name.as_str()), (Role::Report, "in-thu-2026-11-21.pdf"));
    // A printer of slips gets its own commands, beginning with a reset.
    assert!(matches!(&slip.document, Document::Commands(bytes) if bytes.starts_with(&[0x1b, b'@'])));
    let settings = slip.settings.clone().unwrap();
    assert_eq!((slip.role, settings.slip.as_str()), (Role::Slip, "tcp:10.0.0.7:9100"));
}

#[test]
fn a_printing_system_that_does_not_answer_is_told_where_the_printers_would_stand() {
    let mut scene = desk();
    let why = Fault::Silent { program: "lpstat".to_owned(), waited: std::time::Duration::from_secs(9) };
    scene
        .keys("<F1>may in cua<Enter>")
        .event(Event::Printers(Printers::Unknown(why.clone())))
        .sees("lệnh lpstat không trả lời");
    scene.keys("<Esc><C-l><F1>printers<Enter>").event(Event::Printers(Printers::Unknown(why)));
    scene.sees("the command lpstat did not answer");
    scene.event(Event::Printers(Printers::Known(Vec::new()))).sees("There is no printer.");
}

#[test]
fn the_printers_that_are_kept_are_on_the_form() {
    let mut scene = desk();
    scene.lang(Lang::En);
    let settings =
        PrintSettings { report: "folder:/srv/x".to_owned(), copies: 9, ..PrintSettings::default() };
    scene.event(Event::PrintSettings(Box::new(settings))).keys("<F1>printers<Enter>").sees("folder:/srv/x");
    scene
        .keys("<Down>")
        .sees("Copies: < 9 >")
        .keys("<Right><Left>")
        .sees("Copies: < 9 >")
        .keys("<Space>")
        .sees("Copies: < 1 >");
}
