//! Shifts, volunteers and their hours: the evidence for support money and for the youth union's scoring (docs/domain.md, "Tallies and reports").

use std::collections::{BTreeSet, HashMap};

use super::super::facts::Facts;
use super::super::ids::{ShiftId, VolunteerId};
use super::super::shift::{Shift, clock_minutes};
use super::super::time::Stamp;
use super::count;

/// Who was on duty, and how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staffing {
    pub shifts: u32,
    pub volunteers: u32,
    /// Minutes on duty, those of every volunteer added up.
    pub minutes: u32,
    /// Shifts of earlier days that nobody closed: their hours are not known, and not counted.
    pub without_end: u32,
}

impl Staffing {
    pub(super) fn of(facts: &Facts) -> Self {
        let people: BTreeSet<VolunteerId> = facts.shifts.iter().flat_map(Shift::people).collect();
        Self {
            shifts: count(facts.shifts.iter()),
            volunteers: count(people.iter()),
            minutes: facts.shifts.iter().map(|shift| shift.people_minutes(facts.at)).sum(),
            without_end: count(facts.shifts.iter().filter(|shift| shift.stretch(facts.at).is_none())),
        }
    }
}

/// The whole minutes of a stretch by the hour of the day; they add up to those of the stretch.
fn by_hour(begun: Stamp, until: Stamp) -> Vec<(u8, u32)> {
    const HOUR: i64 = 3600;
    let mut hours = Vec::new();
    let (mut from, mut counted) = (begun, 0);
    while from < until {
        let next = from.plus_seconds(HOUR - from.seconds().rem_euclid(HOUR)).min(until);
        // Counted from its beginning: what each hour would round away would be missing from the sum.
        let whole = clock_minutes(begun, next);
        hours.push((from.hour(), whole - counted));
        (from, counted) = (next, whole);
    }
    hours
}

/// Minutes of all people of the shifts, by the hour of the day.
pub(super) fn people(facts: &Facts) -> impl Iterator<Item = (u8, u32)> {
    let hours = facts.shifts.iter().flat_map(|shift| shift.hours(facts.at));
    hours.flat_map(|(_, from, until)| by_hour(from, until))
}

/// Minutes for which their stations were staffed, by the hour of the day.
pub(super) fn stations(facts: &Facts) -> impl Iterator<Item = (u8, u32)> {
    let stretch = |shift: &Shift| Some((shift.id, shift.stretch(facts.at)?));
    let shifts: HashMap<ShiftId, (Stamp, Stamp)> = facts.shifts.iter().filter_map(stretch).collect();
    facts.sittings.iter().flat_map(move |one| {
        let within = shifts.get(&one.shift);
        let of =
            |(opened, end): (Stamp, Stamp)| by_hour(one.from.max(opened), one.until.unwrap_or(end).min(end));
        within.copied().map(of).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Duty, ShiftId, ShiftPart, Span};

    #[test]
    fn the_hours_of_a_shift_add_up_to_its_minutes() {
        let day: Day = "2026-11-21".parse().unwrap();
        for (from, length) in [(59, 7_261), (1, 59), (0, 14_400), (1_799, 16_203)] {
            let opened = day.at(7, 0).plus_seconds(from);
            let shift = Shift {
                id: ShiftId(1),
                day,
                part: ShiftPart::Morning,
                opened,
                closed: Some(opened.plus_seconds(length)),
                estimated: false,
                stopped: None,
                duty: [(1, None), (2, None), (3, Some(opened.plus_seconds(length / 2)))]
                    .map(|(id, until)| Duty { volunteer: VolunteerId(id), from: opened, until })
                    .to_vec(),
            };
            let facts = Facts { shifts: vec![shift], ..Facts::of_nothing(Span::day(day), day.at(17, 0)) };
            let sum: u32 = people(&facts).map(|(_, minutes)| minutes).sum();
            assert_eq!(sum, Staffing::of(&facts).minutes, "{from} {length}");
        }
    }
}
