//! A printer behind a device file: `/dev/usb/lp0`.

use crate::domain::printing::Fault;
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long a device may take for its next bytes: one without paper takes none until somebody comes.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// Writes bytes to a device that is there; never makes a file.
pub(super) fn send(path: &Path, bytes: &[u8], patience: Duration) -> Result<(), Fault> {
    let unopened = |error: io::Error| Fault::Device { path: path.to_owned(), reason: error.to_string() };
    let device = system::Device::open(path).map_err(unopened)?;
    let mut sent = 0;
    device.write(bytes, patience, &mut sent).map_err(|error| Fault::Cut {
        target: path.display().to_string(),
        sent: sent as u64,
        of: bytes.len() as u64,
        reason: error.to_string(),
    })
}

#[cfg(unix)]
mod system {
    use std::fs::File;
    use std::io;
    use std::path::Path;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::{Errno, write};

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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::process::Command;
    use std::thread;

    use super::*;

    fn pipe(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("lp0");
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    }

    #[test]
    fn a_device_gets_every_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(folder.path());
        // Open for both, so that the writer finds a reader.
        let mut reader = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
        let bytes: Vec<u8> = (0..200_000_u32).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let length = bytes.len();
        let reading = thread::spawn(move || {
            let mut heard = vec![0; length];
            reader.read_exact(&mut heard).unwrap();
            heard
        });
        assert_eq!(send(&path, &bytes, PATIENCE), Ok(()));
        assert_eq!(reading.join().unwrap(), bytes);
    }

    #[test]
    fn a_device_that_takes_no_more_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(folder.path());
        let _nobody_reads = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
        let fault = send(&path, &vec![7; 1_000_000], Duration::from_millis(100)).unwrap_err();
        assert!(matches!(&fault, Fault::Cut { sent, of: 1_000_000, .. } if *sent > 0), "{fault:?}");
    }

    #[test]
    fn what_is_no_device_is_refused_and_nothing_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("lp9");
        let unconnected = pipe(folder.path());
        for path in [folder.path(), &missing, &unconnected] {
            let fault = send(path, b"x", PATIENCE).unwrap_err();
            assert!(matches!(&fault, Fault::Device { path: told, .. } if told == path), "{fault:?}");
        }
        assert!(!missing.exists());
    }
}
