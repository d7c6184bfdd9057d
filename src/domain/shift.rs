//! The people and their shifts, and what one shift leaves to the next.

use super::coded::coded;
use super::ids::{HandoverId, ShiftId, VisitId, VolunteerId};
use super::time::{Day, Stamp};

/// A volunteer of the desk's roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volunteer {
    pub id: VolunteerId,
    /// Full name, as the tally prints it.
    pub name: String,
    /// Whether the person is still offered for a shift; one who left keeps the name in old tallies.
    pub active: bool,
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
    /// Who is on duty, in the order in which they were picked.
    pub on_duty: Vec<VolunteerId>,
}

impl Shift {
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
        let seconds = self.stretch(now).map_or(0, |(from, until)| until.seconds_since(from));
        u32::try_from(seconds / 60).unwrap_or(u32::MAX)
    }

    /// Whether nobody closed it in time: another day has begun, or its end is hours past and nothing has been done since.
    pub fn is_forgotten(&self, last_deed: Stamp, now: Stamp) -> bool {
        let is_past = now.seconds_since(self.part.usual_end(self.day)) >= QUIET;
        self.closed.is_none() && (now.day() > self.day || is_past && now.seconds_since(last_deed) >= QUIET)
    }
}

/// What one shift leaves to the next (bàn giao).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub id: HandoverId,
    pub shift: ShiftId,
    pub day: Day,
    pub part: ShiftPart,
    /// The note, possibly of several lines, possibly empty.
    pub note: String,
    pub at: Stamp,
    pub by: VolunteerId,
    /// The visits that were carried over.
    pub carried: Vec<VisitId>,
    /// When and by whom it was read.
    pub acknowledged: Option<(Stamp, VolunteerId)>,
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
