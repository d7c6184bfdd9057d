//! Which code takes the place of which, and when: on the day a law begins its procedures take over by themselves.

use std::collections::HashMap;

use super::FlawKind;
use crate::domain::procedure::{Code, Procedure};
use crate::domain::time::Day;

const REPLACED_BY: &str = "replaced_by";
const REPLACES: &str = "replaces";

/// The successors of a catalogue, without rings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Succession {
    next: HashMap<Code, Code>,
    last_days: Vec<Option<Day>>,
}

/// Somewhere it is written that one code takes the place of another.
struct Claim<'a> {
    by: &'a Code,
    at: usize,
    key: &'static str,
}

impl Succession {
    /// The successors by `replaced_by` of the old entries and `replaces` of the new ones; one of the two is enough.
    pub(super) fn of(procedures: &[Procedure], by_code: &HashMap<Code, usize>) -> Result<Self, FlawKind> {
        let mut claims: HashMap<&Code, Claim> = HashMap::new();
        for (at, entry) in procedures.iter().enumerate() {
            let named = entry.replaced_by.iter().map(|new| (&entry.code, new, REPLACED_BY));
            let taken = entry.replaces.iter().map(|old| (old, &entry.code, REPLACES));
            for (old, new, key) in named.chain(taken) {
                if old == new {
                    return Err(FlawKind::ReplacesItself(entry.code.clone(), key));
                }
                if !by_code.contains_key(new) {
                    return Err(FlawKind::UnknownSuccessor(entry.code.clone(), new.clone()));
                }
                match claims.get(old) {
                    None => {
                        claims.insert(old, Claim { by: new, at, key });
                    }
                    Some(claim) if claim.by == new => {}
                    Some(claim) => {
                        let by = Box::new([claim.by.clone(), new.clone()]);
                        let (code, entry) = (old.clone(), entry.code.clone());
                        return Err(FlawKind::TwoSuccessors { code, by, entry, key });
                    }
                }
            }
        }
        refuse_a_ring(procedures, &claims)?;
        let day_before = |entry: &Procedure| {
            let next = claims.get(&entry.code).and_then(|claim| by_code.get(claim.by));
            next.map(|at| procedures[*at].valid_from.minus_days(1))
        };
        let last_days = procedures
            .iter()
            // A day that is written down counts: what takes over may have been offered for long.
            .map(|entry| entry.valid_until.or_else(|| day_before(entry)))
            .collect();
        let next = claims.iter().map(|(old, claim)| ((*old).clone(), claim.by.clone())).collect();
        Ok(Self { next, last_days })
    }

    /// The code that takes the place of this one.
    pub(super) fn next(&self, code: &Code) -> Option<&Code> {
        self.next.get(code)
    }

    /// The last day of the entry at that place.
    pub(super) fn last_day(&self, at: usize) -> Option<Day> {
        self.last_days.get(at).copied().flatten()
    }
}

/// Follows every entry to its end; the steps taken once are not taken again, so that a long line costs no more than
/// its length.
fn refuse_a_ring(procedures: &[Procedure], claims: &HashMap<&Code, Claim>) -> Result<(), FlawKind> {
    let mut walk_of: HashMap<&Code, usize> = HashMap::new();
    for (walk, entry) in procedures.iter().enumerate() {
        let mut code = &entry.code;
        while let Some(claim) = claims.get(code) {
            match walk_of.get(code) {
                Some(earlier) if *earlier != walk => break,
                Some(_) => return Err(ring(code, procedures, claims)),
                None => {
                    walk_of.insert(code, walk);
                    code = claim.by;
                }
            }
        }
    }
    Ok(())
}

/// The ring that a code is part of; it is told where the last entry of the file closes it.
fn ring(start: &Code, procedures: &[Procedure], claims: &HashMap<&Code, Claim>) -> FlawKind {
    let mut codes = vec![start.clone()];
    let mut closing = claims.get(start);
    let mut next = closing;
    while let Some(claim) = next.filter(|claim| claim.by != start) {
        codes.push(claim.by.clone());
        next = claims.get(claim.by);
        closing = closing.into_iter().chain(next).max_by_key(|claim| claim.at);
    }
    let (at, key) = closing.map_or((0, REPLACED_BY), |claim| (claim.at, claim.key));
    let entry = procedures.get(at).map_or_else(|| start.clone(), |entry| entry.code.clone());
    FlawKind::Cycle { codes, entry, key }
}
