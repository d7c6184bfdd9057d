//! The fields of the form: each with its name and the shape of its value.

use std::sync::LazyLock;

use crate::domain::System;
use crate::domain::catalogue::{
    FACTS, FlawKind, LONGEST_ALIAS, LONGEST_CODE, LONGEST_LINK, LONGEST_NAME, LONGEST_SHORT, LONGEST_TEXT,
    MOST_ALIASES, MOST_LINES,
};
use crate::domain::procedure::Way;
use crate::text::Lang;

/// How a value is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line of at most that many letters.
    Line(usize),
    /// Several lines of at most that many letters together.
    Note(usize),
    /// One of a few values.
    Pick,
}

/// Which of the two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Vi,
    En,
}

/// A list of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Papers,
    Before,
    Steps,
    Warnings,
}

/// A value of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Code,
    Kind,
    Field,
    Name(Tongue),
    Short(Tongue),
    Aliases,
    List(List, Tongue),
    /// Why it is stuck when the precondition of that place is missing.
    IfNot(usize),
    TimeLimit(Tongue),
    WorkingDays,
    SameDay,
    Fee(Tongue),
    Way(Way),
    Online,
    Portal,
    From,
    Until,
    /// What must work for it.
    System(System),
    Confidence,
    /// A fact, by its place among [`FACTS`], that must be checked locally.
    Unsure(usize),
    Local,
}

use Tongue::{En, Vi};

/// The fields from top to bottom. The code comes first: only a new entry may have another one.
pub(super) static SLOTS: LazyLock<Vec<Slot>> = LazyLock::new(|| {
    let lists = |list| [Slot::List(list, Vi), Slot::List(list, En)];
    let mut slots = HEAD.to_vec();
    slots.extend([List::Papers, List::Before].into_iter().flat_map(lists));
    slots.extend((0..MOST_LINES).map(Slot::IfNot));
    slots.extend([List::Steps, List::Warnings].into_iter().flat_map(lists));
    slots.extend(WAYS);
    slots.extend(System::ALL.iter().map(|system| Slot::System(*system)));
    slots.push(Slot::Confidence);
    slots.extend((0..FACTS.len()).map(Slot::Unsure));
    slots.push(Slot::Local);
    slots
});

/// What it is called.
const HEAD: [Slot; 8] = [
    Slot::Code,
    Slot::Name(Vi),
    Slot::Name(En),
    Slot::Short(Vi),
    Slot::Short(En),
    Slot::Aliases,
    Slot::Kind,
    Slot::Field,
];

/// When, for how much, where, and from when on.
const WAYS: [Slot; 13] = [
    Slot::TimeLimit(Vi),
    Slot::TimeLimit(En),
    Slot::WorkingDays,
    Slot::SameDay,
    Slot::Fee(Vi),
    Slot::Fee(En),
    Slot::Way(Way::Counter),
    Slot::Way(Way::Online),
    Slot::Way(Way::Post),
    Slot::Online,
    Slot::Portal,
    Slot::From,
    Slot::Until,
];

/// Why a value is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// No date.
    Date,
    /// No number of days.
    Days,
    /// Another entry has the code.
    CodeTaken,
    /// What the catalogue's own checks say.
    Catalogue(FlawKind),
}

impl Flaw {
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Date => lang.flaw_date().to_owned(),
            Self::Days => lang.entry_flaw_days().to_owned(),
            Self::CodeTaken => lang.entry_flaw_code_taken().to_owned(),
            Self::Catalogue(FlawKind::TextLength { most, .. }) => lang.entry_flaw_text(*most),
            Self::Catalogue(FlawKind::StepCount(_)) => lang.entry_flaw_steps(MOST_LINES),
            Self::Catalogue(FlawKind::UnevenLists(..)) => lang.entry_flaw_uneven().to_owned(),
            Self::Catalogue(FlawKind::DatesReversed(_)) => lang.entry_flaw_dates().to_owned(),
            Self::Catalogue(kind) => lang.sentence(&lang.flaw(kind)),
        }
    }
}

impl Slot {
    pub(super) const fn shape(self) -> Shape {
        match self {
            Self::Code => Shape::Line(LONGEST_CODE),
            Self::Name(_) => Shape::Line(LONGEST_NAME),
            Self::Short(_) => Shape::Line(LONGEST_SHORT),
            Self::Aliases => Shape::Note(MOST_ALIASES * (LONGEST_ALIAS + 1)),
            Self::List(..) => Shape::Note(MOST_LINES * (LONGEST_TEXT + 1)),
            Self::TimeLimit(_) | Self::Fee(_) => Shape::Line(LONGEST_TEXT),
            Self::WorkingDays => Shape::Line(4),
            Self::Portal => Shape::Line(LONGEST_LINK),
            Self::From | Self::Until => Shape::Line(14),
            Self::Kind
            | Self::Field
            | Self::SameDay
            | Self::Way(_)
            | Self::Online
            | Self::IfNot(_)
            | Self::System(_)
            | Self::Confidence
            | Self::Unsure(_)
            | Self::Local => Shape::Pick,
        }
    }

    pub(super) fn label(self, lang: Lang) -> String {
        let tongue = |label: &str, tongue: Tongue| match tongue {
            Vi => lang.entry_in_vietnamese(label),
            En => lang.entry_in_english(label),
        };
        match self {
            Self::Code => lang.entry_code().to_owned(),
            Self::Kind => lang.entry_kind_label().to_owned(),
            Self::Field => lang.entry_field().to_owned(),
            Self::Name(of) => tongue(lang.entry_name(), of),
            Self::Short(of) => tongue(lang.entry_short(), of),
            Self::Aliases => lang.reading_aliases().to_owned(),
            Self::List(List::Papers, of) => tongue(lang.papers(), of),
            Self::List(List::Before, of) => tongue(lang.check_first(), of),
            Self::List(List::Steps, of) => tongue(lang.steps(), of),
            Self::List(List::Warnings, of) => tongue(lang.warnings(), of),
            Self::IfNot(place) => lang.entry_if_not(place + 1),
            Self::TimeLimit(of) => tongue(lang.time_limit(), of),
            Self::WorkingDays => lang.entry_working_days().to_owned(),
            Self::SameDay => lang.entry_same_day().to_owned(),
            Self::Fee(of) => tongue(lang.fee(), of),
            Self::Way(way) => lang.entry_way(lang.way(way)),
            Self::Online => lang.level_heading().to_owned(),
            Self::Portal => lang.entry_portal().to_owned(),
            Self::From => lang.entry_from().to_owned(),
            Self::Until => lang.entry_until().to_owned(),
            Self::System(system) => lang.entry_needs(lang.system(system)),
            Self::Confidence => lang.reading_confidence().to_owned(),
            Self::Unsure(fact) => lang.entry_unsure(fact_words(FACTS[fact], lang)),
            Self::Local => lang.entry_local().to_owned(),
        }
    }

    /// The field of a key as the catalogue's checks name it.
    pub(super) fn of_key(kind: &FlawKind) -> Self {
        let Some(key) = kind.key() else { return Self::Code };
        let (key, tongue) = match key.split_once('.') {
            Some((key, "en")) => (key, En),
            Some((key, _)) => (key, Vi),
            // Two lists of different length: the English one is the shorter work.
            None if matches!(kind, FlawKind::UnevenLists(..)) => (key, En),
            None => (key, Vi),
        };
        match key {
            "field" => Self::Field,
            "name" => Self::Name(tongue),
            "short" => Self::Short(tongue),
            "aliases" => Self::Aliases,
            "papers" => Self::List(List::Papers, tongue),
            "before" | "before_if_not" => Self::List(List::Before, tongue),
            "steps" => Self::List(List::Steps, tongue),
            "warnings" => Self::List(List::Warnings, tongue),
            "time_limit" => Self::TimeLimit(tongue),
            "fee" => Self::Fee(tongue),
            "working_days" => Self::WorkingDays,
            "portal" => Self::Portal,
            "valid_until" | "replaced_by" | "replaces" => Self::Until,
            _ => Self::Code,
        }
    }
}

/// What the form calls a fact that may be unsure.
fn fact_words(fact: &str, lang: Lang) -> &'static str {
    match fact {
        "name" => lang.entry_name(),
        "papers" => lang.papers(),
        "before" => lang.check_first(),
        "steps" => lang.steps(),
        "time_limit" => lang.time_limit(),
        "fee" => lang.fee(),
        "channels" => lang.ways_heading(),
        "online" => lang.level_heading(),
        _ => lang.warnings(),
    }
}
