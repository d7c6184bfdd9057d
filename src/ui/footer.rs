//! The keys at the bottom: those that would do something now, the plain one first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::context::Context;
use super::draw;
use super::keymap::{self, Action, Place};
use super::theme::Meaning;

/// Draws as many keys as fit.
pub(super) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    place: Place,
    is_possible: &dyn Fn(Action) -> bool,
) {
    let mut rows: Vec<_> =
        keymap::rows(place).filter(|row| row.footer.is_some() && is_possible(row.action)).collect();
    rows.sort_by_key(|row| row.footer);
    // Help stays in sight, however many keys there are.
    let help = rows.iter().position(|row| row.action == Action::Help).map(|at| rows.remove(at));
    let words = |row: &keymap::Row| (row.keys[0].name(), ctx.lang.action(row.action));
    let width = |row: &keymap::Row| {
        let (key, label) = words(row);
        draw::width(&key) + draw::width(label) + 3
    };
    let mut room = usize::from(area.width).saturating_sub(help.map_or(0, width));
    let mut shown = Vec::new();
    for row in rows {
        let needed = width(row);
        if needed <= room {
            room -= needed;
            shown.push(row);
        }
    }
    shown.extend(help);
    let mut pieces = Vec::new();
    for row in shown {
        let (key, label) = words(row);
        pieces.push((format!(" {key}"), ctx.style(Meaning::Key)));
        pieces.push((format!(" {label} "), ctx.style(Meaning::Plain)));
    }
    let pieces: Vec<_> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    draw::pieces(buffer, area, 0, &pieces);
}
