//! Going back to a copy. What it replaces is kept: as a data folder of its own beside the file, by its date.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{BackupError, Hold, look, pack, unwritten};
use crate::config::{self, CONFIG, DATABASE};
use crate::domain::Stamp;
use crate::store::Store;
use crate::whole_file;

/// A copy that is the desk's file now.
#[derive(Debug)]
pub struct Restored {
    /// Where what it replaced lies, as a data folder; `None` when there was nothing.
    pub replaced: Option<PathBuf>,
}

/// The files that the engine keeps beside the desk's.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Replaces the desk's file, settings, forms and voice by those of a copy. The copy is unpacked and looked through first;
/// what was there is moved into a folder with the date, which is a data folder that can be opened.
///
/// # Errors
/// The copy is not sound, a console has the desk open, or the disk refuses: then all is as it was.
pub fn restore(data: &Path, copy: &Path, at: Stamp) -> Result<Restored, BackupError> {
    let contents = look(copy)?;
    config::make_folder(data).map_err(unwritten(data))?;
    let Some(_alone) = Hold::alone(data).map_err(unwritten(data))? else { return Err(BackupError::InUse) };
    let room = tempfile::Builder::new().prefix("restoring-").tempdir_in(data).map_err(unwritten(data))?;
    pack::unpack(copy, room.path())?;
    let holds = Store::prove(&room.path().join(DATABASE))?;
    if holds != contents.holds {
        return Err(BackupError::Spoilt(copy.to_owned()));
    }
    let replaced = free(data, at);
    let moved = Moved::aside(data, &replaced).map_err(unwritten(&replaced))?;
    match put(room.path(), data) {
        Ok(()) => Ok(Restored { replaced: moved.keep() }),
        Err(reason) => {
            moved.back();
            Err(BackupError::Write { path: data.to_owned(), reason })
        }
    }
}

/// A folder that is not there yet.
fn free(data: &Path, at: Stamp) -> PathBuf {
    let plain = data.join(format!("replaced-{}", at.for_file_name()));
    let mut path = plain.clone();
    for number in 2..=999 {
        if !path.exists() {
            break;
        }
        path = whole_file::beside(&plain, &format!("-{number}"));
    }
    path
}

/// What was moved out of the way, to be moved back should the rest fail.
struct Moved {
    aside: PathBuf,
    data: PathBuf,
    names: Vec<String>,
}

impl Moved {
    /// Moves all that a copy replaces. The desk's own file stays under its name, too, until the new one takes its place in
    /// one step: should the power go in between, the old desk is there and not a first start.
    fn aside(data: &Path, aside: &Path) -> io::Result<Self> {
        let mut moved = Self { aside: aside.to_owned(), data: data.to_owned(), names: Vec::new() };
        let beside = BESIDE.iter().map(|ending| format!("{DATABASE}{ending}"));
        let others = [CONFIG].into_iter().chain(pack::FOLDERS).map(str::to_owned);
        let names: Vec<String> = beside.chain(others).filter(|name| data.join(name).exists()).collect();
        let database = data.join(DATABASE);
        if names.is_empty() && !database.exists() {
            return Ok(moved);
        }
        let move_all = || -> io::Result<()> {
            config::make_folder(aside)?;
            if database.exists() {
                // A stick or a Windows share knows no second name for a file.
                fs::hard_link(&database, aside.join(DATABASE))
                    .or_else(|_| fs::copy(&database, aside.join(DATABASE)).map(drop))?;
            }
            for name in names {
                fs::rename(data.join(&name), aside.join(&name))?;
                moved.names.push(name);
            }
            Ok(())
        };
        let result = move_all();
        match result {
            Ok(()) => Ok(moved),
            Err(error) => {
                moved.back();
                Err(error)
            }
        }
    }

    fn keep(self) -> Option<PathBuf> {
        self.aside.exists().then_some(self.aside)
    }

    fn back(self) {
        for name in &self.names {
            if let Err(error) = fs::rename(self.aside.join(name), self.data.join(name)) {
                tracing::error!(%error, name, "what was moved aside could not be moved back");
                return;
            }
        }
        let _ = fs::remove_dir_all(&self.aside);
    }
}

/// Puts the parts of a copy into their places, the desk's file last.
fn put(from: &Path, data: &Path) -> io::Result<()> {
    let mut done: Vec<&str> = Vec::new();
    let others = [CONFIG].into_iter().chain(pack::FOLDERS);
    let put_all = || -> io::Result<()> {
        for name in others {
            if from.join(name).exists() {
                fs::rename(from.join(name), data.join(name))?;
                done.push(name);
            }
        }
        fs::rename(from.join(DATABASE), data.join(DATABASE))
    };
    let result = put_all();
    if result.is_err() {
        for name in done {
            let _ = fs::rename(data.join(name), from.join(name));
        }
        return result;
    }
    // The names are on the disk once their folder is.
    #[cfg(unix)]
    fs::File::open(data)?.sync_all()?;
    Ok(())
}
