use super::*;
use crate::domain::facts::{VisitFact, Withdrawn};
use crate::domain::queue::Standing;
use crate::domain::{Day, Person, Series, Stage, StationNo, Ticket, Visit, VisitId, VolunteerId};

fn ticket(number: u16) -> Ticket {
    Ticket { series: Series::new('A').unwrap(), number }
}

fn today() -> Day {
    "2026-11-21".parse().unwrap()
}

fn taken_back(number: u16) -> Withdrawn {
    Withdrawn { given: today().at(8, 0), ticket: ticket(number) }
}

fn number(number: u16) -> Number {
    Number { day: today(), ticket: ticket(number) }
}

fn facts(visits: Vec<VisitFact>) -> Facts {
    Facts { visits, ..Facts::of_nothing(Span::day(today()), today().at(17, 0)) }
}

fn fact(day: &str, number: u16, stage: Stage) -> VisitFact {
    let day: Day = day.parse().unwrap();
    let visit = Visit {
        id: VisitId(i64::from(number)),
        day,
        ticket: ticket(number),
        persons: 2,
        priority: None,
        arrived: day.at(8, 0),
        stage,
        returns_of: None,
        standing: Standing::default(),
    };
    VisitFact { visit, need: None, person: Person::default() }
}

fn done(at: &str, hour: u32) -> Stage {
    let at = at.parse::<Day>().unwrap().at(hour, 30);
    Stage::Done { by: VolunteerId(1), station: StationNo::FIRST, at }
}

#[test]
fn a_number_without_a_visit_is_named() {
    let waiting = Stage::Waiting { since: "2026-11-21".parse::<Day>().unwrap().at(8, 0) };
    let mut facts = facts(vec![fact("2026-11-21", 1, waiting), fact("2026-11-21", 4, waiting)]);
    facts.drawn = vec![(today(), ticket(4))];
    facts.withdrawn = vec![taken_back(2), taken_back(4)];
    let proof = Proof::of(&facts);
    assert_eq!(proof.missing, [number(3)]);
    assert_eq!(proof.withdrawn, [number(2)]);
    assert!(!proof.holds());
    facts.withdrawn.push(taken_back(3));
    assert!(Proof::of(&facts).holds());
}

#[test]
fn a_visit_carried_over_is_open_on_its_day_and_served_on_the_next() {
    let visits = vec![fact("2026-11-20", 1, done("2026-11-21", 9))];
    let mut first = facts(visits.clone());
    first.span = Span::day(today().minus_days(1));
    first.drawn = vec![(today().minus_days(1), ticket(1))];
    let proof = Proof::of(&first);
    assert_eq!((proof.carried_in, proof.issued, proof.served, proof.open), (0, 1, 0, 1));
    assert!(proof.holds());
    let second = Proof::of(&facts(visits));
    assert_eq!((second.carried_in, second.issued, second.served, second.open), (1, 0, 1, 0));
    assert!(second.holds());
}

#[test]
fn persons_are_not_visits() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut facts = facts(vec![
        fact("2026-11-21", 1, done("2026-11-21", 9)),
        fact("2026-11-21", 2, done("2026-11-21", 10)),
    ]);
    facts.drawn = vec![(today(), ticket(2))];
    let tally = Tally::count(&facts, &catalogue);
    assert_eq!((tally.visits, tally.persons, tally.assists), (2, 4, 0));
    let hours: Vec<(u8, u32, u32)> =
        tally.hours.iter().map(|row| (row.hour, row.visits, row.served)).collect();
    assert_eq!(hours, [(8, 2, 0), (9, 0, 1), (10, 0, 1)]);
}
