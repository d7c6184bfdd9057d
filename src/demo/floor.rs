//! The room during a day: who stands where, and what happens next.

mod deeds;
mod shifts;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use super::calendar::{self, Hours, WorkedDay};
use super::crowd::Needs;
use super::dice::Dice;
use super::folk;
use super::help::{self, Deed};
use super::plan::{DemoError, MadeUpClock};
use crate::desk::{Command, Desk, DeskError, NewVisit};
use crate::domain::{
    Assist, Catalogue, Code, Counter, LeaveReason, Refusal, StageKind, Stamp, StationNo, System, Visit,
    VisitId, VolunteerId,
};

/// What is going to happen. Guests and stations are named by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The next party of the crowd comes in.
    Arrive,
    /// A waiting guest has had enough.
    GiveUp(usize, bool),
    /// A guest that was put aside comes back.
    Back(usize),
    /// A guest that was taken for not there is there after all.
    Return(usize),
    /// The next deed of the guest in hand.
    Deed(usize),
    /// A station is ready for the next guest.
    Ready(usize),
    /// Somebody else takes the keys of a station.
    Swap(usize),
    /// Who has no station goes home.
    GoHome,
    Down(System),
    Up(System),
    /// Somebody asks one short thing and takes no number.
    Ask,
}

/// A station while a shift is open.
#[derive(Debug)]
struct Station {
    no: StationNo,
    in_hand: Option<usize>,
    /// Whether it waits for somebody to come.
    is_idle: bool,
}

/// A party on the floor: its visit as the desk last told it, and what is going to happen to it.
#[derive(Debug)]
struct Guest {
    visit: Visit,
    assists: Vec<Assist>,
    /// What comes next at the station, each so many seconds after the one before.
    script: VecDeque<(i64, Deed)>,
    /// Whether nobody will answer the call.
    is_absent: bool,
}

/// The shift that is open.
#[derive(Debug)]
struct Running {
    /// No guest is called after this, so that those in hand are helped before the end.
    last_call: Stamp,
    closing: Stamp,
    on_duty: Vec<VolunteerId>,
    /// Who is on duty without a station.
    spare: Option<VolunteerId>,
}

/// The room. It remembers from day to day what was carried over.
pub(super) struct Floor<'a> {
    desk: Desk,
    clock: Rc<MadeUpClock>,
    catalogue: &'a Catalogue,
    dice: Dice,
    /// Who asks and what fails is thrown with dice of its own, so that it changes nothing else.
    folk: Dice,
    /// The same for those who only ask.
    askers: Dice,
    given: u32,
    people: usize,
    needs: Option<Needs>,
    guests: Vec<Guest>,
    /// The places of those who were put aside and stand at the desk again.
    back: Vec<usize>,
    stations: Vec<Station>,
    running: Option<Running>,
    agenda: BinaryHeap<Reverse<(Stamp, u64, Event)>>,
    turn: u64,
    /// How long everything takes, in thousandths of the usual: in a full room everybody is quicker.
    pace: i64,
    days: usize,
    /// How many shifts were opened today.
    shifts: usize,
}

impl<'a> Floor<'a> {
    /// An empty room with so many volunteers, whose identities are 1, 2, 3 …
    pub(super) fn new(
        desk: Desk,
        clock: Rc<MadeUpClock>,
        catalogue: &'a Catalogue,
        seed: u64,
        people: usize,
    ) -> Self {
        Self {
            desk,
            clock,
            catalogue,
            dice: Dice::new(seed),
            folk: Dice::new(seed ^ 0x0f01_0c00),
            askers: Dice::new(seed ^ 0x0a51_0c00),
            given: 0,
            people,
            needs: None,
            guests: Vec::new(),
            back: Vec::new(),
            stations: Vec::new(),
            running: None,
            agenda: BinaryHeap::new(),
            turn: 0,
            pace: 1_000,
            days: 0,
            shifts: 0,
        }
    }

    /// How many visits there were so far.
    pub(super) fn visits_given(&self) -> u32 {
        self.given
    }

    /// Lives through a day, or through the part of it until `now`.
    pub(super) fn day(&mut self, worked: WorkedDay, now: Stamp) -> Result<(), DemoError> {
        let day = worked.day;
        if !self.needs.as_ref().is_some_and(|needs| needs.holds_on(day)) {
            self.needs = Some(Needs::on(self.catalogue, day));
        }
        self.days += 1;
        self.shifts = 0;
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
        self.guests.retain(|guest| guest.visit.stage.kind().is_open());
        Ok(())
    }

    fn part(&mut self, hours: Hours, visits: u32, is_last: bool, now: Stamp) -> Result<(), DemoError> {
        let opened = self.open_shift(hours, visits, now)?;
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
        if closing <= now { self.close_shift(closing, is_last) } else { Ok(()) }
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
                if self.is(guest, StageKind::Held) {
                    if !self.back.contains(&guest) {
                        self.back.push(guest);
                    }
                    self.wake(at);
                }
                Ok(())
            }
            Event::Return(guest) => self.come_back(at, guest),
            Event::Deed(station) => self.next_deed(at, station),
            Event::Ready(station) => self.next_guest(at, station),
            Event::Swap(station) => self.swap(at, station),
            Event::GoHome => self.go_home(at),
            Event::Down(system) | Event::Up(system) => {
                self.does(at, 0, Command::TurnSystem(system))?;
                Ok(())
            }
            Event::Ask => {
                let station = self.askers.place(self.stations.len());
                self.does(at, station, Command::Count(Counter::QuickQuestions))?;
                Ok(())
            }
        }
    }

    /// Does something at a station. The clock never goes back.
    fn does(&mut self, at: Stamp, station: usize, command: Command) -> Result<Option<VisitId>, DeskError> {
        self.stand(at, station);
        Ok(self.desk.execute(command)?.visit)
    }

    /// Turns the clock, and lets the desk be that station.
    fn stand(&mut self, at: Stamp, station: usize) {
        self.clock.0.set(self.clock.0.get().max(at));
        self.desk.sit_at(self.stations[station].no);
    }

    /// Does something with a guest, and looks what became of it.
    fn turns(
        &mut self,
        at: Stamp,
        station: usize,
        guest: usize,
        command: impl FnOnce(VisitId) -> Command,
    ) -> Result<(), DeskError> {
        let id = self.guests[guest].visit.id;
        self.does(at, station, command(id))?;
        self.look_at(guest)
    }

    fn look_at(&mut self, guest: usize) -> Result<(), DeskError> {
        let guest = &mut self.guests[guest];
        if let Some((visit, assists)) = self.desk.visit_with_assists(guest.visit.id)? {
            guest.visit = visit;
            guest.assists = assists;
        }
        Ok(())
    }

    fn is(&self, guest: usize, kind: StageKind) -> bool {
        self.guests[guest].visit.stage.kind() == kind
    }

    /// So many usual seconds, at today's pace.
    fn paced(&self, seconds: i64) -> i64 {
        (seconds * self.pace / 1_000).max(1)
    }

    fn arrive(&mut self, at: Stamp) -> Result<(), DemoError> {
        let Some(needs) = &self.needs else { return Ok(()) };
        let party = needs.party(&mut self.dice).ok_or(DemoError::NothingOffered)?;
        let station = self.dice.place(self.stations.len());
        let new = NewVisit {
            needs: party.needs,
            persons: party.persons,
            priority: party.priority,
            person: folk::person(&mut self.folk, party.priority),
            ..NewVisit::plain(Code::new(""))
        };
        if self.dice.chance(12) {
            // The wrong need was picked: taken back, and given anew with the next number.
            self.does(at.plus_seconds(-12), station, Command::TakeNumber(new.clone()))?;
            self.stand(at, station);
            self.desk.undo()?;
        }
        let given = self.does(at, station, Command::TakeNumber(new))?.ok_or(Refusal::VisitGone);
        let given = given.map_err(DemoError::Impossible)?;
        let Some((visit, _)) = self.desk.visit_with_assists(given)? else {
            return Err(DemoError::Impossible(Refusal::VisitGone));
        };
        self.given += 1;
        let is_absent = self.dice.chance(28);
        let place = self.guests.len();
        self.guests.push(Guest { visit, assists: Vec::new(), script: VecDeque::new(), is_absent });
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
        if !self.is(guest, StageKind::Waiting) {
            return Ok(());
        }
        let why = if by_mistake { LeaveReason::Mistake } else { LeaveReason::WalkedOut };
        let station = self.dice.place(self.stations.len());
        Ok(self.turns(at, station, guest, |visit| Command::Leave { visit, why })?)
    }

    /// Somebody was taken for not there and stands at the desk with the number.
    fn come_back(&mut self, at: Stamp, guest: usize) -> Result<(), DemoError> {
        self.turns(at, 0, guest, Command::Return)?;
        self.guests[guest].is_absent = false;
        self.wake(at);
        Ok(())
    }

    /// A station takes up who came back, or calls the next of the queue.
    fn next_guest(&mut self, at: Stamp, station: usize) -> Result<(), DemoError> {
        let is_late = self.running.as_ref().is_none_or(|running| at > running.last_call);
        if is_late || self.stations[station].in_hand.is_some() {
            return Ok(());
        }
        if !self.back.is_empty() {
            let guest = self.back.remove(0);
            self.turns(at, station, guest, Command::Resume)?;
            self.take_in_hand(at, station, guest);
            return Ok(());
        }
        let called = match self.does(at, station, Command::CallNext(None)) {
            Err(DeskError::Refused(Refusal::NobodyWaiting)) => None,
            other => other?,
        };
        let Some(guest) = called.and_then(|id| self.guests.iter().position(|guest| guest.visit.id == id))
        else {
            self.stations[station].is_idle = true;
            return Ok(());
        };
        self.look_at(guest)?;
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

    fn swap(&mut self, at: Stamp, station: usize) -> Result<(), DemoError> {
        let Some(running) = &mut self.running else { return Ok(()) };
        let Some(volunteer) = running.spare.take() else { return Ok(()) };
        self.does(at, station, Command::Sit { volunteer })?;
        Ok(())
    }

    fn go_home(&mut self, at: Stamp) -> Result<(), DemoError> {
        let Some(running) = &mut self.running else { return Ok(()) };
        let Some(gone) = running.spare.take() else { return Ok(()) };
        running.on_duty.retain(|one| *one != gone);
        let on_duty = running.on_duty.clone();
        self.does(at, 0, Command::ChangeDuty { on_duty, since: None })?;
        Ok(())
    }

    /// A volunteer of the roster, counted round and round.
    fn volunteer(&self, place: usize) -> VolunteerId {
        VolunteerId(i64::try_from(place % self.people.max(1)).unwrap_or(0) + 1)
    }
}
