//! The end of a sheet: place and date, and the blocks to sign.

use super::flow::Node;
use super::fonts::Face;
use super::mark::{Order, Piece, Setter, Type};
use super::page::Column;
use crate::papers::sheet::{Align, Recipients, Sheet, Signature, Spot, Weight};

/// The most signatures side by side; more go into further rows.
const MOST: usize = 4;

/// White space between signatures.
const GUTTER: f32 = 8.0;

/// Part of the width that a list of recipients takes, or that a single signature leaves free at its left.
const LEFT_PART: f32 = 0.45;

/// Adds the end of the sheet as one piece and ties the last lines of the body to it: a page with nothing but signatures
/// could be put under another paper.
pub(super) fn close(setter: &Setter, sheet: &Sheet, column: Column, nodes: &mut Vec<Node>) {
    let mut end = Piece { before: setter.sizes.body * 0.9, ..Piece::default() };
    let stacked = setter.order == Order::Stacked;
    let strip = if !stacked && (sheet.recipients.is_some() || sheet.signatures.len() == 1) {
        column.after(column.width * LEFT_PART)
    } else {
        column
    };
    let mut y = 0.0;
    if let Some(place) = &sheet.place_date
        && place.spot == Spot::OverSignatures
    {
        let abreast = if stacked { 1 } else { sheet.signatures.len() };
        end.absorb(&place_date(setter, &place.text, abreast, strip), y);
        y = end.height + 2.5;
    }
    if let Some(recipients) = &sheet.recipients {
        let left =
            if stacked { column } else { Column { width: column.width * LEFT_PART - GUTTER, ..column } };
        let copies = copies(setter, recipients, left);
        end.absorb(&copies, y);
        if stacked {
            y += copies.height + setter.sizes.body;
        }
    }
    for signatures in sheet.signatures.chunks(if stacked { 1 } else { MOST }) {
        let row = row(setter, signatures, strip);
        end.absorb(&row, y);
        y += row.height + setter.sizes.body;
    }
    if end.height <= 0.0 {
        return;
    }
    for node in nodes.iter_mut().rev().take(2) {
        match node {
            Node::One(piece) => piece.tied = true,
            Node::Side(_) => break,
        }
    }
    nodes.push(Node::One(end));
}

/// The list of those who get a copy. NĐ 30/2020/NĐ-CP: 12 pt bold italic over 11 pt, a body of 13–14 pt.
fn copies(setter: &Setter, recipients: &Recipients, column: Column) -> Piece {
    let title = Type { face: Face::BoldItalic, size: setter.sizes.small + 0.5 };
    let line = Type::of(Weight::Normal, setter.sizes.small - 0.5);
    let mut piece = Piece::default();
    let words =
        std::iter::once((title, &recipients.title)).chain(recipients.lines.iter().map(|text| (line, text)));
    for (kind, text) in words {
        let lines = setter.lines(kind, text, column.width);
        piece.height = setter.place(&mut piece.marks, kind, &lines, column, Align::Left, piece.height);
    }
    piece
}

/// The place and date in the middle of the last signature, but never beyond the right edge.
fn place_date(setter: &Setter, text: &str, signatures: usize, column: Column) -> Piece {
    let kind = Type::of(Weight::Faint, setter.sizes.body);
    let last = column.split(signatures.clamp(1, MOST), GUTTER).last().copied().unwrap_or(column);
    let half = if setter.order == Order::Stacked { column.width } else { column.width / 2.0 };
    let lines = setter.even_lines(kind, text, half);
    let wide = lines.iter().map(|line| setter.width(kind, line)).fold(0.0, f32::max);
    let x = (last.middle() - wide / 2.0).min(column.right() - wide);
    let mut piece = Piece::default();
    let strip = Column { x, width: wide };
    piece.height = setter.place(&mut piece.marks, kind, &lines, strip, Align::Center, 0.0);
    piece
}

/// Signatures side by side: role and hint, space to sign, and the names on one line.
fn row(setter: &Setter, signatures: &[Signature], column: Column) -> Piece {
    let sizes = setter.sizes;
    let strong = Type::of(Weight::Strong, sizes.body);
    let hint = Type::of(Weight::Faint, sizes.small);
    let cells = column.split(signatures.len(), GUTTER);
    let mut piece = Piece::default();
    for (signature, cell) in signatures.iter().zip(&cells) {
        let mut y = 0.0;
        for (kind, text) in [(strong, &signature.role), (hint, &signature.hint)] {
            if !text.is_empty() {
                let lines = setter.even_lines(kind, text, cell.width);
                y = setter.place(&mut piece.marks, kind, &lines, *cell, Align::Center, y);
            }
        }
        piece.height = piece.height.max(y);
    }
    let names = piece.height + sizes.signing;
    piece.height = names;
    for (signature, cell) in signatures.iter().zip(&cells) {
        let lines = setter.even_lines(strong, &signature.name, cell.width);
        let end = setter.place(&mut piece.marks, strong, &lines, *cell, Align::Center, names);
        piece.height = piece.height.max(end);
    }
    piece
}
