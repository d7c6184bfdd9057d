//! Who asks: one key, everything optional, nothing of it in the journal.

use motcua::desk::Command;
use motcua::domain::Priority;
use motcua::domain::person::{AgeBand, Phone, Sex};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};
use crate::world::{BIRTH, Says};

/// A desk of an office with three hamlets and one number given.
fn with_hamlets() -> Scene {
    let mut scene = desk();
    let mut other = scene.world().desk(2);
    other.does(Command::SetHamlets(["Thôn 1", "Thôn 2", "Đông Hòa"].map(str::to_owned).to_vec()));
    other.gives(BIRTH);
    scene.tick();
    scene
}

#[test]
fn who_asks_is_noted_with_one_key_and_shown_on_one_line() {
    let mut scene = with_hamlets();
    scene
        .keys("<C-o>")
        .is_in(Place::Person)
        .sees("A001: người dân")
        .sees("> Tuổi:             < không ghi >")
        .keys("4<Down><Space><Down>2<Down><Space><Space>")
        .sees("< 60–69 tuổi >")
        .sees("< nữ >")
        .sees("< Thôn 2 >")
        .sees("< không có điện thoại thông minh >")
        .keys("<Enter>")
        .is_in(Place::Queue)
        .sees("[+] Đã ghi thông tin thống kê của A001")
        .sees("60–69 tuổi, nữ, Thôn 2, không có điện thoại");
    let person = scene.console().model().cards[0].person;
    assert_eq!(
        (person.age, person.sex, person.phone),
        (Some(AgeBand::Sixties), Some(Sex::Female), Some(Phone::NotSmart))
    );
    // The party in hand shows it, too, and its list still has all its lines.
    scene.keys("<F3>").sees("60–69 tuổi, nữ").keys("<Enter>").is_in(Place::Visit).sees("60–69 tuổi, nữ");
    scene.sees("> [ ]");
    let people = scene.tally().people;
    assert!(format!("{people:?}").contains("Sixties"), "{people:?}");
    scene.is_sound();
}

#[test]
fn it_is_undone_with_one_key_and_the_journal_tells_nothing_of_it() {
    let mut scene = with_hamlets();
    scene.keys("<C-o>5<Down><Space><Enter>").sees("70–79 tuổi, nữ");
    scene.keys("<C-z>").sees("[+] Đã hoàn tác: ghi thông tin thống kê của A001").sees_not("70–79");
    scene.keys("<C-y>").sees("70–79 tuổi, nữ");
    scene.keys("<F1>nhat ky<Enter>").sees("Ghi thông tin thống kê của A001").sees_not("70–79").sees_not("nữ");
}

#[test]
fn nothing_noted_or_nothing_changed_is_no_deed() {
    let mut scene = with_hamlets();
    let deeds = scene.deeds();
    scene.keys("<C-o><Enter>").is_in(Place::Queue).keys("<C-o>4<Esc>").is_in(Place::Queue).sees_not("60–69");
    scene.keys("<C-o>40<Enter>").sees_not("60–69");
    assert_eq!(scene.deeds(), deeds);
}

#[test]
fn a_digit_is_an_age_but_part_of_a_name_where_a_hamlet_is_looked_for() {
    let mut scene = with_hamlets();
    scene
        .keys("<C-o>9x<Down><Down>")
        .sees("< không ghi >")
        .keys("thon 2")
        .sees("< Thôn 2 >")
        .sees("tìm: thon 2");
    scene
        .keys("<Backspace>")
        .keys("1")
        .sees("< Thôn 1 >")
        .keys("<Backspace>")
        .keys("<Space>")
        .sees("< Thôn 2 >");
    scene
        .keys("<Up><Down>dong")
        .sees("< Đông Hòa >")
        .keys("zz")
        .sees("[!] Không có giá trị nào khớp")
        .sees("< không ghi >");
    scene.keys("<Esc>").is_in(Place::Queue);
    // An office without a list is told where to make one.
    let mut bare = desk();
    bare.keys("<F2>ks<Enter><C-o>").sees("chưa có danh sách thôn").keys("<Down><Down>thon<Space><Enter>");
    assert_eq!(bare.console().model().cards[0].person.hamlet, None);
}

#[test]
fn a_hamlet_that_is_no_longer_offered_stays_where_it_was_noted() {
    let mut scene = with_hamlets();
    scene.keys("<C-o><Down><Down>dong<Enter>").sees("Đông Hòa");
    scene.world().desk(2).does(Command::SetHamlets(vec!["Thôn 1".into()]));
    scene.tick().sees("Đông Hòa").keys("<C-o><Down><Down>").sees("< Đông Hòa >");
    scene.keys("<Space><Space><Space>").sees("< Đông Hòa >").keys("<Space>").sees("< không ghi >");
    scene.keys("<Enter>").sees_not("Đông Hòa");
}

#[test]
fn the_elderly_go_first_when_it_is_noted_before_the_number_is_given() {
    let mut scene = with_hamlets();
    scene
        .keys("<F2>ks<C-o>")
        .is_in(Place::Person)
        .keys("6")
        .sees("số sẽ cấp là số ưu tiên")
        .keys("<Enter>")
        .is_in(Place::Intake)
        .sees("Ưu tiên: người cao tuổi")
        .sees("Người dân: từ 80 tuổi")
        // The offer goes with the age it came from.
        .keys("<C-o>3<Enter>")
        .sees("Ưu tiên: không")
        .keys("<C-o>4<Enter><Enter>")
        .sees("!A002");
    assert_eq!(scene.tally().priority, [(Priority::Elderly, 1)]);
    // It can be declined, and another reason is left alone.
    scene.keys("<F2>ks<C-o>4<Enter><F6><F6><F6><F6><F6><F6>").sees("Ưu tiên: không").keys("<C-o><Enter>");
    scene.sees("Ưu tiên: không").keys("<Enter><F2>ks<F6><F6><C-o>4").sees_not("[!]").keys("<Enter>");
    scene.sees("Ưu tiên: khuyết tật nặng").keys("<Esc>").is_sound();
}

#[test]
fn a_number_given_without_priority_is_only_told_of_it() {
    let mut scene = with_hamlets();
    scene.keys("<C-o>4").sees("[!] Từ 60 tuổi được ưu tiên, nhưng số này đã cấp không ưu tiên.");
    scene.keys("<Enter>").sees_not("!A001");
    assert_eq!(scene.tally().priority, []);
}

#[test]
fn esc_in_the_form_goes_back_to_the_number_being_given() {
    let mut scene = with_hamlets();
    scene.keys("<F2>chung<C-o>4<Esc>").is_in(Place::Intake).sees("chung").sees("Người dân: không ghi");
    scene.keys("<C-o><F1>").sees("Trợ giúp").keys("<Esc>").is_in(Place::Person).keys("<Esc><Esc>");
    scene.is_in(Place::Queue);
}

#[test]
fn nobody_is_asked_about_when_nobody_is_there() {
    desk().keys("<C-o>").is_in(Place::Queue).sees("[!] Chưa có số nào trên màn hình");
    let mut one = with_hamlets();
    one.keys("<C-o>4");
    one.world().desk(2).undo().unwrap();
    // The number was taken back at the other station meanwhile.
    one.keys("<Enter>").sees("[!] Lượt này không còn").keys("<Esc>").is_in(Place::Queue).is_sound();
}
