//! What the system tells the program by signals: to end, to stand aside for a while, to look at its window again.

use std::io;
use std::sync::mpsc::Sender;

use super::input::News;

/// Listens for signals from now on.
#[cfg(unix)]
pub(super) fn listen(tell: Sender<News>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

    let mut signals =
        signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let news = match signal {
                SIGWINCH => News::Resized,
                SIGTSTP => News::Aside,
                SIGCONT => News::Back,
                _ => News::End,
            };
            let is_end = matches!(news, News::End);
            if tell.send(news).is_err() || is_end {
                return super::input::end_by_force();
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
pub(super) fn listen(_: Sender<News>) -> io::Result<()> {
    Ok(())
}
