//! Who has the desk open: consoles side by side, or one that replaces its file and nobody else.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// The file by whose lock it is known. It is always empty; the system gives the lock back whenever a program ends.
const LOCK: &str = "desk.lock";

/// Held as long as a program has the desk open.
#[derive(Debug)]
pub struct Hold {
    _file: File,
}

impl Hold {
    /// Beside other consoles. `None` while the desk's file is being replaced.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn shared(data: &Path) -> io::Result<Option<Self>> {
        Self::of(data, File::try_lock_shared)
    }

    /// Alone. `None` while a console has the desk open.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn alone(data: &Path) -> io::Result<Option<Self>> {
        Self::of(data, File::try_lock)
    }

    fn of(data: &Path, lock: fn(&File) -> Result<(), fs::TryLockError>) -> io::Result<Option<Self>> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(data.join(LOCK))?;
        match lock(&file) {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consoles_stand_side_by_side_and_who_replaces_the_file_stands_alone() {
        let folder = tempfile::tempdir().unwrap();
        let one = Hold::shared(folder.path()).unwrap().unwrap();
        let two = Hold::shared(folder.path()).unwrap().unwrap();
        assert!(Hold::alone(folder.path()).unwrap().is_none());
        drop(one);
        assert!(Hold::alone(folder.path()).unwrap().is_none());
        drop(two);
        let alone = Hold::alone(folder.path()).unwrap().unwrap();
        assert!(Hold::shared(folder.path()).unwrap().is_none());
        drop(alone);
        assert!(Hold::shared(folder.path()).unwrap().is_some());
    }
}
