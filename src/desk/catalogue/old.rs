//! The file of the first program: a copy of its catalogue in the data folder, which people edited by hand.
//!
//! What was edited there comes into the desk's own layer once, by the same command as any import. What nobody touched
//! follows the program from now on.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::first;
use super::{BUILT_IN, CatalogueEdit, CatalogueError};
use crate::desk::{Command, Desk, DeskError};
use crate::domain::catalogue::Import;
use crate::domain::{Catalogue, Op, Refusal};

/// The file's name in the data folder.
pub const FILE: &str = "procedures.toml";

/// What it is called once its entries are in the desk's layer.
pub const IMPORTED: &str = "procedures.toml.imported";

/// What was done with the file of the first program.
#[derive(Debug)]
pub enum OldFile {
    /// It is not there, or as it came with a program: it is left, and nobody reads it.
    Left,
    /// What was edited in it is in the desk's layer now, and the file has another name.
    Imported {
        /// How many entries are new.
        added: usize,
        /// How many entries are other ones.
        changed: usize,
        /// The file as it is called now; the old name, when it could not be given another one.
        file: PathBuf,
    },
    /// It cannot be read, or has a flaw: it stays as it is and is not used.
    Unused(CatalogueError),
}

impl Desk {
    /// Brings what was edited in the file of the first program into the desk's layer: once, at the first start of this
    /// one. Before that, the names of what a file without names holds are written down as they were then.
    ///
    /// # Errors
    /// When the desk's file cannot be read or written.
    pub fn take_over_old_file(&mut self) -> Result<OldFile, DeskError> {
        let path = self.folder().join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => {
                self.keep_old_names(None)?;
                return Ok(OldFile::Unused(CatalogueError::File(path, error)));
            }
        };
        self.keep_old_names(text.as_deref())?;
        match text {
            Some(text) if !first::is_as_it_came(&text) && text != BUILT_IN => self.import_old(&path, &text),
            _ => Ok(OldFile::Left),
        }
    }

    fn import_old(&mut self, path: &Path, text: &str) -> Result<OldFile, DeskError> {
        self.look_at_catalogue()?;
        let import = match Import::parse_part(text, self.catalogue(), Some(&|piece| !first::knows(piece))) {
            Ok(import) => import,
            Err(flaw) => return Ok(OldFile::Unused(CatalogueError::Flaw(path.to_owned(), flaw))),
        };
        let edit = Command::EditCatalogue(CatalogueEdit::Import(Box::new(import)));
        let (added, changed) = match self.execute(edit) {
            Ok(receipt) => match receipt.op {
                Op::CatalogueImported { added, changed } => (added, changed),
                _ => (0, 0),
            },
            // Remarks were written into it, or white space.
            Err(DeskError::Refused(Refusal::CatalogueStays)) => (0, 0),
            Err(error) => return Err(error),
        };
        let imported = path.with_file_name(IMPORTED);
        let file = match fs::rename(path, &imported) {
            Ok(()) => imported,
            Err(error) => {
                tracing::warn!(%error, "the old catalogue could not be renamed");
                path.to_owned()
            }
        };
        Ok(OldFile::Imported { added, changed, file })
    }

    /// Old tallies of a file that holds no names are to say what they said: the names of the catalogue of that time.
    fn keep_old_names(&mut self, text: Option<&str>) -> Result<(), DeskError> {
        if !self.store.lacks_names_used()? {
            return Ok(());
        }
        let old = text.and_then(|text| Catalogue::parse(text).ok());
        let catalogue = match old {
            Some(old) => old,
            None => self.catalogue_now()?.as_ref().clone(),
        };
        Ok(self.store.keep_names_of_old(&catalogue)?)
    }
}
