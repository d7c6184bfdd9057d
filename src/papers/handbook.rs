//! The guide of one entry of the catalogue on one page (sổ tay): what a volunteer reads aloud and hands over.
//!
//! Its facts are the catalogue's; it adds none and promises nothing.

use super::entry::{Entry, Reader};
use super::forms::slip::{HandbookFact, HandbookForm, SlipBlock, SlipInk};
use super::sheet::{Block, HeadLine, Paper, Sheet, Style, Weight};
use crate::domain::procedure::Fact;
use crate::domain::{Office, Procedure, Stamp};
use crate::lang::Lang;

/// A block of the form, with its label.
type Labelled = SlipBlock<HandbookFact>;

#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    /// The office whose desk it is for.
    pub office: &'a Office,
    pub procedure: &'a Procedure,
    /// The field of the entry, in the paper's language; empty when it is not known.
    pub field: &'a str,
    pub printed: Stamp,
    /// The program and its version, for example `motcua 0.1.0`.
    pub version: &'a str,
}

/// The guide of an entry as a sheet, by a form. On A4 and A5 the type is as small as one page needs it to be.
pub fn sheet(guide: &Guide, form: &HandbookForm, lang: Lang, paper: Paper) -> Sheet {
    let ink =
        SlipInk { office: guide.office, ticket: None, given: guide.printed, version: guide.version, lang };
    let blocks = form.blocks();
    let body = blocks.iter().position(|block| !block.fact.is_of_the_title()).unwrap_or(blocks.len());
    let (title, body) = blocks.split_at(body);
    let blocks = body.iter().flat_map(|block| about(block, guide, ink)).collect();
    let sheet = form.sheet(ink, paper, below_title(title, guide, ink), blocks);
    Sheet { style: Style::Guide, ..sheet }
}

/// The name on a line of its own, and what stands beside each other between names on one.
fn below_title(blocks: &[Labelled], guide: &Guide, ink: SlipInk) -> Vec<HeadLine> {
    let is_name = |block: &Labelled| block.fact == HandbookFact::Entry(Fact::Name);
    let line = |run: &[Labelled]| {
        let facts: Vec<String> = run.iter().filter_map(|block| of_the_title(block, guide, ink)).collect();
        let weight = if run.iter().any(is_name) { Weight::Strong } else { Weight::Faint };
        (!facts.is_empty()).then(|| HeadLine::new(facts.join(" · "), weight))
    };
    blocks.chunk_by(|one, next| !is_name(one) && !is_name(next)).filter_map(line).collect()
}

/// A fact of the title; `None` where it is not known.
fn of_the_title(block: &Labelled, guide: &Guide, ink: SlipInk) -> Option<String> {
    let lang = ink.lang;
    Some(match block.fact {
        HandbookFact::Entry(Fact::Name) => lang.pick(&guide.procedure.name).clone(),
        HandbookFact::Entry(Fact::Code) => {
            block.labelled(ink, &guide.procedure.code.0, |code| lang.handbook_code(code))
        }
        HandbookFact::Field if guide.field.is_empty() => return None,
        HandbookFact::Field => block.labelled(ink, guide.field, str::to_owned),
        HandbookFact::Printed => {
            let date = lang.date(guide.printed.day());
            block.labelled(ink, &date, |date| lang.handbook_printed(date))
        }
        _ => return None,
    })
}

/// A block of the body; nothing where the catalogue has nothing to say.
fn about(block: &Labelled, guide: &Guide, ink: SlipInk) -> Vec<Block> {
    let (procedure, lang) = (guide.procedure, ink.lang);
    let entry = Entry { procedure, ink, reader: Reader::Volunteer };
    match block.fact {
        HandbookFact::NotOffered => not_offered(guide, lang).into_iter().collect(),
        HandbookFact::Entry(Fact::TimeLimit) => {
            let same_day = lang.said(procedure, Fact::SameDay).map(Block::Line);
            entry.blocks(Fact::TimeLimit, block).into_iter().chain(same_day).collect()
        }
        HandbookFact::Entry(Fact::Validity) => vec![Block::Note(validity(procedure, lang))],
        HandbookFact::Entry(Fact::Portal) => {
            let caption = || block.own(ink).unwrap_or_else(|| lang.handbook_portal().to_owned());
            let code = |link: &String| Block::Qr { text: link.clone(), caption: caption() };
            procedure.portal.iter().map(code).collect()
        }
        HandbookFact::Entry(fact) if !block.fact.is_of_the_title() => entry.blocks(fact, block),
        HandbookFact::Passwords => vec![Block::Line(lang.guide_passwords().to_owned())],
        HandbookFact::Doubts if !procedure.check_locally.is_empty() => {
            vec![Block::Note(lang.handbook_doubts().to_owned())]
        }
        HandbookFact::Line => block.own(ink).map(Block::Line).into_iter().collect(),
        HandbookFact::Note => block.own(ink).map(Block::Note).into_iter().collect(),
        _ => of_the_title(block, guide, ink).map(Block::Line).into_iter().collect(),
    }
}

/// That the entry is not offered on the day of printing: an old page in the hand misleads more than none.
fn not_offered(guide: &Guide, lang: Lang) -> Option<Block> {
    let (procedure, day) = (guide.procedure, guide.printed.day());
    let sentence = match (procedure.valid_until.filter(|last| *last < day), &procedure.replaced_by) {
        (Some(last), Some(code)) => lang.handbook_ended_then(&lang.date(last), &code.0),
        (Some(last), None) => lang.handbook_ended(&lang.date(last)),
        (None, _) if procedure.valid_from > day => lang.handbook_not_yet(&lang.date(procedure.valid_from)),
        (None, _) => return None,
    };
    Some(Block::Proof { holds: false, sentence })
}

/// From when and until when it is offered, and what follows.
fn validity(procedure: &Procedure, lang: Lang) -> String {
    let validity = lang.validity(procedure.valid_from, procedure.valid_until);
    match procedure.replaced_by.as_ref().filter(|_| procedure.valid_until.is_some()) {
        Some(code) => lang.valid_then(&validity, &code.0),
        None => validity,
    }
}

#[cfg(test)]
mod tests;
