//! Difficulties and proposals of a span, in the desk's own words.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::confirm::{Confirm, Question};
use super::{Popup, window};
use crate::desk::Command;
use crate::domain::{Remark, Span, input};
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::NoteField;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// The popup: two notes, of which one has the keys.
#[derive(Clone, Debug, PartialEq)]
pub struct RemarkForm {
    span: Span,
    kept: Remark,
    difficulties: NoteField,
    proposals: NoteField,
    in_proposals: bool,
}

impl RemarkForm {
    /// What is kept about a span, to be gone on with.
    pub fn new(span: Span, remark: &Remark) -> Self {
        Self {
            span,
            kept: remark.clone(),
            difficulties: NoteField::default().with(&remark.difficulties),
            proposals: NoteField::default().with(&remark.proposals),
            in_proposals: false,
        }
    }

    fn written(&self) -> Remark {
        Remark {
            difficulties: input::note(&self.difficulties.text()),
            proposals: input::note(&self.proposals.text()),
        }
    }

    fn note(&mut self) -> &mut NoteField {
        if self.in_proposals { &mut self.proposals } else { &mut self.difficulties }
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Request> {
        match action {
            Action::Accept | Action::Back if self.written() == self.kept => return vec![Request::Close],
            Action::Accept => {
                let command = Command::KeepRemark { span: self.span, remark: self.written() };
                return vec![Request::Run(command), Request::Close];
            }
            // What was typed is not lost by one key.
            Action::Back => {
                let ask = Confirm::new(Question::DropWords, Request::Close);
                return vec![Request::Open(Box::new(Popup::Confirm(ask)))];
            }
            Action::NextField | Action::PreviousField => self.in_proposals = !self.in_proposals,
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::Help => return vec![Request::Act(Action::Help)],
            _ => {}
        }
        Vec::new()
    }

    /// A line up or down; past the end of one note lies the other.
    fn step(&mut self, by: isize) {
        if self.note().can_move(by) {
            self.note().move_line(by);
        } else {
            self.in_proposals = by > 0;
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        self.note().press(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.note().insert(text);
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = lang.remark_title(&lang.span(self.span));
        let inner = window(frame, area, ctx, &title, 78, 24).inner(Margin::new(1, 0));
        let [hint, first, difficulties, second, proposals] = Layout::vertical([
            Constraint::Length(2),
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
            Constraint::Fill(1),
        ])
        .areas(inner);
        draw::line(frame.buffer_mut(), hint, 0, lang.remark_hint(), ctx.style(Meaning::Faint));
        for (head, body, words, note, has_keys) in [
            (first, difficulties, lang.remark_difficulties(), &self.difficulties, !self.in_proposals),
            (second, proposals, lang.remark_proposals(), &self.proposals, self.in_proposals),
        ] {
            let mark = if has_keys { ">" } else { " " };
            let style = ctx.style(Meaning::Heading);
            draw::line(frame.buffer_mut(), head, 0, &format!("{mark} {words}"), style);
            note.render(frame, body.inner(Margin::new(2, 0)), ctx, has_keys);
        }
    }
}
