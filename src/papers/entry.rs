//! What the papers about an entry of the catalogue have in common: its facts as blocks. A fact that could not be verified
//! is said with whatever doubt the paper's readers need to hear.

use super::forms::slip::{SlipBlock, SlipInk};
use super::sheet::Block;
use crate::domain::Procedure;
use crate::domain::procedure::{Fact, Said};

/// An entry on a paper.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) procedure: &'a Procedure,
    pub(super) ink: SlipInk<'a>,
    pub(super) reader: Reader<'a>,
}

/// Whom a paper about an entry is for.
#[derive(Clone, Copy)]
pub(super) enum Reader<'a> {
    /// Somebody who takes it home and has these papers already, by their places from 0.
    Citizen(&'a [usize]),
    /// A volunteer, who goes through it with somebody.
    Volunteer,
}

impl Entry<'_> {
    /// What it says of a fact: a line below its label, or a list below its title; nothing where there is nothing to say.
    pub(super) fn blocks<F: Copy>(self, fact: Fact, block: &SlipBlock<F>) -> Vec<Block> {
        let (procedure, lang) = (self.procedure, self.ink.lang);
        if let Said::List(list) = procedure.says(fact) {
            let items = lang.pick(list).iter().enumerate().map(|(place, text)| self.item(fact, place, text));
            return std::iter::once(self.title(fact, block)).chain(items).collect();
        }
        let words = match procedure.says(fact) {
            Said::Ways(ways) => Some(lang.ways(ways, |way| self.doubted(Fact::Online, way.to_owned()))),
            _ => lang.said(procedure, fact).map(|words| lang.within_a_sentence(&words)),
        };
        // A label of two words stays on one line.
        let label = || block.own(self.ink).unwrap_or_else(|| self.name(fact).replace(' ', "\u{a0}"));
        let line = |words| Block::Line(lang.slip_labelled(&label(), &self.doubted(fact, words)));
        words.map(line).into_iter().collect()
    }

    /// Words about a fact, with the sign of doubt where it could not be verified.
    fn doubted(self, fact: Fact, words: String) -> String {
        let is_known = self.procedure.says(fact) != Said::Unknown;
        match self.reader {
            _ if !is_known || !self.procedure.is_doubtful(fact) => words,
            Reader::Citizen(_) => self.ink.lang.guide_unverified(&words),
            Reader::Volunteer => self.ink.lang.doubted(&words),
        }
    }

    /// What the paper calls a fact. A volunteer checks the preconditions; the papers are the citizen's to bring, whoever reads.
    fn name(self, fact: Fact) -> &'static str {
        match self.reader {
            Reader::Volunteer if fact == Fact::Before => self.ink.lang.fact(fact),
            _ => self.ink.lang.fact_on_paper(fact),
        }
    }

    fn title<F: Copy>(self, fact: Fact, block: &SlipBlock<F>) -> Block {
        let lang = self.ink.lang;
        let usual = || match self.reader {
            Reader::Citizen(_) if fact == Fact::Papers => lang.guide_boxes(self.name(fact)),
            _ => self.name(fact).to_owned(),
        };
        let title = self.doubted(fact, block.own(self.ink).unwrap_or_else(usual));
        match self.reader {
            Reader::Citizen(_) => Block::Note(title),
            Reader::Volunteer => Block::Heading(title),
        }
    }

    fn item(self, fact: Fact, place: usize, text: &str) -> Block {
        let text = text.to_owned();
        match (fact, self.reader) {
            (Fact::Papers, Reader::Citizen(has)) => Block::Tick { ticked: has.contains(&place), text },
            (Fact::Papers | Fact::Before, Reader::Volunteer) => Block::Tick { ticked: false, text },
            (Fact::Steps, _) => Block::Line(self.ink.lang.guide_topic(place + 1, &text)),
            _ => Block::Line(self.ink.lang.guide_point(&text)),
        }
    }
}
