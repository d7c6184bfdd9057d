//! The line of a flaw in the text of a catalogue.

use super::flaw::{CatalogueFlaw, FlawKind};

/// Where the parser gave up, in its words.
pub(super) fn of_syntax(text: &str, error: &toml::de::Error) -> CatalogueFlaw {
    let at = error.span().map_or(0, |span| span.start);
    // One line, and with the key: the parser says what kind of value it met, not where it belongs.
    let words = error.message().lines().collect::<Vec<_>>().join(", ");
    let words = match key_of(text, at) {
        Some(key) if !words.contains(key) => format!("{key}: {words}"),
        _ => words,
    };
    CatalogueFlaw { line: line_of(text, at), what: FlawKind::Syntax(words) }
}

/// The line of the key that is wrong within the part that begins at a byte, or of the part itself.
pub(super) fn of_spot(text: &str, start: Option<usize>, what: FlawKind) -> CatalogueFlaw {
    let start = start.unwrap_or(0);
    let first = line_of(text, start);
    let key_line = what.key().and_then(|key| {
        let part = text.get(start..)?.lines().enumerate();
        let part: Vec<(usize, &str)> =
            part.take_while(|(at, line)| *at == 0 || !line.starts_with("[[")).collect();
        // `steps.vi` may also be written within `steps = { … }`.
        let whole = key.split('.').next().unwrap_or(key);
        [key, whole]
            .into_iter()
            .find_map(|key| part.iter().find(|(_, line)| is_set(line, key)).map(|(at, _)| *at))
    });
    CatalogueFlaw { line: first + key_line.unwrap_or(0), what }
}

/// Whether a line gives a value to a key, or to a part of it.
fn is_set(line: &str, key: &str) -> bool {
    let after = line.trim_start().strip_prefix(key).map(str::trim_start);
    after.is_some_and(|after| after.starts_with(['=', '.']))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The key whose value stands at that byte, also when the value goes over several lines; `None` at the head of an entry.
fn key_of(text: &str, at: usize) -> Option<&str> {
    let so_far: Vec<&str> = text.lines().take(line_of(text, at)).collect();
    let is_bare = |key: &str| {
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter))
    };
    so_far
        .into_iter()
        .rev()
        .take_while(|line| !line.starts_with("[["))
        .find_map(|line| line.split_once('=').map(|(key, _)| key.trim()).filter(|key| is_bare(key)))
}
