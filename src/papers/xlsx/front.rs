//! The whole sheet on the first worksheet, to be read and printed.
//!
//! Its tables have columns of different widths and stand below one another, so the page is a grid of narrow columns of
//! which each cell takes several. A spreadsheet does not fit the height of rows to cells that are joined: it is reckoned
//! here.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline, IgnoreError, Worksheet};

use super::XlsxError;
use super::cells::{self, SIZE, body, centred, header, height, room, typed, write_words};
use super::table::place;
use crate::papers::layout::Measures;
use crate::papers::shares::divide;
use crate::papers::sheet::{Align, Block, Figure, HeadLine, Rule, Sheet, Spot, Table, Weight};
use crate::wrap::{clean, widest_word};

/// Columns of the grid.
const GRID: u16 = 24;

/// Width of a column of the grid, in letters.
const WIDTH: f32 = 3.6;

/// The most figures in a row.
const MOST_FIGURES: usize = 6;

/// The most signatures in a row.
const MOST_SIGNATURES: usize = 4;

/// A sheet that is this much too high for a page is made a little smaller rather than parted.
const SQUEEZED: f32 = 1.2;

/// A box, and a box with a tick.
const BOXES: [&str; 2] = ["\u{2610}", "\u{2611}"];

/// Columns of the grid that a text takes: the first, and the one after the last.
type Span = (u16, u16);

/// Writes a sheet into an empty worksheet.
pub(super) fn write(page: &mut Worksheet, sheet: &Sheet, measures: &Measures) -> Result<(), XlsxError> {
    page.set_screen_gridlines(false);
    for column in 0..GRID {
        page.set_column_width(column, f64::from(WIDTH))?;
    }
    let mut front = Front { page, measures, row: 0, height: 0.0, all: 0.0 };
    front.head(sheet)?;
    front.stack(&sheet.blocks)?;
    front.ending(sheet)?;
    let (last, all) = (front.row, front.all);
    if all <= SQUEEZED * page_height(sheet, measures) {
        page.set_print_fit_to_pages(1, 1);
    }
    page.ignore_error_range(0, 0, last, GRID - 1, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Height of a page in points of the worksheet, which is made as wide as the page.
fn page_height(sheet: &Sheet, measures: &Measures) -> f32 {
    let margins = measures.frame;
    let (width, height) = sheet.paper.points();
    let wide = f32::from(GRID) * (WIDTH * 7.0 + 5.0) * 0.75;
    (height - margins.top - margins.bottom) * (wide / (width - margins.left - margins.right)).max(1.0)
}

/// The worksheet and the row that is written next.
struct Front<'a> {
    page: &'a mut Worksheet,
    measures: &'a Measures,
    row: u32,
    /// Height of all rows so far, in points.
    all: f32,
    /// Height that the texts of this row need so far, in points.
    height: f32,
}

impl Front<'_> {
    /// Joins the columns of a span and makes the row high enough for a text of this size.
    fn join(&mut self, (from, to): Span, text: &str, size: f32, format: &Format) -> Result<(), XlsxError> {
        if to > from + 1 {
            self.page.merge_range(self.row, from, self.row, to - 1, "", format)?;
        }
        // Bold letters are the widest, so the row is high enough for any weight.
        let room = room(f32::from(to.saturating_sub(from)) * (WIDTH + 5.0 / 7.0) - 5.0 / 7.0);
        let lines = self.measures.lines(text, Weight::Strong, size, room);
        self.height = self.height.max(height(lines, size));
        Ok(())
    }

    /// Words in a span of this row.
    fn words(&mut self, span: Span, text: &str, size: f32, format: &Format) -> Result<(), XlsxError> {
        self.join(span, text, size, format)?;
        write_words(self.page, self.row, span.0, text, format)
    }

    fn next(&mut self) -> Result<(), XlsxError> {
        let usual = height(1, SIZE);
        let needed = if self.height > 0.0 { self.height } else { usual };
        self.page.set_row_height(self.row, f64::from(needed))?;
        self.all += needed;
        self.height = 0.0;
        self.row += 1;
        Ok(())
    }

    /// A white line of a height in points.
    fn gap(&mut self, height: f32) -> Result<(), XlsxError> {
        self.height = height;
        self.next()
    }

    /// A text over the whole width.
    fn line(&mut self, text: &str, size: f32, format: &Format) -> Result<(), XlsxError> {
        self.words((0, GRID), text, size, format)?;
        self.next()
    }

    fn head(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        let half = GRID / 2;
        for at in 0..sheet.left.len().max(sheet.right.len()) {
            for (lines, span) in [(&sheet.left, (0, half)), (&sheet.right, (half, GRID))] {
                if let Some(line) = lines.get(at) {
                    self.words(span, &line.text, SIZE, &ruled(line, SIZE))?;
                }
            }
            self.next()?;
        }
        let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
        if sheet.number.is_some() || place.is_some() {
            if let Some(number) = &sheet.number {
                self.words((0, half), number, SIZE, &centred(Weight::Normal, SIZE))?;
            }
            if let Some(place) = place {
                self.words((half, GRID), &place.text, SIZE, &centred(Weight::Faint, SIZE))?;
            }
            self.next()?;
        }
        if !sheet.title.is_empty() {
            self.gap(SIZE)?;
        }
        for (at, line) in sheet.title.iter().enumerate() {
            let size = if at == 0 { SIZE + 3.0 } else { SIZE };
            self.line(&line.text, size, &ruled(line, size))?;
        }
        self.gap(SIZE)
    }

    fn stack(&mut self, blocks: &[Block]) -> Result<(), XlsxError> {
        let plain = typed(Weight::Normal, SIZE);
        let strong = typed(Weight::Strong, SIZE);
        for block in blocks {
            match block {
                Block::Heading(text) => self.line(text, SIZE, &strong)?,
                Block::Big(text) => self.line(text, SIZE * 3.0, &centred(Weight::Strong, SIZE * 3.0))?,
                Block::Line(text) | Block::Paragraph(text) => self.line(text, SIZE, &plain)?,
                Block::Note(text) => self.line(text, SIZE - 1.0, &typed(Weight::Faint, SIZE - 1.0))?,
                Block::Figures(figures) => self.figures(figures)?,
                Block::Table(table) => self.table(table)?,
                Block::Proof { holds: true, sentence } => {
                    self.line(&format!("{} {sentence}", BOXES[1]), SIZE, &plain)?;
                }
                Block::Proof { holds: false, sentence } => {
                    self.line(&format!("[!] {sentence}"), SIZE, &strong)?;
                }
                Block::Tick { ticked, text } => {
                    self.line(&format!("{} {text}", BOXES[usize::from(*ticked)]), SIZE, &plain)?;
                }
                Block::Qr { text, caption } => {
                    self.line(caption, SIZE, &plain)?;
                    self.line(text, SIZE - 1.0, &plain)?;
                }
                Block::Blanks(count) => {
                    let dotted = plain.clone().set_border_bottom(FormatBorder::Dotted);
                    for _ in 0..*count {
                        self.height = SIZE * 2.0;
                        self.line("", SIZE, &dotted)?;
                    }
                }
                Block::Gap => self.gap(SIZE)?,
                // A worksheet has one set of rows: what stands side by side on paper stands below one another here.
                Block::Columns(columns) => {
                    for blocks in columns {
                        self.stack(blocks)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn figures(&mut self, figures: &[Figure]) -> Result<(), XlsxError> {
        let rows = figures.len().div_ceil(MOST_FIGURES).max(1);
        let per_row = figures.len().div_ceil(rows).max(1);
        for figures in figures.chunks(per_row) {
            let cells: Vec<(Span, &Figure)> = even(0, per_row).into_iter().zip(figures).collect();
            for (span, figure) in &cells {
                self.words(*span, &figure.value, SIZE * 1.7, &centred(Weight::Strong, SIZE * 1.7))?;
            }
            self.next()?;
            for (span, figure) in &cells {
                self.words(*span, &figure.label, SIZE, &centred(Weight::Normal, SIZE))?;
            }
            self.next()?;
            if cells.iter().any(|(_, figure)| !figure.note.is_empty()) {
                for (span, figure) in &cells {
                    self.words(*span, &figure.note, SIZE - 1.0, &centred(Weight::Faint, SIZE - 1.0))?;
                }
                self.next()?;
            }
        }
        if figures.is_empty() { Ok(()) } else { self.gap(SIZE / 2.0) }
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        if let Some(caption) = &table.caption {
            self.line(caption, SIZE, &typed(Weight::Strong, SIZE))?;
        }
        let spans = spans(table)?;
        let first_left = table.columns.iter().position(|column| column.align == Align::Left);
        if table.columns.iter().any(|column| !column.title.is_empty()) {
            for (column, span) in table.columns.iter().zip(&spans) {
                self.words(*span, &column.title, SIZE, &header(column.align))?;
            }
            self.next()?;
        }
        for row in &table.rows {
            for (at, (column, span)) in table.columns.iter().zip(&spans).enumerate() {
                let indent = if first_left == Some(at) { row.indent } else { 0 };
                let format = body(column.align, row.weight, indent);
                match row.cells.get(at) {
                    Some(cell) => {
                        self.join(*span, &cell.text, SIZE, &format)?;
                        cells::write(self.page, self.row, span.0, cell, &format)?;
                    }
                    None => self.words(*span, "", SIZE, &format)?,
                }
            }
            self.next()?;
        }
        self.gap(SIZE / 2.0)
    }

    fn ending(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        self.gap(SIZE)?;
        let half = GRID / 2;
        if let Some(place) = sheet.place_date.as_ref().filter(|place| place.spot == Spot::OverSignatures) {
            self.words((half, GRID), &place.text, SIZE, &centred(Weight::Faint, SIZE))?;
            self.next()?;
        }
        let alone = sheet.recipients.is_some() || sheet.signatures.len() == 1;
        let from = if alone { half } else { 0 };
        for signatures in sheet.signatures.chunks(MOST_SIGNATURES) {
            let spans = even(from, signatures.len());
            let looks = [centred(Weight::Strong, SIZE), centred(Weight::Faint, SIZE - 1.0)];
            for (signature, span) in signatures.iter().zip(&spans) {
                self.words(*span, &signature.role, SIZE, &looks[0])?;
            }
            self.next()?;
            for (signature, span) in signatures.iter().zip(&spans) {
                self.words(*span, &signature.hint, SIZE, &looks[1])?;
            }
            self.next()?;
            self.gap(SIZE * 4.0)?;
            for (signature, span) in signatures.iter().zip(&spans) {
                self.words(*span, &signature.name, SIZE, &looks[0])?;
            }
            self.next()?;
        }
        if let Some(recipients) = &sheet.recipients {
            let title = typed(Weight::Strong, SIZE - 1.0).set_italic();
            self.words((0, half), &recipients.title, SIZE, &title)?;
            self.next()?;
            for line in &recipients.lines {
                self.words((0, half), line, SIZE, &typed(Weight::Normal, SIZE - 1.0))?;
                self.next()?;
            }
        }
        Ok(())
    }
}

/// The grid from a column on, divided evenly.
fn even(from: u16, count: usize) -> Vec<Span> {
    // At most six figures or four signatures stand side by side.
    let count = u16::try_from(count.max(1)).unwrap_or(1);
    let edge = |at: u16| from + (at * (GRID - from) + count / 2) / count;
    (0..count).map(|at| (edge(at), edge(at + 1))).collect()
}

/// A centred line of the head or title. A rule is as wide as the words, so it is a line below them.
fn ruled(line: &HeadLine, size: f32) -> Format {
    let format = centred(line.weight, size).set_align(FormatAlign::VerticalCenter);
    match line.rule {
        Rule::Full => format.set_underline(FormatUnderline::Single),
        Rule::None | Rule::Half => format,
    }
}

/// Columns of the grid for each column of a table: its share, but room for its longest word where there is any, and
/// never nothing. A table of more columns than the grid goes on at its right.
fn spans(table: &Table) -> Result<Vec<Span>, XlsxError> {
    let count = table.columns.len();
    if count > usize::from(GRID) {
        return (0..count).map(|at| Ok((place(at)?, place(at + 1)?))).collect();
    }
    let shares: Vec<u16> = table.columns.iter().map(|column| column.share).collect();
    let letters = |text: &str| {
        let count = widest_word(&clean(text), |part: &str| part.chars().count());
        u16::try_from(count).map_or(f32::MAX, f32::from)
    };
    let floors: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| letters(&cell.text));
            let widest = cells.fold(letters(&column.title), f32::max);
            // The letters of a word, in columns of the grid; one endless word shall not starve the other columns.
            (widest / 3.4).clamp(1.0, f32::from(GRID) / 2.0)
        })
        .collect();
    let mut spans = Vec::new();
    let (mut end, mut from) = (0.0, 0);
    for (at, width) in divide(f32::from(GRID), &shares, &floors).into_iter().enumerate() {
        end += width;
        // Each column after this one needs at least one column of the grid.
        let left = u16::try_from(count - at - 1).unwrap_or(GRID);
        let to = (from + 1..=GRID - left).rev().find(|&to| f32::from(to) <= end + 0.5).unwrap_or(from + 1);
        spans.push((from, to));
        from = to;
    }
    if let Some(last) = spans.last_mut() {
        last.1 = GRID;
    }
    Ok(spans)
}
