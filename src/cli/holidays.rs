//! `motcua holidays`: the holidays and make-up working days in use, and those of a year brought in from a file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::talk::{Failure, put_out, say, show};
use super::world::World;
use crate::desk;
use crate::domain::deadline::Holidays;
use crate::lang::Lang;
use crate::whole_file;

/// A table has some hundred lines at most.
const LARGEST: u64 = 1_000_000;

pub(super) fn command(lang: Lang) -> Command {
    let file = Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf));
    let import = Command::new("import").about(lang.help_holidays_import()).arg(file.required(true));
    Command::new("holidays").about(lang.help_holidays()).subcommand(import)
}

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    match of.subcommand() {
        Some(("import", of)) => import(world, &of.get_one::<PathBuf>("file").cloned().unwrap_or_default()),
        _ => write_out(world),
    }
}

/// Writes the table in use as a file that can be brought in again.
fn write_out(world: &World) -> Result<(), Failure> {
    let mut table = Holidays::built_in().clone();
    if world.database().exists() {
        let mut desk = world.looking()?;
        let model = desk.load().map_err(|error| world.desk_error(&error))?;
        table = table.and(&model.office_days.holidays);
    }
    let text = toml::to_string(&table).map_err(|error| Failure(error.to_string()))?;
    put_out(world.lang, text.as_bytes())
}

fn import(world: &World, path: &Path) -> Result<(), Failure> {
    let lang = world.lang;
    let flawed = |what: &str| Failure(lang.holidays_flawed(&show(path), what));
    let text = whole_file::read_text(path, LARGEST).map_err(|why| flawed(&lang.unread(&why)))?;
    let table = Holidays::read(&text).map_err(|flaw| flawed(&lang.holidays_flaw(&flaw)))?;
    let said = lang.holidays_in_use(&table.years, table.all.len(), table.make_up.len());
    let done = world.desk()?.execute(desk::Command::TakeHolidays(table));
    done.map_err(|error| world.desk_error(&error))?;
    say(&said);
    Ok(())
}
