//! Where a party stands that returns with its number after its visit had ended.

use super::super::{Stamp, Visit};
use super::{Lane, Place, order::of_lane};

/// So many who wait in the lane go before somebody who returns: they have stood there all the while. Two, so that
/// missing a call costs something and not the morning.
pub const LET_BY: usize = 2;

/// The place of a party that returns: its old place, but never before the next two who wait in its lane.
pub fn place(returning: &Visit, open: &[&Visit], now: Stamp) -> Place {
    let old = returning.standing.place;
    let ahead = of_lane(open, Lane::of(returning), now);
    match ahead.iter().take(LET_BY).next_back() {
        Some(last) => old.max(last.standing.place.after()),
        None => old,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{first, waiting};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_returns_lets_the_next_two_of_the_lane_by() {
        let now = Stamp::from_seconds(10_000);
        let lane = [waiting(2, 20), waiting(3, 30), waiting(4, 40), first(5, 50)];
        let lane: Vec<&Visit> = lane.iter().collect();
        let back = waiting(1, 10);
        assert_eq!(place(&back, &lane, now), Place(30_001));
        assert_eq!(place(&back, &lane[..1], now), Place(20_001));
        assert_eq!(place(&back, &lane[3..], now), back.standing.place);
        assert_eq!(place(&back, &[], now), back.standing.place);
        // The old place is no worse for having been there.
        assert_eq!(place(&waiting(9, 90), &lane, now), Place(90_000));
    }

    proptest! {
        /// At most two go before who returns, but for those who were before it anyway.
        #[test]
        fn nobody_returns_to_the_end_of_the_queue(mut arrivals in prop::collection::vec(1..1_000_i64, 1..20), old in 1..1_000_i64) {
            arrivals.sort_unstable();
            let lane: Vec<Visit> = arrivals.iter().zip(2..).map(|(at, id)| waiting(id, *at)).collect();
            let lane: Vec<&Visit> = lane.iter().collect();
            let back = waiting(1, old);
            let found = place(&back, &lane, Stamp::from_seconds(10_000));
            let before = lane.iter().filter(|one| one.standing.place < found).count();
            let anyway = lane.iter().filter(|one| one.standing.place < back.standing.place).count();
            // Of two with the same place the earlier number goes first.
            prop_assert!(before >= LET_BY.min(lane.len()) && found >= back.standing.place);
            let twins = lane.iter().filter(|one| Some(one.standing.place) == lane.get(1).map(|two| two.standing.place)).count();
            prop_assert!(before <= anyway.max(LET_BY + twins));
        }
    }
}
