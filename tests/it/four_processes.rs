//! Four consoles in four processes on one file: ten thousand operations, and nobody is ever called to two stations.
//!
//! Each process writes down what it was shown, and nothing else is believed: the journal of the file must tell the same.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};
use std::time::Duration;

use motcua::desk::{Command, DeskError, Receipt};
use motcua::domain::{EntryId, Op, Ticket};
use motcua::store::{Access, Store};

use crate::worker::Worker;
use crate::world::World;

/// How many consoles there are.
const CONSOLES: u8 = 4;

/// How many operations each does; what a rule refuses is not one.
const EACH: usize = 2_500;

/// Tells a process which console it is: the station, a space, the file of the desk.
const ROLE: &str = "MOTCUA_TEST_CONSOLE";

/// Where a console writes down what it was shown.
fn record(file: &Path, station: u8) -> PathBuf {
    file.with_extension(format!("shown-{station}"))
}

/// A console, and where it writes down what it was shown.
struct Console {
    worker: Worker,
    shown: fs::File,
    done: usize,
}

impl Console {
    fn new(file: &Path, station: u8) -> Self {
        Self {
            worker: Worker::new(file, station, CONSOLES, station.into()),
            shown: fs::File::create(record(file, station)).unwrap(),
            done: 0,
        }
    }

    fn work(&mut self) {
        while self.done < EACH {
            let command = self.worker.wish();
            self.worker.clock.pass(Duration::from_secs(1));
            match self.worker.desk.execute(command.clone()) {
                Ok(receipt) => self.take(&command, &receipt),
                Err(DeskError::Refused(_)) => {}
                // «Busy» above all: nobody may ever be told of it.
                Err(DeskError::Store(error)) => panic!("{command:?}: {error}"),
            }
        }
    }

    fn take(&mut self, command: &Command, receipt: &Receipt) {
        self.done += 1;
        writeln!(self.shown, "{} {}", receipt.entry.0, serde_json::to_string(&receipt.op).unwrap()).unwrap();
        self.worker.follow(command, receipt);
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
    let first = EntryId(*all.keys().next().unwrap());
    let entries = world.desk(1).journal(world.clock.day(), u32::MAX).unwrap();
    let told: BTreeMap<i64, (u8, Op)> = entries
        .into_iter()
        .filter(|entry| entry.id >= first)
        .map(|entry| (entry.id.0, (entry.station.number(), entry.op)))
        .collect();
    assert_eq!(told, all);
    let store = Store::open(&file, Access::ReadOnly).unwrap();
    assert_eq!(store.check().unwrap().findings, []);
    let given = all.values().filter(|(_, op)| matches!(op, Op::NumberGiven { .. })).count();
    let proof = world.desk(1).tally(world.clock.day()).unwrap().proof;
    assert!(proof.holds(), "{proof:?}");
    assert_eq!(usize::try_from(proof.issued).unwrap(), given, "a number was lost");
}
