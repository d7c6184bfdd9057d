//! The guidance slip (phiếu hướng dẫn): what to bring, what to check, what it costs, and when to come back.
//!
//! Its facts are the catalogue's; it adds none and promises nothing. It names nobody.

use super::entry::{Entry, Reader};
use super::forms::slip::{GuidanceFact, GuidanceForm, SlipBlock, SlipInk};
use super::sheet::{Block, HeadLine, Paper, Sheet, Weight};
use crate::domain::procedure::{Fact, Kind};
use crate::domain::{Agreed, Day, Office, Procedure, Stamp, Ticket};
use crate::lang::Lang;

/// A block of the form, with its label.
type Labelled = SlipBlock<GuidanceFact>;

#[derive(Clone, Copy, Debug)]
pub struct GuidanceSlip<'a> {
    /// The office to come back to.
    pub office: &'a Office,
    pub ticket: Option<Ticket>,
    pub topics: &'a [Topic<'a>],
    /// When to come back, where that was agreed.
    pub come_back: Option<Agreed>,
    /// Behind how many who wait first in its lane the party stands when it comes back today with its number; `None` when it
    /// cannot come back under that number today.
    pub lets_by: Option<usize>,
    /// The office hours, in the words of the desk's settings.
    pub hours: Option<&'a str>,
    pub given: Stamp,
    /// The program and its version, for example `motcua 0.1.0`.
    pub version: &'a str,
}

/// A procedure or skill on a guidance slip.
#[derive(Clone, Copy, Debug)]
pub struct Topic<'a> {
    pub procedure: &'a Procedure,
    /// Which of its papers the party has with it, by their places from 0.
    pub has: &'a [usize],
}

impl Topic<'_> {
    /// Whether a paper is still to be brought.
    fn lacks_a_paper(&self) -> bool {
        (0..self.procedure.papers.vi.len()).any(|place| !self.has.contains(&place))
    }
}

/// A guidance slip as a sheet, by a form.
pub fn sheet(slip: &GuidanceSlip, form: &GuidanceForm, lang: Lang, paper: Paper) -> Sheet {
    let (office, ticket, given, version) = (slip.office, slip.ticket, slip.given, slip.version);
    let ink = SlipInk { office, ticket, given, version, lang };
    let blocks = form.blocks();
    let body = blocks.iter().position(|block| !block.fact.is_of_the_title()).unwrap_or(blocks.len());
    let (title, body) = blocks.split_at(body);
    let below_title = title.iter().filter_map(|block| {
        let weight = if block.fact == GuidanceFact::Date { Weight::Faint } else { Weight::Strong };
        Some(HeadLine::new(of_the_title(block, slip, ink)?, weight))
    });
    let mut blocks = Vec::new();
    for run in body.chunk_by(|one, next| one.fact.is_of_a_procedure() && next.fact.is_of_a_procedure()) {
        if run.iter().all(|block| block.fact.is_of_a_procedure()) {
            for (place, topic) in (1..).zip(slip.topics) {
                let numbered = (slip.topics.len() > 1).then_some(place);
                let said = |block: &Labelled| match block.fact {
                    GuidanceFact::Entry(fact) => about(block, fact, topic, numbered, ink),
                    _ => Vec::new(),
                };
                blocks.extend(run.iter().flat_map(said));
            }
        } else {
            blocks.extend(run.iter().flat_map(|block| of_the_slip(block, slip, ink)));
        }
    }
    // What the sign of doubt means is said once, at the foot.
    if blocks.iter().any(|block| block.text().is_some_and(|text| lang.is_doubted(text))) {
        blocks.push(Block::Note(lang.guide_doubts().to_owned()));
    }
    form.sheet(ink, paper, below_title.collect(), blocks)
}

/// The day or the number; `None` where the party has no number.
fn of_the_title(block: &Labelled, slip: &GuidanceSlip, ink: SlipInk) -> Option<String> {
    if block.fact == GuidanceFact::Date {
        return Some(on(slip.given.day(), ink.lang));
    }
    let ticket = slip.ticket?.to_string();
    Some(block.labelled(ink, &ticket, |ticket| ink.lang.guide_number(ticket)))
}

/// A block that stands once on the slip.
fn of_the_slip(block: &Labelled, slip: &GuidanceSlip, ink: SlipInk) -> Vec<Block> {
    match block.fact {
        GuidanceFact::ComeBack => coming_back(block, slip, ink),
        GuidanceFact::Passwords => vec![Block::Line(ink.lang.guide_passwords().to_owned())],
        GuidanceFact::Note => block.own(ink).map(Block::Note).into_iter().collect(),
        GuidanceFact::Line => block.own(ink).map(Block::Line).into_iter().collect(),
        _ => of_the_title(block, slip, ink).map(Block::Line).into_iter().collect(),
    }
}

/// A day with its weekday: «Thứ Bảy, 21/11/2026».
fn on(day: Day, lang: Lang) -> String {
    let weekday = lang.sentence(lang.weekday(day.weekday()));
    lang.guide_come_back_on(&weekday.replace(' ', "\u{a0}"), &lang.date(day))
}

/// A block about a procedure; nothing where the catalogue has nothing to say. `place` is its place among several.
fn about(block: &Labelled, fact: Fact, topic: &Topic, place: Option<usize>, ink: SlipInk) -> Vec<Block> {
    let (procedure, lang) = (topic.procedure, ink.lang);
    let entry = Entry { procedure, ink, reader: Reader::Citizen(topic.has) };
    let line =
        |fact: &str, usual: &dyn Fn(&str) -> String| vec![Block::Line(block.labelled(ink, fact, usual))];
    match (fact, procedure.valid_until) {
        (Fact::Name, _) => {
            let name = lang.pick(&procedure.name);
            vec![Block::Heading(place.map_or_else(|| name.clone(), |place| lang.guide_topic(place, name)))]
        }
        (Fact::Code, _) if procedure.kind == Kind::Skill => Vec::new(),
        (Fact::Code, _) => line(&procedure.code.0, &|code| lang.guide_code(code)),
        (Fact::Validity, None) => Vec::new(),
        (Fact::Validity, Some(last)) => {
            line(&lang.guide_until_day(&lang.date(last)), &|last| lang.valid_until_day(last))
        }
        _ => entry.blocks(fact, block),
    }
}

fn coming_back(block: &Labelled, slip: &GuidanceSlip, ink: SlipInk) -> Vec<Block> {
    let lang = ink.lang;
    let title = block.own(ink).unwrap_or_else(|| lang.guide_come_back().to_owned());
    let mut blocks = vec![Block::Heading(title)];
    let mut say = |line: String| blocks.push(Block::Line(line));
    let lacks_a_paper = slip.topics.iter().any(Topic::lacks_a_paper);
    if let Some(when) = slip.come_back {
        say(lang.with_time(on(when.day, lang), when));
    } else if lacks_a_paper {
        say(lang.guide_come_back_ready().to_owned());
    }
    let may_be_today = slip.come_back.map_or(lacks_a_paper, |when| when.day == slip.given.day());
    if let Some(visits) = slip.lets_by.filter(|_| may_be_today) {
        say(lang.guide_today(visits));
    }
    say(lang.guide_place(&slip.office.name));
    if let Some(hours) = slip.hours.map(str::trim).filter(|hours| !hours.is_empty()) {
        say(lang.guide_hours(hours));
    }
    if slip.topics.iter().any(|topic| topic.procedure.same_day) {
        say(lang.guide_same_day().to_owned());
    }
    blocks
}

#[cfg(test)]
mod tests;
