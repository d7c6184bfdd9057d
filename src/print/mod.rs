//! Getting a paper onto paper: it is kept as a file first, then given to a printer when there is one.
//!
//! ```text
//! run ── submit(Job) ──> Spool ──> thread: spool/<n>/ ──> papers/<name>.pdf ──> target ──> News ──> try_recv
//! cli ── now(Job) ─────> the same way, without a spool
//! ```
//!
//! What is kept is whole or not there at all, and the file stays whatever the printer says: a paper that was asked for is
//! never lost to an empty tray. A job outlives the program and goes from one state to the next:
//!
//! ```text
//! Queued ──> Printing <──> Waiting ──> Done
//!   │           ├──────────────┴─────> Failed     a person retries
//!   │           └──> Kept                         no printer: the file is all there is
//!   └───────────────────────────────> Cancelled
//! ```
//!
//! Nothing prints twice by itself: what was being sent when the power went is [`Fault::Unclear`] and waits for a person.
//! What the printing system had already is asked about again.

mod device;
mod job;
mod keep;
mod lane;
mod network;
mod printers;
mod send;
mod spool;
mod worker;

pub use job::{Job, Outcome};
pub use printers::Printer;
use printers::Seen;
pub use spool::Spool;
pub use worker::News;

use std::path::{Path, PathBuf};

use crate::domain::printing::{Fault, JobCard, JobId, PrinterCard};
use crate::pages::apart;

/// Keeps and prints a paper at once, and waits until its printer has it: for the command line, which ends afterwards.
/// `desk` is the data folder.
pub fn now(job: &Job, desk: &Path, printer: &Printer) -> Outcome {
    let card = JobCard::new(JobId(0), job);
    let sheet =
        keep::Sheet { file_name: &job.file_name, bytes: apart(job.document.bytes()).0, made: job.made };
    let path = match keep::keep_at_desk(desk, sheet) {
        Ok(path) => path,
        Err(reason) => return Outcome::Failed { path: None, reason },
    };
    match send::send(&card, &path, job.document.bytes(), printer) {
        Ok(send::Sent::NoPrinter) => Outcome::Saved { path },
        Ok(send::Sent::Taken { answer, request }) => became(printer, request, answer, path),
        Ok(send::Sent::Out { answer, path: None }) => Outcome::Printed { answer, path },
        Ok(send::Sent::Out { path: Some(path), .. }) => Outcome::Saved { path },
        Err(reason) => Outcome::Failed { path: Some(path), reason },
    }
}

/// How often the command line asks what becomes of a paper that a queue has taken: a printer that stands still is known at
/// once, one that has to wake up within a second or two.
const LOOKS: u32 = 3;

/// What a queue does with a paper it has taken.
fn became(printer: &Printer, request: String, answer: String, path: PathBuf) -> Outcome {
    let requests = [request];
    let mut waits = false;
    for look in 0..LOOKS {
        if look > 0 {
            #[allow(clippy::disallowed_methods, reason = "the printing system tells nobody by itself")]
            std::thread::sleep(printer.pause());
        }
        // Whoever cannot be asked has taken it all the same.
        let Some(seen) = printer.look(&requests).ok().and_then(|mut seen| seen.pop()) else { break };
        waits = false;
        match seen {
            Seen::Waiting(words) if words.is_empty() => waits = true,
            Seen::Waiting(words) => return Outcome::Waits { words, path },
            Seen::Failed(words) => {
                return Outcome::Failed { path: Some(path), reason: Fault::Refused(words) };
            }
            Seen::Cancelled => {
                return Outcome::Failed { path: Some(path), reason: Fault::Refused(String::new()) };
            }
            Seen::Printing(_) | Seen::Done | Seen::Vanished | Seen::Unknown => break,
        }
    }
    if waits { Outcome::Waits { words: String::new(), path } } else { Outcome::Printed { answer, path } }
}

/// The queues of the printing system and what they offer: for the command line. The event loop asks a [`Spool`], which does
/// not wait.
pub fn queues(printer: &Printer) -> Result<Vec<PrinterCard>, Fault> {
    printer.list()
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
