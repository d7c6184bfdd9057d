//! What is left of a citizen card in a text: a scan or a copy that was cut, mangled or read field by field.
//!
//! A card that can be read is the business of the module above. This one knows a card by its shape, so that a damaged one is not
//! taken for a note: a number of 9–12 digits, a birth date of eight digits, the sex, an address, the date of issue, in
//! this order, with bars or other signs or nothing between; and the three machine-readable lines of the back.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::FEMALE;
use crate::domain::digits::{digit, is_telephone};
use crate::domain::fold::fold;

/// Whether a text holds a card or what is left of one.
pub fn is_in(text: &str) -> bool {
    let letters: Vec<char> = text.nfc().collect();
    !remains(&letters).is_empty()
}

/// Whether a text is of the machine-readable lines on the back of a card or in a passport.
pub(super) fn is_machine_readable(text: &str) -> bool {
    let letters: Vec<char> = text.nfc().collect();
    let reading = Reading::of(&letters);
    (0..reading.parts.len()).any(|at| reading.machine_readable(at).is_some())
}

/// The places where a card or what is left of one stands. A whole card is its fields and no more. Of a damaged one the whole
/// lines: what else stands there may be a name.
pub(in crate::domain) fn remains(letters: &[char]) -> Vec<Range<usize>> {
    let reading = Reading::of(letters);
    let whole: Vec<Range<usize>> = (0..reading.parts.len()).filter_map(|at| reading.whole(at)).collect();
    // What stands beside whole cards is read as if they were masked.
    let mut rest = letters.to_vec();
    for place in &whole {
        rest[place.clone()].fill('*');
    }
    let reading = Reading::of(&rest);
    let mut found: Vec<Range<usize>> = (0..reading.parts.len())
        .flat_map(|at| {
            [
                reading.bar(at),
                reading.sign(at),
                reading.number_and_more(at),
                reading.date_and_more(at),
                reading.machine_readable(at),
            ]
        })
        .flatten()
        .map(|parts| reading.lines(parts))
        .chain(whole)
        .collect();
    found.sort_by_key(|place| place.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in found {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

/// A card has its number, the old number or nothing, the name, the birth, the sex, the address, the day of issue.
const CARD_FIELDS: usize = 7;

/// How far apart a number and a date of one card may stand, in parts of a text: a long name lies between.
const FARTHEST: usize = 40;

/// How many letters a field between bars has at least, that nobody would have written so.
const LONG_FIELD: usize = 6;

/// How many digits of a number or a date are left at least, beside a name, that tell more than the name does.
const FEWEST_DIGITS: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digits,
    Word,
    /// One sign, one space or one line break.
    Sign,
}

/// A run of digits, a run of letters, or one sign.
struct Part {
    kind: Kind,
    place: Range<usize>,
    text: String,
}

/// A text in its parts.
struct Reading<'a> {
    letters: &'a [char],
    parts: Vec<Part>,
}

impl<'a> Reading<'a> {
    fn of(letters: &'a [char]) -> Self {
        let kind = |letter: char| match letter {
            _ if digit(letter).is_some() => Kind::Digits,
            _ if letter.is_alphabetic() || is_combining_mark(letter) => Kind::Word,
            _ => Kind::Sign,
        };
        let mut parts: Vec<Part> = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            let kind = kind(*letter);
            let plain = digit(*letter).map_or(*letter, |value| char::from(b'0' + value));
            match parts.last_mut() {
                Some(last) if last.kind == kind && kind != Kind::Sign => {
                    last.text.push(plain);
                    last.place.end = at + 1;
                }
                _ => parts.push(Part { kind, place: at..at + 1, text: plain.to_string() }),
            }
        }
        Self { letters, parts }
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.parts.get(at).is_some_and(|part| part.kind == kind)
    }

    fn text(&self, at: usize) -> &str {
        self.parts.get(at).map_or("", |part| &part.text)
    }

    /// A word of two letters at least that is no unit of what was counted before it.
    fn is_word(&self, at: usize) -> bool {
        self.is(at, Kind::Word) && self.text(at).chars().count() >= 2 && !is_unit(self.text(at))
    }

    /// The number of a card, whole or cut, or the old number; not one that people are called by.
    fn is_number(&self, at: usize) -> bool {
        let digits: Vec<u8> = self.text(at).chars().filter_map(digit).collect();
        let unit = at + 1 + usize::from(self.text(at + 1) == " ");
        self.is(at, Kind::Digits)
            && (9..=22).contains(&digits.len())
            && !is_telephone(&digits)
            && !is_unit(self.text(unit))
    }

    /// A date as a card writes it: `01011990`.
    fn is_date(&self, at: usize) -> bool {
        self.is(at, Kind::Digits) && is_date(self.text(at))
    }

    /// The sign between two fields that stands on no other paper, or one that a wrong keyboard makes of it.
    fn is_hard(&self, at: usize) -> bool {
        self.is(at, Kind::Sign) && self.text(at).chars().all(is_hard)
    }

    fn is_space(&self, at: usize) -> bool {
        self.is(at, Kind::Sign) && self.text(at).chars().all(char::is_whitespace)
    }

    /// The first part after `at` that is neither a space nor a sign, and whether a sign between fields was passed.
    fn next_after(&self, at: usize) -> Option<(usize, bool)> {
        let gap = self.parts[at + 1..].iter().take_while(|part| part.kind == Kind::Sign).count();
        let next = at + 1 + gap;
        let is_hard = (at + 1..next).any(|at| self.is_hard(at) || self.text(at) == "\n");
        (gap <= 3 && next < self.parts.len()).then_some((next, is_hard))
    }

    /// The field that ends before a sign, or the one that begins after it, without the spaces around it.
    fn field(&self, at: usize, is_before: bool) -> Range<usize> {
        let ends = |at: &usize| self.is_hard(*at) || self.text(*at) == "\n";
        let (mut from, mut until) = if is_before {
            ((0..at).rev().find(ends).map_or(0, |at| at + 1), at)
        } else {
            (at + 1, (at + 1..self.parts.len()).find(ends).unwrap_or(self.parts.len()))
        };
        while from < until && self.is_space(from) {
            from += 1;
        }
        while from < until && self.is_space(until - 1) {
            until -= 1;
        }
        from..until
    }

    /// Whether a field is nothing but a number, a date or a sex of a card.
    fn is_telling(&self, field: &Range<usize>) -> bool {
        let at = field.start;
        field.len() == 1 && (self.is_number(at) || self.is_date(at) || is_sex(self.text(at)))
    }

    fn has_words(&self, field: &Range<usize>) -> bool {
        field.clone().any(|at| self.is_word(at))
    }

    fn length(&self, field: &Range<usize>) -> usize {
        field.clone().map(|at| self.parts[at].place.len()).sum()
    }

    fn is_tight(&self, at: usize) -> bool {
        at > 0 && at + 1 < self.parts.len() && !self.is_space(at - 1) && !self.is_space(at + 1)
    }

    /// A card that nothing is missing of, from its number to its day of issue: all seven fields with the same sign between, and
    /// before and after it a space or the end of a line.
    fn whole(&self, at: usize) -> Option<Range<usize>> {
        let sign = self.text(at + 1);
        if !(self.is_number(at) && self.text(at).len() == 12 && self.is_hard(at + 1)) {
            return None;
        }
        let mut fields: Vec<Range<usize>> = Vec::new();
        let mut from = at;
        for part in at..=self.parts.len() {
            let is_sign = self.text(part) == sign;
            let is_end = fields.len() == CARD_FIELDS - 1 && part > from;
            if is_sign || is_end {
                fields.push(from..part);
                from = part + 1;
            }
            if fields.len() == CARD_FIELDS {
                break;
            }
            if self.text(part) == "\n" {
                return None;
            }
        }
        let [_, old, name, birth, sex, address, issued] = <[_; CARD_FIELDS]>::try_from(fields).ok()?;
        let is_date = |field: &Range<usize>| field.len() == 1 && self.is_date(field.start);
        let is_open = |at: usize| at >= self.parts.len() || self.is_space(at);
        let is_whole = (old.is_empty() || (old.len() == 1 && self.is_number(old.start)))
            && self.has_words(&name)
            && !name.clone().any(|at| self.is(at, Kind::Digits))
            && is_date(&birth)
            && sex.len() == 1
            && is_sex(self.text(sex.start))
            && self.has_words(&address)
            && is_date(&issued)
            && (at == 0 || self.is_space(at - 1))
            && (is_open(issued.end)
                || ([",", "."].contains(&self.text(issued.end)) && is_open(issued.end + 1)));
        is_whole.then(|| self.parts[at].place.start..self.parts[issued.start].place.end)
    }

    /// Fields with a bar between.
    fn bar(&self, at: usize) -> Option<Range<usize>> {
        if !(self.is_hard(at) && self.text(at).chars().all(is_bar)) {
            return None;
        }
        let sides = [self.field(at, true), self.field(at, false)];
        let is_long = sides.iter().any(|field| self.length(field) >= LONG_FIELD);
        let is_edge = at == 0 || at + 1 == self.parts.len();
        let is_double = self.is_hard(at + 1) && self.text(at + 1) == self.text(at);
        let is_telling = sides.iter().any(|field| self.is_telling(field));
        let is_of_a_card = is_telling || is_double || ((self.is_tight(at) || is_edge) && is_long);
        is_of_a_card.then(|| sides[0].start.min(at)..sides[1].end.max(at + 1))
    }

    /// Fields with another sign between, of which one tells by itself.
    fn sign(&self, at: usize) -> Option<Range<usize>> {
        let is_comma = self.text(at) == ",";
        if !(self.is_hard(at) || is_comma) || (at > 0 && self.text(at - 1) == self.text(at)) {
            return None;
        }
        // The old number may be missing: two signs stand together then.
        let last = at + self.parts[at + 1..].iter().take_while(|part| part.text == self.text(at)).count();
        if at == 0 || last + 1 == self.parts.len() || self.is_space(at - 1) || self.is_space(last + 1) {
            return None;
        }
        let (before, after) = if is_comma {
            (at - 1..at, last + 1..last + 2)
        } else {
            (self.field(at, true), self.field(last, false))
        };
        let fits = |one: &Range<usize>, other: &Range<usize>| {
            let words = other.clone().filter(|at| self.is(*at, Kind::Word)).count();
            let fewest = if last > at { 1 } else { FEWEST_DIGITS };
            let is_cut = words >= 2 && !is_comma && one.len() == 1 && self.text(one.start).len() >= fewest;
            let tells = self.is_telling(one) && (!is_comma || !is_sex(self.text(one.start)));
            let other_has_words =
                words > 0 && (!is_comma || self.has_words(other)) && !self.is_telling(other);
            other_has_words && (tells || (is_cut && self.is(one.start, Kind::Digits)))
        };
        (fits(&before, &after) || fits(&after, &before)).then_some(before.start..after.end)
    }

    /// A number and what only a card has after it.
    fn number_and_more(&self, at: usize) -> Option<Range<usize>> {
        if !self.is_number(at) {
            let is_rest = self.is(at, Kind::Digits) && self.text(at).len() >= FEWEST_DIGITS;
            let has_name =
                is_capital(self.text(at + 1)) && self.text(at + 2) == " " && self.is(at + 3, Kind::Word);
            return (is_rest && has_name && self.is_word(at + 1)).then_some(at..at + 2);
        }
        // Where the bars were lost the name follows at once.
        if self.is_word(at + 1) {
            return Some(at..at + 2);
        }
        let date = (at + 1..self.parts.len().min(at + FARTHEST)).rfind(|at| self.is_date(*at));
        if let Some(date) = date {
            return Some(at..date + 1);
        }
        // Each field in a line of its own, the one for the old number empty: the name follows.
        let is_alone =
            (at == 0 || self.text(at - 1) == "\n") && self.text(at + 1) == "\n" && self.text(at + 2) == "\n";
        if is_alone && self.is_word(at + 3) && self.text(at).len() == 12 {
            return Some(at..at + 4);
        }
        // The new number and the old one, then the name.
        let (other, _) = self.next_after(at)?;
        let (name, _) = self.next_after(other)?;
        let are_two = self.text(at).len() == 12 && self.is_number(other) && self.text(other).len() == 9;
        (are_two && self.is_word(name)).then_some(at..name + 1)
    }

    /// A date and what only a card has around it: the sex after it, or letters at once where the bars were lost; also a sex
    /// and an address with nothing between.
    fn date_and_more(&self, at: usize) -> Option<Range<usize>> {
        if self.is(at, Kind::Word) {
            return begins_with_a_sex(self.text(at)).then_some(at..at + 1);
        }
        if !self.is(at, Kind::Digits) {
            return None;
        }
        let two_words_before = at >= 3
            && self.is(at - 1, Kind::Word)
            && self.is_space(at - 2)
            && self.is(at - 3, Kind::Word)
            && !is_code(self.text(at - 1));
        if !self.is_date(at) {
            // Cut within its year.
            let text = self.text(at);
            let is_begun = (FEWEST_DIGITS..8).contains(&text.len()) && is_day_and_month(text);
            let is_last = at + 1 == self.parts.len();
            return (is_begun && is_last && two_words_before && is_capital(self.text(at - 1)))
                .then(|| at - 1..at + 1);
        }
        let has_name = at > 0 && self.is_word(at - 1) && is_capital(self.text(at - 1));
        if two_words_before || has_name || self.is_word(at + 1) {
            return Some(at.saturating_sub(1)..at + 2);
        }
        let (sex, is_hard) = self.next_after(at)?;
        let is_one = if is_hard || sex == at + 1 || self.text(at + 1) == "," {
            self.text(sex).starts_with(['n', 'N'])
        } else {
            is_sex(self.text(sex))
        };
        (is_one && self.is(sex, Kind::Word)).then_some(at..sex + 1)
    }

    /// The lines of the back: `IDVNM0901234560001090123456<<8`, `9001011M3001011VNM<<<<<<<<<<<4`, `NGUYEN<<VAN<A<<<`.
    fn machine_readable(&self, at: usize) -> Option<Range<usize>> {
        let text = self.text(at);
        let found = match self.parts[at].kind {
            Kind::Word => {
                let lower = text.to_lowercase();
                let after_digits = at > 0 && self.is(at - 1, Kind::Digits) && lower.starts_with("vnm");
                let before_digits = self.is(at + 1, Kind::Digits) && lower.ends_with("vnm");
                let between = matches!(lower.as_str(), "m" | "f")
                    && at > 0
                    && self.text(at - 1).len() == 7
                    && self.is(at - 1, Kind::Digits)
                    && self.text(at + 1).len() == 7
                    && self.is(at + 1, Kind::Digits);
                after_digits || before_digits || between
            }
            Kind::Sign => {
                let same = self.parts[at..].iter().take_while(|part| part.text == text).count();
                let follows = at > 0 && (self.is(at - 1, Kind::Word) || self.is(at - 1, Kind::Digits));
                let is_loud = |at: usize| {
                    self.text(at).chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
                };
                let joins = follows && !self.is(at + 1, Kind::Sign) && is_loud(at - 1) && is_loud(at + 1);
                match text {
                    "<" => same >= 3 || (same == 2 && follows) || (joins && at + 1 < self.parts.len()),
                    "«" | "," | ";" => same >= 4 && follows,
                    _ => false,
                }
            }
            Kind::Digits => false,
        };
        found.then_some(at..at + 1)
    }

    /// The whole lines of some parts. Where each field has a line of its own, the name stands before the date and the
    /// address after the sex.
    fn lines(&self, parts: Range<usize>) -> Range<usize> {
        let is_break = |at: usize| self.letters[at] == '\n';
        let line_of = |at: usize| {
            let from = (0..at).rev().find(|at| is_break(*at)).map_or(0, |at| at + 1);
            let until = (at..self.letters.len()).find(|at| is_break(*at)).unwrap_or(self.letters.len());
            from..until
        };
        let last = parts.end.min(self.parts.len()) - 1;
        let first_part = &self.parts[parts.start.min(last)];
        let last_part = &self.parts[last];
        let (mut first, mut end) = (line_of(first_part.place.start), line_of(last_part.place.end - 1));
        if first == first_part.place && self.is_date(parts.start) && first.start > 0 {
            first = line_of(first.start - 1);
        }
        if end == last_part.place && is_sex(self.text(last)) && end.end < self.letters.len() {
            end = line_of(end.end + 1);
            let after: String = self.letters.iter().skip(end.end + 1).take(8).collect();
            if is_date(&after) {
                end = line_of(end.end + 1);
            }
        }
        first.start..end.end
    }
}

fn is_bar(letter: char) -> bool {
    matches!(letter, '|' | '¦' | '│' | '┃' | 'ǀ' | '∣' | '｜')
}

/// Signs that no prose has between two words without a space.
fn is_hard(letter: char) -> bool {
    is_bar(letter)
        || matches!(
            letter,
            ';' | '~'
                | '^'
                | '#'
                | '$'
                | '\\'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '§'
                | '°'
                | '¬'
                | '`'
                | '='
                | '_'
        )
}

/// How cards and what damages them write the sex.
fn is_sex(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "nam" | FEMALE | "n\u{1b0}" | "nu" | "nuwx" | "nux" | "nuw" | "male" | "female"
    )
}

/// A sex and an address with nothing between, as in `NamPhường`.
fn begins_with_a_sex(word: &str) -> bool {
    ["Nam", "N\u{1eef}"].iter().any(|sex| {
        let mut after = word.strip_prefix(sex).unwrap_or_default().chars();
        after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase)
    })
}

/// What may follow a sum or a count without a space.
fn is_unit(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "d" | "dong" | "vnd" | "k" | "tr" | "trieu" | "ty" | "usd" | "kg" | "km" | "kwh" | "mm" | "cm"
    )
}

/// Letters before a number that are a code's: `BL05122026`.
fn is_code(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|letter| letter.is_ascii_uppercase())
}

/// A word as names are written.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

fn is_day_and_month(text: &str) -> bool {
    let part = |from: usize, until: usize| text.get(from..until).and_then(|part| part.parse::<u8>().ok());
    part(0, 2).is_some_and(|day| (1..=31).contains(&day))
        && part(2, 4).is_some_and(|month| (1..=12).contains(&month))
}

fn is_date(text: &str) -> bool {
    text.len() == 8 && is_day_and_month(text) && (text[4..].starts_with("19") || text[4..].starts_with("20"))
}

#[cfg(test)]
mod tests;
