//! One name of an entry, and how what was typed fits it: as some of its words, or as a sentence that has it within.

use super::Rank;
use super::search::{FEWEST_JOINED, Reading, Search, Typed};
use super::words::{Fit, FoundIn, Letters, WordId, Words};
use crate::domain::fold::fold;

/// A name, a short name or an alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EntryName {
    folded: String,
    joined: String,
    initials: String,
    letters: Letters,
    letters_of_initials: Letters,
    words: Vec<WordId>,
    /// Short names and aliases are what people say; full names are what papers say.
    said: bool,
}

/// Some words of a name, one after the other, that were typed.
struct Run {
    /// Where in the name it begins.
    at: usize,
    /// Whether the last word goes on after what was typed.
    goes_on: bool,
    /// How many of its words have a typing error.
    errors: Rank,
}

impl EntryName {
    pub(super) fn new(text: &str, said: bool, words: &mut Words) -> Self {
        let folded = fold(text);
        let initials: String = folded.split(' ').filter_map(|word| word.chars().next()).collect();
        let joined: String = folded.split(' ').collect();
        Self {
            words: words.of(&folded),
            letters: Letters::of(&joined),
            letters_of_initials: Letters::of(&initials),
            folded,
            joined,
            initials,
            said,
        }
    }

    pub(super) const fn letters(&self) -> Letters {
        self.letters
    }

    /// Which letters begin its words.
    pub(super) const fn letters_of_initials(&self) -> Letters {
        self.letters_of_initials
    }

    pub(super) fn is(&self, text: &str) -> bool {
        self.folded == text
    }

    pub(super) fn words(&self) -> &[WordId] {
        &self.words
    }

    /// The fewer words a text has beside the typed ones, the more it is what was meant; a word that goes on after
    /// what was typed (`gia`, «giám») counts for less than a whole one.
    pub(super) fn rank(&self, typed: &Reading, forgiving: bool) -> Option<Rank> {
        let later = u32::from(!self.said);
        let run = self.run(&typed.words, forgiving);
        let beside = self.words.len().saturating_sub(typed.words.len());
        if let Some(run) = &run
            && beside == 0
            && !run.goes_on
        {
            return Some(2 + later + 4 * run.errors);
        }
        let is_short = typed.words.len() == 1 && self.letters_of_initials.have(typed.letters);
        let short = if is_short { typed.text.as_str() } else { "" };
        if short.len() > 1 && self.initials == short {
            return Some(14 + later);
        }
        if let Some(run) = run {
            let inside = if run.at == 0 { 10 } else { 12 };
            let beside = u32::try_from(beside).unwrap_or(u32::MAX).min(8);
            return Some(inside + 2 * beside + 3 * u32::from(run.goes_on) + later + 4 * run.errors);
        }
        // The space was forgotten, or there is one too many.
        if typed.joined.len() >= FEWEST_JOINED
            && self.letters.have(typed.letters)
            && self.starts_joined(&typed.joined)
        {
            return Some(34 + later);
        }
        if !short.is_empty() && self.initials.starts_with(short) {
            Some(36 + later)
        } else if short.len() > 1 && self.initials.contains(short) {
            Some(44 + later)
        } else {
            None
        }
    }

    /// Whether the typed words stand one after the other, each whole.
    pub(super) fn has_run(&self, typed: &[Typed], forgiving: bool) -> bool {
        self.run(typed, forgiving).is_some_and(|run| !run.goes_on)
    }

    /// Where the typed words stand one after the other, all but the last as whole words; the place where they fit
    /// best.
    fn run(&self, typed: &[Typed], forgiving: bool) -> Option<Run> {
        let last = typed.len().checked_sub(1)?;
        let mut best: Option<Run> = None;
        for (at, words) in self.words.windows(typed.len()).enumerate() {
            let mut run = Run { at, goes_on: false, errors: 0 };
            let fits = typed.iter().zip(words).enumerate().all(|(number, (typed, word))| {
                match typed.fit(*word, forgiving) {
                    Fit::No => return false,
                    Fit::Nearly => run.errors += 1,
                    Fit::GoesOn if number < last => return false,
                    Fit::GoesOn => run.goes_on = true,
                    Fit::Whole => {}
                }
                true
            });
            let key = |run: &Run| (run.errors, run.goes_on, run.at);
            if fits && best.as_ref().is_none_or(|best| key(&run) < key(best)) {
                best = Some(run);
            }
        }
        best
    }

    /// Whether the name without its spaces goes on with that text from the start of a word.
    fn starts_joined(&self, joined: &str) -> bool {
        let mut starts = self.folded.split(' ').scan(0, |at, word| {
            let start = *at;
            *at += word.len();
            Some(start)
        });
        starts.any(|at| self.joined[at..].starts_with(joined))
    }

    /// Where the whole name stands among the typed words: people say more than the name.
    pub(super) fn stands_in(&self, query: &Search, forgiving: bool) -> Option<std::ops::Range<usize>> {
        let is_telling = self.words.len() > 1 || self.folded.len() > 2;
        let is_said = || self.words.iter().all(|word| query.says(*word, forgiving));
        if !self.said || !is_telling || self.words.is_empty() || !is_said() {
            return None;
        }
        let typed = &query.whole()?.words;
        let width = self.words.len();
        let fits = |words: &[Typed]| {
            words
                .iter()
                .zip(&self.words)
                .all(|(typed, word)| matches!(typed.fit(*word, forgiving), Fit::Whole | Fit::Nearly))
        };
        typed.windows(width).position(fits).map(|at| at..at + width)
    }

    /// Whether a typed word is made of the first letters of words that stand together here: `dk`, «đăng ký».
    pub(super) fn has_initials(&self, typed: &str) -> bool {
        (2..=5).contains(&typed.len()) && self.initials.contains(typed)
    }

    /// Whether what was typed stands somewhere in it, inside a word, too.
    pub(super) fn contains(&self, typed: &Reading) -> bool {
        self.letters.have(typed.letters) && self.folded.contains(&typed.text)
    }
}

/// Fewer words than this are not a sentence; each of them has to fit.
const FEWEST_WORDS: usize = 3;

/// How well a whole sentence fits an entry that has most of its telling words, two of them side by side: most Vietnamese words
/// are written as two, and one half alone says nothing.
pub(super) fn rank_sentence(
    typed: &[Typed],
    at: usize,
    names: &[EntryName],
    forgiving: bool,
) -> Option<Rank> {
    if typed.len() < FEWEST_WORDS {
        return None;
    }
    let (mut all, mut found) = (0, 0);
    for (number, word) in typed.iter().enumerate() {
        all += word.weight;
        let is_last = number + 1 == typed.len();
        let fits = word.stands(at, FoundIn::Names);
        let stands = fits.is_said(forgiving) || (is_last && fits.has(Fit::GoesOn));
        found += if stands { word.weight } else { 0 };
    }
    // At least half of what was said.
    if 2 * found < all {
        return None;
    }
    let side_by_side = typed.windows(2).any(|two| {
        two.iter().any(|word| !word.is_common)
            && two.iter().all(|word| word.stands(at, FoundIn::Names).is_said(forgiving))
            && names.iter().any(|name| name.has_run(two, forgiving))
    });
    side_by_side.then(|| 64 + 64 * (all - found) / all.max(1))
}

/// A name that stands whole in a longer sentence: the longer the name, and the less is said beside it, the better.
pub(super) fn rank_whole_name(
    query: &Search,
    at: usize,
    names: &[EntryName],
    forgiving: bool,
) -> Option<Rank> {
    let typed = &query.whole()?.words;
    let rank = |name: &EntryName| {
        let run = name.stands_in(query, forgiving)?;
        let length = Rank::try_from(run.len()).unwrap_or(Rank::MAX).min(6);
        let is_beside = |(number, word): &(usize, &Typed)| {
            !run.contains(number) && !word.is_common && !word.stands(at, FoundIn::Names).has(Fit::Whole)
        };
        let beside = typed.iter().enumerate().filter(is_beside).count();
        let beside = Rank::try_from(beside).unwrap_or(Rank::MAX).min(8);
        let is_short = u32::from(length == 1);
        Some(72 + 4 * beside + 8 * is_short - 4 * length)
    };
    names.iter().filter_map(rank).min()
}
