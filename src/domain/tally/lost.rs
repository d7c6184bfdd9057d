//! Time lost to outages.

use serde::Serialize;

use super::super::Stamp;
use super::super::facts::Facts;
use super::super::outage::System;
use super::count;

/// What did not work, while somebody was on duty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Minutes of the open shifts in which something did not work; a minute without both network and portal is one.
    pub minutes: u32,
    /// By system.
    pub systems: Vec<OutageRow>,
}

/// A system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OutageRow {
    /// Which.
    pub system: System,
    /// How often it was marked down.
    pub times: u32,
    /// Minutes of the open shifts without it.
    pub minutes: u32,
}

impl Lost {
    pub(super) fn of(facts: &Facts) -> Self {
        let row = |system: System| {
            let own = facts.outages.iter().filter(|outage| outage.system == system);
            let stretches: Vec<Stretch> =
                own.clone().flat_map(|outage| on_duty(facts, outage.from, outage.until)).collect();
            OutageRow { system, times: count(own), minutes: minutes(stretches) }
        };
        let systems = System::ALL.iter().map(|system| row(*system)).filter(|row| row.times > 0).collect();
        let all = facts.outages.iter().flat_map(|outage| on_duty(facts, outage.from, outage.until)).collect();
        Self { minutes: minutes(all), systems }
    }

    /// What was lost here and at another desk: a minute that both lost is two.
    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
        self.minutes += other.minutes;
        for row in other.systems {
            match self.systems.iter_mut().find(|own| own.system == row.system) {
                Some(own) => {
                    own.times += row.times;
                    own.minutes += row.minutes;
                }
                None => self.systems.push(row),
            }
        }
        self.systems.sort_unstable_by_key(|row| row.system);
        self
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
        .map(|shift| (from.max(shift.opened), until.min(shift.closed.unwrap_or(end))))
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
