//! Faults of the disk while somebody works: a read, a write or a flush fails or stops half way, once or for a while.

use std::fs;
use std::path::Path;

use motcua::desk::DeskError;
use motcua::domain::ShiftPart;
use motcua::store::StoreError;
use tempfile::TempDir;

use crate::disk::{self, Deed, Failing, Fault};
use crate::seen::{self, Journal, Loss, Losses};
use crate::worker::Worker;
use crate::world::{FILE, HandClock, Says as _, VOLUNTEERS, desk_at, open_shift, set_up};

/// Deeds before the fault, at the most.
const BEFORE: u32 = 12;

/// Deeds that are tried while the disk fails, at the most.
const MEANWHILE: u32 = 40;

/// Deeds after it.
const AFTER: u32 = 5;

/// What was shown.
struct Seen {
    done: Journal,
    /// How often it was said that nobody knows yet whether it was done.
    unsure: u32,
    failed: u32,
}

struct Work {
    worker: Worker,
    seen: Seen,
}

impl Work {
    /// One thing that somebody wants. Says whether the disk failed.
    fn deed(&mut self) -> bool {
        self.worker.clock.pass(std::time::Duration::from_secs(1));
        let command = self.worker.wish();
        match self.worker.desk.execute(command.clone()) {
            Ok(receipt) => {
                self.seen
                    .done
                    .insert(receipt.entry.0, format!("{} {:?}", self.worker.desk.station(), receipt.op));
                self.worker.follow(&command, &receipt);
                false
            }
            Err(DeskError::Refused(_)) => false,
            Err(error) => {
                self.seen.failed += 1;
                self.seen.unsure += u32::from(is_unsure(&error));
                true
            }
        }
    }
}

/// Whether nobody can know yet what became of a deed.
fn is_unsure(error: &DeskError) -> bool {
    matches!(error, DeskError::Store(StoreError::Unsure(_)))
}

/// What happened in all tries.
#[derive(Default)]
pub struct Faults {
    /// Tries in which the fault met a deed.
    pub met: u32,
    pub losses: Losses,
}

/// Tries so many faults.
pub fn run(tries: u32, seed: u64) -> Faults {
    let mut faults = Faults::default();
    let mut dice = fastrand::Rng::with_seed(seed);
    for number in 0..tries {
        one(number, &mut dice, &mut faults);
    }
    faults
}

fn one(number: u32, dice: &mut fastrand::Rng, faults: &mut Faults) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(FILE);
    let mut first = desk_at(&file, HandClock::at("2026-11-21 07:30"), 1);
    first.does(set_up(&VOLUNTEERS));
    first.does(open_shift(ShiftPart::Morning));
    let done = seen::journal(&first, 20);
    drop(first);
    disk::watch(folder.path());
    let worker = Worker::new(&file, 1, 1, dice.u64(..));
    let mut work = Work { worker, seen: Seen { done, unsure: 0, failed: 0 } };
    for _ in 0..dice.u32(1..=BEFORE) {
        work.deed();
    }
    let fault = Fault {
        deed: [Deed::Read, Deed::Write, Deed::Flush][dice.usize(0..3)],
        how: [Failing::Broken, Failing::NoSpace, Failing::OverQuota, Failing::Short][dice.usize(0..4)],
        after: dice.u32(0..12),
        times: if dice.bool() { 1 } else { dice.u32(2..30) },
    };
    disk::fail(Some(fault));
    let place = format!("fault {number}, {fault:?}");
    for _ in 0..MEANWHILE {
        if work.deed() && dice.bool() {
            break;
        }
    }
    faults.met += u32::from(disk::failed() > 0);
    disk::fail(None);
    // The computer is killed here …
    let copy = TempDir::new().unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    compare(copy.path(), &work.seen, &place, &mut faults.losses);
    // … or goes on.
    for _ in 0..AFTER {
        work.deed();
    }
    let Work { worker, seen } = work;
    drop(worker);
    compare(folder.path(), &seen, &format!("{place}, later"), &mut faults.losses);
    disk::stop();
}

fn compare(folder: &Path, seen: &Seen, place: &str, losses: &mut Losses) {
    let found = match crate::seen::open(folder) {
        Ok(found) => found,
        Err(words) => return losses.add(Loss::Damaged, format!("{place}: {words}")),
    };
    for (entry, words) in &seen.done {
        match found.journal.get(entry) {
            None => losses.add(Loss::Lost, format!("{place}: entry {entry}, {words}")),
            Some(other) if other != words => {
                losses.add(Loss::Damaged, format!("{place}: {other} for {words}"));
            }
            Some(_) => {}
        }
    }
    let more = found.journal.keys().filter(|entry| !seen.done.contains_key(entry)).count();
    if more > seen.unsure as usize {
        losses.add(Loss::RefusedButThere, format!("{place}: {more} of {} that failed", seen.failed));
    }
}
