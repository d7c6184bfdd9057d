//! Time lost to outages, and whom it hit.

use std::collections::{BTreeSet, HashMap};

use super::super::assist::{Assist, Outcome};
use super::super::catalogue::Catalogue;
use super::super::facts::{Facts, VisitFact};
use super::super::ids::VisitId;
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
    pub(super) fn of(facts: &Facts, catalogue: &Catalogue) -> Self {
        let hits = Hits::of(facts, catalogue);
        let mut lost = Self { minutes: hits.together.minutes(), ..Self::default() };
        for (system, fallen) in &hits.systems {
            let times = count(facts.outages.iter().filter(|outage| outage.system == *system));
            let minutes = fallen.stretches.minutes();
            lost.systems.push(OutageRow { system: *system, times, minutes, visits: 0, persons: 0 });
        }
        if hits.together.is_empty() {
            return lost;
        }
        for fact in facts.visits.iter().filter(|fact| fact.is_visit_of(facts.span)) {
            let persons = u32::from(fact.visit.persons);
            let mut is_hit = false;
            for row in &mut lost.systems {
                if hits.has_hit(fact, Some(row.system)) {
                    is_hit = true;
                    row.visits += 1;
                    row.persons += persons;
                }
            }
            lost.visits += u32::from(is_hit);
            lost.persons += if is_hit { persons } else { 0 };
        }
        lost
    }

    /// What was lost here and at another desk: a minute that both lost is two.
    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
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
        self
    }
}

/// When a system did not work while somebody was on duty.
struct Fallen<'a> {
    stretches: Stretches,
    /// The days on which it was so.
    days: BTreeSet<Day>,
    /// The procedures and skills that rely on it, of those that the span is about.
    relying: BTreeSet<&'a Code>,
}

/// Which visits the outages of a span hit.
///
/// An outage hits a visit whose need, or something it was helped with, relies on the system (`systems` of the catalogue)
/// when the system failed on duty between the number and the end of the visit; and one that was stuck on such a thing
/// because of it on a day of the outage, as an outage is often marked late. It follows from facts alone: nobody has to
/// note it.
pub(super) struct Hits<'a> {
    at: Stamp,
    systems: Vec<(System, Fallen<'a>)>,
    /// When anything did not work.
    together: Stretches,
    helped: HashMap<VisitId, Vec<&'a Assist>>,
}

impl<'a> Hits<'a> {
    pub(super) fn of(facts: &'a Facts, catalogue: &Catalogue) -> Self {
        let mut helped: HashMap<VisitId, Vec<&Assist>> = HashMap::new();
        let mut codes: BTreeSet<&Code> = BTreeSet::new();
        if !facts.outages.is_empty() {
            for assist in &facts.assists {
                helped.entry(assist.visit).or_default().push(assist);
                codes.insert(&assist.procedure);
            }
            codes.extend(facts.visits.iter().filter_map(|fact| fact.need.as_ref()));
        }
        let of = |system: System| {
            let own: Vec<_> = facts.outages.iter().filter(|outage| outage.system == system).collect();
            // An outage outside of every shift cost nobody anything.
            let all = own.iter().flat_map(|outage| on_duty(facts, outage.from, outage.until));
            let stretches = Stretches::of(all);
            let days = stretches.iter().flat_map(|(from, until)| days(from, until)).collect();
            let relying = codes.iter().copied().filter(|code| catalogue.relies_on(code, system)).collect();
            (!own.is_empty()).then_some((system, Fallen { stretches, days, relying }))
        };
        let systems: Vec<(System, Fallen<'_>)> = System::ALL.iter().copied().filter_map(of).collect();
        let together = Stretches::of(systems.iter().flat_map(|(_, fallen)| fallen.stretches.iter()));
        Self { at: facts.at, systems, together, helped }
    }

    /// Whether a system hit a visit; without a system, whether any did.
    pub(super) fn has_hit(&self, fact: &VisitFact, of: Option<System>) -> bool {
        let visit = &fact.visit;
        let end = if visit.stage.kind().is_open() { self.at } else { visit.stage.since() };
        let helped = || self.helped.get(&visit.id).into_iter().flatten();
        let asked = self.systems.iter().filter(|(system, _)| of.is_none_or(|of| of == *system));
        asked.map(|(_, fallen)| fallen).any(|fallen| {
            let relies = |code: &Code| fallen.relying.contains(code);
            let was_there = fallen.stretches.touch(visit.arrived, end)
                && (fact.need.as_ref().is_some_and(relies) || helped().any(|one| relies(&one.procedure)));
            let is_stuck = |one: &&&Assist| one.outcome == Outcome::Stuck(StuckReason::SystemDown);
            was_there
                || fallen.days.contains(&visit.day)
                    && helped().filter(is_stuck).any(|one| relies(&one.procedure))
        })
    }
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
