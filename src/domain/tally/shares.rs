//! The shares that leaders ask about: the desk's own contribution, never the commune's official rate (docs/domain.md, "Tallies and reports").

use super::super::coded::coded;
use super::super::office::Targets;
use super::{Amount, FigureId, Tally};

coded! {
    ShareKind {
        /// Of the dossiers filed with the desk's help, those filed online, fully or partly.
        Online = "online",
        /// Of those dossiers, those filed fully online.
        Whole = "online-whole",
        /// Of those dossiers, those paid for online.
        Paid = "paid-online",
        /// Of the attempts to activate level 2 at the desk, those done.
        LevelTwo = "level-2",
    }
}

/// A share and its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub kind: ShareKind,
    pub part: u32,
    pub whole: u32,
    /// The target in whole per cent, where the office has set one.
    pub target: Option<u8>,
}

impl Share {
    /// In hundredths of a per cent; `None` of nothing.
    pub fn hundredths(self) -> Option<u64> {
        hundredths(self.part.into(), self.whole.into())
    }
}

/// A part of a whole in hundredths of a per cent, rounded half up; `None` of nothing.
pub fn hundredths(part: u64, whole: u64) -> Option<u64> {
    (part * 10_000 + whole / 2).checked_div(whole)
}

/// The parts of one whole in so many units, 100 for whole per cent and 10,000 for hundredths: each rounded so that together
/// they are what the whole is worth. What is left over goes to the largest remainders, the first of equal ones.
pub fn apportioned(parts: &[u64], whole: u64, units: u64) -> Vec<u64> {
    if whole == 0 {
        return vec![0; parts.len()];
    }
    let exact = |part: u64| u128::from(part) * u128::from(units);
    let floor = |part: u64| u64::try_from(exact(part) / u128::from(whole)).unwrap_or(u64::MAX);
    let mut shares: Vec<u64> = parts.iter().map(|part| floor(*part)).collect();
    let sum: u64 = parts.iter().sum();
    let rounded = (exact(sum) + u128::from(whole) / 2) / u128::from(whole);
    let given: u64 = shares.iter().sum();
    let left = u64::try_from(rounded).unwrap_or(u64::MAX).saturating_sub(given);
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(exact(parts[*at]) % u128::from(whole)));
    for at in by_remainder.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        shares[at] += 1;
    }
    shares
}

impl ShareKind {
    /// The figure that is held against the target.
    pub const fn figure(self) -> FigureId {
        match self {
            Self::Online => FigureId::OnlineShare,
            Self::Whole => FigureId::WholeShare,
            Self::Paid => FigureId::PaidShare,
            Self::LevelTwo => FigureId::LevelTwoShare,
        }
    }

    const fn target(self, targets: Targets) -> Option<u8> {
        match self {
            Self::Online => targets.online,
            Self::Whole => targets.whole,
            Self::Paid => targets.paid,
            Self::LevelTwo => targets.level_two,
        }
    }
}

impl Tally {
    /// The shares, with or without a target.
    pub fn shares(&self, targets: Targets) -> Vec<Share> {
        let share = |&kind: &ShareKind| match kind.figure().of(self) {
            Amount::Share(part, whole) => Some(Share { kind, part, whole, target: kind.target(targets) }),
            _ => None,
        };
        ShareKind::ALL.iter().filter_map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_of_a_table_add_up() {
        for (parts, whole, units, expected) in [
            (vec![1, 1, 1], 3, 10_000, vec![3_334, 3_333, 3_333]),
            (vec![1, 1, 1], 3, 100, vec![34, 33, 33]),
            (vec![2, 3, 2], 7, 100, vec![29, 43, 28]),
            (vec![5, 0], 5, 100, vec![100, 0]),
            // A part of the whole is not in the table.
            (vec![1, 1], 4, 100, vec![25, 25]),
            (vec![1, 1], 3, 100, vec![34, 33]),
            (vec![], 0, 100, vec![]),
            (vec![0, 0], 0, 100, vec![0, 0]),
        ] {
            assert_eq!(apportioned(&parts, whole, units), expected, "{parts:?} of {whole}");
        }
    }

    #[test]
    fn a_share_is_rounded_half_up_and_nothing_has_none() {
        for (part, whole, share) in [
            (5, 7, Some(7_143)),
            (1, 3, Some(3_333)),
            (2, 3, Some(6_667)),
            (1, 20_000, Some(1)),
            (0, 9, Some(0)),
            (9, 9, Some(10_000)),
            (0, 0, None),
        ] {
            assert_eq!(hundredths(part, whole), share, "{part}/{whole}");
        }
    }
}
