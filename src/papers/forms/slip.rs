//! The forms of the slips that people take with them: the number, the guidance, and the guide of one entry.
//!
//! `slip` is `ticket`, `guidance` or `handbook`; `paper` is what it is printed on where nothing else is chosen: `roll58`, which is
//! meant where none is named, `roll80`, `a5` or `a4`; `office = false` leaves the office's name out of the head; `title`
//! and `foot` are texts in both languages. Then come `[[block]]`s, each of a `kind`, in the order in which they stand on
//! the slip.
//!
//! A fact may have a `label` in both languages: «label: fact» then stands in the place of the program's own words, and
//! above a list the label alone. A fact that is not known is left out, whatever its label. A sentence has a `text` instead.
//!
//! | slip | facts | sentences | without a key |
//! |---|---|---|---|
//! | `ticket` | `need`, `persons`, `priority`, `ahead`, `wait`, `rule`, `given` | `how_called`, `away`, `line`, `note` | `number` |
//! | `guidance` | `number`, `code`, `bring`, `preconditions`, `fee`, `time_limit`, `ways`, `valid_until`, `warnings`, `come_back` | `line`, `note` | `date`, `name`, `passwords` |
//! | `handbook` | `code`, `field`, `printed`, `preconditions`, `papers`, `steps`, `time_limit`, `fee`, `ways`, `warnings`, `portal` | `line`, `note` | `name`, `not_offered`, `validity`, `passwords`, `doubts` |
//!
//! A `line` and a `note` need their `text`. A ticket must have its `number`, and guidance its `passwords`: nobody who is
//! helped may be asked for them; a guide must have its `steps`. Blocks about a procedure, `name` to `warnings`, are repeated for each procedure where they
//! stand together. `date` and `number` of the guidance, and `name`, `code`, `field` and
//! `printed` of the guide, belong to the title where no other block is before them.
//!
//! Texts may name `{office}`, `{date}` and `{time}`, those of a ticket `{ticket}` and, as it is called, `{spoken}`, those of
//! the guidance and the guide `{version}`.

mod check;
mod facts;

pub(super) use check::checked;
pub use facts::{GuidanceFact, HandbookFact, SlipFact, SlipWord, Takes, TicketFact};

use super::form::Words;
use crate::domain::{Office, Stamp, Ticket};
use crate::lang::Lang;
use crate::papers::office;
use crate::papers::sheet::{Block, HeadLine, PageLabel, Paper, Sheet, Weight};

/// The form of a slip whose blocks are facts `F`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipForm<F> {
    paper: Paper,
    has_office: bool,
    title: Words<SlipWord>,
    foot: Option<Words<SlipWord>>,
    blocks: Vec<SlipBlock<F>>,
}

pub type TicketForm = SlipForm<TicketFact>;
pub type GuidanceForm = SlipForm<GuidanceFact>;
/// The form of the guide of one entry.
pub type HandbookForm = SlipForm<HandbookFact>;

impl<F> Default for SlipForm<F> {
    fn default() -> Self {
        Self {
            paper: Paper::default(),
            has_office: true,
            title: Words::default(),
            foot: None,
            blocks: Vec::new(),
        }
    }
}

/// A block of a slip, with its label or its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::papers) struct SlipBlock<F> {
    pub(in crate::papers) fact: F,
    words: Option<Words<SlipWord>>,
}

/// What the texts of a slip's form are filled with.
#[derive(Clone, Copy, Debug)]
pub(in crate::papers) struct SlipInk<'a> {
    pub(in crate::papers) office: &'a Office,
    pub(in crate::papers) ticket: Option<Ticket>,
    pub(in crate::papers) given: Stamp,
    pub(in crate::papers) version: &'a str,
    pub(in crate::papers) lang: Lang,
}

impl SlipInk<'_> {
    fn said(self, words: &Words<SlipWord>) -> String {
        words.of(self.lang).filled(|word| match word {
            SlipWord::Ticket => self.ticket.map(|ticket| ticket.to_string()).unwrap_or_default(),
            SlipWord::Spoken => self.ticket.map(spoken).unwrap_or_default(),
            SlipWord::Office => self.office.name.clone(),
            SlipWord::Date => self.lang.date(self.given.day()),
            SlipWord::Time => self.lang.clock(self.given),
            SlipWord::Version => self.version.to_owned(),
        })
    }
}

/// The number as it is called: the letter, then the digits (docs/domain.md, "Queue and priority").
pub(in crate::papers) fn spoken(ticket: Ticket) -> String {
    let number = ticket.to_string();
    let (letter, digits) = number.split_at(1);
    format!("{letter}\u{a0}{digits}")
}

impl<F: Copy> SlipBlock<F> {
    /// The label or the text of the block, if the form has one.
    pub(in crate::papers) fn own(&self, ink: SlipInk) -> Option<String> {
        self.words.as_ref().map(|words| ink.said(words))
    }

    /// The fact below its own label, or else in the program's words.
    pub(in crate::papers) fn labelled(
        &self,
        ink: SlipInk,
        fact: &str,
        usual: impl FnOnce(&str) -> String,
    ) -> String {
        self.own(ink).map_or_else(|| usual(fact), |label| ink.lang.slip_labelled(&label, fact))
    }
}

impl<F> SlipForm<F> {
    /// What the slip is printed on where nothing else is chosen.
    pub const fn paper(&self) -> Paper {
        self.paper
    }

    pub(in crate::papers) fn blocks(&self) -> &[SlipBlock<F>] {
        &self.blocks
    }

    /// The slip with these blocks below these lines of the title.
    pub(in crate::papers) fn sheet(
        &self,
        ink: SlipInk,
        paper: Paper,
        below_title: Vec<HeadLine>,
        blocks: Vec<Block>,
    ) -> Sheet {
        let title = HeadLine::new(ink.said(&self.title), Weight::Strong);
        Sheet {
            lang_tag: ink.lang.tag(),
            paper,
            left: self.has_office.then(|| office::centre(ink.office)).into_iter().collect(),
            title: std::iter::once(title).chain(below_title).collect(),
            blocks,
            foot: self.foot.as_ref().map(|words| ink.said(words)).unwrap_or_default(),
            page_label: PageLabel { page: ink.lang.paper_page().to_owned() },
            created: office::created(ink.given),
            ..Sheet::default()
        }
    }
}

#[cfg(test)]
mod tests;
