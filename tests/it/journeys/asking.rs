//! Somebody asks where the forms lie and takes no number: one key counts it, and nothing else happens.

use std::time::Duration;

use motcua::domain::Counter;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, desk_from};

fn asked(scene: &Scene) -> u32 {
    scene.console().model().counted.get(Counter::QuickQuestions)
}

/// Lets so many milliseconds pass without the console noticing.
fn pass(scene: &Scene, milliseconds: u64) {
    scene.world().clock.pass(Duration::from_millis(milliseconds));
}

#[test]
fn one_key_counts_a_visitor_who_takes_no_number() {
    let mut scene = desk();
    scene
        .sees_not("Hỏi nhanh")
        .keys("*")
        .is_in(Place::Queue)
        .sees("[+] Đã đếm lần hỏi nhanh thứ 1 trong ngày")
        .sees("─ Hỏi nhanh: 1 ──")
        .keys("*")
        .sees("[+] Đã đếm lần hỏi nhanh thứ 2 trong ngày")
        .sees("─ Hỏi nhanh: 2 ──")
        .sees("Hôm nay 0 lượt, 0 người");
    assert_eq!(scene.deeds(), 4);
    scene.is_sound();
}

#[test]
fn the_same_in_english() {
    let mut scene = desk();
    scene
        .lang(Lang::En)
        .keys("*")
        .sees("[+] Quick question no. 1 of the day counted")
        .sees("─ Quick questions: 1 ──")
        .keys("<C-z>")
        .sees("Undone: quick question no. 1 of the day counted")
        .sees_not("Quick questions:")
        .keys("<F8>")
        .sees_not("Quick questions")
        .keys("<Esc>*<F8>")
        .sees("Quick questions, no number taken: 1 (not counted as visits, people or");
}

#[test]
fn it_is_undone_and_redone_like_anything_else() {
    let mut scene = desk();
    scene.keys("*<F2>ks<Enter>*").sees("Hỏi nhanh: 2");
    scene.keys("<C-z>").sees("Đã hoàn tác: đếm lần hỏi nhanh thứ 2 trong ngày").sees("Hỏi nhanh: 1");
    scene.keys("<C-z>").sees("Đã hoàn tác: cấp số A001").sees("Hỏi nhanh: 1");
    scene.keys("<C-z>").sees_not("─ Hỏi nhanh:").is_sound();
    scene.keys("<C-y><C-y><C-y>").sees("Hỏi nhanh: 2").is_sound();
    scene.reopened().sees("Hỏi nhanh: 2").keys("<C-z>").sees("Hỏi nhanh: 1").is_sound();
}

#[test]
fn it_is_counted_while_somebody_else_is_being_served() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter>").is_in(Place::Visit);
    scene.keys("**").is_in(Place::Visit).sees("Hỏi nhanh: 2").sees("đang tiếp");
    scene.keys("<F4>").sees("Xong 1").sees("Hỏi nhanh: 2").is_sound();
}

#[test]
fn help_and_the_line_of_commands_count_too() {
    desk().keys("<F1>hoi nhanh").sees("> * :hn").keys("<Enter>").is_in(Place::Queue).sees("Hỏi nhanh: 1");
    desk().keys(":hn<Enter>").sees("Hỏi nhanh: 1").keys(":*<Enter>").sees("Hỏi nhanh: 2");
    desk().keys("<F2>ks<Enter><F3><Enter>:hn<Enter>").sees("Hỏi nhanh: 1");
    desk().keys(":hn 3<Enter>").sees_not("─ Hỏi nhanh:").is_in(Place::Line);
}

#[test]
fn a_held_key_counts_two_at_most() {
    let mut scene = desk();
    scene.burst("*");
    pass(&scene, 500);
    for _ in 0..30 {
        scene.burst("*");
        pass(&scene, 33);
    }
    scene.sees("Nhấn giữ phím: chỉ tính một lần.").after(Duration::from_secs(1));
    assert!((1..=2).contains(&asked(&scene)), "{}", asked(&scene));
}

#[test]
fn two_visitors_are_counted_by_two_quick_presses() {
    // Milliseconds between the presses, and what they count.
    let cases: [(&[u64], u32); 6] = [
        (&[150], 2),
        (&[250], 2),
        (&[400, 400], 3),
        (&[690], 2),
        (&[710], 2),
        // No finger is that fast: this is a key that repeats.
        (&[40, 40, 40], 1),
    ];
    for (gaps, expected) in cases {
        let mut scene = desk();
        scene.burst("*");
        for gap in gaps {
            pass(&scene, *gap);
            scene.burst("*");
        }
        // A sign is kept back for a moment: it may be one of many that nobody types.
        scene.after(Duration::from_millis(60));
        assert_eq!(asked(&scene), expected, "{gaps:?}");
        scene.is_sound();
    }
}

#[test]
fn the_stations_count_together_and_each_takes_back_its_own() {
    let mut one = desk();
    let mut two = one.station(2);
    one.keys("*");
    two.keys("*").sees("[+] Đã đếm lần hỏi nhanh thứ 2 trong ngày").sees("Hỏi nhanh: 2");
    one.tick().sees("Hỏi nhanh: 2").keys("<C-z>").sees("Hỏi nhanh: 1");
    two.tick().sees("Hỏi nhanh: 1").keys("*").sees("thứ 2 trong ngày").is_sound();
}

#[test]
fn the_next_day_begins_at_one() {
    let mut scene = desk_from("2026-11-20 16:00");
    scene.keys("**").sees("Hỏi nhanh: 2");
    scene
        .at("2026-11-21 08:00")
        .keys("<Enter><Enter>")
        .sees_not("─ Hỏi nhanh:")
        .keys("*")
        .sees("thứ 1 trong ngày");
    // The journal of the day before says what was counted then.
    scene.keys("<F1>nhat ky<Enter><PageUp>").sees("Đếm lần hỏi nhanh thứ 2 trong ngày");
}

#[test]
fn the_tally_says_it_apart_and_the_proof_stays_as_it_is() {
    let mut scene = desk();
    scene.at("2026-11-21 08:00").keys("<F2>ks<Enter>").size(120, 60);
    scene.keys("<F8>").sees_not("Hỏi nhanh").sees("Theo giờ (lượt)");
    scene.keys("<Esc>**").at("2026-11-21 09:10").keys("*");
    let tally = scene.tally();
    assert_eq!(
        (tally.visits, tally.persons, tally.assists, tally.counted.get(Counter::QuickQuestions)),
        (1, 1, 0, 3)
    );
    assert_eq!((tally.proof.issued, tally.proof.open), (1, 1));
    scene
        .keys("<F8>")
        .sees("Hỏi nhanh, không lấy số: 3 lần (không tính vào lượt, người, việc).")
        .sees_in_order(&["Theo giờ (lượt)", "Lượt xong", "Hỏi nhanh"]);
    scene.keys("<Esc><F1>thong ke bang<Enter>").sees("Hỏi nhanh, không lấy số: 3 lần");
}

#[test]
fn a_narrow_window_leaves_it_out_rather_than_cutting_it() {
    let mut scene = desk();
    scene.keys("*").size(60, 20).sees("Hỏi nhanh: 1 ──");
    scene.size(40, 20).sees_not("Hỏi nhanh: ").sees_not("Hỏi nha~");
}
