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
pub use spool::Spool;
pub use worker::News;

use std::path::Path;

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
        Ok(send::Sent::Taken { answer, .. } | send::Sent::Out { answer, path: None }) => {
            Outcome::Printed { answer, path }
        }
        Ok(send::Sent::Out { path: Some(path), .. }) => Outcome::Saved { path },
        Err(reason) => Outcome::Failed { path: Some(path), reason },
    }
}

/// The queues of the printing system and what they offer: for the command line. The event loop asks a [`Spool`], which does
/// not wait.
pub fn queues(printer: &Printer) -> Result<Vec<PrinterCard>, Fault> {
    printer.list()
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
