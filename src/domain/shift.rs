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
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub id: ShiftId,
    pub day: Day,
    pub part: ShiftPart,
    pub opened: Stamp,
    /// When it was closed; `None` while it runs.
    pub closed: Option<Stamp>,
    /// Who is on duty, in the order in which they were picked.
    pub on_duty: Vec<VolunteerId>,
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
