use proptest::prelude::*;

use super::*;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::{Calendar, HamletId, Person, Span, SpanKind};
use crate::papers::tally::sample::{Day as Made, Size, taken_back, ticket};

/// A made-up span whose people say something about themselves, with a number lost and another taken back.
fn made(seed: u64, visits: u16, span: Span) -> Made {
    let size = Size { visits, stations: 3, volunteers: 4, procedures: 12 };
    let mut made = Made::spread(seed, size, span);
    for (at, fact) in made.facts.visits.iter_mut().enumerate() {
        let pick = |step: usize, of: usize| (at / step + usize::try_from(seed % 7).unwrap()) % (of + 1);
        fact.person = Person {
            age: AgeBand::ALL.get(pick(1, 6)).copied(),
            sex: Sex::ALL.get(pick(2, 2)).copied(),
            hamlet: [HamletId(1), HamletId(2)].get(pick(3, 2)).copied(),
            phone: Phone::ALL.get(pick(1, 2)).copied(),
            ..Person::default()
        };
    }
    // One that ended after the span was open at its end.
    if let Some(fact) = made.facts.visits.first_mut()
        && let Stage::Done { at, .. } = &mut fact.visit.stage
    {
        *at = span.end().plus_seconds(60);
    }
    // A visit whose number nobody gave, a number without its visit, and one that was taken back.
    if let Some(fact) = made.facts.visits.last_mut() {
        fact.visit.ticket = ticket('Z', 7);
    }
    made.facts.drawn.push(("2026-11-21".parse().unwrap(), ticket('Q', 1)));
    made.facts.withdrawn = vec![taken_back(ticket('Q', 1))];
    made
}

fn spans() -> Vec<Span> {
    let day = "2026-11-21".parse().unwrap();
    let of = |kind, calendar| Span::of(kind, calendar, day);
    vec![
        Span::day(day),
        of(SpanKind::Week, Calendar::Civil),
        of(SpanKind::Month, Calendar::Administrative),
        of(SpanKind::Quarter, Calendar::Civil),
        of(SpanKind::Year, Calendar::Administrative),
    ]
}

fn sum(lines: &[Line]) -> u32 {
    lines.iter().map(|line| line.quantity).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_visits_behind_every_figure_add_up_to_it(
        seed in 0_u64..10_000,
        visits in 0_u16..90,
        span in prop::sample::select(spans()),
    ) {
        let made = made(seed, visits, span);
        for (figure, number) in made.tally().openable() {
            let lines = opened(&figure, &made.facts, &made.catalogue);
            prop_assert_eq!(sum(&lines), number, "{:?}", figure);
        }
    }

    #[test]
    fn every_number_of_visits_and_things_can_be_opened(
        seed in 0_u64..10_000,
        visits in 0_u16..90,
        span in prop::sample::select(spans()),
    ) {
        let tally = made(seed, visits, span).tally();
        let openable: Vec<Figure> = tally.openable().into_iter().map(|(figure, _)| figure).collect();
        for (figure, amount) in tally.figures() {
            let path = figure.path();
            let is_said_by_the_proof = ["left.no-show.visits", "left.mistake.visits"].contains(&path.as_str());
            if is_of_visits(&path) && amount != Amount::Count(0) && !is_said_by_the_proof {
                prop_assert!(openable.contains(&figure), "{}", path);
            }
        }
    }
}

/// Durations, hours on duty and shifts are no visits, nor is what a counter counts.
fn is_of_visits(path: &str) -> bool {
    let of_shifts = ["shifts", "volunteers", "duty_hours", "without_end", "lost_minutes"];
    let ends = [".minutes", ".times", ".shifts", "quick_questions"];
    let mut numbers = [TableId::Hours, TableId::Volunteers].into_iter().flat_map(TableId::numbers);
    let is_hours = numbers.any(|(one, _)| one.is_hours() && path.ends_with(&format!(".{}", one.id())));
    !is_hours
        && !of_shifts.contains(&path)
        && !path.starts_with("times.")
        && !path.contains(".wait_")
        && !ends.iter().any(|end| path.ends_with(end))
}

#[test]
fn a_list_says_number_stage_and_station_and_names_nobody() {
    let made = made(3, 60, spans()[0]);
    let lines = opened(&Figure::Alone(FigureId::Served), &made.facts, &made.catalogue);
    assert!(!lines.is_empty());
    assert!(lines.iter().all(|line| line.stage == Some(StageKind::Done) && line.station.is_some()));
    assert!(lines.is_sorted_by_key(|line| (line.number.day, line.arrived)));
    let things = opened(&Figure::Alone(FigureId::Assists), &made.facts, &made.catalogue);
    assert!(things.iter().all(|line| line.procedure.is_some()));
}
