//! Head and title of the first page.

use docx_rs::{Paragraph, TableRow};

use super::blocks::Part;
use super::words::{before, centred, gap, rule};
use super::{grid, styles};
use crate::papers::layout::Measures;
use crate::papers::sheet::{HeadLine, Rule, Sheet, Spot, Weight};

/// Head, number, place and date, and title within `room` points.
pub(super) fn head(measures: &Measures, sheet: &Sheet, room: f32) -> Vec<Part> {
    let sizes = measures.sizes;
    let mut parts = Vec::new();
    let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
    let [left, right] = halves(measures, sheet, room);
    let mut rows = Vec::new();
    if !sheet.left.is_empty() || !sheet.right.is_empty() {
        let side = |lines: &[HeadLine], width: f32| {
            let lines = lines.iter().flat_map(|line| lined(measures, line, sizes.head, width));
            grid::cell(width, lines)
        };
        rows.push(TableRow::new(vec![side(&sheet.left, left), side(&sheet.right, right)]).cant_split());
    }
    if sheet.number.is_some() || place.is_some() {
        let below = |text: Option<&str>, weight: Weight, width: f32| {
            let text = text.unwrap_or_default();
            grid::cell(width, [centred(text, weight, sizes.head).line_spacing(before(sizes.head * 0.4))])
        };
        rows.push(
            TableRow::new(vec![
                below(sheet.number.as_deref(), Weight::Normal, left),
                below(place.map(|place| place.text.as_str()), Weight::Faint, right),
            ])
            .cant_split(),
        );
    }
    if !rows.is_empty() {
        parts.push(grid::unlined(&[left, right], rows).into());
        parts.push(gap(1.0).into());
    }
    for (at, line) in sheet.title.iter().enumerate() {
        let (size, above) = if at == 0 { (sizes.title, sizes.body * 1.3) } else { (sizes.subtitle, 0.0) };
        let mut lines = lined(measures, line, size, room).into_iter();
        let first = lines.next().map(|line| line.style(styles::TITLE).line_spacing(before(above)));
        parts.extend(first.into_iter().chain(lines).map(|line| Part::from(line.keep_next(true))));
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
