//! A table on a worksheet of its own, and the chart beside it.

use std::mem::discriminant;
use std::ops::Range;

use rust_xlsxwriter::{Chart as Drawing, ChartFont, ChartType, IgnoreError, Worksheet};

use super::XlsxError;
use super::cells::{self, SIZE, write_words};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, Chart, Table, Value, Weight};
use crate::wrap::{clean, widest_line, widest_word};

/// The narrowest and the widest column, in letters.
const WIDTHS: std::ops::RangeInclusive<f32> = 6.0..=60.0;

/// A table wider than this, in letters, is printed across.
const WIDE: f32 = 95.0;

/// Points that a level of indent takes.
const INDENT: f32 = 7.0;

/// The button of the filter takes as much as so many levels of indent.
const FILTER: u8 = 2;

/// Writes a table into an empty worksheet of this name.
pub(super) fn write(
    page: &mut Worksheet,
    name: &str,
    table: &Table,
    measures: &Measures,
) -> Result<(), XlsxError> {
    // The name of the worksheet, which is the caption, stands above the printed table.
    page.set_header("&C&\"Times New Roman,Bold\"&12&A");
    let has_header = table.columns.iter().any(|column| !column.title.is_empty());
    let top = u32::from(has_header);
    let first_left = table.columns.iter().position(|column| column.align == Align::Left);
    let mut width = 0.0;
    let mut rooms = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let across = place(at)?;
        if has_header {
            write_words(page, 0, across, &column.title, &cells::header(column.align))?;
        }
        let wide = widest(table, at).clamp(*WIDTHS.start(), *WIDTHS.end());
        page.set_column_width(across, f64::from(wide))?;
        rooms.push(cells::room(wide));
        width += wide;
    }
    // Spreadsheets other than Excel do not fit the height of rows by themselves.
    let mut high = |row: u32, texts: &mut dyn Iterator<Item = (&str, Weight, u8)>| -> Result<(), XlsxError> {
        let lines = texts.zip(&rooms).map(|((text, weight, indent), room)| {
            measures.lines(text, weight, SIZE, room - f32::from(indent.min(15)) * INDENT)
        });
        let height = cells::height(lines.max().unwrap_or(1), SIZE);
        page.set_row_height(row, f64::from(height))?;
        Ok(())
    };
    if has_header {
        let titles = table.columns.iter().map(|column| (column.title.as_str(), Weight::Strong, FILTER));
        high(0, &mut { titles })?;
    }
    for (row, down) in table.rows.iter().zip(top..) {
        let texts = (0..table.columns.len()).map(|at| {
            let indent = if first_left == Some(at) { row.indent } else { 0 };
            (row.cells.get(at).map_or("", |cell| cell.text.as_str()), row.weight, indent)
        });
        high(down, &mut { texts })?;
    }
    for (row, down) in table.rows.iter().zip(top..) {
        for (at, column) in table.columns.iter().enumerate() {
            let indent = if first_left == Some(at) { row.indent } else { 0 };
            let format = cells::body(column.align, row.weight, indent);
            match row.cells.get(at) {
                Some(cell) => cells::write(page, down, place(at)?, cell, &format)?,
                None => write_words(page, down, place(at)?, "", &format)?,
            }
        }
    }
    let last_column = place(table.columns.len().saturating_sub(1))?;
    let last_row = (top + lines(table.rows.len())).saturating_sub(1);
    page.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    if has_header {
        page.set_freeze_panes(1, 0)?;
        page.set_repeat_rows(0, 0)?;
        // Totals stay below when the rows are sorted or sifted.
        let totals = table.rows.iter().rev().take_while(|row| row.weight == Weight::Strong).count();
        page.autofilter(0, 0, lines(table.rows.len() - totals), last_column)?;
    }
    let drawn = chart(page, name, table, top)?;
    if drawn || width > WIDE {
        page.set_landscape();
    }
    Ok(())
}

pub(super) fn place(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError.into())
}

/// A number of rows; more than a spreadsheet holds when there are too many, which the library refuses.
fn lines(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX / 2)
}

/// Width that a column needs, in letters: its longest line, but only the longest word of its title, with some room for
/// the button of the filter.
fn widest(table: &Table, at: usize) -> f32 {
    let count = |text: &str| text.chars().count();
    let title = table.columns.get(at).map_or(0, |column| widest_word(&clean(&column.title), count) + 3);
    let cells = table.rows.iter().filter_map(|row| {
        let cell = row.cells.get(at)?;
        Some(widest_line(&clean(&cell.text), count) + usize::from(row.indent.min(15)) * 2)
    });
    let letters = cells.fold(title, usize::max);
    u16::try_from(letters).map_or(f32::MAX, |letters| f32::from(letters) + 2.0)
}

/// Pixels that a bar of the chart takes.
const BAR: u32 = 18;

/// Draws the chart of a table, whose rows begin at row `top` of the worksheet of this name, at its right; tells whether
/// there is one.
fn chart(page: &mut Worksheet, name: &str, table: &Table, top: u32) -> Result<bool, XlsxError> {
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
    let long = (count.saturating_mul(BAR) + 120).clamp(300, 1500);
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
