//! The rules of the queue as the page «Hàng đợi» sets them, and why a value of the settings is not accepted.

use std::borrow::Cow;

use crate::domain::input::{self, NAME_LENGTH};
use crate::domain::queue::{QueueRules, Ratio};
use crate::domain::reason::{LONGEST_REASON, MOST_PLACES};
use crate::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QueueRule {
    Ratio,
    Calls,
    Patience,
}

impl QueueRule {
    pub(super) const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Ratio => lang.settings_ratio(),
            Self::Calls => lang.settings_calls(),
            Self::Patience => lang.settings_patience(),
        }
    }

    pub(super) fn kept(self, rules: &QueueRules) -> String {
        match self {
            Self::Ratio => rules.ratio.to_string(),
            Self::Calls => rules.calls.to_string(),
            Self::Patience => rules.patience.to_string(),
        }
    }

    /// What was typed, in the one way in which it is compared with what is saved.
    pub(super) fn clean(self, typed: &str) -> String {
        let typed = input::line(typed, NAME_LENGTH);
        match self {
            Self::Ratio => typed.parse::<Ratio>().map_or(typed, |ratio| ratio.to_string()),
            Self::Calls | Self::Patience => typed.parse::<u16>().map_or(typed, |number| number.to_string()),
        }
    }

    /// The rules with the value that was typed.
    pub(super) fn set(self, clean: &str, rules: &QueueRules) -> Result<QueueRules, Flaw> {
        let mut rules = rules.clone();
        match self {
            Self::Ratio => rules.ratio = clean.parse().map_err(|_| Flaw::Ratio)?,
            Self::Calls => rules.calls = clean.parse().map_err(|_| Flaw::QueueRule)?,
            Self::Patience => rules.patience = clean.parse().map_err(|_| Flaw::QueueRule)?,
        }
        if rules.is_valid() { Ok(rules) } else { Err(Flaw::QueueRule) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    Commune,
    Name,
    Target,
    Hamlets,
    Reasons,
    Places,
    ReasonFixed,
    ReasonLong,
    WaitLimit,
    Station,
    Backup,
    DaysOff,
    Ratio,
    QueueRule,
}

impl Flaw {
    pub(super) const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Commune => lang.flaw_commune(),
            Self::Name => lang.flaw_name(),
            Self::Backup => lang.flaw_backup(),
            Self::Target => lang.target_out_of_range(),
            Self::Hamlets => lang.too_many_hamlets(),
            Self::Reasons => lang.too_many_reasons(),
            Self::Places => lang.too_many_places(),
            Self::ReasonFixed => lang.reason_is_fixed(),
            Self::ReasonLong => lang.reason_too_long(),
            Self::WaitLimit => lang.wait_limit_out_of_range(),
            Self::Station => lang.flaw_station(),
            Self::DaysOff => lang.flaw_days_off(),
            Self::Ratio => lang.flaw_ratio(),
            Self::QueueRule => lang.queue_rule_out_of_range(),
        }
    }
}

/// Both: a name of the one language is taken in the other, too.
pub(super) const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// What is wrong with the office's own words beside the fixed ones; `count` is how many there are, each once, at most `most`.
pub(super) fn names_flaw(
    names: &[String],
    count: usize,
    most: usize,
    fixed: impl Iterator<Item = Cow<'static, str>>,
) -> Option<Flaw> {
    let fixed: Vec<String> = fixed.map(|one| one.to_lowercase()).collect();
    // Two rows of the same name in a tally could not be told apart.
    let is_fixed = |name: &String| fixed.contains(&name.to_lowercase());
    if count > most {
        Some(if most == MOST_PLACES { Flaw::Places } else { Flaw::Reasons })
    } else if names.iter().any(|name| name.chars().count() > LONGEST_REASON) {
        Some(Flaw::ReasonLong)
    } else {
        names.iter().any(is_fixed).then_some(Flaw::ReasonFixed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_rule_or_a_flaw() {
        let rules = QueueRules::default();
        let set = |rule: QueueRule, typed: &str| {
            let clean = rule.clean(typed);
            rule.set(&clean, &rules).map(|rules| rule.kept(&rules))
        };
        for (rule, typed, wanted) in [
            (QueueRule::Ratio, " 1 : 3 ", Ok("1:3")),
            (QueueRule::Ratio, "0:3", Err(Flaw::Ratio)),
            (QueueRule::Ratio, "", Err(Flaw::Ratio)),
            (QueueRule::Calls, "02", Ok("2")),
            (QueueRule::Calls, "0", Err(Flaw::QueueRule)),
            (QueueRule::Calls, "300", Err(Flaw::QueueRule)),
            (QueueRule::Patience, "0", Ok("0")),
            (QueueRule::Patience, "601", Err(Flaw::QueueRule)),
            (QueueRule::Patience, "-1", Err(Flaw::QueueRule)),
        ] {
            assert_eq!(set(rule, typed), wanted.map(str::to_owned), "{typed}");
        }
    }
}
