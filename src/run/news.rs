//! What the event loop is told; and what the system tells by signals: to end, to stand aside for a while, to look at the window again.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crate::ui::Pasted;
use crate::ui::key::Stroke;

/// How long the event loop has to end the program by itself.
const GRACE: Duration = Duration::from_secs(2);

/// What the event loop is told.
#[derive(Debug)]
pub(super) enum News {
    Stroke(Stroke),
    Paste(Pasted),
    /// The window has another size.
    Resized,
    /// The shell wants the terminal for a while.
    #[cfg(unix)]
    Aside,
    /// The program goes on after it was stopped.
    #[cfg(unix)]
    Back,
    /// The system asks the program to end, or the terminal is gone.
    End,
}

/// Ends the program when the loop does not: it may wait for a disk or a printer. Everything that was shown is on the disk.
pub(super) fn end_by_force() {
    thread::park_timeout(GRACE);
    super::terminal::restore();
    std::process::exit(0);
}

/// Listens for signals from now on.
#[cfg(unix)]
pub(super) fn listen_to_signals(tell: Sender<News>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

    let mut signals =
        signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let news = match signal {
                SIGWINCH => News::Resized,
                SIGTSTP => News::Aside,
                SIGCONT => News::Back,
                _ => News::End,
            };
            let is_end = matches!(news, News::End);
            if tell.send(news).is_err() || is_end {
                return end_by_force();
            }
        }
    })?;
    Ok(())
}

/// Stops the program as the shell asked for it, until the shell lets it go on.
#[cfg(unix)]
pub(super) fn stand_aside() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
pub(super) fn listen_to_signals(_: Sender<News>) -> io::Result<()> {
    Ok(())
}
