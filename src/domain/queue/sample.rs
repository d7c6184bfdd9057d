//! Visits for the tests of the queue.

use super::{Place, Standing};
use crate::domain::{Priority, Series, Stage, Stamp, Ticket, Visit, VisitId};

/// A waiting visit without priority, whose number is its identity.
pub(crate) fn waiting(id: i64, arrived: i64) -> Visit {
    let at = Stamp::from_seconds(arrived);
    let ticket = Ticket { series: Series::FIRST, number: u16::try_from(id).unwrap() };
    Visit {
        returns_of: None,
        id: VisitId(id),
        day: at.day(),
        ticket,
        persons: 1,
        priority: None,
        arrived: at,
        stage: Stage::Waiting { since: at },
        standing: Standing { place: Place::at(at), ..Standing::default() },
    }
}

/// A waiting visit of the priority lane.
pub(crate) fn first(id: i64, arrived: i64) -> Visit {
    Visit { priority: Some(Priority::Elderly), ..waiting(id, arrived) }
}

/// A visit that is booked for a time.
pub(crate) fn booked(id: i64, arrived: i64, time: i64) -> Visit {
    let (time, visit) = (Stamp::from_seconds(time), waiting(id, arrived));
    let place = visit.standing.place.max(Place::at(time));
    Visit { standing: Standing { place, booked: Some(time), ..visit.standing }, ..visit }
}
