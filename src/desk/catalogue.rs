//! The catalogue of a desk: what came with the program, with the desk's own layer over it.

mod edit;
mod first;
mod old;
mod reading;

use std::io;
use std::path::PathBuf;

use crate::domain::Catalogue;
use crate::domain::catalogue::CatalogueFlaw;

pub use edit::CatalogueEdit;
pub(in crate::desk) use edit::{edit, no_used_entry_goes};
pub use old::{FILE, IMPORTED, OldFile};
pub use reading::{ImportFault, LARGEST_FILE, ReadFault, read_file};

/// The catalogue that came with the program.
pub const BUILT_IN: &str = include_str!("../../assets/procedures.toml");

/// Why a file of catalogue entries could not be read. The file stays as it is, and so does the catalogue in use.
#[derive(Debug)]
pub enum CatalogueError {
    /// The file could not be read.
    File(PathBuf, io::Error),
    /// Something in it is wrong.
    Flaw(PathBuf, CatalogueFlaw),
}

/// The catalogue that came with the program, parsed. A test holds that it has no flaw.
///
/// # Errors
/// The flaw that a test would have found.
pub fn built_in() -> Result<Catalogue, CatalogueError> {
    Catalogue::parse(BUILT_IN).map_err(|flaw| CatalogueError::Flaw(PathBuf::from(FILE), flaw))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedure::Kind;

    #[test]
    fn the_built_in_catalogue_is_whole() {
        let catalogue = Catalogue::parse(BUILT_IN).unwrap();
        let count = |kind| catalogue.all().iter().filter(|entry| entry.kind == kind).count();
        assert_eq!((count(Kind::Procedure), count(Kind::Skill)), (105, 49));
        assert!(catalogue.all().iter().all(|entry| (5..=8).contains(&entry.step_count())));
    }
}
