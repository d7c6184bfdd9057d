//! Placing text in terminal cells.

use crate::wrap::{widest_word, width, wrap_even};

/// White columns between parts side by side.
pub(super) const GUTTER: usize = 2;

/// Width of a text in cells, for the arithmetic of shares.
pub(super) fn width_of(text: &str) -> f32 {
    measure(width(text))
}

/// A number of cells as a length. Sheets are at most 200 cells wide; longer texts count as very long.
pub(super) fn measure(cells: usize) -> f32 {
    f32::from(u16::try_from(cells).unwrap_or(u16::MAX))
}

/// Widths of `count` equal columns with gutters between them; the spare cells go to the first ones.
pub(super) fn columns_of(room: usize, count: usize) -> Vec<usize> {
    let count = count.max(1);
    let free = room.saturating_sub(GUTTER * (count - 1));
    (0..count).map(|i| free / count + usize::from(i < free % count)).collect()
}

/// A text with spaces behind it up to `room`.
pub(super) fn padded(text: &str, room: usize) -> String {
    let mut line = text.to_owned();
    line.extend(std::iter::repeat_n(' ', room.saturating_sub(width(text))));
    line
}

/// A text with spaces before it up to `room`.
pub(super) fn pushed_right(text: &str, room: usize) -> String {
    " ".repeat(room.saturating_sub(width(text))) + text
}

/// One line of text in the middle of `room`, padded on both sides.
pub(super) fn in_middle(text: &str, room: usize) -> String {
    let before = room.saturating_sub(width(text)) / 2;
    padded(&(" ".repeat(before) + text), room)
}

/// A text wrapped evenly, each line in the middle of `room`.
pub(super) fn centred(text: &str, room: usize) -> Vec<String> {
    wrap_even(text, measure(room), width_of).iter().map(|line| in_middle(line, room)).collect()
}

/// Columns of lines zipped into lines, with gutters between; shorter columns end in white lines.
pub(super) fn beside(parts: &[Vec<String>], widths: &[usize]) -> Vec<String> {
    let height = parts.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|y| {
            parts
                .iter()
                .zip(widths)
                .map(|(part, &w)| padded(part.get(y).map_or("", String::as_str), w))
                .collect::<Vec<_>>()
                .join(&" ".repeat(GUTTER))
        })
        .collect()
}

/// The widest word of a text, in cells.
pub(super) fn widest(text: &str) -> f32 {
    widest_word(text, width_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_columns_use_the_whole_room() {
        assert_eq!(columns_of(80, 2), [39, 39]);
        assert_eq!(columns_of(80, 3), [26, 25, 25]);
    }
}
