//! The visits behind a figure: whoever doubts a number opens it, and the list adds up to the number.
//!
//! Which visits those are is said here a second time, in the plainest way, and beside the tally; a test opens every
//! figure of made-up spans and adds the list up.

mod figure;
mod list;

use std::collections::{BTreeSet, HashMap};

pub use figure::{Figure, Given, Helped, Over, Part};

use super::lost::Hits;
use super::proof::{Number, Proof};
use crate::domain::assist::OutcomeKind;
use crate::domain::facts::{Facts, VisitFact};
use crate::domain::{
    Assist, Catalogue, Code, Day, LeaveReason, Outcome, Payment, Stage, StageKind, Stamp, StationNo, VisitId,
};

/// One line of the list behind a figure. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number, with its day.
    pub number: Number,
    /// The visit; `None` of a number of which the file has no visit.
    pub visit: Option<VisitId>,
    /// When the number was given; `None` where there is no visit.
    pub arrived: Option<Stamp>,
    /// Where the visit stood at the end of the span.
    pub stage: Option<StageKind>,
    /// What was helped with, of a figure about things; what was asked for first, of any other.
    pub procedure: Option<Code>,
    /// The station that had the visit or helped.
    pub station: Option<StationNo>,
    /// What the line adds to the figure.
    pub quantity: u32,
}

impl Line {
    fn of_visit(fact: &VisitFact, facts: &Facts, quantity: u32) -> Self {
        let visit = &fact.visit;
        Self {
            number: number_of(fact),
            visit: Some(visit.id),
            arrived: Some(visit.arrived),
            stage: Some(fact.kind_at_end_of(facts.span)),
            procedure: fact.need.clone(),
            station: visit.stage.station(),
            quantity,
        }
    }

    fn of_number(number: Number) -> Self {
        Self { number, visit: None, arrived: None, stage: None, procedure: None, station: None, quantity: 1 }
    }
}

/// The list behind a figure of a span, in the order in which the numbers were given.
pub fn opened(figure: &Figure, facts: &Facts, catalogue: &Catalogue) -> Vec<Line> {
    let span = facts.span;
    let given = || facts.visits.iter().filter(|fact| !fact.is_carried_into(span));
    let once = |facts_of: Vec<&VisitFact>| -> Vec<Line> {
        facts_of.into_iter().map(|fact| Line::of_visit(fact, facts, 1)).collect()
    };
    let hits = Hits::of(facts, catalogue);
    let is_given = |fact: &VisitFact, which: &Given| match which {
        Given::Hit(system) => hits.has_hit(fact, *system),
        _ => is_given(fact, which, catalogue),
    };
    let proof = || Proof::of(facts);
    let mut lines: Vec<Line> = match figure {
        Figure::Visits(which) => once(given().filter(|fact| is_given(fact, which)).collect()),
        Figure::Persons(which) => given()
            .filter(|fact| is_given(fact, which))
            .map(|fact| Line::of_visit(fact, facts, u32::from(fact.visit.persons)))
            .collect(),
        Figure::Assists(which) => things(which, facts, catalogue),
        Figure::Over(which) => once(facts.visits.iter().filter(|fact| is_over(fact, which, facts)).collect()),
        Figure::CarriedIn => once(facts.visits.iter().filter(|fact| fact.is_carried_into(span)).collect()),
        Figure::Open => {
            once(facts.visits.iter().filter(|fact| fact.kind_at_end_of(span).is_open()).collect())
        }
        Figure::Issued => {
            // The counter's numbers: those with a visit, and those that should have one.
            let proof = proof();
            let surplus: BTreeSet<Number> = proof.surplus.iter().copied().collect();
            let drawn = given().filter(|fact| !surplus.contains(&number_of(fact))).collect();
            let missing = proof.missing.iter().copied().map(Line::of_number);
            once(drawn).into_iter().chain(missing).collect()
        }
        Figure::Missing => proof().missing.into_iter().map(Line::of_number).collect(),
        Figure::Withdrawn => proof().withdrawn.into_iter().map(Line::of_number).collect(),
        Figure::Surplus => {
            let surplus: BTreeSet<Number> = proof().surplus.into_iter().collect();
            once(given().filter(|fact| surplus.contains(&number_of(fact))).collect())
        }
    };
    lines.sort_by_key(|line| (line.number.day, line.arrived, line.number.ticket));
    lines
}

fn number_of(fact: &VisitFact) -> Number {
    Number { day: fact.visit.day, ticket: fact.visit.ticket }
}

/// The field of a procedure, as the tally groups by it: empty for what the catalogue no longer knows.
fn field_of<'a>(code: Option<&Code>, catalogue: &'a Catalogue) -> &'a str {
    code.and_then(|code| catalogue.field_of(code)).map_or("", |field| &field.id)
}

fn is_within(day: Day, from: Day, until: Day) -> bool {
    from <= day && day <= until
}

fn is_given(fact: &VisitFact, which: &Given, catalogue: &Catalogue) -> bool {
    let (visit, person) = (&fact.visit, &fact.person);
    match which {
        Given::All => true,
        Given::Field(field) => field_of(fact.need.as_ref(), catalogue) == field,
        Given::Priority(why) => visit.priority == Some(*why),
        Given::Age(age) => person.age == *age,
        Given::Sex(sex) => person.sex == *sex,
        Given::Hamlet(hamlet) => person.hamlet == *hamlet,
        Given::Phone(phone) => person.phone == Some(*phone),
        Given::Hour(hour) => visit.arrived.hour() == *hour,
        Given::WeekdayHour(weekday, hour) => {
            visit.day.weekday() == usize::from(*weekday) && visit.arrived.hour() == *hour
        }
        Given::Days(from, until) => is_within(visit.day, *from, *until),
        // Asked of the outages by the caller.
        Given::Hit(_) => false,
    }
}

fn is_over(fact: &VisitFact, which: &Over, facts: &Facts) -> bool {
    let kind = fact.kind_at_end_of(facts.span);
    let stage = fact.visit.stage;
    let left_for = |reason: LeaveReason| {
        kind == StageKind::Left && matches!(stage, Stage::Left { why, .. } if why == reason)
    };
    let is_done = kind == StageKind::Done;
    match which {
        Over::Served => is_done,
        // The two reasons that the proof names by themselves are no part of this one.
        Over::Gone => {
            kind == StageKind::Left && !left_for(LeaveReason::NoShow) && !left_for(LeaveReason::Mistake)
        }
        Over::Left(reason) => left_for(*reason),
        Over::LeftFrom(reason, of) => {
            left_for(*reason) && matches!(stage, Stage::Left { from, .. } if from == *of)
        }
        Over::ServedInHour(hour) => is_done && stage.since().hour() == *hour,
        Over::ServedAt(station) => is_done && stage.station() == Some(*station),
        Over::ServedBy(volunteer) => is_done && stage.by() == Some(*volunteer),
        Over::ServedOn(from, until) => is_done && is_within(stage.since().day(), *from, *until),
        Over::LeftOn(from, until) => kind == StageKind::Left && is_within(stage.since().day(), *from, *until),
    }
}

/// The things helped with in the visits that ended in the span.
fn things(which: &Helped, facts: &Facts, catalogue: &Catalogue) -> Vec<Line> {
    let ended: HashMap<VisitId, &VisitFact> = facts
        .visits
        .iter()
        .filter(|fact| !fact.kind_at_end_of(facts.span).is_open())
        .map(|fact| (fact.visit.id, fact))
        .collect();
    facts
        .assists
        .iter()
        .filter(|assist| assist.outcome.kind() != OutcomeKind::Open)
        .filter_map(|assist| Some((assist, *ended.get(&assist.visit)?)))
        .filter(|(assist, fact)| is_helped(assist, fact, which, catalogue))
        .map(|(assist, fact)| Line {
            procedure: Some(assist.procedure.clone()),
            station: Some(assist.station),
            ..Line::of_visit(fact, facts, u32::from(assist.quantity))
        })
        .collect()
}

fn is_helped(assist: &Assist, fact: &VisitFact, which: &Helped, catalogue: &Catalogue) -> bool {
    let kind = assist.outcome.kind();
    let is_level_two = || super::LevelTwo::is_about(&assist.procedure);
    match which {
        Helped::All => true,
        Helped::Field(field) => field_of(Some(&assist.procedure), catalogue) == field,
        Helped::Procedure(code, part) => {
            assist.procedure == *code
                && match part {
                    Part::All => true,
                    Part::Done => kind == OutcomeKind::Done,
                    Part::Unfinished => matches!(kind, OutcomeKind::Stuck | OutcomeKind::ComeBack),
                    Part::Online => assist.channel.is_online(),
                }
        }
        Helped::Outcome(outcome) => kind == *outcome,
        Helped::Stuck(why) => assist.outcome == Outcome::Stuck(*why),
        Helped::Referred(to) => assist.outcome == Outcome::Referred(*to),
        Helped::Channel(channel) => assist.channel == *channel,
        Helped::Filed => assist.channel.is_filed(),
        Helped::FiledOnline => assist.channel.is_online(),
        Helped::PaidOnline => assist.payment == Payment::Online,
        Helped::FiledPaidOnline => assist.channel.is_filed() && assist.payment == Payment::Online,
        Helped::How(how) => assist.how == *how,
        Helped::Indicator(indicator) => {
            kind == OutcomeKind::Done && indicator.codes().contains(&assist.procedure.0.as_str())
        }
        Helped::LevelTwoTried => is_level_two(),
        Helped::LevelTwoDone => is_level_two() && kind == OutcomeKind::Done,
        Helped::At(station) => assist.station == *station,
        Helped::By(volunteer) => assist.by == *volunteer,
        Helped::On(from, until) => is_within(fact.visit.stage.since().day(), *from, *until),
    }
}

#[cfg(test)]
mod tests;
