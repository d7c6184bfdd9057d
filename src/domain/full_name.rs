//! The full name of a person: in which order names stand, and how they are found by a few letters.
//!
//! People are called by the given name, the last word of the name, so lists go by it: given name, then family name, then the
//! words between. Letters and tones go as the Vietnamese collation of CLDR has them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::fold;

/// Puts people in the order of their names: given name, family name, the words between.
pub fn sort_by_name<T>(people: &mut [T], name: impl Fn(&T) -> String) {
    people.sort_by_cached_key(|one| {
        let name = name(one);
        (key(&name), name)
    });
}

/// The people whose names fit what was typed, the best first; all of them while nothing is typed. Those who fit alike stay in
/// their order.
pub fn find<T>(typed: &str, people: impl IntoIterator<Item = T>, name: impl Fn(&T) -> String) -> Vec<T> {
    if fold(typed).is_empty() {
        return people.into_iter().collect();
    }
    let fits = |one: T| Some((rank(typed, &name(&one))?, one));
    let mut found: Vec<(u8, T)> = people.into_iter().filter_map(fits).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, one)| one).collect()
}

/// How well a name fits what was typed without marks, the best first: the given name begins with it; it is the first letters
/// of all words; the name begins with it; each word typed begins a word of the name. `None` when it does not fit, or nothing was typed.
pub fn rank(typed: &str, name: &str) -> Option<u8> {
    let (typed, name) = (fold(typed), fold(name));
    let given = name.rsplit(' ').next().unwrap_or_default();
    if typed.is_empty() {
        None
    } else if given.starts_with(&typed) {
        Some(u8::from(given != typed))
    } else if typed.chars().eq(name.split(' ').filter_map(|word| word.chars().next())) {
        Some(2)
    } else if name.starts_with(&typed) {
        Some(3)
    } else {
        let begins = |word: &str| name.split(' ').any(|part| part.starts_with(word));
        typed.split(' ').all(begins).then_some(4)
    }
}

/// Compared one after the other, each as a collation compares a text.
type Key = [TextKey; 3];

fn key(name: &str) -> Key {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (given, rest) = words.split_last().map_or(("", &[][..]), |(given, rest)| (*given, rest));
    let (family, between) = rest.split_first().map_or(("", &[][..]), |(family, between)| (*family, between));
    [TextKey::of(given), TextKey::of(family), TextKey::of(&between.join(" "))]
}

/// A text as a collation compares it: by letters; where those are the same by tones, from the left; then small letters before
/// capitals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct TextKey {
    letters: Vec<Letter>,
    tones: Vec<u8>,
    capitals: Vec<bool>,
}

/// A letter without its tone: its kind (signs, digits, letters), the letter of the alphabet that it stands with, and its place there.
type Letter = (u8, char, u8);

impl TextKey {
    fn of(text: &str) -> Self {
        let mut key = Self { letters: Vec::new(), tones: Vec::new(), capitals: Vec::new() };
        for sign in text.nfd() {
            if is_combining_mark(sign) {
                if let (Some((_, letter, place)), Some(tone)) = (key.letters.last_mut(), key.tones.last_mut())
                {
                    match (sign, *letter) {
                        // Breve, circumflex and horn make letters of their own: a, ă, â; e, ê; o, ô, ơ; u, ư.
                        ('\u{306}', 'a') | ('\u{302}', 'e' | 'o') | ('\u{31b}', 'u') => *place = 1,
                        ('\u{302}', 'a') | ('\u{31b}', 'o') => *place = 2,
                        _ => *tone = (*tone).max(tone_of(sign)),
                    }
                }
                continue;
            }
            for small in sign.to_lowercase() {
                let (base, place) = if small == '\u{111}' { ('d', 1) } else { (small, 0) };
                let kind = if small.is_alphabetic() { 2 } else { u8::from(small.is_numeric()) };
                key.letters.push((kind, base, place));
                key.tones.push(0);
                key.capitals.push(sign.is_uppercase());
            }
        }
        key
    }
}

/// The tones in the order of the dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
const fn tone_of(mark: char) -> u8 {
    match mark {
        '\u{300}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' => 4,
        '\u{323}' => 5,
        _ => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made once with ICU 72 (`Collator`, locale `vi`), each name by the keys of given name, family name and the words between;
    /// the file says how.
    const BY_ICU: &str = include_str!("full_name/by_icu.txt");

    #[test]
    fn names_stand_as_the_collation_of_icu_has_them() {
        let right: Vec<&str> = BY_ICU.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(right.len(), 300);
        let mut sorted = right.clone();
        sorted.sort_unstable();
        assert_ne!(sorted, right);
        sort_by_name(&mut sorted, |name| (*name).to_owned());
        for (at, (sorted, right)) in sorted.iter().zip(&right).enumerate() {
            assert_eq!(sorted, right, "line {at}");
        }
    }

    #[test]
    fn a_composed_name_and_its_decomposed_twin_stand_side_by_side() {
        let composed = "Trần Văn Ngọc";
        let decomposed: String = composed.nfd().collect();
        assert_eq!(key(composed), key(&decomposed));
        assert!(key("") < key("An"));
    }

    #[test]
    fn the_given_name_is_found_before_other_words() {
        for (typed, name, fit) in [
            ("hu", "Trần Thị Hương", Some(1)),
            ("huong", "Trần Thị Hương", Some(0)),
            ("tth", "Trần Thị Hương", Some(2)),
            ("tran thi", "Trần Thị Hương", Some(3)),
            ("thi", "Trần Thị Hương", Some(4)),
            ("hu tr", "Trần Thị Hương", Some(4)),
            ("d", "Lê Đức", Some(1)),
            ("x", "Lê Đức", None),
            (" ", "Lê Đức", None),
        ] {
            assert_eq!(rank(typed, name), fit, "{typed} {name}");
        }
    }

    #[test]
    fn sixty_people_are_found_by_two_letters() {
        // Every fifth of the three hundred.
        let people: Vec<&str> = BY_ICU.lines().filter(|line| !line.starts_with('#')).step_by(5).collect();
        assert_eq!(people.len(), 60);
        for wanted in &people {
            let given = fold(wanted.rsplit(' ').next().unwrap_or_default());
            let typed: String = given.chars().take(2).collect();
            let mut found: Vec<(u8, usize)> =
                people.iter().enumerate().filter_map(|(at, name)| Some((rank(&typed, name)?, at))).collect();
            found.sort_unstable();
            let place = found.iter().position(|(_, at)| people[*at] == *wanted).unwrap();
            // A list of them has more rows than this at 80×24.
            assert!(place < 12, "{wanted} is number {place} of {typed}");
        }
    }
}
