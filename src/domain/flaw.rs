//! What can be wrong with a catalogue, and on which line of its text.

use crate::domain::procedure::Code;
use crate::domain::ticket::Series;

/// What is wrong with a catalogue, and where. The catalogue in use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFlaw {
    /// The line, from 1.
    pub line: usize,
    pub what: FlawKind,
}

/// The ways in which a catalogue can be wrong. A key is written as the file writes it (`steps.vi`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// Not TOML, a field missing, unknown or of the wrong kind, in the parser's words.
    Syntax(String),
    CodeTwice(Code),
    /// A code that is empty, too long or holds more than letters, digits, `.`, `-` and `_`.
    CodeShape(Code),
    UnknownField(Code, String),
    UnknownSeries(String, Series),
    SeriesTwice(Series),
    /// The name of a series is empty, too long or holds what no screen can show.
    SeriesText(Series, &'static str),
    FieldTwice(String),
    /// The id or name of a field is empty, too long or holds what no screen can show.
    FieldText(String, &'static str),
    TooManyFields(usize),
    /// The two languages have lists of different length, or a list is too long.
    UnevenLists(Code, &'static str),
    /// A list with more lines than allowed.
    TooManyLines {
        code: Code,
        key: &'static str,
        most: usize,
    },
    /// An entry without steps, or with more than 20.
    StepCount(Code),
    /// A text that is empty, longer than a screen can show, or holds what no screen can show.
    TextLength {
        code: Code,
        key: &'static str,
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
    DatesReversed(Code),
    /// `replaced_by` names a code that has no entry.
    UnknownSuccessor(Code, Code),
    ReplacesItself(Code, &'static str),
    /// Two entries would take the place of one code.
    TwoSuccessors {
        code: Code,
        by: Box<[Code; 2]>,
        /// The entry that names the second of them.
        entry: Code,
        key: &'static str,
    },
    /// Entries that replace each other in a ring, from one to the next.
    Cycle {
        /// The codes of the ring, each once.
        codes: Vec<Code>,
        /// The entry that closes it.
        entry: Code,
        key: &'static str,
    },
    TooManyEntries(usize),
    /// There is no entry for a need that is not known yet, or it would end or be local.
    NoUnknownNeed,
}

impl FlawKind {
    pub const fn code(&self) -> Option<&Code> {
        self.place().0
    }

    /// The key that is wrong, where it is one: `steps.vi`, `portal`. [`Self::Syntax`] names it in its words.
    pub const fn key(&self) -> Option<&'static str> {
        self.place().1
    }

    /// The entry and the key.
    const fn place(&self) -> (Option<&Code>, Option<&'static str>) {
        match self {
            Self::CodeTwice(code) | Self::CodeShape(code) => (Some(code), Some("code")),
            Self::UnknownField(code, _) => (Some(code), Some("field")),
            Self::UnevenLists(code, key)
            | Self::ReplacesItself(code, key)
            | Self::TooManyLines { code, key, .. }
            | Self::TextLength { code, key, .. }
            | Self::TwoSuccessors { entry: code, key, .. }
            | Self::Cycle { entry: code, key, .. } => (Some(code), Some(key)),
            Self::StepCount(code) => (Some(code), Some("steps")),
            Self::UnknownFact(code, _) => (Some(code), Some("check_locally")),
            Self::WorkingDays(code) => (Some(code), Some("working_days")),
            Self::PortalLink(code) => (Some(code), Some("portal")),
            Self::ReasonsBeside(code) => (Some(code), Some("before_if_not")),
            Self::DatesReversed(code) => (Some(code), Some("valid_until")),
            Self::UnknownSuccessor(code, _) => (Some(code), Some("replaced_by")),
            Self::UnknownSeries(..) => (None, Some("series")),
            Self::SeriesTwice(_) => (None, Some("letter")),
            Self::FieldTwice(_) => (None, Some("id")),
            Self::SeriesText(_, key) | Self::FieldText(_, key) => (None, Some(key)),
            Self::Syntax(_) | Self::TooManyFields(_) | Self::TooManyEntries(_) | Self::NoUnknownNeed => {
                (None, None)
            }
        }
    }
}

/// Where the parser gave up, in its words.
pub(super) fn of_syntax(text: &str, error: &toml::de::Error) -> CatalogueFlaw {
    let at = error.span().map_or(0, |span| span.start);
    // One line, and with the key: the parser says what kind of value it met, not where it belongs.
    let words = error.message().lines().collect::<Vec<_>>().join(", ");
    let words = match key_of(text, at) {
        Some(key) if !words.contains(key) => format!("{key}: {words}"),
        _ => words,
    };
    CatalogueFlaw { line: line_of(text, at), what: FlawKind::Syntax(words) }
}

/// The line of the key that is wrong within the part that begins at a byte, or of the part itself.
pub(super) fn of_spot(text: &str, start: Option<usize>, what: FlawKind) -> CatalogueFlaw {
    let start = start.unwrap_or(0);
    let first = line_of(text, start);
    let key_line = what.key().and_then(|key| {
        let part = text.get(start..)?.lines().enumerate();
        let part: Vec<(usize, &str)> =
            part.take_while(|(at, line)| *at == 0 || !line.starts_with("[[")).collect();
        // `steps.vi` may also be written within `steps = { … }`.
        let whole = key.split('.').next().unwrap_or(key);
        [key, whole]
            .into_iter()
            .find_map(|key| part.iter().find(|(_, line)| is_set(line, key)).map(|(at, _)| *at))
    });
    CatalogueFlaw { line: first + key_line.unwrap_or(0), what }
}

/// Whether a line gives a value to a key, or to a part of it.
fn is_set(line: &str, key: &str) -> bool {
    let after = line.trim_start().strip_prefix(key).map(str::trim_start);
    after.is_some_and(|after| after.starts_with(['=', '.']))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The key whose value stands at that byte, also when the value goes over several lines; `None` at the head of an entry.
fn key_of(text: &str, at: usize) -> Option<&str> {
    let so_far: Vec<&str> = text.lines().take(line_of(text, at)).collect();
    let is_bare = |key: &str| {
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter))
    };
    so_far
        .into_iter()
        .rev()
        .take_while(|line| !line.starts_with("[["))
        .find_map(|line| line.split_once('=').map(|(key, _)| key.trim()).filter(|key| is_bare(key)))
}
