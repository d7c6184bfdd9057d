//! The first start, and the beginning and end of a shift.

use super::assisting;
use super::command::{Closing, End};
use super::deed::{self, DeskError, Done};
use super::{handover, roster};
use crate::domain::visit::Act;
use crate::domain::{Duty, Office, Op, Refusal, Shift, ShiftPart, Stamp, VolunteerId};
use crate::store::Write;

pub(super) fn set_up(write: &Write<'_>, office: &Office, volunteers: &[String]) -> Result<Done, DeskError> {
    let office = super::office::clean_office(office)?;
    if volunteers.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    write.keep_office(&office)?;
    for name in volunteers {
        roster::enter(write, name)?;
    }
    Ok((Op::OfficeSet, None))
}

pub(super) fn open(write: &Write<'_>, part: ShiftPart, on_duty: &[VolunteerId]) -> Result<Done, DeskError> {
    if write.shift()?.is_some() {
        return Err(Refusal::ShiftOpen.into());
    }
    let (first, on_duty) = check_duty(write, on_duty)?;
    write.forget_days_before()?;
    write.open_shift(part)?;
    let shift = open_shift(write)?;
    write.keep_duty(&shift, &on_duty, shift.opened)?;
    write.seat(shift.id, first)?;
    Ok((Op::ShiftOpened { part, on_duty: on_duty.len() }, None))
}

pub(super) fn change_duty(
    write: &Write<'_>,
    on_duty: &[VolunteerId],
    since: Option<Stamp>,
) -> Result<Done, DeskError> {
    let shift = open_shift(write)?;
    let (_, on_duty) = check_duty(write, on_duty)?;
    let since = since.unwrap_or(write.sign.at);
    let was_on_duty = shift.on_duty();
    // Nobody goes before having come, nobody comes back before having gone.
    let is_possible = |duty: &Duty| match duty.until {
        None => on_duty.contains(&duty.volunteer) || duty.from <= since,
        Some(until) => {
            let comes = on_duty.contains(&duty.volunteer) && !was_on_duty.contains(&duty.volunteer);
            !comes || until <= since
        }
    };
    let is_within = (shift.opened..=write.sign.at).contains(&since);
    if !is_within || !shift.duty.iter().all(is_possible) {
        return Err(Refusal::DutyOutsideShift.into());
    }
    write.keep_duty(&shift, &on_duty, since)?;
    Ok((Op::DutyChanged { on_duty: on_duty.len() }, None))
}

pub(super) fn stop_numbers(write: &Write<'_>) -> Result<Done, DeskError> {
    let shift = open_shift(write)?;
    if let Some(since) = shift.stopped {
        return Err(Refusal::NumbersStopped { since }.into());
    }
    write.keep_stopped(shift.id, Some(write.sign.at))?;
    Ok((Op::NumbersStopped, None))
}

pub(super) fn give_numbers(write: &Write<'_>) -> Result<Done, DeskError> {
    let shift = open_shift(write)?;
    if shift.stopped.is_none() {
        return Err(Refusal::NumbersNotStopped.into());
    }
    write.keep_stopped(shift.id, None)?;
    Ok((Op::NumbersGoOn, None))
}

pub(super) fn sit(write: &Write<'_>, volunteer: VolunteerId) -> Result<Done, DeskError> {
    let shift = open_shift(write)?;
    if !shift.on_duty().contains(&volunteer) {
        return Err(Refusal::NotOnDuty.into());
    }
    write.seat(shift.id, volunteer)?;
    Ok((Op::Seated { volunteer }, None))
}

pub(super) fn close(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    closing: &Closing,
) -> Result<Done, DeskError> {
    let shift = open_shift(write)?;
    let by = by.ok_or(Refusal::NobodyOnDuty)?;
    let last = write.last_deed(&shift)?;
    let (end, estimated) = match closing.end {
        End::Forgotten { shift: asked, .. } if asked != shift.id => return Err(Refusal::ShiftClosed.into()),
        End::Forgotten { remembered: Some(end), .. } => {
            let is_possible = last <= end && end <= write.sign.at && end.day() == shift.day;
            (if is_possible { end } else { return Err(Refusal::EndOutsideShift.into()) }, false)
        }
        // Whoever closes it on another day does not end it now: nobody worked through the night.
        End::Forgotten { remembered: None, .. } => (last, true),
        End::Now if write.sign.day() != shift.day => (last, true),
        End::Now => (write.sign.at, false),
    };
    for (visit, why) in &closing.ended {
        let act = Act { at: end, ..write.act(by) };
        write.keep_stage(&deed::find(write, *visit)?.leave_at_close(act, *why)?)?;
    }
    for visit in &closing.served {
        write.keep_stage(&deed::find(write, *visit)?.finish_at_close(end)?)?;
        assisting::finish_open(write, *visit)?;
    }
    for (visit, at) in &closing.estimated {
        let before = deed::find(write, *visit)?;
        let after = before.clone().estimate_end((*at).min(end))?;
        if !write.estimate_end(&before, &after)? {
            return Err(Refusal::EndOutsideShift.into());
        }
        assisting::finish_open(write, *visit)?;
    }
    handover::hand_over(write, &shift, by, closing)?;
    write.close_shift(&shift, end, estimated)?;
    let op = Op::ShiftClosed {
        part: shift.part,
        carried: write.open_visits()?.len(),
        left: closing.ended.len() + closing.served.len(),
        guessed: closing.estimated.len(),
        estimated: estimated.then_some(end),
    };
    Ok((op, None))
}

fn open_shift(write: &Write<'_>) -> Result<Shift, DeskError> {
    write.shift()?.ok_or_else(|| Refusal::NoShift.into())
}

/// The first of the people on duty and all of them, each once, when the roster offers all of them.
fn check_duty(
    write: &Write<'_>,
    on_duty: &[VolunteerId],
) -> Result<(VolunteerId, Vec<VolunteerId>), DeskError> {
    let mut each: Vec<VolunteerId> = Vec::with_capacity(on_duty.len());
    for volunteer in on_duty {
        if !write.offers_volunteer(*volunteer)? {
            return Err(Refusal::UnknownVolunteer.into());
        }
        if !each.contains(volunteer) {
            each.push(*volunteer);
        }
    }
    let first = each.first().copied().ok_or(Refusal::NobodyOnDuty)?;
    Ok((first, each))
}
