//! Where the desk's data lies, and what this PC remembers for itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::StationNo;
use crate::text::Lang;
use crate::whole_file;

/// The database's name in the data folder.
pub const DATABASE: &str = "motcua.db";

/// The environment variable that names the data folder.
pub const DATA_VARIABLE: &str = "MOTCUA_DATA";

/// What this PC remembers: everything that belongs to the office lies in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The number of this station.
    pub station: StationNo,
    /// The language of the screen.
    pub lang: Lang,
}

impl Default for Config {
    fn default() -> Self {
        Self { station: StationNo::FIRST, lang: Lang::Vi }
    }
}

impl Config {
    /// What the folder's `config.toml` says; the defaults when there is none or it cannot be read. A desk must open
    /// even when its least important file is spoilt.
    pub fn read(folder: &Path) -> Self {
        fs::read_to_string(folder.join("config.toml"))
            .ok()
            .and_then(|text| toml::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps the settings, whole or not at all.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(self, folder: &Path) -> io::Result<()> {
        let text = toml::to_string(&self).map_err(io::Error::other)?;
        whole_file::write(&folder.join("config.toml"), text.as_bytes())
    }
}

/// The data folder: what was asked for, else `MOTCUA_DATA`, else the system's own place for programs' data.
pub fn data_folder(asked: Option<&Path>) -> Option<PathBuf> {
    if let Some(asked) = asked {
        return Some(asked.to_owned());
    }
    if let Some(named) = std::env::var_os(DATA_VARIABLE).filter(|named| !named.is_empty()) {
        return Some(PathBuf::from(named));
    }
    directories::ProjectDirs::from("vn", "", "motcua").map(|dirs| dirs.data_dir().to_owned())
}

/// Makes the data folder, for its owner alone: it holds citizens' names while their visits are open.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_spoilt_file_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Config::read(folder.path()), Config::default());
        let config = Config { station: StationNo::new(3).unwrap(), lang: Lang::En };
        config.write(folder.path()).unwrap();
        assert_eq!(Config::read(folder.path()), config);
        fs::write(folder.path().join("config.toml"), "station = 500").unwrap();
        assert_eq!(Config::read(folder.path()), Config::default());
    }
}
