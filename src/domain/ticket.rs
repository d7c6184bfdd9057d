//! Ticket numbers: a letter for the field's series and three digits, and whether the slip that says one came out.

use serde::{Deserialize, Serialize};

use super::coded::coded;

/// The letter of a series (A, B, C …). A series for each field ended the quarrels about one number for all counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "char", into = "char")]
pub struct Series(char);

impl Series {
    pub const FIRST: Self = Self('A');

    /// A series from its letter, or `None` when it is not a capital A–Z.
    pub const fn new(letter: char) -> Option<Self> {
        if letter.is_ascii_uppercase() { Some(Self(letter)) } else { None }
    }

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
#[serde(into = "String", try_from = "String")]
pub struct Ticket {
    /// The series it was drawn from.
    pub series: Series,
    /// Its place in the day's series, from 1. Above 999 it is simply written with four digits.
    pub number: u16,
}

impl std::str::FromStr for Ticket {
    type Err = &'static str;

    /// As a person types it: `a12`, `A 012`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let series = text.chars().next().and_then(|letter| Series::new(letter.to_ascii_uppercase()));
        let number = text.get(1..).map(str::trim).filter(|rest| rest.bytes().all(|one| one.is_ascii_digit()));
        let number = number.and_then(|rest| rest.parse::<u16>().ok()).filter(|number| *number > 0);
        series.zip(number).map(|(series, number)| Self { series, number }).ok_or("A012")
    }
}

impl From<Ticket> for String {
    fn from(ticket: Ticket) -> Self {
        ticket.to_string()
    }
}

impl TryFrom<String> for Ticket {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl std::fmt::Display for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{:03}", self.series.0, self.number)
    }
}

coded! {
    /// Whether the slip with a number came out of the printer.
    SlipState {
        /// It was asked for, and nobody has said yet that it is out.
        Sent = "sent",
        Printed = "printed",
        /// It is not out, or perhaps not: somebody prints it again.
        Failed = "failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for (typed, wanted) in [("A012", "A012"), ("a12", "A012"), (" k 7 ", "K007"), ("B1234", "B1234")] {
            assert_eq!(typed.parse::<Ticket>().unwrap().to_string(), wanted);
        }
        for wrong in ["", "A", "A0", "12", "ks", "A1b", "A+1", "A99999", "đ12", "AA1"] {
            assert!(wrong.parse::<Ticket>().is_err(), "{wrong}");
        }
    }
}
