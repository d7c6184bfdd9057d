//! Numbers of papers and bank cards, told by their digits and how these are grouped.

use std::ops::Range;

use super::Sensitive;
use crate::domain::card::Prefix;
use crate::domain::digits::{digit, is_telephone};
use crate::domain::fold::fold;

/// How many signs may stand between two groups of one number: «001 - 090».
const WIDEST_GAP: usize = 3;

/// A run of digits.
pub(super) struct Group {
    pub(super) place: Range<usize>,
    pub(super) digits: Vec<u8>,
    /// What stands between this group and the next of its chain.
    gap: String,
}

/// Groups with nothing but separators between them.
pub(super) struct Chain {
    pub(super) groups: Vec<Group>,
    /// Whether a letter stands right before it, as in the number of a dossier: `H29.14-261118-0042`.
    is_attached: bool,
    /// What follows it, folded: `d` or `dong` makes it a sum of money.
    after: String,
}

/// The places of the numbers that must not be saved.
pub(super) fn numbers(letters: &[char]) -> Vec<(Range<usize>, Sensitive)> {
    chains(letters).iter().flat_map(Chain::find).collect()
}

pub(super) fn is_separator(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '.' | '-' | '_' | '\u{2010}'..='\u{2015}')
}

pub(super) fn chains(letters: &[char]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if digit(letters[at]).is_none() {
            at += 1;
            continue;
        }
        let digits: Vec<u8> = letters[at..].iter().map_while(|letter| digit(*letter)).collect();
        let place = at..at + digits.len();
        at = place.end;
        let last = chains.last_mut().and_then(|chain| chain.groups.last_mut());
        let gap = last.as_ref().map(|last| &letters[last.place.end..place.start]);
        let is_joined =
            gap.is_some_and(|gap| gap.len() <= WIDEST_GAP && gap.iter().all(|one| is_separator(*one)));
        if let (Some(last), true) = (last, is_joined) {
            last.gap = letters[last.place.end..place.start].iter().collect();
        } else {
            let is_attached = place.start > 0 && letters[place.start - 1].is_alphabetic();
            chains.push(Chain { groups: Vec::new(), is_attached, after: String::new() });
        }
        if let Some(chain) = chains.last_mut() {
            let after: String = letters[place.end..].iter().take(5).collect();
            chain.after = fold(&after);
            chain.groups.push(Group { place, digits, gap: String::new() });
        }
    }
    chains
}

/// Whether groups of a chain are a number of some kind.
type Test = fn(&Chain, Range<usize>) -> bool;

impl Chain {
    fn find(&self) -> Vec<(Range<usize>, Sensitive)> {
        let mut taken = vec![false; self.groups.len()];
        let mut found = Vec::new();
        // What a note needs comes before what it must not hold; and the longer number before a part of it.
        let tests: [(Test, Option<Sensitive>); 9] = [
            (Self::is_money, None),
            (Self::is_date, None),
            (Self::is_procedure, None),
            (Self::is_bank_card, Some(Sensitive::BankCard)),
            (Self::is_personal_number, Some(Sensitive::Identity)),
            (Self::is_telephone, None),
            (Self::is_old_number, Some(Sensitive::Identity)),
            (Self::is_cut_number, Some(Sensitive::Identity)),
            (Self::is_long_number, Some(Sensitive::Identity)),
        ];
        for (test, kind) in tests {
            for from in 0..self.groups.len() {
                let free = taken[from..].iter().take_while(|taken| !**taken).count();
                let longest = (1..=free).rev().map(|count| from..from + count);
                let fits = |span: &Range<usize>| !self.is_part_of_a_code(span) && test(self, span.clone());
                let Some(span) = longest.into_iter().find(fits) else { continue };
                taken[span.clone()].fill(true);
                let place = self.groups[span.start].place.start..self.groups[span.end - 1].place.end;
                found.extend(kind.map(|kind| (place, kind)));
            }
        }
        found
    }

    pub(super) fn digits(&self, span: Range<usize>) -> Vec<u8> {
        self.groups[span].iter().flat_map(|group| group.digits.iter().copied()).collect()
    }

    fn sizes(&self, span: Range<usize>) -> Vec<usize> {
        self.groups[span].iter().map(|group| group.digits.len()).collect()
    }

    /// Whether the groups are of one size, but for the last, as a person writes a long number.
    fn is_even(&self, span: Range<usize>) -> bool {
        let sizes = self.sizes(span);
        let Some((last, rest)) = sizes.split_last() else { return false };
        rest.iter().all(|size| *size == rest[0] && last <= size)
    }

    /// Whether the same stands between all the groups: «50.000–150.000» is no number.
    fn has_one_gap(&self, span: Range<usize>) -> bool {
        let groups = &self.groups[span];
        groups[..groups.len() - 1].windows(2).all(|pair| pair[0].gap == pair[1].gap)
    }

    /// Whether these groups go on with a word and its signs, as in the number of a dossier: `G22.99.02-250101-0001`.
    /// One group alone may still be a whole number: `CCCD001090123456`.
    fn is_part_of_a_code(&self, span: &Range<usize>) -> bool {
        let is_sign = |group: &Group| matches!(group.gap.as_str(), "." | "-");
        self.is_attached && span.len() > 1 && self.groups[..span.end - 1].iter().all(is_sign)
    }

    /// «150.000.000 đ».
    fn is_money(&self, span: Range<usize>) -> bool {
        let groups = &self.groups[span.clone()];
        let is_whole = span.len() == self.groups.len();
        let unit = self.after.split(' ').next().unwrap_or_default();
        is_whole
            && matches!(unit, "d" | "dong" | "vnd")
            && groups[0].digits[0] != 0
            && (groups.len() == 1 || groups[0].digits.len() <= 3)
            && groups[1..].iter().all(|group| group.digits.len() == 3)
            && groups[..groups.len() - 1].iter().all(|group| group.gap == ".")
    }

    /// «15.11.2026», «15-11-2026», «2026-11-15».
    pub(super) fn is_date(&self, span: Range<usize>) -> bool {
        let [first, second, third] = &self.groups[span] else { return false };
        let number =
            |group: &Group| group.digits.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit));
        let is_date = |day: &Group, month: &Group, year: &Group| {
            day.digits.len() <= 2
                && month.digits.len() <= 2
                && year.digits.len() == 4
                && (1..=31).contains(&number(day))
                && (1..=12).contains(&number(month))
                && (1900..2100).contains(&number(year))
        };
        let is_even = first.gap == second.gap && matches!(first.gap.as_str(), "." | "-");
        is_even && (is_date(first, second, third) || is_date(third, second, first))
    }

    /// The national code of a procedure: «2.000815».
    fn is_procedure(&self, span: Range<usize>) -> bool {
        self.sizes(span.clone()) == [1, 6] && self.groups[span.start].gap == "."
    }

    fn is_personal_number(&self, span: Range<usize>) -> bool {
        let digits = self.digits(span.clone());
        // A list of small numbers is of no province but by chance.
        is_personal_number(&digits)
            && (self.has_one_gap(span) || Prefix::of([digits[0], digits[1], digits[2]]).is_known())
    }

    /// Nine digits, the first two a province's; all nine in one run are enough.
    fn is_old_number(&self, span: Range<usize>) -> bool {
        let digits = self.digits(span.clone());
        let sizes = self.sizes(span.clone());
        let is_province = digits.first().is_some_and(|first| *first <= 3);
        let is_written_so = self.is_even(span.clone()) || matches!(sizes[..], [2..=7, 2..=7]);
        digits.len() == 9 && (sizes.len() == 1 || (is_province && is_written_so && self.has_one_gap(span)))
    }

    /// 13–19 digits that begin as a card's do and pass Luhn's test (ISO/IEC 7812-1).
    fn is_bank_card(&self, span: Range<usize>) -> bool {
        let digits = self.digits(span.clone());
        let sizes = self.sizes(span.clone());
        let is_written_so = self.is_even(span) || matches!(sizes[..], [4, 6, 4 | 5] | [6, _]);
        (13..=19).contains(&digits.len())
            && matches!(digits[0], 2..=6 | 9)
            && is_written_so
            && passes_luhn(&digits)
    }

    /// A personal number of which one or two digits are lost: the zeros at its front, as a spreadsheet loses them, or the
    /// end. Asked after [`Self::is_telephone`].
    fn is_cut_number(&self, span: Range<usize>) -> bool {
        let digits = self.digits(span.clone());
        let sizes = self.sizes(span.clone());
        let is_in_groups = sizes.iter().all(|size| *size >= 3) || (digits.len() == 11 && sizes.len() == 11);
        let is_written_so = is_in_groups && self.has_one_gap(span);
        let is_whole_with = |zeros: usize| {
            let whole: Vec<u8> = std::iter::repeat_n(0, zeros).chain(digits.iter().copied()).collect();
            matches!(whole[..], [a, b, c, century, ..] if Prefix::of([a, b, c]).is_known() && century <= 3)
        };
        let is_one = match (digits.len(), digits.first()) {
            (10 | 11, Some(0)) => true,
            (11, _) => is_whole_with(1),
            _ => false,
        };
        is_written_so && is_one
    }

    /// A personal number and an old one, also cut, where the sign between the two was lost; or the number of a health
    /// insurance card, which has two letters before it.
    fn is_long_number(&self, span: Range<usize>) -> bool {
        let [group] = &self.groups[span] else { return false };
        let length = group.digits.len();
        let is_two = length >= 13 && (group.digits[0] == 0 || group.digits[length - 9] == 0);
        is_two || length >= 17 || (length == 13 && self.is_attached)
    }

    fn is_telephone(&self, span: Range<usize>) -> bool {
        is_telephone(&self.digits(span))
    }
}

/// Twelve digits: where the birth was registered, century and sex, year, six more. No check digit (docs/domain.md, "Identity and places").
pub(super) fn is_personal_number(digits: &[u8]) -> bool {
    let [a, b, c, century, ..] = digits[..] else { return false };
    // Who was born abroad has the prefix of a country, which is on no list here; then the century must be one of a
    // living person.
    digits.len() == 12 && (Prefix::of([a, b, c]).is_known() || (a <= 3 && century <= 3))
}

fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(*digit) * if at % 2 == 0 { 1 } else { 2 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}
