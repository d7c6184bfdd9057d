//! What is to be read about an entry: paragraphs behind their marks, and which of the facts could not be verified.

use std::borrow::Cow;

use super::draw;
use super::theme::Meaning;
use crate::domain::Procedure;
use crate::text::Lang;

/// A heading, or a paragraph behind a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    mark: Cow<'static, str>,
    text: String,
    meaning: Meaning,
}

/// What is being written about an entry.
pub(super) struct Page<'a> {
    pub(super) lang: Lang,
    pub(super) entry: &'a Procedure,
    pub(super) words: Vec<Words>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) const fn new(lang: Lang, entry: &'a Procedure) -> Self {
        Self { lang, entry, words: Vec::new() }
    }

    /// A paragraph; its further rows stand below the text, not below the mark.
    pub(super) fn say(
        &mut self,
        mark: impl Into<Cow<'static, str>>,
        text: impl Into<String>,
        meaning: Meaning,
    ) {
        // The words of slips hold words together on narrow paper; here they would break a line too early.
        let text = text.into().replace('\u{a0}', " ");
        self.words.push(Words { mark: mark.into(), text, meaning });
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.say("", "", Meaning::Plain);
    }

    /// What stands behind a fact that could not be verified; nothing behind one that could.
    pub(super) fn unsure(&self, fact: &str) -> String {
        if self.entry.check_locally.iter().any(|one| one == fact) {
            format!(" ({})", self.lang.check_locally())
        } else {
            String::new()
        }
    }

    /// A heading over a fact.
    pub(super) fn heading(&mut self, heading: &str, fact: &str) {
        self.say("", format!("{heading}{}", self.unsure(fact)), Meaning::Heading);
    }

    /// A list below its heading, each paragraph with its mark and look; nothing of a list that has none.
    pub(super) fn list<M: Into<Cow<'static, str>>>(
        &mut self,
        heading: &str,
        fact: &str,
        list: &[String],
        look: impl Fn(usize) -> (M, Meaning),
    ) {
        if list.is_empty() {
            return;
        }
        self.heading(heading, fact);
        for (place, text) in list.iter().enumerate() {
            let (mark, meaning) = look(place);
            self.say(mark, text, meaning);
        }
    }
}

/// Words in rows of a width, none of them cut.
pub(super) fn rows(words: &[Words], width: usize) -> Vec<(String, Meaning)> {
    let mut rows = Vec::new();
    for Words { mark, text, meaning } in words {
        let indent = draw::width(mark);
        for (at, part) in draw::wrap(text, width.saturating_sub(indent)).iter().enumerate() {
            let head = if at == 0 { mark.to_string() } else { " ".repeat(indent) };
            rows.push((format!("{head}{part}"), *meaning));
        }
    }
    rows
}
