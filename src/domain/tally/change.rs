//! What differs between two counts of one span: a sheet that is printed again says it.

use std::collections::{BTreeMap, BTreeSet};

use super::key::Measure;
use super::opened::Figure;
use super::{Number, Tally};
use crate::domain::op::Op;
use crate::domain::time::Stamp;

/// A number that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands in the tally: `visits`, `fields.ho-tich.persons`.
    pub path: String,
    pub before: i64,
    pub now: i64,
}

/// The numbers of a tally by where they stand.
pub type Numbers = BTreeMap<String, i64>;

/// The last print of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastPrint {
    /// How often it was printed by now.
    pub times: u32,
    /// When it was printed for the first time.
    pub first: Stamp,
    pub at: Stamp,
    /// The numbers it said then.
    pub numbers: Numbers,
    /// What was corrected since the first print of visits that ended in its span, each with the moment.
    pub corrections: Vec<(Stamp, Op)>,
}

impl Figure {
    /// Where it stands in the tally: `visits`, `fields.ho-tich.persons`. Rows are called by what they are about, so that a
    /// new row moves no other.
    pub fn path(&self) -> String {
        match self {
            Self::Alone(id) => id.id().to_owned(),
            Self::Cell(table, key, column) => format!("{}.{}.{}", table.id(), key.code(), column.id()),
        }
    }
}

impl Tally {
    /// Every number of it, each once, by where it stands. What was taken back, is missing or in surplus counts one by one.
    pub fn numbers(&self) -> Numbers {
        let lists: [(Measure, &[Number]); 3] = [
            (Measure::Withdrawn, &self.proof.withdrawn),
            (Measure::Missing, &self.proof.missing),
            (Measure::Surplus, &self.proof.surplus),
        ];
        let mut numbers = Numbers::new();
        for (figure, amount) in self.figures() {
            let list = lists.iter().find(|(measure, _)| figure.measure() == Some(*measure));
            match (list, amount.plain()) {
                (Some((_, list)), _) => {
                    numbers.extend(list.iter().map(|one| (format!("{}.{one}", figure.path()), 1)));
                }
                (None, number) => _ = numbers.insert(figure.path(), number.unwrap_or(0)),
            }
        }
        numbers
    }
}

/// What differs, in the order of the paths; a row that is gone or new counts as nought where it is not.
pub fn changes(before: &Numbers, now: &Numbers) -> Vec<Change> {
    let paths: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    paths
        .into_iter()
        .map(|path| {
            let of = |numbers: &Numbers| numbers.get(path).copied().unwrap_or(0);
            Change { path: path.clone(), before: of(before), now: of(now) }
        })
        .filter(|change| change.before != change.now)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_row_moves_no_other() {
        let numbers =
            |of: &[(&str, i64)]| of.iter().map(|(path, number)| ((*path).to_owned(), *number)).collect();
        let before: Numbers = numbers(&[("visits", 4), ("how.guided.assists", 3), ("stations.2.served", 4)]);
        let now: Numbers = numbers(&[
            ("visits", 5),
            ("how.guided.assists", 3),
            ("stations.1.served", 1),
            ("stations.2.served", 4),
        ]);
        let change = |path: &str, before, now| Change { path: path.to_owned(), before, now };
        assert_eq!(changes(&before, &now), [change("stations.1.served", 0, 1), change("visits", 4, 5)]);
        assert_eq!(changes(&now, &now), []);
    }
}
