//! Spans (kỳ báo cáo): the stretch of time that a tally is about.

use serde::{Deserialize, Serialize};

use super::coded::coded;
use super::ids::ShiftId;
use super::shift::Shift;
use super::time::{Day, Stamp};

coded! {
    /// Which stretch, beside whose calendar it is.
    SpanKind {
        Day = "day",
        Shift = "shift",
        /// Tuần, from Monday to Sunday; the Youth Union meets weekly (docs/domain.md, "Tallies and reports").
        Week = "week",
        Month = "month",
        Quarter = "quarter",
        HalfYear = "half-year",
        Year = "year",
        /// Any days from one to another (khoảng ngày).
        Range = "range",
    }
}

coded! {
    Calendar {
        /// From the first of a month (dương lịch).
        Civil = "civil",
        /// The administrative month runs from the 15th of the month before to the 14th; the year from 15/12 to 14/12
        /// (tháng chốt 15–14, docs/domain.md, "Tallies and reports").
        Administrative = "administrative",
    }
}

impl SpanKind {
    /// Whether the two calendars differ in it.
    pub const fn has_calendars(self) -> bool {
        matches!(self, Self::Month | Self::Quarter | Self::HalfYear | Self::Year)
    }

    /// Months that it is made of; nought for what is not made of months.
    const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
            _ => 0,
        }
    }
}

/// The first day after which an administrative month belongs to the next one.
const LAST_ADMINISTRATIVE_DAY: u32 = 14;

/// The most days of a span: ten years.
pub const MOST_DAYS: i64 = 3_660;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanFlaw {
    Reversed,
    Future,
    /// It is longer than [`MOST_DAYS`].
    TooLong,
}

/// A stretch of whole days, or a shift within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub kind: SpanKind,
    /// Whose months; [`Calendar::Civil`] where it makes no difference.
    pub calendar: Calendar,
    pub from: Day,
    /// The last day, part of it.
    pub until: Day,
    /// The shift, of [`SpanKind::Shift`] alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<ShiftTimes>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ShiftTimes {
    pub id: ShiftId,
    /// Its part of the day.
    pub part: super::shift::ShiftPart,
    /// When what it is answerable for begins: the end of the shift before it, or midnight.
    pub from: Stamp,
    /// When that ends, not part of it: its closing, or the end of the day.
    pub until: Stamp,
}

impl Span {
    pub const fn day(day: Day) -> Self {
        Self { kind: SpanKind::Day, calendar: Calendar::Civil, from: day, until: day, shift: None }
    }

    /// The span of that kind that a day lies in. A range of one day has no other; a shift must be named by
    /// [`Self::shift`], and is its day here.
    pub fn of(kind: SpanKind, calendar: Calendar, day: Day) -> Self {
        let calendar = if kind.has_calendars() { calendar } else { Calendar::Civil };
        let (from, until) = match kind {
            SpanKind::Day | SpanKind::Range | SpanKind::Shift => {
                return Self { kind: SpanKind::Day, ..Self::day(day) };
            }
            SpanKind::Week => {
                let monday = day.minus_days(day.weekday() as u64);
                (monday, monday.plus_days(6))
            }
            SpanKind::Month | SpanKind::Quarter | SpanKind::HalfYear | SpanKind::Year => {
                let (of_month, month, year) = day.parts();
                let mut months = year * 12 + month.cast_signed() - 1;
                if calendar == Calendar::Administrative && of_month > LAST_ADMINISTRATIVE_DAY {
                    months += 1;
                }
                months_from(months - months.rem_euclid(kind.months()), kind.months(), calendar)
            }
        };
        Self { kind, calendar, from, until, shift: None }
    }

    /// A shift of a day among the shifts of that day: what happened between two shifts belongs to the later one, and
    /// what happened after the last one to the last, so that the shifts of a day add up to the day.
    ///
    /// `None` when the shift is not among them.
    pub fn shift(shift: &Shift, of_day: &[Shift]) -> Option<Self> {
        let at = of_day.iter().position(|one| one.id == shift.id)?;
        let start = shift.day.start();
        let end = shift.day.plus_days(1).start();
        let ended = |one: &Shift| one.closed.unwrap_or(end).clamp(start, end);
        let from = if at == 0 { start } else { ended(&of_day[at - 1]) };
        let until = if at + 1 == of_day.len() { end } else { ended(shift) };
        let times = ShiftTimes { id: shift.id, part: shift.part, from, until: until.max(from) };
        Some(Self { kind: SpanKind::Shift, shift: Some(times), ..Self::day(shift.day) })
    }

    /// Days from one to another, both part of it.
    pub fn range(from: Day, until: Day, today: Day) -> Result<Self, SpanFlaw> {
        let span = Self { kind: SpanKind::Range, calendar: Calendar::Civil, from, until, shift: None };
        if until < from {
            return Err(SpanFlaw::Reversed);
        }
        if from > today {
            return Err(SpanFlaw::Future);
        }
        if span.days() > MOST_DAYS {
            return Err(SpanFlaw::TooLong);
        }
        Ok(span)
    }

    /// Whether it is a single day or a shift, which is not compared with the one before: that would say little.
    pub const fn is_short(self) -> bool {
        matches!(self.kind, SpanKind::Day | SpanKind::Shift)
    }

    pub fn days(self) -> i64 {
        (self.until.date() - self.from.date()).num_days() + 1
    }

    /// The first moment of it.
    pub fn start(self) -> Stamp {
        self.shift.map_or_else(|| self.from.start(), |shift| shift.from)
    }

    /// The first moment after it.
    pub fn end(self) -> Stamp {
        self.shift.map_or_else(|| self.until.plus_days(1).start(), |shift| shift.until)
    }

    pub fn contains(self, at: Stamp) -> bool {
        self.start() <= at && at < self.end()
    }

    /// The span before it, of the same kind and as long. A shift's is the same day a week before: of a single day the
    /// weekday matters most, and of a shift the file may have none.
    #[must_use]
    pub fn before(self) -> Self {
        match self.kind {
            SpanKind::Range => {
                let until = self.from.minus_days(1);
                let days = u64::try_from(self.days() - 1).unwrap_or(0);
                Self { from: until.minus_days(days), until, ..self }
            }
            SpanKind::Shift => Self::day(self.from.minus_days(7)),
            kind => Self::of(kind, self.calendar, self.from.minus_days(1)),
        }
    }

    /// What it is compared with as of a day: the span before it; while it is not over the same number of days of that one.
    #[must_use]
    pub fn compared_on(self, today: Day) -> Self {
        let before = self.before();
        if today >= self.until || self.is_short() {
            return before;
        }
        let gone = u64::try_from((today.date() - self.from.date()).num_days()).unwrap_or(0);
        let until = before.from.plus_days(gone).min(before.until);
        Self { kind: SpanKind::Range, calendar: Calendar::Civil, until, ..before }
    }

    /// The span after it, of the same kind and as long.
    #[must_use]
    pub fn after(self) -> Self {
        match self.kind {
            SpanKind::Range => {
                let from = self.until.plus_days(1);
                let days = u64::try_from(self.days() - 1).unwrap_or(0);
                Self { from, until: from.plus_days(days), ..self }
            }
            SpanKind::Shift => Self::day(self.from.plus_days(1)),
            kind => Self::of(kind, self.calendar, self.until.plus_days(1)),
        }
    }

    /// Its number within the year: of a month, quarter or half-year from 1; of anything else nought. With the year it
    /// belongs to.
    pub fn number(self) -> (u32, i32) {
        // The last day is in the month that an administrative month is called after.
        let (_, month, year) = self.until.parts();
        let number = match self.kind.months() {
            0 | 12 => 0,
            months => (month.cast_signed() - 1) / months + 1,
        };
        (number.cast_unsigned(), year)
    }

    /// A word that names it in a file and among the papers that were printed: `2026-11-21`, `2026-11-21..2026-11-30`,
    /// `month-2026-11-01..2026-11-30`, `shift-17-2026-11-21`. The same span always has the same.
    pub fn key(self) -> String {
        match (self.kind, self.shift) {
            (SpanKind::Day, _) => self.from.to_string(),
            (_, Some(shift)) => format!("shift-{}-{}", shift.id.0, self.from),
            (SpanKind::Range, _) => format!("{}..{}", self.from, self.until),
            (kind, _) => format!("{}-{}..{}", kind.code(), self.from, self.until),
        }
    }
}

impl From<Day> for Span {
    fn from(day: Day) -> Self {
        Self::day(day)
    }
}

/// `count` months from a month that is counted from the year nought.
fn months_from(first: i32, count: i32, calendar: Calendar) -> (Day, Day) {
    let begin = |months: i32| {
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12).cast_unsigned() + 1);
        let day = chrono::NaiveDate::from_ymd_opt(year, month, 1)
            .map_or_else(|| chrono::NaiveDate::MIN.into(), Day::from);
        match calendar {
            Calendar::Civil => day,
            // The 15th of the month before.
            Calendar::Administrative => {
                let before = day.minus_days(1);
                let (of_month, ..) = before.parts();
                before.minus_days(u64::from(of_month - LAST_ADMINISTRATIVE_DAY - 1))
            }
        }
    };
    (begin(first), begin(first + count).minus_days(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn ends(kind: SpanKind, calendar: Calendar, of: &str) -> (String, String) {
        let span = Span::of(kind, calendar, day(of));
        (span.from.to_string(), span.until.to_string())
    }

    #[test]
    fn every_kind_has_the_days_that_the_domain_gives_it() {
        use Calendar::{Administrative, Civil};
        use SpanKind::{Day, HalfYear, Month, Quarter, Week, Year};
        for (kind, calendar, of, from, until) in [
            (Day, Civil, "2026-11-21", "2026-11-21", "2026-11-21"),
            (Week, Civil, "2026-11-22", "2026-11-16", "2026-11-22"),
            (Week, Civil, "2026-11-16", "2026-11-16", "2026-11-22"),
            (Month, Civil, "2028-02-29", "2028-02-01", "2028-02-29"),
            (Month, Administrative, "2026-11-14", "2026-10-15", "2026-11-14"),
            (Month, Administrative, "2026-11-15", "2026-11-15", "2026-12-14"),
            (Month, Administrative, "2026-12-15", "2026-12-15", "2027-01-14"),
            (Month, Administrative, "2027-03-02", "2027-02-15", "2027-03-14"),
            (Quarter, Civil, "2026-11-21", "2026-10-01", "2026-12-31"),
            (Quarter, Administrative, "2026-12-20", "2026-12-15", "2027-03-14"),
            (HalfYear, Civil, "2026-06-30", "2026-01-01", "2026-06-30"),
            (HalfYear, Administrative, "2026-06-30", "2026-06-15", "2026-12-14"),
            (Year, Civil, "2026-11-21", "2026-01-01", "2026-12-31"),
            (Year, Administrative, "2026-12-14", "2025-12-15", "2026-12-14"),
            (Year, Administrative, "2026-12-15", "2026-12-15", "2027-12-14"),
        ] {
            assert_eq!(
                ends(kind, calendar, of),
                (from.to_owned(), until.to_owned()),
                "{kind:?} {calendar:?} {of}"
            );
        }
    }

    #[test]
    fn spans_of_a_kind_follow_one_another_without_a_gap() {
        for kind in SpanKind::ALL.iter().copied().filter(|kind| *kind != SpanKind::Shift) {
            for calendar in Calendar::ALL {
                let mut span = Span::of(kind, *calendar, day("2025-01-31"));
                for _ in 0..40 {
                    let next = span.after();
                    assert_eq!(next.from, span.until.plus_days(1), "{span:?}");
                    assert_eq!(next.before(), span);
                    span = next;
                }
            }
        }
    }

    #[test]
    fn a_span_is_numbered_as_people_call_it() {
        let number = |kind, of| Span::of(kind, Calendar::Administrative, day(of)).number();
        assert_eq!(number(SpanKind::Month, "2026-12-20"), (1, 2027));
        assert_eq!(number(SpanKind::Quarter, "2026-12-20"), (1, 2027));
        assert_eq!(number(SpanKind::HalfYear, "2026-06-20"), (2, 2026));
        assert_eq!(number(SpanKind::Year, "2026-12-20"), (0, 2027));
    }

    #[test]
    fn a_range_that_is_reversed_or_to_come_is_none() {
        let today = day("2026-11-21");
        assert_eq!(Span::range(day("2026-11-20"), day("2026-11-19"), today), Err(SpanFlaw::Reversed));
        assert_eq!(Span::range(day("2026-11-22"), day("2026-11-23"), today), Err(SpanFlaw::Future));
        assert_eq!(Span::range(day("1999-11-22"), today, today), Err(SpanFlaw::TooLong));
        let span = Span::range(day("2026-11-01"), day("2026-11-10"), today).unwrap();
        assert_eq!((span.days(), span.before().from, span.before().days()), (10, day("2026-10-22"), 10));
    }

    #[test]
    fn the_shifts_of_a_day_add_up_to_the_day() {
        let of = day("2026-11-21");
        let shift = |id, opened, closed| Shift {
            id: ShiftId(id),
            day: of,
            part: crate::domain::ShiftPart::Morning,
            opened,
            closed,
            estimated: false,
            stopped: None,
            duty: Vec::new(),
        };
        let shifts = [
            shift(1, of.at(7, 30), Some(of.at(11, 30))),
            shift(2, of.at(13, 30), Some(of.at(17, 0))),
            shift(3, of.at(17, 30), None),
        ];
        let spans: Vec<Span> = shifts.iter().map(|one| Span::shift(one, &shifts).unwrap()).collect();
        assert_eq!(spans[0].start(), of.start());
        assert_eq!(spans[1].start(), of.at(11, 30));
        for pair in spans.windows(2) {
            assert_eq!(pair[0].end(), pair[1].start());
        }
        assert_eq!(spans[2].end(), of.plus_days(1).start());
    }
}
