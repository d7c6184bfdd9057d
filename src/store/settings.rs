//! What the office has set for its papers and its desk, and the lists of names of its own: its hamlets and its reasons. A
//! name is retired, never removed: old tallies say it.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, StoreError, Write};
use crate::domain::assist::OutcomeKind;
use crate::domain::deadline::OfficeDays;
use crate::domain::queue::QueueRules;
use crate::domain::reason::OwnReason;
use crate::domain::wait::USUAL_LIMIT;
use crate::domain::{Hamlet, HamletId, Letterhead, Office, ReasonId, Reasons, StuckReason, Targets};

const LETTERHEAD: &str = "letterhead";
const TARGETS: &str = "targets";
const WAIT_LIMIT: &str = "wait_limit";
const OFFICE_DAYS: &str = "office-days";
const HIDDEN_REASONS: &str = "hidden-reasons";
const QUEUE: &str = "queue";

/// Such a list: its table, which rows of it, and what a new row has besides its name.
struct List {
    table: &'static str,
    only: &'static str,
    column: &'static str,
    value: &'static str,
}

const HAMLETS: List = List { table: "hamlet", only: "TRUE", column: "", value: "" };
const REASONS: List =
    List { table: "reason", only: "outcome = 'stuck'", column: "outcome, ", value: "'stuck', " };
const PLACES: List =
    List { table: "reason", only: "outcome = 'referred'", column: "outcome, ", value: "'referred', " };

/// The list of the office's own words for how something ended.
const fn words(of: OutcomeKind) -> &'static List {
    if matches!(of, OutcomeKind::Referred) { &PLACES } else { &REASONS }
}

impl Write<'_> {
    /// Keeps the office.
    pub fn keep_office(&self, office: &Office) -> Result<(), StoreError> {
        for (key, value) in [("office", &office.name), ("commune", &office.commune), ("team", &office.team)] {
            self.keep_setting(key, value)?;
        }
        Ok(())
    }

    /// Keeps the words of the office's papers.
    pub fn keep_letterhead(&self, letterhead: &Letterhead) -> Result<(), StoreError> {
        self.keep_json(LETTERHEAD, letterhead)
    }

    /// Keeps the targets.
    pub fn keep_targets(&self, targets: &Targets) -> Result<(), StoreError> {
        self.keep_json(TARGETS, targets)
    }

    /// Keeps how long a party may wait, in minutes.
    pub fn keep_wait_limit(&self, minutes: u16) -> Result<(), StoreError> {
        self.keep_setting(WAIT_LIMIT, &minutes.to_string())
    }

    /// Keeps the days on which the office works.
    pub fn office_days(&self) -> Result<OfficeDays, StoreError> {
        json(&self.transaction, OFFICE_DAYS)
    }

    pub fn keep_office_days(&self, days: &OfficeDays) -> Result<(), StoreError> {
        self.keep_json(OFFICE_DAYS, days)
    }

    /// Keeps which fixed reasons are not offered.
    pub fn keep_hidden_reasons(&self, hidden: &[StuckReason]) -> Result<(), StoreError> {
        self.keep_json(HIDDEN_REASONS, &hidden)
    }

    /// Which fixed reasons are not offered.
    pub fn hidden_reasons(&self) -> Result<Vec<StuckReason>, StoreError> {
        hidden_reasons(&self.transaction)
    }

    /// Keeps the rules of the queue.
    pub fn keep_queue_rules(&self, rules: &QueueRules) -> Result<(), StoreError> {
        self.keep_json(QUEUE, rules)
    }

    /// The rules of the queue as they are while this is written.
    pub fn queue_rules(&self) -> Result<QueueRules, StoreError> {
        json(&self.transaction, QUEUE)
    }

    pub(super) fn keep_json(&self, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let text = serde_json::to_string(value).map_err(StoreError::other)?;
        self.keep_setting(key, &text)
    }

    fn keep_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let changed = self.run("UPDATE setting SET value = ?2 WHERE key = ?1", params![key, value])?;
        if changed == 0 {
            self.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", params![key, value])?;
        }
        Ok(())
    }

    /// Makes the list of hamlets these, in this order of first mention; those that are no longer among them keep their
    /// names in old tallies and are not offered any more.
    pub fn keep_hamlets(&self, names: &[String]) -> Result<(), StoreError> {
        self.keep_list(&HAMLETS, names)
    }

    /// The same of the office's own reasons, or places.
    pub fn keep_reasons(&self, of: OutcomeKind, names: &[String]) -> Result<(), StoreError> {
        self.keep_list(words(of), names)
    }

    /// The place of the office's own that has this name; entered, or offered again, where need be.
    pub fn place_named(&self, name: &str) -> Result<ReasonId, StoreError> {
        self.offer_name(&PLACES, name)?;
        let mut statement = self
            .transaction
            .prepare_cached("SELECT id FROM reason WHERE outcome = 'referred' AND name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0))?)
    }

    /// Whether there is such a hamlet.
    pub fn knows_hamlet(&self, hamlet: HamletId) -> Result<bool, StoreError> {
        self.is_listed(&HAMLETS, hamlet.0)
    }

    /// Whether the office has, or once had, such a reason, or such a place.
    pub fn knows_reason(&self, of: OutcomeKind, reason: ReasonId) -> Result<bool, StoreError> {
        self.is_listed(words(of), reason.0)
    }

    fn keep_list(&self, list: &List, names: &[String]) -> Result<(), StoreError> {
        let List { table, only, .. } = list;
        self.run(&format!("UPDATE {table} SET active = 0 WHERE active = 1 AND {only}"), [])?;
        names.iter().try_for_each(|name| self.offer_name(list, name))
    }

    fn offer_name(&self, list: &List, name: &str) -> Result<(), StoreError> {
        let List { table, only, column, value } = list;
        let sql = format!("UPDATE {table} SET active = 1 WHERE name = ?1 AND {only}");
        if self.run(&sql, params![name])? == 0 {
            let sql = format!("INSERT INTO {table} ({column}name, active) VALUES ({value}?1, 1)");
            self.run(&sql, params![name])?;
        }
        Ok(())
    }

    fn is_listed(&self, list: &List, id: i64) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1 AND {}", list.table, list.only);
        Ok(self.transaction.prepare_cached(&sql)?.exists([id])?)
    }
}

impl Store {
    /// The office; `None` before the first start's form was filled in.
    pub fn office(&self) -> Result<Option<Office>, StoreError> {
        let Some(name) = self.setting("office")? else { return Ok(None) };
        let (commune, team) = (self.setting("commune")?, self.setting("team")?);
        Ok(Some(Office { name, commune: commune.unwrap_or_default(), team: team.unwrap_or_default() }))
    }

    /// The words of the office's papers; empty ones before they were set.
    pub fn letterhead(&self) -> Result<Letterhead, StoreError> {
        self.json(LETTERHEAD)
    }

    /// The targets; none before they were set.
    pub fn targets(&self) -> Result<Targets, StoreError> {
        self.json(TARGETS)
    }

    /// How long a party may wait, in minutes, 0 being no limit; what is usual before it was set.
    pub fn wait_limit(&self) -> Result<u16, StoreError> {
        Ok(self.setting(WAIT_LIMIT)?.and_then(|text| text.parse().ok()).unwrap_or(USUAL_LIMIT))
    }

    /// The days on which the office works; Monday to Friday before they were set.
    pub fn office_days(&self) -> Result<OfficeDays, StoreError> {
        self.json(OFFICE_DAYS)
    }

    /// Which reasons the office offers.
    pub fn reasons(&self) -> Result<Reasons, StoreError> {
        Ok(Reasons { own: self.own_reasons()?, hidden: hidden_reasons(&self.connection)? })
    }

    /// The rules of the queue; the usual ones before they were set.
    pub fn queue_rules(&self) -> Result<QueueRules, StoreError> {
        self.json(QUEUE)
    }

    /// By which a copy of this file is known.
    pub fn file_mark(&self) -> Result<String, StoreError> {
        Ok(self.setting("file")?.unwrap_or_default())
    }

    fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        setting(&self.connection, key)
    }

    pub(super) fn json<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, StoreError> {
        json(&self.connection, key)
    }

    /// Every hamlet there ever was, in the order in which they were entered.
    pub fn hamlets(&self) -> Result<Vec<Hamlet>, StoreError> {
        self.rows("SELECT id, name, active FROM hamlet ORDER BY id", [], |row| {
            Ok(Hamlet { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? })
        })
    }

    /// Every reason and place of the office's own there ever was, in the order in which they were entered.
    pub fn own_reasons(&self) -> Result<Vec<OwnReason>, StoreError> {
        self.rows("SELECT id, outcome, name, active FROM reason ORDER BY id", [], |row| {
            Ok(OwnReason { id: row.get(0)?, of: row.get(1)?, name: row.get(2)?, active: row.get(3)? })
        })
    }
}

pub(super) fn setting(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

fn json<T: DeserializeOwned + Default>(connection: &Connection, key: &str) -> Result<T, StoreError> {
    let Some(text) = setting(connection, key)? else { return Ok(T::default()) };
    serde_json::from_str(&text).map_err(|error| StoreError::other(format!("{key}: {error}")))
}

/// What a newer program hid under a code that is not known here was never offered here.
fn hidden_reasons(connection: &Connection) -> Result<Vec<StuckReason>, StoreError> {
    let codes: Vec<String> = json(connection, HIDDEN_REASONS)?;
    Ok(codes.iter().filter_map(|code| StuckReason::fixed(code)).collect())
}
