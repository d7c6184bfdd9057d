//! The catalogue: every procedure and skill the desk can help with.

mod changes;
mod check;
mod edit;
mod flaw;
mod import;
mod layer;
mod line;
mod state;
mod succession;
#[cfg(test)]
mod tests;
mod used;
mod writing;

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use toml::Spanned;

pub use changes::{Change, Differing, changes, differing};
pub use check::{
    FACTS, LONGEST_ALIAS, LONGEST_CODE, LONGEST_LABEL, LONGEST_LINK, LONGEST_NAME, LONGEST_SHORT,
    LONGEST_TEXT, MOST_ALIASES, MOST_DAYS, MOST_ENTRIES, MOST_FIELDS, MOST_LINES,
};
pub use edit::Ground;
pub use flaw::{CatalogueFlaw, FlawKind};
pub use import::{Import, Preview};
pub use layer::{Layer, Origin};
pub use state::State;
pub use used::NameUsed;
pub use writing::to_toml;

use flaw::{Place, Spot};
use succession::Succession;

use super::procedure::{Both, UNKNOWN_NEED};
use super::{Code, Day, Procedure, Series, System};

/// A series of ticket numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesEntry {
    /// Its letter.
    pub letter: Series,
    /// What it is for.
    pub name: Both<String>,
}

/// A field (lĩnh vực) of procedures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id within the catalogue.
    pub id: String,
    /// The series its numbers come from.
    pub series: Series,
    /// Its name.
    pub name: Both<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    series: Vec<Spanned<SeriesEntry>>,
    field: Vec<Spanned<Field>>,
    procedure: Vec<Spanned<Procedure>>,
}

/// The catalogue of a desk, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    series: Vec<SeriesEntry>,
    fields: Vec<Field>,
    procedures: Vec<Procedure>,
    by_code: HashMap<Code, usize>,
    succession: Succession,
    turned_on: BTreeSet<Code>,
    own: layer::Own,
}

impl Catalogue {
    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// The first flaw, with its line.
    pub fn parse(text: &str) -> Result<Self, CatalogueFlaw> {
        let source: Source = toml::from_str(text).map_err(|error| line::of_syntax(text, &error))?;
        let (series_at, series) = apart(source.series);
        let (field_at, fields) = apart(source.field);
        let (entry_at, procedures) = apart(source.procedure);
        Self::build(series, fields, procedures).map_err(|Spot { place, what }| {
            let start = match place {
                Place::Whole => None,
                Place::Series(at) => series_at.get(at),
                Place::Field(at) => field_at.get(at),
                Place::Entry(at) => entry_at.get(at),
            };
            line::of_spot(text, start.copied(), what)
        })
    }

    /// A catalogue of entries that are at hand already, checked as [`parse`](Self::parse) checks a file.
    ///
    /// # Errors
    /// The first flaw; [`FlawKind::code`] and [`FlawKind::key`] say where.
    pub fn of(
        series: Vec<SeriesEntry>,
        fields: Vec<Field>,
        procedures: Vec<Procedure>,
    ) -> Result<Self, FlawKind> {
        Self::build(series, fields, procedures).map_err(|spot| spot.what)
    }

    /// This catalogue with the desk's own entries laid over it: one whose code is known already takes the place of
    /// the entry that had it, any other comes after all of them. What is turned on stays so.
    ///
    /// # Errors
    /// The first flaw of the whole; this catalogue stays as it is. Two of the desk's own entries with one code are a
    /// flaw, too.
    pub fn with(&self, own: Vec<Procedure>) -> Result<Self, FlawKind> {
        let mut laid = BTreeSet::new();
        let mut procedures = self.procedures.clone();
        for entry in own {
            if !laid.insert(entry.code.clone()) {
                return Err(FlawKind::CodeTwice(entry.code));
            }
            match self.by_code.get(&entry.code) {
                Some(at) => procedures[*at] = entry,
                None => procedures.push(entry),
            }
        }
        let whole = Self::of(self.series.clone(), self.fields.clone(), procedures)?;
        Ok(whole.with_turned_on(self.turned_on.clone()))
    }

    /// The catalogue with these local entries turned on, and no others. A code that it does not know, or that is not
    /// local, changes nothing.
    #[must_use]
    pub fn with_turned_on(mut self, codes: BTreeSet<Code>) -> Self {
        self.turned_on = codes;
        self
    }

    fn build(series: Vec<SeriesEntry>, fields: Vec<Field>, procedures: Vec<Procedure>) -> Result<Self, Spot> {
        let by_code = check::whole(&series, &fields, &procedures)?;
        let succession = Succession::of(&procedures, &by_code)?;
        // Enter must always give a number, so this entry must be there on every day.
        let unknown = by_code.get(&Code::new(UNKNOWN_NEED));
        let stays = |at: &&usize| !procedures[**at].local && succession.last_day(**at).is_none();
        match (unknown, unknown.filter(stays)) {
            (None, _) => return Err(Spot { place: Place::Whole, what: FlawKind::NoUnknownNeed }),
            (Some(at), None) => return Err(Spot { place: Place::Entry(*at), what: FlawKind::NoUnknownNeed }),
            _ => {}
        }
        Ok(Self {
            series,
            fields,
            procedures,
            by_code,
            succession,
            turned_on: BTreeSet::new(),
            own: layer::Own::default(),
        })
    }

    /// The entry of a code.
    pub fn get(&self, code: &Code) -> Option<&Procedure> {
        self.by_code.get(code).map(|at| &self.procedures[*at])
    }

    /// Every entry, retired ones and local ones included, in the order of the file.
    pub fn all(&self) -> &[Procedure] {
        &self.procedures
    }

    /// The entries that are offered on a day: begun, not ended, not yet taken over by a successor, and turned on when
    /// they are local.
    pub fn valid_on(&self, day: Day) -> impl Iterator<Item = &Procedure> {
        let offered = self.procedures.iter().enumerate().filter(move |(at, _)| self.is_offered(*at, day));
        offered.map(|(_, entry)| entry)
    }

    /// Whether the entry of a code is offered on a day; never for a code that is not known.
    pub fn is_valid_on(&self, code: &Code, day: Day) -> bool {
        self.by_code.get(code).is_some_and(|at| self.is_offered(*at, day))
    }

    fn is_offered(&self, at: usize, day: Day) -> bool {
        let entry = &self.procedures[at];
        let begun = entry.valid_from <= day;
        let over = self.succession.last_day(at).is_some_and(|last| last < day);
        begun && !over && (!entry.local || self.turned_on.contains(&entry.code))
    }

    /// What stands for a code on a day: its own entry while that is offered, then its successor, and so on; `None`
    /// when nothing of the kind is offered. The code may be one that the catalogue knows only as replaced.
    pub fn successor_on(&self, code: &Code, day: Day) -> Option<&Procedure> {
        let line = std::iter::successors(Some(code), |code| self.succession.next(code));
        let mut offered =
            line.filter_map(|code| self.by_code.get(code)).filter(|at| self.is_offered(**at, day));
        offered.next().map(|at| &self.procedures[*at])
    }

    /// The code that takes the place of this one, whatever the day.
    pub fn successor(&self, code: &Code) -> Option<&Code> {
        self.succession.next(code)
    }

    /// The last day on which a code is offered: the one its entry names, else the day before its successor begins; `None`
    /// while no end is known.
    pub fn last_day(&self, code: &Code) -> Option<Day> {
        self.by_code.get(code).and_then(|at| self.succession.last_day(*at))
    }

    /// The local entries that the commune has turned on.
    pub const fn turned_on(&self) -> &BTreeSet<Code> {
        &self.turned_on
    }

    /// The fields, in the order of the file.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The series, in the order of the file.
    pub fn series(&self) -> &[SeriesEntry] {
        &self.series
    }

    /// Whether something cannot be done while a system does not work.
    pub fn relies_on(&self, code: &Code, system: System) -> bool {
        self.get(code).is_some_and(|entry| entry.systems.contains(&system))
    }

    /// The field of a code.
    pub fn field_of(&self, code: &Code) -> Option<&Field> {
        let procedure = self.get(code)?;
        self.fields.iter().find(|field| field.id == procedure.field)
    }
}

/// Where each part begins in the text, and the parts.
fn apart<T>(parts: Vec<Spanned<T>>) -> (Vec<usize>, Vec<T>) {
    parts.into_iter().map(|part| (part.span().start, part.into_inner())).unzip()
}
