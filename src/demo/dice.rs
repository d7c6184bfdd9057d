//! Chance: one seed, the same throws on every machine.

#[derive(Debug)]
pub(super) struct Dice(fastrand::Rng);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// True in so many of a thousand throws.
    pub(super) fn chance(&mut self, of_thousand: u32) -> bool {
        self.0.u32(0..1_000) < of_thousand
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.i64(low..=high.max(low))
    }

    /// A place in a list of that length; 0 for an empty one.
    pub(super) fn place(&mut self, length: usize) -> usize {
        if length == 0 { 0 } else { self.0.usize(0..length) }
    }

    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.place(of.len()))
    }

    /// One of a list in which each has a weight; `None` when nothing weighs anything.
    pub(super) fn weighed<'a, T>(&mut self, of: &'a [(T, u32)]) -> Option<&'a T> {
        let all: u32 = of.iter().map(|(_, weight)| weight).sum();
        if all == 0 {
            return None;
        }
        let mut left = self.0.u32(0..all);
        for (value, weight) in of {
            if left < *weight {
                return Some(value);
            }
            left -= weight;
        }
        None
    }

    /// Around `middle`: mostly near it, sometimes up to three times as long, never under a third.
    pub(super) fn around(&mut self, middle: i64) -> i64 {
        let (a, b) = (self.between(33, 140), self.between(33, 140));
        let usual = middle * (a + b) / 173;
        if self.chance(80) { usual * self.between(150, 190) / 100 } else { usual }
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        self.0.shuffle(list);
    }
}
