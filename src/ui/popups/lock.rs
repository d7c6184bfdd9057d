//! The lock: it covers a station that nobody touches, until somebody on duty sits down or a leader says the PIN. A name is
//! no secret: the lock keeps visitors from reading and pressing keys, and says who goes on.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use super::pin::dotted;
use crate::desk::Command;
use crate::domain::pin::Pin;
use crate::domain::{Refusal, Shift, Stamp, Volunteer, VolunteerId, full_name, input};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

#[derive(Clone, Debug, PartialEq)]
pub struct Lock {
    field: Field,
    since: Stamp,
}

impl Lock {
    pub(in crate::ui) fn new(since: Stamp) -> Self {
        Self { field: Field::new(input::NAME_LENGTH), since }
    }

    /// Whose name was typed, of those on duty. Nobody is named by an empty field.
    fn named(&self, ctx: &Context<'_>) -> Option<VolunteerId> {
        let typed = self.field.value();
        let on_duty: Vec<VolunteerId> = ctx.model.shift.iter().flat_map(Shift::on_duty).collect();
        let people = ctx.model.volunteers.iter().filter(|one| on_duty.contains(&one.id));
        let found = full_name::find(typed, people, |one: &&Volunteer| one.name.clone());
        found.first().filter(|_| !typed.trim().is_empty()).map(|one| one.id)
    }
}

impl View for Lock {
    fn place(&self) -> Place {
        Place::Lock
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if action != Action::Accept {
            return Answer::Stay;
        }
        let pin = Pin::parse(self.field.value());
        let named = self.named(ctx);
        self.field.clear();
        match (pin, named) {
            (Some(pin), _) => Answer::Run(Request::SayPin(pin, Box::new(Request::Nothing))),
            (None, Some(one)) if ctx.model.me == Some(one) => Answer::Close,
            (None, Some(one)) => Answer::Then(Request::Run(Command::Sit { volunteer: one })),
            (None, None) => Answer::Run(Request::Refuse(Refusal::NobodySits)),
        }
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.field.press(key)
    }

    fn paste(&mut self, _text: &str, _ctx: &Context<'_>) {}

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        frame.render_widget(Clear, area);
        let inner = window(frame, area, ctx, lang.lock_title(), 66, 11).inner(Margin::new(1, 1));
        let mut column = Column::new(frame.buffer_mut(), inner);
        column.paragraph("", &lang.lock_since(&lang.clock(self.since)), ctx.style(Meaning::Plain));
        input_line(frame, draw::below(inner, 2), ctx, lang.lock_field(), &dotted(&self.field), true);
        let mut column = Column::new(frame.buffer_mut(), draw::below(inner, 4));
        column.paragraph("", lang.lock_how(), ctx.style(Meaning::Faint));
        column.paragraph("", lang.pin_forgotten(), ctx.style(Meaning::Faint));
    }
}
