//! The two lanes of the queue, how they take turns, and the turns that were taken.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::super::coded::{OutOfTurn, coded};
use super::super::ticket::Ticket;
use super::super::visit::Visit;

coded! {
    /// A lane of the queue. A citizen stands in one of the two, and within it nobody overtakes.
    Lane {
        /// Hàng ưu tiên: everybody with a reason to go first, whichever it is (docs/domain.md, "Queue and priority").
        Priority = "priority",
        /// Hàng thường: everybody else.
        Ordinary = "ordinary",
    }
}

impl Lane {
    pub const fn of(visit: &Visit) -> Self {
        if visit.priority.is_some() { Self::Priority } else { Self::Ordinary }
    }
}

/// How many calls of each lane make a round while people wait in both: 1:2 is one of the priority lane, then two ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ratio {
    priority: u8,
    ordinary: u8,
}

impl Ratio {
    /// One to two, the usual round (docs/domain.md, "Queue and priority").
    pub const USUAL: Self = Self { priority: 1, ordinary: 2 };

    /// The most calls of one lane in a round: beyond it the other lane would stand still.
    pub const MOST: u8 = 9;

    /// A round of so many calls of each lane, both from 1 to [`Self::MOST`]; `None` outside.
    pub const fn new(priority: u8, ordinary: u8) -> Option<Self> {
        let fits = priority >= 1 && priority <= Self::MOST && ordinary >= 1 && ordinary <= Self::MOST;
        if fits { Some(Self { priority, ordinary }) } else { None }
    }

    /// Calls of the priority lane in a round.
    pub const fn priority(self) -> u8 {
        self.priority
    }

    /// Calls of the ordinary lane in a round.
    pub const fn ordinary(self) -> u8 {
        self.ordinary
    }

    /// How many of the last calls decide whose turn it is: a round less one.
    pub fn memory(self) -> usize {
        usize::from(self.priority) + usize::from(self.ordinary) - 1
    }

    /// Whose turn it is after these calls, the newest last: the priority lane's, unless it has had its share of the round
    /// that this call completes. While both lanes wait every round then has exactly the shares of the ratio, whatever
    /// went before.
    pub fn turn(self, calls: impl IntoIterator<Item = Lane, IntoIter: DoubleEndedIterator>) -> Lane {
        let round = calls.into_iter().rev().take(self.memory());
        let had = round.filter(|lane| *lane == Lane::Priority).count();
        if had < usize::from(self.priority) { Lane::Priority } else { Lane::Ordinary }
    }
}

impl Default for Ratio {
    fn default() -> Self {
        Self::USUAL
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.priority, self.ordinary)
    }
}

impl std::str::FromStr for Ratio {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (priority, ordinary) = text.split_once(':').ok_or("1:2")?;
        let part = |text: &str| text.trim().parse::<u8>().ok();
        part(priority).zip(part(ordinary)).and_then(|(one, other)| Self::new(one, other)).ok_or("1:2")
    }
}

impl TryFrom<String> for Ratio {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Ratio> for String {
    fn from(ratio: Ratio) -> Self {
        ratio.to_string()
    }
}

/// The lanes as they take turns from now on.
struct Turns {
    ratio: Ratio,
    calls: VecDeque<Lane>,
}

impl Turns {
    fn new(ratio: Ratio, recent: &[Lane]) -> Self {
        Self { ratio, calls: recent.iter().copied().collect() }
    }

    /// The lane of the next call, which is made, when somebody waits in the lanes so marked; a lane that is alone goes on
    /// alone. `None` when nobody waits.
    fn next(&mut self, priority: bool, ordinary: bool) -> Option<Lane> {
        let lane = match (priority, ordinary) {
            (true, true) => self.ratio.turn(self.calls.iter().copied()),
            (true, false) => Lane::Priority,
            (false, true) => Lane::Ordinary,
            (false, false) => return None,
        };
        self.calls.push_back(lane);
        if self.calls.len() > self.ratio.memory() {
            self.calls.pop_front();
        }
        Some(lane)
    }
}

/// Two lanes made one by taking turns, as if one after the other were called from now on.
pub(super) fn interleave<T>(ratio: Ratio, recent: &[Lane], priority: Vec<T>, ordinary: Vec<T>) -> Vec<T> {
    let mut all = Vec::with_capacity(priority.len() + ordinary.len());
    let mut turns = Turns::new(ratio, recent);
    let (mut first, mut second) = (priority.into_iter().peekable(), ordinary.into_iter().peekable());
    while let Some(lane) = turns.next(first.peek().is_some(), second.peek().is_some()) {
        all.extend(if lane == Lane::Priority { first.next() } else { second.next() });
    }
    all
}

/// How many calls are made before that of somebody in a lane before whom so many of the same lane stand, while so many
/// wait in the other one: what [`interleave`] comes to, without a list of them all.
pub(super) fn calls_before(ratio: Ratio, recent: &[Lane], lane: Lane, before: usize, others: usize) -> usize {
    let mut turns = Turns::new(ratio, recent);
    let (mut made, mut before, mut others) = (0, before, others);
    while others > 0 {
        match turns.next(true, true) {
            Some(turn) if turn != lane => others -= 1,
            _ if before == 0 => return made,
            _ => before -= 1,
        }
        made += 1;
    }
    made + before
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub ticket: Ticket,
    pub lane: Lane,
    /// Why it was called before the others, if it was. Such a call takes no turn from either lane.
    pub out: Option<OutOfTurn>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio() -> impl Strategy<Value = Ratio> {
        (1..=Ratio::MOST, 1..=Ratio::MOST).prop_map(|(one, other)| Ratio::new(one, other).unwrap())
    }

    fn lanes(most: usize) -> impl Strategy<Value = Vec<Lane>> {
        prop::collection::vec(prop::sample::select(Lane::ALL), 0..most)
    }

    #[test]
    fn of_three_calls_one_is_of_the_priority_lane() {
        let row = |recent: &[Lane], first, second| -> String {
            interleave(Ratio::USUAL, recent, vec!['P'; first], vec!['o'; second]).into_iter().collect()
        };
        let (p, o) = (Lane::Priority, Lane::Ordinary);
        assert_eq!(row(&[], 3, 6), "PooPooPoo");
        assert_eq!(row(&[p], 2, 4), "ooPooP");
        assert_eq!(row(&[p, o], 2, 4), "oPooPo");
        assert_eq!(row(&[o, o, o, o], 1, 3), "Pooo");
        assert_eq!(row(&[p, p, p, p], 2, 5), "ooPooPo");
        assert_eq!(row(&[], 3, 1), "PoPP");
        assert_eq!(row(&[], 0, 2), "oo");
    }

    #[test]
    fn a_ratio_is_read_as_it_is_written() {
        for text in ["1:2", "9:1", "3:9"] {
            assert_eq!(text.parse::<Ratio>().unwrap().to_string(), text);
        }
        for wrong in ["", "1", "0:2", "1:0", "10:1", "1:2:3", "a:b", "-1:2"] {
            assert!(wrong.parse::<Ratio>().is_err(), "{wrong}");
        }
        assert_eq!(serde_json::to_string(&Ratio::USUAL).unwrap(), "\"1:2\"");
    }

    proptest! {
        /// While both lanes wait, each round of calls has exactly the shares of the ratio.
        #[test]
        fn every_round_has_its_shares(ratio in ratio(), recent in lanes(30)) {
            let order = interleave(ratio, &recent, vec![Lane::Priority; 60], vec![Lane::Ordinary; 60]);
            let round = ratio.memory() + 1;
            // As long as neither lane can have run out.
            for calls in order[..60].windows(round) {
                let had = calls.iter().filter(|lane| **lane == Lane::Priority).count();
                prop_assert_eq!(had, usize::from(ratio.priority()));
            }
        }

        /// Nobody is lost or doubled, and a lane keeps its own order.
        #[test]
        fn both_lanes_come_whole_and_in_their_order(ratio in ratio(), recent in lanes(30), first in 0..40_i32, second in 0..40_i32) {
            let order = interleave(ratio, &recent, (0..first).collect(), (100..100 + second).collect());
            let of = |priority: bool| -> Vec<i32> { order.iter().copied().filter(|one| (*one < 100) == priority).collect() };
            prop_assert_eq!(of(true), (0..first).collect::<Vec<_>>());
            prop_assert_eq!(of(false), (100..100 + second).collect::<Vec<_>>());
        }

        /// Who stands where is the same with and without the list.
        #[test]
        fn a_place_is_counted_as_the_lanes_are_made_one(ratio in ratio(), recent in lanes(30), first in 0..30_usize, second in 0..30_usize) {
            let all = interleave(ratio, &recent, vec![Lane::Priority; first], vec![Lane::Ordinary; second]);
            for (lane, own, others) in [(Lane::Priority, first, second), (Lane::Ordinary, second, first)] {
                let places = all.iter().enumerate().filter(|(_, one)| **one == lane).map(|(at, _)| at);
                let counted = (0..own).map(|before| calls_before(ratio, &recent, lane, before, others));
                prop_assert_eq!(counted.collect::<Vec<_>>(), places.collect::<Vec<_>>());
            }
        }

        /// What is called next changes nothing about the order of those after it: the screen foretells the calls.
        #[test]
        fn the_order_foretells_each_call(ratio in ratio(), recent in lanes(30), first in 0..20_usize, second in 0..20_usize) {
            let foretold = interleave(ratio, &recent, vec![Lane::Priority; first], vec![Lane::Ordinary; second]);
            let (mut calls, mut left) = (recent, (first, second));
            for lane in foretold {
                let next = interleave(ratio, &calls, vec![Lane::Priority; left.0], vec![Lane::Ordinary; left.1])[0];
                prop_assert_eq!(next, lane);
                calls.push(lane);
                if lane == Lane::Priority { left.0 -= 1 } else { left.1 -= 1 }
            }
        }
    }
}
