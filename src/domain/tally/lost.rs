//! Time lost to outages, and whom it hit.

use std::collections::HashMap;

use super::super::assist::{Assist, Outcome};
use super::super::catalogue::Catalogue;
use super::super::facts::{Facts, VisitFact};
use super::super::ids::VisitId;
use super::super::reason::{StuckReason, System};
use super::super::time::{Day, Stamp};
use super::count;

/// What did not work, while somebody was on duty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Minutes of the open shifts in which something did not work; a minute without both network and portal is one.
    pub minutes: u32,
    /// Of the visits given in the span, those that an outage hit; one that two systems hit is one.
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
    /// Of the visits given in the span, those that it hit.
    pub visits: u32,
    pub persons: u32,
}

impl Lost {
    pub(super) fn of(facts: &Facts, catalogue: &Catalogue) -> Self {
        let hits = Hits::of(facts, catalogue);
        let hit = |of: Option<System>| {
            let given = facts.visits.iter().filter(|fact| !fact.visit.is_carried_into(facts.span));
            given
                .filter(|fact| hits.has_hit(fact, of))
                .map(|fact| u32::from(fact.visit.persons))
                .collect::<Vec<_>>()
        };
        let row = |system: System| {
            let own = facts.outages.iter().filter(|outage| outage.system == system);
            let stretches: Vec<Stretch> =
                own.clone().flat_map(|outage| on_duty(facts, outage.from, outage.until)).collect();
            let hit = if stretches.is_empty() { Vec::new() } else { hit(Some(system)) };
            OutageRow {
                system,
                times: count(own),
                minutes: minutes(stretches),
                visits: count(hit.iter()),
                persons: hit.iter().sum(),
            }
        };
        let systems = System::ALL.iter().map(|system| row(*system)).filter(|row| row.times > 0).collect();
        let all = facts.outages.iter().flat_map(|outage| on_duty(facts, outage.from, outage.until)).collect();
        let hit = if facts.outages.is_empty() { Vec::new() } else { hit(None) };
        Self { minutes: minutes(all), visits: count(hit.iter()), persons: hit.iter().sum(), systems }
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

/// Which visits the outages of a span hit.
///
/// An outage hits a visit whose need, or something it was helped with, relies on the system (`systems` of the catalogue)
/// when the system failed on duty between the number and the end of the visit; and one that was stuck on such a thing
/// because of it on a day of the outage, as an outage is often marked late. It follows from facts alone: nobody has to
/// note it.
pub(super) struct Hits<'a> {
    catalogue: &'a Catalogue,
    at: Stamp,
    stretches: Vec<(System, Stretch)>,
    days: Vec<(System, Day, Day)>,
    helped: HashMap<VisitId, Vec<&'a Assist>>,
}

impl<'a> Hits<'a> {
    pub(super) fn of(facts: &'a Facts, catalogue: &'a Catalogue) -> Self {
        let mut helped: HashMap<VisitId, Vec<&Assist>> = HashMap::new();
        if !facts.outages.is_empty() {
            for assist in &facts.assists {
                helped.entry(assist.visit).or_default().push(assist);
            }
        }
        let stretches = facts.outages.iter().flat_map(|outage| {
            on_duty(facts, outage.from, outage.until).into_iter().map(|stretch| (outage.system, stretch))
        });
        // An outage outside of every shift cost nobody anything.
        let stretches: Vec<(System, Stretch)> = stretches.collect();
        let days =
            stretches.iter().map(|(system, (from, until))| (*system, from.day(), until.day())).collect();
        Self { catalogue, at: facts.at, stretches, days, helped }
    }

    /// Whether a system hit a visit; without a system, whether any did.
    pub(super) fn has_hit(&self, fact: &VisitFact, of: Option<System>) -> bool {
        let visit = &fact.visit;
        let end = if visit.stage.kind().is_open() { self.at } else { visit.stage.since() };
        let helped = || self.helped.get(&visit.id).into_iter().flatten();
        let is_asked = |system: System| of.is_none_or(|of| of == system);
        let was_there = self.stretches.iter().any(|(system, (from, until))| {
            is_asked(*system)
                && visit.arrived < *until
                && *from < end
                && (fact.need.iter().any(|code| self.catalogue.relies_on(code, *system))
                    || helped().any(|assist| self.catalogue.relies_on(&assist.procedure, *system)))
        });
        was_there
            || self.days.iter().any(|(system, from, until)| {
                is_asked(*system)
                    && (*from..=*until).contains(&visit.day)
                    && helped().any(|assist| {
                        assist.outcome == Outcome::Stuck(StuckReason::SystemDown)
                            && self.catalogue.relies_on(&assist.procedure, *system)
                    })
            })
    }
}

/// From a moment to another.
type Stretch = (Stamp, Stamp);

/// The parts of an outage that lie within the span and a shift.
fn on_duty(facts: &Facts, from: Stamp, until: Option<Stamp>) -> Vec<Stretch> {
    let end = facts.at.min(facts.span.end());
    let (from, until) = (from.max(facts.span.start()), until.unwrap_or(end).min(end));
    facts
        .shifts
        .iter()
        .filter_map(|shift| shift.stretch(facts.at))
        .map(|(opened, closed)| (from.max(opened), until.min(closed)))
        .filter(|(from, until)| from < until)
        .collect()
}

/// Whole minutes that some stretches cover together.
fn minutes(mut stretches: Vec<Stretch>) -> u32 {
    stretches.sort_unstable();
    let mut seconds = 0;
    let mut covered = Stamp::from_seconds(i64::MIN);
    for (from, until) in stretches {
        let from = from.max(covered);
        if until > from {
            seconds += until.seconds_since(from);
            covered = until;
        }
    }
    u32::try_from(seconds / 60).unwrap_or(u32::MAX)
}
