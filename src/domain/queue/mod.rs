//! The order of the queue: who is called next, and why.
//!
//! Two lanes, priority and ordinary, take turns by a ratio ([`lane`]). Within a lane the place decides ([`Standing`]): it
//! follows from the arrival or the booked time. A party that returns stands near its old place. The whole
//! order is worked out at once from the waiting visits and the last calls ([`order()`]), so that what a screen shows is
//! what is called, and every console comes to the same. What a screen asks of it is kept with it ([`Calls`]).

pub mod burst;
pub mod calls;
pub mod lane;
pub mod order;
pub mod rules;

pub use super::coded::OutOfTurn;
pub use super::standing::{Destination, Position, Standing};
pub use calls::{Before, Calls, Explanation};
pub use lane::{Lane, Ratio, Turn};
pub use order::{LET_BY, Order, order, passed_over};
pub use rules::QueueRules;

#[cfg(test)]
pub(crate) mod sample {
    //! Visits for the tests of the queue.

    use super::{Position, Standing};
    use crate::domain::coded::Priority;
    use crate::domain::ids::VisitId;
    use crate::domain::ticket::{Series, Ticket};
    use crate::domain::time::Stamp;
    use crate::domain::visit::{Stage, Visit};

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
            standing: Standing { place: Position::at(at), ..Standing::default() },
        }
    }

    /// A waiting visit of the priority lane.
    pub(crate) fn first(id: i64, arrived: i64) -> Visit {
        Visit { priority: Some(Priority::Elderly), ..waiting(id, arrived) }
    }

    pub(crate) fn booked(id: i64, arrived: i64, time: i64) -> Visit {
        let (time, visit) = (Stamp::from_seconds(time), waiting(id, arrived));
        let place = visit.standing.place.max(Position::at(time));
        Visit { standing: Standing { place, booked: Some(time), ..visit.standing }, ..visit }
    }
}
