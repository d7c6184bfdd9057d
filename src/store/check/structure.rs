//! What the engine says of the file, and whether its tables are the ones this program makes.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::super::StoreError;
use super::super::schema;
use super::{Finding, Findings};

/// What the engine says of the file.
pub(super) struct Engine {
    pub(super) findings: Findings,
    /// Whether it found nothing worse than forbidden values.
    pub(super) is_whole: bool,
}

/// Has the engine look, on a connection of its own.
pub(super) fn engine_beside(path: &Path, stop: &Arc<AtomicBool>) -> rusqlite::Result<Engine> {
    let connection = that_could_write(path)?;
    super::heed(&connection, Some(stop))?;
    engine(&connection)
}

/// A connection that could write and does not: the engine forgets the tables' CHECKs on one that only reads, and its own
/// check would pass over values they forbid.
fn that_could_write(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    // 64 MB: every row is looked up in every index.
    connection.pragma_update(None, "cache_size", -65_536)?;
    Ok(connection)
}

/// The engine's own check.
pub(super) fn engine(connection: &Connection) -> rusqlite::Result<Engine> {
    let mut findings = Findings::default();
    let mut broken: BTreeMap<String, u32> = BTreeMap::new();
    let mut is_whole = true;
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let message: String = row.get(0)?;
        if let Some(table) = message.strip_prefix("CHECK constraint failed in ") {
            *broken.entry(table.to_owned()).or_default() += 1;
        } else if message != "ok" {
            is_whole = false;
            findings.add(Finding::Engine(message));
        }
    }
    // A step out of range is found again with its visit, which says more.
    broken.retain(|table, _| table != "assist_step");
    for (table, rows) in broken {
        findings.add(Finding::RuleBroken { table, rows });
    }
    Ok(Engine { findings, is_whole })
}

/// Compares tables and indexes with those of a new file. Says whether the tables can be read.
pub(super) fn schema(connection: &Connection) -> Result<(Findings, bool), StoreError> {
    let (mut findings, mut tables_known) = (Findings::default(), true);
    let mut new = Connection::open_in_memory()?;
    schema::make(&mut new)?;
    let there = pieces(connection)?;
    for (name, (kind, sql)) in pieces(&new)? {
        let finding = match there.get(&name) {
            None => Finding::SchemaMissing(name),
            Some((_, other)) if *other != sql => Finding::SchemaChanged(name),
            Some(_) => continue,
        };
        // Without an index the rows can still be read, only more slowly, and may be what it was to prevent.
        tables_known &= kind != "table";
        findings.add(finding);
    }
    Ok((findings, tables_known))
}

type Pieces = BTreeMap<String, (String, String)>;

fn pieces(connection: &Connection) -> Result<Pieces, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name, type, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn orphans(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        findings.add(Finding::Orphan { table: row.get(0)?, row: row.get(1)?, parent: row.get(2)? });
    }
    Ok(())
}
