//! The proof that no number was lost.

use std::collections::BTreeSet;

use super::super::facts::Facts;
use super::super::ticket::Ticket;
use super::super::time::Day;
use super::{Turnout, count};

/// A number of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    pub day: Day,
    pub ticket: Ticket,
}

impl std::fmt::Display for Number {
    /// `2026-11-21 A005`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.day, self.ticket)
    }
}

/// *Carried in + issued = served + left + no-show + cancelled + still open*, and every number that was drawn accounted for.
///
/// `issued` does not come from the visits but from the counter of the series, less the numbers that the journal says
/// were taken back: two sources that agree only if nothing was lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Visits given earlier that were still open when the span began (mang sang).
    pub carried_in: u32,
    /// Numbers given out in the span, less those taken back.
    pub issued: u32,
    pub served: u32,
    /// Visits that left unserved, but for the two below.
    pub left: u32,
    /// Visits that were called and did not come (gọi không có mặt).
    pub no_show: u32,
    /// Numbers that were given by mistake and struck out (cấp nhầm).
    pub cancelled: u32,
    /// Visits still open at the end of the span.
    pub open: u32,
    /// Numbers given and taken back by undo.
    pub withdrawn: Vec<Number>,
    /// Numbers the counter gave out of which the file has no visit.
    pub missing: Vec<Number>,
    /// Visits with a number the counter never gave out.
    pub surplus: Vec<Number>,
}

impl Proof {
    /// Whether the numbers come out even.
    pub fn holds(&self) -> bool {
        self.is_even() && self.missing.is_empty() && self.surplus.is_empty()
    }

    /// Whether the sums agree; [`Self::holds`] asks for the single numbers, too.
    pub fn is_even(&self) -> bool {
        self.carried_in + self.issued == self.served + self.gone() + self.open
    }

    /// Everybody who ended unserved, for whatever reason.
    pub fn gone(&self) -> u32 {
        self.left + self.no_show + self.cancelled
    }

    /// This proof and that of another desk. Numbers stay apart even where both desks gave the same.
    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
        self.carried_in += other.carried_in;
        self.issued += other.issued;
        self.served += other.served;
        self.left += other.left;
        self.no_show += other.no_show;
        self.cancelled += other.cancelled;
        self.open += other.open;
        for (own, others) in [
            (&mut self.withdrawn, other.withdrawn),
            (&mut self.missing, other.missing),
            (&mut self.surplus, other.surplus),
        ] {
            own.extend(others);
            own.sort_unstable();
        }
        self
    }

    /// The proof of a span.
    pub fn of(facts: &Facts) -> Self {
        let span = facts.span;
        let turnout = Turnout::of(facts.visits.iter().map(|fact| &fact.visit), span);
        let kept: BTreeSet<Number> = facts
            .visits
            .iter()
            .filter(|fact| !fact.visit.is_carried_into(span))
            .map(|fact| Number { day: fact.visit.day, ticket: fact.visit.ticket })
            .collect();
        let number = |(day, ticket): (Day, Ticket)| Number { day, ticket };
        let elsewhere: BTreeSet<Number> = facts.elsewhere.iter().copied().map(number).collect();
        let drawn: BTreeSet<Number> = facts
            .drawn
            .iter()
            .flat_map(|(day, last)| {
                (1..=last.number)
                    .map(|number| Number { day: *day, ticket: Ticket { series: last.series, number } })
            })
            .filter(|number| !elsewhere.contains(number))
            .collect();
        // A number that was taken back and given again by redo is in use.
        let withdrawn: BTreeSet<Number> = facts
            .withdrawn
            .iter()
            .map(|one| Number { day: one.given.day(), ticket: one.ticket })
            .filter(|number| !kept.contains(number))
            .collect();
        Self {
            carried_in: turnout.carried_in,
            issued: count(drawn.difference(&withdrawn)),
            served: turnout.served,
            left: turnout.left,
            no_show: turnout.no_show,
            cancelled: turnout.cancelled,
            open: turnout.waiting + turnout.in_hand + turnout.held,
            missing: drawn.difference(&kept).filter(|t| !withdrawn.contains(t)).copied().collect(),
            surplus: kept.difference(&drawn).copied().collect(),
            withdrawn: withdrawn.into_iter().collect(),
        }
    }
}
