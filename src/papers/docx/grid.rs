//! Tables: with lines, for numbers; without lines, to set things side by side.

use docx_rs::{
    CellMargins, HeightRule, LineSpacing, Paragraph, Table as Grid, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellBorder, TableCellBorderPosition, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, WidthType,
};

use super::DocxError;
use super::blocks::Part;
use super::words::{FIRM, HAIR, alignment, before, centred, gap, indent, paragraph, twips};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, Figure, Row, Table, Weight};

/// White space at the left and right of a cell in points: a little less than in the PDF, as another Times may be wider.
const PAD: f32 = 3.2;

/// Indent of a level, in ems.
const INDENT: f32 = 1.0;

/// A row of more lines than this may be parted by the end of a page.
const MOST_LINES: usize = 30;

/// The most columns that Word can hold.
const MOST_COLUMNS: usize = 63;

/// A table without lines whose columns have these widths, in points.
pub(super) fn unlined(widths: &[f32], rows: Vec<TableRow>) -> Grid {
    fixed(Grid::without_borders(rows), widths, TableCellMargins::new().margin(0, 0, 0, 0))
}

/// A table whose columns keep their widths.
fn fixed(grid: Grid, widths: &[f32], margins: TableCellMargins) -> Grid {
    let widths: Vec<usize> = widths.iter().map(|&width| twips(width)).collect();
    grid.width(widths.iter().sum(), WidthType::Dxa)
        .indent(0)
        .layout(TableLayoutType::Fixed)
        .margins(margins)
        .set_grid(widths)
}

/// A cell of a width in points with paragraphs in it.
pub(super) fn cell(width: f32, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    paragraphs
        .into_iter()
        .fold(TableCell::new().width(twips(width), WidthType::Dxa), TableCell::add_paragraph)
}

/// A cell with white space at its left and right, in points.
pub(super) fn padded(mut cell: TableCell, left: f32, right: f32) -> TableCell {
    let margins = CellMargins::new()
        .margin_left(twips(left), WidthType::Dxa)
        .margin_right(twips(right), WidthType::Dxa);
    cell.property = cell.property.margins(margins);
    cell
}

/// Numbers to be seen at a glance, between two rules.
pub(super) fn figures(measures: &Measures, figures: &[Figure], room: f32) -> Vec<Part> {
    if figures.is_empty() {
        return Vec::new();
    }
    let sizes = measures.sizes;
    let places = Measures::figures_per_row(figures.len(), room);
    // No sheet has more than a few figures in a row.
    let width = room / f32::from(u16::try_from(places).unwrap_or(1));
    let row = |figures: &[Figure]| {
        let filled = figures.iter().map(|figure| {
            let label = centred(&figure.label, Weight::Normal, sizes.table);
            let mut paragraphs = vec![centred(&figure.value, Weight::Strong, sizes.figure), label];
            if !figure.note.is_empty() {
                paragraphs.push(centred(&figure.note, Weight::Faint, sizes.small));
            }
            cell(width, paragraphs)
        });
        let empty = (figures.len()..places).map(|_| cell(width, [gap(2.0)]));
        TableRow::new(filled.chain(empty).collect()).cant_split()
    };
    let borders = TableBorders::with_empty()
        .set(TableBorder::new(TableBorderPosition::Top).size(FIRM))
        .set(TableBorder::new(TableBorderPosition::Bottom).size(FIRM))
        .set(TableBorder::new(TableBorderPosition::InsideV).size(HAIR));
    let pad = twips(sizes.body * 0.28);
    let grid = fixed(
        Grid::without_borders(figures.chunks(places).map(row).collect()),
        &vec![width; places],
        TableCellMargins::new().margin(pad, twips(4.0), pad, twips(4.0)),
    );
    vec![
        Part::from(gap(sizes.body * 0.5)),
        Part::from(grid.set_borders(borders)),
        Part::from(gap(sizes.body * 0.35)),
    ]
}

/// A table: its caption, its header, which is repeated on each page, and its rows.
pub(super) fn table(measures: &Measures, table: &Table, room: f32) -> Result<Vec<Part>, DocxError> {
    let sizes = measures.sizes;
    if table.columns.len() > MOST_COLUMNS {
        return Err(DocxError::Columns { count: table.columns.len(), most: MOST_COLUMNS });
    }
    let mut parts = Vec::new();
    match &table.caption {
        Some(caption) => {
            let caption = paragraph(caption, Weight::Strong, sizes.table)
                .style(super::styles::CAPTION)
                .line_spacing(LineSpacing::new().before(super::words::space(sizes.body * 0.5)).after(40))
                .keep_next(true);
            parts.push(Part::from(caption));
        }
        None => parts.push(Part::from(gap(sizes.body * 0.5).keep_next(true))),
    }
    let widths = measures.columns(table, room);
    let has_header = table.columns.iter().any(|column| !column.title.is_empty());
    let mut rows = Vec::new();
    if has_header {
        rows.push(header(measures, table, &widths));
    }
    for (at, row) in table.rows.iter().enumerate() {
        // A total does not go to the next page alone.
        let total_is_next = at + 2 == table.rows.len()
            && table.rows.get(at + 1).is_some_and(|next| next.weight == Weight::Strong);
        rows.push(body_row(measures, table, row, &widths, total_is_next));
    }
    if !rows.is_empty() && !widths.is_empty() {
        let air = twips(sizes.air);
        let pad = twips(PAD);
        let border = |position, size| TableBorder::new(position).size(size);
        let borders = TableBorders::with_empty()
            .set(border(TableBorderPosition::Top, FIRM))
            .set(border(TableBorderPosition::Bottom, FIRM))
            .set(border(TableBorderPosition::Left, HAIR))
            .set(border(TableBorderPosition::Right, HAIR))
            .set(border(TableBorderPosition::InsideH, HAIR))
            .set(border(TableBorderPosition::InsideV, HAIR));
        let margins = TableCellMargins::new().margin(air, pad, air, pad);
        parts.push(Part::from(fixed(Grid::without_borders(rows), &widths, margins).set_borders(borders)));
        // Two tables that touch would become one.
        parts.push(Part::from(gap(sizes.body * 0.4)));
    }
    Ok(parts)
}

/// The header row, marked so that [`super::parts`] makes it one that is repeated: the library cannot.
fn header(measures: &Measures, table: &Table, widths: &[f32]) -> TableRow {
    let cells = table.columns.iter().zip(widths).map(|(column, &width)| {
        let align = if column.align == Align::Left { Align::Left } else { Align::Center };
        let title = paragraph(&column.title, Weight::Strong, measures.sizes.table)
            .align(alignment(align))
            .keep_next(true);
        let border = TableCellBorder::new(TableCellBorderPosition::Bottom).size(FIRM);
        let mut cell = cell(width, [title]).vertical_align(VAlignType::Center);
        cell.property = cell.property.set_borders(one_side(border));
        cell
    });
    TableRow::new(cells.collect()).cant_split().row_height(0.0).height_rule(HeightRule::Auto)
}

/// A border at one side of a cell; the others are the table's.
fn one_side(border: TableCellBorder) -> docx_rs::TableCellBorders {
    docx_rs::TableCellBorders::with_empty().set(border)
}

/// A row; `tied` to the next one when no page may begin between them.
fn body_row(measures: &Measures, table: &Table, row: &Row, widths: &[f32], tied: bool) -> TableRow {
    let size = measures.sizes.table;
    let first_left = table.columns.iter().position(|column| column.align == Align::Left);
    let mut most_lines = 1;
    let cells = table.columns.iter().zip(widths).enumerate().map(|(at, (column, &width))| {
        let text = row.cells.get(at).map_or("", |cell| cell.text.as_str());
        let room = (width - 2.0 * PAD).max(1.0);
        let pushed = if first_left == Some(at) { f32::from(row.indent) * INDENT * size } else { 0.0 };
        // However deep the indent, half of the cell is left for words.
        let pushed = pushed.min(room / 2.0);
        most_lines = most_lines.max(measures.lines(text, row.weight, size, room - pushed));
        let mut words =
            paragraph(text, row.weight, size).align(alignment(column.align)).line_spacing(before(0.0));
        if pushed > 0.0 {
            words = words.indent(Some(indent(pushed)), None, None, None);
        }
        if tied {
            words = words.keep_next(true);
        }
        let mut cell = cell(width, [words]);
        if row.weight == Weight::Strong {
            let border = TableCellBorder::new(TableCellBorderPosition::Top).size(FIRM);
            cell.property = cell.property.set_borders(one_side(border));
        }
        cell
    });
    let row = TableRow::new(cells.collect());
    // A row higher than a page must be parted somewhere.
    if most_lines > MOST_LINES { row } else { row.cant_split() }
}
