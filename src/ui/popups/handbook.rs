//! The handbook: one entry of the catalogue over the whole screen, to be read without a visit.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use crate::domain::Code;
use crate::domain::procedure::{Fact, Said};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{scrolled, step};
use crate::ui::reading::{self, Page};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handbook {
    code: Code,
    first: usize,
}

impl Handbook {
    /// The entry of a code, from its top.
    pub const fn new(code: Code) -> Self {
        Self { code, first: 0 }
    }
}

impl View for Handbook {
    fn place(&self) -> Place {
        Place::Handbook
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            Action::Back => return Answer::Close,
            Action::Print => return Answer::Run(Request::PrintEntry(self.code.clone())),
            _ => {}
        }
        let rows = ctx.rows().saturating_sub(HEAD);
        let lines = lines(ctx, &self.code, width(ctx.size.width));
        if let Some(by) = step(action, rows) {
            self.first = scrolled(self.first, by, lines.len(), rows);
        }
        Answer::Stay
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        (action == Action::Print).then(|| ctx.lang.key_print_entry().to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        frame.render_widget(Clear, area);
        let area = area.inner(Margin::new(1, 0));
        let lines = lines(ctx, &self.code, width(ctx.size.width));
        let head = u16::try_from(HEAD).unwrap_or(0).min(area.height);
        let body = Rect { y: area.y + head, height: area.height - head, ..area };
        let rows = usize::from(body.height);
        let first = self.first.min(lines.len().saturating_sub(rows));
        let more = if first + rows < lines.len() { ctx.lang.reading_more() } else { "" };
        let room = usize::from(area.width).saturating_sub(draw::width(more) + 1);
        let title = draw::pad(&ctx.short(&self.code), room);
        let pieces = [(title.as_str(), ctx.style(Meaning::Heading)), (more, ctx.style(Meaning::Key))];
        draw::pieces(frame.buffer_mut(), area, 0, &pieces);
        draw::lines(frame.buffer_mut(), body, ctx, &lines, first);
    }
}

/// The rows above the text.
const HEAD: usize = 1;

/// How many columns the text has in a window.
fn width(window: u16) -> usize {
    usize::from(window.saturating_sub(2))
}

/// Everything the catalogue knows about an entry, in lines of at most `width` columns, no word of which is cut.
pub(super) fn lines(ctx: &Context<'_>, code: &Code, width: usize) -> Vec<(String, Meaning)> {
    let Some(entry) = ctx.catalogue.get(code) else {
        return vec![(ctx.lang.reading_gone().to_owned(), Meaning::Warning)];
    };
    let mut page = Page::new(ctx.lang, entry);
    page.head(ctx);
    page.lists();
    page.gap();
    page.facts(ctx);
    reading::rows(&page.done(), width)
}

/// What is said in one line each, in this order.
const FACTS: [Fact; 11] = [
    Fact::TimeLimit,
    Fact::SameDay,
    Fact::Fee,
    Fact::Ways,
    Fact::Online,
    Fact::Portal,
    Fact::Systems,
    Fact::Validity,
    Fact::Local,
    Fact::Confidence,
    Fact::Aliases,
];

impl Page<'_> {
    fn head(&mut self, ctx: &Context<'_>) {
        let (lang, entry) = (self.lang, self.entry);
        let name = self.sure(Fact::Name, lang.pick(&entry.name).as_str());
        self.say("", name, Meaning::Strong);
        let field = ctx.catalogue.field_of(&entry.code).map_or("", |field| lang.pick(&field.name).as_str());
        let code = lang.reading_code(&entry.code.0, lang.entry_kind(entry.kind), field);
        self.say("", code, Meaning::Faint);
        if let Some(state) = ctx.catalogue.state_on(&entry.code, ctx.model.day) {
            let meaning = if state.is_offered() { Meaning::Faint } else { Meaning::Warning };
            self.say("", lang.sentence(&lang.entry_state(state)), meaning);
        }
        if let Some(next) = ctx.catalogue.successor(&entry.code) {
            let what = format!("{} ({next})", ctx.short(next));
            self.say("", lang.reading_replaced_by(&what), Meaning::Warning);
        }
    }

    fn lists(&mut self) {
        for fact in [Fact::Papers, Fact::Before, Fact::Steps, Fact::Warnings] {
            if self.entry.says(fact) != Said::Nothing {
                self.gap();
            }
            self.fact(fact, |at| match fact {
                Fact::Steps => (format!("{:>2}. ", at + 1), Meaning::Plain),
                Fact::Warnings => ("! ".to_owned(), Meaning::Warning),
                _ => ("- ".to_owned(), Meaning::Plain),
            });
        }
    }

    fn facts(&mut self, ctx: &Context<'_>) {
        let (lang, entry) = (self.lang, self.entry);
        for fact in FACTS {
            match (fact, lang.said(entry, fact)) {
                (Fact::Validity, _) => {
                    let last = ctx.catalogue.last_day(&entry.code);
                    self.say("", lang.validity(entry.valid_from, last), Meaning::Plain);
                    if !entry.replaces.is_empty() {
                        let codes: Vec<&str> = entry.replaces.iter().map(|code| code.0.as_str()).collect();
                        self.say("", lang.reading_replaces(&codes.join(", ")), Meaning::Plain);
                    }
                }
                (Fact::SameDay, Some(words)) => self.say("  ", words, Meaning::Plain),
                (Fact::Local, Some(words)) => self.say("", words, Meaning::Plain),
                (_, Some(words)) => {
                    let line = self.sure(fact, &format!("{}: {words}", lang.fact(fact)));
                    self.say("", line, Meaning::Plain);
                }
                (_, None) => {}
            }
        }
    }
}
