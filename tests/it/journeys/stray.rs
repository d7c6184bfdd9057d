//! Text that is no typing: what a scanner types and what a paste brings, marked by the terminal or not, on every screen; and
//! a damaged card in every field of the program, of which no file may keep a letter.

use std::time::Duration;

use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use super::mask::{nowhere_on_disk, says};
use crate::harness::{Scene, desk, first_start, office};
use crate::world::Says;

/// What lies about on a help desk, and is no card.
const STRAY: &[&str] = &[
    "https://dichvucong.gov.vn/p/home",
    "DN4797123456789",
    "gọi lại cho bà con",
    "Kính gửi anh chị",
    "/*-+= 1 2 3",
    "xac nhan",
];

/// Made-up cards, each damaged in its own way.
const DAMAGED: &[&str] = &[
    "00109012345|012345678|Xuân Gắng Lên|01011990|Nam|Phường Bến Nghé, Quận 1|15042021",
    "Xuân Gắng Lên|01011990|Nam|Phường Bến Nghé, Quận 1|1504",
    "001090123456;012345678;XUÂN GẮNG LÊN;01011990;NAM;PHƯỜNG BẾN NGHÉ;15042021",
    "001090123456012345678Xuân Gắng Lên01011990NamPhường Bến Nghé, Quận 1",
    "IDVNM0901234560001090123456<<8",
];

/// What of them must be found nowhere.
const PARTS: &[&str] =
    &["00109012345", "012345678", "Gắng", "GẮNG", "01011990", "Bến Nghé", "BẾN NGHÉ", "0901234560", "IDVNM"];

/// How states are reached in which keys are deeds.
const DEEDS: &[&str] = &[
    "",
    "<F2>ks<Enter><F2>cc<Enter>",
    "<F2>ks<Enter><F2>cc<Enter><F3>",
    "<F2>ks<Enter><F2>cc<Enter><F3><Enter>",
    "<F8>",
    "<C-s>",
    "<C-q>",
    "<C-r>",
    "<F1>su co<Enter>",
];

/// A field, how it is reached, how many there are below it, and what saves them.
type Fields = (fn() -> Scene, &'static str, usize, &'static str);

const FIELDS: &[Fields] = &[
    (desk, "<F2>", 3, "<Enter>"),
    (desk, "<F2>ks<Tab>", 2, "<Enter>"),
    (desk, "<F2>ks<C-o>", 3, "<Enter><Enter>"),
    (desk, "<F2>ks<Enter><F3><Enter><F1>ghi chu<Enter>", 0, "<F10>"),
    (desk, "<F8><Insert>", 1, "<F10>"),
    (desk, "<F8><Enter>", 0, "<Enter>"),
    (desk, "<C-f>", 0, "<Enter>"),
    (desk, "<F1>", 0, "<Enter>"),
    (desk, ":", 0, "<Enter>"),
    (desk, "<F1>dong ca<Enter>", 3, "<F10><Enter>"),
    (desk, "<F1>cai dat<Enter>", 4, "<F10><Enter>"),
    (desk, "<F1>cai dat<Enter><PageDown>", 4, "<F10><Enter>"),
    (desk, "<F1>cai dat<Enter><PageDown><PageDown>", 4, "<F10><Enter>"),
    (desk, "<F1>danh muc<Enter>", 0, "<Esc>"),
    (desk, "<F1>danh muc<Enter><Down><C-e>", 6, "<F10><Enter>"),
    (desk, "<F1>may in cua<Enter>", 5, "<F10><Enter>"),
    (office, "<Down><Down><Down><Down>", 2, "<Enter>"),
    (first_start, "", 6, "<Enter>"),
];

impl Scene {
    /// Signs come four milliseconds apart, from a scanner or a paste that nothing marks.
    fn bursts(&mut self, text: &str) -> &mut Self {
        self.world().clock.pass(Duration::from_secs(1));
        for letter in text.chars() {
            self.world().clock.pass(Duration::from_millis(4));
            self.types(&letter.to_string());
        }
        self
    }

    /// Signs come one after the other, from a hand.
    fn types_slowly(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.world().clock.pass(Duration::from_millis(200));
            self.types(&letter.to_string());
        }
        self
    }

    fn silence(&mut self) -> &mut Self {
        self.after(Duration::from_secs(1))
    }
}

#[test]
fn nothing_that_is_no_typing_is_a_deed_on_any_screen() {
    for keys in DEEDS {
        let mut scene = desk();
        scene.keys(keys);
        let (place, deeds) = (scene.place(), scene.deeds());
        assert!(!place.takes_text(), "{keys}");
        for text in STRAY {
            scene.bursts(text).silence().is_in(place);
            says(&scene, "Có chữ được quét hoặc dán vào đây: đã bỏ qua, không làm gì cả.");
            scene.bursts(text).burst("<Enter><C-j>").silence().is_in(place);
            scene.bursts(&format!("{text} ")).burst("<Enter>").bursts(text).silence().is_in(place);
            scene.paste("\n").paste(text).is_in(place).paste(&format!("{text}\n{text}\n")).is_in(place);
            says(&scene, "Có chữ được quét hoặc dán vào đây");
            assert_eq!(scene.deeds(), deeds, "«{text}» in {place:?}\n{}", scene.screen());
        }
        assert!(!scene.has_quit());
        // A hand is a hand again.
        scene.keys("<F1>").sees("Trợ giúp");
        assert!(scene.place().takes_text());
    }
    let mut scene = desk();
    scene.lang(Lang::En).paste("abcd");
    says(&scene, "Something was scanned or pasted here: it was ignored, nothing was done.");
}

#[test]
fn in_a_field_it_stays_text_and_its_enter_gives_nothing() {
    let mut scene = desk();
    scene.keys("<F2>").bursts("https://dichvucong.gov.vn/p/home").burst("<Enter>").silence();
    scene.is_in(Place::Intake).sees("https://dichvucong.gov.vn/p/home");
    says(&scene, "dấu xuống dòng không tính: đúng thì nhấn Enter.");
    assert_eq!(scene.tally().visits, 0);
    // A name that is pasted without marks, its line break within it.
    scene.keys("<Esc><F2>ks<Tab>").bursts("Lê Thị").burst("<Enter><C-j>").types("Dán Vào").silence();
    scene.is_in(Place::Intake).keys("<Enter>").sees("A001 Lê Thị Dán Vào");
}

#[test]
fn a_number_that_is_scanned_is_looked_for() {
    let mut scene = desk();
    scene.world().desk(2).gives("1.001193");
    scene.tick().bursts("A001").burst("<Enter>").silence().is_in(Place::Find);
    says(&scene, "Đã quét số A001: chưa làm gì.");
    let deeds = scene.deeds();
    scene.sees("A001").bursts("A001").burst("<Enter>").silence().is_in(Place::Find);
    assert_eq!(scene.deeds(), deeds);
    scene.keys("<Esc>").paste("a001\n").is_in(Place::Find);
}

#[test]
fn letters_that_roll_over_each_other_and_words_of_an_input_method_are_typing() {
    let mut scene = desk();
    scene.keys("k").is_in(Place::Intake).keys("<Esc>");
    scene.bursts("ks").silence().is_in(Place::Intake).sees("Cần").sees("> Khai sinh").keys("<Esc>");
    scene.types("đăng ").silence().is_in(Place::Intake).sees("đăng").keys("<Esc>");
    // UniKey takes back what stands there and types it anew.
    scene.keys("<F2>ks<Tab>H").types("u").silence().burst("<Backspace>ư").silence().types("o").silence();
    scene.burst("<Backspace>ơng").silence().burst("<Backspace><Backspace><Backspace>ờng").silence();
    scene.keys("<Enter>").sees("A001 Hường");
}

#[test]
fn a_damaged_card_in_any_field_is_kept_nowhere() {
    for (start, keys, fields, save) in FIELDS {
        let mut scene = start();
        scene.keys(keys);
        assert!(scene.place().takes_text(), "{keys}: {:?}\n{}", scene.place(), scene.screen());
        let place = scene.place();
        for _ in 0..=*fields {
            for card in DAMAGED {
                scene.bursts(card).silence().bursts(card).burst("<Enter>").silence().paste(card);
                assert!(PARTS.iter().all(|part| !scene.shows(part)), "{keys}\n{}", scene.screen());
            }
            assert_eq!(scene.place(), place, "{keys}\n{}", scene.screen());
            scene.keys("<Down>");
        }
        scene.keys(save);
        nowhere_on_disk(&scene, PARTS);
    }
}

#[test]
fn a_damaged_card_that_a_hand_types_is_kept_nowhere() {
    for (start, keys, fields, save) in FIELDS {
        for field in 0..=*fields {
            let mut scene = start();
            scene.keys(keys).keys(&"<Down>".repeat(field));
            scene.types_slowly("00109012345|Xuân Gắng Lên|01011990|Nam").keys(save).keys("<Esc><Esc>");
            nowhere_on_disk(&scene, PARTS);
            for (name, bytes) in scene.files() {
                let text = String::from_utf8_lossy(bytes);
                assert!(PARTS.iter().all(|part| !text.contains(part)), "{keys} {name}");
            }
        }
    }
}

#[test]
fn what_was_masked_is_told_as_it_is() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").types_slowly("00109012345|Xuân Gắng Lên|01011990|Nam").keys("<Enter>");
    says(&scene, "Đã bỏ đoạn giống nội dung thẻ căn cước: số, tên, ngày sinh và địa chỉ không được lưu.");
    scene.sees("A001 ***");
    scene.lang(Lang::En).keys("<F2>ks<Tab>").types_slowly("IDVNM0901234560001090123456<<8").keys("<Enter>");
    says(&scene, "What looked like a citizen card was removed");
}
