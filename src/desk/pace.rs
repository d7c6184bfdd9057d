//! The pace of the desk, and the waits that follow from it.

use super::Model;
use crate::domain::wait::{self, Lateness};
use crate::domain::{Priority, Stage, StageKind, Stamp, StationNo, VisitId};

/// How many parties of today the pace is taken from: the last ones, as the morning's rush says little of the afternoon.
pub(super) const OF_TODAY: usize = 60;

/// How many parties of the days before stand in until today has enough of its own.
pub(super) const OF_BEFORE: u32 = 200;

/// A station that has finished a party within this time still serves, though it has nobody at the moment. In seconds.
const STILL_SERVES: i64 = 15 * 60;

/// How long parties were served, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Those of today that were finished last.
    pub today: Vec<i64>,
    /// Those of the days before that were finished last.
    pub usual: Vec<i64>,
}

impl Model {
    /// How many wait before a visit; `None` of one that does not wait.
    pub fn ahead(&self, visit: VisitId) -> Option<usize> {
        self.queue.iter().position(|waiting| *waiting == visit)
    }

    /// How many would wait before a number that is given now.
    pub fn ahead_of_new(&self, priority: Option<Priority>) -> usize {
        if priority.is_none() {
            return self.queue.len();
        }
        let is_before = |id: &&VisitId| self.card(**id).is_some_and(|card| card.visit.priority.is_some());
        self.queue.iter().filter(is_before).count()
    }

    /// The least and the most minutes that a party will wait before which so many others wait; `None` without ground for
    /// a word.
    pub fn wait_behind(&self, ahead: usize, now: Stamp) -> Option<(u32, u32)> {
        let (stations, busy) = self.stations(now);
        wait::estimate(wait::turns(ahead, stations, busy), stations, &self.pace.today, &self.pace.usual)
    }

    /// How many stations serve, and how many of them have a party in hand.
    fn stations(&self, now: Stamp) -> (usize, usize) {
        let mut busy: Vec<StationNo> = Vec::new();
        let mut serving: Vec<StationNo> = Vec::new();
        for card in &self.cards {
            match card.visit.stage {
                Stage::Called { station, .. } | Stage::Serving { station, .. } => busy.push(station),
                Stage::Done { station, at, .. } if now.seconds_since(at) < STILL_SERVES => {
                    serving.push(station)
                }
                _ => {}
            }
        }
        serving.extend(&busy);
        serving.sort_unstable();
        serving.dedup();
        (serving.len().max(1), busy.len())
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

    /// How many wait longer than the office's limit.
    pub fn late(&self, now: Stamp) -> usize {
        self.queue.iter().filter(|visit| self.lateness(**visit, now) == Lateness::Past).count()
    }
}
