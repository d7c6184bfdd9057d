//! The catalogue: every procedure and skill the desk can help with.

use std::collections::HashMap;

use serde::Deserialize;
use toml::Spanned;

use super::procedure::Both;
use super::{Code, Day, Procedure, Series, System};

/// A series of ticket numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesEntry {
    /// Its letter.
    pub letter: Series,
    /// What it is for.
    pub name: Both<String>,
}

/// A field (lĩnh vực) of procedures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id within the catalogue.
    pub id: String,
    /// The series its numbers come from.
    pub series: Series,
    /// Its name.
    pub name: Both<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    series: Vec<SeriesEntry>,
    field: Vec<Spanned<Field>>,
    procedure: Vec<Spanned<Procedure>>,
}

/// What is wrong with a catalogue, and where. The catalogue in use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFlaw {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: FlawKind,
}

/// The ways in which a catalogue can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// Not TOML, a field missing, unknown or of the wrong kind, in the parser's words.
    Syntax(String),
    /// Two entries share a code.
    CodeTwice(Code),
    /// An entry names a field that is not listed.
    UnknownField(Code, String),
    /// A field names a series that is not listed.
    UnknownSeries(String, Series),
    /// The two languages have lists of different length, or a list is too long.
    UnevenLists(Code, &'static str),
    /// An entry without steps, or with more than 20.
    StepCount(Code),
    /// A text that is empty or longer than a screen can show.
    TextLength(Code, &'static str),
    /// `valid_until` lies before `valid_from`.
    DatesReversed(Code),
    /// More entries than the desk can hold.
    TooManyEntries(usize),
    /// There is no entry for a need that is not known yet.
    NoUnknownNeed,
}

/// The most entries a catalogue may have.
pub const MOST_ENTRIES: usize = 5_000;
/// The longest text of an entry, in characters.
pub const LONGEST_TEXT: usize = 400;

/// The catalogue of a desk, checked.
#[derive(Clone, Debug)]
pub struct Catalogue {
    series: Vec<SeriesEntry>,
    fields: Vec<Field>,
    procedures: Vec<Procedure>,
    by_code: HashMap<Code, usize>,
}

impl Catalogue {
    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// The first flaw, with its line.
    pub fn parse(text: &str) -> Result<Self, CatalogueFlaw> {
        let source: Source = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            // One line, and with the key: the parser says what kind of value it met, not where it belongs.
            let words = error.message().lines().collect::<Vec<_>>().join(", ");
            let words = match key_of(text, at) {
                Some(key) if !words.contains(key) => format!("{key}: {words}"),
                _ => words,
            };
            CatalogueFlaw { line: line_of(text, at), what: FlawKind::Syntax(words) }
        })?;
        let flaw = |at: usize, what| CatalogueFlaw { line: line_of(text, at), what };
        if source.procedure.len() > MOST_ENTRIES {
            return Err(flaw(0, FlawKind::TooManyEntries(source.procedure.len())));
        }
        for field in &source.field {
            let entry = field.as_ref();
            if !source.series.iter().any(|series| series.letter == entry.series) {
                return Err(flaw(
                    field.span().start,
                    FlawKind::UnknownSeries(entry.id.clone(), entry.series),
                ));
            }
        }
        let fields: Vec<Field> = source.field.into_iter().map(Spanned::into_inner).collect();
        let mut by_code = HashMap::with_capacity(source.procedure.len());
        for (at, entry) in source.procedure.iter().enumerate() {
            let start = entry.span().start;
            let procedure = entry.as_ref();
            check(procedure, &fields).map_err(|what| flaw(start, what))?;
            if by_code.insert(procedure.code.clone(), at).is_some() {
                return Err(flaw(start, FlawKind::CodeTwice(procedure.code.clone())));
            }
        }
        if !by_code.contains_key(&Code::new(super::procedure::UNKNOWN_NEED)) {
            return Err(flaw(0, FlawKind::NoUnknownNeed));
        }
        let procedures = source.procedure.into_iter().map(Spanned::into_inner).collect();
        Ok(Self { series: source.series, fields, procedures, by_code })
    }

    /// The entry of a code.
    pub fn get(&self, code: &Code) -> Option<&Procedure> {
        self.by_code.get(code).map(|at| &self.procedures[*at])
    }

    /// Every entry, retired ones included, in the order of the file.
    pub fn all(&self) -> &[Procedure] {
        &self.procedures
    }

    /// The entries that are offered on a day.
    pub fn valid_on(&self, day: Day) -> impl Iterator<Item = &Procedure> {
        self.procedures.iter().filter(move |procedure| procedure.is_valid_on(day))
    }

    /// The fields, in the order of the file.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The series, in the order of the file.
    pub fn series(&self) -> &[SeriesEntry] {
        &self.series
    }

    /// Whether something cannot be done while a system does not work.
    pub fn relies_on(&self, code: &Code, system: System) -> bool {
        self.get(code).is_some_and(|entry| entry.systems.contains(&system))
    }

    /// The field of a code.
    pub fn field_of(&self, code: &Code) -> Option<&Field> {
        let procedure = self.get(code)?;
        self.fields.iter().find(|field| field.id == procedure.field)
    }
}

/// Checks one entry by itself.
fn check(procedure: &Procedure, fields: &[Field]) -> Result<(), FlawKind> {
    let code = || procedure.code.clone();
    if !fields.iter().any(|field| field.id == procedure.field) {
        return Err(FlawKind::UnknownField(code(), procedure.field.clone()));
    }
    if procedure.valid_until.is_some_and(|last| last < procedure.valid_from) {
        return Err(FlawKind::DatesReversed(code()));
    }
    if !(1..=20).contains(&procedure.steps.vi.len()) {
        return Err(FlawKind::StepCount(code()));
    }
    let lists = [
        ("steps", &procedure.steps),
        ("papers", &procedure.papers),
        ("before", &procedure.before),
        ("warnings", &procedure.warnings),
    ];
    for (name, list) in lists {
        if list.vi.len() != list.en.len() || list.vi.len() > 20 {
            return Err(FlawKind::UnevenLists(code(), name));
        }
        if !list.vi.iter().chain(&list.en).all(|text| is_fit(text)) {
            return Err(FlawKind::TextLength(code(), name));
        }
    }
    let names = [
        ("code", &procedure.code.0),
        ("name", &procedure.name.vi),
        ("name", &procedure.name.en),
        ("short", &procedure.short.vi),
        ("short", &procedure.short.en),
    ];
    match names.into_iter().find(|(_, text)| !is_fit(text)) {
        Some((name, _)) => Err(FlawKind::TextLength(code(), name)),
        None => Ok(()),
    }
}

/// A text that a screen can show: not empty, not endless, nothing that moves the cursor.
fn is_fit(text: &str) -> bool {
    (1..=LONGEST_TEXT).contains(&text.chars().count()) && super::input::is_clean_line(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"
series = [{ letter = "A", name = { vi = "Hộ tịch", en = "Civil status" } }]
[[field]]
id = "ho-tich"
series = "A"
name = { vi = "Hộ tịch", en = "Civil status" }
"#;

    fn entry(code: &str, more: &str) -> String {
        format!(
            "[[procedure]]\ncode = \"{code}\"\nkind = \"skill\"\nfield = \"ho-tich\"\nname = {{ vi = \"a\", en = \"a\" }}\n\
             short = {{ vi = \"a\", en = \"a\" }}\nsteps = {{ vi = [\"một\"], en = [\"one\"] }}\nchannels = []\n\
             online = \"none\"\nvalid_from = 2025-07-01\n{more}\n"
        )
    }

    #[test]
    fn a_flaw_names_its_line_and_its_entry() {
        let good = entry("KHAC", "");
        let cases: [(String, FlawKind); 6] = [
            (entry("X", "valid_until = 2024-01-01"), FlawKind::DatesReversed(Code::new("X"))),
            (entry("KHAC", ""), FlawKind::CodeTwice(Code::new("KHAC"))),
            (
                entry("X", "papers = { vi = [\"a\"], en = [] }"),
                FlawKind::UnevenLists(Code::new("X"), "papers"),
            ),
            (
                entry("X", "").replace("\"ho-tich\"", "\"lạ\""),
                FlawKind::UnknownField(Code::new("X"), "lạ".into()),
            ),
            (entry("X", "").replace("[\"một\"]", "[]"), FlawKind::StepCount(Code::new("X"))),
            (
                entry("X", "").replace("một", &"a".repeat(10_000)),
                FlawKind::TextLength(Code::new("X"), "steps"),
            ),
        ];
        for (bad, what) in cases {
            let bad =
                if matches!(what, FlawKind::StepCount(_)) { bad.replace("[\"one\"]", "[]") } else { bad };
            let flaw = Catalogue::parse(&format!("{HEAD}{good}{bad}")).unwrap_err();
            assert_eq!(flaw, CatalogueFlaw { line: 18, what });
        }
    }

    #[test]
    fn a_field_that_is_not_known_is_refused_with_its_line() {
        let text = format!("{HEAD}{}", entry("KHAC", "giá = 3").replace("giá", "price"));
        let flaw = Catalogue::parse(&text).unwrap_err();
        assert_eq!(flaw.line, 17);
        assert!(matches!(flaw.what, FlawKind::Syntax(words) if words.contains("price")));
    }
}
