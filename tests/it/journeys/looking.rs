//! The tally and the journal on screen, and the tally's page.

use motcua::domain::printing::Document;
use motcua::ui::keymap::Place;
use motcua::ui::{Event, PrintNews};

use crate::harness::{Scene, desk, minutes};

/// A morning in which one party was served, one left, one waits, and one number was taken back.
fn morning() -> Scene {
    let mut scene = desk();
    scene.size(80, 60).at("2026-11-21 08:00");
    scene.keys("<F2>ks<F5><Enter>").after(minutes(6)).keys("<F3><Enter><Space>").after(minutes(12));
    scene.keys("<F4><F2>2.000815<Enter><F3>").after(minutes(2)).keys("<F7><Enter>");
    scene.keys("<F2>vneid<Enter><F2>ks<Enter><C-z>").is_sound();
    scene
}

#[test]
fn the_tally_on_screen_has_the_days_figures_and_the_proof() {
    let mut scene = morning();
    scene
        .keys("<F8>")
        .is_in(Place::Tally)
        .sees("BẢNG TỔNG HỢP HỖ TRỢ TRONG NGÀY")
        .sees("Thứ Bảy, ngày 21 tháng 11 năm 2026");
    scene.keys("<End>").sees("Số đã rút: A002.");
    let all = scene.size(100, 200).screen();
    for words in ["Khai sinh", "Gọi không có mặt", "Quầy 1", "Nguyễn Thử Một"] {
        assert!(all.contains(words), "{words}\n{all}");
    }
    let proof = scene.tally().proof;
    assert_eq!((proof.issued, proof.served, proof.left, proof.open), (4, 1, 1, 1));
    let proof = "Số liệu khớp: Mang sang 0 + Đã cấp 4 + Quay lại 0 = Xong 1 + Rời đi 1 + Rút 1 + Còn mở 1.";
    let all = all.replace('\u{a0}', " ");
    assert!(all.split_whitespace().collect::<Vec<_>>().join(" ").contains(proof), "{all}");
    assert_eq!(scene.tally().waits.median, 6 * 60 + 2, "{:?}", scene.tally().waits);
}

#[test]
fn the_tally_goes_to_other_days_and_never_to_tomorrow() {
    morning()
        .keys("<F8><PageUp>")
        .sees("Thứ Sáu, ngày 20 tháng 11 năm 2026")
        .keys("<PageDown><PageDown>")
        .sees("Thứ Bảy, ngày 21 tháng 11 năm 2026")
        .keys("<PageUp><PageUp><Home>")
        .sees("Thứ Bảy, ngày 21 tháng 11 năm 2026")
        .keys("<Esc>")
        .is_in(Place::Queue);
}

#[test]
fn the_tally_follows_the_work_of_other_stations() {
    let mut scene = morning();
    let mut two = scene.station(2);
    scene.keys("<F8>");
    let before = scene.screen();
    two.keys("<F3><Enter><F4>");
    scene.tick();
    assert_ne!(scene.screen(), before);
}

#[test]
fn up_moves_a_line_right_after_end() {
    for keys in ["<F8>", "<F1>nhat ky<Enter>"] {
        let mut scene = morning();
        // A morning's journal fits the window; a day's does not.
        scene.size(80, 24).keys(&"<F2>ks<Enter><F2>vneid<Enter>".repeat(6)).keys(keys).keys("<End>");
        let end = scene.screen();
        scene.keys("<Up>");
        assert_ne!(scene.screen(), end, "{keys}");
    }
}

#[test]
fn f9_prints_one_page_of_what_the_screen_names() {
    let mut scene = morning();
    scene.keys("<F8><F9>").sees("[+] Không có máy in; đã lưu tệp: papers/bang-ngay-2026-11-21.pdf");
    scene.keys("<F9>").keys("<PageUp><F9>");
    let titles: Vec<&str> = scene.pages().iter().map(|page| page.title.as_str()).collect();
    assert_eq!(titles, ["bang-ngay-2026-11-21", "bang-ngay-2026-11-21", "bang-ngay-2026-11-20"]);
    for page in scene.pages() {
        let Document::Pdf(pdf) = &page.document else { panic!("{page:?}") };
        let text = String::from_utf8_lossy(pdf);
        assert!(pdf.starts_with(b"%PDF"));
        assert_eq!(
            text.matches("/Type/Page/").count() + text.matches("/Type /Page\n").count(),
            1,
            "one page"
        );
    }
    // At the queue it is the number of who is next, and nothing where nobody is named.
    scene.keys("<Esc><F1>k001 in giay").sees("> F9").keys("<Esc><F9>");
    assert_eq!(scene.pages().last().unwrap().title, "phieu-so-K001-2026-11-21");
    let mut empty = desk();
    empty.sees_not("F9").keys("<F9>").sees("[!] Chưa có số nào trên màn hình.");
    assert!(empty.pages().is_empty());
}

#[test]
fn the_journal_says_who_did_what_and_when_the_newest_first() {
    let mut scene = morning();
    scene.keys("<F1>nhat ky<Enter>").is_in(Place::Journal).sees("Nhật ký ngày 21/11/2026");
    scene.sees_in_order(&[
        "Hoàn tác: cấp số A002: Khai sinh",
        "Cấp số A002: Khai sinh (đã hoàn tác)",
        "Cấp số K001",
        "Ghi B001 rời đi: gọi không có mặt",
        "Gọi B001",
        "Kết thúc A001: 1 việc",
        "Đánh dấu bước 1 của Khai sinh (A001)",
        "Bắt đầu tiếp A001",
        "Gọi A001",
        "Cấp số A001: Khai sinh",
        "Mở ca sáng, 4 người trực",
        "Lưu thông tin trung tâm",
    ]);
    scene.keys("<PageDown>").sees("[!] Sau hôm nay chưa có gì; PgUp để xem trước đó.").is_in(Place::Journal);
    scene
        .size(120, 40)
        .sees("q1 Nguyễn Thử Một")
        .keys("<PageUp>")
        .sees_not("[!]")
        .sees("Chưa ghi việc nào trong ngày này.");
    scene.keys("<Home>").sees("Nhật ký ngày 21/11/2026").keys("<Esc>").is_in(Place::Queue);
}

#[test]
fn the_line_of_figures_counts_the_day() {
    morning().sees("Hôm nay 3 lượt, 4 người").sees("Chờ 1").sees("Xong 1").sees("Rời đi 1");
}

#[test]
fn a_long_path_is_shown_to_its_end() {
    let path = format!("/home/tinh-nguyen-vien/{}/tally-2026-11-21.pdf", "thu-muc-rat-dai/".repeat(6));
    let news = PrintNews { sentence: format!("Đã lưu tệp: {path}"), went_well: true };
    for (width, height) in [(80, 24), (60, 20)] {
        let mut scene = desk();
        scene.size(width, height).event(Event::Printed(news.clone()));
        let shown: String = scene.screen().split_whitespace().collect();
        assert!(shown.contains(&path[path.len() - 20..]), "{}", scene.screen());
    }
}
