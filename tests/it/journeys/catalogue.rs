//! The catalogue's screen: finding, reading, changing, ending, importing, and what becomes of all that in a tally.

use std::fs;

use motcua::domain::catalogue::State;
use motcua::domain::{Code, System};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, desk_from};
use crate::world::catalogue;

/// Opens the screen and puts the cursor on an entry.
fn on(scene: &mut Scene, code: &str) {
    scene.keys("<F1>danh muc<Enter>").is_in(Place::Catalogue).types(code).sees(&format!("> {code}"));
}

fn state(scene: &Scene, code: &str) -> Option<State> {
    let mut desk = scene.world().desk(3);
    let day = desk.load().unwrap().day;
    desk.catalogue().state_on(&Code::new(code), day)
}

#[test]
fn every_entry_is_found_also_one_that_is_not_offered() {
    let mut scene = desk();
    scene
        .at("2026-11-21 08:00")
        .keys("<F1>danh muc<Enter>")
        .is_in(Place::Catalogue)
        .sees("Danh mục thủ tục và kỹ năng");
    scene.types("khia sinh").sees("> 1.001193").sees("Khai sinh").sees("mặc định");
    scene.keys("<C-u>zzzzqq").sees("Không có dòng nào khớp.").keys("<Enter>").is_in(Place::Catalogue);
    let off = catalogue().all().iter().find(|entry| entry.local).unwrap().clone();
    scene.keys("<C-u>").types(&off.code.0).sees("chưa bật");
    // Esc first takes back what was typed.
    scene.keys("<Esc>").is_in(Place::Catalogue).keys("<Esc>").is_in(Place::Queue);
    scene.keys("<F1>danh muc<Enter>").is_in(Place::Catalogue).keys("<Esc>").is_in(Place::Queue);
}

#[test]
fn an_entry_is_read_without_a_visit_and_while_a_number_is_given() {
    let mut scene = desk();
    on(&mut scene, "1.001193");
    scene.keys("<Enter>").is_in(Place::Handbook).sees("Đăng ký khai sinh").sees("Kiểm tra trước");
    scene.keys("<End>").sees("Người dân còn gọi là").sees("nộp sau 15:00 thì sang ngày làm");
    scene.keys("<Esc><Esc><Esc>").is_in(Place::Queue);
    // A skill is learned, not filed.
    on(&mut scene, "KN01");
    scene.keys("<Enter>").is_in(Place::Handbook).sees_not("Nộp ở đâu").keys("<End>").sees_not("Nộp ở đâu");
    scene.keys("<Esc>").is_in(Place::Catalogue);
    scene
        .keys("<Esc><Esc><F2>")
        .types("khai tu")
        .keys("<F1>doc huong dan<Enter>")
        .is_in(Place::Handbook)
        .sees("Đăng ký khai tử");
    scene.keys("<Esc>").is_in(Place::Intake).keys("<Enter>").sees("Đã cấp số A001");
}

/// The words of a text; one that is longer than a line cannot stand whole.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().count() <= 70)
}

#[test]
fn every_entry_is_read_at_80_by_24_in_both_languages_and_no_word_is_cut() {
    for lang in [Lang::Vi, Lang::En] {
        let mut scene = desk();
        // From one to the next as the list has them.
        scene.lang(lang).size(80, 24).keys(":dm<Enter>");
        for entry in catalogue().all() {
            scene.keys("<Enter>").is_in(Place::Handbook);
            let mut seen = String::new();
            loop {
                let screen = scene.screen();
                seen.push_str(&screen);
                seen.push('\n');
                if scene.keys("<PageDown>").screen() == screen {
                    break;
                }
            }
            let shown: std::collections::HashSet<&str> = seen.split_whitespace().collect();
            let lists = [&entry.papers, &entry.before, &entry.steps, &entry.warnings];
            let texts = [Some(&entry.name), entry.time_limit.as_ref(), entry.fee.as_ref()];
            let all = lists
                .into_iter()
                .flat_map(|list| lang.pick(list))
                .chain(texts.into_iter().flatten().map(|text| lang.pick(text)));
            for word in all.flat_map(|text| words(text)) {
                assert!(shown.contains(word), "{}: «{word}» is not whole in\n{seen}", entry.code);
            }
            let bare = |word: &str| word.trim_end_matches(',').to_owned();
            let said: std::collections::HashSet<String> = shown.iter().map(|word| bare(word)).collect();
            for alias in entry.aliases.iter().flat_map(|alias| words(alias)) {
                assert!(said.contains(&bare(alias)), "{}: «{alias}»\n{seen}", entry.code);
            }
            scene.keys("<Esc><Down>");
        }
    }
}

#[test]
fn an_entry_is_changed_and_dropped_again() {
    let mut scene = desk();
    on(&mut scene, "KN17");
    scene.keys("<C-e>").is_in(Place::EntryForm).sees("Sửa KN17");
    scene
        .keys("<C-u>")
        .types("Zalo của xã Thử Nghiệm")
        .sees("Chưa ghi")
        .keys("<F10>")
        .is_in(Place::Catalogue);
    scene.sees("sửa tại bàn");
    assert_eq!(state(&scene, "KN17"), Some(State::Changed));
    // What was typed is not lost by one key.
    scene.keys("<C-e>x<Esc>").is_in(Place::Confirm).keys("<Enter>").is_in(Place::EntryForm);
    scene.keys("<Esc>2").is_in(Place::Catalogue).sees("sửa tại bàn");
    scene.keys("<Delete>").is_in(Place::Confirm).keys("<Enter>").is_in(Place::Catalogue).sees("sửa tại bàn");
    scene.keys("<Delete>2").is_in(Place::Catalogue).sees("mặc định");
    scene.keys("<C-z>").sees("sửa tại bàn").keys("<C-z>").sees("mặc định");
    scene.is_sound();
}

#[test]
fn a_new_entry_is_checked_on_the_spot_and_can_be_given_at_once() {
    let mut scene = desk();
    scene.keys("<F1>danh muc<Enter><Insert>").is_in(Place::EntryForm).sees("Thêm một mục vào danh mục");
    // The code first: taken, then free.
    scene.types("1.001193").keys("<Enter>").sees_in_order(&["> Mã", "[!] Mã này đã có trong danh mục"]);
    scene.keys("<C-u>").types("XA01").keys("<Tab>").sees_not("[!]");
    // Nothing is kept while something is missing, and the field that lacks it gets the keys.
    scene.keys("<F10>").is_in(Place::EntryForm).sees_in_order(&["> Tên (Việt)", "[!] Phải có chữ"]);
    scene.types("Mượn nhà văn hóa").keys("<Tab><Tab>").types("Mượn nhà văn hóa").keys("<Tab><Tab>");
    scene.types("nvh").keys("<Enter>").types("mượn hội trường").keys("<F10>");
    scene.sees_in_order(&["> Các bước (Việt)", "[!] Ghi 1 đến 20 bước"]);
    scene.types("Hỏi ngày cần mượn").keys("<Enter>").types("Ghi vào sổ");
    // Dates and days.
    scene
        .keys("<Tab><Tab><Tab><Tab><Tab><Tab>")
        .sees("> Số ngày làm việc")
        .types("x<Tab>".trim_end_matches("<Tab>"));
    scene.keys("<Enter>").sees("[!] Ghi một số từ 1 đến 1.000");
    scene.keys("<C-u>2<F10>").is_in(Place::Catalogue).sees("> XA01").sees("của bàn này");
    assert_eq!(state(&scene, "XA01"), Some(State::Added));
    scene.keys("<Esc><F2>").types("nha van hoa").keys("<Enter>").sees("Đã cấp số").is_sound();
}

#[test]
fn what_an_entry_relies_on_and_what_follows_from_a_missing_precondition_are_changed() {
    let mut scene = desk();
    on(&mut scene, "1.001193");
    // From the first of its texts down to the second precondition: what is missing there sends to another office.
    scene.keys("<C-e>").is_in(Place::EntryForm);
    scene.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>").sees("> Kiểm tra trước (Việt)");
    // A line before the others: what follows goes with its words.
    scene.keys("<Up><Up><Home>").types("Hỏi tên bé").keys("<Enter><Tab>");
    scene.keys("<Up><Up><Home>").types("Ask the name of the child").keys("<Enter><Tab>");
    scene.sees("> Thiếu điều kiện 1 thì vướng").keys("<Tab><Tab><Tab>").sees("> Thiếu điều kiện 4 thì vướng");
    scene.keys("<Tab>").sees("> Các bước (Việt)");
    for _ in 0..40 {
        if scene.screen().contains("> Cần điện") {
            break;
        }
        scene.keys("<Tab>");
    }
    scene.keys("<Space><Tab><Tab><Tab><Tab>").sees("> Cần kiểm tra: Tên").keys("<Space><F10>");
    scene.is_in(Place::Catalogue).sees("sửa tại bàn");
    let entry = scene.world().desk(3).catalogue_now().unwrap().get(&Code::new("1.001193")).unwrap().clone();
    let was = catalogue().get(&Code::new("1.001193")).unwrap().clone();
    assert_eq!(entry.before.vi.len(), was.before.vi.len() + 1);
    assert_eq!(entry.before_if_not[1..], was.before_if_not[..]);
    assert_eq!(entry.before_if_not[0], None);
    assert!(entry.systems.contains(&System::Power) && !was.systems.contains(&System::Power));
    assert!(entry.check_locally.contains(&"name".to_owned()));
    scene.is_sound();
}

#[test]
fn an_entry_ends_is_replaced_and_is_offered_again() {
    let mut scene = desk();
    on(&mut scene, "1.000419");
    scene
        .keys("<F1>dat ngay ngung<Enter>")
        .is_in(Place::Ending)
        .keys("<Enter>")
        .sees("[!]")
        .is_in(Place::Ending);
    scene.types("28/02/2027").keys("<Tab>").types("khai tu").sees("> 1.000656").keys("<Enter>");
    scene.is_in(Place::Catalogue).sees("ngừng sau 28/02/2027");
    scene.keys("<Enter>").sees("Được thay bằng Khai tử (1.000656)").keys("<Esc>");
    // Both fields emptied: offered again.
    scene
        .keys("<F1>dat ngay ngung<Enter><C-u><Tab><C-u><Enter>")
        .is_in(Place::Catalogue)
        .sees_not("ngừng sau");
    assert!(state(&scene, "1.000419").unwrap().is_offered());
    scene.keys("<F1>dat ngay ngung<Enter>").types("01/01/2026").keys("<Enter>").sees("đã ngừng 01/01/2026");
    scene.keys("<Esc><Esc><F2>").types("khai tu luu dong").sees_not("1.000419");
    scene.is_sound();
}

#[test]
fn the_need_that_is_not_known_cannot_end() {
    let mut scene = desk();
    on(&mut scene, "KHAC");
    // The list of what is possible does not offer it.
    scene.keys("<F1>dat ngay ngung").sees("Không có dòng nào khớp").keys("<Esc>").is_in(Place::Catalogue);
}

#[test]
fn a_local_service_is_turned_on_and_off() {
    let mut scene = desk();
    let local = catalogue().all().iter().find(|entry| entry.local).unwrap().clone();
    scene.keys("<F2>").types(&local.code.0).sees("Không thấy").keys("<Esc>");
    on(&mut scene, &local.code.0);
    scene
        .sees("chưa bật")
        .keys("<F1>bat tat<Enter>")
        .sees_not("chưa bật")
        .keys("<Esc><Esc><F2>")
        .types(&local.code.0);
    scene.keys("<Enter>").sees("Đã cấp số");
    on(&mut scene, &local.code.0);
    scene.keys("<F1>bat tat<Enter>").sees("chưa bật").is_sound();
}

#[test]
fn an_entry_is_moved_up_and_down() {
    let mut scene = desk();
    let first: Vec<Code> = catalogue().all().iter().take(3).map(|entry| entry.code.clone()).collect();
    let order = |scene: &Scene| -> Vec<Code> {
        let mut desk = scene.world().desk(3);
        desk.load().unwrap();
        desk.catalogue().all().iter().take(3).map(|entry| entry.code.clone()).collect()
    };
    scene.keys("<F1>danh muc<Enter><Down><F1>dua muc len<Enter>");
    assert_eq!(order(&scene), [first[1].clone(), first[0].clone(), first[2].clone()]);
    scene.sees(&format!("> {}", first[1])).keys("<F1>dua muc xuong<Enter>");
    assert_eq!(order(&scene), first);
    scene.keys("<F1>dua muc xuong<Enter>");
    assert_eq!(order(&scene), [first[0].clone(), first[2].clone(), first[1].clone()]);
    scene.keys("<C-z><C-z><C-z>");
    assert_eq!(order(&scene), first);
}

/// A file that ends an entry and brings its successor, as a law's date wants it.
fn law(scene: &Scene) {
    let mut old = catalogue().get(&Code::new("1.001193")).unwrap().clone();
    old.valid_until = None;
    let mut new = old.clone();
    new.code = Code::new("4.000001");
    new.name.vi = "Đăng ký khai sinh theo Luật Hộ tịch 2026".into();
    new.short.vi = "Khai sinh (luật mới)".into();
    new.valid_from = "2027-03-01".parse().unwrap();
    new.replaces = vec![old.code];
    let text = motcua::domain::catalogue::to_toml(&[], &[], [&new]);
    fs::write(scene.world().folder().join("luat.toml"), text).unwrap();
}

#[test]
fn a_changed_law_is_walked_through_from_its_file_to_the_tally() {
    let mut scene = desk_from("2027-02-27 08:00");
    law(&scene);
    scene.keys("<F1>danh muc<Enter><F1>nhap tep<Enter>").is_in(Place::ImportFile);
    scene.types("khong-co.toml").keys("<Enter>").sees("Không đọc được tệp").is_in(Place::ImportFile);
    scene.keys("<C-u>").types("luat.toml").keys("<Enter>").is_in(Place::ImportPreview);
    scene.sees("Thêm 1, sửa 0").sees("+ 4.000001 Khai sinh (luật mới)");
    // What it ends is told, too, though the file does not name it.
    scene.sees("1.001193 Khai sinh").sees("28/02/2027");
    // Esc leaves everything as it is.
    scene.keys("<Esc>").is_in(Place::Catalogue);
    assert_eq!(state(&scene, "4.000001"), None);
    scene.keys("<F1>nhap tep<Enter>").types("luat.toml").keys("<Enter><Enter>").is_in(Place::Catalogue);
    assert!(matches!(state(&scene, "4.000001"), Some(State::Begins(_))));
    assert!(matches!(state(&scene, "1.001193"), Some(State::Ends(_))));
    // The same file again brings nothing.
    scene
        .keys("<F1>nhap tep<Enter>")
        .types("luat.toml")
        .keys("<Enter>")
        .sees("không có gì để nhập")
        .keys("<Esc>");
    // Before the day the old one is given, from the day on the new one, by the same few letters.
    scene
        .keys("<Esc><F2>")
        .types("ks")
        .sees("1.001193")
        .sees_not("4.000001")
        .keys("<Enter>")
        .sees("Đã cấp số A001");
    scene.keys("<F3><Enter><F4>").at("2027-03-01 08:00").is_in(Place::Forgotten);
    scene.keys("<Enter>").is_in(Place::OpenShift).keys("<Enter>").is_in(Place::Queue);
    scene
        .keys("<F2>")
        .types("ks")
        .sees("4.000001")
        .sees_not("1.001193")
        .keys("<Enter>")
        .sees("Đã cấp số A001");
    scene.keys("<F3><Enter><F4>").is_sound();
    // The tally of the day counts it under its own code.
    assert!(format!("{:?}", scene.tally()).contains("4.000001"));
    scene.keys("<F1>danh muc<Enter>").types("1.001193").sees("đã ngừng 28/02/2027");
}

#[test]
fn a_file_with_a_flaw_is_told_with_its_line_and_key() {
    let mut scene = desk();
    let deeds = scene.deeds();
    let good = motcua::domain::catalogue::to_toml(&[], &[], [catalogue().get(&Code::new("KN01")).unwrap()]);
    for (bad, told) in [
        (good.replace("online = ", "onlin = "), "onlin"),
        (good.replace("field = \"ky-nang\"", "field = \"la\""), "không có lĩnh vực «la»"),
        (format!("{good}\n{good}"), "có hai lần"),
        (good.replace("steps.vi = [", &format!("steps.vi = [\n  \"{}\",", "a".repeat(10_000))), "steps"),
        (String::from("\u{0}"), "Dòng 1"),
    ] {
        fs::write(scene.world().folder().join("sai.toml"), bad).unwrap();
        scene
            .keys("<F1>danh muc<Enter><F1>nhap tep<Enter>")
            .types("sai.toml")
            .keys("<Enter>")
            .is_in(Place::ImportFile);
        scene.sees("[!] Dòng").sees(told).sees("giữ").keys("<Esc><Esc>");
    }
    fs::write(scene.world().folder().join("sai.toml"), [0xff, 0xfe, 0x00]).unwrap();
    scene
        .keys("<F1>danh muc<Enter><F1>nhap tep<Enter>")
        .types("sai.toml")
        .keys("<Enter>")
        .sees("không phải văn bản UTF-8");
    assert_eq!(scene.deeds(), deeds);
}

#[test]
fn the_catalogue_is_written_as_a_file_that_brings_nothing_new() {
    let mut scene = desk();
    scene.keys("<F1>danh muc<Enter><C-s>");
    let (name, bytes) = scene.files()[0].clone();
    assert!(name.starts_with("danh-muc-2026-11-21"), "{name}");
    fs::write(scene.world().folder().join("ra.toml"), bytes).unwrap();
    scene.keys("<F1>nhap tep<Enter>").types("ra.toml").keys("<Enter>").sees("không có gì để nhập");
}

#[test]
fn the_guide_of_an_entry_is_printed_from_the_list_and_while_it_is_read() {
    let mut scene = desk();
    on(&mut scene, "1.001193");
    scene.keys("<F9>");
    assert_eq!(scene.pages().len(), 1);
    scene.keys("<Enter>").is_in(Place::Handbook).keys("<F9>");
    assert_eq!(scene.pages().len(), 2);
    assert!(scene.pages().iter().all(|page| page.title.contains("1.001193")));
}
