//! The leaders' PIN: its hash, and how often somebody has typed a wrong one. Its row has no images: no undo brings a PIN back,
//! and the hash stands in the one place.

use rusqlite::{OptionalExtension, params};

use super::write::Fate;
use super::{Signature, Store, StoreError};
use crate::domain::pin::{Hash, Salt};
use crate::domain::{EntryId, Op, Stamp};

/// The PIN as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPin {
    pub salt: Salt,
    pub hash: Hash,
    /// How many wrong ones were typed since the right one was.
    pub tries: u32,
    /// When the last wrong one was.
    pub tried: Option<Stamp>,
}

impl Store {
    /// Whether the desk's leaders have a PIN.
    pub fn has_pin(&self) -> Result<bool, StoreError> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM leader_pin")?.exists([])?)
    }

    pub fn pin(&self) -> Result<Option<KeptPin>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT salt, hash, tries, tried FROM leader_pin")?;
        let found = statement.query_row([], |row| {
            Ok(KeptPin { salt: row.get(0)?, hash: row.get(1)?, tries: row.get(2)?, tried: row.get(3)? })
        });
        Ok(found.optional()?)
    }

    /// Bytes that nobody can guess, for a new PIN.
    pub fn new_salt(&self) -> Result<Salt, StoreError> {
        Ok(self.connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?)
    }

    /// Keeps a new PIN, whatever there was.
    pub fn keep_pin(
        &mut self,
        sign: Signature,
        salt: &Salt,
        hash: &Hash,
    ) -> Result<(EntryId, Op), StoreError> {
        self.pin_entry(
            sign,
            Op::PinSet,
            "INSERT INTO leader_pin (id, salt, hash) VALUES (1, ?1, ?2)
             ON CONFLICT (id) DO UPDATE SET salt = ?1, hash = ?2, tries = 0, tried = NULL",
            params![salt, hash],
        )
    }

    pub fn drop_pin(&mut self, sign: Signature) -> Result<(EntryId, Op), StoreError> {
        self.pin_entry(sign, Op::PinDropped, "DELETE FROM leader_pin", [])
    }

    /// The right PIN was said.
    pub fn pin_said(&mut self, sign: Signature) -> Result<(EntryId, Op), StoreError> {
        self.pin_entry(sign, Op::PinSaid, "UPDATE leader_pin SET tries = 0, tried = NULL", [])
    }

    /// A wrong one was.
    pub fn pin_missed(&mut self, sign: Signature) -> Result<(EntryId, Op), StoreError> {
        let now = sign.at;
        let sql = "UPDATE leader_pin SET tries = tries + 1, tried = ?1";
        self.pin_entry(sign, Op::PinMissed, sql, [now])
    }

    fn pin_entry(
        &mut self,
        sign: Signature,
        op: Op,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<(EntryId, Op), StoreError> {
        let (entry, op, ()) = self.enter(sign, |write| {
            write.run(sql, values)?;
            Ok::<_, StoreError>((op, Fate::Fixed(None), ()))
        })?;
        Ok((entry, op))
    }
}
