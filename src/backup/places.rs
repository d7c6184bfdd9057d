//! Where copies lie, and what they are called: `motcua-2026-12-01-1705-3f2a1c.zip`, the day and time of the copy and the
//! beginning of the mark of the file that it is of.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

use super::{FOLDER, look};
use crate::domain::backup::CopyCard;
use crate::domain::{Day, Stamp};

const BEGINS: &str = "motcua-";
const ENDS: &str = ".zip";

/// So much of the mark tells two desks on one stick apart.
const MARK: usize = 6;

/// The most folders of a stick that are looked into.
const MOST_FOLDERS: usize = 200;

/// The name of a copy.
pub(super) fn name(file: &str, at: Stamp) -> String {
    format!("{BEGINS}{}-{}{ENDS}", at.for_file_name(), mark(file))
}

fn mark(file: &str) -> &str {
    file.get(..MARK).unwrap_or(file)
}

/// Whether the mark in a copy's name is that of a file.
pub(super) fn is_of(name: &str, file: &str) -> bool {
    name == mark(file)
}

/// When a copy was made and of which file, by its name.
fn read_name(name: &str) -> Option<(String, Stamp)> {
    let rest = name.strip_prefix(BEGINS)?.strip_suffix(ENDS)?;
    let (when, mark) = rest.rsplit_once('-')?;
    let (day, time) = when.rsplit_once('-')?;
    let day = Day::from_digits(day.as_bytes())?;
    let made = (time.len() == 4).then(|| day.at_typed(time)).flatten()?;
    Some((mark.to_owned(), made))
}

/// The files of a folder that are called as copies are: path, mark and moment.
pub(super) fn named_in(folder: &Path) -> Vec<(PathBuf, String, Stamp)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let (mark, made) = read_name(entry.file_name().to_str()?)?;
            Some((entry.path(), mark, made))
        })
        .collect()
}

/// The copies in a folder, the newest first.
pub fn copies_in(folder: &Path) -> Vec<CopyCard> {
    let mut cards: Vec<CopyCard> = named_in(folder)
        .into_iter()
        .map(|(path, _, made)| CopyCard { contents: look(&path).ok(), path, made, is_here: false })
        .collect();
    cards.sort_by_key(|card| Reverse((card.made, card.path.clone())));
    cards
}

/// All copies that can be found, the newest first: beside the desk's file, in the second folder, and on sticks.
pub fn copies(data: &Path, second: Option<&Path>) -> Vec<CopyCard> {
    let own = data.join(FOLDER);
    let mut folders: Vec<PathBuf> = vec![own.clone()];
    folders.extend(second.map(Path::to_owned));
    for stick in sticks() {
        let below = fs::read_dir(&stick).into_iter().flatten().flatten().take(MOST_FOLDERS);
        let below = below.map(|entry| entry.path()).filter(|path| path.is_dir());
        folders.extend(below);
        folders.push(stick);
    }
    let mut cards: Vec<CopyCard> = Vec::new();
    let mut seen: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let known = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        if seen.contains(&known) {
            continue;
        }
        seen.push(known);
        let is_here = folder == own;
        cards.extend(copies_in(&folder).into_iter().map(|card| CopyCard { is_here, ..card }));
    }
    cards.sort_by_key(|card| Reverse((card.made, card.is_here)));
    cards
}

/// Where sticks and other disks are found.
#[cfg(unix)]
fn sticks() -> Vec<PathBuf> {
    let within = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).take(MOST_FOLDERS).collect()
    };
    // `/media/NAME/STICK` as most systems have it, `/media/STICK`, `/mnt/STICK`.
    let mut found = Vec::new();
    for root in ["/run/media", "/media", "/mnt", "/Volumes"] {
        for folder in within(Path::new(root)) {
            found.extend(within(&folder));
            found.push(folder);
        }
    }
    found
}

#[cfg(not(unix))]
fn sticks() -> Vec<PathBuf> {
    ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))).filter(|disk| disk.is_dir()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name() {
        let at = "2026-12-01".parse::<Day>().unwrap().at(17, 5);
        assert_eq!(name("3f2a1c99", at), "motcua-2026-12-01-1705-3f2a1c.zip");
        assert_eq!(read_name("motcua-2026-12-01-1705-3f2a1c.zip"), Some(("3f2a1c".to_owned(), at)));
        for other in [
            "motcua-2026-12-01-1705-3f2a1c.zip.partial",
            "motcua-2026-13-01-1705-3f2a1c.zip",
            "motcua-2026-12-01-1775-3f2a1c.zip",
            "motcua-2026-12-01-3f2a1c.zip",
            "motcua.zip",
            "photos.zip",
        ] {
            assert_eq!(read_name(other), None, "{other}");
        }
    }
}
