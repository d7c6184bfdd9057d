//! Names as used: what an entry was called when it was last helped with, so that an edit, an import, a removal or a new
//! program alters no old paper.

use std::borrow::Cow;

use super::{Catalogue, Field};
use crate::domain::procedure::{Code, Kind, Procedure};
use crate::domain::time::Day;
use crate::lang::Both;

/// The name, the kind and the field under which a code was asked for or helped with from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameUsed {
    pub code: Code,
    /// The first day on which it was used under this name.
    pub since: Day,
    pub kind: Kind,
    /// Its field, with the field's name of that time.
    pub field: Field,
    pub name: Both<String>,
    pub short: Both<String>,
}

impl NameUsed {
    /// What an entry of the catalogue is called now; `None` of a code that it does not have.
    pub fn of(catalogue: &Catalogue, code: &Code, since: Day) -> Option<Self> {
        let (entry, field) = (catalogue.get(code)?, catalogue.field_of(code)?);
        Some(Self {
            code: code.clone(),
            since,
            kind: entry.kind,
            field: field.clone(),
            name: entry.name.clone(),
            short: entry.short.clone(),
        })
    }

    /// Whether it is the same name, from whichever day on.
    pub fn says_the_same(&self, other: &Self) -> bool {
        *self == Self { since: self.since, ..other.clone() }
    }
}

impl Catalogue {
    /// The catalogue with these names laid over: what papers of an earlier span are written with. `names` has at most
    /// one of a code, the oldest first. A code that the catalogue no longer has is there by its name alone, and is not offered.
    pub fn as_used(&self, names: &[NameUsed]) -> Cow<'_, Self> {
        let is_now = |name: &NameUsed| NameUsed::of(self, &name.code, name.since).as_ref() == Some(name);
        if names.iter().all(is_now) {
            return Cow::Borrowed(self);
        }
        let mut catalogue = self.clone();
        // All of them, the oldest first: of the names of a field the last one stays.
        for name in names {
            catalogue.lay_over(name);
        }
        Cow::Owned(catalogue)
    }

    fn lay_over(&mut self, name: &NameUsed) {
        match self.fields.iter_mut().find(|field| field.id == name.field.id) {
            Some(field) => field.name = name.field.name.clone(),
            None => self.fields.push(name.field.clone()),
        }
        if let Some(at) = self.by_code.get(&name.code) {
            let entry = &mut self.procedures[*at];
            entry.kind = name.kind;
            entry.field.clone_from(&name.field.id);
            entry.name.clone_from(&name.name);
            entry.short.clone_from(&name.short);
            return;
        }
        self.by_code.insert(name.code.clone(), self.procedures.len());
        self.procedures.push(gone(name));
    }
}

/// An entry of which only the name is left.
fn gone(name: &NameUsed) -> Procedure {
    Procedure {
        name: name.name.clone(),
        short: name.short.clone(),
        // Never turned on: only a paper names it.
        local: true,
        ..Procedure::bare(name.code.clone(), name.kind, name.field.id.clone(), name.since)
    }
}
