//! The order of all who wait, worked out once and asked often.
//!
//! A drawn frame asks where somebody stands, and where somebody would who came now. With some thousand in the room the
//! order must not be worked out anew for each of these questions: it changes only with what is written and when a
//! booked time comes, and it says itself until when it [holds](Calls::holds_at).

use std::collections::HashMap;

use super::super::{Stamp, Visit, VisitId};
use super::lane::calls_before;
use super::order::Lists;
use super::{Lane, Order, Place, Ratio};

/// The calls to come at the desk as a whole, as of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calls {
    row: Vec<VisitId>,
    at: HashMap<VisitId, usize>,
    /// The places of those of each lane whose turn may come, ascending.
    priority: Vec<Place>,
    ordinary: Vec<Place>,
    /// The latest place that was given by arrival.
    last: Option<Place>,
    ratio: Ratio,
    recent: Vec<Lane>,
    as_of: Stamp,
    /// The latest booked time that has come: a clock that is set back before it makes another order.
    since: Option<Stamp>,
    /// The next booked time.
    until: Option<Stamp>,
}

impl Calls {
    /// The calls to come, out of all visits at the desk: those that do not wait say what place was given last.
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>, by: Order<'_>) -> Self {
        let open: Vec<&Visit> = visits.into_iter().filter(|visit| visit.stage.kind().is_open()).collect();
        let lists = Lists::of(open.iter().copied(), by.now);
        let places = |list: &[&Visit]| list.iter().map(|visit| visit.standing.place).collect();
        let (priority, ordinary) = (places(&lists.priority), places(&lists.ordinary));
        let booked = |list: &[&Visit]| -> Vec<Stamp> { list.iter().filter_map(|one| time(one)).collect() };
        let since = booked(&lists.priority).into_iter().chain(booked(&lists.ordinary)).max();
        let until = booked(&lists.later).into_iter().min();
        let by_arrival = open.iter().filter(|visit| time(visit).is_none());
        let last = by_arrival.map(|visit| visit.standing.place).max();
        let row = lists.row(by);
        let at = row.iter().enumerate().map(|(at, visit)| (*visit, at)).collect();
        let (ratio, recent, as_of) = (by.rules.ratio, by.recent.to_vec(), by.now);
        Self { row, at, priority, ordinary, last, ratio, recent, as_of, since, until }
    }

    /// All who wait, in the order in which they will be called.
    pub fn row(&self) -> &[VisitId] {
        &self.row
    }

    /// The moment it was worked out for.
    pub const fn as_of(&self) -> Stamp {
        self.as_of
    }

    /// How many are called before a visit; `None` of one that does not wait.
    pub fn ahead(&self, visit: VisitId) -> Option<usize> {
        self.at.get(&visit).copied()
    }

    /// How many would be called before somebody of a lane who comes at that moment.
    pub fn ahead_of_new(&self, lane: Lane, now: Stamp) -> usize {
        let place = Place::of_arrival(now, self.last);
        let (own, other) = match lane {
            Lane::Priority => (&self.priority, &self.ordinary),
            Lane::Ordinary => (&self.ordinary, &self.priority),
        };
        // Of two with the same place the earlier number goes first.
        let before = own.partition_point(|one| *one <= place);
        calls_before(self.ratio, &self.recent, lane, before, other.len())
    }

    /// Whether the order is still the same at that moment, if nothing was written: no booked time has come since, and
    /// the clock was not set back before one that had.
    pub fn holds_at(&self, now: Stamp) -> bool {
        self.since.is_none_or(|since| since <= now) && self.until.is_none_or(|until| now < until)
    }
}

/// The booked time that a visit waits or waited for. One that came after it stands where it came.
fn time(visit: &Visit) -> Option<Stamp> {
    visit.standing.booked.filter(|booked| *booked > visit.arrived)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{booked, first, waiting};
    use super::super::{QueueRules, Standing, order};
    use super::*;
    use proptest::prelude::*;

    /// Who waits: when they came, for what time they are booked, and whether they go first.
    fn room() -> impl Strategy<Value = Vec<Visit>> {
        let party = (0i64..300, prop::option::weighted(0.3, 0i64..300), any::<bool>());
        prop::collection::vec(party, 0..25).prop_map(|parties| {
            let mut last = None;
            let arrive = |((arrived, time, goes_first), id): ((i64, Option<i64>, bool), i64)| {
                let mut visit = match time.filter(|time| *time > arrived) {
                    Some(time) => booked(id, arrived, time),
                    None => waiting(id, arrived),
                };
                if visit.standing.booked.is_none() {
                    let place = Place::of_arrival(visit.arrived, last);
                    last = Some(place);
                    visit.standing =
                        Standing { place, booked: time.map(Stamp::from_seconds), ..visit.standing };
                }
                visit.priority = first(id, arrived).priority.filter(|_| goes_first);
                visit
            };
            parties.into_iter().zip(1..).map(arrive).collect()
        })
    }

    fn lanes() -> impl Strategy<Value = Vec<Lane>> {
        prop::collection::vec(prop::sample::select(Lane::ALL), 0..6)
    }

    #[test]
    fn an_order_holds_from_one_booked_time_to_the_next() {
        let visits = [waiting(1, 10), booked(2, 20, 50), booked(3, 20, 80), booked(4, 20, 15)];
        let rules = QueueRules::default();
        let calls =
            |now| Calls::of(&visits, Order { rules: &rules, recent: &[], now: Stamp::from_seconds(now) });
        let holds = |of: i64, at: i64| calls(of).holds_at(Stamp::from_seconds(at));
        assert!(holds(30, 49) && !holds(30, 50));
        assert!(holds(60, 50) && holds(60, 79) && !holds(60, 80) && !holds(60, 49));
        assert!(holds(99, 9_999));
        assert_eq!(calls(60).ahead(VisitId(2)), Some(2));
        assert_eq!(calls(60).ahead(VisitId(9)), None);
    }

    proptest! {
        /// As long as it holds it is the order that would be worked out then.
        #[test]
        fn what_holds_is_what_would_be_worked_out(room in room(), recent in lanes(), then in 0i64..320, now in 0i64..320) {
            let rules = QueueRules::default();
            let at = |second| Order { rules: &rules, recent: &recent, now: Stamp::from_seconds(second) };
            let calls = Calls::of(&room, at(then));
            let fresh = order(&room, at(now), None);
            prop_assert_eq!(calls.row(), order(&room, at(then), None));
            if calls.holds_at(Stamp::from_seconds(now)) {
                prop_assert_eq!(calls.row(), &fresh);
            }
            for (ahead, visit) in calls.row().iter().enumerate() {
                prop_assert_eq!(calls.ahead(*visit), Some(ahead));
            }
        }

        /// Somebody who comes now stands where the order has them once they wait.
        #[test]
        fn somebody_new_stands_where_the_order_has_them(room in room(), recent in lanes(), then in 0i64..320, later in 0i64..60) {
            let (rules, now) = (QueueRules::default(), Stamp::from_seconds(then + later));
            let calls = Calls::of(&room, Order { rules: &rules, recent: &recent, now: Stamp::from_seconds(then) });
            prop_assume!(calls.holds_at(now));
            for lane in Lane::ALL.iter().copied() {
                let id = i64::try_from(room.len()).unwrap() + 1;
                let mut new = if lane == Lane::Priority { first(id, then + later) } else { waiting(id, then + later) };
                let arrived = room.iter().filter(|visit| time(visit).is_none()).map(|visit| visit.standing.place);
                new.standing.place = Place::of_arrival(now, arrived.max());
                let with_new = order(room.iter().chain([&new]), Order { rules: &rules, recent: &recent, now }, None);
                let stands = with_new.iter().position(|visit| visit.0 == id).unwrap();
                prop_assert_eq!(calls.ahead_of_new(lane, now), stands);
            }
        }
    }
}
