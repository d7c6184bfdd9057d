//! Cells: what a spreadsheet reckons with in them, and how they look.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use super::XlsxError;
use crate::papers::sheet::{Align, Cell, Value, Weight};
use crate::wrap::clean;

/// The most letters that a cell holds, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The largest whole number that a spreadsheet keeps to the last digit: 2^53.
const LARGEST: u64 = 1 << 53;

/// The last day that Excel knows, 31 December 9999, in its own count.
const LAST_DAY: i64 = 2_958_465;

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// What is written into a cell.
#[derive(Debug, PartialEq)]
pub(super) enum Written {
    /// Words, or a number that a spreadsheet could not hold.
    Words(String),
    /// A number and how it is shown.
    Number(f64, &'static str),
    /// Nothing: a share of nought.
    Nothing,
}

/// What a cell of a table is as a spreadsheet reckons with it.
pub(super) fn written(cell: &Cell) -> Written {
    let words = || Written::Words(cell.text.clone());
    match cell.value {
        Value::Words => words(),
        Value::Count(number) => exact(number).map_or_else(words, |number| Written::Number(number, "#,##0")),
        Value::Share { whole: 0, .. } => Written::Nothing,
        Value::Share { part, whole } => match (exact(part), exact(whole)) {
            (Some(part), Some(whole)) => Written::Number(part / whole, "0.00%"),
            _ => words(),
        },
        // Excel shows a time before its own beginning as a row of crosses.
        Value::Seconds(seconds) => match u64::try_from(seconds).ok().and_then(exact) {
            Some(seconds) if seconds < days(LAST_DAY) * DAY => Written::Number(seconds / DAY, "[h]:mm:ss"),
            _ => words(),
        },
        Value::Day(day) => {
            serial(day.date()).map_or_else(words, |serial| Written::Number(serial, "dd/mm/yyyy"))
        }
    }
}

/// A whole number as a spreadsheet keeps it, if it can.
#[allow(clippy::cast_precision_loss, reason = "every whole number up to 2^53 is kept")]
fn exact(number: u64) -> Option<f64> {
    (number <= LARGEST).then_some(number as f64)
}

fn days(count: i64) -> f64 {
    // At most 2,958,465 days.
    i32::try_from(count).map_or(0.0, f64::from)
}

/// A day in Excel's count, which is a day off before March 1900: such days are words.
fn serial(date: NaiveDate) -> Option<f64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let count = date.signed_duration_since(zero).num_days();
    (61..=LAST_DAY).contains(&count).then(|| days(count))
}

/// Writes a cell of a table with its value.
pub(super) fn write(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match written(cell) {
        Written::Words(text) => return write_words(page, row, column, &text, format),
        Written::Number(number, shown) => {
            page.write_number_with_format(row, column, number, &format.clone().set_num_format(shown))?;
        }
        Written::Nothing => {
            page.write_blank(row, column, format)?;
        }
    }
    Ok(())
}

/// Writes words. They are stored as words, so nothing in them is ever reckoned; those that look like a formula are also
/// marked as words, so that they stay so when somebody edits the cell.
pub(super) fn write_words(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = shortened(clean(text));
    if text.starts_with(['=', '+', '-', '@']) {
        page.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
    } else {
        page.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// A text that a cell can hold.
fn shortened(mut text: String) -> String {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > LONGEST
    });
    if let Some((end, _)) = end {
        text.truncate(end);
    }
    text
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    fn of(value: Value) -> Written {
        written(&Cell::new("chữ", value))
    }

    fn day(year: i32, month: u32, day: u32) -> Value {
        Value::Day(Day::from(NaiveDate::from_ymd_opt(year, month, day).expect("is a day")))
    }

    #[test]
    fn values_are_what_a_spreadsheet_reckons_with() {
        assert_eq!(of(Value::Count(1234)), Written::Number(1234.0, "#,##0"));
        assert_eq!(of(Value::Share { part: 9, whole: 14 }), Written::Number(9.0 / 14.0, "0.00%"));
        assert_eq!(of(Value::Share { part: 0, whole: 0 }), Written::Nothing);
        assert_eq!(of(Value::Seconds(90_000)), Written::Number(90_000.0 / 86_400.0, "[h]:mm:ss"));
        // 1 March 1900 is 61 and 21 November 2026 is 46347 in Excel itself.
        assert_eq!(of(day(1900, 3, 1)), Written::Number(61.0, "dd/mm/yyyy"));
        assert_eq!(of(day(2026, 11, 21)), Written::Number(46_347.0, "dd/mm/yyyy"));
    }

    #[test]
    fn what_a_spreadsheet_cannot_hold_stays_words() {
        for value in [
            Value::Words,
            Value::Count(u64::MAX),
            Value::Share { part: u64::MAX, whole: u64::MAX },
            Value::Seconds(-1),
            Value::Seconds(i64::MAX),
            day(1900, 2, 28),
        ] {
            assert_eq!(of(value), Written::Words("chữ".to_owned()), "{value:?}");
        }
        assert_eq!(shortened("👩".repeat(20_000)).encode_utf16().count(), 32_766);
    }
}
