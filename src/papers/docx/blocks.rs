//! The blocks of the body.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, Paragraph, SpecialIndentType, Tab, TabLeaderType,
    TabValueType, Table as Grid, TableCell, TableRow, TextBorder,
};

use super::words::{before, centred, gap, indent, paragraph, run, sign, space, twips, typed};
use super::{DocxError, grid, styles};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Block, Weight};
use crate::papers::wrap::clean;

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
pub(super) enum Part {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Grid>),
}

impl From<Paragraph> for Part {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
    }
}

impl From<Grid> for Part {
    fn from(grid: Grid) -> Self {
        Self::Table(Box::new(grid))
    }
}

/// Blocks below one another in `room` points.
pub(super) fn stack(measures: &Measures, blocks: &[Block], room: f32) -> Result<Vec<Part>, DocxError> {
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
fn alone(measures: &Measures, block: &Block, room: f32) -> Result<Vec<Part>, DocxError> {
    let sizes = measures.sizes;
    Ok(match block {
        Block::Heading(text) => {
            let heading = paragraph(text, Weight::Strong, sizes.body)
                .style(styles::HEADING)
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
        Block::Figures(figures) => grid::figures(measures, figures, room),
        Block::Table(table) => grid::table(measures, table, room)?,
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
fn side(measures: &Measures, columns: &[Vec<Block>], room: f32) -> Result<Vec<Part>, DocxError> {
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
        let cell = filled(grid::cell(before + width + after, []), parts);
        widths.push(before + width + after);
        cells.push(grid::padded(cell, before, after));
    }
    let row = TableRow::new(cells);
    let low = columns.iter().all(|blocks| blocks.iter().map(lines_of).sum::<usize>() <= KEPT_WHOLE);
    let row = if low { row.cant_split() } else { row };
    // Two tables that touch would become one.
    Ok(vec![grid::unlined(&widths, vec![row]).into(), gap(1.0).into()])
}

/// About how many lines a block takes.
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
fn filled(cell: TableCell, parts: Vec<Part>) -> TableCell {
    let ends_well = matches!(parts.last(), Some(Part::Paragraph(_)));
    let cell = parts.into_iter().fold(cell, |cell, part| match part {
        Part::Paragraph(paragraph) => cell.add_paragraph(*paragraph),
        Part::Table(table) => cell.add_table(*table),
    });
    if ends_well { cell } else { cell.add_paragraph(gap(1.0)) }
}
