//! A list that gets shorter while one types a few letters without marks.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use crate::domain::fold::fold;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved};
use crate::ui::theme::Meaning;

/// How far a page key goes.
const PAGE: isize = 10;

/// What was typed, and the row under the cursor. Typing puts the cursor on the first row, which fits best.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Filter {
    field: Field,
    at: usize,
}

impl Filter {
    pub(in crate::ui) fn new() -> Self {
        Self { field: Field::new(60), at: 0 }
    }

    /// Puts the cursor on a row.
    pub(in crate::ui) fn start_at(&mut self, row: usize) {
        self.at = row;
    }

    /// The text as typed.
    pub(in crate::ui) fn typed(&self) -> &str {
        self.field.value()
    }

    /// The row under the cursor.
    pub(in crate::ui) fn at(&self) -> usize {
        self.at
    }

    /// Whether something was typed that is more than spaces.
    pub(in crate::ui) fn is_typed(&self) -> bool {
        !self.typed().trim().is_empty()
    }

    /// The field, to be drawn.
    pub(in crate::ui) fn field(&self) -> &Field {
        &self.field
    }

    /// Nothing typed, the first row.
    pub(in crate::ui) fn clear(&mut self) {
        self.field.clear();
        self.at = 0;
    }

    /// Moves the cursor, if the key is one that does.
    pub(in crate::ui) fn step(&mut self, action: Action, count: usize) {
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -PAGE,
            Action::PageDown => PAGE,
            _ => 0,
        };
        self.at = moved(self.at, by, count);
    }

    /// Takes a key of text or editing; says whether it was one.
    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        let before = self.typed().to_owned();
        let taken = self.field.press(key);
        if self.typed() != before {
            self.at = 0;
        }
        taken
    }

    /// Takes pasted text.
    pub(in crate::ui) fn paste(&mut self, text: &str) {
        self.field.insert(text);
        self.at = 0;
    }

    /// Whether every word typed begins a word of the text.
    pub(in crate::ui) fn fits(&self, text: &str) -> bool {
        fits(self.typed(), text)
    }

    /// The field and below it the rows, one of them under the cursor.
    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, rows: &[&str]) {
        let [top, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)])
            .areas(area.inner(Margin::new(1, 0)));
        input(frame, Rect { height: 1.min(top.height), ..top }, ctx, ctx.lang.filter(), &self.field, true);
        let buffer = frame.buffer_mut();
        if rows.is_empty() {
            draw::line(buffer, body, 0, ctx.lang.nothing_fits(), ctx.style(Meaning::Warning));
        }
        let first = first_row(self.at, rows.len(), usize::from(body.height));
        for (line, (number, words)) in (0..body.height).zip(rows.iter().enumerate().skip(first)) {
            let (mark, meaning) =
                if number == self.at { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            draw::line(buffer, body, line, &format!("{mark} {words}"), ctx.style(meaning));
        }
    }
}

/// Whether every word typed begins a word of the text, marks left aside.
pub(in crate::ui) fn fits(typed: &str, text: &str) -> bool {
    let (query, text) = (fold(typed), fold(text));
    query.split(' ').all(|word| text.split(' ').any(|part| part.starts_with(word)))
}

/// A label and a field on one line; the terminal's cursor stands in the field that has the keys.
pub(in crate::ui) fn input(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    label: &str,
    field: &Field,
    has_keys: bool,
) {
    let label = format!("{label}: ");
    let used = u16::try_from(draw::width(&label)).unwrap_or(area.width).min(area.width);
    let mark = if has_keys { ctx.typing_mark() } else { "" };
    let marked = u16::try_from(draw::width(mark)).unwrap_or(0).min(area.width - used);
    let room = area.width - used - marked;
    let (shown, cursor) = field.window(usize::from(room));
    let style = ctx.style(if has_keys { Meaning::Strong } else { Meaning::Plain });
    draw::pieces(frame.buffer_mut(), area, 0, &[(&label, ctx.style(Meaning::Heading)), (&shown, style)]);
    let right = Rect { x: area.right() - marked, width: marked, ..area };
    draw::line(frame.buffer_mut(), right, 0, mark, ctx.style(Meaning::Faint));
    if has_keys && room > 0 && area.height > 0 {
        frame.set_cursor_position((area.x + used + cursor.min(room - 1), area.y));
    }
}
