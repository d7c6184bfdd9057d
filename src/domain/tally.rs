//! The tally (bảng tổng hợp): every number on screen, on paper and in every file is counted here and nowhere else.

mod change;
mod course;
mod indicators;
mod lost;
pub mod opened;
mod people;
mod proof;
mod rows;
mod shares;
mod staffing;
mod times;

use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

pub use change::{Change, LastPrint, Numbers, changes};
pub use course::CourseRow;
pub use indicators::{Indicator, LevelTwo};
pub use lost::{Lost, OutageRow};
pub use people::People;
pub use proof::{Number, Proof};
pub use rows::{FieldRow, HeatRow, HourRow, ProcedureRow, StationRow, VolunteerRow};
pub use shares::{Share, ShareKind, hundredths};
pub use staffing::Staffing;
pub use times::Times;

use super::assist::OutcomeKind;
use super::facts::Facts;
use super::merge::Joined;
use super::{
    Assist, Catalogue, Channel, How, LeaveReason, Payment, Priority, Referral, Span, StageKind, StuckReason,
    VisitId,
};

/// The tally of a span.
///
/// *Lượt* counts visits, *người* the persons they brought, *việc* the things that were helped with: three numbers that
/// are never added together (DOMAIN.md §2). Visits and persons count in the span in which the number was given; what was
/// helped with counts in the span in which the visit ended, so that a sheet once signed does not change when a visit was
/// carried over, and the days of a month add up to the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The span.
    pub span: Span,
    /// Numbers given in it (lượt).
    pub visits: u32,
    /// Persons who came with them (người).
    pub persons: u32,
    /// Things helped with (việc), quantities added up.
    pub assists: u32,
    /// Visitors who asked one short thing and took no number (lần hỏi nhanh): part of none of the three above, nor of the
    /// proof.
    pub quick_questions: u32,
    /// Whether the numbers come out even.
    pub proof: Proof,
    /// By field, and within it by procedure.
    pub fields: Vec<FieldRow>,
    /// Things helped with, by outcome.
    pub outcomes: Vec<(OutcomeKind, u32)>,
    /// Why things were stuck.
    pub stuck: Vec<(StuckReason, u32)>,
    /// Where people were referred to.
    pub referred: Vec<(Referral, u32)>,
    /// Things helped with, by channel.
    pub channels: Vec<(Channel, u32)>,
    /// Dossiers filed, whichever way (hồ sơ).
    pub filed: u32,
    /// Of them online, wholly or partly.
    pub filed_online: u32,
    /// Things paid for online.
    pub paid_online: u32,
    /// Of the dossiers filed, those paid for online.
    pub filed_paid_online: u32,
    /// Things helped with, by how it was done.
    pub how: Vec<(How, u32)>,
    /// Numbers that the teams publish, each from the procedures and skills that it is made of.
    pub indicators: Vec<(Indicator, u32)>,
    /// Activations of level 2 that were tried and done.
    pub level_two: LevelTwo,
    /// Visits given in the span that went first, by reason.
    pub priority: Vec<(Priority, u32)>,
    /// Who asked, of the visits given in the span.
    pub people: People,
    /// Visits that left unserved, by reason.
    pub left: Vec<(LeaveReason, u32)>,
    /// The same by reason and the stage they left from.
    pub left_from: Vec<(LeaveReason, StageKind, u32)>,
    /// By hour of the day.
    pub hours: Vec<HourRow>,
    /// Numbers given by weekday and hour.
    pub heat: Vec<HeatRow>,
    /// Day by day, or month by month when the span is longer than five weeks; none of a day or shift.
    pub course: Vec<CourseRow>,
    /// By station.
    pub stations: Vec<StationRow>,
    /// By volunteer.
    pub volunteers: Vec<VolunteerRow>,
    /// Shifts, volunteers and their hours.
    pub staffing: Staffing,
    /// Time lost to outages, and whom it hit.
    pub lost: Lost,
    /// From the number to the first minute of being served, of visits whose serving began in the span on the day of
    /// the number.
    pub waits: Times,
    /// Time being served, without the time put aside, of visits that were finished in the span.
    pub services: Times,
}

impl Tally {
    /// Counts a span.
    pub fn count(facts: &Facts, catalogue: &Catalogue) -> Self {
        Self::count_apart(facts, std::slice::from_ref(facts), catalogue)
    }

    /// Counts a span of several desks that were joined. What one desk's numbers prove and what its own outages cost is
    /// asked of each apart: two desks give the same numbers, and the power of one is not the power of the other.
    pub fn count_joined(joined: &Joined, catalogue: &Catalogue) -> Self {
        Self::count_apart(&joined.facts, &joined.parts, catalogue)
    }

    /// `parts` are what `facts` is made of.
    fn count_apart(facts: &Facts, parts: &[Facts], catalogue: &Catalogue) -> Self {
        let span = facts.span;
        let given = || facts.visits.iter().filter(|fact| !fact.is_carried_into(span)).map(|fact| &fact.visit);
        let ended: HashSet<VisitId> = facts
            .visits
            .iter()
            .filter(|fact| !fact.kind_at_end_of(span).is_open())
            .map(|fact| fact.visit.id)
            .collect();
        let done: Vec<&Assist> = facts
            .assists
            .iter()
            .filter(|assist| ended.contains(&assist.visit) && assist.outcome.kind() != OutcomeKind::Open)
            .collect();
        let quantity_where = |keep: &dyn Fn(&Assist) -> bool| -> u32 {
            done.iter().filter(|assist| keep(assist)).map(|assist| u32::from(assist.quantity)).sum()
        };
        let left: Vec<(LeaveReason, StageKind)> = facts
            .visits
            .iter()
            .filter(|fact| fact.kind_at_end_of(span) == StageKind::Left)
            .filter_map(|fact| match fact.visit.stage {
                super::Stage::Left { why, from, .. } => Some((why, from)),
                _ => None,
            })
            .collect();
        Self {
            span,
            visits: count(given()),
            persons: given().map(|visit| u32::from(visit.persons)).sum(),
            assists: quantity_where(&|_| true),
            quick_questions: count(facts.quick_questions.iter()),
            proof: parts.iter().map(Proof::of).fold(Proof::default(), Proof::and),
            fields: rows::by_field(facts, &done, catalogue),
            outcomes: present(OutcomeKind::ALL, |kind| quantity_where(&|a| a.outcome.kind() == kind)),
            stuck: present(&stuck_reasons(&done), |why| {
                quantity_where(&|a| a.outcome == super::Outcome::Stuck(why))
            }),
            referred: present(Referral::ALL, |to| {
                quantity_where(&|a| a.outcome == super::Outcome::Referred(to))
            }),
            channels: present(Channel::ALL, |channel| quantity_where(&|a| a.channel == channel)),
            filed: quantity_where(&|a| a.channel.is_filed()),
            filed_online: quantity_where(&|a| a.channel.is_online()),
            paid_online: quantity_where(&|a| a.payment == Payment::Online),
            filed_paid_online: quantity_where(&|a| a.channel.is_filed() && a.payment == Payment::Online),
            how: present(How::ALL, |how| quantity_where(&|a| a.how == how)),
            indicators: indicators::of(&done),
            level_two: LevelTwo::of(&done),
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
            course: course::of(facts, parts, &done),
            stations: rows::by_station(facts, &done),
            volunteers: rows::by_volunteer(facts, &done),
            staffing: Staffing::of(facts),
            lost: parts.iter().map(|part| Lost::of(part, catalogue)).fold(Lost::default(), Lost::and),
            waits: times::waits(parts),
            services: times::services(parts),
        }
    }
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
            super::Outcome::Stuck(why @ StuckReason::Own(_)) => Some(why),
            _ => None,
        })
        .collect();
    super::reason::in_order(own.into_iter()).collect()
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
