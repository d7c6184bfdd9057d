//! How long the wait is likely to be, and when a wait is too long.
//!
//! One number would be a promise that nobody can keep, so that the wait is a range: it follows from how long the desk has
//! taken for a party, how many stations serve, and how many parties are called first.

/// From so many parties served today on, today's pace stands alone. Fewer may all have been the same short errand.
pub const ENOUGH_TODAY: usize = 8;

/// The fewest served parties, today's and those of the days before together, from which anything is told.
pub const FEWEST: usize = 5;

/// Up to so many minutes a bound is told to the minute; beyond that in [`STEP`]s.
const EXACT: u32 = 15;

/// The steps of a longer wait, in minutes.
const STEP: u32 = 5;

/// The least upper bound that is told, in minutes: walking up to the station takes its time, too.
const LEAST_MOST: u32 = 5;

/// The longest wait that is told, in minutes: beyond a whole day the figure is only a fault of the ground it stands on.
const LONGEST: u32 = 24 * 60;

/// The least and the most that a wait is likely to be, in whole minutes.
///
/// `turns` is how many parties must be called or finished first, see [`turns`]; `stations` how many stations serve (none
/// counts as one). `today` and `usual` are the times, in seconds, that parties were served for: today, and on the days
/// before. `None` while there is no ground for a word: fewer than [`FEWEST`] of both together.
///
/// The sum of several service times spreads less than each of them: the distance of the quartile below and of nine tenths
/// above from the mean grows with the root of the number of turns. The range is rounded outward, beyond a quarter of an
/// hour to five minutes. More turns never make a shorter wait, nor do fewer stations.
pub fn estimate(turns: usize, stations: usize, today: &[i64], usual: &[i64]) -> Option<(u32, u32)> {
    let mut seconds: Vec<f64> = if today.len() >= ENOUGH_TODAY {
        today.iter().copied().map(whole).collect()
    } else {
        today.iter().chain(usual).copied().map(whole).collect()
    };
    if seconds.len() < FEWEST {
        return None;
    }
    seconds.sort_unstable_by(f64::total_cmp);
    let mean = seconds.iter().sum::<f64>() / real(seconds.len());
    let (low, high) = (quantile(&seconds, 0.25).min(mean), quantile(&seconds, 0.9).max(mean));
    let (turns, stations) = (real(turns), real(stations.max(1)));
    let least = (turns * mean - turns.sqrt() * (mean - low)) / stations;
    let most = (turns * mean + turns.sqrt() * (high - mean)) / stations;
    Some((floor(least / 60.0), ceiling(most / 60.0).max(LEAST_MOST)))
}

/// So many times as long as usual a service was hardly going on: it was forgotten to end it.
const FAR_LONGER: i64 = 4;
/// No service shorter than this is taken for forgotten, in seconds.
const LEAST_OVERLONG: i64 = 45 * 60;
/// How long a service is taken to be where nobody knows what is usual, in seconds.
pub const UNKNOWN_SERVICE: i64 = 15 * 60;
/// From how long on one is where nobody knows what is usual, in seconds.
const OVERLONG: i64 = 2 * 60 * 60;

/// How long a service usually takes, in seconds: the middle of some. `None` without ground for a word.
pub fn usual_service(served: impl IntoIterator<Item = i64>) -> Option<i64> {
    let mut served: Vec<i64> = served.into_iter().collect();
    served.sort_unstable();
    (served.len() >= FEWEST).then(|| served[served.len() / 2])
}

/// Whether a service of so many seconds is far longer than usual.
pub fn is_overlong(seconds: i64, usual: Option<i64>) -> bool {
    seconds >= usual.map_or(OVERLONG, |usual| (usual * FAR_LONGER).max(LEAST_OVERLONG))
}

/// How many parties must be called or finished before the one that `ahead` others wait before: all those, and one more
/// when no station of `stations` is free, `busy` of which have a party in hand.
pub fn turns(ahead: usize, stations: usize, busy: usize) -> usize {
    (ahead + 1).saturating_sub(stations.max(1).saturating_sub(busy))
}

/// A duration as the arithmetic needs it; one that a clock turned back would make negative is none.
#[allow(clippy::cast_precision_loss, reason = "a service time is some thousand seconds")]
fn whole(seconds: i64) -> f64 {
    seconds.max(0) as f64
}

#[allow(clippy::cast_precision_loss, reason = "a queue has some hundred parties")]
fn real(count: usize) -> f64 {
    count as f64
}

/// The smallest value that so great a part of all values does not exceed.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place among the values is neither negative nor large"
)]
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = (real(sorted.len()) * part).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or_default()
}

/// Whole minutes below, in steps beyond a quarter of an hour.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "beyond its range a cast saturates"
)]
fn floor(minutes: f64) -> u32 {
    let minutes = (minutes.floor() as u32).min(LONGEST);
    if minutes <= EXACT { minutes } else { minutes / STEP * STEP }
}

/// Whole minutes above, in steps beyond a quarter of an hour.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "beyond its range a cast saturates"
)]
fn ceiling(minutes: f64) -> u32 {
    let minutes = (minutes.ceil() as u32).min(LONGEST);
    if minutes <= EXACT { minutes } else { minutes.div_ceil(STEP) * STEP }
}

/// The office's limit of waiting in minutes when nothing was set.
pub const USUAL_LIMIT: u16 = 30;

/// The longest limit that may be set, in minutes: four hours are a whole morning.
pub const LONGEST_LIMIT: u16 = 240;

/// How a wait stands to the office's limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lateness {
    /// Well within it, or there is none.
    Fine,
    /// Four fifths of it are over.
    Near,
    Past,
}

/// How a wait of so many seconds stands to a limit in minutes; 0 is no limit.
pub fn lateness(waited: i64, limit: u16) -> Lateness {
    let limit = i64::from(limit) * 60;
    if limit == 0 || waited * 5 < limit * 4 {
        Lateness::Fine
    } else if waited < limit {
        Lateness::Near
    } else {
        Lateness::Past
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// That many parties of that many minutes each.
    fn minutes(each: i64, count: usize) -> Vec<i64> {
        vec![each * 60; count]
    }

    #[test]
    fn a_wait_is_a_range_of_minutes_and_beyond_a_quarter_of_an_hour_of_five() {
        let mixed = [4, 5, 6, 6, 7, 8, 9, 12, 15, 18].map(|minutes| minutes * 60);
        for (turns, stations, expected) in [
            (0, 1, (0, 5)),
            (1, 1, (6, 15)),
            (1, 2, (3, 8)),
            (3, 1, (20, 40)),
            (6, 2, (20, 35)),
            (10, 1, (80, 110)),
            (10, 4, (20, 30)),
        ] {
            assert_eq!(estimate(turns, stations, &mixed, &[]), Some(expected), "{turns} at {stations}");
        }
        // What does not vary is told as it is.
        assert_eq!(estimate(2, 1, &minutes(6, 8), &[]), Some((12, 12)));
        assert_eq!(estimate(2, 0, &minutes(6, 8), &[]), Some((12, 12)));
    }

    #[test]
    fn without_ground_nothing_is_told_and_the_days_before_help_until_today_is_known() {
        assert_eq!(estimate(3, 1, &[], &[]), None);
        assert_eq!(estimate(3, 1, &minutes(6, 4), &[]), None);
        assert_eq!(estimate(3, 1, &minutes(6, 4), &minutes(6, 1)), Some((18 / 5 * 5, 20)));
        // A slow day: three of today do not outvote the days before, eight do.
        let slow = estimate(1, 1, &minutes(30, 8), &minutes(5, 200)).unwrap();
        assert_eq!(slow, (30, 30));
        let usual = estimate(1, 1, &minutes(30, 3), &minutes(5, 200)).unwrap();
        assert!(usual.1 < 10, "{usual:?}");
        // A clock that was set back gives no negative wait.
        assert_eq!(estimate(1, 1, &[-600; 8], &[]), Some((0, 5)));
    }

    #[test]
    fn a_free_station_takes_the_next_party_at_once() {
        for (ahead, stations, busy, expected) in
            [(0, 1, 0, 0), (0, 1, 1, 1), (0, 2, 1, 0), (1, 2, 1, 1), (5, 2, 2, 6), (5, 2, 0, 4), (3, 0, 1, 4)]
        {
            assert_eq!(turns(ahead, stations, busy), expected, "{ahead} at {stations}, {busy} busy");
        }
    }

    #[test]
    fn a_wait_is_near_its_limit_from_four_fifths_on() {
        for (minutes, limit, expected) in [
            (0, 30, Lateness::Fine),
            (23, 30, Lateness::Fine),
            (24, 30, Lateness::Near),
            (29, 30, Lateness::Near),
            (30, 30, Lateness::Past),
            (500, 30, Lateness::Past),
            (500, 0, Lateness::Fine),
        ] {
            assert_eq!(lateness(minutes * 60, limit), expected, "{minutes} of {limit}");
        }
    }

    proptest! {
        /// More turns never make a shorter wait, more stations never a longer one, and the range is one.
        #[test]
        fn more_before_me_is_never_a_shorter_wait(
            today in proptest::collection::vec(0i64..20_000, 0..40),
            usual in proptest::collection::vec(0i64..20_000, 0..40),
            turns in 0usize..300,
            more in 1usize..20,
            stations in 0usize..6,
        ) {
            let one = estimate(turns, stations, &today, &usual);
            prop_assert_eq!(one.is_some(), today.len() >= ENOUGH_TODAY || today.len() + usual.len() >= FEWEST);
            if let (Some(one), Some(later), Some(wider)) = (
                one,
                estimate(turns + more, stations, &today, &usual),
                estimate(turns, stations + more, &today, &usual),
            ) {
                prop_assert!(one.0 <= one.1, "{:?}", one);
                prop_assert!(one.0 <= later.0 && one.1 <= later.1, "{:?} {:?}", one, later);
                prop_assert!(wider.0 <= one.0 && wider.1 <= one.1, "{:?} {:?}", wider, one);
            }
        }
    }
}
