//! A table as text: words to the left, numbers to the right, rules of `─`.

use super::cells::{GUTTER, beside, centred, in_middle, measure, padded, pushed_right, widest};
use crate::papers::shares::divide;
use crate::papers::sheet::{Align, Row, Table, Weight};
use crate::wrap::{clean, width, wrap};

/// Cells by which each level of indent pushes a row in.
const INDENT: usize = 2;

/// The lines of a table that fills `room`.
pub(super) fn lines(table: &Table, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(caption) = &table.caption {
        lines.extend(wrap(&clean(caption), room, width));
    }
    if table.columns.is_empty() {
        return lines;
    }
    let widths = widths(table, room);
    let total = widths.iter().sum::<usize>() + GUTTER * (widths.len() - 1);
    let rule = "─".repeat(total);
    lines.push(rule.clone());
    if table.columns.iter().any(|column| !column.title.is_empty()) {
        let header: Vec<Vec<String>> = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, &w)| match column.align {
                Align::Left => wrap(&clean(&column.title), w, width),
                Align::Right => aligned(&wrap(&clean(&column.title), w, width), Align::Right, w),
                Align::Center => centred(&clean(&column.title), w),
            })
            .collect();
        lines.extend(settled(&header, &widths));
        lines.push(rule.clone());
    }
    for (i, row) in table.rows.iter().enumerate() {
        let ruled_already = i == 0;
        if row.weight == Weight::Strong && !ruled_already {
            lines.push(rule.clone());
        }
        lines.extend(beside(&row_cells(table, row, &widths), &widths));
    }
    if !table.rows.is_empty() {
        lines.push(rule);
    }
    lines
}

/// Widths of the columns in whole cells; the spare ones go to the column with the largest share.
fn widths(table: &Table, room: usize) -> Vec<usize> {
    let free = room.saturating_sub(GUTTER * (table.columns.len() - 1));
    let shares: Vec<u16> = table.columns.iter().map(|column| column.share).collect();
    let floors: Vec<f32> = (0..table.columns.len())
        .map(|i| {
            let cells = table.rows.iter().map(|row| {
                let lead = if Some(i) == first_left(table) { INDENT * usize::from(row.indent) } else { 0 };
                row.cells.get(i).map_or(0.0, |cell| widest(&clean(&cell.text)) + measure(lead))
            });
            let floor = cells.fold(widest(&clean(&table.columns[i].title)).max(1.0), f32::max);
            // One endless word shall not starve the other columns.
            floor.min(measure(free) / 2.0)
        })
        .collect();
    let mut widths: Vec<usize> = divide(measure(free), &shares, &floors).into_iter().map(whole).collect();
    let spare = free.saturating_sub(widths.iter().sum());
    if let Some(widest) = (0..shares.len()).max_by_key(|&i| shares[i]) {
        widths[widest] += spare;
    }
    widths
}

/// A length rounded down to whole cells, at least one. Lengths here are at most 200, far from any truncation.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(length: f32) -> usize {
    (length.max(1.0) + 0.001) as usize
}

/// The column that indents push in.
fn first_left(table: &Table) -> Option<usize> {
    table.columns.iter().position(|column| column.align == Align::Left)
}

/// The wrapped and aligned cells of a row, of equal heights at the top.
fn row_cells(table: &Table, row: &Row, widths: &[usize]) -> Vec<Vec<String>> {
    table
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let lead = if Some(i) == first_left(table) {
                (INDENT * usize::from(row.indent)).min(widths[i] / 2)
            } else {
                0
            };
            let room = widths[i] - lead;
            let text = clean(row.cells.get(i).map_or("", |cell| cell.text.as_str()));
            let before = " ".repeat(lead);
            aligned(&wrap(&text, room, width), column.align, room)
                .into_iter()
                .map(|line| before.clone() + &line)
                .collect()
        })
        .collect()
}

/// Lines of a cell placed within `room`.
fn aligned(lines: &[String], align: Align, room: usize) -> Vec<String> {
    lines
        .iter()
        .map(|line| match align {
            Align::Left => padded(line, room),
            Align::Right => pushed_right(line, room),
            Align::Center => in_middle(line, room),
        })
        .collect()
}

/// Header cells settled on the rule below them: shorter ones start lower.
fn settled(parts: &[Vec<String>], widths: &[usize]) -> Vec<String> {
    let height = parts.iter().map(Vec::len).max().unwrap_or(0);
    let sunk: Vec<Vec<String>> = parts
        .iter()
        .map(|part| {
            let mut lines = vec![String::new(); height - part.len()];
            lines.extend(part.iter().cloned());
            lines
        })
        .collect();
    beside(&sunk, widths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sheet::Column;

    fn table(rows: &[[&str; 2]]) -> Table {
        Table {
            chart: None,
            caption: None,
            columns: vec![Column::words("Thủ tục", 4), Column::numbers("Lượt", 1)],
            rows: rows.iter().map(|&cells| Row::new(cells, Weight::Normal)).collect(),
        }
    }

    #[test]
    fn numbers_stand_at_the_right_edge() {
        let lines = lines(&table(&[["Khai sinh", "7"], ["Chứng thực", "1.234"]]), 40);
        assert!(lines[3].ends_with("    7"), "{}", lines[3]);
        assert!(lines[4].ends_with("1.234"));
        assert!(lines.iter().all(|line| width(line) == 40));
    }

    #[test]
    fn a_long_name_wraps_in_its_own_column() {
        let name = "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài";
        let lines = lines(&table(&[[name, "12"]]), 40);
        assert!(lines[3].ends_with("12"));
        assert!(lines[3..].iter().all(|line| !line.is_empty()));
        assert_eq!(lines.iter().filter(|line| line.contains("12")).count(), 1);
        assert!(lines.iter().all(|line| width(line) <= 40));
    }
}
