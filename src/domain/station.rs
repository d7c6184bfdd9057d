//! The stations (quầy) of the office: what each is called, which series it calls, and whether anybody is there to do so.

use std::collections::BTreeMap;

use super::coded::StageKind;
use super::ids::{StationNo, VolunteerId};
use super::ticket::Series;
use super::visit::Visit;

/// A station as the office has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    pub number: StationNo,
    /// What it is for: «Hộ tịch». Empty where nobody has said.
    pub name: String,
    /// The room it is in, empty where nobody has said.
    pub room: String,
    /// The series that it calls; none is all of them.
    pub series: Vec<Series>,
    pub is_open: bool,
    /// Whether two volunteers sit there, each with a party: who is put aside is still being served.
    pub seats_two: bool,
}

impl Station {
    /// A station of which nobody has said anything: open, for every series.
    pub const fn plain(number: StationNo) -> Self {
        Self {
            number,
            name: String::new(),
            room: String::new(),
            series: Vec::new(),
            is_open: true,
            seats_two: false,
        }
    }

    pub fn serves(&self, series: Series) -> bool {
        self.series.is_empty() || self.series.contains(&series)
    }
}

/// The series of what was typed, «A B» or «a,b»; `None` when something else than letters stands there.
pub fn series_of(typed: &str) -> Option<Vec<Series>> {
    let letters = typed.chars().filter(|letter| !matches!(letter, ' ' | ',' | ';' | '+'));
    let mut series: Vec<Series> =
        letters.map(|letter| Series::new(letter.to_ascii_uppercase())).collect::<Option<_>>()?;
    series.sort_unstable();
    series.dedup();
    Some(series)
}

/// The letters of some series, in the order of the alphabet: «A B K».
pub fn letters(series: &[Series]) -> String {
    series.iter().map(|one| one.letter().to_string()).collect::<Vec<_>>().join(" ")
}

/// All stations there are, by their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stations {
    all: Vec<Station>,
    /// Who sits where in the open shift.
    staffed: BTreeMap<StationNo, VolunteerId>,
}

impl Stations {
    /// Those that the office has entered, and those where somebody sits without that.
    pub fn new(entered: Vec<Station>, staffed: impl IntoIterator<Item = (StationNo, VolunteerId)>) -> Self {
        let mut stations = Self { all: entered, staffed: staffed.into_iter().collect() };
        for number in stations.staffed.keys().copied().collect::<Vec<_>>() {
            stations.know(number);
        }
        stations
    }

    /// The same with a station that is there, whatever the file says: the one that asks.
    #[must_use]
    pub fn with(mut self, number: StationNo) -> Self {
        self.know(number);
        self
    }

    fn know(&mut self, number: StationNo) {
        if self.get(number).is_none() {
            self.all.push(Station::plain(number));
        }
        self.all.sort_by_key(|station| station.number);
    }

    pub fn all(&self) -> &[Station] {
        &self.all
    }

    pub fn get(&self, number: StationNo) -> Option<&Station> {
        self.all.iter().find(|station| station.number == number)
    }

    /// Those to which somebody may be sent.
    pub fn open(&self) -> impl Iterator<Item = &Station> {
        self.all.iter().filter(|station| station.is_open)
    }

    pub fn is_closed(&self, number: StationNo) -> bool {
        self.get(number).is_some_and(|station| !station.is_open)
    }

    pub fn seats_two(&self, number: StationNo) -> bool {
        self.get(number).is_some_and(|station| station.seats_two)
    }

    /// Whether a visit that was put aside is still being served: by one of two who sit there.
    pub fn serve_aside(&self, visit: &Visit) -> bool {
        visit.stage.kind() == StageKind::Held && visit.stage.station().is_some_and(|at| self.seats_two(at))
    }

    /// Who sits at a station.
    pub fn who_sits_at(&self, number: StationNo) -> Option<VolunteerId> {
        self.staffed.get(&number).copied()
    }

    /// Whether a station is offered a visit: one of its series, and not transferred to another station.
    pub fn offers(&self, station: StationNo, visit: &Visit) -> bool {
        match visit.standing.station {
            // The person who sent it there knew what the station serves.
            Some(only) => only == station,
            None => self.serves(station, visit.series()),
        }
    }

    fn serves(&self, station: StationNo, series: Series) -> bool {
        self.get(station).is_none_or(|station| station.serves(series))
    }

    /// Whether a station that is open and where somebody sits is offered a visit. Before anybody has sat down anywhere
    /// nobody is left out.
    pub fn attend(&self, visit: &Visit) -> bool {
        let mut attended =
            self.open().filter(|station| self.staffed.contains_key(&station.number)).peekable();
        attended.peek().is_none() || attended.any(|station| self.offers(station.number, visit))
    }
}

#[cfg(test)]
mod tests {
    use super::super::queue::sample::waiting;
    use super::*;

    /// A station where somebody sits.
    fn taken(number: u8) -> (StationNo, VolunteerId) {
        (no(number), VolunteerId(1))
    }

    fn no(number: u8) -> StationNo {
        StationNo::new(number).unwrap()
    }

    #[test]
    fn a_station_is_there_once_it_was_entered_or_somebody_sits_at_it() {
        let named = Station { name: "Hộ tịch".to_owned(), ..Station::plain(no(3)) };
        let stations = Stations::new(vec![named.clone()], [taken(1), taken(3)]).with(no(2));
        assert_eq!(stations.all(), [Station::plain(no(1)), Station::plain(no(2)), named]);
        assert_eq!((stations.who_sits_at(no(1)), stations.who_sits_at(no(2))), (Some(VolunteerId(1)), None));
        assert!(!stations.is_closed(no(9)) && stations.get(no(9)).is_none());
    }

    #[test]
    fn who_waits_for_a_station_where_nobody_sits_or_that_is_closed_is_attended_by_none() {
        let mut for_two = waiting(1, 10);
        for_two.standing.station = Some(no(2));
        let plain = waiting(2, 20);
        let one = Stations::new(Vec::new(), [taken(1)]);
        assert!(one.attend(&plain) && !one.attend(&for_two));
        let both = Stations::new(Vec::new(), [taken(1), taken(2)]);
        assert!(both.attend(&plain) && both.attend(&for_two));
        let closed = Station { is_open: false, ..Station::plain(no(2)) };
        let closed = Stations::new(vec![closed], [taken(1), taken(2)]);
        assert!(closed.attend(&plain) && !closed.attend(&for_two) && closed.is_closed(no(2)));
        // A series that nobody who sits there calls.
        let other = Station { series: series_of("BC").unwrap(), ..Station::plain(no(1)) };
        let other = Stations::new(vec![other], [taken(1)]);
        assert!(!other.attend(&plain) && !other.offers(no(1), &plain) && other.offers(no(2), &plain));
        // Nobody has begun yet.
        assert!(Stations::default().attend(&for_two));
    }

    #[test]
    fn series_are_typed_as_letters() {
        for (typed, wanted) in [(" k,a a", Some("A K")), ("", Some("")), ("1", None)] {
            assert_eq!(series_of(typed).map(|series| letters(&series)).as_deref(), wanted, "{typed}");
        }
    }
}
