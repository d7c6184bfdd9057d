//! When somebody may be called once more, and when taken for not there.

use super::super::{Refusal, Stamp, Visit};
use super::QueueRules;

/// Refuses one call more than the rules allow: from then on the party is proposed as not there.
///
/// # Errors
/// [`Refusal::CalledEnough`].
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
///
/// # Errors
/// [`Refusal::CalledJustNow`].
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
