//! The tally and the statistics by spans: day, shift, week, month, quarter, half-year, year, any range.

use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes, office};

/// A desk with one visit served, one waiting.
fn morning() -> Scene {
    let mut scene = desk();
    scene.at("2026-11-21 08:00");
    scene.keys("<F2>ks<F5><Enter>").after(minutes(6)).keys("<F3><Enter><F4><F2>ks<Enter>");
    scene
}

#[test]
fn tab_goes_through_every_kind_of_span_and_back_to_the_day() {
    let mut scene = morning();
    scene
        .keys("<F8>")
        .is_in(Place::Tally)
        .sees("< Thứ Bảy, ngày 21 tháng 11 năm 2026 >")
        .sees("Tab: ca sáng");
    for title in [
        "< Ca sáng, thứ bảy, ngày 21 tháng 11 năm 2026 >",
        "< Tuần từ 16/11/2026 đến 22/11/2026 >",
        "< Tháng 11/2026 (từ 01/11/2026 đến 30/11/2026) >",
        "< Tháng 12/2026 (từ 15/11/2026 đến 14/12/2026) >",
        "< Quý 4/2026 (từ 01/10/2026 đến 31/12/2026) >",
        "< Quý 4/2026 (từ 15/09/2026 đến 14/12/2026) >",
        "< 6 tháng cuối năm 2026 (từ 01/07/2026 đến 31/12/2026) >",
        "< 6 tháng cuối năm 2026 (từ 15/06/2026 đến 14/12/2026) >",
        "< Năm 2026 (từ 01/01/2026 đến 31/12/2026) >",
        "< Năm 2026 (từ 15/12/2025 đến 14/12/2026) >",
        "< Thứ Bảy, ngày 21 tháng 11 năm 2026 >",
    ] {
        scene.keys("<Tab>").sees(title).sees_not("Đang tính");
    }
    scene.keys("<S-Tab>").sees("< Năm 2026 (từ 15/12/2025 đến 14/12/2026) >");
}

#[test]
fn page_up_and_down_walk_by_the_span_and_never_into_the_future() {
    let mut scene = morning();
    scene
        .keys("<F8><Tab><Tab><Tab><PageUp><PageUp>")
        .sees("< Tháng 9/2026")
        .keys("<PageDown>")
        .sees("< Tháng 10/2026")
        .keys("<PageDown><PageDown><PageDown>")
        .sees("< Tháng 11/2026")
        .keys("<PageUp><PageUp><Home>")
        .sees("< Tháng 11/2026")
        // The day in mind is the one that was looked at, not the first of the month.
        .keys("<S-Tab><S-Tab><S-Tab>")
        .sees("< Thứ Bảy, ngày 21 tháng 11 năm 2026 >");
}

#[test]
fn a_shift_walks_to_the_shifts_around_it() {
    let mut scene = morning();
    scene.keys("<F1>dong ca<Enter><F10>2").at("2026-11-21 13:30").keys("<Esc><Enter>").is_in(Place::Queue);
    scene
        .keys("<F8><Tab>")
        .sees("< Ca sáng")
        .keys("<Tab>")
        .sees("< Ca chiều")
        .keys("<PageDown>")
        .sees("< Ca chiều");
    scene.keys("<PageUp>").sees("< Ca sáng").keys("<PageUp>").sees("< Thứ Sáu, ngày 20 tháng 11 năm 2026 >");
}

#[test]
fn a_long_span_says_that_it_counts_before_it_does() {
    let mut scene = morning();
    scene
        .keys("<F8>")
        .burst("<S-Tab>")
        .sees("Năm 2026")
        .sees("Đang tính…")
        .sees_not("ĐỘC LẬP")
        .sees_not("Độc lập");
    assert!(scene.console().wake_in().is_zero());
    scene.tick().sees_not("Đang tính…").sees("Độc lập - Tự do - Hạnh phúc");
    assert!(!scene.console().wake_in().is_zero());
    // Several years back in one burst are counted once, and going back to the desk owes nothing.
    scene.burst("<PageUp><PageUp><PageUp>").sees("Năm 2023").sees("Đang tính…").burst("<Esc>");
    scene.is_in(Place::Queue);
    assert!(!scene.console().wake_in().is_zero());
}

#[test]
fn a_year_rests_while_others_work_and_is_brought_up_to_date_after_a_minute() {
    let mut scene = morning();
    let mut two = scene.station(2);
    scene.size(80, 80).keys("<F8><S-Tab><Right><Right><Right>").sees("Đã cấp 2");
    two.keys("<F2>ks<Enter>");
    scene.tick().sees("Đã cấp 2");
    assert!(!scene.console().wake_in().is_zero());
    scene.after(minutes(2)).tick().sees("Đã cấp 3");
    // A day follows at once, and so does what was done here.
    scene.keys("<Tab>").sees("Đã cấp 3");
    two.keys("<F2>ks<Enter>");
    scene.tick().sees("Đã cấp 4").keys("<S-Tab>").sees("Đã cấp 4");
}

#[test]
fn any_range_is_typed_and_shown() {
    let mut scene = morning();
    scene
        .keys("<F8><F1>khoang ngay<Enter>")
        .is_in(Place::Range)
        .sees("Khoảng ngày")
        .sees("Từ ngày: 21/11/2026");
    scene.keys("1/11/2026<Tab>21-11-2026<Enter>").is_in(Place::Tally);
    scene.sees("< Từ 01/11/2026 đến 21/11/2026 >");
    scene.keys("<PageUp>").sees("< Từ 11/10/2026 đến 31/10/2026 >");
    // Tab goes on with the day.
    scene.keys("<Tab>").sees("< Thứ Bảy, ngày 31 tháng 10 năm 2026 >");
}

#[test]
fn a_wrong_range_is_told_under_the_fields_and_changes_nothing() {
    let mut scene = morning();
    scene.keys("<F8><F1>khoang ngay<Enter>").is_in(Place::Range);
    for (typed, flaw) in [
        ("<C-u>31/2/2026", "[!] Đây không phải một ngày có thật."),
        ("<C-u>hôm qua", "[!] Đây không phải một ngày có thật."),
        ("<C-u>22/11/2026<Tab><C-u>21/11/2026", "[!] Ngày cuối đứng trước ngày đầu."),
        ("<C-u>30/11/2026", "[!] Kỳ này chưa bắt đầu."),
        ("<S-Tab><C-u>1/1/1990", "[!] Kỳ dài nhất là 10 năm."),
    ] {
        scene.keys(typed).sees_not("[!]").keys("<Enter>").sees(flaw).is_in(Place::Range);
    }
    // What was typed is not lost by one key.
    scene.keys("<Esc>").is_in(Place::Confirm).keys("2").is_in(Place::Tally);
    scene.sees("< Thứ Bảy, ngày 21 tháng 11 năm 2026 >").is_sound();
}

#[test]
fn statistics_and_tally_share_the_span() {
    let mut scene = morning();
    scene
        .keys("<F1>thong ke bang<Enter>")
        .is_in(Place::Statistics)
        .sees("[1 Giờ]")
        .sees("Lượt theo giờ trong ngày");
    scene.keys("<Tab><Tab>").sees("< Tuần từ").keys("<F8>").is_in(Place::Tally).sees("< Tuần từ");
    scene
        .keys("<Tab><F1>thong ke bang<Enter>")
        .is_in(Place::Statistics)
        .sees("< Tháng 11/2026")
        .keys("<PageUp>")
        .sees("< Tháng 10/2026");
    scene.sees("Kỳ này chưa có số liệu.").keys("<Esc>").is_in(Place::Queue);
}

#[test]
fn statistics_are_there_before_a_shift_is_open() {
    office().keys("<F1>thong ke bang<Enter>").is_in(Place::Statistics).keys("<Esc>").is_in(Place::OpenShift);
}

#[test]
fn the_pages_of_the_statistics_have_keys_and_digits() {
    let mut scene = morning();
    scene.keys("<F1>thong ke bang<Enter>");
    for (key, page, words) in [
        ("2", "[2 Giờ × thứ]", "Đông nhất: thứ Bảy lúc 8 giờ, 2 lượt."),
        ("3", "[3 Chờ]", "Tính trên 1 lượt."),
        ("<Right>", "[4 Thủ tục]", "Khai sinh"),
        ("5", "[5 Vướng mắc]", "Không có việc nào vướng."),
        ("6", "[6 Chỉ tiêu]", "Phần đóng góp của bàn hỗ trợ"),
        ("<Right>", "[1 Giờ]", "8h"),
        ("<Left>", "[6 Chỉ tiêu]", "Ngày và ca không so với kỳ trước"),
    ] {
        scene.keys(key).sees(page).sees(words);
    }
    scene
        .keys("<Tab><Tab>")
        .sees("So với từ 09/11/2026 đến 14/11/2026")
        .sees("Kỳ này chưa hết: số liệu đến 21/11/2026");
}

#[test]
fn a_paper_of_a_month_has_a_name_of_its_own() {
    let mut scene = morning();
    scene.keys("<F8><Tab><Tab><Tab><F9>").sees("bao-cao-2026-11.pdf");
    assert_eq!(scene.pages().len(), 1);
}

#[test]
fn the_same_figures_stand_on_each_paper() {
    let mut scene = morning();
    scene.keys("<F8>").sees("BẢNG TỔNG HỢP");
    scene.keys("<Right>").sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").keys("<F9>");
    scene.keys("<Right>").sees("BCH ĐOÀN").keys("<F9>");
    // The form stays while the span changes, and comes round again.
    scene.keys("<Tab>").sees("BCH ĐOÀN").keys("<Home>");
    scene.keys("<Left><Left>").sees("BẢNG TỔNG HỢP");
    let names: Vec<&str> = scene.pages().iter().map(|page| page.file_name.as_str()).collect();
    assert_eq!(names, ["bao-cao-2026-11-21.pdf", "bao-cao-doan-2026-11-21.pdf"]);
}

#[test]
fn a_period_is_written_as_files_by_one_key() {
    let mut scene = morning();
    scene.keys("<F8><Tab><Tab><Tab><C-s>").sees("[+] Đã ghi PDF, Word, bảng tính, CSV vào papers");
    let names: Vec<&str> = scene.files().iter().map(|(name, _)| name.as_str()).collect();
    let name = |ending: &str| format!("bao-cao-2026-11.{ending}");
    assert_eq!(names, ["pdf", "docx", "xlsx", "csv"].map(name));
    for (name, bytes) in scene.files() {
        let head: &[u8] = match name.rsplit_once('.').unwrap().1 {
            "pdf" => b"%PDF",
            "csv" => "\u{feff}table,".as_bytes(),
            _ => b"PK",
        };
        assert!(bytes.starts_with(head), "{name}");
    }
}

#[test]
fn an_office_s_own_form_is_used_and_a_broken_one_is_told_and_left_alone() {
    let mut scene = morning();
    let folder = scene.world().folder().join("forms");
    std::fs::create_dir_all(&folder).unwrap();
    let built_in = motcua::papers::forms::built_in("tally").unwrap();
    let own = built_in.replace("BẢNG TỔNG HỢP", "SỔ TAY");
    assert_ne!(own, built_in);
    std::fs::write(folder.join("tally.toml"), &own).unwrap();
    scene.keys("<F8>").sees("SỔ TAY");
    let broken = format!("{own}\n[[block]]\nkind = \"table\"\nof = \"nothing\"\n");
    std::fs::write(folder.join("tally.toml"), &broken).unwrap();
    scene.keys("<Esc><F8>").sees("tally.toml, dòng").sees("BẢNG TỔNG HỢP");
    assert_eq!(std::fs::read_to_string(folder.join("tally.toml")).unwrap(), broken);
}
