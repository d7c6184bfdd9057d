//! What was recorded wrongly is set right, and what happened to a number can be read.

use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::desk;
use crate::world::{BIRTH, COPIES};

#[test]
fn an_outcome_is_set_right_after_another_visit_was_finished() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F3><Enter><F4>")
        .keys("<F2>ks<Enter><F3><Enter><F4>")
        .sees("Đã kết thúc A002")
        .keys("<C-f>1<C-e>")
        .is_in(Place::Correct)
        .sees("Sửa A001")
        .sees("Đã ghi: đã xong")
        // The cursor stands on how it ended.
        .keys("<Enter>")
        .is_in(Place::Choice)
        .keys("<Enter>");
    let shown = scene.screen();
    assert!(shown.contains("Sửa A001"), "{shown}");
    scene.keys("<Esc><Esc>:j<Enter>").sees("Sửa: ghi").sees("(trước:");
    scene.is_sound();
}

#[test]
fn heads_things_and_the_ending_are_set_right_and_undone_one_by_one() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F3><Enter><F4><C-f>1<C-e>")
        .keys("<C-k>3<Enter>")
        .keys("<Insert>sao<Enter>")
        .keys("<F7>bỏ<Enter>")
        .keys("<Esc><Esc>");
    let tally = scene.tally();
    assert_eq!((tally.persons, tally.proof.served, tally.proof.left), (3, 0, 1), "{}", scene.screen());
    scene.keys("<C-z><C-z><C-z>");
    let tally = scene.tally();
    assert_eq!((tally.persons, tally.proof.served, tally.assists), (1, 1, 1), "{}", scene.screen());
    scene.is_sound();
}

#[test]
fn a_visit_of_another_day_is_found_read_and_set_right() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F3><Enter><F4>").at("2026-11-23 08:00").tick().reopened();
    scene.is_in(Place::Forgotten).keys("<Enter>").is_in(Place::OpenShift).keys("<Enter>").is_in(Place::Queue);
    scene
        .keys("<C-f><Left><Left>")
        .sees("Lượt của thứ Bảy 21/11/2026")
        .keys("<Enter>")
        .is_in(Place::Life)
        .sees("Diễn biến của A001, thứ Bảy 21/11/2026")
        .sees_in_order(&["Cấp số A001", "Gọi A001", "Đến lượt", "Bắt đầu tiếp A001", "Kết thúc A001"])
        .keys("<Esc><C-e>")
        .sees("Sửa A001 21/11")
        .keys("<C-k>2<Enter><C-d>")
        .sees("23/11")
        .sees("Sửa số ngày 21/11: ghi A001: 2 người (trước: 1 người)");
    scene.is_sound();
}

#[test]
fn the_history_of_a_number_is_printed_and_names_no_citizen() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>Đinh Thị Thử<Enter><F3><Enter><F4><C-f>1<C-d><F9>");
    let page = scene.pages().last().unwrap();
    assert!(page.title.starts_with("dien-bien-A001"), "{}", page.title);
    scene.sees_not("Đinh Thị Thử").keys("<Esc>").is_in(Place::Find);
    scene.lang(Lang::En).keys("<C-f>1<C-d>").sees("History of A001");
}

#[test]
fn undo_asks_before_it_takes_back_a_shift_and_one_entry_is_undone_alone() {
    let mut scene = desk();
    scene
        .keys("<C-z>")
        .is_in(Place::Confirm)
        .sees("Hoàn tác «mở ca sáng")
        .keys("<Esc>")
        .is_in(Place::Queue)
        .keys("<F2>ks<Enter>*<F2>cc<Enter>")
        // The question that was counted by mistake, below the number that was given since.
        .keys(":j<Enter><Down><Delete>")
        .sees("Hoàn tác «")
        .keys("2");
    let tally = scene.tally();
    assert_eq!(
        (tally.visits, tally.counted.get(motcua::domain::Counter::QuickQuestions)),
        (2, 0),
        "{}",
        scene.screen()
    );
    // What a later deed leans on stays.
    scene.keys("<Esc><F3>:j<Enter>").keys("<End><Up><Up>");
    scene.is_sound();
}

#[test]
fn undo_asks_in_a_panel_as_it_does_at_the_desk() {
    let mut scene = desk();
    scene
        .keys("<F2>ks<Enter><F3><Enter><F4><F1>cai dat<Enter><Tab><Tab><Tab><C-u>")
        .types("10")
        .keys("<F10><Esc>")
        .keys("<C-f>1<C-e>")
        .is_in(Place::Correct)
        .keys("<C-z>")
        .is_in(Place::Confirm)
        .sees("Hoàn tác «lưu cảnh báo khi chờ quá 10 phút»")
        .keys("<Esc>")
        .is_in(Place::Correct);
    scene.is_sound();
}

#[test]
fn what_a_waiting_party_asked_for_is_seen_and_stays_when_something_is_added() {
    let mut scene = desk();
    scene.keys("<F2>sy<Enter>").keys("<C-f><C-e>").sees("Cần: Chứng thực bản sao");
    scene.keys("<Insert>ks<Enter>").sees("Khai sinh ×1").keys("<Esc><Esc><F3><Enter>");
    let helped = &scene.console().model().in_hand().unwrap().assists;
    let helped: Vec<&str> = helped.iter().map(|one| one.procedure.0.as_str()).collect();
    assert_eq!(helped, [COPIES, BIRTH]);
}

#[test]
fn the_name_to_call_is_set_right_while_the_party_waits() {
    let mut scene = desk();
    scene.keys("<F2>ks<Tab>Bà Sai<Enter>").keys("<F1>ten de<Enter>").sees("Tên để gọi").sees("Bà Sai");
    scene.keys("<Down><C-u>Bà Đúng<Enter>").sees("Tên: Bà Đúng").sees_not("Bà Sai");
    scene.keys("<C-z>").sees("Tên: Bà Sai");
    // What is not there any more is not called.
    scene.keys("<F1>ten de<Enter><Down><C-u><Enter>").sees_not("Tên:");
}

#[test]
fn a_thing_that_is_filed_on_paper_alone_is_said_so_by_the_first_key() {
    let mut scene = desk();
    scene.keys("<F2>bsgd<Enter><F3><Enter>=").sees("nộp giấy").keys("<F4>");
    scene.keys("<F2>ks<Enter><F3><Enter>=").sees("toàn trình");
}
