//! Who is put aside while another party is called. Where two volunteers sit at one PC, who is put aside is still being served, by
//! the volunteer who began.

use super::deed::DeskError;
use crate::domain::visit::Act;
use crate::domain::{Refusal, Stage, StageKind, Visit, VisitId, VolunteerId};
use crate::store::Write;

/// Puts aside whom the station serves.
pub(super) fn put_aside(write: &Write<'_>, act: Act, visit: Visit) -> Result<Visit, DeskError> {
    if !write.stations()?.seats_two(act.station) {
        let held = visit.hold(act)?;
        write.keep_stage(&held)?;
        return Ok(held);
    }
    let by = visit.stage.by().unwrap_or(act.by);
    let held = visit.hold(Act { by, ..act })?;
    write.keep_served_aside(&held)?;
    Ok(held)
}

/// Makes room at the station for a party that is called or taken up (`taken`), and says who helps it. A station serves one party
/// at a time; where two sit, the one in hand is put aside, unless another is already.
pub(super) fn make_room(
    write: &Write<'_>,
    open: &[Visit],
    act: Act,
    taken: Option<VisitId>,
) -> Result<Act, DeskError> {
    let here = |visit: &&Visit| visit.stage.kind().is_open() && visit.stage.station() == Some(act.station);
    let in_hand = |visit: &&Visit| matches!(visit.stage.kind(), StageKind::Called | StageKind::Serving);
    let Some(mine) = open.iter().filter(here).find(in_hand) else { return Ok(act) };
    let is_aside = |visit: &Visit| visit.stage.kind() == StageKind::Held && Some(visit.id) != taken;
    let is_served = mine.stage.kind() == StageKind::Serving;
    if !is_served || !write.stations()?.seats_two(act.station) || open.iter().filter(here).any(is_aside) {
        return Err(Refusal::StationBusy { ticket: mine.ticket, stage: mine.stage.kind() }.into());
    }
    put_aside(write, act, mine.clone())?;
    if mine.stage.by() != Some(act.by) {
        return Ok(act);
    }
    // Whoever serves the one cannot serve the other as well: it is the other one who sits here, if anybody has said who.
    let other = write.other_at_station(act.by)?;
    sits(write, other.map_or(act, |by| Act { by, ..act }), act)
}

/// Who goes on with a party that was put aside: where two sit, whoever began, who has the keys from then on.
pub(super) fn who_goes_on(write: &Write<'_>, act: Act, visit: &Visit) -> Result<Act, DeskError> {
    let Stage::Held { by, .. } = visit.stage else { return Ok(act) };
    own(write, act, by)
}

/// Who ends what is being served: where two sit, whoever served it.
pub(super) fn who_ends(write: &Write<'_>, act: Act, visit: &Visit) -> Result<Act, DeskError> {
    let Stage::Serving { by, .. } = visit.stage else { return Ok(act) };
    own(write, act, by)
}

fn own(write: &Write<'_>, act: Act, by: VolunteerId) -> Result<Act, DeskError> {
    let is_on_duty = write.shift()?.is_some_and(|shift| shift.on_duty().contains(&by));
    if !is_on_duty || !write.stations()?.seats_two(act.station) {
        return Ok(act);
    }
    sits(write, Act { by, ..act }, act)
}

/// Notes that somebody else has the keys now.
fn sits(write: &Write<'_>, now: Act, before: Act) -> Result<Act, DeskError> {
    if now.by != before.by
        && let Some(shift) = write.shift()?
    {
        write.seat(shift.id, now.by)?;
    }
    Ok(now)
}
