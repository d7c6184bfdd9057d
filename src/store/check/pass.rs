//! A table read once: what its rows hash to, whether its indexes hold what the rows say, and each row for whoever has a rule
//! about it.
//!
//! The engine would look up every row in every index. Here the entries that the rows make and the entries that an index has
//! are hashed and added up, and the two sums compared: an index is then read once, from its first page to its last.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};

use super::super::sums::{self, Digest, Sums};
use super::super::{StoreError, schema};
use super::{Finding, Findings};

/// An index, in the words by which it was made.
#[derive(Clone, Debug)]
pub(super) struct Index {
    pub(super) name: String,
    /// What stands in it, before the identity of the row.
    terms: Vec<String>,
    /// Which rows it has; `None` when it has all.
    only: Option<String>,
}

/// The indexes of each table that are as this program makes them.
pub(super) type Indexes = BTreeMap<String, Vec<Index>>;

/// All indexes of a table.
pub(super) fn indexes(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Index>> {
    let names: Vec<String> = connection
        .prepare("SELECT name FROM pragma_index_list(?1)")?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut found = Vec::new();
    for name in names {
        let words = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1 AND sql IS NOT NULL";
        let words: Option<String> = connection.query_row(words, [&name], |row| row.get(0)).optional()?;
        let made = if let Some(words) = words {
            parsed(&words)
        } else {
            // That of a UNIQUE constraint has no words of its own.
            let columns = "SELECT name FROM pragma_index_info(?1) ORDER BY seqno";
            let mut columns = connection.prepare(columns)?;
            let terms = columns.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Some((terms, None))
        };
        found.extend(made.map(|(terms, only)| Index { name, terms, only }));
    }
    Ok(found)
}

/// The terms of `CREATE INDEX name ON table (terms) WHERE only`.
fn parsed(words: &str) -> Option<(Vec<String>, Option<String>)> {
    let (mut depth, mut terms, mut term) = (0_u32, Vec::new(), String::new());
    let mut letters = words[words.find('(')?..].char_indices();
    let end = letters.find_map(|(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        match (letter, depth) {
            ('(', 1) => {}
            (')', 0) => {
                terms.push(std::mem::take(&mut term));
                return Some(at);
            }
            (',', 1) => terms.push(std::mem::take(&mut term)),
            _ => term.push(letter),
        }
        None
    })?;
    let rest = words[words.find('(')? + end + 1..].trim();
    let terms = terms.iter().map(|term| term.trim().to_owned()).collect();
    Some((terms, rest.strip_prefix("WHERE").map(|only| only.trim().to_owned())))
}

/// A table that is about to be read.
pub(super) struct Table<'a> {
    connection: &'a Connection,
    name: &'static str,
    columns: Vec<String>,
    indexes: &'a [Index],
}

impl<'a> Table<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        name: &'static str,
        indexes: &'a Indexes,
    ) -> rusqlite::Result<Self> {
        let columns = schema::columns(connection, name)?;
        Ok(Self { connection, name, columns, indexes: indexes.get(name).map_or(&[], Vec::as_slice) })
    }

    /// Where a column stands in the rows that are seen.
    pub(super) fn at(&self, column: &str) -> usize {
        self.columns.iter().position(|name| name == column).unwrap_or(usize::MAX)
    }

    /// Reads all rows in their order, and then the indexes.
    pub(super) fn read(
        self,
        findings: &mut Findings,
        mut see: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<Sums, StoreError> {
        let mut cells = self.columns.clone();
        let mut made: Vec<Made<'_>> =
            self.indexes.iter().map(|index| Made::of(index, self.name, &mut cells)).collect();
        let sql = format!("SELECT {} FROM {} ORDER BY id", cells.join(", "), self.name);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let (mut sums, mut digest) = (sums::Tally::default(), Digest::default());
        while let Some(row) = rows.next()? {
            see(row)?;
            sums.take(row, self.columns.len())?;
            for index in &mut made {
                index.take(row, &mut digest)?;
            }
        }
        for index in made {
            index.prove(self.connection, findings)?;
        }
        Ok(sums.finish())
    }
}

/// What an index must hold.
struct Made<'a> {
    index: &'a Index,
    table: &'static str,
    /// Where its terms stand in a row, the identity last.
    cells: Vec<usize>,
    /// Where it stands whether a row is in it.
    only: Option<usize>,
    sum: i64,
}

impl<'a> Made<'a> {
    /// Has what is no column asked for beside the columns.
    fn of(index: &'a Index, table: &'static str, asked: &mut Vec<String>) -> Self {
        let mut place = |term: &str| {
            asked.iter().position(|known| known == term).unwrap_or_else(|| {
                asked.push(term.to_owned());
                asked.len() - 1
            })
        };
        let mut cells: Vec<usize> = index.terms.iter().map(|term| place(term)).collect();
        cells.push(place("id"));
        Self { index, table, cells, only: index.only.as_deref().map(place), sum: 0 }
    }

    fn take(&mut self, row: &Row<'_>, digest: &mut Digest) -> rusqlite::Result<()> {
        let is_in = match self.only {
            None => true,
            Some(at) => matches!(row.get_ref(at)?, ValueRef::Integer(1..)),
        };
        if is_in {
            let hash = digest.of_cells(row, self.cells.iter().copied())?;
            self.sum = self.sum.wrapping_add(hash);
        }
        Ok(())
    }

    fn prove(self, connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
        let Index { name, terms, only } = self.index;
        let only = only.as_deref().unwrap_or("true");
        prove_index(connection, findings, (self.table, name), (&terms.join(", "), only), self.sum)
    }
}

/// Compares what an index holds with what it must hold, and tells of it in the engine's own way.
pub(super) fn prove_index(
    connection: &Connection,
    findings: &mut Findings,
    (table, index): (&str, &str),
    (terms, only): (&str, &str),
    sum: i64,
) -> Result<(), StoreError> {
    // The words of the schema, so that it is read from the index alone.
    let sql = format!("SELECT {terms}, id FROM {table} INDEXED BY {index} WHERE {only}");
    let mut statement = connection.prepare(&sql)?;
    let (mut rest, mut digest, cells) = (sum, Digest::default(), statement.column_count());
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        rest = rest.wrapping_sub(digest.of_cells(row, 0..cells)?);
    }
    if rest != 0 {
        findings.add(Finding::Engine(format!("wrong entries in index {index}")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_an_index_are_understood() {
        let terms = |terms: &[&str]| terms.iter().map(ToString::to_string).collect::<Vec<_>>();
        for (words, expected) in [
            ("CREATE INDEX a ON b (c)", (terms(&["c"]), None)),
            ("CREATE INDEX a ON b (c, d / (2 + 3))", (terms(&["c", "d / (2 + 3)"]), None)),
            (
                "CREATE UNIQUE INDEX a ON b ((c IS NULL)) WHERE c IS NULL",
                (terms(&["(c IS NULL)"]), Some("c IS NULL".to_owned())),
            ),
        ] {
            assert_eq!(parsed(words), Some(expected), "{words}");
        }
    }
}
