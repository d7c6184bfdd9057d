//! The backup copies that there are: what each holds, and what would be lost by going back to it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::backup::{CopyCard, Holdings};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::request::{Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The lines below the list that tell all about the copy under the cursor.
const DETAIL: u16 = 8;

/// The copies that were found, the newest first, and what the desk holds now.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    cards: Vec<CopyCard>,
    holds: Option<Holdings>,
}

#[derive(Clone, Debug, Default)]
pub struct CopiesView {
    /// `None` while they are looked for.
    found: Option<Found>,
    at: usize,
}

impl CopiesView {
    pub(in crate::ui) fn take(&mut self, cards: Vec<CopyCard>, holds: Option<Holdings>) {
        self.found = Some(Found { cards, holds });
        self.at = 0;
    }

    fn card(&self) -> Option<&CopyCard> {
        self.found.as_ref()?.cards.get(self.at)
    }
}

impl View for CopiesView {
    fn place(&self) -> Place {
        Place::Copies
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let count = self.found.as_ref().map_or(0, |found| found.cards.len());
        if let Some(by) = step(action, ctx.rows().saturating_sub(9)) {
            self.at = moved(self.at, by, count);
            return Answer::Stay;
        }
        match action {
            Action::Back => Answer::Close,
            Action::Accept if self.is_possible(action, ctx) => match self.card() {
                Some(card) => Answer::Run(Request::Confirm(Question::GoBack(card.path.clone()))),
                None => Answer::Stay,
            },
            _ => Answer::Stay,
        }
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        match action {
            Action::Accept => self.card().is_some_and(|card| card.contents.is_some()),
            other => ctx.is_possible(other),
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, lang.copies_title(), ctx.style(Meaning::Heading));
        let Some(found) = &self.found else {
            draw::line(buffer, area, 2, lang.copies_looking(), ctx.style(Meaning::Plain));
            return;
        };
        if found.cards.is_empty() {
            let mut column = Column::new(buffer, draw::below(area, 2));
            column.paragraph("", lang.copies_hint(), ctx.style(Meaning::Plain));
            return;
        }
        let below = DETAIL.min(area.height / 2);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + below), ..area };
        let first = first_row(self.at, found.cards.len(), usize::from(list.height));
        for (row, (at, card)) in (0..list.height).zip(found.cards.iter().enumerate().skip(first)) {
            let (mark, meaning) = match (at == self.at, &card.contents) {
                (true, _) => (">", Meaning::Selected),
                (false, None) => (" ", Meaning::Warning),
                (false, Some(_)) => (" ", Meaning::Plain),
            };
            let words = format!(
                "{mark} {}  {}  {}",
                lang.moment(card.made),
                lang.copy_place(card),
                lang.copy_summary(card)
            );
            draw::line(buffer, list, row, &draw::fit(&words, usize::from(list.width)), ctx.style(meaning));
        }
        let Some(card) = self.card() else { return };
        let mut column = Column::new(buffer, Rect { y: list.y + list.height, height: below, ..area });
        column.line(&"─".repeat(usize::from(area.width)), ctx.style(Meaning::Frame));
        column.paragraph("", &card.path.display().to_string(), ctx.style(Meaning::Faint));
        if let Some(contents) = &card.contents {
            column.paragraph("", &lang.copy_holds(contents), ctx.style(Meaning::Plain));
            let loses = lang.copy_loses(found.holds.as_ref(), &contents.holds);
            column.paragraph("", &loses, ctx.style(Meaning::Warning));
        }
    }
}
