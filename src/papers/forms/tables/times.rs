//! When people came, how long they waited, and how the span went.

use super::Ground;
use crate::domain::tally::{CourseRow, Times};
use crate::domain::{Span, SpanKind};
use crate::papers::forms::figures;
use crate::papers::sheet::{Cell, Value};

type Rows = Vec<Vec<Cell>>;

pub(super) fn hours(ground: Ground) -> Rows {
    let row = |row: &crate::domain::tally::HourRow| {
        vec![
            ground.lang.hour_span(row.hour).into(),
            ground.counted(row.issued),
            ground.counted(row.served),
            ground.counted(row.quick_questions),
            ground.hours(row.on_duty),
        ]
    };
    ground.tally.hours.iter().map(row).collect()
}

pub(super) fn weekdays(ground: Ground) -> Rows {
    let heat = &ground.tally.heat;
    let mut hours: Vec<u8> = heat.iter().map(|row| row.hour).collect();
    hours.sort_unstable();
    hours.dedup();
    let row = |hour: u8| {
        let at = |weekday: u8| {
            heat.iter().find(|row| row.hour == hour && row.weekday == weekday).map_or(0, |row| row.issued)
        };
        let days: Vec<u32> = (0..7).map(at).collect();
        let week: u32 = days.iter().sum();
        let numbers = days.into_iter().chain([week]).map(|number| ground.counted(number));
        std::iter::once(Cell::from(ground.lang.hour_span(hour))).chain(numbers).collect()
    };
    hours.into_iter().map(row).collect()
}

pub(super) fn course(ground: Ground) -> Rows {
    let row = |row: &CourseRow| {
        let time = |seconds| figures::cell(figures::seconds(row.waits, seconds), ground.lang);
        vec![
            stretch(row, ground),
            Cell::new(ground.lang.date(row.from), Value::Day(row.from)),
            Cell::new(ground.lang.date(row.until), Value::Day(row.until)),
            ground.counted(row.visits),
            ground.counted(row.persons),
            ground.counted(row.assists),
            ground.counted(row.served),
            ground.counted(row.left),
            ground.counted(row.quick_questions),
            time(row.waits.median),
            time(row.waits.ninety),
        ]
    };
    ground.tally.course.iter().map(row).collect()
}

/// A day by its weekday and date, a month by its name.
fn stretch(row: &CourseRow, ground: Ground) -> Cell {
    if row.from == row.until {
        let weekday = ground.lang.weekday(row.from.weekday());
        let text =
            ground.lang.sentence(&ground.lang.day_of_course(weekday, &ground.lang.short_date(row.from)));
        return Cell::new(text, Value::Day(row.from));
    }
    let (month, year) = Span::of(SpanKind::Month, ground.tally.span.calendar, row.from).number();
    ground.named(&ground.lang.named_month(month, year))
}

pub(super) fn times(ground: Ground) -> Rows {
    let row = |name: &str, times: Times| {
        let time = |seconds| figures::cell(figures::seconds(times, seconds), ground.lang);
        vec![
            ground.named(name),
            ground.counted(times.count),
            time(times.median),
            time(times.ninety),
            time(times.longest),
            ground.counted(times.left_out),
        ]
    };
    let tally = ground.tally;
    [(ground.lang.waits_row(), tally.waits), (ground.lang.services_row(), tally.services)]
        .into_iter()
        .filter(|(_, times)| times.count + times.left_out > 0)
        .map(|(name, times)| row(name, times))
        .collect()
}
