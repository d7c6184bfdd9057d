//! The handbook: one entry of the catalogue over the whole screen, to be read without a visit.

mod words;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

pub(super) use words::lines;

use crate::domain::Code;
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::keymap::Action;
use crate::ui::list::{scrolled, step};
use crate::ui::theme::Meaning;

/// The popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handbook {
    code: Code,
    first: usize,
}

/// A line of the handbook, and how it looks.
pub(super) type Line = (String, Meaning);

impl Handbook {
    /// The entry of a code, from its top.
    pub const fn new(code: Code) -> Self {
        Self { code, first: 0 }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::Back => return vec![Request::Close],
            Action::Help => return vec![Request::Act(Action::Help)],
            _ => {}
        }
        let rows = ctx.rows().saturating_sub(HEAD);
        let lines = lines(ctx, &self.code, width(ctx.size.width));
        if let Some(by) = step(action, rows) {
            self.first = scrolled(self.first, by, lines.len(), rows);
        }
        Vec::new()
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
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
        for (row, (text, meaning)) in (0..body.height).zip(lines.iter().skip(first)) {
            draw::line(frame.buffer_mut(), body, row, text, ctx.style(*meaning));
        }
    }
}

/// The rows above the text.
const HEAD: usize = 1;

/// How many columns the text has in a window.
fn width(window: u16) -> usize {
    usize::from(window.saturating_sub(2))
}
