//! The numbers that were given last at a station, as the journal tells it.

use rusqlite::{Connection, params};

use super::{Signature, Store, StoreError, Write, journal, visits};
use crate::domain::queue::burst::{Given, is_lately};
use crate::domain::{Day, Op, Stamp, StationNo, Visit};

impl Write<'_> {
    /// The numbers that were given [lately](is_lately) at this station and still stand, the newest first, each with what
    /// was needed first. Whoever was helped on the spot is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn given_lately(&self) -> Result<Vec<Given>, StoreError> {
        given_lately(&self.transaction, self.sign)
    }
}

impl Store {
    /// The same, for somebody who only looks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn given_lately(&self, sign: Signature) -> Result<Vec<Given>, StoreError> {
        given_lately(&self.connection, sign)
    }

    /// The last number that was given today at a station since a moment, and still stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_given(&self, sign: Signature, since: Stamp) -> Result<Option<Visit>, StoreError> {
        let mut found = None;
        newest_first(&self.connection, sign.day(), sign.station, |at, op| {
            if at < since {
                return Ok(false);
            }
            if let Op::NumberGiven { ticket, .. } | Op::OneParty { ticket, .. } = op {
                found = visits::of_number(&self.connection, sign.day(), ticket)?;
            }
            Ok(found.is_none())
        })?;
        Ok(found)
    }
}

fn given_lately(connection: &Connection, sign: Signature) -> Result<Vec<Given>, StoreError> {
    let mut found = Vec::new();
    newest_first(connection, sign.day(), sign.station, |at, op| {
        if !is_lately(at, sign.at) {
            return Ok(false);
        }
        if let Op::NumberGiven { ticket, mut needs, at_once: None, .. } = op
            && !needs.is_empty()
            && let Some(visit) = visits::of_number(connection, sign.day(), ticket)?
        {
            found.push(Given { visit, need: needs.swap_remove(0) });
        }
        Ok(true)
    })?;
    Ok(found)
}

/// Shows `look` the entries of a station that stand, the newest first, until it has seen enough. An index leads through
/// them in that order, so a day with many costs no more than one with few.
fn newest_first(
    connection: &Connection,
    day: Day,
    station: StationNo,
    mut look: impl FnMut(Stamp, Op) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at, op FROM journal WHERE day = ?1 AND station = ?2 AND state = 'done' ORDER BY id DESC",
    )?;
    let mut rows = statement.query(params![day, station])?;
    while let Some(row) = rows.next()? {
        if !look(row.get(0)?, journal::parse(&row.get::<_, String>(1)?)?)? {
            break;
        }
    }
    Ok(())
}
