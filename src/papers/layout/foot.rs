//! What stands in the margins of a page: its foot, and the number of a report's page.

use super::flow::{Node, Page};
use super::mark::{HAIR, Mark, Piece, Setter, Type};
use super::page::{Column, Frame, MM};
use crate::papers::sheet::{Align, Sheet, Style, Weight};
use crate::papers::wrap::clean;

/// Lines that the left of the foot may take.
const LINES: usize = 2;

/// Gives every page its foot.
pub(super) fn add(setter: &Setter, sheet: &Sheet, pages: &mut [Page]) {
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
fn number(setter: &Setter, column: Column, page: usize) -> Mark {
    let kind = Type::of(Weight::Normal, setter.sizes.body);
    setter.line(kind, &page.to_string(), column, Align::Center, 10.0 * MM)
}

/// The foot of a roll, which is the end of what stands on it: all its words below a hairline, and no page number.
pub(super) fn at_the_end(setter: &Setter, sheet: &Sheet, column: Column) -> Option<Node> {
    if sheet.foot.is_empty() {
        return None;
    }
    let kind = Type::of(Weight::Normal, setter.sizes.foot);
    let mut piece = Piece { before: setter.sizes.body * 0.6, ..Piece::default() };
    piece.marks.push(Mark::level(column.x, column.right(), 0.0, HAIR));
    let lines = setter.lines(kind, &sheet.foot, column.width);
    piece.height = setter.place(&mut piece.marks, kind, &lines, column, Align::Left, 2.0);
    Some(Node::One(piece))
}

/// The foot of a page: a hairline, the sheet's words at the left, the page number at the right.
fn foot(setter: &Setter, sheet: &Sheet, column: Column, page: usize, pages: usize) -> Vec<Mark> {
    let kind = Type::of(Weight::Normal, setter.sizes.foot);
    let number = clean(&format!("{} {page}/{pages}", sheet.page_label.page));
    let number = number.trim();
    let taken = setter.width(kind, number) + 12.0;
    let strip = Column { width: (column.width - taken).max(column.width / 2.0), ..column };
    let mut lines = setter.lines(kind, &sheet.foot, strip.width);
    if lines.len() > LINES {
        lines.truncate(LINES);
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
