//! Shifts, volunteers and their hours: the evidence for support money and for the youth union's scoring (DOMAIN.md §1).

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::facts::Facts;
use super::super::{Shift, Stamp, VolunteerId};
use super::count;

/// Who was on duty, and how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Staffing {
    /// Shifts.
    pub shifts: u32,
    /// Different volunteers.
    pub volunteers: u32,
    /// Minutes on duty, those of every volunteer added up.
    pub minutes: u32,
    /// Shifts of earlier days that nobody closed: their hours are not known, and not counted.
    pub without_end: u32,
}

impl Staffing {
    pub(super) fn of(facts: &Facts) -> Self {
        let people: BTreeSet<VolunteerId> =
            facts.shifts.iter().flat_map(|shift| shift.on_duty.iter().copied()).collect();
        let minutes = facts.shifts.iter().map(|shift| minutes(facts, shift) * people_of(shift)).sum();
        Self {
            shifts: count(facts.shifts.iter()),
            volunteers: count(people.iter()),
            minutes,
            without_end: count(facts.shifts.iter().filter(|shift| stretch(facts, shift).is_none())),
        }
    }
}

fn people_of(shift: &Shift) -> u32 {
    count(shift.on_duty.iter())
}

/// Minutes of a shift; nought when its end is not known.
pub(super) fn minutes(facts: &Facts, shift: &Shift) -> u32 {
    let seconds = stretch(facts, shift).map_or(0, |(from, until)| until.seconds_since(from));
    u32::try_from(seconds / 60).unwrap_or(u32::MAX)
}

/// From its opening to its closing, or to now for one that runs today; `None` for one that nobody closed.
pub(super) fn stretch(facts: &Facts, shift: &Shift) -> Option<(Stamp, Stamp)> {
    let runs_now = shift.day == facts.at.day();
    let until = shift.closed.or(runs_now.then_some(facts.at))?;
    Some((shift.opened, until.max(shift.opened)))
}

/// Minutes of all its volunteers by the hour of the day.
pub(super) fn hours(facts: &Facts, shift: &Shift) -> Vec<(u8, u32)> {
    const HOUR: i64 = 3600;
    let Some((mut from, until)) = stretch(facts, shift) else { return Vec::new() };
    let mut hours = Vec::new();
    while from < until {
        let next = from.plus_seconds(HOUR - from.seconds().rem_euclid(HOUR)).min(until);
        let minutes = u32::try_from(next.seconds_since(from) / 60).unwrap_or(0);
        hours.push((from.hour(), minutes * people_of(shift)));
        from = next;
    }
    hours
}
