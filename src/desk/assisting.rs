//! The checklist: what a visit is helped with.

use super::deed::{DeskError, Done, find_open, on_duty};
use crate::domain::assist::MOST_QUANTITY;
use crate::domain::visit::Act;
use crate::domain::{
    Assist, AssistId, Catalogue, Channel, Code, Day, How, Op, Outcome, Payment, Procedure, Refusal,
    StuckReason, Ticket, VisitId, VolunteerId,
};
use crate::store::Write;

pub(super) fn add(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    id: VisitId,
    procedure: &Code,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let visit = find_open(write, id)?;
    let procedure = in_force(catalogue, procedure, act.at.day());
    // The same thing twice is a quantity, not a second row.
    if let Some(mut assist) = write.assists(id)?.into_iter().find(|assist| assist.procedure == *procedure) {
        check_quantity(assist.quantity.saturating_add(1))?;
        assist.quantity += 1;
        write.keep_assist(&assist)?;
        let op =
            Op::QuantitySet { ticket: visit.ticket, procedure: assist.procedure, quantity: assist.quantity };
        return Ok((op, Some(id)));
    }
    catalogue.get(procedure).ok_or(Refusal::UnknownProcedure)?;
    enter(write, catalogue, act, id, procedure, 1)?;
    Ok((Op::AssistAdded { ticket: visit.ticket, procedure: procedure.clone() }, Some(id)))
}

/// What stands for a code on a day: itself while it is offered, else the successor that is, else itself all the same.
pub(super) fn in_force<'a>(catalogue: &'a Catalogue, code: &'a Code, day: Day) -> &'a Code {
    catalogue.successor_on(code, day).map_or(code, |entry| &entry.code)
}

/// Enters an assist with the procedure's usual channel, told and not done by somebody else: the plain case. What was
/// asked for before its entry went is helped with all the same.
pub(super) fn enter(
    write: &Write<'_>,
    catalogue: &Catalogue,
    act: Act,
    visit: VisitId,
    procedure: &Code,
    quantity: u16,
) -> Result<(), DeskError> {
    let channel = catalogue.get(procedure).map_or(Channel::NotFiled, Procedure::usual_channel);
    write.use_name(catalogue, procedure)?;
    write.add_assist(&Assist {
        id: AssistId(0),
        visit,
        procedure: procedure.clone(),
        quantity,
        how: How::Guided,
        channel,
        payment: Payment::NotOnline,
        outcome: Outcome::Open,
        by: act.by,
        station: act.station,
        ticked: Vec::new(),
        checks: Vec::new(),
        come_back: None,
    })?;
    Ok(())
}

pub(super) fn remove(write: &Write<'_>, by: Option<VolunteerId>, id: AssistId) -> Result<Done, DeskError> {
    let (assist, ticket) = open_assist(write, by, id)?;
    write.remove_assist(id)?;
    Ok((Op::AssistRemoved { ticket, procedure: assist.procedure }, Some(assist.visit)))
}

pub(super) fn toggle_step(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    id: AssistId,
    step: u8,
) -> Result<Done, DeskError> {
    let (assist, ticket) = open_assist(write, by, id)?;
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
    by: Option<VolunteerId>,
    id: AssistId,
    quantity: u16,
) -> Result<Done, DeskError> {
    check_quantity(quantity)?;
    change(
        write,
        by,
        id,
        |assist| assist.quantity = quantity,
        |ticket, procedure| Op::QuantitySet { ticket, procedure, quantity },
    )
}

pub(super) fn set_how(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
    how: How,
) -> Result<Done, DeskError> {
    change(
        write,
        by,
        id,
        |assist| assist.how = how,
        |ticket, procedure| Op::HowSet { ticket, procedure, how },
    )
}

pub(super) fn set_channel(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
    channel: Channel,
) -> Result<Done, DeskError> {
    change(
        write,
        by,
        id,
        |assist| assist.channel = channel,
        |ticket, procedure| Op::ChannelSet { ticket, procedure, channel },
    )
}

pub(super) fn set_payment(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
    payment: Payment,
) -> Result<Done, DeskError> {
    change(
        write,
        by,
        id,
        |assist| assist.payment = payment,
        |ticket, procedure| Op::PaymentSet { ticket, procedure, payment },
    )
}

pub(super) fn set_outcome(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
    outcome: Outcome,
) -> Result<Done, DeskError> {
    if let Outcome::Stuck(StuckReason::Own(reason)) = outcome
        && !write.knows_reason(reason)?
    {
        return Err(Refusal::UnknownReason.into());
    }
    change(
        write,
        by,
        id,
        |assist| assist.outcome = outcome,
        |ticket, procedure| Op::OutcomeSet { ticket, procedure, outcome },
    )
}

fn change(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
    set: impl FnOnce(&mut Assist),
    op: impl FnOnce(Ticket, Code) -> Op,
) -> Result<Done, DeskError> {
    let (mut assist, ticket) = open_assist(write, by, id)?;
    set(&mut assist);
    write.keep_assist(&assist)?;
    Ok((op(ticket, assist.procedure), Some(assist.visit)))
}

/// An assist whose visit has not ended, and the visit's number; for somebody who is on duty.
pub(super) fn open_assist(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: AssistId,
) -> Result<(Assist, Ticket), DeskError> {
    on_duty(write, by)?;
    let assist = write.assist(id)?.ok_or(Refusal::AssistGone)?;
    let ticket = find_open(write, assist.visit)?.ticket;
    Ok((assist, ticket))
}

pub(super) fn check_quantity(quantity: u16) -> Result<(), Refusal> {
    if (1..=MOST_QUANTITY).contains(&quantity) { Ok(()) } else { Err(Refusal::QuantityOutOfRange) }
}
