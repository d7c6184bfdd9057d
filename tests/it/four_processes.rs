//! Four consoles in four processes on one file: ten thousand operations, and nobody is ever called to two stations.
//!
//! Each process writes down what it was shown, and nothing else is believed: the journal of the file must tell the same.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};
use std::rc::Rc;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::desk::{Command, Desk, DeskError, NewVisit, Receipt};
use motcua::domain::queue::{Destination, OutOfTurn};
use motcua::domain::{Code, LeaveReason, Op, Priority, Series, StationNo, Ticket, VisitId};
use motcua::store::{Access, Store};

use crate::world::{BIRTH, COPIES, HandClock, LODGING, VNEID, World, desk_at};

/// How many consoles there are.
const CONSOLES: u8 = 4;

/// How many of the newest visits are those who came lately.
const LATELY: i64 = 10;

/// How many operations each does; what a rule refuses is not one.
const EACH: usize = 2_500;

/// Tells a process which console it is: the station, a space, the file of the desk.
const ROLE: &str = "MOTCUA_TEST_CONSOLE";

/// Where a console writes down what it was shown.
fn record(file: &Path, station: u8) -> PathBuf {
    file.with_extension(format!("shown-{station}"))
}

/// What one console has on its screen, as far as it has to know.
struct Console {
    desk: Desk,
    clock: Rc<HandClock>,
    dice: fastrand::Rng,
    shown: fs::File,
    in_hand: Option<(VisitId, bool)>,
    held: Vec<VisitId>,
    newest: i64,
    done: usize,
}

impl Console {
    fn new(file: &Path, station: u8) -> Self {
        let clock = HandClock::at("2026-11-21 08:00");
        Self {
            desk: desk_at(file, clock.clone() as Rc<dyn Clock>, station),
            clock,
            dice: fastrand::Rng::with_seed(u64::from(station)),
            shown: fs::File::create(record(file, station)).unwrap(),
            in_hand: None,
            held: Vec::new(),
            newest: 1,
            done: 0,
        }
    }

    /// What is wanted next; of visits that others may have changed since, too.
    fn wish(&mut self) -> Command {
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
            0 => Destination::Station(StationNo::new(self.dice.u8(1..=CONSOLES)).unwrap()),
            1 | 2 => Destination::Series(Series::new(['A', 'B', 'K'][self.dice.usize(0..3)]).unwrap()),
            _ => Destination::Anywhere,
        }
    }

    fn work(&mut self) {
        while self.done < EACH {
            let command = self.wish();
            self.clock.pass(Duration::from_secs(1));
            match self.desk.execute(command.clone()) {
                Ok(receipt) => self.take(&command, &receipt),
                Err(DeskError::Refused(_)) => {}
                // «Busy» above all: nobody may ever be told of it.
                Err(DeskError::Store(error)) => panic!("{command:?}: {error}"),
            }
        }
    }

    /// Writes down what was shown, and follows it.
    fn take(&mut self, command: &Command, receipt: &Receipt) {
        self.done += 1;
        writeln!(self.shown, "{} {}", receipt.entry.0, serde_json::to_string(&receipt.op).unwrap()).unwrap();
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

/// Not a test: the process of one console, which the test below starts four times.
#[test]
#[ignore = "started by the test of four processes"]
fn one_console() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let (station, file) = role.split_once(' ').unwrap();
    Console::new(Path::new(file), station.parse().unwrap()).work();
}

fn start(file: &Path, station: u8) -> Child {
    Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "four_processes::one_console", "--ignored", "--nocapture"])
        .env(ROLE, format!("{station} {}", file.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What all consoles were shown, in the order in which the file took it: the entry, the station, what was done.
fn shown(file: &Path) -> BTreeMap<i64, (u8, Op)> {
    let mut all = BTreeMap::new();
    for station in 1..=CONSOLES {
        let text = fs::read_to_string(record(file, station)).unwrap();
        assert_eq!(text.lines().count(), EACH, "station {station}");
        for line in text.lines() {
            let (entry, op) = line.split_once(' ').unwrap();
            let op = serde_json::from_str(op).unwrap();
            assert!(all.insert(entry.parse().unwrap(), (station, op)).is_none(), "entry {entry} twice");
        }
    }
    all
}

/// Goes through what was shown, and finds nobody at two stations.
fn nobody_is_at_two_stations(all: &BTreeMap<i64, (u8, Op)>) -> usize {
    let mut at: HashMap<Ticket, Option<u8>> = HashMap::new();
    let mut calls = 0;
    for (entry, (station, op)) in all {
        let mut called = |at: &mut HashMap<Ticket, Option<u8>>, ticket: Ticket| {
            calls += 1;
            let before = at.insert(ticket, Some(*station));
            assert_eq!(before, Some(None), "entry {entry}: {ticket} was called at {station}");
        };
        match op {
            Op::NumberGiven { ticket, at_once, .. } => {
                assert_eq!(at.insert(*ticket, None), None, "{ticket} was given twice");
                if at_once.is_some() {
                    called(&mut at, *ticket);
                }
            }
            Op::Called { ticket } | Op::CalledOutOfTurn { ticket, .. } => called(&mut at, *ticket),
            Op::NotThere { ticket, next } => {
                assert_eq!(at.insert(*ticket, Some(0)), Some(Some(*station)));
                if let Some(next) = next {
                    called(&mut at, *next);
                }
            }
            Op::FinishedAndCalled { ticket, next, .. } => {
                assert_eq!(at[ticket], Some(*station), "entry {entry}: {op:?}");
                if let Some(next) = next {
                    called(&mut at, *next);
                }
            }
            Op::Appeared { ticket } | Op::Recalled { ticket, .. } | Op::Finished { ticket, .. } => {
                assert_eq!(at[ticket], Some(*station), "entry {entry}: {op:?}");
            }
            // The station that takes up a party on hold has it.
            Op::Resumed { ticket } => drop(at.insert(*ticket, Some(*station))),
            // Back among those who wait.
            Op::PutBack { ticket } | Op::Transferred { ticket, .. } | Op::CameBack { ticket } => {
                at.insert(*ticket, None);
            }
            _ => {}
        }
    }
    calls
}

#[test]
fn four_processes_never_call_the_same_party() {
    let world = World::open();
    let file = world.file();
    let running: Vec<Child> = (1..=CONSOLES).map(|station| start(&file, station)).collect();
    for (station, child) in (1..).zip(running) {
        let output = child.wait_with_output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "station {station}: {words}");
    }

    let all = shown(&file);
    assert_eq!(all.len(), EACH * usize::from(CONSOLES));
    let calls = nobody_is_at_two_stations(&all);
    assert!(calls > all.len() / 10, "only {calls} calls: the consoles did not get to work");
    let kinds = |is: fn(&Op) -> bool| all.values().filter(|(_, op)| is(op)).count();
    for (name, count) in [
        ("not there", kinds(|op| matches!(op, Op::NotThere { .. }))),
        ("finished, and the next", kinds(|op| matches!(op, Op::FinishedAndCalled { next: Some(_), .. }))),
        ("left", kinds(|op| matches!(op, Op::Left { .. }))),
        ("again", kinds(|op| matches!(op, Op::Recalled { .. }))),
        ("held", kinds(|op| matches!(op, Op::Held { .. }))),
        ("resumed", kinds(|op| matches!(op, Op::Resumed { .. }))),
        ("put back", kinds(|op| matches!(op, Op::PutBack { .. }))),
        ("sent on", kinds(|op| matches!(op, Op::Transferred { .. }))),
        ("back", kinds(|op| matches!(op, Op::CameBack { .. }))),
        ("on the spot", kinds(|op| matches!(op, Op::NumberGiven { at_once: Some(_), .. }))),
        ("out of turn", kinds(|op| matches!(op, Op::CalledOutOfTurn { .. }))),
    ] {
        assert!(count > 0, "nobody did «{name}»");
    }

    // The file tells the same as the screens did, and it is sound.
    let raw = world.raw();
    let mut journal = raw.prepare("SELECT id, station, op FROM journal WHERE id >= ?1 ORDER BY id").unwrap();
    let first = all.keys().next().unwrap();
    let told: BTreeMap<i64, (u8, Op)> = journal
        .query_map([first], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .map(|(id, station, op)| (id, (station, serde_json::from_str(&op).unwrap())))
        .collect();
    assert_eq!(told, all);
    let store = Store::open(&file, Access::ReadOnly).unwrap();
    assert_eq!(store.check().unwrap().findings, []);
    let given = all.values().filter(|(_, op)| matches!(op, Op::NumberGiven { .. })).count();
    let proof = world.desk(1).tally(world.clock.day()).unwrap().proof;
    assert!(proof.holds(), "{proof:?}");
    assert_eq!(usize::try_from(proof.issued).unwrap(), given, "a number was lost");
}
