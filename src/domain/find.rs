//! Finding by a few letters without marks.
//!
//! Every text is folded and cut into words once; a key then asks each word of the catalogue once how the typed words
//! fit it, notes which entries have those words, and looks closer at these alone. That is what keeps a key under two milliseconds, and why no
//! library for fuzzy matching stands here: those take letters that lie scattered in a text for a fit, so that garbage
//! fits something, and a swapped letter for none.

mod fillers;
mod habits;
mod name;
mod places;
mod query;
mod spoken;
mod target;
mod words;

use std::cmp::Reverse;

pub use habits::Habits;

use self::places::Places;
use self::query::Query;
use self::target::Target;
use self::words::Words;
use super::procedure::UNKNOWN_NEED;
use super::{Catalogue, Code, Day, Procedure};

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
    targets: Vec<Target>,
}

impl Finder {
    /// A finder over the entries that are offered on `day`.
    pub fn new(catalogue: &Catalogue, day: Day) -> Self {
        Self::over(catalogue, catalogue.valid_on(day))
    }

    /// A finder over some entries of a catalogue; among equals the earlier one comes first.
    pub fn over<'a>(catalogue: &Catalogue, entries: impl Iterator<Item = &'a Procedure>) -> Self {
        let mut words = Words::default();
        let targets: Vec<Target> = entries.map(|entry| Target::new(catalogue, entry, &mut words)).collect();
        words.weigh(targets.iter().map(Target::words_of_names));
        let mut places = Places::default();
        for target in &targets {
            places.add(target.words_by_part());
        }
        Self { words, places, targets }
    }

    /// The codes that fit what was typed, the best first; all of them for an empty query.
    ///
    /// Among those that fit about as well, what this volunteer picked last comes first, then what this desk picks most.
    /// The entry for a need that is not known yet stands first for an empty query and last for any other that does
    /// not name it, so that Enter always gives a number.
    pub fn find(&self, typed: &str, habits: &Habits) -> Vec<Code> {
        let query = Query::new(typed, &self.words, &self.places);
        let rank = |(at, target): (usize, &Target), forgiving| target.rank(at, &query, forgiving);
        let mut ranks: Vec<Option<Rank>> =
            self.targets.iter().enumerate().map(|target| rank(target, false)).collect();
        if query.can_be_forgiven() && ranks.iter().flatten().filter(|rank| **rank < BY_NAME).count() < ENOUGH
        {
            for (target, plain) in self.targets.iter().enumerate().zip(&mut ranks) {
                *plain = plain.or_else(|| Some(FORGIVEN + rank(target, true)?));
            }
        }
        let mut found: Vec<(Rank, usize, Reverse<u32>, Rank, usize)> = ranks
            .into_iter()
            .enumerate()
            .filter_map(|(at, rank)| {
                let code = &self.targets[at].code;
                let rank = rank?;
                // Where the unknown need stands is no matter of habit.
                let (ago, times) =
                    if code.0 == UNKNOWN_NEED { (0, 0) } else { (habits.ago(code), habits.times(code)) };
                Some((rank / ABOUT, ago, Reverse(times), rank, at))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., at)| self.targets[at].code.clone()).collect()
    }
}

/// The unknown need where it was not named.
const NOT_NAMED: Rank = 1_000;
