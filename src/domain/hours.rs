//! The hours that an office keeps, and what the time of somebody on duty counts as: a certificate and the support money ask for
//! time out of hours, on Saturdays, Sundays and holidays apart (docs/domain.md, "Shifts and volunteers").

use super::coded::coded;
use super::deadline::{OfficeDays, WorkingDays};
use super::shift::{Shift, ShiftPart, clock_minutes};
use super::time::{Day, Stamp};

coded! {
    /// What time on duty counts as. Each minute is of the last of these that fits.
    HoursKind {
        /// Within the office's hours.
        Planned = "planned",
        OutOfHours = "out_of_hours",
        Saturday = "saturday",
        Sunday = "sunday",
        /// A holiday, or a day off of this office.
        Holiday = "holiday",
    }
}

/// An hour and a minute of the day.
type Clock = (u32, u32);

/// When an office opens and closes on a whole working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    pub morning: (Clock, Clock),
    pub afternoon: (Clock, Clock),
}

impl Default for OfficeHours {
    /// The usual ones (docs/domain.md, "Shifts and volunteers").
    fn default() -> Self {
        Self { morning: ((7, 30), (11, 30)), afternoon: ((13, 30), (17, 0)) }
    }
}

impl OfficeHours {
    /// Reads them from the office's own words, «7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ», where these name four times, one after
    /// the other; else they are the usual ones.
    pub fn said_in(words: &str) -> Self {
        match times(words).as_slice() {
            [a, b, c, d] if a < b && b <= c && c < d => Self { morning: (*a, *b), afternoon: (*c, *d) },
            _ => Self::default(),
        }
    }

    fn of(self, part: ShiftPart) -> (Clock, Clock) {
        match part {
            ShiftPart::Morning => self.morning,
            ShiftPart::Afternoon => self.afternoon,
        }
    }
}

/// The times of the day that words name: «7:30», «7h30», «7 giờ 30», «17 giờ».
fn times(words: &str) -> Vec<Clock> {
    // The sign of the hour without its marks.
    let words = words.to_lowercase().replace('\u{1edd}', "o");
    let mut found = Vec::new();
    let mut rest = words.as_str();
    while let Some((hour, after)) = number(rest) {
        rest = after;
        let after = after.trim_start();
        let sign = ["gio", ":", "h", "g"].iter().find_map(|sign| after.strip_prefix(sign));
        if let (Some(after), true) = (sign, hour < 24) {
            let close = after.trim_start();
            let minute = number(close).filter(|_| close.starts_with(|one: char| one.is_ascii_digit()));
            let minute = minute.filter(|(minute, _)| *minute < 60);
            found.push((hour, minute.map_or(0, |(minute, _)| minute)));
            rest = minute.map_or(after, |(_, after)| after);
        }
    }
    found
}

/// The first number of a text, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.trim_start_matches(|one: char| !one.is_ascii_digit());
    let end = digits.find(|one: char| !one.is_ascii_digit()).unwrap_or(digits.len());
    (end > 0).then(|| (digits[..end].parse().unwrap_or(u32::MAX), &digits[end..]))
}

/// What is planned at an office: its hours and its days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub hours: OfficeHours,
    pub days: OfficeDays,
}

impl Plan {
    /// The minutes for which the office is open in a part of a day; nought of a day off.
    pub fn minutes(&self, shift: &Shift) -> u32 {
        self.open(shift.day, shift.part).map_or(0, |(from, until)| clock_minutes(from, until))
    }

    fn open(&self, day: Day, part: ShiftPart) -> Option<(Stamp, Stamp)> {
        let days = WorkingDays::of(&self.days);
        let is_open = match part {
            ShiftPart::Morning => days.is_open(day),
            ShiftPart::Afternoon => days.is_whole(day),
        };
        let (from, until) = self.hours.of(part);
        is_open.then(|| (day.at(from.0, from.1), day.at(until.0, until.1)))
    }

    /// The minutes from one moment to another of a day by what they count as. They add up to the minutes of the clock.
    pub fn split(&self, from: Stamp, until: Stamp) -> Vec<(HoursKind, u32)> {
        let (day, days) = (from.day(), WorkingDays::of(&self.days));
        let whole = clock_minutes(from, until);
        if days.is_off(day) {
            return vec![(HoursKind::Holiday, whole)];
        }
        match day.weekday() {
            6 if !days.is_whole(day) => return vec![(HoursKind::Sunday, whole)],
            5 if !days.is_whole(day) => return vec![(HoursKind::Saturday, whole)],
            _ => {}
        }
        let planned: u32 = ShiftPart::ALL
            .iter()
            .filter_map(|part| self.open(day, *part))
            .map(|(opens, closes)| (from.max(opens), until.min(closes)))
            .filter(|(from, until)| from < until)
            .map(|(from, until)| clock_minutes(from, until))
            .sum();
        vec![(HoursKind::Planned, planned), (HoursKind::OutOfHours, whole - planned.min(whole))]
    }
}

#[cfg(test)]
mod tests {
    use super::HoursKind::{Holiday, OutOfHours, Planned, Saturday, Sunday};
    use super::*;

    #[test]
    fn the_hours_of_an_office_are_read_from_its_own_words() {
        let other = OfficeHours { morning: ((7, 0), (11, 0)), afternoon: ((13, 0), (16, 30)) };
        for words in [
            "7 giờ – 11 giờ, 13 giờ – 16 giờ 30",
            "7:00-11:00; 13:00-16:30",
            "Sáng 7h00 đến 11h, chiều 13h đến 16h30 (thứ 2 đến thứ 6)",
        ] {
            assert_eq!(OfficeHours::said_in(words), other, "{words}");
        }
        for words in
            ["", "giờ hành chính", "7:30–11:30", "17:00, 13:30, 11:30, 7:30", "25:00 26:00 27:00 28:00"]
        {
            assert_eq!(OfficeHours::said_in(words), OfficeHours::default(), "{words}");
        }
    }

    #[test]
    fn time_counts_as_planned_out_of_hours_or_of_a_day_off() {
        let plan = Plan::default();
        let of = |day: &str, from: Clock, until: Clock| {
            let day: Day = day.parse().unwrap();
            let mut split = plan.split(day.at(from.0, from.1), day.at(until.0, until.1));
            split.retain(|(_, minutes)| *minutes > 0);
            split
        };
        assert_eq!(of("2026-11-23", (7, 0), (12, 0)), [(Planned, 240), (OutOfHours, 60)]);
        assert_eq!(of("2026-11-23", (11, 0), (14, 0)), [(Planned, 60), (OutOfHours, 120)]);
        assert_eq!(of("2026-11-23", (18, 0), (20, 0)), [(OutOfHours, 120)]);
        assert_eq!(of("2026-11-21", (7, 30), (11, 30)), [(Saturday, 240)]);
        assert_eq!(of("2026-11-22", (7, 30), (11, 30)), [(Sunday, 240)]);
        assert_eq!(of("2026-09-02", (7, 30), (8, 30)), [(Holiday, 60)]);
        // As the clock shows it, 11:00–12:00; the parts add up to that.
        let day: Day = "2026-11-23".parse().unwrap();
        let from = day.at(11, 0).plus_seconds(31);
        let split = plan.split(from, day.at(12, 0).plus_seconds(29));
        assert_eq!(split.iter().map(|(_, minutes)| minutes).sum::<u32>(), 60);
    }
}
