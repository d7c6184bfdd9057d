//! Two volunteers at one PC, each with a party.

use motcua::domain::VolunteerId;
use motcua::lang::Lang;
use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

/// A desk where two share the PC, and three parties wait.
fn shared() -> Scene {
    let mut scene = desk();
    scene
        .keys(":qu<Enter><Enter><Down><Down><Down>")
        .sees("Hai người cùng ngồi máy này")
        .keys("<Space><F10><Esc>");
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F2>ks<Enter>");
    scene
}

#[test]
fn a_second_call_puts_the_first_aside_and_both_are_served_by_their_own_volunteer() {
    let mut scene = shared();
    scene.keys("<F3><Enter>").after(minutes(2));
    // The second one sits down beside, and calls.
    scene.keys("<F1>doi nguoi<Enter>thu hai<Enter>").sees("Trần Thử Hai");
    scene.keys("<F3>").sees("Xin mời số A 002").sees_in_order(&["A002", "Đang tiếp cùng máy", "A001"]);
    scene.sees("Đang tiếp 2").sees_not("Tạm giữ").keys("<Enter>").is_in(Place::Visit);
    // Nobody else can be called now: each has a party.
    scene.keys("<F3>").sees("[!] Quầy đang tiếp A002");
    scene.after(minutes(3)).keys("<F6>").sees("Đã tiếp tục A001").sees("Nguyễn Thử Một ·");
    scene.sees_in_order(&["A001", "Đang tiếp cùng máy", "A002"]);
    scene.after(minutes(5)).keys("<F4>").sees("Đã kết thúc A001");
    // Whoever is free calls, while the other goes on.
    scene.keys("<F6>").sees("> A002").keys("<F6>").sees("Đã tiếp tục A002").sees("Trần Thử Hai ·");
    scene.keys("<F3>").sees("Xin mời số A 003").sees("Nguyễn Thử Một ·").keys("<Enter>").after(minutes(1));
    scene.keys("<F4><F6><F6><F4>").sees("Đã kết thúc A002").is_sound();
    let tally = scene.tally();
    // A001: 2 + 3 + 5 minutes; A002: 3 + 5 + 1; A003: 1. Each with its own volunteer.
    let minutes: Vec<i64> = [tally.services.median, tally.services.longest].map(|one| one / 60).to_vec();
    assert_eq!((tally.services.count, minutes), (3, vec![9, 10]));
    let served = |who: i64| tally.volunteers.iter().find(|row| row.volunteer == VolunteerId(who)).unwrap();
    assert_eq!((served(1).served, served(1).assists, served(2).served, served(2).assists), (2, 2, 1, 1));
}

#[test]
fn where_one_sits_alone_a_second_call_is_refused_and_what_is_aside_is_not_served() {
    let mut scene = desk();
    scene.keys("<F2>ks<Enter><F2>ks<Enter><F3><Enter><F3>").sees("[!] Quầy đang tiếp A001");
    scene.after(minutes(2)).keys("<F6>").sees("Tạm giữ").after(minutes(5)).keys("<F6><F6>");
    scene.after(minutes(1)).keys("<F4>").is_sound();
    assert_eq!(scene.tally().services.longest / 60, 3);
}

#[test]
fn one_who_shares_a_pc_may_put_a_party_aside_and_take_it_up_again() {
    let mut scene = shared();
    scene.keys("<F3><Enter><F6>").sees("Đã tạm giữ A001").sees("Đang tiếp cùng máy").sees("Đang tiếp 1");
    scene.after(minutes(4)).lang(Lang::En).sees("Served at the same PC").sees("Serving 1").lang(Lang::Vi);
    scene.keys("<F6><F6>").sees("Đã tiếp tục A001").keys("<F4>").is_sound();
    assert_eq!(scene.tally().services.longest / 60, 4);
    // Taken back one by one, every row is as it was.
    scene.keys("<C-z><C-z><C-z><C-z>").is_sound();
}
