//! Backup copies: what one holds, what going back to it would lose, and how long it is kept.

use std::collections::HashSet;
use std::hash::Hash;
use std::path::PathBuf;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::{Day, Stamp, Ticket};

/// What a file of the desk holds, by which two states of it are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holdings {
    /// The mark that all copies of one file have.
    pub file: String,
    /// The office's name; empty before it is set up.
    pub office: String,
    /// Numbers given (lượt).
    pub visits: u32,
    /// Days on which numbers were given.
    pub days: u32,
    /// The number that was given last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_number: Option<LastNumber>,
    /// The last entry of the journal; nought when there is none.
    pub entries: i64,
    /// When that entry was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_deed: Option<Stamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastNumber {
    pub day: Day,
    pub ticket: Ticket,
}

/// What is lost by going back to a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The desk has nothing that the copy has not.
    Nothing,
    /// What was done after the copy.
    Since {
        /// The last deed in the copy.
        copied: Option<Stamp>,
        /// The last deed at the desk.
        last: Option<Stamp>,
        /// Entries of the journal.
        entries: i64,
        /// Numbers given.
        visits: u32,
    },
    /// All that the desk has: the copy is of another desk.
    Everything { visits: u32, days: u32 },
}

impl Holdings {
    /// What of this would be lost by going back to a copy.
    pub fn lost_by(&self, copy: &Self) -> Loss {
        if self.entries == 0 {
            return Loss::Nothing;
        }
        if self.file != copy.file {
            return Loss::Everything { visits: self.visits, days: self.days };
        }
        if self.entries <= copy.entries {
            return Loss::Nothing;
        }
        Loss::Since {
            copied: copy.last_deed,
            last: self.last_deed,
            entries: self.entries - copy.entries,
            visits: self.visits.saturating_sub(copy.visits),
        }
    }
}

/// What a copy says of itself, beside what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The program that made it.
    pub program: String,
    /// The number of its tables.
    pub schema: i64,
    /// Whether it was made at the end of a shift.
    pub at_close: bool,
    pub holds: Holdings,
}

/// A copy that lies somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyCard {
    pub path: PathBuf,
    pub made: Stamp,
    /// Whether it lies beside the desk's own file, and not on a stick.
    pub is_here: bool,
    /// What it says of itself; `None` when it cannot be read.
    pub contents: Option<Contents>,
}

/// So many days, weeks and months back a copy is kept, the last one of each. Those without a copy do not count, so that a
/// desk that was closed for a summer loses none.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// Which copies are kept, in the order in which they are given.
pub fn kept(made: &[Stamp]) -> Vec<bool> {
    let mut newest_first: Vec<usize> = (0..made.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse(made[*at]));
    let mut kept = vec![false; made.len()];
    let day = |stamp: Stamp| stamp.day().date();
    mark(&mut kept, made, &newest_first, DAYS, day);
    mark(&mut kept, made, &newest_first, WEEKS, |stamp| day(stamp).iso_week());
    mark(&mut kept, made, &newest_first, MONTHS, |stamp| (day(stamp).year(), day(stamp).month()));
    kept
}

/// Keeps the newest copy of each of the last periods that have one.
fn mark<P: Eq + Hash>(
    kept: &mut [bool],
    made: &[Stamp],
    newest_first: &[usize],
    most: usize,
    period: impl Fn(Stamp) -> P,
) {
    let mut seen = HashSet::new();
    for at in newest_first {
        if seen.len() == most {
            break;
        }
        if seen.insert(period(made[*at])) {
            kept[*at] = true;
        }
    }
}

/// Whether two moments lie in one week.
pub fn is_same_week(one: Stamp, other: Stamp) -> bool {
    one.day().date().iso_week() == other.day().date().iso_week()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Stamp {
        let (day, time) = text.split_once(' ').unwrap();
        day.parse::<Day>().unwrap().at_typed(time).unwrap()
    }

    fn kept_of(made: &[&str]) -> Vec<String> {
        let stamps: Vec<Stamp> = made.iter().map(|text| at(text)).collect();
        let kept = kept(&stamps);
        made.iter().zip(kept).filter(|(_, kept)| *kept).map(|(text, _)| (*text).to_owned()).collect()
    }

    #[test]
    fn the_last_copy_of_a_day_a_week_and_a_month_is_kept() {
        for (made, wanted) in [
            (vec![], vec![]),
            // Of a day the last one.
            (vec!["2026-12-01 8:00", "2026-12-01 17:00", "2026-12-01 9:00"], vec!["2026-12-01 17:00"]),
            // Of eight days in two weeks seven, and the eighth is not the last of its week.
            (
                vec![
                    "2026-11-23 17:00",
                    "2026-11-24 17:00",
                    "2026-11-25 17:00",
                    "2026-11-26 17:00",
                    "2026-11-27 17:00",
                    "2026-11-30 17:00",
                    "2026-12-01 17:00",
                    "2026-12-02 17:00",
                ],
                vec![
                    "2026-11-24 17:00",
                    "2026-11-25 17:00",
                    "2026-11-26 17:00",
                    "2026-11-27 17:00",
                    "2026-11-30 17:00",
                    "2026-12-01 17:00",
                    "2026-12-02 17:00",
                ],
            ),
            // A clock that once stood in another century takes one place and costs no other copy.
            (vec!["2099-01-01 8:00", "2026-12-01 17:00"], vec!["2099-01-01 8:00", "2026-12-01 17:00"]),
        ] {
            assert_eq!(kept_of(&made), wanted);
        }
    }

    #[test]
    fn three_years_of_hourly_copies_leave_at_most_twenty_three_and_reach_a_year_back() {
        let mut copies: Vec<Stamp> = Vec::new();
        let first: Day = "2024-01-01".parse().unwrap();
        for number in 0..3 * 365 {
            let day = first.plus_days(number);
            if day.weekday() < 5 {
                for hour in 8..17 {
                    copies.push(day.at(hour, 0));
                    let kept = kept(&copies);
                    let mut keep = kept.iter();
                    copies.retain(|_| *keep.next().unwrap());
                    assert!(copies.len() <= DAYS + WEEKS + MONTHS, "{}", copies.len());
                }
            }
        }
        assert_eq!(copies.last(), Some(&"2026-12-30".parse::<Day>().unwrap().at(16, 0)));
        let oldest = copies.iter().min().unwrap().day();
        assert_eq!(oldest.to_string(), "2026-01-30");
        assert_eq!(copies.iter().filter(|copy| copy.day().parts().1 == 12).count(), 9);
    }

    #[test]
    fn what_would_be_lost_is_what_the_desk_has_more() {
        let number = |ticket: &str| LastNumber {
            day: "2026-12-01".parse().unwrap(),
            ticket: Ticket::try_from(ticket.to_owned()).unwrap(),
        };
        let copy = Holdings {
            file: "a".to_owned(),
            visits: 10,
            days: 2,
            last_number: Some(number("A003")),
            entries: 100,
            last_deed: Some(at("2026-12-01 9:00")),
            ..Holdings::default()
        };
        let later =
            Holdings { visits: 12, entries: 130, last_deed: Some(at("2026-12-01 9:30")), ..copy.clone() };
        let since = Loss::Since {
            copied: Some(at("2026-12-01 9:00")),
            last: Some(at("2026-12-01 9:30")),
            entries: 30,
            visits: 2,
        };
        let other = Holdings { file: "b".to_owned(), ..later.clone() };
        for (desk, lost) in [
            (&Holdings::default(), Loss::Nothing),
            (&copy, Loss::Nothing),
            (&later, since),
            (&other, Loss::Everything { visits: 12, days: 2 }),
        ] {
            assert_eq!(desk.lost_by(&copy), lost);
        }
    }
}
