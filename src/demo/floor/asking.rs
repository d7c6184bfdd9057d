//! Visitors who ask where the forms lie or when the office closes, and take no number.

use super::super::calendar::Hours;
use super::{Event, Floor};
use crate::domain::{Op, Stamp};

impl Floor<'_> {
    /// About one for each six parties, spread over the hours of a part of the day.
    pub(super) fn plan_questions(&mut self, hours: Hours, visits: u32) {
        let length = hours.end.seconds_since(hours.start);
        let most = i64::from(visits.div_ceil(3));
        for _ in 0..self.askers.between(0, most) {
            let at = hours.start.plus_seconds(self.askers.between(60, length - 60));
            self.plan(at, Event::Ask);
        }
    }

    /// Somebody at the desk counts one.
    pub(super) fn ask(&mut self, at: Stamp) {
        let Some(shift) = self.running.as_ref().map(|running| running.id) else { return };
        let station = self.askers.place(self.stations.len());
        let act = self.act(at, station);
        let rows = &mut self.ledger.rows.quick_questions;
        rows.push((at, shift, act.station, act.by));
        let today = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        self.ledger.note(act, Op::QuestionCounted { today });
    }
}
