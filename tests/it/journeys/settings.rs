//! The settings: each value is kept as its field is left, and nothing that was typed is lost silently.

use motcua::desk::Paperwork;
use motcua::domain::Targets;
use motcua::lang::Lang;
use motcua::ui::Event;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, first_start, office};

fn kept(scene: &Scene) -> Paperwork {
    scene.world().desk(3).paperwork().unwrap()
}

#[test]
fn the_hint_about_the_warning_stands_at_its_own_row() {
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter>").is_in(Place::Settings).sees_not("dấu !!");
    while !scene.shows("> Cảnh báo khi chờ quá") {
        scene.keys("<Down>");
    }
    scene.sees_in_order(&["> Cảnh báo khi chờ quá", "dấu !! trong hàng chờ"]);
}

#[test]
fn a_value_is_kept_when_its_field_is_left() {
    let mut scene = desk();
    scene
        .keys("<F1>cai dat<Enter>")
        .is_in(Place::Settings)
        .sees("[Trung tâm]")
        .keys("<Down><C-u>")
        .types("Trung tâm Thử")
        .sees("chưa ghi")
        .keys("<Down>")
        .sees("[+] Đã lưu thông tin trung tâm")
        .sees_not("chưa ghi")
        .sees("> Tên đội, tổ")
        .keys("<C-u>Doi Thu<Enter><Esc>")
        .is_in(Place::Queue);
    let office = kept(&scene).office;
    assert_eq!((office.name.as_str(), office.team.as_str()), ("Trung tâm Thử", "Doi Thu"));
    scene.is_sound();
}

#[test]
fn an_office_without_a_name_is_told_under_the_field() {
    let mut scene = desk();
    let before = kept(&scene);
    let deeds = scene.deeds();
    scene
        .keys("<F1>cai dat<Enter><Down><C-u><Enter>")
        .sees_in_order(&["> Tên trung tâm", "[!] Ghi tên vào đây."]);
    scene.keys("<PageDown>").sees("[Trung tâm]").sees("[!] Ghi tên vào đây.");
    // Esc first takes back what was typed, then leaves.
    scene
        .keys("<Esc>")
        .is_in(Place::Settings)
        .sees("Trung tâm Phục vụ hành chính công xã Thử Nghiệm")
        .sees_not("[!]");
    scene.keys("<Esc>").is_in(Place::Queue);
    assert_eq!((kept(&scene), scene.deeds()), (before, deeds));
}

#[test]
fn the_commune_is_found_by_a_few_letters() {
    let mut scene = desk();
    scene
        .keys("<F1>cai dat<Enter>")
        .sees("Phường Ba Đình")
        .keys("<C-u>zzz<Enter>")
        .sees("[!] Chưa thấy xã này");
    scene.keys("<C-u>vinh bao<Enter>").sees("Xã Vĩnh Bảo").sees("> Tên trung tâm");
    assert_eq!(kept(&scene).office.commune, "11824");
    scene.sees("Một cửa · Xã Vĩnh Bảo").keys("<C-z>").sees("Phường Ba Đình");
    // Typed and taken back.
    scene.keys("<Up>x<Esc>").sees("Phường Ba Đình").keys("<Esc>").is_in(Place::Queue);
    assert_eq!(kept(&scene).office.commune, "00004");
}

#[test]
fn targets_are_one_to_a_hundred_or_empty() {
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter><PageDown><PageDown>").sees("[Chỉ tiêu]");
    for wrong in ["0", "101", "abc", "6.5", "-1"] {
        scene
            .types(wrong)
            .keys("<Enter>")
            .sees_in_order(&["> Toàn trình + một phần", "[!] Chỉ tiêu từ 1 đến 100 %"]);
        assert_eq!(kept(&scene).targets, Targets::default(), "{wrong}");
        scene.keys("<C-u>").sees_not("[!]");
    }
    scene.keys("80<Enter>50<Enter>65%<Enter>100<C-s>").sees("[+] Đã lưu chỉ tiêu");
    let targets = Targets { online: Some(80), whole: Some(50), paid: Some(65), level_two: Some(100) };
    assert_eq!(kept(&scene).targets, targets);
    scene.keys("<C-u><Up>");
    assert_eq!(kept(&scene).targets, Targets { level_two: None, ..targets });
    scene.keys("<C-z>").sees("Kích hoạt mức 2, %:      100");
    assert_eq!(kept(&scene).targets, targets);
}

#[test]
fn hamlets_are_added_renamed_and_retired_line_by_line() {
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter><PageDown><PageDown><PageDown>").sees("[Thôn]");
    scene.types("Thôn 1").keys("<Enter>").types("Thôn 2").keys("<Enter>").types("Thôn 2").sees("Đang có: 2");
    scene.keys("<F10>").sees("[+] Đã lưu danh sách thôn: 2").sees_not("chưa ghi");
    let names = |scene: &Scene| -> Vec<(String, bool)> {
        kept(scene).hamlets.into_iter().map(|hamlet| (hamlet.name, hamlet.active)).collect()
    };
    assert_eq!(names(&scene), [("Thôn 1".into(), true), ("Thôn 2".into(), true)]);
    // A rename is a new one and an old one that keeps its name in old tallies.
    scene.keys("<End>a<PageUp>").sees("[Chỉ tiêu]");
    let renamed = [("Thôn 1".into(), true), ("Thôn 2".into(), false), ("Thôn 2a".into(), true)];
    assert_eq!(names(&scene), renamed);
    scene.keys("<C-z><PageDown>").sees("Thôn 2").sees_not("Thôn 2a");
    // Their order is the desk's own: moving a line is no change.
    let deeds = scene.deeds();
    scene
        .keys("<Home><Up>")
        .types("Thôn 2")
        .keys("<Enter><Down><End>")
        .keys(&"<Backspace>".repeat(7))
        .keys("<F10>");
    assert_eq!(scene.deeds(), deeds, "{}", scene.screen());
}

#[test]
fn three_hundred_hamlets_are_enough() {
    let list =
        |count: usize| (1..=count).map(|number| format!("Thôn {number}")).collect::<Vec<_>>().join("\n");
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter><PageDown><PageDown><PageDown>").paste(&list(301)).keys("<F10>");
    scene.sees("[!] Danh sách có tối đa 300 thôn").sees("Đang có: 301");
    assert_eq!(kept(&scene).hamlets.len(), 0);
    scene.keys("<Esc>").paste(&list(300)).keys("<F10>").sees("[+] Đã lưu danh sách thôn: 300");
    assert_eq!(kept(&scene).hamlets.len(), 300);
    scene.keys("<Esc><F2>ks<C-o><Down><Down>299").sees("< Thôn 299 >").is_sound();
}

#[test]
fn the_words_of_the_papers_show_what_applies_without_them() {
    let mut scene = desk();
    scene
        .keys("<F1>cai dat<Enter><PageDown>")
        .sees("[Giấy tờ]")
        .sees("(ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH)")
        .sees("(Ba Đình)")
        .keys("<Down>BC-TTPVHCC<Enter>")
        .sees("BC-TTPVHCC")
        .sees_not("(BC)");
    assert_eq!(kept(&scene).letterhead.symbol, "BC-TTPVHCC");
    // Several lines where there are several places; the arrows leave the note at its ends.
    scene
        .keys(&"<Down>".repeat(4))
        .sees("> Nơi nhận")
        .types("UBND")
        .keys("<Enter>")
        .types("Lưu")
        .keys("<Down>");
    assert_eq!(kept(&scene).letterhead.recipients, "UBND\nLưu");
    scene.keys(&"<Down>".repeat(9)).sees("> Đoàn: nơi nhận").sees("(TM. BAN THƯỜNG VỤ ĐOÀN PHƯỜNG BA ĐÌNH)");
    scene.keys("<Esc>").is_in(Place::Queue).is_sound();
}

#[test]
fn this_pc_has_a_number_and_a_language() {
    let mut scene = desk();
    scene.keys(&format!("<F1>cai dat<Enter>{}", "<PageDown>".repeat(4))).sees("[Máy này]");
    scene
        .keys("<C-u>0<Enter>")
        .sees("[!] Số quầy từ 1 đến 99.")
        .keys("<C-u>7<Enter>")
        .sees("[+] Đã đổi máy này thành quầy 7.");
    scene.sees("Quầy 7").sees("> Ngôn ngữ").keys("<Space>").sees("> Language").sees("[This PC]");
    assert_eq!(scene.kept_station().map(motcua::domain::StationNo::number), Some(7));
    assert_eq!(scene.kept_lang(), Some(Lang::En));
    scene.keys("<Space><Esc>").is_in(Place::Queue).sees("Hàng chờ");
    // A party in hand belongs to the station that called it.
    scene.keys(&format!("<F2>ks<Enter><F3><F1>cai dat<Enter>{}<C-u>3<Enter>", "<PageDown>".repeat(4)));
    scene.sees("[!] Quầy đang gọi A001").sees("Quầy 7").keys("<Esc><Esc>").is_in(Place::Queue).is_sound();
}

#[test]
fn what_is_being_typed_outlives_another_stations_work() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F1>cai dat<Enter><Down><C-u>").types("Trung tâm Một");
    two.keys("<F1>cai dat<Enter><Down><Down><C-u>").types("Đội Hai").keys("<Enter><Esc><F2>ks<Enter>");
    one.tick().sees("Trung tâm Một").sees("Đội Hai").sees("chưa ghi").keys("<Enter>");
    let office = kept(&one).office;
    assert_eq!((office.name.as_str(), office.team.as_str()), ("Trung tâm Một", "Đội Hai"));
}

#[test]
fn the_settings_are_there_before_a_shift_is_open_and_ctrl_z_takes_back_typing_first() {
    let mut scene = office();
    scene
        .keys("<F1>cai dat<Enter>")
        .is_in(Place::Settings)
        .keys("<Down>x")
        .sees("chưa ghi")
        .keys("<C-z>")
        .sees_not("chưa ghi");
    let deeds = scene.deeds();
    scene.keys("<F1>").sees("Sang mục sau").keys("<Esc>").is_in(Place::Settings);
    scene.keys("<Esc>").is_in(Place::OpenShift);
    assert_eq!(scene.deeds(), deeds);
}

#[test]
fn pasted_control_characters_and_far_too_much_do_no_harm() {
    let mut scene = desk();
    scene
        .keys("<F1>cai dat<Enter><Down><C-u>")
        .paste(&format!("\u{1b}[2J{}\r\n", "ế".repeat(500)))
        .keys("<Enter>");
    assert_eq!(kept(&scene).office.name.chars().count(), 120);
    scene.size(60, 20).sees("[Trung tâm]").is_sound();
}

#[test]
fn a_list_of_hamlets_that_is_in_use_elsewhere_cannot_be_turned_back() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("<F1>cai dat<Enter><PageDown><PageDown><PageDown>").types("Thôn 1").keys("<F10>");
    two.tick().keys("<F2>ks<C-o><Down><Down><Space><Enter><Enter>");
    two.sees("Thôn 1");
    one.tick().keys("<C-z>").is_in(Place::Settings).sees("[!] Không hoàn tác được");
    assert_eq!(kept(&one).hamlets.len(), 1);
    two.keys("<C-z>");
    one.tick().keys("<C-z>").sees("[+] Đã hoàn tác").is_sound();
    assert_eq!(kept(&one).hamlets.len(), 0);
}

#[test]
fn a_station_that_nobody_knows_is_asked_and_never_taken_for_the_first() {
    let mut scene = desk();
    scene.event(Event::AskStation);
    scene.is_in(Place::Choice).sees("Quầy này mang số mấy?").sees("> Quầy 1");
    scene.keys("3<Enter>").is_in(Place::Queue).sees("Quầy 3 ");
    assert_eq!(scene.kept_station().map(motcua::domain::StationNo::number), Some(3));
    // Esc saves nothing: the next start asks again.
    let mut scene = desk();
    scene.lang(Lang::En).event(Event::AskStation);
    scene.sees("Which number has this station?").keys("<Esc>").is_in(Place::Queue);
    assert_eq!(scene.kept_station(), None);
}

#[test]
fn a_language_that_is_switched_leaves_the_saved_station_alone() {
    let mut scene = desk().station(2);
    scene.keys("<C-l>");
    assert_eq!((scene.kept_station(), scene.kept_lang()), (None, Some(Lang::En)));
}

#[test]
fn settings_that_are_wrong_are_told_over_the_question_for_the_station() {
    let mut scene = desk();
    scene.event(Event::AskStation);
    scene.event(Event::SettingsWrong("config.toml: dòng 1".to_owned()));
    scene.is_in(Place::Problem).sees("config.toml: dòng 1").keys("<Enter>").is_in(Place::Choice);
    // A first start asks for the station in its form.
    let mut scene = first_start();
    scene.event(Event::AskStation);
    scene.is_in(Place::Setup);
}
