//! Who came and how far they are: the bar of the desk and the tally count it here, and nowhere else.

use super::super::coded::{LeaveReason, StageKind};
use super::super::span::Span;
use super::super::time::Day;
use super::super::visit::{Stage, Visit};

/// The visits of a span by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Visits given earlier that were still open when the span began (mang sang).
    pub carried_in: u32,
    /// Numbers given in the span.
    pub given: u32,
    pub persons: u32,
    pub waiting: u32,
    /// Called or being served.
    pub in_hand: u32,
    /// Put aside (tạm giữ).
    pub held: u32,
    pub served: u32,
    /// Left unserved, but for the two below.
    pub left: u32,
    pub no_show: u32,
    pub cancelled: u32,
}

impl Turnout {
    /// Counts the visits given in a span, and those given earlier that were open when it began, by where they stood at its
    /// end.
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>, span: Span) -> Self {
        Self::by(|visit| visit.kind_at_end_of(span), visits, span)
    }

    /// The same of a day that runs, by where they stand now: the list beside the bar says so, too. After a clock was set
    /// back, the end of a visit may lie after the end of the day.
    pub fn now<'a>(visits: impl IntoIterator<Item = &'a Visit>, day: Day) -> Self {
        Self::by(|visit| visit.stage.kind(), visits, Span::day(day))
    }

    fn by<'a>(
        kind: impl Fn(&Visit) -> StageKind,
        visits: impl IntoIterator<Item = &'a Visit>,
        span: Span,
    ) -> Self {
        let mut turnout = Self::default();
        for visit in visits {
            if visit.is_carried_into(span) {
                turnout.carried_in += 1;
            } else if visit.day <= span.until {
                // A clock that was set back leaves open visits of later days.
                turnout.given += 1;
                turnout.persons += u32::from(visit.persons);
            }
            *turnout.place(kind(visit), visit) += 1;
        }
        turnout
    }

    fn place(&mut self, kind: StageKind, visit: &Visit) -> &mut u32 {
        match (kind, visit.stage) {
            (StageKind::Waiting, _) => &mut self.waiting,
            (StageKind::Called | StageKind::Serving, _) => &mut self.in_hand,
            (StageKind::Held, _) => &mut self.held,
            (StageKind::Done, _) => &mut self.served,
            (StageKind::Left, Stage::Left { why: LeaveReason::NoShow, .. }) => &mut self.no_show,
            (StageKind::Left, Stage::Left { why: LeaveReason::Mistake, .. }) => &mut self.cancelled,
            (StageKind::Left, _) => &mut self.left,
        }
    }

    /// Everybody who ended unserved, for whatever reason.
    pub const fn gone(self) -> u32 {
        self.left + self.no_show + self.cancelled
    }
}
