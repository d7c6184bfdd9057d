//! The rules of the queue that an office sets for itself: the ratio of the lanes, and when somebody may be called once more or
//! taken for not there.

use serde::{Deserialize, Serialize};

use super::super::refusal::Refusal;
use super::super::time::Stamp;
use super::super::visit::Visit;
use super::Ratio;

/// The most calls that can be set for one party.
pub const MOST_CALLS: u8 = 9;

/// The longest wait that can be set before somebody counts as not there, in seconds: ten minutes.
pub const LONGEST_PATIENCE: u16 = 600;

/// The rules of the queue, the same for every console: they are saved in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueRules {
    pub ratio: Ratio,
    /// How often a party is called, the first time included; then it is taken for not there.
    pub calls: u8,
    /// How many seconds after the last call a party may be taken for not there.
    pub patience: u16,
}

impl Default for QueueRules {
    /// One to two (docs/domain.md, "Queue and priority"). A number is said twice and once more for who was at the door; half a
    /// minute is the way from the yard to the desk.
    fn default() -> Self {
        Self { ratio: Ratio::USUAL, calls: 3, patience: 30 }
    }
}

impl QueueRules {
    /// Whether each value is one that can be set.
    pub fn is_valid(&self) -> bool {
        (1..=MOST_CALLS).contains(&self.calls) && self.patience <= LONGEST_PATIENCE
    }
}

/// Refuses one call more than the rules allow: from then on the party is proposed as not there.
pub fn may_be_recalled(visit: &Visit, times: u8, rules: &QueueRules) -> Result<(), Refusal> {
    if times < rules.calls { Ok(()) } else { Err(Refusal::CalledEnough { ticket: visit.ticket, times }) }
}

/// How many seconds are left until a called party may be taken for not there.
///
/// None after the clock was set back: nobody knows then how long it has been, and a party that has gone must not hold the
/// station.
pub fn seconds_left(visit: &Visit, now: Stamp, rules: &QueueRules) -> u16 {
    let Some(called) = visit.standing.called.filter(|called| *called <= now) else { return 0 };
    let waited = u16::try_from(now.seconds_since(called)).unwrap_or(u16::MAX);
    rules.patience.saturating_sub(waited)
}

/// Refuses to take a party for not there so soon after the call.
pub fn may_be_missed(visit: &Visit, now: Stamp, rules: &QueueRules) -> Result<(), Refusal> {
    match seconds_left(visit, now, rules) {
        0 => Ok(()),
        seconds => Err(Refusal::CalledJustNow { ticket: visit.ticket, seconds }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::waiting;
    use super::*;

    #[test]
    fn rules_are_kept_as_text_and_what_a_file_lacks_is_the_default() {
        let rules = QueueRules { calls: 2, ..QueueRules::default() };
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(text, r#"{"ratio":"1:2","calls":2,"patience":30}"#);
        assert_eq!(serde_json::from_str::<QueueRules>(&text).unwrap(), rules);
        assert_eq!(serde_json::from_str::<QueueRules>("{}").unwrap(), QueueRules::default());
    }

    #[test]
    fn somebody_is_missed_half_a_minute_after_the_last_call_at_the_earliest() {
        let rules = QueueRules::default();
        let mut visit = waiting(1, 100);
        visit.standing.called = Some(Stamp::from_seconds(1_000));
        for (now, left) in [(1_000, 30), (1_029, 1), (1_030, 0), (99_999, 0), (999, 0)] {
            assert_eq!(seconds_left(&visit, Stamp::from_seconds(now), &rules), left, "{now}");
        }
        assert!(may_be_recalled(&visit, 2, &rules).is_ok());
        assert!(may_be_recalled(&visit, 3, &rules).is_err());
    }
}
