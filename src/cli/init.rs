//! `motcua init`: sets up without questions.

use clap::ArgMatches;

use super::{Failure, World, say, show};
use crate::desk::Command;
use crate::domain::{Office, commune};

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let text = |name: &str| of.get_one::<String>(name).cloned().unwrap_or_default();
    let code = text("commune");
    if commune::of_code(&code).is_none() {
        return Err(world.lang.unknown_commune(&code).into());
    }
    let office = Office { name: text("office"), commune: code, team: text("team") };
    let volunteers = of.get_many::<String>("volunteer").unwrap_or_default().cloned().collect();
    let (mut desk, _) = world.desk()?;
    let model = desk.load().map_err(|error| world.desk_error(&error))?;
    if model.office.is_some() {
        return Err(world.lang.already_set_up(&show(&world.folder)).into());
    }
    desk.execute(Command::SetUp { office, volunteers }).map_err(|error| world.desk_error(&error))?;
    // The station and language of this PC go with its first set-up; a disk that cannot keep them says so.
    world
        .config
        .write(&world.folder)
        .map_err(|error| world.lang.folder_denied(&show(&world.folder), &error.to_string()))?;
    say(&world.lang.set_up_done(&show(&world.folder)));
    Ok(())
}
