//! The order on the screen is the order of the calls, whatever was done before and whenever somebody looks.

use motcua::desk::{Command, Desk, DeskError, NewVisit};
use motcua::domain::queue::{Destination, OutOfTurn, QueueRules};
use motcua::domain::{Code, Priority, Refusal, Series, Station, StationNo, VisitId};
use proptest::prelude::*;

use crate::world::{BIRTH, COPIES, LODGING, Says, World, refusal};

/// What is done between two looks at the order.
#[derive(Clone, Debug)]
enum Deed {
    /// A number, perhaps of the priority lane, perhaps for a time so many minutes from now.
    Number { need: &'static str, goes_first: bool, booked: Option<i64> },
    /// The next one is called at a station, and finished or not there.
    Next { station: usize, is_there: bool },
    /// Somebody is called before the others.
    OutOfTurn { at: usize },
    /// Somebody is sent to a station, to a series, or to nobody's in particular.
    Transfer { at: usize, to: Option<Destination> },
    /// Somebody who has ended returns.
    Return { at: usize },
    /// So many minutes pass; a clock that is set right may go back.
    Minutes(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let need = prop::sample::select(vec![BIRTH, COPIES, LODGING]);
    let to = prop_oneof![
        (1_u8..=2).prop_map(|station| Some(Destination::Station(StationNo::new(station).unwrap()))),
        prop::sample::select(vec!['A', 'B', 'C'])
            .prop_map(|letter| Some(Destination::Series(Series::new(letter).unwrap()))),
        Just(None),
    ];
    prop_oneof![
        8 => (need, any::<bool>(), prop::option::weighted(0.3, 1_i64..60))
            .prop_map(|(need, goes_first, booked)| Deed::Number { need, goes_first, booked }),
        4 => (0..2_usize, any::<bool>()).prop_map(|(station, is_there)| Deed::Next { station, is_there }),
        1 => (0..20_usize).prop_map(|at| Deed::OutOfTurn { at }),
        2 => (0..20_usize, to).prop_map(|(at, to)| Deed::Transfer { at, to }),
        2 => (0..20_usize).prop_map(|at| Deed::Return { at }),
        3 => (-20_i64..40).prop_map(Deed::Minutes),
    ]
}

/// Does what can be done: a rule may say no.
fn try_to(desk: &mut Desk, command: Command) -> Option<VisitId> {
    match desk.execute(command) {
        Ok(receipt) => receipt.visit,
        Err(DeskError::Refused(_)) => None,
        Err(error) => panic!("{error}"),
    }
}

/// A desk with a clock that can be turned: two stations, of which the second serves some series.
struct Room {
    world: World,
    stations: [Desk; 2],
    given: Vec<VisitId>,
}

impl Room {
    fn open() -> Self {
        let world = World::open();
        world.clock.set("2026-11-21 09:00");
        let mut stations = [world.desk(1), world.desk(2)];
        stations[0].does(Command::SetQueueRules(QueueRules { patience: 0, ..QueueRules::default() }));
        let some = ['B', 'C'].map(|letter| Series::new(letter).unwrap());
        let second = Station { series: some.to_vec(), ..Station::plain(StationNo::new(2).unwrap()) };
        stations[0].does(Command::SetStation(Box::new(second)));
        Self { world, stations, given: Vec::new() }
    }

    fn now(&self) -> motcua::domain::Stamp {
        use motcua::clock::Clock;
        self.world.clock.now()
    }

    fn does(&mut self, deed: &Deed) {
        let somebody = |given: &[VisitId], at: usize| given.get(at % given.len().max(1)).copied();
        match *deed {
            Deed::Number { need, goes_first, booked } => {
                let new = NewVisit {
                    priority: goes_first.then_some(Priority::Elderly),
                    booked: booked.map(|minutes| self.now().plus_seconds(60 * minutes)),
                    ..NewVisit::plain(Code::new(need))
                };
                self.given.extend(try_to(&mut self.stations[0], Command::TakeNumber(new)));
            }
            Deed::Next { station, is_there } => {
                let desk = &mut self.stations[station];
                if let Some(visit) = try_to(desk, Command::CallNext(None)) {
                    let why = motcua::domain::LeaveReason::NoShow;
                    if is_there {
                        desk.does(Command::Appear(visit));
                        desk.does(Command::Finish(visit));
                    } else {
                        desk.does(Command::Leave { visit, why });
                    }
                }
            }
            Deed::OutOfTurn { at } => {
                let Some(visit) = somebody(&self.given, at) else { return };
                let desk = &mut self.stations[0];
                if try_to(desk, Command::CallOutOfTurn { visit, why: OutOfTurn::Health }).is_some() {
                    desk.does(Command::Appear(visit));
                    desk.does(Command::Finish(visit));
                }
            }
            Deed::Transfer { at, to } => {
                if let Some(visit) = somebody(&self.given, at) {
                    let to = to.unwrap_or(Destination::Anywhere);
                    try_to(&mut self.stations[0], Command::Transfer { visit, to });
                }
            }
            Deed::Return { at } => {
                if let Some(visit) = somebody(&self.given, at) {
                    try_to(&mut self.stations[0], Command::Return(visit));
                }
            }
            Deed::Minutes(minutes) => {
                self.world.clock.set_stamp(self.now().plus_seconds(60 * minutes));
            }
        }
    }

    /// The first of each station's list is the one that it calls.
    fn calls_whom_it_shows(&mut self) {
        for desk in &mut self.stations {
            let shown = desk.load().unwrap();
            match desk.execute(Command::CallNext(None)) {
                Ok(receipt) => {
                    assert_eq!(shown.queue.first().copied(), receipt.visit);
                    desk.does(Command::PutBack(receipt.visit.unwrap()));
                }
                other => {
                    assert_eq!(refusal(other), Some(Refusal::NobodyWaiting));
                    assert_eq!(shown.queue, []);
                }
            }
            // As if nobody had been called.
            let again = desk.load().unwrap();
            assert_eq!((&again.queue, &again.elsewhere), (&shown.queue, &shown.elsewhere));
        }
    }

    /// What was shown once holds for as long as it says, and for every place in the list.
    fn keeps_its_word(&mut self, minutes: i64) {
        let shown = self.stations[0].load().unwrap();
        for (at, visit) in shown.queue.iter().enumerate() {
            assert!(shown.ahead(*visit).is_some_and(|ahead| ahead >= at), "{visit:?}");
            assert!(shown.explain(*visit).is_some());
        }
        self.world.clock.set_stamp(self.now().plus_seconds(60 * minutes));
        let later = self.stations[0].load().unwrap();
        if shown.order_holds_at(self.now()) {
            assert_eq!((&shown.queue, &shown.elsewhere), (&later.queue, &later.elsewhere));
        }
    }

    /// One call after the other until nobody waits here: the whole list was right.
    fn calls_down_its_list(&mut self) {
        let desk = &mut self.stations[0];
        let shown = desk.load().unwrap().queue;
        let called: Vec<VisitId> = std::iter::from_fn(|| {
            let visit = try_to(desk, Command::CallNext(None))?;
            desk.does(Command::Appear(visit));
            desk.does(Command::Finish(visit));
            Some(visit)
        })
        .collect();
        assert_eq!(shown, called);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_stands_first_is_called_and_the_list_is_the_order_of_the_calls(
        deeds in prop::collection::vec(deed(), 1..40),
        pause in -30_i64..60,
    ) {
        let mut room = Room::open();
        for (at, deed) in deeds.iter().enumerate() {
            room.does(deed);
            if at % 5 == 0 {
                room.calls_whom_it_shows();
            }
        }
        room.keeps_its_word(pause);
        room.calls_down_its_list();
    }
}
