//! What to mind when a party is called: one line, of a visit that has its number.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::filter::input;
use super::window;
use crate::desk::{Card, Command};
use crate::domain::VisitId;
use crate::domain::input::{CALL_NOTE_LENGTH, line};
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// The popup.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteForm {
    visit: VisitId,
    before: String,
    field: Field,
}

impl NoteForm {
    /// The note of a visit, to be gone on with.
    pub fn new(card: &Card) -> Self {
        let before = card.note.clone().unwrap_or_default();
        Self { visit: card.visit.id, field: Field::new(CALL_NOTE_LENGTH).with(&before), before }
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Request> {
        match action {
            Action::Accept => {
                let note = line(self.field.value(), CALL_NOTE_LENGTH);
                if note == self.before {
                    return vec![Request::Close];
                }
                // What was typed goes when it is kept.
                vec![Request::Run(Command::SetNote { visit: self.visit, note }), Request::Close]
            }
            Action::Help => vec![Request::Act(Action::Help)],
            Action::Back => vec![Request::Close],
            _ => Vec::new(),
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        self.field.press(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.field.insert(text);
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let ticket = ctx.model.card(self.visit).map(|card| ctx.ticket(card)).unwrap_or_default();
        let inner = window(frame, area, ctx, &lang.note_title(&ticket), 76, 6).inner(Margin::new(1, 0));
        let row = |row: u16| Rect { y: inner.y + row.min(inner.height), height: 1, ..inner };
        input(frame, row(1), ctx, lang.intake_note(), &self.field, true);
        draw::line(frame.buffer_mut(), row(3), 0, lang.note_hint(), ctx.style(Meaning::Faint));
    }
}
