//! A citizen card at the queue: one scan fills the form, and nothing of it is kept but the least.

use std::time::Duration;

use motcua::domain::Priority;
use motcua::domain::person::{AgeBand, Phone, Sex};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use super::mask::{nowhere_on_disk, says};
use crate::harness::{Scene, desk, minutes, office};
use crate::world::Says;

/// Made-up cards: a woman of 69 from the desk's own commune, a man of 36 from before the communes of today.
const OLD: &str = "031157000123|030123456|Nguyễn Thị Gọi|22111957|Nữ|Thôn Đồng Cói, Phường Ba Đình, Thành phố Hà Nội|20072025";
const YOUNG: &str =
    "001090123456|012345678|Xuân Gắng Lên|01011990|Nam|Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh|15042021";

impl Scene {
    /// A scanner types: each sign a few milliseconds after the last.
    fn scans(&mut self, text: &str) -> &mut Self {
        self.world().clock.pass(Duration::from_secs(1));
        for letter in text.chars() {
            self.world().clock.pass(Duration::from_millis(4));
            self.types(&letter.to_string());
        }
        self
    }
}

#[test]
fn a_scan_at_the_queue_opens_a_filled_form() {
    let mut scene = desk();
    scene.scans(OLD).burst("<Enter><C-j>").is_in(Place::Intake);
    says(&scene, "Đã đọc thẻ. Số, tên và địa chỉ trên thẻ không được lưu.");
    scene.sees("Người dân: 60–69 tuổi, sinh 1957, nữ, người trong phường").sees("người cao tuổi");
    scene.keys("ks<Enter>").is_in(Place::Queue).sees("A001").sees("sinh 1957, nữ, người trong phường");
    let card = &scene.console().model().cards[0];
    assert_eq!((card.visit.priority, card.name.as_deref()), (Some(Priority::Elderly), None));
    let person = card.person;
    assert_eq!(
        (person.age, person.sex, person.birth_year),
        (Some(AgeBand::Sixties), Some(Sex::Female), Some(1957))
    );
    scene.is_sound();
}

#[test]
fn the_full_string_reaches_no_file_and_no_journal() {
    let mut scene = desk();
    for card in [OLD, YOUNG] {
        scene.scans(card).burst("<Enter>").keys("ks<Enter>");
        scene.paste(card).is_in(Place::Intake).keys("ks<Enter>");
    }
    scene.scans(&OLD[..30]).after(minutes(1)).keys("<C-z><C-y><F1>nhat ky<Enter>");
    scene.sees_not("031157").sees_not("Đồng Cói").keys("<Esc>");
    let parts =
        ["031157000123", "030123456", "Gọi", "Đồng Cói", "22111957", "001090123456", "Gắng", "Bến Nghé"];
    nowhere_on_disk(&scene, &parts);
    let journal = format!("{:?}", scene.world().desk(1).journal(scene.world().clock.day(), 100).unwrap());
    assert!(parts.iter().all(|part| !journal.contains(part)), "{journal}");
    let events = format!("{:?}", motcua::ui::Event::Paste(motcua::ui::Pasted(OLD.to_owned())));
    assert!(parts.iter().all(|part| !events.contains(part)), "{events}");
    scene.is_sound();
}

#[test]
fn a_name_full_of_command_letters_runs_no_command() {
    let mut scene = desk();
    scene.world().desk(2).gives("1.001193");
    scene.tick();
    let deeds = scene.deeds();
    scene.scans(YOUNG).burst("<Enter>").is_in(Place::Intake).keys("<Esc>").is_in(Place::Queue);
    assert_eq!(scene.deeds(), deeds);
    // The person called to the station is still the one: keys are keys again.
    scene.keys("<F3>").sees("A001");
    assert_eq!(scene.deeds(), deeds + 1);
}

#[test]
fn a_scan_fills_the_form_that_is_open_and_leaves_what_was_chosen() {
    let mut scene = desk();
    scene.keys("<F2>ks<F5><C-o><Down><Down><Down><Space><Enter>");
    scene.scans(YOUNG).burst("<Enter>").is_in(Place::Intake);
    scene.sees("ks").sees_not("ks0").sees("Số người: 2").sees("31–59 tuổi, sinh 1990, nam");
    scene.keys("<Enter>").sees("A001");
    let person = scene.console().model().cards[0].person;
    assert_eq!((person.phone, person.commune), (Some(Phone::Smart), None));
    // Also while who asks is being noted by hand, where a digit is an age.
    scene.keys("<F2>ks<C-o>").is_in(Place::Person);
    scene.scans(OLD).burst("<Enter>").is_in(Place::Intake).sees("sinh 1957, nữ");
    // Another age than the card's has no year.
    scene.keys("<C-o>3<Enter>").sees("31–59 tuổi, nữ").sees_not("sinh 1957");
}

#[test]
fn a_card_in_any_other_place_does_nothing_there_and_says_where() {
    let mut scene = desk();
    scene.keys("<F1>dong ca<Enter><Tab>").types("dặn ca sau ");
    scene
        .scans(OLD)
        .burst("<Enter>")
        .sees("Thẻ chỉ được đọc ở hàng chờ")
        .sees_not("031")
        .is_in(Place::CloseShift);
    scene.paste(OLD).sees_not("031").sees("Thẻ chỉ được đọc ở hàng chờ").sees("dặn ca sau");
    scene
        .keys("<Esc>2<F8>")
        .scans(YOUNG)
        .burst("<Enter>")
        .is_in(Place::Tally)
        .sees("Thẻ chỉ được đọc ở hàng chờ");
    scene.keys("<Esc><C-q>").is_in(Place::Confirm).scans(YOUNG).burst("<Enter>").is_in(Place::Confirm);
    assert!(!scene.has_quit());
    nowhere_on_disk(&scene, &["031157", "001090"]);
    let mut scene = office();
    scene.scans(OLD).burst("<Enter>").is_in(Place::OpenShift).sees("Thẻ chỉ được đọc ở hàng chờ");
}

#[test]
fn a_mangled_scan_is_refused_with_advice() {
    for (scan, words) in [
        ("001190123456||Nguyeenx Thij Hoa|01011990|Nuwx|Xax C|15042021", "tắt bộ gõ (UniKey)"),
        ("001190123456||Nguyá»…n Thá»‹ Hoa|01011990|Ná»¯|XÃ£ C|15042021", "sang UTF-8"),
        ("001190123456||Trần Thị Ho", "bị cắt giữa chừng"),
        ("001190123456Trần Thị Hoa01011990NữXã C15042021", "thiếu dấu |"),
        ("001190123456||Trần Thị Hoa|01011991|Nữ|Xã C|15042021", "không khớp"),
        ("8934563138165", "không phải mã QR"),
    ] {
        let mut scene = desk();
        let deeds = scene.deeds();
        scene.scans(scan).burst("<Enter>").is_in(Place::Queue).sees(words).sees("F2");
        assert_eq!(scene.deeds(), deeds, "{scan}");
        scene.lang(Lang::En).scans(scan).burst("<Enter>").is_in(Place::Queue).sees("[!]");
    }
}

#[test]
fn a_scan_without_an_end_is_taken_when_it_stops() {
    let mut scene = desk();
    scene.scans(OLD).is_in(Place::Queue).after(Duration::from_secs(1)).is_in(Place::Intake).sees("sinh 1957");
    assert_eq!(scene.console().wake_in(), Duration::from_secs(1));
    // What is typed behind it is typed into the form.
    scene.keys("<Esc>").scans(YOUNG).keys("<F2>").is_in(Place::Intake).sees("sinh 1990");
}

#[test]
fn digits_that_a_person_types_are_no_scan() {
    let mut scene = desk();
    scene.keys("001090123456").is_in(Place::Intake).sees("001090123456");
    scene.keys("<Esc><F2>").burst("2.000815").sees("2.000815").keys("<Enter>").is_in(Place::Queue);
}

#[test]
fn somebody_from_elsewhere_is_told_from_somebody_of_the_commune() {
    let mut scene = desk();
    scene.paste(&OLD.replace("Phường Ba Đình, Thành phố Hà Nội", "Xã Vĩnh Bảo, Thành phố Hải Phòng"));
    scene.sees("người nơi khác").keys("ks<Enter>").sees("người nơi khác");
    scene.paste(YOUNG).sees("nam").sees_not("người nơi khác.").keys("<Esc>");
    scene.paste(&YOUNG.replacen("001", "201", 1)).sees("ba số đầu không thuộc tỉnh nào");
}
