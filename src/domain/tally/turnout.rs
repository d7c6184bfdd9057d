//! Who came and how far they are: the bar of the desk and the tally count it here, and nowhere else.

use super::super::coded::{LeaveReason, StageKind};
use super::super::span::Span;
use super::super::station::Stations;
use super::super::time::Day;
use super::super::visit::{Stage, Visit};

/// The visits of a span by where they stand (docs/figures.md, "Numbers, visits, people").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Visits given earlier that were still open when the span began (mang sang).
    pub carried_in: u32,
    /// Numbers given in the span (số), but for those that undo took back.
    pub given: u32,
    /// Of them those that stand for a party (lượt).
    pub visits: u32,
    /// Who came with those (người).
    pub persons: u32,
    pub waiting: u32,
    /// Called or being served.
    pub in_hand: u32,
    /// Put aside (tạm giữ).
    pub held: u32,
    pub served: u32,
    /// Left unserved (rời đi), whatever the reason but a mistake.
    pub left: u32,
    /// Of those who left, those who were called and did not come (gọi không có mặt).
    pub no_show: u32,
    /// Numbers that were struck as given by mistake (cấp nhầm): nobody left.
    pub mistaken: u32,
}

impl Turnout {
    /// Counts the visits given in a span, and those given earlier that were open when it began, by where they stood at its
    /// end.
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>, span: Span) -> Self {
        let end = span.end();
        Self::by(|visit| visit.kind_at(end), visits, span)
    }

    /// The same of a day that runs, by where they stand now: the list beside the bar says so, too. After a clock was set
    /// back, the end of a visit may lie after the end of the day. Who is put aside where two sit is being served.
    pub fn now<'a>(visits: impl IntoIterator<Item = &'a Visit>, day: Day, stations: &Stations) -> Self {
        let kind = |visit: &Visit| {
            if stations.serve_aside(visit) { StageKind::Serving } else { visit.stage.kind() }
        };
        Self::by(kind, visits, Span::day(day))
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
                if visit.is_party() {
                    turnout.visits += 1;
                    turnout.persons += u32::from(visit.persons);
                }
            }
            turnout.place(kind(visit), visit.stage);
        }
        turnout
    }

    fn place(&mut self, kind: StageKind, stage: Stage) {
        match (kind, stage) {
            (StageKind::Waiting, _) => self.waiting += 1,
            (StageKind::Called | StageKind::Serving, _) => self.in_hand += 1,
            (StageKind::Held, _) => self.held += 1,
            (StageKind::Done, _) => self.served += 1,
            (StageKind::Left, Stage::Left { why: LeaveReason::Mistake, .. }) => self.mistaken += 1,
            (StageKind::Left, Stage::Left { why, .. }) => {
                self.left += 1;
                self.no_show += u32::from(why == LeaveReason::NoShow);
            }
            (StageKind::Left, _) => self.left += 1,
        }
    }
}
