//! A visit: from the number that was given to the moment the party is helped or gone.

use super::coded::{LeaveReason, Priority, StageKind};
use super::ids::{StationNo, VisitId, VolunteerId};
use super::refusal::Refusal;
use super::standing::{Destination, Standing};
use super::ticket::{Series, Ticket};
use super::time::{Agreed, Day, Stamp};

/// Where a visit stands. Each stage carries exactly the facts that exist in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Waiting {
        /// Since when; later than the arrival after the visit was put back.
        since: Stamp,
    },
    Called {
        by: VolunteerId,
        station: StationNo,
        since: Stamp,
        times: u8,
    },
    Serving {
        by: VolunteerId,
        station: StationNo,
        since: Stamp,
    },
    Held {
        by: VolunteerId,
        station: StationNo,
        since: Stamp,
    },
    Done {
        by: VolunteerId,
        station: StationNo,
        at: Stamp,
    },
    Left {
        by: VolunteerId,
        station: StationNo,
        at: Stamp,
        why: LeaveReason,
        from: StageKind,
        /// When the party is to come back, where that was agreed.
        come_back: Option<Agreed>,
    },
}

impl Stage {
    /// The stage without its facts.
    pub const fn kind(&self) -> StageKind {
        match self {
            Self::Waiting { .. } => StageKind::Waiting,
            Self::Called { .. } => StageKind::Called,
            Self::Serving { .. } => StageKind::Serving,
            Self::Held { .. } => StageKind::Held,
            Self::Done { .. } => StageKind::Done,
            Self::Left { .. } => StageKind::Left,
        }
    }

    pub const fn since(&self) -> Stamp {
        match *self {
            Self::Waiting { since }
            | Self::Called { since, .. }
            | Self::Serving { since, .. }
            | Self::Held { since, .. } => since,
            Self::Done { at, .. } | Self::Left { at, .. } => at,
        }
    }

    /// The station that has the visit, if any has.
    pub const fn station(&self) -> Option<StationNo> {
        match *self {
            Self::Waiting { .. } => None,
            Self::Called { station, .. }
            | Self::Serving { station, .. }
            | Self::Held { station, .. }
            | Self::Done { station, .. }
            | Self::Left { station, .. } => Some(station),
        }
    }

    /// The volunteer who has or had the visit, if any.
    pub const fn by(&self) -> Option<VolunteerId> {
        match *self {
            Self::Waiting { .. } => None,
            Self::Called { by, .. }
            | Self::Serving { by, .. }
            | Self::Held { by, .. }
            | Self::Done { by, .. }
            | Self::Left { by, .. } => Some(by),
        }
    }
}

/// Who acts, where and when: what every transition needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// The volunteer at the keys.
    pub by: VolunteerId,
    pub station: StationNo,
    /// The moment on the desk's clock.
    pub at: Stamp,
}

/// A visit (lượt): one party, one number, one way through the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: VisitId,
    pub day: Day,
    pub ticket: Ticket,
    /// How many persons (người) came together, from 1 to 999.
    pub persons: u16,
    pub priority: Option<Priority>,
    /// When the number was given.
    pub arrived: Stamp,
    pub stage: Stage,
    /// The earlier visit that it goes on with: the party came back.
    pub returns_of: Option<VisitId>,
    /// Where it stands in the queue while it waits.
    pub standing: Standing,
}

/// The most persons one number may stand for: more is a typing mistake.
pub const MOST_PERSONS: u16 = 999;

impl Visit {
    /// The series it is served under.
    pub fn series(&self) -> Series {
        self.standing.series.unwrap_or(self.ticket.series)
    }

    /// Whether its turn may come: a party that was booked for later enters the order at its time. One that came after
    /// its time, or whose time the clock went back over, stands where it came.
    pub fn is_due(&self, now: Stamp) -> bool {
        self.standing.booked.is_none_or(|booked| booked <= now.max(self.arrived))
    }

    /// From when on the party waits: its arrival, or the booked time when that is later.
    pub fn waits_from(&self) -> Stamp {
        self.standing.booked.map_or(self.arrived, |booked| booked.max(self.arrived))
    }

    /// Whether its number stands for a party (lượt): one that was given by mistake, or joined to another, does not.
    pub const fn is_party(&self) -> bool {
        !matches!(self.stage, Stage::Left { why: LeaveReason::Mistake, .. })
    }

    pub fn call(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Waiting { since } => {
                let stage =
                    Stage::Called { by: act.by, station: act.station, since: act.at.max(since), times: 1 };
                Ok(Self { stage, standing: self.standing.called_at(act.at), ..self })
            }
            _ => {
                Err(self.refusal(act, Refusal::NotWaiting { ticket: self.ticket, stage: self.stage.kind() }))
            }
        }
    }

    /// Called once more, at the station that called.
    pub fn recall(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Called { by, station, since, times } if station == act.station => Ok(Self {
                stage: Stage::Called { by, station, since, times: times.saturating_add(1) },
                standing: self.standing.called_at(act.at),
                ..self
            }),
            _ => Err(self.refusal(act, Refusal::NotCalled { ticket: self.ticket, stage: self.stage.kind() })),
        }
    }

    /// The party that was called stands at the station: serving begins.
    pub fn appear(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Called { station, since, .. } if station == act.station => Ok(self.serve(act, since)),
            _ => Err(self.refusal(act, Refusal::NotCalled { ticket: self.ticket, stage: self.stage.kind() })),
        }
    }

    /// Serving is put aside: the party fills a form or makes a copy, and the station is free.
    pub fn hold(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Serving { station, since, .. } if station == act.station => {
                let stage = Stage::Held { by: act.by, station, since: act.at.max(since) };
                Ok(Self { stage, ..self })
            }
            _ => {
                Err(self.refusal(act, Refusal::NotServing { ticket: self.ticket, stage: self.stage.kind() }))
            }
        }
    }

    /// A visit that was put aside goes on, at whichever station takes it up.
    pub fn resume(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Held { since, .. } => Ok(self.serve(act, since)),
            _ => Err(self.refusal(act, Refusal::NotHeld { ticket: self.ticket, stage: self.stage.kind() })),
        }
    }

    /// Back into the queue, at the old place: the arrival stays.
    pub fn put_back(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Called { station, since, .. } | Stage::Serving { station, since, .. }
                if station == act.station =>
            {
                Ok(Self { stage: Stage::Waiting { since: act.at.max(since) }, ..self })
            }
            Stage::Held { since, .. } => {
                Ok(Self { stage: Stage::Waiting { since: act.at.max(since) }, ..self })
            }
            _ => Err(self.refusal(act, Refusal::NotTaken { ticket: self.ticket, stage: self.stage.kind() })),
        }
    }

    /// Sent on to another series or station: back into the queue, at the old place. One that waits goes on waiting.
    pub fn transfer(self, act: Act, to: Destination) -> Result<Self, Refusal> {
        let standing = self.standing.sent(to);
        let visit = match self.stage {
            Stage::Waiting { .. } => self,
            _ => self.put_back(act)?,
        };
        Ok(Self { standing, ..visit })
    }

    /// A party whose visit has ended today is here again with its number: it waits once more.
    pub fn come_back(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Done { at, .. } | Stage::Left { at, .. } if self.day == act.at.day() => {
                let since = act.at.max(at);
                let standing = Standing { returned: Some(since), ..self.standing };
                Ok(Self { stage: Stage::Waiting { since }, standing, ..self })
            }
            Stage::Done { .. } | Stage::Left { .. } => {
                Err(Refusal::OfAnotherDay { ticket: self.ticket, day: self.day })
            }
            _ => Err(self.refusal(act, Refusal::NotEnded { ticket: self.ticket, stage: self.stage.kind() })),
        }
    }

    /// The visit ends without being served. One that another station has in hand cannot be sent away from here.
    pub fn leave(self, act: Act, why: LeaveReason) -> Result<Self, Refusal> {
        let elsewhere = match self.stage {
            Stage::Called { station, .. } | Stage::Serving { station, .. } => station != act.station,
            _ => false,
        };
        if elsewhere || !self.stage.kind().is_open() {
            return Err(
                self.refusal(act, Refusal::AlreadyEnded { ticket: self.ticket, stage: self.stage.kind() })
            );
        }
        Ok(self.end_as_left(act, why))
    }

    /// As [`Self::leave`]: the party comes back then.
    pub fn leave_until(self, act: Act, when: Agreed) -> Result<Self, Refusal> {
        let mut left = self.leave(act, LeaveReason::AnotherDay)?;
        if let Stage::Left { come_back, .. } = &mut left.stage {
            *come_back = Some(when);
        }
        Ok(left)
    }

    /// As [`Self::leave`], whichever station has it: closing the day may not fail because a neighbour went home.
    pub fn leave_at_close(self, act: Act, why: LeaveReason) -> Result<Self, Refusal> {
        if self.stage.kind().is_open() {
            Ok(self.end_as_left(act, why))
        } else {
            Err(Refusal::AlreadyEnded { ticket: self.ticket, stage: self.stage.kind() })
        }
    }

    /// As [`Self::finish`] at that moment, whichever station serves it, and by whoever does.
    pub fn finish_at_close(self, at: Stamp) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Serving { by, station, since } => {
                Ok(Self { stage: Stage::Done { by, station, at: at.max(since) }, ..self })
            }
            stage => Err(Refusal::NotServing { ticket: self.ticket, stage: stage.kind() }),
        }
    }

    /// It was done at an earlier moment than was entered, or than now: an estimate. One that is being served ends by it.
    pub fn estimate_end(self, at: Stamp) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Done { by, station, at: ended } if at <= ended => {
                Ok(Self { stage: Stage::Done { by, station, at }, ..self })
            }
            Stage::Done { .. } => Err(Refusal::EndOutsideShift),
            _ => self.finish_at_close(at),
        }
    }

    pub fn finish(self, act: Act) -> Result<Self, Refusal> {
        match self.stage {
            Stage::Serving { station, since, .. } if station == act.station => {
                Ok(Self { stage: Stage::Done { by: act.by, station, at: act.at.max(since) }, ..self })
            }
            _ => {
                Err(self.refusal(act, Refusal::NotServing { ticket: self.ticket, stage: self.stage.kind() }))
            }
        }
    }

    fn serve(self, act: Act, since: Stamp) -> Self {
        Self { stage: Stage::Serving { by: act.by, station: act.station, since: act.at.max(since) }, ..self }
    }

    fn end_as_left(self, act: Act, why: LeaveReason) -> Self {
        let from = self.stage.kind();
        let at = act.at.max(self.stage.since());
        Self {
            stage: Stage::Left { by: act.by, station: act.station, at, why, from, come_back: None },
            ..self
        }
    }

    /// When a party that left is to come back.
    pub const fn comes_back_on(&self) -> Option<Agreed> {
        match self.stage {
            Stage::Left { come_back, .. } => come_back,
            _ => None,
        }
    }

    /// When another station has the visit, that is the reason a person needs to hear.
    fn refusal(&self, act: Act, otherwise: Refusal) -> Refusal {
        match self.stage {
            Stage::Called { station, .. } | Stage::Serving { station, .. } if station != act.station => {
                Refusal::AtAnotherStation { ticket: self.ticket, station }
            }
            _ => otherwise,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Series;

    fn act(station: u8, at: i64) -> Act {
        Act {
            by: VolunteerId(i64::from(station)),
            station: StationNo::new(station).unwrap(),
            at: Stamp::from_seconds(at),
        }
    }

    fn waiting() -> Visit {
        let arrived = Stamp::from_seconds(100);
        let ticket = Ticket { series: Series::new('A').unwrap(), number: 1 };
        let stage = Stage::Waiting { since: arrived };
        Visit {
            id: VisitId(1),
            day: arrived.day(),
            ticket,
            persons: 1,
            priority: None,
            arrived,
            stage,
            returns_of: None,
            standing: Standing::default(),
        }
    }

    #[test]
    fn a_visit_goes_from_waiting_to_done() {
        let done = waiting()
            .call(act(1, 200))
            .and_then(|v| v.recall(act(1, 210)))
            .and_then(|v| v.appear(act(1, 220)))
            .and_then(|v| v.hold(act(1, 300)))
            .and_then(|v| v.resume(act(2, 400)))
            .and_then(|v| v.finish(act(2, 500)))
            .unwrap();
        assert_eq!(done.stage.kind(), StageKind::Done);
        assert_eq!(done.stage.station(), StationNo::new(2));
        assert_eq!(done.stage.since(), Stamp::from_seconds(500));
    }

    #[test]
    fn no_stage_takes_a_transition_that_is_not_its_own() {
        type Step = fn(Visit, Act) -> Result<Visit, Refusal>;
        let steps: [(&str, Step, &[StageKind]); 8] = [
            ("call", Visit::call, &[StageKind::Waiting]),
            ("recall", Visit::recall, &[StageKind::Called]),
            ("appear", Visit::appear, &[StageKind::Called]),
            ("hold", Visit::hold, &[StageKind::Serving]),
            ("resume", Visit::resume, &[StageKind::Held]),
            ("put back", Visit::put_back, &[StageKind::Called, StageKind::Serving, StageKind::Held]),
            ("finish", Visit::finish, &[StageKind::Serving]),
            ("come back", Visit::come_back, &[StageKind::Done, StageKind::Left]),
        ];
        let called = waiting().call(act(1, 110)).unwrap();
        let serving = called.clone().appear(act(1, 120)).unwrap();
        let stages = [
            waiting(),
            called.clone(),
            serving.clone(),
            serving.clone().hold(act(1, 130)).unwrap(),
            serving.finish(act(1, 130)).unwrap(),
            called.leave(act(1, 130), LeaveReason::NoShow).unwrap(),
        ];
        for visit in stages {
            for (name, step, allowed) in steps {
                let from = visit.stage.kind();
                assert_eq!(
                    step(visit.clone(), act(1, 140)).is_ok(),
                    allowed.contains(&from),
                    "{name} {from:?}"
                );
            }
            assert_eq!(
                visit.clone().leave(act(1, 140), LeaveReason::WalkedOut).is_ok(),
                visit.stage.kind().is_open()
            );
        }
    }

    #[test]
    fn a_station_cannot_touch_what_another_one_has_in_hand() {
        let called = waiting().call(act(1, 110)).unwrap();
        for refused in [
            called.clone().call(act(2, 120)),
            called.clone().appear(act(2, 120)),
            called.clone().recall(act(2, 120)),
            called.clone().put_back(act(2, 120)),
            called.leave(act(2, 120), LeaveReason::NoShow),
        ] {
            assert!(matches!(refused, Err(Refusal::AtAnotherStation { .. })), "{refused:?}");
        }
    }

    #[test]
    fn a_clock_set_back_never_makes_a_stage_end_before_it_began() {
        let called = waiting().call(act(1, 50)).unwrap();
        assert_eq!(called.stage.since(), Stamp::from_seconds(100));
    }
}
