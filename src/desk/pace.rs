//! The pace of the desk, and the waits that follow from it.

use super::Model;
use crate::domain::queue::Lane;
use crate::domain::wait::{self, Lateness};
use crate::domain::{Priority, StageKind, Stamp, VisitId};

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

impl Model {
    /// How many would be called before a number that is given now: as the queue itself would have it.
    pub fn ahead_of_new(&self, priority: Option<Priority>, now: Stamp) -> usize {
        let lane = if priority.is_some() { Lane::Priority } else { Lane::Ordinary };
        self.calls.ahead_of_new(lane, now)
    }

    /// The least and the most minutes that a party will wait before which so many others wait; `None` without ground for
    /// a word.
    pub fn wait_behind(&self, ahead: usize, now: Stamp) -> Option<(u32, u32)> {
        let (stations, busy) = self.glance.stations(now);
        wait::estimate(wait::turns(ahead, stations, busy), stations, &self.pace.today, &self.pace.usual)
    }

    /// How the wait of a visit stands to the office's limit. One that does not wait, or that was carried over from
    /// another day and went home in between, is not late.
    pub fn lateness(&self, visit: VisitId, now: Stamp) -> Lateness {
        match self.card(visit) {
            Some(card) if card.visit.stage.kind() == StageKind::Waiting && card.visit.day == self.day => {
                wait::lateness(now.seconds_since(card.visit.arrived), self.wait_limit)
            }
            _ => Lateness::Fine,
        }
    }

    /// How long the one who has waited longest has, in seconds, of those whom this station is offered; those who were
    /// carried over from another day left out.
    pub fn longest_wait(&self, now: Stamp) -> Option<i64> {
        self.glance.longest(now)
    }

    /// How many of the same wait longer than the office's limit.
    pub fn late(&self, now: Stamp) -> usize {
        self.glance.late(now, self.wait_limit)
    }
}
