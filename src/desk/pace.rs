//! The pace of the desk, and the waits that follow from it.

use super::Model;
use crate::domain::queue::{Place, Standing};
use crate::domain::wait::{self, Lateness};
use crate::domain::{Priority, Series, Stage, StageKind, Stamp, StationNo, Ticket, Visit, VisitId};

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
    /// How many would be called before a number that is given now: as the queue itself would have it.
    pub fn ahead_of_new(&self, priority: Option<Priority>, now: Stamp) -> usize {
        // A booked time is no place that was given by arrival.
        let arrived = self.cards.iter().map(|card| card.visit.standing).filter(|one| one.booked.is_none());
        let last = arrived.map(|standing| standing.place).max().unwrap_or_default();
        let new = Visit {
            id: VisitId(i64::MAX),
            day: self.day,
            ticket: Ticket { series: Series::FIRST, number: 0 },
            persons: 1,
            priority,
            arrived: now,
            stage: Stage::Waiting { since: now },
            returns_of: None,
            standing: Standing { place: last.max(Place::at(now)), ..Standing::default() },
        };
        let visits: Vec<&Visit> = self.cards.iter().map(|card| &card.visit).chain([&new]).collect();
        self.explain_among(&visits, new.id, now).map_or(0, |found| found.ahead)
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
