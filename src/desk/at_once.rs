//! Helping somebody on the spot, and giving a number like the last one.

use super::calling::{self, find, must_be_free, on_duty};
use super::{Desk, DeskError, Done, NewVisit, turns};
use crate::domain::queue::{Order, OutOfTurn, passed_over};
use crate::domain::{AtOnce, Catalogue, Code, Op, Priority, Refusal, Ticket, VolunteerId};
use crate::store::Write;

pub(super) fn serve_now(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    new: &NewVisit,
    why: Option<OutOfTurn>,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let open = write.open_visits()?;
    must_be_free(&open, act)?;
    let (op, visit) = calling::take_number(write, catalogue, new)?;
    let visit = find(write, visit.ok_or(Refusal::VisitGone)?)?;
    let rules = write.queue_rules()?;
    let recent = write.recent_lanes(rules.ratio.memory())?;
    let by_order = Order { rules: &rules, recent: &recent, now: act.at };
    let first = passed_over(&open, &visit, by_order, act.station);
    // Where nobody is passed over there is nothing to give a reason for, whatever the screen thought a second ago.
    let (out, at_once) = match (first, why) {
        (None, _) => (None, AtOnce::InTurn),
        (Some(_), Some(why)) => (Some(why), AtOnce::OutOfTurn(why)),
        (Some(first), None) => {
            return Err(Refusal::OthersFirst { ticket: find(write, first)?.ticket }.into());
        }
    };
    let id = visit.id;
    turns::call(write, visit, act, out)?;
    calling::appear(write, catalogue, by, id)?;
    let op = match op {
        Op::NumberGiven { ticket, needs, persons, priority, .. } => {
            Op::NumberGiven { ticket, needs, persons, priority, at_once: Some(at_once) }
        }
        other => other,
    };
    Ok((op, Some(id)))
}

/// What the last number was given for: nothing that is personal, and no booked time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastGiven {
    /// The number.
    pub ticket: Ticket,
    /// What the party needs, each with how many of it; what the catalogue no longer has is left out.
    pub needs: Vec<(Code, u8)>,
    /// How many persons, as it was set right since.
    pub persons: u8,
    /// Why it goes first.
    pub priority: Option<Priority>,
}

impl Desk {
    /// The last number that was given from this station in this shift and not taken back, whichever run of the program
    /// gave it.
    ///
    /// # Errors
    /// Refused when there is none; or the file cannot be read.
    pub fn last_given(&self) -> Result<LastGiven, DeskError> {
        let shift = self.store.open_shift()?.ok_or(Refusal::NoShift)?;
        let visit = self.store.last_given(self.sign()?, shift.opened)?.ok_or(Refusal::NothingToRepeat)?;
        let mut needs = self.store.needs_of(visit.id)?;
        needs.retain(|(code, _)| self.catalogue.0.get(code).is_some());
        if needs.is_empty() {
            return Err(Refusal::NothingToRepeat.into());
        }
        Ok(LastGiven { ticket: visit.ticket, needs, persons: visit.persons, priority: visit.priority })
    }
}
