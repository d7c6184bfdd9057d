//! The vocabulary of the slips: the kinds of their blocks and the placeholders of their texts.

use crate::papers::forms::{GUIDANCE, HANDBOOK, TICKET};

/// What a block of a slip may have besides its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// A `label` before the fact.
    Label,
    /// A `text` in the place of the program's own.
    Text,
    /// A `text`, as there is none of the program's own.
    NeededText,
}

/// The facts of one kind of slip.
pub trait Fact: Copy + PartialEq + 'static {
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
    /// The number.
    Number,
    /// What the party needs.
    Need,
    /// How many came together, when more than one.
    Persons,
    /// Why the party goes first.
    Priority,
    /// How many wait ahead.
    Ahead,
    /// How long the wait is likely to be.
    Wait,
    /// How the lanes of the queue take turns, and which of them the party waits in.
    Rule,
    /// When the number was given.
    Given,
    /// How it is called.
    HowCalled,
    /// What to do before stepping out.
    Away,
    /// A line of the form's own.
    Line,
    /// A remark of the form's own.
    Note,
}

impl Fact for TicketFact {
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
    /// The day on which it was given.
    Date,
    /// The number of the party.
    Number,
    /// The name of a procedure.
    Name,
    /// Its code.
    Code,
    /// Its papers, each with a box.
    Bring,
    /// What to check before coming.
    Preconditions,
    /// What it costs.
    Fee,
    /// How long it takes.
    TimeLimit,
    /// Where the dossier may be handed in.
    Ways,
    /// Its last day.
    ValidUntil,
    /// What to mind.
    Warnings,
    /// When and where to come back.
    ComeBack,
    /// That passwords stay with their owner.
    Passwords,
    /// A line of the form's own.
    Line,
    /// A remark of the form's own.
    Note,
}

impl Fact for GuidanceFact {
    const SLIP: &'static str = GUIDANCE;
    const NEEDED: Self = Self::Passwords;
    const ALL: &'static [(&'static str, Self, Takes)] = &[
        ("date", Self::Date, Takes::Nothing),
        ("number", Self::Number, Takes::Label),
        ("name", Self::Name, Takes::Nothing),
        ("code", Self::Code, Takes::Label),
        ("bring", Self::Bring, Takes::Label),
        ("preconditions", Self::Preconditions, Takes::Label),
        ("fee", Self::Fee, Takes::Label),
        ("time_limit", Self::TimeLimit, Takes::Label),
        ("ways", Self::Ways, Takes::Label),
        ("valid_until", Self::ValidUntil, Takes::Label),
        ("warnings", Self::Warnings, Takes::Label),
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
    /// Whether it is said of each procedure in turn.
    pub(in crate::papers) const fn is_of_a_procedure(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Code
                | Self::Bring
                | Self::Preconditions
                | Self::Fee
                | Self::TimeLimit
                | Self::Ways
                | Self::ValidUntil
                | Self::Warnings
        )
    }

    /// Whether it may belong to the title.
    pub(in crate::papers) const fn is_of_the_title(self) -> bool {
        matches!(self, Self::Date | Self::Number)
    }
}

/// What the guide of one entry may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandbookFact {
    /// The name of the entry.
    Name,
    /// Its code.
    Code,
    /// Its field.
    Field,
    /// The day of printing.
    Printed,
    /// That it is not offered on the day of printing, when that is so.
    NotOffered,
    /// What to check first, each with a box.
    Preconditions,
    /// Its papers, each with a box.
    Papers,
    /// The steps, numbered.
    Steps,
    /// How long it takes.
    TimeLimit,
    /// What it costs.
    Fee,
    /// Where the dossier may be handed in.
    Ways,
    /// What to mind.
    Warnings,
    /// From when and until when it is offered, and what follows.
    Validity,
    /// Its page on the portal, for a telephone and in words.
    Portal,
    /// That passwords stay with their owner.
    Passwords,
    /// What the marks of doubt mean, when there are any.
    Doubts,
    /// A line of the form's own.
    Line,
    /// A remark of the form's own.
    Note,
}

impl Fact for HandbookFact {
    const SLIP: &'static str = HANDBOOK;
    const NEEDED: Self = Self::Steps;
    const ALL: &'static [(&'static str, Self, Takes)] = &[
        ("name", Self::Name, Takes::Nothing),
        ("code", Self::Code, Takes::Label),
        ("field", Self::Field, Takes::Label),
        ("printed", Self::Printed, Takes::Label),
        ("not_offered", Self::NotOffered, Takes::Nothing),
        ("preconditions", Self::Preconditions, Takes::Label),
        ("papers", Self::Papers, Takes::Label),
        ("steps", Self::Steps, Takes::Label),
        ("time_limit", Self::TimeLimit, Takes::Label),
        ("fee", Self::Fee, Takes::Label),
        ("ways", Self::Ways, Takes::Label),
        ("warnings", Self::Warnings, Takes::Label),
        ("validity", Self::Validity, Takes::Nothing),
        ("portal", Self::Portal, Takes::Label),
        ("passwords", Self::Passwords, Takes::Nothing),
        ("doubts", Self::Doubts, Takes::Nothing),
        ("line", Self::Line, Takes::NeededText),
        ("note", Self::Note, Takes::NeededText),
    ];
    const WORDS: &'static [(&'static str, SlipWord)] = GuidanceFact::WORDS;
}

impl HandbookFact {
    /// Whether it may belong to the title.
    pub(in crate::papers) const fn is_of_the_title(self) -> bool {
        matches!(self, Self::Name | Self::Code | Self::Field | Self::Printed)
    }
}

/// What a placeholder in a slip's text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipWord {
    /// «A012»
    Ticket,
    /// The number as it is called: «A 012».
    Spoken,
    /// The office.
    Office,
    /// The day on which it was given: «21/11/2026».
    Date,
    /// The time at which it was given: «08:05».
    Time,
    /// The program and its version.
    Version,
}
