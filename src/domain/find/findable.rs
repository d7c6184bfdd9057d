//! One entry that can be found, with everything it may be found by, folded once.

use super::name::{EntryName, rank_sentence, rank_whole_name};
use super::search::{Reading, Search, Typed};
use super::words::{FoundIn, Letters, WordId, Words};
use super::{NOT_NAMED, Rank};
use crate::domain::catalogue::Catalogue;
use crate::domain::fold::fold;
use crate::domain::procedure::{Code, Procedure, UNKNOWN_NEED};

/// What it costs a fit that no words were left out, those that say nothing, and those that say little, too.
const LEFT_OUT: [Rank; 3] = [0, 12, 20];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Findable {
    pub(super) code: Code,
    plain_code: String,
    digits: String,
    /// The codes it took the place of: they stand on old papers.
    earlier_codes: Vec<String>,
    names: Vec<EntryName>,
    /// Which letters stand in its names, and which begin their words.
    letters: Letters,
    initials: Letters,
    in_names: Vec<WordId>,
    in_field: Vec<WordId>,
    in_papers: Vec<WordId>,
}

impl Findable {
    pub(super) fn new(catalogue: &Catalogue, entry: &Procedure, words: &mut Words) -> Self {
        let said = entry.aliases.iter().chain([&entry.short.vi, &entry.short.en]).map(|text| (text, true));
        let full = [&entry.name.vi, &entry.name.en].map(|text| (text, false));
        let names: Vec<EntryName> =
            said.chain(full).map(|(text, said)| EntryName::new(text, said, words)).collect();
        let mut each = |texts: &mut dyn Iterator<Item = &String>| {
            once(texts.flat_map(|text| words.of(&fold(text))).collect())
        };
        let field = catalogue.field_of(&entry.code);
        Self {
            code: entry.code.clone(),
            plain_code: fold(&entry.code.0),
            digits: entry.code.0.chars().filter(char::is_ascii_digit).collect(),
            earlier_codes: entry.replaces.iter().map(|code| fold(&code.0)).collect(),
            in_field: each(&mut field.iter().flat_map(|field| [&field.name.vi, &field.name.en])),
            in_papers: each(&mut entry.papers.vi.iter()),
            letters: names.iter().map(EntryName::letters).fold(Letters::NONE, Letters::and),
            initials: names.iter().map(EntryName::letters_of_initials).fold(Letters::NONE, Letters::and),
            in_names: once(names.iter().flat_map(EntryName::words).copied().collect()),
            names,
        }
    }

    pub(super) fn words_of_names(&self) -> &[WordId] {
        &self.in_names
    }

    pub(super) fn words_by_part(&self) -> [(FoundIn, &[WordId]); 3] {
        [
            (FoundIn::Names, &self.in_names),
            (FoundIn::Field, &self.in_field),
            (FoundIn::Papers, &self.in_papers),
        ]
    }

    /// How well the query fits, by the best of its readings. `at` is the number of the entry among all of them.
    pub(super) fn rank(&self, at: usize, query: &Search, forgiving: bool) -> Option<Rank> {
        let unknown = self.code.0 == UNKNOWN_NEED;
        let Some(whole) = query.whole() else { return Some(if unknown { 0 } else { 50 }) };
        if unknown {
            let named = self.plain_code == whole.text || self.names.iter().any(|name| name.is(&whole.text));
            return (!forgiving).then_some(if named { 0 } else { NOT_NAMED });
        }
        if let Some(rank) = self.rank_code(&whole.text) {
            return Some(rank);
        }
        // With words left out, a name fits less than with all of them.
        let readings = LEFT_OUT.iter().zip(&query.readings);
        let by_words = readings
            .filter_map(|(left_out, reading)| Some(left_out + self.rank_words(at, reading, forgiving)?))
            .min();
        let sentence = [
            rank_sentence(&whole.words, at, &self.names, forgiving),
            rank_whole_name(query, at, &self.names, forgiving),
        ];
        by_words.into_iter().chain(sentence.into_iter().flatten()).min()
    }

    fn rank_code(&self, text: &str) -> Option<Rank> {
        if self.plain_code == text {
            return Some(0);
        }
        if text.len() > 1 && self.plain_code.starts_with(text) {
            return Some(1);
        }
        // The last digits of a code are what people remember of it.
        let are_last =
            text.len() > 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && self.digits.ends_with(text);
        (are_last || self.earlier_codes.iter().any(|code| code == text)).then_some(4)
    }

    /// The words as a name has them; else anywhere in the names, the field and the papers.
    fn rank_words(&self, at: usize, typed: &Reading, forgiving: bool) -> Option<Rank> {
        let stands =
            |word: &Typed, parts: &[FoundIn]| parts.iter().any(|part| word.stands(at, *part).any(forgiving));
        let all_in = |parts: &[FoundIn]| typed.words.iter().all(|word| stands(word, parts));
        let are_named = all_in(&[FoundIn::Names]);
        let by_name = || self.names.iter().filter_map(|name| name.rank(typed, forgiving)).min();
        let may_be_named = are_named
            || typed.may_be_joined_in(at)
            || (typed.words.len() == 1 && self.initials.have(typed.letters));
        if let Some(rank) = may_be_named.then(by_name).flatten() {
            return Some(rank);
        }
        let initials = |word: &Typed| {
            self.initials.have(word.letters) && self.names.iter().any(|name| name.has_initials(&word.text))
        };
        let inside = || {
            typed.text.len() > 2
                && self.letters.have(typed.letters)
                && self.names.iter().any(|name| name.contains(typed))
        };
        if are_named {
            Some(50)
        } else if all_in(&[FoundIn::Names, FoundIn::Field]) {
            Some(60)
        } else if typed.words.len() > 1
            && typed.words.iter().all(|word| stands(word, &[FoundIn::Names]) || initials(word))
        {
            Some(64)
        } else if !forgiving && inside() {
            Some(70)
        } else if typed.text.len() > 2 && all_in(&[FoundIn::Papers]) {
            Some(80)
        } else if typed.words.len() > 1 && all_in(&[FoundIn::Names, FoundIn::Field, FoundIn::Papers]) {
            Some(84)
        } else {
            None
        }
    }
}

fn once(mut words: Vec<WordId>) -> Vec<WordId> {
    words.sort_unstable();
    words.dedup();
    words
}
