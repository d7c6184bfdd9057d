//! Services that took far longer than usual: somebody forgot to end them. A time is proposed for each when the shift closes.

use super::deed::DeskError;
use super::model::Model;
use super::station::Desk;
use crate::domain::{Stage, Stamp, VisitId, wait};

/// A service that is far longer than usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlong {
    pub visit: VisitId,
    pub from: Stamp,
    /// When it was ended; `None` while it goes on.
    pub until: Option<Stamp>,
    /// When it was probably done: the last thing that was done for the party, else so long after the beginning as is usual.
    pub proposed: Stamp,
}

impl Desk {
    /// The services of the open shift's day that are far longer than usual, those that go on and those that were ended.
    pub fn overlong(&self, model: &Model) -> Result<Vec<Overlong>, DeskError> {
        let Some(shift) = &model.shift else { return Ok(Vec::new()) };
        let usual = wait::usual_service(model.pace.today.iter().chain(&model.pace.usual).copied());
        let now = self.now()?;
        let mut found = Vec::new();
        for card in model.open() {
            if let Stage::Serving { since, .. } = card.visit.stage
                && wait::is_overlong(now.seconds_since(since), usual)
            {
                found.push((card.visit.id, since, None));
            }
        }
        let ended = self.store.long_services(shift.day, usual.unwrap_or(0))?;
        let ended = ended.into_iter().filter(|one| one.until >= shift.opened);
        let ended = ended.filter(|one| wait::is_overlong(one.until.seconds_since(one.from), usual));
        found.extend(ended.map(|one| (one.visit, one.from, Some(one.until))));
        let mut overlong = Vec::with_capacity(found.len());
        for (visit, from, until) in found {
            let Some(whole) = self.store.visit(visit)? else { continue };
            let end = until.unwrap_or(now);
            // What was entered while it was ended is no sign that the party was still there.
            let last = self.store.last_deed_for(&whole, from.plus_seconds(1), end)?;
            let guess = from.plus_seconds(usual.unwrap_or(wait::UNKNOWN_SERVICE)).min(end);
            let proposed = last.unwrap_or(guess).max(from);
            // To end it then would change nothing: something was done for the party to the end.
            if wait::is_overlong(end.seconds_since(from) - proposed.seconds_since(from), usual)
                || until.is_none()
            {
                overlong.push(Overlong { visit, from, until, proposed });
            }
        }
        Ok(overlong)
    }
}
