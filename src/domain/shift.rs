//! The people and their shifts.

use super::coded::coded;
use super::ids::{ShiftId, StationNo, VolunteerId};
use super::time::{Day, Stamp};

/// A volunteer of the desk's roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volunteer {
    pub id: VolunteerId,
    /// Full name, as the tally prints it.
    pub name: String,
    /// Whether the person is still offered for a shift; one who left keeps the name in old tallies.
    pub active: bool,
    /// Whether it was one of two rows for the same person, and the other one is left: it has that one's name, and stands in
    /// no list.
    pub is_merged: bool,
}

coded! {
    /// The part of the day a shift covers.
    ShiftPart {
        Morning = "morning",
        Afternoon = "afternoon",
    }
}

impl ShiftPart {
    /// What the clock proposes: morning until noon. Offices reopen at 13:30 (docs/domain.md, "Shifts and volunteers"), so a desk that opens
    /// at 12:30 already means the afternoon.
    pub fn proposed(now: Stamp) -> Self {
        if now.hour() < 12 { Self::Morning } else { Self::Afternoon }
    }

    /// When offices usually end it (docs/domain.md, "Shifts and volunteers").
    pub fn usual_end(self, day: Day) -> Stamp {
        match self {
            Self::Morning => day.at(11, 30),
            Self::Afternoon => day.at(17, 0),
        }
    }
}

/// So long after the usual end of its part of the day a shift in which nothing is done was forgotten, in seconds.
const QUIET: i64 = 3 * 60 * 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub id: ShiftId,
    pub day: Day,
    pub part: ShiftPart,
    pub opened: Stamp,
    /// When it was closed; `None` while it runs.
    pub closed: Option<Stamp>,
    /// Whether that end is an estimate (ước tính): it was forgotten, and its last deed stands for the end.
    pub estimated: bool,
    /// Since when numbers are given only when somebody insists (ngừng cấp số).
    pub stopped: Option<Stamp>,
    /// Who was on duty and when, in the order in which they came.
    pub duty: Vec<Duty>,
}

/// From when until when somebody was on duty. Who goes and comes back has two of them in a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    pub volunteer: VolunteerId,
    pub from: Stamp,
    /// `None`: to the end of the shift.
    pub until: Option<Stamp>,
}

/// From when until when somebody sat at a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub shift: ShiftId,
    pub station: StationNo,
    pub volunteer: VolunteerId,
    pub from: Stamp,
    /// `None`: to the end of the shift.
    pub until: Option<Stamp>,
}

impl Shift {
    /// Who is on duty now, or was to its end.
    pub fn on_duty(&self) -> Vec<VolunteerId> {
        self.duty.iter().filter(|duty| duty.until.is_none()).map(|duty| duty.volunteer).collect()
    }

    /// Who was on duty in it at any time, each once.
    pub fn people(&self) -> Vec<VolunteerId> {
        let mut people: Vec<VolunteerId> = Vec::with_capacity(self.duty.len());
        for duty in &self.duty {
            if !people.contains(&duty.volunteer) {
                people.push(duty.volunteer);
            }
        }
        people
    }

    /// When each of them was on duty; nothing when the end of the shift is not known.
    pub fn hours(&self, now: Stamp) -> impl Iterator<Item = (VolunteerId, Stamp, Stamp)> {
        let within = self.stretch(now);
        self.duty.iter().filter_map(move |duty| {
            let (opened, end) = within?;
            let until = duty.until.unwrap_or(end).min(end);
            let from = duty.from.max(opened);
            (from < until).then_some((duty.volunteer, from, until))
        })
    }

    /// Minutes that people were on duty in it, added up: each stretch in whole minutes.
    pub fn people_minutes(&self, now: Stamp) -> u32 {
        self.hours(now).map(|(_, from, until)| clock_minutes(from, until)).sum()
    }

    /// From its opening to its closing, or to now for one that runs today; `None` when the end is not known: nobody closed
    /// it on its day. What reaches over a night was not worked, so no sum may have it.
    pub fn stretch(&self, now: Stamp) -> Option<(Stamp, Stamp)> {
        let until = self.closed.unwrap_or(now);
        let is_of_day = self.opened.day() == self.day && until.day() == self.day;
        is_of_day.then(|| (self.opened, until.max(self.opened)))
    }

    /// Until when the desk was open with it: its closing, which may be an estimate; of one that nobody closed the usual end;
    /// of one that runs today there is none yet.
    pub fn open_until(&self, now: Stamp) -> Stamp {
        match self.closed {
            Some(closed) => closed.max(self.opened),
            None if now.day() > self.day => self.part.usual_end(self.day).max(self.opened),
            None => self.day.plus_days(1).start(),
        }
    }

    /// Minutes of it, nought when its end is not known.
    pub fn minutes(&self, now: Stamp) -> u32 {
        self.stretch(now).map_or(0, |(from, until)| clock_minutes(from, until))
    }

    /// Whether nobody closed it in time: another day has begun, or its end is hours past and nothing has been done since.
    pub fn is_forgotten(&self, last_deed: Stamp, now: Stamp) -> bool {
        let is_past = now.seconds_since(self.part.usual_end(self.day)) >= QUIET;
        self.closed.is_none() && (now.day() > self.day || is_past && now.seconds_since(last_deed) >= QUIET)
    }
}

/// The minutes from one moment to another as somebody counts them who sees the clock's hours and minutes: 13:30–17:00 is 210,
/// whatever the seconds were, and parts of a time add up to it.
pub(super) fn clock_minutes(from: Stamp, until: Stamp) -> u32 {
    let minute = |at: Stamp| at.seconds().div_euclid(60);
    u32::try_from(minute(until) - minute(from)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_proposes_the_part_of_the_day() {
        let day: Day = "2026-11-21".parse().unwrap();
        for (hour, minute, part) in [
            (7, 15, ShiftPart::Morning),
            (11, 59, ShiftPart::Morning),
            (12, 0, ShiftPart::Afternoon),
            (17, 0, ShiftPart::Afternoon),
        ] {
            assert_eq!(ShiftPart::proposed(day.at(hour, minute)), part);
        }
    }
}
