//! By hour: numbers given and visits served, with the hours on duty beside them.

use super::{Source, nothing};
use crate::ui::chart::bars::{self, MARKS, Row};
use crate::ui::chart::{Line, paragraph, words};
use crate::ui::theme::Meaning;

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let hours = &source.report.tally.hours;
    let Some((first, last)) = hours.first().zip(hours.last()) else { return nothing(lang) };
    // An hour in which nothing happened is part of the picture.
    let rows: Vec<Row> = (first.hour..=last.hour)
        .map(|hour| {
            let row = hours.iter().find(|row| row.hour == hour);
            let value = |number: u32| (u64::from(number), lang.count(number));
            Row {
                name: lang.tally_hour(hour),
                values: vec![value(row.map_or(0, |row| row.issued)), value(row.map_or(0, |row| row.served))],
                note: match row.map_or(0, |row| row.on_duty) {
                    0 => String::new(),
                    minutes => lang.hours_on_duty(&lang.decimal_hours(i64::from(minutes) * 60)),
                },
            }
        })
        .collect();
    let mut lines = vec![
        words(lang.hours_heading(), Meaning::Heading),
        words(lang.hours_legend(MARKS[0], MARKS[1]), Meaning::Faint),
    ];
    lines.extend(bars::lines(&rows, width));
    if let Some(told) = lang.quick_questions_of(source.report.tally.quick_questions) {
        lines.extend(paragraph(&told, width, Meaning::Faint));
    }
    lines
}
