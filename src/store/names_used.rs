//! The names under which things were asked for and helped with.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError, Write};
use crate::domain::catalogue::{Catalogue, Field, NameUsed};
use crate::domain::{Code, Day};
use crate::lang::Both;

const COLUMNS: &str =
    "code, since, kind, field, series, field_vi, field_en, name_vi, name_en, short_vi, short_en";

const ADD: &str = "INSERT INTO name_used
     (code, since, kind, field, series, field_vi, field_en, name_vi, name_en, short_vi, short_en)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

impl Store {
    /// The names as they were last used up to the end of a day, at most one of a code, the oldest first.
    pub fn names_used_until(&self, last: Day) -> Result<Vec<NameUsed>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM name_used WHERE since <= ?1 ORDER BY since, id");
        let all = self.rows(&sql, [last], read)?;
        let newest: HashMap<Code, usize> =
            all.iter().enumerate().map(|(at, name)| (name.code.clone(), at)).collect();
        let is_newest = |(at, name): (usize, NameUsed)| (newest.get(&name.code) == Some(&at)).then_some(name);
        Ok(all.into_iter().enumerate().filter_map(is_newest).collect())
    }
}

impl Write<'_> {
    /// Notes that a code is used now under the name that it has in this catalogue. Writes nothing while the last use
    /// was under the same name.
    pub fn use_name(&self, catalogue: &Catalogue, code: &Code) -> Result<(), StoreError> {
        let Some(now) = NameUsed::of(catalogue, code, self.sign.day()) else { return Ok(()) };
        let sql = format!(
            "SELECT {COLUMNS} FROM name_used WHERE code = ?1 AND since <= ?2 ORDER BY since DESC, id DESC LIMIT 1"
        );
        let last =
            self.transaction.prepare_cached(&sql)?.query_row(params![code, now.since], read).optional()?;
        if !last.is_some_and(|last| last.says_the_same(&now)) {
            self.run(ADD, values(&now).as_slice())?;
        }
        Ok(())
    }

    /// Whether a code was ever asked for or helped with.
    pub fn is_used(&self, code: &Code) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM need WHERE procedure = ?1)
                       OR EXISTS (SELECT 1 FROM assist WHERE procedure = ?1)";
        Ok(self.transaction.prepare_cached(sql)?.query_row([code], |row| row.get(0))?)
    }
}

fn values(name: &NameUsed) -> [&dyn rusqlite::ToSql; 11] {
    [
        &name.code,
        &name.since,
        &name.kind,
        &name.field.id,
        &name.field.series,
        &name.field.name.vi,
        &name.field.name.en,
        &name.name.vi,
        &name.name.en,
        &name.short.vi,
        &name.short.en,
    ]
}

fn read(row: &Row<'_>) -> rusqlite::Result<NameUsed> {
    let both = |at: usize| Ok::<_, rusqlite::Error>(Both { vi: row.get(at)?, en: row.get(at + 1)? });
    Ok(NameUsed {
        code: row.get(0)?,
        since: row.get(1)?,
        kind: row.get(2)?,
        field: Field { id: row.get(3)?, series: row.get(4)?, name: both(5)? },
        name: both(7)?,
        short: both(9)?,
    })
}
