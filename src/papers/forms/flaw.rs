//! What can be wrong with a form: facts, from which the sentence is made in the reader's language.

use crate::whole_file::Unread;

/// What is wrong with a form's file, and where. The paper is then made by the built-in form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFlaw {
    /// The file as a person finds it: `forms/tally.toml`.
    pub file: String,
    /// The line, from 1; nought where it is the file as a whole.
    pub line: usize,
    /// What is wrong there.
    pub what: FlawKind,
}

/// The ways in which a form can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The file cannot be read.
    Unread(Unread),
    /// There is no paper of that name, so the file is never used.
    NoSuchForm(String),
    /// Not TOML, or a key missing, unknown or of the wrong kind, in the parser's words.
    Syntax(String),
    /// A text lacks one of the two languages.
    NoLanguage {
        /// The key of the text.
        key: &'static str,
        /// The tag of the language it lacks.
        lang: &'static str,
    },
    /// A value that the key does not know.
    UnknownValue {
        key: &'static str,
        value: String,
        /// What may stand there.
        known: Vec<&'static str>,
    },
    /// A column that the table does not have.
    UnknownColumn {
        column: String,
        table: &'static str,
        /// The columns that it has.
        known: Vec<&'static str>,
    },
    /// A placeholder that stands for nothing.
    UnknownPlaceholder(String),
    /// A brace that opens a placeholder and is not closed.
    OpenBrace,
    /// A key that this kind of block does not use.
    NotHere {
        key: &'static str,
        /// The kind of the block.
        kind: &'static str,
    },
    /// A key that this kind of block needs.
    Lacks {
        key: &'static str,
        /// The kind of the block.
        kind: &'static str,
    },
    /// A slip without a block that it cannot do without.
    NoBlock {
        slip: &'static str,
        /// The kind of the block.
        kind: &'static str,
    },
    /// Parts side by side within parts side by side.
    Nested,
    /// More blocks than [`super::MOST_BLOCKS`].
    TooManyBlocks(usize),
    /// More columns than [`super::MOST_COLUMNS`].
    TooManyColumns { table: &'static str, count: usize },
    /// A text with more characters than may stand there.
    TooLong {
        /// The key of the text.
        key: &'static str,
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A number outside of its range.
    OutOfRange { key: &'static str, least: i64, most: i64 },
}

/// A flaw at a byte of the text, before the file and the line are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) at: usize,
    pub(super) what: FlawKind,
}

impl Spot {
    pub(super) fn new(at: usize, what: FlawKind) -> Self {
        Self { at, what }
    }

    /// The flaw of a file with that text.
    pub(super) fn of(self, file: &str, text: &str) -> FormFlaw {
        let line = text.bytes().take(self.at).filter(|byte| *byte == b'\n').count() + 1;
        FormFlaw { file: file.to_owned(), line, what: self.what }
    }
}
