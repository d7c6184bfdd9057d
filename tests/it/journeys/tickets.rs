//! The slip with a number: when it is printed, what becomes of it, and what a failure does not touch.

use motcua::config::PrintSettings;
use motcua::domain::printer::{EachNumber, SheetSize};
use motcua::domain::printing::{Document, JobCard, JobState, PaperKind, Role};
use motcua::domain::{SlipState, VisitId};
use motcua::ui::Event;
use motcua::ui::prints::Page;

use super::printing::{line, no_ink};
use crate::harness::{Scene, desk, minutes};

const REPRINT: &str = "<F1>in lai phieu<Enter>";

/// A desk with a printer for slips.
fn with_printer() -> Scene {
    with_settings(PrintSettings { slip: "tcp:10.0.0.7:9100".to_owned(), ..PrintSettings::default() })
}

fn with_settings(settings: PrintSettings) -> Scene {
    let mut scene = desk();
    scene.event(Event::PrintSettings(Box::new(settings)));
    scene
}

/// The job of a page that was sent, as the event loop tells of it.
fn job(id: u64, page: &Page, state: JobState, made: &Scene) -> JobCard {
    JobCard {
        kind: PaperKind::Ticket,
        is_raw: true,
        title: page.title.clone(),
        about: page.about,
        made: motcua::clock::Clock::now(&*made.world().clock),
        ..line(id, state)
    }
}

/// The event loop says that the last page came to that state.
fn ends(scene: &mut Scene, id: u64, state: JobState) {
    let told = job(id, scene.pages().last().unwrap(), state, scene);
    scene.event(Event::Prints(vec![told]));
}

/// What the file says of the slips, by the number of the visit.
fn slips(scene: &Scene) -> Vec<(i64, String)> {
    let raw = scene.world().raw();
    let mut asked = raw.prepare("SELECT id, state FROM slip ORDER BY id").unwrap();
    let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn numbers_given(scene: &Scene) -> i64 {
    scene.world().raw().query_row("SELECT coalesce(sum(last), 0) FROM counter", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_slip_comes_with_each_number_once_a_printer_for_slips_was_chosen() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A001");
    assert!(scene.pages().is_empty(), "nobody has chosen a printer for slips");
    scene.sees_not("chưa in");
    assert_eq!(slips(&scene), []);

    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A001");
    let [slip] = scene.pages() else { panic!("{}", scene.pages().len()) };
    assert_eq!((slip.kind, slip.role, slip.about), (PaperKind::Ticket, Role::Slip, Some(VisitId(1))));
    assert_eq!(slip.title, "phieu-so-A001-2026-11-21");
    assert!(matches!(&slip.document, Document::Commands(bytes) if bytes.starts_with(b"\x1b@")));

    let never = PrintSettings {
        slip: "tcp:10.0.0.7".to_owned(),
        each_number: EachNumber::Never,
        ..PrintSettings::default()
    };
    let mut scene = with_settings(never);
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A001").sees_not("chưa in");
    assert!(scene.pages().is_empty());
    // The key prints it all the same.
    scene.keys(REPRINT).sees("Đang in phiếu số A001").sees_not("chưa in");
    assert_eq!(scene.pages().len(), 1);
}

#[test]
fn a_slip_that_is_not_out_says_so_until_it_is() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>").sees("A001").sees("chưa in");
    scene.keys("<Down>").sees("Phiếu số chưa in. F9 in lại");
    ends(&mut scene, 1, JobState::Printing);
    scene.sees("chưa in");
    ends(&mut scene, 1, JobState::Done);
    scene.sees_not("chưa in");
    assert_eq!(slips(&scene), [(1, "printed".to_owned())]);
}

#[test]
fn a_failure_loses_and_repeats_no_number_and_the_key_prints_the_slip_again() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>");
    ends(&mut scene, 1, no_ink());
    scene.sees("chưa in").sees("A001").sees("[!] Chưa in được: 1");
    assert_eq!(slips(&scene), [(1, "failed".to_owned())]);
    let deeds = scene.deeds();
    scene.keys(REPRINT).sees("Đang in phiếu số A001; không cấp số mới");
    assert_eq!((numbers_given(&scene), scene.deeds()), (1, deeds + 1), "an entry, and no number");
    assert_eq!(scene.pages().len(), 2);
    // The old job lies in the list beside the new one, and wants no look any more.
    let old = job(1, &scene.pages()[0].clone(), no_ink(), &scene);
    let new = job(2, &scene.pages()[1].clone(), JobState::Done, &scene);
    scene.event(Event::Prints(vec![new, old])).sees_not("chưa in").sees_not("Chưa in được");
    assert_eq!(slips(&scene), [(1, "printed".to_owned())]);
    scene.keys("<F2>ks<Enter>").sees("Đã cấp số A002");
    assert_eq!(numbers_given(&scene), 2);
    scene.is_sound();
}

#[test]
fn a_console_that_is_killed_leaves_a_number_whose_slip_is_known_to_be_missing() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>");
    let settings = PrintSettings { slip: "tcp:10.0.0.7:9100".to_owned(), ..PrintSettings::default() };
    scene.reopened().event(Event::PrintSettings(Box::new(settings))).sees("A001").sees("chưa in");
    assert_eq!(slips(&scene), [(1, "sent".to_owned())]);
    // The next run takes the job up and tells how it ended.
    ends(&mut scene, 1, JobState::Done);
    scene.sees_not("chưa in");
    assert_eq!(numbers_given(&scene), 1);
}

#[test]
fn what_an_old_job_says_is_nothing_about_a_slip_that_was_asked_for_since() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>");
    let first = job(1, scene.pages().last().unwrap(), JobState::Done, &scene);
    scene.after(minutes(2)).keys(REPRINT);
    // Told late, and about the paper that was thrown away.
    scene.event(Event::Prints(vec![first])).sees("chưa in");
    ends(&mut scene, 2, JobState::Done);
    scene.sees_not("chưa in");
}

#[test]
fn the_key_prints_the_number_of_the_moment_then_the_one_under_the_cursor() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter><F2>ct<Enter>");
    // Nothing is under the cursor: the last number.
    scene.keys("<Esc>").keys(REPRINT).sees("Đang in phiếu số B001");
    // The key prints what the screen names: the visit under the cursor.
    scene.keys("<Down><F9>").sees("Đang in phiếu số A001");
    // Right after giving one the list has it, wherever the cursor stands.
    scene.keys("<F2>ks<Enter>").keys(REPRINT).sees("Đang in phiếu số A002");
    // A called party's own.
    scene.keys("<F3><F9>").sees("Đang in phiếu số A001").keys("<Enter>");
    scene.keys("<F2>ct<Enter>").keys(REPRINT).sees("Đang in phiếu số B002");
    assert_eq!(numbers_given(&scene), 4);
}

#[test]
fn a_held_key_prints_once_and_nothing_to_print_is_told() {
    let mut scene = with_printer();
    scene.keys("<F9>").sees("[!]");
    assert!(scene.pages().is_empty());
    scene.keys("<F2>ks<Enter>").burst("<F9><F9><F9>");
    assert_eq!(scene.pages().len(), 2);
}

#[test]
fn undo_and_redo_of_a_number_keep_what_is_known_of_its_paper() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>");
    ends(&mut scene, 1, no_ink());
    scene.keys("<C-z>").sees("Đã hoàn tác").sees_not("A001 Khai").is_sound();
    scene.keys("<C-y>").sees("chưa in").is_sound();
    assert_eq!((scene.pages().len(), numbers_given(&scene)), (1, 1));
}

#[test]
fn another_station_sees_that_a_slip_is_missing_and_prints_it() {
    let mut scene = with_printer();
    let mut second = scene.station(2);
    let settings = PrintSettings { slip: "tcp:10.0.0.7:9100".to_owned(), ..PrintSettings::default() };
    second.event(Event::PrintSettings(Box::new(settings)));
    scene.keys("<F2>ks<Enter>");
    ends(&mut scene, 1, no_ink());
    second.tick().sees("chưa in").keys("<Down>").keys(REPRINT).sees("Đang in phiếu số A001");
    ends(&mut second, 2, JobState::Done);
    second.sees_not("chưa in");
    scene.tick().sees_not("chưa in");
}

#[test]
fn a_slip_on_a_sheet_is_a_page_and_one_without_marks_is_letters() {
    for (slip, sheet) in [("", SheetSize::A5), ("folder:/srv/x", SheetSize::A4)] {
        let mut scene = with_settings(PrintSettings {
            slip: slip.to_owned(),
            slip_sheet: sheet,
            each_number: EachNumber::Always,
            ..PrintSettings::default()
        });
        scene.keys("<F2>ks<Enter>");
        assert!(matches!(&scene.pages()[0].document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    }
    let mut scene = with_settings(PrintSettings {
        slip: "tcp:10.0.0.7".to_owned(),
        slip_plain: true,
        ..PrintSettings::default()
    });
    scene.keys("<F2>ks<Enter>");
    let Document::Commands(bytes) = &scene.pages()[0].document else { panic!("a page") };
    assert!(bytes.is_ascii());
    let words = String::from_utf8_lossy(bytes);
    assert!(words.contains("A001") && words.contains("SO THU TU"), "{words}");
}

#[test]
fn the_form_of_the_printers_has_how_slips_are_printed() {
    let mut scene = desk();
    scene
        .keys("<F1>may in cua<Enter><Tab><Tab><Tab><Tab>")
        .sees("In phiếu cùng mỗi số: < khi đã chọn máy in phiếu >");
    // A printer of pages takes sheets, and no letters without marks.
    scene.keys("<Tab>").sees("Giấy in phiếu: < cuộn 80 mm >").keys("<Space>").sees("< tờ A5 >");
    scene.keys("<Space>").sees("< tờ A4 >").keys("<Space>").sees("< cuộn 58 mm >").keys("<Space><Space>");
    scene.sees("< tờ A5 >").sees("có dấu; máy in này nhận cả trang");
    // One that takes commands has a roll.
    scene.keys("<Up>").types("tcp:10.0.0.7").keys("<Tab>").sees("< cuộn 80 mm >");
    scene.keys("<Space>").sees("< cuộn 58 mm >");
    scene.keys("<Tab><Space>").sees("không dấu").keys("<Tab><Space><Space>").sees("< không in >");
    scene.keys("<Tab><Space>").sees("Thêm một bản cho bàn giữ: < có >").keys("<F10>");
    let asked = scene.asked();
    let Some(motcua::ui::Effect::KeepPrintSettings(kept)) = asked.last() else { panic!("{asked:?}") };
    assert!(kept.slip_plain && kept.desk_copy && !kept.prints_numbers());
    assert_eq!((kept.slip_sheet(), kept.slip_width.millimetres()), (SheetSize::Roll, 58));
    scene.keys("<F2>ks<Enter>").sees_not("chưa in");
    assert!(scene.pages().is_empty());
}

#[test]
fn a_test_of_the_slips_is_a_slip_that_takes_no_number() {
    let mut scene = with_settings(PrintSettings {
        slip: "tcp:10.0.0.7".to_owned(),
        slip_plain: true,
        desk_copy: true,
        ..PrintSettings::default()
    });
    scene.keys("<F1>may in cua<Enter><Tab><Tab><Tab><Tab><F9>");
    assert_eq!((numbers_given(&scene), slips(&scene)), (0, Vec::new()));
    let [page] = scene.pages() else { panic!("{}", scene.pages().len()) };
    assert!(!page.settings.as_ref().unwrap().desk_copy, "one is enough");
    let Document::Commands(bytes) = &page.document else { panic!("a page") };
    let words = String::from_utf8_lossy(bytes);
    assert!(words.contains("A000") && words.contains("MAU: khong phai so that"), "{words}");
}

#[test]
fn the_marks_are_readable_without_colours_and_in_english() {
    let mut scene = with_printer();
    scene.keys("<F2>ks<Enter>").lang(motcua::lang::Lang::En).plain();
    let settings = PrintSettings { slip: "tcp:10.0.0.7:9100".to_owned(), ..PrintSettings::default() };
    scene.event(Event::PrintSettings(Box::new(settings))).sees("no slip").keys("<Down>");
    scene.sees("The slip is not printed.");
    assert_eq!(SlipState::from_code("sent"), Some(SlipState::Sent));
}
