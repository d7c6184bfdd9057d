//! Numbers, dates and durations as people here write them.

use crate::domain::tally::hundredths;
use crate::domain::{Agreed, Day, Stamp};
use crate::lang::Lang;

impl Lang {
    /// A day: `21/11/2026`.
    pub fn date(self, day: Day) -> String {
        let (day, month, year) = day.parts();
        format!("{day:02}/{month:02}/{year}")
    }

    /// When a party is to come back: `01/12/2026`, or «01/12/2026 lúc 09:30».
    pub fn agreed(self, when: Agreed) -> String {
        self.with_time(self.date(when.day), when)
    }

    /// A day in words with the time that was agreed on it, if one was.
    pub fn with_time(self, day: String, when: Agreed) -> String {
        when.at.map(|at| self.day_at(&day, &self.clock(at))).unwrap_or(day)
    }

    /// A day without its year: `21/11`.
    pub fn short_date(self, day: Day) -> String {
        let (day, month, _) = day.parts();
        format!("{day:02}/{month:02}")
    }

    /// The weekday: «thứ Hai», `Monday`.
    pub const fn weekday(self, from_monday: usize) -> &'static str {
        const VI: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
        const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        match self {
            Self::Vi => VI[from_monday % 7],
            Self::En => EN[from_monday % 7],
        }
    }

    /// The time of day: `08:05`.
    pub fn clock(self, at: Stamp) -> String {
        let (hour, minute) = at.clock();
        format!("{hour:02}:{minute:02}")
    }

    /// A duration in whole minutes: «7 phút», «1 giờ 20 phút».
    pub fn duration(self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (self, hours, rest) {
            (Self::Vi, 0, _) => format!("{minutes} phút"),
            (Self::En, 0, _) => format!("{minutes} min"),
            (Self::Vi, _, 0) => format!("{hours} giờ"),
            (Self::En, _, 0) => format!("{hours} h"),
            (Self::Vi, ..) => format!("{hours} giờ {rest} phút"),
            (Self::En, ..) => format!("{hours} h {rest} min"),
        }
    }

    /// A duration in a column: `38'`, from an hour on `1g10`.
    pub fn short_duration(self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        match (self, minutes / 60, minutes % 60) {
            (_, 0, _) => format!("{minutes}'"),
            (Self::Vi, hours, rest) => format!("{hours}g{rest:02}"),
            (Self::En, hours, rest) => format!("{hours}h{rest:02}"),
        }
    }

    /// A running time: `3:20`; from an hour on nobody counts seconds: «1 giờ 3 phút».
    pub fn running(self, seconds: i64) -> String {
        match seconds.max(0) {
            seconds @ 0..3600 => format!("{}:{:02}", seconds / 60, seconds % 60),
            long => self.duration(long),
        }
    }

    /// A share: «64,28 %», `64.28%`; two digits after the comma, rounded half up.
    pub fn percentage(self, part: u64, whole: u64) -> String {
        match hundredths(part, whole) {
            Some(share) => self.whole_percent_of(&self.hundredths(share)),
            None => self.no_number().to_owned(),
        }
    }

    /// A share in whole per cent, rounded half up: «64 %», `64%`.
    pub fn percent(self, part: u64, whole: u64) -> String {
        match hundredths(part, whole) {
            Some(share) => self.whole_percent_of(&self.whole_percents(share)),
            None => self.no_number().to_owned(),
        }
    }

    /// A difference of shares, in hundredths of a per cent: «1,20 điểm %».
    pub fn percentage_points(self, hundredths: u64) -> String {
        self.percentage_points_of(&self.hundredths(hundredths))
    }

    fn whole_percent_of(self, number: &str) -> String {
        match self {
            Self::Vi => format!("{number}\u{a0}%"),
            Self::En => format!("{number}%"),
        }
    }

    /// Hundredths as a number: `64,28` in Vietnamese, `64.28` in English.
    pub fn hundredths(self, number: u64) -> String {
        format!("{}{}{:02}", self.count(number / 100), self.decimal_sign(), number % 100)
    }

    /// Hundredths as a screen says them, rounded half up: `64`.
    pub fn whole_percents(self, hundredths: u64) -> String {
        self.count((hundredths + 50) / 100)
    }

    const fn decimal_sign(self) -> char {
        match self {
            Self::Vi => ',',
            Self::En => '.',
        }
    }

    /// Hours with one digit after the comma, rounded half up: «26,5».
    pub fn decimal_hours(self, seconds: i64) -> String {
        let tenths = (seconds.max(0) + 180) / 360;
        let whole = u64::try_from(tenths / 10).unwrap_or(0);
        format!("{}{}{}", self.count(whole), self.decimal_sign(), tenths % 10)
    }

    /// A count: `1.234.567` in Vietnamese, `1,234,567` in English.
    pub fn count(self, number: impl Into<u64>) -> String {
        let digits = number.into().to_string();
        let separator = match self {
            Self::Vi => '.',
            Self::En => ',',
        };
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_here() {
        let day: Day = "2026-11-05".parse().unwrap();
        assert_eq!(Lang::Vi.date(day), "05/11/2026");
        assert_eq!(Lang::Vi.weekday(day.weekday()), "thứ Năm");
        assert_eq!(Lang::Vi.count(1_234_567_u32), "1.234.567");
        assert_eq!(Lang::En.count(1_234_u32), "1,234");
        assert_eq!(Lang::Vi.count(12_u32), "12");
        assert_eq!(Lang::Vi.whole_percents(8_000), "80");
        assert_eq!(Lang::Vi.whole_percents(6_450), "65");
        for (seconds, vi, en) in [
            (59, "0 phút", "0 min"),
            (420, "7 phút", "7 min"),
            (4800, "1 giờ 20 phút", "1 h 20 min"),
            (3600, "1 giờ", "1 h"),
        ] {
            assert_eq!(Lang::Vi.duration(seconds), vi);
            assert_eq!(Lang::En.duration(seconds), en);
        }
        assert_eq!(Lang::Vi.running(200), "3:20");
        assert_eq!(Lang::Vi.running(35_693), "9 giờ 54 phút");
        assert_eq!(Lang::Vi.short_duration(38 * 60), "38'");
        assert_eq!(Lang::Vi.short_duration(70 * 60), "1g10");
        assert_eq!(Lang::En.short_duration(1014 * 60), "16h54");
    }
}
