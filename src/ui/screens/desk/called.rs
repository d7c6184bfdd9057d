//! The right side while a party is called: the call, and what may happen next.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::{guide, preview};
use crate::desk::Card;
use crate::domain::Stage;
use crate::domain::queue::absence;
use crate::ui::context::Context;
use crate::ui::draw::Column;
use crate::ui::theme::Meaning;

/// Draws it.
pub(super) fn render(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, card: &Card) {
    let lang = ctx.lang;
    let mut column = Column::new(buffer, area.inner(Margin::new(1, 0)));
    let ticket = card.visit.ticket;
    // Said letter, then digits: «A 012».
    let spoken = format!("{} {:03}", ticket.series.letter(), ticket.number);
    column.gap();
    column.paragraph(
        "  ",
        &lang.called_now(&spoken, &ctx.model.station.to_string()),
        ctx.style(Meaning::Called),
    );
    let rules = &ctx.model.rules;
    let times = if let Stage::Called { times, .. } = card.visit.stage { times } else { 1 };
    let was_called_enough = times >= rules.calls;
    let left = absence::seconds_left(&card.visit, ctx.now, rules);
    column.line(&format!("  {}", lang.called_times(times)), ctx.style(Meaning::Plain));
    preview::note(&mut column, ctx, card, "  ");
    column.gap();
    let next = match left {
        0 => lang.called_keys_next().to_owned(),
        left => format!("{} {}", lang.called_keys_next(), lang.called_wait_left(left)),
    };
    let (absent, again) =
        if was_called_enough { (Meaning::Strong, Meaning::Faint) } else { (Meaning::Plain, Meaning::Plain) };
    let keys = [
        (lang.called_keys_here(), Meaning::Strong),
        (lang.called_keys_again(), again),
        (next.as_str(), absent),
        (lang.called_keys_absent(), Meaning::Plain),
        (lang.called_keys_back(), Meaning::Plain),
    ];
    for (words, meaning) in keys {
        column.line(&format!("  {words}"), ctx.style(meaning));
    }
    if was_called_enough {
        column.paragraph("  ", &lang.called_all_calls(times), ctx.style(Meaning::Warning));
    }
    column.gap();
    preview::facts(&mut column, ctx, card);
    for (code, _) in &card.needs {
        column.gap();
        guide::brief(&mut column, ctx, code);
    }
}
