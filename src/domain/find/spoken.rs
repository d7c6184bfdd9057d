//! Whole sentences: more is said than any name has, and some of it stands nowhere in the catalogue.

use super::Rank;
use super::name::Name;
use super::places::Part;
use super::query::{Query, Typed};
use super::words::Fit;

/// Fewer words than this are not a sentence; each of them has to fit.
const FEWEST_WORDS: usize = 3;

/// How well a sentence fits an entry that has most of its telling words, two of them side by side: most Vietnamese words
/// are written as two, and one half alone says nothing.
pub(super) fn rank(typed: &[Typed], at: usize, names: &[Name], forgiving: bool) -> Option<Rank> {
    if typed.len() < FEWEST_WORDS {
        return None;
    }
    let (mut all, mut found) = (0, 0);
    for (number, word) in typed.iter().enumerate() {
        all += word.weight;
        let is_last = number + 1 == typed.len();
        let fits = word.stands(at, Part::Names);
        let stands = fits.is_said(forgiving) || (is_last && fits.has(Fit::GoesOn));
        found += if stands { word.weight } else { 0 };
    }
    // At least half of what was said.
    if 2 * found < all {
        return None;
    }
    let side_by_side = typed.windows(2).any(|two| {
        two.iter().any(|word| !word.is_common)
            && two.iter().all(|word| word.stands(at, Part::Names).is_said(forgiving))
            && names.iter().any(|name| name.has_run(two, forgiving))
    });
    side_by_side.then(|| 64 + 64 * (all - found) / all.max(1))
}

/// A name that stands whole in a longer sentence: the longer the name, and the less is said beside it, the better.
pub(super) fn rank_whole_name(query: &Query, at: usize, names: &[Name], forgiving: bool) -> Option<Rank> {
    let typed = &query.whole()?.words;
    let rank = |name: &Name| {
        let run = name.stands_in(query, forgiving)?;
        let length = Rank::try_from(run.len()).unwrap_or(Rank::MAX).min(6);
        let is_beside = |(number, word): &(usize, &Typed)| {
            !run.contains(number) && !word.is_common && !word.stands(at, Part::Names).has(Fit::Whole)
        };
        let beside = typed.iter().enumerate().filter(is_beside).count();
        let beside = Rank::try_from(beside).unwrap_or(Rank::MAX).min(8);
        let is_short = u32::from(length == 1);
        Some(72 + 4 * beside + 8 * is_short - 4 * length)
    };
    names.iter().filter_map(rank).min()
}
