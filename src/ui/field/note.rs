//! A field of several lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_textarea::{CursorMove, DataCursor, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::input;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::key::Key;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

/// A note of several lines: NFC, safe to draw, and no longer than it may be.
#[derive(Clone, Debug)]
pub struct NoteField {
    area: TextArea<'static>,
    longest: usize,
}

impl Default for NoteField {
    /// An empty note of at most [`input::NOTE_LENGTH`].
    fn default() -> Self {
        Self::new(input::NOTE_LENGTH)
    }
}

impl PartialEq for NoteField {
    /// Two notes are the same when they show the same.
    fn eq(&self, other: &Self) -> bool {
        self.area.lines() == other.area.lines() && self.area.cursor() == other.area.cursor()
    }
}

impl NoteField {
    /// An empty note of at most `longest` letters, line breaks among them.
    pub fn new(longest: usize) -> Self {
        Self { area: TextArea::default(), longest }
    }

    /// The same note with a text in it and the cursor behind it.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.insert(text);
        self
    }

    /// Whether there is a line above (`by` below nought) or below the cursor's.
    pub fn can_move(&self, by: isize) -> bool {
        let DataCursor(at, _) = self.area.cursor();
        if by < 0 { at > 0 } else { at + 1 < self.area.lines().len() }
    }

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
        let steps = match (key.code, key.ctrl) {
            (KeyCode::Backspace | KeyCode::Left, false) => self.letter_before(),
            (KeyCode::Delete | KeyCode::Right, false) => self.letter_after(),
            (KeyCode::Home | KeyCode::End, false) => 1,
            (KeyCode::Backspace | KeyCode::Char('w'), true) => {
                self.area.delete_word();
                return true;
            }
            _ => return false,
        };
        // A letter of several characters is gone over as a whole; the area by itself would stop inside some.
        let DataCursor(row, column) = self.area.cursor();
        let to = match key.code {
            KeyCode::Left => column.checked_sub(steps),
            KeyCode::Right => Some(column + steps).filter(|to| *to <= self.length_of(row)),
            _ => None,
        };
        if let (Some(to), Ok(row)) = (to, u16::try_from(row))
            && let Ok(to) = u16::try_from(to)
        {
            self.area.move_cursor(CursorMove::Jump(row, to));
            return true;
        }
        for _ in 0..steps {
            self.area.input(KeyEvent::new(key.code, KeyModifiers::NONE));
        }
        true
    }

    fn length_of(&self, row: usize) -> usize {
        self.area.lines().get(row).map_or(0, |line| line.chars().count())
    }

    /// How many characters the letter before the cursor has, as a reader counts letters; a line break is one.
    fn letter_before(&self) -> usize {
        let DataCursor(row, column) = self.area.cursor();
        let before: String =
            self.area.lines().get(row).map_or("", |line| line).chars().take(column).collect();
        before.graphemes(true).next_back().map_or(1, |letter| letter.chars().count())
    }

    /// How many characters the letter behind the cursor has.
    fn letter_after(&self) -> usize {
        let DataCursor(row, column) = self.area.cursor();
        let after: String = self.area.lines().get(row).map_or("", |line| line).chars().skip(column).collect();
        after.graphemes(true).next().map_or(1, |letter| letter.chars().count())
    }

    /// Puts text in at the cursor, as far as there is room. A combining mark is composed with the letter before it.
    pub fn insert(&mut self, text: &str) {
        for (at, part) in input::note_typed(text).split('\n').enumerate() {
            let length = self.text().chars().count();
            let room = self.longest.saturating_sub(length);
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
    pub fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, has_keys: bool) {
        let style = ctx.style(Meaning::Plain);
        let mark = if has_keys { ctx.typing_mark() } else { "" };
        let marked = u16::try_from(draw::width(mark)).unwrap_or(0).min(area.width);
        let right = Rect { x: area.right() - marked, width: marked, ..area };
        draw::line(frame.buffer_mut(), right, 0, mark, ctx.style(Meaning::Faint));
        let area = Rect { width: area.width - marked, ..area };
        if area.height == 0 || area.width == 0 {
            return;
        }
        let DataCursor(at, column) = self.area.cursor();
        // The cursor needs a column of its own behind a full line.
        let room = usize::from(area.width) - 1;
        let mut rows: Vec<String> = Vec::new();
        let mut cursor = (0, 0);
        for (number, line) in self.area.lines().iter().enumerate() {
            let mut before = 0;
            for part in folded(line, room) {
                let letters = part.chars().count();
                if number == at && (before..=before + letters).contains(&column) {
                    let left: String = part.chars().take(column - before).collect();
                    cursor = (rows.len(), draw::width(&left));
                }
                before += letters;
                rows.push(part);
            }
        }
        let first = first_row(cursor.0, rows.len(), usize::from(area.height));
        for (line, text) in (0..area.height).zip(rows.iter().skip(first)) {
            draw::line(frame.buffer_mut(), area, line, text, style);
        }
        if has_keys {
            let x = u16::try_from(cursor.1).unwrap_or(u16::MAX).min(area.width - 1);
            let y = u16::try_from(cursor.0 - first).unwrap_or(0).min(area.height - 1);
            frame.set_cursor_position((area.x + x, area.y + y));
        }
    }
}

/// A line in parts of at most `width` columns, broken behind a space where there is one. Joined, the parts are the line
/// again, every space of it: the cursor can stand anywhere. A space at the end of a part may stand past the width.
fn folded(line: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut parts = Vec::new();
    let mut part = String::new();
    for word in line.split_inclusive(' ') {
        if !part.is_empty() && draw::width(&part) + draw::width(word.trim_end()) > width {
            parts.push(std::mem::take(&mut part));
        }
        if draw::width(word.trim_end()) <= width {
            part.push_str(word);
            continue;
        }
        for letter in word.graphemes(true) {
            if !part.is_empty() && draw::width(&part) + draw::width(letter) > width {
                parts.push(std::mem::take(&mut part));
            }
            part.push_str(letter);
        }
    }
    parts.push(part);
    parts
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
        note.press(Key::ctrl('w'));
        note.insert("🇻🇳m\u{303}");
        for key in [KeyCode::Left, KeyCode::Left, KeyCode::Delete, KeyCode::Right, KeyCode::Backspace] {
            note.press(Key::plain(key));
        }
        assert_eq!(note.text(), "một\nhai\n");
    }

    #[test]
    fn a_long_line_is_folded_between_words_and_loses_nothing() {
        assert_eq!(folded("một hai ba", 7), ["một hai ", "ba"]);
        assert_eq!(folded("", 7), [""]);
        for text in ["a  b   cc", "abcdefghij", "Đường truyền chậm vào giờ cao điểm", "漢字漢字", "ab     "]
        {
            for width in 1..12 {
                let parts = folded(text, width);
                assert_eq!(parts.concat(), text);
                assert!(parts.iter().all(|part| draw::width(part.trim_end()) <= width.max(2)), "{parts:?}");
            }
        }
    }

    #[test]
    fn a_note_takes_no_more_than_it_may_hold() {
        let mut note = NoteField::default();
        note.insert(&"ế".repeat(5_000));
        note.insert("thêm");
        assert_eq!(note.text().chars().count(), input::NOTE_LENGTH);
    }
}
