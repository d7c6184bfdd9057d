//! How long a party waited: the one function that rows, warnings, «lâu nhất», «Vì sao» and papers ask (docs/figures.md,
//! "Waiting and serving").

use std::collections::HashMap;

use super::ids::VisitId;
use super::shift::Shift;
use super::stretches::{Stretch, Stretches};
use super::time::Stamp;
use super::visit::Visit;

/// When the desk was open, by the openings and closings of its shifts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The stretches in their order, apart from one another, each with the open seconds before it.
    stretches: Vec<(Stamp, Stamp, i64)>,
}

impl Opening {
    /// What some shifts make together as of a moment. One that runs today has no end yet.
    pub fn of<'a>(shifts: impl IntoIterator<Item = &'a Shift>, now: Stamp) -> Self {
        let open = Stretches::of(shifts.into_iter().map(|shift| (shift.opened, shift.open_until(now))));
        let with_before = |before: &mut i64, (from, until): Stretch| {
            let so_far = *before;
            *before += until.seconds_since(from);
            Some((from, until, so_far))
        };
        Self { stretches: open.iter().scan(0, with_before).collect() }
    }

    /// The open seconds up to a moment.
    pub fn until(&self, at: Stamp) -> i64 {
        let begun = self.stretches.partition_point(|(from, ..)| *from <= at);
        let last = begun.checked_sub(1).and_then(|last| self.stretches.get(last));
        last.map_or(0, |(from, until, before)| before + at.min(*until).seconds_since(*from))
    }
}

/// What the waits of some visits are told by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    opening: Opening,
    /// When a party was away: from the moment it was noted as absent or gone until it came back.
    away: HashMap<VisitId, Vec<(Stamp, Stamp)>>,
}

impl Waits {
    pub fn new(opening: Opening, away: impl IntoIterator<Item = (VisitId, Stamp, Stamp)>) -> Self {
        let mut all: HashMap<VisitId, Vec<(Stamp, Stamp)>> = HashMap::new();
        for (visit, from, until) in away {
            all.entry(visit).or_default().push((from, until));
        }
        Self { opening, away: all }
    }

    /// The seconds that a party had waited at a moment: open time from its arrival, or from the booked time when that is
    /// later, without the time that it was away. Before the booked time nobody waits.
    pub fn waited(&self, visit: &Visit, at: Stamp) -> i64 {
        self.since(self.mark(visit, at), at)
    }

    /// What [`Self::since`] tells a wait by, for one that goes on: of two who wait the smaller mark has waited longer.
    pub fn mark(&self, visit: &Visit, at: Stamp) -> i64 {
        let from = visit.waits_from();
        let away = self.away.get(&visit.id).into_iter().flatten();
        let away = away.map(|(gone, back)| (*gone.max(&from), *back.min(&at)));
        let open =
            |(gone, back): (Stamp, Stamp)| (self.opening.until(back) - self.opening.until(gone)).max(0);
        self.opening.until(from) + away.map(open).sum::<i64>()
    }

    /// The seconds of a wait with that mark.
    pub fn since(&self, mark: i64, at: Stamp) -> i64 {
        (self.opening.until(at) - mark).max(0)
    }

    /// The same, of visits that now have other identities.
    pub fn renamed(&mut self, names: &HashMap<VisitId, VisitId>) {
        let away = std::mem::take(&mut self.away);
        self.away = away.into_iter().filter_map(|(visit, away)| Some((*names.get(&visit)?, away))).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::queue::Standing;
    use crate::domain::{Day, Series, ShiftId, ShiftPart, Stage, Ticket};

    fn day() -> Day {
        "2026-11-23".parse().unwrap()
    }

    fn shift(day: Day, opened: (u32, u32), closed: Option<(u32, u32)>, part: ShiftPart) -> Shift {
        Shift {
            id: ShiftId(1),
            day,
            part,
            opened: day.at(opened.0, opened.1),
            closed: closed.map(|(hour, minute)| day.at(hour, minute)),
            estimated: false,
            stopped: None,
            duty: Vec::new(),
        }
    }

    /// Two shifts with noon between them, and the morning of the next day.
    fn opening() -> Opening {
        let next = day().plus_days(1);
        let shifts = [
            shift(day(), (7, 30), Some((11, 30)), ShiftPart::Morning),
            shift(day(), (13, 30), Some((17, 0)), ShiftPart::Afternoon),
            shift(next, (7, 30), None, ShiftPart::Morning),
        ];
        Opening::of(&shifts, next.at(9, 0))
    }

    fn visit(arrived: Stamp, booked: Option<Stamp>) -> Visit {
        Visit {
            id: VisitId(1),
            day: arrived.day(),
            ticket: Ticket { series: Series::new('A').unwrap(), number: 1 },
            persons: 1,
            priority: None,
            arrived,
            stage: Stage::Waiting { since: arrived },
            returns_of: None,
            standing: Standing { booked, ..Standing::default() },
        }
    }

    #[test]
    fn a_wait_is_open_time_while_the_party_was_there() {
        let (day, next) = (day(), day().plus_days(1));
        let minutes = |waits: &Waits, visit: &Visit, at: Stamp| waits.waited(visit, at) / 60;
        let plain = Waits::new(opening(), []);
        for (arrived, booked, at, expected) in [
            (day.at(8, 0), None, day.at(8, 20), 20),
            // Noon is not waited.
            (day.at(11, 20), None, day.at(13, 40), 20),
            (day.at(11, 20), None, day.at(12, 0), 10),
            // Nor is the night.
            (day.at(16, 50), None, next.at(7, 40), 20),
            // From the booked time on; one that came after it waits from its arrival.
            (day.at(8, 40), Some(day.at(9, 30)), day.at(9, 45), 15),
            (day.at(9, 40), Some(day.at(9, 30)), day.at(9, 45), 5),
            // Called before the booked time.
            (day.at(8, 40), Some(day.at(9, 30)), day.at(9, 0), 0),
            (day.at(16, 0), Some(day.at(18, 0)), day.at(17, 0), 0),
            // A clock that was set back.
            (day.at(9, 0), None, day.at(8, 0), 0),
        ] {
            assert_eq!(
                minutes(&plain, &visit(arrived, booked), at),
                expected,
                "{arrived:?} {booked:?} {at:?}"
            );
        }
        // Noted as absent at 8:10, back at 8:40: those thirty minutes were not waited, and later ones have not been yet.
        let away = [(VisitId(1), day.at(8, 10), day.at(8, 40)), (VisitId(1), day.at(9, 0), day.at(9, 30))];
        let waits = Waits::new(opening(), away);
        let party = visit(day.at(8, 0), None);
        for (at, expected) in
            [(day.at(8, 5), 5), (day.at(8, 20), 10), (day.at(8, 50), 20), (day.at(9, 40), 40)]
        {
            assert_eq!(minutes(&waits, &party, at), expected, "{at:?}");
        }
    }

    #[test]
    fn a_shift_that_nobody_closed_ends_when_shifts_do() {
        let next = day().plus_days(1);
        let forgotten = [shift(day(), (13, 30), None, ShiftPart::Afternoon)];
        let opening = Opening::of(&forgotten, next.at(8, 0));
        assert_eq!(opening.until(next.at(8, 0)), 210 * 60);
        // While its day lasts it goes on.
        let opening = Opening::of(&forgotten, day().at(19, 0));
        assert_eq!(opening.until(day().at(19, 0)), 330 * 60);
    }
}
