//! Small tables side by side, and how much of the page they take.

use crate::papers::sheet::{Align, Block, Table};

/// The most columns in which a name of this office still reads well.
pub(super) const MOST_COLUMNS: usize = 3;

/// The letters of a line as wide as the page in its smallest type, more or less. What is estimated with it decides how
/// much detail is tried; whether that is one page is measured.
pub(super) const LINE: usize = 124;

/// The rows that a table takes in one of so many columns, its caption, its header and the white around it included.
fn rows(table: &Table, columns: usize) -> usize {
    let around = 1 + usize::from(table.caption.is_some());
    let header = usize::from(table.columns.iter().any(|column| !column.title.is_empty()));
    let shares: usize = table.columns.iter().map(|column| usize::from(column.share)).sum();
    let rows = table.rows.iter().map(|row| {
        let lines = row.cells.iter().zip(&table.columns).map(|(cell, column)| {
            // Columns of numbers are made wide enough for them.
            let letters = LINE * usize::from(column.share) / (columns * shares).max(1);
            if column.align == Align::Left { cell.text.chars().count().div_ceil(letters.max(1)) } else { 1 }
        });
        lines.max().unwrap_or(1).max(1)
    });
    around + header + rows.sum::<usize>()
}

/// Where to begin a new column so that the tables keep their order and the highest column is as low as can be.
fn parted(heights: &[usize], columns: usize) -> (usize, Vec<usize>) {
    if columns <= 1 || heights.len() <= 1 {
        return (heights.iter().sum(), Vec::new());
    }
    (1..=heights.len())
        .map(|first| {
            let own: usize = heights[..first].iter().sum();
            let (rest, starts) = parted(&heights[first..], columns - 1);
            let starts = std::iter::once(first).chain(starts.iter().map(|start| start + first)).collect();
            (own.max(rest), starts)
        })
        .min_by_key(|(highest, _)| *highest)
        .unwrap_or_default()
}

/// The rows of the page that some tables take in so many columns.
pub(super) fn height(tables: &[Table], columns: usize) -> usize {
    parted(&tables.iter().map(|table| rows(table, columns)).collect::<Vec<_>>(), columns).0
}

/// The rows of the page that a block of tables takes.
pub(super) fn height_of(block: &Block) -> usize {
    let of_part = |part: &Vec<Block>| part.iter().map(height_of).sum::<usize>();
    match block {
        Block::Table(table) => rows(table, 1),
        Block::Columns(parts) => parts.iter().map(of_part).max().unwrap_or(0),
        _ => 1,
    }
}

/// The tables in so many columns, read down the first one and then down the next; at most one block.
pub(super) fn columns(tables: Vec<Table>, columns: usize) -> Option<Block> {
    let heights: Vec<usize> = tables.iter().map(|table| rows(table, columns)).collect();
    let (_, starts) = parted(&heights, columns.min(tables.len()));
    let mut parts: Vec<Vec<Block>> = vec![Vec::new()];
    for (at, table) in tables.into_iter().enumerate() {
        if starts.contains(&at) {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(Block::Table(table));
        }
    }
    (!heights.is_empty()).then_some(Block::Columns(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_keep_the_order_and_are_as_even_as_can_be() {
        assert_eq!(parted(&[5, 5, 5], 3), (5, vec![1, 2]));
        assert_eq!(parted(&[9, 2, 2, 4, 4], 3), (9, vec![1, 3]));
        assert_eq!(parted(&[1, 1, 9], 2), (9, vec![2]));
        assert_eq!(parted(&[3, 4], 1), (7, vec![]));
        assert_eq!(parted(&[], 3), (0, vec![]));
    }
}
