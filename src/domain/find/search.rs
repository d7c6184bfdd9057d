//! What was typed, asked of every word once.

use std::rc::Rc;

use super::words::{Fit, Fits, FoundIn, Letters, Places, Stands, WordId, Words};
use crate::domain::fold::fold;

/// More words than this are not typed at a desk; what is pasted is cut there.
const MOST_WORDS: usize = 24;

/// How much a word tells that the catalogue does not have: as much as one that stands in an eighth of its entries. More,
/// and a name that is not listed would hide what was said beside it.
const NEW_WORD: u32 = 5;

/// The fewest letters that are looked for without the spaces between them: fewer stand everywhere.
pub(super) const FEWEST_JOINED: usize = 4;

/// The fewest letters that stand for a need when other words were left out.
const FEWEST_LEFT: usize = 3;

#[derive(Debug)]
pub(super) struct Search {
    /// As it was typed, the words that say something about the need, and those that say much; fewer each.
    pub(super) readings: Vec<Reading>,
    /// How what was typed fits each word, by id.
    said: Vec<Fits>,
}

/// Some of the typed words, in their order.
#[derive(Debug)]
pub(super) struct Reading {
    /// Folded, one space between the words.
    pub(super) text: String,
    /// Without the spaces.
    pub(super) joined: String,
    pub(super) letters: Letters,
    pub(super) words: Vec<Typed>,
    /// Which entries have a name with a word at which the text without the spaces may begin.
    may_be_joined: Vec<bool>,
}

#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) letters: Letters,
    /// Whether it says little about the need.
    pub(super) is_common: bool,
    /// How much it tells about the need, more than nothing.
    pub(super) weight: u32,
    fits: Rc<[Fit]>,
    stands: Rc<[Stands]>,
}

impl Typed {
    /// How it fits a word; an error is forgiven only when asked to.
    pub(super) fn fit(&self, word: WordId, forgiving: bool) -> Fit {
        match self.fits.get(word).copied().unwrap_or(Fit::No) {
            Fit::Nearly if !forgiving => Fit::No,
            fit => fit,
        }
    }

    /// How it fits the words that an entry has in a part.
    pub(super) fn stands(&self, entry: usize, part: FoundIn) -> Fits {
        self.stands.get(entry).copied().unwrap_or_default().within(part)
    }

    fn is_near_some_word(&self) -> bool {
        self.fits.contains(&Fit::Nearly)
    }
}

impl Reading {
    fn new(words: Vec<Typed>, known: &Words, places: &Places) -> Self {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let joined = texts.concat();
        let may_be_joined =
            if joined.len() < FEWEST_JOINED { Vec::new() } else { places.named(known.beginning(&joined)) };
        Self { text: texts.join(" "), letters: Letters::of(&joined), joined, words, may_be_joined }
    }

    /// Whether it may stand in a name of an entry when spaces do not count.
    pub(super) fn may_be_joined_in(&self, entry: usize) -> bool {
        self.may_be_joined.get(entry).copied().unwrap_or(false)
    }
}

impl Search {
    pub(super) fn new(typed: &str, words: &Words, places: &Places) -> Self {
        let text = fold(typed);
        let typed: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
        let last = typed.len().saturating_sub(1);
        let all: Vec<Typed> = typed
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let fits = words.fits(word, at == last);
                Typed {
                    text: (*word).to_owned(),
                    letters: Letters::of(word),
                    is_common: is_common(word) || (at == last && at > 0 && may_become_common(word)),
                    weight: if is_common(word) { 1 } else { words.weight(word).unwrap_or(NEW_WORD) },
                    stands: places.of(&fits).into(),
                    fits: fits.into(),
                }
            })
            .collect();
        let without = |drop: &dyn Fn(&Typed) -> bool| -> Vec<Typed> {
            all.iter().filter(|word| !drop(word)).cloned().collect()
        };
        let telling = without(&|word| is_noise(&word.text));
        let much_telling = without(&|word| word.is_common);
        let said = said(&all);
        let mut readings = vec![Reading::new(all, words, places)];
        for left in [telling, much_telling] {
            let is_shorter = readings.last().is_none_or(|longer| left.len() < longer.words.len());
            let letters: usize = left.iter().map(|word| word.text.len()).sum();
            let tells = left.iter().any(|word| !word.is_common);
            if tells && letters >= FEWEST_LEFT && is_shorter {
                readings.push(Reading::new(left, words, places));
            }
        }
        Self { readings, said }
    }

    /// Whether some typed word is that one.
    pub(super) fn says(&self, word: WordId, forgiving: bool) -> bool {
        self.said.get(word).is_some_and(|fits| fits.is_said(forgiving))
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

/// How some typed words together fit each word, by id.
fn said(typed: &[Typed]) -> Vec<Fits> {
    let mut said = vec![Fits::default(); typed.first().map_or(0, |word| word.fits.len())];
    for word in typed {
        for (said, fit) in said.iter_mut().zip(word.fits.iter()) {
            said.add(*fit);
        }
    }
    said
}

// Words people say around what they need. Folded, so `can` is «cần» and the first half of «căn cước»: a word of these
// lists may be left out, and what fits with it fits better.

/// Says nothing about the need: who asks, that something is wanted.
const NOISE: &[&str] = &[
    "a", "anh", "bay", "biet", "can", "chi", "cho", "co", "da", "dau", "de", "di", "dum", "duoc", "em", "gi",
    "giup", "hoi", "hom", "la", "lam", "luon", "minh", "moi", "muon", "nao", "nay", "nen", "nhe", "nho",
    "nhu", "o", "oi", "phai", "roi", "thi", "toi", "va", "voi", "xin", "i", "want", "need", "get", "my",
    "for", "how", "do", "please",
];

/// Stands in half of all names and on half of all papers, or says for whom.
const COMMON: &[&str] = &[
    "ba", "be", "bo", "cap", "chau", "chong", "chua", "con", "cu", "dang", "giay", "khong", "ky", "me",
    "nguoi", "nha", "ong", "so", "tai", "the", "thu", "to", "tuc", "ve", "vo",
];

/// Whether a word says nothing about the need.
fn is_noise(word: &str) -> bool {
    NOISE.contains(&word)
}

/// Whether a word says little about the need.
fn is_common(word: &str) -> bool {
    is_noise(word) || COMMON.contains(&word)
}

/// Whether what was typed so far may become such a word.
fn may_become_common(start: &str) -> bool {
    NOISE.iter().chain(COMMON).any(|word| word.starts_with(start))
}
