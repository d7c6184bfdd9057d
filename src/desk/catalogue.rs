//! The catalogue of a desk: what came with the program, with the desk's own layer over it; and a file that brings entries.

mod edit;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::domain::catalogue::CatalogueFlaw;

pub use edit::CatalogueEdit;
pub(in crate::desk) use edit::{edit, no_used_entry_goes};

/// Why a file of catalogue entries could not be read. The file stays as it is, and so does the catalogue in use.
#[derive(Debug)]
pub enum CatalogueError {
    /// The file could not be read.
    File(PathBuf, io::Error),
    /// Something in it is wrong.
    Flaw(PathBuf, CatalogueFlaw),
}

/// The largest file that is read, in bytes: 5,000 entries take about a third of it.
pub const LARGEST_FILE: u64 = 32_000_000;

/// The folder for papers within the data folder.
const PAPERS: &str = "papers";

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    Unreadable(String),
    /// Over [`LARGEST_FILE`].
    TooLarge,
    /// No UTF-8.
    NotText,
}

/// Why a file brings nothing. The catalogue in use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// It cannot be read.
    File(ReadFault),
    /// Something in it is wrong.
    Flaw(CatalogueFlaw),
    /// Everything in it is in the catalogue already.
    NothingNew,
}

/// Reads the text of a file by its name as somebody types or pastes it: with quotation marks around it, or without a
/// folder when it lies in the data folder or in that of papers.
///
/// # Errors
/// The file cannot be read or is no text.
pub fn read_file(data: &Path, typed: &str) -> Result<String, ReadFault> {
    let named = typed.trim().trim_matches(['"', '\'']);
    let places = [PathBuf::from(named), data.join(named), data.join(PAPERS).join(named)];
    let path = places.iter().find(|path| path.is_file()).unwrap_or(&places[0]);
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(|error| ReadFault::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadFault::TooLarge);
    }
    // Windows' editor puts a mark before the text.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    String::from_utf8(text.to_vec()).map_err(|_| ReadFault::NotText)
}
