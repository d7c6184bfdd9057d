//! The catalogue of a desk: what came with the program, with the desk's own layer over it; and a file that brings entries.

mod edit;

use std::path::{Path, PathBuf};

use crate::domain::catalogue::CatalogueFlaw;
use crate::whole_file::{self, Unread};

pub use edit::CatalogueEdit;
pub(in crate::desk) use edit::{edit, no_used_entry_goes};

/// Why a file of catalogue entries could not be read. The file stays as it is, and so does the catalogue in use.
#[derive(Debug)]
pub enum CatalogueError {
    /// The file could not be read.
    File(PathBuf, Unread),
    /// Something in it is wrong.
    Flaw(PathBuf, CatalogueFlaw),
}

/// The largest file that is read, in bytes: 5,000 entries take about a third of it.
pub const LARGEST_FILE: u64 = 32_000_000;

/// The folder for papers within the data folder.
const PAPERS: &str = "papers";

/// Why a file brings nothing. The catalogue in use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// It cannot be read.
    File(Unread),
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
pub fn read_file(data: &Path, typed: &str) -> Result<String, Unread> {
    let named = typed.trim().trim_matches(['"', '\'']);
    let places = [PathBuf::from(named), data.join(named), data.join(PAPERS).join(named)];
    let path = places.iter().find(|path| path.is_file()).unwrap_or(&places[0]);
    whole_file::read_text(path, LARGEST_FILE)
}
