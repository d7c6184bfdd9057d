//! Who is called next, and the ways around the order: out of turn, not there, back again, sent elsewhere.

use super::aside;
use super::calling::{Ended, check_missed, end};
use super::deed::{DeskError, Done, find, on_duty, step};
use crate::domain::assist::OutcomeKind;
use crate::domain::queue::{Destination, Order, OutOfTurn, QueueRules, order, rules};
use crate::domain::visit::Act;
use crate::domain::{LeaveReason, Op, Outcome, Refusal, Stage, StageKind, Visit, VisitId, VolunteerId};
use crate::store::Write;

pub(super) fn call_next(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    named: Option<VisitId>,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let visit = call_if_any(write, act, named)?.ok_or(Refusal::NobodyWaiting)?;
    Ok((Op::Called { ticket: visit.ticket }, Some(visit.id)))
}

/// The first of the order at this station.
fn next(write: &Write<'_>, rules: &QueueRules, open: &[Visit], act: Act) -> Result<Option<Visit>, DeskError> {
    let (stations, recent) = (write.stations()?, write.recent_lanes(rules.ratio.memory())?);
    let by = Order { rules, stations: &stations, recent: &recent, now: act.at };
    let row = order(open, by, Some(act.station));
    Ok(row.first().and_then(|id| open.iter().find(|visit| visit.id == *id)).cloned())
}

pub(super) fn call(
    write: &Write<'_>,
    visit: Visit,
    act: Act,
    out: Option<OutOfTurn>,
) -> Result<Visit, DeskError> {
    let visit = visit.call(act)?;
    write.keep_stage(&visit)?;
    write.add_turn(&visit, out)?;
    Ok(visit)
}

pub(super) fn call_out_of_turn(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    why: OutOfTurn,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let act = aside::make_room(write, &write.open_visits()?, act, None)?;
    let visit = call(write, find(write, id)?, act, Some(why))?;
    Ok((Op::CalledOutOfTurn { ticket: visit.ticket, why }, Some(id)))
}

pub(super) fn recall(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let before = find(write, id)?;
    let visit = before.clone().recall(on_duty(write, by)?)?;
    if let Stage::Called { times, .. } = before.stage {
        rules::may_be_recalled(&before, times, &write.queue_rules()?)?;
    }
    let Stage::Called { times, .. } = visit.stage else { return Err(Refusal::VisitGone.into()) };
    write.keep_calls(&visit, times)?;
    Ok((Op::Recalled { ticket: visit.ticket, times }, Some(id)))
}

pub(super) fn next_please(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    named: Option<VisitId>,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let missed = find(write, id)?;
    let gone = missed.clone().leave(act, LeaveReason::NoShow)?;
    check_missed(write, &missed, act)?;
    write.keep_stage(&gone)?;
    let next = call_if_any(write, act, named)?;
    let op = Op::NotThere { ticket: gone.ticket, next: next.as_ref().map(|visit| visit.ticket) };
    Ok((op, next.map(|visit| visit.id)))
}

pub(super) fn finish_and_call(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    named: Option<VisitId>,
) -> Result<Done, DeskError> {
    let Ended { ticket, assists, quantity, undone } = end(write, by, id)?;
    let next = call_if_any(write, on_duty(write, by)?, named)?;
    let op = Op::FinishedAndCalled {
        ticket,
        assists,
        quantity,
        undone,
        next: next.as_ref().map(|visit| visit.ticket),
    };
    Ok((op, next.map(|visit| visit.id)))
}

/// Calls the next of the queue; `None` where nobody waits. Where the screen named somebody, nobody else is called: another
/// station may have been quicker.
fn call_if_any(write: &Write<'_>, act: Act, named: Option<VisitId>) -> Result<Option<Visit>, DeskError> {
    let open = write.open_visits()?;
    let act = aside::make_room(write, &open, act, None)?;
    let next = next(write, &write.queue_rules()?, &open, act)?;
    if let Some(named) = named
        && next.as_ref().is_none_or(|visit| visit.id != named)
    {
        let ticket = find(write, named)?.ticket;
        return Err(Refusal::NotNext { ticket, next: next.map(|visit| visit.ticket) }.into());
    }
    next.map(|next| call(write, next, act, None)).transpose()
}

pub(super) fn put_back(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let (before, visit) = step(write, by, id, Visit::put_back)?;
    give_turn_back(write, &before)?;
    Ok((Op::PutBack { ticket: visit.ticket }, Some(id)))
}

/// A party that was called and never came to the desk had no turn: its lane keeps it, and it stands first again.
fn give_turn_back(write: &Write<'_>, before: &Visit) -> Result<(), DeskError> {
    if before.stage.kind() == StageKind::Called {
        write.drop_turn(before)?;
    }
    Ok(())
}

pub(super) fn transfer(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: VisitId,
    to: Destination,
) -> Result<Done, DeskError> {
    let before = find(write, id)?;
    let visit = before.clone().transfer(on_duty(write, by)?, to)?;
    if before.stage == visit.stage {
        write.keep_transfer(&visit)?;
    } else {
        write.keep_stage(&visit)?;
        give_turn_back(write, &before)?;
    }
    Ok((Op::Transferred { ticket: visit.ticket, to }, Some(id)))
}

pub(super) fn come_back(write: &Write<'_>, by: Option<VolunteerId>, id: VisitId) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let ended = find(write, id)?;
    let mut visit = ended.clone().come_back(act)?;
    let open = write.open_visits()?;
    let open: Vec<&Visit> = open.iter().collect();
    visit.standing.place = order::place_of_return(&ended, &open, act.at);
    write.keep_stage(&visit)?;
    write.add_return(&ended, &visit)?;
    let was_sent_on = matches!(ended.stage, Stage::Left { why: LeaveReason::SentOn, .. });
    // What was to be gone on with is gone on with now, and so is what was to be done elsewhere.
    for mut assist in write.assists(id)? {
        let kind = assist.outcome.kind();
        if kind == OutcomeKind::ComeBack || (was_sent_on && kind == OutcomeKind::Referred) {
            assist.outcome = Outcome::Open;
            write.keep_assist(&assist)?;
        }
    }
    Ok((Op::CameBack { ticket: visit.ticket }, Some(id)))
}

pub(super) fn set_rules(write: &Write<'_>, rules: &QueueRules) -> Result<Done, DeskError> {
    if !rules.is_valid() {
        return Err(Refusal::QueueRuleOutOfRange.into());
    }
    write.keep_queue_rules(rules)?;
    Ok((Op::QueueRulesSet, None))
}

#[cfg(not(shipped))]
impl super::Desk {
    /// The calls of a day that went before the order of the queue, each with its moment and its reason.
    pub fn out_of_turn(
        &self,
        day: crate::domain::Day,
    ) -> Result<Vec<(crate::domain::Stamp, OutOfTurn)>, DeskError> {
        Ok(self.store.facts(day, self.now()?)?.out_of_turn)
    }
}
