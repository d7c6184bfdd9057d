//! What becomes of the desk's layer by an edit: the rules alone, without the file.

use super::{Catalogue, Import, Layer, Origin};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::{Code, Day, Procedure, Refusal};

/// A desk's layer, what it lies over and what comes of the two: the ground of an edit.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The catalogue that came with the program.
    pub built_in: &'a Catalogue,
    /// The catalogue in use.
    pub now: &'a Catalogue,
    /// The layer.
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
    ///
    /// # Errors
    /// Refused when there is none.
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
    ///
    /// # Errors
    /// As [`Self::retiring`], for both.
    pub fn replacing(&self, code: &Code, last: Day, by: &Code) -> Result<Layer, Refusal> {
        let old = self.entry_that_may_end(code)?;
        let mut new = self.entry(by)?.clone();
        let old = Procedure { valid_until: Some(last), replaced_by: Some(by.clone()), ..old.clone() };
        if !new.replaces.contains(code) {
            new.replaces.push(code.clone());
        }
        Ok(self.keeping(self.without_claim(code, Some(by)).into_iter().chain([old, new])))
    }

    /// The layer in which a local service is turned on.
    ///
    /// # Errors
    /// Refused for an entry that is not local.
    pub fn turning_on(&self, code: &Code) -> Result<Layer, Refusal> {
        let mut layer = self.turning_off(code)?;
        layer.turned_on.push(code.clone());
        Ok(layer)
    }

    /// The layer in which a local service is turned off.
    ///
    /// # Errors
    /// Refused for an entry that is not local.
    pub fn turning_off(&self, code: &Code) -> Result<Layer, Refusal> {
        if !self.entry(code)?.local {
            return Err(Refusal::NotLocal(code.clone()));
        }
        let mut layer = self.layer.clone();
        layer.turned_on.retain(|one| one != code);
        Ok(layer)
    }

    /// The layer in which an entry stands before another one, or last.
    ///
    /// # Errors
    /// Refused when one of the two is not known.
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
