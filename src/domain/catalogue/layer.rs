//! The desk's own layer over the catalogue that came with the program: what was changed or added here, in which order
//! entries are offered, and which local services the commune has turned on.
//!
//! A new program brings a new built-in catalogue; the layer stays, and what the desk never touched follows the program.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Catalogue, Field, FlawKind, SeriesEntry};
use crate::domain::{Code, Procedure};

/// Where an entry of the catalogue in use comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program.
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
    ///
    /// # Errors
    /// What is wrong with the two together.
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
                own.changed.insert(entry.code.clone());
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
    /// Where the entry of a code comes from.
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
