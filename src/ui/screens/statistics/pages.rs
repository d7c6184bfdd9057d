//! The pages that are bars by hour, wait, procedure and reason, and the map of the week.

use super::{Source, nothing};
use crate::domain::tally::{self, CourseRow, TableId, Times};
use crate::lang::Lang;
use crate::ui::chart::bars::{self, MARKS, Row};
use crate::ui::chart::{Line, heat, paragraph, words};
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// By hour: numbers given and visits served, with the hours on duty beside them.
pub(super) fn hours(source: &Source<'_>, width: usize) -> Vec<Line> {
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
                values: vec![value(row.map_or(0, |row| row.visits)), value(row.map_or(0, |row| row.served))],
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
    for told in lang.counted(source.report.tally.counted) {
        lines.extend(paragraph(&told, width, Meaning::Faint));
    }
    lines
}

/// The columns that a cell takes at least and at most.
const CELL: (usize, usize) = (5, 9);

/// The columns of the weekday's name.
const NAME: usize = 4;

/// Hour and weekday: when the office is full.
pub(super) fn week(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let heat = &source.report.tally.heat;
    let hours = heat.iter().map(|row| row.hour);
    let Some((first, last)) = hours.clone().min().zip(hours.max()) else { return nothing(lang) };
    let most = heat.iter().map(|row| u64::from(row.visits)).max().unwrap_or(0);
    let count = usize::from(last - first) + 1;
    let cell = (width.saturating_sub(NAME) / count).clamp(CELL.0, CELL.1);
    let names: String = (first..=last).map(|hour| draw::pad_left(&lang.tally_hour(hour), cell)).collect();
    let mut lines = vec![
        words(lang.week_heading(), Meaning::Heading),
        words("", Meaning::Plain),
        words(format!("{}{names}", " ".repeat(NAME)), Meaning::Faint),
    ];
    for weekday in 0..7_u8 {
        let mut line = vec![(draw::pad(lang.weekday_short(usize::from(weekday)), NAME), Meaning::Heading)];
        for hour in first..=last {
            let of = heat.iter().find(|row| (row.weekday, row.hour) == (weekday, hour));
            line.push(heat::cell(of.map_or(0, |row| u64::from(row.visits)), most, cell));
        }
        lines.push(line);
    }
    lines.push(words("", Meaning::Plain));
    lines.push(heat::legend(most));
    let busiest = heat.iter().rev().max_by_key(|row| row.visits);
    lines.extend(busiest.map(|row| {
        let weekday = lang.weekday(usize::from(row.weekday));
        words(lang.week_busiest(weekday, row.hour, &lang.count(row.visits)), Meaning::Strong)
    }));
    lines
}

/// Waits and service times: over the span, and day by day or month by month.
pub(super) fn waits(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let tally = &source.report.tally;
    let mut lines = times(&tally.waits, lang.waits_heading(), lang, width);
    if tally.walkouts.count + tally.walkouts.left_out > 0 {
        lines.push(words("", Meaning::Plain));
        lines.extend(times(&tally.walkouts, lang.walkouts_heading(), lang, width));
    }
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
            let value = |seconds: i64| (minutes(seconds), lang.short_duration(seconds));
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

/// As many as one looks at; the tally has all of them.
const MOST: usize = 40;

/// A row of a table with so many of its first numbers as bars.
fn bars_of(name: String, row: &tally::Row, bars: usize, lang: Lang) -> Row {
    let value = |at: usize| (u64::from(row.count(at)), lang.count(row.count(at)));
    Row { name, values: (0..bars).map(value).collect(), note: String::new() }
}

/// The procedures and skills that were helped with most.
pub(super) fn procedures(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let all = source.report.tally.rows(TableId::Procedures);
    if all.is_empty() {
        return nothing(lang);
    }
    let rows: Vec<Row> =
        all.iter().take(MOST).map(|row| bars_of(lang.key(&row.key, source.report), row, 2, lang)).collect();
    let mut lines = vec![
        words(lang.procedures_heading(), Meaning::Heading),
        words(lang.procedures_legend(MARKS[0], MARKS[1]), Meaning::Faint),
    ];
    lines.extend(bars::lines(&rows, width));
    lines
}

/// Why things were stuck, and the time that outages took.
pub(super) fn stuck(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let tally = &source.report.tally;
    let name = |row: &tally::Row| lang.sentence(&lang.key(&row.key, source.report));
    let reasons: Vec<Row> =
        tally.rows(TableId::Stuck).iter().map(|row| bars_of(name(row), row, 1, lang)).collect();
    let systems: Vec<Row> = tally
        .rows(TableId::Outages)
        .iter()
        .map(|row| {
            let [times, minutes, _, persons] = [0, 1, 2, 3].map(|at| row.count(at));
            Row {
                values: vec![(minutes.into(), lang.duration(i64::from(minutes) * 60))],
                note: lang.outage_hit(&lang.count(times), &lang.count(persons)),
                ..bars_of(name(row), row, 0, lang)
            }
        })
        .collect();
    let mut lines = vec![words(lang.stuck_heading(), Meaning::Heading)];
    if reasons.is_empty() {
        lines.push(words(lang.stuck_none(), Meaning::Plain));
    }
    lines.extend(bars::lines(&reasons, width));
    lines.push(words("", Meaning::Plain));
    lines
        .push(words(lang.lost_heading(&lang.duration(i64::from(tally.lost.minutes) * 60)), Meaning::Heading));
    if systems.is_empty() {
        lines.push(words(lang.lost_none(), Meaning::Plain));
    }
    lines.extend(bars::lines(&systems, width));
    lines
}
