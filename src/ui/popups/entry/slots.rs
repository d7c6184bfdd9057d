//! The fields of the form: each with its name and the shape of its value.

use std::sync::LazyLock;

use crate::domain::System;
use crate::domain::catalogue::{
    FlawKind, LONGEST_ALIAS, LONGEST_CODE, LONGEST_LINK, LONGEST_NAME, LONGEST_SHORT, LONGEST_TEXT,
    MOST_ALIASES, MOST_LINES,
};
use crate::domain::procedure::{Fact, Way};
use crate::lang::Lang;

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

/// A value of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Code,
    Kind,
    Field,
    Text(Fact, Lang),
    Aliases,
    List(Fact, Lang),
    /// Why it is stuck when the precondition of that place is missing.
    IfNot(usize),
    WorkingDays,
    SameDay,
    Way(Way),
    Online,
    Portal,
    From,
    Until,
    System(System),
    Confidence,
    /// Whether a fact must be checked locally.
    Unsure(Fact),
    Local,
}

use Lang::{En, Vi};

/// The fields from top to bottom. The code comes first: only a new entry may have another one.
pub(super) static SLOTS: LazyLock<Vec<Slot>> = LazyLock::new(|| {
    let lists = |list: Fact| [Slot::List(list, Vi), Slot::List(list, En)];
    let mut slots = HEAD.to_vec();
    slots.extend([Fact::Papers, Fact::Before].into_iter().flat_map(lists));
    slots.extend((0..MOST_LINES).map(Slot::IfNot));
    slots.extend([Fact::Steps, Fact::Warnings].into_iter().flat_map(lists));
    slots.extend(WAYS);
    slots.extend(System::ALL.iter().map(|system| Slot::System(*system)));
    slots.push(Slot::Confidence);
    slots.extend(Fact::MAY_BE_DOUBTFUL.map(Slot::Unsure));
    slots.push(Slot::Local);
    slots
});

/// What it is called.
const HEAD: [Slot; 8] = [
    Slot::Code,
    Slot::Text(Fact::Name, Vi),
    Slot::Text(Fact::Name, En),
    Slot::Text(Fact::Short, Vi),
    Slot::Text(Fact::Short, En),
    Slot::Aliases,
    Slot::Kind,
    Slot::Field,
];

/// When, for how much, where, and from when on.
const WAYS: [Slot; 13] = [
    Slot::Text(Fact::TimeLimit, Vi),
    Slot::Text(Fact::TimeLimit, En),
    Slot::WorkingDays,
    Slot::SameDay,
    Slot::Text(Fact::Fee, Vi),
    Slot::Text(Fact::Fee, En),
    Slot::Way(Way::Counter),
    Slot::Way(Way::Online),
    Slot::Way(Way::Post),
    Slot::Online,
    Slot::Portal,
    Slot::From,
    Slot::Until,
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    Date,
    /// No number of days.
    Days,
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
            Self::Text(Fact::Name, _) => Shape::Line(LONGEST_NAME),
            Self::Text(Fact::Short, _) => Shape::Line(LONGEST_SHORT),
            Self::Text(..) => Shape::Line(LONGEST_TEXT),
            Self::Aliases => Shape::Note(MOST_ALIASES * (LONGEST_ALIAS + 1)),
            Self::List(..) => Shape::Note(MOST_LINES * (LONGEST_TEXT + 1)),
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
        match self {
            Self::Text(fact, Vi) | Self::List(fact, Vi) => lang.entry_in_vietnamese(lang.fact(fact)),
            Self::Text(fact, En) | Self::List(fact, En) => lang.entry_in_english(lang.fact(fact)),
            Self::Kind => lang.entry_kind_label().to_owned(),
            Self::Field => lang.entry_field().to_owned(),
            Self::IfNot(place) => lang.entry_if_not(place + 1),
            Self::WorkingDays => lang.entry_working_days().to_owned(),
            Self::Way(way) => lang.entry_way(lang.way(way)),
            Self::Portal => lang.entry_portal().to_owned(),
            Self::Until => lang.entry_until().to_owned(),
            Self::System(system) => lang.entry_needs(lang.system(system)),
            Self::Unsure(fact) => lang.entry_unsure(lang.fact(fact)),
            Self::Code => lang.fact(Fact::Code).to_owned(),
            Self::Aliases => lang.fact(Fact::Aliases).to_owned(),
            Self::SameDay => lang.fact(Fact::SameDay).to_owned(),
            Self::Online => lang.fact(Fact::Online).to_owned(),
            Self::From => lang.fact(Fact::Validity).to_owned(),
            Self::Confidence => lang.fact(Fact::Confidence).to_owned(),
            Self::Local => lang.fact(Fact::Local).to_owned(),
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
        match (key, Fact::from_code(key)) {
            (_, Some(fact)) if Fact::LISTS.contains(&fact) => Self::List(fact, tongue),
            (_, Some(fact)) if Fact::TEXTS.contains(&fact) => Self::Text(fact, tongue),
            ("field", _) => Self::Field,
            ("aliases", _) => Self::Aliases,
            ("before_if_not", _) => Self::List(Fact::Before, tongue),
            ("working_days", _) => Self::WorkingDays,
            ("portal", _) => Self::Portal,
            ("valid_until" | "replaced_by" | "replaces", _) => Self::Until,
            _ => Self::Code,
        }
    }
}
