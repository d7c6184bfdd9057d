//! A file that brings entries into a catalogue, some of them or all, written as `assets/procedures.toml` is; and what it
//! would change, field by field.

use std::collections::HashSet;
use std::hash::Hash;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::{Catalogue, CatalogueFlaw, Field, FlawKind, Layer, SeriesEntry, check, writing};
use crate::domain::flaw;
use crate::domain::procedure::{Code, Procedure, UNKNOWN_NEED};
use crate::domain::ticket::Series;
use crate::domain::time::Day;

/// What a file brings. Entries that it does not name stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// New series, or other names of old ones.
    pub series: Vec<SeriesEntry>,
    /// New fields, or other versions of old ones.
    pub fields: Vec<Field>,
    /// New entries, or other versions of old ones.
    pub procedures: Vec<Procedure>,
}

/// What an import would change in a catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The series and fields that would be new or other ones, by letter and id.
    pub fields: Vec<String>,
    /// What becomes of entries, in the order of the file.
    pub changes: Vec<Change>,
    /// How many entries of the file are in the catalogue as they are.
    pub unchanged: usize,
    /// Whether the entries would stand in another order.
    pub is_reordered: bool,
}

impl Preview {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.changes.is_empty() && !self.is_reordered
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    #[serde(default)]
    series: Vec<Spanned<SeriesEntry>>,
    #[serde(default)]
    field: Vec<Spanned<Field>>,
    #[serde(default)]
    procedure: Vec<Spanned<Procedure>>,
}

impl Import {
    /// Reads a file and checks it together with the catalogue that it would come into.
    ///
    /// # Errors
    /// The first flaw, with its line in the file; line 1 when it lies in an entry that the file does not name.
    pub fn parse(text: &str, catalogue: &Catalogue) -> Result<Self, CatalogueFlaw> {
        let source: Source = toml::from_str(text).map_err(|error| flaw::of_syntax(text, &error))?;
        let at = |start: Option<usize>, what| flaw::of_spot(text, start, what);
        if let Some(twice) = second(&source.series, |one| one.letter) {
            return Err(at(Some(twice.span().start), FlawKind::SeriesTwice(twice.get_ref().letter)));
        }
        if let Some(twice) = second(&source.field, |one| one.id.clone()) {
            return Err(at(Some(twice.span().start), FlawKind::FieldTwice(twice.get_ref().id.clone())));
        }
        if let Some(twice) = second(&source.procedure, |one| one.code.clone()) {
            return Err(at(Some(twice.span().start), FlawKind::CodeTwice(twice.get_ref().code.clone())));
        }
        let starts = Starts {
            series: source.series.iter().map(|one| (one.get_ref().letter, one.span().start)).collect(),
            fields: source
                .field
                .iter()
                .map(|one| (check::cut(&one.get_ref().id), one.span().start))
                .collect(),
            entries: source
                .procedure
                .iter()
                .map(|one| (Code::new(check::cut(&one.get_ref().code.0)), one.span().start))
                .collect(),
        };
        let import = Self {
            series: source.series.into_iter().map(Spanned::into_inner).collect(),
            fields: source.field.into_iter().map(Spanned::into_inner).collect(),
            procedures: source.procedure.into_iter().map(Spanned::into_inner).collect(),
        };
        match import.over(catalogue) {
            Ok(_) => Ok(import),
            Err(what) => Err(at(starts.of(&what), what)),
        }
    }

    /// The catalogue as it would be.
    pub fn over(&self, catalogue: &Catalogue) -> Result<Catalogue, FlawKind> {
        let layer = Layer {
            series: self.series.clone(),
            fields: self.fields.clone(),
            entries: self.procedures.clone(),
            ..Layer::default()
        };
        layer.over(catalogue)
    }

    /// What it would change in a catalogue.
    pub fn preview(&self, catalogue: &Catalogue) -> Preview {
        let series = self.series.iter().filter(|one| !catalogue.series().contains(one));
        let fields = self.fields.iter().filter(|one| !catalogue.fields().contains(one));
        let mut changes = changes(catalogue, &self.procedures);
        let unchanged = self.procedures.len() - changes.len();
        changes.extend(self.replaced(catalogue));
        Preview {
            fields: series
                .map(|one| one.letter.letter().to_string())
                .chain(fields.map(|one| one.id.clone()))
                .collect(),
            unchanged,
            changes,
            is_reordered: self.order(catalogue).is_some(),
        }
    }

    /// The order in which it puts the entries, when it names all those of the catalogue and has them in another order.
    ///
    /// A file of some entries says nothing of where they stand among the others; what is new in it comes last.
    pub fn order(&self, catalogue: &Catalogue) -> Option<Vec<Code>> {
        let order: Vec<&Code> = self.procedures.iter().map(|entry| &entry.code).collect();
        let named: HashSet<&Code> = order.iter().copied().collect();
        let known = || catalogue.all().iter().map(|entry| &entry.code);
        let is_whole = known().all(|code| named.contains(code));
        let added = order.iter().copied().filter(|code| catalogue.get(code).is_none());
        let is_other = || !known().chain(added).eq(order.iter().copied());
        (is_whole && is_other()).then(|| order.into_iter().cloned().collect())
    }

    /// The entries that the file does not name itself and that end by its successors.
    fn replaced(&self, catalogue: &Catalogue) -> Vec<Change> {
        let is_named = |code: &Code| self.procedures.iter().any(|entry| entry.code == *code);
        let goes_on = |code: &Code| catalogue.get(code).is_some_and(|old| old.valid_until.is_none());
        let by = |new: &Procedure| -> Vec<Change> {
            let is_known = catalogue.get(&new.code).is_some_and(|old| old.replaces == new.replaces);
            let ends = new.replaces.iter().filter(|code| !is_known && !is_named(code) && goes_on(code));
            let last = new.valid_from.minus_days(1);
            ends.map(|code| Change::Retired { code: code.clone(), last, by: Some(new.code.clone()) })
                .collect()
        };
        self.procedures.iter().flat_map(by).collect()
    }
}

/// Where the pieces of a file begin, in bytes; by their codes as a flaw names them.
struct Starts {
    series: Vec<(Series, usize)>,
    fields: Vec<(String, usize)>,
    entries: Vec<(Code, usize)>,
}

impl Starts {
    fn of(&self, what: &FlawKind) -> Option<usize> {
        match what {
            FlawKind::SeriesTwice(letter) | FlawKind::SeriesText(letter, _) => start(&self.series, letter),
            FlawKind::UnknownSeries(id, _) | FlawKind::FieldTwice(id) | FlawKind::FieldText(id, _) => {
                start(&self.fields, id)
            }
            FlawKind::NoUnknownNeed => start(&self.entries, &Code::new(UNKNOWN_NEED)),
            other => other.code().and_then(|code| start(&self.entries, code)),
        }
    }
}

fn start<T: PartialEq>(starts: &[(T, usize)], of: &T) -> Option<usize> {
    starts.iter().find(|(one, _)| one == of).map(|(_, at)| *at)
}

/// The first piece that has the same key as one before it.
fn second<T, K: Eq + Hash>(pieces: &[Spanned<T>], key: impl Fn(&T) -> K) -> Option<&Spanned<T>> {
    let mut known = HashSet::new();
    pieces.iter().find(|piece| !known.insert(key(piece.get_ref())))
}

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
    Added(Box<Procedure>),
    /// It differs only in that it ends, or ends earlier than it did; with its successor, where it gets another one.
    Retired {
        code: Code,
        /// The last day on which it is offered.
        last: Day,
        by: Option<Code>,
    },
    Changed {
        code: Code,
        /// In what, in the order of the keys.
        what: Vec<Differing>,
    },
}

impl Change {
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
    let (old, new) = (writing::keys(old), writing::keys(new));
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
