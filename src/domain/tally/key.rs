//! What figures and tables have in common: amounts, what stands behind them, and the keys of rows.

use std::borrow::Cow;

use super::{Indicator, Piece, Times};
use crate::domain::assist::{How, OutcomeKind};
use crate::domain::coded::{Channel, LeaveReason, Priority, StageKind};
use crate::domain::ids::{HamletId, StationNo, VolunteerId};
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::procedure::Code;
use crate::domain::reason::{Referral, StuckReason, System};
use crate::domain::time::Day;

/// A number, by what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Count(u32),
    Seconds(i64),
    /// How many of how many.
    Share(u32, u32),
    /// A median of nothing.
    None,
}

impl Amount {
    /// One of some durations.
    pub(super) const fn of_times(times: Times, seconds: i64) -> Self {
        if times.count == 0 { Self::None } else { Self::Seconds(seconds) }
    }

    /// The number as files have it, durations in seconds; none of a share, whose two parts are figures themselves.
    pub fn plain(self) -> Option<i64> {
        match self {
            Self::Count(number) => Some(number.into()),
            Self::Seconds(seconds) => Some(seconds),
            Self::Share(..) | Self::None => None,
        }
    }
}

/// What a number of a file is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Count,
    Seconds,
    Minutes,
    Percent,
}

impl Unit {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Percent => "percent",
        }
    }
}

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Visits, persons or things, to which it can be opened.
    Opens(Measure),
    /// Nothing that could be listed: hours, shifts, estimates.
    Nothing,
    /// Other numbers of this tally: it says again what a table says.
    Again,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Visits of the span (lượt).
    Given,
    /// Who came with them (người).
    Persons,
    /// Who came with the visits that were served.
    ServedPersons,
    /// Things helped with (việc).
    Things,
    /// Of the things, those done.
    Done,
    /// Stuck or to come back.
    Unfinished,
    /// The quantities of those done (số lượng).
    Pieces,
    /// Done and filed, whichever way (hồ sơ).
    Filed,
    /// Filed fully online.
    Whole,
    /// Filed online, fully or partly.
    Online,
    /// Procedures done of which nobody said whether they were filed.
    ChannelNotNoted,
    Paid,
    /// Dossiers paid for online.
    FiledPaid,
    Served,
    /// Visits that ended unserved (rời đi).
    Left,
    /// Visits carried into the span (mang sang).
    CarriedIn,
    /// Visits taken up again that had ended before the span (quay lại).
    Returned,
    /// Visits still open at the end of the span (còn mở).
    Open,
    /// Numbers that the counter gave out (đã cấp).
    Issued,
    /// Numbers without a visit (thiếu).
    Missing,
    /// Numbers taken back by undo or struck as given by mistake (rút).
    Withdrawn,
    /// Of those, the ones that were struck (cấp nhầm).
    Mistaken,
    /// Visits with a number that was never given (thừa).
    Surplus,
}

/// What a row of a table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A field of the catalogue; empty for procedures that it no longer knows.
    Field(String),
    /// A procedure, with the field in which it is counted.
    Procedure {
        code: Code,
        field: String,
    },
    /// Activations of level 2.
    LevelTwo,
    Outcome(OutcomeKind),
    Stuck(StuckReason),
    Referred(Referral),
    /// How it was filed; `None` where nobody said, as of the one below.
    Channel(Option<Channel>),
    /// How help was given.
    How(Option<How>),
    /// What is counted by the piece.
    Piece(Piece),
    /// A number that teams publish.
    Indicator(Indicator),
    /// Why somebody went first.
    Priority(Priority),
    /// An age; `None` where nothing was noted, as of the three below.
    Age(Option<AgeBand>),
    Sex(Option<Sex>),
    Hamlet(Option<HamletId>),
    /// With or without a smartphone.
    Phone(Option<Phone>),
    Left(LeaveReason),
    LeftFrom(LeaveReason, StageKind),
    /// An hour of the day, 0–23.
    Hour(u8),
    /// A weekday, 0–6 from Monday, and an hour.
    WeekdayHour(u8, u8),
    /// Days from one to another, both part of it.
    Days(Day, Day),
    Station(StationNo),
    Volunteer(VolunteerId),
    /// A system that did not work; `None` where it does not matter which.
    System(Option<System>),
    Wait,
    /// The wait of parties that walked out.
    Walkout,
    Service,
}

impl Key {
    /// Its code in files: one of its own in its table, the same in every language.
    pub fn code(&self) -> Cow<'_, str> {
        const NOT_NOTED: &str = "not-noted";
        match self {
            Self::Field(id) => Cow::Borrowed(id),
            Self::Procedure { code, .. } => Cow::Borrowed(&code.0),
            Self::Stuck(why) => why.code(),
            Self::Referred(place) => place.code(),
            Self::LeftFrom(why, from) => format!("{}:{}", why.code(), from.code()).into(),
            // Not `0-7`: a spreadsheet would take that for a date.
            Self::WeekdayHour(weekday, hour) => format!("{weekday}h{hour}").into(),
            Self::Hour(hour) => hour.to_string().into(),
            Self::Days(from, _) => from.to_string().into(),
            Self::Station(station) => station.to_string().into(),
            Self::Volunteer(id) => id.0.to_string().into(),
            Self::Hamlet(id) => id.map_or(NOT_NOTED.into(), |id| id.0.to_string().into()),
            Self::LevelTwo => "level-2".into(),
            Self::Outcome(one) => one.code().into(),
            Self::Channel(one) => one.map_or(NOT_NOTED, Channel::code).into(),
            Self::How(one) => one.map_or(NOT_NOTED, How::code).into(),
            Self::Piece(one) => one.code().into(),
            Self::Indicator(one) => one.code().into(),
            Self::Priority(one) => one.code().into(),
            Self::Age(one) => one.map_or(NOT_NOTED, AgeBand::code).into(),
            Self::Sex(one) => one.map_or(NOT_NOTED, Sex::code).into(),
            Self::Phone(one) => one.map_or(NOT_NOTED, Phone::code).into(),
            Self::Left(one) => one.code().into(),
            Self::System(one) => one.map_or("", System::code).into(),
            Self::Wait => "wait".into(),
            Self::Walkout => "walkout".into(),
            Self::Service => "service".into(),
        }
    }

    /// What it is a part of, where files say that: the field of a procedure, the reason of a stage, the last day of days.
    pub fn part_of(&self) -> Option<String> {
        match self {
            Self::Procedure { field, .. } => Some(field.clone()),
            Self::LeftFrom(why, _) => Some(why.code().to_owned()),
            Self::WeekdayHour(weekday, _) => Some(weekday.to_string()),
            Self::Days(_, until) => Some(until.to_string()),
            _ => None,
        }
    }
}
