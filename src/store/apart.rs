//! Looking at a file of another desk where it lies, such as on a stick: nothing is written to it or beside it.
//!
//! The engine would make files beside it, and could not even read it on a medium that takes none. So the file is copied
//! to a folder of this program's own, with its write-ahead log if it has one, and the copy is read; it goes when the
//! reader does. Nobody but the person at this PC may read the copy: it may hold names.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Access, OpenError, Store};
use crate::whole_file::beside;
use crate::whole_file::{self, Unread};

/// The largest file that is looked at, in bytes: 500,000 visits take about a tenth of it.
pub const LARGEST: u64 = 4_000_000_000;

/// How often a file is copied anew that was written meanwhile.
const ATTEMPTS: u32 = 3;

/// A file of another desk. Reads go through [`Self::store`].
#[derive(Debug)]
pub struct Apart {
    // Closed before the folder that it lies in goes.
    store: Store,
    _folder: TempDir,
}

impl Apart {
    /// Opens a copy of the file.
    ///
    /// # Errors
    /// As [`Store::open`] for reading, and names the file itself; also when there is no room for the copy.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let denied = |error: &io::Error| OpenError::Denied { path: path.to_owned(), reason: error.into() };
        if !path.exists() {
            return Err(OpenError::Absent { path: path.to_owned() });
        }
        // A pipe or a device would be copied for ever.
        whole_file::open(path, LARGEST).map_err(|why| match why {
            Unread::Absent => OpenError::Absent { path: path.to_owned() },
            Unread::Denied(reason) => OpenError::Denied { path: path.to_owned(), reason },
            _ => OpenError::Foreign { path: path.to_owned() },
        })?;
        let folder = private_folder().map_err(|error| denied(&error))?;
        let copy = folder.path().join("copy.db");
        for _ in 0..ATTEMPTS {
            let before = traces(path);
            copied(path, &copy).map_err(|error| match error.kind() {
                io::ErrorKind::StorageFull => OpenError::DiskFull { path: folder.path().to_owned() },
                _ => denied(&error),
            })?;
            // A console that wrote meanwhile may have left one half of a change in each of the two files.
            if traces(path) == before {
                let store = Store::open(&copy, Access::ReadOnly).map_err(|error| error.about(path))?;
                return Ok(Self { store, _folder: folder });
            }
        }
        Err(OpenError::Locked { path: path.to_owned() })
    }

    /// What the file says.
    pub fn store(&self) -> &Store {
        &self.store
    }
}

fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("motcua-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

fn log_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// By which a change of the file or of its log is noticed.
fn traces(path: &Path) -> [Option<(u64, Option<std::time::SystemTime>)>; 2] {
    let trace = |of: Metadata| (of.len(), of.modified().ok());
    [path.to_owned(), log_of(path)].map(|path| fs::metadata(path).ok().map(trace))
}

fn copied(path: &Path, copy: &Path) -> io::Result<()> {
    // Not `fs::copy`: what may not be written there must be writable here, the engine's own files take after it.
    io::copy(&mut File::open(path)?, &mut File::create(copy)?)?;
    let log = log_of(copy);
    match File::open(log_of(path)) {
        Ok(mut from) => io::copy(&mut from, &mut File::create(log)?).map(drop),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::remove_file(log) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        },
        Err(error) => Err(error),
    }
}
