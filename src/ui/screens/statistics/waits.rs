//! Waits and service times: over the span, and day by day or month by month.

use super::Source;
use crate::domain::tally::{CourseRow, Times};
use crate::text::Lang;
use crate::ui::chart::bars::{self, MARKS, Row};
use crate::ui::chart::{Line, paragraph, words};
use crate::ui::theme::Meaning;

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let tally = &source.report.tally;
    let mut lines = times(&tally.waits, lang.waits_heading(), lang, width);
    lines.push(words("", Meaning::Plain));
    lines.extend(times(&tally.services, lang.services_heading(), lang, width));
    lines.extend(course(&tally.course, lang, width));
    lines
}

/// Seconds as the whole minutes that are said.
fn minutes(seconds: i64) -> u64 {
    u64::try_from(seconds / 60).unwrap_or(0)
}

fn times(times: &Times, heading: &str, lang: Lang, width: usize) -> Vec<Line> {
    let mut lines = vec![words(heading, Meaning::Heading)];
    if times.count == 0 {
        lines.push(words(lang.times_none(), Meaning::Plain));
    } else {
        let row = |name: &str, seconds: i64| Row {
            name: name.to_owned(),
            values: vec![(minutes(seconds), lang.duration(seconds))],
            note: String::new(),
        };
        let rows = [
            row(lang.times_median(), times.median),
            row(lang.times_ninety(), times.ninety),
            row(lang.times_longest(), times.longest),
        ];
        lines.extend(bars::lines(&rows, width.min(78)));
        lines.push(words(lang.times_count(&lang.count(times.count)), Meaning::Faint));
    }
    if times.left_out > 0 {
        let left_out = lang.times_left_out(&lang.count(times.left_out));
        lines.extend(paragraph(&left_out, width, Meaning::Faint));
    }
    lines
}

fn course(course: &[CourseRow], lang: Lang, width: usize) -> Vec<Line> {
    let measured: Vec<&CourseRow> = course.iter().filter(|row| row.waits.count > 0).collect();
    if measured.is_empty() {
        return Vec::new();
    }
    let by_day = course.iter().all(|row| row.from == row.until);
    let heading = if by_day { lang.waits_by_day() } else { lang.waits_by_month() };
    let rows: Vec<Row> = measured
        .iter()
        .map(|row| {
            let value = |seconds: i64| (minutes(seconds), lang.minutes_short(seconds.max(0) / 60));
            let name = if by_day {
                format!("{} {}", lang.weekday_short(row.from.weekday()), lang.short_date(row.from))
            } else {
                format!("{}-{}", lang.short_date(row.from), lang.date(row.until))
            };
            Row {
                name,
                values: vec![value(row.waits.median), value(row.waits.ninety)],
                note: lang.count(row.waits.count),
            }
        })
        .collect();
    let mut lines = vec![
        words("", Meaning::Plain),
        words(heading, Meaning::Heading),
        words(lang.waits_legend(MARKS[0], MARKS[1]), Meaning::Faint),
    ];
    lines.extend(bars::lines(&rows, width));
    lines
}
