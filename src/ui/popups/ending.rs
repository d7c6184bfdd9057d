//! The end of an entry: its last day, and what takes its place after it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::filter::{Filter, input};
use super::{range, window};
use crate::desk::{CatalogueEdit, Command};
use crate::domain::find::{Finder, Habits};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::{Code, Day};
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

/// The longest date that somebody types.
const LONGEST: usize = 14;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    NoDate,
    NoSuccessor,
}

/// The popup.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    code: Code,
    last: Field,
    /// Whether there is an end to take back: then no date means that it is offered on and on again.
    has_end: bool,
    by: Filter,
    in_by: bool,
    finder: Finder,
    flaw: Option<Flaw>,
}

impl Ending {
    /// The end of an entry as it is now.
    pub(in crate::ui) fn new(code: Code, ctx: &Context<'_>) -> Self {
        let last = ctx.catalogue.last_day(&code);
        let words = last.map(|last| ctx.lang.date(last)).unwrap_or_default();
        let mut by = Filter::new();
        if let Some(next) = ctx.catalogue.successor(&code) {
            by.paste(&next.0);
        }
        let others = ctx.catalogue.all().iter().filter(|entry| entry.code != code);
        let finder = Finder::over(ctx.catalogue, others.filter(|entry| entry.code.0 != UNKNOWN_NEED));
        Self {
            code,
            last: Field::new(LONGEST).with(&words),
            has_end: last.is_some(),
            by,
            in_by: false,
            finder,
            flaw: None,
        }
    }

    fn found(&self) -> Vec<Code> {
        if self.by.is_typed() { self.finder.find(self.by.typed(), &Habits::default()) } else { Vec::new() }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::NextField | Action::PreviousField => self.in_by = !self.in_by,
            Action::Up | Action::Down if self.in_by && !self.found().is_empty() => {
                let count = self.found().len();
                self.by.step(action, count);
            }
            Action::Up => self.in_by = false,
            Action::Down => self.in_by = true,
            Action::Help => return vec![Request::Act(Action::Help)],
            Action::Back => return vec![Request::Close],
            Action::Accept => match self.edit(ctx.model.day) {
                Ok(edit) => return vec![Request::Run(Command::EditCatalogue(edit)), Request::Close],
                Err(flaw) => {
                    self.in_by = flaw == Flaw::NoSuccessor;
                    self.flaw = Some(flaw);
                }
            },
            _ => {}
        }
        Vec::new()
    }

    fn edit(&self, today: Day) -> Result<CatalogueEdit, Flaw> {
        let code = self.code.clone();
        if self.last.value().trim().is_empty() && self.has_end && !self.by.is_typed() {
            return Ok(CatalogueEdit::Retire { code, last: None });
        }
        let last = range::read(self.last.value(), today).ok_or(Flaw::NoDate)?;
        if !self.by.is_typed() {
            return Ok(CatalogueEdit::Retire { code, last: Some(last) });
        }
        let by = self.found().get(self.by.at()).cloned().ok_or(Flaw::NoSuccessor)?;
        Ok(CatalogueEdit::Replace { code, last, by })
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        let taken = if self.in_by { self.by.press(key) } else { self.last.press(key) };
        if taken {
            self.flaw = None;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.flaw = None;
        if self.in_by {
            self.by.paste(text);
        } else {
            self.last.insert(text);
        }
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = lang.ending_title(&ctx.short(&self.code));
        let inner = window(frame, area, ctx, &title, 74, 18).inner(Margin::new(1, 0));
        let [_, day, by, found_area, below] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(4),
        ])
        .areas(inner);
        input(frame, day, ctx, lang.ending_last(), &self.last, !self.in_by);
        input(frame, by, ctx, lang.ending_by(), self.by.field(), self.in_by);
        let buffer = frame.buffer_mut();
        let found = self.found();
        let first = first_row(self.by.at(), found.len(), usize::from(found_area.height));
        for (row, (number, code)) in (0..found_area.height).zip(found.iter().enumerate().skip(first)) {
            let (mark, meaning) =
                if number == self.by.at() { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            let from = ctx.catalogue.get(code).map(|entry| lang.date(entry.valid_from)).unwrap_or_default();
            let words = lang.ending_row(&draw::pad(&code.0, 10), &draw::pad(&ctx.short(code), 27), &from);
            draw::line(buffer, found_area, row, &format!(" {mark} {words}"), ctx.style(meaning));
        }
        let mut column = Column::new(buffer, below);
        match self.flaw {
            Some(Flaw::NoDate) => column.paragraph("[!] ", lang.flaw_date(), ctx.style(Meaning::Warning)),
            Some(Flaw::NoSuccessor) => {
                column.paragraph("[!] ", lang.ending_no_successor(), ctx.style(Meaning::Warning));
            }
            None if self.has_end => {
                column.paragraph("", lang.ending_hint_again(), ctx.style(Meaning::Faint));
            }
            None => column.paragraph("", lang.ending_hint(), ctx.style(Meaning::Faint)),
        }
    }
}
