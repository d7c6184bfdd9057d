//! A table as text: words to the left, numbers to the right, rules of `─`.

use super::cells::{GUTTER, beside, centred, in_middle, measure, padded, pushed_right, widest, width_of};
use crate::papers::shares::divide;
use crate::papers::sheet::{Align, Row, Table, Weight};
use crate::wrap::{clean, widest_word, width, wrap};

/// Cells by which each level of indent pushes a row in.
const INDENT: usize = 2;

/// A column of words may become that narrow for the sake of numbers.
const NARROW: usize = 10;

/// The lines of a table that fills `room`. One whose numbers do not fit side by side goes on below, with the first column
/// again: a number is never broken.
pub(super) fn lines(table: &Table, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(caption) = &table.caption {
        lines.extend(wrap(&clean(caption), room, width));
    }
    if table.columns.is_empty() {
        return lines;
    }
    let parts = side_by_side(table, room);
    if let [_] = parts.as_slice() {
        lines.extend(lines_of(table, room));
    } else {
        lines.extend(parts.iter().flat_map(|columns| lines_of(&only(table, columns), room)));
    }
    lines
}

/// Which columns stand beside one another: all of them, where their numbers fit.
fn side_by_side(table: &Table, room: usize) -> Vec<Vec<usize>> {
    let needed = |columns: &[usize]| {
        columns.iter().map(|&i| least(table, i)).sum::<usize>() + GUTTER * (columns.len() - 1)
    };
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for column in 0..table.columns.len() {
        if let Some(last) = parts.last_mut() {
            last.push(column);
            if needed(last) <= room || last.len() == 2 {
                continue;
            }
            last.pop();
        }
        parts.push(if column == 0 { vec![0] } else { vec![0, column] });
    }
    parts
}

/// The least width of a column: of one of numbers that of its widest cell.
fn least(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    match table.columns[column].align {
        Align::Right => cells.map(|cell| width(&clean(&cell.text))).max().unwrap_or(0).max(1),
        _ => cells.map(|cell| widest_word(&clean(&cell.text), width)).max().unwrap_or(0).clamp(1, NARROW),
    }
}

/// A table of some of the columns.
fn only(table: &Table, columns: &[usize]) -> Table {
    let row = |row: &Row| Row {
        cells: columns.iter().map(|&i| row.cells.get(i).cloned().unwrap_or_default()).collect(),
        ..row.clone()
    };
    Table {
        caption: None,
        columns: columns.iter().map(|&i| table.columns[i].clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        ..table.clone()
    }
}

fn lines_of(table: &Table, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
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
                let whole = |text: &str| match table.columns[i].align {
                    Align::Right => width_of(text),
                    _ => widest(text),
                };
                row.cells.get(i).map_or(0.0, |cell| whole(&clean(&cell.text)) + measure(lead))
            });
            let floor = cells.fold(widest(&clean(&table.columns[i].title)).max(1.0), f32::max);
            // One endless word shall not starve the other columns.
            floor.min(measure(free) / 2.0)
        })
        .collect();
    let mut widths: Vec<usize> = if floors.iter().sum::<f32>() <= measure(free) {
        divide(measure(free), &shares, &floors).into_iter().map(whole).collect()
    } else {
        squeezed(table, free, &floors)
    };
    let spare = free.saturating_sub(widths.iter().sum());
    if let Some(widest) = (0..shares.len()).max_by_key(|&i| shares[i]) {
        widths[widest] += spare;
    }
    widths
}

/// Widths where not every word fits: numbers stay whole, and the words share what is left.
fn squeezed(table: &Table, free: usize, floors: &[f32]) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..floors.len()).map(|i| least(table, i)).collect();
    let mut left = free.saturating_sub(widths.iter().sum());
    // Turn by turn to the one that lacks most.
    while left > 0 {
        let lacks = |i: usize| whole(floors[i]).saturating_sub(widths[i]);
        let Some(most) = (0..widths.len()).max_by_key(|&i| lacks(i)).filter(|&i| lacks(i) > 0) else { break };
        widths[most] += 1;
        left -= 1;
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
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn no_number_is_ever_broken(
            room in prop::sample::select(vec![40_usize, 60, 80, 100, 120]),
            columns in 1_usize..16,
            rows in prop::collection::vec((0_u64..2_000_000_000, 1_usize..5), 1..6),
        ) {
            let numbers: Vec<Vec<String>> = rows
                .iter()
                .map(|(seed, _)| {
                    let number = |i: usize| {
                        let number = seed.rotate_left(u32::try_from(i * 7).unwrap()) % 10_u64.pow(u32::try_from(i % 9 + 1).unwrap());
                        if i % 4 == 3 { format!("{number} (33,33 %)") } else { number.to_string() }
                    };
                    (0..columns).map(number).collect()
                })
                .collect();
            let words = |length: usize| "Đăng-ký-khai-sinh-kết-hợp ".repeat(length);
            let table = Table {
                chart: None,
                caption: None,
                columns: std::iter::once(Column::words("Thủ tục", 4))
                    .chain((0..columns).map(|i| Column::numbers(format!("Cột thứ {i}"), 1)))
                    .collect(),
                rows: rows
                    .iter()
                    .zip(&numbers)
                    .map(|((_, length), numbers)| {
                        let cells = std::iter::once(words(*length)).chain(numbers.iter().cloned());
                        Row::new(cells, Weight::Normal)
                    })
                    .collect(),
            };
            let lines = lines(&table, room);
            for number in numbers.iter().flatten() {
                let is_whole = |line: &String| {
                    line.match_indices(number.as_str()).any(|(at, _)| {
                        let before = line[..at].chars().next_back();
                        let after = line[at + number.len()..].chars().next();
                        before.is_none_or(|letter| letter == ' ') && after.is_none_or(|letter| letter == ' ')
                    })
                };
                prop_assert!(lines.iter().any(is_whole), "{number} in {lines:#?}");
            }
            prop_assert!(lines.iter().all(|line| width(line) <= room), "{lines:#?}");
        }
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
