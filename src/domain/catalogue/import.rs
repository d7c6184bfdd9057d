//! A file that brings entries into a catalogue: some of them or all, written as `assets/procedures.toml` is.

use std::collections::HashSet;
use std::hash::Hash;

use serde::Deserialize;
use toml::Spanned;

use super::{Catalogue, CatalogueFlaw, Change, Field, FlawKind, Layer, SeriesEntry, changes, line, to_toml};
use crate::domain::{Code, Procedure};

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
        Self::parse_part(text, catalogue, None)
    }

    /// The same of those pieces alone that `keep` keeps, all of them without one. Each is given to it as [`super::to_toml`] writes it by itself.
    ///
    /// # Errors
    /// As [`Self::parse`]; what is not kept may have any flaw but one of writing.
    pub fn parse_part(
        text: &str,
        catalogue: &Catalogue,
        keep: Option<&dyn Fn(&str) -> bool>,
    ) -> Result<Self, CatalogueFlaw> {
        let source: Source = toml::from_str(text).map_err(|error| line::of_syntax(text, &error))?;
        let at = |start: Option<usize>, what| line::of_spot(text, start, what);
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
            fields: source.field.iter().map(|one| (one.get_ref().id.clone(), one.span().start)).collect(),
            entries: source
                .procedure
                .iter()
                .map(|one| (one.get_ref().code.clone(), one.span().start))
                .collect(),
        };
        let is_kept = |written: &dyn Fn() -> String| keep.is_none_or(|keep| keep(&written()));
        let series = source.series.into_iter().map(Spanned::into_inner);
        let fields = source.field.into_iter().map(Spanned::into_inner);
        let entries = source.procedure.into_iter().map(Spanned::into_inner);
        let import = Self {
            series: series.filter(|one| is_kept(&|| to_toml(std::slice::from_ref(one), &[], []))).collect(),
            fields: fields.filter(|one| is_kept(&|| to_toml(&[], std::slice::from_ref(one), []))).collect(),
            procedures: entries.filter(|one| is_kept(&|| to_toml(&[], &[], [one]))).collect(),
        };
        match import.over(catalogue) {
            Ok(_) => Ok(import),
            Err(what) => Err(at(starts.of(&what), what)),
        }
    }

    /// The catalogue as it would be.
    ///
    /// # Errors
    /// The first flaw of the whole.
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

/// Where the pieces of a file begin, in bytes.
struct Starts {
    series: Vec<(crate::domain::Series, usize)>,
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
