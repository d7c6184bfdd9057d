//! The end of a sheet: place and date, who gets a copy, and the places to sign.

use docx_rs::{Paragraph, TableCell, TableRow, VMergeType};

use super::blocks::Part;
use super::grid;
use super::words::{before, centred, gap, indent, paragraph, typed};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Recipients, Sheet, Signature, Spot, Weight};

/// The most signatures side by side; more go into further rows.
const MOST: usize = 4;

/// White space at each side of a signature, in points.
const PAD: f32 = 4.0;

/// Part of the width that a list of recipients takes, or that a single signature leaves free at its left.
const LEFT_PART: f32 = 0.45;

/// Everything below the body, kept together on one page, within `room` points.
pub(super) fn ending(measures: &Measures, sheet: &Sheet, room: f32) -> Vec<Part> {
    let sizes = measures.sizes;
    let has_left = sheet.recipients.is_some() || sheet.signatures.len() == 1;
    let left = if has_left { room * LEFT_PART } else { 0.0 };
    let mut parts = Vec::new();
    if let Some(place) = &sheet.place_date
        && place.spot == Spot::OverSignatures
    {
        parts.push(place_date(measures, &place.text, sheet.signatures.len(), left, room).into());
    } else if sheet.recipients.is_some() || !sheet.signatures.is_empty() {
        parts.push(gap(sizes.body * 0.9).keep_next(true).into());
    }
    let chunks: Vec<&[Signature]> = match sheet.signatures.chunks(MOST).collect::<Vec<_>>() {
        none if none.is_empty() && sheet.recipients.is_some() => vec![&[]],
        some => some,
    };
    let last = chunks.len();
    for (at, signatures) in chunks.into_iter().enumerate() {
        let recipients = sheet.recipients.as_ref().filter(|_| at == 0);
        parts.push(row(measures, signatures, recipients, left, room, at + 1 == last).into());
        parts.push(gap(if at + 1 == last { 1.0 } else { sizes.body }).keep_next(at + 1 < last).into());
    }
    parts
}

/// The place and date in the middle of the last signature, or at the right edge when they are too long for that.
fn place_date(measures: &Measures, text: &str, signatures: usize, left: f32, room: f32) -> Paragraph {
    let size = measures.sizes.body;
    let count = f32::from(u16::try_from(signatures.clamp(1, MOST)).unwrap_or(1));
    let wide = measures.widest_line(text, Weight::Faint, size, room / 2.0) + 4.0;
    let width = ((room - left) / count).max(wide).min(room);
    centred(text, Weight::Faint, size)
        .indent(Some(indent(room - width)), None, None, None)
        .line_spacing(before(size * 0.9))
        .keep_next(true)
}

/// Signatures side by side, and the recipients at their left.
fn row(
    measures: &Measures,
    signatures: &[Signature],
    recipients: Option<&Recipients>,
    left: f32,
    room: f32,
    last: bool,
) -> docx_rs::Table {
    let sizes = measures.sizes;
    let count = f32::from(u16::try_from(signatures.len().max(1)).unwrap_or(1));
    let width = (room - left) / count;
    let mut widths = Vec::new();
    let (mut roles, mut names): (Vec<TableCell>, Vec<TableCell>) = (Vec::new(), Vec::new());
    if left > 0.0 {
        widths.push(left);
        let copies = recipients.map_or_else(|| vec![gap(1.0).keep_next(true)], |list| copies(measures, list));
        roles.push(grid::cell(left, copies).vertical_merge(VMergeType::Restart));
        names.push(grid::cell(left, [gap(1.0)]).vertical_merge(VMergeType::Continue));
    }
    for signature in signatures {
        widths.push(width);
        let mut role = vec![centred(&signature.role, Weight::Strong, sizes.body).keep_next(true)];
        if !signature.hint.is_empty() {
            role.push(centred(&signature.hint, Weight::Faint, sizes.small).keep_next(true));
        }
        roles.push(grid::padded(grid::cell(width, role), PAD, PAD));
        let name = centred(&signature.name, Weight::Strong, sizes.body).line_spacing(before(sizes.signing));
        let name = if last { name } else { name.keep_next(true) };
        names.push(grid::padded(grid::cell(width, [name]), PAD, PAD));
    }
    if signatures.is_empty() {
        widths.push(width);
        roles.push(grid::cell(width, [gap(1.0)]));
        names.push(grid::cell(width, [gap(1.0)]));
    }
    grid::unlined(&widths, vec![TableRow::new(roles).cant_split(), TableRow::new(names).cant_split()])
}

/// The list of those who get a copy. NĐ 30/2020/NĐ-CP: 12 pt bold italic over 11 pt, a body of 13–14 pt.
fn copies(measures: &Measures, recipients: &Recipients) -> Vec<Paragraph> {
    let size = measures.sizes.small;
    let title = super::words::add_lines(typed(Weight::Strong, size + 0.5).italic(), &recipients.title);
    let lines = recipients.lines.iter().map(|line| paragraph(line, Weight::Normal, size - 0.5));
    std::iter::once(Paragraph::new().add_run(title)).chain(lines).map(|line| line.keep_next(true)).collect()
}
