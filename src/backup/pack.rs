//! A copy as one file: a ZIP that any PC can open.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BackupError, unwritten};
use crate::config::{CONFIG, DATABASE};
use crate::domain::backup::Contents;
use crate::store::apart::LARGEST;
use crate::whole_file;

/// What the copy holds, first in it, so that a person who opens it sees what it is.
const CONTENTS: &str = "contents.toml";

/// The folders that go with the desk's file, each with plain files alone.
pub(super) const FOLDERS: [&str; 2] = ["forms", "voice"];

/// The largest of the small files, in bytes: a recorded call has some hundred thousand.
const LARGEST_SMALL: u64 = 64_000_000;

/// The most small files.
const MOST_SMALL: usize = 5_000;

/// Writes the copy of a desk: `bare` is its file without what is personal, the rest lies in `data`.
pub(super) fn write(to: &Path, contents: &Contents, bare: &Path, data: &Path) -> Result<(), BackupError> {
    let written = || -> io::Result<()> {
        let mut zip = ZipWriter::new(File::create(to)?);
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
        zip.start_file(CONTENTS, options)?;
        zip.write_all(toml::to_string(contents).map_err(io::Error::other)?.as_bytes())?;
        zip.start_file(DATABASE, options)?;
        io::copy(&mut File::open(bare)?, &mut zip)?;
        for (name, path) in small(data) {
            // What is no plain file is no part of a desk, and one that goes just now is not missed.
            let Ok(mut file) = whole_file::open(&path, LARGEST_SMALL) else { continue };
            zip.start_file(name, options)?;
            io::copy(&mut file, &mut zip)?;
        }
        zip.finish()?.sync_all()
    };
    written().map_err(unwritten(to))?;
    let read_back = open(to).and_then(|mut zip| {
        let part = zip.by_name(DATABASE).map_err(|_| BackupError::NoCopy(to.to_owned()))?;
        let file = File::open(bare).map_err(unwritten(bare))?;
        is_equal(BufReader::new(part), BufReader::new(file)).map_err(unwritten(to))
    })?;
    if read_back { Ok(()) } else { Err(BackupError::Spoilt(to.to_owned())) }
}

/// The small files of a desk: their names in the copy, and where they lie.
fn small(data: &Path) -> Vec<(String, PathBuf)> {
    let mut found = vec![(CONFIG.to_owned(), data.join(CONFIG))];
    for folder in FOLDERS {
        let mut files: Vec<(String, PathBuf)> = fs::read_dir(data.join(folder))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| Some((format!("{folder}/{}", entry.file_name().to_str()?), entry.path())))
            .collect();
        files.sort();
        found.extend(files);
    }
    found.truncate(MOST_SMALL);
    found
}

fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, BackupError> {
    let file = whole_file::open(path, LARGEST).map_err(|why| BackupError::Unread(path.to_owned(), why))?;
    ZipArchive::new(BufReader::new(file)).map_err(|_| BackupError::NoCopy(path.to_owned()))
}

/// What a copy says of itself.
pub(super) fn contents(path: &Path) -> Result<Contents, BackupError> {
    let no_copy = || BackupError::NoCopy(path.to_owned());
    let mut zip = open(path)?;
    let part = zip.by_name(CONTENTS).map_err(|_| no_copy())?;
    let text = whole_file::bytes(part, 64 * 1024).and_then(whole_file::text).map_err(|_| no_copy())?;
    toml::from_str(&text).map_err(|_| no_copy())
}

/// Puts what a copy has into an empty folder: the desk's file and what goes with it, nothing else.
pub(super) fn unpack(path: &Path, into: &Path) -> Result<(), BackupError> {
    let mut zip = open(path)?;
    for at in 0..zip.len().min(MOST_SMALL + 2) {
        let part = zip.by_index(at).map_err(|_| BackupError::Spoilt(path.to_owned()))?;
        let Some((to, most)) = part.name().ok().and_then(|name| place(&name)) else { continue };
        let to = into.join(to);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(unwritten(folder))?;
        }
        copy(part, &to, most, path)?;
    }
    Ok(())
}

/// Where a part of a copy belongs, and how large it may be; `None` of what a desk has no use for.
fn place(name: &str) -> Option<(PathBuf, u64)> {
    match name {
        DATABASE => Some((PathBuf::from(DATABASE), LARGEST)),
        CONFIG => Some((PathBuf::from(CONFIG), LARGEST_SMALL)),
        _ => {
            let (folder, file) = name.split_once('/')?;
            // A name that leads elsewhere is none of ours.
            let is_plain =
                !file.is_empty() && file != ".." && file != "." && !file.contains(['/', '\\', ':', '\0']);
            (FOLDERS.contains(&folder) && is_plain).then(|| (Path::new(folder).join(file), LARGEST_SMALL))
        }
    }
}

/// A new file for the desk's own user alone, as all that may hold names.
fn private(to: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(to)
}

/// Writes a part onto the disk. One that breaks off or does not have the sum that was noted is spoilt.
fn copy(part: impl Read, to: &Path, most: u64, from: &Path) -> Result<(), BackupError> {
    let mut part = part.take(most + 1);
    let mut buffer = vec![0; 1 << 16];
    let mut file = private(to).map_err(unwritten(to))?;
    let mut copied = 0;
    loop {
        let read = part.read(&mut buffer).map_err(|_| BackupError::Spoilt(from.to_owned()))?;
        if read == 0 {
            break;
        }
        copied += read as u64;
        if copied > most {
            return Err(BackupError::Spoilt(from.to_owned()));
        }
        file.write_all(&buffer[..read]).map_err(unwritten(to))?;
    }
    file.sync_all().map_err(unwritten(to))
}

/// Whether two files have the same bytes.
pub(super) fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let [mut one, mut other] = [BufReader::new(File::open(one)?), BufReader::new(File::open(other)?)];
    let lengths = [one.seek(io::SeekFrom::End(0))?, other.seek(io::SeekFrom::End(0))?];
    one.rewind()?;
    other.rewind()?;
    Ok(lengths[0] == lengths[1] && is_equal(one, other)?)
}

fn is_equal(mut one: impl Read, mut other: impl Read) -> io::Result<bool> {
    let mut buffers = [vec![0; 1 << 16], vec![0; 1 << 16]];
    loop {
        let lengths = [fill(&mut one, &mut buffers[0])?, fill(&mut other, &mut buffers[1])?];
        if lengths[0] != lengths[1] || buffers[0][..lengths[0]] != buffers[1][..lengths[1]] {
            return Ok(false);
        }
        if lengths[0] == 0 {
            return Ok(true);
        }
    }
}

/// Reads until the buffer is full or the stream ends.
fn fill(stream: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match stream.read(&mut buffer[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_copy_brings_goes_to_its_place_and_nowhere_else() {
        for (name, wanted) in [
            ("motcua.db", Some("motcua.db")),
            ("config.toml", Some("config.toml")),
            ("forms/tally.toml", Some("forms/tally.toml")),
            ("voice/A001.wav", Some("voice/A001.wav")),
            ("forms/../motcua.db", None),
            ("forms/..", None),
            ("../config.toml", None),
            ("/etc/passwd", None),
            ("forms/C:x", None),
            ("log/motcua.log", None),
            ("forms/", None),
        ] {
            assert_eq!(place(name).map(|(path, _)| path), wanted.map(PathBuf::from), "{name}");
        }
    }
}
