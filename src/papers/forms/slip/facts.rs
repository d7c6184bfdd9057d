//! The vocabulary of the slips: the kinds of their blocks and the placeholders of their texts.

use crate::domain::procedure::Fact;
use crate::papers::forms::{GUIDANCE, HANDBOOK, TICKET};

/// What a block of a slip may have besides its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    /// A `label` before the fact.
    Label,
    /// A `text` in the place of the program's own.
    Text,
    /// A `text`, as there is none of the program's own.
    NeededText,
}

pub trait SlipFact: Copy + PartialEq + 'static {
    /// The value of the key `slip`.
    const SLIP: &'static str;
    /// The kinds of its blocks.
    const ALL: &'static [(&'static str, Self, Takes)];
    /// The fact that the slip cannot do without.
    const NEEDED: Self;
    /// The placeholders of its texts.
    const WORDS: &'static [(&'static str, SlipWord)];
}

/// What a slip with a number may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketFact {
    Number,
    /// What the party needs.
    Need,
    /// How many came together, when more than one.
    Persons,
    Priority,
    Ahead,
    Wait,
    /// How the lanes of the queue take turns, and which of them the party waits in.
    Rule,
    Given,
    HowCalled,
    /// What to do before stepping out.
    Away,
    Line,
    Note,
}

impl SlipFact for TicketFact {
    const SLIP: &'static str = TICKET;
    const NEEDED: Self = Self::Number;
    const ALL: &'static [(&'static str, Self, Takes)] = &[
        ("number", Self::Number, Takes::Nothing),
        ("need", Self::Need, Takes::Label),
        ("persons", Self::Persons, Takes::Label),
        ("priority", Self::Priority, Takes::Label),
        ("ahead", Self::Ahead, Takes::Label),
        ("wait", Self::Wait, Takes::Label),
        ("rule", Self::Rule, Takes::Label),
        ("given", Self::Given, Takes::Label),
        ("how_called", Self::HowCalled, Takes::Text),
        ("away", Self::Away, Takes::Text),
        ("line", Self::Line, Takes::NeededText),
        ("note", Self::Note, Takes::NeededText),
    ];
    const WORDS: &'static [(&'static str, SlipWord)] = &[
        ("ticket", SlipWord::Ticket),
        ("spoken", SlipWord::Spoken),
        ("office", SlipWord::Office),
        ("date", SlipWord::Date),
        ("time", SlipWord::Time),
    ];
}

/// What a guidance slip may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidanceFact {
    Date,
    Number,
    /// A fact of a procedure.
    Entry(Fact),
    ComeBack,
    /// That passwords stay with their owner.
    Passwords,
    Line,
    Note,
}

impl SlipFact for GuidanceFact {
    const SLIP: &'static str = GUIDANCE;
    const NEEDED: Self = Self::Passwords;
    const ALL: &'static [(&'static str, Self, Takes)] = &[
        ("date", Self::Date, Takes::Nothing),
        ("number", Self::Number, Takes::Label),
        ("name", Self::Entry(Fact::Name), Takes::Nothing),
        ("code", Self::Entry(Fact::Code), Takes::Label),
        ("bring", Self::Entry(Fact::Papers), Takes::Label),
        ("preconditions", Self::Entry(Fact::Before), Takes::Label),
        ("fee", Self::Entry(Fact::Fee), Takes::Label),
        ("time_limit", Self::Entry(Fact::TimeLimit), Takes::Label),
        ("ways", Self::Entry(Fact::Ways), Takes::Label),
        ("valid_until", Self::Entry(Fact::Validity), Takes::Label),
        ("warnings", Self::Entry(Fact::Warnings), Takes::Label),
        ("come_back", Self::ComeBack, Takes::Label),
        ("passwords", Self::Passwords, Takes::Nothing),
        ("line", Self::Line, Takes::NeededText),
        ("note", Self::Note, Takes::NeededText),
    ];
    const WORDS: &'static [(&'static str, SlipWord)] = &[
        ("office", SlipWord::Office),
        ("date", SlipWord::Date),
        ("time", SlipWord::Time),
        ("version", SlipWord::Version),
    ];
}

impl GuidanceFact {
    pub(in crate::papers) const fn is_of_a_procedure(self) -> bool {
        matches!(self, Self::Entry(_))
    }

    pub(in crate::papers) const fn is_of_the_title(self) -> bool {
        matches!(self, Self::Date | Self::Number)
    }
}

/// What the guide of one entry may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandbookFact {
    Entry(Fact),
    Field,
    Printed,
    /// That it is not offered on the day of printing, when that is so.
    NotOffered,
    /// That passwords stay with their owner.
    Passwords,
    /// What the marks of doubt mean, when there are any.
    Doubts,
    Line,
    Note,
}

impl SlipFact for HandbookFact {
    const SLIP: &'static str = HANDBOOK;
    const NEEDED: Self = Self::Entry(Fact::Steps);
    const ALL: &'static [(&'static str, Self, Takes)] = &[
        ("name", Self::Entry(Fact::Name), Takes::Nothing),
        ("code", Self::Entry(Fact::Code), Takes::Label),
        ("field", Self::Field, Takes::Label),
        ("printed", Self::Printed, Takes::Label),
        ("not_offered", Self::NotOffered, Takes::Nothing),
        ("preconditions", Self::Entry(Fact::Before), Takes::Label),
        ("papers", Self::Entry(Fact::Papers), Takes::Label),
        ("steps", Self::Entry(Fact::Steps), Takes::Label),
        ("time_limit", Self::Entry(Fact::TimeLimit), Takes::Label),
        ("fee", Self::Entry(Fact::Fee), Takes::Label),
        ("ways", Self::Entry(Fact::Ways), Takes::Label),
        ("warnings", Self::Entry(Fact::Warnings), Takes::Label),
        ("validity", Self::Entry(Fact::Validity), Takes::Nothing),
        ("portal", Self::Entry(Fact::Portal), Takes::Label),
        ("passwords", Self::Passwords, Takes::Nothing),
        ("doubts", Self::Doubts, Takes::Nothing),
        ("line", Self::Line, Takes::NeededText),
        ("note", Self::Note, Takes::NeededText),
    ];
    const WORDS: &'static [(&'static str, SlipWord)] = GuidanceFact::WORDS;
}

impl HandbookFact {
    pub(in crate::papers) const fn is_of_the_title(self) -> bool {
        matches!(self, Self::Entry(Fact::Name | Fact::Code) | Self::Field | Self::Printed)
    }
}

/// What a placeholder in a slip's text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipWord {
    /// «A012»
    Ticket,
    /// The number as it is called: «A 012».
    Spoken,
    Office,
    /// The day on which it was given: «21/11/2026».
    Date,
    /// The time at which it was given: «08:05».
    Time,
    /// The program and its version.
    Version,
}
