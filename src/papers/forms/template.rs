//! Texts of a form with placeholders in braces: «Trong {span}, {office} đã tiếp {visits} lượt».

use super::flaw::FlawKind;
use crate::domain::tally::FigureId;

/// A text, taken apart at its placeholders `P`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template<P = Placeholder>(Vec<Piece<P>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<P> {
    Text(String),
    Place(P),
}

impl<P> Default for Template<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placeholder {
    Figure(FigureId),
    Word(WordId),
}

/// A word of the paper that is no number of the tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordId {
    /// «tháng 11/2026»
    Span,
    /// «Tháng 11/2026 (từ 01/11/2026 đến 30/11/2026)»
    SpanTitle,
    /// «tháng 11/2026 (từ 01/11/2026 đến 30/11/2026)»
    SpanWithDays,
    /// «từ 01/11/2026 đến 30/11/2026»
    Days,
    /// «tháng»; in English as it stands before a noun: «monthly»
    Kind,
    /// The same in capitals.
    KindCapitals,
    Before,
    Office,
    /// The commune within a sentence: «xã Vĩnh Bảo»
    Commune,
    Team,
    /// Who draws the paper up.
    By,
    /// The date of printing: «21/11/2026»
    Date,
    /// The time of printing: «17:04»
    Time,
    Version,
    /// In whose name the administration's report is signed.
    SignerOffice,
    UnionOffice,
    UnionRole,
    /// The most frequent procedures.
    TopProcedures,
    /// The most frequent reasons why something was stuck.
    TopStuck,
    /// The number of a heading among those that stand on the paper: «I», «II».
    Roman,
    /// The same in digits.
    Number,
}

impl WordId {
    pub(super) const ALL: [(&'static str, Self); 21] = [
        ("span", Self::Span),
        ("span_title", Self::SpanTitle),
        ("span_with_days", Self::SpanWithDays),
        ("days", Self::Days),
        ("kind", Self::Kind),
        ("KIND", Self::KindCapitals),
        ("before", Self::Before),
        ("office", Self::Office),
        ("commune", Self::Commune),
        ("team", Self::Team),
        ("by", Self::By),
        ("date", Self::Date),
        ("time", Self::Time),
        ("version", Self::Version),
        ("signer_office", Self::SignerOffice),
        ("union_office", Self::UnionOffice),
        ("union_role", Self::UnionRole),
        ("top_procedures", Self::TopProcedures),
        ("top_stuck", Self::TopStuck),
        ("roman", Self::Roman),
        ("number", Self::Number),
    ];
}

impl Template {
    /// Takes a text of a paper about a span apart.
    #[cfg(test)]
    pub(super) fn parse(text: &str) -> Result<Self, FlawKind> {
        Self::parse_with(text, placeholder)
    }
}

impl<P: Copy> Template<P> {
    /// Takes a text apart; `named` knows the placeholders. `{{` and `}}` are braces.
    pub(super) fn parse_with(text: &str, named: impl Fn(&str) -> Option<P>) -> Result<Self, FlawKind> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let doubled = ["{{", "}}"].into_iter().find(|two| rest[at..].starts_with(two));
            if let Some(two) = doubled {
                plain.push_str(&two[1..]);
                rest = &rest[at + 2..];
                continue;
            }
            let inside = rest[at..].strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let Some((name, after)) = inside else { return Err(FlawKind::OpenBrace) };
            if !plain.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
            }
            let place = named(name).ok_or_else(|| FlawKind::UnknownPlaceholder(name.to_owned()))?;
            pieces.push(Piece::Place(place));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(Self(pieces))
    }

    /// The text with something in the place of each placeholder.
    pub(super) fn filled(&self, mut with: impl FnMut(P) -> String) -> String {
        self.0.iter().fold(String::new(), |mut text, piece| {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Place(place) => text.push_str(&with(*place)),
            }
            text
        })
    }
}

/// The placeholder of that name in a paper about a span.
pub(super) fn placeholder(name: &str) -> Option<Placeholder> {
    let word = WordId::ALL.iter().find(|(id, _)| *id == name).map(|(_, word)| Placeholder::Word(*word));
    let figure = || FigureId::all().find(|figure| figure.id() == name).map(Placeholder::Figure);
    word.or_else(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_its_placeholders() {
        let text = Template::parse("Trong {span}: {visits} lượt {{x}}").unwrap();
        let filled = text.filled(|place| match place {
            Placeholder::Word(WordId::Span) => "tháng 11".to_owned(),
            Placeholder::Figure(FigureId::Visits) => "42".to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(filled, "Trong tháng 11: 42 lượt {x}");
        assert_eq!(Template::parse("{visit}"), Err(FlawKind::UnknownPlaceholder("visit".into())));
        for wrong in ["{visits", "a } b", "{", "{{visits}"] {
            assert!(Template::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_two_placeholders_share_a_name() {
        let words = WordId::ALL.iter().map(|(id, _)| *id);
        let names: Vec<&str> = words.chain(FigureId::all().map(FigureId::id)).collect();
        let one_each: std::collections::BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), one_each.len());
    }
}
