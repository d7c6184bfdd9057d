//! Numbers as pictures made of letters: bars, a heat map, gauges. Every picture can be read without colours, and holds
//! only letters that the old Windows console has (code page 437).

pub mod bars;
pub mod gauge;
pub mod heat;
pub mod scale;

use super::draw;
use super::theme::Meaning;

/// A line of a picture: pieces of text, each with what it means.
pub type Line = Vec<(String, Meaning)>;

/// A line of one piece.
pub fn words(text: impl Into<String>, meaning: Meaning) -> Line {
    vec![(text.into(), meaning)]
}

/// A paragraph, broken between words.
pub fn paragraph(text: &str, width: usize, meaning: Meaning) -> Vec<Line> {
    draw::wrap(text, width).into_iter().map(|line| words(line, meaning)).collect()
}
