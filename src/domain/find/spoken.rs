//! Whole sentences: more is said than any name has, and some of it stands nowhere in the catalogue.

use super::Rank;
use super::name::Name;
use super::query::Typed;
use super::words::{Fit, WordId};

/// Fewer words than this are not a sentence; each of them has to fit.
const FEWEST_WORDS: usize = 3;

/// How well a sentence fits an entry that has most of its telling words, two of them side by side: most Vietnamese words
/// are written as two, and one half alone says nothing.
pub(super) fn rank(typed: &[Typed], names: &[Name], in_names: &[WordId], forgiving: bool) -> Option<Rank> {
    if typed.len() < FEWEST_WORDS {
        return None;
    }
    let (mut all, mut found) = (0, 0);
    for (number, word) in typed.iter().enumerate() {
        all += word.weight;
        let is_last = number + 1 == typed.len();
        let stands = in_names.iter().any(|known| match word.fit(*known, forgiving) {
            Fit::No => false,
            Fit::GoesOn => is_last,
            Fit::Nearly | Fit::Whole => true,
        });
        found += if stands { word.weight } else { 0 };
    }
    // At least half of what was said.
    if 2 * found < all {
        return None;
    }
    let side_by_side = typed.windows(2).any(|two| {
        two.iter().any(|word| !word.is_common) && names.iter().any(|name| name.has_run(two, forgiving))
    });
    side_by_side.then(|| 64 + 64 * (all - found) / all.max(1))
}

/// A name that stands whole in a longer sentence: the longer the name, and the less is said beside it, the better.
pub(super) fn rank_whole_name(
    typed: &[Typed],
    names: &[Name],
    in_names: &[WordId],
    forgiving: bool,
) -> Option<Rank> {
    let rank = |name: &Name| {
        let run = name.stands_in(typed, forgiving)?;
        let length = Rank::try_from(run.len()).unwrap_or(Rank::MAX).min(6);
        let is_beside = |(at, word): &(usize, &Typed)| {
            !run.contains(at)
                && !word.is_common
                && !in_names.iter().any(|known| word.fit(*known, forgiving) == Fit::Whole)
        };
        let beside = typed.iter().enumerate().filter(is_beside).count();
        let beside = Rank::try_from(beside).unwrap_or(Rank::MAX).min(8);
        let is_short = u32::from(length == 1);
        Some(72 + 4 * beside + 8 * is_short - 4 * length)
    };
    names.iter().filter_map(rank).min()
}
