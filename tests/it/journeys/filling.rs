//! Every form is filled in one way: the arrows and Tab reach each of its rows, and what is typed there is never swallowed.

use motcua::desk::Command;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, first_start, office};
use crate::world::Says;

/// A letter that is typed stands in the row or below it, as what is looked for; and goes again.
#[track_caller]
fn takes_a_letter(scene: &mut Scene) {
    let count = |scene: &Scene| scene.screen().matches('z').count();
    let before = count(scene);
    scene.keys("z");
    assert!(count(scene) > before, "z was swallowed:\n{}", scene.screen());
    scene.keys("<Backspace>");
    assert_eq!(count(scene), before, "{}", scene.screen());
}

/// Walks down a form by the arrows, then by Tab, and types in each row.
#[track_caller]
fn walks(scene: &mut Scene, place: Place, rows: &[&str]) {
    for step in ["<Down>", "<Tab>"] {
        for row in rows {
            scene.is_in(place).sees(&format!("> {row}"));
            takes_a_letter(scene);
            scene.sees(&format!("> {row}")).keys(step);
        }
        // Back to the first row; Tab has gone round.
        scene.keys(&"<Up>".repeat(if step == "<Down>" { rows.len() } else { 0 }));
    }
}

#[test]
fn the_first_start() {
    let rows = ["Xã, phường", "Tên trung tâm", "Tên đội", "Tình nguyện viên đầu tiên", "Số của quầy này"];
    let mut scene = first_start();
    for row in rows {
        scene.sees(&format!("> {row}")).keys("<Backspace>zx").sees("zx").keys("<Down>");
    }
    // Nothing that is wrong is lost sight of, and F10 leads to the first of it.
    scene.keys("<F10>").sees_in_order(&["> Xã, phường", "[!] Chưa thấy xã này"]).is_in(Place::Setup);
}

#[test]
fn opening_a_shift() {
    let mut scene = office();
    scene.keys(&"<Up>".repeat(4));
    let rows = [
        "Ca: < ca sáng >",
        "[ ] Lê Thử Ba",
        "[ ] Phạm Thử Bốn",
        "[ ] Trần Thử Hai",
        "[x] Nguyễn Thử Một",
        "+ Thêm người",
    ];
    walks(&mut scene, Place::OpenShift, &rows);
    // Somebody is found by the name that they are called by.
    scene.keys("<Down>bon<Space>").sees("> [x] Phạm Thử Bốn").keys("ba").sees("> [ ] Lê Thử Ba");
    scene.keys("<Enter>").is_in(Place::Queue);
    assert_eq!(scene.console().model().shift.as_ref().unwrap().on_duty().len(), 2);
}

#[test]
fn a_name_that_was_typed_is_added_before_the_shift_opens() {
    let mut scene = office();
    scene.keys("<Tab>Võ Thử Năm<Up><F10>").is_in(Place::OpenShift).sees("[x] Võ Thử Năm");
    scene.keys("<F10>").is_in(Place::Queue);
    assert_eq!(scene.console().model().shift.as_ref().unwrap().on_duty().len(), 2);
}

#[test]
fn who_is_on_duty() {
    let mut scene = desk();
    scene.keys("<F1>them bot nguoi<Enter>");
    scene.keys(&"<Up>".repeat(5));
    let rows = ["Đến, về từ lúc", "[x] Lê", "[x] Phạm", "[x] Trần", "[x] Nguyễn", "+ Thêm người"];
    walks(&mut scene, Place::OpenShift, &rows);
    scene.keys("<S-Tab>Võ Thử Năm<Esc>").is_in(Place::Confirm).keys("<Esc>").sees("Võ Thử Năm");
}

#[test]
fn closing_a_shift() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ct<Enter><F1>dong ca<Enter>").is_in(Place::CloseShift);
    for row in ["A001  đang chờ", "B001  đang chờ", "Dặn ca sau"] {
        scene.sees(&format!("> {row}"));
        takes_a_letter(&mut scene);
        scene.keys("<Down>");
    }
    scene.keys("Hết mực<Up>gio").sees("< hết giờ >").sees("Hết mực");
    scene.keys("<Esc>").is_in(Place::Confirm).keys("<Esc>").sees("< hết giờ >").sees("Hết mực");
    scene.keys("<F10>2").is_in(Place::TakeOver).sees("Hết mực").is_sound();
    // Whatever screen the form was opened from.
    let mut scene = desk();
    scene.keys("<F8><F1>dong ca<Enter>Hết mực<F10>2").is_in(Place::TakeOver).sees("Hết mực").is_sound();
}

#[test]
fn who_asks() {
    let mut scene = desk();
    scene.world().desk(2).does(Command::SetHamlets(vec!["Thôn 1".into(), "Thôn Đông".into()]));
    scene.tick().keys("<F2>ks<Enter><C-o>");
    walks(&mut scene, Place::Person, &["Tuổi:", "Giới tính:", "Thôn, ấp, tổ:", "Điện thoại:"]);
    scene.keys("70<Backspace><Backspace><Down>na<Down>thon d<Down>khong co<Enter>");
    scene.sees("nam, Thôn Đông, không có");
}

#[test]
fn notes_ranges_remarks_and_files() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F1>ghi chu de<Enter>");
    walks(&mut scene, Place::Note, &["Ghi chú:"]);
    scene.keys("<Esc>").is_in(Place::Queue).keys("<F8><Insert>");
    walks(&mut scene, Place::Remark, &["Khó khăn", "Kiến nghị"]);
    scene.keys("<Esc>").is_in(Place::Tally).keys("<F1>khoang ngay<Enter>");
    walks(&mut scene, Place::Range, &["Từ ngày:", "Đến ngày:"]);
    scene.keys("<Esc>2<Esc><F1>danh muc<Enter><F1>nhap danh muc<Enter>");
    walks(&mut scene, Place::ImportFile, &["Tệp"]);
    // The name of a file is no loss.
    scene.keys("zx<Esc>").is_in(Place::Catalogue);
}

#[test]
fn printers() {
    let mut scene = desk();
    scene.keys("<F1>may in cua<Enter>");
    let rows = [
        "Giấy A4",
        "  Số bản: < 1 >",
        "  In hai mặt:",
        "  Khi đóng ca: < in bảng tổng hợp >",
        "Phiếu nhỏ",
        "  Giấy in phiếu: < cuộn 80 mm >",
        "  Chữ trên phiếu",
        "  In phiếu cùng mỗi số",
        "  Thêm một bản",
    ];
    walks(&mut scene, Place::Printers, &rows);
    scene.keys("<Down>7").sees("Số bản: < 7 >").keys("<Down><Down><Down><Down>58").sees("< cuộn 58 mm >");
    scene.keys("<Down><Down>luon").sees("tìm: luon").keys("<Left><Right>").sees("Số bản: < 7 >");
    scene.keys("<Esc>").is_in(Place::Confirm).keys("<Esc>").sees("Số bản: < 7 >").keys("<Esc>2");
    scene.is_in(Place::Queue);
}

#[test]
fn the_settings_page_by_page() {
    let pages: [&[&str]; 9] = [
        &["Xã, phường", "Tên trung tâm", "Tên đội", "Cảnh báo khi chờ quá"],
        &[
            "Cơ quan chủ quản",
            "Ký hiệu",
            "Địa danh",
            "Chức vụ",
            "Người ký",
            "Đội trưởng",
            "Nơi nhận",
            "Đoàn: cấp bộ",
            "Đoàn: ký hiệu",
            "Đoàn: ký thay mặt",
            "Đoàn: chức vụ",
            "Đoàn: người ký",
            "Đoàn: nơi nhận",
        ],
        &["Toàn trình + một phần", "Riêng toàn trình", "Nộp tiền", "Kích hoạt"],
        &["Thôn, ấp, tổ"],
        &["Số của quầy", "Ngôn ngữ: ", "Gõ tiếng Việt"],
        &[],
        &["Giờ làm việc", "Làm việc sáng thứ Bảy", "Ngày nghỉ riêng"],
        &["Ưu tiên : thường", "Gọi nhiều nhất", "Đợi sau khi gọi"],
        &[
            "Lý do vướng",
            "[x] chưa có mức 2",
            "[x] SIM",
            "[x] quên mật khẩu",
            "[x] thiếu giấy tờ",
            "[x] OTP",
            "[x] hệ thống lỗi",
            "[x] không có điện thoại",
            "[x] sai địa bàn",
            "[x] giấy tờ hết hạn",
            "[x] không muốn",
        ],
    ];
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter>");
    for rows in pages {
        for row in rows {
            scene.sees(&format!("> {row}"));
            takes_a_letter(&mut scene);
            scene.keys("<Down>");
        }
        scene.keys("<PageDown>");
    }
    scene.keys("<Esc>").is_in(Place::Queue);
    // What is wrong stays where it was typed, whatever is filled in meanwhile; the page is not left with it.
    scene.keys("<F1>cai dat<Enter><PageDown><PageDown>0<Down>65<Down>").sees("[!] Chỉ tiêu từ 1");
    scene
        .sees("Riêng toàn trình, %:")
        .sees(" 65")
        .keys("<PageDown>")
        .sees_in_order(&["> Toàn trình", "[!] Chỉ tiêu từ 1"]);
    assert_eq!(scene.world().desk(3).paperwork().unwrap().targets.whole, Some(65));
    scene.keys("<Esc>").sees_not("[!]").keys("<Esc>").is_in(Place::Queue).is_sound();
}

#[test]
fn a_value_of_the_settings_is_found_by_typing_and_saved_as_its_row_is_left() {
    let mut scene = desk();
    scene.keys(&format!("<F1>cai dat<Enter>{}<Down>eng", "<PageDown>".repeat(4)));
    scene.sees("< English >").sees("chưa ghi").keys("<Down>").sees("> Vietnamese typing");
    scene.keys("vni<Up>").sees("< VNI >").sees("> Language").keys("<Space>").sees("> Ngôn ngữ");
    let page = "<PageDown>".repeat(4);
    scene.keys(&page).sees("[Vướng]").keys("<Down>khong ve<Space>").sees("> [ ] ").sees("[+]");
    assert!(!scene.world().desk(3).paperwork().unwrap().reasons.offers(motcua::domain::StuckReason::NoOtp));
    scene.is_sound();
}

#[test]
fn an_entry_of_the_catalogue() {
    let mut scene = desk();
    scene.keys("<F1>danh muc<Enter><Insert>").is_in(Place::EntryForm);
    let mut reached = Vec::new();
    for _ in 0..60 {
        let row = |scene: &Scene| {
            let screen = scene.screen();
            let line = screen.lines().find(|line| line.starts_with(" > ")).unwrap_or_default().to_owned();
            line.chars().take(33).collect::<String>()
        };
        let before = row(&scene);
        takes_a_letter(&mut scene);
        scene.keys("<Down>");
        reached.push(before.clone());
        if row(&scene) == before {
            break;
        }
    }
    assert_eq!((reached[0].trim_end(), reached.len()), (" > Mã:", 47), "{reached:?}");
    // What is wrong is told where it stands and goes with it; Enter stays there.
    scene.keys(&"<Up>".repeat(50)).sees_in_order(&["> Mã", "[!] "]).keys("1.001193<Enter>");
    scene.sees_in_order(&["> Mã", "[!] Mã này đã có trong danh mục"]);
}

#[test]
fn the_end_of_an_entry() {
    let mut scene = desk();
    scene.keys("<F1>danh muc<Enter>1.000419<F1>dat ngay ngung<Enter>");
    walks(&mut scene, Place::Ending, &["Ngày cuối", "Mục thay thế"]);
    scene.keys("zx<Esc>").is_in(Place::Confirm).keys("2").is_in(Place::Catalogue);
}

#[test]
fn what_was_typed_outlives_a_shift_that_another_station_closed() {
    let mut one = desk();
    let mut two = one.station(2);
    let mut three = one.station(3);
    one.keys("<F2>ks<Enter><F1>dong ca<Enter><Down>Máy in hết mực");
    three.tick().keys("<F1>them bot nguoi<Enter><Tab>Võ Thử Năm");
    two.tick().keys("<F1>dong ca<Enter><F10>2").is_in(Place::TakeOver);
    one.tick().is_in(Place::CloseShift).sees("Máy in hết mực").keys("<F10>2").sees("[!] ");
    one.is_in(Place::CloseShift).sees("Máy in hết mực").keys("<Esc>2").is_in(Place::TakeOver).is_sound();
    three.tick().sees("Võ Thử Năm").keys("<Enter>").is_in(Place::OpenShift).sees("[x] Võ Thử Năm");
}
