//! Several numbers for what may be one party: Enter pressed again and again, or a number for each of a family.
//!
//! Two other rules meet this one. A key that is held down or pressed twice within 0.7 s does its deed once
//! (`ui::hold`), so what comes here was pressed on purpose each time. And the form that is filled like the last number
//! is asked about like any other: the next class of thirty is another party, four of them within half a minute are not.

use super::super::coded::Priority;
use super::super::procedure::Code;
use super::super::time::Stamp;
use super::super::visit::{Stage, Visit};

/// The number that is asked about: the fourth. A couple or parents with a child may well want a number each; for one
/// number a person is how a family of four empties the morning's queue.
pub const NUMBERS: usize = 4;

/// Within so many seconds. To ask the next person what is needed and type it takes some ten seconds at the least, so four
/// different people seldom come so fast for the same thing.
pub const SECONDS: i64 = 30;

/// What tells one number from another as long as nothing personal was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub need: Code,
    pub persons: u16,
    pub priority: Option<Priority>,
}

/// A number that was given at this station, with what was needed first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The visit as it stands now.
    pub visit: Visit,
    pub need: Code,
}

/// Those of the numbers given lately that are like the one asked for and may be of the same party, the oldest first:
/// the same first need, head-count and priority, still waiting, and not older than [`SECONDS`].
///
/// Nothing is known of numbers that were given after `now`: the clock was set back in between.
pub fn alike<'a>(given: &'a [Given], asked: &Asked, now: Stamp) -> Vec<&'a Visit> {
    let is_alike = |one: &&Given| {
        let visit = &one.visit;
        one.need == asked.need
            && visit.persons == asked.persons
            && visit.priority == asked.priority
            && matches!(visit.stage, Stage::Waiting { .. })
            && is_lately(visit.arrived, now)
    };
    let mut found: Vec<&Visit> = given.iter().filter(is_alike).map(|one| &one.visit).collect();
    found.sort_unstable_by_key(|visit| visit.id);
    found
}

/// Whether something was at most [`SECONDS`] ago, and not after `now`.
pub fn is_lately(at: Stamp, now: Stamp) -> bool {
    at <= now && now.seconds_since(at) < SECONDS
}

/// Whether one more number is asked about, after so many that are [`alike`].
pub const fn is_burst(alike: usize) -> bool {
    alike + 1 >= NUMBERS
}

#[cfg(test)]
mod tests {
    use super::super::sample::{first, waiting};
    use super::*;
    use crate::domain::visit::Act;
    use crate::domain::{StationNo, VolunteerId};

    fn given(visits: &[Visit], need: &str) -> Vec<Given> {
        visits.iter().map(|visit| Given { visit: visit.clone(), need: Code::new(need) }).collect()
    }

    fn count(given: &[Given], now: i64) -> usize {
        let asked = Asked { need: Code::new("A"), persons: 1, priority: None };
        alike(given, &asked, Stamp::from_seconds(now)).len()
    }

    #[test]
    fn the_fourth_of_half_a_minute_is_asked_about() {
        let three = given(&[waiting(3, 108), waiting(1, 100), waiting(2, 104)], "A");
        for (now, found) in [(109, 3), (129, 3), (130, 2), (133, 2), (134, 1), (138, 0), (103, 1), (99, 0)] {
            assert_eq!(count(&three, now), found, "{now}");
        }
        assert!(is_burst(3) && is_burst(9) && !is_burst(2));
        let asked = Asked { need: Code::new("A"), persons: 1, priority: None };
        let ids: Vec<i64> =
            alike(&three, &asked, Stamp::from_seconds(110)).iter().map(|visit| visit.id.0).collect();
        assert_eq!(ids, [1, 2, 3]);
    }

    #[test]
    fn what_is_different_is_another_party() {
        let act = Act { by: VolunteerId(1), station: StationNo::FIRST, at: Stamp::from_seconds(105) };
        let many = Visit { persons: 2, ..waiting(2, 100) };
        let others = [first(1, 100), many, waiting(3, 100).call(act).unwrap()];
        assert_eq!(count(&given(&others, "A"), 110), 0);
        assert_eq!(count(&given(&[waiting(1, 100)], "B"), 110), 0);
        assert_eq!(count(&given(&[waiting(1, 100)], "A"), 110), 1);
    }
}
