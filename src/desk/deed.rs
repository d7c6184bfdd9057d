//! What every deed of the desk stands on: its visit, who acts, and how it ends.

use crate::domain::mask::Masked;
use crate::domain::visit::Act;
use crate::domain::{EntryId, Op, Refusal, Visit, VisitId, VolunteerId};
use crate::store::{StoreError, Write};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub entry: EntryId,
    /// What, in the past tense.
    pub op: Op,
    /// The visit it was about.
    pub visit: Option<VisitId>,
    /// What was masked in the words that came with the command.
    pub masked: Masked,
}

/// Why something was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An error as the log has it: with everything that caused it.
pub fn with_causes<E: std::error::Error + 'static>(error: &E) -> &(dyn std::error::Error + 'static) {
    error
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a deed of the desk gives back to be journalled.
pub(super) type Done = (Op, Option<VisitId>);

/// One transition of one visit, read anew inside the transaction: what the screen showed may be a second old. Gives back
/// the visit as it was and as it is.
pub(super) fn step(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    transition: impl FnOnce(Visit, Act) -> Result<Visit, Refusal>,
) -> Result<(Visit, Visit), DeskError> {
    let before = find(write, id)?;
    let visit = transition(before.clone(), on_duty(write, by)?)?;
    write.keep_stage(&visit)?;
    Ok((before, visit))
}

pub(super) fn find(write: &Write<'_>, id: VisitId) -> Result<Visit, DeskError> {
    write.visit(id)?.ok_or_else(|| Refusal::VisitGone.into())
}

/// Who changes a visit, and which visits are within reach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand {
    pub(super) by: Option<VolunteerId>,
    /// Whether it sets right what was recorded: of visits that have ended, and of no other. Nobody need be on duty for that.
    pub(super) corrects: bool,
}

impl Hand {
    /// A visit that may be changed now.
    pub(super) fn reach(self, write: &Write<'_>, id: VisitId) -> Result<Visit, DeskError> {
        if !self.corrects {
            on_duty(write, self.by)?;
            return find_open(write, id);
        }
        let visit = find(write, id)?;
        match visit.stage.kind() {
            stage if stage.is_open() => Err(Refusal::NotEnded { ticket: visit.ticket, stage }.into()),
            _ => Ok(visit),
        }
    }

    /// Who has helped with what is added to a visit now: of one that has ended, whoever ended it.
    pub(super) fn helper(self, write: &Write<'_>, visit: &Visit) -> Result<Act, DeskError> {
        match (self.corrects, visit.stage.by(), visit.stage.station()) {
            (true, Some(by), Some(station)) => Ok(Act { by, station, at: visit.stage.since() }),
            _ => on_duty(write, self.by),
        }
    }
}

/// A visit that has not ended.
pub(super) fn find_open(write: &Write<'_>, id: VisitId) -> Result<Visit, DeskError> {
    let visit = find(write, id)?;
    match visit.stage.kind() {
        stage if stage.is_open() => Ok(visit),
        stage => Err(Refusal::AlreadyEnded { ticket: visit.ticket, stage }.into()),
    }
}

/// Somebody must be on duty to act: every number is later asked for by name.
pub(super) fn on_duty(write: &Write<'_>, by: Option<VolunteerId>) -> Result<Act, DeskError> {
    match by {
        Some(by) => Ok(write.act(by)),
        None => Err(Refusal::NoShift.into()),
    }
}
