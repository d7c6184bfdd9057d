//! The tally (bảng tổng hợp): every number on screen, on paper and in every file is counted here and nowhere else.

mod change;
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

use std::collections::{BTreeSet, HashMap, HashSet};

pub use change::{Change, LastPrint, Numbers, changes};
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
use super::ids::{VisitId, VolunteerId};
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
        Self::count_apart(facts, std::slice::from_ref(facts), catalogue)
    }

    /// Counts a span of several desks that were joined. What one desk's numbers prove and what its own outages cost is
    /// asked of each apart: two desks give the same numbers, and the power of one is not the power of the other.
    pub fn count_joined(joined: &Joined, catalogue: &Catalogue) -> Self {
        Self::count_apart(&joined.facts, &joined.parts, catalogue)
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

    /// `parts` are what `facts` is made of.
    fn count_apart(facts: &Facts, parts: &[Facts], catalogue: &Catalogue) -> Self {
        let span = facts.span;
        let given = || facts.visits.iter().filter(|fact| fact.is_visit_of(span)).map(|fact| &fact.visit);
        let served = facts.visits.iter().filter(|fact| fact.visit.kind_at_end_of(span) == StageKind::Done);
        let ended: HashSet<VisitId> = facts
            .visits
            .iter()
            .filter(|fact| !fact.visit.kind_at_end_of(span).is_open())
            .map(|fact| fact.visit.id)
            .collect();
        let helped: Vec<&Assist> = facts
            .assists
            .iter()
            .filter(|assist| ended.contains(&assist.visit) && assist.outcome.kind() != OutcomeKind::Open)
            .collect();
        let things = |keep: &dyn Fn(&Assist) -> bool| count(helped.iter().filter(|assist| keep(assist)));
        let left: Vec<(LeaveReason, StageKind)> = facts
            .visits
            .iter()
            .filter(|fact| fact.visit.is_party() && fact.visit.kind_at_end_of(span) == StageKind::Left)
            .filter_map(|fact| match fact.visit.stage {
                super::visit::Stage::Left { why, from, .. } => Some((why, from)),
                _ => None,
            })
            .collect();
        Self {
            span,
            visits: count(given()),
            persons: given().map(|visit| u32::from(visit.persons)).sum(),
            served_persons: served.map(|fact| u32::from(fact.visit.persons)).sum(),
            assists: things(&|_| true),
            counted: Counts::of(facts.counted.iter().map(|(counter, _)| *counter)),
            proof: parts.iter().map(Proof::of).fold(Proof::default(), Proof::and),
            fields: rows::by_field(facts, &helped, catalogue),
            outcomes: present(OutcomeKind::ALL, |kind| things(&|a| a.outcome.kind() == kind)),
            stuck: present(&stuck_reasons(&helped), |why| {
                things(&|a| a.outcome == super::assist::Outcome::Stuck(why))
            }),
            referred: present(&referrals(&helped), |to| {
                things(&|a| a.outcome == super::assist::Outcome::Referred(to))
            }),
            channels: present(Channel::ALL, |channel| things(&|a| a.is_done() && a.channel == Some(channel))),
            channel_not_noted: things(&|a| is_channel_missing(a, catalogue)),
            filed: things(&Assist::is_filed),
            filed_whole: things(&|a| a.is_filed() && a.channel == Some(Channel::OnlineWhole)),
            filed_online: things(&Assist::is_online),
            paid_online: things(&Assist::is_paid_online),
            filed_paid_online: things(&|a| a.is_filed() && a.is_paid_online()),
            how: present(How::ALL, |how| things(&|a| a.how == Some(how))),
            how_not_noted: things(&|a| a.how.is_none()),
            pieces: quantities::of(&helped),
            indicators: indicators::of(&helped),
            level_two: LevelTwo::of(&helped),
            priority: present(Priority::ALL, |why| count(given().filter(|v| v.priority == Some(why)))),
            people: People::of(facts),
            left: present(LeaveReason::ALL, |why| count(left.iter().filter(|one| one.0 == why))),
            left_from: LeaveReason::ALL
                .iter()
                .flat_map(|why| StageKind::ALL.iter().map(move |from| (*why, *from)))
                .map(|(why, from)| (why, from, count(left.iter().filter(|one| **one == (why, from)))))
                .filter(|(_, _, number)| *number > 0)
                .collect(),
            hours: rows::by_hour(facts),
            heat: rows::by_weekday(facts),
            course: course::of(facts, parts, &helped),
            stations: rows::by_station(facts, &helped),
            volunteers: rows::by_volunteer(facts, &helped),
            staffing: Staffing::of(facts),
            lost: parts.iter().map(|part| Lost::of(part, catalogue)).fold(Lost::default(), Lost::and),
            waits: times::waits(parts),
            walkouts: times::waits_of_walkouts(parts),
            services: times::services(parts),
            doubted: facts.doubted.clone(),
        }
    }
}

/// Whether a thing was done of which nobody said whether it was filed. A skill has no dossier.
fn is_channel_missing(assist: &Assist, catalogue: &Catalogue) -> bool {
    assist.is_done() && assist.channel.is_none() && !catalogue.is_skill(&assist.procedure)
}

/// The rows of a table that are not zero, in the order in which people are offered the values.
fn present<T: Copy>(all: &[T], number: impl Fn(T) -> u32) -> Vec<(T, u32)> {
    all.iter().map(|one| (*one, number(*one))).filter(|(_, number)| *number > 0).collect()
}

/// The fixed reasons and those of the office's own that things were stuck for, in the order in which people are offered
/// them. An office's list may have changed since: what was counted says which there are.
fn stuck_reasons(done: &[&Assist]) -> Vec<StuckReason> {
    let own: BTreeSet<StuckReason> = done
        .iter()
        .filter_map(|assist| match assist.outcome {
            super::assist::Outcome::Stuck(why @ StuckReason::Own(_)) => Some(why),
            _ => None,
        })
        .collect();
    super::reason::in_order(own.into_iter()).collect()
}

/// The same of the places where parties were sent; last what nobody noted.
fn referrals(done: &[&Assist]) -> Vec<Referral> {
    let own: BTreeSet<Referral> = done
        .iter()
        .filter_map(|assist| match assist.outcome {
            super::assist::Outcome::Referred(place @ Referral::Own(_)) => Some(place),
            _ => None,
        })
        .collect();
    let fixed = Referral::ALL.iter().copied().filter(|place| *place != Referral::NotNoted);
    fixed.chain(own).chain([Referral::NotNoted]).collect()
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
