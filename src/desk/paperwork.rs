//! What the office has set for itself, read whole for the settings screen.

use super::{Desk, DeskError};
use crate::domain::deadline::OfficeDays;
use crate::domain::queue::QueueRules;
use crate::domain::{Hamlet, Letterhead, Office, Reasons, Targets};

/// What the office has set for itself: its name, the words of its papers, its targets, hamlets and reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paperwork {
    /// The office.
    pub office: Office,
    /// The words of its papers.
    pub letterhead: Letterhead,
    /// Its targets.
    pub targets: Targets,
    /// The days on which it works.
    pub days: OfficeDays,
    /// Its hamlets, those that are no longer offered too.
    pub hamlets: Vec<Hamlet>,
    /// Which reasons it offers why something could not be done.
    pub reasons: Reasons,
    /// Its rules of the queue.
    pub queue: QueueRules,
    /// How long a party may wait, in minutes; 0 is no limit.
    pub wait_limit: u16,
}

impl Desk {
    /// What the office has set for itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn paperwork(&self) -> Result<Paperwork, DeskError> {
        Ok(Paperwork {
            office: self.store.office()?.unwrap_or_default(),
            letterhead: self.store.letterhead()?,
            targets: self.store.targets()?,
            days: self.store.office_days()?,
            hamlets: self.store.hamlets()?,
            reasons: self.store.reasons()?,
            queue: self.store.queue_rules()?,
            wait_limit: self.store.wait_limit()?,
        })
    }
}
