//! What the catalogue says about a procedure, for the volunteer to read beside the visit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use crate::domain::{Assist, Code, Procedure};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::keymap::{self, Action, Place};
use crate::ui::theme::Meaning;
use crate::ui::{guide, reading};

/// The short name, the papers to bring and what to check first: what a waiting party can be told already.
pub(super) fn brief(column: &mut Column<'_>, ctx: &Context<'_>, code: &Code) {
    let lang = ctx.lang;
    column.line(&ctx.short(code), ctx.style(Meaning::Heading));
    let Some(entry) = ctx.catalogue.get(code) else { return };
    for (label, list) in [(lang.papers(), &entry.papers), (lang.check_first(), &entry.before)] {
        let list = lang.pick(list);
        if !list.is_empty() {
            column.line(label, ctx.style(Meaning::Strong));
        }
        for text in list {
            column.paragraph("- ", text, ctx.style(Meaning::Plain));
        }
    }
}

/// Everything that has room; what has none can be read by a key, which the last row names.
pub(super) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    entry: &Procedure,
    assist: Option<&Assist>,
) {
    let area = area.inner(Margin::new(1, 0));
    let rows = reading::rows(&guide::words(ctx, entry, assist), usize::from(area.width));
    let height = usize::from(area.height);
    let is_cut = rows.len() > height;
    let shown = if is_cut { height.saturating_sub(1) } else { rows.len() };
    for (row, (text, meaning)) in (0..area.height).zip(&rows[..shown]) {
        draw::line(buffer, area, row, text, ctx.style(*meaning));
    }
    if is_cut && area.height > 0 {
        let key = keymap::rows(Place::Visit).find(|row| row.action == Action::Guide);
        let key = key.map(|row| row.keys[0].name()).unwrap_or_default();
        draw::line(buffer, area, area.height - 1, &ctx.lang.guide_more(&key), ctx.style(Meaning::Faint));
    }
}
