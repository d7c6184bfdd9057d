//! The roster: who is found, added, renamed, goes, comes back, and is one person in two rows.

use motcua::desk::Command;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, office};
use crate::world::Says;

fn roster(scene: &mut Scene) -> &mut Scene {
    scene.keys("<F1>so tinh nguyen<Enter>").is_in(Place::Roster)
}

#[test]
fn everybody_stands_in_the_order_of_given_names_and_is_found_by_them() {
    let mut scene = desk();
    roster(&mut scene)
        .sees("Sổ tình nguyện viên: 4 người, đã nghỉ 0")
        .sees_in_order(&["> Lê Thử Ba", "Phạm Thử Bốn", "Trần Thử Hai", "Nguyễn Thử Một"])
        .sees("đang trực")
        .sees("Một người có hai dòng?");
    scene.keys("ha").sees("> Trần Thử Hai").sees_not("Lê Thử Ba").keys("<Esc>").sees("Lê Thử Ba");
    scene.keys("zz").sees("Không có dòng nào khớp.").keys("<Enter><Delete>").is_in(Place::Roster);
    scene.keys("<Esc><Esc>").is_in(Place::Queue);
    scene.keys("<C-x>so<Enter>").is_in(Place::Roster);
    scene
        .lang(Lang::En)
        .keys("<F1>roster<Enter>")
        .sees("Roster of volunteers: 4 active, 0 left")
        .sees("on duty");
}

#[test]
fn somebody_is_added_with_what_is_known_and_the_phone_number_stays_in_the_roster() {
    let mut scene = desk();
    roster(&mut scene).keys("<Insert>").is_in(Place::Volunteer).sees("Thêm tình nguyện viên");
    scene.keys("<F10>").sees("[!] Chưa ghi tên.").is_in(Place::Volunteer);
    scene.types("Đặng Thử Ánh").keys("<Down><Space>").sees("trưởng nhóm");
    scene.keys("<Down>").types("Chi đoàn thôn 2").keys("<Down>").types("ĐH Thử Nghiệm");
    scene.keys("<Down>0912345").keys("<F10>").sees("[!] Số điện thoại có 10 chữ số").is_in(Place::Volunteer);
    scene.keys(" 678<F10>").is_in(Place::Roster).sees("Đã thêm Đặng Thử Ánh");
    scene.sees_in_order(&["> Đặng Thử Ánh", "Lê Thử Ba"]).sees("trưởng nhóm").sees("Chi đoàn thôn 2");
    scene.sees_not("0912345678").keys("<Enter>").is_in(Place::Volunteer).sees("0912345678").keys("<Esc>");
    // It is in no sentence, and in no file that leaves the desk.
    scene.keys("<Esc><F1>nhat ky<Enter>").sees("Thêm tình nguyện viên").sees_not("0912345678").keys("<Esc>");
    scene.keys("<F8><C-s>");
    let holds = |bytes: &[u8]| bytes.windows(10).any(|part| part == b"0912345678");
    assert!(!scene.files().is_empty() && !scene.files().iter().any(|(_, bytes)| holds(bytes)));
    scene.is_sound();
}

#[test]
fn a_new_name_goes_with_the_person_and_no_name_is_taken_twice() {
    let mut scene = desk();
    roster(&mut scene)
        .keys("mo<Enter>")
        .sees("Nguyễn Thử Một")
        .keys("<C-u>")
        .types("Trần Thử Hai")
        .keys("<F10>");
    scene.sees("[!] Tên này đã có trong danh sách").is_in(Place::Volunteer);
    scene.keys("<C-u>").types("Nguyễn Thử Mười").keys("<F10>").is_in(Place::Roster).sees("> Nguyễn Thử Mười");
    scene.sees("Đã lưu Nguyễn Thử Mười").keys("<Esc><Esc>").sees("Nguyễn Thử Mười");
    // Nothing was changed: nothing is entered.
    let deeds = scene.deeds();
    roster(&mut scene).keys("<Enter><F10>").is_in(Place::Roster);
    assert_eq!(scene.deeds(), deeds);
    scene.keys("<C-z>").sees("Nguyễn Thử Một").is_sound();
}

#[test]
fn who_is_on_duty_does_not_leave_and_who_has_left_is_offered_no_more() {
    let mut scene = office();
    scene.keys("<Enter>").is_in(Place::Queue);
    roster(&mut scene)
        .keys("mo<Delete>")
        .sees("Cho Nguyễn Thử Một nghỉ?")
        .keys("2")
        .sees("[!] Người này đang trực");
    scene.keys("<Esc><Esc>");
    roster(&mut scene).keys("ba<Delete>").is_in(Place::Confirm).keys("<Enter>").sees("4 người, đã nghỉ 0");
    scene.keys("<Delete>2").sees("Đã cho Lê Thử Ba nghỉ").sees("3 người, đã nghỉ 1").sees("đã nghỉ");
    scene.keys("<Esc>").sees_in_order(&["Nguyễn Thử Một", "> Lê Thử Ba"]).keys("<Esc>").is_in(Place::Queue);
    scene.keys("<F1>them bot nguoi<Enter>").sees("Phạm Thử Bốn").sees_not("Lê Thử Ba").keys("<Esc>");
    roster(&mut scene).keys("ba<F1>tro lai<Enter>").sees("Lê Thử Ba đã trở lại").sees("4 người, đã nghỉ 0");
    scene.keys("<Esc><Esc><C-z>").sees("Hoàn tác «đưa một tình nguyện viên trở lại»").keys("2").is_sound();
}

#[test]
fn a_phone_number_goes_when_the_person_goes() {
    let mut scene = office();
    scene.keys("<Enter>");
    roster(&mut scene).keys("ba<Enter><Up>").types("0912345678").keys("<F10>").is_in(Place::Roster);
    scene.keys("<Enter>").sees("0912345678").keys("<Esc><Delete>2<Enter>").sees_not("Số điện thoại");
    let phones: i64 = scene
        .world()
        .raw()
        .query_row("SELECT count(*) FROM volunteer WHERE phone <> ''", [], |row| row.get(0))
        .unwrap();
    assert_eq!(phones, 0);
    scene.is_sound();
}

#[test]
fn two_rows_of_one_person_become_one_and_undo_makes_them_two_again() {
    let mut scene = desk();
    // Both rows were ticked; the second one sits at the station and helps.
    scene.keys("<F1>doi nguoi dang<Enter>ha<Enter>").sees("Trần Thử Hai");
    scene.keys("<F2>ks<Enter><F3><Enter>");
    scene.at("2026-11-21 08:30").keys("<F4>").at("2026-11-21 09:30");
    roster(&mut scene).keys("ha<F1>gop<Enter>").is_in(Place::Choice).sees("Gộp Trần Thử Hai vào dòng nào?");
    scene
        .sees_not("  Trần Thử Hai")
        .keys("mo<Enter>")
        .is_in(Place::Confirm)
        .sees("Gộp Trần Thử Hai vào Nguyễn Thử Một?");
    scene.keys("2").is_in(Place::Roster).sees("Đã gộp vào Nguyễn Thử Một").sees("> Nguyễn Thử Một");
    scene.sees("3 người, đã nghỉ 0").keys("<Esc>").sees_not("Trần Thử Hai").keys("<Esc>");
    let rows = |scene: &Scene| {
        let rows = scene.tally().volunteers;
        rows.iter().map(|row| (row.volunteer.0, row.minutes, row.served)).collect::<Vec<_>>()
    };
    // Two hours on duty are two hours, and not four.
    assert_eq!(rows(&scene), [(1, 120, 1), (3, 120, 0), (4, 120, 0)]);
    scene.sees("Nguyễn Thử Một").is_sound();
    // The journal was signed by the same person.
    scene
        .keys("<F1>nhat ky<Enter>")
        .sees_not("Trần Thử Hai")
        .sees("Gộp hai dòng của một tình nguyện viên")
        .keys("<Esc>");
    scene.keys("<C-z>").is_in(Place::Confirm).keys("2").is_in(Place::Queue).sees("Trần Thử Hai");
    assert_eq!(rows(&scene), [(1, 120, 0), (2, 120, 1), (3, 120, 0), (4, 120, 0)]);
    scene.keys("<C-y>").is_sound();
    assert_eq!(rows(&scene).len(), 3);
}

#[test]
fn sixty_people_are_ticked_by_letters_of_the_given_name() {
    let mut scene = office();
    let mut other = scene.world().desk(2);
    for number in 0..56 {
        let family = ["Bùi", "Đỗ", "Hồ", "Ngô", "Vũ", "Lý", "Mai"][number % 7];
        let given = ["An", "Bình", "Châu", "Dũng", "Giang", "Hương", "Khánh", "Linh"][number / 7];
        let name = format!("{family} Thử {given}");
        other.does(Command::AddVolunteer { name, facts: Box::default() });
    }
    scene.tick().keys("hu").sees("> [ ] Bùi Thử Hương").keys("<Down> ").sees("> [x] Đỗ Thử Hương");
    scene.keys("li <Enter>").is_in(Place::Queue);
    scene.keys("<F1>doi nguoi dang<Enter>li<Enter>").sees("Bùi Thử Linh").is_sound();
    roster(&mut scene).keys("du").sees_in_order(&["> Bùi Thử Dũng", "Đỗ Thử Dũng", "Vũ Thử Dũng"]);
    scene.keys("<PageDown>").sees("> Vũ Thử Dũng").keys("<PageUp>").sees("> Bùi Thử Dũng");
    assert_eq!(scene.console().model().volunteers.len(), 60);
}
