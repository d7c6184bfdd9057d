//! A QR code with what it leads to: beside it on a page, below it on a roll.

use std::rc::Rc;

use super::mark::{Mark, Order, Piece, Setter, Type};
use super::page::{Column, MM};
use crate::papers::qr::{QUIET, Qr};
use crate::papers::sheet::{Align, Weight};

/// The edge of a code: on a page as small as a telephone reads from an arm's length, on a roll larger, because a printer
/// of slips has eight dots a millimetre and paper that curls.
const EDGES: [(Order, f32); 2] = [(Order::Abreast, 24.0 * MM), (Order::Stacked, 34.0 * MM)];

/// The smallest module that a camera tells from the next one without pains: half a millimetre. A code of more of them is larger.
const MODULE: f32 = 0.5 * MM;

/// The code with its caption and its text, which no page break parts; the words alone when no code holds the text.
pub(super) fn piece(setter: &Setter, text: &str, caption: &str, column: Column) -> Piece {
    let mut piece = Piece { before: setter.sizes.body * 0.5, ..Piece::default() };
    let (words, top) = match Qr::of(text) {
        Some(code) => drawn(setter, &mut piece, code, column),
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
fn drawn(setter: &Setter, piece: &mut Piece, code: Qr, column: Column) -> (Column, f32) {
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
