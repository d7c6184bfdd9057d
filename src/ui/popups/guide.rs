//! The guide as a page to read, over the whole screen: what a party needs, one thing after the other.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::domain::{AssistId, VisitId};
use crate::ui::context::{Context, Request};
use crate::ui::keymap::Action;
use crate::ui::list::{scrolled, step};
use crate::ui::theme::Meaning;
use crate::ui::{draw, guide, reading};

/// How wide the words are at most: longer lines are hard to read aloud.
const WIDEST: u16 = 100;

/// The popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    visit: VisitId,
    /// The assist under the cursor; `None` for a party that is not served yet.
    assist: Option<AssistId>,
    top: usize,
}

impl Guide {
    /// The guide for a visit: for one thing that it is helped with, or for all that it needs.
    pub fn new(visit: VisitId, assist: Option<AssistId>) -> Self {
        Self { visit, assist, top: 0 }
    }

    fn rows(&self, ctx: &Context<'_>, width: usize) -> Vec<(String, Meaning)> {
        let Some(card) = ctx.model.card(self.visit) else { return Vec::new() };
        let one = card.assists.iter().find(|assist| Some(assist.id) == self.assist);
        let codes = match one {
            Some(assist) => vec![&assist.procedure],
            None => card.needs.iter().map(|(code, _)| code).collect(),
        };
        let mut rows = Vec::new();
        for code in codes {
            let Some(entry) = ctx.catalogue.get(code) else { continue };
            if !rows.is_empty() {
                rows.push((String::new(), Meaning::Plain));
            }
            let name = ctx.lang.guide_window(ctx.lang.pick(&entry.name).as_str(), &code.0);
            rows.extend(draw::wrap(&name, width).into_iter().map(|line| (line, Meaning::Strong)));
            rows.extend(reading::rows(&guide::words(ctx, entry, one), width));
        }
        rows
    }

    fn inside(area: Rect) -> Rect {
        Rect { width: area.width.min(WIDEST), ..area }.inner(Margin::new(2, 1))
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let inside = Self::inside(Rect::new(0, 0, ctx.size.width, ctx.size.height));
        let height = ctx.rows().saturating_sub(2);
        match step(action, height) {
            Some(by) => {
                let count = self.rows(ctx, usize::from(inside.width)).len();
                self.top = scrolled(self.top, by, count, height);
                Vec::new()
            }
            None if matches!(action, Action::Back | Action::Guide) => vec![Request::Close],
            None if action == Action::Help => vec![Request::Act(Action::Help)],
            None => Vec::new(),
        }
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let ticket = ctx.model.card(self.visit).map(|card| ctx.ticket(card)).unwrap_or_default();
        let title = format!("{ticket}  {}", ctx.lang.guide_title());
        window(frame, area, ctx, &title, area.width.min(WIDEST), area.height);
        let [column] = ratatui::layout::Layout::horizontal([ratatui::layout::Constraint::Length(
            area.width.min(WIDEST),
        )])
        .flex(ratatui::layout::Flex::Center)
        .areas(area);
        let inside = Self::inside(column);
        let rows = self.rows(ctx, usize::from(inside.width));
        let first = scrolled(self.top, 0, rows.len(), usize::from(inside.height));
        for (row, (text, meaning)) in (0..inside.height).zip(&rows[first..]) {
            draw::line(frame.buffer_mut(), inside, row, text, ctx.style(*meaning));
        }
    }
}
