//! The queue: who is at a station, who is on hold, who waits, in the order of the calls.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::{Card, Model};
use crate::domain::wait::Lateness;
use crate::domain::{StageKind, VisitId};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

enum Row<'a> {
    Heading(String),
    Visit(&'a Card),
    Hint(&'static str),
}

/// The visits the cursor can stand on, from top to bottom.
pub(super) fn selectable(model: &Model) -> Vec<VisitId> {
    sections(model).into_iter().flatten().map(|card| card.visit.id).collect()
}

fn sections(model: &Model) -> [Vec<&Card>; 4] {
    let at_stations = model.in_stage(StageKind::Called).chain(model.in_stage(StageKind::Serving)).collect();
    let held = model.in_stage(StageKind::Held).collect();
    let waiting = model.queue.iter().filter_map(|id| model.card(*id)).collect();
    let elsewhere = model.elsewhere.iter().filter_map(|id| model.card(*id)).collect();
    [at_stations, held, waiting, elsewhere]
}

/// Draws the queue.
pub(super) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    selected: Option<VisitId>,
    has_keys: bool,
) {
    let lang = ctx.lang;
    let [at_stations, held, waiting, elsewhere] = sections(ctx.model);
    let mut rows = Vec::new();
    if !at_stations.is_empty() {
        rows.push(Row::Heading(lang.at_stations().to_owned()));
        rows.extend(at_stations.into_iter().map(Row::Visit));
    }
    if !held.is_empty() {
        rows.push(Row::Heading(lang.held_heading().to_owned()));
        rows.extend(held.into_iter().map(Row::Visit));
    }
    rows.push(Row::Heading(lang.queue_heading(waiting.len())));
    if waiting.is_empty() {
        rows.push(Row::Hint(lang.queue_empty()));
        rows.push(Row::Hint(lang.queue_empty_hint()));
    }
    rows.extend(waiting.into_iter().map(Row::Visit));
    if !elsewhere.is_empty() {
        rows.push(Row::Heading(lang.elsewhere_heading(elsewhere.len())));
        rows.extend(elsewhere.into_iter().map(Row::Visit));
    }

    let is_selected = |row: &Row<'_>| matches!(row, Row::Visit(card) if Some(card.visit.id) == selected);
    let at = rows.iter().position(is_selected).unwrap_or(0);
    let first = first_row(at, rows.len(), usize::from(area.height));
    for (line, row) in (0..area.height).zip(&rows[first..]) {
        match row {
            Row::Heading(words) => {
                draw::line(buffer, area, line, &format!(" {words}"), ctx.style(Meaning::Heading));
            }
            Row::Hint(words) => {
                draw::line(buffer, area, line, &format!("  {words}"), ctx.style(Meaning::Plain));
            }
            Row::Visit(card) => {
                let cursor = match (is_selected(row), has_keys) {
                    (true, true) => Some(Meaning::Selected),
                    (true, false) => Some(Meaning::SelectedElsewhere),
                    (false, _) => None,
                };
                visit(buffer, area, line, ctx, card, cursor);
            }
        }
    }
    let hidden = rows.len().saturating_sub(first + usize::from(area.height));
    if hidden > 0 && area.height > 0 {
        let words = format!("  + {hidden} {}", lang.scroll_more());
        draw::line(buffer, area, area.height - 1, &words, ctx.style(Meaning::Faint));
    }
}

/// One visit: cursor, priority, number, needs, and how long it has been where it is.
fn visit(
    buffer: &mut Buffer,
    area: Rect,
    line: u16,
    ctx: &Context<'_>,
    card: &Card,
    cursor: Option<Meaning>,
) {
    let stage = card.visit.stage;
    let kind = stage.kind();
    let meaning = match kind {
        StageKind::Called => Meaning::Called,
        StageKind::Serving => Meaning::Serving,
        StageKind::Held => Meaning::Held,
        _ if card.visit.priority.is_some() => Meaning::Priority,
        _ => Meaning::Strong,
    };
    // In the queue the citizen's whole wait counts; at a station or on hold, the time there.
    let since = if kind == StageKind::Waiting { card.visit.arrived } else { stage.since() };
    let minutes = ctx.now.seconds_since(since) / 60;
    let standing = &card.visit.standing;
    let station = match (kind, stage.station().or(standing.station)) {
        (StageKind::Called | StageKind::Serving | StageKind::Waiting, Some(station)) => {
            format!("{} ", ctx.lang.at_station_short(&station.to_string()))
        }
        _ => String::new(),
    };
    let slip =
        if ctx.is_slip_missing(card) { format!(" {}", ctx.lang.slip_missing_mark()) } else { String::new() };
    let (mark, late) = late(ctx, card);
    let time = match standing.booked {
        Some(booked) if kind == StageKind::Waiting && !card.visit.is_due(ctx.now) => {
            ctx.lang.booked_short(&ctx.lang.clock(booked))
        }
        _ => format!("{mark}{minutes}'"),
    };
    let right = format!(" {station}{time} ");
    let left = format!(
        "{}{}{}{}",
        if cursor.is_some() { ">" } else { " " },
        if card.visit.priority.is_some() { "!" } else { " " },
        ctx.ticket(card),
        standing.series.map(|series| format!("→{}", series.letter())).unwrap_or_default(),
    );
    // What cannot go on now is seen before anybody is called for it.
    let mark = ctx.down_mark(&ctx.down_for(card));
    let needs = format!(
        "{}{mark} {}",
        if mark.is_empty() { "" } else { " " },
        card.name.clone().map_or_else(|| ctx.needs(card), |name| format!("{name}: {}", ctx.needs(card)))
    );
    let width = usize::from(area.width);
    let room = width.saturating_sub(draw::width(&left) + draw::width(&slip) + draw::width(&right));
    let middle = draw::pad(&needs, room);
    if let Some(cursor) = cursor {
        let style = ctx.style(cursor);
        let parts = [(&left, style), (&middle, style), (&slip, style), (&right, style)];
        draw::pieces(buffer, area, line, &parts.map(|(words, style)| (words.as_str(), style)));
    } else {
        let parts = [(&left, meaning), (&middle, Meaning::Plain), (&slip, Meaning::Warning), (&right, late)];
        draw::pieces(buffer, area, line, &parts.map(|(words, meaning)| (words.as_str(), ctx.style(meaning))));
    }
}

/// The mark before the minutes of a wait, for those who see no colours, and how they look.
pub(super) fn late(ctx: &Context<'_>, card: &Card) -> (&'static str, Meaning) {
    match ctx.model.lateness(card.visit.id, ctx.now) {
        Lateness::Fine => ("", Meaning::Plain),
        Lateness::Near => ("!", Meaning::NearlyLate),
        Lateness::Past => ("!!", Meaning::Late),
    }
}
