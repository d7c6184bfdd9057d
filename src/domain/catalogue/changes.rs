//! What a set of entries would change in a catalogue, field by field: the preview of an import and of an edit.

use toml::Value;

use super::Catalogue;
use crate::domain::{Code, Day, Procedure};

/// A key of an entry whose value differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// The key as the TOML writes it, with its language where it has one: `name.vi`, `valid_until`. Of a list, with the
    /// line from 1: `steps.vi[3]`.
    pub key: String,
    /// The value as it is; `None` where the key is not there.
    pub old: Option<Value>,
    /// The value as it would be; `None` where the key would go.
    pub new: Option<Value>,
}

/// What becomes of one entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The catalogue does not have it yet.
    Added(Box<Procedure>),
    /// It differs only in that it ends, or ends earlier than it did; with its successor, where it gets another one.
    Retired {
        /// Its code.
        code: Code,
        /// The last day on which it is offered.
        last: Day,
        /// What takes its place.
        by: Option<Code>,
    },
    /// It differs.
    Changed {
        /// Its code.
        code: Code,
        /// In what, in the order of the keys.
        what: Vec<Differing>,
    },
}

impl Change {
    /// The entry that it is about.
    pub fn code(&self) -> &Code {
        match self {
            Self::Added(entry) => &entry.code,
            Self::Retired { code, .. } | Self::Changed { code, .. } => code,
        }
    }
}

/// What these entries would change, in their order; those that are as they are in the catalogue are left out.
pub fn changes(catalogue: &Catalogue, entries: &[Procedure]) -> Vec<Change> {
    entries.iter().filter_map(|entry| change(catalogue.get(&entry.code), entry)).collect()
}

/// What would become of one entry; `None` when it stays as it is.
fn change(old: Option<&Procedure>, new: &Procedure) -> Option<Change> {
    let Some(old) = old else { return Some(Change::Added(Box::new(new.clone()))) };
    if old == new {
        return None;
    }
    let only_ends =
        Procedure { valid_until: old.valid_until, replaced_by: old.replaced_by.clone(), ..new.clone() }
            == *old;
    if let Some(last) = new.valid_until
        && only_ends
        && old.valid_until.is_none_or(|before| last < before)
    {
        return Some(Change::Retired { code: new.code.clone(), last, by: new.replaced_by.clone() });
    }
    Some(Change::Changed { code: new.code.clone(), what: differing(old, new) })
}

/// The keys in which two versions of an entry differ.
pub fn differing(old: &Procedure, new: &Procedure) -> Vec<Differing> {
    let (old, new) = (super::writing::keys(old), super::writing::keys(new));
    let value = |of: &[(String, Value)], key: &str| {
        of.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    let mut keys: Vec<&String> = old.iter().map(|(key, _)| key).collect();
    keys.extend(new.iter().map(|(key, _)| key).filter(|key| !old.iter().any(|(known, _)| known == *key)));
    let apart = |key: &String| match (value(&old, key), value(&new, key)) {
        // Line by line: of twenty steps one has changed.
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            let line = |at: usize| (format!("{key}[{}]", at + 1), old.get(at).cloned(), new.get(at).cloned());
            (0..old.len().max(new.len())).map(line).collect()
        }
        (old, new) => vec![(key.clone(), old, new)],
    };
    keys.into_iter()
        .flat_map(apart)
        .filter(|(_, old, new)| old != new)
        .map(|(key, old, new)| Differing { key, old, new })
        .collect()
}
