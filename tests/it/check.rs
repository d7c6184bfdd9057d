//! `motcua check`: a sound file is called sound, and each kind of damage is named.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its file should stop")]

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::desk::{Closing, Command, Desk, NewVisit};
use motcua::domain::Counter;
use motcua::domain::{
    Catalogue, Code, Day, LeaveReason, Office, ShiftPart, Stamp, StationNo, VisitId, VolunteerId,
};
use motcua::lang::Lang;
use motcua::store::check::{CheckReport, Finding, PeriodFlaw, Totals};
use motcua::store::{Access, Store, StoreError};

struct Watch(Cell<Stamp>);

impl Clock for Watch {
    fn now(&self) -> Stamp {
        self.0.replace(self.0.get().plus_seconds(60))
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// A desk's file. It holds two days with everything that leaves rows of its own: A001 was done, A002 left, A003 was carried over and
/// done on the second day, A004 was taken back; on the second day A001 is on hold, A002 is being served and A003 waits.
struct File {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

/// A file of one's own with those two days.
fn file() -> File {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("motcua.db");
    std::fs::write(&path, BYTES.get_or_init(two_days)).unwrap();
    File { _folder: folder, path }
}

fn two_days() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("motcua.db");
    let watch = Rc::new(Watch(Cell::new("2026-11-19".parse::<Day>().unwrap().at(8, 0))));
    let store = Store::open(&path, Access::Full).unwrap();
    let catalogue = Rc::new(Catalogue::built_in().unwrap());
    let mut desk = Desk::new(store, Rc::clone(&watch) as Rc<dyn Clock>, catalogue, StationNo::FIRST);
    let birth = || {
        Command::TakeNumber(NewVisit {
            name: Some("Lê Thị Thử".to_owned()),
            ..NewVisit::plain(Code::new("1.001193"))
        })
    };
    let office =
        Office { name: "Trung tâm".to_owned(), commune: "11824".to_owned(), team: "Đội".to_owned() };
    let open = || Command::OpenShift { part: ShiftPart::Morning, on_duty: vec![VolunteerId(1)] };
    let mut run = |commands: Vec<Command>| {
        for command in commands {
            desk.execute(command).unwrap();
        }
    };
    run(vec![
        Command::SetUp { office, volunteers: vec!["Nguyễn Văn Thử".to_owned()] },
        open(),
        birth(),
        birth(),
        birth(),
        Command::CallNext(None),
        Command::Recall(VisitId(1)),
        Command::Appear(VisitId(1)),
        Command::ToggleStep { assist: motcua::domain::AssistId(1), step: 0 },
        Command::SetQuantity { assist: motcua::domain::AssistId(1), quantity: 3 },
        Command::Hold(VisitId(1)),
        Command::Resume(VisitId(1)),
        Command::Finish(VisitId(1)),
        Command::CallNext(None),
        Command::PutBack(VisitId(2)),
        Command::Leave { visit: VisitId(2), why: LeaveReason::WalkedOut },
        Command::Count(Counter::QuickQuestions),
        birth(),
    ]);
    desk.undo().unwrap();
    desk.execute(Command::CloseShift(Closing::default())).unwrap();
    watch.0.set("2026-11-20".parse::<Day>().unwrap().at(8, 0));
    for command in [
        open(),
        Command::Count(Counter::QuickQuestions),
        Command::CallNext(None),
        Command::Appear(VisitId(3)),
        Command::Finish(VisitId(3)),
        birth(),
        birth(),
        birth(),
        Command::CallNext(None),
        Command::Appear(VisitId(5)),
        Command::PutBack(VisitId(5)),
    ] {
        desk.execute(command).unwrap();
    }
    // What undo and redo leave behind is as sound as anything else.
    desk.undo().unwrap();
    desk.redo().unwrap();
    desk.undo().unwrap();
    desk.execute(Command::Hold(VisitId(5))).unwrap();
    for command in [Command::CallNext(None), Command::Appear(VisitId(6))] {
        desk.execute(command).unwrap();
    }
    // The last one to close it takes the write-ahead log into the file.
    drop(desk);
    std::fs::read(&path).unwrap()
}

fn check(path: &Path) -> Result<CheckReport, StoreError> {
    Store::open(path, Access::ReadOnly).unwrap().check()
}

/// The findings after `sql` was done to the file with another tool.
fn after(sql: &str) -> Vec<Finding> {
    let file = file();
    let other = rusqlite::Connection::open(&file.path).unwrap();
    other.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;").unwrap();
    other.execute_batch(sql).unwrap();
    drop(other);
    let report = check(&file.path).unwrap();
    for lang in [Lang::Vi, Lang::En] {
        let lines = lang.check_report(&report);
        assert!(
            lines.len() > report.findings.len() && lines.iter().all(|line| !line.is_empty()),
            "{lines:?}"
        );
    }
    report.findings
}

/// What a rule found, without what only says that something was changed by another tool.
fn by_rules(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.retain(|finding| !matches!(finding, Finding::Altered { .. } | Finding::ChainBroken { .. }));
    findings
}

/// The findings in a few letters: kind, and the number of the visit if it is about one.
fn told(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| match finding {
            Finding::Periods { visit, flaw } => format!("{flaw:?} {} {}", visit.ticket, visit.day),
            Finding::ArrivedAnotherDay(visit)
            | Finding::EndedAnotherDay(visit)
            | Finding::NameKept(visit)
            | Finding::NoteKept(visit)
            | Finding::OutcomesAstray(visit)
            | Finding::PlaceAstray(visit)
            | Finding::UnknownReason(visit) => {
                let kind = format!("{finding:?}");
                format!("{} {} {}", kind.split('(').next().unwrap(), visit.ticket, visit.day)
            }
            Finding::HeadsAstray { visit, heads, entered } => {
                format!("HeadsAstray {} {heads} {entered}", visit.ticket)
            }
            Finding::StepOutOfRange { visit, step } => format!("StepOutOfRange {} {step}", visit.ticket),
            Finding::NumbersMissing { day, tickets } => format!("NumbersMissing {day} {}", list(tickets)),
            Finding::NumbersSurplus { day, tickets } => format!("NumbersSurplus {day} {}", list(tickets)),
            Finding::CountAstray { what, day, rows, entries } => {
                format!("CountAstray {} {day} {rows} {entries}", what.code())
            }
            other => format!("{other:?}"),
        })
        .collect()
}

fn list(tickets: &[motcua::domain::Ticket]) -> String {
    tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sound_file_is_called_sound() {
    let file = file();
    let report = check(&file.path).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!(report.totals, Some(Totals { visits: 6, days: 2, assists: 2 }));
    assert_eq!(Lang::Vi.check_report(&report), ["ok: 6 lượt trong 2 ngày, 2 việc"]);
    assert_eq!(Lang::En.check_report(&report), ["ok (visits: 6, days: 2, things helped with: 2)"]);
    // A console that writes and one that only looks find the same.
    assert_eq!(Store::open(&file.path, Access::Full).unwrap().check().unwrap(), report);
}

#[test]
fn an_empty_file_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("motcua.db"), Access::Full).unwrap();
    assert_eq!(store.check().unwrap().totals, Some(Totals::default()));
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn each_damage_is_named_and_nothing_else_is() {
    let open_at = |visit: i64| format!("visit = {visit} AND until_at IS NULL");
    let cases: Vec<(String, &[&str])> = vec![
        // Periods.
        (format!("UPDATE period SET until_at = from_at WHERE {}", open_at(5)), &["NoneOpen A001 2026-11-20"]),
        (
            "INSERT INTO period (visit, kind, from_at) VALUES (5, 'held', 1)".into(),
            &["SeveralOpen A001 2026-11-20"],
        ),
        (format!("UPDATE period SET kind = 'held' WHERE {}", open_at(6)), &["OtherThanStage A002 2026-11-20"]),
        (
            "UPDATE period SET until_at = NULL WHERE visit = 1 AND kind = 'called'".into(),
            &["OpenAfterEnd A001 2026-11-19"],
        ),
        (
            "DELETE FROM period WHERE visit = 1 AND kind = 'waiting'".into(),
            &["NotFromArrival A001 2026-11-19"],
        ),
        ("DELETE FROM period WHERE visit = 3".into(), &["NotFromArrival A003 2026-11-19"]),
        ("DELETE FROM period WHERE visit = 1 AND kind = 'held'".into(), &["Gap A001 2026-11-19"]),
        (
            "UPDATE period SET until_at = until_at + 1 WHERE id = (SELECT max(id) FROM period WHERE visit = 1)"
                .into(),
            &["NotUntilEnd A001 2026-11-19"],
        ),
        // Days.
        ("UPDATE visit SET ended_day = '2026-11-20' WHERE id = 1".into(), &["EndedAnotherDay A001 2026-11-19"]),
        (
            "UPDATE visit SET arrived = arrived - 86400 WHERE id = 7;
             UPDATE period SET from_at = from_at - 86400 WHERE visit = 7"
                .into(),
            &["ArrivedAnotherDay A003 2026-11-20", "OtherThanStage A003 2026-11-20", "PlaceAstray A003 2026-11-20"],
        ),
        ("UPDATE shift SET day = '2026-02-31' WHERE id = 1".into(), &["NotADay { table: \"shift\", row: 1 }"]),
        // Numbers.
        ("UPDATE counter SET last = 5 WHERE day = '2026-11-19'".into(), &["NumbersMissing 2026-11-19 A005"]),
        ("UPDATE journal SET state = 'done' WHERE state IN ('undone', 'buried') AND op LIKE '%number-given%'".into(), &[
            "NumbersMissing 2026-11-19 A004",
        ]),
        (
            "UPDATE counter SET last = 2 WHERE day = '2026-11-20'".into(),
            &["NumbersSurplus 2026-11-20 A003"],
        ),
        ("DELETE FROM counter WHERE day = '2026-11-20'".into(), &["NumbersSurplus 2026-11-20 A001 A002 A003"]),
        // Counted a second time: heads, outcomes, places in the queue, times against days.
        ("UPDATE visit SET persons = 4 WHERE id = 2".into(), &["HeadsAstray A002 4 1"]),
        ("UPDATE assist SET quantity = 2 WHERE visit = 1".into(), &["OutcomesAstray A001 2026-11-19"]),
        ("UPDATE assist SET outcome = 'open' WHERE visit = 3".into(), &["OutcomesAstray A003 2026-11-19"]),
        ("DELETE FROM assist_step; DELETE FROM assist WHERE visit = 1".into(), &["OutcomesAstray A001 2026-11-19"]),
        ("UPDATE visit SET place = place - 1 WHERE id = 6".into(), &["PlaceAstray A002 2026-11-20"]),
        ("UPDATE visit SET place = place + 600000 WHERE id = 7".into(), &["PlaceAstray A003 2026-11-20"]),
        ("UPDATE visit SET booked = arrived + 60 WHERE id = 7".into(), &["PlaceAstray A003 2026-11-20"]),
        (
            "UPDATE shift SET opened = opened - 86400 WHERE id = 2".into(),
            &["OpenedAnotherDay { shift: 2 }"],
        ),
        // Visitors without a number.
        (
            "DELETE FROM counted WHERE id = 1".into(),
            &["CountAstray quick_questions 2026-11-19 0 1"],
        ),
        (
            "INSERT INTO counted (what, shift, at, station, volunteer)
                 SELECT what, shift, at, station, volunteer FROM counted WHERE id = 2"
                .into(),
            &["CountAstray quick_questions 2026-11-20 2 1"],
        ),
        (
            "UPDATE counted SET station = 100, volunteer = 9 WHERE id = 1".into(),
            &["RuleBroken { table: \"counted\", rows: 1 }", "Orphan { table: \"counted\", row: 1, parent: \"volunteer\" }"],
        ),
        // Names, journal, checklist.
        ("INSERT INTO visit_name (id, name) VALUES (1, 'Thử')".into(), &["NameKept A001 2026-11-19"]),
        ("INSERT INTO visit_note (id, note) VALUES (1, 'gọi to')".into(), &["NoteKept A001 2026-11-19"]),
        (
            "INSERT INTO visit_note (id, note) VALUES (1, '')".into(),
            &["RuleBroken { table: \"visit_note\", rows: 1 }", "NoteKept A001 2026-11-19"],
        ),
        ("UPDATE journal SET op = '[\"flown\"]' WHERE id = 2".into(), &["UnknownOp { entry: 2 }"]),
        ("UPDATE assist_step SET step = 20".into(), &["StepOutOfRange A001 20"]),
        (
            "INSERT INTO assist_check (assist, part, place, state) VALUES (1, 'paper', 0, 'lost')".into(),
            &["RuleBroken { table: \"assist_check\", rows: 1 }"],
        ),
        (
            "UPDATE assist SET outcome = 'come-back', reason = NULL, come_back = '2026-02-31' WHERE id = 1".into(),
            &["NotADay { table: \"assist\", row: 1 }", "OutcomesAstray A001 2026-11-19"],
        ),
        (
            "UPDATE assist SET outcome = 'stuck', reason = 'bad-weather' WHERE visit = 1".into(),
            &["UnknownReason A001 2026-11-19", "OutcomesAstray A001 2026-11-19"],
        ),
        (
            "INSERT INTO reason (outcome, name, active) VALUES ('stuck', 'Thử', 0);
             UPDATE assist SET outcome = 'stuck', reason = 'own-1' WHERE visit = 1"
                .into(),
            &["OutcomesAstray A001 2026-11-19"],
        ),
        (
            "UPDATE assist SET outcome = 'stuck', reason = 'own-9' WHERE visit = 1".into(),
            &["UnknownReason A001 2026-11-19", "OutcomesAstray A001 2026-11-19"],
        ),
        (
            "UPDATE name_used SET since = '2026-02-31' WHERE id = 1;
             INSERT INTO own_entry (code, body) VALUES ('X1', 'code = 3')"
                .into(),
            &["NotADay { table: \"name_used\", row: 1 }", "UnknownPiece { table: \"own_entry\", row: 1 }"],
        ),
        ("UPDATE visit SET priority = 'rich' WHERE id = 1".into(), &["RuleBroken { table: \"visit\", rows: 1 }"]),
        (
            "DELETE FROM need WHERE visit = 1; DELETE FROM duty; INSERT INTO need (id, visit, procedure, quantity) VALUES (99, 77, 'KHAC', 1)".into(),
            &["Orphan { table: \"need\", row: 99, parent: \"visit\" }"],
        ),
        // What a unique index prevents, once it is gone.
        (
            "DROP INDEX shift_open; UPDATE shift SET closed = NULL".into(),
            &["SchemaMissing(\"shift_open\")", "SeveralOpenShifts { shifts: 2 }"],
        ),
        (
            "DROP INDEX visit_in_hand; CREATE INDEX visit_in_hand ON visit (station);
             UPDATE visit SET stage = 'serving' WHERE id = 5;
             UPDATE period SET kind = 'serving' WHERE visit = 5 AND until_at IS NULL"
                .into(),
            &["SchemaChanged(\"visit_in_hand\")", "SeveralInHand { station: 1, visits: 2 }"],
        ),
        (
            "INSERT INTO volunteer (id, name, active, merged_into) VALUES (77, 'Hai', 0, 1);
             UPDATE outage SET volunteer = 77; UPDATE duty SET volunteer = 77"
                .into(),
            &["MergedNamed { table: \"duty\", volunteer: 77 }"],
        ),
        (
            "DROP TABLE handed".into(),
            &[
                "SchemaMissing(\"handed\")",
                "SchemaMissing(\"handed_item\")",
                "SchemaMissing(\"handed_outage\")",
                "SchemaMissing(\"handed_visit\")",
            ],
        ),
        ("ALTER TABLE seat ADD COLUMN mood TEXT".into(), &["SchemaChanged(\"seat\")"]),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .map(|(sql, expected)| (sql, told(&by_rules(after(sql))), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A name, a moment, a volunteer: no rule can tell whether they are right.
#[test]
fn what_no_rule_can_see_is_found_by_its_hash() {
    let altered = |table: &str| format!("Altered {{ table: \"{table}\", first: 1, last: 1023 }}");
    let chain = |day: &str| format!("ChainBroken {{ day: Day({day}) }}");
    for (sql, expected) in [
        ("UPDATE name_used SET short_en = 'Birth registratiom'", vec![altered("name_used")]),
        ("UPDATE visit SET birth_year = 1957 WHERE id = 2", vec![altered("visit")]),
        ("UPDATE visit SET sex = 'male' WHERE id = 3", vec![altered("visit")]),
        ("UPDATE period SET station = 2 WHERE id = 4", vec![altered("period")]),
        ("UPDATE assist SET how = 'official', channel = 'paper' WHERE id = 1", vec![altered("assist")]),
        ("UPDATE need SET procedure = '1.001194' WHERE id = 2", vec![altered("need")]),
        ("UPDATE volunteer SET name = 'Nguyễn Văn Thủ'", vec![altered("volunteer")]),
        ("UPDATE setting SET value = '11825' WHERE value = '11824'", vec![altered("setting")]),
        ("UPDATE journal SET at = at + 1 WHERE id = 3", vec![altered("journal"), chain("2026-11-19")]),
        ("UPDATE journal SET station = 2 WHERE id = 22", vec![altered("journal"), chain("2026-11-20")]),
        ("UPDATE journal SET state = NULL WHERE state = 'done'", vec![altered("journal")]),
        ("UPDATE journal_run SET chain = chain + 1 WHERE first > 1", vec![chain("2026-11-20")]),
        ("UPDATE row_sum SET sum = sum + 1 WHERE tbl = 'shift'", vec![altered("shift")]),
        ("DELETE FROM row_sum WHERE tbl = 'turn'", vec![altered("turn")]),
    ] {
        let found: Vec<String> = after(sql).iter().map(|finding| format!("{finding:?}")).collect();
        assert_eq!(found, expected, "{sql}");
    }
}

/// What an index holds is compared with the rows: after a row was changed behind its back, each is named.
#[test]
fn an_index_that_says_something_else_than_its_table_is_named() {
    let cases = [
        ("shift_day", "UPDATE shift SET day = '2026-11-18' WHERE id = 1"),
        ("shift_open", "UPDATE shift SET closed = opened WHERE closed IS NULL"),
        ("visit_open", "UPDATE visit SET ended_day = day, stage = 'done' WHERE id = 7"),
        ("visit_carried", "UPDATE visit SET ended_day = '2026-11-21' WHERE id = 3"),
        ("visit_in_hand", "UPDATE visit SET station = 2 WHERE id = 6"),
        ("visit_place", "UPDATE visit SET place = place + 1 WHERE id = 7"),
        ("need_visit", "UPDATE need SET visit = 6 WHERE id = 1"),
        ("assist_visit", "UPDATE assist SET visit = 6 WHERE id = 1"),
        ("period_visit", "UPDATE period SET visit = 6 WHERE id = 1"),
        ("period_serving", "UPDATE period SET from_at = from_at - 1 WHERE kind = 'serving'"),
        ("turn_day", "UPDATE turn SET at = at + 86400 WHERE id = 1"),
        ("turn_visit", "UPDATE turn SET visit = 6 WHERE id = 1"),
        ("turn_out", "UPDATE turn SET out_of_turn = 'health' WHERE id = 1"),
        ("counted_at", "UPDATE counted SET at = at + 1 WHERE id = 1"),
        ("journal_turn", "UPDATE journal SET station = 7 WHERE state = 'done'"),
        ("journal_taken_back", "UPDATE journal SET at = at + 1 WHERE state = 'buried'"),
        ("journal_pick", "UPDATE journal SET volunteer = NULL WHERE op LIKE '[\"number-given%'"),
        ("journal_corrected", "UPDATE journal SET op = '[\"corrected\"]' WHERE id = 3"),
        ("name_used_code", "UPDATE name_used SET code = 'X' WHERE id = 1"),
    ];
    let unnamed: Vec<&str> = cases
        .iter()
        .filter(|(index, sql)| {
            let file = file();
            let other = || {
                let other = rusqlite::Connection::open(&file.path).unwrap();
                let free = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON";
                other.execute_batch(free).unwrap();
                other
            };
            let words = format!("FROM sqlite_schema WHERE name = '{index}'");
            let made: String = other().query_row(&format!("SELECT sql {words}"), [], |row| row.get(0)).unwrap();
            let writes = |words: &str| {
                let sql = "UPDATE sqlite_schema SET sql = ?1 WHERE name = ?2";
                other().execute(sql, [words, index]).unwrap();
            };
            // An index of no row stays as it is, whatever becomes of the rows.
            writes(&format!("{} WHERE false", made.split(" WHERE ").next().unwrap()));
            other().execute_batch(sql).unwrap();
            writes(&made);
            let words = format!("wrong entries in index {index}");
            let found = check(&file.path).unwrap().findings;
            !found.iter().any(|finding| matches!(finding, Finding::Engine(said) if said.contains(&words)))
        })
        .map(|(index, _)| *index)
        .collect();
    assert_eq!(unnamed, Vec::<&str>::new());
}

#[test]
fn a_file_of_an_older_program_is_not_looked_at_and_stays_as_it_is() {
    let file = file();
    rusqlite::Connection::open(&file.path).unwrap().execute_batch("PRAGMA user_version = 1").unwrap();
    let before = std::fs::read(&file.path).unwrap();
    let refused = Store::open(&file.path, Access::ReadOnly).unwrap_err();
    assert!(matches!(refused, motcua::store::OpenError::Older { found: 1, .. }), "{refused}");
    let sentence = Lang::En.open_error(&refused);
    assert!(sentence.contains("older motcua") && sentence.contains("left as it is"), "{sentence}");
    assert_eq!(std::fs::read(&file.path).unwrap(), before);
}

#[test]
fn a_flood_of_one_kind_is_counted_and_not_listed() {
    let file = file();
    let other = rusqlite::Connection::open(&file.path).unwrap();
    other.execute_batch("UPDATE journal SET op = '[]'").unwrap();
    drop(other);
    let report = check(&file.path).unwrap();
    let unread =
        report.findings.iter().filter(|finding| matches!(finding, Finding::UnknownOp { .. })).count();
    assert_eq!(unread, 20);
    assert!(report.unlisted > 5);
    // The number that was taken back is not known as such any more.
    assert!(report.findings.iter().any(|finding| matches!(finding, Finding::NumbersMissing { .. })));
    assert!(Lang::En.check_report(&report).iter().any(|line| line.contains("more of these kinds")));
}

/// Whatever bytes are wrong, the answer is a finding or an error and never a panic.
#[test]
fn a_damaged_file_is_refused_or_named() {
    let file = file();
    drop(
        rusqlite::Connection::open(&file.path)
            .unwrap()
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM"),
    );
    let sound = std::fs::read(&file.path).unwrap();
    let damaged = file.path.with_file_name("damaged.db");
    let answer = |bytes: &[u8]| {
        std::fs::write(&damaged, bytes).unwrap();
        Store::open(&damaged, Access::ReadOnly).map(|store| store.check())
    };
    let is_called_sound =
        |answer: &Result<_, _>| matches!(answer, Ok(Ok(report)) if CheckReport::is_sound(report));
    for at in (100..sound.len()).step_by(1_531) {
        let mut bytes = sound.clone();
        bytes.iter_mut().skip(at).take(40).for_each(|byte| *byte ^= 0xa5);
        // It may have hit bytes that carry nothing.
        let _ = answer(&bytes);
    }
    for page in (0..sound.len()).step_by(4_096) {
        let mut bytes = sound.clone();
        bytes.iter_mut().skip(page).take(40).for_each(|byte| *byte ^= 0xa5);
        assert!(!is_called_sound(&answer(&bytes)), "page {page}");
    }
    assert!(!is_called_sound(&answer(&sound[..sound.len() / 2])));
    assert!(is_called_sound(&answer(&sound)));
}

#[test]
fn a_period_flaw_has_words_of_its_own() {
    let flaws = [
        PeriodFlaw::NoneOpen,
        PeriodFlaw::SeveralOpen,
        PeriodFlaw::OpenAfterEnd,
        PeriodFlaw::NotFromArrival,
        PeriodFlaw::Gap,
        PeriodFlaw::OtherThanStage,
        PeriodFlaw::NotUntilEnd,
    ];
    let place = motcua::store::check::Place { row: 1, day: "2026-11-19".into(), ticket: "A001".into() };
    let lines: std::collections::BTreeSet<String> = flaws
        .iter()
        .map(|flaw| Lang::Vi.finding(&Finding::Periods { visit: place.clone(), flaw: *flaw }))
        .collect();
    assert_eq!(lines.len(), flaws.len());
    assert!(lines.iter().all(|line| line.starts_with("số A001 ngày 19/11/2026: ")));
}
