//! A field of several lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, DataCursor, TextArea};

use crate::domain::input;
use crate::ui::draw;
use crate::ui::key::Key;
use crate::ui::list::first_row;

/// A note of several lines: NFC, safe to draw, and no longer than [`input::NOTE_LENGTH`].
#[derive(Clone, Debug, Default)]
pub struct NoteField {
    area: TextArea<'static>,
}

impl NoteField {
    /// What was written, line by line.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Moves the cursor to the line above or below.
    pub fn move_line(&mut self, by: isize) {
        self.area.move_cursor(if by < 0 { CursorMove::Up } else { CursorMove::Down });
    }

    /// Takes a key of text or editing; says whether it was one.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(letter) = key.text() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        if key.code == KeyCode::Enter {
            self.insert("\n");
            return true;
        }
        let is_editing = !key.ctrl
            && matches!(
                key.code,
                KeyCode::Backspace
                    | KeyCode::Delete
                    | KeyCode::Left
                    | KeyCode::Right
                    | KeyCode::Home
                    | KeyCode::End
            );
        if is_editing {
            self.area.input(KeyEvent::new(key.code, KeyModifiers::NONE));
        }
        is_editing
    }

    /// Puts text in at the cursor, as far as there is room. A combining mark is composed with the letter before it.
    pub fn insert(&mut self, text: &str) {
        for (at, part) in input::note_typed(text).split('\n').enumerate() {
            let length = self.text().chars().count();
            let room = input::NOTE_LENGTH.saturating_sub(length);
            if room == 0 {
                return;
            }
            if at > 0 {
                self.area.insert_newline();
            }
            let part: String = part.chars().take(room).collect();
            let DataCursor(row, column) = self.area.cursor();
            let before = column.checked_sub(1).and_then(|at| self.area.lines().get(row)?.chars().nth(at));
            let joined = before.map(|letter| (letter, input::typed(&format!("{letter}{part}"))));
            match joined {
                Some((letter, joined)) if !joined.starts_with(letter) => {
                    self.area.delete_char();
                    self.area.insert_str(joined);
                }
                _ => drop(self.area.insert_str(part)),
            }
        }
    }

    /// Draws the lines around the cursor; the terminal's cursor stands in it while it has the keys.
    pub fn render(&self, frame: &mut Frame<'_>, area: Rect, style: Style, has_keys: bool) {
        let DataCursor(at, column) = self.area.cursor();
        let first = first_row(at, self.area.lines().len(), usize::from(area.height));
        for (line, text) in (0..area.height).zip(self.area.lines().iter().skip(first)) {
            draw::line(frame.buffer_mut(), area, line, text, style);
        }
        if has_keys && area.height > 0 && area.width > 0 {
            let before: String = self.area.lines()[at].chars().take(column).collect();
            let x = u16::try_from(draw::width(&before)).unwrap_or(u16::MAX).min(area.width - 1);
            let y = u16::try_from(at - first).unwrap_or(0).min(area.height - 1);
            frame.set_cursor_position((area.x + x, area.y + y));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_composed_and_keeps_its_lines() {
        let mut note = NoteField::default();
        for letter in ["m", "o", "\u{302}", "\u{323}", "t"] {
            note.insert(letter);
        }
        note.press(Key::plain(KeyCode::Enter));
        note.insert("hai\r\nba\u{7}");
        assert_eq!(note.text(), "một\nhai\nba");
        note.press(Key::plain(KeyCode::Backspace));
        assert_eq!(note.text(), "một\nhai\nb");
    }

    #[test]
    fn a_note_takes_no_more_than_it_may_hold() {
        let mut note = NoteField::default();
        note.insert(&"ế".repeat(5_000));
        note.insert("thêm");
        assert_eq!(note.text().chars().count(), input::NOTE_LENGTH);
    }
}
