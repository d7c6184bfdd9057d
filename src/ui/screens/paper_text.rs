//! A paper as text to scroll through: what the tally shows, and the preview of a form.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::papers::sheet::Sheet;
use crate::papers::text;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::Action;
use crate::ui::list::{scrolled, step};
use crate::ui::theme::Meaning;

/// The widest that a paper is drawn, in columns: longer lines are hard to read.
const WIDEST: usize = 96;

/// The first line to show after a key, in `rows` rows; `None` of a key that does not scroll.
pub(super) fn scroll(
    sheet: Option<&Sheet>,
    first: usize,
    action: Action,
    rows: usize,
    ctx: &Context<'_>,
) -> Option<usize> {
    let by = step(action, rows)?;
    let count = sheet.map_or(0, |sheet| text::render(sheet, width(ctx.size.width)).lines().count());
    Some(scrolled(first, by, count, rows))
}

/// Draws the paper from its line `first`, in the middle of the area.
pub(super) fn render(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, sheet: &Sheet, first: usize) {
    let width = width(area.width);
    let text = text::render(sheet, width);
    // The last page stays full, however far the keys went.
    let first = first.min(text.lines().count().saturating_sub(usize::from(area.height)));
    let left = (area.width - u16::try_from(width).unwrap_or(area.width)) / 2;
    let area = Rect { x: area.x + left, width: area.width - left, ..area };
    for (row, line) in (0..area.height).zip(text.lines().skip(first)) {
        draw::line(frame.buffer_mut(), area, row, line, ctx.style(Meaning::Plain));
    }
}

/// How wide the text is drawn in a window of that width.
fn width(window: u16) -> usize {
    usize::from(window.saturating_sub(2)).min(WIDEST)
}
