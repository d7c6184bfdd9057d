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
mod plan;

use std::cell::Cell;
use std::io;
use std::path::Path;
use std::rc::Rc;

use self::made_up::{COMMUNE, HAMLETS, OFFICE, REASONS, TEAM, VOLUNTEERS};
use crate::desk::{Command, Desk};
use crate::domain::{Catalogue, Office, Stamp, StationNo};
use crate::store::{Access, Store};
use crate::whole_file::beside;
use floor::Floor;
use plan::MadeUpClock;

pub use plan::{DemoError, DemoPlan, DemoReport, MOST_DAYS, MOST_PER_DAY};

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
