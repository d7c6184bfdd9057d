//! What visits were helped with.

use rusqlite::{OptionalExtension, Row, params};

use super::columns::impossible;
use super::{Store, StoreError, Write};
use crate::domain::{Assist, AssistId, Outcome, VisitId};

pub(super) const COLUMNS: &str = "assist.id, assist.visit, assist.procedure, assist.quantity, assist.how, \
     assist.channel, assist.paid, assist.outcome, assist.reason, assist.volunteer, assist.station";

/// An assist without its ticked steps.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Assist> {
    let outcome = Outcome::from_codes(row.get_ref(7)?.as_str()?, row.get::<_, Option<String>>(8)?.as_deref())
        .ok_or_else(|| impossible(row, "outcome"))?;
    Ok(Assist {
        id: row.get(0)?,
        visit: row.get(1)?,
        procedure: row.get(2)?,
        quantity: row.get(3)?,
        how: row.get(4)?,
        channel: row.get(5)?,
        payment: row.get(6)?,
        outcome,
        by: row.get(9)?,
        station: row.get(10)?,
        ticked: Vec::new(),
    })
}

impl Write<'_> {
    /// Enters an assist; its identity and ticks are taken from the file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_assist(&self, assist: &Assist) -> Result<AssistId, StoreError> {
        self.run(
            "INSERT INTO assist (visit, procedure, quantity, how, channel, paid, outcome, reason, volunteer, station)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                assist.visit,
                assist.procedure,
                assist.quantity,
                assist.how,
                assist.channel,
                assist.payment,
                assist.outcome.kind(),
                assist.outcome.reason_code(),
                assist.by,
                assist.station
            ],
        )?;
        Ok(AssistId(self.transaction.last_insert_rowid()))
    }

    /// Keeps an assist that changed; its ticks are kept one by one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_assist(&self, assist: &Assist) -> Result<(), StoreError> {
        self.run(
            "UPDATE assist SET quantity = ?2, how = ?3, channel = ?4, paid = ?5, outcome = ?6, reason = ?7,
                 volunteer = ?8, station = ?9 WHERE id = ?1",
            params![
                assist.id,
                assist.quantity,
                assist.how,
                assist.channel,
                assist.payment,
                assist.outcome.kind(),
                assist.outcome.reason_code(),
                assist.by,
                assist.station
            ],
        )?;
        Ok(())
    }

    /// Takes an assist off its visit, with its ticks.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_assist(&self, assist: AssistId) -> Result<(), StoreError> {
        self.run("DELETE FROM assist_step WHERE assist = ?1", [assist])?;
        self.run("DELETE FROM assist WHERE id = ?1", [assist])?;
        Ok(())
    }

    /// The assist as it stands now, with its ticks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn assist(&self, id: AssistId) -> Result<Option<Assist>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM assist WHERE id = ?1");
        let found = self.transaction.prepare_cached(&sql)?.query_row([id], read).optional()?;
        let Some(mut assist) = found else { return Ok(None) };
        let mut steps = self
            .transaction
            .prepare_cached("SELECT step FROM assist_step WHERE assist = ?1 ORDER BY step")?;
        assist.ticked = steps.query_map([id], |row| row.get::<_, u8>(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(Some(assist))
    }

    /// The assists of a visit, without ticks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn assists(&self, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM assist WHERE visit = ?1 ORDER BY id");
        let mut statement = self.transaction.prepare_cached(&sql)?;
        let rows = statement.query_map([visit], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Ticks a step.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_tick(&self, assist: AssistId, step: u8) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO assist_step (assist, step, at) VALUES (?1, ?2, ?3)",
            params![assist, step, self.sign.at],
        )?;
        Ok(())
    }

    /// Takes a tick off.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_tick(&self, assist: AssistId, step: u8) -> Result<(), StoreError> {
        self.run("DELETE FROM assist_step WHERE assist = ?1 AND step = ?2", params![assist, step])?;
        Ok(())
    }
}

impl Store {
    /// The assists of every open visit, with their ticks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_assists(&self) -> Result<Vec<Assist>, StoreError> {
        // CROSS keeps the order: left to itself the engine begins with the assists, all of them since the first day.
        let sql = format!(
            "SELECT {COLUMNS} FROM visit INDEXED BY visit_open CROSS JOIN assist ON assist.visit = visit.id
             WHERE visit.ended_day IS NULL ORDER BY assist.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut assists = statement.query_map([], read)?.collect::<rusqlite::Result<Vec<Assist>>>()?;
        let mut steps =
            self.connection.prepare_cached("SELECT step FROM assist_step WHERE assist = ?1 ORDER BY step")?;
        for assist in &mut assists {
            assist.ticked =
                steps.query_map([assist.id], |row| row.get::<_, u8>(0))?.collect::<rusqlite::Result<_>>()?;
        }
        Ok(assists)
    }
}
