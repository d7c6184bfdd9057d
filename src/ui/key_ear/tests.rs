//! Keys and the times at which they come.

use Heard::{Begins, Break, NoEnter, TakeBack};

use super::*;

const CARD: &str = "001090123456|012345678|Nguyễn Văn A|01011990|Nam|Xã C|15042021";

const TEXT: bool = true;
const DEEDS: bool = false;

/// What comes of keys with so many milliseconds between two, and of the silence after them.
fn heard(keys: &str, between: u64, takes_text: bool) -> Vec<Heard> {
    let mut ear = Ear::default();
    let mut all = follow(&mut ear, keys, 1_000, between, takes_text);
    all.extend(ear.rest(Duration::from_mins(1)));
    all
}

/// The same for an ear that heard something before.
fn follow(ear: &mut Ear, keys: &str, from: u64, between: u64, takes_text: bool) -> Vec<Heard> {
    (0_u64..)
        .zip(Key::script(keys).unwrap())
        .flat_map(|(at, key)| {
            let at = Duration::from_millis(from + at * between);
            let mut all = ear.rest(at);
            all.extend(ear.hear(key, at, takes_text));
            all
        })
        .collect()
}

fn keys(script: &str) -> Vec<Heard> {
    Key::script(script).unwrap().into_iter().map(Heard::Key).collect()
}

fn run(text: &str) -> Vec<Heard> {
    vec![Heard::Run(Scan::new(text.to_owned()))]
}

/// The keys that are obeyed, without the beginnings of runs in a field.
fn obeyed(heard: Vec<Heard>) -> Vec<Heard> {
    heard.into_iter().filter(|one| *one != Begins).collect()
}

#[test]
fn what_is_scanned_or_pasted_where_keys_are_deeds_is_one_run_and_no_key() {
    for text in [
        CARD,
        "https://dichvucong.gov.vn/p/home",
        "DN4797123456789",
        "gọi lại cho bà con",
        "Kính gửi anh chị",
        "A012",
        "*100#",
        "+84912345678",
        "8934563138165",
        "/p/home",
        "Kính gửi",
    ] {
        for between in [0, 1, 5, 20, 34] {
            assert_eq!(heard(text, between, DEEDS), run(text), "{text} {between}");
            assert_eq!(heard(&format!("{text}<Enter>"), between, DEEDS), run(text), "{text} {between}");
            assert_eq!(heard(&format!("{text}<Enter><C-j>"), between, DEEDS), run(text), "{text} {between}");
        }
    }
    // Three signs with an Enter; several lines.
    assert_eq!(heard("gọi<Enter>", 1, DEEDS), run("gọi"));
    assert_eq!(heard("gọi lại<Enter>cho bà con<Enter><Enter>ô<Enter>", 1, DEEDS), run("gọi lại"));
    // A slow scanner.
    assert_eq!(heard(CARD, 50, DEEDS), run(CARD));
}

#[test]
fn fingers_are_fingers_where_keys_are_deeds() {
    for script in ["khai sinh", "<F3><Enter><Enter>", "g<Enter>x", "*", "**", "300", "<F2>ks<Enter>", "=/+-"]
    {
        for between in [61, 100, 1_000] {
            assert_eq!(heard(script, between, DEEDS), keys(script), "{script} {between}");
        }
    }
    // Keys that roll over each other, and a batch that was typed ahead.
    for script in ["k", "kh", "ngh", "ks<Enter>", "g<Enter>x"] {
        assert_eq!(heard(script, 3, DEEDS), keys(script), "{script}");
    }
    // A key that is held down.
    assert_eq!(heard("kkkkkkkkkkkkkkkk", 33, DEEDS), keys("kkkkkkkkkkkkkkkk"));
    assert_eq!(heard("****", 10, DEEDS), keys("****"));
    // A word that an input method gives in one piece.
    assert_eq!(heard("đăng ", 0, DEEDS), keys("đăng "));
}

#[test]
fn a_key_is_kept_back_for_a_moment_only() {
    let ms = Duration::from_millis;
    let mut ear = Ear::default();
    assert_eq!(ear.patience(ms(0)), None);
    assert_eq!(ear.hear(Key::letter('k'), ms(100), DEEDS), []);
    assert_eq!(ear.patience(ms(110)), Some(ms(50)));
    assert_eq!(ear.rest(ms(159)), []);
    assert_eq!(ear.rest(ms(160)), keys("k"));
    assert_eq!(ear.patience(ms(160)), None);
    // Another key says at once that it was a finger's.
    assert_eq!(ear.hear(Key::letter('k'), ms(200), DEEDS), []);
    assert_eq!(ear.hear(Key::f(3), ms(210), DEEDS), keys("k<F3>"));
}

#[test]
fn in_a_field_a_run_is_text_and_its_enter_accepts_nothing() {
    for text in ["https://dichvucong.gov.vn/p/home", "gọi lại cho bà con", "Nguyễn Thị Hường", "0912345678"]
    {
        assert_eq!(obeyed(heard(text, 1, TEXT)), keys(text), "{text}");
        let with_enter = obeyed(heard(&format!("{text}<Enter>"), 1, TEXT));
        assert_eq!(with_enter, [keys(text), vec![NoEnter]].concat(), "{text}");
    }
    let lines = obeyed(heard("gọi lại<Enter><C-j>cho bà con", 1, TEXT));
    assert_eq!(lines, [keys("gọi lại"), vec![Break], keys("cho bà con")].concat());
    // Words that nobody's fingers type so fast are no need to be given a number for.
    assert_eq!(obeyed(heard("khai sinh<Enter>", 1, TEXT)), [keys("khai sinh"), vec![NoEnter]].concat());
    // Fingers, and two keys that roll over.
    for (script, between) in
        [("khai sinh<Enter>", 100), ("ks<Enter>", 1), ("ks<Enter>", 100), ("đ<Enter>", 1)]
    {
        assert_eq!(obeyed(heard(script, between, TEXT)), keys(script), "{script} {between}");
    }
    assert_eq!(obeyed(heard("https://a.vn<Enter>", 61, TEXT)), keys("https://a.vn<Enter>"));
}

#[test]
fn an_input_method_types_in_a_field_as_it_likes() {
    // UniKey, Telex «Huwongf»: each key of a person is followed by what it rewrites.
    let script = "Hu<Backspace>ươ<Backspace>ơng<Backspace><Backspace><Backspace>ờng";
    for between in [0, 1, 5, 80] {
        assert_eq!(obeyed(heard(script, between, TEXT)), keys(script), "{between}");
    }
    let mut ear = Ear::default();
    follow(&mut ear, "<Backspace><Backspace>oà", 0, 2, TEXT);
    assert_eq!(follow(&mut ear, "<Enter>", 150, 0, TEXT), keys("<Enter>"));
}

#[test]
fn a_card_in_a_field_is_taken_back_when_its_shape_shows() {
    for (text, between) in [
        (CARD, 0),
        (CARD, 50),
        (&CARD[1..], 3),
        ("Nguyễn Văn A|01011990|Nam|Xã C", 3),
        ("001190123456Trần Thị Hoa01011990NữXã C", 3),
        ("IDVNM0901234560001090123456<lt><lt>8", 3),
        ("001090123456||Tra<Backspace>â<C-c><F3>n", 3),
    ] {
        let all = heard(&format!("{text}<Enter>"), between, TEXT);
        assert_eq!(all.iter().filter(|one| **one == TakeBack).count(), 1, "{text}");
        assert!(matches!(all.last(), Some(Heard::Run(_))), "{text}: {all:?}");
        let after = all.iter().skip_while(|one| **one != TakeBack).count();
        assert_eq!(after, 2, "{text}: {all:?}");
    }
}

#[test]
fn a_card_that_stops_is_given_away_and_one_in_parts_is_one() {
    let ms = Duration::from_millis;
    let mut ear = Ear::default();
    follow(&mut ear, &CARD[..20], 0, 5, DEEDS);
    assert_eq!(ear.rest(ms(400)), []);
    assert_eq!(follow(&mut ear, "abc", 500, 5, DEEDS), []);
    assert_eq!(ear.patience(ms(510)), Some(ms(500)));
    assert_eq!(ear.rest(ms(1_100)), run(&format!("{}abc", &CARD[..20])));
    // A hand that comes after it is a hand.
    follow(&mut ear, CARD, 2_000, 1, DEEDS);
    assert_eq!(ear.hear(Key::f(3), ms(2_200), DEEDS), [run(CARD), keys("<F3>")].concat());
}
