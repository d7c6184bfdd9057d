//! What the console knows of printing: papers to be sent, the jobs and printers that the event loop tells of. Plain
//! values: only `run` knows the spool behind them.

use crate::config::PrintSettings;
use crate::domain::VisitId;
use crate::domain::printer::Target;
use crate::domain::printing::{Document, Fault, JobCard, JobId, JobState, PaperKind, PrinterCard, Role};

/// A paper to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub kind: PaperKind,
    /// The printer it goes to, mostly that of its kind.
    pub role: Role,
    /// What the printer's queue calls it, in ASCII: the paper and its time, never a person.
    pub title: String,
    pub file_name: String,
    pub document: Document,
    /// The printers and how they print; `None` for those that are kept.
    pub settings: Option<PrintSettings>,
    /// The visit whose slip it is.
    pub about: Option<VisitId>,
}

impl Page {
    /// A PDF of a kind, for the printers that are kept. Its title is the name of its file without the ending.
    pub fn pdf(kind: PaperKind, title: String, pdf: Vec<u8>) -> Self {
        Self {
            kind,
            role: kind.role(),
            file_name: format!("{title}.pdf"),
            title,
            document: Document::Pdf(pdf),
            settings: None,
            about: None,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printers {
    /// Nobody has asked, or the answer has not come yet.
    #[default]
    Asked,
    Known(Vec<PrinterCard>),
    /// The printing system does not say, and why.
    Unknown(Fault),
}

impl Printers {
    /// The queues, as far as they are known.
    pub fn lines(&self) -> &[PrinterCard] {
        match self {
            Self::Known(lines) => lines,
            Self::Asked | Self::Unknown(_) => &[],
        }
    }

    /// The queue behind a target; the system's default for the empty one.
    pub fn of(&self, target: &Target) -> Option<&PrinterCard> {
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

/// What was looked at: a job that fails a second time wants another look.
fn sight(line: &JobCard) -> (JobId, u32, JobState) {
    (line.id, line.attempts, line.state.clone())
}

/// All that the console knows of printing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prints {
    /// The jobs, the newest first.
    pub lines: Vec<JobCard>,
    pub printers: Printers,
    /// The printers that are kept.
    pub settings: PrintSettings,
    looked_at: Vec<(JobId, u32, JobState)>,
}

impl Prints {
    /// Takes the jobs as they are now.
    pub fn take(&mut self, lines: Vec<JobCard>) {
        self.looked_at.retain(|seen| lines.iter().any(|line| sight(line) == *seen));
        self.lines = lines;
    }

    /// Somebody has the list before their eyes.
    pub fn look(&mut self) {
        self.looked_at = self.lines.iter().map(sight).collect();
    }

    /// The job of an identity.
    pub fn line(&self, id: JobId) -> Option<&JobCard> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// How many jobs failed, and how many wait for their printer, that nobody has looked at.
    pub fn unlooked(&self) -> (usize, usize) {
        // Of a slip that was printed again only the newest job wants a look.
        let is_over = |at: usize, line: &JobCard| {
            line.about.is_some() && self.lines[..at].iter().any(|newer| newer.about == line.about)
        };
        let unlooked = || {
            let lines = self.lines.iter().enumerate();
            let unlooked = lines.filter(|(_, line)| !self.looked_at.contains(&sight(line)));
            unlooked.filter(move |(at, line)| !is_over(*at, line)).map(|(_, line)| line)
        };
        let failed = |line: &&JobCard| matches!(line.state, JobState::Failed(_));
        (unlooked().filter(failed).count(), unlooked().filter(|line| line.state == JobState::Waiting).count())
    }
}
