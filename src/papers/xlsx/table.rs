//! A table on a worksheet of its own.

use rust_xlsxwriter::{IgnoreError, Worksheet};

use super::cells::{self, write_words};
use super::looks::SIZE;
use super::{XlsxError, chart, looks};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, Table, Weight};
use crate::papers::wrap::{clean, widest_line, widest_word};

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
            write_words(page, 0, across, &column.title, &looks::header(column.align))?;
        }
        let wide = widest(table, at).clamp(*WIDTHS.start(), *WIDTHS.end());
        page.set_column_width(across, f64::from(wide))?;
        rooms.push(looks::room(wide));
        width += wide;
    }
    // Spreadsheets other than Excel do not fit the height of rows by themselves.
    let mut high = |row: u32, texts: &mut dyn Iterator<Item = (&str, Weight, u8)>| -> Result<(), XlsxError> {
        let lines = texts.zip(&rooms).map(|((text, weight, indent), room)| {
            measures.lines(text, weight, SIZE, room - f32::from(indent.min(15)) * INDENT)
        });
        let height = looks::height(lines.max().unwrap_or(1), SIZE);
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
            let format = looks::body(column.align, row.weight, indent);
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
    let drawn = chart::beside(page, name, table, top)?;
    if drawn || width > WIDE {
        page.set_landscape();
    }
    Ok(())
}

/// The place of a column.
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
