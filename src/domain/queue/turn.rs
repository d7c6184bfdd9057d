//! A turn: a call that was made, in its lane or out of turn.

use serde::{Deserialize, Serialize};

use super::super::coded::coded;
use super::super::{Series, StationNo, Ticket};
use super::Lane;

coded! {
    /// Why somebody was called before the others.
    OutOfTurn {
        /// Yêu cầu của cán bộ.
        Official = "official",
        /// Việc chỉ mất một phút.
        OneMinute = "one-minute",
        /// Sức khỏe, khẩn cấp.
        Health = "health",
        /// Đi cùng người trước.
        Together = "together",
        /// Khác.
        Other = "other",
    }
}

/// A call of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The number that was called.
    pub ticket: Ticket,
    /// Its lane then.
    pub lane: Lane,
    /// Why it was called before the others, if it was. Such a call takes no turn from either lane.
    pub out: Option<OutOfTurn>,
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
