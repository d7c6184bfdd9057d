//! What was said of the time, and the days on which the PC's clock was wrong.

use rusqlite::params;

use super::write::{Fate, Stamps};
use super::{Signature, Store, StoreError, Write};
use crate::domain::clock::Said;
use crate::domain::{Day, EntryId, Op, Span};

impl Write<'_> {
    /// Marks the day of this entry: the PC's clock is wrong, and shows that.
    pub(super) fn doubt_day(&self, shown: crate::domain::Stamp) -> Result<(), StoreError> {
        let day = self.sign.day();
        if !self.transaction.prepare_cached("SELECT 1 FROM clock_doubt WHERE day = ?1")?.exists([day])? {
            self.run("INSERT INTO clock_doubt (day, shown) VALUES (?1, ?2)", params![day, shown])?;
        }
        Ok(())
    }
}

impl Store {
    /// What was said of the time last; `None` when the PC's clock counts by itself.
    pub fn said(&self) -> Result<Option<Said>, StoreError> {
        self.json(SAID)
    }

    /// Keeps what a person said the time is. It is the time of its entry, also where that lies before the one before it. No
    /// undo reaches it: it is said anew.
    pub fn say_time(&mut self, sign: Signature, said: Said) -> Result<(EntryId, Op), StoreError> {
        let sign = Signature { at: said.right, wrong_clock: None, ..sign };
        let (entry, op, ()) = self.enter_at(sign, Stamps::AsSaid, |write| {
            write.keep_json(SAID, &Some(said))?;
            Ok::<_, StoreError>((Op::TimeSaid { shown: said.shown }, Fate::Fixed(None), ()))
        })?;
        Ok((entry, op))
    }

    /// The PC's clock is right again, and what was said no longer counts. Enters nothing when nothing was said, as another
    /// console may have seen it first.
    pub fn forget_said(&mut self, sign: Signature) -> Result<(), StoreError> {
        if self.said()?.is_some() {
            self.enter(sign, |write| {
                write.keep_json(SAID, &None::<Said>)?;
                Ok::<_, StoreError>((Op::ClockRight, Fate::Fixed(None), ()))
            })?;
        }
        Ok(())
    }

    /// The days of a span on which something was stored while the PC's clock was wrong.
    pub fn doubted_days(&self, span: Span) -> Result<Vec<Day>, StoreError> {
        self.rows(
            "SELECT day FROM clock_doubt WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
            params![span.from, span.until],
            |row| row.get(0),
        )
    }
}

const SAID: &str = "time-said";
