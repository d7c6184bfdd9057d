//! Made-up days that look lived in, for trying the program and for measuring it.
//!
//! A day is lived minute by minute, and everything in it is done by the desk's own commands: people arrive, wait, are
//! called, helped, put aside, leave; somebody errs and undoes it. So the file is one that a desk could have made. Nobody
//! has a name but the made-up volunteers. The same seed, plan, catalogue and moment give the same days.

mod calendar;
mod crowd;
mod dice;
mod floor;
mod folk;
mod help;
pub mod made_up;

use std::cell::Cell;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use self::made_up::{COMMUNE, HAMLETS, OFFICE, REASONS, TEAM, VOLUNTEERS};
use crate::clock::Clock;
use crate::desk::{Command, Desk, DeskError};
use crate::domain::{Catalogue, Day, Office, Refusal, Stamp, StationNo};
use crate::store::{Access, OpenError, Store, StoreError};
use floor::Floor;

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

/// Makes the file at `path` and fills it.
///
/// The days are made in a file beside it with the extension `partial`, which takes the place of `path` at the end. A
/// demo that was killed leaves only that partial file; the next one starts it anew.
///
/// # Errors
/// The file was used before, is open elsewhere or cannot be written: it stays as it was.
pub fn create(
    path: &Path,
    catalogue: &Catalogue,
    plan: DemoPlan,
    now: Stamp,
    progress: &mut dyn FnMut(u32),
) -> Result<DemoReport, DemoError> {
    if !(1..=MOST_DAYS).contains(&plan.days) || !(1..=MOST_PER_DAY).contains(&plan.per_day) {
        return Err(DemoError::OutOfRange);
    }
    if path.exists() {
        if Store::open(path, Access::Full)?.is_used()? {
            return Err(DemoError::AlreadyUsed);
        }
        // The last one to close a file removes its log; a log that stays is somebody else's, and would be read into
        // the new file.
        if beside(path, "-wal").exists() {
            return Err(DemoError::InHand);
        }
    }
    let partial = path.with_extension("partial");
    for old in [partial.clone(), beside(&partial, "-wal"), beside(&partial, "-shm")] {
        match std::fs::remove_file(&old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(DemoError::File(old, error)),
            _ => {}
        }
    }
    let store = Store::open_in_a_hurry(&partial)?;
    let report = fill(store, catalogue, plan, now, progress)?;
    // Once more as a desk opens it: everything is on the disk before the file has its name.
    drop(Store::open(&partial, Access::Full)?);
    std::fs::rename(&partial, path).map_err(|error| DemoError::File(path.to_owned(), error))?;
    Ok(report)
}

/// `motcua.db-wal` of `motcua.db`: the engine appends to the whole name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The time of the made-up days, turned by the room.
#[derive(Debug)]
struct MadeUpClock(Cell<Stamp>);

impl Clock for MadeUpClock {
    fn now(&self) -> Stamp {
        self.0.get()
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// Fills an unused file with made-up days. The last one is the day of `now`, up to `now`; when the desk has not opened
/// yet at that hour, the working day before. `progress` hears how many days are done.
fn fill(
    store: Store,
    catalogue: &Catalogue,
    plan: DemoPlan,
    now: Stamp,
    progress: &mut dyn FnMut(u32),
) -> Result<DemoReport, DemoError> {
    let days = calendar::worked_days(plan, now);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Err(DemoError::OutOfRange) };
    let (first, last) = (first.day, last.day);
    let clock = Rc::new(MadeUpClock(Cell::new(first.at(7, 0))));
    let mut desk = Desk::new(store, Rc::clone(&clock) as _, Rc::new(catalogue.clone()), StationNo::FIRST);
    let office = Office { name: OFFICE.to_owned(), commune: COMMUNE.to_owned(), team: TEAM.to_owned() };
    let words = |of: &[&str]| of.iter().map(ToString::to_string).collect();
    desk.execute(Command::SetUp { office, volunteers: words(&VOLUNTEERS) })?;
    desk.execute(Command::SetHamlets(words(&HAMLETS)))?;
    desk.execute(Command::SetReasons(words(&REASONS)))?;
    let mut floor = Floor::new(desk, clock, catalogue, plan.seed, VOLUNTEERS.len());
    for (done, day) in (1..).zip(days.iter().copied()) {
        floor.day(day, now)?;
        progress(done);
    }
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
    Ok(DemoReport { first, last, days: count, visits: floor.visits_given() })
}
