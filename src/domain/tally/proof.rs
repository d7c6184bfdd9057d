//! The proof that no number was lost.

use std::collections::BTreeSet;

use super::super::coded::StageKind;
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

/// *Carried in + issued + came back = served + left + taken back + still open* (docs/figures.md, "Numbers, visits, people"), and
/// every number that was drawn accounted for.
///
/// `issued` does not come from the visits but from the counter of the series: two sources that agree only if nothing was
/// lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Visits given earlier that were still open when the span began (mang sang).
    pub carried_in: u32,
    /// Numbers given out in the span (đã cấp), also those that were taken back.
    pub issued: u32,
    /// Visits that had ended before the span and were taken up again in it (quay lại).
    pub returned: u32,
    /// Visits that ended in the span and were taken up again in it (trong đó quay lại): here each counts once, by its last outcome; its
    /// shifts together count it once more each time.
    pub came_back: u32,
    pub served: u32,
    /// Visits that left unserved (rời đi).
    pub left: u32,
    /// Of those, the ones that were called and did not come (gọi không có mặt).
    pub no_show: u32,
    /// Of the numbers taken back, those that were struck as given by mistake (cấp nhầm).
    pub mistaken: u32,
    /// Visits still open at the end of the span.
    pub open: u32,
    /// Numbers taken back (rút): by undo, or struck as given by mistake.
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
        let before = self.carried_in + self.issued + self.returned;
        before == self.served + self.left + count(self.withdrawn.iter()) + self.open
    }

    /// Adds the proof of other days or of another desk. Numbers stay apart even where two desks gave the same.
    pub(super) fn add(&mut self, other: Self) {
        self.carried_in += other.carried_in;
        self.issued += other.issued;
        self.returned += other.returned;
        self.came_back += other.came_back;
        self.served += other.served;
        self.left += other.left;
        self.no_show += other.no_show;
        self.mistaken += other.mistaken;
        self.open += other.open;
        for (own, others) in [
            (&mut self.withdrawn, other.withdrawn),
            (&mut self.missing, other.missing),
            (&mut self.surplus, other.surplus),
        ] {
            own.extend(others);
            own.sort_unstable();
        }
    }

    /// The proof of a span.
    pub fn of(facts: &Facts) -> Self {
        let mut proof = Self::default();
        proof.take(facts);
        proof.closed(facts)
    }

    /// Adds the numbers of some days.
    pub(super) fn take(&mut self, facts: &Facts) {
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
        let undone: BTreeSet<Number> = facts
            .withdrawn
            .iter()
            .map(|one| Number { day: one.given.day(), ticket: one.ticket })
            .filter(|number| !kept.contains(number))
            .collect();
        let struck = facts
            .visits
            .iter()
            .map(|fact| &fact.visit)
            .filter(|visit| !visit.is_party() && visit.kind_at_end_of(span) == StageKind::Left);
        let struck = struck.map(|visit| Number { day: visit.day, ticket: visit.ticket });
        let withdrawn: BTreeSet<Number> = undone.iter().copied().chain(struck).collect();
        self.add(Self {
            carried_in: turnout.carried_in,
            issued: count(drawn.iter()),
            returned: 0,
            came_back: 0,
            served: turnout.served,
            left: turnout.left,
            no_show: turnout.no_show,
            mistaken: turnout.mistaken,
            open: turnout.waiting + turnout.in_hand + turnout.held,
            missing: drawn.difference(&kept).filter(|number| !undone.contains(number)).copied().collect(),
            surplus: kept.difference(&drawn).copied().collect(),
            withdrawn: withdrawn.into_iter().collect(),
        });
    }

    /// The proof, all numbers of a desk counted: those that came back had not been carried in.
    #[must_use]
    pub(super) fn closed(self, facts: &Facts) -> Self {
        let returned = count(facts.returned().iter());
        let carried_in = self.carried_in.saturating_sub(returned);
        Self { carried_in, returned, came_back: facts.came_back(), ..self }
    }
}
