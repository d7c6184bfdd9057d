//! The leaders' PIN: asked for by a deed that is a leader's, and set. Its digits are shown as dots.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::Refusal;
use crate::domain::pin::{LONGEST, Pin};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the panel takes.
const WIDTH: u16 = 66;

/// What is typed for a PIN.
#[derive(Clone, Debug, PartialEq)]
struct Digits(Field);

impl Digits {
    fn new() -> Self {
        Self(Field::new(LONGEST))
    }

    /// Digits and editing; any other letter is nothing.
    fn press(&mut self, key: Key) -> bool {
        key.text().is_some_and(|letter| !letter.is_ascii_digit()) || self.0.press(key)
    }

    fn paste(&mut self, text: &str) {
        self.0.insert(&text.chars().filter(char::is_ascii_digit).collect::<String>());
    }

    /// What was typed, as far as it can be a PIN. The field is empty then.
    fn take(&mut self) -> Option<Pin> {
        let pin = Pin::parse(self.0.value())?;
        self.0.clear();
        Some(pin)
    }
}

/// A field whose digits nobody can read over a shoulder.
pub(super) fn dotted(field: &Field) -> Field {
    let dots: String =
        field.value().chars().map(|letter| if letter.is_ascii_digit() { '•' } else { letter }).collect();
    Field::new(dots.chars().count()).with(&dots)
}

/// Draws the panel: what it is for, the field, and a line below it.
fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    title: &str,
    words: [&str; 3],
    digits: &Digits,
) {
    let [why, label, foot] = words;
    let used = u16::try_from(draw::wrap(why, usize::from(WIDTH - 4)).len()).unwrap_or(u16::MAX);
    let height = used.saturating_add(8);
    let inner = window(frame, area, ctx, title, WIDTH, height).inner(Margin::new(1, 1));
    let mut column = Column::new(frame.buffer_mut(), inner);
    column.paragraph("", why, ctx.style(Meaning::Plain));
    input_line(frame, draw::below(inner, used.saturating_add(1)), ctx, label, &dotted(&digits.0), true);
    let foot_area = draw::below(inner, used.saturating_add(3));
    draw::line(frame.buffer_mut(), foot_area, 0, foot, ctx.style(Meaning::Faint));
}

/// Asks for the PIN, and then does what was refused without it.
#[derive(Clone, Debug, PartialEq)]
pub struct AskPin {
    digits: Digits,
    request: Request,
}

impl AskPin {
    pub(in crate::ui) fn new(request: Request) -> Self {
        Self { digits: Digits::new(), request }
    }
}

impl View for AskPin {
    fn place(&self) -> Place {
        Place::Pin
    }

    fn act(&mut self, action: Action, _ctx: &Context<'_>) -> Answer {
        match action {
            Action::Back => Answer::Close,
            Action::Accept => Answer::Run(match self.digits.take() {
                Some(pin) => Request::SayPin(pin, Box::new(self.request.clone())),
                None => Request::Refuse(Refusal::NoSuchPin),
            }),
            _ => Answer::Stay,
        }
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.digits.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.digits.paste(text);
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let words = [lang.pin_why(), lang.pin_field(), lang.pin_forgotten()];
        draw(frame, area, ctx, lang.pin_title(), words, &self.digits);
    }
}

/// Sets the PIN: it is typed twice.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPin {
    digits: Digits,
    /// What was typed the first time.
    first: Option<Pin>,
}

impl NewPin {
    pub(in crate::ui) fn new() -> Self {
        Self { digits: Digits::new(), first: None }
    }
}

impl View for NewPin {
    fn place(&self) -> Place {
        Place::Pin
    }

    fn act(&mut self, action: Action, _ctx: &Context<'_>) -> Answer {
        match action {
            Action::Back => return Answer::Close,
            Action::Accept => {}
            _ => return Answer::Stay,
        }
        let Some(pin) = self.digits.take() else { return Answer::Run(Request::Refuse(Refusal::NoSuchPin)) };
        match self.first.take() {
            None => {
                self.first = Some(pin);
                Answer::Stay
            }
            Some(first) if first == pin => Answer::Then(Request::SetPin(pin)),
            Some(_) => Answer::Run(Request::Refuse(Refusal::PinDiffers)),
        }
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.digits.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.digits.paste(text);
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let label = if self.first.is_some() { lang.pin_again_field() } else { lang.pin_new_field() };
        let words = [lang.pin_new_why(), label, lang.pin_forgotten()];
        draw(frame, area, ctx, lang.pin_new_title(), words, &self.digits);
    }
}
