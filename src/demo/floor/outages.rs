//! What does not work: the portal in the busy hours, the power now and then.

use super::super::calendar::Hours;
use super::{Event, Floor};
use crate::domain::{Op, Stamp, System};

/// What fails, and how often beside the others.
const FAILS: [(System, u32); 7] = [
    (System::Portal, 45),
    (System::Vneid, 25),
    (System::Network, 10),
    (System::Payment, 8),
    (System::Insurance, 6),
    (System::Power, 4),
    (System::Other, 2),
];

impl Floor<'_> {
    /// On one part of a day in six something fails for a while, and works again before the desk closes.
    pub(super) fn plan_outage(&mut self, hours: Hours) {
        if !self.folk.chance(165) {
            return;
        }
        let Some(system) = self.folk.weighed(&FAILS).copied() else { return };
        let length = hours.end.seconds_since(hours.start);
        let from = hours.start.plus_seconds(self.folk.between(600, length * 2 / 3));
        let until = from.plus_seconds(self.folk.between(8, 100) * 60 + self.folk.between(0, 59));
        let until = until.min(hours.end.plus_seconds(-300));
        self.plan(from, Event::Down(system));
        self.plan(until, Event::Up(system));
    }

    /// Notes that a system does not work.
    pub(super) fn go_down(&mut self, at: Stamp, system: System) {
        let act = self.act(at, 0);
        self.ledger.note(act, Op::OutageBegan { system });
        self.ledger.rows.outages.push((system, at, None, act.station, act.by));
    }

    /// Notes that it works again.
    pub(super) fn come_up(&mut self, at: Stamp, system: System) {
        let act = self.act(at, 0);
        let Some(outage) =
            self.ledger.rows.outages.iter_mut().rfind(|one| one.0 == system && one.2.is_none())
        else {
            return;
        };
        outage.2 = Some(at);
        let minutes = u32::try_from(at.seconds_since(outage.1) / 60).unwrap_or(0);
        self.ledger.note(act, Op::OutageEnded { system, minutes });
    }
}
