//! The rules of the queue as the page «Hàng đợi» sets them, and why a value of the settings is not accepted.

use crate::domain::input::{self, NAME_LENGTH};
use crate::domain::queue::{QueueRules, Ratio};
use crate::domain::{Series, StationNo};
use crate::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QueueRule {
    Ratio,
    Calls,
    Patience,
    /// Which series this station is offered.
    Series,
}

impl QueueRule {
    pub(super) const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Ratio => lang.settings_ratio(),
            Self::Calls => lang.settings_calls(),
            Self::Patience => lang.settings_patience(),
            Self::Series => lang.settings_series(),
        }
    }

    pub(super) fn kept(self, rules: &QueueRules, station: StationNo) -> String {
        match self {
            Self::Ratio => rules.ratio.to_string(),
            Self::Calls => rules.calls.to_string(),
            Self::Patience => rules.patience.to_string(),
            Self::Series => letters(rules.series.get(&station).map_or(&[], Vec::as_slice)),
        }
    }

    /// What was typed, in the one way in which it is compared with what is saved.
    pub(super) fn clean(self, typed: &str) -> String {
        let typed = input::line(typed, NAME_LENGTH);
        match self {
            Self::Ratio => typed.parse::<Ratio>().map_or(typed, |ratio| ratio.to_string()),
            Self::Calls | Self::Patience => typed.parse::<u16>().map_or(typed, |number| number.to_string()),
            Self::Series => series(&typed).map_or(typed, |series| letters(&series)),
        }
    }

    /// The rules with the value that was typed.
    pub(super) fn set(self, clean: &str, rules: &QueueRules, station: StationNo) -> Result<QueueRules, Flaw> {
        let mut rules = rules.clone();
        match self {
            Self::Ratio => rules.ratio = clean.parse().map_err(|_| Flaw::Ratio)?,
            Self::Calls => rules.calls = clean.parse().map_err(|_| Flaw::QueueRule)?,
            Self::Patience => rules.patience = clean.parse().map_err(|_| Flaw::QueueRule)?,
            Self::Series => {
                let series = series(clean).ok_or(Flaw::Series)?;
                if series.is_empty() {
                    rules.series.remove(&station);
                } else {
                    rules.series.insert(station, series);
                }
            }
        }
        if rules.is_valid() { Ok(rules) } else { Err(Flaw::QueueRule) }
    }
}

/// The letters of some series, in the order of the alphabet: «A B K».
fn letters(series: &[Series]) -> String {
    series.iter().map(|one| one.letter().to_string()).collect::<Vec<_>>().join(" ")
}

/// The series of what was typed; `None` when something else than letters stands there.
fn series(typed: &str) -> Option<Vec<Series>> {
    let letters = typed.chars().filter(|letter| !matches!(letter, ' ' | ',' | ';' | '+'));
    let mut series: Vec<Series> =
        letters.map(|letter| Series::new(letter.to_ascii_uppercase())).collect::<Option<_>>()?;
    series.sort_unstable();
    series.dedup();
    Some(series)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    Commune,
    Name,
    Target,
    Hamlets,
    Reasons,
    ReasonFixed,
    ReasonLong,
    WaitLimit,
    Station,
    Backup,
    DaysOff,
    Ratio,
    QueueRule,
    Series,
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
            Self::ReasonFixed => lang.reason_is_fixed(),
            Self::ReasonLong => lang.reason_too_long(),
            Self::WaitLimit => lang.wait_limit_out_of_range(),
            Self::Station => lang.flaw_station(),
            Self::DaysOff => lang.flaw_days_off(),
            Self::Ratio => lang.flaw_ratio(),
            Self::QueueRule => lang.queue_rule_out_of_range(),
            Self::Series => lang.flaw_series(),
        }
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
            rule.set(&clean, &rules, StationNo::FIRST).map(|rules| rule.kept(&rules, StationNo::FIRST))
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
            (QueueRule::Series, "k,a a", Ok("A K")),
            (QueueRule::Series, "", Ok("")),
            (QueueRule::Series, "1", Err(Flaw::Series)),
        ] {
            assert_eq!(set(rule, typed), wanted.map(str::to_owned), "{typed}");
        }
    }
}
