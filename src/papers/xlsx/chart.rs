//! The chart beside a table.

use std::mem::discriminant;
use std::ops::Range;

use rust_xlsxwriter::{Chart as Drawing, ChartFont, ChartType, Worksheet};

use super::XlsxError;
use super::table::place;
use crate::papers::sheet::{Chart, Table, Value, Weight};
use crate::papers::wrap::clean;

/// Pixels that a bar takes.
const STEP: u32 = 18;

/// Draws the chart of a table, whose rows begin at row `top` of the worksheet of this name, at its right; tells whether
/// there is one.
pub(super) fn beside(page: &mut Worksheet, name: &str, table: &Table, top: u32) -> Result<bool, XlsxError> {
    let Some(kind) = table.chart else { return Ok(false) };
    let rows = drawn_rows(table);
    let columns = drawn_columns(table, &rows);
    if rows.is_empty() || columns.is_empty() {
        return Ok(false);
    }
    let row = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(top);
    let mut drawing = Drawing::new(match kind {
        Chart::Columns => ChartType::Column,
        Chart::Bars => ChartType::Bar,
    });
    // A lying table, such as the hours of a day side by side, has its names in its header.
    let lying = top > 0 && columns.len() > rows.len() && is_run(&columns);
    let (names, series) = if lying {
        let (from, to) = (place(*columns.first().unwrap_or(&0))?, place(*columns.last().unwrap_or(&0))?);
        for at in rows.clone() {
            let series = drawing.add_series();
            series
                .set_categories((name, 0, from, 0, to))
                .set_values((name, row(at), from, row(at), to))
                .set_name((name, row(at), 0));
        }
        (columns.len(), rows.len())
    } else {
        let (first, last) = (row(rows.start), row(rows.end - 1));
        for &column in &columns {
            let across = place(column)?;
            let series = drawing.add_series();
            series.set_categories((name, first, 0, last, 0)).set_values((name, first, across, last, across));
            if top > 0 {
                series.set_name((name, 0, across));
            }
        }
        (rows.len(), columns.len())
    };
    let count = u32::try_from(names * series).unwrap_or(u32::MAX);
    let long = (count.saturating_mul(STEP) + 120).clamp(300, 1500);
    match kind {
        Chart::Columns => drawing.set_width(long.max(480)).set_height(340),
        Chart::Bars => {
            // The first name stands at the top, as in the table.
            drawing.y_axis().set_reverse();
            drawing.set_width(560).set_height(long)
        }
    };
    if series == 1 {
        drawing.legend().set_hidden();
    }
    // The library takes a title that looks like a reference to cells for one: the worksheet's name says it then.
    let caption = clean(table.caption.as_deref().unwrap_or_default()).replace('\n', " ");
    if !caption.is_empty() && !caption.contains(['!', '=']) {
        let mut font = ChartFont::new();
        font.set_size(12);
        drawing.title().set_name(&caption).set_font(&font);
    }
    page.insert_chart_with_offset(0, place(table.columns.len())?, &drawing, 24, 4)?;
    Ok(true)
}

/// Whether columns stand side by side without a gap.
fn is_run(columns: &[usize]) -> bool {
    columns.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

/// The longest run of rows without a total between them: a total beside its parts would dwarf them.
fn drawn_rows(table: &Table) -> Range<usize> {
    let mut best = 0..0;
    let mut start = 0;
    for at in 0..=table.rows.len() {
        let ends = table.rows.get(at).is_none_or(|row| row.weight == Weight::Strong);
        if ends {
            if at - start > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    best
}

/// The columns of numbers that count the same kind of thing as the first of them: people, shares and hours have no
/// scale in common.
fn drawn_columns(table: &Table, rows: &Range<usize>) -> Vec<usize> {
    let kind = |column: usize| {
        if table.columns.get(column).is_none_or(|column| column.adds_up) {
            return None;
        }
        let mut values = table.rows.get(rows.clone()).unwrap_or_default().iter().filter_map(|row| {
            let value = row.cells.get(column)?.value;
            matches!(value, Value::Count(_) | Value::Share { .. } | Value::Seconds(_)).then_some(value)
        });
        values.next().map(|value| discriminant(&value))
    };
    let numbers: Vec<_> =
        (1..table.columns.len()).filter_map(|column| Some((column, kind(column)?))).collect();
    let first = numbers.first().map(|(_, kind)| *kind);
    numbers.into_iter().filter(|(_, kind)| Some(*kind) == first).map(|(column, _)| column).collect()
}
