//! Power cuts: at any step of the disk, whatever was not flushed is lost, torn or there in part.

use std::collections::BTreeMap;
use std::path::Path;

use motcua::desk::{Closing, Command, DeskError};
use motcua::domain::ShiftPart;
use tempfile::TempDir;

use crate::cut::{self, RESTS};
use crate::disk;
use crate::seen::{self, Loss, Losses};
use crate::worker::Worker;
use crate::world::{FILE, HandClock, Says as _, VOLUNTEERS, desk_at, open_shift, set_up};

/// How many deeds a day has.
const DEEDS: u32 = 150;

/// How many cuts are tried with one day.
const CUTS: u32 = 50;

/// A day that was written down.
struct Day {
    steps: Vec<disk::Step>,
    /// How many steps there were when the desk was set up: before that nothing was shown.
    ready: usize,
    /// What each entry says, and after how many steps it was shown.
    shown: BTreeMap<i64, (String, usize)>,
    /// The visits after an entry, where it was the last one.
    visits: BTreeMap<i64, String>,
}

impl Day {
    fn of(seed: u64) -> Self {
        let folder = TempDir::new().unwrap();
        disk::watch(folder.path());
        let file = folder.path().join(FILE);
        let mut first = desk_at(&file, HandClock::at("2026-11-21 07:30"), 1);
        first.does(set_up(&VOLUNTEERS));
        let mut day = Self {
            steps: Vec::new(),
            ready: disk::steps_so_far(),
            shown: BTreeMap::new(),
            visits: BTreeMap::new(),
        };
        first.does(open_shift(ShiftPart::Morning));
        drop(first);
        let mut worker = Worker::new(&file, 1, 1, seed);
        day.see(&mut worker);
        for _ in 0..DEEDS {
            worker = day.deed(worker, &file);
        }
        drop(worker);
        day.steps = disk::stop();
        day
    }

    fn deed(&mut self, mut worker: Worker, file: &Path) -> Worker {
        worker.clock.pass(std::time::Duration::from_secs(1));
        match worker.dice.u8(0..100) {
            0..=7 => drop(worker.desk.undo()),
            8..=11 => drop(worker.desk.redo()),
            // A station that is busy does not close, and goes on.
            12 => {
                if worker.desk.execute(Command::CloseShift(Closing::default())).is_ok() {
                    worker.desk.does(open_shift(ShiftPart::Afternoon));
                    worker.forget();
                }
            }
            // The window is closed and opened again: the log goes into the file.
            13 => worker = worker.again(file),
            _ => {
                let command = worker.wish();
                match worker.desk.execute(command.clone()) {
                    Ok(receipt) => worker.follow(&command, &receipt),
                    Err(DeskError::Refused(_)) => {}
                    Err(error) => panic!("{command:?}: {error}"),
                }
            }
        }
        self.see(&mut worker);
        worker
    }

    /// Notes what is on the screen now.
    fn see(&mut self, worker: &mut Worker) {
        let steps = disk::steps_so_far();
        let journal = seen::journal(&worker.desk, 20);
        let last = journal.keys().next_back().copied();
        for (entry, words) in journal {
            self.shown.entry(entry).or_insert((words, steps));
        }
        self.visits.extend(last.map(|last| (last, seen::visits(&worker.desk.load().unwrap()))));
    }
}

/// Tries so many cuts.
pub fn run(cuts: u32, seed: u64) -> Losses {
    let mut losses = Losses::default();
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut tried = 0;
    while tried < cuts {
        let day = Day::of(dice.u64(..));
        for _ in 0..CUTS.min(cuts - tried) {
            one(&day, tried, &mut dice, &mut losses);
            tried += 1;
        }
    }
    losses
}

fn one(day: &Day, number: u32, dice: &mut fastrand::Rng, losses: &mut Losses) {
    let cut = dice.usize(day.ready..=day.steps.len());
    let rest = RESTS[number as usize % RESTS.len()];
    let folder = TempDir::new().unwrap();
    cut::write(folder.path(), &day.steps[..cut], rest, dice);
    let place = || format!("cut {number} after step {cut} of {}, {rest:?}", day.steps.len());
    let found = match seen::open(folder.path()) {
        Ok(found) => found,
        Err(words) => return losses.add(Loss::Damaged, format!("{}: {words}", place())),
    };
    for (entry, (words, steps)) in &day.shown {
        match found.journal.get(entry) {
            None if *steps <= cut => losses.add(Loss::Lost, format!("{}: entry {entry}, {words}", place())),
            Some(other) if other != words => {
                losses.add(Loss::Damaged, format!("{}: {other} for {words}", place()));
            }
            _ => {}
        }
    }
    if let Some((last, _)) = found.journal.last_key_value()
        && day.visits.get(last).is_some_and(|visits| *visits != found.visits)
    {
        losses.add(Loss::Damaged, format!("{}: other visits after entry {last}", place()));
    }
}
