//! Ratios, measured pair by pair so that a machine whose speed drifts does not matter.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures and says what it measured"
)]

use std::time::{Duration, Instant};

use motcua::config::DATABASE;
use motcua::desk::Command;
use motcua::domain::{Calendar, Span, SpanKind};

use crate::bare::Bare;
use crate::entries;
use crate::ground;
use crate::shell::Shell;

/// The name under which this part is asked for alone.
pub const NAME: &str = "ratios";

/// Prints every ratio with its aim.
pub fn print() {
    println!("\nratios (median of pairs)");
    transaction();
    finding();
    first_frame();
    month();
}

fn transaction() {
    let (folder, mut desk) = ground::busy_day(500);
    let assist = ground::assist_in_hand(&mut desk);
    // The copy is taken while no write is under way; the write-ahead log belongs to it.
    let copy = tempfile::tempdir().unwrap();
    for suffix in ["", "-wal"] {
        let name = format!("{DATABASE}{suffix}");
        std::fs::copy(folder.path().join(&name), copy.path().join(&name)).unwrap();
    }
    let mut bare = Bare::open(&copy.path().join(DATABASE));
    let mut on = true;
    let ratio = pairs(
        400,
        || drop(desk.execute(Command::ToggleStep { assist, step: 0 }).unwrap()),
        || {
            bare.tick(assist.0, on);
            on = !on;
        },
    );
    println!("a command's transaction / a bare one of the same rows   {ratio:.2}   (aim: at most 3)");
}

/// Ten times the entries must not cost more than ten times the time: nothing is compared with everything.
fn finding() {
    let ((many, habits), few) = (entries::finder(), entries::own_finder());
    let said = "lam giay khai sinh";
    let ratio = pairs(
        400,
        || drop(std::hint::black_box(many.find(said, &habits))),
        || drop(std::hint::black_box(few.find(said, &habits))),
    );
    println!("a sentence found in 1,000 entries / in the program's own {ratio:.2}   (aim: at most 10)");
}

fn first_frame() {
    let (large, empty) = (ground::large(), ground::empty());
    let ratio = pairs(30, || ground::first_frame(&large), || ground::first_frame(empty.path()));
    println!("first frame: 500,000 visits / an empty file             {ratio:.2}   (aim: at most 1.3)");
}

/// A month's tally beside the engine's shell that is asked the same and writes the answers to nowhere. What the shell
/// needs to start is taken off.
fn month() {
    let large = ground::large();
    let desk = ground::desk_over(&large);
    let month = Span::of(SpanKind::Month, Calendar::Civil, ground::LAST_FULL_MONTH.parse().unwrap());
    let Some(shell) = Shell::asking(&large.join(DATABASE), month) else {
        println!("a month's tally / the same queries in the sqlite3 shell   no shell here");
        return;
    };
    let mut starts: Vec<Duration> = (0..11).map(|_| shell.start()).collect();
    starts.sort();
    let mut ratios: Vec<f64> = (0..25)
        .map(|_| {
            let start = Instant::now();
            drop(desk.tally(month).unwrap());
            let ours = start.elapsed();
            ours.as_secs_f64() / shell.ask().saturating_sub(starts[5]).as_secs_f64()
        })
        .skip(5)
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!(
        "a month's tally / the same queries in the sqlite3 shell {:.2}   (aim: at most 1.1)",
        ratios[10]
    );
}

/// The median of A/B over pairs that run one after the other.
fn pairs(count: usize, mut a: impl FnMut(), mut b: impl FnMut()) -> f64 {
    let mut ratios: Vec<f64> = (0..count + 5)
        .map(|_| {
            let start = Instant::now();
            a();
            let middle = Instant::now();
            b();
            (middle - start).as_secs_f64() / middle.elapsed().as_secs_f64()
        })
        .skip(5)
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
