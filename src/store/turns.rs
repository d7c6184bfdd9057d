//! The calls of a day: whose lane had its turn, and who was called out of turn.

use rusqlite::{Connection, params};

use super::{Store, StoreError, Write, visits};
use crate::domain::queue::{Lane, OutOfTurn, Turn};
use crate::domain::{Day, Span, Stage, Stamp, Visit};

impl Write<'_> {
    /// Enters the call of a visit.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_turn(&self, visit: &Visit, out: Option<OutOfTurn>) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO turn (day, visit, lane, at, station, out_of_turn) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![self.sign.day(), visit.id, Lane::of(visit), self.sign.at, self.sign.station, out],
        )?;
        Ok(())
    }

    /// The last call of a visit led to nothing: its lane keeps its turn.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn drop_turn(&self, visit: &Visit) -> Result<(), StoreError> {
        self.run("DELETE FROM turn WHERE id = (SELECT max(id) FROM turn WHERE visit = ?1)", [visit.id])?;
        Ok(())
    }

    /// The lanes of today's last calls, the newest last; calls out of turn are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn recent_lanes(&self, most: usize) -> Result<Vec<Lane>, StoreError> {
        recent_lanes(&self.transaction, self.sign.day(), most)
    }

    /// A visit that had ended goes on: how and when it had ended stays known.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_return(&self, ended: &Visit, now: &Visit) -> Result<(), StoreError> {
        let (why, from) = match ended.stage {
            Stage::Left { why, from, .. } => (Some(why), Some(from)),
            _ => (None, None),
        };
        self.run(
            "INSERT INTO visit_return (visit, ended, ended_at, left_why, left_from, at, station, volunteer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                ended.id,
                ended.stage.kind(),
                ended.stage.since(),
                why,
                from,
                now.stage.since(),
                self.sign.station,
                self.sign.by
            ],
        )?;
        Ok(())
    }
}

impl Store {
    /// The lanes of a day's last calls, the newest last; calls out of turn are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn recent_lanes(&self, day: Day, most: usize) -> Result<Vec<Lane>, StoreError> {
        recent_lanes(&self.connection, day, most)
    }

    /// A day's last calls, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_turns(&self, day: Day, most: u32) -> Result<Vec<Turn>, StoreError> {
        self.rows(
            "SELECT visit.series, visit.number, turn.lane, turn.out_of_turn
             FROM turn JOIN visit ON visit.id = turn.visit WHERE turn.day = ?1 ORDER BY turn.id DESC LIMIT ?2",
            params![day, most],
            |row| Ok(Turn { ticket: visits::ticket(row)?, lane: row.get(2)?, out: row.get(3)? }),
        )
    }

    /// The calls of a span that went before the order of the queue.
    pub(super) fn out_of_turn_in(&self, span: Span) -> Result<Vec<(Stamp, OutOfTurn)>, StoreError> {
        self.rows(
            "SELECT at, out_of_turn FROM turn
             WHERE day BETWEEN ?1 AND ?2 AND out_of_turn IS NOT NULL ORDER BY id",
            params![span.from, span.until],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

fn recent_lanes(connection: &Connection, day: Day, most: usize) -> Result<Vec<Lane>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT lane FROM turn WHERE day = ?1 AND out_of_turn IS NULL ORDER BY id DESC LIMIT ?2",
    )?;
    let rows =
        statement.query_map(params![day, i64::try_from(most).unwrap_or(i64::MAX)], |row| row.get(0))?;
    let mut lanes: Vec<Lane> = rows.collect::<rusqlite::Result<_>>()?;
    lanes.reverse();
    Ok(lanes)
}
