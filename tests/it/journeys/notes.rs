//! What to mind when a party is called: typed with the number or later, shown on the call, gone with the name.

use motcua::domain::TypingMethod;
use motcua::lang::Lang;
use motcua::ui::Event;
use motcua::ui::keymap::Place;

use super::mask::{nowhere_on_disk, says};
use crate::harness::{Scene, desk};

fn note(scene: &Scene) -> Option<&str> {
    scene.console().model().cards[0].note.as_deref()
}

#[test]
fn a_note_is_typed_with_the_number_and_stands_on_the_call() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab><Tab>").types("bác đi xe lăn, gọi to").sees("Ghi chú: bác đi xe lăn, gọi to");
    scene.keys("<Enter>").sees("Đã cấp số A001");
    // In the details of the waiting row, on the card of the call, and while the party is helped or on hold.
    for keys in ["", "<F3>", "<Enter>", "<F6><Down>"] {
        scene.keys(keys).sees("Ghi chú: bác đi xe lăn, gọi to");
    }
    let mut two = scene.station(2);
    two.keys("<Down>").sees("Ghi chú: bác đi xe lăn, gọi to");
    scene.reopened().keys("<Down>").sees("Ghi chú: bác đi xe lăn, gọi to").is_sound();
}

#[test]
fn a_note_is_changed_and_taken_off_later_and_undo_brings_it_back() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F1>ghi chu de<Enter>").is_in(Place::Note).sees("Gọi A001: ghi chú, tên");
    scene.types("gọi to").keys("<Enter>").is_in(Place::Queue).sees("[+] Đã lưu ghi chú, tên để gọi A001");
    assert_eq!(note(&scene), Some("gọi to"));
    scene.keys("<F3><F1>ghi chu de<Enter>").is_in(Place::Note).types(", nghe kém").keys("<Enter>");
    assert_eq!(note(&scene), Some("gọi to, nghe kém"));
    scene.keys("<Enter>").is_in(Place::Visit).keys("<F1>ghi chu de<Enter><C-u><Enter>");
    assert_eq!(note(&scene), None);
    scene.keys("<C-z>");
    assert_eq!(note(&scene), Some("gọi to, nghe kém"));
    scene.keys("<C-z><C-z>");
    assert_eq!(note(&scene), Some("gọi to"));
    scene.keys("<C-z><C-z>");
    assert_eq!(note(&scene), None);
    scene.keys("<C-y><C-y>").reopened();
    assert_eq!(note(&scene), Some("gọi to"));
    // The same words again, or Escape, do nothing.
    let before = scene.deeds();
    scene.keys("<F1>ghi chu de<Enter><Enter><F1>ghi chu de<Enter>x<Esc>2");
    assert_eq!(scene.deeds(), before);
    // What was done is told without the words.
    scene
        .keys("<F1>nhat ky<Enter>")
        .sees("Lưu ghi chú, tên để gọi A001")
        .sees_not("gọi to")
        .keys("<Esc>")
        .is_sound();
}

#[test]
fn a_note_is_typed_in_telex_too_and_is_no_longer_than_a_line() {
    let mut scene = desk();
    scene.event(Event::Typing(TypingMethod::Telex));
    scene.keys("<F2>ks<Tab><Tab>").sees("[TELEX]").types("goij to").keys("<Enter>");
    assert_eq!(note(&scene), Some("gọi to"));
    scene.keys("<F1>ghi chu de<Enter>").paste(&format!("\n{}", "ế".repeat(300))).keys("<Enter>");
    assert_eq!(note(&scene).unwrap().chars().count(), 120);
    // Wrapped in the narrow pane, and the list below it goes on.
    scene.keys("<F3><Enter>").sees("Khai sinh ×1").sees("ế").is_sound();
}

#[test]
fn a_note_keeps_no_number_of_a_card_and_no_password() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab><Tab>").types("CCCD 001157000001, gọi to").keys("<Enter>");
    says(&scene, "Đã che 1 chỗ giống số căn cước; không lưu số.");
    assert_eq!(note(&scene), Some("CCCD ***, gọi to"));
    scene.keys("<F1>ghi chu de<Enter><C-u>").types("mk: hoasen").keys("<Enter>");
    says(&scene, "Đã che 1 chỗ giống mật khẩu hoặc mã OTP; không lưu.");
    scene.keys("<F2>vneid<Tab><Tab>").types("otp 482913").keys("<F3><Enter>").is_in(Place::Visit);
    nowhere_on_disk(&scene, &["001157000001", "hoasen", "482913"]);
    scene.is_sound();
}

#[test]
fn a_note_is_gone_when_the_shift_closes_from_every_byte_also_what_it_was_before() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab><Tab>").types("xóa tôi một").keys("<Enter>");
    scene.keys("<F1>ghi chu de<Enter><C-u>").types("xóa tôi hai").keys("<Enter><F3><Enter><F4>");
    // One that is taken off again while its visit waits on, and one that was never given.
    scene.keys("<F2>vneid<Tab><Tab>").types("xóa tôi ba").keys("<Enter><C-z>");
    scene.keys("<F2>cc<Tab><Tab>").types("giữ tôi").keys("<Enter>");
    let bytes = |scene: &Scene, words: &str| {
        let files = std::fs::read_dir(scene.world().folder()).unwrap();
        files
            .map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default())
            .any(|bytes| bytes.windows(words.len()).any(|part| part == words.as_bytes()))
    };
    assert!(bytes(&scene, "xóa tôi hai"));
    scene.keys("<F1>dong ca<Enter><F10>2").is_in(Place::TakeOver);
    nowhere_on_disk(&scene, &["xóa tôi"]);
    assert!(bytes(&scene, "giữ tôi"));
    // Turning the close back brings no note back.
    scene.keys("<C-z>2").is_in(Place::Queue).keys("<C-z><C-z>");
    nowhere_on_disk(&scene, &["xóa tôi"]);
    scene.is_sound();
}

#[test]
fn an_ended_visit_takes_no_note() {
    let mut one = desk();
    one.keys("<F2>ks<Enter><F1>ghi chu de<Enter>").types("gọi to");
    let mut two = one.station(2);
    two.keys("<F3><Enter><F4>");
    one.keys("<Enter>").is_in(Place::Note).sees("[!] A001 đã xong");
    one.sees("Ghi chú: gọi to").keys("<Esc>").is_sound();
    let mut empty = desk();
    empty.keys(":gc<Enter>").sees("[!] Chưa có số nào trên màn hình.").is_in(Place::Queue);
}

#[test]
fn it_is_said_in_english_too() {
    let mut scene = desk();
    scene.lang(Lang::En).keys("<F2>birth<Enter>:gc<Enter>").sees("Calling A001: note, name");
    scene.types("call loud").keys("<Enter><F3>").sees("Note: call loud");
}
