//! How the span went: day by day, or month by month.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::super::facts::Facts;
use super::super::span::SpanKind;
use super::super::{Assist, Day, Span, StageKind, VisitId};
use super::{Times, times};

/// Up to so many days each has a row of its own: five weeks.
const MOST_DAYS: i64 = 35;

/// A day or month of the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CourseRow {
    /// Its first day.
    pub from: Day,
    /// Its last day, within the span.
    pub until: Day,
    /// Numbers given.
    pub visits: u32,
    /// Persons who came with them.
    pub persons: u32,
    /// Things helped with.
    pub assists: u32,
    /// Visits finished.
    pub served: u32,
    /// Visits that left unserved.
    pub left: u32,
    /// Visitors who took no number.
    pub quick_questions: u32,
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
        if !fact.is_carried_into(span) {
            let row = course.row(fact.visit.day);
            row.visits += 1;
            row.persons += u32::from(fact.visit.persons);
        }
        let kind = fact.kind_at_end_of(span);
        if !kind.is_open() {
            let day = fact.visit.stage.since().day();
            ended.insert(fact.visit.id, day);
            let row = course.row(day);
            match kind {
                StageKind::Done => row.served += 1,
                _ => row.left += 1,
            }
        }
    }
    for assist in done {
        if let Some(day) = ended.get(&assist.visit) {
            course.row(*day).assists += u32::from(assist.quantity);
        }
    }
    for at in &facts.quick_questions {
        course.row(at.day()).quick_questions += 1;
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
            quick_questions: 0,
            waits: Times::default(),
        })
    }
}
