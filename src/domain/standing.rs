//! What decides where a waiting visit stands, besides its lane; and where it is sent.

use serde::{Deserialize, Serialize};

use super::ids::StationNo;
use super::ticket::Series;
use super::time::Stamp;

/// A place in the order, in milliseconds of the desk's clock: the smaller one goes first.
///
/// A number that is given later has a later place, also when the clock was set back in between, so that nobody is
/// overtaken by it. Finer than a second, so that numbers given within one keep their order and a party that returns fits
/// between two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position(pub i64);

impl Position {
    /// The place of somebody who comes at that moment.
    pub const fn at(moment: Stamp) -> Self {
        Self(moment.seconds().saturating_mul(1_000))
    }

    /// The next place after this one.
    #[must_use]
    pub const fn after(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The place of a number that is given at `moment`, when `last` is the latest place that was given by arrival among
    /// the visits that have not ended.
    #[must_use]
    pub fn of_arrival(moment: Stamp, last: Option<Self>) -> Self {
        last.map_or(Self::at(moment), |last| Self::at(moment).max(last.after()))
    }
}

/// Where a visit stands in the queue. Nothing of it is needed for a tally, whose visits have an empty one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Standing {
    /// Its place in its lane. That of a booked visit is the booked time, or its arrival when it came late.
    pub place: Position,
    /// The time of day that was agreed with the party (giờ hẹn).
    pub booked: Option<Stamp>,
    /// The series it is to be served under after a transfer; its number stays what it was.
    pub series: Option<Series>,
    /// The station it was transferred to: only that one is offered it.
    pub station: Option<StationNo>,
    /// When it was last called.
    pub called: Option<Stamp>,
    /// When it last returned after it had ended.
    pub returned: Option<Stamp>,
}

impl Standing {
    /// Called at that moment, the first time or again.
    #[must_use]
    pub(in super::super) const fn called_at(self, at: Stamp) -> Self {
        Self { called: Some(at), ..self }
    }

    /// Sent to another series or station. The place stays.
    #[must_use]
    pub(in super::super) const fn sent(self, to: Destination) -> Self {
        match to {
            Destination::Series(series) => Self { series: Some(series), station: None, ..self },
            Destination::Station(station) => Self { station: Some(station), ..self },
            Destination::Anywhere => Self { series: None, station: None, ..self },
        }
    }
}

/// Where a visit is transferred to. Its number and its place stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// To another field, by the letter of its series.
    Series(Series),
    /// To one station: no other is offered it.
    Station(StationNo),
    /// To whichever station serves its own series.
    Anywhere,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_number_has_a_later_place_whatever_the_clock_says() {
        let mut last = None;
        for second in [100, 100, 100, 40, 101, 5_000, 4_999] {
            let place = Position::of_arrival(Stamp::from_seconds(second), last);
            assert!(last.is_none_or(|last| last < place), "{second}");
            last = Some(place);
        }
        assert_eq!(Position::of_arrival(Stamp::from_seconds(7), Some(Position(3))), Position(7_000));
    }
}
