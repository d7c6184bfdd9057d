//! What a read costs must follow from today, not from all the years before.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;

use super::*;
use crate::domain::{Day, Op, ShiftPart, Stamp, StationNo, VisitId, VolunteerId};

const TODAY: &str = "2026-11-21";

fn sign(station: u8) -> Signature {
    let at: Stamp = TODAY.parse::<Day>().unwrap().at(8, 0);
    Signature { station: StationNo::new(station).unwrap(), by: Some(VolunteerId(1)), at, wrong_clock: None }
}

/// A file with a roster, an open shift, some ended visits of earlier days, each with what hangs on it, one in ten of
/// them carried over a night, and some entries of station 1 in today's journal.
fn file(folder: &Path, ended: u32, entries: u32) -> Store {
    let path = folder.join(format!("{ended}-{entries}.sqlite"));
    let mut store = Store::open(&path, Access::Full).unwrap();
    store
        .write(sign(1), |write| {
            let volunteer = write.add_volunteer("Nguyễn Thử Một")?;
            write.open_shift(ShiftPart::Morning)?;
            let shift = write.shift()?.unwrap();
            write.keep_duty(&shift, &[volunteer], shift.opened)?;
            Ok::<_, StoreError>((Op::OfficeSet, ()))
        })
        .unwrap();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch(&format!(
        "BEGIN;
         WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {ended})
         INSERT INTO visit (day, series, number, shift, persons, arrived, stage, since, station, volunteer, ended_day)
         SELECT '2026-10-' || (10 + i % 20), char(65 + i / 20 / 9999), 1 + i / 20 % 9999, 1, 1, 0, 'done', 0, 1, 1,
             '2026-10-' || (10 + i % 20 + (i % 10 = 0)) FROM n;
         INSERT INTO need (visit, procedure, quantity) SELECT id, 'x', 1 FROM visit;
         INSERT INTO assist (visit, procedure, quantity, how, channel, paid, outcome, volunteer, station)
             SELECT id, 'x', 1, 'guided', 'none', 'no', 'done', 1, 1 FROM visit;
         INSERT INTO assist_step (assist, step) SELECT id, 0 FROM assist;
         UPDATE journal_run SET first = (SELECT max(id) + 1 FROM visit) + 1;
         INSERT INTO journal_run (first, day, chain) VALUES (1, unixepoch('2026-10-10') / 86400, 0);
         INSERT INTO journal (at, station, volunteer, op)
             SELECT unixepoch(day), 1, 1, '[\"assist-added\",\"A001\",\"x\"]' FROM visit;
         INSERT INTO period (visit, kind, from_at, until_at) SELECT id, 'serving', 0, 1 FROM visit;
         WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {entries})
         INSERT INTO journal (at, station, volunteer, op, state)
             SELECT unixepoch('{TODAY}'), 1, 1, '[\"office-set\"]', 'done' FROM n;
         COMMIT"
    ))
    .unwrap();
    store
}

/// How many instructions of the engine some reading takes, in tens.
fn cost<T>(store: &mut Store, read: impl FnOnce(&mut Store) -> T) -> u64 {
    let steps = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&steps);
    let count = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        false
    };
    store.connection.progress_handler(10, Some(count)).unwrap();
    read(store);
    store.connection.progress_handler(10, None::<fn() -> bool>).unwrap();
    steps.load(Ordering::Relaxed)
}

/// A read that a screen or a command does every day.
type Read = fn(&mut Store, Day);

#[test]
fn no_read_of_today_costs_more_after_years() {
    let folder = tempfile::tempdir().unwrap();
    let (mut young, mut old) = (file(folder.path(), 100, 10), file(folder.path(), 4_000, 10));
    let day: Day = TODAY.parse().unwrap();
    let reads: [(&str, Read); 17] = [
        ("visits", |store, day| {
            store.today.take();
            let _ = store.visits_of_day(day).unwrap();
        }),
        ("last calls", |store, day| _ = store.last_turns(day, 40).unwrap()),
        ("lanes", |store, day| _ = store.recent_lanes(day, 17).unwrap()),
        ("slips", |store, _| _ = store.slips_missing(VisitId(1)).unwrap()),
        ("outages", |store, _| _ = store.open_outages().unwrap()),
        ("shift", |store, _| _ = store.open_shift().unwrap()),
        ("assists", |store, _| _ = store.open_assists().unwrap()),
        ("names", |store, _| _ = store.names().unwrap()),
        ("facts", |store, day| _ = store.facts(day, day.at(12, 0)).unwrap()),
        ("journal", |store, day| _ = store.journal_of_day(day, 100).unwrap()),
        ("last entry", |store, _| _ = store.last_entry().unwrap()),
        ("picks", |store, _| _ = store.picked_last(VolunteerId(1), 40).unwrap()),
        ("handover", |store, day| _ = store.pending(day).unwrap()),
        ("items", |store, day| _ = store.items_now(day).unwrap()),
        ("turns", |store, _| _ = store.next_turns(sign(1)).unwrap()),
        ("erasing", |store, _| _ = store.erase_names(sign(1)).unwrap()),
        ("open visits", |store, _| {
            let read = |write: &Write<'_>| Ok((Op::OfficeSet, write.open_visits()?));
            let _ = store.write::<_, StoreError>(sign(2), read).unwrap();
        }),
    ];
    for (name, read) in reads {
        let before = cost(&mut young, |store| read(store, day));
        let after = cost(&mut old, |store| read(store, day));
        assert!(after <= before + 20, "{name}: {before}0 instructions became {after}0");
    }
}

#[test]
fn what_could_be_turned_is_known_without_reading_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let (mut calm, mut busy) = (file(folder.path(), 10, 10), file(folder.path(), 10, 1_000));
    for station in [1, 2] {
        let before = cost(&mut calm, |store| store.next_turns(sign(station)).unwrap());
        let after = cost(&mut busy, |store| store.next_turns(sign(station)).unwrap());
        assert!(after <= before + 20, "station {station}: {before}0 instructions became {after}0");
    }
}
