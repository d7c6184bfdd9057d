//! Finding by a few letters without marks.
//!
//! Every text is folded and cut into words once; a key then asks each word of the catalogue once how the typed words
//! fit it, notes which entries have those words, and looks closer at these alone. That is what keeps a key under two milliseconds, and why no
//! library for fuzzy matching stands here: those take letters that lie scattered in a text for a fit, so that garbage
//! fits something, and a swapped letter for none.

mod findable;
mod name;
mod search;
mod words;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use self::findable::Findable;
use self::search::Search;
use self::words::{Places, Words};
use super::catalogue::Catalogue;
use super::procedure::{Code, Procedure, UNKNOWN_NEED};
use super::time::Day;

/// How well a query fits a text; the smaller the better.
type Rank = u32;

/// Ranks within one step of this width fit about as well as each other.
const ABOUT: Rank = 4;

/// What fits only with a typing error forgiven comes after everything that fits as it was typed.
const FORGIVEN: Rank = 200;

/// Ranks below this are of codes and of names that have the words as they were typed.
const BY_NAME: Rank = 50;

/// When fewer than this many entries fit so as it was typed, typing errors are forgiven: nobody looks beyond the first rows
/// when what was typed is right, and there the near ones would only be noise.
const ENOUGH: usize = 3;

/// Finds procedures and skills by name, alias, initials, code, field or paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    words: Words,
    places: Places,
    entries: Vec<Findable>,
}

impl Finder {
    /// A finder over the entries that are offered on `day`.
    pub fn new(catalogue: &Catalogue, day: Day) -> Self {
        Self::over(catalogue, catalogue.valid_on(day))
    }

    /// A finder over some entries of a catalogue; among equals the earlier one comes first.
    pub fn over<'a>(catalogue: &Catalogue, entries: impl Iterator<Item = &'a Procedure>) -> Self {
        let mut words = Words::default();
        let entries: Vec<Findable> =
            entries.map(|entry| Findable::new(catalogue, entry, &mut words)).collect();
        words.weigh(entries.iter().map(Findable::words_of_names));
        let mut places = Places::default();
        for entry in &entries {
            places.add(entry.words_by_part());
        }
        Self { words, places, entries }
    }

    /// The codes that fit what was typed, the best first; all of them for an empty query.
    ///
    /// Among those that fit about as well, what this volunteer picked last comes first, then what this desk picks most.
    /// The entry for a need that is not known yet stands first for an empty query and last for any other that does
    /// not name it, so that Enter always gives a number.
    pub fn find(&self, typed: &str, habits: &Habits) -> Vec<Code> {
        let query = Search::new(typed, &self.words, &self.places);
        let rank = |(at, entry): (usize, &Findable), forgiving| entry.rank(at, &query, forgiving);
        let mut ranks: Vec<Option<Rank>> =
            self.entries.iter().enumerate().map(|entry| rank(entry, false)).collect();
        if query.can_be_forgiven() && ranks.iter().flatten().filter(|rank| **rank < BY_NAME).count() < ENOUGH
        {
            for (entry, plain) in self.entries.iter().enumerate().zip(&mut ranks) {
                *plain = plain.or_else(|| Some(FORGIVEN + rank(entry, true)?));
            }
        }
        let mut found: Vec<(Rank, usize, Reverse<u32>, Rank, usize)> = ranks
            .into_iter()
            .enumerate()
            .filter_map(|(at, rank)| {
                let code = &self.entries[at].code;
                let rank = rank?;
                // Where the unknown need stands is no matter of habit.
                let (ago, times) =
                    if code.0 == UNKNOWN_NEED { (0, 0) } else { (habits.ago(code), habits.times(code)) };
                Some((rank / ABOUT, ago, Reverse(times), rank, at))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., at)| self.entries[at].code.clone()).collect()
    }
}

/// A finder over what is offered on a day. It is made when it is asked for the first time: that takes longer than all else
/// before the first frame, which does not need it.
#[derive(Clone, Debug)]
pub struct FinderOfDay {
    catalogue: Rc<Catalogue>,
    day: Day,
    made: OnceCell<Finder>,
}

impl FinderOfDay {
    /// Over the entries of this catalogue that are offered on `day`.
    pub const fn new(catalogue: Rc<Catalogue>, day: Day) -> Self {
        Self { catalogue, day, made: OnceCell::new() }
    }

    pub const fn day(&self) -> Day {
        self.day
    }

    /// The finder itself, made if it was not yet.
    pub fn get(&self) -> &Finder {
        self.made.get_or_init(|| Finder::new(&self.catalogue, self.day))
    }

    /// As [`Finder::find`].
    pub fn find(&self, typed: &str, habits: &Habits) -> Vec<Code> {
        self.get().find(typed, habits)
    }
}

/// The unknown need where it was not named.
const NOT_NAMED: Rank = 1_000;

/// What this desk picks most, and what this volunteer picked last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Habits {
    used: HashMap<Code, u32>,
    recent: Vec<Code>,
}

impl Habits {
    /// Of how often each code was picked at this desk, and of what the volunteer at the keys picked, the last first.
    pub fn new(used: impl IntoIterator<Item = (Code, u32)>, recent: impl IntoIterator<Item = Code>) -> Self {
        let mut habits = Self::default();
        for (code, times) in used {
            *habits.used.entry(code).or_default() += times;
        }
        for code in recent {
            if !habits.recent.contains(&code) {
                habits.recent.push(code);
            }
        }
        habits
    }

    /// The same habits where each code that was replaced by `day` counts for what took its place.
    #[must_use]
    pub fn carried_over(self, catalogue: &Catalogue, day: Day) -> Self {
        let now = |code: Code| match catalogue.successor_on(&code, day) {
            Some(entry) => entry.code.clone(),
            None => code,
        };
        Self::new(
            self.used.into_iter().map(|(code, times)| (now(code), times)),
            self.recent.into_iter().map(now),
        )
    }

    /// How often the desk picked a code lately.
    pub fn times(&self, code: &Code) -> u32 {
        self.used.get(code).copied().unwrap_or(0)
    }

    /// What the volunteer picked, the last first.
    #[cfg(not(shipped))]
    pub fn recent(&self) -> &[Code] {
        &self.recent
    }

    /// How many other things the volunteer has picked since; the largest number for what was not picked lately.
    pub(super) fn ago(&self, code: &Code) -> usize {
        self.recent.iter().position(|one| one == code).unwrap_or(usize::MAX)
    }
}
