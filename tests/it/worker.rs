//! Somebody at a console who does what comes to mind: for tests that have much done by several at once.

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::desk::{Command, Desk, NewVisit, Receipt};
use motcua::domain::queue::{Destination, OutOfTurn};
use motcua::domain::{Code, LeaveReason, Priority, Series, StationNo, VisitId};

use crate::world::{BIRTH, COPIES, HandClock, LODGING, VNEID, desk_at};

/// How many of the newest visits are those who came lately.
const LATELY: i64 = 10;

/// What somebody has on the screen, as far as it matters here.
pub struct Worker {
    pub desk: Desk,
    pub clock: Rc<HandClock>,
    pub dice: fastrand::Rng,
    /// How many stations there are.
    stations: u8,
    in_hand: Option<(VisitId, bool)>,
    held: Vec<VisitId>,
    newest: i64,
}

impl Worker {
    /// A worker at one of so many stations, at eight in the morning.
    pub fn new(file: &Path, station: u8, stations: u8, seed: u64) -> Self {
        let clock = HandClock::at("2026-11-21 08:00");
        Self {
            desk: desk_at(file, clock.clone() as Rc<dyn Clock>, station),
            clock,
            dice: fastrand::Rng::with_seed(seed),
            stations,
            in_hand: None,
            held: Vec::new(),
            newest: 1,
        }
    }

    /// The same person, once the console was closed and opened again.
    #[allow(dead_code, reason = "not every crate of tests opens consoles anew")]
    pub fn again(self, file: &Path) -> Self {
        let Self { desk, clock, dice, stations, in_hand, held, newest } = self;
        let station = desk.station().number();
        drop(desk);
        let desk = desk_at(file, clock.clone() as Rc<dyn Clock>, station);
        Self { desk, clock, dice, stations, in_hand, held, newest }
    }

    /// A shift has ended: nobody is in hand.
    #[allow(dead_code, reason = "not every crate of tests closes shifts")]
    pub fn forget(&mut self) {
        self.in_hand = None;
        self.held.clear();
    }

    /// What is wanted next; of visits that others may have changed since, too.
    pub fn wish(&mut self) -> Command {
        let anybody = VisitId(self.dice.i64(1..=self.newest));
        // Of those who came last most still wait, and more than one console wants them.
        let lately = VisitId(self.dice.i64((self.newest - LATELY).max(1)..=self.newest));
        let roll = self.dice.u32(0..100);
        match self.in_hand {
            None => match roll {
                0..=39 => self.number(),
                40..=79 => Command::CallNext(None),
                80..=87 => match self.held.pop() {
                    Some(visit) => Command::Resume(visit),
                    None => Command::CallNext(None),
                },
                88..=91 => Command::CallOutOfTurn { visit: lately, why: OutOfTurn::Health },
                92..=95 => Command::Transfer { visit: anybody, to: self.destination() },
                _ => Command::Return(anybody),
            },
            Some((visit, false)) => match roll {
                0..=64 => Command::Appear(visit),
                65..=74 => Command::Recall(visit),
                75..=82 => Command::PutBack(visit),
                83..=90 => {
                    self.clock.pass(Duration::from_secs(31));
                    Command::Leave { visit, why: LeaveReason::NoShow }
                }
                91..=95 => {
                    self.clock.pass(Duration::from_secs(31));
                    Command::NextPlease(visit, None)
                }
                _ => Command::Transfer { visit, to: self.destination() },
            },
            Some((visit, true)) => match roll {
                0..=29 => Command::Finish(visit),
                30..=59 => Command::FinishAndCall(visit, None),
                60..=74 => Command::Hold(visit),
                75..=82 => Command::PutBack(visit),
                83..=90 => Command::Transfer { visit, to: self.destination() },
                91..=93 => Command::Leave { visit, why: LeaveReason::WalkedOut },
                _ => self.number(),
            },
        }
    }

    fn number(&mut self) -> Command {
        let need = [BIRTH, COPIES, LODGING, VNEID][self.dice.usize(0..4)];
        let priority = (self.dice.u8(0..4) == 0).then_some(Priority::Elderly);
        let new = NewVisit { priority, ..NewVisit::plain(Code::new(need)) };
        match self.dice.u8(0..6) {
            0 => Command::ServeNow { new, why: Some(OutOfTurn::OneMinute) },
            _ => Command::TakeNumber(new),
        }
    }

    fn destination(&mut self) -> Destination {
        match self.dice.u8(0..8) {
            0 => Destination::Station(StationNo::new(self.dice.u8(1..=self.stations)).unwrap()),
            1 | 2 => Destination::Series(Series::new(['A', 'B', 'K'][self.dice.usize(0..3)]).unwrap()),
            _ => Destination::Anywhere,
        }
    }

    /// Follows what was shown.
    pub fn follow(&mut self, command: &Command, receipt: &Receipt) {
        self.newest = self.newest.max(receipt.visit.map_or(0, |visit| visit.0));
        match command {
            Command::CallNext(None)
            | Command::CallOutOfTurn { .. }
            | Command::NextPlease(_, None)
            | Command::FinishAndCall(_, None) => {
                self.in_hand = receipt.visit.map(|visit| (visit, false));
            }
            Command::ServeNow { .. } => self.in_hand = receipt.visit.map(|visit| (visit, true)),
            Command::Appear(visit) | Command::Resume(visit) => self.in_hand = Some((*visit, true)),
            Command::Hold(visit) => {
                self.held.push(*visit);
                self.in_hand = None;
            }
            Command::TakeNumber(_) | Command::Recall(_) | Command::Return(_) => {}
            Command::Transfer { visit, .. } if self.in_hand.is_none_or(|(mine, _)| mine != *visit) => {}
            _ => self.in_hand = None,
        }
    }
}
