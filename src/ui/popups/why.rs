//! Why a waiting visit stands where it does, in words for whoever asks at the desk.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::desk::Card;
use crate::domain::queue::come_back::LET_BY;
use crate::domain::queue::{Before, Explanation, Lane};
use crate::domain::{Visit, VisitId};
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// How many of the last calls are told.
const CALLS: usize = 6;

/// How wide the popup is inside.
const WIDTH: u16 = 68;

/// The popup. It follows the queue while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    visit: VisitId,
}

impl Why {
    /// About a visit that waits.
    pub fn new(visit: VisitId) -> Self {
        Self { visit }
    }

    pub(super) fn act(action: Action) -> Vec<Request> {
        match action {
            Action::Help => vec![Request::Act(Action::Help)],
            _ => vec![Request::Close],
        }
    }

    pub(super) fn render(self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let Some(card) = ctx.model.card(self.visit) else { return };
        let mut lines: Vec<(String, Meaning)> = Vec::new();
        match ctx.model.explain(self.visit) {
            Some(found) => tell(&mut lines, ctx, card, &found),
            // Called or gone while this was open.
            None => lines.push((
                lang.return_not_ended(&ctx.ticket(card), lang.stage(card.visit.stage.kind())),
                Meaning::Plain,
            )),
        }
        let room = usize::from(WIDTH - 2);
        let height: usize = lines.iter().map(|(words, _)| draw::wrap(words, room).len()).sum();
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(3);
        let inner = window(frame, area, ctx, &lang.why_title(&ctx.ticket(card)), WIDTH + 2, height);
        let inner = inner.inner(Margin::new(1, 0));
        let text = Rect { height: inner.height.saturating_sub(1), ..inner };
        let mut column = Column::new(frame.buffer_mut(), text);
        for (words, meaning) in &lines {
            column.paragraph("", words, ctx.style(*meaning));
        }
        let last = inner.height.saturating_sub(1);
        draw::line(frame.buffer_mut(), inner, last, lang.why_close(), ctx.style(Meaning::Faint));
    }
}

fn tell(lines: &mut Vec<(String, Meaning)>, ctx: &Context<'_>, card: &Card, found: &Explanation) {
    let lang = ctx.lang;
    let visit = &card.visit;
    let stands = if found.ahead == 0 { lang.why_first().to_owned() } else { lang.why_ahead(found.ahead) };
    lines.push((stands, Meaning::Strong));
    let (stands_in, meaning) = match visit.priority {
        Some(why) => (lang.why_lane_priority(lang.priority(why)), Meaning::Priority),
        None => (lang.why_lane_ordinary().to_owned(), Meaning::Plain),
    };
    lines.push((format!("{stands_in} · {}", lang.why_came(&lang.clock(visit.arrived))), meaning));
    lines.extend(special(ctx, visit).into_iter().map(|words| (words, Meaning::Plain)));
    lines.push((format!("{}.", lang.rule_of_lanes(ctx.model.rules.ratio)), Meaning::Plain));
    if let Some(calls) = recent(ctx) {
        lines.push((lang.why_recent(&calls), Meaning::Plain));
    }
    for (heading, some) in [(lang.why_before(), &found.before), (lang.why_after(), &found.after)] {
        if !some.is_empty() {
            lines.push((heading.to_owned(), Meaning::Heading));
            lines.extend(some.iter().filter_map(|one| Some((neighbour(ctx, *one)?, Meaning::Plain))));
        }
    }
}

/// What else decides: a booked time, a return, a transfer.
fn special(ctx: &Context<'_>, visit: &Visit) -> Vec<String> {
    let (lang, standing) = (ctx.lang, &visit.standing);
    [
        standing.booked.map(|booked| lang.why_of_booking(visit, booked, ctx.now)),
        standing.returned.map(|at| lang.why_returned(&lang.clock(at), LET_BY)),
        standing.series.map(|series| lang.why_series(series.letter())),
        standing.station.map(|station| lang.why_station(&station.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The last calls, the oldest first: «A003 ưu tiên, A001 thường».
fn recent(ctx: &Context<'_>) -> Option<String> {
    let turns: Vec<String> = ctx
        .model
        .turns
        .iter()
        .take(CALLS)
        .map(|turn| {
            let how = if turn.out.is_some() { ctx.lang.why_out_of_turn() } else { ctx.lang.lane(turn.lane) };
            format!("{} {how}", turn.ticket)
        })
        .collect();
    let turns: Vec<String> = turns.into_iter().rev().collect();
    (!turns.is_empty()).then(|| turns.join(", "))
}

fn neighbour(ctx: &Context<'_>, (id, why): (VisitId, Before)) -> Option<String> {
    let card = ctx.model.card(id)?;
    let lang = ctx.lang;
    let came = lang.why_came(&lang.clock(card.visit.arrived));
    let stands_in = lang.lane(Lane::of(&card.visit));
    Some(format!("  {} ({stands_in}, {came}): {}", ctx.ticket(card), lang.before(why)))
}
