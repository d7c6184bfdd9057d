//! The order of all who wait, worked out once and asked often.
//!
//! A drawn frame asks where somebody stands, and where somebody would who came now. With some thousand in the room the
//! order must not be worked out anew for each of these questions: it changes only with what is written and when a
//! booked time comes, and it says itself until when it [holds](Calls::holds_at).

use std::collections::HashMap;

use super::super::ids::VisitId;
use super::super::time::Stamp;
use super::super::visit::Visit;
use super::lane::calls_before;
use super::order::{Lists, key};
use super::{Lane, Order, Position, Ratio};

/// The calls to come at the desk as a whole, as of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calls {
    row: Vec<VisitId>,
    at: HashMap<VisitId, usize>,
    /// The places of those of each lane whose turn may come, ascending.
    priority: Vec<Position>,
    ordinary: Vec<Position>,
    /// The latest place that was given by arrival.
    last: Option<Position>,
    ratio: Ratio,
    recent: Vec<Lane>,
    as_of: Stamp,
    /// The latest booked time that has come: a clock that is set back before it makes another order.
    since: Option<Stamp>,
    /// The next booked time.
    until: Option<Stamp>,
}

impl Calls {
    /// The calls to come, out of all visits at the desk: those that do not wait say what place was given last. Who waits for
    /// a station where nobody sits is not called, and stands before nobody.
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>, by: Order<'_>) -> Self {
        let open: Vec<&Visit> = visits.into_iter().filter(|visit| visit.stage.kind().is_open()).collect();
        let lists = Lists::of(open.iter().copied().filter(|visit| by.stations.attend(visit)), by.now);
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

    /// All who will be called, in that order.
    pub fn row(&self) -> &[VisitId] {
        &self.row
    }

    /// The moment it was worked out for.
    pub const fn as_of(&self) -> Stamp {
        self.as_of
    }

    /// How many are called before a visit; `None` of one that does not wait, or for which nobody is there.
    pub fn ahead(&self, visit: VisitId) -> Option<usize> {
        self.at.get(&visit).copied()
    }

    /// How many would be called before somebody of a lane who comes at that moment.
    pub fn ahead_of_new(&self, lane: Lane, now: Stamp) -> usize {
        let place = Position::of_arrival(now, self.last);
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

/// Why one waiting visit goes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// They are in the same lane, and it has the earlier place.
    EarlierPlace,
    /// They are in different lanes, and it is the turn of its own.
    LaneTurn(Lane),
    /// The other one is booked for later.
    OtherBooked,
    /// The other one came back after it was gone.
    OtherReturned,
}

/// What there is to say about the place of one waiting visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How many are called before it.
    pub ahead: usize,
    /// Those right before it, the nearest last, and why each goes first.
    pub before: Vec<(VisitId, Before)>,
    /// Those who came earlier and still go after it, and why.
    pub after: Vec<(VisitId, Before)>,
}

/// At most so many of each are told: a popup has to be read in a moment.
pub const TOLD: usize = 4;

impl Calls {
    /// Why a visit stands where it does among all that wait at the desk; `None` when it does not wait. `find` has the
    /// visits that the order was worked out of.
    pub fn explain<'a>(
        &self,
        id: VisitId,
        find: impl Fn(VisitId) -> Option<&'a Visit>,
    ) -> Option<Explanation> {
        let (ahead, row, now) = (self.ahead(id)?, self.row(), self.as_of());
        let this = find(id)?;
        let before = row[ahead.saturating_sub(TOLD)..ahead]
            .iter()
            .filter_map(|other| Some((*other, why(find(*other)?, this, now))))
            .collect();
        let after = row[ahead + 1..]
            .iter()
            .filter_map(|other| find(*other))
            .filter(|other| other.arrived < this.arrived || (other.arrived == this.arrived && other.id < id))
            .map(|other| (other.id, why(this, other, now)))
            // A clock that was set back makes nobody come earlier.
            .filter(|(_, why)| *why != Before::EarlierPlace)
            .take(TOLD)
            .collect();
        Some(Explanation { ahead, before, after })
    }
}

/// Why `first` goes before `second` at that moment.
fn why(first: &Visit, second: &Visit, now: Stamp) -> Before {
    // Of two in one lane the later one goes first only for what became of the other.
    let is_overtaken = second.arrived < first.arrived && Lane::of(first) == Lane::of(second);
    if first.is_due(now) && !second.is_due(now) || (is_overtaken && time(second).is_some()) {
        Before::OtherBooked
    } else if is_overtaken && second.standing.returned.is_some() {
        Before::OtherReturned
    } else if Lane::of(first) == Lane::of(second) || !first.is_due(now) {
        debug_assert!(key(first) <= key(second), "{first:?} {second:?}");
        Before::EarlierPlace
    } else {
        Before::LaneTurn(Lane::of(first))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{booked, first, waiting};
    use super::super::{Order, QueueRules, Standing, order};
    use super::*;
    use crate::domain::Stations;

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
                    let place = Position::of_arrival(visit.arrived, last);
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
        let calls = |now| {
            Calls::of(
                &visits,
                Order {
                    rules: &rules,
                    stations: &Stations::default(),
                    recent: &[],
                    now: Stamp::from_seconds(now),
                },
            )
        };
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
            let (rules, stations) = (QueueRules::default(), Stations::default());
            let at = |second| Order { rules: &rules, stations: &stations, recent: &recent, now: Stamp::from_seconds(second) };
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
            let calls = Calls::of(&room, Order { rules: &rules, stations: &Stations::default(), recent: &recent, now: Stamp::from_seconds(then) });
            prop_assume!(calls.holds_at(now));
            for lane in Lane::ALL.iter().copied() {
                let id = i64::try_from(room.len()).unwrap() + 1;
                let mut new = if lane == Lane::Priority { first(id, then + later) } else { waiting(id, then + later) };
                let arrived = room.iter().filter(|visit| time(visit).is_none()).map(|visit| visit.standing.place);
                new.standing.place = Position::of_arrival(now, arrived.max());
                let with_new = order(room.iter().chain([&new]), Order { rules: &rules, stations: &Stations::default(), recent: &recent, now }, None);
                let stands = with_new.iter().position(|visit| visit.0 == id).unwrap();
                prop_assert_eq!(calls.ahead_of_new(lane, now), stands);
            }
        }
    }

    #[test]
    fn who_came_earlier_goes_later_only_for_what_became_of_it() {
        let mut back = waiting(1, 10);
        back.standing.returned = Some(Stamp::from_seconds(60));
        back.standing.place = Position::at(Stamp::from_seconds(60));
        let visits = [back, waiting(2, 50), booked(3, 20, 55)];
        let rules = QueueRules::default();
        let calls = Calls::of(
            &visits,
            Order {
                rules: &rules,
                stations: &Stations::default(),
                recent: &[],
                now: Stamp::from_seconds(100),
            },
        );
        let find = |id| visits.iter().find(|visit| visit.id == id);
        let of = |id| calls.explain(VisitId(id), find).unwrap();
        let booked = (VisitId(3), Before::OtherBooked);
        assert_eq!(of(2).after, [booked, (VisitId(1), Before::OtherReturned)]);
        assert_eq!(of(1).before.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Before::OtherReturned; 2]);
    }

    #[test]
    fn each_neighbour_is_explained() {
        let visits = [waiting(1, 10), waiting(2, 20), first(3, 30), booked(4, 5, 900), first(5, 40)];
        let rules = QueueRules::default();
        let by = Order {
            rules: &rules,
            stations: &Stations::default(),
            recent: &[],
            now: Stamp::from_seconds(100),
        };
        let calls = Calls::of(&visits, by);
        let find = |id| visits.iter().find(|visit| visit.id == id);
        let of = |id| calls.explain(VisitId(id), find).unwrap();
        // The order is 3, 1, 2, 5, 4.
        let three = of(3);
        assert_eq!((three.ahead, three.before.len()), (0, 0));
        let turn = Before::LaneTurn(Lane::Priority);
        assert_eq!(three.after, [(VisitId(1), turn), (VisitId(2), turn), (VisitId(4), Before::OtherBooked)]);
        let two = of(2);
        assert_eq!(two.ahead, 2);
        assert_eq!(two.before, [(VisitId(3), turn), (VisitId(1), Before::EarlierPlace)]);
        assert_eq!(of(5).before[2], (VisitId(2), Before::LaneTurn(Lane::Ordinary)));
        assert_eq!(calls.explain(VisitId(9), find), None);
    }
}
