//! The day by the hour, lying: the hours are the columns.

use crate::domain::tally::{HourRow, Tally};
use crate::papers::cells::counted;
use crate::papers::sheet::{Cell, Chart, Column, Row, Table, Weight};
use crate::text::Lang;

/// The most hours side by side; a desk that was open longer gets a second table.
const MOST: usize = 12;

/// The hours of the day; none when nothing happened.
pub(super) fn tables(tally: &Tally, lang: Lang) -> Vec<Table> {
    // Hours in which people were on duty and nobody came say nothing here.
    let hours: Vec<HourRow> =
        tally.hours.iter().filter(|row| row.issued + row.served + row.quick_questions > 0).copied().collect();
    let parts: Vec<&[HourRow]> = hours.chunks(MOST).collect();
    let last = parts.len().saturating_sub(1);
    let all = |at: usize| (at == last).then_some(hours.as_slice());
    // An office that counts no quick questions need not read of them; of two tables both have the row.
    let has_questions = hours.iter().any(|row| row.quick_questions > 0);
    parts.into_iter().enumerate().map(|(at, part)| table(part, all(at), has_questions, lang)).collect()
}

/// Some hours, and the sums of all of them where they end.
fn table(hours: &[HourRow], all: Option<&[HourRow]>, has_questions: bool, lang: Lang) -> Table {
    let mut columns = vec![Column::words(lang.tally_by_hour(), 4)];
    columns.extend(hours.iter().map(|row| Column::numbers(lang.tally_hour(row.hour), 2)));
    if all.is_some() {
        columns.push(Column::numbers(lang.tally_sum(), 2).adding_up());
    }
    let row = |name: &str, number: &dyn Fn(&HourRow) -> u32| {
        let sum = all.map(|all| all.iter().map(number).sum::<u32>());
        let cells = hours.iter().map(number).chain(sum).map(|number| counted(number, lang));
        Row::new(std::iter::once(Cell::from(name)).chain(cells), Weight::Normal)
    };
    let mut rows = vec![
        row(lang.tally_hour_issued(), &|hour| hour.issued),
        row(lang.tally_hour_served(), &|hour| hour.served),
    ];
    if has_questions {
        rows.push(row(lang.quick_questions_row(), &|hour| hour.quick_questions));
    }
    Table { chart: Some(Chart::Columns), caption: None, columns, rows }
}
