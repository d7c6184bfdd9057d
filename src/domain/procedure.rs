//! A procedure or a skill of the catalogue: what it is called, what it needs, how to go through it.

use serde::{Deserialize, Serialize};

use super::coded::coded;
use super::{Day, StuckReason, System};

/// The national code of a procedure (`2.000815`) or the desk's own code of a skill (`KN01`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(pub String);

impl Code {
    /// A code from its text.
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

/// The same thing in both languages of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// Vietnamese.
    pub vi: T,
    /// English.
    pub en: T,
}

coded! {
    /// Whether an entry is a procedure with a dossier or a skill without one.
    Kind {
        /// An administrative procedure (thủ tục hành chính).
        Procedure = "procedure",
        /// A digital skill (kỹ năng số).
        Skill = "skill",
    }
}

/// How far a procedure can be done online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnlineLevel {
    /// Toàn trình.
    Whole,
    /// Một phần.
    Part,
    /// Not online.
    None,
}

/// Where a dossier may be handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// At the counter (trực tiếp).
    Counter,
    /// Online (trực tuyến).
    Online,
    /// By post (bưu chính công ích).
    Post,
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

/// An entry of the catalogue, as `procedures.toml` writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its code.
    pub code: Code,
    /// Procedure or skill.
    pub kind: Kind,
    /// The field (lĩnh vực), by its id.
    pub field: String,
    /// The full name.
    pub name: Both<String>,
    /// What a volunteer says.
    pub short: Both<String>,
    /// What citizens say or type.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The papers to bring, one by one.
    #[serde(default)]
    pub papers: Both<Vec<String>>,
    /// What to check first.
    #[serde(default)]
    pub before: Both<Vec<String>>,
    /// The steps to go through with the citizen.
    pub steps: Both<Vec<String>>,
    /// How long it takes.
    #[serde(default)]
    pub time_limit: Option<Both<String>>,
    /// Whether a result of the same day needs filing before 15:00 (DOMAIN.md §1).
    #[serde(default)]
    pub same_day: bool,
    /// The limit as plain working days, where it is one number.
    #[serde(default)]
    pub working_days: Option<u16>,
    /// What it costs.
    #[serde(default)]
    pub fee: Option<Both<String>>,
    /// Where it may be handed in.
    pub channels: Vec<Way>,
    /// How far it goes online.
    pub online: OnlineLevel,
    /// What goes wrong or must not be done.
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
    /// How sure its facts are.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// What must work for it.
    #[serde(default)]
    pub systems: Vec<System>,
    /// Offered only once the commune has turned it on: a service of some communes (DOMAIN.md §8).
    #[serde(default)]
    pub local: bool,
    /// Beside each of `before`, why it cannot be done when that is missing; empty where no one reason follows.
    #[serde(default, with = "reasons")]
    pub before_if_not: Vec<Option<StuckReason>>,
    /// The code that takes its place.
    #[serde(default)]
    pub replaced_by: Option<Code>,
    /// Codes it took the place of.
    #[serde(default)]
    pub replaces: Vec<Code>,
}

impl Procedure {
    /// How many steps it has.
    pub fn step_count(&self) -> u8 {
        u8::try_from(self.steps.vi.len()).unwrap_or(u8::MAX)
    }

    /// How a dossier of it is most often filed, as the first proposal to the volunteer.
    pub fn usual_channel(&self) -> super::Channel {
        match (self.kind, self.online) {
            (Kind::Skill, _) => super::Channel::NotFiled,
            (Kind::Procedure, OnlineLevel::Whole) => super::Channel::OnlineWhole,
            (Kind::Procedure, OnlineLevel::Part) => super::Channel::OnlinePart,
            (Kind::Procedure, OnlineLevel::None) => super::Channel::Paper,
        }
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
    use serde::{Deserializer, Serializer};

    use super::{Day, toml_day};

    pub(super) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => toml_day::serialize(day, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        toml_day::deserialize(from).map(Some)
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
    use crate::desk::catalogue::built_in;

    #[test]
    fn an_entry_is_written_and_read_again_as_it_was() {
        for entry in built_in().unwrap().all() {
            let written = toml::to_string(entry).unwrap();
            assert_eq!(toml::from_str::<super::Procedure>(&written).unwrap(), *entry, "{written}");
        }
    }
}
