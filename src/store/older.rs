//! A file of the first schema becomes one of the second, and loses nothing.

use rusqlite::Connection;

use super::schema::{APPLICATION_ID, migrations};
use super::undo::{Turn, TurnError};
use super::*;
use crate::demo::{self, DemoPlan};
use crate::desk::catalogue::BUILT_IN;
use crate::domain::tally::Tally;
use crate::domain::{
    Calendar, Catalogue, Day, Op, Outcome, Person, Refusal, Span, SpanKind, StationNo, StuckReason,
    VolunteerId,
};

const TODAY: &str = "2026-11-21";

fn sign(station: u8) -> Signature {
    let at = TODAY.parse::<Day>().unwrap().at(8, 0);
    Signature { station: StationNo::new(station).unwrap(), by: Some(VolunteerId(1)), at }
}

/// A used file of today's schema: made-up days, and something that could still be undone.
fn newer(path: &Path) -> Store {
    let mut store = Store::open(path, Access::Full).unwrap();
    let plan = DemoPlan { days: 3, per_day: 40, seed: 5 };
    let now = TODAY.parse::<Day>().unwrap().at(7, 45);
    demo::fill(&mut store, &Catalogue::parse(BUILT_IN).unwrap(), plan, now, &mut |_| {}).unwrap();
    let added = |write: &Write<'_>| {
        let volunteer = write.add_volunteer("Nguyễn Thử Một")?;
        Ok::<_, StoreError>((Op::VolunteerAdded { volunteer }, ()))
    };
    store.write(sign(1), added).unwrap();
    store
}

/// The same days in a file that knows only the first step.
fn older(path: &Path, newer: &Path) {
    let mut raw = Connection::open(path).unwrap();
    migrations().to_version(&mut raw, 1).unwrap();
    raw.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    raw.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    raw.execute("ATTACH ?1 AS newer", [newer.to_str().unwrap()]).unwrap();
    let tables: Vec<String> = raw
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(tables.len() > 14 && !tables.contains(&"hamlet".to_owned()), "{tables:?}");
    for table in tables {
        let columns = images::columns(&raw, &table).unwrap().join(", ");
        // New columns stand behind the old ones, in the rows as in their images.
        let read = match table.as_str() {
            "journal_row" => format!(
                "id, entry, tbl, row, {}, {}",
                older_image("before", &raw, newer),
                older_image("after", &raw, newer)
            ),
            // The first program had no list of the office's own reasons.
            "assist" => {
                let fixed = "CASE WHEN reason LIKE 'own-%' THEN 'other' ELSE reason END";
                columns.replace("reason", fixed)
            }
            _ => columns.clone(),
        };
        let only = match table.as_str() {
            "setting" => "WHERE key <> 'file'",
            // The first program wrote no word about outages.
            "journal" => "WHERE op NOT LIKE '%outage-%'",
            "journal_row" => "WHERE tbl IN (SELECT name FROM main.sqlite_schema)",
            _ => "",
        };
        raw.execute_batch(&format!(
            "INSERT INTO main.{table} ({columns}) SELECT {read} FROM newer.{table} {only}"
        ))
        .unwrap();
    }
}

/// The expression by which a row image loses the columns that the first schema does not have.
fn older_image(of: &str, raw: &Connection, newer: &Path) -> String {
    let newer = Connection::open(newer).unwrap();
    let cases: String = schema::JOURNALLED
        .iter()
        .filter_map(|table| {
            let (old, new) = (images::columns(raw, table).unwrap(), images::columns(&newer, table).unwrap());
            assert!(old.is_empty() || new.starts_with(&old), "{table}");
            let gone = (old.len()..new.len()).rev().map(|at| format!("'$[{at}]'")).collect::<Vec<_>>();
            let has_more = !old.is_empty() && !gone.is_empty();
            has_more.then(|| format!(" WHEN '{table}' THEN json_remove({of}, {})", gone.join(", ")))
        })
        .collect();
    if cases.is_empty() { of.to_owned() } else { format!("CASE tbl{cases} ELSE {of} END") }
}

#[test]
fn a_file_of_the_first_schema_is_brought_up_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (new, old) = (folder.path().join("new.db"), folder.path().join("old.db"));
    let store = newer(&new);
    older(&old, &new);

    let refused = Store::open(&old, Access::ReadOnly).unwrap_err();
    assert!(matches!(refused, OpenError::Older { found: 1, known: 4, .. }), "{refused}");
    let version: i64 =
        Connection::open(&old).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 1);

    let mut brought_up = Store::open(&old, Access::Full).unwrap();
    assert_eq!(brought_up.check().unwrap().findings, []);
    assert_eq!(brought_up.file_mark().unwrap().len(), 32);
    assert_ne!(brought_up.file_mark().unwrap(), store.file_mark().unwrap());

    // The same numbers, but for what the first schema could not know.
    let catalogue = Catalogue::parse(BUILT_IN).unwrap();
    let today: Day = TODAY.parse().unwrap();
    let days = std::iter::successors(Some(today.minus_days(9)), |day| Some(day.plus_days(1)));
    let spans = days.take_while(|day| *day <= today).map(Span::day);
    let month = Span::of(SpanKind::Month, Calendar::Civil, today);
    let mut visits = 0;
    for span in spans.chain([month]) {
        let mut expected = store.facts(span, today.at(23, 0)).unwrap();
        expected.visits.iter_mut().for_each(|fact| fact.person = Person::default());
        expected.outages.clear();
        for assist in &mut expected.assists {
            if matches!(assist.outcome, Outcome::Stuck(StuckReason::Own(_))) {
                assist.outcome = Outcome::Stuck(StuckReason::Other);
            }
        }
        expected.out_of_turn.clear();
        let found = brought_up.facts(span, today.at(23, 0)).unwrap();
        visits += found.visits.len();
        assert_eq!(Tally::count(&found, &catalogue), Tally::count(&expected, &catalogue), "{span:?}");
    }
    assert!(visits > 150, "{visits}");

    // What was done before is older than the tables are: it stands.
    let before = brought_up.volunteers().unwrap();
    for turn in [Turn::Undo, Turn::Redo] {
        let refused = brought_up.turn(sign(1), turn);
        assert!(
            matches!(refused, Err(TurnError::Refused(Refusal::NothingToUndo | Refusal::NothingToRedo))),
            "{refused:?}"
        );
    }
    assert_eq!(brought_up.volunteers().unwrap(), before);
    // What is done from now on can be undone as ever.
    let added = |write: &Write<'_>| {
        let volunteer = write.add_volunteer("Trần Thử Hai")?;
        Ok::<_, StoreError>((Op::VolunteerAdded { volunteer }, ()))
    };
    brought_up.write(sign(1), added).unwrap();
    brought_up.turn(sign(1), Turn::Undo).unwrap();
    assert_eq!(brought_up.volunteers().unwrap(), before);
    assert_eq!(brought_up.check().unwrap().findings, []);
}
