//! The tally (bảng tổng hợp): every number on screen, on paper and in every file is counted here and nowhere else.

mod change;
mod counting;
mod course;
mod figures;
mod indicators;
mod key;
mod lost;
pub mod opened;
mod people;
mod proof;
mod quantities;
mod rows;
mod shares;
mod staffing;
mod tables;
mod times;
mod turnout;

use std::collections::HashMap;

pub use change::{Change, LastPrint, Numbers, changes};
pub use counting::Counting;
pub use course::CourseRow;
pub use figures::FigureId;
pub use indicators::{Indicator, LevelTwo};
pub use key::{Amount, Behind, Key, Measure, Unit};
pub use lost::{Lost, OutageRow};
pub use opened::Figure;
pub use people::People;
pub use proof::{Number, Proof};
pub use quantities::Piece;
pub use rows::{FieldRow, HeatRow, HourRow, ProcedureRow, StationRow, VolunteerRow};
pub use shares::{Share, ShareKind, apportioned, hundredths};
pub use staffing::Staffing;
pub use tables::{ColumnId, Row, TableId};
pub use times::Times;
pub use turnout::Turnout;

use super::assist::{Assist, How, OutcomeKind};
use super::catalogue::Catalogue;
use super::coded::{Channel, LeaveReason, Priority, StageKind};
use super::counter::Counts;
use super::facts::Facts;
use super::full_name;
use super::ids::VolunteerId;
use super::merge::Joined;
use super::reason::{Referral, StuckReason};
use super::shift::Volunteer;
use super::span::Span;
use super::time::Day;

/// The tally of a span. What each number counts is said in docs/figures.md; here is where it is counted.
///
/// *Lượt* counts visits, *người* the people they brought, *việc* the things that were helped with: three numbers that
/// are never added together. Visits and people count in the span in which the number was given; what was helped with counts
/// in the span in which the visit ended, so that a sheet once signed does not change when a visit was carried over, and the
/// days of a month add up to the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub span: Span,
    /// Numbers given in it that stand for a party (lượt).
    pub visits: u32,
    /// Who came with them (người).
    pub persons: u32,
    /// Who came with the visits that were served to their end in it.
    pub served_persons: u32,
    /// Things helped with (việc), whatever their quantity.
    pub assists: u32,
    /// What was counted by a key of its own: part of none of the three above, nor of the proof.
    pub counted: Counts,
    pub proof: Proof,
    /// By field, and within it by procedure.
    pub fields: Vec<FieldRow>,
    pub outcomes: Vec<(OutcomeKind, u32)>,
    pub stuck: Vec<(StuckReason, u32)>,
    pub referred: Vec<(Referral, u32)>,
    /// Things done by how they were filed, as far as somebody said.
    pub channels: Vec<(Channel, u32)>,
    /// Procedures done of which nobody said whether they were filed (chưa ghi cách nộp).
    pub channel_not_noted: u32,
    /// Dossiers filed, whichever way (hồ sơ).
    pub filed: u32,
    /// Of them fully online (toàn trình).
    pub filed_whole: u32,
    /// Of them online, fully or partly.
    pub filed_online: u32,
    /// Things paid for online.
    pub paid_online: u32,
    /// Of the dossiers filed, those paid for online.
    pub filed_paid_online: u32,
    pub how: Vec<(How, u32)>,
    /// Things of which nobody said how help was given.
    pub how_not_noted: u32,
    /// What is counted by the piece, of the things done.
    pub pieces: Vec<(Piece, u32)>,
    /// Numbers that the teams publish, each from the procedures and skills that it is made of.
    pub indicators: Vec<(Indicator, u32)>,
    /// Activations of level 2 that were tried and done.
    pub level_two: LevelTwo,
    pub priority: Vec<(Priority, u32)>,
    pub people: People,
    pub left: Vec<(LeaveReason, u32)>,
    pub left_from: Vec<(LeaveReason, StageKind, u32)>,
    pub hours: Vec<HourRow>,
    pub heat: Vec<HeatRow>,
    /// Day by day, or month by month when the span is longer than five weeks; none of a day or shift.
    pub course: Vec<CourseRow>,
    pub stations: Vec<StationRow>,
    pub volunteers: Vec<VolunteerRow>,
    pub staffing: Staffing,
    pub lost: Lost,
    /// Waits of the parties whose serving began in the span.
    pub waits: Times,
    /// Waits of the parties that walked out in the span before anybody served them.
    pub walkouts: Times,
    /// Time being served, without the time put aside, of visits that were finished in the span.
    pub services: Times,
    /// The days on which something was stored while the PC's clock was wrong.
    pub doubted: Vec<Day>,
}

impl Tally {
    pub fn count(facts: &Facts, catalogue: &Catalogue) -> Self {
        let mut counting = Counting::of(facts.span, catalogue);
        counting.take(facts);
        counting.finish(facts)
    }

    /// Counts a span of several desks that were joined. What one desk's numbers prove and what its own outages cost is
    /// asked of each apart: two desks give the same numbers, and the power of one is not the power of the other.
    pub fn count_joined(joined: &Joined, catalogue: &Catalogue) -> Self {
        let mut counting = Counting::of(joined.facts.span, catalogue);
        for part in &joined.parts {
            counting.take(part);
            counting.end_desk(part);
        }
        counting.sum(&joined.facts)
    }

    /// The same with its volunteers in the order of their names. Who is on no roster stands first.
    #[must_use]
    pub fn with_people_by_name(mut self, roster: &[Volunteer]) -> Self {
        let names: HashMap<VolunteerId, &str> =
            roster.iter().map(|one| (one.id, one.name.as_str())).collect();
        let name = |row: &VolunteerRow| names.get(&row.volunteer).copied().unwrap_or_default().to_owned();
        full_name::sort_by_name(&mut self.volunteers, name);
        self
    }
}

/// Whether a thing was done of which nobody said whether it was filed. A skill has no dossier.
fn is_channel_missing(assist: &Assist, catalogue: &Catalogue) -> bool {
    assist.is_done() && assist.channel.is_none() && !catalogue.is_skill(&assist.procedure)
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
