//! What a list of entries says about each: whether it is offered, and whether it is the desk's own.

use super::{Catalogue, Origin};
use crate::domain::{Code, Day};

/// How an entry stands on a day, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No longer offered; its last day was that one.
    Ended(Day),
    /// Not offered yet; its first day will be that one.
    Begins(Day),
    /// A local service that the commune has not turned on.
    Off,
    /// Offered, and that day is its last.
    Ends(Day),
    /// Offered; the desk has added it.
    Added,
    /// Offered; the desk has its own version of it.
    Changed,
    /// Offered as it came with the program.
    BuiltIn,
}

impl State {
    /// Whether the entry is offered.
    pub const fn is_offered(self) -> bool {
        matches!(self, Self::Ends(_) | Self::Added | Self::Changed | Self::BuiltIn)
    }
}

impl Catalogue {
    /// How the entry of a code stands on a day; `None` for a code that is not known.
    pub fn state_on(&self, code: &Code, day: Day) -> Option<State> {
        let entry = self.get(code)?;
        let last = self.last_day(code);
        Some(match last {
            Some(last) if last < day => State::Ended(last),
            _ if entry.local && !self.turned_on().contains(code) => State::Off,
            _ if day < entry.valid_from => State::Begins(entry.valid_from),
            Some(last) => State::Ends(last),
            None => match self.origin(code) {
                Origin::Added => State::Added,
                Origin::Changed => State::Changed,
                Origin::BuiltIn => State::BuiltIn,
            },
        })
    }
}
