//! The lines that the cursor can stand on while a party is served, and the sections they form.

use crate::desk::Card;
use crate::domain::check::MOST_PLACES;
use crate::domain::earlier::{self, Share};
use crate::domain::{Assist, AssistId, Part, Procedure, VisitId};
use crate::ui::context::Context;

/// A line the cursor can stand on, remembered by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// What the earlier visit had ticked, to be taken up.
    Earlier(VisitId),
    /// The procedure and how many of it.
    Head(AssistId),
    /// A precondition or a paper.
    Check(AssistId, Part, u8),
    /// A step.
    Step(AssistId, u8),
    /// How it was done.
    How(AssistId),
    /// How it was filed.
    Channel(AssistId),
    /// Whether it was paid online.
    Payment(AssistId),
    /// How it ended.
    Outcome(AssistId),
}

impl Line {
    /// The assist it belongs to.
    pub(in crate::ui::screens::desk) const fn assist(self) -> Option<AssistId> {
        match self {
            Self::Earlier(_) => None,
            Self::Head(id)
            | Self::Check(id, ..)
            | Self::Step(id, _)
            | Self::How(id)
            | Self::Channel(id)
            | Self::Payment(id)
            | Self::Outcome(id) => Some(id),
        }
    }

    /// The section it belongs to: a key goes from one to the next.
    pub(in crate::ui::screens::desk) const fn section(self) -> (Option<AssistId>, u8) {
        let place = match self {
            Self::Earlier(_) | Self::Head(_) => 0,
            Self::Check(_, Part::Before, _) => 1,
            Self::Check(_, Part::Paper, _) => 2,
            Self::Step(..) => 3,
            Self::How(_) | Self::Channel(_) | Self::Payment(_) | Self::Outcome(_) => 4,
        };
        (self.assist(), place)
    }

    /// Whether Enter ticks it and goes on to the next.
    pub(in crate::ui::screens::desk) const fn is_ticked_in_a_row(self) -> bool {
        matches!(self, Self::Step(..) | Self::Check(..))
    }
}

/// What the earlier visit offers, where it offers anything that is not ticked yet.
pub(super) fn offer(card: &Card, ctx: &Context<'_>) -> Option<Vec<Share>> {
    let earlier = ctx.model.earlier.iter().find(|earlier| earlier.visit == card.visit.id)?;
    let shares = earlier::shares(&earlier.assists, &card.assists, ctx.catalogue);
    shares.iter().any(|share| share.is_new).then_some(shares)
}

/// The lines of a visit, from top to bottom.
pub(in crate::ui::screens::desk) fn lines(card: &Card, ctx: &Context<'_>) -> Vec<Line> {
    let earlier = offer(card, ctx).map(|_| Line::Earlier(card.visit.id));
    earlier.into_iter().chain(card.assists.iter().flat_map(|assist| of_assist(assist, ctx))).collect()
}

/// The lines of an assist: what is asked for, what is done, how it went.
pub(super) fn of_assist(assist: &Assist, ctx: &Context<'_>) -> Vec<Line> {
    let id = assist.id;
    let entry = ctx.catalogue.get(&assist.procedure);
    let mut lines = vec![Line::Head(id)];
    for part in [Part::Before, Part::Paper] {
        let count = entry.map_or(0, |entry| earlier::list(entry, part).vi.len());
        let count = u8::try_from(count).unwrap_or(MOST_PLACES).min(MOST_PLACES);
        lines.extend((0..count).map(|place| Line::Check(id, part, place)));
    }
    let steps = entry.map_or(0, Procedure::step_count);
    lines.extend((0..steps).map(|step| Line::Step(id, step)));
    lines.extend([Line::How(id), Line::Channel(id), Line::Payment(id), Line::Outcome(id)]);
    lines
}

/// Where the cursor starts: on what the earlier visit offers, else on the first step, since ticking is what comes next.
/// Papers and preconditions lie above it, one key away: whoever knows the procedure needs no key for them.
pub(in crate::ui::screens::desk) fn first_step(lines: &[Line]) -> Option<Line> {
    let is_offer = |line: &&Line| matches!(line, Line::Earlier(_));
    let is_step = |line: &&Line| matches!(line, Line::Step(..));
    lines.iter().find(is_offer).or_else(|| lines.iter().find(is_step)).or_else(|| lines.first()).copied()
}

/// The first line of the section after (`true`) or before that of `at`.
pub(in crate::ui::screens::desk) fn next_section(lines: &[Line], at: usize, is_after: bool) -> Option<Line> {
    let here = lines.get(at)?.section();
    let first_of = |section| lines.iter().find(|line| line.section() == section).copied();
    if is_after {
        lines[at..].iter().find(|line| line.section() != here).copied()
    } else {
        let before = lines[..at].iter().rev().find(|line| line.section() != here)?;
        first_of(before.section())
    }
}
