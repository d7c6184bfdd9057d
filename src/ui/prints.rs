//! What the console knows of printing: papers to be sent, the jobs and printers that the event loop tells of. Plain
//! values: only `run` knows the spool behind them.

use crate::config::PrintSettings;
use crate::domain::printer::Target;
use crate::domain::procedure::Both;
use crate::domain::{SlipState, Stamp, VisitId};

/// The kinds of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// A tally.
    Tally,
    /// The report of a period.
    Report,
    /// A guidance slip.
    Slip,
    /// A waiting number.
    Ticket,
    /// Anything else.
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
    /// The printer it goes to.
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
    /// Pages.
    Pdf(Vec<u8>),
    /// The printer's own commands, for one of which [`Target::takes_commands`] is true.
    Commands(Vec<u8>),
}

/// A paper to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is.
    pub kind: PaperKind,
    /// The printer it goes to, mostly that of its kind.
    pub role: Role,
    /// What the printer's queue calls it, in ASCII: the paper and its time, never a person.
    pub title: String,
    /// The name of its file.
    pub file_name: String,
    /// The paper itself.
    pub document: Document,
    /// The printers and how they print; `None` for those that are kept.
    pub settings: Option<PrintSettings>,
    /// The visit whose slip it is.
    pub about: Option<VisitId>,
}

impl Page {
    /// A PDF of a kind, for the printers that are kept.
    pub fn pdf(kind: PaperKind, title: String, file_name: String, pdf: Vec<u8>) -> Self {
        Self {
            kind,
            role: kind.role(),
            title,
            file_name,
            document: Document::Pdf(pdf),
            settings: None,
            about: None,
        }
    }
}

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintState {
    /// Nothing has been sent yet.
    Queued,
    /// Its printer has it and does not print it.
    Waiting,
    /// It is being printed.
    Printing,
    /// It was printed.
    Done,
    /// There is no printer; its file is kept.
    Kept,
    /// It was not printed.
    Failed,
    /// It was not printed wholly, and perhaps not at all: somebody must look into the printer's tray.
    Unclear,
    /// Somebody cancelled it.
    Cancelled,
}

impl PrintState {
    /// Whether a person has something to do.
    pub const fn wants_a_look(self) -> bool {
        matches!(self, Self::Waiting | Self::Failed | Self::Unclear)
    }

    /// What it says of the slip that is printed.
    pub const fn slip(self) -> SlipState {
        match self {
            Self::Queued | Self::Waiting | Self::Printing => SlipState::Sent,
            Self::Done => SlipState::Printed,
            // A slip that only lies in a folder, or perhaps came out, is not in anybody's hand.
            Self::Kept | Self::Failed | Self::Unclear | Self::Cancelled => SlipState::Failed,
        }
    }

    /// The mark before it, for those who see no colours.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Queued => "[ ]",
            Self::Waiting => "[~]",
            Self::Printing => "[.]",
            Self::Done => "[+]",
            Self::Kept => "[=]",
            Self::Failed => "[!]",
            Self::Unclear => "[?]",
            Self::Cancelled => "[-]",
        }
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintLine {
    /// Its identity.
    pub id: u64,
    /// What it is.
    pub kind: PaperKind,
    /// The printers that can take it: its document is made already, and a printer of slips understands no pages.
    pub role: Role,
    /// What the printer's queue calls it.
    pub title: String,
    /// When it was made.
    pub made: Stamp,
    /// Where it goes.
    pub printer: Target,
    /// Where it stands.
    pub state: PrintState,
    /// How often it was sent to a printer.
    pub attempts: u32,
    /// Why it failed, or what its printer said last; empty when there is nothing to say. In both languages, because the
    /// console may change its own while it is shown.
    pub reason: Both<String>,
    /// The visit whose slip it is.
    pub about: Option<VisitId>,
    /// Where its file is kept.
    pub path: Option<String>,
    /// Whether it can be sent again.
    pub can_retry: bool,
    /// Whether it can be taken back.
    pub can_cancel: bool,
    /// Whether it can be printed once more, as a job of its own.
    pub can_reprint: bool,
}

impl PrintLine {
    /// What was looked at: a job that fails a second time wants another look.
    const fn sight(&self) -> (u64, u32, PrintState) {
        (self.id, self.attempts, self.state)
    }
}

/// A printer's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterLine {
    /// Its name.
    pub name: String,
    /// Whether it is the system's default.
    pub is_default: bool,
    /// Whether it takes jobs and prints none.
    pub is_stopped: bool,
    /// What it does now, in both languages.
    pub readiness: Both<&'static str>,
    /// What it says about itself, in its own words; mostly nothing.
    pub words: String,
    /// The sheets it offers, as the system spells them; empty when it does not say, as a queue for slips.
    pub papers: Vec<String>,
    /// Whether it prints on both sides.
    pub has_duplex: bool,
}

/// What is known of the printers of this PC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printers {
    /// Nobody has asked, or the answer has not come yet.
    #[default]
    Asked,
    /// These.
    Known(Vec<PrinterLine>),
    /// The printing system does not say, and why.
    Unknown(Both<String>),
}

impl Printers {
    /// The queues, as far as they are known.
    pub fn lines(&self) -> &[PrinterLine] {
        match self {
            Self::Known(lines) => lines,
            Self::Asked | Self::Unknown(_) => &[],
        }
    }

    /// The queue behind a target; the system's default for the empty one.
    pub fn of(&self, target: &Target) -> Option<&PrinterLine> {
        let lines = self.lines();
        match target {
            Target::System { queue: None } => {
                // The only one is taken though nobody made it the default.
                lines.iter().find(|line| line.is_default).or(if lines.len() == 1 {
                    lines.first()
                } else {
                    None
                })
            }
            Target::System { queue: Some(name) } | Target::Raw { queue: name } => {
                lines.iter().find(|line| line.name == *name)
            }
            Target::Network { .. } | Target::Device(_) | Target::Folder(_) => None,
        }
    }
}

/// All that the console knows of printing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prints {
    /// The jobs, the newest first.
    pub lines: Vec<PrintLine>,
    /// The printers of this PC.
    pub printers: Printers,
    /// The printers that are kept.
    pub settings: PrintSettings,
    looked_at: Vec<(u64, u32, PrintState)>,
}

impl Prints {
    /// Takes the jobs as they are now.
    pub fn take(&mut self, lines: Vec<PrintLine>) {
        self.looked_at.retain(|sight| lines.iter().any(|line| line.sight() == *sight));
        self.lines = lines;
    }

    /// Somebody has the list before their eyes.
    pub fn look(&mut self) {
        self.looked_at = self.lines.iter().map(PrintLine::sight).collect();
    }

    /// The job of an identity.
    pub fn line(&self, id: u64) -> Option<&PrintLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// How many jobs failed, and how many wait for their printer, that nobody has looked at.
    pub fn unlooked(&self) -> (usize, usize) {
        // Of a slip that was printed again only the newest job wants a look.
        let is_over = |at: usize, line: &PrintLine| {
            line.about.is_some() && self.lines[..at].iter().any(|newer| newer.about == line.about)
        };
        let unlooked = || {
            let lines = self.lines.iter().enumerate();
            let unlooked = lines.filter(|(_, line)| !self.looked_at.contains(&line.sight()));
            unlooked.filter(move |(at, line)| !is_over(*at, line)).map(|(_, line)| line)
        };
        let failed = |line: &&PrintLine| matches!(line.state, PrintState::Failed | PrintState::Unclear);
        (
            unlooked().filter(failed).count(),
            unlooked().filter(|line| line.state == PrintState::Waiting).count(),
        )
    }
}
