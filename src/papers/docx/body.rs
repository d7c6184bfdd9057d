//! The blocks of the body. Tables have lines for numbers, and none where they only set things side by side.

use docx_rs::{
    AlignmentType, CellMargins, HeightRule, LineSpacing, LineSpacingType, Paragraph, SpecialIndentType, Tab,
    TabLeaderType, TabValueType, Table as Grid, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellBorder, TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow,
    TextBorder, VAlignType, WidthType,
};

use super::DocxError;
use super::words::{
    CAPTION, FIRM, HAIR, HEADING, alignment, before, centred, gap, indent, paragraph, run, sign, space,
    twips, typed,
};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, Block, Figure, Row, Table, Weight};
use crate::wrap::clean;

/// White space between columns side by side, in points.
const GUTTER: f32 = 14.0;

/// Indent of the first line of a paragraph: 1 cm, of the 1–1.27 cm of NĐ 30/2020/NĐ-CP.
const FIRST_LINE: f32 = 28.35;

/// Distance of dotted lines to write on: 8 mm.
const WRITING: f32 = 22.7;

/// Columns of no more lines than this are kept on one page.
const KEPT_WHOLE: usize = 18;

/// A box, and a box with a tick.
const BOXES: [&str; 2] = ["\u{2610}", "\u{2611}"];

/// What stands in the body or in a cell.
pub(super) enum Content {
    Paragraph(Box<Paragraph>),
    Table(Box<Grid>),
}

impl From<Paragraph> for Content {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
    }
}

impl From<Grid> for Content {
    fn from(grid: Grid) -> Self {
        Self::Table(Box::new(grid))
    }
}

/// Blocks below one another in `room` points.
pub(super) fn stack(measures: &Measures, blocks: &[Block], room: f32) -> Result<Vec<Content>, DocxError> {
    let mut parts = Vec::new();
    for block in blocks {
        match block {
            Block::Columns(columns) if !columns.is_empty() => parts.extend(side(measures, columns, room)?),
            other => parts.extend(alone(measures, other, room)?),
        }
    }
    Ok(parts)
}

/// A block that takes the whole width.
fn alone(measures: &Measures, block: &Block, room: f32) -> Result<Vec<Content>, DocxError> {
    let sizes = measures.sizes;
    Ok(match block {
        Block::Heading(text) => {
            let heading = paragraph(text, Weight::Strong, sizes.body)
                .style(HEADING)
                .line_spacing(before(sizes.body * 0.6))
                .keep_next(true);
            vec![heading.into()]
        }
        Block::Big(text) => {
            let size = sizes.figure * 2.0;
            vec![centred(text, Weight::Strong, size).line_spacing(before(sizes.body * 0.25)).into()]
        }
        Block::Line(text) => {
            vec![paragraph(text, Weight::Normal, sizes.body).line_spacing(before(sizes.body * 0.25)).into()]
        }
        Block::Note(text) => {
            vec![paragraph(text, Weight::Faint, sizes.small).line_spacing(before(sizes.body * 0.25)).into()]
        }
        Block::Paragraph(text) => clean(text).split('\n').map(|text| prose(measures, text).into()).collect(),
        Block::Figures(row) => figures(measures, row, room),
        Block::Table(of) => table(measures, of, room)?,
        Block::Proof { holds: true, sentence } => vec![boxed(measures, Some(true), sentence).into()],
        Block::Proof { holds: false, sentence } => vec![boxed(measures, None, sentence).into()],
        Block::Tick { ticked, text } => vec![boxed(measures, Some(*ticked), text).into()],
        // What is edited before it is printed has the link in words: a picture in it would outlive a change of them.
        Block::Qr { text, caption } => {
            let line =
                |text: &str, size| paragraph(text, Weight::Normal, size).line_spacing(before(size * 0.25));
            vec![line(caption, sizes.body).into(), line(text, sizes.small).into()]
        }
        Block::Blanks(count) => (0..*count).map(|_| blank(measures, room).into()).collect(),
        Block::Gap => vec![gap(sizes.body).into()],
        Block::Columns(columns) => {
            let mut parts = Vec::new();
            for block in columns.iter().flatten() {
                parts.extend(alone(measures, block, room)?);
            }
            parts
        }
    })
}

/// A paragraph of prose. NĐ 30/2020/NĐ-CP: justified, the first line pushed in, at least 6 pt between paragraphs.
fn prose(measures: &Measures, text: &str) -> Paragraph {
    // Lines of 1.1 of the usual distance, of the 1 to 1.5 that the decree allows.
    let spacing = LineSpacing::new().before(space(6.0)).after(0).line_rule(LineSpacingType::Auto).line(264);
    paragraph(text, Weight::Normal, measures.sizes.body)
        .align(AlignmentType::Both)
        .indent(None, Some(SpecialIndentType::FirstLine(indent(FIRST_LINE))), None, None)
        .line_spacing(spacing)
}

/// A text behind a box, ticked or not; without either, behind an exclamation mark in a box, and bold.
fn boxed(measures: &Measures, ticked: Option<bool>, text: &str) -> Paragraph {
    let size = measures.sizes.body;
    let mark = match ticked {
        Some(ticked) => sign(BOXES[usize::from(ticked)], size),
        None => typed(Weight::Strong, size).text_border(TextBorder::new()).add_text("\u{a0}!\u{a0}"),
    };
    let weight = if ticked.is_some() { Weight::Normal } else { Weight::Strong };
    let hang = size * 1.5;
    Paragraph::new()
        .add_run(mark)
        .add_run(typed(weight, size).add_tab())
        .add_run(run(text, weight, size))
        .add_tab(Tab::new().val(TabValueType::Left).pos(twips(hang)))
        .indent(Some(indent(hang)), Some(SpecialIndentType::Hanging(indent(hang))), None, None)
        .line_spacing(before(size * 0.4))
}

/// A dotted line to write on.
fn blank(measures: &Measures, room: f32) -> Paragraph {
    let dots = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(twips(room));
    let spacing =
        LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Exact).line(indent(WRITING));
    Paragraph::new()
        .add_run(typed(Weight::Normal, measures.sizes.body).add_tab())
        .add_tab(dots)
        .line_spacing(spacing)
}

/// Parts side by side, in columns of equal width.
fn side(measures: &Measures, columns: &[Vec<Block>], room: f32) -> Result<Vec<Content>, DocxError> {
    let count = f32::from(u16::try_from(columns.len()).unwrap_or(u16::MAX));
    let width = ((room - GUTTER * (count - 1.0)) / count).max(1.0);
    let mut cells = Vec::new();
    let mut widths = Vec::new();
    for (at, blocks) in columns.iter().enumerate() {
        let before = if at == 0 { 0.0 } else { GUTTER / 2.0 };
        let after = if at + 1 == columns.len() { 0.0 } else { GUTTER / 2.0 };
        let mut parts = Vec::new();
        for block in blocks {
            parts.extend(alone(measures, block, width)?);
        }
        let cell = filled(cell(before + width + after, []), parts);
        widths.push(before + width + after);
        cells.push(padded(cell, before, after));
    }
    let row = TableRow::new(cells);
    let low = columns.iter().all(|blocks| blocks.iter().map(lines_of).sum::<usize>() <= KEPT_WHOLE);
    let row = if low { row.cant_split() } else { row };
    // Two tables that touch would become one.
    Ok(vec![unlined(&widths, vec![row]).into(), gap(1.0).into()])
}

fn lines_of(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.len() + 2,
        Block::Figures(figures) => figures.len() * 2,
        Block::Blanks(count) => usize::from(*count) * 2,
        Block::Columns(columns) => columns.iter().flatten().map(lines_of).sum(),
        Block::Heading(text)
        | Block::Big(text)
        | Block::Line(text)
        | Block::Paragraph(text)
        | Block::Note(text)
        | Block::Proof { sentence: text, .. }
        | Block::Tick { text, .. } => 1 + text.chars().count() / 50,
        Block::Qr { text, caption } => 2 + (text.chars().count() + caption.chars().count()) / 50,
        Block::Gap => 1,
    }
}

/// A cell with parts in it. A cell ends with a paragraph, or Word calls the file damaged.
fn filled(cell: TableCell, parts: Vec<Content>) -> TableCell {
    let ends_well = matches!(parts.last(), Some(Content::Paragraph(_)));
    let cell = parts.into_iter().fold(cell, |cell, part| match part {
        Content::Paragraph(paragraph) => cell.add_paragraph(*paragraph),
        Content::Table(table) => cell.add_table(*table),
    });
    if ends_well { cell } else { cell.add_paragraph(gap(1.0)) }
}

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
pub(super) fn figures(measures: &Measures, figures: &[Figure], room: f32) -> Vec<Content> {
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
        Content::from(gap(sizes.body * 0.5)),
        Content::from(grid.set_borders(borders)),
        Content::from(gap(sizes.body * 0.35)),
    ]
}

/// A table: its caption, its header, which is repeated on each page, and its rows.
pub(super) fn table(measures: &Measures, table: &Table, room: f32) -> Result<Vec<Content>, DocxError> {
    let sizes = measures.sizes;
    if table.columns.len() > MOST_COLUMNS {
        return Err(DocxError::Columns { count: table.columns.len(), most: MOST_COLUMNS });
    }
    let mut parts = Vec::new();
    match &table.caption {
        Some(caption) => {
            let caption = paragraph(caption, Weight::Strong, sizes.table)
                .style(CAPTION)
                .line_spacing(LineSpacing::new().before(space(sizes.body * 0.5)).after(40))
                .keep_next(true);
            parts.push(Content::from(caption));
        }
        None => parts.push(Content::from(gap(sizes.body * 0.5).keep_next(true))),
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
        parts.push(Content::from(fixed(Grid::without_borders(rows), &widths, margins).set_borders(borders)));
        // Two tables that touch would become one.
        parts.push(Content::from(gap(sizes.body * 0.4)));
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
fn one_side(border: TableCellBorder) -> TableCellBorders {
    TableCellBorders::with_empty().set(border)
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
