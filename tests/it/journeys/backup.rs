//! Backup copies at the console: made at the end of a shift, by F1, and gone back to after a look at what would be lost.

use std::path::PathBuf;

use motcua::domain::backup::{Contents, CopyCard, Holdings, LastNumber};
use motcua::domain::{Stamp, Ticket};
use motcua::lang::Lang;
use motcua::ui::keymap::Place;
use motcua::ui::{Effect, Event, PrintNews};

use crate::harness::{Scene, desk, first_start};
use crate::world::stamp;

fn holds(visits: u32, ticket: &str, at: &str) -> Holdings {
    Holdings {
        file: "3f2a1c".to_owned(),
        office: "Trung tâm Thử".to_owned(),
        visits,
        days: 2,
        last_number: Some(LastNumber {
            day: stamp(at).day(),
            ticket: Ticket::try_from(ticket.to_owned()).unwrap(),
        }),
        entries: i64::from(visits) * 10,
        last_deed: Some(stamp(at)),
    }
}

fn card(name: &str, made: Stamp, is_here: bool, holds: Option<Holdings>) -> CopyCard {
    let contents = holds.map(|holds| Contents { holds, ..Contents::default() });
    CopyCard { path: PathBuf::from(format!("/media/USB/{name}.zip")), made, is_here, contents }
}

/// Three copies, the first of which can be gone back to.
pub(super) fn found() -> Event {
    let (old, new) = ("2026-11-20 17:00", "2026-11-21 07:00");
    Event::Copies(
        vec![
            card("b", stamp(new), true, Some(holds(12, "A003", new))),
            card("a", stamp(old), false, Some(holds(9, "B002", old))),
            card("c", stamp(old), false, None),
        ],
        Some(Box::new(holds(14, "A005", "2026-11-21 07:30"))),
    )
}

#[test]
fn a_copy_is_made_when_a_shift_closes_and_what_came_of_it_is_told() {
    let mut scene = desk();
    scene.keys("<F1>dong ca<Enter><F10>2").is_in(Place::OpenShift);
    assert_eq!(scene.asked(), [Effect::BackUpAtClose]);
    scene.event(Event::BackedUp(PrintNews { sentence: "Mọi bản sao lưu".to_owned(), went_well: false }));
    scene.sees("[x] Mọi bản sao lưu");
}

#[test]
fn f1_backs_up_now() {
    let mut scene = desk();
    scene.keys("<F1>sao luu<Enter>").is_in(Place::Queue).sees("[.] Đang sao lưu");
    assert_eq!(scene.asked(), [Effect::BackUp]);
    scene.lang(Lang::En).keys("<F1>back up<Enter>").sees("Backing up");
}

#[test]
fn f1_backs_up_inside_the_settings_too() {
    let mut scene = desk();
    scene.keys("<F1>cai dat<Enter>").is_in(Place::Settings).keys("<F1>sao luu<Enter>");
    assert_eq!(scene.asked(), [Effect::BackUp]);
    scene.is_in(Place::Settings).sees("[.] Đang sao lưu");
}

fn copies() -> Scene {
    let mut scene = desk();
    scene.keys("<F1>khoi phuc<Enter>").is_in(Place::Copies).sees("Đang tìm bản sao lưu");
    assert_eq!(scene.asked(), [Effect::AskCopies]);
    scene.event(found());
    scene
}

#[test]
fn a_copy_shows_what_it_holds_and_what_would_be_lost_before_anything_is_replaced() {
    let mut scene = copies();
    scene
        .sees("> 07:00 21/11/2026  máy này  12 lượt, 2 ngày, số cuối A003")
        .sees("Bản sao lưu có: Trung tâm Thử, 12 lượt")
        .sees("Sẽ mất những gì làm sau đó: 2 lượt, 20 thao tác")
        .sees("không đọc được");
    scene.keys("<Down>").sees("5 lượt, 50 thao tác");
    scene.keys("<Enter>").is_in(Place::Confirm).sees("Khôi phục từ /media/USB/a.zip?");
    // Enter is the harmless answer.
    scene.keys("<Enter>").is_in(Place::Copies);
    assert_eq!(scene.asked(), []);
    scene.keys("<Enter>2");
    assert_eq!(scene.asked(), [Effect::GoBack(PathBuf::from("/media/USB/a.zip"))]);
    // One that cannot be read cannot be gone back to.
    let mut scene = copies();
    scene.keys("<End><Enter>").is_in(Place::Copies).keys("<Esc>").is_in(Place::Queue);
}

#[test]
fn a_desk_that_was_lost_is_looked_for_before_a_new_one_is_set_up() {
    let mut scene = first_start();
    scene.keys("<F1>khoi phuc<Enter>").is_in(Place::Copies);
    scene.event(Event::Copies(Vec::new(), None));
    scene.sees("Không tìm thấy bản nào").keys("<Esc>").is_in(Place::Setup);
    let mut scene = first_start();
    scene.lang(Lang::En).keys("<F1>restore<Enter>").event(found());
    scene.sees("12 visits, 2 days").sees("2 visits, 20 deeds");
}

#[test]
fn the_second_folder_is_one_setting_of_this_pc() {
    let mut scene = desk();
    scene.keys(&format!("<F1>cai dat<Enter>{}<Down><Down><Down>", "<PageDown>".repeat(4)));
    scene.sees("> Sao lưu thêm vào (USB)");
    scene.keys("usb<Enter>").sees("Ghi đường dẫn đầy đủ");
    // A stick that is not there now is set with that word alone.
    scene.keys("<C-u>/media/USB-3f2a<Enter>").sees("[!] Đã lưu, nhưng hiện KHÔNG có thư mục /media/USB-3f2a");
    assert_eq!(scene.asked(), [Effect::KeepBackupFolder("/media/USB-3f2a".to_owned())]);
    let there = scene.world().folder().display().to_string();
    scene.keys(&format!("<Down><Down><Down><C-u>{there}<Enter>")).sees("[+] Từ nay mỗi bản sao lưu");
    assert_eq!(scene.asked(), [Effect::KeepBackupFolder(there)]);
    scene.keys("<Down><Down><Down><C-u><Enter>").sees("chỉ sao lưu trên máy này");
    assert_eq!(scene.asked(), [Effect::KeepBackupFolder(String::new())]);
}
