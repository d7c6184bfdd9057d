//! The room during a day: who stands where, and what happens next.

mod asking;
mod deeds;
mod outages;
mod shifts;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::DemoError;
use super::calendar::{self, Hours, WorkedDay};
use super::crowd::{Needs, Party};
use super::dice::Dice;
use super::folk;
use super::help;
use super::ledger::{Guest, Ledger};
use crate::domain::queue::{Order, Place, QueueRules, Standing, order};
use crate::domain::visit::Act;
use crate::domain::{
    Catalogue, HandoverId, LeaveReason, Op, ShiftId, Stage, Stamp, StationNo, System, Visit, VolunteerId,
};
use crate::store::bulk::DayRows;

/// What is going to happen. Guests and stations are named by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The next party of the crowd comes in.
    Arrive,
    /// A waiting guest has had enough.
    GiveUp(usize, bool),
    /// A guest that was put aside comes back.
    Back(usize),
    /// The next deed of the guest in hand.
    Deed(usize),
    /// A station is ready for the next guest.
    Ready(usize),
    /// Somebody else takes the keys of a station.
    Swap(usize),
    /// A system stops working.
    Down(System),
    /// It works again.
    Up(System),
    /// Somebody asks one short thing and takes no number.
    Ask,
}

/// A station while a shift is open.
#[derive(Debug)]
struct Station {
    no: StationNo,
    by: VolunteerId,
    in_hand: Option<usize>,
    /// Whether it waits for somebody to come.
    is_idle: bool,
}

/// The shift that is open.
#[derive(Debug)]
struct Running {
    id: ShiftId,
    /// No guest is called after this, so that those in hand are helped before the end.
    last_call: Stamp,
    closing: Stamp,
    /// Who is on duty without a station.
    spare: Option<VolunteerId>,
}

/// The room. It remembers from day to day what was carried over.
#[derive(Debug)]
pub(super) struct Floor<'a> {
    catalogue: &'a Catalogue,
    dice: Dice,
    /// Who asks and what fails is thrown with dice of its own, so that it changes nothing else.
    folk: Dice,
    /// The same for those who only ask.
    askers: Dice,
    ledger: Ledger,
    people: usize,
    needs: Option<Needs>,
    guests: Vec<Guest>,
    /// The places of those who wait, and of those who were put aside and stand at the desk again.
    waiting: Vec<usize>,
    back: Vec<usize>,
    stations: Vec<Station>,
    running: Option<Running>,
    unread: Option<HandoverId>,
    agenda: BinaryHeap<Reverse<(Stamp, u64, Event)>>,
    turn: u64,
    /// How long everything takes, in thousandths of the usual: in a full room everybody is quicker.
    pace: i64,
    days: usize,
}

impl<'a> Floor<'a> {
    /// An empty room with so many volunteers, whose identities are 1, 2, 3 …
    pub(super) fn new(catalogue: &'a Catalogue, seed: u64, people: usize) -> Self {
        Self {
            catalogue,
            dice: Dice::new(seed),
            folk: Dice::new(seed ^ 0x0f01_0c00),
            askers: Dice::new(seed ^ 0x0a51_0c00),
            ledger: Ledger::new(),
            people,
            needs: None,
            guests: Vec::new(),
            waiting: Vec::new(),
            back: Vec::new(),
            stations: Vec::new(),
            running: None,
            unread: None,
            agenda: BinaryHeap::new(),
            turn: 0,
            pace: 1_000,
            days: 0,
        }
    }

    /// How many visits there were so far.
    pub(super) fn visits_given(&self) -> u32 {
        self.ledger.given
    }

    /// Lives through a day, or through the part of it until `now`.
    pub(super) fn day(&mut self, worked: WorkedDay, now: Stamp) -> Result<DayRows, DemoError> {
        let day = worked.day;
        if !self.needs.as_ref().is_some_and(|needs| needs.holds_on(day)) {
            self.needs = Some(Needs::on(self.catalogue, day));
        }
        self.days += 1;
        let hours = worked.hours();
        // People come in the morning rather than later.
        let morning = if hours.len() == 1 { worked.visits } else { worked.visits * 58 / 100 };
        let last = hours.len() - 1;
        for (at, part) in hours.into_iter().enumerate() {
            let visits = if at == 0 { morning } else { worked.visits - morning };
            if part.start <= now {
                self.part(part, visits, at == last, now)?;
            }
        }
        self.agenda.clear();
        self.back.clear();
        let seats = self.stations.iter().map(|station| (station.no, station.by));
        self.ledger.rows.seats.extend(seats);
        let rows = self.ledger.take(day, &mut self.guests);
        self.waiting = (0..self.guests.len()).filter(|at| self.is_waiting(*at)).collect();
        Ok(rows)
    }

    fn part(&mut self, hours: Hours, visits: u32, is_last: bool, now: Stamp) -> Result<(), DemoError> {
        let opened = self.open_shift(hours, visits, now);
        for at in calendar::arrivals(&mut self.dice, hours, visits) {
            self.plan(at, Event::Arrive);
        }
        self.welcome_carried(hours.start, opened);
        self.plan_outage(hours);
        self.plan_questions(hours, visits);
        let Some(closing) = self.running.as_ref().map(|running| running.closing) else { return Ok(()) };
        while let Some(Reverse((at, _, event))) = self.agenda.peek().copied() {
            if at >= closing || at > now {
                break;
            }
            self.agenda.pop();
            // What fell into the lunch hour is seen when the desk opens again.
            self.happen(at.max(opened), event)?;
        }
        // Numbers are given while the desk is open; who would have come in the last seconds comes tomorrow.
        if closing <= now { self.close_shift(hours, closing, is_last) } else { Ok(()) }
    }

    fn plan(&mut self, at: Stamp, event: Event) {
        self.turn += 1;
        self.agenda.push(Reverse((at, self.turn, event)));
    }

    fn happen(&mut self, at: Stamp, event: Event) -> Result<(), DemoError> {
        match event {
            Event::Arrive => self.arrive(at),
            Event::GiveUp(guest, by_mistake) => self.give_up(at, guest, by_mistake),
            Event::Back(guest) => {
                if matches!(self.guests[guest].visit.stage, Stage::Held { .. }) {
                    if !self.back.contains(&guest) {
                        self.back.push(guest);
                    }
                    self.wake(at);
                }
                Ok(())
            }
            Event::Deed(station) => self.next_deed(at, station),
            Event::Ready(station) => self.next_guest(at, station),
            Event::Swap(station) => {
                self.swap(at, station);
                Ok(())
            }
            Event::Down(system) => {
                self.go_down(at, system);
                Ok(())
            }
            Event::Up(system) => {
                self.come_up(at, system);
                Ok(())
            }
            Event::Ask => {
                self.ask(at);
                Ok(())
            }
        }
    }

    fn act(&self, at: Stamp, station: usize) -> Act {
        let Station { no, by, .. } = self.stations[station];
        Act { by, station: no, at }
    }

    fn is_waiting(&self, guest: usize) -> bool {
        matches!(self.guests[guest].visit.stage, Stage::Waiting { .. })
    }

    /// So many usual seconds, at today's pace.
    fn paced(&self, seconds: i64) -> i64 {
        (seconds * self.pace / 1_000).max(1)
    }

    fn arrive(&mut self, at: Stamp) -> Result<(), DemoError> {
        let Some(shift) = self.running.as_ref().map(|running| running.id) else { return Ok(()) };
        let Some(needs) = &self.needs else { return Ok(()) };
        let party = needs.party(&mut self.dice, self.catalogue).ok_or(DemoError::NothingOffered)?;
        let station = self.dice.place(self.stations.len());
        let act = self.act(at, station);
        if self.dice.chance(12) {
            // The wrong need was picked: taken back, and given anew with the next number.
            let ticket = self.ledger.draw(party.series);
            self.ledger.note_undone(act, given(ticket, &party));
        }
        let ticket = self.ledger.draw(party.series);
        self.ledger.note(act, given(ticket, &party));
        let visit = Visit {
            id: self.ledger.next_visit(),
            day: at.day(),
            ticket,
            persons: party.persons,
            priority: party.priority,
            arrived: at,
            stage: Stage::Waiting { since: at },
            returns_of: None,
            // Numbers of one second keep their order by their identity.
            standing: Standing { place: Place::at(at), ..Standing::default() },
        };
        let person = folk::person(&mut self.folk, party.priority);
        let mut guest = self.ledger.admit(visit, shift, party.needs, person);
        guest.is_absent = self.dice.chance(28);
        let place = self.guests.len();
        self.guests.push(guest);
        self.waiting.push(place);
        if self.dice.chance(300) {
            let patience = self.dice.between(25, 100) * 60;
            self.plan(at.plus_seconds(patience), Event::GiveUp(place, false));
        } else if self.dice.chance(4) {
            let until = self.dice.between(60, 300);
            self.plan(at.plus_seconds(until), Event::GiveUp(place, true));
        }
        self.wake(at);
        Ok(())
    }

    /// Somebody came: a station that has nothing to do looks up.
    fn wake(&mut self, at: Stamp) {
        if let Some(station) = self.stations.iter().position(|station| station.is_idle) {
            self.stations[station].is_idle = false;
            let look_up = self.dice.between(4, 25);
            self.plan(at.plus_seconds(self.paced(look_up)), Event::Ready(station));
        }
    }

    fn give_up(&mut self, at: Stamp, guest: usize, by_mistake: bool) -> Result<(), DemoError> {
        if !self.is_waiting(guest) {
            return Ok(());
        }
        let why = if by_mistake { LeaveReason::Mistake } else { LeaveReason::WalkedOut };
        let station = self.dice.place(self.stations.len());
        let act = self.act(at, station);
        self.leave(guest, act, why)
    }

    fn leave(&mut self, guest: usize, act: Act, why: LeaveReason) -> Result<(), DemoError> {
        self.ledger.turn(&mut self.guests[guest], |visit| visit.leave(act, why))?;
        self.ledger.note(act, Op::Left { ticket: self.guests[guest].visit.ticket, why });
        self.waiting.retain(|one| *one != guest);
        Ok(())
    }

    /// A station takes up who came back, or calls the next of the queue.
    fn next_guest(&mut self, at: Stamp, station: usize) -> Result<(), DemoError> {
        let is_late = self.running.as_ref().is_none_or(|running| at > running.last_call);
        if is_late || self.stations[station].in_hand.is_some() {
            return Ok(());
        }
        let act = self.act(at, station);
        if !self.back.is_empty() {
            let guest = self.back.remove(0);
            self.ledger.turn(&mut self.guests[guest], |visit| visit.resume(act))?;
            self.ledger.note(act, Op::Resumed { ticket: self.guests[guest].visit.ticket });
            self.take_in_hand(at, station, guest);
            return Ok(());
        }
        let waiting = self.waiting.iter().map(|guest| &self.guests[*guest].visit);
        let rules = QueueRules::default();
        let by = Order { rules: &rules, recent: self.ledger.recent(rules.ratio.memory()), now: at };
        let next = order(waiting, by, Some(act.station)).first().copied();
        let Some(guest) = next.and_then(|id| self.guests.iter().position(|guest| guest.visit.id == id))
        else {
            self.stations[station].is_idle = true;
            return Ok(());
        };
        self.ledger.turn(&mut self.guests[guest], |visit| visit.call(act))?;
        self.ledger.turn_taken(&self.guests[guest].visit, act);
        self.ledger.note(act, Op::Called { ticket: self.guests[guest].visit.ticket });
        self.waiting.retain(|one| *one != guest);
        // Who waited long has gone out for a coffee more often.
        let waited = at.seconds_since(self.guests[guest].visit.arrived) / 60;
        let is_out = self.dice.chance(u32::try_from(waited.min(40)).unwrap_or(0));
        self.guests[guest].script = help::call(&mut self.dice, self.guests[guest].is_absent, is_out);
        self.take_in_hand(at, station, guest);
        Ok(())
    }

    fn take_in_hand(&mut self, at: Stamp, station: usize, guest: usize) {
        self.stations[station].in_hand = Some(guest);
        self.stations[station].is_idle = false;
        self.plan_deed(at, station, guest);
    }

    /// Plans the next deed of the guest in hand; towards the end of the shift everybody hurries.
    fn plan_deed(&mut self, at: Stamp, station: usize, guest: usize) {
        let script = &self.guests[guest].script;
        let Some((usual, _)) = script.front() else { return };
        let deeds = i64::try_from(script.len()).unwrap_or(1);
        let left = self.running.as_ref().map_or(0, |running| running.closing.seconds_since(at) - 60);
        let after = self.paced(*usual).min(left / (deeds + 1)).max(1);
        self.plan(at.plus_seconds(after), Event::Deed(station));
    }

    fn swap(&mut self, at: Stamp, station: usize) {
        let Some(running) = &mut self.running else { return };
        let Some(spare) = running.spare else { return };
        let before = std::mem::replace(&mut self.stations[station].by, spare);
        running.spare = Some(before);
        self.ledger.note(self.act(at, station), Op::Seated { volunteer: spare });
    }

    /// A volunteer of the roster, counted round and round.
    fn volunteer(&self, place: usize) -> VolunteerId {
        VolunteerId(i64::try_from(place % self.people.max(1)).unwrap_or(0) + 1)
    }
}

fn given(ticket: crate::domain::Ticket, party: &Party) -> Op {
    let needs = party.needs.iter().map(|(code, _)| code.clone()).collect();
    Op::NumberGiven { ticket, needs, persons: party.persons, priority: party.priority, at_once: None }
}
