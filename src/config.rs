//! Where the desk's data lies, and what this PC remembers for itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize};
use toml::de::DeTable;

use crate::domain::printer::{AtClose, EachNumber, RollWidth, SheetSize, Target};
use crate::domain::{Stamp, StationNo, TypingMethod};
use crate::lang::Lang;
use crate::whole_file::{self, Unread};

/// The database's name in the data folder.
pub const DATABASE: &str = "motcua.db";

/// The settings of this PC in the data folder.
pub const CONFIG: &str = "config.toml";

/// The environment variable that names the data folder.
pub const DATA_VARIABLE: &str = "MOTCUA_DATA";

/// What this PC remembers: everything that belongs to the office lies in the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The number of this station. Not known before somebody has said it: a desk that takes another's number calls its
    /// visitors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub station: Option<StationNo>,
    pub lang: Lang,
    /// How Vietnamese is typed, where the PC has no input method of its own.
    pub typing: TypingMethod,
    /// A second folder for backup copies, such as a USB stick; empty is none.
    pub backup: String,
    pub print: PrintSettings,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            station: None,
            lang: Lang::Vi,
            typing: TypingMethod::Off,
            backup: String::new(),
            print: PrintSettings::default(),
        }
    }
}

/// Which printers this PC prints on, as its `config.toml` has it under `[print]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintSettings {
    /// The printer for sheets, as [`crate::domain::printer::Target`] is spelt; empty is the PC's own. It is kept as it was
    /// written, also when it is no printer: a person must see what is wrong to fix it.
    pub report: String,
    /// How many copies of a sheet, 1–9.
    #[serde(deserialize_with = "copies")]
    pub copies: u8,
    /// Whether sheets are printed on both sides.
    pub duplex: bool,
    /// What is printed when a shift is closed.
    pub at_close: AtClose,
    /// The printer for slips, spelt as the other.
    pub slip: String,
    /// The roll in the printer for slips.
    pub slip_width: RollWidth,
    /// Whether slips are printed on a roll or on sheets; a printer that takes only commands has a roll.
    pub slip_sheet: SheetSize,
    /// Whether a printer that takes commands is sent plain letters without marks, because it prints pictures as garbage
    /// (docs/domain.md, "Papers").
    pub slip_plain: bool,
    /// Whether a slip is printed with each number.
    pub each_number: EachNumber,
    /// Whether the desk keeps a second copy of the slip with a number.
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
            at_close: AtClose::default(),
            slip: String::new(),
            slip_width: RollWidth::default(),
            slip_sheet: SheetSize::default(),
            slip_plain: false,
            each_number: EachNumber::default(),
            desk_copy: false,
        }
    }
}

/// A number of copies of a sheet.
fn copies<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    let number = u8::deserialize(from)?;
    let is_possible = (1..=PrintSettings::MOST_COPIES).contains(&number);
    if is_possible { Ok(number) } else { Err(serde::de::Error::custom("1–9")) }
}

/// What is wrong with a line of the settings; the other lines count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingFlaw {
    /// The line, from 1.
    pub line: usize,
    pub what: SettingFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// The line is no TOML, such as a path with single backslashes in double quotes.
    NotToml,
    /// There is no setting of that name.
    Unknown(String),
    /// The setting cannot have that value.
    Wrong { key: String, value: String },
}

/// What the settings file says, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What could be read; the defaults for the rest.
    pub config: Config,
    /// Why the whole file could not be read.
    pub unread: Option<Unread>,
    pub flaws: Vec<SettingFlaw>,
}

impl Found {
    /// Whether the file is no settings file as it is, so that nobody can go on with it.
    pub fn is_damaged(&self) -> bool {
        self.unread.is_some() || self.flaws.iter().any(|flaw| flaw.what == SettingFault::NotToml)
    }

    fn is_sound(&self) -> bool {
        self.unread.is_none() && self.flaws.is_empty()
    }

    /// Reads a text line by line as far as that goes.
    fn in_text(text: &str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let line = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
        let mut flaws: Vec<SettingFlaw> = Vec::new();
        for error in errors {
            let line = line(error.span().map_or(0, |span| span.start));
            // One line often has several errors.
            if flaws.last().is_none_or(|last| last.line != line) {
                flaws.push(SettingFlaw { line, what: SettingFault::NotToml });
            }
        }
        let mut found = Self { flaws, ..Self::default() };
        for (key, value) in table.get_ref() {
            let place = Spot { above: None, key: key.get_ref(), line: line(key.span().start) };
            match value.get_ref().as_table() {
                Some(below) if place.key == PRINT => {
                    for (key, value) in below {
                        let line = line(key.span().start);
                        found.take(
                            &Spot { above: Some(PRINT), key: key.get_ref(), line },
                            &text[value.span()],
                        );
                    }
                }
                _ => found.take(&place, &text[value.span()]),
            }
        }
        found.flaws.sort_by_key(|flaw| flaw.line);
        found
    }

    /// Takes one setting, if it can be what it says.
    fn take(&mut self, spot: &Spot<'_>, written: &str) {
        if self.flaws.iter().any(|flaw| flaw.line == spot.line && flaw.what == SettingFault::NotToml) {
            return;
        }
        let flaw = |what| SettingFlaw { line: spot.line, what };
        let Ok(mut all) = toml::Table::try_from(&self.config) else { return };
        let key = spot.key.to_owned();
        let table = match spot.above {
            None => Some(&mut all),
            Some(above) => all.get_mut(above).and_then(toml::Value::as_table_mut),
        };
        let is_station = spot.above.is_none() && key == STATION;
        let Some(table) = table.filter(|table| is_station || table.contains_key(&key)) else {
            return self.flaws.push(flaw(SettingFault::Unknown(key)));
        };
        let value = written.parse::<toml::Value>().ok();
        let is_value = value.is_some();
        table.extend(value.map(|value| (key.clone(), value)));
        let taken = if is_value { all.try_into().ok() } else { None };
        match taken {
            Some(config) => self.config = config,
            None => self.flaws.push(flaw(SettingFault::Wrong { key, value: written.to_owned() })),
        }
    }
}

/// Where a setting stands in the file.
struct Spot<'a> {
    /// The table that it stands in.
    above: Option<&'static str>,
    key: &'a str,
    line: usize,
}

/// The one table of the settings.
const PRINT: &str = "print";

/// The one setting that has no default.
const STATION: &str = "station";

/// A settings file has some hundred bytes.
const LARGEST: u64 = 64 * 1024;

impl Config {
    /// What the folder's `config.toml` says, and what is wrong with it; the defaults when there is none. A desk must open
    /// even when its least important file is damaged.
    pub fn find(folder: &Path) -> Found {
        match whole_file::read_text(&folder.join(CONFIG), LARGEST) {
            Ok(text) => Found::in_text(&text),
            Err(Unread::Absent) => Found::default(),
            Err(why) => Found { unread: Some(why), ..Found::default() },
        }
    }

    /// Keeps the settings, whole or not at all. A file with anything wrong in it is kept aside first: somebody may want to
    /// see what it said.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, folder: &Path, at: Stamp) -> io::Result<()> {
        if !Self::find(folder).is_sound() {
            Self::keep_aside(folder, at)?;
        }
        let text = toml::to_string(self).map_err(io::Error::other)?;
        whole_file::write(&folder.join(CONFIG), text.as_bytes())
    }

    /// Gives the settings file a name with a date, so that nothing writes over it. Says that name.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep_aside(folder: &Path, at: Stamp) -> io::Result<String> {
        let name = (1..=999)
            .map(|number| match number {
                1 => format!("config-{}.toml", at.for_file_name()),
                more => format!("config-{}-{more}.toml", at.for_file_name()),
            })
            .find(|name| fs::symlink_metadata(folder.join(name)).is_err())
            .ok_or(io::ErrorKind::AlreadyExists)?;
        fs::rename(folder.join(CONFIG), folder.join(&name))?;
        Ok(name)
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

    fn at() -> Stamp {
        "2026-12-01".parse::<crate::domain::Day>().unwrap().at(9, 5)
    }

    fn read(text: impl AsRef<[u8]>) -> Found {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(CONFIG), text).unwrap();
        Config::find(folder.path())
    }

    fn wrong(line: usize, key: &str, value: &str) -> SettingFlaw {
        SettingFlaw { line, what: SettingFault::Wrong { key: key.to_owned(), value: value.to_owned() } }
    }

    #[test]
    fn settings_come_back() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Config::find(folder.path()), Found::default());
        let print = PrintSettings {
            report: "cups:Canon_LBP2900".to_owned(),
            copies: 2,
            duplex: true,
            at_close: AtClose::TallyAndHandover,
            slip: "tcp:192.168.1.50:9100".to_owned(),
            slip_width: RollWidth::Mm58,
            slip_sheet: SheetSize::A5,
            slip_plain: true,
            each_number: EachNumber::Never,
            desk_copy: true,
        };
        let (typing, backup) = (TypingMethod::Telex, "E:\\sao lưu".to_owned());
        let config = Config { station: StationNo::new(3), lang: Lang::En, typing, backup, print };
        config.write(folder.path(), at()).unwrap();
        assert_eq!(Config::find(folder.path()), Found { config, ..Found::default() });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_damaged_file_is_told_and_is_never_written_over() {
        for (text, unread) in [
            (vec![0; 20], None),
            (vec![0xff; 20], Some(Unread::NotText)),
            (vec![b'a'; 70_000], Some(Unread::TooLarge { most: LARGEST })),
            (b"station 3".to_vec(), None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(CONFIG), &text).unwrap();
            let found = Config::find(folder.path());
            assert!(found.is_damaged(), "{found:?}");
            assert_eq!((&found.config, &found.unread), (&Config::default(), &unread));
            for day in 1..=2 {
                // The second time there is nothing wrong any more.
                Config { station: StationNo::new(day), ..Config::default() }
                    .write(folder.path(), at())
                    .unwrap();
            }
            assert_eq!(fs::read(folder.path().join("config-2026-12-01-0905.toml")).unwrap(), text);
            assert_eq!(Config::find(folder.path()).config.station, StationNo::new(2));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        }
    }

    #[test]
    fn two_damaged_files_of_one_minute_are_both_kept() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["?", "!"] {
            fs::write(folder.path().join(CONFIG), text).unwrap();
            Config::keep_aside(folder.path(), at()).unwrap();
        }
        assert_eq!(fs::read_to_string(folder.path().join("config-2026-12-01-0905-2.toml")).unwrap(), "!");
    }

    #[test]
    fn a_path_with_single_backslashes_costs_that_line_alone() {
        let found =
            read("station = 3\nlang = \"en\"\n[print]\nreport = \"folder:C:\\Users\\mai\"\ncopies = 2\n");
        assert!(found.is_damaged());
        assert_eq!(found.flaws, [SettingFlaw { line: 4, what: SettingFault::NotToml }]);
        let print = PrintSettings { copies: 2, ..PrintSettings::default() };
        let config = Config { station: StationNo::new(3), lang: Lang::En, print, ..Config::default() };
        assert_eq!(found.config, config);
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
    fn a_wrong_value_is_named_with_its_line_and_costs_no_other() {
        let found = read(
            "station = 3\nstations = 4\n[print]\nreport = 5\ncopies = 500\nslip = \"raw:X\"\nslip_width = 70\nslip_sheet = \"a9\"\neach_number = 3\nfoo = 1\n",
        );
        let print = PrintSettings { slip: "raw:X".to_owned(), ..PrintSettings::default() };
        assert_eq!(found.config, Config { station: StationNo::new(3), print, ..Config::default() });
        let unknown = |line, key: &str| SettingFlaw { line, what: SettingFault::Unknown(key.to_owned()) };
        assert_eq!(
            found.flaws,
            [
                unknown(2, "stations"),
                wrong(4, "report", "5"),
                wrong(5, "copies", "500"),
                wrong(7, "slip_width", "70"),
                wrong(8, "slip_sheet", "\"a9\""),
                wrong(9, "each_number", "3"),
                unknown(10, "foo"),
            ]
        );
        assert!(!found.is_damaged());
        let found = read("station = 500\nprint = \"cups:X\"\n");
        assert_eq!(found.config, Config::default());
        assert_eq!(found.flaws, [wrong(1, "station", "500"), wrong(2, "print", "\"cups:X\"")]);
        // What a person has written about a printer is kept to be fixed.
        assert_eq!(read("[print]\nreport = \"HP\"\n").config.print.report, "HP");
    }
}
