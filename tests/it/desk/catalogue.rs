//! The desk's own layer of the catalogue: every edit, its undo, what other stations see, and names in old tallies.

use motcua::desk::{CatalogueEdit, Command, Desk};
use motcua::domain::catalogue::{Change, FlawKind, Import, Origin};
use motcua::domain::{Catalogue, Code, Day, Op, Procedure, Refusal, ShiftPart};

use crate::world::{BIRTH, COPIES, LODGING, Says, World, open_shift, refusal};

fn code(text: &str) -> Code {
    Code::new(text)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn edit(edit: CatalogueEdit) -> Command {
    Command::EditCatalogue(edit)
}

fn keep(entry: Procedure) -> Command {
    edit(CatalogueEdit::Keep(Box::new(entry)))
}

/// An entry of the catalogue in use, under another code.
fn another(desk: &Desk, of: &str, new: &str) -> Procedure {
    let entry = desk.catalogue_now().unwrap().get(&code(of)).unwrap().clone();
    Procedure { code: code(new), ..entry }
}

/// An entry of the catalogue in use with another short name.
fn renamed(desk: &Desk, of: &str, short: &str) -> Procedure {
    let mut entry = another(desk, of, of);
    short.clone_into(&mut entry.short.vi);
    entry
}

/// The catalogue in use as a file.
fn export(desk: &Desk) -> String {
    desk.catalogue_now().unwrap().to_toml()
}

/// A file with some entries.
fn file(entries: &[Procedure]) -> String {
    motcua::domain::catalogue::to_toml(&[], &[], entries)
}

fn import(desk: &Desk, text: &str) -> Command {
    let import = Import::parse(text, &desk.catalogue_now().unwrap()).unwrap();
    edit(CatalogueEdit::Import(Box::new(import)))
}

/// The short names of what a span was helped with, as its paper has them.
fn helped_with(desk: &Desk, span: impl Into<motcua::domain::Span>) -> Vec<String> {
    let report = desk.report(span).unwrap();
    let rows = report.tally.fields.iter().flat_map(|field| &field.procedures);
    let name = |code: &Code| report.catalogue.get(code).unwrap().short.vi.clone();
    rows.map(|row| format!("{} {} {}", row.code, name(&row.code), row.assists)).collect()
}

#[test]
fn every_edit_is_one_step_that_undo_takes_back() {
    let world = World::open();
    let mut desk = world.desk(1);
    let local =
        desk.catalogue_now().unwrap().all().iter().find(|entry| entry.local).map(|one| one.code.clone());
    let (last, by) = (day("2027-02-28"), code(LODGING));
    let mut edits = vec![
        (keep(another(&desk, BIRTH, "X1")), Op::EntryAdded { procedure: code("X1") }),
        (keep(renamed(&desk, BIRTH, "Khai sinh ở xã")), Op::EntryChanged { procedure: code(BIRTH) }),
        (
            edit(CatalogueEdit::Retire { code: code(BIRTH), last: Some(last) }),
            Op::EntryRetired { procedure: code(BIRTH), last: Some(last) },
        ),
        (
            edit(CatalogueEdit::Replace { code: code(BIRTH), last, by: by.clone() }),
            Op::EntryReplaced { procedure: code(BIRTH), by, last },
        ),
        (
            edit(CatalogueEdit::Move { code: code(LODGING), before: Some(code(BIRTH)) }),
            Op::EntryMoved { procedure: code(LODGING) },
        ),
        (
            import(&desk, &file(&[another(&desk, BIRTH, "X1"), renamed(&desk, COPIES, "Sao y ở xã")])),
            Op::CatalogueImported { added: 1, changed: 1 },
        ),
    ];
    if let Some(local) = local {
        edits.push((edit(CatalogueEdit::TurnOn(local.clone())), Op::ServiceTurnedOn { procedure: local }));
    }
    let as_it_came = desk.catalogue_now().unwrap();
    for (command, op) in edits {
        let receipt = desk.does(command.clone());
        assert_eq!(receipt.op, op);
        assert_ne!(desk.catalogue_now().unwrap(), as_it_came, "{op:?}");
        assert_eq!(refusal(desk.execute(command)), Some(Refusal::CatalogueStays), "{op:?} twice");
        let changed = desk.catalogue_now().unwrap();
        desk.undo().unwrap();
        assert_eq!(desk.catalogue_now().unwrap(), as_it_came, "{op:?} undone");
        desk.redo().unwrap();
        assert_eq!(desk.catalogue_now().unwrap(), changed, "{op:?} redone");
        desk.undo().unwrap();
    }
}

#[test]
fn another_station_sees_an_edit_and_its_undo() {
    let world = World::open();
    let (mut first, mut second) = (world.desk(1), world.desk(2));
    second.load().unwrap();
    assert!(!second.changed_elsewhere().unwrap());
    let before = second.catalogue().clone();
    first.does(keep(renamed(&first, BIRTH, "Khai sinh ở xã")));
    assert!(second.changed_elsewhere().unwrap());
    second.load().unwrap();
    assert_eq!(second.catalogue().get(&code(BIRTH)).unwrap().short.vi, "Khai sinh ở xã");
    assert_eq!(second.catalogue().origin(&code(BIRTH)), Origin::Changed);
    first.undo().unwrap();
    assert!(second.changed_elsewhere().unwrap());
    second.load().unwrap();
    assert_eq!(*second.catalogue(), before);
    // A load that finds nothing new keeps the very same catalogue.
    let kept = second.catalogue().clone();
    second.gives(BIRTH);
    second.load().unwrap();
    assert!(std::rc::Rc::ptr_eq(&kept, second.catalogue()));
}

#[test]
fn a_wrong_edit_is_refused_and_changes_nothing() {
    let world = World::open();
    let mut desk = world.desk(1);
    let before = export(&desk);
    let flawed = |what| Refusal::CatalogueFlawed(Box::new(what));
    let unknown = code("KHAC");
    let mut no_field = another(&desk, BIRTH, "X1");
    no_field.field = "không có".to_owned();
    let mut successor_of_nothing = another(&desk, BIRTH, "X1");
    successor_of_nothing.replaced_by = Some(code("X9"));
    let last = day("2027-02-28");
    let cases = [
        (keep(no_field), flawed(FlawKind::UnknownField(code("X1"), "không có".to_owned()))),
        (keep(successor_of_nothing), flawed(FlawKind::UnknownSuccessor(code("X1"), code("X9")))),
        (edit(CatalogueEdit::Drop(code(BIRTH))), Refusal::NothingOwn(code(BIRTH))),
        (edit(CatalogueEdit::Drop(code("X9"))), Refusal::UnknownProcedure),
        (edit(CatalogueEdit::Retire { code: unknown.clone(), last: Some(last) }), Refusal::UnknownNeedStays),
        (
            edit(CatalogueEdit::Replace { code: unknown.clone(), last, by: code(BIRTH) }),
            Refusal::UnknownNeedStays,
        ),
        (
            edit(CatalogueEdit::Retire { code: code(BIRTH), last: Some(day("2001-01-01")) }),
            flawed(FlawKind::DatesReversed(code(BIRTH))),
        ),
        (edit(CatalogueEdit::TurnOn(code(BIRTH))), Refusal::NotLocal(code(BIRTH))),
        (
            edit(CatalogueEdit::Move { code: code(BIRTH), before: Some(code("X9")) }),
            Refusal::UnknownProcedure,
        ),
        (keep(desk.catalogue_now().unwrap().get(&code(BIRTH)).unwrap().clone()), Refusal::CatalogueStays),
    ];
    for (command, why) in cases {
        assert_eq!(desk.refuses(command), why);
        assert_eq!(export(&desk), before);
        for lang in [motcua::lang::Lang::Vi, motcua::lang::Lang::En] {
            assert!(lang.refusal(&why).ends_with('.'), "{}", lang.refusal(&why));
        }
    }
}

#[test]
fn what_was_used_cannot_be_removed_and_keeps_its_name() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.does(keep(renamed(&desk, COPIES, "Sao y bản chính")));
    desk.does(keep(Procedure { code: code("X1"), ..renamed(&desk, BIRTH, "Việc riêng của xã") }));
    let x1 = desk.gives("X1");
    desk.does(Command::CallNext(None));
    desk.does(Command::Appear(x1));
    desk.does(Command::Finish(x1));
    let first = world.clock.day();
    assert_eq!(helped_with(&desk, first), ["X1 Việc riêng của xã 1"]);
    assert_eq!(desk.refuses(edit(CatalogueEdit::Drop(code("X1")))), Refusal::EntryUsed(code("X1")));
    // A version of one's own of what came with the program goes: the entry itself stays.
    desk.does(edit(CatalogueEdit::Drop(code(COPIES))));
    assert_eq!(desk.catalogue_now().unwrap().origin(&code(COPIES)), Origin::BuiltIn);
    // Another station adds and uses an entry: undoing the addition would leave a number without a name.
    desk.does(keep(another(&desk, BIRTH, "X2")));
    world.desk(2).gives("X2");
    assert_eq!(refusal(desk.undo()), Some(Refusal::EntryUsed(code("X2"))));
    assert!(desk.catalogue_now().unwrap().get(&code("X2")).is_some());

    // Renamed the day after, and used under the new name: each day's paper says what was said then.
    world.clock.set("2026-11-22 08:00");
    desk.does(keep(Procedure { code: code("X1"), ..renamed(&desk, BIRTH, "Tên mới") }));
    assert_eq!(helped_with(&desk, first), ["X1 Việc riêng của xã 1"]);
    let again = desk.gives("X1");
    for _ in 0..2 {
        let next = desk.does(Command::CallNext(None)).visit.unwrap();
        desk.does(Command::Appear(next));
        desk.does(Command::Finish(next));
    }
    assert!(desk.card(again).visit.stage.kind() == motcua::domain::StageKind::Done);
    assert_eq!(helped_with(&desk, first), ["X1 Việc riêng của xã 1"]);
    assert!(helped_with(&desk, world.clock.day()).contains(&"X1 Tên mới 1".to_owned()));
    // A span over both days says the last name.
    let both = motcua::domain::Span::range(first, world.clock.day(), world.clock.day()).unwrap();
    assert!(helped_with(&desk, both).contains(&"X1 Tên mới 2".to_owned()));
}

#[test]
fn a_law_takes_over_on_its_day() {
    let world = World::set_up_at("2027-02-28 07:20");
    let mut desk = world.desk(1);
    world.clock.set("2027-02-28 07:30");
    desk.does(open_shift(ShiftPart::Morning));
    let law = day("2027-03-01");
    let old = Procedure { valid_until: Some(law.minus_days(1)), ..another(&desk, BIRTH, BIRTH) };
    let mut new = another(&desk, BIRTH, "1.009999");
    new.short.vi = "Khai sinh (luật mới)".to_owned();
    new.valid_from = law;
    new.replaces = vec![code(BIRTH)];
    new.field = desk.catalogue_now().unwrap().get(&code(COPIES)).unwrap().field.clone();
    let text = file(&[old, new]);
    let preview = Import::parse(&text, &desk.catalogue_now().unwrap()).unwrap();
    let preview = preview.preview(&desk.catalogue_now().unwrap());
    assert!(
        matches!(preview.changes.as_slice(), [Change::Retired { last, .. }, Change::Added(_)] if *last == law.minus_days(1)),
        "{preview:?}"
    );
    desk.does(import(&desk, &text));

    let offered = |desk: &Desk, day: Day| -> Vec<String> {
        let catalogue: &Catalogue = desk.catalogue();
        let both = catalogue.valid_on(day).filter(|one| [BIRTH, "1.009999"].contains(&one.code.0.as_str()));
        both.map(|one| one.code.0.clone()).collect()
    };
    desk.load().unwrap();
    assert_eq!(offered(&desk, world.clock.day()), [BIRTH]);
    // Served on the last day of the old law: the old entry.
    let first = desk.gives("1.009999");
    desk.does(Command::CallNext(None));
    desk.does(Command::Appear(first));
    desk.does(Command::Finish(first));
    let before = desk.gives(BIRTH);
    assert_eq!(desk.does(Command::CallNext(None)).visit, Some(before));
    desk.does(Command::Appear(before));
    desk.does(Command::Finish(before));
    // Asked for on that day, served on the next: the new one, and the number stays.
    let carried = desk.gives(BIRTH);
    world.clock.set("2027-03-01 07:30");
    assert_eq!(offered(&desk, world.clock.day()), ["1.009999"]);
    desk.does(Command::CallNext(None));
    desk.does(Command::Appear(carried));
    assert_eq!(desk.card(carried).assists[0].procedure, code("1.009999"));
    // What a list of yesterday still offers means the successor, also beside it.
    desk.does(Command::AddAssist { visit: carried, procedure: code(BIRTH) });
    let assists = desk.card(carried).assists;
    assert_eq!((assists.len(), assists[0].quantity), (1, 2));
    desk.does(Command::Finish(carried));
    let later = desk.gives(BIRTH);
    assert_eq!(desk.card(later).needs, [(code("1.009999"), 1)]);
    // Both stand in the tally of both days under their own names, each in its field.
    let both = motcua::domain::Span::range(day("2027-02-28"), law, law).unwrap();
    let rows = helped_with(&desk, both);
    assert!(rows.contains(&format!("{BIRTH} Khai sinh 1")), "{rows:?}");
    assert!(rows.contains(&"1.009999 Khai sinh (luật mới) 2".to_owned()), "{rows:?}");
}

#[test]
fn an_export_is_read_back_to_no_change() {
    let world = World::open();
    let mut desk = world.desk(1);
    desk.does(keep(renamed(&desk, BIRTH, "Khai sinh ở xã")));
    desk.does(keep(another(&desk, COPIES, "X1")));
    desk.does(edit(CatalogueEdit::Move { code: code("X1"), before: Some(code(BIRTH)) }));
    let catalogue = desk.catalogue_now().unwrap();
    let read = Import::parse(&export(&desk), &catalogue).unwrap();
    assert!(read.preview(&catalogue).is_empty());
    assert_eq!(read.procedures, catalogue.all());
    assert_eq!((read.series.as_slice(), read.fields.as_slice()), (catalogue.series(), catalogue.fields()));
    let whole = edit(CatalogueEdit::Import(Box::new(read)));
    assert_eq!(desk.refuses(whole), Refusal::CatalogueStays);
    // Into another desk it brings the entries, in one step.
    let other = World::open();
    let mut other = other.desk(1);
    let came = export(&other);
    other.does(import(&other, &export(&desk)));
    assert_eq!(other.catalogue_now().unwrap().get(&code("X1")), catalogue.get(&code("X1")));
    other.undo().unwrap();
    assert_eq!(export(&other), came);
}

#[test]
fn a_file_of_the_whole_catalogue_brings_its_order() {
    let world = World::open();
    let mut desk = world.desk(1);
    let codes = |desk: &Desk| -> Vec<Code> {
        desk.catalogue_now().unwrap().all().iter().map(|entry| entry.code.clone()).collect()
    };
    let before = codes(&desk);
    let mut entries: Vec<Procedure> = desk.catalogue_now().unwrap().all().to_vec();
    entries.swap(0, 5);
    let catalogue = desk.catalogue_now().unwrap();
    let preview = Import::parse(&file(&entries), &catalogue).unwrap().preview(&catalogue);
    assert!(preview.is_reordered && preview.changes.is_empty() && !preview.is_empty());
    desk.does(import(&desk, &file(&entries)));
    let mut expected = before.clone();
    expected.swap(0, 5);
    assert_eq!(codes(&desk), expected);
    // A part of it says nothing of the order.
    let few = [entries[3].clone(), entries[1].clone()];
    let catalogue = desk.catalogue_now().unwrap();
    assert!(Import::parse(&file(&few), &catalogue).unwrap().preview(&catalogue).is_empty());
    desk.undo().unwrap();
    assert_eq!(codes(&desk), before);
}
