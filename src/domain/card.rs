//! What the code on a citizen card says, checked, and the little of it that is kept (DOMAIN.md §4).
//!
//! The code holds seven fields with `|` between: the number, the old number, the name, the birth date, the sex, the address,
//! the date of issue. Of these only the year of birth, the sex and the commune leave this module: the law asks for the
//! least (Luật 91/2025/QH15), and 12 digits with a name are all that a swindler needs.

mod address;
mod mangled;
mod number;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

pub use number::Prefix;

use super::commune::CommuneCode;
use super::person::{AgeBand, Sex};
use super::{Day, Person};

/// The fewest fields that are a card; the card of 2024 may have more behind them.
const FEWEST_FIELDS: usize = 6;

/// The longest text that is still taken for a card, in bytes: the fields of a real one have some 150.
const LONGEST: usize = 1_000;

/// Nobody older comes to the desk; a card that says so was read wrong.
const OLDEST: u16 = 120;

/// What a scanner or a paste delivered of a card. Says nothing of itself, and leaves nothing behind.
#[derive(Clone, PartialEq, Eq)]
pub struct Scan(String);

impl Scan {
    /// Takes what was read. What is longer than any card is cut: it will be told to be no card.
    pub fn new(mut text: String) -> Self {
        if text.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            text.truncate(end);
        }
        Self(text)
    }

    /// A scan of which one sign has come. It has room for a whole card: a text that grows leaves copies of itself behind.
    pub fn begun(first: char) -> Self {
        let mut text = String::with_capacity(LONGEST + char::MAX.len_utf8());
        text.push(first);
        Self(text)
    }

    /// Takes the next sign, as far as any card goes.
    pub fn push(&mut self, sign: char) {
        if self.0.len() < LONGEST {
            self.0.push(sign);
        }
    }

    /// Takes the last sign back, as an input method does that rewrites it.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// How many digits there are before anything else.
    pub fn digits(&self) -> usize {
        self.0.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// Whether all of it is one sign: a key that is held down.
    pub fn is_one_key(&self) -> bool {
        self.0.chars().all(|sign| self.0.starts_with(sign))
    }

    /// Whether a pasted text is a card or what is left of one: twelve digits first, and more after them than another
    /// number has.
    pub fn is_in(text: &str) -> bool {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let after = text[digits..].chars().next();
        (digits == 12 && after == Some('|'))
            || (digits >= 12 && after.is_some_and(|sign| !sign.is_whitespace()) && text.len() > 30)
    }

    /// What may be kept of the card, on the day of the visit.
    ///
    /// # Errors
    /// What is wrong with the card or with how it was read.
    pub fn read(&self, today: Day) -> Result<CardFacts, CardFlaw> {
        read(&self.0, today)
    }
}

impl std::fmt::Debug for Scan {
    /// Not one letter of the card: this may end up in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scan(..)")
    }
}

impl Drop for Scan {
    /// Overwrites what was read, so that it is not found in memory that is used again.
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
}

/// What is kept of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardFacts {
    /// The year of birth.
    pub birth_year: u16,
    /// The age on the day of the visit, as coarse as it is counted.
    pub age: AgeBand,
    /// Sex.
    pub sex: Sex,
    /// The commune of the address, when the address is one of today's.
    pub commune: Option<CommuneCode>,
    /// The first three digits are on no list: born abroad, or a card to look at twice.
    pub has_strange_prefix: bool,
}

impl CardFacts {
    /// A person with these facts; what else is known of the person stays.
    #[must_use]
    pub fn noted_of(&self, person: Person) -> Person {
        Person {
            age: Some(self.age),
            birth_year: Some(self.birth_year),
            sex: Some(self.sex),
            commune: self.commune,
            ..person
        }
    }
}

/// Why a scan is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardFlaw {
    /// It is no code of a citizen card.
    NoCard,
    /// The fields have no `|` between them.
    NoBars,
    /// The scan ends before the card does.
    CutOff,
    /// An input method put its marks on what the scanner typed.
    InputMethod,
    /// The letters were read in another character set.
    WrongLetters,
    /// The first field is no number of 12 digits.
    Number,
    /// There is no such day of birth, or nobody is that old or that young.
    Birth,
    /// The sex is neither of the two that the card knows.
    Sex,
    /// The number says another year of birth than the date.
    NumberAndBirth,
    /// The number says another sex than the card.
    NumberAndSex,
}

fn read(text: &str, today: Day) -> Result<CardFacts, CardFlaw> {
    // A mark that came as a sign of its own is composed first: it is no mangled scan.
    let text: String = text.trim().nfc().collect();
    let fields: Vec<&str> = text.split('|').map(str::trim).collect();
    if fields.len() == 1 {
        return Err(if Scan::is_in(&text) { CardFlaw::NoBars } else { CardFlaw::NoCard });
    }
    mangled::check(&fields)?;
    let number = number::Number::read(fields[0]).ok_or(CardFlaw::Number)?;
    if fields.len() < FEWEST_FIELDS || fields[5].is_empty() {
        return Err(CardFlaw::CutOff);
    }
    let birth = birth_date(fields[3]).ok_or(CardFlaw::Birth)?;
    let age = years(birth, today.date()).filter(|age| *age <= OLDEST).ok_or(CardFlaw::Birth)?;
    let sex = sex(fields[4]).ok_or(CardFlaw::Sex)?;
    if !number.is_of_year(birth.year()) {
        return Err(CardFlaw::NumberAndBirth);
    }
    if number.sex() != sex {
        return Err(CardFlaw::NumberAndSex);
    }
    Ok(CardFacts {
        birth_year: u16::try_from(birth.year()).map_err(|_| CardFlaw::Birth)?,
        age: AgeBand::of(age),
        sex,
        commune: address::commune(fields[5]),
        has_strange_prefix: !number.prefix().is_known(),
    })
}

/// A date as the card writes it: `01011990`.
fn birth_date(field: &str) -> Option<NaiveDate> {
    let digits = field.len() == 8 && field.bytes().all(|letter| letter.is_ascii_digit());
    let part = |from: usize, until: usize| field.get(from..until)?.parse::<u32>().ok();
    if !digits {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(part(4, 8)?).ok()?, part(2, 4)?, part(0, 2)?)
}

/// Whole years from a birth until a day; `None` when the birth is later.
fn years(birth: NaiveDate, today: NaiveDate) -> Option<u16> {
    today.years_since(birth).and_then(|years| u16::try_from(years).ok())
}

/// How the card writes the sex of a woman, in small letters.
const FEMALE: &str = "n\u{1eef}";

fn sex(field: &str) -> Option<Sex> {
    match field.to_lowercase().as_str() {
        "nam" => Some(Sex::Male),
        FEMALE => Some(Sex::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
