//! Getting a paper onto paper: it is kept as a file first, then given to a printer when there is one.
//!
//! ```text
//! run ── send(Job) ──> Spool's thread: keep(Job) ──> folder/papers/<name>.pdf ──> Printer ──> Outcome ──> try_recv
//! cli ── now(Job) ───> the same, without a thread
//! ```
//!
//! What is kept is whole or not there at all, and the file stays whatever the printer says: a paper that was asked for is
//! never lost to an empty tray.

mod keep;
mod spool;

#[cfg(unix)]
mod lp;
#[cfg(unix)]
pub use lp::Printer;

#[cfg(not(unix))]
mod no_printer;
#[cfg(not(unix))]
pub use no_printer::Printer;

use std::path::PathBuf;
use std::time::Duration;

pub use spool::{JobId, Spool};

use crate::domain::Stamp;

/// A paper to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its name in the printer's queue. Letters other than ASCII become `?`, because queues mangle them.
    pub title: String,
    /// The name of its file, which names the day it is about: `tally-2026-11-21.pdf`.
    pub file_name: String,
    /// The bytes of the PDF.
    pub pdf: Vec<u8>,
    /// The desk's data folder; the file goes into its folder `papers`.
    pub folder: PathBuf,
    /// When the paper was made. A paper takes the place of an older one of the same name and the same day of making;
    /// what was made on an earlier day may have been signed and is left as it is.
    pub made: Stamp,
}

/// What became of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The printer's queue took it.
    Printed {
        /// What the queue answered, with the number of the request; in its own words, possibly empty.
        answer: String,
        /// Where the file is.
        path: PathBuf,
    },
    /// There is no printer here; the file is kept.
    Saved {
        /// Where the file is.
        path: PathBuf,
    },
    /// It was not printed.
    Failed {
        /// Where the file is, when it could be kept.
        path: Option<PathBuf>,
        /// Why not.
        reason: Fault,
    },
}

/// Why a paper was not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file's name is empty or leads out of the folder.
    Name(String),
    /// The file could not be written.
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// A command could not be started.
    Start {
        /// The command.
        program: &'static str,
        /// The system's words.
        reason: String,
    },
    /// A command did not end in time and was ended.
    Silent {
        /// The command.
        program: &'static str,
        /// How long it was given.
        waited: Duration,
    },
    /// The printer's queue refused, in its own words.
    Refused(String),
    /// The thread that prints is gone, which only a bug can cause.
    Stopped,
}

/// What a printer did with a file: its answer, or `None` when there is no printer.
type Answer = Result<Option<String>, Fault>;

/// Keeps and prints a paper at once, and waits for it: for the command line, which ends afterwards.
pub fn now(job: &Job, printer: &Printer) -> Outcome {
    let path = match keep::keep(job) {
        Ok(path) => path,
        Err(reason) => return Outcome::Failed { path: None, reason },
    };
    let title: String = job.title.chars().map(|c| if matches!(c, ' '..='~') { c } else { '?' }).collect();
    match printer.print(&title, &path) {
        Ok(Some(answer)) => Outcome::Printed { answer, path },
        Ok(None) => Outcome::Saved { path },
        Err(reason) => Outcome::Failed { path: Some(path), reason },
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
