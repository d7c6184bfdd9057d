//! The reasons that the office offers why something could not be done: its own, and which of the fixed ones.

use super::office::names_once;
use super::{DeskError, Done};
use crate::domain::reason::{LONGEST_REASON, MOST_REASONS};
use crate::domain::{Op, Refusal, StuckReason};
use crate::store::Write;

pub(super) fn set(write: &Write<'_>, names: &[String]) -> Result<Done, DeskError> {
    let each = names_once(names, LONGEST_REASON);
    if each.len() > MOST_REASONS {
        return Err(Refusal::TooManyReasons.into());
    }
    write.keep_reasons(&each)?;
    Ok((Op::ReasonsSet { reasons: each.len() }, None))
}

pub(super) fn hide(write: &Write<'_>, reason: StuckReason) -> Result<Done, DeskError> {
    if !reason.can_be_hidden() {
        return Err(Refusal::ReasonStays.into());
    }
    let mut hidden = write.hidden_reasons()?;
    if !hidden.contains(&reason) {
        hidden.push(reason);
        hidden.sort_unstable();
    }
    write.keep_hidden_reasons(&hidden)?;
    Ok((Op::ReasonHidden { reason }, None))
}

pub(super) fn offer(write: &Write<'_>, reason: StuckReason) -> Result<Done, DeskError> {
    let mut hidden = write.hidden_reasons()?;
    hidden.retain(|one| *one != reason);
    write.keep_hidden_reasons(&hidden)?;
    Ok((Op::ReasonOffered { reason }, None))
}
