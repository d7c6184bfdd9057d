//! Who comes at an agreed time, and who returns with a number of today: beside the need in the form that gives a number.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::filter::input;
use crate::desk::Card;
use crate::domain::{Stage, Stamp, Ticket};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::theme::Meaning;

/// The time that was agreed with the party, as it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Booking {
    field: Field,
    has_keys: bool,
    is_wrong: bool,
}

impl Booking {
    pub(super) fn new() -> Self {
        Self { field: Field::new(8), has_keys: false, is_wrong: false }
    }

    pub(super) fn has_keys(&self) -> bool {
        self.has_keys
    }

    /// Takes the keys, or gives them back.
    pub(super) fn turn(&mut self) {
        self.has_keys = !self.has_keys;
    }

    /// Takes the keys because what stands there is no time.
    pub(super) fn enter(&mut self) {
        self.has_keys = true;
        self.is_wrong = true;
    }

    /// Gives the keys back; says whether it had them.
    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.has_keys)
    }

    /// The time of today that was typed; none when nothing was.
    ///
    /// # Errors
    /// What was typed is no time of day.
    pub(super) fn time(&self, ctx: &Context<'_>) -> Result<Option<Stamp>, ()> {
        match self.field.value().trim() {
            "" => Ok(None),
            typed => ctx.now.day().at_typed(typed).map(Some).ok_or(()),
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        self.is_wrong = false;
        self.field.press(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.is_wrong = false;
        self.field.insert(text);
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        if !self.has_keys && self.field.value().is_empty() {
            return;
        }
        input(frame, area, ctx, lang.intake_booked(), &self.field, self.has_keys);
        if self.is_wrong {
            let words = format!("[!] {}", lang.flaw_booked());
            let used = u16::try_from(draw::width(&words)).unwrap_or(area.width).min(area.width);
            let right = Rect { x: area.right() - used, width: used, ..area };
            draw::line(frame.buffer_mut(), right, 0, &words, ctx.style(Meaning::Bad));
        }
    }
}

/// The visit of today whose number was typed and that has ended: its party may be here again.
pub(super) fn returning<'a>(typed: &str, ctx: &Context<'a>) -> Option<&'a Card> {
    let ticket: Ticket = typed.parse().ok()?;
    ctx.model.cards.iter().find(|card| {
        card.visit.day == ctx.model.day && card.visit.ticket == ticket && !card.visit.stage.kind().is_open()
    })
}

/// «quay lại: A012 Khai sinh (gọi không có mặt)».
pub(super) fn return_words(card: &Card, ctx: &Context<'_>) -> String {
    let how = match card.visit.stage {
        Stage::Left { why, .. } => ctx.lang.leave_reason(why),
        stage => ctx.lang.stage(stage.kind()),
    };
    ctx.lang.return_row(&ctx.ticket(card), &ctx.needs(card), how)
}
