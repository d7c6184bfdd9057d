//! The jobs of one console as files, and the lock by which they are its own.
//!
//! ```text
//! spool/1/lock          held as long as the console runs
//! spool/1/<id>.toml     a card: all about a job, written whole at every change
//! spool/1/<id>.document its document
//! ```
//!
//! Consoles that share a data folder each hold a lane of their own, the first that is free. Lanes that nobody holds are
//! the remains of consoles that have ended; the next console to start takes their jobs over.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::keep::{flush_folder, unwritten};
use crate::config::make_folder;
use crate::domain::Stamp;
use crate::domain::printing::{Fault, JobCard, JobId, JobState};
use crate::domain::trouble::Trouble;
use crate::whole_file::{self, Unread};

/// The folder for jobs within the desk's data folder.
const SPOOL: &str = "spool";

/// The most lanes: more consoles than a desk has PCs.
const MOST_LANES: u32 = 99;

/// After how many days a job that ended well is forgotten: a shift of the week before is still looked up, and the paper
/// itself lies in the folder of papers.
pub(super) const DAYS_DONE: i64 = 7;

/// After how many days a job that failed is forgotten: somebody on leave comes back within a month.
pub(super) const DAYS_FAILED: i64 = 30;

/// The most jobs that have ended well and are remembered: about two days of numbers at a busy desk.
pub(super) const MOST_DONE: usize = 600;

/// The largest card that is read, in bytes: one has some hundred.
const LARGEST_CARD: u64 = 64 * 1024;

/// The largest document that is read, in bytes: a report of a year has some hundred thousand.
const LARGEST_DOCUMENT: u64 = 256_000_000;

const CARD: &str = "toml";
/// CUPS takes a known ending for the kind of a document, without a look inside; this one it does not know.
const DOCUMENT: &str = "document";
const LOCK: &str = "lock";

/// A lane that this console holds.
#[derive(Debug)]
pub(super) struct Lane {
    folder: PathBuf,
    /// Held until the lane is dropped, and by the system's doing also when the program is ended by force.
    _lock: Held,
}

impl Lane {
    /// Takes the first free lane of a desk, and moves there what lanes without a console hold.
    pub(super) fn claim(desk: &Path) -> Result<Self, Fault> {
        let spool = desk.join(SPOOL);
        for number in 1..=MOST_LANES {
            let folder = spool.join(number.to_string());
            make_folder(&folder).map_err(|error| unwritten(&folder, &error))?;
            if let Some(lock) = lock(&folder).map_err(|error| unwritten(&folder.join(LOCK), &error))? {
                let lane = Self { folder, _lock: lock };
                lane.take_over(&spool);
                return Ok(lane);
            }
        }
        Err(unwritten(&spool, &io::Error::from(io::ErrorKind::ResourceBusy)))
    }

    /// Moves the jobs of lanes that nobody holds into this one. What cannot be moved stays where it is for another start.
    fn take_over(&self, spool: &Path) {
        let Ok(lanes) = fs::read_dir(spool) else { return };
        for folder in lanes.flatten().map(|entry| entry.path()).filter(|path| *path != self.folder) {
            // Never made here: a lane that was never used has none.
            if !folder.join(LOCK).exists() {
                continue;
            }
            let Ok(Some(_held)) = lock(&folder) else { continue };
            // The cards first. Should the power go between the two, the documents are found by their cards next time.
            for (extension, is_wanted) in [(CARD, false), (DOCUMENT, true)] {
                for file in files(&folder, extension) {
                    let Some(name) = file.file_name() else { continue };
                    let to = self.folder.join(name);
                    if to.exists() || (is_wanted && !to.with_extension(CARD).exists()) {
                        continue;
                    }
                    if let Err(error) = fs::rename(&file, &to) {
                        tracing::warn!(%error, "a job of another console could not be taken over");
                    }
                }
            }
        }
    }

    /// The jobs that lie here, the oldest first; what is too old is removed.
    pub(super) fn jobs(&self, now: Stamp) -> Vec<JobCard> {
        let mut cards: Vec<JobCard> = Vec::new();
        for path in files(&self.folder, CARD) {
            let read = whole_file::read_text(&path, LARGEST_CARD).map_err(|why| format!("{why:?}"));
            match read.and_then(|text| toml::from_str(&text).map_err(|error| error.to_string())) {
                Ok(card) => cards.push(card),
                // Left as it is: a later version of the program may have written it.
                Err(error) => tracing::warn!(%error, path = %path.display(), "a job cannot be read"),
            }
        }
        cards.sort_by_key(|card| card.id);
        let is_over = |card: &JobCard| card.state.is_final() && !matches!(card.state, JobState::Failed(_));
        let mut surplus = cards.iter().filter(|card| is_over(card)).count().saturating_sub(MOST_DONE);
        cards.retain(|card| {
            let days = match card.state {
                JobState::Failed(_) => DAYS_FAILED,
                _ => DAYS_DONE,
            };
            let is_old = card.state.is_final() && now.seconds_since(card.made) > days * 24 * 3600;
            let is_surplus = is_over(card) && surplus > 0;
            surplus -= usize::from(is_surplus);
            if is_old || is_surplus {
                self.forget(card.id);
            }
            !(is_old || is_surplus)
        });
        self.sweep();
        cards
    }

    /// Removes documents without a card: a power cut came between the two.
    fn sweep(&self) {
        for document in files(&self.folder, DOCUMENT) {
            if !document.with_extension(CARD).exists() {
                let _ = fs::remove_file(document);
            }
        }
        for partial in files(&self.folder, "partial") {
            let _ = fs::remove_file(partial);
        }
    }

    /// Writes a new job: its document, then its card.
    pub(super) fn add(&self, card: &JobCard, bytes: &[u8]) -> Result<(), Fault> {
        let document = self.document(card.id);
        let added = whole_file::write(&document, bytes)
            .map_err(|error| unwritten(&document, &error))
            .and_then(|()| self.write(card))
            .and_then(|()| flush_folder(&self.folder).map_err(|error| unwritten(&self.folder, &error)));
        if added.is_err() {
            self.forget(card.id);
        }
        added
    }

    /// Writes what has changed about a job.
    pub(super) fn write(&self, card: &JobCard) -> Result<(), Fault> {
        let path = self.path(card.id, CARD);
        toml::to_string(card)
            .map_err(io::Error::other)
            .and_then(|text| whole_file::write(&path, text.as_bytes()))
            .map_err(|error| unwritten(&path, &error))
    }

    pub(super) fn document(&self, id: JobId) -> PathBuf {
        self.path(id, DOCUMENT)
    }

    pub(super) fn read(&self, id: JobId) -> Result<Vec<u8>, Fault> {
        let path = self.document(id);
        whole_file::read(&path, LARGEST_DOCUMENT).map_err(|why| {
            let reason = match why {
                Unread::Denied(reason) => reason,
                Unread::Absent => Trouble::Absent,
                _ => Trouble::Garbled,
            };
            Fault::Read { path, reason }
        })
    }

    /// Removes a job; the card first, because a document without a card is no job.
    fn forget(&self, id: JobId) {
        // What cannot be removed is tried again at the next start.
        let _ = fs::remove_file(self.path(id, CARD));
        let _ = fs::remove_file(self.document(id));
    }

    fn path(&self, id: JobId, extension: &str) -> PathBuf {
        self.folder.join(format!("{:020}.{extension}", id.0))
    }
}

/// The lock of a lane.
///
/// A command that is being started holds the file for a moment, too, and with it the lock: it is given back by name, not
/// only by letting go of the file.
#[derive(Debug)]
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        // What cannot be unlocked is unlocked by the system when the program ends.
        let _ = self.0.unlock();
    }
}

/// Takes the lock of a lane; `None` when another console holds it.
fn lock(folder: &Path) -> io::Result<Option<Held>> {
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Held(file))),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// The files of a folder with that extension, in no order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect()
}
