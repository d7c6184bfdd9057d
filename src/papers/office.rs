//! What the papers of an office have in common: its names at the head, the moment in the file.

use super::sheet::{Created, HeadLine, Rule, Weight};
use crate::domain::commune::{self, Commune};
use crate::domain::{Office, Stamp};
use crate::lang::Lang;

/// The program and its version, as papers and files say it.
pub(super) const VERSION: &str = concat!("motcua ", env!("CARGO_PKG_VERSION"));

/// The commune's committee and the centre, as at the left of a paper's head.
pub(super) fn head(office: &Office, lang: Lang) -> Vec<HeadLine> {
    let commune = commune::of_code(&office.commune);
    let mut lines = Vec::new();
    if let Some(commune) = commune {
        let name = lang.commune_in_capitals(commune.name);
        lines.push(HeadLine::new(lang.paper_committee(&name), Weight::Normal));
    }
    lines.push(centre(office));
    lines
}

/// The centre alone, as a slip names it.
pub(super) fn centre(office: &Office) -> HeadLine {
    let name = glued(&office.name.to_uppercase(), commune::of_code(&office.commune));
    HeadLine::new(name, Weight::Strong).ruled(Rule::Half)
}

/// A name with the words that must not be parted held together: the commune, «hành chính công».
pub(super) fn glued(name: &str, commune: Option<Commune>) -> String {
    let names = commune.map(|commune| [commune.name.to_uppercase(), commune.name_in_a_sentence()]);
    Lang::WORDS_HELD_TOGETHER
        .into_iter()
        .chain(names.iter().flatten().map(String::as_str))
        .fold(name.to_owned(), |name, words| name.replace(words, &words.replace(' ', "\u{a0}")))
}

/// The moment of printing for the file's metadata; `None` outside of the years that it can hold.
pub(super) fn created(at: Stamp) -> Option<Created> {
    use chrono::{Datelike, Timelike};
    let time = at.date_time();
    let small = |number: u32| u8::try_from(number).ok();
    Some(Created {
        year: u16::try_from(time.year()).ok()?,
        month: small(time.month())?,
        day: small(time.day())?,
        hour: small(time.hour())?,
        minute: small(time.minute())?,
        second: small(time.second())?,
        // Viet Nam has one time zone, and a stamp is its wall clock.
        utc_offset: 7,
    })
}
