//! Waits and service times.

use std::collections::HashMap;

use super::super::coded::{LeaveReason, StageKind};
use super::super::facts::{Facts, Period, VisitFact};
use super::super::ids::VisitId;
use super::super::reason::System;
use super::super::stretches::Stretches;
use super::super::time::Stamp;
use super::super::visit::{Stage, Visit};
use super::count;

/// A set of durations, told by what a leader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Times {
    pub count: u32,
    /// The one in the middle, in seconds; of an even count the mean of the middle two, rounded down.
    pub median: i64,
    /// Nine of ten are at most this long, in seconds: the smallest one of which that is true.
    pub ninety: i64,
    /// The longest, in seconds.
    pub longest: i64,
    /// Durations that were left out because they are only estimates: one during which the power was away, or a service over a
    /// night, was not watched to its end; of another one nobody said when it was done.
    pub left_out: u32,
}

impl Times {
    /// The figures of some durations in seconds.
    pub fn of(mut seconds: Vec<i64>) -> Self {
        seconds.sort_unstable();
        let middle = seconds.len() / 2;
        let median = match seconds.as_slice() {
            [] => 0,
            sorted if sorted.len() % 2 == 1 => sorted[middle],
            sorted => i64::midpoint(sorted[middle - 1], sorted[middle]),
        };
        let ninety = (seconds.len() * 9).div_ceil(10).saturating_sub(1);
        Self {
            count: count(seconds.iter()),
            median,
            ninety: seconds.get(ninety).copied().unwrap_or(0),
            longest: seconds.last().copied().unwrap_or(0),
            left_out: 0,
        }
    }

    /// The figures of some durations, those that were not watched to their end left out.
    pub(super) fn of_watched(stretches: impl Iterator<Item = Option<i64>>) -> Self {
        let mut left_out = 0;
        let watched = stretches
            .filter_map(|seconds| {
                left_out += u32::from(seconds.is_none());
                seconds
            })
            .collect();
        Self { left_out, ..Self::of(watched) }
    }
}

/// How long the parties waited whose serving began in the span.
pub(super) fn waits(parts: &[Facts]) -> Times {
    Times::of_watched(parts.iter().flat_map(each_wait).map(|(_, seconds)| seconds))
}

/// When the serving began, and how long the wait had been; `None` of one that was not watched to its end.
pub(super) fn each_wait(facts: &Facts) -> Vec<(Stamp, Option<i64>)> {
    let (first, dark) = (first_served(facts), Dark::of(facts));
    let inside = |fact: &VisitFact| {
        let began = first.get(&fact.visit.id).copied().filter(|began| facts.span.contains(*began))?;
        Some((began, watched_wait(facts, &dark, &fact.visit, began)))
    };
    facts.visits.iter().filter_map(inside).collect()
}

/// How long the parties waited that walked out in the span before anybody served them (bỏ về).
pub(super) fn waits_of_walkouts(parts: &[Facts]) -> Times {
    Times::of_watched(parts.iter().flat_map(each_walkout))
}

fn each_walkout(facts: &Facts) -> Vec<Option<i64>> {
    let (first, dark) = (first_served(facts), Dark::of(facts));
    let gone = |fact: &&VisitFact| {
        let is_walkout = matches!(fact.visit.stage, Stage::Left { why: LeaveReason::WalkedOut, .. });
        is_walkout
            && fact.visit.kind_at_end_of(facts.span) == StageKind::Left
            && !first.contains_key(&fact.visit.id)
    };
    let gone = facts.visits.iter().filter(gone).map(|fact| &fact.visit);
    gone.map(|visit| watched_wait(facts, &dark, visit, visit.stage.since())).collect()
}

fn watched_wait(facts: &Facts, dark: &Dark, visit: &Visit, until: Stamp) -> Option<i64> {
    (!dark.touches(visit.waits_from(), until)).then(|| facts.waits.waited(visit, until))
}

/// When the serving of each party began for the first time.
fn first_served(facts: &Facts) -> HashMap<VisitId, Stamp> {
    let mut first: HashMap<VisitId, Stamp> = HashMap::with_capacity(facts.visits.len());
    for period in facts.periods.iter().filter(|period| period.kind == StageKind::Serving) {
        let earliest = first.entry(period.visit).or_insert(period.from);
        *earliest = period.from.min(*earliest);
    }
    first
}

/// When the power was away: what went on then was not watched to its end.
struct Dark(Stretches);

impl Dark {
    fn of(facts: &Facts) -> Self {
        let cuts = facts.outages.iter().filter(|outage| outage.system == System::Power);
        let last = Stamp::from_seconds(i64::MAX);
        Self(Stretches::of(cuts.map(|outage| (outage.from, outage.until.unwrap_or(last)))))
    }

    fn touches(&self, from: Stamp, until: Stamp) -> bool {
        self.0.touch(from, until)
    }
}

/// Whether no midnight lies between two moments.
fn same_day(from: Stamp, until: Stamp) -> bool {
    const DAY: i64 = 86_400;
    from.seconds().div_euclid(DAY) == until.seconds().div_euclid(DAY)
}

/// Time being served of the visits finished in the span.
pub(super) fn services(parts: &[Facts]) -> Times {
    Times::of_watched(parts.iter().flat_map(each_service))
}

/// How long each visit finished in the span was served; `None` of one that was not watched to its end.
fn each_service(facts: &Facts) -> Vec<Option<i64>> {
    let dark = Dark::of(facts);
    let watched = |from: Stamp, until: Stamp| {
        (!dark.touches(from, until) && same_day(from, until)).then(|| until.seconds_since(from))
    };
    let mut served: HashMap<VisitId, Option<i64>> = HashMap::with_capacity(facts.visits.len());
    for Period { visit, from, until, .. } in
        facts.periods.iter().filter(|period| period.kind == StageKind::Serving)
    {
        if let Some(until) = until {
            let sum = served.entry(*visit).or_insert(Some(0));
            *sum = sum.zip(watched(*from, *until)).map(|(sum, more)| sum + more);
        }
    }
    let finished =
        facts.visits.iter().filter(|fact| fact.visit.kind_at_end_of(facts.span) == StageKind::Done);
    let service = |fact: &VisitFact| {
        let seconds = served.get(&fact.visit.id).copied()?;
        Some(seconds.filter(|_| !facts.estimated.contains(&fact.visit.id)))
    };
    finished.filter_map(service).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        for (seconds, median, ninety, longest) in [
            (vec![], 0, 0, 0),
            (vec![7], 7, 7, 7),
            (vec![9, 1, 5], 5, 9, 9),
            (vec![1, 2, 9, 4], 3, 9, 9),
            ((1..=10).collect(), 5, 9, 10),
            ((1..=20).collect(), 10, 18, 20),
        ] {
            let times = Times::of(seconds);
            assert_eq!((times.median, times.ninety, times.longest), (median, ninety, longest));
        }
    }
}
