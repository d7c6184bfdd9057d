//! The figures that can be opened: which number of a tally is meant.

use super::super::Indicator;
use crate::domain::assist::OutcomeKind;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::{
    Channel, Code, Day, HamletId, How, LeaveReason, Priority, Referral, StageKind, StationNo, StuckReason,
    System, VolunteerId,
};

/// A number of a tally that visits stand behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Numbers given (lượt).
    Visits(Given),
    /// Persons who came with them (người).
    Persons(Given),
    /// Things helped with (việc).
    Assists(Helped),
    /// Visits that ended.
    Over(Over),
    /// Visits carried into the span (mang sang).
    CarriedIn,
    /// Numbers that the counter gave out, less those taken back (đã cấp).
    Issued,
    /// Visits still open at the end of the span (còn mở).
    Open,
    /// Numbers without a visit (thiếu).
    Missing,
    /// Numbers taken back (đã rút).
    Withdrawn,
    /// Visits with a number that was never given (thừa).
    Surplus,
}

/// Which of the visits given in the span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// All.
    All,
    /// Those whose first need lies in a field of the catalogue; empty for procedures that it no longer knows.
    Field(String),
    /// Those that go first for a reason.
    Priority(Priority),
    /// Those of an age; `None` where nothing was noted.
    Age(Option<AgeBand>),
    /// Those of a sex.
    Sex(Option<Sex>),
    /// Those from a hamlet.
    Hamlet(Option<HamletId>),
    /// Those with or without a smartphone.
    Phone(Phone),
    /// Those of an hour of the day, 0–23.
    Hour(u8),
    /// Those of a weekday, 0–6 from Monday, and an hour.
    WeekdayHour(u8, u8),
    /// Those of days from one to another, both part of it.
    Days(Day, Day),
    /// Those that an outage of a system hit; `None` where it does not matter of which.
    Hit(Option<System>),
}

/// Which of the things helped with in visits that ended in the span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Helped {
    /// All.
    All,
    /// Those of a field.
    Field(String),
    /// Those of a procedure.
    Procedure(Code, Part),
    /// Those that ended so.
    Outcome(OutcomeKind),
    /// Those stuck for a reason.
    Stuck(StuckReason),
    /// Those referred to a place.
    Referred(Referral),
    /// Those filed in a way.
    Channel(Channel),
    /// Dossiers filed.
    Filed,
    /// Of them online.
    FiledOnline,
    /// Things paid for online.
    PaidOnline,
    /// Dossiers paid for online.
    FiledPaidOnline,
    /// Those done in a way.
    How(How),
    /// Those of an indicator.
    Indicator(Indicator),
    /// Activations of level 2 that were tried.
    LevelTwoTried,
    /// Of them done.
    LevelTwoDone,
    /// Those of a station.
    At(StationNo),
    /// Those of a volunteer.
    By(VolunteerId),
    /// Those of visits that ended on days from one to another.
    On(Day, Day),
}

/// Which things of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All.
    All,
    /// Done.
    Done,
    /// Stuck or to come back.
    Unfinished,
    /// Filed online.
    Online,
}

/// Which of the visits that ended in the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Finished.
    Served,
    /// Left, but for no-shows and numbers given by mistake.
    Gone,
    /// Left for a reason.
    Left(LeaveReason),
    /// Left for a reason and from a stage.
    LeftFrom(LeaveReason, StageKind),
    /// Finished in an hour of the day.
    ServedInHour(u8),
    /// Finished at a station.
    ServedAt(StationNo),
    /// Finished by a volunteer.
    ServedBy(VolunteerId),
    /// Finished on days from one to another.
    ServedOn(Day, Day),
    /// Left on days from one to another.
    LeftOn(Day, Day),
}
