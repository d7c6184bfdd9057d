//! What can be wrong with a catalogue, and where.

use super::super::{Code, Series};

/// What is wrong with a catalogue, and where. The catalogue in use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFlaw {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: FlawKind,
}

/// The ways in which a catalogue can be wrong. A key is written as the file writes it (`steps.vi`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// Not TOML, a field missing, unknown or of the wrong kind, in the parser's words.
    Syntax(String),
    /// Two entries share a code.
    CodeTwice(Code),
    /// A code that is empty, too long or holds more than letters, digits, `.`, `-` and `_`.
    CodeShape(Code),
    /// An entry names a field that is not listed.
    UnknownField(Code, String),
    /// A field names a series that is not listed.
    UnknownSeries(String, Series),
    /// Two series share a letter.
    SeriesTwice(Series),
    /// The name of a series is empty, too long or holds what no screen can show.
    SeriesText(Series, &'static str),
    /// Two fields share an id.
    FieldTwice(String),
    /// The id or name of a field is empty, too long or holds what no screen can show.
    FieldText(String, &'static str),
    /// More fields than the desk can hold.
    TooManyFields(usize),
    /// The two languages have lists of different length, or a list is too long.
    UnevenLists(Code, &'static str),
    /// A list with more lines than allowed.
    TooManyLines {
        /// The entry.
        code: Code,
        /// The key.
        key: &'static str,
        /// The most lines it may have.
        most: usize,
    },
    /// An entry without steps, or with more than 20.
    StepCount(Code),
    /// A text that is empty, longer than a screen can show, or holds what no screen can show.
    TextLength {
        /// The entry.
        code: Code,
        /// The key.
        key: &'static str,
        /// The most letters it may have.
        most: usize,
    },
    /// `check_locally` names something that is no fact of an entry.
    UnknownFact(Code, String),
    /// `working_days` is nought or longer than any procedure takes.
    WorkingDays(Code),
    /// `portal` is not an `https://` address.
    PortalLink(Code),
    /// `before_if_not` has more reasons than `before` has lines.
    ReasonsBeside(Code),
    /// `valid_until` lies before `valid_from`.
    DatesReversed(Code),
    /// `replaced_by` names a code that has no entry.
    UnknownSuccessor(Code, Code),
    /// An entry would replace itself.
    ReplacesItself(Code, &'static str),
    /// Two entries would take the place of one code.
    TwoSuccessors {
        /// The code that is replaced.
        code: Code,
        /// What takes its place.
        by: Box<[Code; 2]>,
        /// The entry that names the second of them.
        entry: Code,
        /// The key there.
        key: &'static str,
    },
    /// Entries that replace each other in a ring, from one to the next.
    Cycle {
        /// The codes of the ring, each once.
        codes: Vec<Code>,
        /// The entry that closes it.
        entry: Code,
        /// The key there.
        key: &'static str,
    },
    /// More entries than the desk can hold.
    TooManyEntries(usize),
    /// There is no entry for a need that is not known yet, or it would end or be local.
    NoUnknownNeed,
}

impl FlawKind {
    /// The entry that is wrong, where it is one.
    pub const fn code(&self) -> Option<&Code> {
        match self {
            Self::CodeTwice(code)
            | Self::CodeShape(code)
            | Self::UnknownField(code, _)
            | Self::UnevenLists(code, _)
            | Self::TooManyLines { code, .. }
            | Self::StepCount(code)
            | Self::TextLength { code, .. }
            | Self::UnknownFact(code, _)
            | Self::WorkingDays(code)
            | Self::PortalLink(code)
            | Self::ReasonsBeside(code)
            | Self::DatesReversed(code)
            | Self::UnknownSuccessor(code, _)
            | Self::ReplacesItself(code, _)
            | Self::TwoSuccessors { entry: code, .. }
            | Self::Cycle { entry: code, .. } => Some(code),
            Self::Syntax(_)
            | Self::UnknownSeries(..)
            | Self::SeriesTwice(_)
            | Self::SeriesText(..)
            | Self::FieldTwice(_)
            | Self::FieldText(..)
            | Self::TooManyFields(_)
            | Self::TooManyEntries(_)
            | Self::NoUnknownNeed => None,
        }
    }

    /// The key that is wrong, where it is one: `steps.vi`, `portal`. [`Self::Syntax`] names it in its words.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::CodeTwice(_) | Self::CodeShape(_) => Some("code"),
            Self::UnknownField(..) => Some("field"),
            Self::UnknownSeries(..) => Some("series"),
            Self::SeriesTwice(_) => Some("letter"),
            Self::FieldTwice(_) => Some("id"),
            Self::SeriesText(_, key)
            | Self::FieldText(_, key)
            | Self::UnevenLists(_, key)
            | Self::ReplacesItself(_, key)
            | Self::TooManyLines { key, .. }
            | Self::TextLength { key, .. }
            | Self::TwoSuccessors { key, .. }
            | Self::Cycle { key, .. } => Some(key),
            Self::StepCount(_) => Some("steps"),
            Self::UnknownFact(..) => Some("check_locally"),
            Self::WorkingDays(_) => Some("working_days"),
            Self::PortalLink(_) => Some("portal"),
            Self::ReasonsBeside(_) => Some("before_if_not"),
            Self::DatesReversed(_) => Some("valid_until"),
            Self::UnknownSuccessor(..) => Some("replaced_by"),
            Self::Syntax(_) | Self::TooManyFields(_) | Self::TooManyEntries(_) | Self::NoUnknownNeed => None,
        }
    }
}

/// A part of a catalogue, by its place from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Whole,
    Series(usize),
    Field(usize),
    Entry(usize),
}

/// What is wrong with a part.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) place: Place,
    pub(super) what: FlawKind,
}
