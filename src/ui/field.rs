//! Fields: one of one line, one of several for notes, and a line with the name of a field.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_textarea::{CursorMove, DataCursor, TextArea};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::key::Key;
use crate::domain::input;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

/// A one-line field whose text is always NFC, safe to draw and no longer than it may be.
#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    longest: usize,
    /// Nobody has typed what stands there: it gives way to what is typed, and stays where somebody edits it.
    is_proposed: bool,
}

impl PartialEq for Field {
    /// Two fields are the same when they show the same.
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value() && self.input.cursor() == other.input.cursor()
    }
}

impl Field {
    /// An empty field for at most `longest` letters as a reader counts them.
    pub fn new(longest: usize) -> Self {
        Self { input: Input::default(), longest, is_proposed: false }
    }

    /// The same field with a text in it and the cursor after it.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.set(text);
        self
    }

    /// Replaces the text; the cursor goes after it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(self.cut(&input::typed(text)));
        self.is_proposed = false;
    }

    /// The same with a text that gives way to what is typed.
    pub fn propose(&mut self, text: &str) {
        self.set(text);
        self.is_proposed = true;
    }

    /// The text as typed.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    pub fn clear(&mut self) {
        self.input = Input::default();
    }

    /// Puts text in at the cursor: a typed letter, an input method's burst, a paste.
    ///
    /// Combining marks arrive as letters of their own and are composed with the letter before the cursor.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.is_proposed) {
            self.clear();
        }
        let at = self.input.cursor();
        let before: String = self.value().chars().take(at).collect();
        let after: String = self.value().chars().skip(at).collect();
        let head = input::typed(&format!("{before}{text}"));
        let room = self.longest.saturating_sub(after.graphemes(true).count());
        let head: String = head.graphemes(true).take(room).collect();
        let cursor = head.chars().count();
        self.input = Input::new(format!("{head}{after}")).with_cursor(cursor);
    }

    /// Takes a key of editing or text; says whether it was one.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(letter) = key.text() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        let request = match (key.code, key.ctrl) {
            (KeyCode::Backspace, false) => return self.cut_out(self.before(), 0),
            (KeyCode::Backspace | KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
            // At the end there is nothing to take out: the key may mean something to what is around the field.
            (KeyCode::Delete, _) => return self.after() > 0 && self.cut_out(0, self.after()),
            (KeyCode::Left, false) => InputRequest::SetCursor(self.input.cursor() - self.before()),
            (KeyCode::Right, false) => InputRequest::SetCursor(self.input.cursor() + self.after()),
            (KeyCode::Left, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, true) => InputRequest::GoToNextWord,
            (KeyCode::Home, _) => InputRequest::GoToStart,
            (KeyCode::End, _) => InputRequest::GoToEnd,
            _ => return false,
        };
        self.is_proposed = false;
        self.input.handle(request);
        true
    }

    /// How many characters the letter before the cursor has, as a reader counts letters.
    fn before(&self) -> usize {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        before.graphemes(true).next_back().map_or(0, |letter| letter.chars().count())
    }

    /// How many characters the letter after the cursor has.
    fn after(&self) -> usize {
        let after: String = self.value().chars().skip(self.input.cursor()).collect();
        after.graphemes(true).next().map_or(0, |letter| letter.chars().count())
    }

    /// Takes out so many characters before and after the cursor.
    fn cut_out(&mut self, before: usize, after: usize) -> bool {
        self.is_proposed = false;
        let cursor = self.input.cursor();
        let kept = |(at, _): &(usize, char)| *at < cursor - before || *at >= cursor + after;
        let text: String = self.value().chars().enumerate().filter(kept).map(|(_, letter)| letter).collect();
        // What stood apart may have come together.
        self.input = Input::new(input::typed(&text)).with_cursor(cursor - before);
        true
    }

    /// As [`Self::press`], where the arrows to the sides mean something else.
    pub fn press_but_arrows(&mut self, key: Key) -> bool {
        !matches!(key.code, KeyCode::Left | KeyCode::Right) && self.press(key)
    }

    /// Takes a letter or Backspace and nothing else: for a field whose arrows belong to the form around it.
    pub fn press_at_end(&mut self, key: Key) -> bool {
        (key.text().is_some() || (key.code == KeyCode::Backspace && !key.ctrl)) && self.press(key)
    }

    /// The part to draw in `width` columns, and the cursor's column in it.
    pub fn window(&self, width: usize) -> (String, u16) {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        let mut skipped = 0;
        let mut left: &str = &before;
        // The cursor needs a column of its own after the text.
        while left.width() + 1 > width && !left.is_empty() {
            let first = left.graphemes(true).next().map_or(left.len(), str::len);
            skipped += first;
            left = &left[first..];
        }
        let shown = super::draw::cut(&self.value()[skipped..], width);
        (shown, u16::try_from(left.width()).unwrap_or(u16::MAX))
    }

    fn cut(&self, text: &str) -> String {
        text.graphemes(true).take(self.longest).collect()
    }
}

/// A note of several lines: NFC, safe to draw, and no longer than it may be.
#[derive(Clone, Debug)]
pub struct NoteField {
    area: TextArea<'static>,
    longest: usize,
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

    /// The same note with a text in it and the cursor after it.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.insert(text);
        self
    }

    /// Replaces the text; the cursor goes after it.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(self.longest).with(text);
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

    /// How many characters the letter after the cursor has.
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

    /// Draws the lines around the cursor while it has the keys, else the first ones.
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
        // The cursor needs a column of its own after a full line.
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
        let shown = if has_keys { cursor.0 } else { 0 };
        let first = first_row(shown, rows.len(), usize::from(area.height));
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

/// A line in parts of at most `width` columns, broken after a space where there is one. Joined, the parts are the line
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

/// A label and a field on one line; the terminal's cursor stands in the field that has the keys.
pub fn input_line(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    label: &str,
    field: &Field,
    has_keys: bool,
) {
    labelled(frame, area, ctx, &format!("{label}: "), field, has_keys);
}

/// The same with a label that is written as it is.
pub(super) fn labelled(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    label: &str,
    field: &Field,
    has_keys: bool,
) {
    let used = u16::try_from(draw::width(label)).unwrap_or(area.width).min(area.width);
    let mark = if has_keys { ctx.typing_mark() } else { "" };
    let marked = u16::try_from(draw::width(mark)).unwrap_or(0).min(area.width - used);
    let room = area.width - used - marked;
    let (shown, cursor) = if has_keys {
        field.window(usize::from(room))
    } else {
        (draw::fit(field.value(), usize::from(room)), 0)
    };
    let style = ctx.style(if has_keys { Meaning::Strong } else { Meaning::Plain });
    draw::pieces(frame.buffer_mut(), area, 0, &[(label, ctx.style(Meaning::Heading)), (&shown, style)]);
    let right = Rect { x: area.right() - marked, width: marked, ..area };
    draw::line(frame.buffer_mut(), right, 0, mark, ctx.style(Meaning::Faint));
    if has_keys && room > 0 && area.height > 0 {
        frame.set_cursor_position((area.x + used + cursor.min(room - 1), area.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(field: &mut Field, script: &str) {
        for key in Key::script(script).unwrap() {
            field.press(key);
        }
    }

    #[test]
    fn an_input_methods_burst_gives_the_composed_word() {
        // UniKey, Telex «Huwongf»: it rewrites with Backspace and the new letters.
        let mut field = Field::new(40);
        type_in(&mut field, "Hu<Backspace>ươ<Backspace>ơng<Backspace><Backspace><Backspace>ờng");
        assert_eq!(field.value(), "Hường");
    }

    #[test]
    fn loose_marks_are_composed() {
        let mut field = Field::new(40);
        for letter in ["e", "\u{302}", "\u{301}"] {
            field.insert(letter);
        }
        assert_eq!(field.value(), "ế");
        type_in(&mut field, "<Backspace>");
        assert_eq!(field.value(), "");
        // Letters of several characters go whole, too.
        field.insert("a🇻🇳m\u{303}b");
        type_in(&mut field, "<Left><Backspace><Left><Delete>");
        assert_eq!(field.value(), "ab");
        type_in(&mut field, "<Right><Backspace><Backspace><Backspace>");
        assert_eq!(field.value(), "");
    }

    #[test]
    fn a_paste_is_cleaned_and_cut_at_the_cursor() {
        let mut field = Field::new(8).with("ab");
        type_in(&mut field, "<Left>");
        field.insert("\u{1b}1\n234567890");
        assert_eq!(field.value(), "a1 2345b");
        assert_eq!(field.window(4), ("345b".to_owned(), 3));
    }

    #[test]
    fn a_note_is_composed_and_keeps_its_lines() {
        let mut note = NoteField::new(input::NOTE_LENGTH);
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
        let mut note = NoteField::new(input::NOTE_LENGTH);
        note.insert(&"ế".repeat(5_000));
        note.insert("thêm");
        assert_eq!(note.text().chars().count(), input::NOTE_LENGTH);
    }
}
