//! Why a waiting visit stands where it does.

use super::super::{Stamp, Visit, VisitId};
use super::order::key;
use super::{Calls, Lane};

/// Why one waiting visit goes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// They are in the same lane, and it has the earlier place.
    EarlierPlace,
    /// They are in different lanes, and it is the turn of its own.
    LaneTurn(Lane),
    /// The other one is booked for later.
    OtherBooked,
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
            .take(TOLD)
            .map(|other| (other.id, why(this, other, now)))
            .collect();
        Some(Explanation { ahead, before, after })
    }
}

/// Why `first` goes before `second` at that moment.
fn why(first: &Visit, second: &Visit, now: Stamp) -> Before {
    if first.is_due(now) && !second.is_due(now) {
        Before::OtherBooked
    } else if Lane::of(first) == Lane::of(second) || !first.is_due(now) {
        debug_assert!(key(first) <= key(second), "{first:?} {second:?}");
        Before::EarlierPlace
    } else {
        Before::LaneTurn(Lane::of(first))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{booked, first, waiting};
    use super::super::{Order, QueueRules};
    use super::*;

    #[test]
    fn each_neighbour_is_explained() {
        let visits = [waiting(1, 10), waiting(2, 20), first(3, 30), booked(4, 5, 900), first(5, 40)];
        let rules = QueueRules::default();
        let by = Order { rules: &rules, recent: &[], now: Stamp::from_seconds(100) };
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
