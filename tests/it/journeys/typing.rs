//! Whatever is typed or pasted: input methods, loose marks, control characters, far too much.

use motcua::domain::TypingMethod;
use motcua::domain::handover::ITEM_LENGTH;
use motcua::domain::input::{NAME_LENGTH, NOTE_LENGTH};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;
use motcua::ui::{Effect, Event};

use crate::harness::{desk, first_start, office};
use crate::world::Says;

#[test]
fn an_input_method_may_rewrite_what_is_typed() {
    // UniKey, Telex «chuwngs thuwcj»: Backspaces and the new letters come as ordinary keys, in a burst.
    desk()
        .keys("<F2>")
        .burst(
            "chu<Backspace>ưng<Backspace><Backspace><Backspace>ứng thu<Backspace>ưc<Backspace><Backspace>ực",
        )
        .sees("chứng thực")
        .keys("<Enter>")
        .sees(" B001 ");
}

#[test]
fn loose_marks_are_composed_in_every_field() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").types("Nguye\u{302}\u{303}n Thi\u{323} E\u{302}\u{301}").keys("<Enter>");
    scene.sees("Nguyễn Thị Ế");
    assert_eq!(scene.console().model().cards[0].name.as_deref(), Some("Nguyễn Thị Ế"));
    scene.keys("<F1>dong ca<Enter><Tab>").types("Ha\u{301}t tie\u{302}\u{301}p").sees("Hát tiếp");
    scene.keys("<F10>2").is_in(Place::TakeOver);
    assert_eq!(scene.world().desk(1).handed_words(), "Hát tiếp");
    let mut scene = office();
    scene
        .keys("<End><Down><Down><Down><Down>")
        .types("Vo\u{303} Thu\u{31b}\u{309}")
        .keys("<Enter>")
        .sees("[x] Võ Thử");
}

#[test]
fn a_paste_loses_its_control_characters_and_commits_nothing() {
    let mut scene = desk();
    scene
        .keys("<F2>")
        .paste("khai\u{1b}[31m\r\nsinh\u{0}\u{202e}")
        .is_in(Place::Intake)
        .sees("khai[31m  sinh");
    assert_eq!(scene.tally().visits, 0);
    scene.keys("<Esc><F2>").paste("khai\nsinh").sees("khai sinh").keys("<Enter>").sees("A001 Khai sinh");
    scene.keys("<F2>ks<Tab>").paste("Lê\u{7}\tThị\u{200b} Dán\n").keys("<Enter>").sees("Lê Thị Dán");
}

#[test]
fn a_paste_where_no_field_is_does_nothing() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter>");
    let deeds = scene.deeds();
    scene.paste("g\ng\nx\nd\n").is_in(Place::Queue).sees("đã bỏ qua, không làm gì cả");
    assert_eq!(scene.deeds(), deeds);
}

#[test]
fn far_too_much_is_cut_where_the_person_sees_it() {
    let mut scene = first_start();
    scene.keys("vinh bao<Enter><C-u>").paste(&"ế".repeat(5_000)).keys("<Enter><Enter><Enter><Enter>");
    let name = scene.console().model().office.as_ref().unwrap().name.clone();
    assert_eq!(name.chars().count(), NAME_LENGTH);
}

#[test]
fn a_long_note_is_kept_up_to_its_length_and_no_further() {
    for pasted in ["ế".repeat(3_000), format!("{}\n", "một dòng của lời dặn dài").repeat(200)] {
        let mut scene = desk();
        scene.keys("<F1>dong ca<Enter>").paste(&pasted).keys("<F10>2").is_in(Place::TakeOver);
        let note = scene.world().desk(1).handed_words();
        // An item a line, and a line that is longer than one goes on in the next.
        assert!(note.lines().all(|item| item.chars().count() <= ITEM_LENGTH), "{note}");
        let plain = |text: &str| text.replace('\n', "");
        let letters = plain(&note).chars().count();
        assert!(letters <= NOTE_LENGTH && letters > NOTE_LENGTH - NOTE_LENGTH / 20, "{letters}");
        assert!(plain(&pasted).starts_with(&plain(&note)));
    }
}

#[test]
fn the_note_on_screen_is_the_note_that_is_kept() {
    let mut scene = desk();
    let line = "một dòng của lời dặn dài";
    scene.size(120, 200).keys("<F1>dong ca<Enter>").paste(&format!("{line}\n").repeat(180));
    let shown = scene.screen().matches(line).count();
    scene.keys("<F10>2");
    let note = scene.world().desk(1).handed_words();
    assert_eq!(shown, note.matches(line).count());
}

#[test]
fn a_note_is_edited_like_text() {
    let mut scene = desk();
    scene
        .keys("<F1>dong ca<Enter>")
        .types("dòng hai")
        .keys("<Home><Enter><Up>")
        .types("dòng một")
        .keys("<End><Delete>");
    scene.sees("dòng mộtdòng hai").keys("<Enter>").sees("dòng hai").keys("<C-h>");
    scene.keys("<F10>2");
    let note = scene.world().desk(1).handed_words();
    assert_eq!(note, "dòng một\ndòng hai");
}

#[test]
fn odd_letters_are_shown_safely() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>").paste("👩‍👩‍👧 漢字 ﷽ \u{feff}\u{2028}x").keys("<Enter>").sees("A001").is_sound();
    scene.keys("<Down><F3><Enter>").is_in(Place::Visit);
}

#[test]
fn a_number_is_given_whatever_is_typed() {
    for typed in ["'; DROP TABLE visit; --", "%", "_", "\\", "((", "..", "ß", "   ", "🙂"] {
        desk().keys("<F2>").types(typed).keys("<Enter>").is_in(Place::Queue).sees("Đã cấp số").is_sound();
    }
    let mut scene = desk();
    scene.world().desk(2).gives("1.001193");
    scene.tick().sees("A001");
}

#[test]
fn windows_mixed_form_is_composed_in_names_notes_and_filters() {
    let mut scene = desk();
    scene.keys("<F2>").types("ch\u{1b0}\u{301}ng th\u{1b0}\u{323}c").sees("chứng thực").keys("<Tab>");
    scene.types("Nguy\u{ea}\u{303}n \u{110}\u{ea}\u{309}").keys("<Enter>").sees("Nguyễn Để");
    scene
        .keys("<F1>dong ca<Enter><Tab>")
        .types("Ti\u{ea}\u{301}p")
        .keys("<Backspace><Backspace>")
        .types("\u{ea}\u{301}p");
    scene.keys("<F10>2");
    assert_eq!(scene.world().desk(1).handed_words(), "Tiếp");
}

#[test]
fn where_there_is_no_input_method_telex_and_vni_are_built_in() {
    let mut scene = desk();
    // Off by default: what is typed stays.
    scene.keys("<F2>ks<Tab>Nguyeenx").sees("Nguyeenx").sees_not("[TELEX]");
    scene.keys("<C-u><C-t>").sees("[TELEX]").sees("Gõ tiếng Việt: Telex. Ctrl+T để đổi.");
    assert_eq!(scene.asked(), [Effect::KeepTyping(TypingMethod::Telex)]);
    scene.keys("Nguyeenx Thij Huwowngf<Backspace>g A012 wwww").sees("Nguyễn Thị Hường A012 www");
    scene.keys("<C-u><C-t>Tra62n D9e63").sees("Trần Để").sees("[VNI]");
    scene.keys("<Enter>").sees("A001 Trần Để");
    // It is kept for every field of this PC, also for a search; and off again it changes nothing.
    scene.keys("<F2>chu7ng1 thu7c5").sees("chứng thực").sees("[VNI]").keys("<Esc>");
    scene
        .keys("<F1>dong ca<Enter><Tab>d9u7a1<C-t>ddwa")
        .sees("đứaddwa")
        .sees("tắt (dùng bộ gõ của máy)")
        .sees_not("[VNI]");
}

#[test]
fn the_way_of_typing_is_a_setting_of_this_pc() {
    let mut scene = desk();
    scene.event(Event::Typing(TypingMethod::Telex));
    scene.keys("ks<Enter>").sees("A001").keys("c").is_in(Place::Intake);
    scene
        .lang(Lang::En)
        .keys("c<C-t>")
        .is_in(Place::Intake)
        .sees("Vietnamese typing: Telex. Ctrl+T changes it.");
}

#[test]
fn a_word_is_typed_where_the_cursor_stands() {
    let mut scene = desk();
    scene.event(Event::Typing(TypingMethod::Telex));
    // Another place in the text begins another word: nothing before the cursor is taken back.
    scene.keys("<F2>ks<Tab>Lan<Left><Left><Left>Baf <End>h").sees("Bà Lanh").keys("<Home>s").sees("sBà Lanh");
    scene.paste("Thi").keys("s").sees("sThisBà Lanh");
    let note = "ngayf mai\nmuwa";
    scene.keys("<Esc><F1>dong ca<Enter><Tab>").types(note).sees("ngày mai").sees("mưa").sees("[TELEX]");
}

#[test]
fn letters_on_the_desk_begin_a_need_and_are_never_commands() {
    let mut scene = desk();
    scene.keys("xac nhan").is_in(Place::Intake).sees("xac nhan").keys("<Esc>").is_in(Place::Queue);
    scene.keys("ks").is_in(Place::Intake).sees("> Khai sinh").keys("<Enter>").sees("Đã cấp số A001");
    // While somebody is served, too; what an input method sends after the first letter goes to the need.
    scene.keys("<F3><Enter>").is_in(Place::Visit);
    scene.burst("d<Backspace>đăng ký tạm trú").is_in(Place::Intake).sees("đăng ký tạm trú");
    scene.keys("<Esc>").is_in(Place::Visit);
    scene.keys("xac nhan").is_in(Place::Intake).keys("<Esc>").is_in(Place::Visit).sees("A001");
    scene.keys("/").is_in(Place::Queue).sees("A001").is_sound();
}
