//! A table of a form as a table of the sheet: its columns chosen, its rare rows gathered, its sum at the end.

use std::borrow::Cow;

use super::form::{FormColumn, FormTable};
use super::tables::{self, Ground, Spec, Sum};
use crate::domain::tally::{ColumnId, apportioned};
use crate::papers::sheet::{Cell, Column, Row, Table, Value, Weight};

/// The table; none when it has no rows.
pub(super) fn of(form: &FormTable, ink: Ground) -> Option<Table> {
    let made = tables::rows(form.of, &form.figures, ink);
    if made.rows.is_empty() {
        return None;
    }
    let form = &without_noughts(form, &made.rows);
    let total = form.total.then(|| {
        made.total.clone().unwrap_or_else(|| tables::added(&made.rows, form.of, ink.lang.tally_sum(), ink))
    });
    let (kept, rest) = parted(made.rows, form);
    let mut rows: Vec<Row> = kept.into_iter().map(|cells| chosen(&cells, form, Weight::Normal)).collect();
    if !rest.is_empty() {
        let gathered = tables::added(&rest, form.of, &ink.lang.rest_of_rows(rest.len()), ink);
        rows.push(chosen(&gathered, form, Weight::Faint));
    }
    add_up(&mut rows, form, ink);
    rows.extend(total.map(|cells| chosen(&cells, form, Weight::Strong)));
    let caption = match &form.caption {
        Some(words) => ink.said(words),
        None => ink.lang.table_caption(form.of).to_owned(),
    };
    Some(Table {
        chart: form.chart,
        caption: (!caption.is_empty()).then_some(caption),
        columns: form.columns.iter().map(|column| column_of(column, form, ink)).collect(),
        rows,
    })
}

/// Tells the shares of one whole so that they add up: what rounding leaves goes to the largest remainders.
fn add_up(rows: &mut [Row], form: &FormTable, ink: Ground) {
    let adds_up = |column: &FormColumn| {
        tables::columns(form.of).iter().any(|(id, sum)| *id == column.id && *sum == Sum::OfWhole)
    };
    for (at, _) in form.columns.iter().enumerate().filter(|(_, column)| adds_up(column)) {
        let mut parts: Vec<(usize, u64, u64)> = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            if let Some(Value::Share { part, whole }) = cells.cells.get(at).map(|cell| cell.value) {
                parts.push((row, part, whole));
            }
        }
        let Some(whole) = parts.iter().map(|(_, _, whole)| *whole).max().filter(|whole| *whole > 0) else {
            continue;
        };
        let shares =
            apportioned(&parts.iter().map(|(_, part, _)| *part).collect::<Vec<_>>(), whole, ink.units);
        for ((row, ..), share) in parts.into_iter().zip(shares) {
            rows[row].cells[at] = ink.told(Value::Share { part: share, whole: ink.units });
        }
    }
}

/// The form without the columns of counters that counted nothing, and of hours that nobody worked: an office that has none of
/// them need not read of it.
fn without_noughts<'a>(form: &'a FormTable, rows: &[Vec<Cell>]) -> Cow<'a, FormTable> {
    let is_nought = |column: &FormColumn| {
        let nought = |row: &Vec<Cell>| {
            place(column.id, form)
                .and_then(|at| row.get(at))
                .is_none_or(|cell| matches!(cell.value, Value::Count(0) | Value::Seconds(0) | Value::Words))
        };
        let may_go =
            matches!(column.id, ColumnId::Counted(_)) || column.id.is_hours() && column.id != ColumnId::Hours;
        may_go && rows.iter().all(nought)
    };
    let noughts = form.columns.iter().filter(|column| is_nought(column)).count();
    if noughts == 0 || noughts == form.columns.len() {
        return Cow::Borrowed(form);
    }
    let mut without = form.clone();
    without.columns.retain(|column| !is_nought(column));
    Cow::Owned(without)
}

/// The rows that stand on the paper, and those that are gathered in one: the smallest, as the first column that adds up
/// says. A single one is not gathered, since its row would take as much room.
fn parted(rows: Vec<Vec<Cell>>, form: &FormTable) -> (Vec<Vec<Cell>>, Vec<Vec<Cell>>) {
    let most = form.rows.unwrap_or(usize::MAX);
    let is_weighed =
        |(column, sum): &&Spec| *sum == Sum::Plain && form.columns.iter().any(|one| one.id == *column);
    let weighed = tables::columns(form.of).iter().find(is_weighed).map(|(column, _)| *column);
    let at = weighed.and_then(|column| place(column, form));
    if rows.len() <= most.saturating_add(1) {
        return (rows, Vec::new());
    }
    let mut by_size: Vec<usize> = (0..rows.len()).collect();
    let size = |row: usize| at.and_then(|at| rows[row].get(at)).map_or(0, |cell| tables::count(cell.value));
    by_size.sort_by_key(|row| std::cmp::Reverse(size(*row)));
    let kept: std::collections::BTreeSet<usize> = by_size.into_iter().take(most).collect();
    let (kept, rest): (Vec<_>, Vec<_>) =
        rows.into_iter().enumerate().partition(|(row, _)| kept.contains(row));
    let bare = |rows: Vec<(usize, Vec<Cell>)>| rows.into_iter().map(|(_, cells)| cells).collect();
    (bare(kept), bare(rest))
}

/// Where a column stands in the rows of its table.
fn place(column: ColumnId, form: &FormTable) -> Option<usize> {
    tables::columns(form.of).iter().position(|(id, _)| *id == column)
}

/// The cells that the form asks for, in its order.
fn chosen(cells: &[Cell], form: &FormTable, weight: Weight) -> Row {
    let cell = |column: &FormColumn| {
        place(column.id, form).and_then(|at| cells.get(at)).cloned().unwrap_or_default()
    };
    Row { cells: form.columns.iter().map(cell).collect(), weight, indent: 0 }
}

fn column_of(column: &FormColumn, form: &FormTable, ink: Ground) -> Column {
    let title = match &column.title {
        Some(words) => ink.said(words),
        None => ink.lang.column_title(form.of, column.id).to_owned(),
    };
    Column {
        title,
        align: tables::align(column.id),
        share: column.share.unwrap_or(tables::share(column.id)),
        adds_up: column.id == ColumnId::Week,
    }
}
