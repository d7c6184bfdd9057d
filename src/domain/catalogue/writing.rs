//! The catalogue as TOML, written the way `assets/procedures.toml` is.

use std::fmt::Write as _;

use serde::Serialize;
use toml::Value;

use super::{Catalogue, Field, SeriesEntry};
use crate::domain::procedure::Procedure;

/// The keys of an entry in the order in which they are written and shown.
const ORDER: [&str; 25] = [
    "code",
    "kind",
    "field",
    "name",
    "short",
    "aliases",
    "papers",
    "before",
    "before_if_not",
    "steps",
    "time_limit",
    "same_day",
    "working_days",
    "fee",
    "channels",
    "online",
    "warnings",
    "check_locally",
    "portal",
    "confidence",
    "systems",
    "local",
    "valid_from",
    "valid_until",
    "replaced_by",
];

impl Catalogue {
    /// The catalogue as TOML that [`super::Import::parse`] reads back to no change.
    pub fn to_toml(&self) -> String {
        to_toml(self.series(), self.fields(), self.all())
    }
}

/// Series, fields and entries as TOML.
pub fn to_toml<'a>(
    series: &[SeriesEntry],
    fields: &[Field],
    entries: impl IntoIterator<Item = &'a Procedure>,
) -> String {
    let mut text = String::new();
    if !series.is_empty() {
        text.push_str("series = [\n");
        for one in series {
            let _ = writeln!(text, "  {},", Value::Table(pairs(one)));
        }
        text.push_str("]\n");
    }
    for field in fields {
        text.push_str("\n[[field]]\n");
        for (key, value) in pairs(field) {
            let _ = writeln!(text, "{key} = {value}");
        }
    }
    for entry in entries {
        text.push_str("\n[[procedure]]\n");
        for (key, value) in keys(entry) {
            match &value {
                Value::Array(lines) if lines.len() > 1 => {
                    let _ = writeln!(text, "{key} = [");
                    for line in lines {
                        let _ = writeln!(text, "  {line},");
                    }
                    text.push_str("]\n");
                }
                _ => {
                    let _ = writeln!(text, "{key} = {value}");
                }
            }
        }
    }
    text
}

/// The keys of an entry and their values, those of the two languages apart (`name.vi`); what says nothing is left out.
pub(super) fn keys(entry: &Procedure) -> Vec<(String, Value)> {
    let mut pairs: Vec<(String, Value)> = pairs(entry).into_iter().collect();
    pairs.sort_by_key(|(key, _)| ORDER.iter().position(|known| known == key).unwrap_or(ORDER.len()));
    let mut keys = Vec::with_capacity(pairs.len() * 2);
    for (key, value) in pairs {
        match value {
            Value::Table(languages) if languages.values().any(says_something) => {
                // Vietnamese first, as everywhere.
                keys.extend(
                    languages.into_iter().rev().map(|(lang, value)| (format!("{key}.{lang}"), value)),
                );
            }
            Value::Table(_) => {}
            // Without channels an entry is not written well, and one that is not online says so.
            value if says_something(&value) || key == "channels" => keys.push((key, value)),
            _ => {}
        }
    }
    keys
}

/// An empty list and a `false` are what a key that is left out means.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Array(list) => !list.is_empty(),
        Value::Boolean(is) => *is,
        _ => true,
    }
}

fn pairs(of: &impl Serialize) -> toml::Table {
    // By way of the text: a value that is made without it takes a day for a table.
    let text = toml::to_string(of).unwrap_or_default();
    toml::from_str(&text).unwrap_or_default()
}
