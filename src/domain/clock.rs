//! Whether the PC's clock can be believed, and what time it is at the desk when it cannot.
//!
//! A PC whose battery is empty starts in a year long gone, and nobody looks at the corner of the screen. What the file
//! says is the witness: nothing can be older than its last entry.

use serde::{Deserialize, Serialize};

use super::time::{Day, Stamp};

/// So far behind the last entry a clock may be, in seconds: it was set right by some minutes. What is written meanwhile
/// carries the time of the last entry.
pub const DRIFT: i64 = 5 * 60;

/// So far ahead of the last entry a clock may be, in seconds. No office rests longer, and one that did is asked once.
pub const FAR: i64 = 35 * 24 * 60 * 60;

/// A clock that went this much more or less than the time that passed was set by somebody, in seconds.
pub const JUMP: i64 = 2 * 60;

/// So long what was said counts before what the clock shows by itself, in seconds: for the rest of a working day.
const SAID_HOLDS: i64 = 18 * 60 * 60;

/// What a person said the time was, and what the PC's clock showed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub right: Stamp,
    pub shown: Stamp,
}

impl Said {
    /// The time by what was said, while the PC's clock shows that.
    pub fn at(self, shown: Stamp) -> Stamp {
        self.right.plus_seconds(shown.seconds().saturating_sub(self.shown.seconds()))
    }

    fn is_fresh(self, shown: Stamp) -> bool {
        (0..SAID_HOLDS).contains(&shown.seconds().saturating_sub(self.shown.seconds()))
    }
}

/// Why a clock is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is before the last entry of the file, or before the day on which this program was made.
    Behind,
    /// It is far ahead of the last entry.
    Ahead,
}

/// How far the time of the desk can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// It is what the PC's clock shows.
    Right,
    /// It is what a person said, and the PC's clock is wrong.
    Told,
    /// It goes on from the last entry, until somebody says what time it is.
    Doubtful(Doubt),
}

/// One look at the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The time of the desk.
    pub now: Stamp,
    /// What the PC's clock shows.
    pub shown: Stamp,
    pub trust: Trust,
}

impl Reading {
    /// A reading of a clock that nothing speaks against.
    pub const fn right(now: Stamp) -> Self {
        Self { now, shown: now, trust: Trust::Right }
    }

    /// What the PC's clock shows, when it is wrong.
    pub fn wrong(&self) -> Option<Stamp> {
        (self.trust != Trust::Right).then_some(self.shown)
    }

    /// Whether a number could go to a wrong day: then somebody is asked.
    pub fn asks(&self) -> bool {
        matches!(self.trust, Trust::Doubtful(_)) && self.shown.day() != self.now.day()
    }
}

/// By what a clock is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The stamp of the file's last entry.
    pub last: Option<Stamp>,
    /// Before this day the program had not been made.
    pub made: Option<Day>,
    pub said: Option<Said>,
}

impl Known {
    /// Earlier it cannot be.
    pub fn floor(&self) -> Option<Stamp> {
        self.last.max(self.made.map(Day::start))
    }

    /// What speaks against a moment.
    pub fn doubt(&self, at: Stamp) -> Option<Doubt> {
        let floor = self.floor()?;
        // The program may have been made in another time zone, a day ahead.
        let made = self.made.map(|day| day.minus_days(1).start());
        if self.last.is_some_and(|last| last.seconds_since(at) > DRIFT) || made.is_some_and(|made| at < made)
        {
            return Some(Doubt::Behind);
        }
        (self.last.is_some() && at.seconds_since(floor) > FAR).then_some(Doubt::Ahead)
    }

    /// Judges what the PC's clock shows. `running` is the time of the desk as a clock that only goes forward has it, from
    /// the reading before; `jumped` says that somebody has set the PC's clock since the time was said.
    ///
    /// What was said today counts first, then the PC's clock, so that one that is right again is used again. Without
    /// either the time goes on from where it was. It is never before the last entry.
    pub fn read(&self, shown: Stamp, running: Option<Stamp>, jumped: bool) -> Reading {
        let told = self.said.map(|said| said.at(shown)).filter(|at| self.doubt(*at).is_none());
        let told_now = told.filter(|_| !jumped && self.said.is_some_and(|said| said.is_fresh(shown)));
        let doubt = self.doubt(shown);
        let (now, trust) = match (told_now, doubt, told) {
            (Some(told), ..) | (None, Some(_), Some(told)) => {
                (told, if told == shown { Trust::Right } else { Trust::Told })
            }
            (None, None, _) => (shown, Trust::Right),
            (None, Some(doubt), None) => (running.or(self.floor()).unwrap_or(shown), Trust::Doubtful(doubt)),
        };
        let floor = if matches!(trust, Trust::Doubtful(_)) { self.floor() } else { self.last };
        Reading { now: now.max(floor.unwrap_or(now)), shown, trust }
    }
}

/// By so many seconds the clock of another station is ahead of this one, or behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Differs {
    pub station: super::ids::StationNo,
    pub seconds: i64,
}

impl Differs {
    /// How far they are apart, in seconds; to the half hour when it is the zone.
    pub const fn about(&self) -> i64 {
        let seconds = self.seconds.abs();
        if self.is_zone() { (seconds + 900) / 1800 * 1800 } else { seconds }
    }

    /// Whether the two clocks agree but for the time zone: they differ by whole half hours.
    pub const fn is_zone(&self) -> bool {
        const HALF_HOUR: i64 = 30 * 60;
        let rest = self.seconds.rem_euclid(HALF_HOUR);
        self.seconds.abs() <= 26 * 60 * 60
            && self.seconds.abs() >= HALF_HOUR - JUMP
            && (rest <= JUMP || rest >= HALF_HOUR - JUMP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Stamp {
        let (day, time) = text.split_once(' ').unwrap();
        day.parse::<Day>().unwrap().at_typed(time).unwrap()
    }

    fn known(last: &str) -> Known {
        Known { last: Some(at(last)), ..Known::default() }
    }

    #[test]
    fn a_clock_is_judged_by_the_last_entry() {
        let known = known("2026-11-21 09:00");
        for (shown, doubt) in [
            ("2026-11-21 09:00", None),
            ("2026-11-21 08:56", None),
            ("2026-11-21 08:54", Some(Doubt::Behind)),
            ("2026-11-20 23:59", Some(Doubt::Behind)),
            ("2020-01-01 00:00", Some(Doubt::Behind)),
            ("1969-12-31 23:00", Some(Doubt::Behind)),
            ("0001-01-01 00:00", Some(Doubt::Behind)),
            ("2026-12-21 07:00", None),
            ("2026-12-31 07:00", Some(Doubt::Ahead)),
            ("2027-11-21 07:00", Some(Doubt::Ahead)),
            ("2038-01-19 10:14", Some(Doubt::Ahead)),
            ("9999-12-31 23:59", Some(Doubt::Ahead)),
        ] {
            assert_eq!(known.doubt(at(shown)), doubt, "{shown}");
        }
    }

    #[test]
    fn years_and_months_turn_as_the_calendar_has_it() {
        for (last, shown) in [
            ("2026-12-31 16:59", "2027-01-01 07:30"),
            ("2028-02-28 16:59", "2028-02-29 07:30"),
            ("2028-02-29 16:59", "2028-03-01 07:30"),
            ("2038-01-18 16:59", "2038-01-19 10:15"),
            ("2099-12-31 16:59", "2100-01-04 07:30"),
        ] {
            assert_eq!(known(last).read(at(shown), None, false), Reading::right(at(shown)), "{last}");
        }
    }

    #[test]
    fn without_a_file_the_day_of_the_program_is_the_floor() {
        let made: Day = "2026-11-01".parse().unwrap();
        let known = Known { made: Some(made), ..Known::default() };
        assert_eq!(known.doubt(at("2026-10-31 12:00")), None);
        assert_eq!(known.doubt(at("2026-10-30 12:00")), Some(Doubt::Behind));
        assert_eq!(known.doubt(at("2041-01-01 00:00")), None, "a program may be old");
        assert_eq!(known.read(at("2020-01-01 00:00"), None, false).now, made.start());
        assert_eq!(Known::default().doubt(at("2020-01-01 00:00")), None);
    }

    #[test]
    fn in_doubt_the_time_goes_on_from_the_last_entry() {
        let known = known("2026-11-21 09:00");
        let first = known.read(at("2020-01-01 00:01"), None, false);
        assert_eq!((first.now, first.trust), (at("2026-11-21 09:00"), Trust::Doubtful(Doubt::Behind)));
        assert!(first.asks());
        let later = known.read(at("2020-01-01 00:11"), Some(at("2026-11-21 09:10")), false);
        assert_eq!(later.now, at("2026-11-21 09:10"));
    }

    #[test]
    fn what_was_said_holds_until_the_clock_is_right_again() {
        let said = Said { right: at("2026-11-21 09:30"), shown: at("2020-01-01 00:10") };
        let known = Known { said: Some(said), ..known("2026-11-21 09:30") };
        let told = known.read(at("2020-01-01 00:40"), None, false);
        assert_eq!((told.now, told.trust), (at("2026-11-21 10:00"), Trust::Told));
        // Somebody sets the clock right, and the offset must not make it wrong.
        let right = known.read(at("2026-11-21 10:05"), Some(at("2026-11-21 10:05")), true);
        assert_eq!(right, Reading::right(at("2026-11-21 10:05")));
        // The next power cut: the clock begins anew, and what was said yesterday would be before the last entry.
        let later = Known { last: Some(at("2026-11-21 16:40")), ..known };
        let again = later.read(at("2020-01-01 00:02"), None, false);
        assert_eq!((again.now, again.trust), (at("2026-11-21 16:40"), Trust::Doubtful(Doubt::Behind)));
    }

    #[test]
    fn a_clock_some_hours_behind_follows_what_was_said_all_day_long() {
        let said = Said { right: at("2026-11-21 09:30"), shown: at("2026-11-21 06:30") };
        let known = Known { said: Some(said), ..known("2026-11-21 11:30") };
        // After lunch the clock itself has passed the last entry.
        assert_eq!(known.read(at("2026-11-21 11:31"), None, false).now, at("2026-11-21 14:31"));
        // It was set right at half past one.
        assert_eq!(known.read(at("2026-11-21 13:30"), None, true).now, at("2026-11-21 13:30"));
        // The next morning it is believed again as long as it can be.
        assert_eq!(known.read(at("2026-11-22 07:30"), None, false).trust, Trust::Right);
    }

    #[test]
    fn no_reading_is_before_the_last_entry_or_overflows() {
        let edges = [i64::MIN, -1, 0, 1, at("2026-11-21 09:00").seconds(), i64::from(i32::MAX), i64::MAX];
        let stamps = edges.map(Stamp::from_seconds);
        for shown in stamps {
            for right in stamps {
                for last in stamps {
                    let said = Some(Said { right, shown: Stamp::from_seconds(77) });
                    let known = Known { last: Some(last), made: None, said };
                    for jumped in [false, true] {
                        assert!(known.read(shown, None, jumped).now >= last);
                    }
                }
            }
        }
    }

    #[test]
    fn a_difference_of_whole_half_hours_is_one_of_the_zone() {
        let differs = |seconds| Differs { station: super::super::ids::StationNo::new(2).unwrap(), seconds };
        for (seconds, is_zone) in [
            (7 * 3600, true),
            (-7 * 3600 + 2, true),
            (5 * 3600 + 1800, true),
            (600, false),
            (4000, false),
            (86_400 * 365, false),
        ] {
            assert_eq!(differs(seconds).is_zone(), is_zone, "{seconds}");
        }
    }
}
