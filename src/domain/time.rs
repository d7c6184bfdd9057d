//! Time as the desk's own wall clock shows it.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// A moment on the desk's wall clock, to the second.
///
/// Kept as seconds since 1970-01-01 00:00 *of that clock*, not of UTC: what people at the desk argue about is the
/// time on the wall, Viet Nam has one time zone and no summer time, and an old PC's zone is often set wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(i64);

impl Stamp {
    /// The moment that many seconds after the clock's 1970-01-01 00:00.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since the clock's 1970-01-01 00:00.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    pub fn day(self) -> Day {
        Day(self.date_time().date())
    }

    /// The hour, 0–23.
    pub fn hour(self) -> u8 {
        u8::try_from(self.0.rem_euclid(86_400) / 3_600).unwrap_or(0)
    }

    /// Hour and minute, for a screen.
    pub fn clock(self) -> (u32, u32) {
        let time = self.date_time();
        (time.hour(), time.minute())
    }

    /// Day, hour and minute for the name of a file: `2026-12-01-0905`.
    pub fn for_file_name(self) -> String {
        let (hour, minute) = self.clock();
        format!("{}-{hour:02}{minute:02}", self.day())
    }

    /// Whole seconds from `earlier` until this moment; zero when `earlier` is later, because a clock that was set
    /// back must not make a wait negative.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        let seconds = self.0.saturating_sub(earlier.0);
        if seconds < 0 { 0 } else { seconds }
    }

    /// This moment, that many seconds later.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The same moment as a chrono value.
    pub fn date_time(self) -> NaiveDateTime {
        chrono::DateTime::from_timestamp(self.0, 0).map_or(NaiveDateTime::MIN, |utc| utc.naive_utc())
    }
}

impl From<NaiveDateTime> for Stamp {
    fn from(time: NaiveDateTime) -> Self {
        Self(time.and_utc().timestamp())
    }
}

/// A calendar day at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of a text that is nothing but `2026-11-21`; `None` for any other.
    pub fn from_digits(text: &[u8]) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
            })
        };
        let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
        NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?).map(Self)
    }

    /// A day as people write it here: `21/11/2026`, `1-2-2026`, `21112026`; without a year, that of `year`, if any.
    pub fn as_written(text: &str, year: Option<i32>) -> Option<Self> {
        let text = text.trim();
        let parts: Vec<&str> = if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            vec![&text[..2], &text[2..4], &text[4..]]
        } else {
            text.split(['/', '-', '.', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect()
        };
        let (day, month, year) = match parts.as_slice() {
            [day, month] => (day, month, year?),
            [day, month, year] if year.len() == 4 => (day, month, year.parse().ok()?),
            _ => return None,
        };
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?).map(Self)
    }

    /// Midnight at the start of the day.
    pub fn start(self) -> Stamp {
        Stamp::from(self.0.and_time(NaiveTime::MIN))
    }

    /// The moment at that hour and minute of the day.
    pub fn at(self, hour: u32, minute: u32) -> Stamp {
        self.start().plus_seconds(i64::from(hour) * 3600 + i64::from(minute) * 60)
    }

    /// The moment of this day that a person typed: `9:30`, `9h30`, `9h`, `0930`; `None` when it is no time of day.
    pub fn at_typed(self, text: &str) -> Option<Stamp> {
        let text = text.trim().to_lowercase();
        let (hour, minute) = match text.split_once([':', 'h', '.', 'g']) {
            Some((hour, "")) => (hour, "0"),
            Some(parts) => parts,
            None => text.split_at_checked(text.len().checked_sub(2).filter(|hours| *hours > 0)?)?,
        };
        let number = |text: &str| {
            let digits = !text.is_empty() && text.len() <= 2 && text.bytes().all(|one| one.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| digits)
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        (hour < 24 && minute < 60).then(|| self.at(hour, minute))
    }

    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// Day of the month, month and year.
    pub fn parts(self) -> (u32, u32, i32) {
        (self.0.day(), self.0.month(), self.0.year())
    }

    /// Days since Monday: 0 for Monday, 6 for Sunday.
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// The day that many days before, or this one at the edge of the calendar.
    #[must_use]
    pub fn minus_days(self, days: u64) -> Self {
        self.0.checked_sub_days(Days::new(days)).map_or(self, Self)
    }

    /// The day that many days after, or this one at the edge of the calendar.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Self {
        self.0.checked_add_days(Days::new(days)).map_or(self, Self)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl std::fmt::Display for Day {
    /// `2026-11-21`, as files and the command line write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl std::str::FromStr for Day {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map(Self)
    }
}

/// When a party is to come back: a day, and a time of that day where one was agreed (giờ hẹn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Agreed {
    pub day: Day,
    pub at: Option<Stamp>,
}

impl Agreed {
    /// That day, whatever the time.
    pub const fn on(day: Day) -> Self {
        Self { day, at: None }
    }

    /// Of a text as [`Display`](std::fmt::Display) writes it; `None` of any other.
    pub fn from_text(text: &str) -> Option<Self> {
        let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
        let day = Day::from_digits(day.as_bytes())?;
        let at = match time {
            Some(time) => Some(day.at_typed(time).filter(|at| clock_text(*at) == time)?),
            None => None,
        };
        Some(Self { day, at })
    }
}

/// `09:30`.
fn clock_text(at: Stamp) -> String {
    let (hour, minute) = at.clock();
    format!("{hour:02}:{minute:02}")
}

impl std::fmt::Display for Agreed {
    /// `2026-12-01`, or `2026-12-01 09:30`, as the file holds it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            None => self.day.fmt(f),
            Some(at) => write!(f, "{} {}", self.day, clock_text(at)),
        }
    }
}

impl From<Agreed> for String {
    fn from(agreed: Agreed) -> Self {
        agreed.to_string()
    }
}

impl TryFrom<String> for Agreed {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_text(&text).ok_or("a day as 2026-12-01, with a time as 2026-12-01 09:30")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        let day: Day = "2026-11-21".parse().unwrap();
        for typed in ["9:30", "09:30", " 9h30", "9H30", "9g30", "0930", "930", "9.30"] {
            assert_eq!(day.at_typed(typed), Some(day.at(9, 30)), "{typed}");
        }
        assert_eq!(day.at_typed("14h"), Some(day.at(14, 0)));
        for wrong in ["", "9", "30", "24:00", "9:60", "9:5x", "a:b", "12345", "-9:30", "9:300", "é30", ":"] {
            assert_eq!(day.at_typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_agreed_is_read_as_it_is_written() {
        for text in ["2026-12-01", "2026-12-01 09:30", "2026-12-01 00:00"] {
            assert_eq!(Agreed::from_text(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-12-01 ",
            "2026-12-01 9:30",
            "2026-12-01 24:00",
            "2026-02-29 09:00",
            "2026-12-01 09:30 ",
        ] {
            assert_eq!(Agreed::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_of_digits_is_the_day_that_is_parsed() {
        for text in ["2026-11-21", "2028-02-29", "0001-01-01"] {
            assert_eq!(Day::from_digits(text.as_bytes()), text.parse().ok());
        }
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "+026-11-21", "2026-11-21 ", ""] {
            assert_eq!(Day::from_digits(text.as_bytes()), None, "{text}");
        }
    }
}
