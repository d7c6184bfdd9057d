//! What a power cut leaves of files: what was flushed, and of the rest whatever the disk had got to, in any order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::disk::Step;

/// A disk writes so many bytes whole or not at all.
const SECTOR: usize = 512;

/// What the disk had done of all that was not flushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Nothing.
    Lost,
    /// All: the computer was killed, and not the disk.
    There,
    /// What came first, up to the middle of a write.
    Torn,
    /// Any of it.
    AnyOrder,
}

/// All of them.
pub const RESTS: [Rest; 4] = [Rest::Lost, Rest::There, Rest::Torn, Rest::AnyOrder];

/// Something that was not flushed yet.
enum Pending {
    Sector { at: usize, bytes: Vec<u8> },
    Size(usize),
    Gone,
}

#[derive(Default)]
struct File {
    /// What is on the disk for good; `None` when no such file is.
    flushed: Option<Vec<u8>>,
    pending: Vec<Pending>,
}

impl File {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Write { at, bytes, .. } => {
                let mut at = *at;
                let mut bytes = bytes.as_slice();
                while !bytes.is_empty() {
                    let length = (SECTOR - at % SECTOR).min(bytes.len());
                    let (sector, rest) = bytes.split_at(length);
                    self.pending.push(Pending::Sector { at, bytes: sector.to_vec() });
                    (at, bytes) = (at + length, rest);
                }
            }
            Step::Truncate { size, .. } => self.pending.push(Pending::Size(*size)),
            Step::Remove { is_flushed, .. } => {
                self.pending.push(Pending::Gone);
                if *is_flushed {
                    self.flush();
                }
            }
            Step::Flush { .. } => self.flush(),
        }
    }

    fn flush(&mut self) {
        self.flushed.get_or_insert_default();
        for pending in std::mem::take(&mut self.pending) {
            apply(&mut self.flushed, pending);
        }
    }

    /// Whatever was done before it was removed is of no interest any more.
    fn settle_removal(&mut self) {
        if let Some(at) = self.pending.iter().rposition(|pending| matches!(pending, Pending::Gone)) {
            self.pending.drain(..=at);
            self.flushed = None;
        }
    }

    /// What the disk has of it after the cut.
    fn left(self, rest: Rest, dice: &mut fastrand::Rng) -> Option<Vec<u8>> {
        let mut left = self.flushed;
        let torn = dice.usize(0..=self.pending.len());
        for (number, pending) in self.pending.into_iter().enumerate() {
            let is_there = match rest {
                Rest::Lost => false,
                Rest::There => true,
                Rest::Torn => number < torn,
                Rest::AnyOrder => dice.bool(),
            };
            if is_there {
                apply(&mut left, pending);
            }
        }
        left
    }
}

fn apply(file: &mut Option<Vec<u8>>, pending: Pending) {
    match pending {
        Pending::Sector { at, bytes } => {
            let file = file.get_or_insert_default();
            if file.len() < at + bytes.len() {
                file.resize(at + bytes.len(), 0);
            }
            file[at..at + bytes.len()].copy_from_slice(&bytes);
        }
        Pending::Size(size) => file.get_or_insert_default().resize(size, 0),
        Pending::Gone => *file = None,
    }
}

/// Writes into a folder what a cut after these steps leaves. The index of the log is no file of the disk: what stands
/// in it after a cut is anything.
pub fn write(folder: &Path, steps: &[Step], rest: Rest, dice: &mut fastrand::Rng) {
    let mut files: BTreeMap<&str, File> = BTreeMap::new();
    for step in steps {
        let (Step::Write { file, .. }
        | Step::Truncate { file, .. }
        | Step::Flush { file }
        | Step::Remove { file, .. }) = step;
        let is_new = files.entry(file).or_default().flushed.is_none();
        // The first flush of a new file flushes its folder: who was removed from it stays so.
        if is_new && matches!(step, Step::Flush { .. }) {
            files.values_mut().for_each(File::settle_removal);
        }
        files.entry(file).or_default().take(step);
    }
    for (name, file) in files {
        if let Some(bytes) = file.left(rest, dice) {
            fs::write(folder.join(name), bytes).unwrap();
            if name.ends_with("-wal") && dice.bool() {
                let index: Vec<u8> = std::iter::repeat_with(|| dice.u8(..)).take(32_768).collect();
                fs::write(folder.join(name.replace("-wal", "-shm")), index).unwrap();
            }
        }
    }
}
