//! How the form is drawn: a value a row; the list that has the keys opens below its name.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use super::slots::{SLOTS, Shape};
use super::{Editor, EntryForm, values};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::popups::input_line;
use crate::ui::theme::Meaning;

/// How many columns the names of the values take.
const LABELS: usize = 30;

/// How many rows an open list has.
const NOTE_ROWS: u16 = 7;

/// The rows above the values.
const HEAD: u16 = 2;

impl EntryForm {
    pub(in crate::ui::popups) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        frame.render_widget(Clear, area);
        let area = area.inner(Margin::new(1, 0));
        let title = match self.code() {
            Some(code) => lang.entry_title(&code.0, &ctx.short(code)),
            None => lang.entry_title_new().to_owned(),
        };
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let is_note = matches!(self.editor, Editor::Note(_));
        let (hint, meaning) = match (self.is_changed(), is_note) {
            (_, true) => (lang.entry_hint_note(), Meaning::Faint),
            (true, false) => (lang.entry_not_kept(), Meaning::Warning),
            (false, false) => (lang.entry_hint(), Meaning::Faint),
        };
        draw::line(frame.buffer_mut(), area, 1, hint, ctx.style(meaning));
        let head = HEAD.min(area.height);
        let body = Rect { y: area.y + head, height: area.height - head, ..area };
        let heights: Vec<u16> = (0..SLOTS.len()).map(|at| self.height(at, body.height)).collect();
        // The field that has the keys is always in sight, whole, with what comes next.
        let mut first = self.first();
        let next = (self.at + 1..SLOTS.len()).find(|at| heights[*at] > 0);
        let shown = next.map_or(SLOTS.len(), |next| next + 1);
        while first < self.at && heights[first..shown].iter().sum::<u16>() > body.height {
            first += 1;
        }
        let mut row = 0;
        for (at, height) in heights.iter().enumerate().skip(first) {
            if row >= body.height {
                break;
            }
            if *height == 0 {
                continue;
            }
            let height = (*height).min(body.height - row);
            self.render_slot(frame, Rect { y: body.y + row, height, ..body }, ctx, at);
            row += height;
        }
    }

    /// How many rows a value takes.
    fn height(&self, at: usize, room: u16) -> u16 {
        if !self.is_shown(at) {
            return 0;
        }
        let flaw = u16::from(self.flaw.as_ref().is_some_and(|(slot, _)| *slot == SLOTS[at]));
        let is_open = at == self.at && matches!(SLOTS[at].shape(), Shape::Note(_));
        (1 + flaw + if is_open { NOTE_ROWS } else { 0 }).min(room)
    }

    fn render_slot(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, at: usize) {
        let slot = SLOTS[at];
        let has_keys = at == self.at;
        let mark = if has_keys { ">" } else { " " };
        let label = format!("{mark} {}", draw::pad(&slot.label(ctx.lang), LABELS));
        let line = Rect { height: 1.min(area.height), ..area };
        let below = Rect { y: area.y + line.height, height: area.height - line.height, ..area };
        let flaw = self.flaw.as_ref().filter(|(of, _)| *of == slot);
        match &self.editor {
            Editor::Line(field) if has_keys => input_line(frame, line, ctx, &label, field, true),
            Editor::Note(note) if has_keys => {
                draw::line(frame.buffer_mut(), line, 0, &label, ctx.style(Meaning::Heading));
                let height = below.height - u16::from(flaw.is_some()).min(below.height);
                let inside = Rect { height, ..below }.inner(Margin::new(4, 0));
                note.render(frame, inside, ctx, true);
            }
            _ => self.render_value(frame, line, ctx, at, &label),
        }
        if let (Some((_, flaw)), true) = (flaw, below.height > 0) {
            let words = format!("  [!] {}", flaw.words(ctx.lang));
            draw::line(frame.buffer_mut(), below, below.height - 1, &words, ctx.style(Meaning::Bad));
        }
    }

    /// A value that has not the keys, or that is turned and not typed.
    fn render_value(&self, frame: &mut Frame<'_>, line: Rect, ctx: &Context<'_>, at: usize, label: &str) {
        let (slot, typed) = (SLOTS[at], &self.typed[at]);
        let has_keys = at == self.at;
        let value = match slot.shape() {
            Shape::Line(_) => typed.clone(),
            Shape::Note(_) => {
                let count = typed.lines().filter(|line| !line.trim().is_empty()).count();
                let first = typed.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
                if count == 0 { String::new() } else { ctx.lang.entry_lines(count, first) }
            }
            Shape::Pick => {
                let choices = values::choices(slot, ctx);
                let words = choices.into_iter().find(|(code, _)| code == typed).map(|(_, words)| words);
                format!("< {} >", words.unwrap_or_else(|| typed.clone()))
            }
        };
        let room = usize::from(line.width).saturating_sub(draw::width(label) + 2);
        let value = draw::fit(&value, room);
        let style = ctx.style(if has_keys { Meaning::Selected } else { Meaning::Plain });
        let label = format!("{label}: ");
        draw::pieces(frame.buffer_mut(), line, 0, &[(&label, ctx.style(Meaning::Heading)), (&value, style)]);
    }
}
