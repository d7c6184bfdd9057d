//! The journal: who did what and when.

use std::fmt;

use rusqlite::params;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{Store, StoreError, Write};
use crate::domain::{Day, EntryId, Op, Stamp, StationNo, Ticket, VolunteerId};

/// An entry of the journal, as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identity; later entries have larger ones.
    pub id: EntryId,
    pub at: Stamp,
    pub station: StationNo,
    /// Who; `None` before anybody was on duty.
    pub by: Option<VolunteerId>,
    pub op: Op,
    /// Whether it was undone.
    pub is_undone: bool,
}

impl Store {
    /// The entries of a day, the newest first, at most `most`.
    pub fn journal_of_day(&self, day: Day, most: u32) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, at, station, volunteer, op, state FROM journal_run AS run CROSS JOIN journal
             ON id >= run.first AND id < coalesce(
                 (SELECT min(later.first) FROM journal_run AS later WHERE later.first > run.first), id + 1)
             WHERE run.day = ?1 ORDER BY id DESC LIMIT ?2",
        )?;
        entries(statement.query(params![number(day), most])?)
    }

    /// What was corrected of the number of a day, on whichever day.
    pub fn corrections(&self, day: Day, ticket: Ticket) -> Result<Vec<Entry>, StoreError> {
        let all = self.corrections_since(day.start())?;
        let is_its = |entry: &Entry| match entry.op {
            Op::Corrected { ticket: of, day: on, .. } => (of, on.unwrap_or(entry.at.day())) == (ticket, day),
            _ => false,
        };
        Ok(all.into_iter().filter(is_its).collect())
    }

    /// What was corrected since a moment, whatever it was about.
    pub fn corrections_since(&self, at: Stamp) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, at, station, volunteer, op, state FROM journal INDEXED BY journal_corrected
             WHERE op ->> 0 = 'corrected' AND at >= ?1 ORDER BY id",
        )?;
        entries(statement.query([at])?)
    }

    /// When an entry was written; `None` when there is no such entry.
    pub fn entry_at(&self, entry: i64) -> Result<Option<Stamp>, StoreError> {
        let mut one = self.connection.prepare_cached("SELECT at FROM journal WHERE id = ?1")?;
        let mut rows = one.query([entry])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    /// The last entry: who wrote, and when.
    pub fn last_entry(&self) -> Result<Option<(EntryId, StationNo, Stamp)>, StoreError> {
        let last = "SELECT id, station, at FROM journal ORDER BY id DESC LIMIT 1";
        let mut last = self.connection.prepare_cached(last)?;
        let mut rows = last.query([])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get(0)?, row.get(1)?, row.get(2)?)))
    }
}

fn entries(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Entry>, StoreError> {
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(entry(row)?);
    }
    Ok(entries)
}

/// An entry, from its columns but for the target.
fn entry(row: &rusqlite::Row<'_>) -> Result<Entry, StoreError> {
    let state: Option<String> = row.get(5)?;
    Ok(Entry {
        id: row.get(0)?,
        at: row.get(1)?,
        station: row.get(2)?,
        by: row.get(3)?,
        op: parse(&row.get::<_, String>(4)?)?,
        is_undone: matches!(state.as_deref(), Some("undone" | "buried")),
    })
}

/// A day as the journal counts it.
pub(super) fn number(day: Day) -> i64 {
    day.start().seconds().div_euclid(86_400)
}

/// The day of such a number.
pub(super) fn day(number: i64) -> Day {
    Stamp::from_seconds(number.saturating_mul(86_400)).day()
}

impl Write<'_> {
    /// What was done before today is done for good: no undo reaches it, so its images go.
    pub fn forget_days_before(&self) -> Result<(), StoreError> {
        let today = number(self.sign.day());
        self.run(
            "DELETE FROM journal_row
             WHERE entry < coalesce((SELECT min(first) FROM journal_run WHERE day >= ?1), ?2)",
            params![today, self.entry],
        )?;
        self.run(
            "UPDATE journal SET state = CASE state WHEN 'undone' THEN 'buried' END
             WHERE (state = 'done' OR state = 'undone') AND at / 86400 < ?1",
            [today],
        )?;
        Ok(())
    }
}

/// An operation as it stands in the journal: an array, its code first, then its facts in their order.
pub(super) fn written(op: &Op) -> Result<String, StoreError> {
    let named = serde_json::to_string(op).map_err(StoreError::other)?;
    // One without facts is its code alone.
    let Some((code, facts)) = named.strip_prefix('{').and_then(|one| one.strip_suffix('}')?.split_once(':'))
    else {
        return Ok(format!("[{named}]"));
    };
    let Facts(facts) = serde_json::from_str(facts).map_err(StoreError::other)?;
    Ok(facts.into_iter().fold(format!("[{code}"), |text, fact| text + "," + &fact.to_string()) + "]")
}

/// The values of an object in the order in which they are written.
struct Facts(Vec<serde_json::Value>);

impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Facts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
                let mut facts = Vec::new();
                while let Some((IgnoredAny, fact)) = map.next_entry()? {
                    facts.push(fact);
                }
                Ok(Facts(facts))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// The code of an operation as it stands in the journal.
pub(super) fn code(op: &str) -> Option<&str> {
    Some(op.strip_prefix("[\"")?.split_once('"')?.0)
}

pub(super) fn parse(op: &str) -> Result<Op, StoreError> {
    named(op).and_then(|named| serde_json::from_str(&named).ok()).ok_or_else(|| StoreError::UnknownValue {
        table: "journal",
        column: "op",
        value: op.chars().take(40).collect(),
    })
}

/// An operation of the journal as it is read: its facts under its code.
fn named(op: &str) -> Option<String> {
    let code = code(op)?;
    let facts = op.strip_prefix("[\"")?.strip_prefix(code)?.strip_prefix('"')?;
    match facts.strip_prefix(',') {
        Some(facts) => Some(format!("{{\"{code}\":[{facts}}}")),
        None => (facts == "]").then(|| format!("\"{code}\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::queue::OutOfTurn;
    use crate::domain::{AtOnce, Code, Outcome, StuckReason};

    #[test]
    fn an_operation_is_written_short_and_read_back() {
        let ticket = "A001".parse().unwrap();
        let procedure = Code::new("1.001193");
        let tick = Op::Ticked { ticket, procedure: procedure.clone(), step: 3 };
        let given = |at_once| Op::NumberGiven {
            ticket,
            needs: vec![procedure.clone()],
            persons: 2,
            priority: None,
            at_once,
        };
        let stuck = Outcome::Stuck(StuckReason::NoOtp);
        for (op, text) in [
            (Op::OfficeSet, r#"["office-set"]"#),
            (tick.clone(), r#"["ticked","A001","1.001193",3]"#),
            (given(None), r#"["number-given","A001",["1.001193"],2,null]"#),
            (Op::NotThere { ticket, next: None }, r#"["not-there","A001",null]"#),
        ] {
            assert_eq!(written(&op).unwrap(), text);
            assert_eq!(parse(text).unwrap(), op);
        }
        for op in [
            given(Some(AtOnce::OutOfTurn(OutOfTurn::Health))),
            Op::OutcomeSet { ticket, procedure, outcome: stuck },
            Op::Undone { of: Box::new(tick) },
        ] {
            assert_eq!(parse(&written(&op).unwrap()).unwrap(), op);
        }
    }
}
