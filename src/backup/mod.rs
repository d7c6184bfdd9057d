//! Backup copies: everything a desk needs in one file that a person can carry on a stick, and the way back from it.
//!
//! A copy is a ZIP with what it holds (`contents.toml`), the desk's file without what is personal, the settings of the PC,
//! the office's own forms and its voice. It is written under another name, read back, and only then gets its own.

mod hold;
mod keeper;
mod pack;
mod places;
mod restore;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use hold::Hold;
pub use keeper::{Keeper, News, Why};
pub use places::{copies, copies_in};
pub use restore::restore;

use crate::config::{self, DATABASE};
use crate::domain::Stamp;
use crate::domain::backup::{Contents, Holdings, kept};
use crate::store::{self, Access, CopyError, Store};
use crate::whole_file::{self, Unread};

/// The folder of copies within the data folder.
pub const FOLDER: &str = "backup";

/// Why a copy could not be made or be gone back to. Nothing was replaced.
#[derive(Debug)]
pub enum BackupError {
    /// The file of the desk could not be copied, or is not what it was.
    Copy(CopyError),
    /// A file could not be written.
    Write { path: PathBuf, reason: io::Error },
    /// The copy cannot be read.
    Unread(PathBuf, Unread),
    /// What was named is no copy.
    NoCopy(PathBuf),
    /// What was written is not what was read back.
    Spoilt(PathBuf),
    /// A console has the desk open.
    InUse,
}

impl From<CopyError> for BackupError {
    fn from(error: CopyError) -> Self {
        Self::Copy(error)
    }
}

fn unwritten(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |reason| BackupError::Write { path, reason }
}

/// Makes a copy of a desk into each of these folders, the desk's own first, and removes those that are no longer kept.
/// Says where the copy lies, and which folders are not there: a stick that was pulled out is no error.
///
/// # Errors
/// When there is no copy at all.
pub fn make(data: &Path, folders: &[PathBuf], at: Stamp, why: Why) -> Result<Made, BackupError> {
    let database = data.join(DATABASE);
    let room = tempfile::Builder::new().prefix("copying-").tempdir_in(data).map_err(unwritten(data))?;
    let bare = room.path().join(DATABASE);
    let holds = Store::copy(&database, &bare)?;
    let contents = Contents {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema: store::SCHEMA,
        at_close: why == Why::ShiftClosed,
        holds,
    };
    let packed = room.path().join("packed.zip");
    pack::write(&packed, &contents, &bare, data)?;
    let name = places::name(&contents.holds.file, at);
    let mut made = Made { paths: Vec::new(), missing: Vec::new(), contents };
    for folder in folders {
        if !folder.is_dir() {
            made.missing.push((folder.clone(), io::Error::from(io::ErrorKind::NotFound)));
            continue;
        }
        let path = folder.join(&name);
        match carry(&packed, &path) {
            Ok(()) => made.paths.push(path),
            Err(reason) => made.missing.push((folder.clone(), reason)),
        }
        rotate(folder, &made.contents.holds, &bare);
    }
    match (made.paths.is_empty(), made.missing.pop()) {
        (true, Some((path, reason))) => Err(BackupError::Write { path, reason }),
        (_, last) => {
            made.missing.extend(last);
            Ok(made)
        }
    }
}

/// The folder of the copies that lie beside the desk's file, made when it is not there.
///
/// # Errors
/// When it cannot be made.
pub fn own_folder(data: &Path) -> Result<PathBuf, BackupError> {
    let own = data.join(FOLDER);
    config::make_folder(&own).map_err(unwritten(&own))?;
    Ok(own)
}

/// A copy that was made.
#[derive(Debug)]
pub struct Made {
    /// Where it lies.
    pub paths: Vec<PathBuf>,
    /// The folders where it could not be put, and why.
    pub missing: Vec<(PathBuf, io::Error)>,
    pub contents: Contents,
}

/// Puts a copy where it belongs, and reads it back.
fn carry(packed: &Path, to: &Path) -> io::Result<()> {
    let partial = whole_file::beside(to, ".partial");
    let written = fs::copy(packed, &partial)
        .and_then(|_| fs::OpenOptions::new().write(true).open(&partial)?.sync_all())
        .and_then(|()| pack::is_same(packed, &partial))
        .and_then(
            |same| if same { fs::rename(&partial, to) } else { Err(io::ErrorKind::InvalidData.into()) },
        );
    if written.is_err() {
        // Gone already, or never made: either is as it should be.
        let _ = fs::remove_file(&partial);
    }
    written
}

/// Removes the copies that are no longer kept of a file, which holds this and of which `bare` is the newest copy. Those of
/// other desks are left alone, and so are those with deeds that this file does not have: somebody went back to an older
/// copy since.
fn rotate(folder: &Path, holds: &Holdings, bare: &Path) {
    let file = &holds.file;
    let own: Vec<(PathBuf, Stamp)> = places::named_in(folder)
        .into_iter()
        .filter(|(_, mark, _)| places::is_of(mark, file))
        .map(|(path, _, made)| (path, made))
        .collect();
    let made: Vec<Stamp> = own.iter().map(|(_, made)| *made).collect();
    let surplus = own.iter().zip(kept(&made)).filter(|(_, is_kept)| !is_kept);
    let mut file = None;
    for ((path, _), _) in surplus {
        let file = file.get_or_insert_with(|| Store::open(bare, Access::ReadOnly));
        if !file.as_ref().is_ok_and(|file| goes_on_from(file, path)) {
            continue;
        }
        if let Err(error) = fs::remove_file(path) {
            tracing::warn!(%error, path = %path.display(), "an old copy could not be removed");
        }
    }
}

/// Whether the desk's file has all that an older copy of it holds. What cannot be read is not said to be superseded.
fn goes_on_from(file: &Store, copy: &Path) -> bool {
    let Ok(Contents { holds, .. }) = look(copy) else { return false };
    holds.entries == 0 || file.entry_at(holds.entries).is_ok_and(|at| at == holds.last_deed)
}

/// What a copy says of itself.
///
/// # Errors
/// When it is none.
pub fn look(path: &Path) -> Result<Contents, BackupError> {
    pack::contents(path)
}
