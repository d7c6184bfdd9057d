//! The page of forms in the settings: what there is, a preview, a form written out to be edited, and one that is wrong.

use std::fs;
use std::path::PathBuf;

use motcua::lang::Lang;
use motcua::papers::forms::{self, ADMINISTRATION, TALLY, UNION};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

/// The keys that lead from the desk to the page.
const PAGE: &str = ":cd<Enter><PageDown><PageDown><PageDown><PageDown><PageDown>";

fn file(scene: &Scene, name: &str) -> PathBuf {
    forms::file_in(scene.world().folder(), name)
}

fn write(scene: &Scene, name: &str, text: &str) {
    fs::create_dir_all(scene.world().folder().join(forms::FOLDER)).unwrap();
    fs::write(file(scene, name), text).unwrap();
}

/// The built-in tally under another title.
fn with_title(title: &str) -> String {
    let text = forms::built_in(TALLY).unwrap();
    let line = text.lines().find(|line| line.starts_with("title = ")).unwrap();
    text.replacen(line, &format!("title = {{ vi = \"{title}\", en = \"{title}\" }}"), 1)
}

/// The built-in tally with a block of a kind that there is none of; and the line where that stands.
fn with_a_fault() -> (String, usize) {
    let text = forms::built_in(TALLY).unwrap().replacen("kind = \"proof\"", "kind = \"prof\"", 1);
    let line = text.lines().position(|line| line.contains("\"prof\"")).unwrap() + 1;
    (text, line)
}

#[test]
fn every_form_is_listed_with_its_folder() {
    let mut scene = desk();
    scene.keys(PAGE).is_in(Place::Forms).sees("[Mẫu giấy]").sees("có sẵn").sees_not("của đơn vị  ");
    let folder = scene.world().folder().join(forms::FOLDER);
    scene.size(160, 30).sees(&folder.display().to_string());
    for name in forms::Forms::names() {
        scene.sees(name);
    }
    scene.keys("<F1>doc lai<Enter>").sees("[+] Đã đọc lại: chưa có mẫu riêng");
    scene.keys("<PageUp>").is_in(Place::Settings).sees("[Máy này]");
    scene.keys("<PageDown><Esc>").is_in(Place::Queue);
    assert!(!folder.exists(), "looking makes no folder");
}

#[test]
fn a_form_is_previewed_with_the_figures_of_this_desk() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter>");
    let deeds = scene.deeds();
    scene.keys(PAGE).keys("<Enter>").is_in(Place::FormPreview);
    scene.sees("Xem thử «tally» · ngày 21/11/2026 · có sẵn").sees("BẢNG TỔNG HỢP");
    scene.keys("<End>").sees_not("BẢNG TỔNG HỢP").keys("<Home>").sees("BẢNG TỔNG HỢP");
    scene.keys("<PageDown>").sees_not("BẢNG TỔNG HỢP").keys("<PageUp>").sees("BẢNG TỔNG HỢP");
    scene.keys("<C-l>").sees("Preview of \"tally\"").sees("TALLY OF THE HELP DESK").keys("<C-l>");
    scene.keys("<Esc>").is_in(Place::Forms).sees("> tally");
    // A report is shown with the month.
    scene
        .keys("<Down><Enter>")
        .sees("Xem thử «report-administration» · tháng 11/2026 · có sẵn")
        .sees("BÁO CÁO");
    scene.keys("<Esc><Esc>").is_in(Place::Queue);
    assert_eq!((scene.deeds(), scene.pages().len()), (deeds, 0), "looking is no deed");
    scene.is_sound();
}

#[test]
fn a_form_is_copied_edited_and_used() {
    let mut scene = desk();
    scene.keys(PAGE).keys("<C-s>").sees("[+] Đã chép mẫu vào").sees("của đơn vị");
    assert_eq!(fs::read_to_string(file(&scene, TALLY)).unwrap(), forms::built_in(TALLY).unwrap());
    scene.keys("<C-s>").sees("giống mẫu có sẵn").sees_not("[!]");
    write(&scene, TALLY, &with_title("SỔ NGÀY"));
    scene.keys("<F1>doc lai<Enter>").sees("[+] Đã đọc lại: mẫu của đơn vị đang dùng là 1, không có lỗi.");
    scene.sees("Tệp để sửa: forms/tally.toml");
    scene.keys("<Enter>").sees("· của đơn vị").sees("SỔ NGÀY").keys("<Esc>");
    // What was just edited is shown without being read first.
    write(&scene, TALLY, &with_title("SỔ HÔM NAY"));
    scene.keys("<Enter>").sees("SỔ HÔM NAY").keys("<Esc><Esc><F8>").sees("SỔ HÔM NAY");
}

#[test]
fn a_file_that_was_changed_is_never_written_over() {
    let mut scene = desk();
    let mine = with_title("SỔ NGÀY");
    write(&scene, TALLY, &mine);
    scene.keys(PAGE).sees("của đơn vị").keys("<C-s>").sees("[!] ").sees("nên giữ nguyên");
    assert_eq!(fs::read_to_string(file(&scene, TALLY)).unwrap(), mine);
    scene.keys("<Enter>").sees("SỔ NGÀY");
}

#[test]
fn a_form_that_is_wrong_is_told_with_its_line_and_the_built_in_one_is_used() {
    let mut scene = desk();
    let (wrong, line) = with_a_fault();
    write(&scene, TALLY, &wrong);
    scene.keys(PAGE).sees(&format!("[!] lỗi: dòng {line}"));
    scene.sees(&format!("[!] forms/tally.toml, dòng {line}: «kind» không có giá trị «prof»"));
    scene.sees("Đang dùng mẫu có sẵn.");
    scene
        .keys("<Enter>")
        .sees("Xem thử «tally» · ngày 21/11/2026 · có sẵn")
        .sees("BẢNG TỔNG HỢP")
        .keys("<Esc>");
    // Of another form nothing is told; reading again leads to the one that is wrong.
    scene.keys("<Down>").sees("> report-administration").sees_not("«prof»");
    scene
        .keys("<F1>doc lai<Enter>")
        .sees("[!] Đã đọc lại: tệp mẫu có lỗi là 1")
        .sees("> tally")
        .sees("«prof»");
    scene.keys("<C-l>").sees(&format!("[!] error: line {line}")).sees("does not know \"prof\"").keys("<C-l>");
    fs::remove_file(file(&scene, TALLY)).unwrap();
    scene.keys("<F1>doc lai<Enter>").sees("[+] Đã đọc lại").sees_not("[!]");
}

#[test]
fn a_file_that_no_paper_is_called_after_is_told() {
    let mut scene = desk();
    write(&scene, "old", "");
    scene.keys(PAGE).sees("[!] forms/old.toml: không có giấy tờ nào tên «old»");
    scene.keys("<F1>doc lai<Enter>").sees("[!] Đã đọc lại: tệp mẫu có lỗi là 1");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let mut scene = desk();
    fs::write(scene.world().folder().join(forms::FOLDER), "in the way").unwrap();
    scene.keys(PAGE).keys("<C-s>").sees("[x] Không chép được mẫu vào");
    scene.keys("<Enter>").is_in(Place::FormPreview).sees("BẢNG TỔNG HỢP");
}

#[test]
fn the_notices_are_said_in_english_too() {
    let mut scene = desk();
    scene.lang(Lang::En).size(160, 40).keys(PAGE).sees("[Forms]").keys("<Down><Down><C-s>");
    scene.sees("[+] The form was copied to").keys("<C-s>").sees("already exists");
    write(&scene, UNION, &with_title("MINE"));
    scene
        .keys("<C-s>")
        .sees("is left as it is")
        .keys("<F1>read again<Enter>")
        .sees("1 of your own forms is in use");
    assert!(!file(&scene, ADMINISTRATION).exists());
}

#[test]
fn a_slip_has_no_figures_to_be_shown_with_and_is_checked_all_the_same() {
    let mut scene = desk();
    scene.keys(PAGE).keys("<Down><Down><Down><Down>").sees("> ticket").sees("không có số liệu của kỳ");
    scene.sees_not(" Enter Xem thử").keys("<Enter>").is_in(Place::Forms).sees_not("[!]");
    write(&scene, "ticket", "layout = \n");
    scene.keys("<F1>doc lai<Enter>").sees("[!] lỗi: dòng 1").sees("[!] forms/ticket.toml, dòng 1: ");
    fs::remove_file(file(&scene, "ticket")).unwrap();
    scene.keys("<C-s>").sees("[+] Đã chép mẫu vào").sees("Tệp để sửa: forms/ticket.toml");
    assert_eq!(fs::read_to_string(file(&scene, "ticket")).unwrap(), forms::built_in("ticket").unwrap());
}
