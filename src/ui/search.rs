//! A long list that is searched by typing, its cursor kept on what it stands on: the field above, and the rows with how each
//! stands at the right.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::context::Context;
use super::draw;
use super::field::{Field, input_line};
use super::key::Key;
use super::list::first_row;
use super::theme::Meaning;

/// The rows above the list: the title, and the field.
pub(super) const HEAD: u16 = 2;

/// What was typed, and what is under the cursor.
#[derive(Clone, Debug)]
pub(super) struct Search<K> {
    typed: Field,
    /// `None` is the first row.
    selected: Option<K>,
}

/// A row as it is drawn.
pub(super) struct Found {
    pub(super) words: String,
    /// How it stands, and what that means.
    pub(super) state: String,
    pub(super) meaning: Meaning,
}

impl<K: PartialEq> Search<K> {
    /// Nothing typed yet; at most so many letters.
    pub(super) fn new(longest: usize) -> Self {
        Self { typed: Field::new(longest), selected: None }
    }

    pub(super) fn typed(&self) -> &str {
        self.typed.value()
    }

    /// Takes back what was typed; says whether there was anything.
    pub(super) fn clear(&mut self) -> bool {
        let was_typed = !self.typed.value().is_empty();
        self.typed.clear();
        was_typed
    }

    /// Puts the cursor on something; nothing is the first row.
    pub(super) fn select(&mut self, row: Option<K>) {
        self.selected = row;
    }

    /// The place of the cursor among the rows.
    pub(super) fn at(&self, mut rows: impl Iterator<Item = K>) -> usize {
        self.selected.as_ref().and_then(|selected| rows.position(|row| row == *selected)).unwrap_or(0)
    }

    /// Takes a key of text or editing; says whether it was one. What fits another text is another list.
    pub(super) fn press(&mut self, key: Key) -> bool {
        let before = self.typed.value().to_owned();
        let taken = self.typed.press(key);
        if self.typed.value() != before {
            self.selected = None;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.typed.insert(text);
        self.selected = None;
    }

    /// Draws the title and the field, and says what is left for the list.
    pub(super) fn render_head(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        ctx: &Context<'_>,
        title: &str,
        hint: &str,
    ) -> Rect {
        draw::line(frame.buffer_mut(), area, 0, title, ctx.style(Meaning::Heading));
        let field =
            Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(1), ..area };
        input_line(frame, field, ctx, ctx.lang.catalogue_find(), &self.typed, true);
        if self.typed.value().is_empty() {
            let used = u16::try_from(draw::width(hint)).unwrap_or(0).min(field.width);
            let right = Rect { x: field.right() - used, width: used, ..field };
            draw::line(frame.buffer_mut(), right, 0, hint, ctx.style(Meaning::Faint));
        }
        draw::below(area, HEAD)
    }
}

/// Draws the list with the cursor at a place: of `count` rows those that are in sight are asked for.
pub(super) fn render_rows(
    buffer: &mut Buffer,
    list: Rect,
    ctx: &Context<'_>,
    (at, count): (usize, usize),
    found: impl Fn(usize) -> Found,
) {
    if count == 0 {
        draw::line(buffer, list, 0, ctx.lang.nothing_fits(), ctx.style(Meaning::Warning));
    }
    let first = first_row(at, count, usize::from(list.height));
    for (line, number) in (0..list.height).zip(first..count) {
        let Found { words, state, meaning } = found(number);
        if number == at {
            draw::line(buffer, list, line, &format!("> {words}{state}"), ctx.style(Meaning::Selected));
        } else {
            let words = format!("  {words}");
            let pieces = [(&*words, ctx.style(Meaning::Plain)), (&*state, ctx.style(meaning))];
            draw::pieces(buffer, list, line, &pieces);
        }
    }
}
