//! The way of a visit through its stages, and what is noted about it on the way.

use super::deed::{DeskError, Done, Hand, find, find_open, on_duty};
use super::guiding;
use super::{aside, assisting};
use crate::domain::assist::OutcomeKind;
use crate::domain::queue::rules;
use crate::domain::visit::{Act, MOST_PERSONS};
use crate::domain::{
    Agreed, Catalogue, LeaveReason, Op, Outcome, Person, Refusal, StageKind, Ticket, Visit, VisitId,
    VolunteerId, input,
};
use crate::store::Write;

pub(super) fn appear(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    id: VisitId,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let visit = find(write, id)?.appear(act)?;
    write.keep_stage(&visit)?;
    // What was asked for is what will be helped with, until the volunteer says otherwise. A visit that was put back
    // into the queue already has its list.
    if write.assists(id)?.is_empty() {
        assisting::enter_needs(write, catalogue, act, id)?;
    }
    Ok((Op::Appeared { ticket: visit.ticket }, Some(id)))
}

pub(super) fn hold(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let visit = aside::put_aside(write, on_duty(write, by)?, find(write, id)?)?;
    Ok((Op::Held { ticket: visit.ticket }, Some(id)))
}

pub(super) fn resume(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let before = find(write, id)?;
    aside::make_room(write, &write.open_visits()?, act, Some(id))?;
    let visit = before.clone().resume(aside::who_goes_on(write, act, &before)?)?;
    write.keep_stage(&visit)?;
    Ok((Op::Resumed { ticket: visit.ticket }, Some(id)))
}

pub(super) fn leave(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    why: LeaveReason,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let before = find(write, id)?;
    let visit = before.clone().leave(act, why)?;
    if why == LeaveReason::NoShow {
        check_missed(write, &before, act)?;
    }
    write.keep_stage(&visit)?;
    Ok((Op::Left { ticket: visit.ticket, why, come_back: None }, Some(id)))
}

/// The party leaves and comes back then, and so does what is not done of what it was helped with.
pub(super) fn leave_until(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    when: Agreed,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    guiding::is_to_come(when, act.at)?;
    let visit = find(write, id)?.leave_until(act, when)?;
    for mut assist in write.assists(id)? {
        if assist.outcome.kind() == OutcomeKind::Open {
            assist.outcome = Outcome::ComeBack;
            assist.channel = None;
            assist.come_back = Some(when);
            write.keep_assist(&assist)?;
        }
    }
    write.keep_stage(&visit)?;
    let op = Op::Left { ticket: visit.ticket, why: LeaveReason::AnotherDay, come_back: Some(when) };
    Ok((op, Some(id)))
}

/// Refuses to take a party that was just called for not there; one that was never called cannot have failed to appear.
pub(super) fn check_missed(write: &Write<'_>, visit: &Visit, act: Act) -> Result<(), DeskError> {
    if visit.stage.kind() != StageKind::Called {
        return Err(Refusal::NotCalled { ticket: visit.ticket, stage: visit.stage.kind() }.into());
    }
    Ok(rules::may_be_missed(visit, act.at, &write.queue_rules()?)?)
}

pub(super) fn finish(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let Ended { ticket, assists, quantity, undone } = end(write, by, id)?;
    Ok((Op::Finished { ticket, assists, quantity, undone }, Some(id)))
}

/// How a visit ended.
pub(super) struct Ended {
    pub ticket: Ticket,
    /// How many things were done, whatever their quantity.
    pub assists: u32,
    /// Their quantities added up.
    pub quantity: u32,
    /// What became of the others.
    pub undone: Vec<Outcome>,
}

/// Finishes a visit.
pub(super) fn end(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Ended, DeskError> {
    let before = find(write, id)?;
    let visit = before.clone().finish(aside::who_ends(write, on_duty(write, by)?, &before)?)?;
    write.keep_stage(&visit)?;
    let all = assisting::finish_open(write, id)?;
    let done = || all.iter().filter(|assist| assist.is_done());
    let assists = u32::try_from(done().count()).unwrap_or(u32::MAX);
    let quantity = done().map(|assist| u32::from(assist.quantity)).sum();
    let undone = all.iter().filter(|assist| !assist.is_done()).map(|assist| assist.outcome).collect();
    Ok(Ended { ticket: visit.ticket, assists, quantity, undone })
}

pub(super) fn set_persons(
    write: &Write<'_>,
    hand: Hand,
    id: VisitId,
    persons: u16,
) -> Result<Done, DeskError> {
    let visit = hand.reach(write, id)?;
    if !(1..=MOST_PERSONS).contains(&persons) {
        return Err(Refusal::PersonsOutOfRange.into());
    }
    write.keep_persons(id, persons)?;
    Ok((Op::PersonsSet { ticket: visit.ticket, persons }, Some(id)))
}

pub(super) fn set_person(
    write: &Write<'_>,
    hand: Hand,
    id: VisitId,
    person: &Person,
) -> Result<Done, DeskError> {
    if !hand.corrects {
        on_duty(write, hand.by)?;
    }
    check_person(write, person)?;
    let visit = find(write, id)?;
    write.keep_person(id, person)?;
    Ok((Op::PersonSet { ticket: visit.ticket }, Some(id)))
}

pub(super) fn check_person(write: &Write<'_>, person: &Person) -> Result<(), DeskError> {
    match person.hamlet {
        Some(hamlet) if !write.knows_hamlet(hamlet)? => Err(Refusal::UnknownHamlet.into()),
        _ => Ok(()),
    }
}

pub(super) fn set_calling(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    (name, note): (&str, &str),
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    let visit = find_open(write, id)?;
    keep_name(write, id, name)?;
    keep_note(write, id, note)?;
    Ok((Op::NoteSet { ticket: visit.ticket }, Some(id)))
}

/// Keeps the name of a visit; an empty one is none.
pub(super) fn keep_name(write: &Write<'_>, id: VisitId, name: &str) -> Result<(), DeskError> {
    let name = input::line(name, input::NAME_LENGTH);
    Ok(if name.is_empty() { write.drop_name(id) } else { write.keep_name(id, &name) }?)
}

/// Keeps the note of a visit; an empty one is none.
pub(super) fn keep_note(write: &Write<'_>, id: VisitId, note: &str) -> Result<(), DeskError> {
    let note = input::line(note, input::CALL_NOTE_LENGTH);
    Ok(if note.is_empty() { write.drop_note(id) } else { write.keep_note(id, &note) }?)
}
