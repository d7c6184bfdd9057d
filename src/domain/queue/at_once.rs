//! Helping somebody on the spot, without a wait: who would have been called first.

use super::super::{StationNo, Visit, VisitId};
use super::{Order, order};

/// Who goes before a number that was given just now, if it waited in the queue; `None` when it is the next anyway, as in
/// an empty room. Helping it at once is then a call out of turn, which needs a reason like any other.
///
/// Those count whom this station is offered, and those who wait for the same series elsewhere. A series that this station
/// never calls loses nothing by it.
pub fn passed_over(open: &[Visit], new: &Visit, by: Order<'_>, at: StationNo) -> Option<VisitId> {
    let waits_for_the_same =
        |visit: &Visit| visit.standing.station.is_none() && visit.series() == new.series();
    let row = order(
        open.iter()
            .filter(|visit| visit.id != new.id && (by.rules.offers(at, visit) || waits_for_the_same(visit)))
            .chain([new]),
        by,
        None,
    );
    row.first().copied().filter(|first| *first != new.id)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{booked, first, waiting};
    use super::super::{Lane, QueueRules, Standing};
    use super::*;
    use crate::domain::{Series, Stamp};

    fn first_of(open: &[Visit], new: &Visit, recent: &[Lane], rules: &QueueRules) -> Option<i64> {
        let by = Order { rules, recent, now: Stamp::from_seconds(100) };
        passed_over(open, new, by, StationNo::FIRST).map(|id| id.0)
    }

    #[test]
    fn whoever_would_be_called_first_is_passed_over() {
        let rules = QueueRules::default();
        let new = waiting(9, 100);
        assert_eq!(first_of(&[], &new, &[], &rules), None);
        assert_eq!(first_of(&[waiting(1, 10), waiting(2, 20)], &new, &[], &rules), Some(1));
        // Its time has not come: it is called only when nobody else waits.
        assert_eq!(first_of(&[booked(1, 10, 900)], &new, &[], &rules), None);
        // The priority lane has the turn, or has had it.
        assert_eq!(first_of(&[waiting(1, 10)], &first(9, 100), &[], &rules), None);
        assert_eq!(first_of(&[waiting(1, 10)], &first(9, 100), &[Lane::Priority], &rules), Some(1));
        assert_eq!(first_of(&[waiting(1, 10), first(2, 20)], &new, &[], &rules), Some(2));
    }

    #[test]
    fn who_waits_for_another_station_is_not_passed_over_unless_for_the_same() {
        let mut rules = QueueRules::default();
        rules.series.insert(StationNo::FIRST, vec![Series::new('B').unwrap()]);
        let of = |letter: char, visit: Visit| Visit {
            standing: Standing { series: Series::new(letter), ..visit.standing },
            ..visit
        };
        let sent = |visit: Visit| Visit {
            standing: Standing { station: StationNo::new(2), ..visit.standing },
            ..visit
        };
        let open = [waiting(1, 10), of('B', waiting(2, 20)), sent(of('C', waiting(3, 5)))];
        assert_eq!(first_of(&open, &of('B', waiting(9, 100)), &[], &rules), Some(2));
        assert_eq!(first_of(&open[..1], &of('B', waiting(9, 100)), &[], &rules), None);
        // A series that this station does not call, but for which somebody waits.
        assert_eq!(first_of(&open[..1], &waiting(9, 100), &[], &rules), Some(1));
        assert_eq!(first_of(&open[2..], &of('C', waiting(9, 100)), &[], &rules), None);
    }
}
