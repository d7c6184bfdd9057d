//! Waits and service times.

use std::collections::HashMap;

use serde::Serialize;

use super::super::facts::{Facts, Period};
use super::super::{StageKind, VisitId};
use super::count;

/// A set of durations, told by what a leader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Default)]
pub struct Times {
    /// How many durations.
    pub count: u32,
    /// The one in the middle, in seconds; of an even count the mean of the middle two, rounded down.
    pub median: i64,
    /// The longest, in seconds.
    pub longest: i64,
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
        Self { count: count(seconds.iter()), median, longest: seconds.last().copied().unwrap_or(0) }
    }
}

/// From the number to the first minute of being served: what the citizen felt.
pub(super) fn waits(facts: &Facts) -> Times {
    let mut first: HashMap<VisitId, &Period> = HashMap::new();
    for period in facts.periods.iter().filter(|period| period.kind == StageKind::Serving) {
        let earliest = first.entry(period.visit).or_insert(period);
        if period.from < earliest.from {
            *earliest = period;
        }
    }
    let waits = facts
        .visits
        .iter()
        // A night between two days is not a wait in the room.
        .filter(|fact| !fact.is_carried_in(facts.day))
        .filter_map(|fact| {
            let began = first.get(&fact.visit.id)?.from;
            (began.day() == facts.day).then(|| began.seconds_since(fact.visit.arrived))
        })
        .collect();
    Times::of(waits)
}

/// Time being served of the visits finished that day.
pub(super) fn services(facts: &Facts) -> Times {
    let mut served: HashMap<VisitId, i64> = HashMap::new();
    for period in facts.periods.iter().filter(|period| period.kind == StageKind::Serving) {
        if let Some(until) = period.until {
            *served.entry(period.visit).or_default() += until.seconds_since(period.from);
        }
    }
    let finished = facts.visits.iter().filter(|fact| fact.kind_at_end_of(facts.day) == StageKind::Done);
    Times::of(finished.filter_map(|fact| served.get(&fact.visit.id).copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        for (seconds, median, longest) in
            [(vec![], 0, 0), (vec![7], 7, 7), (vec![9, 1, 5], 5, 9), (vec![1, 2, 9, 4], 3, 9)]
        {
            let times = Times::of(seconds);
            assert_eq!((times.median, times.longest), (median, longest));
        }
    }
}
