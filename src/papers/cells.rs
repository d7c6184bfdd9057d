//! Numbers as the cells of a table: written in the sheet's language, with their value kept for the spreadsheet.

use super::sheet::{Cell, Value};
use crate::text::Lang;

/// How many.
pub(super) fn counted(number: impl Into<u64>, lang: Lang) -> Cell {
    let number = number.into();
    Cell::new(lang.count(number), Value::Count(number))
}
