//! What the desk withstands: power cuts, faults of the disk, consoles that are killed. See docs/withstands.md.
//!
//! `cargo test --test withstands -- --cuts 5000 --faults 5000 --seconds 600 --seed 7` runs as long as one likes; without
//! arguments it runs as long as is bearable each time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and this one says what it did"
)]

mod cut;
mod cuts;
mod disk;
mod faults;
mod kills;
mod seen;
#[path = "../it/worker.rs"]
mod worker;
#[allow(dead_code, reason = "the other tests use all of it")]
#[path = "../it/world.rs"]
mod world;

use std::process::ExitCode;
use std::time::Duration;

use seen::{Loss, Losses};

/// What is tried when nobody says more.
struct Plan {
    cuts: u32,
    faults: u32,
    seconds: u64,
    seed: u64,
}

impl Plan {
    /// The plan of the command line; `None` when other tests are asked for.
    fn of(arguments: &[String]) -> Option<Self> {
        let mut plan = Self { cuts: 200, faults: 200, seconds: 60, seed: 1 };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut number = || rest.next().and_then(|number| number.parse::<u64>().ok()).expect("a number");
            match argument.as_str() {
                "--cuts" => plan.cuts = u32::try_from(number()).unwrap(),
                "--faults" => plan.faults = u32::try_from(number()).unwrap(),
                "--seconds" => plan.seconds = number(),
                "--seed" => plan.seed = number(),
                // What the harness of other tests understands.
                option if option.starts_with('-') && option != "--list" => {}
                _ => return None,
            }
        }
        Some(plan)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((kills::CONSOLE, rest)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest))
    {
        kills::console(rest);
        return ExitCode::FAILURE;
    }
    let Some(Plan { cuts, faults, seconds, seed }) = Plan::of(&arguments) else { return ExitCode::SUCCESS };
    let kills = kills::run(Duration::from_secs(seconds), seed);
    disk::register();
    let cut = cuts::run(cuts, seed);
    let fault = faults::run(faults, seed);
    println!("seed {seed}: tries, then what was lost, was refused and is there all the same, is damaged");
    let tell = |what: &str, tries: u32, losses: &Losses| {
        let [lost, there, damaged] =
            [Loss::Lost, Loss::RefusedButThere, Loss::Damaged].map(|loss| losses.count(loss));
        println!("  {what:<40} {tries:>6} {lost:>4} {there:>4} {damaged:>4}");
        losses.told().for_each(|words| println!("    {words}"));
    };
    tell("power cuts", cuts, &cut);
    tell(&format!("faults of the disk, {} met", fault.met), faults, &fault.losses);
    tell(&format!("kills, {} deeds shown", kills.shown), kills.count, &kills.losses);
    let is_tried = (fault.met >= faults / 4) && (kills.count > 0 || seconds < 5);
    let is_well = [&cut, &fault.losses, &kills.losses].into_iter().all(Losses::is_empty);
    if is_well && is_tried { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
