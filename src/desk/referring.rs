//! Where parties are sent (chuyển nơi khác): the desk's list of places grows by what is typed once.

use super::assisting;
use super::deed::{DeskError, Done, Hand, find, on_duty};
use crate::domain::assist::OutcomeKind;
use crate::domain::reason::{LONGEST_REASON, MOST_PLACES};
use crate::domain::{
    AssistId, Catalogue, LeaveReason, Op, Outcome, Referral, Refusal, VisitId, VolunteerId, input,
};
use crate::store::Write;

use super::command::WhereTo;
use super::office::names_once;

/// One thing is done elsewhere.
pub(super) fn refer(write: &Write<'_>, hand: Hand, id: AssistId, to: &WhereTo) -> Result<Done, DeskError> {
    let place = place(write, to)?;
    assisting::set_outcome(write, hand, id, Outcome::Referred(place))
}

/// The party leaves for somewhere else, and so does what is not done of what it needs.
pub(super) fn send_on(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    id: VisitId,
    to: &WhereTo,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let visit = find(write, id)?.leave(act, LeaveReason::SentOn)?;
    let place = place(write, to)?;
    if write.assists(id)?.is_empty() {
        assisting::enter_needs(write, catalogue, act, id)?;
    }
    for mut assist in write.assists(id)? {
        if assist.outcome.kind() == OutcomeKind::Open {
            assist.outcome = Outcome::Referred(place);
            assist.channel = None;
            write.keep_assist(&assist)?;
        }
    }
    write.keep_stage(&visit)?;
    Ok((Op::SentOn { ticket: visit.ticket, to: place }, Some(id)))
}

fn place(write: &Write<'_>, to: &WhereTo) -> Result<Referral, DeskError> {
    match to {
        WhereTo::Known(place) => Ok(*place),
        WhereTo::Named(name) => {
            let name = input::line(name, LONGEST_REASON);
            if name.is_empty() {
                return Ok(Referral::NotNoted);
            }
            Ok(Referral::Own(write.place_named(&name)?))
        }
    }
}

/// The list of places.
pub(super) fn set_places(write: &Write<'_>, names: &[String]) -> Result<Done, DeskError> {
    let each = names_once(names, LONGEST_REASON);
    if each.len() > MOST_PLACES {
        return Err(Refusal::TooManyPlaces.into());
    }
    write.keep_reasons(OutcomeKind::Referred, &each)?;
    Ok((Op::PlacesSet { places: each.len() }, None))
}
