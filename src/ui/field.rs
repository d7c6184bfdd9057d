//! Fields: one of one line, and one of several for notes.

mod note;

use crossterm::event::KeyCode;
pub use note::NoteField;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::key::Key;
use crate::domain::input;

/// A one-line field whose text is always NFC, safe to draw and no longer than it may be.
#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    longest: usize,
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
        Self { input: Input::default(), longest }
    }

    /// The same field with a text in it and the cursor behind it.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.set(text);
        self
    }

    /// Replaces the text; the cursor goes behind it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(self.cut(&input::typed(text)));
    }

    /// The text as typed.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        self.input = Input::default();
    }

    /// Puts text in at the cursor: a typed letter, an input method's burst, a paste.
    ///
    /// Combining marks arrive as letters of their own and are composed with the letter before the cursor.
    pub fn insert(&mut self, text: &str) {
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
            (KeyCode::Delete, _) => return self.cut_out(0, self.after()),
            (KeyCode::Left, false) => InputRequest::SetCursor(self.input.cursor() - self.before()),
            (KeyCode::Right, false) => InputRequest::SetCursor(self.input.cursor() + self.after()),
            (KeyCode::Left, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, true) => InputRequest::GoToNextWord,
            (KeyCode::Home, _) => InputRequest::GoToStart,
            (KeyCode::End, _) => InputRequest::GoToEnd,
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// How many characters the letter before the cursor has, as a reader counts letters.
    fn before(&self) -> usize {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        before.graphemes(true).next_back().map_or(0, |letter| letter.chars().count())
    }

    /// How many characters the letter behind the cursor has.
    fn after(&self) -> usize {
        let after: String = self.value().chars().skip(self.input.cursor()).collect();
        after.graphemes(true).next().map_or(0, |letter| letter.chars().count())
    }

    /// Takes so many characters before and behind the cursor out.
    fn cut_out(&mut self, before: usize, after: usize) -> bool {
        let cursor = self.input.cursor();
        let kept = |(at, _): &(usize, char)| *at < cursor - before || *at >= cursor + after;
        let text: String = self.value().chars().enumerate().filter(kept).map(|(_, letter)| letter).collect();
        // What stood apart may have come together.
        self.input = Input::new(input::typed(&text)).with_cursor(cursor - before);
        true
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
        // The cursor needs a column of its own behind the text.
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
}
