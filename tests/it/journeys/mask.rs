//! What must not be kept is masked wherever it is typed, and the person is told so.

use motcua::domain::{Calendar, Span, SpanKind};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};
use crate::world::Says;

/// No file of the desk's folder has the bytes of any of these texts.
#[track_caller]
pub fn nowhere_on_disk(scene: &Scene, texts: &[&str]) {
    let mut looked_at = 0;
    for entry in std::fs::read_dir(scene.world().folder()).unwrap() {
        let path = entry.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        looked_at += 1;
        for text in texts {
            let found = bytes.windows(text.len()).any(|part| part == text.as_bytes());
            assert!(!found, "«{text}» lies in {}", path.display());
        }
    }
    assert!(looked_at > 0);
}

/// A notice that may take more than one line says this.
#[track_caller]
pub fn says(scene: &Scene, words: &str) {
    let screen: Vec<String> = scene.screen().split_whitespace().map(str::to_owned).collect();
    assert!(screen.join(" ").contains(words), "«{words}» is not said:\n{}", scene.screen());
}

#[test]
fn a_name_field_keeps_no_number_of_a_card() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").types("Bà Thử 001 157 000 001").keys("<Enter>");
    says(&scene, "Đã che 1 chỗ giống số căn cước; không lưu số.");
    scene.sees("A001").sees("Bà Thử ***");
    assert_eq!(scene.console().model().cards[0].name.as_deref(), Some("Bà Thử ***"));
    nowhere_on_disk(&scene, &["001 157 000 001", "157 000"]);
    // The next deed says nothing of it.
    scene.keys("<F2>ks<Enter>").sees_not("Đã che");
    scene.is_sound();
}

#[test]
fn the_note_to_the_next_shift_keeps_no_password_and_says_so_though_a_paper_is_printed() {
    let mut scene = desk();
    scene
        .keys("<F1>dong ca<Enter>")
        .types("A001 mk: Sen@2026, thẻ 4111 1111 1111 1111; gọi 0912 345 678")
        .keys("<F10>2");
    scene.is_in(Place::TakeOver);
    says(&scene, "Đã che 2 chỗ giống số giấy tờ, số thẻ, mật khẩu hoặc mã OTP; không lưu.");
    let note = scene.world().desk(1).handed_words();
    assert_eq!(note, "A001 mk: ***, thẻ ***; gọi 0912 345 678");
    nowhere_on_disk(&scene, &["Sen@2026", "4111 1111"]);
}

#[test]
fn a_card_in_the_note_to_the_next_shift_is_masked_and_the_rest_stays() {
    let mut scene = desk();
    scene.keys("<F1>dong ca<Enter>").keys(
        "A001 thieu giay, 001090123456|012345678|Nguyen Van Thu|01011990|Nam|Thon 1, Xa Thu|15042021 goi lai sau 14h",
    );
    scene.keys("<F10>2").is_in(Place::TakeOver);
    says(&scene, "Đã bỏ đoạn giống nội dung thẻ căn cước");
    let note = scene.world().desk(1).handed_words();
    assert_eq!(note, "A001 thieu giay, *** goi lai sau 14h");
    nowhere_on_disk(&scene, &["001090123456", "Nguyen Van Thu", "01011990", "Thon 1"]);
}

#[test]
fn a_remark_is_masked_and_undo_brings_back_masked_words_only() {
    let mut scene = desk();
    scene
        .keys("<F8><Insert>")
        .is_in(Place::Remark)
        .types("otp 482913 không về, CMND 012345678")
        .keys("<F10>");
    scene.sees("Đã che 2 chỗ");
    scene.keys("<Insert>").types("thêm ").keys("<F10><C-z><C-y><C-z>");
    let span = Span::of(SpanKind::Day, Calendar::Civil, scene.world().clock.day());
    let remark = scene.world().desk(1).report(span).unwrap().remark;
    assert_eq!(remark.difficulties, "otp *** không về, CMND ***");
    nowhere_on_disk(&scene, &["482913", "012345678"]);
}

#[test]
fn it_is_said_in_english_too() {
    let mut scene = desk();
    scene.lang(Lang::En).keys("<F2>ks<Tab>").types("mk: hoasen").keys("<Enter>");
    says(&scene, "A likely password or one-time code was masked and not saved.");
}
