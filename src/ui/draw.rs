//! Text cut, padded and wrapped by the columns it takes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in at most `width` columns, with `~` where it was cut.
///
/// Not `…`: old Windows consoles draw it two columns wide.
pub fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    format!("{}~", cut(text, width - 1))
}

/// The beginning of the text that fits `width` columns.
pub fn cut(text: &str, width: usize) -> String {
    let mut taken = 0;
    text.graphemes(true)
        .take_while(|grapheme| {
            taken += grapheme.width();
            taken <= width
        })
        .collect()
}

/// The text in exactly `width` columns.
pub fn pad(text: &str, width: usize) -> String {
    let text = fit(text, width);
    let room = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(room))
}

/// The text at the right of exactly `width` columns.
pub fn pad_left(text: &str, width: usize) -> String {
    let text = fit(text, width);
    let room = width.saturating_sub(text.width());
    format!("{}{text}", " ".repeat(room))
}

/// The text in lines of at most `width` columns, broken between words; a longer word is broken inside.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let mut word = word;
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            while word.width() > width {
                let head = cut(word, width);
                // A letter wider than the room stands alone on its line rather than nowhere.
                let taken = if head.is_empty() {
                    word.graphemes(true).next().map_or(1, str::len)
                } else {
                    head.len()
                };
                lines.push(word[..taken].to_owned());
                word = &word[taken..];
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// Writes one line, cut to the area's width, at row `row` of the area; nothing below the area.
pub fn line(buffer: &mut Buffer, area: Rect, row: u16, text: &str, style: Style) {
    if row < area.height {
        let width = usize::from(area.width);
        buffer.set_stringn(area.x, area.y + row, pad(text, width), width, style);
    }
}

/// Writes pieces of one line one after the other, as far as they fit; says the column behind the last.
pub fn pieces(buffer: &mut Buffer, area: Rect, row: u16, pieces: &[(&str, Style)]) -> u16 {
    let mut column = 0;
    if row >= area.height {
        return column;
    }
    for (text, style) in pieces {
        let room = usize::from(area.width.saturating_sub(column));
        let shown = cut(text, room);
        buffer.set_stringn(area.x + column, area.y + row, &shown, room, *style);
        column += u16::try_from(shown.width()).unwrap_or(0);
    }
    column
}

/// Lines written one below the other, as far as an area goes.
#[derive(Debug)]
pub struct Column<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    row: u16,
}

impl<'a> Column<'a> {
    /// A column that begins at the top of `area`.
    pub fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        Self { buffer, area, row: 0 }
    }

    /// One line, cut to the width.
    pub fn line(&mut self, text: &str, style: Style) {
        line(self.buffer, self.area, self.row, text, style);
        self.row = self.row.saturating_add(1);
    }

    /// One line of several pieces.
    pub fn pieces(&mut self, parts: &[(&str, Style)]) {
        pieces(self.buffer, self.area, self.row, parts);
        self.row = self.row.saturating_add(1);
    }

    /// A paragraph, wrapped; every line but the first is indented by `indent` columns.
    pub fn paragraph(&mut self, first: &str, text: &str, style: Style) {
        let indent = width(first);
        let room = usize::from(self.area.width).saturating_sub(indent);
        for (at, part) in wrap(text, room).iter().enumerate() {
            let head = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
            self.line(&format!("{head}{part}"), style);
        }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    /// How many lines are left.
    pub fn room(&self) -> u16 {
        self.area.height.saturating_sub(self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_takes_more_columns_than_it_is_given() {
        for text in ["", "Đăng ký khai sinh", "漢字漢字", "e\u{302}\u{301}e\u{302}"] {
            for width in 0..20 {
                assert!(fit(text, width).width() <= width);
                assert_eq!(pad(text, width).width(), width);
                assert!(wrap(text, width).iter().all(|line| line.width() <= width.max(2)));
            }
        }
    }

    #[test]
    fn words_are_wrapped_whole() {
        assert_eq!(wrap("một hai ba", 7), ["một hai", "ba"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 3), ["a", "", "b"]);
    }
}
