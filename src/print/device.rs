//! A printer behind a device file: `/dev/usb/lp0`.

use crate::domain::printing::Fault;
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long a device may take for its next bytes: one without paper takes none until somebody comes.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// Writes bytes to a device that is there; never makes a file, and never writes to one: the desk's own would be lost.
pub(super) fn send(path: &Path, bytes: &[u8], patience: Duration) -> Result<(), Fault> {
    let unopened = |error: io::Error| Fault::Device { path: path.to_owned(), reason: error.into() };
    if !system::is_device(path).map_err(unopened)? {
        return Err(Fault::NoDevice { path: path.to_owned() });
    }
    let device = system::Device::open(path).map_err(unopened)?;
    let mut sent = 0;
    device.write(bytes, patience, &mut sent).map_err(|error| Fault::Cut {
        target: path.display().to_string(),
        sent: sent as u64,
        of: bytes.len() as u64,
        reason: error.into(),
    })
}

#[cfg(unix)]
mod system {
    use std::fs::File;
    use std::io;
    use std::os::unix::fs::FileTypeExt;
    use std::path::Path;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::{Errno, write};

    /// Whether a path leads to a character device. A block device is a disk.
    pub(super) fn is_device(path: &Path) -> io::Result<bool> {
        Ok(std::fs::metadata(path)?.file_type().is_char_device())
    }

    /// An open device. Its writes never block: one without paper would hold the thread until the program is ended.
    pub(super) struct Device(File);

    impl Device {
        pub(super) fn open(path: &Path) -> io::Result<Self> {
            let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
            Ok(Self(File::from(open(path, flags, Mode::empty())?)))
        }

        pub(super) fn write(&self, bytes: &[u8], patience: Duration, sent: &mut usize) -> io::Result<()> {
            while *sent < bytes.len() {
                self.wait(patience)?;
                match write(&self.0, &bytes[*sent..]) {
                    Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                    Ok(taken) => *sent += taken,
                    Err(Errno::AGAIN | Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            // The USB driver throws away what is under way when its device is closed.
            self.wait(patience)
        }

        /// Waits until the device takes more.
        fn wait(&self, patience: Duration) -> io::Result<()> {
            let limit = Timespec {
                tv_sec: i64::try_from(patience.as_secs()).unwrap_or(i64::MAX),
                tv_nsec: patience.subsec_nanos().into(),
            };
            let mut device = [PollFd::new(&self.0, PollFlags::OUT)];
            if poll(&mut device, Some(&limit))? == 0 {
                return Err(io::ErrorKind::TimedOut.into());
            }
            if device[0].revents().contains(PollFlags::OUT) { Ok(()) } else { Err(Errno::PIPE.into()) }
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{File, OpenOptions};
    use std::io::{self, Write};
    use std::path::Path;
    use std::time::Duration;

    /// Whether a path is spelt as Windows spells a device, `\\.\LPT1`, and not a disk, `\\.\C:`.
    pub(super) fn is_device(path: &Path) -> io::Result<bool> {
        let name = path.to_str().and_then(|path| path.strip_prefix(r"\\.\"));
        Ok(name.is_some_and(|name| !name.is_empty() && name.chars().all(|one| one.is_ascii_alphanumeric())))
    }

    /// An open device, for example `\\.\LPT1`.
    pub(super) struct Device(File);

    impl Device {
        pub(super) fn open(path: &Path) -> io::Result<Self> {
            OpenOptions::new().write(true).open(path).map(Self)
        }

        pub(super) fn write(&self, bytes: &[u8], _patience: Duration, sent: &mut usize) -> io::Result<()> {
            while *sent < bytes.len() {
                match (&self.0).write(&bytes[*sent..])? {
                    0 => return Err(io::ErrorKind::WriteZero.into()),
                    taken => *sent += taken,
                }
            }
            (&self.0).flush()
        }
    }
}

/// A terminal in place of a printer's device: what is written to it is read at the other end.
#[cfg(test)]
#[cfg(unix)]
pub(super) mod made_up {
    use std::io::Read;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use portable_pty::{MasterPty, PtySize, SlavePty, native_pty_system};

    pub(in crate::print) struct MadeUp {
        master: Box<dyn MasterPty>,
        // Held open, so that what was written is not dropped before it is read.
        _slave: Box<dyn SlavePty + Send>,
        path: PathBuf,
    }

    impl MadeUp {
        pub(in crate::print) fn new() -> Self {
            let pair = native_pty_system().openpty(PtySize::default()).unwrap();
            let path = pair.master.tty_name().unwrap();
            // The bytes as they are.
            assert!(
                Command::new("stty").arg("-F").arg(&path).args(["raw", "-echo"]).status().unwrap().success()
            );
            Self { master: pair.master, _slave: pair.slave, path }
        }

        pub(in crate::print) fn path(&self) -> &Path {
            &self.path
        }

        /// A thread that reads so many bytes.
        pub(in crate::print) fn reads(&self, length: usize) -> std::thread::JoinHandle<Vec<u8>> {
            let mut reader = self.master.try_clone_reader().unwrap();
            std::thread::spawn(move || {
                let mut heard = vec![0; length];
                reader.read_exact(&mut heard).unwrap();
                heard
            })
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::made_up::MadeUp;
    use super::*;

    #[test]
    fn a_device_gets_every_byte() {
        let printer = MadeUp::new();
        let bytes: Vec<u8> = (0..200_000_u32).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let reading = printer.reads(bytes.len());
        assert_eq!(send(printer.path(), &bytes, PATIENCE), Ok(()));
        assert_eq!(reading.join().unwrap(), bytes);
    }

    #[test]
    fn a_device_that_takes_no_more_is_given_up() {
        let printer = MadeUp::new();
        let fault = send(printer.path(), &vec![7; 1_000_000], Duration::from_millis(100)).unwrap_err();
        assert!(matches!(&fault, Fault::Cut { sent, of: 1_000_000, .. } if *sent > 0), "{fault:?}");
    }

    #[test]
    fn what_is_no_device_is_refused_and_nothing_is_made_or_written() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("lp9");
        let fault = send(&missing, b"x", PATIENCE).unwrap_err();
        assert!(matches!(&fault, Fault::Device { path, .. } if *path == missing), "{fault:?}");
        assert!(!missing.exists());
        let [file, pipe, link] = ["motcua.db", "pipe", "link"].map(|name| folder.path().join(name));
        fs::write(&file, "what the desk remembers").unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        std::os::unix::fs::symlink(&file, &link).unwrap();
        for path in [folder.path(), &file, &pipe, &link] {
            assert_eq!(send(path, b"x", PATIENCE), Err(Fault::NoDevice { path: path.to_owned() }));
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "what the desk remembers");
    }
}
