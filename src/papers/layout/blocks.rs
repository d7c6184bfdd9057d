//! The blocks of the body as pieces.

use std::rc::Rc;

use super::flow::Flow;
use super::fonts::ASCENT;
use super::mark::{FIRM, HAIR, Mark, Order, Piece, Setter, Sign, Text, Type};
use super::page::{MM, Strip};
use super::table;
use crate::papers::qr::{QUIET, Qr};
use crate::papers::sheet::{Align, Block, Figure, Weight};
use crate::wrap::{clean, widest_word, wrap_after};

/// White space between columns side by side.
const GUTTER: f32 = 14.0;

/// Indent of the first line of a paragraph: 1 cm, of the 1–1.27 cm of NĐ 30/2020/NĐ-CP.
const FIRST_LINE: f32 = 28.35;

/// Distance of dotted lines to write on: 8 mm.
const WRITING: f32 = 22.7;

/// Columns side by side that are lower than this part of the page are kept on one page.
const KEPT_WHOLE: f32 = 0.4;

/// Blocks below one another; `page` is the height of a page.
pub(super) fn stack(setter: &Setter, blocks: &[Block], column: Strip, page: f32) -> Vec<Flow> {
    let mut nodes = Vec::new();
    for block in blocks {
        match block {
            Block::Columns(parts) if setter.order == Order::Abreast => {
                nodes.push(side(setter, parts, column, page));
            }
            other => nodes.extend(pieces(setter, other, column).into_iter().map(Flow::One)),
        }
    }
    nodes
}

/// Parts side by side, as one piece when they are low.
fn side(setter: &Setter, parts: &[Vec<Block>], column: Strip, page: f32) -> Flow {
    let flows: Vec<Vec<Piece>> = column
        .split(parts.len(), GUTTER)
        .into_iter()
        .zip(parts)
        .map(|(column, blocks)| {
            let mut pieces: Vec<Piece> =
                blocks.iter().flat_map(|block| pieces(setter, block, column)).collect();
            // The parts begin on one line, whatever they begin with.
            if let Some(first) = pieces.first_mut() {
                first.before = setter.sizes.body * 0.5;
            }
            pieces
        })
        .collect();
    let depth = |flow: &Vec<Piece>| flow.iter().map(Piece::depth).sum::<f32>();
    if flows.iter().map(depth).fold(0.0, f32::max) > page * KEPT_WHOLE {
        return Flow::Side(flows);
    }
    let mut whole = Piece::default();
    for flow in &flows {
        let mut y = 0.0;
        for piece in flow {
            whole.absorb(piece, y + piece.before);
            y += piece.depth();
        }
    }
    Flow::One(whole)
}

/// The pieces of a block within a column.
fn pieces(setter: &Setter, block: &Block, column: Strip) -> Vec<Piece> {
    let sizes = setter.sizes;
    match block {
        Block::Heading(text) => {
            let mut pieces = lines(setter, text, Type::of(Weight::Strong, sizes.body), column);
            lead(&mut pieces, sizes.body * 0.6);
            for piece in &mut pieces {
                piece.tied = true;
            }
            pieces
        }
        Block::Big(text) => big(setter, text, column),
        Block::Line(text) => lines(setter, text, Type::of(Weight::Normal, sizes.body), column),
        Block::Note(text) => lines(setter, text, Type::of(Weight::Faint, sizes.small), column),
        Block::Paragraph(text) => paragraph(setter, text, column),
        Block::Figures(row) => figures(setter, row, column),
        Block::Table(table) => table::pieces(setter, table, column),
        Block::Proof { holds: true, sentence } => boxed(setter, Sign::Tick, Weight::Normal, sentence, column),
        Block::Proof { holds: false, sentence } => {
            boxed(setter, Sign::Alarm, Weight::Strong, sentence, column)
        }
        Block::Tick { ticked, text } => {
            let sign = if *ticked { Sign::Tick } else { Sign::Empty };
            boxed(setter, sign, Weight::Normal, text, column)
        }
        Block::Qr { text, caption } => vec![code(setter, text, caption, column)],
        Block::Blanks(count) => (0..*count).map(|_| blank(column)).collect(),
        Block::Gap => vec![Piece { before: sizes.body, ..Piece::default() }],
        Block::Columns(parts) => {
            parts.iter().flatten().flat_map(|block| pieces(setter, block, column)).collect()
        }
    }
}

/// Ragged lines of text.
fn lines(setter: &Setter, text: &str, kind: Type, column: Strip) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = setter
        .lines(kind, text, column.width)
        .iter()
        .map(|line| Piece {
            height: kind.leading(),
            marks: vec![setter.line(kind, line, column, Align::Left, 0.0)],
            ..Piece::default()
        })
        .collect();
    lead(&mut pieces, setter.sizes.body * 0.25);
    tie_ends(&mut pieces);
    pieces
}

/// Words in the largest type, in the middle.
fn big(setter: &Setter, text: &str, column: Strip) -> Vec<Piece> {
    let largest = Type::of(Weight::Strong, setter.sizes.big);
    let wide = widest_word(&clean(text), |word: &str| setter.width(largest, word));
    // Four digits are set smaller rather than cut in two.
    let part = (column.width / wide.max(1.0)).min(1.0);
    let kind = Type { size: largest.size * part, ..largest };
    let lines = setter.even_lines(kind, text, column.width);
    let mut piece = Piece { before: setter.sizes.body * 0.25, ..Piece::default() };
    piece.height = setter.place(&mut piece.marks, kind, &lines, column, Align::Center, 0.0);
    vec![piece]
}

/// Justified lines with the first one pushed in.
fn paragraph(setter: &Setter, text: &str, column: Strip) -> Vec<Piece> {
    let kind = Type::of(Weight::Normal, setter.sizes.body);
    let mut pieces = Vec::new();
    for part in clean(text).split('\n') {
        let lines = wrap_after(part, FIRST_LINE, column.width, |piece: &str| setter.width(kind, piece));
        let last = lines.len() - 1;
        for (i, words) in lines.into_iter().enumerate() {
            let indent = if i == 0 { FIRST_LINE } else { 0.0 };
            // A hard space is as wide as a plain one, and is stretched with it.
            let spaces = words.matches([' ', '\u{a0}']).count();
            let spare = column.width - indent - setter.width(kind, &words);
            let stretch = match u16::try_from(spaces) {
                Ok(spaces) if i < last && spaces > 0 => (spare / f32::from(spaces)).max(0.0),
                _ => 0.0,
            };
            pieces.push(Piece {
                height: kind.leading() * 1.08,
                marks: vec![Mark::Text(Text {
                    x: column.x + indent,
                    y: kind.baseline(0.0),
                    face: kind.face,
                    size: kind.size,
                    stretch,
                    words,
                })],
                ..Piece::default()
            });
        }
    }
    // NĐ 30/2020/NĐ-CP asks for at least 6 pt between paragraphs.
    lead(&mut pieces, 6.0);
    tie_ends(&mut pieces);
    pieces
}

/// A text behind a box, its further lines aligned with the first.
fn boxed(setter: &Setter, sign: Sign, weight: Weight, text: &str, column: Strip) -> Vec<Piece> {
    let kind = Type::of(weight, setter.sizes.body);
    let size = kind.size * 0.76;
    let mut pieces = lines(setter, text, kind, column.after(size + kind.size * 0.45));
    if let Some(first) = pieces.first_mut() {
        // The box stands a little below the baseline, as high as a capital.
        let y = kind.baseline(0.0) - size * 0.92;
        first.marks.push(Mark::Sign { x: column.x + 0.5, y: y.max(kind.size * (1.0 - ASCENT)), size, sign });
    }
    lead(&mut pieces, setter.sizes.body * 0.4);
    pieces
}

/// A dotted line to write on.
fn blank(column: Strip) -> Piece {
    Piece {
        height: WRITING,
        marks: vec![Mark::Rule {
            from: (column.x, WRITING - 3.0),
            to: (column.right(), WRITING - 3.0),
            weight: HAIR * 2.0,
            dotted: true,
        }],
        ..Piece::default()
    }
}

/// Sets the white space above the first of some pieces.
fn lead(pieces: &mut [Piece], before: f32) {
    if let Some(first) = pieces.first_mut() {
        first.before = before;
    }
}

/// Ties the first two and the last two lines of a text, so that none stands alone on a page.
fn tie_ends(pieces: &mut [Piece]) {
    let count = pieces.len();
    if count > 1 {
        pieces[0].tied = true;
        pieces[count - 2].tied = true;
    }
}

/// The narrowest cell in which a label still reads well.
const NARROWEST: f32 = 74.0;

/// The most cells in a row.
const MOST_IN_A_ROW: u16 = 6;

/// How many of `count` figures stand in a row, so that the rows are evenly filled.
pub(super) fn figures_per_row(count: usize, room: f32) -> usize {
    let most =
        (1..=MOST_IN_A_ROW).rev().find(|&most| room / f32::from(most) >= NARROWEST).map_or(1, usize::from);
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// Rows of figures, evenly filled; a row is one piece.
fn figures(setter: &Setter, figures: &[Figure], column: Strip) -> Vec<Piece> {
    let per_row = figures_per_row(figures.len(), column.width);
    let mut pieces: Vec<Piece> =
        figures.chunks(per_row).map(|figures| figure_row(setter, figures, column, per_row)).collect();
    if let Some(first) = pieces.first_mut() {
        first.before = setter.sizes.body * 0.5;
        first.marks.push(Mark::level(column.x, column.right(), 0.0, FIRM));
    }
    if let Some(last) = pieces.last_mut() {
        last.marks.push(Mark::level(column.x, column.right(), last.height, FIRM));
        last.height += setter.sizes.body * 0.35;
    }
    pieces
}

/// A row of `places` cells, of which the last may be empty.
fn figure_row(setter: &Setter, figures: &[Figure], column: Strip, places: usize) -> Piece {
    let sizes = setter.sizes;
    let pad = sizes.body * 0.28;
    let mut piece = Piece::default();
    let cells = column.split(places, 0.0);
    for (figure, cell) in figures.iter().zip(&cells) {
        let inner = Strip { x: cell.x + 4.0, width: cell.width - 8.0 };
        let mut y = pad;
        let value = Type::of(Weight::Strong, sizes.figure);
        let label = Type::of(Weight::Normal, sizes.table);
        let note = Type::of(Weight::Faint, sizes.small);
        for (kind, text) in [(value, &figure.value), (label, &figure.label), (note, &figure.note)] {
            if !text.is_empty() {
                let lines = setter.even_lines(kind, text, inner.width);
                y = setter.place(&mut piece.marks, kind, &lines, inner, Align::Center, y);
            }
        }
        piece.height = piece.height.max(y + pad);
    }
    for cell in cells.iter().skip(1) {
        piece.marks.push(Mark::upright(cell.x, pad * 1.5, piece.height - pad * 1.5, HAIR));
    }
    piece
}

/// The edge of a code: on a page as small as a telephone reads from an arm's length, on a roll larger, because a printer
/// of slips has eight dots a millimetre and paper that curls.
const EDGES: [(Order, f32); 2] = [(Order::Abreast, 24.0 * MM), (Order::Stacked, 34.0 * MM)];

/// The smallest module that a camera tells from the next one without pains: half a millimetre. A code of more of them is larger.
const MODULE: f32 = 0.5 * MM;

/// The code with its caption and its text, which no page break parts; the words alone when no code holds the text.
fn code(setter: &Setter, text: &str, caption: &str, column: Strip) -> Piece {
    let mut piece = Piece { before: setter.sizes.body * 0.5, ..Piece::default() };
    let (words, top) = match Qr::of(text) {
        Some(code) => drawn_code(setter, &mut piece, code, column),
        None => (column, 0.0),
    };
    let is_below = setter.order == Order::Stacked;
    let align = if is_below { Align::Center } else { Align::Left };
    let mut y = top;
    for (weight, size, words_of) in
        [(Weight::Strong, setter.sizes.body, caption), (Weight::Normal, setter.sizes.small, text)]
    {
        let kind = Type::of(weight, size);
        let lines = setter.lines(kind, words_of, words.width);
        y = setter.place(&mut piece.marks, kind, &lines, words, align, y);
    }
    piece.height = piece.height.max(y);
    piece
}

/// Draws the code with the white that a reader wants around it; tells where its words stand and begin.
fn drawn_code(setter: &Setter, piece: &mut Piece, code: Qr, column: Strip) -> (Strip, f32) {
    let usual = EDGES.iter().find(|(order, _)| *order == setter.order).map_or(0.0, |(_, edge)| *edge);
    let modules = f32::from(code.edge);
    let quiet = f32::from(QUIET);
    let room = column.width * modules / (modules + 2.0 * quiet);
    let size = usual.max(modules * MODULE).min(room);
    let white = size / modules * quiet;
    let (x, words, top) = match setter.order {
        Order::Stacked => (column.x + (column.width - size) / 2.0, column, size + 2.0 * white),
        // The white at its left is that of the margin.
        Order::Abreast => (column.x, column.after(size + white.max(setter.sizes.body)), white),
    };
    piece.marks.push(Mark::Code { x, y: white, size, code: Rc::new(code) });
    piece.height = size + 2.0 * white;
    (words, top)
}
