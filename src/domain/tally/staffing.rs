//! Shifts, volunteers and their hours: the evidence for support money and for the youth union's scoring (docs/domain.md, "Tallies and reports").

use std::collections::BTreeSet;

use super::super::facts::Facts;
use super::super::ids::VolunteerId;
use super::super::shift::Shift;
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
        let people: BTreeSet<VolunteerId> =
            facts.shifts.iter().flat_map(|shift| shift.on_duty.iter().copied()).collect();
        let minutes = facts.shifts.iter().map(|shift| shift.minutes(facts.at) * people_of(shift)).sum();
        Self {
            shifts: count(facts.shifts.iter()),
            volunteers: count(people.iter()),
            minutes,
            without_end: count(facts.shifts.iter().filter(|shift| shift.stretch(facts.at).is_none())),
        }
    }
}

fn people_of(shift: &Shift) -> u32 {
    count(shift.on_duty.iter())
}

/// Minutes of all its volunteers by the hour of the day; together they are the minutes of the shift.
pub(super) fn hours(facts: &Facts, shift: &Shift) -> Vec<(u8, u32)> {
    const HOUR: i64 = 3600;
    let Some((opened, until)) = shift.stretch(facts.at) else { return Vec::new() };
    let mut hours = Vec::new();
    let (mut from, mut counted) = (opened, 0);
    while from < until {
        let next = from.plus_seconds(HOUR - from.seconds().rem_euclid(HOUR)).min(until);
        // Counted from the opening: what each hour would round away would be missing from the sum.
        let whole = u32::try_from(next.seconds_since(opened) / 60).unwrap_or(u32::MAX);
        hours.push((from.hour(), (whole - counted) * people_of(shift)));
        (from, counted) = (next, whole);
    }
    hours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, ShiftId, ShiftPart, Span};

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
                on_duty: vec![VolunteerId(1), VolunteerId(2), VolunteerId(3)],
            };
            let facts =
                Facts { shifts: vec![shift.clone()], ..Facts::of_nothing(Span::day(day), day.at(17, 0)) };
            let sum: u32 = hours(&facts, &shift).iter().map(|(_, minutes)| minutes).sum();
            assert_eq!(sum, Staffing::of(&facts).minutes, "{from} {length}");
        }
    }
}
