//! Where the desk's data lies, and what this PC remembers for itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::printer::{EachNumber, RollWidth, SheetSize, Target};
use crate::domain::{StationNo, TypingMethod};
use crate::lang::Lang;
use crate::whole_file;

/// The database's name in the data folder.
pub const DATABASE: &str = "motcua.db";

/// The environment variable that names the data folder.
pub const DATA_VARIABLE: &str = "MOTCUA_DATA";

/// What this PC remembers: everything that belongs to the office lies in the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    pub station: StationNo,
    pub lang: Lang,
    /// How Vietnamese is typed, where the PC has no input method of its own.
    #[serde(deserialize_with = "or_default")]
    pub typing: TypingMethod,
    #[serde(deserialize_with = "or_default")]
    pub print: PrintSettings,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            station: StationNo::FIRST,
            lang: Lang::Vi,
            typing: TypingMethod::Off,
            print: PrintSettings::default(),
        }
    }
}

/// Which printers this PC prints on, as its `config.toml` has it under `[print]`. What is wrong there counts as not said,
/// and the rest stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintSettings {
    /// The printer for sheets, as [`crate::domain::printer::Target`] is spelt; empty is the PC's own. It is kept as it was
    /// written, also when it is no printer: a person must see what is wrong to fix it.
    #[serde(deserialize_with = "or_default")]
    pub report: String,
    /// How many copies of a sheet, 1–9.
    #[serde(deserialize_with = "copies")]
    pub copies: u8,
    /// Whether sheets are printed on both sides.
    #[serde(deserialize_with = "or_default")]
    pub duplex: bool,
    /// The printer for slips, spelt as the other.
    #[serde(deserialize_with = "or_default")]
    pub slip: String,
    /// The roll in the printer for slips.
    #[serde(deserialize_with = "or_default")]
    pub slip_width: RollWidth,
    /// Whether slips are printed on a roll or on sheets; a printer that takes only commands has a roll.
    #[serde(deserialize_with = "or_default")]
    pub slip_sheet: SheetSize,
    /// Whether a printer that takes commands is sent plain letters without marks, because it prints pictures as garbage
    /// (docs/domain.md, "Papers").
    #[serde(deserialize_with = "or_default")]
    pub slip_plain: bool,
    /// Whether a slip is printed with each number.
    #[serde(deserialize_with = "or_default")]
    pub each_number: EachNumber,
    /// Whether the desk keeps a second copy of the slip with a number.
    #[serde(deserialize_with = "or_default")]
    pub desk_copy: bool,
}

impl PrintSettings {
    /// The most copies that a person may ask for at once: two to sign, one for each body, and some to spare.
    pub const MOST_COPIES: u8 = 9;

    pub fn prints_numbers(&self) -> bool {
        match self.each_number {
            EachNumber::WhenChosen => !self.slip.trim().is_empty(),
            EachNumber::Always => true,
            EachNumber::Never => false,
        }
    }

    pub fn slip_sheet(&self) -> SheetSize {
        let takes_commands = self.slip.parse::<Target>().is_ok_and(|target| target.takes_commands());
        if takes_commands { SheetSize::Roll } else { self.slip_sheet }
    }
}

impl Default for PrintSettings {
    fn default() -> Self {
        Self {
            report: String::new(),
            copies: 1,
            duplex: false,
            slip: String::new(),
            slip_width: RollWidth::default(),
            slip_sheet: SheetSize::default(),
            slip_plain: false,
            each_number: EachNumber::default(),
            desk_copy: false,
        }
    }
}

/// A value, or its default when something else stands there.
fn or_default<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned + Default>(
    from: D,
) -> Result<T, D::Error> {
    let value = toml::Value::deserialize(from)?;
    Ok(T::deserialize(value).unwrap_or_default())
}

/// A number of copies; 1 when something else stands there.
fn copies<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    let number: u8 = or_default(from)?;
    Ok(if (1..=PrintSettings::MOST_COPIES).contains(&number) { number } else { 1 })
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
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
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
        let print = PrintSettings {
            report: "cups:Canon_LBP2900".to_owned(),
            copies: 2,
            duplex: true,
            slip: "tcp:192.168.1.50:9100".to_owned(),
            slip_width: RollWidth::Mm58,
            slip_sheet: SheetSize::A5,
            slip_plain: true,
            each_number: EachNumber::Never,
            desk_copy: true,
        };
        let typing = TypingMethod::Telex;
        let config = Config { station: StationNo::new(3).unwrap(), lang: Lang::En, typing, print };
        config.write(folder.path()).unwrap();
        assert_eq!(Config::read(folder.path()), config);
        fs::write(folder.path().join("config.toml"), "station = 500").unwrap();
        assert_eq!(Config::read(folder.path()), Config::default());
    }

    #[test]
    fn a_slip_comes_with_each_number_once_a_printer_for_slips_was_chosen() {
        for (slip, each_number, prints) in [
            ("", EachNumber::WhenChosen, false),
            (" ", EachNumber::WhenChosen, false),
            ("raw:XP80", EachNumber::WhenChosen, true),
            ("", EachNumber::Always, true),
            ("raw:XP80", EachNumber::Never, false),
        ] {
            let settings = PrintSettings { slip: slip.to_owned(), each_number, ..PrintSettings::default() };
            assert_eq!(settings.prints_numbers(), prints, "{settings:?}");
        }
    }

    #[test]
    fn a_printer_that_takes_commands_has_a_roll() {
        for (slip, sheet) in [
            ("", SheetSize::A5),
            ("cups:HP", SheetSize::A5),
            ("raw:XP80", SheetSize::Roll),
            ("tcp:10.0.0.7", SheetSize::Roll),
        ] {
            let slip = slip.to_owned();
            let settings = PrintSettings { slip, slip_sheet: SheetSize::A5, ..PrintSettings::default() };
            assert_eq!(settings.slip_sheet(), sheet, "{settings:?}");
        }
    }

    #[test]
    fn a_wrong_word_about_printers_costs_no_other_setting() {
        let folder = tempfile::tempdir().unwrap();
        let read = |text: &str| {
            fs::write(folder.path().join("config.toml"), text).unwrap();
            Config::read(folder.path())
        };
        let config = read(
            "station = 3\n[print]\nreport = 5\ncopies = 500\nslip = \"raw:X\"\nslip_width = 70\nslip_sheet = \"a9\"\neach_number = 3\n",
        );
        assert_eq!(config.station.number(), 3);
        assert_eq!(config.print, PrintSettings { slip: "raw:X".to_owned(), ..PrintSettings::default() });
        let config = read("station = 4\nprint = \"cups:X\"\n");
        assert_eq!((config.station.number(), config.print), (4, PrintSettings::default()));
        // What a person has written is kept to be mended.
        assert_eq!(read("[print]\nreport = \"HP\"\n").print.report, "HP");
    }
}
