//! The checklist: what a visit is helped with.

use super::deed::{DeskError, Done, Hand};
use crate::domain::assist::{MOST_QUANTITY, OutcomeKind};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::visit::Act;
use crate::domain::{
    Assist, AssistId, Catalogue, Channel, Code, Day, How, Op, Outcome, Payment, Procedure, Refusal,
    StageKind, Ticket, VisitId,
};
use crate::store::Write;

pub(super) fn add(
    write: &Write<'_>,
    catalogue: &Catalogue,
    hand: Hand,
    id: VisitId,
    procedure: &Code,
) -> Result<Done, DeskError> {
    let visit = hand.reach(write, id)?;
    let act = hand.helper(write, &visit)?;
    let procedure = in_force(catalogue, procedure, act.at.day());
    let mut assists = write.assists(id)?;
    if assists.is_empty() && visit.stage.kind().is_open() {
        // What was asked for stands beside what is added before anybody has come to it.
        enter_needs(write, catalogue, act, id)?;
        assists = write.assists(id)?;
    }
    // The same thing twice is a quantity, not a second row.
    if let Some(mut assist) = assists.iter().find(|assist| assist.procedure == *procedure).cloned() {
        check_quantity(assist.quantity.saturating_add(1))?;
        assist.quantity += 1;
        write.keep_assist(&assist)?;
        let op =
            Op::QuantitySet { ticket: visit.ticket, procedure: assist.procedure, quantity: assist.quantity };
        return Ok((op, Some(id)));
    }
    catalogue.get(procedure).ok_or(Refusal::UnknownProcedure)?;
    // «Chưa rõ» stood for what is known now: the first real need takes its place.
    if let Some(unknown) = assists.iter().find(|assist| assist.procedure.0 == UNKNOWN_NEED) {
        write.remove_assist(unknown.id)?;
        write.replace_need(id, &unknown.procedure, procedure)?;
    }
    enter(write, catalogue, act, id, procedure, 1)?;
    if visit.stage.kind() == StageKind::Done {
        finish_open(write, id)?;
    }
    Ok((Op::AssistAdded { ticket: visit.ticket, procedure: procedure.clone() }, Some(id)))
}

/// Enters what was asked for as what will be helped with.
pub(super) fn enter_needs(
    write: &Write<'_>,
    catalogue: &Catalogue,
    act: Act,
    visit: VisitId,
) -> Result<(), DeskError> {
    for (code, quantity) in each_once(&of_day(&write.needs(visit)?, catalogue, act.at.day())) {
        enter(write, catalogue, act, visit, &code, quantity)?;
    }
    Ok(())
}

/// What is in force on a day of what was asked for: a list that was opened yesterday, or a number that was given then,
/// may name what a law has replaced since.
pub(super) fn of_day(needs: &[(Code, u16)], catalogue: &Catalogue, day: Day) -> Vec<(Code, u16)> {
    let in_force = |code| in_force(catalogue, code, day);
    needs.iter().map(|(code, quantity)| (in_force(code).clone(), *quantity)).collect()
}

/// The same thing named twice is a quantity, not a second need.
pub(super) fn each_once(named: &[(Code, u16)]) -> Vec<(Code, u16)> {
    let mut needs: Vec<(Code, u16)> = Vec::with_capacity(named.len());
    for (code, quantity) in named {
        match needs.iter_mut().find(|(known, _)| known == code) {
            Some((_, sum)) => *sum = sum.saturating_add(*quantity),
            None => needs.push((code.clone(), *quantity)),
        }
    }
    needs
}

/// What stands for a code on a day: itself while it is offered, else the successor that is, else itself all the same.
pub(super) fn in_force<'a>(catalogue: &'a Catalogue, code: &'a Code, day: Day) -> &'a Code {
    catalogue.successor_on(code, day).map_or(code, |entry| &entry.code)
}

/// Enters an assist of which nothing is said yet. What was asked for before its entry went is helped with all the same.
pub(super) fn enter(
    write: &Write<'_>,
    catalogue: &Catalogue,
    act: Act,
    visit: VisitId,
    procedure: &Code,
    quantity: u16,
) -> Result<(), DeskError> {
    write.use_name(catalogue, procedure)?;
    write.add_assist(&Assist {
        id: AssistId(0),
        visit,
        procedure: procedure.clone(),
        quantity,
        how: None,
        channel: None,
        payment: None,
        outcome: Outcome::Open,
        by: act.by,
        station: act.station,
        ticked: Vec::new(),
        checks: Vec::new(),
        come_back: None,
    })?;
    Ok(())
}

/// Everything of a visit that was served is done, but for what was said to have gone otherwise: done is the plain case. Gives
/// back all of it.
pub(super) fn finish_open(write: &Write<'_>, visit: VisitId) -> Result<Vec<Assist>, DeskError> {
    let mut assists = write.assists(visit)?;
    for assist in assists.iter_mut().filter(|assist| assist.outcome.kind() == OutcomeKind::Open) {
        assist.outcome = Outcome::Done;
        write.keep_assist(assist)?;
    }
    Ok(assists)
}

/// Nothing of a visit is done any more: its party left before.
pub(super) fn unfinish(write: &Write<'_>, visit: VisitId) -> Result<(), DeskError> {
    for mut assist in write.assists(visit)?.into_iter().filter(Assist::is_done) {
        assist.outcome = Outcome::Open;
        write.keep_assist(&assist)?;
    }
    Ok(())
}

pub(super) fn remove(write: &Write<'_>, hand: Hand, id: AssistId) -> Result<Done, DeskError> {
    let (assist, ticket) = assist_in_reach(write, hand, id)?;
    write.remove_assist(id)?;
    Ok((Op::AssistRemoved { ticket, procedure: assist.procedure }, Some(assist.visit)))
}

pub(super) fn toggle_step(
    write: &Write<'_>,
    catalogue: &Catalogue,
    hand: Hand,
    id: AssistId,
    step: u8,
) -> Result<Done, DeskError> {
    let (assist, ticket) = assist_in_reach(write, hand, id)?;
    let has_tick = assist.ticked.contains(&step);
    let (visit, procedure) = (assist.visit, assist.procedure);
    if has_tick {
        write.remove_tick(id, step)?;
        return Ok((Op::Unticked { ticket, procedure, step: step + 1 }, Some(visit)));
    }
    let steps = catalogue.get(&procedure).map_or(0, Procedure::step_count);
    if step >= steps {
        return Err(Refusal::UnknownStep.into());
    }
    write.add_tick(id, step)?;
    Ok((Op::Ticked { ticket, procedure, step: step + 1 }, Some(visit)))
}

pub(super) fn set_quantity(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
    quantity: u16,
) -> Result<Done, DeskError> {
    check_quantity(quantity)?;
    change(
        write,
        hand,
        id,
        |assist| assist.quantity = quantity,
        |ticket, procedure| Op::QuantitySet { ticket, procedure, quantity },
    )
}

pub(super) fn set_how(write: &Write<'_>, hand: Hand, id: AssistId, how: How) -> Result<Done, DeskError> {
    change(
        write,
        hand,
        id,
        |assist| assist.how = Some(how),
        |ticket, procedure| Op::HowSet { ticket, procedure, how: Some(how) },
    )
}

pub(super) fn set_channel(
    write: &Write<'_>,
    catalogue: &Catalogue,
    hand: Hand,
    id: AssistId,
    channel: Channel,
) -> Result<Done, DeskError> {
    let (assist, ticket) = assist_in_reach(write, hand, id)?;
    if catalogue.is_skill(&assist.procedure) {
        return Err(Refusal::NoDossier { procedure: assist.procedure }.into());
    }
    if !assist.outcome.may_be_filed() {
        return Err(Refusal::NotDoneNotFiled { ticket }.into());
    }
    change(
        write,
        hand,
        id,
        |assist| assist.channel = Some(channel),
        |ticket, procedure| Op::ChannelSet { ticket, procedure, channel: Some(channel) },
    )
}

pub(super) fn set_payment(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
    payment: Payment,
) -> Result<Done, DeskError> {
    change(
        write,
        hand,
        id,
        |assist| assist.payment = Some(payment),
        |ticket, procedure| Op::PaymentSet { ticket, procedure, payment: Some(payment) },
    )
}

pub(super) fn set_outcome(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
    outcome: Outcome,
) -> Result<Done, DeskError> {
    if let Some(reason) = outcome.own()
        && !write.knows_reason(outcome.kind(), reason)?
    {
        return Err(Refusal::UnknownReason.into());
    }
    change(
        write,
        hand,
        id,
        |assist| {
            assist.outcome = outcome;
            assist.channel = assist.channel.filter(|_| outcome.may_be_filed());
        },
        |ticket, procedure| Op::OutcomeSet { ticket, procedure, outcome },
    )
}

fn change(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
    set: impl FnOnce(&mut Assist),
    op: impl FnOnce(Ticket, Code) -> Op,
) -> Result<Done, DeskError> {
    let (mut assist, ticket) = assist_in_reach(write, hand, id)?;
    set(&mut assist);
    write.keep_assist(&assist)?;
    Ok((op(ticket, assist.procedure), Some(assist.visit)))
}

/// An assist whose visit may be changed now, and the visit's number.
pub(super) fn assist_in_reach(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
) -> Result<(Assist, Ticket), DeskError> {
    let assist = write.assist(id)?.ok_or(Refusal::AssistGone)?;
    let ticket = hand.reach(write, assist.visit)?.ticket;
    Ok((assist, ticket))
}

pub(super) fn check_quantity(quantity: u16) -> Result<(), Refusal> {
    if (1..=MOST_QUANTITY).contains(&quantity) { Ok(()) } else { Err(Refusal::QuantityOutOfRange) }
}
