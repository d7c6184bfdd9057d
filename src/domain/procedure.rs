//! A procedure or a skill of the catalogue: what it is called, what it needs, how to go through it.

use serde::{Deserialize, Serialize};

use super::coded::{Channel, coded};
use super::reason::{StuckReason, System};
use super::time::Day;
use crate::lang::Both;

/// The national code of a procedure (`2.000815`) or the desk's own code of a skill (`KN01`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(pub String);

impl Code {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The code of «Chưa rõ nhu cầu»: a number for somebody who does not know yet what is needed.
pub const UNKNOWN_NEED: &str = "KHAC";

coded! {
    /// Whether an entry is a procedure with a dossier or a skill without one.
    Kind {
        /// An administrative procedure (thủ tục hành chính).
        Procedure = "procedure",
        /// A digital skill (kỹ năng số).
        Skill = "skill",
    }
}

coded! {
    /// How far a procedure can be done online.
    OnlineLevel {
        None = "none",
        Part = "part",
        Whole = "whole",
    }
}

impl OnlineLevel {
    /// How a dossier is most likely filed.
    pub const fn usual(self) -> Channel {
        match self {
            Self::None => Channel::Paper,
            Self::Part => Channel::OnlinePart,
            Self::Whole => Channel::OnlineWhole,
        }
    }
}

coded! {
    /// Where a dossier may be handed in.
    Way {
        /// At the counter (trực tiếp).
        Counter = "counter",
        /// Online (trực tuyến).
        Online = "online",
        /// By post (bưu chính công ích).
        Post = "post",
    }
}

coded! {
    /// How sure the facts of an entry are.
    Confidence {
        /// Read in published material.
        High = "high",
        /// Read, but in part or in one place only.
        Medium = "medium",
        /// Told by somebody, or remembered.
        Low = "low",
    }
}

coded! {
    /// A fact of an entry. The guide, the handbook, the slips and the form walk these; the code is the file's key.
    Fact {
        Code = "code",
        Name = "name",
        Short = "short",
        Aliases = "aliases",
        Papers = "papers",
        /// The preconditions: what to check first.
        Before = "before",
        Steps = "steps",
        /// What goes wrong or must not be done.
        Warnings = "warnings",
        TimeLimit = "time_limit",
        SameDay = "same_day",
        Fee = "fee",
        Ways = "channels",
        Online = "online",
        Portal = "portal",
        Systems = "systems",
        /// From when and until when it is offered.
        Validity = "valid_from",
        /// That it is a service of some communes.
        Local = "local",
        Confidence = "confidence",
    }
}

impl Fact {
    /// The facts that may be in doubt: `check_locally` names them.
    pub const MAY_BE_DOUBTFUL: [Self; 9] = [
        Self::Name,
        Self::Papers,
        Self::Before,
        Self::Steps,
        Self::TimeLimit,
        Self::Fee,
        Self::Ways,
        Self::Online,
        Self::Warnings,
    ];

    /// The lists that an entry has in both languages.
    pub const LISTS: [Self; 4] = [Self::Steps, Self::Papers, Self::Before, Self::Warnings];

    /// The texts of one line that an entry has in both languages.
    pub const TEXTS: [Self; 4] = [Self::Name, Self::Short, Self::TimeLimit, Self::Fee];

    /// The keys of a list or text in the two languages.
    pub const fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Name => ["name.vi", "name.en"],
            Self::Short => ["short.vi", "short.en"],
            Self::TimeLimit => ["time_limit.vi", "time_limit.en"],
            Self::Fee => ["fee.vi", "fee.en"],
            Self::Papers => ["papers.vi", "papers.en"],
            Self::Before => ["before.vi", "before.en"],
            Self::Steps => ["steps.vi", "steps.en"],
            Self::Warnings => ["warnings.vi", "warnings.en"],
            other => [other.code(); 2],
        }
    }
}

/// What an entry says of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing, and there is nothing to say.
    Nothing,
    /// The catalogue does not know it, which has to be said: the office does.
    Unknown,
    /// As it stands, in either language.
    Plain(&'a str),
    Text(&'a Both<String>),
    /// A list, not empty.
    List(&'a Both<Vec<String>>),
    /// Several short texts of one language, not empty.
    Words(&'a [String]),
    Days(u16),
    /// Where it may be handed in, not empty.
    Ways(&'a [Way]),
    Level(OnlineLevel),
    /// What must work, not empty.
    Systems(&'a [System]),
    /// From when and, where it is known, until when.
    Between(Day, Option<Day>),
    Sure(Confidence),
    Yes,
}

/// An entry of the catalogue, as `procedures.toml` writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    pub code: Code,
    pub kind: Kind,
    /// The field (lĩnh vực), by its id.
    pub field: String,
    pub name: Both<String>,
    /// What a volunteer says.
    pub short: Both<String>,
    /// What citizens say or type.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The papers to bring, one by one.
    #[serde(default)]
    pub papers: Both<Vec<String>>,
    #[serde(default)]
    pub before: Both<Vec<String>>,
    /// The steps to go through with the citizen.
    pub steps: Both<Vec<String>>,
    #[serde(default)]
    pub time_limit: Option<Both<String>>,
    /// Whether a result of the same day needs filing before 15:00 (docs/domain.md, "Procedures and skills").
    #[serde(default)]
    pub same_day: bool,
    /// The limit as plain working days, where it is one number.
    #[serde(default)]
    pub working_days: Option<u16>,
    #[serde(default)]
    pub fee: Option<Both<String>>,
    pub channels: Vec<Way>,
    pub online: OnlineLevel,
    #[serde(default)]
    pub warnings: Both<Vec<String>>,
    /// Facts that could not be verified and must be checked at the office.
    #[serde(default)]
    pub check_locally: Vec<String>,
    /// The first day on which it is offered.
    #[serde(with = "toml_day")]
    pub valid_from: Day,
    /// The last day on which it is offered; `None` while no end is known.
    #[serde(default, with = "some_toml_day")]
    pub valid_until: Option<Day>,
    /// The page about it on the national portal, `https://…`.
    #[serde(default)]
    pub portal: Option<String>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    pub systems: Vec<System>,
    /// Offered only once the commune has turned it on: a service of some communes (docs/domain.md, "Services of the desk").
    #[serde(default)]
    pub local: bool,
    /// Beside each of `before`, why it cannot be done when that is missing; empty where no one reason follows.
    #[serde(default, with = "reasons")]
    pub before_if_not: Vec<Option<StuckReason>>,
    #[serde(default)]
    pub replaced_by: Option<Code>,
    /// Codes it took the place of.
    #[serde(default)]
    pub replaces: Vec<Code>,
}

impl Procedure {
    pub fn says(&self, fact: Fact) -> Said<'_> {
        let is_procedure = self.kind == Kind::Procedure;
        // Of a procedure that says nothing the office knows the papers, and the province has set the fee: neither is
        // ever told as none or free (docs/domain.md, "Papers"). A skill needs no papers and costs nothing.
        let unknown = if is_procedure { Said::Unknown } else { Said::Nothing };
        let yes = |is| if is { Said::Yes } else { Said::Nothing };
        match fact {
            Fact::Code => Said::Plain(&self.code.0),
            Fact::Name | Fact::Short => self.text(fact).map_or(Said::Nothing, Said::Text),
            Fact::Fee => self.text(fact).map_or(unknown, Said::Text),
            Fact::TimeLimit => match (&self.time_limit, self.working_days) {
                (Some(limit), _) => Said::Text(limit),
                (None, Some(days)) => Said::Days(days),
                (None, None) => Said::Nothing,
            },
            Fact::Papers | Fact::Before | Fact::Steps | Fact::Warnings => match self.list(fact) {
                Some(list) if !list.vi.is_empty() => Said::List(list),
                _ if fact == Fact::Papers => unknown,
                _ => Said::Nothing,
            },
            // A skill is learned, not filed.
            Fact::Ways if is_procedure && !self.channels.is_empty() => Said::Ways(&self.channels),
            Fact::Online if is_procedure => Said::Level(self.online),
            Fact::Systems if !self.systems.is_empty() => Said::Systems(&self.systems),
            Fact::Aliases if !self.aliases.is_empty() => Said::Words(&self.aliases),
            Fact::Ways | Fact::Online | Fact::Systems | Fact::Aliases => Said::Nothing,
            Fact::Portal => self.portal.as_deref().map_or(Said::Nothing, Said::Plain),
            Fact::Validity => Said::Between(self.valid_from, self.valid_until),
            Fact::SameDay => yes(self.same_day),
            Fact::Local => yes(self.local),
            Fact::Confidence => self.confidence.map_or(Said::Nothing, Said::Sure),
        }
    }

    /// Whether a fact could not be verified.
    pub fn is_doubtful(&self, fact: Fact) -> bool {
        self.check_locally.iter().any(|one| one == fact.code())
    }

    pub const fn list(&self, fact: Fact) -> Option<&Both<Vec<String>>> {
        match fact {
            Fact::Papers => Some(&self.papers),
            Fact::Before => Some(&self.before),
            Fact::Steps => Some(&self.steps),
            Fact::Warnings => Some(&self.warnings),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub const fn list_mut(&mut self, fact: Fact) -> Option<&mut Both<Vec<String>>> {
        match fact {
            Fact::Papers => Some(&mut self.papers),
            Fact::Before => Some(&mut self.before),
            Fact::Steps => Some(&mut self.steps),
            Fact::Warnings => Some(&mut self.warnings),
            _ => None,
        }
    }

    /// The text of a fact that is one line, where it is given.
    pub const fn text(&self, fact: Fact) -> Option<&Both<String>> {
        match fact {
            Fact::Name => Some(&self.name),
            Fact::Short => Some(&self.short),
            Fact::TimeLimit => self.time_limit.as_ref(),
            Fact::Fee => self.fee.as_ref(),
            _ => None,
        }
    }

    /// Gives the text of a fact that is one line; without words the fact is left open.
    pub fn set_text(&mut self, fact: Fact, text: Both<String>) {
        let given = |text: Both<String>| (!text.vi.is_empty() || !text.en.is_empty()).then_some(text);
        match fact {
            Fact::Name => self.name = text,
            Fact::Short => self.short = text,
            Fact::TimeLimit => self.time_limit = given(text),
            Fact::Fee => self.fee = given(text),
            _ => {}
        }
    }

    /// An entry that says nothing beyond its code and what it is called.
    pub fn bare(code: Code, kind: Kind, field: String, valid_from: Day) -> Self {
        Self {
            code,
            kind,
            field,
            name: Both::default(),
            short: Both::default(),
            aliases: Vec::new(),
            papers: Both::default(),
            before: Both::default(),
            steps: Both::default(),
            time_limit: None,
            same_day: false,
            working_days: None,
            fee: None,
            channels: Vec::new(),
            online: OnlineLevel::None,
            warnings: Both::default(),
            check_locally: Vec::new(),
            valid_from,
            valid_until: None,
            portal: None,
            confidence: None,
            systems: Vec::new(),
            local: false,
            before_if_not: Vec::new(),
            replaced_by: None,
            replaces: Vec::new(),
        }
    }

    pub fn step_count(&self) -> u8 {
        u8::try_from(self.steps.vi.len()).unwrap_or(u8::MAX)
    }
}

/// TOML has dates of its own, written without quotation marks.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(super) mod toml_day {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

    use super::Day;

    pub(in crate::domain) fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        let date: toml::value::Datetime = day.to_string().parse().map_err(ser::Error::custom)?;
        date.serialize(to)
    }

    pub(in crate::domain) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let date = toml::value::Datetime::deserialize(from)?;
        date.to_string().parse().map_err(de::Error::custom)
    }
}

/// A day that may be unknown: the key is left out then.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
mod some_toml_day {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use super::{Day, toml_day};

    pub(super) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => toml_day::serialize(day, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        // A form that has a word for nothing writes it where no end is known.
        let date = Option::<toml::value::Datetime>::deserialize(from)?;
        date.map(|date| date.to_string().parse().map_err(de::Error::custom)).transpose()
    }
}

/// Reasons by their codes, and an empty text where there is none: TOML has no word for nothing.
mod reasons {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use super::StuckReason;

    pub(super) fn serialize<S: Serializer>(
        reasons: &[Option<StuckReason>],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(reasons.iter().map(|reason| reason.map_or_else(String::new, String::from)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Option<StuckReason>>, D::Error> {
        let reason = |code: String| match code.as_str() {
            "" => Ok(None),
            // The entry may be read at another office, which has other reasons of its own.
            code => StuckReason::fixed(code)
                .map(Some)
                .ok_or_else(|| de::Error::custom(format!("no reason is called {code}"))),
        };
        Vec::<String>::deserialize(from)?.into_iter().map(reason).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, Kind, Procedure, Said};
    use crate::domain::Catalogue;

    #[test]
    fn a_skill_has_channels_and_says_nothing_of_filing() {
        let catalogue = Catalogue::built_in().unwrap();
        let skills: Vec<&Procedure> =
            catalogue.all().iter().filter(|entry| entry.kind == Kind::Skill).collect();
        assert!(skills.iter().any(|skill| !skill.channels.is_empty()));
        for skill in skills {
            let said = [Fact::Ways, Fact::Online].map(|fact| skill.says(fact));
            assert_eq!(said, [Said::Nothing; 2], "{}", skill.code);
        }
    }

    #[test]
    fn an_entry_is_written_and_read_again_as_it_was() {
        for entry in Catalogue::built_in().unwrap().all() {
            let written = toml::to_string(entry).unwrap();
            assert_eq!(toml::from_str::<Procedure>(&written).unwrap(), *entry, "{written}");
            let written = serde_json::to_string(entry).unwrap();
            assert_eq!(serde_json::from_str::<Procedure>(&written).unwrap(), *entry, "{written}");
        }
    }
}
