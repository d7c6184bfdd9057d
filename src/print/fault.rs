//! What became of a paper, and why it was not printed.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What became of a paper that was printed while the program waited, see [`super::now`].
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

/// Why a paper was not printed. It lies in the spool beside the paper; the sentence is made when it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The file's name is empty or leads out of the folder.
    Name(String),
    /// A file could not be written.
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// A file of the spool could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// A command could not be started.
    Start {
        /// The command.
        program: String,
        /// The system's words.
        reason: String,
    },
    /// A command did not end in time and was ended.
    Silent {
        /// The command.
        program: String,
        /// How long it was given.
        waited: Duration,
    },
    /// The printer or its queue refused or gave up, in its own words.
    Refused(String),
    /// There is no printer for a document that is of no use as a file.
    NoPrinter,
    /// The printing system takes no PDF, and the document has no pages that could be drawn.
    NoDrawing,
    /// The printer takes only its own commands, and the document is a PDF.
    OnlyRaw,
    /// A printer of the network was not reached; nothing was printed.
    Unreached {
        /// Host and port.
        address: String,
        /// The system's words.
        reason: String,
    },
    /// A device could not be opened; nothing was printed.
    Device {
        /// The device.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// The way to a printer broke after the document had been begun: a part of it may have been printed.
    Cut {
        /// The printer.
        target: String,
        /// How many bytes had left.
        sent: u64,
        /// How many there were.
        of: u64,
        /// The system's words.
        reason: String,
    },
    /// The printer's queue was removed before the document was out.
    Vanished {
        /// The queue.
        queue: String,
    },
    /// The program or the printing system ended in the middle, and nobody knows whether the paper came out.
    Unclear,
    /// The thread that prints is gone, which only a bug can cause.
    Stopped,
}

impl Fault {
    /// Whether something may lie in the printer's tray all the same: then a person looks before printing again.
    pub const fn may_have_printed(&self) -> bool {
        matches!(self, Self::Cut { .. } | Self::Vanished { .. } | Self::Unclear | Self::Silent { .. })
    }
}
