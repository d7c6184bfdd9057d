//! On which days the desk was open, when, and how many people came.

use chrono::Datelike;

use super::dice::Dice;
use super::plan::DemoPlan;
use crate::domain::{Day, ShiftPart, Stamp};

/// A part of a day on which the desk is open (office hours: docs/domain.md, "Shifts and volunteers").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    pub(super) part: ShiftPart,
    pub(super) start: Stamp,
    pub(super) end: Stamp,
}

/// A day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WorkedDay {
    pub(super) day: Day,
    /// How many visits, if the day is over.
    pub(super) visits: u32,
}

impl WorkedDay {
    /// Morning and afternoon; at the weekend volunteers serve in the morning only (thứ Bảy tình nguyện).
    pub(super) fn hours(self) -> Vec<Hours> {
        let day = self.day;
        let morning = Hours { part: ShiftPart::Morning, start: day.at(7, 30), end: day.at(11, 30) };
        let afternoon = Hours { part: ShiftPart::Afternoon, start: day.at(13, 30), end: day.at(17, 0) };
        if is_weekend(day) { vec![morning] } else { vec![morning, afternoon] }
    }
}

fn is_weekend(day: Day) -> bool {
    day.weekday() >= 5
}

/// The holidays that have a date of the solar calendar.
fn is_holiday(day: Day) -> bool {
    matches!((day.date().month(), day.date().day()), (1 | 5, 1) | (4, 30) | (9, 2))
}

/// The days of the plan, the earliest first. Today is one of them whatever the weekday, once the desk has opened:
/// a demo tried on a Sunday should show a day, too.
pub(super) fn worked_days(plan: DemoPlan, now: Stamp) -> Vec<WorkedDay> {
    // Dice of its own: a longer plan must not change which Saturdays were worked.
    let mut dice = Dice::new(plan.seed ^ 0x5a);
    let wanted = usize::try_from(plan.days).unwrap_or(usize::MAX);
    let mut days: Vec<(Day, i64)> = Vec::new();
    let mut day = now.day();
    if now < day.at(7, 30) {
        day = day.minus_days(1);
    }
    // Enough calendar for any plan; the calendar's own edge is never reached.
    for _ in 0..plan.days.saturating_mul(2).saturating_add(14) {
        let is_worked = match day.weekday() {
            _ if day == now.day() => true,
            _ if is_holiday(day) => false,
            5 => dice.chance(500),
            6 => false,
            _ => true,
        };
        if is_worked {
            // Mondays are heavy: two days of errands in one.
            let usual = [125, 105, 100, 95, 90, 38, 30][day.weekday() % 7];
            days.push((day, usual * dice.between(85, 115)));
        }
        if days.len() >= wanted {
            break;
        }
        day = day.minus_days(1);
    }
    days.reverse();
    let all: i64 = days.iter().map(|(_, share)| share).sum();
    let total = i64::from(plan.days) * i64::from(plan.per_day);
    let (mut shares, mut given) = (0, 0);
    days.into_iter()
        .map(|(day, share)| {
            shares += share;
            let by_then = total * shares / all.max(1);
            let visits = u32::try_from(by_then - given).unwrap_or(0);
            given = by_then;
            WorkedDay { day, visits }
        })
        .collect()
}

/// How busy each quarter of an hour is, from the start of the part: people come at eight and at two.
const MORNING: [u32; 15] = [70, 85, 150, 175, 180, 160, 125, 115, 105, 100, 90, 85, 80, 70, 55];
const AFTERNOON: [u32; 13] = [75, 95, 150, 165, 160, 135, 105, 95, 85, 75, 65, 55, 35];

/// When people come in a part of a day, in order.
pub(super) fn arrivals(dice: &mut Dice, hours: Hours, visits: u32) -> Vec<Stamp> {
    let quarters: Vec<(i64, u32)> = match hours.part {
        ShiftPart::Morning => (0..).zip(MORNING).collect(),
        ShiftPart::Afternoon => (0..).zip(AFTERNOON).collect(),
    };
    let mut times: Vec<Stamp> = (0..visits)
        .filter_map(|_| dice.weighed(&quarters).copied())
        .map(|quarter| quarter * 900)
        .collect::<Vec<i64>>()
        .into_iter()
        .map(|from| hours.start.plus_seconds(from + dice.between(0, 899)))
        .collect();
    times.sort_unstable();
    times
}
