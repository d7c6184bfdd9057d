//! Sent elsewhere: where to is asked, remembered, set right, and counted by place.

use motcua::domain::{Day, ReasonId, Referral, Span};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk};

/// The first of the office's own places.
const OWN: Referral = Referral::Own(ReasonId(1));

fn served(scene: &mut Scene) {
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit);
}

#[test]
fn a_place_is_typed_once_and_found_by_its_first_letters_from_then_on() {
    let mut scene = desk();
    served(&mut scene);
    scene.keys("<End><Space>").types("chuyen noi khac").sees("chuyển nơi khác: chọn hoặc gõ nơi…");
    scene
        .keys("<Enter>")
        .is_in(Place::Choice)
        .sees("A001 · Khai sinh chuyển đến đâu?")
        .sees("> chưa ghi nơi");
    scene.sees("Công an xã").types("Phòng công chứng số 3").sees("> nơi mới: «Phòng công chứng số 3»");
    scene.keys("<Enter>").is_in(Place::Visit).sees("Kết quả: chuyển đến Phòng công chứng số 3");
    scene.keys("<F4>").sees("Đã kết thúc A001, chuyển đến Phòng công chứng số 3");
    assert_eq!(scene.tally().referred, [(OWN, 1)]);
    // The next one finds it, in the same list as the outcomes too.
    served(&mut scene);
    scene.keys("<End><Space>").types("chuyen noi khac").keys("<Enter>").types("phong cong");
    scene.sees("> Phòng công chứng số 3").keys("<Enter>").sees("Kết quả: chuyển đến Phòng công chứng số 3");
    scene.keys("<F4>");
    served(&mut scene);
    scene.keys("<End><Space>").types("cong chung").keys("<Enter>");
    scene.sees("Kết quả: chuyển đến Phòng công chứng số 3").keys("<F4>").is_sound();
    assert_eq!(scene.tally().referred, [(OWN, 3)]);
}

#[test]
fn a_known_place_that_is_typed_in_full_is_not_entered_twice() {
    let mut scene = desk();
    served(&mut scene);
    scene
        .keys("<End><Space>")
        .types("chuyen noi khac")
        .keys("<Enter>")
        .types("cong an xa")
        .sees("> Công an xã");
    scene.sees_not("nơi mới").keys("<Enter><F4>").is_sound();
    assert_eq!(scene.tally().referred, [(Referral::Police, 1)]);
}

#[test]
fn who_leaves_the_queue_for_elsewhere_is_counted_by_place_and_nothing_said_is_named() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter><Down><F7>").types("chuyen noi khac").keys("<Enter>");
    scene.sees("A001 chuyển đến đâu?").keys("<Enter>").is_in(Place::Queue);
    scene.sees("[+] Đã ghi A001 rời đi: chuyển nơi khác: chưa ghi nơi");
    scene.keys("<Home><F7>").types("chuyen noi khac").keys("<Enter>").types("UBND xã Hòa Lợi");
    scene.keys("<Enter>").sees("chuyển nơi khác: UBND xã Hòa Lợi");
    assert_eq!(scene.tally().referred, [(OWN, 1), (Referral::NotNoted, 1)]);
    let tally = scene.tally();
    assert_eq!((tally.visits, tally.left.len(), tally.assists), (3, 1, 2));
    // Said in the life of the number, on screen and in every file.
    scene.keys("<C-f>2<C-d>").is_in(Place::Life).sees("chuyển nơi khác: UBND xã Hòa Lợi").keys("<Esc><Esc>");
    scene.size(80, 60).keys("<F8>").sees("Chuyển đến (việc)").sees("UBND xã Hòa Lợi").sees("Chưa ghi nơi");
    let day: Day = "2026-11-21".parse().unwrap();
    let report = scene.world().desk(1).report(Span::day(day)).unwrap();
    for (format, lang, words) in [
        (Format::Text, Lang::Vi, "UBND xã Hòa Lợi"),
        (Format::Text, Lang::En, "Place not noted"),
        (Format::Csv, Lang::Vi, "referred,own-1,,UBND xã Hòa Lợi,assists,"),
        (Format::Csv, Lang::En, "referred,not-noted,,place not noted,assists,"),
        (Format::Json, Lang::Vi, "\"key\": \"not-noted\",\n        \"name\": \"chưa ghi nơi\""),
    ] {
        let text = String::from_utf8(tally_as(format, &report, lang).unwrap()).unwrap();
        assert!(text.contains(words), "{words}: {text}");
    }
    scene.size(80, 24).keys("<Esc>").is_sound();
}

#[test]
fn a_place_is_set_right_after_the_visit_has_ended() {
    let mut scene = desk();
    served(&mut scene);
    scene.keys("<End><Space>").types("chuyen noi khac").keys("<Enter><Enter>");
    scene.sees("Kết quả: chuyển nơi khác, chưa ghi nơi").keys("<F4><C-f>1<C-e>").is_in(Place::Correct);
    scene.keys("<Space>").types("chuyen noi khac").keys("<Enter>").types("Tòa án khu vực 2").keys("<Enter>");
    scene.is_in(Place::Correct).sees("chuyển đến Tòa án khu vực 2").keys("<Esc><Esc>");
    assert_eq!(scene.tally().referred, [(OWN, 1)]);
    scene.keys("<F1>nhat ky<Enter>").sees("chuyển nơi khác, chưa ghi nơi").sees("Tòa án khu vực 2");
    // Taken back, the place is gone from the list with it.
    scene.keys("<Esc><C-z>");
    if scene.place() == Place::Confirm {
        scene.keys("2");
    }
    assert_eq!(scene.tally().referred, [(Referral::NotNoted, 1)]);
    served(&mut scene);
    scene.keys("<End><Space>").types("toa an").sees_not("Tòa án").keys("<Esc>").is_sound();
}

#[test]
fn who_was_sent_on_and_is_back_is_helped_with_it_again() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><Down><F7>").types("chuyen noi khac").keys("<Enter>").types("buu dien");
    scene.keys("<Enter>").sees("chuyển nơi khác: bưu điện");
    scene
        .keys("<F2>a1<Enter><F3><Enter>")
        .is_in(Place::Visit)
        .keys("<End>")
        .sees("Kết quả: (xong, nếu không ghi khác)");
    scene.keys("<F4>").is_sound();
    let tally = scene.tally();
    assert_eq!((tally.referred.len(), tally.visits, tally.assists), (0, 1, 1));
}

#[test]
fn the_list_of_places_is_the_offices_and_reads_in_english() {
    let mut scene = desk();
    scene.lang(Lang::En).keys("<F1>settings<Enter>").keys(&"<PageDown>".repeat(8)).keys(&"<Down>".repeat(11));
    scene.sees("The office's own places").types("Notary office 3").keys("<F10>");
    scene.sees("[+] List of places saved: 1").keys("<Esc>");
    served(&mut scene);
    scene
        .keys("<End><Space>")
        .types("sent else")
        .sees("sent elsewhere: choose or type where…")
        .keys("<Enter>");
    scene.sees("Where is A001 · Birth registration sent?").sees("> place not noted").types("nota");
    scene.sees("> Notary office 3").sees("a new place: \"nota\"").keys("<Enter>");
    scene.sees("referred to Notary office 3").keys("<F4>").is_sound();
}
