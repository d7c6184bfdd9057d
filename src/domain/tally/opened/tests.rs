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
    made.facts.withdrawn = vec![taken_back(ticket('A', 1))];
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
        for (figure, number) in made.tally().figures() {
            let lines = opened(&figure, &made.facts, &made.catalogue);
            prop_assert_eq!(sum(&lines), number, "{:?}", figure);
        }
    }

    #[test]
    fn every_number_of_visits_and_things_is_among_the_figures(
        seed in 0_u64..10_000,
        visits in 0_u16..90,
        span in prop::sample::select(spans()),
    ) {
        let tally = made(seed, visits, span).tally();
        let mut shown: Vec<u32> =
            tally.figures().into_iter().map(|(_, number)| number).filter(|number| *number > 0).collect();
        let mut counted: Vec<u32> = tally
            .numbers()
            .into_iter()
            .filter(|(path, number)| *number > 0 && is_of_visits(path))
            .map(|(_, number)| u32::try_from(number).unwrap())
            .collect();
        // A list of numbers counts as one each in the tally, and as one figure here.
        let faults = [&tally.proof.withdrawn, &tally.proof.missing, &tally.proof.surplus];
        counted.extend(faults.iter().filter(|list| !list.is_empty()).map(|list| u32::try_from(list.len()).unwrap()));
        shown.sort_unstable();
        counted.sort_unstable();
        prop_assert_eq!(shown, counted);
    }
}

/// Durations, hours on duty and shifts are no visits, nor is a question without a number; the reasons that the proof names
/// stand there once.
fn is_of_visits(path: &str) -> bool {
    let other =
        ["waits", "services", "staffing", "lost", "proof.withdrawn", "proof.missing", "proof.surplus"];
    let ends = [".on_duty", ".minutes", ".shifts", "quick_questions"];
    let twice = ["left.no-show", "left.mistake"];
    let is_hit = path.starts_with("lost") && (path.ends_with(".visits") || path.ends_with(".persons"));
    is_hit
        || !other.iter().any(|start| path.starts_with(start))
            && !ends.iter().any(|end| path.ends_with(end))
            && !path.contains(".waits.")
            && !twice.contains(&path)
}

#[test]
fn a_list_says_number_stage_and_station_and_names_nobody() {
    let made = made(3, 60, spans()[0]);
    let lines = opened(&Figure::Over(Over::Served), &made.facts, &made.catalogue);
    assert!(!lines.is_empty());
    assert!(lines.iter().all(|line| line.stage == Some(StageKind::Done) && line.station.is_some()));
    assert!(lines.is_sorted_by_key(|line| (line.number.day, line.arrived)));
    let things = opened(&Figure::Assists(Helped::All), &made.facts, &made.catalogue);
    assert!(things.iter().all(|line| line.procedure.is_some()));
}
