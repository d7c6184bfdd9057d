//! `motcua backup` and `motcua restore`: everything a desk needs in one file, and the way back.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::talk::{Failure, ask, is_yes, say, show, tell};
use super::world::World;
use crate::backup::{self, BackupError, Why};
use crate::config::DATABASE;
use crate::domain::backup::{CopyCard, Holdings};
use crate::lang::Lang;
use crate::store::{Access, Store};

pub(super) fn commands(lang: Lang) -> [Command; 2] {
    let path = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).value_parser(value_parser!(PathBuf)).help(help)
    };
    [
        Command::new("backup").about(lang.help_backup()).arg(path(
            "folder",
            "DIR",
            lang.help_backup_folder(),
        )),
        Command::new("restore").about(lang.help_restore()).args([
            path("copy", "COPY", lang.help_restore_copy()),
            Arg::new("yes").long("yes").action(ArgAction::SetTrue).help(lang.help_restore_yes()),
        ]),
    ]
}

/// The second folder of the settings, if there is one.
fn second(world: &World) -> Option<PathBuf> {
    let second = world.found.config.backup.trim();
    (!second.is_empty()).then(|| PathBuf::from(second))
}

/// Makes a copy where it was asked for; otherwise beside the desk's file and in the second folder.
pub(super) fn back_up(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let failed = |error: BackupError| Failure(world.lang.backup_error(&error));
    if !world.database().exists() {
        world.store(Access::ReadOnly)?;
    }
    let folders = if let Some(folder) = of.get_one::<PathBuf>("folder") {
        vec![folder.clone()]
    } else {
        let own = backup::own_folder(&world.folder).map_err(failed)?;
        std::iter::once(own).chain(second(world)).collect()
    };
    let made = backup::make(&world.folder, &folders, world.now(), Why::Asked).map_err(failed)?;
    for line in world.lang.backup_made_lines(&made) {
        say(&line);
    }
    Ok(())
}

/// Shows what a copy holds and what would be lost, asks, and goes back to it. On a terminal the console is to be opened
/// then, with the settings of the copy: they are those of this PC now.
pub(super) fn restore(world: World, of: &ArgMatches) -> Result<Option<World>, Failure> {
    let lang = world.lang;
    let is_asked = !of.get_flag("yes");
    let can_ask = io::stdin().is_terminal() && io::stdout().is_terminal();
    let named = of.get_one::<PathBuf>("copy");
    let copy = match named {
        Some(path) if !path.is_dir() => path.clone(),
        _ => {
            let cards = match named {
                Some(folder) => backup::copies_in(folder),
                None => backup::copies(&world.folder, second(&world).as_deref()),
            };
            for (at, card) in cards.iter().enumerate() {
                say(&lang.copy_line(at + 1, card));
            }
            match cards.len() {
                0 => return Err(lang.copies_none().to_owned().into()),
                // Nobody is asked which one where there is one.
                1 => cards[0].path.clone(),
                _ if !can_ask => return Err(lang.restore_how().to_owned().into()),
                _ => chosen(lang, &cards)?,
            }
        }
    };
    let contents = backup::look(&copy).map_err(|error| Failure(lang.backup_error(&error)))?;
    say(&lang.copy_holds(&contents));
    say(&lang.copy_loses(holdings(&world.folder).as_ref(), &contents.holds));
    if is_asked {
        if !can_ask {
            return Err(lang.restore_how().to_owned().into());
        }
        if !is_yes(&ask(lang.restore_ask())) {
            return Err(lang.restore_not().to_owned().into());
        }
    }
    say(&go_back(&world, &copy)?);
    Ok(can_ask.then(|| world.anew()))
}

/// Which of several copies; nothing typed is the newest.
fn chosen(lang: Lang, cards: &[CopyCard]) -> Result<PathBuf, Failure> {
    let answer = ask(lang.restore_which());
    let number = if answer.trim().is_empty() { Some(1) } else { answer.trim().parse::<usize>().ok() };
    let card = number.and_then(|number| cards.get(number.checked_sub(1)?));
    card.map(|card| card.path.clone()).ok_or_else(|| lang.restore_not().to_owned().into())
}

/// What the desk holds now; `None` when it has no file, or one that cannot be read.
fn holdings(data: &Path) -> Option<Holdings> {
    Store::open(&data.join(DATABASE), Access::ReadOnly).ok()?.holdings().ok()
}

/// Replaces the desk by a copy, and says where what was there lies now.
pub(super) fn go_back(world: &World, copy: &Path) -> Result<String, Failure> {
    let restored = backup::restore(&world.folder, copy, world.now())
        .map_err(|error| Failure(world.lang.backup_error(&error)))?;
    // The copy is the desk by now: that its entry cannot be written is told, and no reason to say it was not restored.
    let noted =
        world.desk().and_then(|mut desk| desk.note_going_back().map_err(|error| world.desk_error(&error)));
    world.hold.take();
    if let Err(Failure(sentence)) = noted {
        tell(&format!("motcua: {sentence}\n"));
    }
    Ok(world.lang.restored(&show(copy), restored.replaced.as_deref().map(show).as_deref()))
}
