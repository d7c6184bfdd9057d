//! Tables: a light grid, cells that wrap, a header that is repeated on each page.

use std::rc::Rc;

use super::mark::{FIRM, HAIR, Mark, Piece, Setter, Type};
use super::page::Strip;
use crate::papers::shares::divide;
use crate::papers::sheet::{Align, Row, Table, Weight};
use crate::wrap::{clean, widest_line, widest_word};

/// White space at the left and right of a cell.
const PAD: f32 = 3.6;

/// Indent of a level, in ems.
const INDENT: f32 = 1.0;

/// A row of more lines than this is cut into parts, so that no part is higher than a page.
const MOST_LINES: usize = 30;

/// A header of more lines than this is not repeated.
const MOST_HEADER_LINES: usize = 8;

/// The pieces of a table: caption and header tied to the first row, then a piece for each row.
pub(super) fn pieces(setter: &Setter, table: &Table, column: Strip) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(caption) = &table.caption {
        let kind = Type::of(Weight::Strong, setter.sizes.table);
        for line in setter.lines(kind, caption, column.width) {
            pieces.push(Piece {
                height: kind.leading(),
                marks: vec![setter.line(kind, &line, column, Align::Left, 0.0)],
                tied: true,
                ..Piece::default()
            });
        }
        if let Some(last) = pieces.last_mut() {
            last.height += 2.0;
        }
    }
    if !table.columns.is_empty() {
        pieces.extend(grid(setter, table, column));
    }
    if let Some(first) = pieces.first_mut() {
        first.before = setter.sizes.body * 0.5;
    }
    if let Some(last) = pieces.last_mut() {
        last.height += setter.sizes.body * 0.25;
    }
    pieces
}

fn grid(setter: &Setter, table: &Table, column: Strip) -> Vec<Piece> {
    let cells = cells(setter, table, column);
    let mut pieces = Vec::new();
    let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    let mut header = None;
    if titles.iter().any(|title| !title.is_empty()) {
        let (piece, lines) = header_row(setter, table, &titles, &cells);
        if lines <= MOST_HEADER_LINES {
            header = Some(Rc::new(piece.clone()));
        }
        pieces.push(Piece { tied: !table.rows.is_empty(), ..piece });
    }
    let count = table.rows.len();
    for (i, row) in table.rows.iter().enumerate() {
        let mut parts = row_parts(setter, table, row, &cells);
        for part in &mut parts {
            part.header.clone_from(&header);
        }
        let top_is_open = pieces.is_empty();
        if let Some(first) = parts.first_mut()
            && (top_is_open || row.weight == Weight::Strong)
        {
            first.marks.push(across(&cells, 0.0, FIRM));
        }
        if let Some(last) = parts.last_mut() {
            let weight = if i + 1 == count { FIRM } else { HAIR };
            last.marks.push(across(&cells, last.height, weight));
            // A total does not go to the next page alone.
            let total_is_next =
                table.rows.get(i + 1).is_some_and(|next| next.weight == Weight::Strong) && i + 2 == count;
            last.tied = total_is_next;
        }
        pieces.extend(parts);
    }
    pieces
}

/// Widths of the columns of a table that fills `column`.
pub(super) fn widths(setter: &Setter, table: &Table, column: Strip) -> Vec<f32> {
    cells(setter, table, column).into_iter().map(|cell| cell.outer.width).collect()
}

/// A column of the grid.
#[derive(Clone, Copy)]
struct Slot {
    outer: Strip,
    /// Where the words of rows stand. Numbers stand in a strip as wide as the widest of them, in the middle of the cell:
    /// their units are aligned and they are below the middle of the header.
    words: Strip,
}

/// The columns of the grid: shares of the width, none narrower than its widest word while another can give.
fn cells(setter: &Setter, table: &Table, column: Strip) -> Vec<Slot> {
    let size = setter.sizes.table;
    let word = |kind: Type, text: &str| widest_word(&clean(text), |part: &str| setter.width(kind, part));
    let floors: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, title)| {
            let title = word(Type::of(Weight::Strong, size), &title.title);
            let rows = table.rows.iter().filter_map(|row| {
                let kind = Type::of(row.weight, size);
                Some(word(kind, &row.cells.get(i)?.text) + indent_of(table, row, i, size))
            });
            let floor = rows.fold(title, f32::max) + 2.0 * PAD + 0.1;
            // One endless word shall not starve the other columns.
            floor.min(column.width / 2.0)
        })
        .collect();
    let shares: Vec<u16> = table.columns.iter().map(|column| column.share).collect();
    let mut x = column.x;
    divide(column.width, &shares, &floors)
        .into_iter()
        .enumerate()
        .map(|(i, width)| {
            let outer = Strip { x, width };
            x += width;
            let words = inner(outer, 0.0);
            let words = match table.columns[i].align {
                Align::Left | Align::Center => words,
                Align::Right => strip(words, widest_number(setter, table, i)),
            };
            Slot { outer, words }
        })
        .collect()
}

/// Width of the widest text of a column when none is wrapped.
fn widest_number(setter: &Setter, table: &Table, index: usize) -> f32 {
    table
        .rows
        .iter()
        .filter_map(|row| {
            let kind = Type::of(row.weight, setter.sizes.table);
            let text = clean(&row.cells.get(index)?.text);
            Some(widest_line(&text, |part: &str| setter.width(kind, part)))
        })
        .fold(0.0, f32::max)
        + 0.1
}

/// A strip in the middle of a column.
fn strip(column: Strip, width: f32) -> Strip {
    let width = width.min(column.width);
    Strip { x: column.middle() - width / 2.0, width }
}

/// Indent of a row's cell: only the first left-aligned column is pushed in.
fn indent_of(table: &Table, row: &Row, index: usize, size: f32) -> f32 {
    let first = table.columns.iter().position(|column| column.align == Align::Left);
    if first == Some(index) { f32::from(row.indent) * INDENT * size } else { 0.0 }
}

/// The header: bold, centred over numbers and signs, in the middle of the height; with the number of its lines.
fn header_row(setter: &Setter, table: &Table, titles: &[&str], cells: &[Slot]) -> (Piece, usize) {
    let kind = Type::of(Weight::Strong, setter.sizes.table);
    let texts: Vec<Vec<String>> = titles
        .iter()
        .zip(cells)
        .map(|(title, cell)| setter.even_lines(kind, title, inner(cell.outer, 0.0).width))
        .collect();
    let lines = texts.iter().map(Vec::len).max().unwrap_or(1);
    let air = setter.sizes.air * 1.4;
    let mut piece = Piece::default();
    let height = height_of(lines, kind) + 2.0 * air;
    for ((text, cell), column) in texts.iter().zip(cells).zip(&table.columns) {
        let align = match column.align {
            Align::Left => Align::Left,
            Align::Right | Align::Center => Align::Center,
        };
        let top = (height - height_of(text.len(), kind)) / 2.0;
        setter.place(&mut piece.marks, kind, text, inner(cell.outer, 0.0), align, top);
    }
    piece.height = height;
    uprights(&mut piece, cells);
    piece.marks.push(across(cells, 0.0, FIRM));
    piece.marks.push(across(cells, height, FIRM));
    (piece, lines)
}

/// A row as one piece, or as several when a cell has very many lines.
fn row_parts(setter: &Setter, table: &Table, row: &Row, cells: &[Slot]) -> Vec<Piece> {
    let size = setter.sizes.table;
    let kind = Type::of(row.weight, size);
    let texts: Vec<(Strip, Vec<String>)> = cells
        .iter()
        .enumerate()
        .map(|(i, cell)| {
            let indent = indent_of(table, row, i, size);
            let cell = if indent > 0.0 { inner(cell.outer, indent) } else { cell.words };
            let text = row.cells.get(i).map_or("", |cell| cell.text.as_str());
            (cell, setter.lines(kind, text, cell.width))
        })
        .collect();
    let lines = texts.iter().map(|(_, text)| text.len()).max().unwrap_or(1);
    let mut parts = Vec::new();
    let mut start = 0;
    while start < lines {
        let count = MOST_LINES.min(lines - start);
        let is_first = start == 0;
        let is_last = start + count == lines;
        let top = if is_first { setter.sizes.air } else { 0.0 };
        let bottom = if is_last { setter.sizes.air } else { 0.0 };
        let mut piece = Piece { height: top + height_of(count, kind) + bottom, ..Piece::default() };
        for ((cell, text), column) in texts.iter().zip(&table.columns) {
            let from = start.min(text.len());
            let to = (start + count).min(text.len());
            setter.place(&mut piece.marks, kind, &text[from..to], *cell, column.align, top);
        }
        uprights(&mut piece, cells);
        parts.push(piece);
        start += count;
    }
    parts
}

/// The part of a cell that holds text, `indent` further in.
fn inner(cell: Strip, indent: f32) -> Strip {
    // However deep the indent, half of the cell is left for words.
    let lead = PAD + indent.min((cell.width - 2.0 * PAD).max(0.0) / 2.0);
    Strip { x: cell.x + lead, width: (cell.width - lead - PAD).max(1.0) }
}

fn height_of(lines: usize, kind: Type) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * kind.leading()
}

/// A rule across the whole table.
fn across(cells: &[Slot], y: f32, weight: f32) -> Mark {
    let left = cells.first().map_or(0.0, |cell| cell.outer.x);
    let right = cells.last().map_or(0.0, |cell| cell.outer.right());
    Mark::level(left, right, y, weight)
}

/// The upright rules of a band of the table.
fn uprights(piece: &mut Piece, cells: &[Slot]) {
    let height = piece.height;
    for cell in cells {
        piece.marks.push(Mark::upright(cell.outer.x, 0.0, height, HAIR));
    }
    if let Some(last) = cells.last() {
        piece.marks.push(Mark::upright(last.outer.right(), 0.0, height, HAIR));
    }
}
