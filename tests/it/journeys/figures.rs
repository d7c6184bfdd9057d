//! A figure is opened to the visits behind it; a paper that is printed again says so.

use motcua::desk::Desk;
use motcua::domain::printing::{JobCard, JobState};
use motcua::domain::tally::LastPrint;
use motcua::domain::{Day, Span, StationNo};
use motcua::lang::Lang;
use motcua::store::{Access, Store};
use motcua::ui::Event;
use motcua::ui::keymap::Place;

use super::printing::{line, no_ink};
use crate::harness::{Scene, desk, desk_from, minutes};
use crate::world::{catalogue, stamp};

/// A morning in which one party of two was served, one did not appear, one waits.
fn morning() -> Scene {
    let mut scene = desk();
    scene.at("2026-11-21 08:00");
    scene.keys("<F2>ks<F5><Enter>").after(minutes(6)).keys("<F3><Enter>").after(minutes(12));
    scene.keys("<F4><F2>2.000815<Enter><F3>").after(minutes(2)).keys("<F7><Enter><F2>vneid<Enter>");
    scene
}

#[test]
fn a_figure_opens_to_its_visits_and_back() {
    let mut scene = morning();
    scene.keys("<F8><Enter>").is_in(Place::Figures).sees("Các con số của ngày 21/11/2026");
    scene.sees("> Lượt (không kể số rút)").sees("3 lượt").keys("<Enter>").is_in(Place::Opened);
    scene.sees("Lượt (không kể số rút): 3 lượt; 3 dòng");
    scene.sees_in_order(&[
        "21/11/2026  A001    08:00  đã xong",
        "B001    08:18  rời đi",
        "K001    08:20  đang chờ",
    ]);
    scene
        .keys("<Esc>")
        .is_in(Place::Figures)
        .keys("<Esc>")
        .is_in(Place::Tally)
        .keys("<Esc>")
        .is_in(Place::Queue);
}

#[test]
fn typing_finds_a_figure_without_marks() {
    let mut scene = morning();
    scene.keys("<F8><Enter>").types("khong co mat").sees("> Lượt gọi không có mặt").keys("<Enter>");
    scene.sees("Lượt gọi không có mặt: 1 lượt; 1 dòng").sees("B001").sees_not("A001");
    scene
        .keys("<Esc><C-u>")
        .types("nguoi")
        .keys("<Enter>")
        .sees("Người đến (kể cả đi cùng): 4 người; 3 dòng")
        .sees("x2");
    scene.keys("<Esc><C-u>zzz").sees("Không có dòng nào khớp.").keys("<Enter>").is_in(Place::Figures);
}

#[test]
fn every_row_can_be_read_by_itself() {
    let mut scene = morning();
    scene.size(120, 60).lang(motcua::lang::Lang::En).keys("<F8><Enter>").is_in(Place::Figures);
    scene.sees("Visits that left").sees("1 visit").sees("1 thing");
    scene.sees_not("1 visits").sees_not("1 people").sees_not("1 things").sees_not("1 numbers");
    // A field is followed by its procedures, not by the other fields.
    scene.sees_in_order(&["Field: Civil status", "Procedure: ", "Field: "]);
}

#[test]
fn the_list_names_nobody() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").types("Trần Thị Thử").keys("<Enter><F8><Enter><Enter>").is_in(Place::Opened);
    scene.sees("A001").sees_not("Trần Thị");
}

#[test]
fn an_open_figure_follows_the_work_of_other_stations() {
    let mut scene = morning();
    let mut two = scene.station(2);
    scene.keys("<F8><Enter><Enter>").sees("3 lượt; 3 dòng");
    two.keys("<F2>ks<Enter>");
    scene.tick().is_in(Place::Opened).sees("4 lượt; 4 dòng").sees("A002");
}

#[test]
fn a_figure_of_a_year_is_counted_after_the_screen_says_so() {
    let mut scene = morning();
    scene
        .keys("<F8><S-Tab><Enter>")
        .sees("Các con số của năm 2026")
        .after(minutes(1))
        .burst("<Enter>")
        .sees("Đang tính…");
    scene.tick().sees("Lượt (không kể số rút): 3 lượt; 3 dòng");
}

/// What the file knows of the last print of today's tally.
fn printed(scene: &Scene) -> Option<LastPrint> {
    let store = Store::open(&scene.world().file(), Access::ReadOnly).unwrap();
    store.last_print("tally", Span::day("2026-11-21".parse().unwrap())).unwrap()
}

#[test]
fn the_second_print_says_what_changed() {
    let mut scene = morning();
    let job = |id: u64, at: &str, state: JobState| JobCard {
        made: stamp(at),
        title: "bang-ngay-2026-11-21".to_owned(),
        ..line(id, state)
    };
    // What is only a file was not printed, and neither was what the printer gave up.
    scene.keys("<F8><F9>").event(Event::Prints(vec![job(1, "2026-11-21 09:00", JobState::Kept)]));
    scene.keys("<F9>").event(Event::Prints(vec![job(2, "2026-11-21 09:00", no_ink())])).keys("<Esc>");
    assert_eq!(printed(&scene), None);
    scene.event(Event::Prints(vec![job(2, "2026-11-21 09:00", JobState::Done)]));
    assert_eq!(printed(&scene).map(|last| last.times), Some(1));
    scene.after(minutes(5)).keys("<F2>ks<Enter><F8><F9>");
    scene.event(Event::Prints(vec![job(3, "2026-11-21 09:10", JobState::Waiting)]));
    let store = Store::open(&scene.world().file(), Access::ReadOnly).unwrap();
    let desk = Desk::new(store, scene.world().clock.clone(), catalogue(), StationNo::FIRST);
    let today: Day = "2026-11-21".parse().unwrap();
    let last = desk.last_print("tally", Span::day(today)).unwrap().unwrap();
    assert_eq!((last.times, last.numbers["visits"]), (2, 4));
    assert_eq!(desk.last_print("tally", Span::day(today.minus_days(1))).unwrap(), None);
    // The same words that the third print would bear.
    let report = desk.report(today).unwrap();
    let report = report.printed_again(&last);
    let reprint = report.reprint.as_ref().unwrap();
    assert_eq!((reprint.nth, reprint.changes.len()), (3, 0));
    let sheet = motcua::papers::tally_sheet(&report, Lang::Vi);
    let text = motcua::papers::text::render(&sheet, 200);
    assert!(text.contains("Bản in lại lần 3 (lần trước lúc"), "{text}");
    assert!(text.contains("Không số nào thay đổi."), "{text}");
    assert_eq!(scene.pages().len(), 3);
    assert_ne!(scene.pages()[0].document, scene.pages()[2].document);
}

#[test]
fn a_procedure_s_name_stands_beside_no_numbers_of_others() {
    let mut scene = desk();
    scene.size(120, 40).keys("<F2>ks<Enter><F3><Enter><F4><F8>").sees("Hộ tịch: Khai sinh").keys("<Esc>");
    // Somebody else of the field waits: the field's two numbers are not two of Khai sinh.
    scene.keys("<F2>").types("khai tu").keys("<Enter><F8>").sees_not("Hộ tịch: Khai sinh");
    scene.sees_in_order(&["Hộ tịch", "Khai sinh"]);
}

#[test]
fn the_bar_counts_a_visit_of_yesterday_that_ends_today_as_the_tally_does() {
    let mut scene = desk_from("2026-11-20 16:00");
    scene.keys("<F2>ks<Enter><F2>vneid<Enter>").at("2026-11-21 08:00").keys("<Enter><Esc><Enter>");
    scene.keys("<F3><Enter><F4>").sees("│ Xong 1 │").sees("Rời đi 0");
    scene.keys("<F3>").after(minutes(2)).keys("<F7><Enter>").sees("│ Xong 1 │").sees("Rời đi 1");
    let proof = scene.tally().proof;
    assert_eq!((proof.carried_in, proof.served, proof.left), (2, 1, 1));
}

#[test]
fn the_bar_and_the_queue_agree_after_a_clock_was_set_back() {
    let mut scene = desk_from("2026-11-20 16:00");
    scene.keys("<F2>ks<Enter><F2>vneid<Enter>").at("2026-11-21 08:00").keys("<Enter><Esc><Enter>");
    scene.keys("<F3><Enter><F4>").at("2026-11-20 16:10").keys("<Esc>");
    scene.sees("Chờ 1").sees("Hàng chờ (1)").sees("│ Xong 1 │");
}

#[test]
fn a_visit_that_was_only_finished_is_done_and_not_filed() {
    let mut scene = desk();
    scene
        .size(100, 60)
        .keys("<F2>ks<Enter><F3><Enter>")
        .sees("Cách nộp: chưa ghi")
        .sees("Cách làm: chưa ghi")
        .keys("<F4>");
    let tally = scene.tally();
    assert_eq!((tally.assists, tally.outcomes.len(), tally.channel_not_noted), (1, 1, 1));
    assert_eq!((tally.filed, tally.channels.len(), tally.how.len(), tally.paid_online), (0, 0, 0, 0));
    // The figure is on the sheet, and opens to the visit.
    scene.keys("<F8>").sees("Chưa ghi cách nộp");
    scene.keys("<Enter>").types("chua ghi cach").sees("1 việc").keys("<Enter>").is_in(Place::Opened);
    scene.sees("Việc chưa ghi cách nộp: 1 việc; 1 dòng").sees("A001").is_sound();
}

#[test]
fn one_key_says_how_a_thing_was_filed_round_and_round() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter>").sees("= Cách nộp");
    for words in
        ["trực tuyến toàn trình", "trực tuyến một phần", "nộp giấy", "chưa nộp", "trực tuyến toàn trình"]
    {
        scene.keys("=").sees(&format!("Khai sinh (A001): {words}"));
    }
    // What will be recorded stands beside the name, also where its row is out of sight.
    scene
        .sees("Khai sinh ×1 (0/8) · trực tuyến toàn trình")
        .keys("<C-z>")
        .sees("(0/8) · chưa nộp")
        .keys("<C-y><F4>");
    let tally = scene.tally();
    assert_eq!((tally.filed, tally.filed_whole, tally.filed_online, tally.channel_not_noted), (1, 1, 1, 0));
    scene.is_sound();
}

#[test]
fn what_was_not_done_has_no_way_of_filing() {
    let mut scene = desk();
    scene.size(120, 90).keys("<F2>ks<Enter><F3><Enter>=").sees("Cách nộp: trực tuyến toàn trình");
    scene.keys("<End><Enter>otp<Enter>").sees("vướng: OTP không về").sees("Cách nộp: –");
    scene.keys("=").sees("không xong nên không có cách nộp").sees("Cách nộp: –");
    scene.keys("<F4>").sees("Đã kết thúc A001, vướng: OTP không về");
    let tally = scene.tally();
    assert_eq!((tally.assists, tally.filed, tally.channels.len(), tally.channel_not_noted), (1, 0, 0, 0));
    scene.is_sound();
}

#[test]
fn what_was_not_known_is_what_is_helped_with_now() {
    let mut scene = desk();
    scene.keys("<F2><Enter><F3><Enter>").sees("Chưa rõ nhu cầu").keys("<Insert>khai sinh<Enter>");
    scene.sees("Khai sinh ×1").sees_not("Chưa rõ").keys("<F6>").sees("Tạm giữ").sees_not("Chưa rõ");
    scene.keys("<F6><F6><F4>").sees("Đã kết thúc G001: 1 việc");
    let tally = scene.tally();
    let row = &tally.fields[0];
    assert_eq!((tally.fields.len(), row.field.as_str(), row.visits, row.assists), (1, "ho-tich", 1, 1));
    scene.keys("<F8><Enter>").types("viec da ho tro").keys("<Enter>").sees("Khai sinh").sees_not("Chưa rõ");
    scene.keys("<Esc><Esc><Esc><C-f>").sees("Khai sinh").sees_not("Chưa rõ").keys("<Esc>").is_sound();
}

#[test]
fn a_visit_that_is_done_in_part_says_both() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><Insert>2.000815<Enter><End><Enter>thieu<Enter>");
    scene.keys("<F4>").sees("Đã kết thúc A001: 1 việc; vướng: thiếu giấy tờ").is_sound();
}

#[test]
fn numbers_of_one_party_are_one_visit_of_its_people() {
    let mut scene = desk();
    scene.keys(&"<F2>ks<Enter>".repeat(4)).keys("2").sees("Hôm nay 1 lượt, 4 người");
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.persons, tally.proof.issued, tally.proof.mistaken), (1, 4, 3, 2));
    assert!(tally.proof.holds());
    scene.size(100, 200).keys("<F8>").sees("Đã cấp 3 + Quay lại 0 = Xong 0 + Rời đi 0 + Rút 2 + Còn mở 1");
    scene.sees("Số đã rút: A002, A003.").is_sound();
}

#[test]
fn the_union_is_told_of_those_who_were_served() {
    let mut scene = desk();
    scene.at("2026-11-21 08:00").keys("<F2>ks<F5><Enter><F2>vneid<Enter><F3><Enter><F4>");
    let report = {
        let store = Store::open(&scene.world().file(), Access::ReadOnly).unwrap();
        let desk = Desk::new(store, scene.world().clock.clone(), catalogue(), StationNo::FIRST);
        desk.report(Span::day("2026-11-21".parse::<Day>().unwrap())).unwrap()
    };
    assert_eq!((report.tally.visits, report.tally.proof.served, report.tally.served_persons), (2, 1, 2));
    let (forms, _) = motcua::papers::forms::Forms::load(None);
    let sheet = motcua::papers::forms::sheet(forms.get("report-union").unwrap(), &report, Lang::Vi);
    let text = motcua::papers::text::render(&sheet, 200);
    assert!(text.contains("đã tiếp 1 lượt với 2 người"), "{text}");
}
