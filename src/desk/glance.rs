//! What every drawn frame asks of all visits of the day, gathered once when they are loaded.

use std::collections::BTreeMap;

use crate::domain::tally::Turnout;
use crate::domain::wait::{self, Lateness};
use crate::domain::waited::Waits;
use crate::domain::{Day, Stage, StageKind, Stamp, StationNo, Stations, Visit};

/// How many parties of today the pace is taken from: the last ones, as the morning's rush says little of the afternoon.
pub(super) const OF_TODAY: usize = 60;

/// How many parties of the days before stand in until today has enough of its own.
pub(super) const OF_BEFORE: u32 = 200;

/// How long parties were served, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Those of today that were finished last.
    pub today: Vec<i64>,
    /// Those of the days before that were finished last.
    pub usual: Vec<i64>,
}

/// A station that has finished a party within this time still serves, though it has nobody at the moment. In seconds.
const STILL_SERVES: i64 = 15 * 60;

/// The room at a glance. Visits are named by their place among those of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// The party this station has called or is serving.
    pub(super) in_hand: Option<usize>,
    /// All of them by stage, each in the order in which they came.
    stages: BTreeMap<StageKind, Vec<usize>>,
    pub(super) figures: Turnout,
    /// The stations that have a party in hand.
    busy: Vec<StationNo>,
    /// When each station finished somebody last.
    finished: BTreeMap<StationNo, Stamp>,
    /// By what the waits are told of those whom this station is offered or who wait apart, the longest first; and who that is.
    marks: Vec<(i64, usize)>,
    /// Whether one of those goes first.
    pub(super) has_priority: bool,
}

impl Glance {
    /// The glance of a station at a day: all its visits in the order in which they came, the visits of earlier days that
    /// ended today, the places of those that the station is offered, and of those who wait apart from all others.
    pub(super) fn at(
        (day, station): (Day, StationNo),
        all: &[Visit],
        ended_late: &[Visit],
        (offered, apart): (&[usize], &[usize]),
        (waits, now): (&Waits, Stamp),
        stations: &Stations,
    ) -> Self {
        let figures = Turnout::now(all.iter().chain(ended_late), day, stations);
        let mut glance = Self { figures, ..Self::default() };
        for (at, visit) in all.iter().enumerate() {
            let kind = visit.stage.kind();
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
                _ => {}
            }
            glance.stages.entry(kind).or_default().push(at);
        }
        glance.marks = offered.iter().chain(apart).map(|at| (waits.mark(&all[*at], now), *at)).collect();
        glance.marks.sort_unstable();
        glance.has_priority = offered.iter().any(|at| all[*at].priority.is_some());
        glance
    }

    /// The visits in a stage, in the order in which they came.
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

    /// How long the one who has waited longest has, in seconds, and which one that is.
    pub(super) fn longest(&self, waits: &Waits, now: Stamp) -> Option<(i64, usize)> {
        self.marks.first().map(|(first, at)| (waits.since(*first, now), *at))
    }

    /// How many of those who wait have waited longer than a limit in minutes.
    pub(super) fn late(&self, waits: &Waits, now: Stamp, limit: u16) -> usize {
        let is_late =
            |(mark, _): &(i64, usize)| wait::lateness(waits.since(*mark, now), limit) == Lateness::Past;
        self.marks.partition_point(is_late)
    }
}
