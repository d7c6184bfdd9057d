//! A party that comes back: what was ticked at its earlier visit, offered again.

use super::assist::{Assist, Check, CheckList, CheckState};
use super::catalogue::Catalogue;
use super::ids::{AssistId, VisitId};
use super::procedure::{Code, Fact, Procedure};
use super::time::Day;
use crate::lang::Both;

/// What a visit goes on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The visit that goes on.
    pub visit: VisitId,
    /// The day of the earlier one.
    pub day: Day,
    /// What the earlier one was helped with, with its ticks.
    pub assists: Vec<Assist>,
}

/// What an assist can take up from the earlier visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub assist: AssistId,
    /// The steps that were ticked, by their places today.
    pub steps: Vec<u8>,
    /// The papers and preconditions that were there, by their places today.
    pub there: Vec<(CheckList, u8)>,
    /// How many steps and papers the entry has today.
    pub of: (usize, usize),
    /// Whether something of it is not ticked yet.
    pub is_new: bool,
}

impl Share {
    pub fn papers(&self) -> usize {
        self.there.iter().filter(|(part, _)| *part == CheckList::Paper).count()
    }
}

/// What the assists of today can take up, one share for each that can.
///
/// Of the same procedure each tick keeps its place. Its successor may ask for other things in another order: there only
/// what has the same words is taken up.
pub fn shares(earlier: &[Assist], today: &[Assist], catalogue: &Catalogue) -> Vec<Share> {
    let share = |now: &Assist| {
        let entry = catalogue.get(&now.procedure)?;
        let before = earlier.iter().find(|old| is_of(&old.procedure, entry, catalogue))?;
        let old = catalogue.get(&before.procedure)?;
        let steps = before.ticked.iter().filter_map(|step| moved(*step, &old.steps, &entry.steps));
        let there = before.checks.iter().filter(|check| check.state == CheckState::There);
        let there = there.filter_map(|Check { part, place, .. }| {
            let fact = Fact::from(*part);
            moved(*place, old.list(fact)?, entry.list(fact)?).map(|place| (*part, place))
        });
        let (steps, there): (Vec<u8>, Vec<(CheckList, u8)>) = (steps.collect(), there.collect());
        let is_new = steps.iter().any(|step| !now.ticked.contains(step))
            || there.iter().any(|(part, place)| now.check(*part, *place) != Some(CheckState::There));
        let of = (entry.steps.vi.len(), entry.papers.vi.len());
        Some(Share { assist: now.id, steps, there, of, is_new })
    };
    today
        .iter()
        .filter_map(share)
        .filter(|share| !share.steps.is_empty() || !share.there.is_empty())
        .collect()
}

/// Whether a code is that of the entry, or of one that it took the place of.
fn is_of(code: &Code, entry: &Procedure, catalogue: &Catalogue) -> bool {
    // A chain of successors is short; one that goes in a circle ends here, too.
    let mut now = Some(code);
    for _ in 0..10 {
        let Some(one) = now else { break };
        if *one == entry.code {
            return true;
        }
        now = catalogue.get(one).and_then(|entry| entry.replaced_by.as_ref());
    }
    entry.replaces.contains(code)
}

/// The place in the list of today of what stood at `place`; `None` when it is not asked for any more.
fn moved(place: u8, old: &Both<Vec<String>>, new: &Both<Vec<String>>) -> Option<u8> {
    let words = old.vi.get(usize::from(place))?;
    // What stands twice in a list keeps its place.
    if new.vi.get(usize::from(place)) == Some(words) {
        return Some(place);
    }
    new.vi.iter().position(|one| one == words).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Outcome, StationNo, VolunteerId};

    fn assist(id: i64, code: &str, ticked: &[u8], there: &[u8]) -> Assist {
        let check = |place: &u8| Check { part: CheckList::Paper, place: *place, state: CheckState::There };
        Assist {
            id: AssistId(id),
            visit: VisitId(id),
            procedure: Code::new(code),
            quantity: 1,
            how: None,
            channel: None,
            payment: None,
            outcome: Outcome::Open,
            by: VolunteerId(1),
            station: StationNo::FIRST,
            ticked: ticked.to_vec(),
            checks: there.iter().map(check).collect(),
            come_back: None,
        }
    }

    #[test]
    fn the_same_procedure_takes_up_what_was_there_and_not_what_was_missing() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut old = assist(1, "1.001193", &[0, 2], &[1]);
        old.checks.push(Check { part: CheckList::Paper, place: 0, state: CheckState::Missing });
        old.checks.push(Check { part: CheckList::Before, place: 0, state: CheckState::There });
        let now = assist(2, "1.001193", &[0], &[]);
        let found = shares(std::slice::from_ref(&old), std::slice::from_ref(&now), &catalogue);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].assist, &found[0].steps[..]), (AssistId(2), &[0, 2][..]));
        assert_eq!(found[0].there, [(CheckList::Paper, 1), (CheckList::Before, 0)]);
        assert!(found[0].is_new && found[0].papers() == 1);
        // Another procedure has nothing to take up, and what is ticked already is not new.
        assert_eq!(shares(&[old.clone()], &[assist(2, "2.000815", &[], &[])], &catalogue), []);
        let mut done = assist(2, "1.001193", &[0, 2], &[1]);
        done.checks.push(Check { part: CheckList::Before, place: 0, state: CheckState::There });
        assert!(!shares(&[old], &[done], &catalogue)[0].is_new);
    }

    #[test]
    fn a_successor_takes_up_what_has_the_same_words() {
        let catalogue = Catalogue::built_in().unwrap();
        let entry = catalogue.get(&Code::new("1.001193")).unwrap();
        let mut successor = entry.clone();
        successor.code = Code::new("9.000001");
        successor.replaces = vec![entry.code.clone()];
        successor.steps.vi.swap(0, 1);
        successor.steps.en.swap(0, 1);
        successor.papers.vi[1] = "Giấy khác hẳn".to_owned();
        let catalogue = catalogue.with(vec![successor]).unwrap();
        let found = shares(
            &[assist(1, "1.001193", &[0, 3], &[0, 1])],
            &[assist(2, "9.000001", &[], &[])],
            &catalogue,
        );
        assert_eq!((&found[0].steps[..], &found[0].there[..]), (&[1, 3][..], &[(CheckList::Paper, 0)][..]));
    }
}
