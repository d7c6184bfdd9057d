//! Finding by a few letters without marks.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::fold::fold;
use super::procedure::UNKNOWN_NEED;
use super::{Catalogue, Code, Day};

/// How well a query fits a text; the smaller the better.
type Rank = u32;

/// Ranks within one step of this width fit about as well as each other.
const ABOUT: Rank = 4;

/// One thing that can be found, with everything it may be found by, folded once.
#[derive(Clone, Debug)]
struct Target {
    code: Code,
    plain_code: String,
    digits: String,
    names: Vec<Name>,
    field: Vec<String>,
    papers: Vec<String>,
}

#[derive(Clone, Debug)]
struct Name {
    folded: String,
    initials: String,
    /// Short names and aliases are what people say; full names are what papers say.
    said: bool,
}

impl Name {
    fn new(text: &str, said: bool) -> Self {
        let folded = fold(text);
        let initials = folded.split(' ').filter_map(|word| word.chars().next()).collect();
        Self { folded, initials, said }
    }

    /// The fewer words a text has beside the typed ones, the more it is what was meant; a word that goes on after
    /// what was typed (`gia`, «giám») counts for less than a whole one.
    fn rank(&self, query: &str) -> Option<Rank> {
        let later = u32::from(!self.said);
        if self.folded == query {
            return Some(2 + later);
        }
        let short = !query.contains(' ');
        if short && query.len() > 1 && self.initials == query {
            return Some(14 + later);
        }
        if let Some((at, goes_on)) = word_start(&self.folded, query) {
            let words = |text: &str| u32::try_from(text.split(' ').count()).unwrap_or(u32::MAX);
            let beside = words(&self.folded).saturating_sub(words(query)).min(8);
            let inside = if at == 0 { 10 } else { 12 };
            return Some(inside + 2 * beside + 3 * u32::from(goes_on) + later);
        }
        if short && self.initials.starts_with(query) {
            Some(36 + later)
        } else if short && query.len() > 1 && self.initials.contains(query) {
            Some(44 + later)
        } else {
            None
        }
    }
}

/// Where `query` stands in `text` from the start of a word on, and whether its last word goes on there; a place
/// where it does not is taken first.
fn word_start(text: &str, query: &str) -> Option<(usize, bool)> {
    let starts =
        text.match_indices(query).map(|(at, _)| at).filter(|at| *at == 0 || text[..*at].ends_with(' '));
    let ends = starts.map(|at| (at, text[at + query.len()..].chars().next().is_some_and(|next| next != ' ')));
    ends.min_by_key(|(at, goes_on)| (*goes_on, *at))
}

/// Whether `query` stands in `text` from the start of a word on.
fn starts_a_word(text: &str, query: &str) -> bool {
    word_start(text, query).is_some()
}

/// Finds procedures and skills by name, alias, initials, code, field or paper.
#[derive(Clone, Debug)]
pub struct Finder {
    targets: Vec<Target>,
}

impl Finder {
    /// A finder over the entries that are offered on `day`.
    pub fn new(catalogue: &Catalogue, day: Day) -> Self {
        let targets = catalogue
            .valid_on(day)
            .map(|procedure| {
                let said = procedure.aliases.iter().chain([&procedure.short.vi, &procedure.short.en]);
                let full = [&procedure.name.vi, &procedure.name.en];
                let names = said
                    .map(|text| Name::new(text, true))
                    .chain(full.into_iter().map(|text| Name::new(text, false)));
                let field = catalogue.field_of(&procedure.code);
                Target {
                    code: procedure.code.clone(),
                    plain_code: fold(&procedure.code.0),
                    digits: procedure.code.0.chars().filter(char::is_ascii_digit).collect(),
                    names: names.collect(),
                    field: field.map(|f| vec![fold(&f.name.vi), fold(&f.name.en)]).unwrap_or_default(),
                    papers: procedure.papers.vi.iter().map(|paper| fold(paper)).collect(),
                }
            })
            .collect();
        Self { targets }
    }

    /// The codes that fit what was typed, the best first; all of them for an empty query.
    ///
    /// `used` says how often this desk picked a code: among those that fit about as well the usual one comes first.
    /// The entry for a need that is not known yet stands first for an empty query and last for any other that does
    /// not name it, so that Enter always gives a number.
    pub fn find(&self, typed: &str, used: &HashMap<Code, u32>) -> Vec<Code> {
        let query = fold(typed);
        let mut found: Vec<(Rank, Reverse<u32>, Rank, usize)> = self
            .targets
            .iter()
            .enumerate()
            .filter_map(|(at, target)| {
                let times = used.get(&target.code).copied().unwrap_or(0);
                target.rank(&query).map(|rank| (rank / ABOUT, Reverse(times), rank, at))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., at)| self.targets[at].code.clone()).collect()
    }
}

impl Target {
    fn rank(&self, query: &str) -> Option<Rank> {
        let unknown = self.code.0 == UNKNOWN_NEED;
        if query.is_empty() {
            return Some(if unknown { 0 } else { 50 });
        }
        if unknown {
            let named = self.plain_code == query || self.names.iter().any(|name| name.folded == query);
            return Some(if named { 0 } else { 1_000 });
        }
        if self.plain_code == query {
            return Some(0);
        }
        if query.len() > 1 && self.plain_code.starts_with(query) {
            return Some(1);
        }
        // The last digits of a code are what people remember of it.
        if query.len() > 2 && query.bytes().all(|byte| byte.is_ascii_digit()) && self.digits.ends_with(query)
        {
            return Some(4);
        }
        let by_name = self.names.iter().filter_map(|name| name.rank(query)).min();
        by_name.or_else(|| {
            let words: Vec<&str> = query.split(' ').collect();
            let all_in =
                |texts: &[&str]| words.iter().all(|word| texts.iter().any(|text| starts_a_word(text, word)));
            let names: Vec<&str> = self.names.iter().map(|name| name.folded.as_str()).collect();
            let field: Vec<&str> = self.field.iter().map(String::as_str).collect();
            let papers: Vec<&str> = self.papers.iter().map(String::as_str).collect();
            if all_in(&names) {
                Some(50)
            } else if all_in(&[names.as_slice(), field.as_slice()].concat()) {
                Some(60)
            } else if query.len() > 2 && names.iter().any(|name| name.contains(query)) {
                Some(70)
            } else if query.len() > 2 && all_in(&papers) {
                Some(80)
            } else {
                None
            }
        })
    }
}
