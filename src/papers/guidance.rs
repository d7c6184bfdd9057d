//! The guidance slip (phiếu hướng dẫn): what to bring, what to check, what it costs, and when to come back.
//!
//! Its facts are the catalogue's; it adds none and promises nothing. It names nobody.

use super::office;
use super::sheet::{Block, HeadLine, PageLabel, Paper, Sheet, Weight};
use crate::domain::procedure::{Both, Kind, Way};
use crate::domain::{Day, Office, Procedure, Stamp, Ticket};
use crate::text::Lang;

/// The facts of a procedure that its `check_locally` may name.
const PAPERS: &str = "papers";
const FEE: &str = "fee";
const TIME_LIMIT: &str = "time_limit";
const ONLINE: &str = "online";

/// What a guidance slip says.
#[derive(Clone, Copy, Debug)]
pub struct GuidanceSlip<'a> {
    /// The office to come back to.
    pub office: &'a Office,
    /// The number of the party, when it has one.
    pub ticket: Option<Ticket>,
    /// What the party asked about.
    pub topics: &'a [Topic<'a>],
    /// The day on which to come back, when one was agreed.
    pub come_back: Option<Day>,
    /// The office hours, in the words of the desk's settings.
    pub hours: Option<&'a str>,
    /// When the slip was given.
    pub given: Stamp,
    /// The program and its version, for example `motcua 0.1.0`.
    pub version: &'a str,
}

/// A procedure or skill on a guidance slip.
#[derive(Clone, Copy, Debug)]
pub struct Topic<'a> {
    /// Its entry in the catalogue.
    pub procedure: &'a Procedure,
    /// Which of its papers the party has with it, by their places from 0.
    pub has: &'a [usize],
}

impl Topic<'_> {
    /// Whether a paper is still to be brought.
    fn lacks_a_paper(&self) -> bool {
        (0..self.procedure.papers.vi.len()).any(|place| !self.has.contains(&place))
    }

    /// Whether a fact of the entry could not be verified.
    fn is_doubtful(&self, fact: &str) -> bool {
        self.procedure.check_locally.iter().any(|doubtful| doubtful == fact)
    }
}

/// A guidance slip as a sheet.
pub fn sheet(slip: &GuidanceSlip, lang: Lang, paper: Paper) -> Sheet {
    let day = slip.given.day();
    let mut title =
        vec![HeadLine::new(lang.guide_title(), Weight::Strong), HeadLine::new(on(day, lang), Weight::Faint)];
    if let Some(ticket) = slip.ticket {
        title.push(HeadLine::new(lang.guide_number(&ticket.to_string()), Weight::Strong));
    }
    let mut blocks = Vec::new();
    for (place, topic) in (1..).zip(slip.topics) {
        let name = lang.pick(&topic.procedure.name);
        let numbered = slip.topics.len() > 1;
        blocks.push(Block::Heading(if numbered { lang.guide_topic(place, name) } else { name.clone() }));
        blocks.extend(about(topic, lang));
    }
    blocks.extend(coming_back(slip, lang));
    blocks.push(Block::Line(lang.guide_passwords().to_owned()));
    let foot = lang.guide_foot(slip.version, &lang.clock(slip.given), &lang.date(day));
    Sheet {
        lang_tag: lang.tag(),
        paper,
        left: vec![office::centre(slip.office)],
        title,
        blocks,
        foot,
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        created: office::created(slip.given),
        ..Sheet::default()
    }
}

/// A day with its weekday: «Thứ Bảy, 21/11/2026».
fn on(day: Day, lang: Lang) -> String {
    let weekday = lang.sentence(lang.weekday(day.weekday()));
    lang.guide_come_back_on(&weekday.replace(' ', "\u{a0}"), &lang.date(day))
}

/// Everything about one procedure, below its name.
fn about(topic: &Topic, lang: Lang) -> Vec<Block> {
    let procedure = topic.procedure;
    let mut blocks = Vec::new();
    if procedure.kind == Kind::Procedure {
        blocks.push(Block::Line(lang.guide_code(&procedure.code.0)));
    }
    blocks.extend(papers(topic, lang));
    blocks.extend(points(lang.guide_before(), &procedure.before, lang));
    if procedure.kind == Kind::Procedure {
        blocks.push(Block::Line(lang.guide_fee(&fee(topic, lang))));
    }
    if let Some(limit) = &procedure.time_limit {
        let limit = lang.within_a_sentence(lang.pick(limit).as_str());
        let limit = if topic.is_doubtful(TIME_LIMIT) { lang.guide_unverified(&limit) } else { limit };
        blocks.push(Block::Line(lang.guide_limit(&limit)));
    }
    if procedure.kind == Kind::Procedure && !procedure.channels.is_empty() {
        blocks.push(Block::Line(lang.guide_ways(&ways(topic, lang))));
    }
    if let Some(last) = procedure.valid_until {
        blocks.push(Block::Line(lang.guide_until(&lang.date(last))));
    }
    blocks.extend(points(lang.guide_warnings(), &procedure.warnings, lang));
    blocks
}

/// The papers, each with a box: ticked when it is there already.
fn papers(topic: &Topic, lang: Lang) -> Vec<Block> {
    let papers = lang.pick(&topic.procedure.papers);
    if papers.is_empty() {
        // A skill needs none; of a procedure the catalogue does not know them.
        return match topic.procedure.kind {
            Kind::Skill => Vec::new(),
            Kind::Procedure => vec![Block::Line(lang.guide_papers_unknown().to_owned())],
        };
    }
    let title = if topic.is_doubtful(PAPERS) { lang.guide_papers_doubtful() } else { lang.guide_papers() };
    let boxes = papers
        .iter()
        .enumerate()
        .map(|(place, paper)| Block::Tick { ticked: topic.has.contains(&place), text: paper.clone() });
    std::iter::once(Block::Note(title.to_owned())).chain(boxes).collect()
}

/// What it costs, in the catalogue's words. Where it says nothing the province sets the fee, and the slip never calls
/// that free (DOMAIN.md §7).
fn fee(topic: &Topic, lang: Lang) -> String {
    match &topic.procedure.fee {
        None => lang.guide_fee_unknown().to_owned(),
        Some(fee) => {
            let fee = lang.within_a_sentence(lang.pick(fee).as_str());
            if topic.is_doubtful(FEE) { lang.guide_unverified(&fee) } else { fee }
        }
    }
}

/// Where the dossier may be handed in.
fn ways(topic: &Topic, lang: Lang) -> String {
    let words = |way: &Way| {
        let words = lang.guide_way(*way);
        if *way == Way::Online && topic.is_doubtful(ONLINE) {
            lang.guide_unverified(words)
        } else {
            words.to_owned()
        }
    };
    topic.procedure.channels.iter().map(words).collect::<Vec<_>>().join("; ")
}

/// A list below its title; nothing when it is empty.
fn points(title: &str, texts: &Both<Vec<String>>, lang: Lang) -> Vec<Block> {
    let texts = lang.pick(texts);
    if texts.is_empty() {
        return Vec::new();
    }
    let lines = texts.iter().map(|text| Block::Line(lang.guide_point(text)));
    std::iter::once(Block::Note(title.to_owned())).chain(lines).collect()
}

/// When and where to come back.
fn coming_back(slip: &GuidanceSlip, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(lang.guide_come_back().to_owned())];
    let mut say = |line: String| blocks.push(Block::Line(line));
    if let Some(day) = slip.come_back {
        say(on(day, lang));
    } else if slip.topics.iter().any(Topic::lacks_a_paper) {
        say(lang.guide_come_back_ready().to_owned());
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
