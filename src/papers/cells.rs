//! Numbers as the cells of a table: written in the sheet's language, with their value kept for the spreadsheet.

use super::sheet::{Cell, Value};
use crate::domain::tally::Amount;
use crate::lang::Lang;

pub(super) fn counted(number: impl Into<u64>, lang: Lang) -> Cell {
    let number = number.into();
    Cell::new(lang.count(number), Value::Count(number))
}

/// A number in words: «1.234», «64,28 %», «8 phút»; a dash where there is none.
pub(super) fn cell(value: Value, lang: Lang) -> Cell {
    let text = match value {
        Value::Count(number) => lang.count(number),
        Value::Words | Value::Share { whole: 0, .. } => lang.no_number().to_owned(),
        Value::Share { part, whole } => lang.percentage(part, whole),
        Value::Seconds(seconds) => lang.duration(seconds),
        Value::Day(day) => lang.date(day),
    };
    Cell::new(text, value)
}

/// A number of the tally with its words.
pub(super) fn amount(amount: Amount, lang: Lang) -> Cell {
    cell(value(amount), lang)
}

/// Hours on duty: «26,5».
pub(super) fn hours(seconds: i64, lang: Lang) -> Cell {
    Cell::new(lang.decimal_hours(seconds), Value::Seconds(seconds))
}

/// A number of the tally as a spreadsheet has it.
pub(super) fn value(amount: Amount) -> Value {
    match amount {
        Amount::Count(number) => Value::Count(number.into()),
        Amount::Seconds(seconds) => Value::Seconds(seconds),
        Amount::Share(part, whole) => Value::Share { part: part.into(), whole: whole.into() },
        Amount::None => Value::Words,
    }
}
