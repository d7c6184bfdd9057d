//! The calls of a day, whose lane had its turn and who was called out of turn; and the stretches of a visit, from which
//! waits and service times follow.

use rusqlite::{Connection, params};

use super::{Store, StoreError, Write, journal, visits};
use crate::domain::queue::{Lane, OutOfTurn, Position, Standing, Turn};
use crate::domain::{Day, Span, Stage, StageKind, Stamp, StationNo, Visit, VisitId};

/// What took longer was not watched to its end. In seconds.
const LONGEST: i64 = 2 * 3600;

impl Write<'_> {
    /// Enters the call of a visit.
    pub fn add_turn(&self, visit: &Visit, out: Option<OutOfTurn>) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO turn (visit, lane, at, station, out_of_turn) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![visit.id, Lane::of(visit), self.sign.at, self.sign.station, out],
        )?;
        Ok(())
    }

    /// The last call of a visit led to nothing: its lane keeps its turn.
    pub fn drop_turn(&self, visit: &Visit) -> Result<(), StoreError> {
        self.run("DELETE FROM turn WHERE id = (SELECT max(id) FROM turn WHERE visit = ?1)", [visit.id])?;
        Ok(())
    }

    /// The lanes of today's last calls, the newest last; calls out of turn are left out.
    pub fn recent_lanes(&self, most: usize) -> Result<Vec<Lane>, StoreError> {
        recent_lanes(&self.transaction, self.sign.day(), most)
    }

    /// A visit that had ended goes on: how and when it had ended stays known, and with what it had been helped.
    pub fn add_return(&self, ended: &Visit, now: &Visit) -> Result<(), StoreError> {
        let (why, from) = match ended.stage {
            Stage::Left { why, from, .. } => (Some(why), Some(from)),
            _ => (None, None),
        };
        self.run(
            "INSERT INTO visit_return (visit, ended, ended_at, ended_station, ended_by, left_why, left_from, at, station,
                 volunteer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                ended.id,
                ended.stage.kind(),
                ended.stage.since(),
                ended.stage.station(),
                ended.stage.by(),
                why,
                from,
                now.stage.since(),
                self.sign.station,
                self.sign.by
            ],
        )?;
        self.run(
            "INSERT INTO return_assist (visit_return, assist, procedure, quantity, how, channel, paid, outcome, reason,
                 volunteer, station, come_back)
             SELECT ?2, id, procedure, quantity, how, channel, paid, outcome, reason, volunteer, station, come_back
             FROM assist WHERE visit = ?1",
            params![ended.id, self.transaction.last_insert_rowid()],
        )?;
        Ok(())
    }

    pub(super) fn open_period(&self, visit: &Visit, kind: StageKind) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO period (visit, kind, from_at, station, volunteer) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![visit.id, kind, visit.stage.since(), visit.stage.station(), visit.stage.by()],
        )?;
        Ok(())
    }

    pub(super) fn close_period(&self, visit: VisitId, until: Stamp) -> Result<(), StoreError> {
        self.run(
            "UPDATE period SET until_at = ?2 WHERE visit = ?1 AND until_at IS NULL",
            params![visit, until],
        )?;
        Ok(())
    }
}

/// Where a visit stayed, from when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The station that had it; `None` while it waited.
    pub station: Option<StationNo>,
    pub from: Stamp,
    /// Its end; `None` while it lasts.
    pub until: Option<Stamp>,
}

impl Store {
    /// The lanes of a day's last calls, the newest last; calls out of turn are left out.
    pub fn recent_lanes(&self, day: Day, most: usize) -> Result<Vec<Lane>, StoreError> {
        recent_lanes(&self.connection, day, most)
    }

    /// A day's last calls, the newest first.
    pub fn last_turns(&self, day: Day, most: u32) -> Result<Vec<Turn>, StoreError> {
        self.rows(
            "SELECT visit.series, visit.number, turn.lane, turn.out_of_turn
             FROM turn JOIN visit ON visit.id = turn.visit WHERE turn.at / 86400 = ?1 ORDER BY turn.id DESC LIMIT ?2",
            params![journal::number(day), most],
            |row| Ok(Turn { ticket: visits::ticket(row)?, lane: row.get(2)?, out: row.get(3)? }),
        )
    }

    /// The lanes of the last calls of a day before a moment of it, the newest last; calls out of turn are left out.
    pub fn lanes_before(&self, at: Stamp, most: usize) -> Result<Vec<Lane>, StoreError> {
        lanes_before(&self.connection, at.day(), at, most)
    }

    /// Where a visit was from when to when, in their order.
    pub fn stays(&self, visit: VisitId) -> Result<Vec<Stay>, StoreError> {
        self.rows(
            "SELECT station, from_at, until_at FROM period WHERE visit = ?1 ORDER BY id",
            [visit],
            |row| Ok(Stay { station: row.get(0)?, from: row.get(1)?, until: row.get(2)? }),
        )
    }

    /// The visits that waited at a moment, of that day's numbers, as they waited then.
    pub fn waiting_at(&self, at: Stamp) -> Result<Vec<Visit>, StoreError> {
        let sql = format!(
            "SELECT {}, {}, period.from_at FROM visit CROSS JOIN period ON period.visit = visit.id
             WHERE visit.day = ?1 AND period.kind = 'waiting'
                 AND period.from_at <= ?2 AND (period.until_at IS NULL OR period.until_at >= ?2)",
            visits::COLUMNS,
            visits::STANDING
        );
        self.rows(&sql, params![at.day(), at], |row| {
            let since = row.get(visits::WHOLE_WIDTH)?;
            let mut visit = visits::read_whole(row)?;
            visit.stage = Stage::Waiting { since };
            if visit.standing.returned.is_some_and(|returned| returned > at) {
                // It got another place when it returned.
                visit.standing =
                    Standing { returned: None, place: Position::at(visit.arrived), ..visit.standing };
            }
            Ok(visit)
        })
    }

    /// The calls of a span that went before the order of the queue.
    pub(super) fn out_of_turn_in(&self, span: Span) -> Result<Vec<(Stamp, OutOfTurn)>, StoreError> {
        self.rows(
            "SELECT at, out_of_turn FROM turn
             WHERE at / 86400 BETWEEN ?1 AND ?2 AND out_of_turn IS NOT NULL ORDER BY id",
            params![journal::number(span.from), journal::number(span.until)],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// How long visits were being served, in seconds: all stretches of a visit together, those that nobody watched left
    /// out.
    pub fn served_seconds(&self, visits: &[VisitId]) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT sum(until_at - from_at) FROM period INDEXED BY period_serving
             WHERE visit = ?1 AND kind = 'serving'",
        )?;
        let mut seconds = Vec::with_capacity(visits.len());
        for visit in visits {
            let served: Option<i64> = statement.query_row([visit], |row| row.get(0))?;
            seconds.extend(served.filter(|served| *served <= LONGEST));
        }
        Ok(seconds)
    }

    /// The visits that were finished last before a day, at most `most`.
    pub fn finished_before(&self, day: Day, most: u32) -> Result<Vec<VisitId>, StoreError> {
        self.rows(
            "SELECT id FROM visit NOT INDEXED WHERE stage = 'done' AND day < ?1 ORDER BY id DESC LIMIT ?2",
            rusqlite::params![day, most],
            |row| row.get(0),
        )
    }
}

fn recent_lanes(connection: &Connection, day: Day, most: usize) -> Result<Vec<Lane>, StoreError> {
    lanes_before(connection, day, day.plus_days(1).start(), most)
}

fn lanes_before(
    connection: &Connection,
    day: Day,
    before: Stamp,
    most: usize,
) -> Result<Vec<Lane>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT lane FROM turn WHERE at / 86400 = ?1 AND at < ?2 AND out_of_turn IS NULL ORDER BY id DESC LIMIT ?3",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![journal::number(day), before, most], |row| row.get(0))?;
    let mut lanes: Vec<Lane> = rows.collect::<rusqlite::Result<_>>()?;
    lanes.reverse();
    Ok(lanes)
}
