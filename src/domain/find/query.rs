//! What was typed, asked of every word once.

use std::rc::Rc;

use super::fillers;
use super::words::{Fit, Letters, WordId, Words};
use crate::domain::fold::fold;

/// More words than this are not typed at a desk; what is pasted is cut there.
const MOST_WORDS: usize = 24;

/// How much a word tells that the catalogue does not have: as much as one that stands in an eighth of its entries. More,
/// and a name that is not listed would hide what was said beside it.
const NEW_WORD: u32 = 5;

/// The fewest letters that stand for a need when other words were left out.
const FEWEST_LEFT: usize = 3;

/// What was typed.
#[derive(Debug)]
pub(super) struct Query {
    /// As it was typed, the words that say something about the need, and those that say much; fewer each.
    pub(super) readings: Vec<Reading>,
}

/// Some of the typed words, in their order.
#[derive(Debug)]
pub(super) struct Reading {
    /// Folded, one space between the words.
    pub(super) text: String,
    /// Without the spaces.
    pub(super) joined: String,
    /// Which letters it has.
    pub(super) letters: Letters,
    /// One by one.
    pub(super) words: Vec<Typed>,
}

/// A typed word.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// Folded.
    pub(super) text: String,
    /// Whether it says little about the need.
    pub(super) is_common: bool,
    /// How much it tells about the need, more than nothing.
    pub(super) weight: u32,
    fits: Rc<[Fit]>,
}

impl Typed {
    /// How it fits a word; an error is forgiven only when asked to.
    pub(super) fn fit(&self, word: WordId, forgiving: bool) -> Fit {
        match self.fits.get(word).copied().unwrap_or(Fit::No) {
            Fit::Nearly if !forgiving => Fit::No,
            fit => fit,
        }
    }

    fn is_near_some_word(&self) -> bool {
        self.fits.contains(&Fit::Nearly)
    }
}

impl Reading {
    fn new(words: Vec<Typed>) -> Self {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let joined = texts.concat();
        Self { text: texts.join(" "), letters: Letters::of(&joined), joined, words }
    }
}

impl Query {
    pub(super) fn new(typed: &str, words: &Words) -> Self {
        let text = fold(typed);
        let typed: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
        let last = typed.len().saturating_sub(1);
        let all: Vec<Typed> = typed
            .iter()
            .enumerate()
            .map(|(at, word)| Typed {
                text: (*word).to_owned(),
                is_common: fillers::is_common(word)
                    || (at == last && at > 0 && fillers::may_become_common(word)),
                weight: if fillers::is_common(word) { 1 } else { words.weight(word).unwrap_or(NEW_WORD) },
                fits: words.fits(word, at == last).into(),
            })
            .collect();
        let without = |drop: &dyn Fn(&Typed) -> bool| -> Vec<Typed> {
            all.iter().filter(|word| !drop(word)).cloned().collect()
        };
        let telling = without(&|word| fillers::is_noise(&word.text));
        let much_telling = without(&|word| word.is_common);
        let mut readings = vec![Reading::new(all)];
        for words in [telling, much_telling] {
            let is_shorter = readings.last().is_none_or(|longer| words.len() < longer.words.len());
            let letters: usize = words.iter().map(|word| word.text.len()).sum();
            let tells = words.iter().any(|word| !word.is_common);
            if tells && letters >= FEWEST_LEFT && is_shorter {
                readings.push(Reading::new(words));
            }
        }
        Self { readings }
    }

    /// As it was typed.
    pub(super) fn whole(&self) -> Option<&Reading> {
        self.readings.first().filter(|reading| !reading.words.is_empty())
    }

    /// Whether forgiving typing errors can make a difference.
    pub(super) fn can_be_forgiven(&self) -> bool {
        self.whole().is_some_and(|reading| reading.words.iter().any(Typed::is_near_some_word))
    }
}
