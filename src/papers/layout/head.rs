//! Head and title of the first page.

use super::flow::Node;
use super::mark::{FIRM, Mark, Order, Piece, Setter, Type};
use super::page::Column;
use crate::papers::sheet::{Align, HeadLine, Rule, Sheet, Spot, Weight};
use crate::papers::wrap::{clean, widest_line, widest_word};

/// White space between the two halves of the head.
const GUTTER: f32 = 12.0;

/// The largest part of the width that one half may take from the other, so that the other still reads well.
const LARGEST_HALF: f32 = 0.62;

/// Distance of a rule from the line box above it: clear of the dot below «ộ».
const ABOVE_RULE: f32 = 2.4;

/// Distance of the next line from the rule above it.
const BELOW_RULE: f32 = 2.5;

/// Head, number, place and date, and title as pieces tied to the body.
pub(super) fn head(setter: &Setter, sheet: &Sheet, column: Column) -> Vec<Node> {
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
        nodes.push(Node::One(piece));
    }
    if !sheet.title.is_empty() {
        let mut title = lined(setter, &sheet.title, column, |i| {
            if i == 0 { setter.sizes.title } else { setter.sizes.subtitle }
        });
        title.before = setter.sizes.body * 1.3;
        title.height += setter.sizes.body * 0.5;
        title.tied = true;
        nodes.push(Node::One(title));
    }
    nodes
}

/// Whether the halves of the head stand one below the other: a roll is too narrow for two, and one half alone stands in
/// the middle.
fn is_stacked(setter: &Setter, sheet: &Sheet) -> bool {
    setter.order == Order::Stacked || sheet.right.is_empty()
}

/// The number below the left half and the place and date below the right one, on one line.
fn number_and_place(setter: &Setter, sheet: &Sheet, left: Column, right: Column) -> Option<Piece> {
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
pub(super) fn halves(setter: &Setter, sheet: &Sheet, column: Column) -> [Column; 2] {
    let free = column.width - GUTTER;
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
    [Column { width: free - best, ..column }, column.after(free - best + GUTTER)]
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

/// The type of a line of the head.
fn type_of(setter: &Setter, line: &HeadLine) -> Type {
    Type::of(line.weight, setter.sizes.head)
}

/// Centred lines with their rules, below one another; `size` gives the size of each line by its place.
fn lined(setter: &Setter, lines: &[HeadLine], column: Column, size: impl Fn(usize) -> f32) -> Piece {
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
