//! The beginning and the end of a shift, and what is planned for it.

use std::cmp::Reverse;

use super::super::calendar::Hours;
use super::super::plan::DemoError;
use super::{Event, Floor, Running, Station};
use crate::demo::made_up::{EVENING_NOTES, NOON_NOTES};
use crate::desk::{Closing, Command};
use crate::domain::{
    Handed, ItemEnd, ItemId, ItemKind, LeaveReason, NextDeed, StageKind, Stamp, StationNo, System,
    VolunteerId,
};

/// What one guest takes of a station at the usual pace, calls and breath included, in seconds.
const USUAL_TURN: i64 = 480;
/// How much of the stations' time should be taken, in thousandths: above it queues grow without end.
const BUSY: i64 = 860;

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
    /// Opens the shift a few minutes before the hour.
    pub(super) fn open_shift(&mut self, hours: Hours, visits: u32, now: Stamp) -> Result<Stamp, DemoError> {
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
        self.stations = (1..=stations)
            .filter_map(StationNo::new)
            .map(|no| Station { no, in_hand: None, is_idle: false })
            .collect();
        let taken = match on_duty.first() {
            Some(first) => self.take_over(opened, *first)?,
            None => Vec::new(),
        };
        self.does(opened, 0, Command::OpenShift { part: hours.part, on_duty: on_duty.clone() })?;
        for item in taken {
            self.does(opened.plus_seconds(90).min(now), 0, Command::CloseItem(item, ItemEnd::Done))?;
        }
        for at in 0..self.stations.len() {
            let sits = opened.plus_seconds(i64::try_from(at).unwrap_or(0) * 25).min(now);
            if at > 0
                && let Some(volunteer) = on_duty.get(at).copied()
            {
                self.does(sits, at, Command::Sit { volunteer })?;
            }
            let ready = hours.start.plus_seconds(self.dice.between(0, 90));
            self.plan(ready, Event::Ready(at));
        }
        let spare = on_duty.get(self.stations.len()).copied();
        if spare.is_some() && self.dice.chance(350) {
            let station = self.dice.place(self.stations.len());
            let at = hours.start.plus_seconds(self.dice.between(length / 4, length * 3 / 4));
            self.plan(at, Event::Swap(station));
        } else if spare.is_some() && self.folk.chance(300) {
            let at = hours.start.plus_seconds(self.folk.between(length / 4, length * 3 / 4));
            self.plan(at, Event::GoHome);
        }
        // A little early, but not earlier than somebody looks who was promised an open shift.
        let early = self.dice.between(2, 40);
        let closing = if now < hours.end { hours.end } else { hours.end.plus_seconds(-early) };
        let last_call = closing.plus_seconds(-self.paced(600).clamp(120, 600));
        self.running = Some(Running { last_call, closing, on_duty, spare });
        self.shifts += 1;
        Ok(opened)
    }

    /// Whoever comes first says back what the shift before left. Says which items are to be closed.
    fn take_over(&mut self, at: Stamp, by: VolunteerId) -> Result<Vec<ItemId>, DemoError> {
        self.stand(at, 0);
        let Some(pending) = self.desk.load()?.handover else { return Ok(Vec::new()) };
        let rows = self.desk.handover(pending.handover)?.rows;
        let rows: Vec<Handed> = rows.into_iter().map(|(row, _)| row).filter(Handed::is_untaken).collect();
        let deed = |row: &Handed| match row.item.kind {
            _ if !row.item.is_due(at.day()) => None,
            ItemKind::Visit => Some(NextDeed::Call),
            _ => Some(NextDeed::Ask),
        };
        let taken = rows.iter().filter_map(|row| Some((row.id?, deed(row)))).collect();
        let command = Command::TakeHandover { handover: pending.handover, by, taken, remark: String::new() };
        if !pending.is_taken {
            self.does(at, 0, command)?;
        }
        Ok(rows.into_iter().filter_map(|row| row.item.note).map(|note| note.id).collect())
    }

    /// Who serves: a few of the roster by turns, each a day or two in a week.
    fn roster(&mut self, wanted: usize) -> Vec<VolunteerId> {
        let from = self.days * 3 + self.shifts * 4;
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
            match visit.stage.kind() {
                StageKind::Held => {
                    let at = start.plus_seconds(self.dice.between(5, 60) * 60);
                    self.plan(at, Event::Back(guest));
                }
                StageKind::Waiting if is_of_another_day && self.dice.chance(200) => {
                    self.guests[guest].is_absent = true;
                }
                _ => {}
            }
        }
    }

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

    /// About one visitor for each six parties asks where the forms lie or when the office closes, and takes no number.
    pub(super) fn plan_questions(&mut self, hours: Hours, visits: u32) {
        let length = hours.end.seconds_since(hours.start);
        let most = i64::from(visits.div_ceil(3));
        for _ in 0..self.askers.between(0, most) {
            let at = hours.start.plus_seconds(self.askers.between(60, length - 60));
            self.plan(at, Event::Ask);
        }
    }

    /// Closes the shift: at noon those who wait are carried over, in the evening most are told to come again.
    pub(super) fn close_shift(&mut self, at: Stamp, is_last: bool) -> Result<(), DemoError> {
        // Nobody stands at a station any more; should somebody, it is ended before the lights go out.
        for station in 0..self.stations.len() {
            let Some(guest) = self.stations[station].in_hand.take() else { continue };
            let is_served = self.is(guest, StageKind::Serving);
            self.turns(at, station, guest, if is_served { Command::Finish } else { Command::PutBack })?;
        }
        // Only guests have plans beyond the shift.
        self.agenda.retain(|Reverse((_, _, event))| matches!(event, Event::GiveUp(..) | Event::Back(_)));
        self.running = None;
        let (mut carried, mut ended) = (0, Vec::new());
        for guest in &self.guests {
            let why = match guest.visit.stage.kind() {
                StageKind::Done | StageKind::Left => continue,
                _ if !is_last => None,
                StageKind::Held => self.dice.chance(400).then_some(LeaveReason::WalkedOut),
                _ if carried < 3 && self.dice.chance(300) => None,
                _ if self.dice.chance(600) => Some(LeaveReason::OfficeClosed),
                _ => Some(LeaveReason::AnotherDay),
            };
            match why {
                Some(why) => ended.push((guest.visit.id, why)),
                None => carried += 1,
            }
        }
        let note = self.note(is_last);
        self.does(at, 0, Command::CloseShift(Closing { note, ended, ..Closing::default() }))?;
        for guest in 0..self.guests.len() {
            if self.guests[guest].visit.stage.kind().is_open() {
                self.look_at(guest)?;
            }
        }
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
