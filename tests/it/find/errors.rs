//! Typing errors of one letter, words in any order, and spaces that were forgotten.

use motcua::domain::find::Habits;
use motcua::domain::fold::fold;

use super::{find, finder};
use crate::world::catalogue;

/// Typed, and what must stand among the first three.
const TYPED: &[(&str, &str)] = &[
    ("khia sinh", "1.001193"),
    ("khai sih", "1.001193"),
    ("khaai sinh", "1.001193"),
    ("khai sinj", "1.001193"),
    ("khai sonh", "1.001193"),
    ("kjai sinh", "1.001193"),
    ("thuongg tru", "1.004222"),
    ("thuonf tru", "1.004222"),
    ("thuong chu", "1.004222"),
    ("chuung thuc", "2.000815"),
    ("chugn thuc", "2.000815"),
    ("khuyt tat", "1.001699"),
    ("khueyt tat", "1.001699"),
    ("ho ngeho", "1.011607"),
    ("truogn", "2.002481"),
    ("vnied", "KN01"),
    ("mariage", "1.000894"),
    ("pasport", "1.010386"),
    ("sinh khai", "1.001193"),
    ("hon ket", "1.000894"),
    ("tru tam", "1.004194"),
    ("dung xay phep", "1.013225"),
    ("khau mat quen", "KN03"),
    ("khaisinh", "1.001193"),
    ("cancuoc", "1.014061"),
    ("hokhau", "1.004222"),
    ("dk ks", "1.001193"),
    ("dk xe", "1.012575"),
];

#[test]
fn one_wrong_letter_or_another_order_still_finds() {
    let wrong: Vec<String> = TYPED
        .iter()
        .filter_map(|(typed, code)| {
            let found = find(typed);
            (!found.iter().take(3).any(|one| one == code))
                .then(|| format!("«{typed}»: {code} is not in {:?}", &found[..found.len().min(3)]))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A word with one letter missing, doubled, swapped with its neighbour, and wrong; not at its beginning.
fn with_errors(word: &str) -> [String; 4] {
    let (start, rest) = word.split_at(word.len() / 2);
    let (letter, rest) = rest.split_at(1);
    let swapped = format!("{start}{}{letter}{}", &rest[..1.min(rest.len())], &rest[1.min(rest.len())..]);
    [
        format!("{start}{rest}"),
        format!("{start}{letter}{letter}{rest}"),
        swapped,
        format!("{start}{}{rest}", if letter == "x" { "z" } else { "x" }),
    ]
}

#[test]
fn every_entry_is_found_by_its_short_name_with_a_typing_error_in_any_long_word() {
    let (catalogue, finder) = (catalogue(), finder());
    let mut tried = 0;
    for entry in catalogue.valid_on("2026-11-21".parse().unwrap()) {
        let short = fold(&entry.short.vi);
        let words: Vec<&str> = short.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            if word.len() < 4 || !word.bytes().all(|letter| letter.is_ascii_alphabetic()) {
                continue;
            }
            // Each kind of error in turn: all of them in every word would take a minute.
            let wrong = &with_errors(word)[tried % 4];
            let mut typed = words.clone();
            typed[at] = wrong;
            let typed = typed.join(" ");
            let found = finder.find(&typed, &Habits::default());
            assert!(found.contains(&entry.code), "«{typed}»: {} is not in {found:?}", entry.code);
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn what_fits_as_it_was_typed_comes_before_what_fits_with_an_error() {
    // «thai» is a word of the catalogue and one letter from «khai».
    assert_eq!(find("thai")[0], "2.000693");
    assert_eq!(find("khai")[0], "1.001193");
    assert!(!find("khai").contains(&"2.000693".to_owned()));
    // A code is never nearly right.
    assert_eq!(find("2.000816"), ["KHAC"]);
    assert_eq!(find("ct08"), ["KHAC"]);
}
