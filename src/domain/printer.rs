//! Where a document goes, and how settings spell it. Nothing here prints: that is `print`'s.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The port on which network printers listen for plain bytes (`JetDirect`, `AppSocket`).
pub const PORT: u16 = 9100;

/// Where a document goes.
///
/// Settings spell it `cups:NAME`, `raw:NAME`, `tcp:192.168.1.50:9100`, `device:/dev/usb/lp0`, `folder:/srv/papers`; the empty
/// text is the PC's own printer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    /// A queue of the printing system.
    System {
        /// The queue; `None` is the system's default, and where there is no printer the paper is only kept.
        queue: Option<String>,
    },
    /// A queue of the printing system that passes bytes on as they are, for ESC/POS printers.
    Raw { queue: String },
    /// A printer of the network that takes plain bytes.
    Network {
        host: String,
        /// Its port, mostly [`PORT`].
        port: u16,
    },
    /// A device file: `/dev/usb/lp0`.
    Device(PathBuf),
    /// A folder in which a file is put for each document.
    Folder(PathBuf),
}

/// The width of the roll in a printer for slips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum RollWidth {
    /// 58 mm, of which 384 dots are printed (docs/domain.md, "Papers").
    Mm58,
    /// 80 mm, of which 576 dots are printed (docs/domain.md, "Papers").
    #[default]
    Mm80,
}

impl RollWidth {
    pub const fn millimetres(self) -> u8 {
        match self {
            Self::Mm58 => 58,
            Self::Mm80 => 80,
        }
    }

    /// The dots that a printer of slips prints in a row.
    pub const fn dots(self) -> u16 {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
        }
    }
}

impl TryFrom<u8> for RollWidth {
    type Error = &'static str;

    fn try_from(millimetres: u8) -> Result<Self, Self::Error> {
        match millimetres {
            58 => Ok(Self::Mm58),
            80 => Ok(Self::Mm80),
            _ => Err("slip_width: 58 or 80"),
        }
    }
}

impl From<RollWidth> for u8 {
    fn from(width: RollWidth) -> Self {
        width.millimetres()
    }
}

/// What a paper is printed on: sheets, or a roll for slips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetSize {
    #[default]
    Roll,
    /// Sheets of 148 × 210 mm, through the printing system.
    A5,
    /// Sheets of 210 × 297 mm, through the printing system.
    A4,
}

/// Whether a slip is printed with each number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EachNumber {
    /// When a printer for slips was chosen: a desk that has one wants its paper, and at a desk without one
    /// the office's printer must not begin to print a sheet for each number.
    #[default]
    WhenChosen,
    /// Always, at the PC's own printer when no other was chosen.
    Always,
    Never,
}

impl EachNumber {
    /// Every value, in the order in which a person is offered them.
    pub const ALL: [Self; 3] = [Self::WhenChosen, Self::Always, Self::Never];
}

/// What is printed when a shift is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtClose {
    /// The tally of the day.
    #[default]
    Tally,
    /// The tally and the handover, which both sign.
    TallyAndHandover,
    Handover,
    Nothing,
}

impl AtClose {
    /// Every value, in the order in which a person is offered them.
    pub const ALL: [Self; 4] = [Self::Tally, Self::TallyAndHandover, Self::Handover, Self::Nothing];

    pub const fn has_tally(self) -> bool {
        matches!(self, Self::Tally | Self::TallyAndHandover)
    }

    pub const fn has_handover(self) -> bool {
        matches!(self, Self::Handover | Self::TallyAndHandover)
    }
}

impl Default for Target {
    fn default() -> Self {
        Self::System { queue: None }
    }
}

/// Why a text is no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetFault {
    /// It does not begin with one of the five words.
    #[error("not one of cups: raw: tcp: device: folder:")]
    Way,
    /// The queue's name is empty, too long, or has a letter that no queue has.
    #[error("not the name of a queue")]
    Queue,
    /// The host or the port is missing or impossible.
    #[error("not a host and a port")]
    Address,
    /// The path does not begin at the root.
    #[error("not a whole path")]
    Path,
}

impl Target {
    /// Whether it takes the printer's own commands and nothing else: a slip becomes commands for it, and a sheet of paper
    /// cannot go there at all.
    pub const fn takes_commands(&self) -> bool {
        matches!(self, Self::Raw { .. } | Self::Network { .. } | Self::Device(_))
    }
}

impl FromStr for Target {
    type Err = TargetFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self::default());
        }
        let (way, rest) = text.split_once(':').ok_or(TargetFault::Way)?;
        match way {
            "cups" => Ok(Self::System { queue: Some(queue(rest)?) }),
            "raw" => Ok(Self::Raw { queue: queue(rest)? }),
            "tcp" => address(rest),
            "device" => Ok(Self::Device(path(rest)?)),
            "folder" => Ok(Self::Folder(path(rest)?)),
            _ => Err(TargetFault::Way),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System { queue: None } => Ok(()),
            Self::System { queue: Some(queue) } => write!(f, "cups:{queue}"),
            Self::Raw { queue } => write!(f, "raw:{queue}"),
            Self::Network { host, port } => write!(f, "tcp:{}", host_and_port(host, *port)),
            Self::Device(path) => write!(f, "device:{}", path.display()),
            Self::Folder(path) => write!(f, "folder:{}", path.display()),
        }
    }
}

impl TryFrom<String> for Target {
    type Error = TargetFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

/// Host and port as people write them, an IPv6 address in brackets.
pub(crate) fn host_and_port(host: &str, port: u16) -> String {
    if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") }
}

/// A queue's name as CUPS allows it, a leading dash being an option of its commands; or as Windows does, with spaces and the
/// PC that shares it: `\\PC\HP LaserJet`.
fn queue(text: &str) -> Result<String, TargetFault> {
    let is_letter = |letter: char| {
        let is_forbidden = if cfg!(windows) {
            matches!(letter, ',' | '!')
        } else {
            letter.is_whitespace() || matches!(letter, '/' | '#' | '?' | '\'' | '"' | '\\' | ',')
        };
        !letter.is_control() && !is_forbidden
    };
    let longest = if cfg!(windows) { 220 } else { 127 };
    let is_name =
        !text.is_empty() && text.len() <= longest && !text.starts_with('-') && text.chars().all(is_letter);
    if is_name { Ok(text.to_owned()) } else { Err(TargetFault::Queue) }
}

fn address(text: &str) -> Result<Target, TargetFault> {
    let (host, port) = if let Some(rest) = text.strip_prefix('[') {
        let (host, after) = rest.split_once(']').ok_or(TargetFault::Address)?;
        match after.strip_prefix(':') {
            Some(port) => (host, Some(port)),
            None if after.is_empty() => (host, None),
            None => return Err(TargetFault::Address),
        }
    } else {
        match text.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (text, None),
        }
    };
    let port = match port {
        None => PORT,
        Some(port) => port.parse().ok().filter(|port| *port != 0).ok_or(TargetFault::Address)?,
    };
    let is_letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | ':' | '%');
    if host.is_empty() || host.len() > 253 || host.starts_with('-') || !host.chars().all(is_letter) {
        return Err(TargetFault::Address);
    }
    Ok(Target::Network { host: host.to_owned(), port })
}

fn path(text: &str) -> Result<PathBuf, TargetFault> {
    let path = PathBuf::from(text);
    if path.is_absolute() && !text.chars().any(char::is_control) { Ok(path) } else { Err(TargetFault::Path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_as_it_is_spelt() {
        for text in [
            "",
            "cups:Canon_LBP2900",
            "cups:Máy_in_tầng_1",
            "raw:TICKET",
            "tcp:192.168.1.50:9100",
            "tcp:printer.ubnd.example:515",
            "tcp:[fe80::1]:9100",
        ] {
            assert_eq!(text.parse::<Target>().unwrap().to_string(), text);
        }
        assert_eq!("  ".parse(), Ok(Target::default()));
        assert_eq!("tcp:10.0.0.7".parse(), Ok(Target::Network { host: "10.0.0.7".to_owned(), port: PORT }));
        assert_eq!("tcp:[::1]".parse(), Ok(Target::Network { host: "::1".to_owned(), port: PORT }));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_is_read_as_it_is_spelt() {
        for text in ["device:/dev/usb/lp0", "folder:/srv/giấy tờ"] {
            assert_eq!(text.parse::<Target>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_queue_has_the_letters_of_its_system() {
        for text in ["cups:HP LaserJet 1020", "raw:a/b", "cups:\\\\PC\\HP"] {
            let queue = text.parse::<Target>().map(|target| target.to_string());
            assert_eq!(queue, if cfg!(windows) { Ok(text.to_owned()) } else { Err(TargetFault::Queue) });
        }
    }

    #[test]
    fn what_is_no_target_says_which_part_is_wrong() {
        let long = format!("cups:{}", "x".repeat(221));
        let cases = [
            ("Canon", TargetFault::Way),
            ("lpt:1", TargetFault::Way),
            ("cups:", TargetFault::Queue),
            ("cups:-o", TargetFault::Queue),
            ("raw:a,b", TargetFault::Queue),
            (long.as_str(), TargetFault::Queue),
            ("tcp:", TargetFault::Address),
            ("tcp::9100", TargetFault::Address),
            ("tcp:host:0", TargetFault::Address),
            ("tcp:host:99999", TargetFault::Address),
            ("tcp:host:9100:1", TargetFault::Address),
            ("tcp:[::1", TargetFault::Address),
            ("tcp:[::1]9100", TargetFault::Address),
            ("tcp:a b", TargetFault::Address),
            ("device:lp0", TargetFault::Path),
            ("folder:", TargetFault::Path),
            ("folder:../x", TargetFault::Path),
        ];
        for (text, fault) in cases {
            assert_eq!(text.parse::<Target>(), Err(fault), "{text}");
        }
    }
}
