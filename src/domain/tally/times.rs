//! Waits and service times.

use super::super::facts::{Facts, Period};
use super::super::reason::System;
use super::super::stretches::Stretches;
use super::super::time::Stamp;
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
}

/// Durations in seconds as they are counted.
#[derive(Default)]
pub(super) struct Durations {
    seconds: Vec<i64>,
    left_out: u32,
}

impl Durations {
    /// All of some together.
    pub(super) fn of<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.seconds.extend_from_slice(&part.seconds);
            all.left_out += part.left_out;
        }
        all
    }

    /// One more; `None` of one that was not watched to its end.
    pub(super) fn add(&mut self, seconds: Option<i64>) {
        match seconds {
            Some(seconds) => self.seconds.push(seconds),
            None => self.left_out += 1,
        }
    }

    pub(super) fn times(self) -> Times {
        Times { left_out: self.left_out, ..Times::of(self.seconds) }
    }
}

/// When the serving of a party began for the first time.
pub(super) fn first_served(serving: &[&Period]) -> Option<Stamp> {
    serving.iter().map(|period| period.from).min()
}

/// How long a visit was served, as far as that has ended; `None` of one that was not watched to its end.
pub(super) fn served(serving: &[&Period], dark: &Dark) -> Option<i64> {
    let watched = |from: Stamp, until: Stamp| {
        (!dark.touches(from, until) && same_day(from, until)).then(|| until.seconds_since(from))
    };
    serving.iter().filter_map(|period| Some(watched(period.from, period.until?))).sum()
}

/// When the power was away: what went on then was not watched to its end.
pub(super) struct Dark(Stretches);

impl Dark {
    pub(super) fn of(facts: &Facts) -> Self {
        let cuts = facts.outages.iter().filter(|outage| outage.system == System::Power);
        let last = Stamp::from_seconds(i64::MAX);
        Self(Stretches::of(cuts.map(|outage| (outage.from, outage.until.unwrap_or(last)))))
    }

    pub(super) fn touches(&self, from: Stamp, until: Stamp) -> bool {
        self.0.touch(from, until)
    }
}

/// Whether no midnight lies between two moments.
fn same_day(from: Stamp, until: Stamp) -> bool {
    const DAY: i64 = 86_400;
    from.seconds().div_euclid(DAY) == until.seconds().div_euclid(DAY)
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
