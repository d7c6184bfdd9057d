//! The desk's settings that belong to its papers.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, StoreError, Write};
use crate::domain::deadline::OfficeDays;
use crate::domain::queue::QueueRules;
use crate::domain::wait::USUAL_LIMIT;
use crate::domain::{Letterhead, Office, Reasons, StuckReason, Targets};

const LETTERHEAD: &str = "letterhead";
const TARGETS: &str = "targets";
const WAIT_LIMIT: &str = "wait_limit";
const OFFICE_DAYS: &str = "office-days";
const HIDDEN_REASONS: &str = "hidden-reasons";
const QUEUE: &str = "queue";

impl Write<'_> {
    /// Keeps the office.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office(&self, office: &Office) -> Result<(), StoreError> {
        for (key, value) in [("office", &office.name), ("commune", &office.commune), ("team", &office.team)] {
            self.keep_setting(key, value)?;
        }
        Ok(())
    }

    /// Keeps the words of the office's papers.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_letterhead(&self, letterhead: &Letterhead) -> Result<(), StoreError> {
        self.keep_json(LETTERHEAD, letterhead)
    }

    /// Keeps the targets.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_targets(&self, targets: &Targets) -> Result<(), StoreError> {
        self.keep_json(TARGETS, targets)
    }

    /// Keeps how long a party may wait, in minutes.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_wait_limit(&self, minutes: u16) -> Result<(), StoreError> {
        self.keep_setting(WAIT_LIMIT, &minutes.to_string())
    }

    /// Keeps the days on which the office works.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office_days(&self, days: &OfficeDays) -> Result<(), StoreError> {
        self.keep_json(OFFICE_DAYS, days)
    }

    /// Keeps which fixed reasons are not offered.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_hidden_reasons(&self, hidden: &[StuckReason]) -> Result<(), StoreError> {
        self.keep_json(HIDDEN_REASONS, &hidden)
    }

    /// Which fixed reasons are not offered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hidden_reasons(&self) -> Result<Vec<StuckReason>, StoreError> {
        hidden_reasons(&self.transaction)
    }

    /// Keeps the rules of the queue.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_queue_rules(&self, rules: &QueueRules) -> Result<(), StoreError> {
        self.keep_json(QUEUE, rules)
    }

    /// The rules of the queue as they are while this is written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn queue_rules(&self) -> Result<QueueRules, StoreError> {
        json(&self.transaction, QUEUE)
    }

    fn keep_json(&self, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let text = serde_json::to_string(value).map_err(|error| StoreError::Other(error.to_string()))?;
        self.keep_setting(key, &text)
    }

    fn keep_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let changed = self.run("UPDATE setting SET value = ?2 WHERE key = ?1", params![key, value])?;
        if changed == 0 {
            self.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", params![key, value])?;
        }
        Ok(())
    }
}

impl Store {
    /// The office; `None` before the first start's form was filled in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office(&self) -> Result<Option<Office>, StoreError> {
        let Some(name) = self.setting("office")? else { return Ok(None) };
        let (commune, team) = (self.setting("commune")?, self.setting("team")?);
        Ok(Some(Office { name, commune: commune.unwrap_or_default(), team: team.unwrap_or_default() }))
    }

    /// The words of the office's papers; empty ones before they were set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn letterhead(&self) -> Result<Letterhead, StoreError> {
        self.json(LETTERHEAD)
    }

    /// The targets; none before they were set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn targets(&self) -> Result<Targets, StoreError> {
        self.json(TARGETS)
    }

    /// How long a party may wait, in minutes, 0 being no limit; what is usual before it was set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn wait_limit(&self) -> Result<u16, StoreError> {
        Ok(self.setting(WAIT_LIMIT)?.and_then(|text| text.parse().ok()).unwrap_or(USUAL_LIMIT))
    }

    /// The days on which the office works; Monday to Friday before they were set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office_days(&self) -> Result<OfficeDays, StoreError> {
        self.json(OFFICE_DAYS)
    }

    /// Which reasons the office offers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reasons(&self) -> Result<Reasons, StoreError> {
        Ok(Reasons { own: self.own_reasons()?, hidden: hidden_reasons(&self.connection)? })
    }

    /// The rules of the queue; the usual ones before they were set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn queue_rules(&self) -> Result<QueueRules, StoreError> {
        self.json(QUEUE)
    }

    /// By which a copy of this file is known. Empty in a file that an older program made and this one only reads.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn file_mark(&self) -> Result<String, StoreError> {
        Ok(self.setting("file")?.unwrap_or_default())
    }

    fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        setting(&self.connection, key)
    }

    fn json<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, StoreError> {
        json(&self.connection, key)
    }
}

fn setting(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

fn json<T: DeserializeOwned + Default>(connection: &Connection, key: &str) -> Result<T, StoreError> {
    let Some(text) = setting(connection, key)? else { return Ok(T::default()) };
    serde_json::from_str(&text).map_err(|error| StoreError::Other(format!("{key}: {error}")))
}

/// What a newer program hid under a code that is not known here was never offered here.
fn hidden_reasons(connection: &Connection) -> Result<Vec<StuckReason>, StoreError> {
    let codes: Vec<String> = json(connection, HIDDEN_REASONS)?;
    Ok(codes.iter().filter_map(|code| StuckReason::fixed(code)).collect())
}
