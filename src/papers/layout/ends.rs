//! What stands above and below the body: head and title, place and date, the blocks to sign, the foot.

use super::flow::{Flow, Page};
use super::fonts::Face;
use super::mark::{FIRM, HAIR, Mark, Order, Piece, Setter, Type};
use super::page::{Frame, MM, Strip};
use crate::papers::sheet::{Align, HeadLine, Recipients, Rule, Sheet, Signature, Spot, Style, Weight};
use crate::wrap::{clean, widest_line, widest_word};

/// White space between the two halves of the head.
const HEAD_GUTTER: f32 = 12.0;

/// The largest part of the width that one half may take from the other, so that the other still reads well.
const LARGEST_HALF: f32 = 0.62;

/// Distance of a rule from the line box above it: clear of the dot below «ộ».
const ABOVE_RULE: f32 = 2.4;

/// Distance of the next line from the rule above it.
const BELOW_RULE: f32 = 2.5;

/// Head, number, place and date, and title as pieces tied to the body.
pub(super) fn head(setter: &Setter, sheet: &Sheet, column: Strip) -> Vec<Flow> {
    let mut nodes = Vec::new();
    let stacked = is_stacked(setter, sheet);
    let [left, right] = if stacked { [column; 2] } else { halves(setter, sheet, column) };
    let mut piece = lined(setter, &sheet.left, left, |_| setter.sizes.head);
    let right_top = if stacked { piece.height } else { 0.0 };
    piece.absorb(&lined(setter, &sheet.right, right, |_| setter.sizes.head), right_top);
    if let Some(below) = number_and_place(setter, sheet, left, right) {
        let y = piece.height + below.before;
        piece.absorb(&below, y);
    }
    if piece.height > 0.0 {
        piece.tied = true;
        nodes.push(Flow::One(piece));
    }
    if !sheet.title.is_empty() {
        let mut title = lined(setter, &sheet.title, column, |i| {
            if i == 0 { setter.sizes.title } else { setter.sizes.subtitle }
        });
        title.before = setter.sizes.body * 1.3;
        title.height += setter.sizes.body * 0.5;
        title.tied = true;
        nodes.push(Flow::One(title));
    }
    nodes
}

/// Whether the halves of the head stand one below the other: a roll is too narrow for two, and one half alone stands in
/// the middle.
fn is_stacked(setter: &Setter, sheet: &Sheet) -> bool {
    setter.order == Order::Stacked || sheet.right.is_empty()
}

/// The number below the left half and the place and date below the right one, on one line.
fn number_and_place(setter: &Setter, sheet: &Sheet, left: Strip, right: Strip) -> Option<Piece> {
    let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
    if sheet.number.is_none() && place.is_none() {
        return None;
    }
    let mut piece = Piece { before: setter.sizes.head * 0.4, ..Piece::default() };
    let place = place.map(|place| (place.text.as_str(), right, Weight::Faint));
    let number = sheet.number.as_deref().map(|text| (text, left, Weight::Normal));
    for (text, half, weight) in number.into_iter().chain(place) {
        let kind = Type::of(weight, setter.sizes.head);
        let lines = setter.even_lines(kind, text, half.width);
        let top = if is_stacked(setter, sheet) { piece.height } else { 0.0 };
        let end = setter.place(&mut piece.marks, kind, &lines, half, Align::Center, top);
        piece.height = piece.height.max(end);
    }
    Some(piece)
}

/// The two halves of the head, parted where the fewest lines must be broken, in the middle when that makes no
/// difference.
///
/// Bold lines of the right side that can be whole stay whole: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» is wider than half a
/// page and must not be broken.
pub(super) fn halves(setter: &Setter, sheet: &Sheet, column: Strip) -> [Strip; 2] {
    let free = column.width - HEAD_GUTTER;
    let largest = free * LARGEST_HALF;
    let whole = sheet
        .right
        .iter()
        .filter(|line| line.weight == Weight::Strong)
        .map(|line| {
            widest_line(&clean(&line.text), |text: &str| setter.width(type_of(setter, line), text)) + 0.1
        })
        .filter(|&wide| wide <= largest)
        .fold(free - largest, f32::max);
    let cost = |right: f32| {
        let left = sides_cost(setter, &sheet.left, free - right);
        let right = sides_cost(setter, &sheet.right, right);
        // The higher side counts first; within that, fewer lines.
        100 * left.max(right) + left + right
    };
    let mut best = (free / 2.0).max(whole);
    let mut least = cost(best);
    for step in 0..=24_u8 {
        let right = whole + (largest - whole) * f32::from(step) / 24.0;
        let nearer = (right - free / 2.0).abs() < (best - free / 2.0).abs();
        let cost = cost(right);
        if cost < least || (cost == least && nearer) {
            (best, least) = (right, cost);
        }
    }
    [Strip { width: free - best, ..column }, column.after(free - best + HEAD_GUTTER)]
}

/// Lines that a side takes in a width; a cut word counts as many.
fn sides_cost(setter: &Setter, lines: &[HeadLine], room: f32) -> usize {
    lines
        .iter()
        .map(|line| {
            let kind = type_of(setter, line);
            let cut = widest_word(&clean(&line.text), |word: &str| setter.width(kind, word)) > room;
            setter.lines(kind, &line.text, room).len() + if cut { 10 } else { 0 }
        })
        .sum()
}

fn type_of(setter: &Setter, line: &HeadLine) -> Type {
    Type::of(line.weight, setter.sizes.head)
}

/// Centred lines with their rules, below one another; `size` gives the size of each line by its place.
fn lined(setter: &Setter, lines: &[HeadLine], column: Strip, size: impl Fn(usize) -> f32) -> Piece {
    let mut piece = Piece::default();
    for (i, line) in lines.iter().enumerate() {
        let kind = Type::of(line.weight, size(i));
        let text = setter.even_lines(kind, &line.text, column.width);
        let top = piece.height;
        piece.height = setter.place(&mut piece.marks, kind, &text, column, Align::Center, top);
        let wide = text.iter().map(|line| setter.width(kind, line)).fold(0.0, f32::max);
        let wide = match line.rule {
            Rule::None => continue,
            Rule::Full => wide,
            Rule::Half => wide * 0.4,
        };
        let y = piece.height + ABOVE_RULE;
        let middle = column.middle();
        piece.marks.push(Mark::level(middle - wide / 2.0, middle + wide / 2.0, y, FIRM));
        piece.height = y + BELOW_RULE;
    }
    piece
}

/// The most signatures side by side; more go into further rows.
const MOST: usize = 4;

/// White space between signatures.
const SIGNATURE_GUTTER: f32 = 8.0;

/// Part of the width that a list of recipients takes, or that a single signature leaves free at its left.
const LEFT_PART: f32 = 0.45;

/// Adds the end of the sheet as one piece and ties the last lines of the body to it: a page with nothing but signatures
/// could be put under another paper.
pub(super) fn close(setter: &Setter, sheet: &Sheet, column: Strip, nodes: &mut Vec<Flow>) {
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
        let left = if stacked {
            column
        } else {
            Strip { width: column.width * LEFT_PART - SIGNATURE_GUTTER, ..column }
        };
        let copies = copies(setter, recipients, left);
        end.absorb(&copies, y);
        if stacked {
            y += copies.height + setter.sizes.body;
        }
    }
    for signatures in sheet.signatures.chunks(if stacked { 1 } else { MOST }) {
        let row = signature_row(setter, signatures, strip);
        end.absorb(&row, y);
        y += row.height + setter.sizes.body;
    }
    if end.height <= 0.0 {
        return;
    }
    for node in nodes.iter_mut().rev().take(2) {
        match node {
            Flow::One(piece) => piece.tied = true,
            Flow::Side(_) => break,
        }
    }
    nodes.push(Flow::One(end));
}

/// The list of those who get a copy. NĐ 30/2020/NĐ-CP: 12 pt bold italic over 11 pt, a body of 13–14 pt.
fn copies(setter: &Setter, recipients: &Recipients, column: Strip) -> Piece {
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
fn place_date(setter: &Setter, text: &str, signatures: usize, column: Strip) -> Piece {
    let kind = Type::of(Weight::Faint, setter.sizes.body);
    let last = column.split(signatures.clamp(1, MOST), SIGNATURE_GUTTER).last().copied().unwrap_or(column);
    let half = if setter.order == Order::Stacked { column.width } else { column.width / 2.0 };
    let lines = setter.even_lines(kind, text, half);
    let wide = lines.iter().map(|line| setter.width(kind, line)).fold(0.0, f32::max);
    let x = (last.middle() - wide / 2.0).min(column.right() - wide);
    let mut piece = Piece::default();
    let strip = Strip { x, width: wide };
    piece.height = setter.place(&mut piece.marks, kind, &lines, strip, Align::Center, 0.0);
    piece
}

/// Signatures side by side: role and hint, space to sign, and the names on one line.
fn signature_row(setter: &Setter, signatures: &[Signature], column: Strip) -> Piece {
    let sizes = setter.sizes;
    let strong = Type::of(Weight::Strong, sizes.body);
    let hint = Type::of(Weight::Faint, sizes.small);
    let cells = column.split(signatures.len(), SIGNATURE_GUTTER);
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

/// Lines that the left of the foot may take.
const FOOT_LINES: usize = 2;

/// Gives every page its foot.
pub(super) fn add_feet(setter: &Setter, sheet: &Sheet, pages: &mut [Page]) {
    let column = Frame::of(sheet).column();
    let count = pages.len();
    for (i, page) in pages.iter_mut().enumerate() {
        page.foot = foot(setter, sheet, column, i + 1, count);
        if sheet.style == Style::Report && i > 0 {
            page.head = vec![number(setter, column, i + 1)];
        }
    }
}

/// The number of a page of a report: Arabic, in the middle of the top margin, on every page but the first, as large as
/// the body (NĐ 30/2020/NĐ-CP, appendix I).
fn number(setter: &Setter, column: Strip, page: usize) -> Mark {
    let kind = Type::of(Weight::Normal, setter.sizes.body);
    setter.line(kind, &page.to_string(), column, Align::Center, 10.0 * MM)
}

/// The foot of a roll, which is the end of what stands on it: all its words below a hairline, and no page number.
pub(super) fn foot_of_roll(setter: &Setter, sheet: &Sheet, column: Strip) -> Option<Flow> {
    if sheet.foot.is_empty() {
        return None;
    }
    let kind = Type::of(Weight::Normal, setter.sizes.foot);
    let mut piece = Piece { before: setter.sizes.body * 0.6, ..Piece::default() };
    piece.marks.push(Mark::level(column.x, column.right(), 0.0, HAIR));
    let lines = setter.lines(kind, &sheet.foot, column.width);
    piece.height = setter.place(&mut piece.marks, kind, &lines, column, Align::Left, 2.0);
    Some(Flow::One(piece))
}

/// The foot of a page: a hairline, the sheet's words at the left, the page number at the right.
fn foot(setter: &Setter, sheet: &Sheet, column: Strip, page: usize, pages: usize) -> Vec<Mark> {
    let kind = Type::of(Weight::Normal, setter.sizes.foot);
    let number = clean(&format!("{} {page}/{pages}", sheet.page_label.page));
    let number = number.trim();
    let taken = setter.width(kind, number) + 12.0;
    let strip = Strip { width: (column.width - taken).max(column.width / 2.0), ..column };
    let mut lines = setter.lines(kind, &sheet.foot, strip.width);
    if lines.len() > FOOT_LINES {
        lines.truncate(FOOT_LINES);
        if let Some(last) = lines.last_mut() {
            // The last word gives way to the mark of omission.
            let kept = last.rfind(' ').unwrap_or(0);
            last.truncate(kept);
            last.push_str(" …");
        }
    }
    let mut marks = vec![
        Mark::level(column.x, column.right(), 0.0, HAIR),
        setter.line(kind, number, column, Align::Right, 2.0),
    ];
    setter.place(&mut marks, kind, &lines, strip, Align::Left, 2.0);
    marks
}
