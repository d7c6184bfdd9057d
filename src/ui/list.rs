//! A list that is longer than its window.

use super::keymap::Action;

/// The first row to draw so that row `at` of `count` stands inside a window of `height` rows.
///
/// Nothing is remembered between two drawings: the cursor stays near the middle, which needs no state and never jumps
/// by a page.
pub fn first_row(at: usize, count: usize, height: usize) -> usize {
    if count <= height {
        return 0;
    }
    at.saturating_sub(height / 2).min(count - height)
}

/// By how many rows a key moves in a window of `height` rows, a page of which keeps one row in view; `None` of a key that
/// does not move.
pub fn step(action: Action, height: usize) -> Option<isize> {
    let page = isize::try_from(height).unwrap_or(0).saturating_sub(1).max(1);
    Some(match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::PageUp => -page,
        Action::PageDown => page,
        Action::First => isize::MIN,
        Action::Last => isize::MAX,
        _ => return None,
    })
}

/// Moves a position by some rows, staying inside the list.
pub fn moved(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}

/// Scrolls a text of `count` lines by some lines: its last line stays at the bottom of a window of `height` rows, so
/// that the first key back moves at once.
pub fn scrolled(first: usize, by: isize, count: usize, height: usize) -> usize {
    let last = count.saturating_sub(height);
    first.min(last).saturating_add_signed(by).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_in_the_window() {
        for count in 0..30 {
            for height in 1..12 {
                for at in 0..count {
                    let first = first_row(at, count, height);
                    assert!(first <= at && at < first + height);
                    assert!(first == 0 || first + height <= count);
                }
            }
        }
        assert_eq!(moved(0, -1, 3), 0);
        assert_eq!(moved(2, 5, 3), 2);
        assert_eq!(moved(0, 1, 0), 0);
        assert_eq!(scrolled(0, isize::MAX, 50, 20), 30);
        assert_eq!(scrolled(49, -1, 50, 20), 29);
        assert_eq!(scrolled(0, 1, 5, 20), 0);
    }
}
