//! The rules of the queue that an office sets for itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::{Series, StationNo, Visit};
use super::Ratio;

/// The most calls that can be set for one party.
pub const MOST_CALLS: u8 = 9;

/// The longest wait that can be set before somebody counts as not there, in seconds: ten minutes.
pub const LONGEST_PATIENCE: u16 = 600;

/// The rules of the queue, the same for every console: they are kept in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueRules {
    /// How the lanes take turns.
    pub ratio: Ratio,
    /// How often a party is called, the first time included; then it is taken for not there.
    pub calls: u8,
    /// How many seconds after the last call a party may be taken for not there.
    pub patience: u16,
    /// Which series a station serves; a station that is not named serves all.
    pub series: BTreeMap<StationNo, Vec<Series>>,
}

impl Default for QueueRules {
    /// One to two (DOMAIN.md §3). A number is said twice (DOMAIN.md §3) and once more for who was at the door; half a
    /// minute is the way from the yard to the desk.
    fn default() -> Self {
        Self { ratio: Ratio::USUAL, calls: 3, patience: 30, series: BTreeMap::new() }
    }
}

impl QueueRules {
    /// Whether a station is offered a visit: one of its series, and not transferred to another station.
    pub fn offers(&self, station: StationNo, visit: &Visit) -> bool {
        match visit.standing.station {
            // Whoever sent it there knew what the station serves.
            Some(only) => only == station,
            None => self.serves(station, visit.series()),
        }
    }

    /// Whether a station serves a series.
    pub fn serves(&self, station: StationNo, series: Series) -> bool {
        self.series.get(&station).is_none_or(|some| some.is_empty() || some.contains(&series))
    }

    /// Whether each value is one that can be set.
    pub fn is_valid(&self) -> bool {
        (1..=MOST_CALLS).contains(&self.calls) && self.patience <= LONGEST_PATIENCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_kept_as_text_and_what_a_file_lacks_is_the_default() {
        let series = |letters: &str| letters.chars().filter_map(Series::new).collect::<Vec<_>>();
        let mut rules = QueueRules { calls: 2, ..QueueRules::default() };
        rules.series.insert(StationNo::new(2).unwrap(), series("AK"));
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(text, r#"{"ratio":"1:2","calls":2,"patience":30,"series":{"2":["A","K"]}}"#);
        assert_eq!(serde_json::from_str::<QueueRules>(&text).unwrap(), rules);
        assert_eq!(serde_json::from_str::<QueueRules>("{}").unwrap(), QueueRules::default());
        let two = StationNo::new(2).unwrap();
        assert!(rules.serves(two, Series::FIRST) && !rules.serves(two, Series::new('B').unwrap()));
        assert!(rules.serves(StationNo::FIRST, Series::new('B').unwrap()));
    }
}
