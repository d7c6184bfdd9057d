//! Time lost to outages, and whom it hit.

use std::collections::BTreeSet;

use super::super::assist::{Assist, Outcome};
use super::super::catalogue::Catalogue;
use super::super::facts::{Facts, VisitFact};
use super::super::procedure::Code;
use super::super::reason::{StuckReason, System};
use super::super::stretches::{Stretch, Stretches};
use super::super::time::{Day, Stamp};
use super::count;

/// What did not work, while somebody was on duty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Minutes of the open shifts in which something did not work; a minute without both network and portal is one.
    pub minutes: u32,
    /// Of the visits of the span, those that an outage hit; one that two systems hit is one.
    pub visits: u32,
    pub persons: u32,
    pub systems: Vec<OutageRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutageRow {
    pub system: System,
    pub times: u32,
    /// Minutes of the open shifts without it.
    pub minutes: u32,
    /// Of the visits of the span, those that it hit.
    pub visits: u32,
    pub persons: u32,
}

impl Lost {
    /// What was lost at a desk, whomever it hit.
    pub(super) fn in_all(facts: &Facts, catalogue: &Catalogue) -> Self {
        let hits = Hits::of(facts, catalogue);
        let mut lost = hits.nobody();
        lost.minutes = hits.together.minutes();
        for (row, (system, fallen)) in lost.systems.iter_mut().zip(&hits.systems) {
            row.times = count(facts.outages.iter().filter(|outage| outage.system == *system));
            row.minutes = fallen.stretches.minutes();
        }
        lost
    }

    /// Counts a visit of the span, if it was hit.
    pub(super) fn hit(&mut self, hits: &Hits<'_>, fact: &VisitFact, helped: &[&Assist]) {
        if !hits.may_hit(fact, helped) {
            return;
        }
        let persons = u32::from(fact.visit.persons);
        let mut is_hit = false;
        for row in &mut self.systems {
            if hits.has_hit(fact, helped, Some(row.system)) {
                is_hit = true;
                row.visits += 1;
                row.persons += persons;
            }
        }
        self.visits += u32::from(is_hit);
        self.persons += if is_hit { persons } else { 0 };
    }

    /// Adds what was lost of other days or at another desk: a minute that two desks lost is two.
    pub(super) fn add(&mut self, other: Self) {
        self.minutes += other.minutes;
        self.visits += other.visits;
        self.persons += other.persons;
        for row in other.systems {
            match self.systems.iter_mut().find(|own| own.system == row.system) {
                Some(own) => {
                    own.times += row.times;
                    own.minutes += row.minutes;
                    own.visits += row.visits;
                    own.persons += row.persons;
                }
                None => self.systems.push(row),
            }
        }
        self.systems.sort_unstable_by_key(|row| row.system);
    }
}

/// When a system did not work while somebody was on duty.
struct Fallen {
    stretches: Stretches,
    /// The days on which it was so.
    days: BTreeSet<Day>,
}

/// Which visits the outages of a span hit.
///
/// An outage hits a visit whose need, or something it was helped with, relies on the system (`systems` of the catalogue)
/// when the system failed on duty between the number and the end of the visit; and one that was stuck on such a thing
/// because of it on a day of the outage, as an outage is often marked late. It follows from facts alone: nobody has to
/// note it.
pub(super) struct Hits<'a> {
    at: Stamp,
    catalogue: &'a Catalogue,
    systems: Vec<(System, Fallen)>,
    /// When anything did not work.
    together: Stretches,
}

impl<'a> Hits<'a> {
    pub(super) fn of(facts: &Facts, catalogue: &'a Catalogue) -> Self {
        let of = |system: System| {
            let own: Vec<_> = facts.outages.iter().filter(|outage| outage.system == system).collect();
            // An outage outside of every shift cost nobody anything.
            let all = own.iter().flat_map(|outage| on_duty(facts, outage.from, outage.until));
            let stretches = Stretches::of(all);
            let days = stretches.iter().flat_map(|(from, until)| days(from, until)).collect();
            (!own.is_empty()).then_some((system, Fallen { stretches, days }))
        };
        let systems: Vec<(System, Fallen)> = System::ALL.iter().copied().filter_map(of).collect();
        let together = Stretches::of(systems.iter().flat_map(|(_, fallen)| fallen.stretches.iter()));
        Self { at: facts.at, catalogue, systems, together }
    }

    /// A row for each system that failed, before anybody was hit.
    pub(super) fn nobody(&self) -> Lost {
        let row = |system| OutageRow { system, times: 0, minutes: 0, visits: 0, persons: 0 };
        Lost { systems: self.systems.iter().map(|(system, _)| row(*system)).collect(), ..Lost::default() }
    }

    /// Until when a visit could be hit: its end, or now.
    fn end_of(&self, fact: &VisitFact) -> Stamp {
        let stage = fact.visit.stage;
        if stage.kind().is_open() { self.at } else { stage.since() }
    }

    /// Whether it is worth asking: hardly any visit meets an outage.
    fn may_hit(&self, fact: &VisitFact, helped: &[&Assist]) -> bool {
        self.together.touch(fact.visit.arrived, self.end_of(fact)) || helped.iter().any(|one| is_stuck(one))
    }

    /// Whether a system hit a visit that was helped with these things; without a system, whether any did.
    pub(super) fn has_hit(&self, fact: &VisitFact, helped: &[&Assist], of: Option<System>) -> bool {
        let (visit, end) = (&fact.visit, self.end_of(fact));
        let asked = self.systems.iter().filter(|(system, _)| of.is_none_or(|of| of == *system));
        asked.into_iter().any(|(system, fallen)| {
            let relies = |code: &Code| self.catalogue.relies_on(code, *system);
            let was_there = fallen.stretches.touch(visit.arrived, end)
                && (fact.need.as_ref().is_some_and(relies)
                    || helped.iter().any(|one| relies(&one.procedure)));
            was_there
                || fallen.days.contains(&visit.day)
                    && helped.iter().any(|one| is_stuck(one) && relies(&one.procedure))
        })
    }
}

fn is_stuck(assist: &Assist) -> bool {
    assist.outcome == Outcome::Stuck(StuckReason::SystemDown)
}

/// The days from one moment to another, both part of it.
fn days(from: Stamp, until: Stamp) -> impl Iterator<Item = Day> {
    let (first, last) = (from.day(), until.day());
    std::iter::successors(Some(first), |day| Some(day.plus_days(1))).take_while(move |day| *day <= last)
}

/// The parts of an outage that lie within the span and a shift.
fn on_duty(facts: &Facts, from: Stamp, until: Option<Stamp>) -> Vec<Stretch> {
    let end = facts.at.min(facts.span.end());
    let (from, until) = (from.max(facts.span.start()), until.unwrap_or(end).min(end));
    // The shifts stand in the order of their days.
    let first = facts.shifts.partition_point(|shift| shift.day < from.day());
    facts.shifts[first..]
        .iter()
        .take_while(|shift| shift.day <= until.day())
        .filter_map(|shift| shift.stretch(facts.at))
        .map(|(opened, closed)| (from.max(opened), until.min(closed)))
        .filter(|(from, until)| from < until)
        .collect()
}
