//! Why somebody is helped on the spot before those who wait: asked only when somebody would have come first.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::filter::Filter;
use super::window;
use crate::desk::{Command, NewVisit};
use crate::domain::Ticket;
use crate::domain::queue::OutOfTurn;
use crate::ui::context::{Context, Request};
use crate::ui::keymap::Action;

/// The popup. Below it may be the form that was filled, which stays until the party is helped.
#[derive(Clone, Debug, PartialEq)]
pub struct AtOnceWhy {
    new: NewVisit,
    first: Ticket,
    filter: Filter,
}

impl AtOnceWhy {
    /// Asks why `new` goes before `first`.
    pub fn new(new: NewVisit, first: Ticket) -> Self {
        Self { new, first, filter: Filter::new() }
    }

    /// The reasons that fit what was typed. What takes a minute comes first: it is what is helped on the spot.
    fn rows(&self, ctx: &Context<'_>) -> Vec<(OutOfTurn, &'static str)> {
        let usual = OutOfTurn::OneMinute;
        let others = OutOfTurn::ALL.iter().copied().filter(|why| *why != usual);
        let all = [usual].into_iter().chain(others).map(|why| (why, ctx.lang.out_of_turn(why)));
        all.filter(|(_, words)| self.filter.fits(words)).collect()
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let rows = self.rows(ctx);
        match action {
            Action::Back => return vec![Request::Close],
            Action::Accept => {
                let chosen = rows.get(self.filter.at()).map(|(why, _)| *why);
                let serve = |why| Command::ServeNow { new: self.new.clone(), why: Some(why) };
                let all = chosen.map(|why| vec![Request::Close, Request::Run(serve(why)), Request::Close]);
                return all.unwrap_or_default();
            }
            _ => self.filter.step(action, rows.len()),
        }
        Vec::new()
    }

    pub(super) fn filter(&mut self) -> &mut Filter {
        &mut self.filter
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx);
        let words: Vec<&str> = rows.iter().map(|(_, words)| *words).collect();
        let title = ctx.lang.at_once_title(&self.first.to_string());
        let inner = window(frame, area, ctx, &title, 66, 10);
        self.filter.render(frame, inner, ctx, &words);
    }
}
