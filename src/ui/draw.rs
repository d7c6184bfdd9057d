//! Text cut, padded and wrapped by the columns it takes.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::context::Context;
use super::list::first_row;
use super::theme::Meaning;

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
    crate::wrap::wrap(text, width.max(1), UnicodeWidthStr::width)
}

/// A paragraph in such lines, the first after `mark`, the others set in below it.
pub fn hanging(mark: &str, text: &str, columns: usize) -> impl Iterator<Item = String> {
    let indent = width(mark);
    wrap(text, columns.saturating_sub(indent)).into_iter().enumerate().map(move |(at, part)| {
        let head = if at == 0 { mark.to_owned() } else { " ".repeat(indent) };
        format!("{head}{part}")
    })
}

/// Writes lines below one another from line `first` on; the last page stays full, however far the keys went.
pub fn lines(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, lines: &[(String, Meaning)], first: usize) {
    let first = first.min(lines.len().saturating_sub(usize::from(area.height)));
    for (row, (text, meaning)) in (0..area.height).zip(&lines[first..]) {
        line(buffer, area, row, text, ctx.style(*meaning));
    }
}

/// Writes one line, cut to the area's width, at row `row` of the area; nothing below the area.
pub fn line(buffer: &mut Buffer, area: Rect, row: u16, text: &str, style: Style) {
    if row < area.height {
        let width = usize::from(area.width);
        buffer.set_stringn(area.x, area.y + row, pad(text, width), width, style);
    }
}

/// Writes pieces of one line one after the other, as far as they fit; says the column after the last.
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
        for line in hanging(first, text, usize::from(self.area.width)) {
            self.line(&line, style);
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

/// The part of an area that begins some rows down.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// What is left of an area for a list of `count` lines with the cursor on line `at`: of one that is longer, the last row says how
/// many lines follow below.
pub fn with_rest(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, count: usize, at: usize) -> Rect {
    if count <= usize::from(area.height) {
        return area;
    }
    let list = Rect { height: area.height.saturating_sub(1), ..area };
    let shown = usize::from(list.height);
    match count.saturating_sub(first_row(at, count, shown) + shown) {
        0 => {}
        rest => line(buffer, area, list.height, &ctx.lang.rows_below(rest), ctx.style(Meaning::Faint)),
    }
    list
}

/// Clears a box in the middle of the area, frames it, and says what is inside the frame.
pub fn window(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    title: &str,
    width: u16,
    height: u16,
) -> Rect {
    let [row] =
        Layout::vertical([Constraint::Length(height.min(area.height))]).flex(Flex::Center).areas(area);
    let [outer] =
        Layout::horizontal([Constraint::Length(width.min(area.width))]).flex(Flex::Center).areas(row);
    let block = Block::bordered()
        .border_style(ctx.style(Meaning::Heading))
        .title(format!(" {title} "))
        .title_style(ctx.style(Meaning::Heading));
    let inner = block.inner(outer);
    frame.render_widget(Clear, outer);
    frame.render_widget(block, outer);
    inner
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
