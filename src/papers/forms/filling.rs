//! The texts of a form, their placeholders filled.

use super::form::Words;
use super::tables::{self, Ground};
use super::template::{Placeholder, Template, WordId};
use crate::domain::tally::{ColumnId, TableId};
use crate::papers::office::VERSION;

impl Ground<'_> {
    /// A text of the form.
    pub(super) fn said(self, words: &Words) -> String {
        self.filled(words.of(self.lang), 0)
    }

    /// A text with every placeholder filled; `number` is that of the heading.
    pub(super) fn filled(self, template: &Template, number: usize) -> String {
        template.filled(|place| match place {
            Placeholder::Figure(figure) => self.figure(figure, &self.ctx.tally).text,
            Placeholder::Word(word) => self.word(word, number),
        })
    }

    fn word(self, word: WordId, number: usize) -> String {
        let (ctx, lang, span) = (self.ctx, self.lang, self.ctx.tally.span);
        match word {
            WordId::Span => lang.span(span),
            WordId::SpanTitle => lang.title_span(span),
            WordId::SpanWithDays => {
                let (name, days) = (lang.span(span), lang.span_days(span));
                if name.contains(&days) { name } else { lang.with_days(&name, &days) }
            }
            WordId::Days => lang.span_days(span),
            WordId::Kind => lang.span_as_adjective(span.kind).to_owned(),
            WordId::KindCapitals => lang.span_as_adjective(span.kind).to_uppercase(),
            WordId::Before => {
                lang.span(ctx.before.as_ref().map_or_else(|| span.before(), |before| before.span))
            }
            WordId::Office => ctx.office.name.clone(),
            WordId::Commune => ctx.commune().map(|commune| commune.name_in_a_sentence()).unwrap_or_default(),
            WordId::Team => ctx.office.team.clone(),
            WordId::By => ctx.by.and_then(|id| ctx.volunteer(id)).unwrap_or_default().to_owned(),
            WordId::Date => lang.date(ctx.at.day()),
            WordId::Time => lang.clock(ctx.at),
            WordId::Version => VERSION.to_owned(),
            WordId::SignerOffice => signer_office(self),
            WordId::UnionOffice => union_office(self),
            WordId::UnionRole => union_role(self),
            WordId::TopProcedures => self.top(TableId::Procedures),
            WordId::TopStuck => self.top(TableId::Stuck),
            WordId::Roman => roman(number),
            WordId::Number => number.to_string(),
        }
    }

    /// The three most frequent names of a table with their numbers: «khai sinh (12), chứng thực (9)».
    fn top(self, table: TableId) -> String {
        const MOST: usize = 3;
        let rows = tables::rows(table, &[], self).rows;
        let at = tables::columns(table).iter().position(|(id, _)| *id == ColumnId::Assists);
        let words: Vec<String> = rows
            .iter()
            .take(MOST)
            .filter_map(|row| Some(self.lang.named_number(&row.first()?.text, &row.get(at?)?.text)))
            .collect();
        if words.is_empty() { self.lang.nothing().to_owned() } else { words.join(", ") }
    }
}

/// What the office wrote, or else the usual words.
pub(super) fn own(written: &str, usual: impl FnOnce() -> String) -> String {
    match written.trim() {
        "" => usual(),
        written => written.to_owned(),
    }
}

/// The committee of the commune's Youth Union; without its commune where that is not known.
pub(super) fn union_body(ink: Ground) -> String {
    let commune = ink.ctx.commune().map(|commune| ink.lang.commune_in_capitals(commune.name));
    commune.map_or_else(|| ink.lang.union_body_alone().to_owned(), |name| ink.lang.union_body(&name))
}

/// In whose name the Youth Union signs.
fn union_office(ink: Ground) -> String {
    own(&ink.ctx.letterhead.union_office, || {
        let kind = ink.ctx.commune().map_or("", |commune| commune.name);
        ink.lang.union_office(kind).to_owned()
    })
}

/// The role of who signs for it.
fn union_role(ink: Ground) -> String {
    own(&ink.ctx.letterhead.union_role, || ink.lang.union_role().to_owned())
}

/// In whose name the administration's report is signed.
fn signer_office(ink: Ground) -> String {
    own(&ink.ctx.letterhead.signer_office, || ink.lang.signer_office().to_owned())
}

/// The number of a heading in Roman numerals.
fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn headings_are_numbered_as_the_romans_did() {
        let numbers: Vec<String> = [1, 4, 9, 14, 19, 40].into_iter().map(super::roman).collect();
        assert_eq!(numbers, ["I", "IV", "IX", "XIV", "XIX", "XXXX"]);
    }
}
