//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::papers::sheet::{Align, Weight};

/// The face of Vietnamese administrative papers.
const FACE: &str = "Times New Roman";

/// Usual size of type in points.
pub(super) const SIZE: f32 = 11.0;

/// Height of a line of type, in ems.
const LEADING: f32 = 1.25;

/// The highest row that Excel knows, in points.
const HIGHEST: f32 = 409.0;

/// Points of a pixel, of which a letter of a column's width takes seven, and its edges five.
const PIXEL: f32 = 0.75;

/// Room for words, in points, in a column that is so many letters wide.
pub(super) fn room(letters: f32) -> f32 {
    // Two pixels stay free at each side.
    ((letters * 7.0 + 5.0) - 4.0).max(1.0) * PIXEL
}

/// Height of a row in which a text takes so many lines, in points.
pub(super) fn height(lines: usize, size: f32) -> f32 {
    let lines = u16::try_from(lines).map_or(f32::MAX, f32::from);
    (lines * size * LEADING + 2.0).min(HIGHEST)
}

/// Cells of a weight and size.
pub(super) fn typed(weight: Weight, size: f32) -> Format {
    let format = Format::new()
        .set_font_name(FACE)
        .set_font_size(f64::from(size))
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    match weight {
        Weight::Normal => format,
        Weight::Strong => format.set_bold(),
        Weight::Faint => format.set_italic(),
    }
}

/// As [`typed`], in the middle.
pub(super) fn centred(weight: Weight, size: f32) -> Format {
    typed(weight, size).set_align(FormatAlign::Center)
}

/// A title above a column: centred over numbers and signs.
pub(super) fn header(align: Align) -> Format {
    let format =
        typed(Weight::Strong, SIZE).set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    match align {
        Align::Left => format.set_align(FormatAlign::Left),
        Align::Right | Align::Center => format.set_align(FormatAlign::Center),
    }
}

/// A cell of a row: with thin lines, pushed in by some levels.
pub(super) fn body(align: Align, weight: Weight, indent: u8) -> Format {
    let format = typed(weight, SIZE).set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    match align {
        Align::Left => format.set_align(FormatAlign::Left).set_indent(indent.min(15)),
        Align::Right => format.set_align(FormatAlign::Right),
        Align::Center => format.set_align(FormatAlign::Center),
    }
}
