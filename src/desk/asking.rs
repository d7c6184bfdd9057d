//! Visitors who ask one short thing and take no number: counted, and nothing else.

use super::calling::on_duty;
use super::{DeskError, Done};
use crate::domain::{Op, Refusal, VolunteerId};
use crate::store::Write;

pub(super) fn count_question(write: &Write<'_>, by: Option<VolunteerId>) -> Result<Done, DeskError> {
    let shift = write.shift()?.ok_or(Refusal::NoShift)?;
    let today = write.add_quick_question(shift.id, on_duty(write, by)?.by)?;
    Ok((Op::QuestionCounted { today }, None))
}
