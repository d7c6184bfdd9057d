//! The rows of the list: each line wrapped, the papers and preconditions below headings that count them.

use super::Line;
use super::lines::{of_assist, offer};
use crate::desk::Card;
use crate::domain::assist::OutcomeKind;
use crate::domain::earlier::{self, Share};
use crate::domain::{Assist, AssistId, CheckState, Outcome, Part, Procedure};
use crate::ui::context::Context;
use crate::ui::theme::Meaning;
use crate::ui::{draw, guide};

/// A row as it is drawn.
pub(super) struct Row {
    pub(super) text: String,
    pub(super) meaning: Meaning,
    pub(super) is_cursor: bool,
}

/// What the list is drawn from.
struct List<'a> {
    ctx: &'a Context<'a>,
    card: &'a Card,
    cursor: Option<Line>,
    width: usize,
    /// Whether papers and preconditions are shown where the cursor does not stand.
    is_open: bool,
    rows: Vec<Row>,
}

/// The rows of a visit. Where there is no room for all of them, the papers and preconditions stand as one row that
/// counts them, until the cursor goes there.
pub(super) fn rows(
    ctx: &Context<'_>,
    card: &Card,
    cursor: Option<Line>,
    (width, height): (usize, usize),
) -> Vec<Row> {
    let of = |is_open| List { ctx, card, cursor, width, is_open, rows: Vec::new() }.drawn();
    let all = of(true);
    if all.len() <= height { all } else { of(false) }
}

impl List<'_> {
    fn drawn(mut self) -> Vec<Row> {
        if let Some(shares) = offer(self.card, self.ctx) {
            self.earlier(&shares);
        }
        for assist in &self.card.assists {
            self.assist(assist);
        }
        self.rows
    }

    fn push(&mut self, line: Option<Line>, head: &str, text: &str, meaning: Meaning) {
        let is_cursor = line.is_some() && line == self.cursor;
        let cursor = if is_cursor { ">" } else { " " };
        let indent = draw::width(head) + 1;
        for (at, part) in draw::wrap(text, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let head = if at == 0 { format!("{cursor}{head}") } else { " ".repeat(indent) };
            self.rows.push(Row { text: format!("{head}{part}"), meaning, is_cursor });
        }
    }

    fn earlier(&mut self, shares: &[Share]) {
        let lang = self.ctx.lang;
        let sum = |of: &dyn Fn(&Share) -> usize| shares.iter().map(of).sum::<usize>();
        let steps = lang.share_of(sum(&|share| share.steps.len()), sum(&|share| share.of.0));
        let papers = lang.share_of(sum(&Share::papers), sum(&|share| share.of.1));
        let found = self.ctx.model.earlier.iter().find(|one| one.visit == self.card.visit.id);
        let date = found.map(|earlier| lang.short_date(earlier.day)).unwrap_or_default();
        let words = lang.earlier_offer(&date, &steps, &papers);
        self.push(Some(Line::Earlier(self.card.visit.id)), " ", &words, Meaning::Priority);
    }

    fn assist(&mut self, assist: &Assist) {
        let entry = self.ctx.catalogue.get(&assist.procedure);
        let mut section = None;
        let mut was_open = false;
        for line in of_assist(assist, self.ctx) {
            let is_first = section.replace(line.section()) != Some(line.section());
            match line {
                Line::Check(id, part, place) => {
                    let is_open = self.is_open || self.cursor.map(Line::section) == section;
                    if is_first {
                        self.heading(assist, entry, part, is_open);
                    }
                    if is_open {
                        self.check(assist, entry, (id, part, place));
                        was_open = true;
                    }
                }
                Line::Step(..) if is_first && was_open => {
                    let words = self.ctx.lang.steps();
                    self.push(None, " ", words, Meaning::Heading);
                    self.line(assist, entry, line);
                }
                _ => self.line(assist, entry, line),
            }
        }
    }

    /// «+ Giấy tờ 2/4, thiếu 1»: the sign says whether there is more below.
    fn heading(&mut self, assist: &Assist, entry: Option<&Procedure>, part: Part, is_open: bool) {
        let lang = self.ctx.lang;
        let label = match part {
            Part::Paper => lang.papers(),
            Part::Before => lang.check_first(),
        };
        let of = entry.map_or(0, |entry| earlier::list(entry, part).vi.len());
        let mut words = lang.section(label, assist.count(part, CheckState::There), of);
        let missing = assist.count(part, CheckState::Missing);
        if missing > 0 {
            words.push_str(&lang.section_missing(missing));
        }
        let meaning = if missing > 0 { Meaning::Warning } else { Meaning::Heading };
        self.push(None, if is_open { "- " } else { "+ " }, &words, meaning);
    }

    fn check(&mut self, assist: &Assist, entry: Option<&Procedure>, at: (AssistId, Part, u8)) {
        let (id, part, place) = at;
        let list = entry.map(|entry| self.ctx.lang.pick(earlier::list(entry, part)));
        let words = list.and_then(|list| list.get(usize::from(place))).cloned().unwrap_or_default();
        let state = assist.check(part, place);
        let head = format!(" {}", guide::mark(state));
        self.push(Some(Line::Check(id, part, place)), &head, &words, guide::look(state));
    }

    fn line(&mut self, assist: &Assist, entry: Option<&Procedure>, line: Line) {
        let lang = self.ctx.lang;
        let attribute = |label: &str| format!("     {label}: ");
        let (head, text, meaning) = match line {
            Line::Head(_) => {
                let ticked = assist.ticked.len();
                let steps = entry.map_or(0, Procedure::step_count);
                let short = self.ctx.short(&assist.procedure);
                let name = format!("{short} ×{}  ({ticked}/{steps})", assist.quantity);
                let down = self.ctx.model.outages.iter().map(|outage| outage.system);
                let relied_on =
                    down.filter(|system| self.ctx.catalogue.relies_on(&assist.procedure, *system));
                let mark = self.ctx.down_mark(&relied_on.collect::<Vec<_>>());
                let name = if mark.is_empty() { name } else { format!("{name}  {mark}") };
                (String::new(), name, Meaning::Heading)
            }
            Line::Step(_, step) => {
                let is_ticked = assist.ticked.contains(&step);
                let words = entry.and_then(|entry| lang.pick(&entry.steps).get(usize::from(step)).cloned());
                let mark = if is_ticked { "x" } else { " " };
                let meaning = if is_ticked { Meaning::Good } else { Meaning::Plain };
                (format!(" [{mark}] "), words.unwrap_or_default(), meaning)
            }
            Line::How(_) => (attribute(lang.how_label()), lang.how(assist.how).to_owned(), Meaning::Plain),
            Line::Channel(_) => {
                (attribute(lang.channel_label()), lang.channel(assist.channel).to_owned(), Meaning::Plain)
            }
            Line::Payment(_) => {
                (attribute(lang.paid_label()), lang.payment(assist.payment).to_owned(), Meaning::Plain)
            }
            Line::Outcome(_) => {
                let (words, meaning) = self.outcome(assist);
                (attribute(lang.outcome_label()), words, meaning)
            }
            Line::Earlier(_) | Line::Check(..) => return,
        };
        self.push(Some(line), &head, &text, meaning);
    }

    fn outcome(&self, assist: &Assist) -> (String, Meaning) {
        let (lang, own) = (self.ctx.lang, self.ctx.model.reasons.own.as_slice());
        match (assist.outcome, assist.come_back) {
            (Outcome::Open, _) => (lang.outcome_not_said().to_owned(), Meaning::Plain),
            (Outcome::ComeBack, Some(day)) => (
                lang.outcome_on(&lang.outcome(assist.outcome, own), &lang.weekday_date(day)),
                Meaning::Warning,
            ),
            (outcome, _) if matches!(outcome.kind(), OutcomeKind::Stuck | OutcomeKind::ComeBack) => {
                (lang.outcome(outcome, own), Meaning::Warning)
            }
            (outcome, _) => (lang.outcome(outcome, own), Meaning::Good),
        }
    }
}
