//! The queue: who is at a station, who is on hold, who waits, in the order of the calls.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::{Card, Model};
use crate::domain::wait::Lateness;
use crate::domain::{StageKind, VisitId};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

enum QueueRow<'a> {
    Heading(&'a str),
    Visit(VisitId),
    Hint(&'static str),
}

/// A stretch of the list: what stands above it, and its visits from top to bottom. Only the rows that are seen are made: the
/// room may be full.
struct Group<'a> {
    heading: Option<String>,
    hints: &'a [&'static str],
    visits: Cow<'a, [VisitId]>,
}

impl Group<'_> {
    fn rows(&self) -> usize {
        usize::from(self.heading.is_some()) + self.hints.len() + self.visits.len()
    }

    fn row(&self, at: usize) -> Option<QueueRow<'_>> {
        let Some(at) = at.checked_sub(usize::from(self.heading.is_some())) else {
            return self.heading.as_deref().map(QueueRow::Heading);
        };
        match at.checked_sub(self.hints.len()) {
            None => self.hints.get(at).copied().map(QueueRow::Hint),
            Some(at) => self.visits.get(at).copied().map(QueueRow::Visit),
        }
    }

    /// The row of a visit.
    fn position(&self, visit: VisitId) -> Option<usize> {
        let at = self.visits.iter().position(|one| *one == visit)?;
        Some(self.rows() - self.visits.len() + at)
    }
}

/// The visits that the cursor can stand on: who is at a station, who is on hold, who waits here, elsewhere, and for nobody.
pub(super) struct Selectable<'a>([Cow<'a, [VisitId]>; 5]);

impl<'a> Selectable<'a> {
    pub(super) fn of(model: &'a Model) -> Self {
        let stage = |kind| model.in_stage(kind).map(|card| card.visit.id);
        Self([
            stage(StageKind::Called).chain(stage(StageKind::Serving)).collect(),
            stage(StageKind::Held).collect(),
            Cow::Borrowed(&model.queue),
            Cow::Borrowed(&model.elsewhere),
            Cow::Borrowed(&model.unattended),
        ])
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|part| part.len()).sum()
    }

    pub(super) fn get(&self, at: usize) -> Option<VisitId> {
        let mut at = at;
        for part in &self.0 {
            match at.checked_sub(part.len()) {
                Some(rest) => at = rest,
                None => return part.get(at).copied(),
            }
        }
        None
    }

    pub(super) fn position(&self, visit: VisitId) -> Option<usize> {
        self.0.iter().flat_map(|part| part.iter()).position(|one| *one == visit)
    }
}

pub(super) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    selected: Option<VisitId>,
    has_keys: bool,
) {
    let lang = ctx.lang;
    let Selectable([at_stations, held, waiting, elsewhere, unattended]) = Selectable::of(ctx.model);
    let when_any = |visits: &[VisitId], heading: String| (!visits.is_empty()).then_some(heading);
    let hints = [lang.queue_empty(), lang.queue_empty_hint()];
    let is_served =
        |id: &VisitId| ctx.model.card(*id).is_some_and(|card| ctx.model.stations.serve_aside(&card.visit));
    let held_heading = if !held.is_empty() && held.iter().all(is_served) {
        lang.served_aside_heading().to_owned()
    } else {
        lang.held_heading().to_owned()
    };
    let parts = [
        Group {
            heading: when_any(&at_stations, lang.at_stations().to_owned()),
            hints: &[],
            visits: at_stations,
        },
        Group { heading: when_any(&held, held_heading), hints: &[], visits: held },
        Group {
            heading: Some(lang.queue_heading(waiting.len())),
            hints: if waiting.is_empty() { &hints } else { &[] },
            visits: waiting,
        },
        Group {
            heading: when_any(&elsewhere, lang.elsewhere_heading(elsewhere.len())),
            hints: &[],
            visits: elsewhere,
        },
        Group {
            heading: when_any(&unattended, lang.unattended_heading(unattended.len())),
            hints: &[],
            visits: unattended,
        },
    ];
    let count: usize = parts.iter().map(Group::rows).sum();
    let row = |at: usize| {
        let mut at = at;
        parts.iter().find_map(|part| match at.checked_sub(part.rows()) {
            Some(rest) => {
                at = rest;
                None
            }
            None => part.row(at),
        })
    };
    let mut above = 0;
    let cursor = selected.and_then(|selected| {
        parts.iter().find_map(|part| {
            let found = part.position(selected).map(|at| above + at);
            above += part.rows();
            found
        })
    });
    let first = first_row(cursor.unwrap_or(0), count, usize::from(area.height));
    for (line, at) in (0..area.height).zip(first..count) {
        match row(at) {
            Some(QueueRow::Heading(words)) => {
                draw::line(buffer, area, line, &format!(" {words}"), ctx.style(Meaning::Heading));
            }
            Some(QueueRow::Hint(words)) => {
                draw::line(buffer, area, line, &format!("  {words}"), ctx.style(Meaning::Plain));
            }
            Some(QueueRow::Visit(id)) => {
                let Some(card) = ctx.model.card(id) else { continue };
                let cursor = match (Some(id) == selected, has_keys) {
                    (true, true) => Some(Meaning::Selected),
                    (true, false) => Some(Meaning::SelectedElsewhere),
                    (false, _) => None,
                };
                visit(buffer, area, line, ctx, card, cursor);
            }
            None => {}
        }
    }
    let hidden = count.saturating_sub(first + usize::from(area.height));
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
        StageKind::Held if ctx.model.stations.serve_aside(&card.visit) => Meaning::Serving,
        StageKind::Held => Meaning::Held,
        _ if card.visit.priority.is_some() => Meaning::Priority,
        _ => Meaning::Strong,
    };
    // In the queue the citizen's whole wait counts; at a station or on hold, the time there.
    let lasts = match stage.since() {
        _ if kind == StageKind::Waiting => ctx.lang.short_duration(ctx.model.waited(&card.visit, ctx.now)),
        since if since.day() == ctx.model.day => ctx.lang.short_duration(ctx.now.seconds_since(since)),
        since => ctx.lang.since_day(&ctx.lang.short_date(since.day())),
    };
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
        _ => format!("{mark}{lasts}"),
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
