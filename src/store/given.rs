//! Giving numbers: the next of a series, those that were given last as the journal tells it, what is picked from the
//! catalogue for them, and whether their slips came out of the printer.

use rusqlite::{Connection, OptionalExtension, params};

use super::write::Fate;
use super::{Signature, Store, StoreError, Write, journal, visits};
use crate::domain::queue::burst::{Given, is_lately};
use crate::domain::{
    Code, Day, Op, Series, SlipState, Stamp, StationNo, Ticket, Visit, VisitId, VolunteerId,
};

/// The highest number of a series in a day.
pub const LAST_NUMBER: u16 = 9_999;

impl Write<'_> {
    /// Draws the next number of a series today; `None` when the series has given its last.
    ///
    /// The counter never goes back: a number that was shown once is not given to somebody else that day.
    pub fn draw_ticket(&self, series: Series) -> Result<Option<Ticket>, StoreError> {
        let day = self.sign.day();
        let last: Option<u16> = self
            .transaction
            .prepare_cached("SELECT last FROM counter WHERE day = ?1 AND series = ?2")?
            .query_row(params![day, series], |row| row.get(0))
            .optional()?;
        let number = last.unwrap_or(0) + 1;
        if number > LAST_NUMBER {
            return Ok(None);
        }
        self.run(
            "INSERT INTO counter (day, series, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (day, series) DO UPDATE SET last = excluded.last",
            params![day, series, number],
        )?;
        Ok(Some(Ticket { series, number }))
    }

    /// The numbers that were given [lately](is_lately) at this station and still stand, the newest first, each with what
    /// was needed first. Whoever was helped on the spot is left out.
    pub fn given_lately(&self) -> Result<Vec<Given>, StoreError> {
        given_lately(&self.transaction, self.sign)
    }

    /// Notes, with the number itself, that a slip is to be printed: a console that ends before it has sent one leaves a
    /// number whose slip is known to be missing.
    pub fn ask_slip(&self, visit: VisitId) -> Result<(), StoreError> {
        // Whatever became of an earlier one, this one is not out yet.
        self.run(
            "INSERT INTO slip (id, state, at) VALUES (?1, 'sent', ?2)
             ON CONFLICT (id) DO UPDATE SET state = excluded.state, at = excluded.at",
            params![visit, self.sign.at],
        )?;
        Ok(())
    }
}

impl Store {
    /// The same, for somebody who only looks.
    pub fn given_lately(&self, sign: Signature) -> Result<Vec<Given>, StoreError> {
        given_lately(&self.connection, sign)
    }

    /// The last number that was given today at a station since a moment, and still stands.
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

    /// How often each code stands among the last 500 needs: what this desk usually picks.
    pub fn usual_needs(&self) -> Result<Vec<(Code, u32)>, StoreError> {
        self.rows(
            "SELECT procedure, count(*) FROM (SELECT procedure FROM need ORDER BY id DESC LIMIT 500)
             GROUP BY procedure",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// What a volunteer picked last, the last first, each once: when giving a number, or by hand while helping.
    ///
    /// The journal says who picked, and what was taken back. Of `most` entries; one names several codes at times.
    pub fn picked_last(&self, volunteer: VolunteerId, most: u32) -> Result<Vec<Code>, StoreError> {
        // The words of the index `journal_pick`, which has these entries alone.
        let ops: Vec<String> = self.rows(
            "SELECT op FROM journal INDEXED BY journal_pick
             WHERE volunteer = ?1 AND op ->> 0 IN ('number-given', 'assist-added')
                 AND (state IS NULL OR state = 'done')
             ORDER BY id DESC LIMIT ?2",
            params![volunteer, most],
            |row| row.get(0),
        )?;
        let mut codes: Vec<Code> = Vec::new();
        for op in ops {
            let picked = match journal::parse(&op)? {
                Op::NumberGiven { needs, .. } => needs,
                Op::AssistAdded { procedure, .. } => vec![procedure],
                _ => Vec::new(),
            };
            for code in picked {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        Ok(codes)
    }

    /// Enters that a slip is printed again. What is on paper is not taken back: no undo reaches this.
    pub fn ask_slip_again(&mut self, sign: Signature, visit: VisitId) -> Result<(), StoreError> {
        self.enter(sign, |write| {
            write.ask_slip(visit)?;
            Ok::<_, StoreError>((Op::SlipsSent { slips: 1 }, Fate::Fixed(None), ()))
        })?;
        Ok(())
    }

    /// Enters what became of slips, each with the moment at which its print job was made: a job that is older than what
    /// was asked for last says nothing about it. Says whether anything is other than it was; enters nothing if not.
    pub fn keep_slips(
        &mut self,
        sign: Signature,
        ended: &[(VisitId, SlipState, Stamp)],
    ) -> Result<bool, StoreError> {
        let mut ask = self
            .connection
            .prepare_cached("SELECT 1 FROM slip WHERE id = ?1 AND state <> ?2 AND at <= ?3")?;
        let mut news = Vec::new();
        for (visit, state, made) in ended {
            if ask.exists(params![visit, state, made])? {
                news.push((*visit, *state, *made));
            }
        }
        drop(ask);
        if news.is_empty() {
            return Ok(false);
        }
        let count = |of: SlipState| news.iter().filter(|(_, state, _)| *state == of).count();
        let op = Op::SlipsEnded { printed: count(SlipState::Printed), failed: count(SlipState::Failed) };
        self.enter(sign, |write| {
            for (visit, state, made) in &news {
                write.run(
                    "UPDATE slip SET state = ?2 WHERE id = ?1 AND state <> ?2 AND at <= ?3",
                    params![visit, state, made],
                )?;
            }
            Ok::<_, StoreError>((op, Fate::Fixed(None), ()))
        })?;
        Ok(true)
    }

    /// The slips that were asked for and are not known to be out, of the visits from `first` on.
    pub fn slips_missing(&self, first: VisitId) -> Result<Vec<(VisitId, SlipState)>, StoreError> {
        self.rows(
            "SELECT id, state FROM slip INDEXED BY slip_missing WHERE state <> 'printed' AND id >= ?1",
            [first],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
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
        "SELECT at, op FROM journal INDEXED BY journal_turn
         WHERE station = ?2 AND state = 'done' AND at / 86400 = ?1 ORDER BY id DESC",
    )?;
    let mut rows = statement.query(params![journal::number(day), station])?;
    while let Some(row) = rows.next()? {
        if !look(row.get(0)?, journal::parse(&row.get::<_, String>(1)?)?)? {
            break;
        }
    }
    Ok(())
}
