//! The desk's own layer over the catalogue that came with the program: what was changed or added here, in which order
//! entries are offered, which local services the commune has turned on, and what becomes of all that by an edit.
//!
//! A new program brings a new built-in catalogue; the layer stays, and what the desk never touched follows the program.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Catalogue, Field, FlawKind, Import, SeriesEntry};
use crate::domain::procedure::{Code, Procedure, UNKNOWN_NEED};
use crate::domain::refusal::Refusal;
use crate::domain::time::Day;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    BuiltIn,
    /// It came with the program, and this desk has its own version of it.
    Changed,
    /// This desk has added it.
    Added,
}

/// What a desk has of its own. Empty at a desk that uses the catalogue as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// Series of its own, or its own version of one.
    pub series: Vec<SeriesEntry>,
    /// Fields of its own, or its own version of one.
    pub fields: Vec<Field>,
    /// Entries of its own, or its own version of one.
    pub entries: Vec<Procedure>,
    /// The order in which entries were put; those that are not named keep their place after the one before them.
    pub order: Vec<Code>,
    /// The local services that are offered here.
    pub turned_on: Vec<Code>,
}

/// What the catalogue in use remembers of the layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    changed: BTreeSet<Code>,
    added: BTreeSet<Code>,
}

impl Layer {
    /// The catalogue in use: the built-in one with this layer over it.
    pub fn over(&self, built_in: &Catalogue) -> Result<Catalogue, FlawKind> {
        let mut series = built_in.series().to_vec();
        lay(&mut series, &self.series, |one, other| one.letter == other.letter);
        let mut fields = built_in.fields().to_vec();
        lay(&mut fields, &self.fields, |one, other| one.id == other.id);
        let mut entries = built_in.all().to_vec();
        let places: HashMap<Code, usize> =
            entries.iter().enumerate().map(|(at, entry)| (entry.code.clone(), at)).collect();
        let mut own = Own::default();
        for entry in &self.entries {
            if let Some(at) = places.get(&entry.code) {
                if !own.changed.insert(entry.code.clone()) {
                    return Err(FlawKind::CodeTwice(entry.code.clone()));
                }
                entries[*at] = entry.clone();
            } else {
                own.added.insert(entry.code.clone());
                entries.push(entry.clone());
            }
        }
        let mut catalogue = Catalogue::of(series, fields, in_order(entries, &self.order))?;
        catalogue.own = own;
        Ok(catalogue.with_turned_on(self.turned_on.iter().cloned().collect()))
    }

    /// The same, but own entries that do not fit what came with a newer program are left out, and named with what is
    /// wrong. They stay in the file.
    pub fn over_as_it_fits(&self, built_in: &Catalogue) -> (Catalogue, Vec<(Code, FlawKind)>) {
        let mut fitting = self.clone();
        let mut left_out = Vec::new();
        loop {
            let flaw = match fitting.over(built_in) {
                Ok(catalogue) => return (catalogue, left_out),
                Err(flaw) => flaw,
            };
            let guilty =
                flaw.code().and_then(|code| fitting.entries.iter().position(|one| one.code == *code));
            // Where it is not said which of the own entries is to blame, the newest goes first.
            let Some(at) = guilty.or(fitting.entries.len().checked_sub(1)) else {
                return (built_in.clone(), left_out);
            };
            left_out.push((fitting.entries.remove(at).code, flaw));
        }
    }

    /// The desk's own version of an entry.
    pub fn entry(&self, code: &Code) -> Option<&Procedure> {
        self.entries.iter().find(|entry| entry.code == *code)
    }
}

impl Catalogue {
    pub fn origin(&self, code: &Code) -> Origin {
        if self.own.changed.contains(code) {
            Origin::Changed
        } else if self.own.added.contains(code) {
            Origin::Added
        } else {
            Origin::BuiltIn
        }
    }
}

/// Lays pieces over others: one that is known is replaced where it stands, a new one comes last.
fn lay<T: Clone>(under: &mut Vec<T>, over: &[T], is_same: impl Fn(&T, &T) -> bool) {
    for piece in over {
        match under.iter_mut().find(|known| is_same(known, piece)) {
            Some(known) => *known = piece.clone(),
            None => under.push(piece.clone()),
        }
    }
}

/// The entries in the order that the desk has given them. One that the order does not name, such as one that came with
/// a newer program, follows the entry that it follows by itself.
fn in_order(entries: Vec<Procedure>, order: &[Code]) -> Vec<Procedure> {
    if order.is_empty() {
        return entries;
    }
    let named: HashSet<&Code> = order.iter().collect();
    let mut first: Vec<Procedure> = Vec::new();
    let mut followers: HashMap<Code, Vec<Procedure>> = HashMap::new();
    let mut heads: HashMap<Code, Procedure> = HashMap::new();
    let mut last: Option<Code> = None;
    for entry in entries {
        if named.contains(&entry.code) {
            last = Some(entry.code.clone());
            heads.insert(entry.code.clone(), entry);
        } else {
            match &last {
                Some(code) => followers.entry(code.clone()).or_default().push(entry),
                None => first.push(entry),
            }
        }
    }
    for code in order {
        first.extend(heads.remove(code));
        first.extend(followers.remove(code).unwrap_or_default());
    }
    first
}

/// A desk's layer, what it lies over and what comes of the two: the ground of an edit.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub built_in: &'a Catalogue,
    /// The catalogue in use.
    pub now: &'a Catalogue,
    pub layer: &'a Layer,
}

impl Ground<'_> {
    /// The layer with these versions of entries. One that is as it came with the program needs no version of its own.
    pub fn keeping(&self, entries: impl IntoIterator<Item = Procedure>) -> Layer {
        let mut layer = self.layer.clone();
        for entry in entries {
            let is_built_in = self.built_in.get(&entry.code) == Some(&entry);
            match layer.entries.iter().position(|known| known.code == entry.code) {
                Some(at) if is_built_in => drop(layer.entries.remove(at)),
                Some(at) => layer.entries[at] = entry,
                None if is_built_in => {}
                None => layer.entries.push(entry),
            }
        }
        layer
    }

    /// The layer without the desk's own version of an entry.
    pub fn dropping(&self, code: &Code) -> Result<Layer, Refusal> {
        if self.layer.entry(code).is_none() {
            return Err(self.entry(code).err().unwrap_or(Refusal::NothingOwn(code.clone())));
        }
        let mut layer = self.layer.clone();
        layer.entries.retain(|entry| entry.code != *code);
        if self.built_in.get(code).is_none() {
            layer.order.retain(|one| one != code);
            layer.turned_on.retain(|one| one != code);
        }
        Ok(layer)
    }

    /// The layer in which an entry has its last day; with none it is offered on and on again, and nothing takes its
    /// place.
    ///
    /// # Errors
    /// Refused for the entry that always stays and for one that is not known.
    pub fn retiring(&self, code: &Code, last: Option<Day>) -> Result<Layer, Refusal> {
        let mut entry = self.entry_that_may_end(code)?.clone();
        entry.valid_until = last;
        if last.is_some() {
            return Ok(self.keeping([entry]));
        }
        entry.replaced_by = None;
        Ok(self.keeping(self.without_claim(code, None).into_iter().chain([entry])))
    }

    /// The layer in which another entry takes the place of one after its last day.
    pub fn replacing(&self, code: &Code, last: Day, by: &Code) -> Result<Layer, Refusal> {
        let old = self.entry_that_may_end(code)?;
        let mut new = self.entry(by)?.clone();
        let old = Procedure { valid_until: Some(last), replaced_by: Some(by.clone()), ..old.clone() };
        if !new.replaces.contains(code) {
            new.replaces.push(code.clone());
        }
        Ok(self.keeping(self.without_claim(code, Some(by)).into_iter().chain([old, new])))
    }

    pub fn turning_on(&self, code: &Code) -> Result<Layer, Refusal> {
        let mut layer = self.turning_off(code)?;
        layer.turned_on.push(code.clone());
        Ok(layer)
    }

    pub fn turning_off(&self, code: &Code) -> Result<Layer, Refusal> {
        if !self.entry(code)?.local {
            return Err(Refusal::NotLocal(code.clone()));
        }
        let mut layer = self.layer.clone();
        layer.turned_on.retain(|one| one != code);
        Ok(layer)
    }

    /// The layer in which an entry stands before another one, or last.
    pub fn moving(&self, code: &Code, before: Option<&Code>) -> Result<Layer, Refusal> {
        self.entry(code)?;
        let codes = self.now.all().iter().map(|entry| &entry.code);
        let mut order: Vec<Code> = codes.filter(|one| *one != code).cloned().collect();
        let place = match before {
            None => order.len(),
            Some(before) if before == code => return Err(Refusal::CatalogueStays),
            Some(before) => order.iter().position(|one| one == before).ok_or(Refusal::UnknownProcedure)?,
        };
        order.insert(place, code.clone());
        Ok(Layer { order, ..self.layer.clone() })
    }

    /// The layer with what a file brings.
    pub fn importing(&self, import: &Import) -> Layer {
        let is_new = |entry: &&Procedure| self.now.get(&entry.code) != Some(*entry);
        let mut layer = self.keeping(import.procedures.iter().filter(is_new).cloned());
        for field in import.fields.iter().filter(|field| !self.now.fields().contains(field)) {
            layer.fields.retain(|own| own.id != field.id);
            if !self.built_in.fields().contains(field) {
                layer.fields.push(field.clone());
            }
        }
        for series in import.series.iter().filter(|series| !self.now.series().contains(series)) {
            layer.series.retain(|own| own.letter != series.letter);
            if !self.built_in.series().contains(series) {
                layer.series.push(series.clone());
            }
        }
        if let Some(order) = import.order(self.now) {
            layer.order = order;
        }
        layer
    }

    /// Whether dropping its own version takes an entry away altogether.
    pub fn is_own_alone(&self, code: &Code) -> bool {
        self.now.origin(code) == Origin::Added
    }

    fn entry(&self, code: &Code) -> Result<&Procedure, Refusal> {
        self.now.get(code).ok_or(Refusal::UnknownProcedure)
    }

    fn entry_that_may_end(&self, code: &Code) -> Result<&Procedure, Refusal> {
        if code.0 == UNKNOWN_NEED { Err(Refusal::UnknownNeedStays) } else { self.entry(code) }
    }

    /// The entries that say that they take the place of a code, but for one of them, without saying so.
    fn without_claim(&self, code: &Code, but: Option<&Code>) -> Vec<Procedure> {
        let claims = |entry: &&Procedure| entry.replaces.contains(code) && Some(&entry.code) != but;
        let mut entries: Vec<Procedure> = self.now.all().iter().filter(claims).cloned().collect();
        for entry in &mut entries {
            entry.replaces.retain(|one| one != code);
        }
        entries
    }
}
