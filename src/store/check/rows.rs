//! What must be true of single rows.

use rusqlite::{Connection, Row};

use super::super::StoreError;
use super::super::roster::NAMED_IN;
use super::{Finding, Findings, PLACE, Place, place};
use crate::domain::Procedure;
use crate::domain::catalogue::{Field, SeriesEntry};

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    days(connection, findings)?;
    pieces(connection, findings)?;
    each(
        connection,
        findings,
        "SELECT id FROM shift WHERE day = date(day) AND day <> date(opened, 'unixepoch')",
        |row| Ok(Some(Finding::OpenedAnotherDay { shift: row.get(0)? })),
    )?;
    // The two that follow are also unique indexes: these rows can only come from outside.
    each(
        connection,
        findings,
        "SELECT station, count(*) FROM visit WHERE stage IN ('called', 'serving') GROUP BY station
         HAVING count(*) > 1",
        |row| Ok(Some(Finding::SeveralInHand { station: row.get(0)?, visits: row.get(1)? })),
    )?;
    each(
        connection,
        findings,
        "SELECT count(*) FROM shift WHERE closed IS NULL HAVING count(*) > 1",
        |row| Ok(Some(Finding::SeveralOpenShifts { shifts: row.get(0)? })),
    )?;
    merged(connection, findings)?;
    // Without a clock, "today" is the last day on which anything was done.
    let mut kept_too_long = |table: &str, finding: fn(Place) -> Finding| {
        let sql = format!(
            "SELECT {PLACE} FROM {table} JOIN visit USING (id)
             WHERE ended_day < (SELECT date(max(day) * 86400, 'unixepoch') FROM journal_run)"
        );
        each(connection, findings, &sql, |row| Ok(Some(finding(place(row)?))))
    };
    kept_too_long("visit_name", Finding::NameKept)?;
    kept_too_long("visit_note", Finding::NoteKept)?;
    Ok(())
}

/// Whoever was merged is named by no row. Mostly nobody was, and then no table is read for it.
fn merged(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let ids = "SELECT id FROM volunteer WHERE merged_into IS NOT NULL";
    if !connection.prepare(ids)?.exists([])? {
        return Ok(());
    }
    for (table, column) in NAMED_IN.iter().chain(&[("duty", "volunteer")]) {
        let sql = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IN ({ids})");
        each(connection, findings, &sql, |row| {
            Ok(Some(Finding::MergedNamed { table, volunteer: row.get(0)? }))
        })?;
    }
    Ok(())
}

/// Steps that no procedure has. What is as this program wrote it has none.
pub(super) fn steps(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(
        connection,
        findings,
        &format!(
            "SELECT {PLACE}, step FROM assist_step JOIN assist ON assist.id = assist
             JOIN visit ON visit.id = assist.visit WHERE step NOT BETWEEN 0 AND 19"
        ),
        |row| Ok(Some(Finding::StepOutOfRange { visit: place(row)?, step: row.get(4)? })),
    )
}

/// Days are text with the form of a day; `2026-02-31` has it, too.
fn days(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for table in ["shift", "counter", "name_used"] {
        let day = if table == "name_used" { "since" } else { "day" };
        each(
            connection,
            findings,
            &format!("SELECT min(id) FROM {table} GROUP BY {day} HAVING {day} IS NOT date({day})"),
            |row| Ok(Some(Finding::NotADay { table, row: row.get(0)? })),
        )?;
    }
    Ok(())
}

/// The desk's own catalogue is text that this program must be able to read.
fn pieces(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for table in ["own_series", "own_field", "own_entry"] {
        each(connection, findings, &format!("SELECT id, body FROM {table} ORDER BY id"), |row| {
            let body: String = row.get(1)?;
            let is_known = match table {
                "own_series" => toml::from_str::<SeriesEntry>(&body).is_ok(),
                "own_field" => toml::from_str::<Field>(&body).is_ok(),
                _ => toml::from_str::<Procedure>(&body).is_ok(),
            };
            Ok(if is_known { None } else { Some(Finding::UnknownPiece { table, row: row.get(0)? }) })
        })?;
    }
    Ok(())
}

fn each(
    connection: &Connection,
    findings: &mut Findings,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<Option<Finding>>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(finding) = read(row)? {
            findings.add(finding);
        }
    }
    Ok(())
}
