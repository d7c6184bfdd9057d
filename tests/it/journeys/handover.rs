//! What one shift leaves to the next: filled in by the desk, added to by hand, said back, read again, printed.

use motcua::domain::printer::AtClose;
use motcua::domain::printing::Document;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;
use motcua::ui::{Effect, Event};

use crate::harness::{Scene, desk, minutes};
use crate::world::Says;

/// A morning that leaves five items: two parties that wait, one aside, an outage, a word by hand.
fn five() -> Scene {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ct<Enter><F2>vneid<Enter><F3><Enter><F6><F1>su co<Enter>2<Esc>");
    scene.keys("<C-n>").is_in(Place::Item).types("Gọi kỹ thuật sửa máy in").keys("<F10>");
    scene.sees("Đã ghi mục bàn giao: khác").at("2026-11-21 11:30").keys("<F1>dong ca<Enter>");
    scene.sees("Mục bàn giao: 5").keys("<F10>2").is_in(Place::TakeOver);
    scene
}

#[test]
fn five_items_are_said_back_in_at_most_twelve_keys() {
    let mut scene = five();
    scene.sees("Nhận bàn giao ca sáng 21/11, Nguyễn Thử Một giao: 5 mục");
    // Four that are due, each with its next deed; one that is not; who takes them.
    scene.at("2026-11-21 13:20").keys("1124<Space>ha<F10>").is_in(Place::OpenShift);
    scene.sees("Đã nhận bàn giao ca sáng 21/11: Nguyễn Thử Một giao, Trần Thử Hai nhận 5");
    scene.keys("<Enter>").is_in(Place::Queue).sees_not("chưa nhận");
    // One entry, with both names.
    scene.keys("<F1>nhat ky<Enter><Down>").sees("Nhận bàn giao ca sáng 21/11: Nguyễn Thử Một giao, Trần");
    scene.keys("<Esc>").is_sound();
}

#[test]
fn space_takes_no_item_that_is_due_without_its_next_deed() {
    let mut scene = five();
    scene.keys("<Space>").sees("[!] Mục đến hạn: bấm số");
    scene.keys("2").sees("< giữ lại >").sees_not("[!] Mục đến hạn");
    // Letters are no answer to an item; only who takes it is typed.
    scene.keys("goi").sees_not("tìm: ").keys("<Esc>").is_in(Place::OpenShift).is_sound();
}

#[test]
fn what_was_not_taken_is_flagged_in_the_bar_and_taken_later_by_one_key() {
    let mut scene = five();
    scene.at("2026-11-21 13:20").keys("1124<Down>ha<F10>").sees("còn 1 mục chưa nhận").keys("<Enter>");
    scene
        .is_in(Place::Queue)
        .sees("Bàn giao: 1 chưa nhận")
        .keys("<F1>ban giao<Enter>")
        .is_in(Place::Handover);
    scene
        .keys("<End>")
        .sees("1 ca chưa ai nhận")
        .keys("<Space>")
        .sees("Đã nhận mục bàn giao: khác (Nguyễn Thử Một)");
    scene.sees_not("Bàn giao: 1 chưa nhận");
    // It is over for a reason, and only then leaves the list.
    scene.keys("<Delete>").sees("Khác: Gọi kỹ thuật sửa máy in: vì sao gỡ?").keys("xong<Enter>");
    scene.sees("Đã gỡ mục bàn giao (khác): đã xong").sees_not("Gọi kỹ thuật").is_sound();
}

#[test]
fn what_changed_after_it_was_written_is_said_and_every_handover_is_read_again() {
    let mut scene = five();
    let mut other = scene.station(2);
    other.keys("<Esc><Enter>").is_in(Place::Queue);
    other.keys("<F3>").after(minutes(1)).keys("<Enter><F4>");
    // The first station still stands before the list.
    scene.tick().is_in(Place::Queue).keys("<F1>nhan ban giao<Enter>").is_in(Place::TakeOver);
    scene.sees("Thay đổi sau khi ghi: 1 mục").sees("B001 Chứng thực bản sao: đang chờ từ 07:30 → nay");
    scene.keys("<Esc>").is_in(Place::Queue).keys("<F1>ban giao<Enter><PageUp>");
    scene.sees("Bàn giao ca sáng 21/11/2026: 5 mục").sees("chưa ai nhận").sees("Thay đổi sau khi ghi: 1 mục");
    scene.keys("<PageUp>").sees("[!] Không có lần bàn giao nào trước đó.");
    scene.keys("<F9>");
    let page = scene.pages().last().unwrap();
    assert_eq!(page.title, "ban-giao-2026-11-21-sang");
    assert!(matches!(&page.document, Document::Pdf(pdf) if pdf.starts_with(b"%PDF")));
    // From the shift itself, too.
    scene.keys("<Esc><F8><Tab>").sees("< Ca sáng").keys("<F1>ban giao<Enter>").is_in(Place::Handover);
    scene.sees("Bàn giao ca sáng 21/11/2026: 5 mục").is_sound();
}

#[test]
fn forty_items_are_read_with_the_first_seven_in_sight_and_the_rest_counted() {
    let mut scene = desk();
    for _ in 0..40 {
        scene.keys("<F2>ks<Enter>").after(minutes(1));
    }
    scene
        .keys("<F1>ban giao<Enter>")
        .sees("Bàn giao ca sau: 40 mục")
        .sees("A001")
        .sees("A007")
        .sees("mục ở dưới");
    scene.keys("<End>").sees("> ! A040").keys("<Esc><F1>dong ca<Enter><F10>2").is_in(Place::TakeOver);
    scene.sees("A001").sees("A007").is_sound();
}

#[test]
fn found_things_are_ticked_at_close_and_stay_on_the_list_until_they_are_given_back() {
    let mut scene = desk();
    scene.keys("<C-n>").types("ví da nâu").keys("<Tab>do<F10>").sees("Đã ghi mục bàn giao: đồ bỏ quên");
    scene.keys("<F1>dong ca<Enter>").sees("[ ] Đồ bỏ quên đã giao cán bộ: ví da nâu").keys("<Space><F10>2");
    scene
        .is_in(Place::TakeOver)
        .sees("cán bộ giữ từ 07:30")
        .keys("<Space>ha<F10><Enter>")
        .is_in(Place::Queue);
    scene.keys("<F1>dong ca<Enter>").sees_not("giao cán bộ").keys("<Esc><F1>ban giao<Enter>");
    scene
        .keys("<Delete>")
        .sees_not("Giao cho cán bộ giữ")
        .keys("tra<Enter>")
        .sees("phụ trách: Space để nhận");
    scene
        .keys("<Esc><Space><Delete>tra<Enter>")
        .sees("Đã gỡ mục bàn giao (đồ bỏ quên): đã trả lại")
        .is_sound();
}

#[test]
fn an_item_has_a_day_an_owner_and_an_if_then_and_says_what_is_wrong() {
    let mut scene = desk();
    scene
        .keys("<C-n><F10>")
        .sees("[!] Mục bàn giao chưa có nội dung")
        .types("Lấy mẫu tờ khai")
        .keys("<Tab><Tab>");
    scene
        .types("31/11")
        .keys("<F10>")
        .sees("[!] Không có ngày này, hoặc đã qua.")
        .keys("<C-u>")
        .types("23/11");
    scene.keys("<Tab>").types("nếu hết thì in thêm").keys("<Tab>ba<F10>").sees("Đã ghi mục bàn giao");
    scene
        .keys("<F1>ban giao<Enter>")
        .sees("nếu hết thì in thêm")
        .sees("(hạn 23/11)")
        .sees("Lê Thử Ba phụ trách");
    // Enter changes it as long as it was not handed over.
    scene
        .keys("<Enter>")
        .is_in(Place::Item)
        .types(" A")
        .keys("<F10>")
        .sees("Khác: Lấy mẫu tờ khai A")
        .is_sound();
    assert_eq!(scene.world().desk(1).items().unwrap().rows.len(), 1);
}

#[test]
fn it_is_said_in_english_too() {
    let mut scene = five();
    scene.lang(Lang::En).sees("Take over the morning shift of 21/11 from Nguyễn Thử Một: 5 items");
    scene.sees("1 call, 2 keep, 3 give").sees("not yet: Space").keys("1124<Down>ha<F10>");
    scene.sees("not taken").keys("<Enter>").sees("Handover: 1 not taken");
    scene.keys("<F1>handover<Enter>").is_in(Place::Handover).sees("For the next shift: 5 items").is_sound();
}

#[test]
fn a_service_that_nobody_ended_is_offered_at_close_with_an_estimate_and_no_average_counts_it() {
    let mut scene = desk();
    for _ in 0..6 {
        scene.keys("<F2>ks<Enter><F3><Enter>").after(minutes(6)).keys("<F4>");
    }
    // One was ended an hour too late, another one nobody ended.
    scene.keys("<F2>ct<Enter><F3><Enter>").after(minutes(4)).keys("<Space>").after(minutes(80)).keys("<F4>");
    scene.keys("<F2>vneid<Enter><F3><Enter>").after(minutes(70)).keys("<F1>dong ca<Enter>");
    scene.sees("K001  đang tiếp").keys("<Space>").sees("xong 09:37, ước tính");
    scene
        .keys("<Down>")
        .sees("B001  tiếp 08:06–09:30, 1 giờ 24 phút")
        .sees("< giữ như đã ghi >")
        .keys("<Space>");
    scene.sees("xong 08:10, ước tính").keys("<F10>2").is_in(Place::OpenShift);
    let tally = scene.tally();
    assert_eq!((tally.proof.served, tally.services.count, tally.services.left_out), (8, 6, 2));
    assert!((360..=362).contains(&tally.services.median) && (360..=362).contains(&tally.services.longest));
    // The sheet of the day says so.
    scene.keys("<Esc><F8>").sees("Thời gian tiếp không kể 2 lượt chỉ ước tính được.").is_sound();
    assert_eq!(scene.world().desk(1).handed_visits(), []);
}

#[test]
fn closing_prints_what_the_office_wants() {
    for (choice, at_close, titles) in [
        ("<Space>", AtClose::TallyAndHandover, &["bang-ngay-2026-11-21", "ban-giao-2026-11-21-sang"][..]),
        ("<Space><Space>", AtClose::Handover, &["ban-giao-2026-11-21-sang"]),
        ("<Space><Space><Space>", AtClose::Nothing, &[]),
    ] {
        let mut scene = desk();
        scene.keys("<F1>may in cua<Enter><Down><Down><Down>").keys(choice).keys("<F10>").is_in(Place::Queue);
        let kept = scene.asked().into_iter().find_map(|effect| match effect {
            Effect::KeepPrintSettings(settings) => Some(settings),
            _ => None,
        });
        let kept = kept.unwrap();
        assert_eq!(kept.at_close, at_close, "{choice}");
        scene.event(Event::PrintSettings(kept)).keys("<F2>ks<Enter><F1>dong ca<Enter><F10>2");
        let printed: Vec<&str> = scene.pages().iter().map(|page| page.title.as_str()).collect();
        assert_eq!(printed, titles, "{choice}");
        scene.is_in(Place::TakeOver).sees("A001");
    }
}
