//! What stands above and below the body: head and title, place and date, who gets a copy, the places to sign; and in the
//! margins the foot with the page number, and the number at the top of a report's further pages.

use super::body::{self, Cell, Content};
use super::words::{FOOTER, HAIR, HEADER, Paragraph, Run, TITLE, centred, gap, paragraph, rule, run};
use super::xml::{Element, WORD, element};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, HeadLine, Recipients, Rule, Sheet, Signature, Spot, Style, Weight};
use crate::wrap::clean;

/// Head, number, place and date, and title within `room` points.
pub(super) fn head(measures: &Measures, sheet: &Sheet, room: f32) -> Vec<Content> {
    let sizes = measures.sizes;
    let mut parts = Vec::new();
    let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
    let [left, right] = halves(measures, sheet, room);
    let mut rows = Vec::new();
    if !sheet.left.is_empty() || !sheet.right.is_empty() {
        let side = |lines: &[HeadLine], width: f32| {
            let lines = lines.iter().flat_map(|line| lined(measures, line, sizes.head, width));
            Cell::with(width, lines)
        };
        rows.push(body::row(vec![side(&sheet.left, left), side(&sheet.right, right)], true));
    }
    if sheet.number.is_some() || place.is_some() {
        let below = |text: Option<&str>, weight: Weight, width: f32| {
            let text = text.unwrap_or_default();
            Cell::with(width, [centred(text, weight, sizes.head).before(sizes.head * 0.4)])
        };
        let number = below(sheet.number.as_deref(), Weight::Normal, left);
        let place = below(place.map(|place| place.text.as_str()), Weight::Faint, right);
        rows.push(body::row(vec![number, place], true));
    }
    if !rows.is_empty() {
        parts.push(body::unlined(&[left, right], rows));
        parts.push(gap(1.0).into());
    }
    for (at, line) in sheet.title.iter().enumerate() {
        let (size, above) = if at == 0 { (sizes.title, sizes.body * 1.3) } else { (sizes.subtitle, 0.0) };
        let mut lines = lined(measures, line, size, room).into_iter();
        let first = lines.next().map(|line| line.style(TITLE).before(above));
        parts.extend(first.into_iter().chain(lines).map(|line| Content::from(line.keep_next(true))));
    }
    if !sheet.title.is_empty() {
        parts.push(gap(sizes.body * 0.5).keep_next(true).into());
    }
    parts
}

/// The halves of the head, which share the white space between them.
fn halves(measures: &Measures, sheet: &Sheet, room: f32) -> [f32; 2] {
    let [left, right] = measures.halves(sheet, room);
    let spare = (room - left - right) / 2.0;
    [left + spare, right + spare]
}

/// A centred line with its rule below it.
fn lined(measures: &Measures, line: &HeadLine, size: f32, room: f32) -> Vec<Paragraph> {
    let mut lines = vec![centred(&line.text, line.weight, size)];
    let wide = || measures.widest_line(&line.text, line.weight, size, room);
    match line.rule {
        Rule::None => {}
        Rule::Full => lines.push(rule(wide(), room)),
        Rule::Half => lines.push(rule(wide() * 0.4, room)),
    }
    lines
}

/// The most signatures side by side; more go into further rows.
const MOST: usize = 4;

/// White space at each side of a signature, in points.
const SIGNATURE_PAD: f32 = 4.0;

/// Content of the width that a list of recipients takes, or that a single signature leaves free at its left.
const LEFT_PART: f32 = 0.45;

/// Everything below the body, kept together on one page, within `room` points.
pub(super) fn ending(measures: &Measures, sheet: &Sheet, room: f32) -> Vec<Content> {
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
        parts.push(signature_row(measures, signatures, recipients, left, room, at + 1 == last));
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
    centred(text, Weight::Faint, size).indent(room - width, 0.0).before(size * 0.9).keep_next(true)
}

/// Signatures side by side, and the recipients at their left.
fn signature_row(
    measures: &Measures,
    signatures: &[Signature],
    recipients: Option<&Recipients>,
    left: f32,
    room: f32,
    last: bool,
) -> Content {
    let sizes = measures.sizes;
    let count = f32::from(u16::try_from(signatures.len().max(1)).unwrap_or(1));
    let width = (room - left) / count;
    let mut widths = Vec::new();
    let (mut roles, mut names): (Vec<Cell>, Vec<Cell>) = (Vec::new(), Vec::new());
    if left > 0.0 {
        widths.push(left);
        let copies = recipients.map_or_else(|| vec![gap(1.0).keep_next(true)], |list| copies(measures, list));
        roles.push(Cell::with(left, copies).merged(true));
        names.push(Cell::with(left, [gap(1.0)]).merged(false));
    }
    for signature in signatures {
        widths.push(width);
        let mut role = vec![centred(&signature.role, Weight::Strong, sizes.body).keep_next(true)];
        if !signature.hint.is_empty() {
            role.push(centred(&signature.hint, Weight::Faint, sizes.small).keep_next(true));
        }
        roles.push(Cell::with(width, role).padded(SIGNATURE_PAD, SIGNATURE_PAD));
        let name = centred(&signature.name, Weight::Strong, sizes.body).before(sizes.signing);
        let name = name.keep_next(!last);
        names.push(Cell::with(width, [name]).padded(SIGNATURE_PAD, SIGNATURE_PAD));
    }
    if signatures.is_empty() {
        widths.push(width);
        roles.push(Cell::with(width, [gap(1.0)]));
        names.push(Cell::with(width, [gap(1.0)]));
    }
    body::unlined(&widths, vec![body::row(roles, true), body::row(names, true)])
}

/// The list of those who get a copy. NĐ 30/2020/NĐ-CP: 12 pt bold italic over 11 pt, a body of 13–14 pt.
fn copies(measures: &Measures, recipients: &Recipients) -> Vec<Paragraph> {
    let size = measures.sizes.small;
    let title = run(&recipients.title, Weight::Strong, size + 0.5).italic();
    let lines = recipients.lines.iter().map(|line| paragraph(line, Weight::Normal, size - 0.5));
    std::iter::once(Paragraph::default().run(title)).chain(lines).map(|line| line.keep_next(true)).collect()
}

/// The part of the foot that the page number takes.
const NUMBER_PART: f32 = 0.13;

/// What it takes at least, in points: «Trang 10/12» and some white space.
const NUMBER_LEAST: f32 = 56.0;

/// A part that stands in a margin of pages.
pub(super) struct Margin {
    /// `header` or `footer`.
    pub(super) kind: &'static str,
    /// Of which pages: `default` or `first`.
    pub(super) pages: &'static str,
    pub(super) part: Element,
}

/// What stands in the margins of the pages.
pub(super) fn margins(measures: &Measures, sheet: &Sheet, room: f32) -> Vec<Margin> {
    let foot = |pages| Margin { kind: "footer", pages, part: foot(measures, sheet, room) };
    match sheet.style {
        Style::Tally | Style::Guide => vec![foot("default")],
        // NĐ 30/2020/NĐ-CP, appendix I: in the middle of the top margin, upright, 13–14 pt, not on the first page.
        Style::Report => {
            let number = Run::new(Weight::Normal, measures.sizes.body).field("PAGE");
            let number = Paragraph::default().style(HEADER).align(Align::Center).run(number);
            let nothing = Paragraph::default().style(HEADER);
            let head = |pages, line: Paragraph| {
                let part = element("w:hdr").with("xmlns:w", WORD).holding([line.into_element()]);
                Margin { kind: "header", pages, part }
            };
            vec![head("first", nothing), head("default", number), foot("first"), foot("default")]
        }
    }
}

/// The foot: a hairline, the sheet's words at the left, the page number at the right.
fn foot(measures: &Measures, sheet: &Sheet, room: f32) -> Element {
    let size = measures.sizes.foot;
    let above = gap(3.0).border("w:top", HAIR);
    let words = Paragraph::default().style(FOOTER).run(run(&sheet.foot, Weight::Normal, size));
    let mut number = Paragraph::default().style(FOOTER).align(Align::Right);
    let label = clean(&sheet.page_label.page);
    if !label.trim().is_empty() {
        number = number.run(run(&format!("{} ", label.trim()), Weight::Normal, size));
    }
    let count = |of| Run::new(Weight::Normal, size).field(of);
    let number = number.run(count("PAGE")).run(run("/", Weight::Normal, size)).run(count("NUMPAGES"));
    let taken = (room * NUMBER_PART).max(NUMBER_LEAST);
    let row = body::row(vec![Cell::with(room - taken, [words]), Cell::with(taken, [number])], false);
    element("w:ftr").with("xmlns:w", WORD).holding(
        [above.into(), body::unlined(&[room - taken, taken], vec![row]), gap(1.0).into()]
            .map(Content::into_element),
    )
}
