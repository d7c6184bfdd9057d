//! What visits were helped with.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::columns::impossible;
use super::{Store, StoreError, Write};
use crate::domain::assist::{Check, CheckList, CheckState};
use crate::domain::{Agreed, Assist, AssistId, Outcome, VisitId};

pub(super) const COLUMNS: &str = "assist.id, assist.visit, assist.procedure, assist.quantity, assist.how, \
     assist.channel, assist.paid, assist.outcome, assist.reason, assist.volunteer, assist.station, assist.come_back";

/// An assist without what is ticked of it.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Assist> {
    let outcome = Outcome::from_codes(row.get_ref(7)?.as_str()?, row.get_ref(8)?.as_str_or_null()?)
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
        checks: Vec::new(),
        come_back: row.get(11)?,
    })
}

impl Write<'_> {
    /// Enters an assist; its identity and ticks are taken from the file.
    pub fn add_assist(&self, assist: &Assist) -> Result<AssistId, StoreError> {
        self.run(
            "INSERT INTO assist (visit, procedure, quantity, how, channel, paid, outcome, reason, volunteer, station,
                 come_back)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                assist.visit,
                assist.procedure,
                assist.quantity,
                assist.how,
                assist.channel,
                assist.payment,
                assist.outcome.kind(),
                assist.outcome.reason_code().as_deref(),
                assist.by,
                assist.station,
                come_back(assist)
            ],
        )?;
        Ok(AssistId(self.transaction.last_insert_rowid()))
    }

    /// Keeps an assist that changed; its ticks are kept one by one.
    pub fn keep_assist(&self, assist: &Assist) -> Result<(), StoreError> {
        self.run(
            "UPDATE assist SET quantity = ?2, how = ?3, channel = ?4, paid = ?5, outcome = ?6, reason = ?7,
                 volunteer = ?8, station = ?9, come_back = ?10 WHERE id = ?1",
            params![
                assist.id,
                assist.quantity,
                assist.how,
                assist.channel,
                assist.payment,
                assist.outcome.kind(),
                assist.outcome.reason_code().as_deref(),
                assist.by,
                assist.station,
                come_back(assist)
            ],
        )?;
        Ok(())
    }

    /// Takes an assist off its visit, with its ticks.
    pub fn remove_assist(&self, assist: AssistId) -> Result<(), StoreError> {
        self.run("DELETE FROM assist_step WHERE assist = ?1", [assist])?;
        self.run("DELETE FROM assist_check WHERE assist = ?1", [assist])?;
        self.run("DELETE FROM assist WHERE id = ?1", [assist])?;
        Ok(())
    }

    /// The assist as it stands now, with its ticks.
    pub fn assist(&self, id: AssistId) -> Result<Option<Assist>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM assist WHERE id = ?1");
        let found = self.transaction.prepare_cached(&sql)?.query_row([id], read).optional()?;
        let Some(mut assist) = found else { return Ok(None) };
        with_ticks(&self.transaction, std::slice::from_mut(&mut assist))?;
        Ok(Some(assist))
    }

    /// The assists of a visit, without ticks.
    pub fn assists(&self, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
        of_visit(&self.transaction, visit)
    }

    /// The assists of a visit, with their ticks.
    pub fn ticked_assists(&self, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
        ticked(&self.transaction, visit)
    }

    /// Keeps what was found of a paper or precondition; `None` is as if it had not been asked for.
    pub fn keep_check(
        &self,
        assist: AssistId,
        part: CheckList,
        place: u8,
        state: Option<CheckState>,
    ) -> Result<(), StoreError> {
        let Some(state) = state else {
            self.run(
                "DELETE FROM assist_check WHERE assist = ?1 AND part = ?2 AND place = ?3",
                params![assist, part, place],
            )?;
            return Ok(());
        };
        let changed = self.run(
            "UPDATE assist_check SET state = ?4 WHERE assist = ?1 AND part = ?2 AND place = ?3",
            params![assist, part, place, state],
        )?;
        if changed == 0 {
            self.run(
                "INSERT INTO assist_check (assist, part, place, state) VALUES (?1, ?2, ?3, ?4)",
                params![assist, part, place, state],
            )?;
        }
        Ok(())
    }

    /// Ticks a step.
    pub fn add_tick(&self, assist: AssistId, step: u8) -> Result<(), StoreError> {
        self.run("INSERT INTO assist_step (assist, step) VALUES (?1, ?2)", params![assist, step])?;
        Ok(())
    }

    /// Takes a tick off.
    pub fn remove_tick(&self, assist: AssistId, step: u8) -> Result<(), StoreError> {
        self.run("DELETE FROM assist_step WHERE assist = ?1 AND step = ?2", params![assist, step])?;
        Ok(())
    }
}

impl Store {
    /// The assists of every open visit, with their ticks.
    pub fn open_assists(&self) -> Result<Vec<Assist>, StoreError> {
        // CROSS keeps the order: left to itself the engine begins with the assists, all of them since the first day.
        let sql = format!(
            "SELECT {COLUMNS} FROM visit INDEXED BY visit_open CROSS JOIN assist ON assist.visit = visit.id
             WHERE visit.ended_day IS NULL ORDER BY assist.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut assists = statement.query_map([], read)?.collect::<rusqlite::Result<Vec<Assist>>>()?;
        with_ticks(&self.connection, &mut assists)?;
        Ok(assists)
    }

    /// The assists of a visit, ended or not, with their ticks.
    pub fn assists_of(&self, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
        ticked(&self.connection, visit)
    }
}

/// The assists of a visit, with their ticks.
pub(super) fn ticked(connection: &Connection, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
    let mut assists = of_visit(connection, visit)?;
    with_ticks(connection, &mut assists)?;
    Ok(assists)
}

fn of_visit(connection: &Connection, visit: VisitId) -> Result<Vec<Assist>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM assist WHERE visit = ?1 ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([visit], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads what is ticked of each.
fn with_ticks(connection: &Connection, assists: &mut [Assist]) -> Result<(), StoreError> {
    let mut steps =
        connection.prepare_cached("SELECT step FROM assist_step WHERE assist = ?1 ORDER BY step")?;
    let mut checks = connection.prepare_cached(
        "SELECT part, place, state FROM assist_check WHERE assist = ?1 ORDER BY part, place",
    )?;
    for assist in assists {
        assist.ticked =
            steps.query_map([assist.id], |row| row.get::<_, u8>(0))?.collect::<rusqlite::Result<_>>()?;
        let read = |row: &Row<'_>| Ok(Check { part: row.get(0)?, place: row.get(1)?, state: row.get(2)? });
        assist.checks = checks.query_map([assist.id], read)?.collect::<rusqlite::Result<_>>()?;
    }
    Ok(())
}

/// A day for coming back has no meaning beside another outcome.
fn come_back(assist: &Assist) -> Option<Agreed> {
    assist.come_back.filter(|_| assist.outcome == Outcome::ComeBack)
}
