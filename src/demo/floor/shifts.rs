//! The beginning and the end of a shift.

use std::cmp::Reverse;

use super::super::DemoError;
use super::super::calendar::Hours;
use super::{Event, Floor, Running, Station};
use crate::domain::visit::Act;
use crate::domain::{Handover, LeaveReason, Op, Shift, Stage, Stamp, StationNo, VolunteerId};
use crate::text::demo::{EVENING_NOTES, NOON_NOTES};

/// What one guest takes of a station at the usual pace, calls and breath included, in seconds.
const USUAL_TURN: i64 = 480;
/// How much of the stations' time should be taken, in thousandths: above it queues grow without end.
const BUSY: i64 = 860;

impl Floor<'_> {
    /// Opens the shift a few minutes before the hour.
    pub(super) fn open_shift(&mut self, hours: Hours, visits: u32, now: Stamp) -> Stamp {
        let opened = hours.start.plus_seconds(-self.dice.between(60, 480));
        let length = hours.end.seconds_since(hours.start);
        let an_hour = i64::from(visits) * 3_600 / length;
        let stations: u8 = match an_hour {
            0..=6 => 1,
            7..=14 => 2,
            15..=39 => 3,
            _ => 4,
        };
        let time = i64::from(stations) * 3_600 * BUSY / 1_000;
        self.pace = (1_000 * time / an_hour.max(1) / USUAL_TURN).clamp(20, 1_150);
        let on_duty = self.roster(usize::from(stations) + 1);
        let id = self.ledger.next_shift();
        self.stations = (1..=stations)
            .zip(&on_duty)
            .filter_map(|(no, by)| {
                Some(Station { no: StationNo::new(no)?, by: *by, in_hand: None, is_idle: false })
            })
            .collect();
        let Some(first) = on_duty.first().copied() else { return opened };
        let act = Act { by: first, station: StationNo::FIRST, at: opened };
        if let Some(handover) = self.unread.take() {
            self.ledger.rows.read.push((handover, opened, first));
        }
        let op = Op::ShiftOpened { part: hours.part, on_duty: on_duty.len() };
        self.ledger.note_by_nobody(act, op);
        for at in 0..self.stations.len() {
            let sits = opened.plus_seconds(i64::try_from(at).unwrap_or(0) * 25);
            if at > 0 {
                let act = self.act(sits, at);
                self.ledger.note(act, Op::Seated { volunteer: act.by });
            }
            let ready = hours.start.plus_seconds(self.dice.between(0, 90));
            self.plan(ready, Event::Ready(at));
        }
        let spare = on_duty.get(self.stations.len()).copied();
        if spare.is_some() && self.dice.chance(350) {
            let station = self.dice.place(self.stations.len());
            let at = hours.start.plus_seconds(self.dice.between(length / 4, length * 3 / 4));
            self.plan(at, Event::Swap(station));
        }
        self.ledger.rows.shifts.push(Shift {
            id,
            day: hours.start.day(),
            part: hours.part,
            opened,
            closed: None,
            on_duty,
        });
        // A little early, but not earlier than somebody looks who was promised an open shift.
        let early = self.dice.between(2, 40);
        let closing = if now < hours.end { hours.end } else { hours.end.plus_seconds(-early) };
        let last_call = closing.plus_seconds(-self.paced(600).clamp(120, 600));
        self.running = Some(Running { id, last_call, closing, spare });
        opened
    }

    /// Who serves: a few of the roster by turns, each a day or two in a week.
    fn roster(&mut self, wanted: usize) -> Vec<VolunteerId> {
        let from = self.days * 3 + self.ledger.rows.shifts.len() * 4;
        let mut on_duty: Vec<VolunteerId> =
            (0..wanted.min(self.people)).map(|place| self.volunteer(from + place)).collect();
        self.dice.shuffle(&mut on_duty);
        on_duty
    }

    /// Those whom the shift before left: some come back in a while, some do not come at all.
    pub(super) fn welcome_carried(&mut self, start: Stamp, opened: Stamp) {
        for guest in 0..self.guests.len() {
            let visit = &self.guests[guest].visit;
            if visit.arrived >= opened {
                continue;
            }
            let is_of_another_day = visit.day < start.day();
            match visit.stage {
                Stage::Held { .. } => {
                    let at = start.plus_seconds(self.dice.between(5, 60) * 60);
                    self.plan(at, Event::Back(guest));
                }
                Stage::Waiting { .. } if is_of_another_day && self.dice.chance(200) => {
                    self.guests[guest].is_absent = true;
                }
                _ => {}
            }
        }
    }

    /// Closes the shift: at noon whoever waits is carried over, in the evening most are told to come again.
    pub(super) fn close_shift(&mut self, hours: Hours, at: Stamp, is_last: bool) -> Result<(), DemoError> {
        // Nobody stands at a station any more; should somebody, it is ended before the lights go out.
        for station in 0..self.stations.len() {
            let Some(guest) = self.stations[station].in_hand.take() else { continue };
            let act = self.act(at, station);
            if matches!(self.guests[guest].visit.stage, Stage::Serving { .. }) {
                self.finish(act, guest)?;
            } else {
                self.leave(guest, act, LeaveReason::NoShow)?;
            }
        }
        // Only guests have plans beyond the shift.
        self.agenda.retain(|Reverse((_, _, event))| matches!(event, Event::GiveUp(..) | Event::Back(_)));
        let Some(running) = self.running.take() else { return Ok(()) };
        let act = self.act(at, 0);
        let (mut carried, mut left) = (Vec::new(), 0);
        for guest in &mut self.guests {
            let why = match guest.visit.stage {
                Stage::Done { .. } | Stage::Left { .. } => continue,
                _ if !is_last => None,
                Stage::Held { .. } => self.dice.chance(400).then_some(LeaveReason::WalkedOut),
                _ if carried.len() < 3 && self.dice.chance(300) => None,
                _ if self.dice.chance(600) => Some(LeaveReason::OfficeClosed),
                _ => Some(LeaveReason::AnotherDay),
            };
            match why {
                Some(why) => {
                    self.ledger.turn(guest, |visit| visit.leave_at_close(act, why))?;
                    left += 1;
                }
                None => carried.push(guest.visit.id),
            }
        }
        let guests = &self.guests;
        self.waiting.retain(|guest| matches!(guests[*guest].visit.stage, Stage::Waiting { .. }));
        let id = self.ledger.next_handover();
        let note = self.note(is_last);
        let (day, part) = (hours.start.day(), hours.part);
        let op = Op::ShiftClosed { part, carried: carried.len(), left };
        self.ledger.note(act, op);
        self.ledger.rows.handovers.push(Handover {
            id,
            shift: running.id,
            day,
            part,
            note,
            at,
            by: act.by,
            carried,
            acknowledged: None,
        });
        if let Some(shift) = self.ledger.rows.shifts.last_mut() {
            shift.closed = Some(at);
        }
        self.unread = Some(id);
        Ok(())
    }

    /// Two of three shifts have something to tell.
    fn note(&mut self, is_last: bool) -> String {
        if self.dice.chance(340) {
            return String::new();
        }
        let notes = if is_last { &EVENING_NOTES } else { &NOON_NOTES };
        self.dice.one(notes).copied().unwrap_or_default().to_owned()
    }
}
