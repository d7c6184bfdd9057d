//! The life of one number: everything that was done with it, by whom, and why it was called when it was. This answers a
//! complaint, also about a day long ago.

use super::deed::DeskError;
use super::station::Desk;
use crate::domain::queue::{Before, Calls, Lane, Order};
use crate::domain::{Day, Stamp, StationNo, Stations, Ticket, Visit, VisitId};
use crate::store::StoreError;
use crate::store::journal::Entry;

/// Everything that is known of what happened to a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    pub visit: Visit,
    /// In the order in which it was done.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub entry: Entry,
    /// Of a call: who waited then, in which order.
    pub order: Option<CallOrder>,
}

/// Who waited when a number was called, as far as it has to do with that number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallOrder {
    /// How many stood before it.
    pub ahead: usize,
    /// The lanes of the calls before, the newest last.
    pub recent: Vec<Lane>,
    /// Those right before it, and why.
    pub before: Vec<Other>,
    /// Those who had come earlier and still stood behind it, and why.
    pub after: Vec<Other>,
}

/// Another number that waited then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub ticket: Ticket,
    pub lane: Lane,
    pub arrived: Stamp,
    pub why: Before,
}

/// How many calls before it are told.
const CALLS_TOLD: usize = 6;

/// Every entry of a day is read.
const ALL: u32 = u32::MAX;

impl Desk {
    /// The life of the number of a day, of a past one for a leader; `None` when no number like that was given then, or it was taken back.
    pub fn life(&self, day: Day, ticket: Ticket) -> Result<Option<Life>, DeskError> {
        self.must_lead_on(day)?;
        let Some(visit) = self.store.visit_of(day, ticket)? else { return Ok(None) };
        let stays = self.store.stays(visit.id)?;
        let is_held = |at: Stamp, station: StationNo| {
            stays.iter().any(|one| {
                one.station == Some(station) && one.from <= at && one.until.is_none_or(|end| at <= end)
            })
        };
        let mut days: Vec<Day> =
            stays.iter().flat_map(|one| [Some(one.from), one.until]).flatten().map(Stamp::day).collect();
        days.push(day);
        days.sort_unstable();
        days.dedup();
        let mut entries = Vec::new();
        for of in days {
            let mut found = self.store.journal_of_day(of, ALL)?;
            // Each day has such a number of its own: on another one, what was done while this one was in hand is its own.
            found
                .retain(|entry| entry.op.concerns(ticket) && (of == day || is_held(entry.at, entry.station)));
            entries.extend(found);
        }
        entries.extend(self.store.corrections(day, ticket)?);
        entries.sort_unstable_by_key(|entry| entry.id);
        entries.dedup_by_key(|entry| entry.id);
        let mut steps = Vec::with_capacity(entries.len());
        for entry in entries {
            let is_call = entry.op.called() == Some(ticket);
            let order = if is_call { self.order_at(&visit, entry.at, entry.station)? } else { None };
            steps.push(Step { entry, order });
        }
        Ok(Some(Life { visit, steps }))
    }

    /// The order as it was when a visit was called.
    fn order_at(
        &self,
        visit: &Visit,
        at: Stamp,
        station: StationNo,
    ) -> Result<Option<CallOrder>, StoreError> {
        let waited = self.store.waiting_at(at)?;
        let find = |id: VisitId| waited.iter().find(|one| one.id == id);
        let offered = |one: &&Visit| one.standing.station.is_none_or(|only| only == station);
        // Who sat where then is not asked: everybody counts who might have been called at that station.
        let rules = self.store.queue_rules()?;
        let recent = self.store.lanes_before(at, rules.ratio.memory().max(CALLS_TOLD))?;
        let told = recent[recent.len().saturating_sub(CALLS_TOLD)..].to_vec();
        let memory = &recent[recent.len().saturating_sub(rules.ratio.memory())..];
        let calls = Calls::of(
            waited.iter().filter(offered),
            Order { rules: &rules, stations: &Stations::default(), recent: memory, now: at },
        );
        let Some(found) = calls.explain(visit.id, find) else { return Ok(None) };
        let other = |(id, why): &(VisitId, Before)| {
            let other = find(*id)?;
            let lane = Lane::of(other);
            Some(Other { ticket: other.ticket, lane, arrived: other.arrived, why: *why })
        };
        Ok(Some(CallOrder {
            ahead: found.ahead,
            recent: told,
            before: found.before.iter().filter_map(other).collect(),
            after: found.after.iter().filter_map(other).collect(),
        }))
    }
}
