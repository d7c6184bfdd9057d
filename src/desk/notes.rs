//! What to mind when a party is called, as somebody noted it.

use super::calling::{find, on_duty};
use super::{DeskError, Done};
use crate::domain::input::{self, CALL_NOTE_LENGTH};
use crate::domain::{Op, Refusal, VisitId, VolunteerId};
use crate::store::Write;

pub(super) fn set(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    note: &str,
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    let visit = find(write, id)?;
    if !visit.stage.kind().is_open() {
        return Err(Refusal::AlreadyEnded { ticket: visit.ticket, stage: visit.stage.kind() }.into());
    }
    keep(write, id, note)?;
    Ok((Op::NoteSet { ticket: visit.ticket }, Some(id)))
}

/// Keeps the note of a visit; an empty one is none.
pub(super) fn keep(write: &Write<'_>, id: VisitId, note: &str) -> Result<(), DeskError> {
    let note = input::line(note, CALL_NOTE_LENGTH);
    Ok(if note.is_empty() { write.drop_note(id) } else { write.keep_note(id, &note) }?)
}
