//! What comes from the keyboard and the system, read by a thread of its own.
//!
//! The event loop may be busy with the disk. Keys are read all the same, each with the time at which it came: a key that is
//! held down is told from quick fingers by that time. And no bytes, whatever they are, can make the loop wait: clock, other
//! stations' work and printing go on.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::news::{self, News, end_by_force};
use crate::clock::Stopwatch;

pub(super) struct Input {
    news: Receiver<News>,
}

impl Input {
    /// Listens to the terminal, which is in raw mode, and to the system. Times are those of the stopwatch.
    ///
    /// # Errors
    /// When there is no terminal to read from, or no thread can be had.
    pub(super) fn open(watch: Stopwatch) -> io::Result<Self> {
        let (tell, news) = channel();
        news::listen_to_signals(tell.clone())?;
        let source = source::open()?;
        thread::Builder::new().name("input".to_owned()).spawn(move || {
            source::listen(&source, watch, &tell);
            // The loop may have ended already.
            let _ = tell.send(News::End);
            end_by_force();
        })?;
        Ok(Self { news })
    }

    /// Whether the program is told to end within that time; what else is told is left aside.
    pub(super) fn says_end_within(&self, patience: Duration) -> bool {
        loop {
            match self.news.recv_timeout(patience) {
                Ok(News::End) | Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => return false,
                Ok(_) => {}
            }
        }
    }

    /// Waits for news, and takes all that has come.
    pub(super) fn wait(&self, patience: Duration) -> Vec<News> {
        match self.news.recv_timeout(patience) {
            Ok(first) => std::iter::once(first).chain(self.news.try_iter()).collect(),
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => vec![News::End],
        }
    }
}

/// Tells what was read; says whether anybody listens.
fn tell_all(tell: &Sender<News>, news: impl IntoIterator<Item = News>) -> bool {
    news.into_iter().all(|one| tell.send(one).is_ok())
}

#[cfg(unix)]
mod source {
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::AsFd;
    use std::sync::mpsc::Sender;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use super::{News, tell_all};
    use crate::clock::Stopwatch;
    use crate::run::bytes::{Heard, Reader};
    use crate::ui::Pasted;

    /// The terminal, to be read from.
    pub(super) fn open() -> io::Result<File> {
        let input = io::stdin();
        if input.is_terminal() {
            Ok(input.as_fd().try_clone_to_owned()?.into())
        } else {
            File::open("/dev/tty")
        }
    }

    /// Reads until the terminal is gone or nobody listens. Nothing is read before something has come, so that an end of what
    /// has begun is never waited for.
    pub(super) fn listen(terminal: &File, watch: Stopwatch, tell: &Sender<News>) {
        let mut reader = Reader::default();
        let mut bytes = [0; 4096];
        loop {
            let patience = reader.patience().map(timespec);
            let heard = match poll(&mut [PollFd::new(terminal, PollFlags::IN)], patience.as_ref()) {
                Ok(0) => reader.end(),
                Ok(_) => match rustix::io::read(terminal, &mut bytes) {
                    // A terminal that is gone reads as the end of a file, or as an error.
                    Ok(0) => return,
                    Ok(count) => reader.read(&bytes[..count], watch.elapsed()),
                    Err(Errno::INTR | Errno::AGAIN) => continue,
                    Err(_) => return,
                },
                Err(Errno::INTR) => continue,
                Err(_) => return,
            };
            let news = heard.into_iter().map(|heard| match heard {
                Heard::Stroke(stroke) => News::Stroke(stroke),
                Heard::Paste(text) => News::Paste(Pasted(text)),
            });
            if !tell_all(tell, news) {
                return;
            }
        }
    }

    fn timespec(time: Duration) -> Timespec {
        Timespec {
            tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: time.subsec_nanos().into(),
        }
    }
}

#[cfg(windows)]
mod source {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::time::Duration;

    use crossterm::event::{self, Event};

    use super::{News, tell_all};
    use crate::clock::Stopwatch;
    use crate::run::bursts;

    pub(super) fn open() -> io::Result<()> {
        Ok(())
    }

    /// Reads until the console is gone or nobody listens.
    pub(super) fn listen(_: &(), watch: Stopwatch, tell: &Sender<News>) {
        while let Ok(batch) = batch() {
            if !tell_all(tell, bursts::news(&batch, watch.elapsed())) {
                return;
            }
        }
    }

    /// All that has come, once something has.
    fn batch() -> io::Result<Vec<Event>> {
        let mut batch = vec![event::read()?];
        while event::poll(Duration::ZERO)? {
            batch.push(event::read()?);
        }
        Ok(batch)
    }
}
