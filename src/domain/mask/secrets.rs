//! Passwords and codes, told by the words that announce them.

use std::ops::Range;

use super::{Sensitive, Word, words};
use crate::domain::digits::digit;
use crate::domain::fold::fold;

/// The words that announce a password, folded.
const PASSWORDS: &[&[&str]] =
    &[&["mk"], &["mat", "khau"], &["matkhau"], &["pass"], &["passwd"], &["password"], &["pw"], &["pwd"]];

/// The words that announce a code of digits, folded.
const CODES: &[&[&str]] =
    &[&["otp"], &["pin"], &["ma", "xac", "thuc"], &["ma", "xac", "minh"], &["ma", "xac", "nhan"]];

/// How many words may stand between the word and the colon: «mật khẩu VNeID của bác: …».
const MOST_BETWEEN: usize = 3;

/// The places of passwords and codes.
pub(super) fn secrets(letters: &[char]) -> Vec<(Range<usize>, Sensitive)> {
    let words = words(letters);
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        let announced = |phrases: &[&[&str]]| {
            let fits = |phrase: &&&[&str]| {
                phrase
                    .iter()
                    .enumerate()
                    .all(|(step, part)| words.get(at + step).is_some_and(|word| word.folded == *part))
            };
            phrases.iter().find(fits).map(|phrase| at + phrase.len())
        };
        let place = if let Some(next) = announced(PASSWORDS) {
            value(letters, &words, next, password)
        } else if let Some(next) = announced(CODES) {
            value(letters, &words, next, code)
        } else {
            None
        };
        // «mk otp: 1234» announces one value twice.
        found.extend(place.filter(|place| found.last().is_none_or(|last| last.end <= place.start)));
    }
    found.into_iter().map(|place| (place, Sensitive::Secret)).collect()
}

/// How a value is announced: the more is between, the plainer the value must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Announced {
    /// Right after the word, with a colon or «là».
    Said,
    /// Right after the word, with a space only.
    Bare,
    /// After some words and a colon or «là».
    Later,
    /// After some words, with no sign.
    Loosely,
}

/// The value that the words before `next` announce.
fn value(
    letters: &[char],
    words: &[Word],
    next: usize,
    reads: fn(&[char], Announced) -> Option<usize>,
) -> Option<Range<usize>> {
    let mut end = words.get(next.checked_sub(1)?)?.place.end;
    for between in 0..=MOST_BETWEEN {
        let (start, is_said) = after(letters, end);
        let announced = match (between, is_said) {
            (0, true) => Announced::Said,
            (0, false) => Announced::Bare,
            (_, true) => Announced::Later,
            (_, false) => Announced::Loosely,
        };
        let length = if start > end { reads(&letters[start..], announced) } else { None };
        if let Some(length) = length {
            return Some(start..start + length);
        }
        // A sentence that goes on after the sign announces nothing more; nor does one with another sign in it.
        let word = words.get(next + between)?;
        if is_said || word.place.start != end + 1 || letters[end] != ' ' {
            return None;
        }
        end = word.place.end;
    }
    None
}

/// Where what follows begins, and whether a colon, an equals sign or «là» stands before it.
fn after(letters: &[char], end: usize) -> (usize, bool) {
    let is_gap = |letter: &char| matches!(letter, ' ' | '\u{a0}' | '"' | '«' | '“');
    let skip = |from: usize| from + letters[from..].iter().take_while(|letter| is_gap(letter)).count();
    let at = skip(end);
    if matches!(letters.get(at), Some(':' | '=')) {
        return (skip(at + 1), true);
    }
    let is: String = letters[at..].iter().take(3).collect();
    if at > end && matches!(fold(&is).as_str(), "la" | "is") && letters.get(at + 2) == Some(&' ') {
        return (skip(at + 2), true);
    }
    (at, false)
}

/// How many letters of the text are a password.
fn password(text: &[char], announced: Announced) -> Option<usize> {
    let token: Vec<char> = text.iter().copied().take_while(|letter| !letter.is_whitespace()).collect();
    let ends = |letter: &&char| matches!(letter, '.' | ',' | ';' | ')' | '"' | '»' | '”');
    let length = token.len() - token.iter().rev().take_while(ends).count();
    let token = &token[..length];
    // A word with a Vietnamese mark is a word: no password field takes one.
    let is_typed = token.iter().all(|letter| letter.is_ascii_graphic() || digit(*letter).is_some());
    let is_masked = token.iter().all(|letter| *letter == '*');
    let has_digit = token.iter().any(|letter| digit(*letter).is_some());
    let has_sign = token.iter().any(char::is_ascii_punctuation);
    let is_one = match announced {
        Announced::Said => length >= 3,
        Announced::Bare => length >= 4 && has_digit,
        Announced::Later => length >= 4 && (has_digit || has_sign),
        Announced::Loosely => false,
    };
    (is_typed && !is_masked && is_one).then_some(length)
}

/// How many letters of the text are a code: 4–8 digits, also in groups.
fn code(text: &[char], announced: Announced) -> Option<usize> {
    let (mut digits, mut length) = (0, 0);
    for (at, letter) in text.iter().enumerate() {
        if digit(*letter).is_some() {
            digits += 1;
            length = at + 1;
        } else if !matches!(letter, ' ' | '-' | '.') || length != at {
            break;
        }
    }
    let is_word = text.get(length).is_some_and(|letter| letter.is_alphanumeric());
    let is_one = match announced {
        Announced::Loosely => digits == 6 && length == 6,
        _ => (4..=8).contains(&digits),
    };
    (!is_word && is_one).then_some(length)
}
