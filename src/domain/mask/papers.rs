//! Numbers of papers that have no shape by themselves: a word announces them, or odd signs stand between their groups.

use std::ops::Range;

use super::numbers::{chains, is_personal_number, is_separator};
use super::{Sensitive, words};
use crate::domain::digits::{digit, is_telephone};

/// The words that announce the number of a paper, folded.
const PAPERS: &[&[&str]] = &[
    &["cccd"],
    &["cmnd"],
    &["cmtnd"],
    &["cmt"],
    &["can", "cuoc"],
    &["dinh", "danh"],
    &["bhyt"],
    &["bhxh"],
    &["bao", "hiem"],
    &["ho", "chieu"],
    &["passport"],
];

/// What may stand between such a word and the number.
const BEFORE_A_NUMBER: &[&str] =
    &["so", "ma", "la", "the", "cu", "moi", "y", "te", "xa", "hoi", "cong", "dan"];

/// As many digits are left to tell two people apart: «CCCD đuôi 3456».
const SHORTEST_ANNOUNCED: usize = 6;

/// The numbers that a word announces, whatever they look like: a cut one, a passport's, an insurance card's.
pub(super) fn announced(letters: &[char]) -> Vec<(Range<usize>, Sensitive)> {
    let words = words(letters);
    let mut found: Vec<(Range<usize>, Sensitive)> = Vec::new();
    for at in 0..words.len() {
        let fits = |paper: &&&[&str]| {
            paper
                .iter()
                .enumerate()
                .all(|(step, part)| words.get(at + step).is_some_and(|word| word.folded == *part))
        };
        let Some(paper) = PAPERS.iter().find(fits) else { continue };
        let mut next = at + paper.len();
        while words.get(next).is_some_and(|word| BEFORE_A_NUMBER.contains(&word.folded.as_str())) {
            next += 1;
        }
        let Some(start) = words.get(next).map(|word| word.place.start) else { continue };
        let end = words[next - 1].place.end;
        let is_near =
            letters[end..start].iter().all(|one| is_separator(*one) || matches!(one, ':' | '=' | '(' | '№'));
        let Some(length) = announced_length(&letters[start..]).filter(|_| is_near) else { continue };
        if found.last().is_none_or(|(last, _)| last.end <= start) {
            found.push((start..start + length, Sensitive::Identity));
        }
    }
    found
}

/// How many letters the number has that begins here: two letters at most, then digits in groups; `None` when it is a
/// telephone number, a date or too short for a paper's.
fn announced_length(letters: &[char]) -> Option<usize> {
    let before = letters.iter().take_while(|letter| letter.is_ascii_alphabetic()).count();
    let chains = chains(&letters[before..]);
    let chain = chains.first().filter(|chain| before <= 2 && chain.groups[0].place.start == 0)?;
    let whole = 0..chain.groups.len();
    let is_date = chain.groups.len() >= 3 && chain.is_date(0..3);
    let is_paper = chain.digits(whole.clone()).len() >= SHORTEST_ANNOUNCED
        && chain.groups[0].digits.len() >= if before == 0 { 3 } else { 1 }
        && !is_date
        && !is_telephone(&chain.digits(whole));
    let last = chain.groups.last()?;
    is_paper.then_some(before + last.place.end)
}

/// How a person groups twelve digits.
const GROUPED: &[&[usize]] = &[&[3, 3, 3, 3], &[4, 4, 4], &[3, 3, 6], &[3, 9], &[6, 6], &[3, 1, 2, 6]];

/// Personal numbers with the same sign between their groups that prose has between two numbers: `001/090/123/456`.
pub(super) fn punctuated(letters: &[char]) -> Vec<(Range<usize>, Sensitive)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let is_start = digit(letters[at]).is_some() && (at == 0 || digit(letters[at - 1]).is_none());
        let fits = |sizes: &&&[usize]| {
            let mut next = at;
            let mut sign = None;
            for (group, size) in sizes.iter().enumerate() {
                if group > 0 {
                    let one = letters.get(next).copied().filter(|one| is_odd_separator(*one));
                    if one.is_none() || sign.is_some_and(|sign| Some(sign) != one) {
                        return false;
                    }
                    sign = one;
                    next += 1;
                }
                let digits = letters[next..].iter().take_while(|letter| digit(**letter).is_some()).count();
                if digits != *size {
                    return false;
                }
                next += size;
            }
            let digits: Vec<u8> = letters[at..next].iter().filter_map(|letter| digit(*letter)).collect();
            is_personal_number(&digits)
        };
        match GROUPED.iter().find(|sizes| is_start && fits(sizes)) {
            Some(sizes) => {
                let end = at + sizes.iter().sum::<usize>() + sizes.len() - 1;
                found.push((at..end, Sensitive::Identity));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn is_odd_separator(letter: char) -> bool {
    matches!(letter, ',' | '/' | '\\' | ':' | '·' | '+' | '*' | '#' | '\'' | '’' | '~' | '\t')
}
