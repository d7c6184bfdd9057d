//! Numbers, calls and the way of a visit through its stages.

use super::{DeskError, Done, NewVisit};
use crate::domain::assist::OutcomeKind;
use crate::domain::visit::{Act, MOST_PERSONS};
use crate::domain::{
    Catalogue, Code, Day, LeaveReason, Op, Outcome, Person, Refusal, Stage, Ticket, Visit, VisitId,
    VolunteerId, input,
};
use crate::store::Write;
use crate::store::visits::NewRow;

pub(super) fn take_number(
    write: &Write<'_>,
    catalogue: &Catalogue,
    new: &NewVisit,
) -> Result<Done, DeskError> {
    let shift = write.shift()?.ok_or(Refusal::NoShift)?;
    if !(1..=MOST_PERSONS).contains(&new.persons) {
        return Err(Refusal::PersonsOutOfRange.into());
    }
    let needs = each_once(&in_force(&new.needs, catalogue, write.sign.day()));
    let (first, _) = needs.first().ok_or(Refusal::NoNeed)?;
    for (code, quantity) in &needs {
        catalogue.get(code).ok_or(Refusal::UnknownProcedure)?;
        super::assisting::check_quantity(*quantity)?;
        write.use_name(catalogue, code)?;
    }
    if let Some(earlier) = new.returns_of {
        find(write, earlier)?;
    }
    if new.booked.is_some_and(|booked| booked.day() != write.sign.day()) {
        return Err(Refusal::BookedAnotherDay.into());
    }
    let series = catalogue.field_of(first).ok_or(Refusal::UnknownProcedure)?.series;
    let ticket = write.draw_ticket(series)?.ok_or(Refusal::SeriesFull)?;
    let visit = write.add_visit(NewRow {
        ticket,
        shift: shift.id,
        persons: new.persons,
        priority: new.priority,
        returns_of: new.returns_of,
        booked: new.booked,
    })?;
    for (code, quantity) in &needs {
        write.add_need(visit.id, code, *quantity)?;
    }
    if new.person != Person::default() {
        check_person(write, &new.person)?;
        write.keep_person(visit.id, &new.person)?;
    }
    let name = new.name.as_deref().map(|name| input::line(name, input::NAME_LENGTH)).unwrap_or_default();
    if !name.is_empty() {
        write.add_name(visit.id, &name)?;
    }
    if let Some(note) = &new.note {
        super::notes::keep(write, visit.id, note)?;
    }
    let needs = needs.into_iter().map(|(code, _)| code).collect();
    let op = Op::NumberGiven { ticket, needs, persons: new.persons, priority: new.priority, at_once: None };
    Ok((op, Some(visit.id)))
}

/// What is in force on a day of what was asked for: a list that was opened yesterday, or a number that was given then,
/// may name what a law has replaced since.
pub(super) fn in_force(needs: &[(Code, u8)], catalogue: &Catalogue, day: Day) -> Vec<(Code, u8)> {
    let in_force = |code| super::assisting::in_force(catalogue, code, day);
    needs.iter().map(|(code, quantity)| (in_force(code).clone(), *quantity)).collect()
}

/// The same thing named twice is a quantity, not a second need.
fn each_once(named: &[(Code, u8)]) -> Vec<(Code, u8)> {
    let mut needs: Vec<(Code, u8)> = Vec::with_capacity(named.len());
    for (code, quantity) in named {
        match needs.iter_mut().find(|(known, _)| known == code) {
            Some((_, sum)) => *sum = sum.saturating_add(*quantity),
            None => needs.push((code.clone(), *quantity)),
        }
    }
    needs
}

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
        for (code, quantity) in each_once(&in_force(&write.needs(id)?, catalogue, act.at.day())) {
            super::assisting::enter(write, catalogue, act, id, &code, quantity)?;
        }
    }
    Ok((Op::Appeared { ticket: visit.ticket }, Some(id)))
}

pub(super) fn hold(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let (_, visit) = step(write, by, id, Visit::hold)?;
    Ok((Op::Held { ticket: visit.ticket }, Some(id)))
}

pub(super) fn resume(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    must_be_free(&write.open_visits()?, act)?;
    let (_, visit) = step(write, by, id, Visit::resume)?;
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
        super::turns::check_missed(write, &before, act)?;
    }
    write.keep_stage(&visit)?;
    Ok((Op::Left { ticket: visit.ticket, why }, Some(id)))
}

pub(super) fn finish(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let (ticket, assists) = end(write, by, id)?;
    Ok((Op::Finished { ticket, assists }, Some(id)))
}

/// Finishes a visit and says how many things it was helped with.
pub(super) fn end(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
) -> Result<(Ticket, u32), DeskError> {
    let (_, visit) = step(write, by, id, Visit::finish)?;
    let mut assists = 0;
    for mut assist in write.assists(id)? {
        assists += u32::from(assist.quantity);
        // Done is the plain case: only what went otherwise has to be said.
        if assist.outcome.kind() == OutcomeKind::Open {
            assist.outcome = Outcome::Done;
            write.keep_assist(&assist)?;
        }
    }
    Ok((visit.ticket, assists))
}

pub(super) fn set_persons(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    persons: u8,
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    if !(1..=MOST_PERSONS).contains(&persons) {
        return Err(Refusal::PersonsOutOfRange.into());
    }
    let visit = find(write, id)?;
    if !visit.stage.kind().is_open() {
        return Err(Refusal::AlreadyEnded { ticket: visit.ticket, stage: visit.stage.kind() }.into());
    }
    write.keep_persons(id, persons)?;
    Ok((Op::PersonsSet { ticket: visit.ticket, persons }, Some(id)))
}

pub(super) fn set_person(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    person: &Person,
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    check_person(write, person)?;
    let visit = find(write, id)?;
    write.keep_person(id, person)?;
    Ok((Op::PersonSet { ticket: visit.ticket }, Some(id)))
}

fn check_person(write: &Write<'_>, person: &Person) -> Result<(), DeskError> {
    match person.hamlet {
        Some(hamlet) if !write.knows_hamlet(hamlet)? => Err(Refusal::UnknownHamlet.into()),
        _ => Ok(()),
    }
}

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

/// Somebody must be on duty to act: every number is later asked for by name.
pub(super) fn on_duty(write: &Write<'_>, by: Option<VolunteerId>) -> Result<Act, DeskError> {
    match by {
        Some(by) => Ok(write.act(by)),
        None => Err(Refusal::NoShift.into()),
    }
}

/// A station serves one party at a time.
pub(super) fn must_be_free(open: &[Visit], act: Act) -> Result<(), Refusal> {
    let mine = open.iter().find(|visit| {
        matches!(visit.stage, Stage::Called { station, .. } | Stage::Serving { station, .. } if station == act.station)
    });
    match mine {
        Some(visit) => Err(Refusal::StationBusy { ticket: visit.ticket, stage: visit.stage.kind() }),
        None => Ok(()),
    }
}
