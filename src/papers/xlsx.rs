//! A sheet as a spreadsheet: the whole paper on the first worksheet, ready to print, and each table on one of its own,
//! ready to reckon with: real numbers, shares, durations and dates, a header that stays, a filter and a chart.
//!
//! Words are always words: a cell that begins with `=`, `+`, `-` or `@` is never a formula.

mod cells;
mod front;
mod table;

use std::collections::HashSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};
use unicode_segmentation::UnicodeSegmentation;

use super::layout::{DamagedFace, Frame, Measures};
use super::sheet::{Block, Created, Paper, Sheet, Table};
use crate::wrap::clean;

#[derive(Debug, thiserror::Error)]
pub enum XlsxError {
    /// The program was built from damaged files.
    #[error(transparent)]
    Measures(#[from] DamagedFace),
    /// The spreadsheet library refused something: a table with more rows or columns than a spreadsheet can hold.
    #[error("the spreadsheet could not be written: {0}")]
    Write(#[from] rust_xlsxwriter::XlsxError),
}

/// The longest text of a foot that surely fits, with its codes, into the 255 characters that Excel allows.
const LONGEST_FOOT: usize = 160;

/// Points in an inch, in which Excel counts its margins.
const INCH: f32 = 72.0;

/// Renders a sheet as the bytes of an XLSX file. The same sheet always gives the same bytes.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let measures = Measures::usual(sheet)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheet)?);
    let tables = tables(&sheet.blocks);
    let mut names = Names::default();
    let name = names.next(&sheet.title.first().map_or_else(String::new, |line| line.text.clone()));
    let page = workbook.add_worksheet();
    page.set_name(name)?;
    printed_on(page, sheet, &measures);
    front::write(page, sheet, &measures)?;
    for table in tables {
        // A table that has no caption is told by what its first column names.
        let first = table.columns.first().map_or("", |column| column.title.as_str());
        let name = names.next(table.caption.as_deref().unwrap_or(first));
        let page = workbook.add_worksheet();
        page.set_name(&name)?;
        printed_on(page, sheet, &measures);
        table::write(page, &name, table, &measures)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The tables of a body that have columns, those within columns of the page too, in their order.
fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Table(table) if !table.columns.is_empty() => found.push(table),
            Block::Columns(columns) => columns.iter().for_each(|blocks| found.extend(tables(blocks))),
            _ => {}
        }
    }
    found
}

/// Title and moment; nobody's name.
fn properties(sheet: &Sheet) -> Result<DocProperties, XlsxError> {
    // A file whose sheet has no moment has the first that a ZIP archive knows; the library would read the clock.
    let moment = match sheet.created.and_then(Created::utc) {
        Some(at) => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        None => "1980-01-01T00:00:00".to_owned(),
    };
    let moment = ExcelDateTime::parse_from_str(&moment)?;
    Ok(DocProperties::new().set_title(sheet.title_line()).set_creation_datetime(&moment))
}

/// Paper, margins and foot of a worksheet; as many pages high as it needs, and one wide.
fn printed_on(page: &mut Worksheet, sheet: &Sheet, measures: &Measures) {
    let Frame { left, top, right, bottom, .. } = measures.frame;
    let inches = |points: f32| f64::from(points / INCH);
    // Codes of Windows' paper sizes.
    let paper = if sheet.paper == Paper::A4 { 9 } else { 11 };
    page.set_paper_size(paper)
        .set_margins(
            inches(left),
            inches(right),
            inches(top),
            inches(bottom),
            inches(top) / 2.0,
            inches(bottom) / 2.0,
        )
        .set_print_fit_to_pages(1, 0);
    let plain = |text: &str| -> String {
        clean(text).replace(['\n', '\u{a0}'], " ").replace('&', "&&").chars().take(LONGEST_FOOT).collect()
    };
    let (foot, label) = (plain(&sheet.foot), plain(&sheet.page_label.page));
    let label: String = label.chars().take(20).collect();
    // The space keeps a number at the start of the words apart from the size of type.
    page.set_footer(format!("&L&8 {}&R&8 {} &P/&N", foot.trim(), label.trim()));
}

/// The longest name that Excel takes, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// What no name may hold.
const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\n'];

/// The names given so far, in small letters: Excel takes «A» and «a» for the same.
struct Names {
    taken: HashSet<String>,
    count: usize,
}

impl Default for Names {
    fn default() -> Self {
        // Excel keeps this name for itself.
        Self { taken: HashSet::from(["history".to_owned()]), count: 0 }
    }
}

impl Names {
    /// A name made of some words, unlike every name before it; a number when there are no words.
    fn next(&mut self, words: &str) -> String {
        self.count += 1;
        let plain = clean(words).replace(FORBIDDEN, " ");
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = cut(plain.trim_matches(['\'', ' ']), LONGEST_NAME);
        let first = if plain.is_empty() { self.count.to_string() } else { plain.to_owned() };
        let mut name = first.clone();
        let mut again = 2_usize;
        while !self.taken.insert(name.to_lowercase()) {
            let number = format!(" ({again})");
            name = format!("{}{number}", cut(&first, LONGEST_NAME - number.len()));
            again += 1;
        }
        name
    }
}

/// The longest start of a text that is whole letters, at most so many UTF-16 units, and ends neatly.
fn cut(text: &str, longest: usize) -> &str {
    let mut units = 0;
    let end = text
        .grapheme_indices(true)
        .find(|(_, letter)| {
            units += letter.encode_utf16().count();
            units > longest
        })
        .map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(['\'', ' '])
}

#[cfg(test)]
mod tests;
