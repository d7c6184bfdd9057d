//! When the system asks the program to end: the terminal is still given back.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub(super) struct Stop {
    asked: Arc<AtomicBool>,
}

impl Stop {
    /// Listens for the signals that ask a program to end.
    #[cfg(unix)]
    pub(super) fn listen() -> io::Result<Self> {
        use std::time::Duration;

        /// The loop looks once a second; twice that is long enough.
        const GRACE: Duration = Duration::from_secs(2);

        let asked = Arc::new(AtomicBool::new(false));
        let mut signals = signal_hook::iterator::Signals::new([
            signal_hook::consts::SIGTERM,
            signal_hook::consts::SIGHUP,
            signal_hook::consts::SIGINT,
        ])?;
        let told = Arc::clone(&asked);
        std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            if signals.forever().next().is_some() {
                told.store(true, Ordering::Relaxed);
                std::thread::park_timeout(GRACE);
                // The loop would have ended the program by now. It hangs in the terminal library, which reads a closed
                // window's end of file for ever. Everything that was shown is on the disk.
                super::terminal::restore();
                std::process::exit(0);
            }
        })?;
        Ok(Self { asked })
    }

    #[cfg(not(unix))]
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { asked: Arc::new(AtomicBool::new(false)) })
    }

    pub(super) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}
