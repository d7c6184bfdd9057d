//! `motcua pin --remove`: the way back when the leaders have forgotten their PIN.

use std::path::Path;

use clap::{Arg, ArgAction, Command};

use super::talk::{Failure, say};
use super::world::World;
use crate::domain::Refusal;
use crate::lang::Lang;

pub(super) fn command(lang: Lang) -> Command {
    let remove = Arg::new("remove").long("remove").required(true).action(ArgAction::SetTrue);
    Command::new("pin").about(lang.help_pin()).arg(remove.help(lang.help_pin_remove()))
}

/// Removes the PIN, and enters that it was removed.
pub(super) fn remove(world: &World) -> Result<(), Failure> {
    let lang = world.lang;
    let file = world.database();
    if !file.exists() {
        return Err(lang.refusal(&Refusal::NoPin).into());
    }
    if !owns(&file) {
        return Err(lang.pin_not_owner().to_owned().into());
    }
    world.desk()?.drop_pin_as_owner().map_err(|error| world.desk_error(&error))?;
    say(lang.pin_removed());
    Ok(())
}

/// Whether whoever runs this owns the file, or administers the PC.
#[cfg(unix)]
fn owns(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let me = rustix::process::geteuid();
    me.is_root() || file.metadata().is_ok_and(|data| data.uid() == me.as_raw())
}

/// On Windows the file's own permissions say who may write it.
#[cfg(not(unix))]
const fn owns(_file: &Path) -> bool {
    true
}
