//! Hour and weekday: when the office is full.

use super::{Source, nothing};
use crate::ui::chart::{Line, heat, words};
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// The columns that a cell takes at least and at most.
const CELL: (usize, usize) = (5, 9);

/// The columns of the weekday's name.
const NAME: usize = 4;

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let heat = &source.report.tally.heat;
    let hours = heat.iter().map(|row| row.hour);
    let Some((first, last)) = hours.clone().min().zip(hours.max()) else { return nothing(lang) };
    let most = heat.iter().map(|row| u64::from(row.issued)).max().unwrap_or(0);
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
            line.push(heat::cell(of.map_or(0, |row| u64::from(row.issued)), most, cell));
        }
        lines.push(line);
    }
    lines.push(words("", Meaning::Plain));
    lines.push(heat::legend(most));
    let busiest = heat.iter().rev().max_by_key(|row| row.issued);
    lines.extend(busiest.map(|row| {
        let weekday = lang.weekday(usize::from(row.weekday));
        words(lang.week_busiest(weekday, row.hour, &lang.count(row.issued)), Meaning::Strong)
    }));
    lines
}
