//! The guide as a page to read, over the whole screen: what a party needs, one thing after the other.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::{AssistId, VisitId};
use crate::ui::context::Context;
use crate::ui::draw::window;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{scrolled, step};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};
use crate::ui::{draw, reading};

/// How wide the words are at most: longer lines are hard to read aloud.
const WIDEST: u16 = 100;

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
            None => card.about().collect(),
        };
        let mut rows = Vec::new();
        for code in codes {
            let Some(entry) = ctx.catalogue.get(code) else { continue };
            if !rows.is_empty() {
                rows.push((String::new(), Meaning::Plain));
            }
            let name = ctx.lang.guide_window(ctx.lang.pick(&entry.name).as_str(), &code.0);
            rows.extend(draw::wrap(&name, width).into_iter().map(|line| (line, Meaning::Strong)));
            rows.extend(reading::rows(&reading::guide(ctx, entry, one), width));
        }
        rows
    }

    fn inside(area: Rect) -> Rect {
        Rect { width: area.width.min(WIDEST), ..area }.inner(Margin::new(2, 1))
    }
}

impl View for Guide {
    fn place(&self) -> Place {
        Place::Guide
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let inside = Self::inside(Rect::new(0, 0, ctx.size.width, ctx.size.height));
        let height = ctx.rows().saturating_sub(2);
        match step(action, height) {
            Some(by) => {
                let count = self.rows(ctx, usize::from(inside.width)).len();
                self.top = scrolled(self.top, by, count, height);
                Answer::Stay
            }
            None if matches!(action, Action::Back | Action::Guide) => Answer::Close,
            None => Answer::Stay,
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
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
        draw::lines(frame.buffer_mut(), inside, ctx, &rows, self.top);
    }
}
