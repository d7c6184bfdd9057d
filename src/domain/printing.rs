//! A paper on its way to a printer: what it is, how it is printed, where it stands, why it was not printed; and the
//! printers of a PC. Plain values, for printing and for the screen.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::ids::VisitId;
use super::printer::{SheetSize, Target};
use super::ticket::SlipState;
use super::time::Stamp;
use super::trouble::Trouble;

/// The kinds of paper, as a list of jobs names them. The spellings lie in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    Tally,
    Report,
    Slip,
    Ticket,
    /// Anything else, also what a later version of the program has left.
    #[serde(other)]
    Other,
}

/// The two printers of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Prints sheets of paper.
    Report,
    /// Prints slips from a roll.
    Slip,
}

impl PaperKind {
    /// The printer that it goes to.
    pub const fn role(self) -> Role {
        match self {
            Self::Tally | Self::Report | Self::Other => Role::Report,
            Self::Slip | Self::Ticket => Role::Slip,
        }
    }
}

/// What a printer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// A PDF, which a printing system turns into what the printer understands. After it may come its
    /// [`Pages`](crate::pages::Pages), for a printing system that takes no PDF.
    Pdf(Vec<u8>),
    /// Commands that the printer understands by itself, such as ESC/POS; nothing may be changed on the way. For a target
    /// of which [`Target::takes_commands`] is true.
    Commands(Vec<u8>),
}

impl Document {
    pub fn bytes(&self) -> &[u8] {
        let (Self::Pdf(bytes) | Self::Commands(bytes)) = self;
        bytes
    }

    /// Whether it is the printer's own commands.
    pub const fn is_raw(&self) -> bool {
        matches!(self, Self::Commands(_))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    pub copies: Copies,
    pub paper: SheetSize,
    pub sides: Sides,
}

impl Default for Options {
    fn default() -> Self {
        Self { copies: Copies::default(), paper: SheetSize::A4, sides: Sides::default() }
    }
}

/// A number of copies, 1–99: more on a desk's printer is a slip of the finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Copies(u8);

impl Copies {
    /// The most copies of one job.
    pub const MOST: u8 = 99;

    /// That many copies; `None` outside 1–99.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&number).then_some(Self(number))
    }

    pub const fn number(self) -> u8 {
        self.0
    }
}

impl Default for Copies {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u8> for Copies {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("copies: 1-99")
    }
}

impl From<Copies> for u8 {
    fn from(copies: Copies) -> Self {
        copies.0
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    #[default]
    One,
    /// Both, turned over its long edge.
    Two,
}

/// The identity of a job: greater than that of every job before it, and different on every console of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub u64);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobState {
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

impl JobState {
    /// Whether nothing more happens by itself.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Done | Self::Kept | Self::Failed(_) | Self::Cancelled)
    }

    /// Whether a part of it may lie in the printer's tray: then a person looks before it is printed again.
    pub const fn is_unclear(&self) -> bool {
        matches!(self, Self::Failed(fault) if fault.may_have_printed())
    }

    /// What it says of the slip that is printed.
    pub const fn slip(&self) -> SlipState {
        match self {
            Self::Queued | Self::Waiting | Self::Printing => SlipState::Sent,
            Self::Done => SlipState::Printed,
            // A slip that only lies in a folder, or perhaps came out, is not in anybody's hand.
            Self::Kept | Self::Failed(_) | Self::Cancelled => SlipState::Failed,
        }
    }
}

/// All there is to tell about a job but its bytes. The same value lies in the spool as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobCard {
    pub id: JobId,
    /// The paper and the day, in ASCII.
    pub title: String,
    pub kind: PaperKind,
    pub file_name: String,
    /// Whether its bytes are the printer's own commands.
    #[serde(default)]
    pub is_raw: bool,
    pub target: Target,
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
    /// The visit whose slip it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<VisitId>,
    pub options: Options,
    pub state: JobState,
}

impl JobCard {
    /// The printers that can take it: its document is made already, and a printer of slips understands no pages.
    pub const fn role(&self) -> Role {
        if self.is_raw { Role::Slip } else { Role::Report }
    }

    /// Whether it can be sent again: it has failed or was cancelled.
    pub const fn can_retry(&self) -> bool {
        matches!(self.state, JobState::Failed(_) | JobState::Cancelled)
    }

    /// Whether it can be taken back: it is queued here, or the printing system has it.
    pub const fn can_cancel(&self) -> bool {
        match self.state {
            JobState::Queued => true,
            JobState::Waiting | JobState::Printing => self.request.is_some(),
            _ => false,
        }
    }

    /// Whether it can be printed once more, as a job of its own: it has come to an end.
    pub const fn can_reprint(&self) -> bool {
        self.state.is_final()
    }

    /// Whether the printing system has it and is asked about it.
    pub const fn is_followed(&self) -> bool {
        matches!(self.state, JobState::Waiting | JobState::Printing) && self.request.is_some()
    }
}

/// Why a paper was not printed. It lies in the spool beside the paper; the sentence is made when it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The file's name is empty or leads out of the folder.
    Name(String),
    /// A file could not be written.
    Write { path: PathBuf, reason: Trouble },
    /// A file of the spool could not be read.
    Read { path: PathBuf, reason: Trouble },
    /// A command could not be started.
    Start { program: String, reason: Trouble },
    /// A command did not end in time and was ended.
    Silent {
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
    Unreached { address: String, reason: Trouble },
    /// A device could not be opened; nothing was printed.
    Device { path: PathBuf, reason: Trouble },
    /// What was named as a device is a file or a folder, which would be written over.
    NoDevice { path: PathBuf },
    /// The way to a printer broke after the document had been begun: a part of it may have been printed.
    Cut {
        target: String,
        /// How many bytes had left.
        sent: u64,
        /// How many there were.
        of: u64,
        reason: Trouble,
    },
    /// The printer's queue was removed before the document was out.
    Vanished { queue: String },
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

/// A printer's queue, as the printing system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterCard {
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It waits for work.
    Idle,
    Busy,
    /// It takes jobs and prints none until somebody starts it.
    Stopped,
    Unknown,
}
