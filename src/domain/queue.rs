//! The order of the queue: who is called next.

use super::{Stage, Visit, VisitId};

/// The place of a waiting visit in the queue: the priority lane first, then the order of arrival.
///
/// Arrival goes by the identity and not by the time beside it: numbers are given one after the other, and nobody is
/// overtaken because the clock was set back in between.
pub fn place(visit: &Visit) -> (bool, VisitId) {
    (visit.priority.is_none(), visit.id)
}

/// The waiting visits in the order in which they will be called.
pub fn in_order<'a>(visits: impl IntoIterator<Item = &'a Visit>) -> Vec<&'a Visit> {
    let mut waiting: Vec<&Visit> =
        visits.into_iter().filter(|visit| matches!(visit.stage, Stage::Waiting { .. })).collect();
    waiting.sort_by_key(|visit| place(visit));
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Priority, Series, Stamp, Ticket};
    use proptest::prelude::*;

    fn visit(id: i64, arrived: i64, priority: Option<Priority>) -> Visit {
        let at = Stamp::from_seconds(arrived);
        let ticket = Ticket { series: Series::new('A').unwrap(), number: u16::try_from(id).unwrap() };
        Visit {
            id: VisitId(id),
            day: at.day(),
            ticket,
            persons: 1,
            priority,
            arrived: at,
            stage: Stage::Waiting { since: at },
            returns_of: None,
        }
    }

    #[test]
    fn priority_goes_first_and_then_the_order_of_arrival() {
        let visits = [
            visit(4, 20, Some(Priority::Elderly)),
            visit(2, 10, None),
            visit(3, 15, Some(Priority::Mother)),
            visit(1, 5, None),
        ];
        let order: Vec<i64> = in_order(&visits).iter().map(|visit| visit.id.0).collect();
        assert_eq!(order, [3, 4, 1, 2]);
    }

    proptest! {
        /// Within a lane nobody is ever called before somebody who came earlier, whatever the clock said then.
        #[test]
        fn nobody_is_overtaken_in_a_lane(parties in proptest::collection::vec((0i64..500, any::<bool>()), 0..40)) {
            let visits: Vec<Visit> = parties
                .iter()
                .enumerate()
                .map(|(at, (arrived, first))| {
                    visit(i64::try_from(at).unwrap(), *arrived, first.then_some(Priority::Elderly))
                })
                .collect();
            let order = in_order(&visits);
            prop_assert_eq!(order.len(), visits.len());
            for pair in order.windows(2) {
                let same_lane = pair[0].priority == pair[1].priority;
                prop_assert!(!same_lane || pair[0].id < pair[1].id);
                prop_assert!(same_lane || pair[0].priority.is_some());
            }
        }
    }
}
