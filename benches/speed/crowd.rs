//! Four processes that work on one file without a break, as four stations on their busiest morning: how many durable
//! commands they do a second, together, and how long the slowest of them took.
//!
//! A console that is told of a busy file, or of anything but what its command did, ends the measurement. That the
//! commands are durable is looked up in the file afterwards: each of them has its journal entry, the rows prove sound,
//! and the connections wait for the disk at each commit.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures and says what it measured"
)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command as Process};
use std::rc::Rc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use motcua::clock::Clock;
use motcua::config::DATABASE;
use motcua::desk::{Command, Desk};
use motcua::domain::StationNo;
use motcua::store::{Access, Store};

use crate::ground;

/// The name under which this part is asked for alone.
pub const NAME: &str = "four_processes";

/// Tells a process that it is one of the four: its station, a space, whether it reloads, a space, the folder.
const ROLE: &str = "MOTCUA_BENCH_CONSOLE";

/// How many visits each sees through, from the number to the end: four commands a visit.
const VISITS: usize = 250;

/// So many wait already: with those of the four stations it is a day of two thousand visits.
const WAITING: usize = 1_000;

/// What is found in the folder when everybody may begin.
const GO: &str = "go";

/// Works as one of the four when this process is one; says whether it was.
pub fn is_one_of_four() -> bool {
    let Ok(role) = std::env::var(ROLE) else { return false };
    let (station, role) = role.split_once(' ').unwrap();
    let (reloads, folder) = role.split_once(' ').unwrap();
    let (reloads, folder) = (reloads == "true", Path::new(folder));
    let store = Store::open(&folder.join(DATABASE), Access::Full).unwrap();
    let number: StationNo = station.parse().unwrap();
    let mut desk = Desk::new(store, Rc::new(ground::StillClock), ground::catalogue(), number);
    let mut slowest = Duration::ZERO;
    let mut done = |command: Command| {
        let begin = Instant::now();
        let visit = desk.execute(command).unwrap().visit.unwrap();
        if reloads {
            desk.load().unwrap();
        }
        slowest = slowest.max(begin.elapsed());
        visit
    };
    fs::write(folder.join(format!("ready-{station}")), "").unwrap();
    while !folder.join(GO).exists() {
        sleep(Duration::from_millis(1));
    }
    for _ in 0..VISITS {
        done(ground::plain_number());
        let visit = done(Command::CallNext(None));
        done(Command::Appear(visit));
        done(Command::Finish(visit));
    }
    fs::write(folder.join(format!("slowest-{station}")), slowest.as_micros().to_string()).unwrap();
    true
}

/// Prints the figures with their aim.
pub fn print() {
    println!("\nfour processes on one file, a day of 2,000 visits: durable commands a second, together");
    for (reloads, what) in [(false, "commands alone"), (true, "each with its reload, as a console does it")] {
        let (rate, slowest) = measured(reloads);
        println!("  {what:<43} {rate:>5.0}   (aim: at least 200)   slowest {slowest:.1} ms");
    }
}

/// The commands a second of all together, and the milliseconds of the slowest command.
fn measured(reloads: bool) -> (f64, f64) {
    let (folder, desk) = ground::full_room(WAITING);
    drop(desk);
    let folder = folder.path();
    let before = entries(folder);
    let stations = 1..=4;
    let running: Vec<Child> = stations
        .clone()
        .map(|station| {
            Process::new(std::env::current_exe().unwrap())
                .env(ROLE, format!("{station} {reloads} {}", folder.display()))
                .spawn()
                .unwrap()
        })
        .collect();
    while !stations.clone().all(|station| folder.join(format!("ready-{station}")).exists()) {
        sleep(Duration::from_millis(1));
    }
    let begin = Instant::now();
    fs::write(folder.join(GO), "").unwrap();
    for mut child in running {
        assert!(child.wait().unwrap().success(), "a console failed");
    }
    let seconds = begin.elapsed().as_secs_f64();
    let commands = 4 * 4 * VISITS;
    assert_eq!(entries(folder) - before, commands, "a command is not in the journal");
    let report = Store::open(&folder.join(DATABASE), Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
    let slowest = |station| -> f64 {
        fs::read_to_string(folder.join(format!("slowest-{station}"))).unwrap().parse().unwrap()
    };
    #[allow(clippy::cast_precision_loss, reason = "a few thousand")]
    let rate = commands as f64 / seconds;
    (rate, stations.map(slowest).fold(0.0, f64::max) / 1_000.0)
}

/// How many entries the journal of the day has.
fn entries(folder: &Path) -> usize {
    let store = Store::open(&folder.join(DATABASE), Access::ReadOnly).unwrap();
    store.journal_of_day(ground::StillClock.now().day(), u32::MAX).unwrap().len()
}
