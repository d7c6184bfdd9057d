//! A panel for a fault of the world: what happened, what is safe, what to do.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::theme::Meaning;

/// The panel. The sentence is made where the fault happened, in the language of that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    sentence: String,
}

impl Problem {
    /// A panel with this sentence.
    pub fn new(sentence: String) -> Self {
        Self { sentence }
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lines = draw::wrap(&self.sentence, 56).len();
        let height = u16::try_from(lines).unwrap_or(8) + 4;
        let inner = window(frame, area, ctx, ctx.lang.problem_title(), 62, height);
        let mut column = Column::new(frame.buffer_mut(), inner.inner(Margin::new(1, 0)));
        column.paragraph("", &self.sentence, ctx.style(Meaning::Bad));
        column.gap();
        column.line(ctx.lang.problem_close(), ctx.style(Meaning::Key));
    }
}
