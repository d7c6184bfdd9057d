//! The only reader of the clock.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crate::domain::clock::{JUMP, Known, Reading, Trust};
use crate::domain::{Day, Stamp};

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
        stamp_of(std::time::SystemTime::now())
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}

/// What the wall clock shows at a moment, also before 1970: a PC without a battery starts anywhere, and chrono's own clock
/// panics there.
fn stamp_of(moment: std::time::SystemTime) -> Stamp {
    let whole = |span: Duration| i64::try_from(span.as_secs()).unwrap_or(i64::MAX);
    let seconds = match moment.duration_since(std::time::UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(before) => -whole(before.duration()) - i64::from(before.duration().subsec_nanos() > 0),
    };
    let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    Stamp::from(at.with_timezone(&chrono::Local).naive_local())
}

/// How many days the PC on which the program was made may have been ahead.
const MADE_AHEAD: u64 = 60;

/// Before this day the program had surely not been made.
pub fn made() -> Day {
    let days: i64 = env!("MOTCUA_MADE").parse().unwrap_or_default();
    Stamp::from_seconds(days * 86_400).day().minus_days(MADE_AHEAD)
}

/// The time at the desk: the PC's clock as long as it can be believed, see [`Known::read`].
pub struct DeskClock {
    pc: Rc<dyn Clock>,
    known: Cell<Known>,
    /// What the PC's clock and the one that only goes forward showed when they were read last.
    seen: Cell<Option<(Stamp, Duration)>>,
    /// A time of the desk, and what the clock that only goes forward showed then.
    anchor: Cell<Option<(Stamp, Duration)>>,
    /// Whether somebody has set the PC's clock since the time was said.
    has_jumped: Cell<bool>,
}

impl DeskClock {
    /// A clock that believes the PC's, until it [knows](Self::know) better.
    pub fn over(pc: Rc<dyn Clock>) -> Self {
        let known = Cell::new(Known::default());
        Self { pc, known, seen: Cell::default(), anchor: Cell::default(), has_jumped: Cell::default() }
    }

    /// By what the PC's clock is judged from now on.
    pub fn know(&self, known: Known) {
        if known.said != self.known.replace(known).said {
            self.has_jumped.set(false);
        }
    }

    pub fn known(&self) -> Known {
        self.known.get()
    }

    /// Whether the PC's clock is right by itself although a time was said: somebody has set it meanwhile.
    pub fn is_right_again(&self) -> bool {
        let known = self.known.get();
        let shown = self.reading().shown;
        self.has_jumped.get() && known.said.is_some() && known.doubt(shown).is_none()
    }

    /// One look at the clock.
    pub fn reading(&self) -> Reading {
        let (shown, elapsed) = (self.pc.now(), self.pc.elapsed());
        if let Some((before, then)) = self.seen.replace(Some((shown, elapsed))) {
            let went = shown.seconds().saturating_sub(before.seconds());
            if went.saturating_sub(seconds(elapsed, then)).abs() > JUMP {
                self.has_jumped.set(true);
            }
        }
        let running = self.anchor.get().map(|(at, then)| at.plus_seconds(seconds(elapsed, then)));
        let reading = self.known.get().read(shown, running, self.has_jumped.get());
        // In doubt the anchor holds: taken anew at each look, it would lose the part of a second each time.
        if !matches!(reading.trust, Trust::Doubtful(_)) || running.is_none_or(|at| at < reading.now) {
            self.anchor.set(Some((reading.now, elapsed)));
        }
        reading
    }
}

/// Whole seconds from one moment of the clock that only goes forward to a later one.
fn seconds(elapsed: Duration, then: Duration) -> i64 {
    i64::try_from(elapsed.saturating_sub(then).as_secs()).unwrap_or(i64::MAX)
}

impl DeskClock {
    /// The time at the desk.
    pub fn now(&self) -> Stamp {
        self.reading().now
    }

    /// The PC's clock that only goes forward.
    pub fn elapsed(&self) -> Duration {
        self.pc.elapsed()
    }
}

impl Clock for DeskClock {
    fn now(&self) -> Stamp {
        self.now()
    }

    fn elapsed(&self) -> Duration {
        self.elapsed()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_moment_that_a_pc_may_show_has_a_stamp() {
        let epoch = std::time::UNIX_EPOCH;
        let day = Duration::from_hours(24);
        for (moment, year) in [
            (epoch - day * 365 * 69, 1901),
            (epoch - day * 200, 1969),
            (epoch + day * 200, 1970),
            (epoch + Duration::from_secs(1 << 31) + day * 30, 2038),
            (epoch + day * 365 * 200, 2169),
        ] {
            assert_eq!(stamp_of(moment).day().parts().2, year);
        }
        let second = Duration::from_millis(1_500);
        assert_eq!(stamp_of(epoch - second), stamp_of(epoch).plus_seconds(-2), "rounded down, as after 1970");
    }
}
