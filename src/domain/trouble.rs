//! Why the system did not do what was asked: what its answers mean, so that a sentence can say it in the desk's language.

use std::io;

use serde::{Deserialize, Serialize};

/// The answers of the system that somebody at a desk can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// There is no such file, folder or program.
    Absent,
    /// The rights do not allow it.
    NotAllowed,
    /// It is there already.
    Exists,
    /// A folder stands where a file should.
    Folder,
    /// A file stands where a folder should.
    NoFolder,
    DiskFull,
    /// This user may not fill more of the disk.
    Quota,
    /// The disk can only be read.
    DiskReadOnly,
    /// The disk, the stick or the share does not answer or answers with an error.
    Disk,
    /// Another program has it.
    InUse,
    TooLarge,
    /// The name is none that this disk can have.
    Name,
    /// What was read is not what it should be.
    Garbled,
    /// Nothing at that address takes a connection.
    NobodyThere,
    /// There is no way to that address.
    NoWay,
    TimedOut,
    /// The other side broke the connection.
    BrokenOff,
    /// The file is no database.
    NotDatabase,
    /// Parts of the database are damaged.
    Malformed,
    /// Anything else: its words are in the log. Also what an older file of print jobs has as words.
    #[serde(other)]
    Other,
}

/// The system's own numbers for which the standard library has no word.
#[cfg(unix)]
const DISK: &[i32] = &[5, 6, 19];
#[cfg(unix)]
const IN_USE: &[i32] = &[];
/// Not ready, bad data, no such disk, a fault of the device; shared by another program, locked.
#[cfg(windows)]
const DISK: &[i32] = &[21, 23, 27, 31, 1_117, 1_167];
#[cfg(windows)]
const IN_USE: &[i32] = &[32, 33];

impl From<&io::Error> for Trouble {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Absent,
            Kind::PermissionDenied => Self::NotAllowed,
            Kind::AlreadyExists => Self::Exists,
            Kind::IsADirectory => Self::Folder,
            Kind::NotADirectory => Self::NoFolder,
            Kind::StorageFull | Kind::WriteZero => Self::DiskFull,
            Kind::QuotaExceeded => Self::Quota,
            Kind::ReadOnlyFilesystem => Self::DiskReadOnly,
            Kind::StaleNetworkFileHandle => Self::Disk,
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock => Self::InUse,
            Kind::FileTooLarge => Self::TooLarge,
            Kind::InvalidFilename | Kind::InvalidInput => Self::Name,
            Kind::InvalidData | Kind::UnexpectedEof => Self::Garbled,
            Kind::ConnectionRefused => Self::NobodyThere,
            Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => Self::NoWay,
            Kind::TimedOut => Self::TimedOut,
            Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::NotConnected => {
                Self::BrokenOff
            }
            _ => match error.raw_os_error() {
                Some(code) if DISK.contains(&code) => Self::Disk,
                Some(code) if IN_USE.contains(&code) => Self::InUse,
                _ => {
                    tracing::warn!(%error, "the system's own words");
                    Self::Other
                }
            },
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_answers_is_known_by_its_meaning() {
        for (kind, trouble) in [
            (io::ErrorKind::NotFound, Trouble::Absent),
            (io::ErrorKind::IsADirectory, Trouble::Folder),
            (io::ErrorKind::StorageFull, Trouble::DiskFull),
            (io::ErrorKind::Other, Trouble::Other),
        ] {
            assert_eq!(Trouble::from(io::Error::from(kind)), trouble);
        }
        #[cfg(unix)]
        for (code, trouble) in [
            (5, Trouble::Disk),
            (13, Trouble::NotAllowed),
            (28, Trouble::DiskFull),
            (30, Trouble::DiskReadOnly),
        ] {
            assert_eq!(Trouble::from(io::Error::from_raw_os_error(code)), trouble);
        }
    }

    #[test]
    fn words_of_an_older_job_are_read_as_something_else() {
        #[derive(Deserialize)]
        struct Job {
            reason: Trouble,
        }
        let of = |text: &str| toml::from_str::<Job>(text).unwrap().reason;
        assert_eq!(of("reason = \"disk-full\""), Trouble::DiskFull);
        assert_eq!(of("reason = \"No such file or directory (os error 2)\""), Trouble::Other);
    }
}
