//! What can be read of a damaged file goes into a new one, and what cannot is listed.

use std::fs;

use motcua::desk::{Command, Desk};
use motcua::domain::StationNo;
use motcua::lang::Lang;
use motcua::store::rescue::{RescueError, Why, rescue};
use motcua::store::{Access, Store};

use crate::world::{BIRTH, COPIES, Says, World, catalogue};

fn used() -> World {
    let world = World::open();
    let mut desk = world.desk(1);
    for _ in 0..60 {
        desk.gives(BIRTH);
        let visit = desk.serves_next();
        world.clock.minutes(3);
        desk.does(Command::Finish(visit));
        desk.gives(COPIES);
    }
    world
}

#[test]
fn a_sound_file_is_saved_whole() {
    let world = used();
    let new = world.folder().join("new.sqlite");
    let saved = rescue(&world.file(), &new).unwrap();
    assert!(saved.lost.is_empty() && saved.tables.is_empty(), "{saved:?}");
    let report = Store::open(&new, Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
    assert_eq!(report, Store::open(&world.file(), Access::ReadOnly).unwrap().check().unwrap());
    assert_eq!(Lang::En.rescued(&saved, &new).len(), 3);
    // A second time there is something in its place.
    assert!(matches!(rescue(&world.file(), &new), Err(RescueError::Taken)));
}

/// A page of any table is lost: the rest is saved, opens, and takes the next number.
#[test]
fn whatever_page_is_lost_the_rest_is_saved() {
    let world = used();
    let whole = fs::read(world.file()).unwrap();
    let all = rescue(&world.file(), &world.folder().join("all.sqlite")).unwrap().saved;
    let (mut tried, mut opened) = (0, 0);
    for page in (1..whole.len() / 4_096).step_by(3) {
        let mut bytes = whole.clone();
        bytes[page * 4_096..(page + 1) * 4_096].fill(0xa5);
        let damaged = world.folder().join(format!("damaged-{page}.sqlite"));
        fs::write(&damaged, &bytes).unwrap();
        let new = world.folder().join(format!("new-{page}.sqlite"));
        tried += 1;
        let Ok(saved) = rescue(&damaged, &new) else { continue };
        opened += 1;
        let is_told = !saved.lost.is_empty() || !saved.tables.is_empty();
        assert!(saved.saved == all || is_told, "page {page}: {saved:?}");
        assert!(fs::read(&damaged).unwrap() == bytes, "page {page}");
        let store = Store::open(&new, Access::Full).unwrap();
        let findings = store.check().unwrap().findings;
        let is_of_structure = |finding: &motcua::store::check::Finding| {
            use motcua::store::check::Finding;
            matches!(
                finding,
                Finding::Engine(_)
                    | Finding::Orphan { .. }
                    | Finding::Altered { .. }
                    | Finding::RuleBroken { .. }
            )
        };
        assert!(!findings.iter().any(is_of_structure), "page {page}: {findings:?}");
        let mut desk = Desk::new(store, world.clock.clone(), catalogue(), StationNo::FIRST);
        drop(desk.load().unwrap());
    }
    assert!(opened > tried * 3 / 4, "{opened} of {tried}");
}

#[test]
fn a_row_with_a_wrong_value_is_left_out_and_named() {
    let world = used();
    let raw = world.raw();
    raw.execute_batch(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;
         UPDATE assist SET how = 'magic' WHERE id = 7; DELETE FROM visit WHERE id = 9;",
    )
    .unwrap();
    drop(raw);
    let new = world.folder().join("new.sqlite");
    let saved = rescue(&world.file(), &new).unwrap();
    let has = |table: &str, why: Why| saved.lost.iter().any(|lost| lost.table == table && lost.why == why);
    assert!(has("assist", Why::Broken) && has("period", Why::Alone), "{saved:?}");
    for lang in [Lang::Vi, Lang::En] {
        let lines = lang.rescued(&saved, &new);
        assert_eq!(lines.len(), saved.lost.len() + 2, "{lines:?}");
    }
}

#[test]
fn what_cannot_be_read_at_all_is_refused_and_nothing_is_made() {
    let world = World::empty();
    fs::write(world.file(), vec![7; 20_000]).unwrap();
    let new = world.folder().join("new.sqlite");
    let error = rescue(&world.file(), &new).unwrap_err();
    assert!(matches!(error, RescueError::Open(_)), "{error:?}");
    assert!(!new.exists() && !Lang::Vi.rescue_error(&error, &new).is_empty());
}
