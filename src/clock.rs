//! The only reader of the clock.

use std::time::Duration;

use crate::domain::Stamp;

/// Where the time comes from: the machine at the desk, a fixed moment in a test.
pub trait Clock {
    /// The desk's wall clock.
    fn now(&self) -> Stamp;

    /// A clock that only goes forward, for telling a key that repeats from a key that was pressed again.
    fn elapsed(&self) -> Duration;
}

#[derive(Debug)]
pub struct SystemClock {
    start: std::time::Instant,
}

impl SystemClock {
    /// A clock whose [`Clock::elapsed`] counts from now.
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn new() -> Self {
        Self { start: std::time::Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    fn now(&self) -> Stamp {
        Stamp::from(chrono::Local::now().naive_local())
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}

/// A clock's [`Clock::elapsed`] for another thread.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch {
    start: std::time::Instant,
    /// What the clock showed at the start.
    ahead: Duration,
}

impl Stopwatch {
    /// A stopwatch that goes with a clock from now on.
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn beside(clock: &dyn Clock) -> Self {
        Self { ahead: clock.elapsed(), start: std::time::Instant::now() }
    }

    /// What the clock shows.
    pub fn elapsed(self) -> Duration {
        self.ahead + self.start.elapsed()
    }
}
