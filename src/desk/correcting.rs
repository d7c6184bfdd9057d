//! Corrections: what was recorded wrongly of a visit that has ended is set right, whoever ended it and whenever. The figures
//! of the shift in which it ended follow; the journal says from what to what.

use super::assisting;
use super::deed::{DeskError, Done, Hand, find};
use crate::domain::visit::Visit;
use crate::domain::{Assist, LeaveReason, Op, Refusal, Stage, StageKind, VisitId};
use crate::store::Write;

use super::command::Command;

/// What would be entered now if what a correction changes were entered as it stands; `None` of what only adds or takes off.
pub(super) fn before(write: &Write<'_>, command: &Command) -> Result<Option<Op>, DeskError> {
    Ok(match command {
        Command::SetPersons { visit, .. } => {
            let Visit { ticket, persons, .. } = find(write, *visit)?;
            Some(Op::PersonsSet { ticket, persons })
        }
        Command::SetEnding { visit, .. } => {
            let Visit { ticket, stage, .. } = find(write, *visit)?;
            Some(Op::EndingSet { ticket, why: why(&stage) })
        }
        Command::SetQuantity { assist: id, .. }
        | Command::SetHow(id, _)
        | Command::SetChannel(id, _)
        | Command::SetPayment(id, _)
        | Command::SetOutcome(id, _)
        | Command::Refer { assist: id, .. }
        | Command::ComeBack { assist: id, .. }
        | Command::SetCheck { assist: id, .. } => {
            let assist = write.assist(*id)?.ok_or(Refusal::AssistGone)?;
            let visit = find(write, assist.visit)?;
            Some(of_assist(command, &visit, &assist))
        }
        _ => None,
    })
}

/// The same of one thing that was helped with.
fn of_assist(command: &Command, visit: &Visit, assist: &Assist) -> Op {
    let ticket = visit.ticket;
    let (procedure, outcome) = (assist.procedure.clone(), assist.outcome);
    match command {
        Command::SetQuantity { .. } => Op::QuantitySet { ticket, procedure, quantity: assist.quantity },
        Command::SetHow(..) => Op::HowSet { ticket, procedure, how: assist.how },
        Command::SetChannel(..) => Op::ChannelSet { ticket, procedure, channel: assist.channel },
        Command::SetPayment(..) => Op::PaymentSet { ticket, procedure, payment: assist.payment },
        Command::SetCheck { part, place, .. } => {
            let (part, state) = (*part, assist.check(*part, *place));
            Op::CheckSet { ticket, procedure, part, place: place + 1, state }
        }
        _ => match assist.come_back {
            Some(when) => Op::ComeBackSet { ticket, procedure, when },
            None => Op::OutcomeSet { ticket, procedure, outcome },
        },
    }
}

const fn why(stage: &Stage) -> Option<LeaveReason> {
    match stage {
        Stage::Left { why, .. } => Some(*why),
        _ => None,
    }
}

/// Says how a visit ended. One whose party was never served cannot have been: it is taken up again instead.
pub(super) fn set_ending(
    write: &Write<'_>,
    hand: Hand,
    id: VisitId,
    ending: Option<LeaveReason>,
) -> Result<Done, DeskError> {
    let mut visit = hand.reach(write, id)?;
    let ticket = visit.ticket;
    if visit.stage.kind().is_open() {
        return Err(Refusal::StillOpen { ticket, stage: visit.stage.kind() }.into());
    }
    let was_served = write.was_served(id)?;
    visit.stage = match (visit.stage, ending) {
        (Stage::Left { by, station, at, .. }, None) if was_served => Stage::Done { by, station, at },
        (Stage::Left { .. }, None) => return Err(Refusal::NeverServed { ticket }.into()),
        (Stage::Left { by, station, at, from, .. }, Some(why)) => {
            Stage::Left { by, station, at, why, from, come_back: None }
        }
        (Stage::Done { by, station, at }, Some(why)) => {
            Stage::Left { by, station, at, why, from: StageKind::Serving, come_back: None }
        }
        (stage, _) => stage,
    };
    write.keep_ending(&visit)?;
    match ending {
        None => drop(assisting::finish_open(write, id)?),
        // Who was not served to the end was not helped to the end.
        Some(_) => assisting::unfinish(write, id)?,
    }
    Ok((Op::EndingSet { ticket, why: ending }, Some(id)))
}
