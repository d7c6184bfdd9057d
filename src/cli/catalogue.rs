//! `motcua catalogue`: the catalogue in use written out, brought in from a file with a preview, and files checked.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::talk::{Failure, ask, is_yes, put_out, say, show};
use super::world::World;
use crate::desk::catalogue::{CatalogueError, LARGEST_FILE};
use crate::desk::{self, CatalogueEdit};
use crate::domain::Catalogue;
use crate::domain::catalogue::{Import, Origin, to_toml};
use crate::lang::Lang;
use crate::whole_file::{self, Unread};

/// The name by which the standard input and output are meant.
const STANDARD: &str = "-";

pub(super) fn command(lang: Lang) -> Command {
    let file = |help: &'static str| {
        Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf)).help(help)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    Command::new("catalogue")
        .about(lang.help_catalogue())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("export").about(lang.help_catalogue_export()).args([
            file(lang.help_catalogue_out()),
            flag("own", lang.help_catalogue_own()),
            flag("force", lang.help_catalogue_force()),
        ]))
        .subcommand(
            Command::new("import").about(lang.help_catalogue_import()).args([
                file(lang.help_catalogue_in()).required(true),
                flag("yes", lang.help_catalogue_yes()),
            ]),
        )
        .subcommand(
            Command::new("check")
                .about(lang.help_catalogue_check())
                .arg(file(lang.help_catalogue_in()).required(true)),
        )
}

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    match of.subcommand() {
        Some(("export", of)) => export(world, of),
        Some(("import", of)) => import(world, of),
        Some(("check", of)) => check(world, of),
        _ => Ok(()),
    }
}

/// Writes the catalogue in use, or the desk's own part of it, so that an import reads it back to no change.
fn export(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let catalogue = world.catalogue_as_it_is()?;
    let text = if of.get_flag("own") { own_part(&catalogue) } else { catalogue.to_toml() };
    let path = of.get_one::<PathBuf>("file").filter(|path| *path != Path::new(STANDARD));
    let Some(path) = path else {
        return put_out(world.lang, text.as_bytes());
    };
    // Somebody may have spent an afternoon on that file.
    let is_other = match whole_file::read(path, LARGEST_FILE) {
        Ok(bytes) => bytes != text.as_bytes(),
        Err(why) => why != Unread::Absent,
    };
    if is_other && !of.get_flag("force") {
        return Err(world.lang.catalogue_not_over(&show(path)).into());
    }
    whole_file::write(path, text.as_bytes())
        .map_err(|error| world.lang.out_denied(&show(path), world.lang.trouble(error.into())))?;
    say(&world.lang.out_written(&show(path)));
    Ok(())
}

/// What the desk has changed or added, with the fields and series of that.
fn own_part(catalogue: &Catalogue) -> String {
    let is_own = |code| catalogue.origin(code) != Origin::BuiltIn;
    let entries: Vec<_> = catalogue.all().iter().filter(|entry| is_own(&entry.code)).collect();
    let fields: Vec<_> = catalogue
        .fields()
        .iter()
        .filter(|field| entries.iter().any(|entry| entry.field == field.id))
        .cloned()
        .collect();
    let series: Vec<_> = catalogue
        .series()
        .iter()
        .filter(|series| fields.iter().any(|field| field.series == series.letter))
        .cloned()
        .collect();
    to_toml(&series, &fields, entries)
}

/// Shows what a file would change, and brings it in when the person says so.
fn import(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let (name, text) = read(world, of)?;
    let catalogue = world.catalogue_as_it_is()?;
    let preview = parsed(world, &name, &text, &catalogue)?.preview(&catalogue);
    for line in lang.catalogue_preview(&preview, &catalogue) {
        say(&line);
    }
    if preview.is_empty() {
        return Ok(());
    }
    if !of.get_flag("yes") {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(lang.catalogue_import_how().to_owned().into());
        }
        if !is_yes(&ask(lang.catalogue_import_ask())) {
            return Err(lang.catalogue_import_not().to_owned().into());
        }
    }
    let mut desk = world.desk()?;
    // Checked once more: another station may have changed the catalogue while the preview was read.
    let now = desk.catalogue_now().map_err(|error| world.desk_error(&error))?;
    let import = parsed(world, &name, &text, &now)?;
    let edit = desk::Command::EditCatalogue(CatalogueEdit::Import(Box::new(import)));
    let receipt = desk.execute(edit).map_err(|error| world.desk_error(&error))?;
    say(&lang.sentence(&lang.op(&receipt.op)));
    Ok(())
}

/// Says whether a file could be brought in as it is.
fn check(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let (name, text) = read(world, of)?;
    let catalogue = world.catalogue_as_it_is()?;
    let import = parsed(world, &name, &text, &catalogue)?;
    say(&world.lang.catalogue_sound(&show(&name), import.procedures.len()));
    Ok(())
}

fn parsed(world: &World, name: &Path, text: &str, catalogue: &Catalogue) -> Result<Import, Failure> {
    Import::parse(text, catalogue)
        .map_err(|flaw| Failure(world.lang.catalogue_error(&CatalogueError::Flaw(name.to_owned(), flaw))))
}

fn read(world: &World, of: &ArgMatches) -> Result<(PathBuf, String), Failure> {
    let path = of.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let read = if path == Path::new(STANDARD) {
        whole_file::bytes(io::stdin(), LARGEST_FILE).and_then(whole_file::text)
    } else {
        whole_file::read_text(&path, LARGEST_FILE)
    };
    match read {
        Ok(text) => Ok((path, text)),
        Err(error) => Err(Failure(world.lang.catalogue_error(&CatalogueError::File(path, error)))),
    }
}
