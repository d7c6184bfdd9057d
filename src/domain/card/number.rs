//! The 12-digit personal number. It has no check digit: only its parts can disagree with the rest of the card.

use crate::domain::person::Sex;

/// The first three digits of the numbers that were given in Viet Nam, each with the province of that time.
const PREFIXES: &str = include_str!("../../../assets/cccd_prefixes.tsv");

/// The first three digits: where the birth was registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix([u8; 3]);

impl Prefix {
    /// The prefix of three digits, each from 0 to 9.
    pub const fn of(digits: [u8; 3]) -> Self {
        Self(digits)
    }

    /// Whether it is one of the 63 of the provinces. People born abroad have others.
    pub fn is_known(self) -> bool {
        PREFIXES
            .lines()
            .skip(1)
            .any(|line| line.bytes().take(3).map(|letter| letter.wrapping_sub(b'0')).eq(self.0))
    }
}

/// A number whose digits are read, and nothing more of it than what has to be compared.
#[derive(Clone, Copy)]
pub(super) struct Number {
    prefix: Prefix,
    /// Twice the century after 1900, one more for a woman.
    century_and_sex: u8,
    /// The last two digits of the year of birth.
    year: u8,
}

impl Number {
    /// The number of a field; `None` when it is not of 12 digits.
    pub(super) fn read(field: &str) -> Option<Self> {
        let digits: Vec<u8> = field
            .bytes()
            .map(|letter| letter.is_ascii_digit().then(|| letter - b'0'))
            .collect::<Option<_>>()?;
        let [a, b, c, century_and_sex, tens, ones, ..] = digits[..] else { return None };
        (digits.len() == 12).then(|| Self {
            prefix: Prefix::of([a, b, c]),
            century_and_sex,
            year: tens * 10 + ones,
        })
    }

    pub(super) const fn prefix(self) -> Prefix {
        self.prefix
    }

    /// Whether century and year are those of a year of birth.
    pub(super) fn is_of_year(self, year: i32) -> bool {
        1900 + i32::from(self.century_and_sex / 2) * 100 + i32::from(self.year) == year
    }

    /// The sex that the number says.
    pub(super) const fn sex(self) -> Sex {
        if self.century_and_sex.is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }
}
