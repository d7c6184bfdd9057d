//! Numbers to be seen at a glance: large, over their labels, between two rules.

use super::mark::{FIRM, HAIR, Mark, Piece, Setter, Type};
use super::page::Column;
use crate::papers::sheet::{Align, Figure, Weight};

/// The narrowest cell in which a label still reads well.
const NARROWEST: f32 = 74.0;

/// The most cells in a row.
const MOST: u16 = 6;

/// How many of `count` figures stand in a row, so that the rows are evenly filled.
pub(super) fn per_row(count: usize, room: f32) -> usize {
    let most = (1..=MOST).rev().find(|&most| room / f32::from(most) >= NARROWEST).map_or(1, usize::from);
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// Rows of figures, evenly filled; a row is one piece.
pub(super) fn rows(setter: &Setter, figures: &[Figure], column: Column) -> Vec<Piece> {
    let per_row = per_row(figures.len(), column.width);
    let mut pieces: Vec<Piece> =
        figures.chunks(per_row).map(|figures| row(setter, figures, column, per_row)).collect();
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
fn row(setter: &Setter, figures: &[Figure], column: Column, places: usize) -> Piece {
    let sizes = setter.sizes;
    let pad = sizes.body * 0.28;
    let mut piece = Piece::default();
    let cells = column.split(places, 0.0);
    for (figure, cell) in figures.iter().zip(&cells) {
        let inner = Column { x: cell.x + 4.0, width: cell.width - 8.0 };
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
