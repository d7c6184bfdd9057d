//! The proof that no number was lost.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::facts::Facts;
use super::super::{StageKind, Ticket};
use super::count;

/// *Carried in + issued = served + left + still open*, and every number that was drawn accounted for.
///
/// `issued` does not come from the visits but from the counter of the series, less the numbers that the journal says
/// were taken back: two sources that agree only if nothing was lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// Visits of earlier days that were still open when the day began (mang sang).
    pub carried_in: u32,
    /// Numbers given out that day, less those taken back.
    pub issued: u32,
    /// Visits finished.
    pub served: u32,
    /// Visits that left unserved.
    pub left: u32,
    /// Visits still open at the end of the day.
    pub open: u32,
    /// Numbers given and taken back by undo.
    #[serde(serialize_with = "as_text")]
    pub withdrawn: Vec<Ticket>,
    /// Numbers the counter gave out of which the file has no visit.
    #[serde(serialize_with = "as_text")]
    pub missing: Vec<Ticket>,
    /// Visits with a number the counter never gave out.
    #[serde(serialize_with = "as_text")]
    pub surplus: Vec<Ticket>,
}

impl Proof {
    /// Whether the numbers come out even.
    pub fn holds(&self) -> bool {
        self.carried_in + self.issued == self.served + self.left + self.open
            && self.missing.is_empty()
            && self.surplus.is_empty()
    }

    /// The proof of a day.
    pub fn of(facts: &Facts) -> Self {
        let ended = |kind| count(facts.visits.iter().filter(|fact| fact.kind_at_end_of(facts.day) == kind));
        let (served, left) = (ended(StageKind::Done), ended(StageKind::Left));
        let all = count(facts.visits.iter());
        let kept: BTreeSet<Ticket> = facts
            .visits
            .iter()
            .filter(|fact| !fact.is_carried_in(facts.day))
            .map(|fact| fact.visit.ticket)
            .collect();
        let drawn: BTreeSet<Ticket> = facts
            .drawn
            .iter()
            .flat_map(|last| (1..=last.number).map(|number| Ticket { series: last.series, number }))
            .collect();
        // A number that was taken back and given again by redo is in use.
        let withdrawn: BTreeSet<Ticket> =
            facts.withdrawn.iter().filter(|ticket| !kept.contains(ticket)).copied().collect();
        Self {
            carried_in: count(facts.visits.iter().filter(|fact| fact.is_carried_in(facts.day))),
            issued: count(drawn.difference(&withdrawn)),
            served,
            left,
            open: all - served - left,
            missing: drawn.difference(&kept).filter(|t| !withdrawn.contains(t)).copied().collect(),
            surplus: kept.difference(&drawn).copied().collect(),
            withdrawn: withdrawn.into_iter().collect(),
        }
    }
}

fn as_text<S: serde::Serializer>(tickets: &[Ticket], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(tickets.iter().map(ToString::to_string))
}
