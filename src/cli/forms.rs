//! `motcua forms`: the forms of papers, written out to be edited, checked, and shown with made-up figures.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::talk::{Failure, say, show};
use super::world::World;
use super::{slips, tally};
use crate::config::DATABASE;
use crate::demo::{self, DemoPlan};
use crate::desk::Desk;
use crate::domain::Report;
use crate::domain::{Calendar, Catalogue, Span, SpanKind, StationNo, Targets};
use crate::papers::forms::{self, Exported, FlawKind, FormFlaw, Forms};
use crate::papers::{self, Format};
use crate::store::{Access, Store};

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    match of.subcommand() {
        Some(("export", of)) => export(world, of),
        Some(("preview", of)) => preview(world, of),
        Some(("check", of)) => check(world, of),
        _ => Ok(()),
    }
}

/// Writes the built-in forms where they can be edited; a file that was changed is left as it is.
fn export(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let asked = of.get_one::<String>("name").map(String::as_str);
    let names: Vec<&str> = match asked {
        Some(name) => vec![known(world, name)?],
        None => Forms::names().collect(),
    };
    let folder = world.folder.join(forms::FOLDER);
    world.make_folder()?;
    std::fs::create_dir_all(&folder)
        .map_err(|error| world.lang.folder_denied(&show(&folder), world.lang.trouble(error.into())))?;
    let mut kept = Vec::new();
    for name in names {
        let path = forms::file_in(&world.folder, name);
        let exported = forms::export(&world.folder, name, of.get_flag("force"))
            .map_err(|error| world.lang.out_denied(&show(&path), world.lang.trouble(error.into())))?;
        match exported {
            Exported::Written => say(&world.lang.forms_exported(&show(&path))),
            Exported::Unchanged => say(&world.lang.forms_unchanged(&show(&path))),
            Exported::Kept => kept.push(world.lang.forms_kept(&show(&path))),
        }
    }
    if kept.is_empty() { Ok(()) } else { Err(Failure(kept.join("\n        "))) }
}

/// The form of a name, or which there are.
fn known(world: &World, name: &str) -> Result<&'static str, Failure> {
    Forms::names().find(|known| *known == name).ok_or_else(|| {
        let names: Vec<&str> = Forms::names().collect();
        Failure(world.lang.form_unknown(name, &names.join(", ")))
    })
}

/// Checks the files that are named, or all of the office's own.
fn check(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let named: Vec<PathBuf> = of.get_many::<PathBuf>("file").unwrap_or_default().cloned().collect();
    let mut wrong = Vec::new();
    let files = if named.is_empty() { own_files(world, &mut wrong)? } else { named };
    if files.is_empty() && wrong.is_empty() {
        say(&world.lang.forms_none(&show(&world.folder.join(forms::FOLDER))));
    }
    for file in files {
        match forms::read(&file) {
            Ok(Some(_)) => say(&world.lang.form_sound(&show(&file))),
            Ok(None) => wrong.push(world.lang.form_absent(&show(&file))),
            Err(flaw) => wrong.push(world.lang.form_flaw(&flaw)),
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure(wrong.join("\n        "))) }
}

/// The files of the office's own forms; a file that no paper is called after is told.
fn own_files(world: &World, wrong: &mut Vec<String>) -> Result<Vec<PathBuf>, Failure> {
    let (files, unused) = forms::own_files(&world.folder).map_err(|error| {
        let (file, what) = (show(&world.folder.join(forms::FOLDER)), FlawKind::Unread(error.into()));
        Failure(world.lang.form_flaw(&FormFlaw { file, line: 0, what }))
    })?;
    wrong.extend(unused.iter().map(|flaw| world.lang.form_flaw(flaw)));
    Ok(files)
}

/// Shows a form with made-up figures. The data folder is read for the form and the catalogue, and nothing is written.
fn preview(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let asked = of.get_one::<String>("name").map(String::as_str).unwrap_or_default();
    let name = known(world, asked)?;
    let format =
        of.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or(Format::Text);
    let out = of.get_one::<PathBuf>("out");
    if format.is_binary() && out.is_none() && std::io::stdout().is_terminal() {
        return Err(lang.pdf_to_terminal().to_owned().into());
    }
    let catalogue = world.catalogue_as_it_is()?;
    if !Forms::of_spans().any(|known| known == name) {
        let slip = slips::made_up(&tally::forms_in_use(world, name), &catalogue, name, world);
        let bytes = papers::slip_as(format, &slip).map_err(|error| tally::undrawn(lang, &error))?;
        return tally::hand_out(world, out, &bytes);
    }
    let form = tally::form_in_use(world, name);
    let report = made_up(world, &catalogue, name)?;
    let bytes =
        papers::paper_as(format, &form, &report, lang).map_err(|error| tally::undrawn(lang, &error))?;
    tally::hand_out(world, out, &bytes)
}

/// A day or a month of made-up figures, by the kind of the paper, in a file that is gone afterwards.
fn made_up(world: &World, catalogue: &Rc<Catalogue>, name: &str) -> Result<Report, Failure> {
    let lang = world.lang;
    let failed = |reason: &str| Failure(lang.preview_failed(reason));
    let folder = tempfile::TempDir::new().map_err(|error| failed(lang.trouble(error.into())))?;
    let path = folder.path().join(DATABASE);
    // Three months, so that there is a whole one and something to compare it with.
    let plan = DemoPlan { days: 75, per_day: 12, seed: 1 };
    let made = demo::create(&path, catalogue, plan, world.clock.now(), &mut |_| {})
        .map_err(|error| Failure(lang.demo_error(&error)))?;
    let store = Store::open(&path, Access::ReadOnly).map_err(|error| Failure(lang.open_error(&error)))?;
    let desk = Desk::new(
        store,
        Rc::clone(&world.clock),
        Rc::clone(catalogue),
        world.station.unwrap_or(StationNo::FIRST),
    );
    let kind = if name == forms::TALLY { SpanKind::Day } else { SpanKind::Month };
    let last = Span::of(kind, Calendar::Civil, made.last);
    // A month that has just begun has little to show and nothing to be compared with.
    let span = if kind == SpanKind::Month { last.before() } else { last };
    let report = desk.report(span).map_err(|error| world.desk_error(&error))?;
    Ok(Report {
        targets: Targets { online: Some(80), whole: Some(40), paid: Some(50), level_two: Some(100) },
        ..report
    })
}
