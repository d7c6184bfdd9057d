//! Stretches of time as a set, so that a question costs the same however many there are.

use super::time::Stamp;

/// From a moment to another, not part of it.
pub(super) type Stretch = (Stamp, Stamp);

/// Stretches in their order and apart from one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretches(Vec<Stretch>);

impl Stretches {
    /// What some stretches cover together; empty ones are left out.
    pub(super) fn of(stretches: impl IntoIterator<Item = Stretch>) -> Self {
        let mut sorted: Vec<Stretch> = stretches.into_iter().filter(|(from, until)| from < until).collect();
        sorted.sort_unstable();
        let mut apart: Vec<Stretch> = Vec::with_capacity(sorted.len());
        for (from, until) in sorted {
            match apart.last_mut() {
                Some((_, end)) if from <= *end => *end = until.max(*end),
                _ => apart.push((from, until)),
            }
        }
        Self(apart)
    }

    /// Whether a part of the time between two moments is covered.
    pub(super) fn touch(&self, from: Stamp, until: Stamp) -> bool {
        let next = self.0.partition_point(|(_, end)| *end <= from);
        self.0.get(next).is_some_and(|(begin, _)| *begin < until)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Stretch> {
        self.0.iter().copied()
    }

    /// Whole minutes.
    pub(super) fn minutes(&self) -> u32 {
        let seconds: i64 = self.iter().map(|(from, until)| until.seconds_since(from)).sum();
        u32::try_from(seconds / 60).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_is_one_and_what_only_meets_does_not_touch() {
        let at = Stamp::from_seconds;
        let set = Stretches::of([(600, 900), (0, 120), (60, 300), (5, 5)].map(|(a, b)| (at(a), at(b))));
        assert_eq!(set.iter().collect::<Vec<_>>(), [(at(0), at(300)), (at(600), at(900))]);
        assert_eq!(set.minutes(), 10);
        for (from, until, touches) in [
            (300, 600, false),
            (299, 300, true),
            (590, 601, true),
            (900, 999, false),
            (-9, 0, false),
            (-9, 1, true),
        ] {
            assert_eq!(set.touch(at(from), at(until)), touches, "{from} {until}");
        }
    }
}
