//! The catalogue: every procedure and skill the desk can help with.

mod check;
mod import;
mod layer;
mod succession;
#[cfg(test)]
mod tests;
mod used;
mod writing;

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

pub use super::flaw::{CatalogueFlaw, FlawKind};
pub use check::{
    LONGEST_ALIAS, LONGEST_CODE, LONGEST_LINK, LONGEST_NAME, LONGEST_SHORT, LONGEST_TEXT, MOST_ALIASES,
    MOST_DAYS, MOST_ENTRIES, MOST_FIELDS, MOST_LINES,
};
pub use import::{Change, Differing, Import, Preview, changes};
pub use layer::{Ground, Layer, Origin};
pub use used::NameUsed;
pub use writing::to_toml;

use succession::Succession;

use super::procedure::{Code, Kind, Procedure, UNKNOWN_NEED};
use super::reason::System;
use super::ticket::Series;
use super::time::Day;
use crate::lang::Both;
use crate::packed;

/// A series of ticket numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesEntry {
    pub letter: Series,
    pub name: Both<String>,
}

/// A field (lĩnh vực) of procedures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id within the catalogue.
    pub id: String,
    pub series: Series,
    pub name: Both<String>,
}

/// The catalogue that came with the program, as it is written.
#[cfg(not(shipped))]
pub static BUILT_IN: &str = include_str!("../../assets/procedures.toml");

#[derive(Deserialize)]
struct Packed {
    series: Vec<SeriesEntry>,
    field: Vec<Field>,
    procedure: Vec<Procedure>,
}

/// The catalogue of a desk, checked. The default has nothing at all, not even what a desk cannot do without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The catalogue that came with the program. A test has checked it; only the succession is worked out here.
    pub fn built_in() -> Result<Self, FlawKind> {
        let damaged = |error: &dyn std::fmt::Display| FlawKind::Syntax(error.to_string());
        let text = packed::unpacked(packed::PROCEDURES).map_err(|error| damaged(&error))?;
        let Packed { series, field, procedure } =
            serde_json::from_str(&text).map_err(|error| damaged(&error))?;
        Self::checked(series, field, procedure)
    }

    /// Reads and checks a whole catalogue.
    #[cfg(not(shipped))]
    pub fn parse(text: &str) -> Result<Self, CatalogueFlaw> {
        let Import { series, fields, procedures } = Import::parse(text, &Self::default())?;
        Self::of(series, fields, procedures).map_err(|what| CatalogueFlaw { line: 1, what })
    }

    /// A catalogue of entries that are at hand already.
    ///
    /// # Errors
    /// The first flaw; [`FlawKind::code`] and [`FlawKind::key`] say where.
    pub fn of(
        series: Vec<SeriesEntry>,
        fields: Vec<Field>,
        procedures: Vec<Procedure>,
    ) -> Result<Self, FlawKind> {
        check::whole(&series, &fields, &procedures)?;
        Self::checked(series, fields, procedures)
    }

    /// This catalogue with the desk's own entries laid over it: one whose code is known already takes the place of
    /// the entry that had it, any other comes after all of them. What is turned on stays so.
    ///
    /// # Errors
    /// The first flaw of the whole; this catalogue stays as it is.
    pub fn with(&self, own: Vec<Procedure>) -> Result<Self, FlawKind> {
        let turned_on = self.turned_on.iter().cloned().collect();
        Layer { entries: own, turned_on, ..Layer::default() }.over(self)
    }

    /// The catalogue with these local entries turned on, and no others. A code that it does not know, or that is not
    /// local, changes nothing.
    #[must_use]
    pub fn with_turned_on(mut self, codes: BTreeSet<Code>) -> Self {
        self.turned_on = codes;
        self
    }

    fn checked(
        series: Vec<SeriesEntry>,
        fields: Vec<Field>,
        procedures: Vec<Procedure>,
    ) -> Result<Self, FlawKind> {
        let places = procedures.iter().enumerate();
        let by_code: HashMap<Code, usize> = places.map(|(at, entry)| (entry.code.clone(), at)).collect();
        let succession = Succession::of(&procedures, &by_code)?;
        // Enter must always give a number, so this entry must be there on every day.
        let stays = |at: &usize| !procedures[*at].local && succession.last_day(*at).is_none();
        if !by_code.get(&Code::new(UNKNOWN_NEED)).is_some_and(stays) {
            return Err(FlawKind::NoUnknownNeed);
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

    pub fn get(&self, code: &Code) -> Option<&Procedure> {
        self.by_code.get(code).map(|at| &self.procedures[*at])
    }

    /// Whether it is a skill: that has no dossier (docs/figures.md, "Things, quantities, dossiers").
    pub fn is_skill(&self, code: &Code) -> bool {
        self.get(code).is_some_and(|entry| entry.kind == Kind::Skill)
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
        // A number can be given on every day, also on one that only a wrong clock shows.
        if entry.code.0 == UNKNOWN_NEED {
            return true;
        }
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

    pub fn field_of(&self, code: &Code) -> Option<&Field> {
        let procedure = self.get(code)?;
        self.fields.iter().find(|field| field.id == procedure.field)
    }

    /// How the entry of a code stands on a day; `None` for a code that is not known.
    pub fn state_on(&self, code: &Code, day: Day) -> Option<State> {
        let entry = self.get(code)?;
        let last = self.last_day(code);
        Some(match last {
            Some(last) if last < day => State::Ended(last),
            _ if entry.local && !self.turned_on().contains(code) => State::Off,
            _ if day < entry.valid_from => State::Begins(entry.valid_from),
            Some(last) => State::Ends(last),
            None => match self.origin(code) {
                Origin::Added => State::Added,
                Origin::Changed => State::Changed,
                Origin::BuiltIn => State::BuiltIn,
            },
        })
    }
}

/// How an entry stands on a day, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No longer offered; its last day was that one.
    Ended(Day),
    /// Not offered yet; its first day will be that one.
    Begins(Day),
    /// A local service that the commune has not turned on.
    Off,
    /// Offered, and that day is its last.
    Ends(Day),
    /// Offered; the desk has added it.
    Added,
    /// Offered; the desk has its own version of it.
    Changed,
    /// Offered as it came with the program.
    BuiltIn,
}

impl State {
    pub const fn is_offered(self) -> bool {
        matches!(self, Self::Ends(_) | Self::Added | Self::Changed | Self::BuiltIn)
    }
}
