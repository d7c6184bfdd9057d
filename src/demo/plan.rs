//! What is to be made up, what came of it, and the clock of those days.

use std::cell::Cell;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::clock::Clock;
use crate::desk::DeskError;
use crate::domain::{Day, Refusal, Stamp};
use crate::store::{OpenError, StoreError};

/// The most days a plan may have: about 36 years of them.
pub const MOST_DAYS: u32 = 10_000;
/// The most visits a day a plan may have; a commune sees 50 to 300 (docs/domain.md, "Queue and priority").
pub const MOST_PER_DAY: u32 = 2_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoPlan {
    /// How many days on which the desk was open.
    pub days: u32,
    /// Visits on the average of those days.
    pub per_day: u32,
    /// The same seed gives the same days.
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoReport {
    pub first: Day,
    pub last: Day,
    pub days: u32,
    /// How many visits. On a last day that still runs, those who have come by now.
    pub visits: u32,
}

/// Why nothing, or not all, was made up.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The file was used before: made-up days never mix with real ones.
    #[error("the file was used before")]
    AlreadyUsed,
    /// Another console has the file open.
    #[error("another console has the file open")]
    InHand,
    /// The plan asks for nothing or for more than [`MOST_DAYS`] or [`MOST_PER_DAY`].
    #[error("the plan is out of range")]
    OutOfRange,
    /// The catalogue has nothing that people could come for.
    #[error("the catalogue offers nothing")]
    NothingOffered,
    /// The file cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the folder cannot be renamed or removed.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// The made-up people tried what the rules forbid: a fault of this program.
    #[error("refused: {0:?}")]
    Impossible(Refusal),
}

impl From<DeskError> for DemoError {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Refused(refusal) => Self::Impossible(refusal),
            DeskError::Store(error) => Self::Store(error),
        }
    }
}

/// The time of the made-up days, turned by the room.
#[derive(Debug)]
pub(super) struct MadeUpClock(pub(super) Cell<Stamp>);

impl Clock for MadeUpClock {
    fn now(&self) -> Stamp {
        self.0.get()
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}
