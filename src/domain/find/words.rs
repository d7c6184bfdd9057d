//! The words of a catalogue, each once, in which entries they stand, and how a typed word fits them.

use std::collections::HashMap;

/// A word of the catalogue.
pub(super) type WordId = usize;

/// Every word that stands in a name, a field or a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    all: Vec<String>,
    letters: Vec<Letters>,
    weights: Vec<u32>,
    ids: HashMap<String, WordId>,
}

/// How a typed word fits one of the catalogue, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Not at all.
    No,
    /// With one typing error.
    Nearly,
    /// The word goes on after what was typed.
    GoesOn,
    /// It is the word.
    Whole,
}

/// Which letters and digits a text has. A text without one of them cannot have it all: that is asked first, as it costs
/// next to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) const NONE: Self = Self(0);

    /// Of a folded text.
    pub(super) fn of(text: &str) -> Self {
        let bit = |byte: u8| match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => byte - b'0' + 26,
            _ => 36,
        };
        Self(text.bytes().fold(0, |all, byte| all | 1 << bit(byte)))
    }

    pub(super) const fn and(self, those: Self) -> Self {
        Self(self.0 | those.0)
    }

    /// Whether all of those are among these.
    pub(super) const fn have(self, those: Self) -> bool {
        self.lacking(those) == 0
    }

    /// How many of those are not among these.
    const fn lacking(self, those: Self) -> u32 {
        (those.0 & !self.0).count_ones()
    }
}

impl Words {
    /// The ids of the words of a folded text, in their order.
    pub(super) fn of(&mut self, folded: &str) -> Vec<WordId> {
        let mut id = |word: &str| {
            if let Some(known) = self.ids.get(word) {
                return *known;
            }
            self.all.push(word.to_owned());
            self.letters.push(Letters::of(word));
            self.ids.insert(word.to_owned(), self.all.len() - 1);
            self.all.len() - 1
        };
        folded.split(' ').filter(|word| !word.is_empty()).map(&mut id).collect()
    }

    /// Counts in how many entries each word stands: what stands in few tells more.
    pub(super) fn weigh<'a>(&mut self, entries: impl Iterator<Item = &'a [WordId]>) {
        let mut count = vec![0_u32; self.all.len()];
        let mut entries_in_all: u32 = 0;
        for words in entries {
            entries_in_all += 1;
            for word in words {
                count[*word] += 1;
            }
        }
        let weight = |of: &u32| 2 + entries_in_all.checked_div(*of).unwrap_or(entries_in_all).max(1).ilog2();
        self.weights = count.iter().map(weight).collect();
    }

    /// How much a typed word tells; `None` where the catalogue does not have it.
    pub(super) fn weight(&self, typed: &str) -> Option<u32> {
        self.ids.get(typed).and_then(|id| self.weights.get(*id)).copied()
    }

    /// How a typed word fits each word, by id. `unfinished`: it is the last one, and may still be being typed.
    pub(super) fn fits(&self, typed: &str, unfinished: bool) -> Vec<Fit> {
        let typed_letters = Letters::of(typed);
        let fit = |(word, letters): (&String, &Letters)| {
            // One error brings in one letter at most that the word has not.
            let lacking = letters.lacking(typed_letters);
            if lacking == 0 && word == typed {
                Fit::Whole
            } else if lacking == 0 && word.starts_with(typed) {
                Fit::GoesOn
            } else if lacking <= 1 && is_near(typed, word, unfinished) {
                Fit::Nearly
            } else {
                Fit::No
            }
        };
        self.all.iter().zip(&self.letters).map(fit).collect()
    }

    /// The words with which a text begins, and those that begin with it.
    pub(super) fn beginning(&self, text: &str) -> impl Iterator<Item = WordId> {
        let begins = move |word: &String| text.starts_with(word.as_str()) || word.starts_with(text);
        self.all.iter().enumerate().filter(move |(_, word)| begins(word)).map(|(id, _)| id)
    }
}

/// The fewest letters of a word in which a typing error is forgiven.
const FEWEST_LETTERS: usize = 4;

/// Whether a word was meant, with one letter missing, doubled, wrong, too many, or two neighbours swapped.
///
/// A word of three letters is forgiven only as one of four that lacks a letter after the first: three letters are one
/// error away from half the language.
pub(super) fn is_near(typed: &str, word: &str, unfinished: bool) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let are_letters = |text: &[u8]| text.iter().all(u8::is_ascii_alphabetic);
    if typed.len() + 1 < FEWEST_LETTERS || word.len() < FEWEST_LETTERS {
        return false;
    }
    if !are_letters(typed) || !are_letters(word) {
        return false;
    }
    if typed.len() < FEWEST_LETTERS {
        return word.len() == FEWEST_LETTERS && typed[0] == word[0] && one_error(typed, word);
    }
    if one_error(typed, word) {
        return true;
    }
    // The start of a long word, with an error in it.
    let shortest = typed.len() - 1;
    unfinished
        && typed.len() > FEWEST_LETTERS
        && (shortest..=typed.len() + 1)
            .any(|end| word.get(..end).is_some_and(|start| one_error(typed, start)))
}

/// Whether one letter missing, too many or wrong, or two neighbours swapped, make one text of the other.
fn one_error(typed: &[u8], meant: &[u8]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(one, other)| one == other).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    match (typed, meant) {
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c && typed == meant => true,
        ([_, too_many @ ..], meant) if too_many == meant => true,
        (typed, [_, missing @ ..]) if typed == missing => true,
        ([_, typed @ ..], [_, meant @ ..]) => typed == meant,
        _ => false,
    }
}

// A typed word is asked of the catalogue's words once; which entries it fits is then looked up, and no entry's texts are
// gone through for it.

/// Where the words of each entry stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    entries: usize,
    by_word: Vec<Vec<Occurrence>>,
}

/// One entry that has a word, and the part of it that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Occurrence {
    entry: usize,
    part: FoundIn,
}

/// A part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundIn {
    /// Names, short names and aliases.
    Names,
    /// The name of its field.
    Field,
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
    pub(super) fn add<'a>(&mut self, parts: impl IntoIterator<Item = (FoundIn, &'a [WordId])>) {
        let entry = self.entries;
        self.entries += 1;
        for (part, words) in parts {
            for word in words {
                if self.by_word.len() <= *word {
                    self.by_word.resize_with(*word + 1, Vec::new);
                }
                self.by_word[*word].push(Occurrence { entry, part });
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
            named[place.entry] |= place.part == FoundIn::Names;
        }
        named
    }
}

impl Stands {
    pub(super) const fn within(self, part: FoundIn) -> Fits {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typing_error_is_forgiven_in_words_of_four_letters() {
        for (typed, word, near) in [
            ("sih", "sinh", true),
            ("sinhh", "sinh", true),
            ("snih", "sinh", true),
            ("sinj", "sinh", true),
            ("xinh", "sinh", true),
            ("inh", "sinh", false),
            ("sn", "sinh", false),
            ("snh", "sinh", true),
            ("tu", "tru", false),
            ("tuu", "tru", false),
            ("truu", "tru", false),
            ("hsni", "sinh", false),
            ("sinh", "sinh", false),
            ("khuyt", "khuyet", true),
            ("thuongg", "thuong", true),
            ("2.000816", "2.000815", false),
            ("ct08", "ct07", false),
            ("crtif", "certificate", true),
            ("cretif", "certificate", true),
        ] {
            assert_eq!(is_near(typed, word, true), near, "{typed} {word}");
        }
        assert!(!is_near("crtif", "certificate", false));
    }
}
