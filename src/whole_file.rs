//! Writing a file whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes beside the file, onto the disk, and then in its place: a reader, and a power cut, find the old or the
/// new one, never half of one.
///
/// # Errors
/// When it cannot be written. The file is as it was, and nothing half-written is left beside it.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut partial = OsString::from(path);
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let written = fs::File::create(&partial)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // Gone already, or never made: either is as it should be.
        let _ = fs::remove_file(&partial);
    }
    written
}
