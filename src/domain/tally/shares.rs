//! The shares that leaders ask about: the desk's own contribution, never the commune's official rate (docs/domain.md, "Tallies and reports").

use super::super::coded::coded;
use super::super::office::Targets;
use super::{Amount, FigureId, Tally};

coded! {
    ShareKind {
        /// Of the dossiers filed with the desk's help, those filed online.
        Online = "online",
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

impl ShareKind {
    /// The figure that is held against the target.
    pub const fn figure(self) -> FigureId {
        match self {
            Self::Online => FigureId::OnlineShare,
            Self::Paid => FigureId::PaidShare,
            Self::LevelTwo => FigureId::LevelTwoShare,
        }
    }

    const fn target(self, targets: Targets) -> Option<u8> {
        match self {
            Self::Online => targets.online,
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
