//! What a screen shows of jobs and printers: values without handles, to be kept, compared and drawn.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::job::{Document, Job, JobId, Kind, Options, plain_title};
use super::{Fault, Target};
use crate::domain::Stamp;

/// Where a job stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "name", content = "reason")]
pub enum State {
    /// It waits in the spool; nothing has been sent.
    Queued,
    /// The printer's queue has it and does not print it: stopped, held, or behind others.
    Waiting,
    /// It is being sent or printed.
    Printing,
    /// The printer reports it as printed, or has taken all of it where a printer reports nothing.
    Done,
    /// There is no printer; the paper is kept as a file.
    Kept,
    /// It was not printed, or not wholly. It waits for a person: nothing prints twice by itself.
    Failed(Fault),
    /// Somebody cancelled it, here or at the printer.
    Cancelled,
}

impl State {
    /// Whether nothing more happens by itself.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Done | Self::Kept | Self::Failed(_) | Self::Cancelled)
    }
}

/// All there is to tell about a job but its bytes. The same value lies in the spool as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobCard {
    /// Its identity.
    pub id: JobId,
    /// The paper and the day, in ASCII.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The name of its file.
    pub file_name: String,
    /// What its bytes are.
    pub document: Document,
    /// Where it goes.
    pub target: Target,
    /// When it was made.
    pub made: Stamp,
    /// How often it was sent to a printer.
    pub attempts: u32,
    /// The printing system's own name of it, once it has it: `VPDF-12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// What the printer said last, in its own words; empty when it said nothing.
    #[serde(default)]
    pub words: String,
    /// Where the paper is kept, once it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathBuf>,
    /// What it is about, as [`Job::about`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<i64>,
    /// How it is printed.
    pub options: Options,
    /// Where it stands.
    pub state: State,
}

impl JobCard {
    /// The card of a new job.
    pub(super) fn new(id: JobId, job: &Job) -> Self {
        Self {
            id,
            title: plain_title(&job.title),
            kind: job.kind,
            file_name: job.file_name.clone(),
            document: job.document,
            target: job.target.clone(),
            made: job.made,
            attempts: 0,
            request: None,
            words: String::new(),
            path: None,
            about: job.about,
            options: job.options,
            state: State::Queued,
        }
    }

    /// The card of a job that prints the same document once more.
    pub(super) fn again(&self, id: JobId, target: Target, made: Stamp) -> Self {
        Self {
            id,
            target,
            made,
            attempts: 0,
            request: None,
            words: String::new(),
            state: State::Queued,
            ..self.clone()
        }
    }

    /// Whether [`super::Spool::retry`] does something: it has failed or was cancelled.
    pub const fn can_retry(&self) -> bool {
        matches!(self.state, State::Failed(_) | State::Cancelled)
    }

    /// Whether [`super::Spool::cancel`] does something: it is queued here, or the printing system has it.
    pub const fn can_cancel(&self) -> bool {
        match self.state {
            State::Queued => true,
            State::Waiting | State::Printing => self.request.is_some(),
            _ => false,
        }
    }

    /// Whether [`super::Spool::reprint`] is of use: it has come to an end.
    pub const fn can_reprint(&self) -> bool {
        self.state.is_final()
    }

    /// Whether the printing system has it and is asked about it.
    pub(super) const fn is_followed(&self) -> bool {
        matches!(self.state, State::Waiting | State::Printing) && self.request.is_some()
    }
}

/// A printer's queue, as the printing system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterCard {
    /// The queue's name.
    pub name: String,
    /// Whether it is the system's default.
    pub is_default: bool,
    /// Whether it prints now, waits for work, or is stopped.
    pub readiness: Readiness,
    /// What the queue says about itself, in its own words; empty when nothing is wrong.
    pub words: String,
    /// The sizes of sheets it offers, as the system spells them: `A4`, `A5`. Empty when it does not say, as a raw queue.
    pub papers: Vec<String>,
    /// Whether it can print on both sides.
    pub has_duplex: bool,
}

/// What a queue does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It waits for work.
    Idle,
    /// It prints.
    Busy,
    /// It takes jobs and prints none until somebody starts it.
    Stopped,
    /// The system does not say.
    Unknown,
}
