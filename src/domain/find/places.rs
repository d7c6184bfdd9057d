//! In which entries each word stands. A typed word is asked of the catalogue's words once; which entries it fits is then
//! looked up, and no entry's texts are gone through for it.

use super::words::{Fit, WordId};

/// Where the words of each entry stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    entries: usize,
    by_word: Vec<Vec<Place>>,
}

/// One entry that has a word, and the part of it that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    entry: usize,
    part: Part,
}

/// A part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Names, short names and aliases.
    Names,
    /// The name of its field.
    Field,
    /// Its papers.
    Papers,
}

/// How a typed word fits the words of a text: all the ways, as one text may have the word itself and one that is near it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fits(u8);

/// How a typed word fits the parts of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stands([Fits; 3]);

impl Places {
    /// Notes the words of the next entry, part by part.
    pub(super) fn add<'a>(&mut self, parts: impl IntoIterator<Item = (Part, &'a [WordId])>) {
        let entry = self.entries;
        self.entries += 1;
        for (part, words) in parts {
            for word in words {
                if self.by_word.len() <= *word {
                    self.by_word.resize_with(*word + 1, Vec::new);
                }
                self.by_word[*word].push(Place { entry, part });
            }
        }
    }

    /// How a typed word stands in each entry, when this is how it fits each word.
    pub(super) fn of(&self, fits: &[Fit]) -> Vec<Stands> {
        let mut stands = vec![Stands::default(); self.entries];
        for (fit, places) in fits.iter().zip(&self.by_word).filter(|(fit, _)| **fit != Fit::No) {
            for place in places {
                stands[place.entry].0[place.part as usize].add(*fit);
            }
        }
        stands
    }

    /// Which entries have one of the words in a name.
    pub(super) fn named(&self, words: impl Iterator<Item = WordId>) -> Vec<bool> {
        let mut named = vec![false; self.entries];
        for place in words.filter_map(|word| self.by_word.get(word)).flatten() {
            named[place.entry] |= place.part == Part::Names;
        }
        named
    }
}

impl Stands {
    /// How it fits one part.
    pub(super) const fn within(self, part: Part) -> Fits {
        self.0[part as usize]
    }
}

impl Fits {
    /// Adds the fit of one more word.
    pub(super) const fn add(&mut self, fit: Fit) {
        self.0 |= 1 << fit as u8;
    }

    /// Whether some word fits in that way.
    pub(super) const fn has(self, fit: Fit) -> bool {
        self.0 & (1 << fit as u8) != 0
    }

    /// Whether some word fits whole, or with an error where one is forgiven.
    pub(super) const fn is_said(self, forgiving: bool) -> bool {
        self.has(Fit::Whole) || (forgiving && self.has(Fit::Nearly))
    }

    /// Whether some word fits in any way.
    pub(super) const fn any(self, forgiving: bool) -> bool {
        self.is_said(forgiving) || self.has(Fit::GoesOn)
    }
}
