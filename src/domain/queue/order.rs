//! The whole order of the calls to come: who is next, where a party stands that returns with its number, and whom somebody passes
//! over who is helped on the spot.

use super::super::ids::{StationNo, VisitId};
use super::super::station::Stations;
use super::super::time::Stamp;
use super::super::visit::{Stage, Visit};
use super::lane::interleave;
use super::{Lane, Position, QueueRules};

/// What the order follows from, besides who waits.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub rules: &'a QueueRules,
    /// Who calls whom.
    pub stations: &'a Stations,
    /// The lanes of today's last calls at the desk as a whole, the newest last; calls out of turn are left out.
    pub recent: &'a [Lane],
    /// The moment, by which booked times have come or not.
    pub now: Stamp,
}

/// The waiting visits in the order in which they will be called. At one station, only those that it is offered.
///
/// Those whose booked time has not come yet stand last, by their times: they are called early only when nobody else
/// waits.
pub fn order<'a>(
    visits: impl IntoIterator<Item = &'a Visit>,
    by: Order<'_>,
    at: Option<StationNo>,
) -> Vec<VisitId> {
    let offered = visits.into_iter().filter(|visit| at.is_none_or(|at| by.stations.offers(at, visit)));
    Lists::of(offered, by.now).row(by)
}

/// Those who wait, each list in its order.
pub(super) struct Lists<'a> {
    /// Those of the priority lane whose turn may come.
    pub(super) priority: Vec<&'a Visit>,
    /// Those of the ordinary lane whose turn may come.
    pub(super) ordinary: Vec<&'a Visit>,
    /// Those whose booked time has not come.
    pub(super) later: Vec<&'a Visit>,
}

impl<'a> Lists<'a> {
    pub(super) fn of(visits: impl IntoIterator<Item = &'a Visit>, now: Stamp) -> Self {
        let mut lists = Self { priority: Vec::new(), ordinary: Vec::new(), later: Vec::new() };
        for visit in visits.into_iter().filter(|visit| is_waiting(visit)) {
            let list = match Lane::of(visit) {
                _ if !visit.is_due(now) => &mut lists.later,
                Lane::Priority => &mut lists.priority,
                Lane::Ordinary => &mut lists.ordinary,
            };
            list.push(visit);
        }
        for list in [&mut lists.priority, &mut lists.ordinary, &mut lists.later] {
            list.sort_unstable_by_key(|visit| key(visit));
        }
        lists
    }

    /// The lanes made one by taking turns, and after them those who are booked for later.
    pub(super) fn row(self, by: Order<'_>) -> Vec<VisitId> {
        let due = interleave(by.rules.ratio, by.recent, self.priority, self.ordinary);
        due.into_iter().chain(self.later).map(|visit| visit.id).collect()
    }
}

/// Those of a lane whose turn may come, in their order.
pub(super) fn of_lane<'a>(visits: &[&'a Visit], lane: Lane, now: Stamp) -> Vec<&'a Visit> {
    let lists = Lists::of(visits.iter().copied(), now);
    if lane == Lane::Priority { lists.priority } else { lists.ordinary }
}

/// Of two with the same place the earlier number goes first.
pub(super) const fn key(visit: &Visit) -> (Position, VisitId) {
    (visit.standing.place, visit.id)
}

const fn is_waiting(visit: &Visit) -> bool {
    matches!(visit.stage, Stage::Waiting { .. })
}

/// So many who wait in the lane go before somebody who returns: they have stood there all the while. Two, so that
/// missing a call costs something and not the morning.
pub const LET_BY: usize = 2;

/// The place of a party that returns: its old place, but never before the next two who wait in its lane.
pub fn place_of_return(returning: &Visit, open: &[&Visit], now: Stamp) -> Position {
    let old = returning.standing.place;
    let ahead = of_lane(open, Lane::of(returning), now);
    match ahead.iter().take(LET_BY).next_back() {
        Some(last) => old.max(last.standing.place.after()),
        None => old,
    }
}

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
            .filter(|visit| {
                visit.id != new.id && (by.stations.offers(at, visit) || waits_for_the_same(visit))
            })
            .chain([new]),
        by,
        None,
    );
    row.first().copied().filter(|first| *first != new.id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{booked, first, waiting};
    use super::super::{Lane, Position, QueueRules, Standing};
    use super::*;
    use crate::domain::{Series, Stamp, Station};

    /// A station for series B alone.
    fn for_b(number: StationNo) -> Station {
        Station { series: vec![Series::new('B').unwrap()], ..Station::plain(number) }
    }

    fn ids(visits: &[Visit], recent: &[Lane], now: i64, at: Option<u8>) -> Vec<i64> {
        let rules = QueueRules::default();
        let stations = Stations::default();
        let by = Order { rules: &rules, stations: &stations, recent, now: Stamp::from_seconds(now) };
        order(visits, by, at.and_then(StationNo::new)).iter().map(|id| id.0).collect()
    }

    #[test]
    fn the_lanes_take_turns_and_each_keeps_its_order() {
        let visits =
            [first(4, 20), waiting(2, 10), first(3, 15), waiting(1, 5), waiting(5, 30), waiting(6, 40)];
        assert_eq!(ids(&visits, &[], 100, None), [3, 1, 2, 4, 5, 6]);
        assert_eq!(ids(&visits, &[Lane::Priority], 100, None), [1, 2, 3, 5, 6, 4]);
        let done = visits.map(|visit| {
            let act = crate::domain::visit::Act {
                by: crate::domain::VolunteerId(1),
                station: StationNo::FIRST,
                at: Stamp::from_seconds(50),
            };
            visit.call(act).unwrap()
        });
        assert_eq!(ids(&done, &[], 100, None), [] as [i64; 0]);
    }

    #[test]
    fn a_booked_party_enters_at_its_time() {
        let visits = [waiting(1, 10), booked(2, 20, 50), waiting(3, 30), waiting(4, 60), booked(5, 70, 40)];
        // Before its time it stands last; from then on before everybody who came after it.
        assert_eq!(ids(&visits, &[], 49, None), [1, 3, 4, 5, 2]);
        assert_eq!(ids(&visits, &[], 50, None), [1, 3, 2, 4, 5]);
        assert_eq!(ids(&visits[1..2], &[], 30, None), [2]);
    }

    #[test]
    fn a_station_is_offered_what_it_serves_and_what_was_sent_to_it() {
        let to = |visit: Visit, station: u8| Visit {
            standing: Standing { station: StationNo::new(station), ..visit.standing },
            ..visit
        };
        let field = |visit: Visit, letter: char| Visit {
            standing: Standing { series: Series::new(letter), ..visit.standing },
            ..visit
        };
        let visits = [waiting(1, 10), to(waiting(2, 20), 2), field(waiting(3, 30), 'B'), waiting(4, 40)];
        let rules = QueueRules::default();
        let stations = Stations::new(vec![for_b(StationNo::new(3).unwrap())], []);
        let by = Order { rules: &rules, stations: &stations, recent: &[], now: Stamp::from_seconds(99) };
        let at = |station: u8| -> Vec<i64> {
            order(&visits, by, StationNo::new(station)).iter().map(|id| id.0).collect()
        };
        assert_eq!((at(1), at(2), at(3)), (vec![1, 3, 4], vec![1, 2, 3, 4], vec![3]));
        assert_eq!(order(&visits, by, None).len(), 4);
    }

    proptest! {
        /// Within a lane nobody is ever called before somebody who came earlier, whatever the clock said then.
        #[test]
        fn nobody_is_overtaken_in_a_lane(
            parties in prop::collection::vec((0i64..500, any::<bool>()), 0..40),
            recent in prop::collection::vec(prop::sample::select(Lane::ALL), 0..6),
        ) {
            let mut last = None;
            let visits: Vec<Visit> = parties
                .iter()
                .zip(1..)
                .map(|((arrived, goes_first), id)| {
                    let visit = if *goes_first { first(id, *arrived) } else { waiting(id, *arrived) };
                    let place = Position::of_arrival(visit.arrived, last);
                    last = Some(place);
                    Visit { standing: Standing { place, ..visit.standing }, ..visit }
                })
                .collect();
            let order = ids(&visits, &recent, 1_000, None);
            prop_assert_eq!(order.len(), visits.len());
            for lane in [true, false] {
                let of_lane: Vec<i64> = order.iter().copied().filter(|id| {
                    let at = usize::try_from(*id - 1).unwrap();
                    visits[at].priority.is_some() == lane
                }).collect();
                prop_assert!(of_lane.is_sorted());
            }
        }
    }

    #[test]
    fn who_returns_lets_the_next_two_of_the_lane_by() {
        let now = Stamp::from_seconds(10_000);
        let lane = [waiting(2, 20), waiting(3, 30), waiting(4, 40), first(5, 50)];
        let lane: Vec<&Visit> = lane.iter().collect();
        let back = waiting(1, 10);
        assert_eq!(place_of_return(&back, &lane, now), Position(30_001));
        assert_eq!(place_of_return(&back, &lane[..1], now), Position(20_001));
        assert_eq!(place_of_return(&back, &lane[3..], now), back.standing.place);
        assert_eq!(place_of_return(&back, &[], now), back.standing.place);
        // The old place is no worse for having been there.
        assert_eq!(place_of_return(&waiting(9, 90), &lane, now), Position(90_000));
    }

    proptest! {
        /// At most two go before who returns, but for those who were before it anyway.
        #[test]
        fn nobody_returns_to_the_end_of_the_queue(mut arrivals in prop::collection::vec(1..1_000_i64, 1..20), old in 1..1_000_i64) {
            arrivals.sort_unstable();
            let lane: Vec<Visit> = arrivals.iter().zip(2..).map(|(at, id)| waiting(id, *at)).collect();
            let lane: Vec<&Visit> = lane.iter().collect();
            let back = waiting(1, old);
            let found = place_of_return(&back, &lane, Stamp::from_seconds(10_000));
            let before = lane.iter().filter(|one| one.standing.place < found).count();
            let anyway = lane.iter().filter(|one| one.standing.place < back.standing.place).count();
            // Of two with the same place the earlier number goes first.
            prop_assert!(before >= LET_BY.min(lane.len()) && found >= back.standing.place);
            let twins = lane.iter().filter(|one| Some(one.standing.place) == lane.get(1).map(|two| two.standing.place)).count();
            prop_assert!(before <= anyway.max(LET_BY + twins));
        }
    }

    fn first_of(open: &[Visit], new: &Visit, recent: &[Lane], stations: &Stations) -> Option<i64> {
        let rules = QueueRules::default();
        let by = Order { rules: &rules, stations, recent, now: Stamp::from_seconds(100) };
        passed_over(open, new, by, StationNo::FIRST).map(|id| id.0)
    }

    #[test]
    fn whoever_would_be_called_first_is_passed_over() {
        let stations = Stations::default();
        let new = waiting(9, 100);
        assert_eq!(first_of(&[], &new, &[], &stations), None);
        assert_eq!(first_of(&[waiting(1, 10), waiting(2, 20)], &new, &[], &stations), Some(1));
        // Its time has not come: it is called only when nobody else waits.
        assert_eq!(first_of(&[booked(1, 10, 900)], &new, &[], &stations), None);
        // The priority lane has the turn, or has had it.
        assert_eq!(first_of(&[waiting(1, 10)], &first(9, 100), &[], &stations), None);
        assert_eq!(first_of(&[waiting(1, 10)], &first(9, 100), &[Lane::Priority], &stations), Some(1));
        assert_eq!(first_of(&[waiting(1, 10), first(2, 20)], &new, &[], &stations), Some(2));
    }

    #[test]
    fn who_waits_for_another_station_is_not_passed_over_unless_for_the_same() {
        let stations = Stations::new(vec![for_b(StationNo::FIRST)], []);
        let of = |letter: char, visit: Visit| Visit {
            standing: Standing { series: Series::new(letter), ..visit.standing },
            ..visit
        };
        let sent = |visit: Visit| Visit {
            standing: Standing { station: StationNo::new(2), ..visit.standing },
            ..visit
        };
        let open = [waiting(1, 10), of('B', waiting(2, 20)), sent(of('C', waiting(3, 5)))];
        assert_eq!(first_of(&open, &of('B', waiting(9, 100)), &[], &stations), Some(2));
        assert_eq!(first_of(&open[..1], &of('B', waiting(9, 100)), &[], &stations), None);
        // A series that this station does not call, but for which somebody waits.
        assert_eq!(first_of(&open[..1], &waiting(9, 100), &[], &stations), Some(1));
        assert_eq!(first_of(&open[2..], &of('C', waiting(9, 100)), &[], &stations), None);
    }
}
