//! What every drawn frame asks of all visits of the day, gathered once when they are loaded.

use std::collections::BTreeMap;

use super::model::{Card, Figures};
use crate::domain::wait::{self, Lateness};
use crate::domain::{Day, LeaveReason, Stage, StageKind, Stamp, StationNo};

/// A station that has finished a party within this time still serves, though it has nobody at the moment. In seconds.
const STILL_SERVES: i64 = 15 * 60;

/// The room at a glance. Cards are named by their place among those of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// The party this station has called or is serving.
    pub(super) in_hand: Option<usize>,
    /// All of them by stage, each in the order in which they came.
    stages: BTreeMap<StageKind, Vec<usize>>,
    /// Those of today that ended without their party having appeared, the latest first.
    pub(super) missed: Vec<usize>,
    pub(super) figures: Figures,
    /// The stations that have a party in hand.
    busy: Vec<StationNo>,
    /// When each station finished somebody last.
    finished: BTreeMap<StationNo, Stamp>,
    /// When those came today whom this station is offered, ascending.
    arrivals: Vec<Stamp>,
    /// Whether one of those goes first.
    pub(super) has_priority: bool,
}

impl Glance {
    /// The glance of a station at a day: all cards in the order in which they came, and those of them that it is offered.
    pub(super) fn at(day: Day, station: StationNo, cards: &[Card], offered: &[&Card]) -> Self {
        let mut glance = Self::default();
        for (at, card) in cards.iter().enumerate() {
            let visit = &card.visit;
            let kind = visit.stage.kind();
            let figures = &mut glance.figures;
            if visit.day == day {
                figures.given += 1;
                figures.persons += u32::from(visit.persons);
            }
            match kind {
                StageKind::Waiting => figures.waiting += 1,
                StageKind::Called | StageKind::Serving | StageKind::Held => figures.in_hand += 1,
                StageKind::Done => figures.done += 1,
                StageKind::Left => figures.left += 1,
            }
            match visit.stage {
                Stage::Called { station: there, .. } | Stage::Serving { station: there, .. } => {
                    glance.busy.push(there);
                    if there == station && glance.in_hand.is_none() {
                        glance.in_hand = Some(at);
                    }
                }
                Stage::Done { station, at, .. } => {
                    let last = glance.finished.entry(station).or_insert(at);
                    *last = (*last).max(at);
                }
                Stage::Left { why: LeaveReason::NoShow, .. } if visit.day == day => glance.missed.push(at),
                _ => {}
            }
            glance.stages.entry(kind).or_default().push(at);
        }
        let ended = |at: &usize| (cards[*at].visit.stage.since(), cards[*at].visit.id);
        glance.missed.sort_by_key(|at| std::cmp::Reverse(ended(at)));
        let today = offered.iter().filter(|card| card.visit.day == day);
        glance.arrivals = today.map(|card| card.visit.arrived).collect();
        glance.arrivals.sort_unstable();
        glance.has_priority = offered.iter().any(|card| card.visit.priority.is_some());
        glance
    }

    /// The cards in a stage, in the order in which they came.
    pub(super) fn in_stage(&self, kind: StageKind) -> &[usize] {
        self.stages.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// How many stations serve, and how many of them have a party in hand.
    pub(super) fn stations(&self, now: Stamp) -> (usize, usize) {
        let mut serving = self.busy.clone();
        let finished = self.finished.iter().filter(|(_, at)| now.seconds_since(**at) < STILL_SERVES);
        serving.extend(finished.map(|(station, _)| *station));
        serving.sort_unstable();
        serving.dedup();
        (serving.len().max(1), self.busy.len())
    }

    /// How long the one who has waited longest has, in seconds.
    pub(super) fn longest(&self, now: Stamp) -> Option<i64> {
        self.arrivals.first().map(|first| now.seconds_since(*first))
    }

    /// How many of those who wait have waited longer than a limit in minutes.
    pub(super) fn late(&self, now: Stamp, limit: u16) -> usize {
        let is_late = |arrived: &Stamp| wait::lateness(now.seconds_since(*arrived), limit) == Lateness::Past;
        self.arrivals.partition_point(is_late)
    }
}
