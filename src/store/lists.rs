//! Lists of names of the office's own: its hamlets and its reasons. A name is retired, never removed: old tallies say it.

use rusqlite::params;

use super::{Store, StoreError, Write};
use crate::domain::reason::OwnReason;
use crate::domain::{Hamlet, HamletId, ReasonId};

/// Such a list, by its table.
#[derive(Clone, Copy, Debug)]
enum List {
    Hamlets,
    Reasons,
}

impl List {
    const fn table(self) -> &'static str {
        match self {
            Self::Hamlets => "hamlet",
            Self::Reasons => "reason",
        }
    }
}

impl Write<'_> {
    /// Makes the list of hamlets these, in this order of first mention; those that are no longer among them keep their
    /// names in old tallies and are not offered any more.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_hamlets(&self, names: &[String]) -> Result<(), StoreError> {
        self.keep_list(List::Hamlets, names)
    }

    /// The same of the office's own reasons.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_reasons(&self, names: &[String]) -> Result<(), StoreError> {
        self.keep_list(List::Reasons, names)
    }

    /// Whether there is such a hamlet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_hamlet(&self, hamlet: HamletId) -> Result<bool, StoreError> {
        self.is_listed(List::Hamlets, hamlet.0)
    }

    /// Whether the office has, or once had, such a reason.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_reason(&self, reason: ReasonId) -> Result<bool, StoreError> {
        self.is_listed(List::Reasons, reason.0)
    }

    fn keep_list(&self, list: List, names: &[String]) -> Result<(), StoreError> {
        let table = list.table();
        self.run(&format!("UPDATE {table} SET active = 0 WHERE active = 1"), [])?;
        for name in names {
            let known = self.run(&format!("UPDATE {table} SET active = 1 WHERE name = ?1"), params![name])?;
            if known == 0 {
                self.run(&format!("INSERT INTO {table} (name, active) VALUES (?1, 1)"), params![name])?;
            }
        }
        Ok(())
    }

    fn is_listed(&self, list: List, id: i64) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", list.table());
        Ok(self.transaction.prepare_cached(&sql)?.exists([id])?)
    }
}

impl Store {
    /// Every hamlet there ever was, in the order in which they were entered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hamlets(&self) -> Result<Vec<Hamlet>, StoreError> {
        self.list(List::Hamlets, |id, name, active| Hamlet { id: HamletId(id), name, active })
    }

    /// Every reason of the office's own there ever was, in the order in which they were entered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_reasons(&self) -> Result<Vec<OwnReason>, StoreError> {
        self.list(List::Reasons, |id, name, active| OwnReason { id: ReasonId(id), name, active })
    }

    fn list<T>(&self, list: List, made: impl Fn(i64, String, bool) -> T) -> Result<Vec<T>, StoreError> {
        let sql = format!("SELECT id, name, active FROM {} ORDER BY id", list.table());
        self.rows(&sql, [], |row| Ok(made(row.get(0)?, row.get(1)?, row.get(2)?)))
    }
}
