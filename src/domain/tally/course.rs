//! How the span went: day by day, or month by month.

use std::collections::{BTreeMap, HashMap};

use super::super::assist::Assist;
use super::super::coded::StageKind;
use super::super::counter::Counts;
use super::super::facts::Facts;
use super::super::ids::VisitId;
use super::super::span::{Span, SpanKind};
use super::super::time::Day;
use super::{Times, times};

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

/// The rows of days or months in which something happened; none of a span of one day.
pub(super) fn of(facts: &Facts, parts: &[Facts], done: &[&Assist]) -> Vec<CourseRow> {
    let span = facts.span;
    if span.days() <= 1 {
        return Vec::new();
    }
    let mut course = Course { span, rows: BTreeMap::new() };
    let mut ended: HashMap<VisitId, Day> = HashMap::new();
    for fact in &facts.visits {
        if fact.is_visit_of(span) {
            let row = course.row(fact.visit.day);
            row.visits += 1;
            row.persons += u32::from(fact.visit.persons);
        }
        let kind = fact.visit.kind_at_end_of(span);
        if !kind.is_open() {
            let day = fact.visit.stage.since().day();
            ended.insert(fact.visit.id, day);
            let row = course.row(day);
            match kind {
                StageKind::Done => row.served += 1,
                _ => row.left += u32::from(fact.visit.is_party()),
            }
        }
    }
    for assist in done {
        if let Some(day) = ended.get(&assist.visit) {
            course.row(*day).assists += 1;
        }
    }
    for (counter, at) in &facts.counted {
        course.row(at.day()).counted.add(*counter);
    }
    let mut waits: BTreeMap<Day, Vec<Option<i64>>> = BTreeMap::new();
    for (began, seconds) in parts.iter().flat_map(times::each_wait) {
        waits.entry(course.stretch(began.day()).0).or_default().push(seconds);
    }
    for (day, seconds) in waits {
        course.row(day).waits = Times::of_watched(seconds.into_iter());
    }
    course.rows.into_values().collect()
}

struct Course {
    span: Span,
    rows: BTreeMap<Day, CourseRow>,
}

impl Course {
    /// The first and last day of the row that a day belongs to.
    fn stretch(&self, day: Day) -> (Day, Day) {
        if self.span.days() <= MOST_DAYS {
            return (day, day);
        }
        let month = Span::of(SpanKind::Month, self.span.calendar, day);
        (month.from.max(self.span.from), month.until.min(self.span.until))
    }

    fn row(&mut self, day: Day) -> &mut CourseRow {
        let (from, until) = self.stretch(day);
        self.rows.entry(from).or_insert(CourseRow {
            from,
            until,
            visits: 0,
            persons: 0,
            assists: 0,
            served: 0,
            left: 0,
            counted: Counts::default(),
            waits: Times::default(),
        })
    }
}
