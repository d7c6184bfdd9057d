//! The order of the queue: who is called next, and why.
//!
//! Two lanes, priority and ordinary, take turns by a ratio ([`lane`]). Within a lane the place decides ([`standing`]): it
//! follows from the arrival or the booked time. A party that returns stands near its old place ([`come_back`]). The whole
//! order is worked out at once from the waiting visits and the last calls ([`order()`]), so that what a screen shows is
//! what is called, and every console comes to the same. What a screen asks of it is kept with it ([`Calls`]).

pub mod absence;
pub mod at_once;
pub mod burst;
pub mod calls;
pub mod come_back;
pub mod explain;
pub mod lane;
pub mod order;
pub mod rules;
pub mod standing;
pub mod turn;

pub use at_once::passed_over;
pub use calls::Calls;
pub use explain::{Before, Explanation};
pub use lane::{Lane, Ratio};
pub use order::{Order, order};
pub use rules::QueueRules;
pub use standing::{Place, Standing};
pub use turn::{Destination, OutOfTurn, Turn};

#[cfg(test)]
pub(crate) mod sample;
