//! What the engine says of the file, and whether its tables are the ones this program makes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::super::{StoreError, schema, sums};
use super::pass::{self, Indexes};
use super::{Finding, Findings};

/// What the engine says of the file.
pub(super) struct Engine {
    pub(super) findings: Findings,
    /// Whether it found nothing worse than forbidden values.
    pub(super) is_whole: bool,
}

/// A connection that could write and does not. It reads the log as the desk does.
pub(super) fn that_could_write(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// The engine's own check of the structure of everything, and of what the indexes hold of tables that are not read by us.
///
/// The rules of the tables are asked for one by one ([`broken`]): within its check the engine makes the list of each `IN (…)`
/// anew for each row, which takes ten times as long as all the rest.
pub(super) fn engine(connection: &Connection) -> Result<Engine, StoreError> {
    connection.pragma_update(None, "ignore_check_constraints", true)?;
    let mut findings = Findings::default();
    let mut is_whole = ask(connection, "PRAGMA quick_check", &mut findings)?;
    for table in unsummed(connection)? {
        is_whole =
            is_whole && ask(connection, &format!("PRAGMA integrity_check(\"{table}\")"), &mut findings)?;
    }
    connection.pragma_update(None, "ignore_check_constraints", false)?;
    Ok(Engine { findings, is_whole })
}

/// The tables of which no hashes are kept, all of them small.
fn unsummed(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let tables = tables(connection)?.into_iter();
    Ok(tables.filter(|table| !sums::tables().any(|summed| summed == table)).collect())
}

/// Finds rows that hold what their tables forbid, and rows that refer to one that is not there.
///
/// The engine lets nobody write such a row. So what is as it was written has none, and only tables without hashes are asked.
pub(super) fn rules(
    connection: &Connection,
    new: &Connection,
    findings: &mut Findings,
    is_as_written: bool,
) -> Result<(), StoreError> {
    let asked = if is_as_written { unsummed(connection)? } else { tables(connection)? };
    for table in tables(new)?.into_iter().filter(|table| asked.contains(table)) {
        // A column that is not there is told by the look at the schema.
        let Ok(broken) = broken(connection, new, &table) else { continue };
        // A step out of range is found again with its visit, which says more.
        if broken > 0 && table != "assist_step" {
            findings.add(Finding::RuleBroken { table, rows: broken });
        }
    }
    if is_as_written {
        return asked.iter().try_for_each(|table| {
            orphans(connection, findings, &format!("PRAGMA foreign_key_check(\"{table}\")"))
        });
    }
    orphans(connection, findings, "PRAGMA foreign_key_check")
}

/// Asks the engine, and says whether it is content.
fn ask(connection: &Connection, pragma: &str, findings: &mut Findings) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut is_content = true;
    while let Some(row) = rows.next()? {
        let message: String = row.get(0)?;
        if message != "ok" {
            is_content = false;
            findings.add(Finding::Engine(message));
        }
    }
    Ok(is_content)
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let all = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    connection.prepare(all)?.query_map([], |row| row.get(0))?.collect()
}

/// How many rows of a table hold what its rules forbid, counted up to a hundred.
fn broken(connection: &Connection, new: &Connection, table: &str) -> rusqlite::Result<u32> {
    let made = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    let made: String = new.query_row(made, [table], |row| row.get(0))?;
    let rules: Vec<String> = rules_of(&made).map(|rule| format!("NOT {rule}")).collect();
    if rules.is_empty() {
        return Ok(0);
    }
    let sql =
        format!("SELECT count(*) FROM (SELECT 1 FROM \"{table}\" WHERE {} LIMIT 100)", rules.join(" OR "));
    connection.query_row(&sql, [], |row| row.get(0))
}

/// The rules that stand in the words by which a table was made, each in its brackets. That an entry of the journal is JSON is
/// left to the look at the entries: millions of them would be read anew.
fn rules_of(made: &str) -> impl Iterator<Item = &str> {
    made.match_indices("CHECK (")
        .filter_map(|(at, word)| {
            let rule = &made[at + word.len() - 1..];
            let mut depth = 0_usize;
            let end = rule.char_indices().find_map(|(at, letter)| {
                match letter {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                (depth == 0).then_some(at)
            })?;
            Some(&rule[..=end])
        })
        .filter(|rule| *rule != "(json_valid(op))")
}

/// A file as this program makes it, in memory.
pub(super) fn new_file() -> Result<Connection, StoreError> {
    let mut new = Connection::open_in_memory()?;
    schema::make(&mut new)?;
    Ok(new)
}

/// Compares tables and indexes with those of a new file. Gives the indexes of each table that are as they should be; nothing
/// when the tables cannot be read.
pub(super) fn schema(
    connection: &Connection,
    new: &Connection,
) -> Result<(Findings, Option<Indexes>), StoreError> {
    let (mut findings, mut tables_known) = (Findings::default(), true);
    let there = pieces(connection)?;
    let mut wrong = BTreeSet::new();
    for (name, (kind, sql)) in pieces(new)? {
        let finding = match there.get(&name) {
            None => Finding::SchemaMissing(name.clone()),
            Some((_, other)) if *other != sql => Finding::SchemaChanged(name.clone()),
            Some(_) => continue,
        };
        wrong.insert(name);
        // Without an index the rows can still be read, only more slowly, and may be what it was to prevent.
        tables_known &= kind != "table";
        findings.add(finding);
    }
    if !tables_known {
        return Ok((findings, None));
    }
    let mut indexes = Indexes::new();
    for table in sums::tables() {
        let mut of_table = pass::indexes(new, table)?;
        of_table.retain(|index| !wrong.contains(&index.name));
        indexes.insert(table.to_owned(), of_table);
    }
    Ok((findings, Some(indexes)))
}

type Pieces = BTreeMap<String, (String, String)>;

fn pieces(connection: &Connection) -> Result<Pieces, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name, type, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn orphans(connection: &Connection, findings: &mut Findings, pragma: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        findings.add(Finding::Orphan { table: row.get(0)?, row: row.get(1)?, parent: row.get(2)? });
    }
    Ok(())
}
