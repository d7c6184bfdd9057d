//! The catalogue of a desk: what came with the program, with the desk's own layer over it.

mod edit;
mod reading;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::Catalogue;
use crate::domain::catalogue::CatalogueFlaw;
use crate::whole_file;

pub use edit::CatalogueEdit;
pub(in crate::desk) use edit::{edit, no_used_entry_goes};
pub use reading::{ImportFault, LARGEST_FILE, ReadFault, read_file};

/// The catalogue that came with the program.
pub const BUILT_IN: &str = include_str!("../../assets/procedures.toml");

/// The file's name in the data folder.
pub const FILE: &str = "procedures.toml";

/// Why the desk's catalogue could not be read. The file stays as it is.
#[derive(Debug)]
pub enum CatalogueError {
    /// The file could not be read or made.
    File(PathBuf, io::Error),
    /// Something in it is wrong.
    Flaw(PathBuf, CatalogueFlaw),
}

/// The catalogue that came with the program, parsed. A test holds that it has no flaw.
pub fn built_in() -> Result<Catalogue, CatalogueError> {
    Catalogue::parse(BUILT_IN).map_err(|flaw| CatalogueError::Flaw(PathBuf::from(FILE), flaw))
}

/// Reads the desk's catalogue, and makes the copy on first use.
///
/// # Errors
/// The file cannot be read or made, or has a flaw.
pub fn load(folder: &Path) -> Result<Catalogue, CatalogueError> {
    let path = folder.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            whole_file::write(&path, BUILT_IN.as_bytes())
                .map_err(|error| CatalogueError::File(path.clone(), error))?;
            BUILT_IN.to_owned()
        }
        Err(error) => return Err(CatalogueError::File(path, error)),
    };
    Catalogue::parse(&text).map_err(|flaw| CatalogueError::Flaw(path, flaw))
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
