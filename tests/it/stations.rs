//! Several consoles on one file at the same moment.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Barrier;
use std::thread;

use motcua::desk::{Command, Desk};
use motcua::domain::{Refusal, ShiftPart, StageKind};
use motcua::store::{Access, Store};

use crate::world::{
    BIRTH, COPIES, HandClock, LODGING, Says, VNEID, VOLUNTEERS, World, desk_at, open_shift, refusal, set_up,
};

/// Runs `job` at stations 1 to `stations` at once, each in a thread with a desk of its own, and collects the answers.
fn at_once<T: Send>(file: &Path, stations: u8, job: impl Fn(&mut Desk) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(usize::from(stations));
    thread::scope(|scope| {
        let running: Vec<_> = (1..=stations)
            .map(|station| {
                let (start, job) = (&start, &job);
                scope.spawn(move || {
                    let mut desk = desk_at(file, HandClock::at("2026-11-21 08:00"), station);
                    start.wait();
                    job(&mut desk)
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// Calls, serves and finishes until nobody waits; the numbers in the order of the calls.
fn empty_the_queue(desk: &mut Desk) -> Vec<String> {
    let mut called = Vec::new();
    loop {
        let visit = match desk.execute(Command::CallNext(None)) {
            Ok(receipt) => receipt.visit.unwrap(),
            other => {
                assert_eq!(refusal(other), Some(Refusal::NobodyWaiting));
                return called;
            }
        };
        called.push(desk.ticket(visit));
        desk.does(Command::Appear(visit));
        desk.does(Command::Finish(visit));
    }
}

fn nobody_is_called_twice_at(stations: u8) {
    let world = World::open();
    let each = 40;
    let given: Vec<String> = at_once(&world.file(), stations, |desk| {
        let needs = [BIRTH, COPIES, LODGING, VNEID];
        (0..each)
            .map(|turn| {
                let visit = desk.gives(needs[turn % needs.len()]);
                desk.ticket(visit)
            })
            .collect::<Vec<_>>()
    })
    .concat();
    let distinct: BTreeSet<&String> = given.iter().collect();
    assert_eq!(distinct.len(), each * usize::from(stations), "a number was given twice");

    let called = at_once(&world.file(), stations, empty_the_queue).concat();
    assert_eq!(called.len(), given.len());
    assert_eq!(called.iter().collect::<BTreeSet<_>>(), distinct, "somebody was called twice or never");
    let mut desk = world.desk(1);
    assert_eq!(desk.load().unwrap().in_stage(StageKind::Done).count(), given.len());
    assert!(desk.tally(world.clock.day()).unwrap().proof.holds());
}

#[test]
fn two_stations_never_call_the_same_party() {
    nobody_is_called_twice_at(2);
}

#[test]
fn four_stations_never_call_the_same_party() {
    nobody_is_called_twice_at(4);
}

#[test]
fn consoles_that_start_at_the_same_moment_share_a_new_file() {
    for _ in 0..16 {
        let world = World::empty();
        let (file, start) = (world.file(), Barrier::new(4));
        thread::scope(|scope| {
            let opening: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        Store::open(&file, Access::Full).map(drop)
                    })
                })
                .collect();
            for thread in opening {
                let opened = thread.join().unwrap();
                assert!(opened.is_ok(), "a console could not start beside another: {opened:?}");
            }
        });
        world.desk(1).does(set_up(&VOLUNTEERS));
    }
}

#[test]
fn only_one_of_four_opens_the_shift() {
    let world = World::set_up();
    let outcomes = at_once(&world.file(), 4, |desk| refusal(desk.execute(open_shift(ShiftPart::Morning))));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_none()).count(), 1);
    assert_eq!(outcomes.iter().flatten().filter(|reason| **reason == Refusal::ShiftOpen).count(), 3);
}

#[test]
fn two_consoles_that_call_themselves_the_same_station_have_one_party_in_hand() {
    let world = World::open();
    let (mut one, mut other) = (world.desk(1), world.desk(1));
    let first = one.gives(BIRTH);
    one.gives(COPIES);
    one.does(Command::CallNext(None));
    assert!(matches!(other.refuses(Command::CallNext(None)), Refusal::StationBusy { .. }));
    other.does(Command::Appear(first));
    assert_eq!(one.load().unwrap().in_hand().map(|card| card.visit.id), Some(first));
}

#[test]
fn a_station_notices_what_another_one_wrote_and_not_what_it_wrote_itself() {
    let world = World::open();
    let (mut one, mut other) = (world.desk(1), world.desk(2));
    one.gives(BIRTH);
    assert!(!one.changed_elsewhere().unwrap());
    assert!(other.changed_elsewhere().unwrap());
    assert!(!other.changed_elsewhere().unwrap());
    other.does(Command::CallNext(None));
    assert!(one.changed_elsewhere().unwrap());
}
