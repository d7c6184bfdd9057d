//! How the span went: day by day, or month by month.

use std::collections::BTreeMap;

use super::super::counter::Counts;
use super::super::span::{Span, SpanKind};
use super::super::time::Day;
use super::Times;
use super::times::Durations;

/// Up to so many days each has a row of its own: five weeks.
const MOST_DAYS: i64 = 35;

/// A day or month of the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseRow {
    pub from: Day,
    /// Its last day, within the span.
    pub until: Day,
    pub visits: u32,
    pub persons: u32,
    pub assists: u32,
    pub served: u32,
    pub left: u32,
    /// What was counted without a number.
    pub counted: Counts,
    /// Waits of those whose serving began.
    pub waits: Times,
}

/// The rows while the visits are counted.
pub(super) struct Course {
    span: Span,
    rows: BTreeMap<Day, (CourseRow, Durations)>,
    /// The first and last day of the row that was asked for last.
    last: (Day, Day),
}

impl Course {
    pub(super) fn of(span: Span) -> Self {
        Self { span, rows: BTreeMap::new(), last: stretch(span, span.from) }
    }

    /// The row that a day belongs to.
    pub(super) fn row(&mut self, day: Day) -> &mut CourseRow {
        &mut self.at(day).0
    }

    /// A wait that ended on a day.
    pub(super) fn waited(&mut self, day: Day, seconds: Option<i64>) {
        self.at(day).1.add(seconds);
    }

    fn at(&mut self, day: Day) -> &mut (CourseRow, Durations) {
        if !(self.last.0..=self.last.1).contains(&day) {
            self.last = stretch(self.span, day);
        }
        let (from, until) = self.last;
        let row = || CourseRow {
            from,
            until,
            visits: 0,
            persons: 0,
            assists: 0,
            served: 0,
            left: 0,
            counted: Counts::default(),
            waits: Times::default(),
        };
        self.rows.entry(from).or_insert_with(|| (row(), Durations::default()))
    }

    /// The days or months in which something happened, none of a span of one day; and the waits of all of it.
    pub(super) fn finish(self) -> (Vec<CourseRow>, Times) {
        let waits = Durations::of(self.rows.values().map(|(_, waits)| waits));
        let rows = self.rows.into_values().map(|(row, waits)| CourseRow { waits: waits.times(), ..row });
        (rows.filter(|_| self.span.days() > 1).collect(), waits.times())
    }
}

/// The first and last day of the row that a day belongs to.
fn stretch(span: Span, day: Day) -> (Day, Day) {
    if span.days() <= MOST_DAYS {
        return (day, day);
    }
    let month = Span::of(SpanKind::Month, span.calendar, day);
    (month.from.max(span.from), month.until.min(span.until))
}
