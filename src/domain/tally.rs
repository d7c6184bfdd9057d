//! The tally (bảng tổng hợp): every number on screen, on paper and in every file is counted here and nowhere else.

mod proof;
mod rows;
mod times;

use serde::Serialize;

pub use proof::Proof;
pub use rows::{FieldRow, HourRow, ProcedureRow, StationRow, VolunteerRow};
pub use times::Times;

use super::assist::OutcomeKind;
use super::facts::Facts;
use super::{
    Catalogue, Channel, Day, How, LeaveReason, Payment, Priority, Referral, StageKind, StuckReason, VisitId,
};

/// The tally of one day.
///
/// *Lượt* counts visits, *người* the persons they brought, *việc* the things that were helped with: three numbers that
/// are never added together (DOMAIN.md §2). Visits and persons count on the day the number was given; what was
/// helped with counts on the day the visit ended, so that a sheet once signed does not change when a visit was
/// carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The day.
    pub day: Day,
    /// Numbers given that day (lượt).
    pub visits: u32,
    /// Persons who came with them (người).
    pub persons: u32,
    /// Things helped with (việc), quantities added up.
    pub assists: u32,
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
    /// Things helped with, by how it was done.
    pub how: Vec<(How, u32)>,
    /// Things paid for online.
    pub paid_online: u32,
    /// Visits given that day that went first, by reason.
    pub priority: Vec<(Priority, u32)>,
    /// Visits that left unserved, by reason.
    pub left: Vec<(LeaveReason, u32)>,
    /// By hour of the day.
    pub hours: Vec<HourRow>,
    /// By station.
    pub stations: Vec<StationRow>,
    /// By volunteer.
    pub volunteers: Vec<VolunteerRow>,
    /// From the number to the first minute of being served, of visits whose serving began that day.
    pub waits: Times,
    /// Time being served, without the time put aside, of visits that were finished that day.
    pub services: Times,
}

impl Tally {
    /// Counts a day.
    pub fn count(facts: &Facts, catalogue: &Catalogue) -> Self {
        let day = facts.day;
        let given = || facts.visits.iter().filter(|fact| !fact.is_carried_in(day)).map(|fact| &fact.visit);
        let ended_today: std::collections::HashSet<VisitId> = facts
            .visits
            .iter()
            .filter(|fact| !fact.kind_at_end_of(day).is_open())
            .map(|fact| fact.visit.id)
            .collect();
        let done: Vec<&super::Assist> = facts
            .assists
            .iter()
            .filter(|assist| {
                ended_today.contains(&assist.visit) && assist.outcome.kind() != OutcomeKind::Open
            })
            .collect();
        let quantity_where = |keep: &dyn Fn(&super::Assist) -> bool| -> u32 {
            done.iter().filter(|assist| keep(assist)).map(|assist| u32::from(assist.quantity)).sum()
        };
        let left_visits: Vec<LeaveReason> = facts
            .visits
            .iter()
            .filter(|fact| fact.kind_at_end_of(day) == StageKind::Left)
            .filter_map(|fact| match fact.visit.stage {
                super::Stage::Left { why, .. } => Some(why),
                _ => None,
            })
            .collect();
        Self {
            day,
            visits: count(given()),
            persons: given().map(|visit| u32::from(visit.persons)).sum(),
            assists: quantity_where(&|_| true),
            proof: Proof::of(facts),
            fields: rows::by_field(facts, &done, catalogue),
            outcomes: present(OutcomeKind::ALL, |kind| quantity_where(&|a| a.outcome.kind() == kind)),
            stuck: present(StuckReason::ALL, |why| {
                quantity_where(&|a| a.outcome == super::Outcome::Stuck(why))
            }),
            referred: present(Referral::ALL, |to| {
                quantity_where(&|a| a.outcome == super::Outcome::Referred(to))
            }),
            channels: present(Channel::ALL, |channel| quantity_where(&|a| a.channel == channel)),
            how: present(How::ALL, |how| quantity_where(&|a| a.how == how)),
            paid_online: quantity_where(&|a| a.payment == Payment::Online),
            priority: present(Priority::ALL, |why| count(given().filter(|v| v.priority == Some(why)))),
            left: present(LeaveReason::ALL, |why| count(left_visits.iter().filter(|one| **one == why))),
            hours: rows::by_hour(facts),
            stations: rows::by_station(facts, &done),
            volunteers: rows::by_volunteer(facts, &done),
            waits: times::waits(facts),
            services: times::services(facts),
        }
    }
}

/// The rows of a table that are not zero, in the order in which people are offered the values.
fn present<T: Copy>(all: &[T], number: impl Fn(T) -> u32) -> Vec<(T, u32)> {
    all.iter().map(|one| (*one, number(*one))).filter(|(_, number)| *number > 0).collect()
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
