//! What is asked of a printer: a document, how many times, on which sheet.

use serde::{Deserialize, Serialize};

use super::Target;
use crate::domain::Stamp;

/// A document to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its name in the printer's queue: the paper and the day, never a person. Letters other than ASCII become `?`,
    /// because queues mangle them.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The name of its file, which names the day it is about: `tally-2026-11-21.pdf`.
    pub file_name: String,
    /// What its bytes are.
    pub document: Document,
    /// The document.
    pub bytes: Vec<u8>,
    /// Where it goes.
    pub target: Target,
    /// How it is printed.
    pub options: Options,
    /// What it is about, in a word of the caller's own that comes back with every news of the job.
    pub about: Option<i64>,
    /// When it was made. A paper takes the place of an older one of the same name and the same day of making; what was
    /// made on an earlier day may have been signed and is left as it is.
    pub made: Stamp,
}

impl Job {
    /// A PDF for the PC's own printer: one copy on one side of A4.
    pub fn pdf(kind: Kind, title: String, file_name: String, bytes: Vec<u8>, made: Stamp) -> Self {
        Self {
            title,
            kind,
            file_name,
            document: Document::Pdf,
            bytes,
            target: Target::default(),
            options: Options::default(),
            about: None,
            made,
        }
    }
}

/// The identity of a job: greater than that of every job before it, and different on every console of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub u64);

/// The kinds of paper, as a list of jobs names them. The spellings lie in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A day's tally.
    Tally,
    /// The report of a period.
    Report,
    /// A guidance slip.
    Slip,
    /// A waiting number.
    Ticket,
    /// Anything else, also what a later version of the program has left.
    #[serde(other)]
    Other,
}

/// What the bytes of a document are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// A PDF, which a printing system turns into what the printer understands. Behind it may be its
    /// [`Pages`](crate::pages::Pages), for a printing system that takes no PDF.
    Pdf,
    /// Commands that the printer understands by itself, such as ESC/POS; nothing may be changed on the way.
    Raw,
}

/// How a document is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// How many times.
    pub copies: Copies,
    /// On which sheet.
    pub paper: Paper,
    /// On one side of it or on both.
    pub sides: Sides,
}

/// A number of copies, 1–99: more on a desk's printer is a slip of the finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Copies(u8);

impl Copies {
    /// The most copies of one job.
    pub const MOST: u8 = 99;

    /// That many copies; `None` outside 1–99.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&number).then_some(Self(number))
    }

    /// How many.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl Default for Copies {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u8> for Copies {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("copies: 1-99")
    }
}

impl From<Copies> for u8 {
    fn from(copies: Copies) -> Self {
        copies.0
    }
}

/// The sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 210 × 297 mm, the sheet of the administration.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
    /// A roll, whose length is the document's own.
    Roll,
}

/// The sides of the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// One.
    #[default]
    One,
    /// Both, turned over its long edge.
    Two,
}

/// A title as queues keep it: ASCII, the rest as `?`.
pub(super) fn plain_title(title: &str) -> String {
    title.chars().map(|letter| if matches!(letter, ' '..='~') { letter } else { '?' }).collect()
}
