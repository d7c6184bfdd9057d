//! Four processes that work on one file without a break: how many durable commands they do a second, together.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures and says what it measured"
)]

use std::process::{Child, Command as Process};
use std::rc::Rc;
use std::time::Instant;

use motcua::config::DATABASE;
use motcua::desk::{Command, Desk};
use motcua::domain::StationNo;
use motcua::store::{Access, Store};

use crate::ground;

/// Tells a process that it is one of the four: its station, a space, the folder.
const ROLE: &str = "MOTCUA_BENCH_CONSOLE";

/// How many visits each sees through, from the number to the end: four commands a visit.
const VISITS: usize = 250;

/// Works as one of the four when this process is one; says whether it was.
pub fn is_one_of_four() -> bool {
    let Ok(role) = std::env::var(ROLE) else { return false };
    let (station, folder) = role.split_once(' ').unwrap();
    let store = Store::open(&std::path::Path::new(folder).join(DATABASE), Access::Full).unwrap();
    let station: StationNo = station.parse().unwrap();
    let mut desk = Desk::new(store, Rc::new(ground::StillClock), ground::catalogue(), station);
    for _ in 0..VISITS {
        desk.execute(ground::plain_number()).unwrap();
        let visit = desk.execute(Command::CallNext).unwrap().visit.unwrap();
        desk.execute(Command::Appear(visit)).unwrap();
        desk.execute(Command::Finish(visit)).unwrap();
    }
    true
}

/// Prints the figure with its aim.
pub fn print() {
    let folder = ground::empty();
    let begin = Instant::now();
    let running: Vec<Child> = (1..=4)
        .map(|station| {
            Process::new(std::env::current_exe().unwrap())
                .env(ROLE, format!("{station} {}", folder.path().display()))
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in running {
        assert!(child.wait().unwrap().success(), "a console failed");
    }
    let commands = 4 * 4 * VISITS;
    #[allow(clippy::cast_precision_loss, reason = "a few thousand")]
    let rate = commands as f64 / begin.elapsed().as_secs_f64();
    println!("four processes: durable commands a second              {rate:.0}   (aim: at least 200)");
}
