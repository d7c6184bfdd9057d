//! The blocks of the body. Tables have lines for numbers, and none where they only set things side by side.

use super::DocxError;
use super::words::{
    CAPTION, FIRM, HAIR, HEADING, Lines, Paragraph, Run, border, centred, gap, paragraph, run, sign, twips,
};
use super::xml::{Element, element, value};
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
    Table(Element),
}

impl Content {
    pub(super) fn into_element(self) -> Element {
        match self {
            Self::Paragraph(paragraph) => paragraph.into_element(),
            Self::Table(table) => table,
        }
    }
}

impl From<Paragraph> for Content {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
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
                .before(sizes.body * 0.6)
                .keep_next(true);
            vec![heading.into()]
        }
        Block::Big(text) => {
            let size = sizes.figure * 2.0;
            vec![centred(text, Weight::Strong, size).before(sizes.body * 0.25).into()]
        }
        Block::Line(text) => {
            vec![paragraph(text, Weight::Normal, sizes.body).before(sizes.body * 0.25).into()]
        }
        Block::Note(text) => {
            vec![paragraph(text, Weight::Faint, sizes.small).before(sizes.body * 0.25).into()]
        }
        Block::Paragraph(text) => clean(text).split('\n').map(|text| prose(measures, text).into()).collect(),
        Block::Figures(row) => figures(measures, row, room),
        Block::Table(of) => table(measures, of, room)?,
        Block::Proof { holds: true, sentence } => vec![boxed(measures, Some(true), sentence).into()],
        Block::Proof { holds: false, sentence } => vec![boxed(measures, None, sentence).into()],
        Block::Tick { ticked, text } => vec![boxed(measures, Some(*ticked), text).into()],
        // What is edited before it is printed has the link in words: a picture in it would outlive a change of them.
        Block::Qr { text, caption } => {
            let line = |text: &str, size| paragraph(text, Weight::Normal, size).before(size * 0.25);
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
    paragraph(text, Weight::Normal, measures.sizes.body)
        .justified()
        .first_line(FIRST_LINE)
        // Lines of 1.1 of the usual distance, of the 1 to 1.5 that the decree allows.
        .spaced(6.0, 0.0, Some(Lines::Auto(264)))
}

/// A text behind a box, ticked or not; without either, behind an exclamation mark in a box, and bold.
fn boxed(measures: &Measures, ticked: Option<bool>, text: &str) -> Paragraph {
    let size = measures.sizes.body;
    let mark = match ticked {
        Some(ticked) => sign(BOXES[usize::from(ticked)], size),
        None => run("\u{a0}!\u{a0}", Weight::Strong, size).boxed(),
    };
    let weight = if ticked.is_some() { Weight::Normal } else { Weight::Strong };
    let hang = size * 1.5;
    Paragraph::default()
        .run(mark)
        .run(Run::new(weight, size).tab())
        .run(run(text, weight, size))
        .tab_stop("left", hang, false)
        .hanging(hang)
        .before(size * 0.4)
}

/// A dotted line to write on.
fn blank(measures: &Measures, room: f32) -> Paragraph {
    Paragraph::default()
        .run(Run::new(Weight::Normal, measures.sizes.body).tab())
        .tab_stop("right", room, true)
        .spaced(0.0, 0.0, Some(Lines::Exact(WRITING)))
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
        widths.push(before + width + after);
        cells.push(Cell::of(before + width + after, parts).padded(before, after));
    }
    let low = columns.iter().all(|blocks| blocks.iter().map(lines_of).sum::<usize>() <= KEPT_WHOLE);
    // Two tables that touch would become one.
    Ok(vec![unlined(&widths, vec![row(cells, low)]), gap(1.0).into()])
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

/// White space at the left and right of a cell in points: a little less than in the PDF, as another Times may be wider.
const PAD: f32 = 3.2;

/// Indent of a level, in ems.
const INDENT: f32 = 1.0;

/// A row of more lines than this may be parted by the end of a page.
const MOST_LINES: usize = 30;

/// The most columns that Word can hold.
const MOST_COLUMNS: usize = 63;

/// A table without lines whose columns have these widths, in points.
pub(super) fn unlined(widths: &[f32], rows: Vec<Element>) -> Content {
    grid(widths, rows, Vec::new(), [0, 0])
}

/// A table whose columns keep their widths, with these lines, and white space in twips above and below what stands in its
/// cells, and beside it.
fn grid(widths: &[f32], rows: Vec<Element>, lines: Vec<Element>, air: [usize; 2]) -> Content {
    let widths: Vec<usize> = widths.iter().map(|&width| twips(width)).collect();
    let columns = widths.iter().map(|width| element("w:gridCol").with("w:w", width));
    let sides = ["w:top", "w:left", "w:bottom", "w:right"].into_iter().enumerate();
    let look = element("w:tblPr")
        .holding([
            wide("w:tblW", widths.iter().sum()),
            value("w:jc", "left"),
            wide("w:tblInd", 0),
            element("w:tblBorders").holding(lines),
            element("w:tblLayout").with("w:type", "fixed"),
        ])
        .holding([element("w:tblCellMar").holding(sides.map(|(at, side)| wide(side, air[at % 2])))]);
    Content::Table(element("w:tbl").holding([look, element("w:tblGrid").holding(columns)]).holding(rows))
}

/// A width in twips.
fn wide(name: &'static str, twips: usize) -> Element {
    element(name).with("w:w", twips).with("w:type", "dxa")
}

/// A row, which the end of a page may part unless it is kept whole.
pub(super) fn row(cells: Vec<Cell>, is_whole: bool) -> Element {
    let look = is_whole.then(|| element("w:trPr").holding([element("w:cantSplit")]));
    element("w:tr").holding(look).holding(cells.into_iter().map(Cell::into_element))
}

/// A cell, with its properties in the order of the schema.
pub(super) struct Cell {
    width: Element,
    merge: Option<Element>,
    border: Option<Element>,
    pad: Option<Element>,
    is_centred: bool,
    parts: Vec<Content>,
}

impl Cell {
    /// A cell of a width in points.
    pub(super) fn of(width: f32, parts: Vec<Content>) -> Self {
        Self {
            width: wide("w:tcW", twips(width)),
            merge: None,
            border: None,
            pad: None,
            is_centred: false,
            parts,
        }
    }

    /// A cell of a width in points with paragraphs in it.
    pub(super) fn with(width: f32, paragraphs: impl IntoIterator<Item = Paragraph>) -> Self {
        Self::of(width, paragraphs.into_iter().map(Content::from).collect())
    }

    /// With white space at its left and right, in points.
    #[must_use]
    pub(super) fn padded(self, left: f32, right: f32) -> Self {
        let sides = [wide("w:left", twips(left)), wide("w:right", twips(right))];
        Self { pad: Some(element("w:tcMar").holding(sides)), ..self }
    }

    /// One with the cells below it, or with the one above.
    #[must_use]
    pub(super) fn merged(self, begins: bool) -> Self {
        Self { merge: Some(value("w:vMerge", if begins { "restart" } else { "continue" })), ..self }
    }

    /// With a firm line at one side; the others are the table's.
    #[must_use]
    fn lined(self, side: &'static str) -> Self {
        Self { border: Some(element("w:tcBorders").holding([border(side, FIRM, 0)])), ..self }
    }

    fn into_element(self) -> Element {
        let look = element("w:tcPr")
            .holding([self.width])
            .holding(self.merge)
            .holding(self.border)
            .holding(self.pad)
            .holding(self.is_centred.then(|| value("w:vAlign", "center")));
        // A cell ends with a paragraph, or Word calls the file damaged.
        let end =
            (!matches!(self.parts.last(), Some(Content::Paragraph(_)))).then(|| gap(1.0).into_element());
        let parts = self.parts.into_iter().map(Content::into_element);
        element("w:tc").holding([look]).holding(parts).holding(end)
    }
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
    let line = |figures: &[Figure]| {
        let filled = figures.iter().map(|figure| {
            let label = centred(&figure.label, Weight::Normal, sizes.table);
            let mut paragraphs = vec![centred(&figure.value, Weight::Strong, sizes.figure), label];
            if !figure.note.is_empty() {
                paragraphs.push(centred(&figure.note, Weight::Faint, sizes.small));
            }
            Cell::with(width, paragraphs)
        });
        let empty = (figures.len()..places).map(|_| Cell::with(width, [gap(2.0)]));
        row(filled.chain(empty).collect(), true)
    };
    let lines = [("w:top", FIRM), ("w:bottom", FIRM), ("w:insideV", HAIR)];
    let grid = grid(
        &vec![width; places],
        figures.chunks(places).map(line).collect(),
        lines.map(|(side, width)| border(side, width, 0)).into(),
        [twips(sizes.body * 0.28), twips(4.0)],
    );
    vec![gap(sizes.body * 0.5).into(), grid, gap(sizes.body * 0.35).into()]
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
                .spaced(sizes.body * 0.5, 2.0, None)
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
        let lines = [
            ("w:top", FIRM),
            ("w:left", HAIR),
            ("w:bottom", FIRM),
            ("w:right", HAIR),
            ("w:insideH", HAIR),
            ("w:insideV", HAIR),
        ];
        let lines = lines.map(|(side, width)| border(side, width, 0)).into();
        parts.push(grid(&widths, rows, lines, [twips(sizes.air), twips(PAD)]));
        // Two tables that touch would become one.
        parts.push(Content::from(gap(sizes.body * 0.4)));
    }
    Ok(parts)
}

/// The header row, repeated on each page.
fn header(measures: &Measures, table: &Table, widths: &[f32]) -> Element {
    let cells = table.columns.iter().zip(widths).map(|(column, &width)| {
        let align = if column.align == Align::Left { Align::Left } else { Align::Center };
        let title =
            paragraph(&column.title, Weight::Strong, measures.sizes.table).align(align).keep_next(true);
        Cell { is_centred: true, ..Cell::with(width, [title]).lined("w:bottom") }.into_element()
    });
    let look = element("w:trPr").holding([element("w:cantSplit"), element("w:tblHeader")]);
    element("w:tr").holding([look]).holding(cells)
}

/// A row; `tied` to the next one when no page may begin between them.
fn body_row(measures: &Measures, table: &Table, of: &Row, widths: &[f32], tied: bool) -> Element {
    let size = measures.sizes.table;
    let first_left = table.columns.iter().position(|column| column.align == Align::Left);
    let mut most_lines = 1;
    let cells = table.columns.iter().zip(widths).enumerate().map(|(at, (column, &width))| {
        let text = of.cells.get(at).map_or("", |cell| cell.text.as_str());
        let room = (width - 2.0 * PAD).max(1.0);
        let pushed = if first_left == Some(at) { f32::from(of.indent) * INDENT * size } else { 0.0 };
        // However deep the indent, half of the cell is left for words.
        let pushed = pushed.min(room / 2.0);
        most_lines = most_lines.max(measures.lines(text, of.weight, size, room - pushed));
        let mut words = paragraph(text, of.weight, size).align(column.align).before(0.0);
        if pushed > 0.0 {
            words = words.indent(pushed, 0.0);
        }
        let cell = Cell::with(width, [words.keep_next(tied)]);
        if of.weight == Weight::Strong { cell.lined("w:top") } else { cell }
    });
    let cells = cells.collect();
    // A row higher than a page must be parted somewhere.
    row(cells, most_lines <= MOST_LINES)
}
