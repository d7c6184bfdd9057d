//! Ticket numbers: a letter for the field's series and three digits.

use serde::{Deserialize, Serialize};

/// The letter of a series (A, B, C …). One series a field mends the quarrel of one number for all counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "char", into = "char")]
pub struct Series(char);

impl Series {
    /// The first series.
    pub const FIRST: Self = Self('A');

    /// A series from its letter, or `None` when it is not a capital A–Z.
    pub const fn new(letter: char) -> Option<Self> {
        if letter.is_ascii_uppercase() { Some(Self(letter)) } else { None }
    }

    /// The letter.
    pub const fn letter(self) -> char {
        self.0
    }
}

impl TryFrom<char> for Series {
    type Error = &'static str;

    fn try_from(letter: char) -> Result<Self, Self::Error> {
        Self::new(letter).ok_or("a series is one capital letter A-Z")
    }
}

impl From<Series> for char {
    fn from(series: Series) -> Self {
        series.0
    }
}

/// A number given to a party (số thứ tự), unique within its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ticket {
    /// The series it was drawn from.
    pub series: Series,
    /// Its place in the day's series, from 1. Above 999 it is simply written with four digits.
    pub number: u16,
}

impl std::fmt::Display for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{:03}", self.series.0, self.number)
    }
}
