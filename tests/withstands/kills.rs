//! Three consoles on one file, killed at any moment and started again.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use motcua::desk::DeskError;
use motcua::domain::ShiftPart;
use tempfile::TempDir;

use crate::seen::{self, Loss, Losses};
use crate::worker::Worker;
use crate::world::{FILE, HandClock, Says as _, VOLUNTEERS, desk_at, open_shift, set_up};

const CONSOLES: u8 = 3;

/// How long the consoles of one file are killed before all are, and the file is looked at.
const ROUND: Duration = Duration::from_secs(5);

/// The longest that a console lives.
const LONGEST: u64 = 400;

/// What this program is called with to be a console.
pub const CONSOLE: &str = "console";

/// What happened.
#[derive(Default)]
pub struct Kills {
    pub count: u32,
    pub shown: usize,
    pub losses: Losses,
}

/// What all consoles have shown.
type Shown = Arc<Mutex<BTreeMap<i64, String>>>;

/// Kills for so long.
#[allow(clippy::disallowed_methods, reason = "consoles are killed at moments of the machine's own clock")]
pub fn run(time: Duration, seed: u64) -> Kills {
    let mut kills = Kills::default();
    let mut dice = fastrand::Rng::with_seed(seed);
    let end = Instant::now() + time;
    while Instant::now() < end {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join(FILE);
        let mut first = desk_at(&file, HandClock::at("2026-11-21 07:30"), 1);
        first.does(set_up(&VOLUNTEERS));
        first.does(open_shift(ShiftPart::Morning));
        drop(first);
        let shown = Shown::default();
        let round = (Instant::now() + ROUND).min(end);
        let mut running: Vec<Child> =
            (1..=CONSOLES).map(|station| start(&file, station, &shown, &mut dice)).collect();
        while Instant::now() < round {
            thread::sleep(Duration::from_millis(dice.u64(1..LONGEST / u64::from(CONSOLES))));
            let at = dice.u8(0..CONSOLES);
            let child = &mut running[usize::from(at)];
            kill(child, &mut kills);
            *child = start(&file, at + 1, &shown, &mut dice);
        }
        for child in &mut running {
            kill(child, &mut kills);
        }
        look(folder.path(), &shown, &mut kills);
    }
    kills
}

fn kill(child: &mut Child, kills: &mut Kills) {
    child.kill().unwrap();
    let status = child.wait().unwrap();
    if status.code().is_some() {
        kills.losses.add(Loss::Damaged, format!("a console ended by itself: {status}"));
    }
    kills.count += 1;
}

/// Starts a console, whose lines are read by a thread that ends with it.
fn start(file: &Path, station: u8, shown: &Shown, dice: &mut fastrand::Rng) -> Child {
    let mut child = Process::new(std::env::current_exe().unwrap())
        .arg(CONSOLE)
        .arg(file)
        .args([station.to_string(), dice.u64(..).to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let shown = Arc::clone(shown);
    thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            // The last line of a console that was killed may be cut: nobody has read it.
            if let Some((entry, words)) = line.strip_suffix('.').and_then(|line| line.split_once(' ')) {
                shown.lock().unwrap().insert(entry.parse().unwrap(), words.to_owned());
            }
        }
    });
    child
}

#[allow(clippy::disallowed_methods, reason = "a moment until the readers have ended")]
fn look(folder: &Path, shown: &Shown, kills: &mut Kills) {
    // The readers are done when nobody else holds the list.
    while Arc::strong_count(shown) > 1 {
        thread::sleep(Duration::from_millis(1));
    }
    let shown = shown.lock().unwrap();
    kills.shown += shown.len();
    let found = match seen::open(folder) {
        Ok(found) => found,
        Err(words) => return kills.losses.add(Loss::Damaged, words),
    };
    for (entry, words) in shown.iter() {
        match found.journal.get(entry) {
            None => kills.losses.add(Loss::Lost, format!("entry {entry}: {words}")),
            Some(other) if other != words => kills.losses.add(Loss::Damaged, format!("{other} for {words}")),
            Some(_) => {}
        }
    }
}

/// A console: does what comes to mind until it is killed, and writes what it shows.
pub fn console(arguments: &[String]) {
    let [file, station, seed] = arguments else { panic!("a file, a station and a seed") };
    let mut worker = Worker::new(Path::new(file), station.parse().unwrap(), CONSOLES, seed.parse().unwrap());
    let mut output = std::io::stdout().lock();
    loop {
        worker.clock.pass(Duration::from_secs(1));
        let command = worker.wish();
        match worker.desk.execute(command.clone()) {
            Ok(receipt) => {
                writeln!(output, "{} {} {:?}.", receipt.entry.0, worker.desk.station(), receipt.op).unwrap();
                worker.follow(&command, &receipt);
            }
            Err(DeskError::Refused(_)) => {}
            Err(error) => panic!("{command:?}: {error}"),
        }
    }
}
