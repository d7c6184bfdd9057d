//! What differs between two counts of one span: a sheet that is printed again says it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Tally;
use crate::domain::Stamp;

/// A number that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands in the tally: `visits`, `proof.served`, `fields.ho-tich.procedures.1.001193.assists`.
    pub path: String,
    /// What it was.
    pub before: i64,
    /// What it is.
    pub now: i64,
}

/// The numbers of a tally by where they stand.
pub type Numbers = BTreeMap<String, i64>;

/// The last print of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastPrint {
    /// How often it was printed by now.
    pub times: u32,
    /// When it was printed last.
    pub at: Stamp,
    /// The numbers it said then.
    pub numbers: Numbers,
}

impl Tally {
    /// Every number of it, by where it stands; rows are called by what they are about, so that a new row moves no other.
    pub fn numbers(&self) -> Numbers {
        let mut numbers = Numbers::new();
        if let Ok(value) = serde_json::to_value(self) {
            gather(&mut numbers, "", &value);
        }
        // What the span is, is no count.
        numbers.retain(|path, _| !path.starts_with("span"));
        numbers
    }
}

/// What differs, in the order of the paths; a row that is gone or new counts as nought where it is not.
pub fn changes(before: &Numbers, now: &Numbers) -> Vec<Change> {
    let paths: std::collections::BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    paths
        .into_iter()
        .map(|path| {
            let of = |numbers: &Numbers| numbers.get(path).copied().unwrap_or(0);
            Change { path: path.clone(), before: of(before), now: of(now) }
        })
        .filter(|change| change.before != change.now)
        .collect()
}

fn gather(numbers: &mut Numbers, path: &str, value: &Value) {
    match value {
        Value::Number(number) => {
            if let Some(number) = number.as_i64() {
                numbers.insert(path.to_owned(), number);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                if !NAMES.contains(&name.as_str()) {
                    gather(numbers, &below(path, name), value);
                }
            }
        }
        Value::Array(rows) => {
            for row in rows {
                let (name, rest) = named(row);
                for value in rest {
                    gather(numbers, &below(path, &name), value);
                }
            }
        }
        // A name in a list, such as a number that was withdrawn, counts as one.
        Value::String(name) => {
            numbers.insert(below(path, name), 1);
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// The keys by which rows say what they are about.
const NAMES: [&str; 9] =
    ["code", "field", "from", "station", "system", "until", "volunteer", "weekday", "hour"];

/// What a row is called, and its parts that are counts.
fn named(row: &Value) -> (String, Vec<&Value>) {
    match row {
        Value::Array(cells) => {
            let Some((last, names)) = cells.split_last() else { return (String::new(), Vec::new()) };
            (names.iter().map(word).collect::<Vec<_>>().join("."), vec![last])
        }
        Value::Object(fields) => {
            let names = NAMES.iter().filter(|name| **name != "until").filter_map(|name| fields.get(*name));
            (names.map(word).collect::<Vec<_>>().join("."), vec![row])
        }
        other => (String::new(), vec![other]),
    }
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn below(path: &str, name: &str) -> String {
    match (path, name) {
        ("", _) => name.to_owned(),
        (_, "") => path.to_owned(),
        _ => format!("{path}.{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_row_moves_no_other() {
        let numbers = |text: &str| {
            let mut numbers = Numbers::new();
            gather(&mut numbers, "", &serde_json::from_str(text).unwrap());
            numbers
        };
        let before =
            numbers(r#"{"visits": 4, "how": [["guided", 3]], "stations": [{"station": 2, "served": 4}]}"#);
        let now = numbers(
            r#"{"visits": 5, "how": [["guided", 3]],
                "stations": [{"station": 1, "served": 1}, {"station": 2, "served": 4}]}"#,
        );
        let change = |path: &str, before, now| Change { path: path.to_owned(), before, now };
        assert_eq!(changes(&before, &now), [change("stations.1.served", 0, 1), change("visits", 4, 5)]);
        assert_eq!(changes(&now, &now), []);
    }
}
