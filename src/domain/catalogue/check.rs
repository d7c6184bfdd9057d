//! The checks of a catalogue, one part at a time.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::{Field, FlawKind, SeriesEntry};
use crate::domain::input;
use crate::domain::procedure::{Code, Fact, Procedure};
use crate::lang::Both;

pub const MOST_ENTRIES: usize = 5_000;
pub const MOST_FIELDS: usize = 200;
/// The most lines of a list: steps, papers, what to check first, warnings.
pub const MOST_LINES: usize = 20;
pub const MOST_ALIASES: usize = 30;
/// The most working days a procedure may take: four years of them.
pub const MOST_DAYS: u16 = 1_000;
/// The longest line of an entry, in letters as a reader counts them.
pub const LONGEST_TEXT: usize = 400;
/// The longest name of an entry, in letters.
pub const LONGEST_NAME: usize = 200;
/// The longest short name of an entry, in letters: what a row of the queue has room for.
pub const LONGEST_SHORT: usize = 26;
/// The longest alias of an entry, in letters.
pub const LONGEST_ALIAS: usize = 60;
/// The longest name of a field or a series, in letters.
pub const LONGEST_LABEL: usize = 40;
/// The longest code, in letters.
pub const LONGEST_CODE: usize = 20;
/// The longest portal link, in letters: more would make a QR code that no phone reads from a slip.
pub const LONGEST_LINK: usize = 300;

/// Checks every part by itself.
pub(super) fn whole(
    series: &[SeriesEntry],
    fields: &[Field],
    procedures: &[Procedure],
) -> Result<(), FlawKind> {
    if procedures.len() > MOST_ENTRIES {
        return Err(FlawKind::TooManyEntries(procedures.len()));
    }
    if fields.len() > MOST_FIELDS {
        return Err(FlawKind::TooManyFields(fields.len()));
    }
    let mut letters = HashSet::new();
    for one in series {
        if !letters.insert(one.letter.letter()) {
            return Err(FlawKind::SeriesTwice(one.letter));
        }
        if let Some(key) = misfit(&one.name) {
            return Err(FlawKind::SeriesText(one.letter, key));
        }
    }
    let mut ids = HashSet::new();
    for field in fields {
        if !fits(&field.id, LONGEST_LABEL) {
            return Err(FlawKind::FieldText(cut(&field.id), "id"));
        }
        if !ids.insert(field.id.as_str()) {
            return Err(FlawKind::FieldTwice(field.id.clone()));
        }
        if !letters.contains(&field.series.letter()) {
            return Err(FlawKind::UnknownSeries(field.id.clone(), field.series));
        }
        if let Some(key) = misfit(&field.name) {
            return Err(FlawKind::FieldText(field.id.clone(), key));
        }
    }
    let mut codes = HashSet::new();
    for procedure in procedures {
        entry(procedure, &ids)?;
        if !codes.insert(&procedure.code) {
            return Err(FlawKind::CodeTwice(procedure.code.clone()));
        }
    }
    Ok(())
}

/// Checks one entry by itself.
fn entry(procedure: &Procedure, fields: &HashSet<&str>) -> Result<(), FlawKind> {
    let shape = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    let text = &procedure.code.0;
    if !(1..=LONGEST_CODE).contains(&text.len()) || !text.chars().all(shape) {
        return Err(FlawKind::CodeShape(Code::new(cut(text))));
    }
    let code = || procedure.code.clone();
    if !fields.contains(procedure.field.as_str()) {
        return Err(FlawKind::UnknownField(code(), cut(&procedure.field)));
    }
    texts(procedure)?;
    lists(procedure)?;
    let is_known = |fact: &str| Fact::MAY_BE_DOUBTFUL.iter().any(|known| known.code() == fact);
    if let Some(fact) = procedure.check_locally.iter().find(|fact| !is_known(fact)) {
        return Err(FlawKind::UnknownFact(code(), cut(fact)));
    }
    if procedure.working_days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
        return Err(FlawKind::WorkingDays(code()));
    }
    if procedure.portal.as_ref().is_some_and(|link| !is_link(link)) {
        return Err(FlawKind::PortalLink(code()));
    }
    if procedure.before_if_not.len() > procedure.before.vi.len() {
        return Err(FlawKind::ReasonsBeside(code()));
    }
    if procedure.valid_until.is_some_and(|last| last < procedure.valid_from) {
        return Err(FlawKind::DatesReversed(code()));
    }
    Ok(())
}

/// The names and facts of one line each.
fn texts(procedure: &Procedure) -> Result<(), FlawKind> {
    let both = |key: [&'static str; 2], text: &Both<String>, most| {
        let one = |key: &'static str, text: &str| {
            let code = || procedure.code.clone();
            if fits(text, most) { Ok(()) } else { Err(FlawKind::TextLength { code: code(), key, most }) }
        };
        one(key[0], &text.vi).and_then(|()| one(key[1], &text.en))
    };
    for fact in Fact::TEXTS {
        let most = match fact {
            Fact::Name => LONGEST_NAME,
            Fact::Short => LONGEST_SHORT,
            _ => LONGEST_TEXT,
        };
        procedure.text(fact).map_or(Ok(()), |text| both(fact.keys(), text, most))?;
    }
    Ok(())
}

/// The lists: how many lines, as many in one language as in the other, and each line by itself.
fn lists(procedure: &Procedure) -> Result<(), FlawKind> {
    let code = || procedure.code.clone();
    if !(1..=MOST_LINES).contains(&procedure.steps.vi.len()) {
        return Err(FlawKind::StepCount(code()));
    }
    let few = |key, list: &[String], most| {
        let code = code();
        if list.len() > most { Err(FlawKind::TooManyLines { code, key, most }) } else { Ok(()) }
    };
    let lines = |key, list: &[String], most| {
        let code = code();
        if list.iter().all(|text| fits(text, most)) {
            Ok(())
        } else {
            Err(FlawKind::TextLength { code, key, most })
        }
    };
    for fact in Fact::LISTS {
        let (keys, Some(list)) = (fact.keys(), procedure.list(fact)) else { continue };
        few(keys[0], &list.vi, MOST_LINES)?;
        if list.vi.len() != list.en.len() {
            return Err(FlawKind::UnevenLists(code(), fact.code()));
        }
        lines(keys[0], &list.vi, LONGEST_TEXT)?;
        lines(keys[1], &list.en, LONGEST_TEXT)?;
    }
    few("aliases", &procedure.aliases, MOST_ALIASES)?;
    lines("aliases", &procedure.aliases, LONGEST_ALIAS)
}

/// Which of the two names does not fit.
fn misfit(name: &Both<String>) -> Option<&'static str> {
    let names = [("name.vi", &name.vi), ("name.en", &name.en)];
    names.into_iter().find(|(_, text)| !fits(text, LONGEST_LABEL)).map(|(key, _)| key)
}

/// A text that a screen can show: not empty, not endless, nothing that moves the cursor.
fn fits(text: &str, most: usize) -> bool {
    // Bytes first: a text of few bytes has few letters, and most texts are short.
    let short = text.len() <= most || text.graphemes(true).nth(most).is_none();
    !text.is_empty() && short && input::is_clean_line(text)
}

/// An address on the web that a QR code can hold: encrypted, with a host, without spaces or letters that must be escaped.
fn is_link(link: &str) -> bool {
    let host =
        link.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let named = |host: &str| {
        let letters =
            |part: &str| part.chars().all(|l| l.is_ascii_alphanumeric() || l == '-') && !part.is_empty();
        host.contains('.') && host.split('.').all(letters)
    };
    link.len() <= LONGEST_LINK
        && link.chars().all(|letter| letter.is_ascii_graphic())
        && host.is_some_and(named)
}

/// As much of a wrong text as a sentence about it can bear.
pub(super) fn cut(text: &str) -> String {
    input::line(text, LONGEST_LABEL)
}
