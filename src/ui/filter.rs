//! A list that gets shorter while one types a few letters without marks.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use crate::domain::fold::fold;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved};
use crate::ui::theme::Meaning;
use crate::ui::view::Answer;

/// How far a page key goes.
const PAGE: isize = 10;

/// What was typed, and the row under the cursor. Typing puts the cursor on the first row, which fits best.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    field: Field,
    at: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Self { field: Field::new(60), at: 0 }
    }
}

impl Filter {
    /// Puts the cursor on a row.
    pub fn start_at(&mut self, row: usize) {
        self.at = row;
    }

    /// The text as typed.
    pub fn typed(&self) -> &str {
        self.field.value()
    }

    /// The row under the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether something was typed that is more than spaces.
    pub fn is_typed(&self) -> bool {
        !self.typed().trim().is_empty()
    }

    /// The field, to be drawn.
    pub fn field(&self) -> &Field {
        &self.field
    }

    /// Nothing typed, the first row.
    pub fn clear(&mut self) {
        self.field.clear();
        self.at = 0;
    }

    /// Chooses one of the rows, goes back, or moves the cursor. Where nothing fits nothing is chosen.
    pub(super) fn choose<T>(
        &mut self,
        action: Action,
        mut rows: Vec<T>,
        chosen: impl FnOnce(T) -> Answer,
    ) -> Answer {
        match action {
            Action::Back => Answer::Close,
            Action::Accept if self.at < rows.len() => chosen(rows.swap_remove(self.at)),
            _ => {
                self.step(action, rows.len());
                Answer::Stay
            }
        }
    }

    /// Moves the cursor, if the key is one that does.
    pub fn step(&mut self, action: Action, count: usize) {
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -PAGE,
            Action::PageDown => PAGE,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => 0,
        };
        self.at = moved(self.at, by, count);
    }

    /// Takes a key of text or editing; says whether it was one.
    pub fn press(&mut self, key: Key) -> bool {
        self.take(key, Field::press)
    }

    /// As [`Self::press`], where the arrows to the sides mean something else.
    pub fn press_but_arrows(&mut self, key: Key) -> bool {
        self.take(key, Field::press_but_arrows)
    }

    fn take(&mut self, key: Key, press: fn(&mut Field, Key) -> bool) -> bool {
        let before = self.typed().to_owned();
        let taken = press(&mut self.field, key);
        if self.typed() != before {
            self.at = 0;
        }
        taken
    }

    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
        self.at = 0;
    }

    /// Whether every word typed begins a word of the text.
    pub fn fits(&self, text: &str) -> bool {
        fits(self.typed(), text)
    }

    /// How far what was typed is from a name, the nearest first: words of it, its beginning, beginnings of its words, none
    /// of it.
    pub fn distance(&self, name: &str) -> u8 {
        let (typed, name) = (fold(self.typed()), fold(name));
        let is_in = |of: fn(&str, &str) -> bool| {
            typed.split(' ').all(|word| name.split(' ').any(|part| of(part, word)))
        };
        if is_in(|part, word| part == word) {
            0
        } else if name.starts_with(&typed) {
            1
        } else if is_in(|part, word| part.starts_with(word)) {
            2
        } else {
            3
        }
    }

    /// The field and below it the rows, one of them under the cursor.
    pub fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, rows: &[&str]) {
        let body = self.render_field(frame, area, ctx);
        let buffer = frame.buffer_mut();
        if rows.is_empty() {
            draw::line(buffer, body, 0, ctx.lang.nothing_fits(), ctx.style(Meaning::Warning));
        }
        let body = draw::with_rest(buffer, body, ctx, rows.len(), self.at);
        let first = first_row(self.at, rows.len(), usize::from(body.height));
        for (line, (number, words)) in (0..body.height).zip(rows.iter().enumerate().skip(first)) {
            let (mark, meaning) =
                if number == self.at { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            draw::line(buffer, body, line, &format!("{mark} {words}"), ctx.style(meaning));
        }
    }

    /// The field alone; says where the rows go.
    pub fn render_field(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) -> Rect {
        let [top, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)])
            .areas(area.inner(Margin::new(1, 0)));
        input_line(
            frame,
            Rect { height: 1.min(top.height), ..top },
            ctx,
            ctx.lang.filter(),
            &self.field,
            true,
        );
        body
    }
}

/// Whether every word typed begins a word of the text, marks left aside.
pub fn fits(typed: &str, text: &str) -> bool {
    let (query, text) = (fold(typed), fold(text));
    query.split(' ').all(|word| text.split(' ').any(|part| part.starts_with(word)))
}

/// How well a text fits what was typed, the best first: it is the same, it begins with it, or each word typed begins one of
/// its words. `None` when it does not fit, or nothing was typed.
pub fn rank(typed: &str, text: &str) -> Option<u8> {
    let (query, folded) = (fold(typed), fold(text));
    if query.is_empty() || !fits(typed, text) {
        None
    } else if folded == query {
        Some(0)
    } else {
        Some(if folded.starts_with(&query) { 1 } else { 2 })
    }
}
