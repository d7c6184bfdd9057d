//! A question with yes and no. It carries the request to run on yes.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::domain::ShiftPart;
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Close the shift?
    CloseShift {
        /// Which part of the day.
        part: ShiftPart,
        /// How many visits are carried over.
        carried: usize,
        /// How many end.
        ended: usize,
    },
    /// Print this job once more?
    Reprint(u64),
    /// Print this job again, of which a part may have been printed?
    RetryUnclear(u64),
    /// End the program?
    Quit,
    /// Drop what was typed and not kept?
    DropWords,
    /// Drop the desk's own version of an entry?
    DropEntry,
}

impl Question {
    fn words(self, ctx: &Context<'_>) -> String {
        let lang = ctx.lang;
        let name =
            |id| ctx.prints.line(id).map(|line| lang.print_name(line.kind, &line.title)).unwrap_or_default();
        match self {
            Self::Reprint(id) => lang.reprint_question(&name(id)),
            Self::RetryUnclear(id) => lang.retry_question(&name(id)),
            Self::CloseShift { part, carried, ended } => {
                lang.close_question(lang.shift_part(part), carried, ended)
            }
            Self::Quit => lang.quit_question().to_owned(),
            Self::DropEntry => lang.drop_entry_question().to_owned(),
            Self::DropWords => lang.remark_drop_question().to_owned(),
        }
    }
}

/// The popup.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    question: Question,
    yes: Request,
}

impl Confirm {
    /// Asks `question`, and runs `yes` on Enter.
    pub fn new(question: Question, yes: Request) -> Self {
        Self { question, yes }
    }

    pub(super) fn act(&self, action: Action) -> Vec<Request> {
        match action {
            Action::Accept => vec![Request::Close, self.yes.clone()],
            _ => vec![Request::Close],
        }
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let words = self.question.words(ctx);
        let lines = draw::wrap(&words, 52).len();
        let height = u16::try_from(lines).unwrap_or(4) + 4;
        let inner = window(frame, area, ctx, ctx.lang.product(), 58, height);
        let mut column = Column::new(frame.buffer_mut(), inner.inner(Margin::new(1, 0)));
        column.paragraph("", &words, ctx.style(Meaning::Strong));
        column.gap();
        column.line(ctx.lang.yes_no(), ctx.style(Meaning::Key));
    }
}
