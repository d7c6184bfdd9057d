//! What is asked of a printer, and what became of it.

use std::path::PathBuf;

use crate::domain::printer::Target;
use crate::domain::printing::{Document, Fault, JobCard, JobId, JobState, Options, PaperKind};
use crate::domain::{Stamp, VisitId};

/// A document to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its name in the printer's queue: the paper and the day, never a person. Letters other than ASCII become `?`,
    /// because queues mangle them.
    pub title: String,
    pub kind: PaperKind,
    /// The name of its file, which names the day it is about: `tally-2026-11-21.pdf`.
    pub file_name: String,
    pub document: Document,
    pub target: Target,
    pub options: Options,
    /// The visit whose slip it is.
    pub about: Option<VisitId>,
    /// When it was made. A paper takes the place of an older one of the same name and the same day of making; what was
    /// made on an earlier day may have been signed and is left as it is.
    pub made: Stamp,
}

impl Job {
    /// A PDF for the PC's own printer: one copy on one side of A4.
    pub fn pdf(kind: PaperKind, title: String, file_name: String, bytes: Vec<u8>, made: Stamp) -> Self {
        Self {
            title,
            kind,
            file_name,
            document: Document::Pdf(bytes),
            target: Target::default(),
            options: Options::default(),
            about: None,
            made,
        }
    }
}

impl JobCard {
    /// The card of a new job.
    pub(super) fn new(id: JobId, job: &Job) -> Self {
        Self {
            id,
            title: plain_title(&job.title),
            kind: job.kind,
            file_name: job.file_name.clone(),
            is_raw: job.document.is_raw(),
            target: job.target.clone(),
            made: job.made,
            attempts: 0,
            request: None,
            words: String::new(),
            path: None,
            about: job.about,
            options: job.options,
            state: JobState::Queued,
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
            state: JobState::Queued,
            ..self.clone()
        }
    }
}

/// What became of a paper that was printed while the program waited, see [`super::now`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The printer's queue took it.
    Printed {
        /// What the queue answered, with the number of the request; in its own words, possibly empty.
        answer: String,
        path: PathBuf,
    },
    /// The printer's queue has it and does not print it.
    Waits {
        /// Why, in the queue's own words; empty when others are before it.
        words: String,
        path: PathBuf,
    },
    /// There is no printer here; the file is kept.
    Saved { path: PathBuf },
    Failed {
        /// Where the file is, when it could be kept.
        path: Option<PathBuf>,
        reason: Fault,
    },
}

/// A title as queues keep it: ASCII, the rest as `?`.
pub(super) fn plain_title(title: &str) -> String {
    title.chars().map(|letter| if matches!(letter, ' '..='~') { letter } else { '?' }).collect()
}
