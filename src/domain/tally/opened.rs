//! The visits behind a figure: a number that is doubted is opened, and the list adds up to it.
//!
//! Which visits those are is said here a second time, in the plainest way, and beside the tally; a test opens every
//! figure of made-up spans and adds the list up.

use std::collections::{BTreeSet, HashMap};

use super::figures::FigureId;
use super::key::{Amount, Behind, Key, Measure};
use super::lost::Hits;
use super::proof::{Number, Proof};
use super::tables::{ColumnId, TableId};
use super::{LevelTwo, Tally, is_channel_missing};
use crate::domain::assist::{Assist, Outcome, OutcomeKind};
use crate::domain::catalogue::Catalogue;
use crate::domain::coded::{Channel, StageKind};
use crate::domain::facts::{Facts, VisitFact};
use crate::domain::ids::{StationNo, VisitId};
use crate::domain::procedure::Code;
use crate::domain::time::Stamp;
use crate::domain::visit::{Stage, Visit};

/// Which number of a tally is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// One that stands by itself.
    Alone(FigureId),
    Cell(TableId, Key, ColumnId),
}

impl Figure {
    /// What it counts, when visits stand behind it.
    pub fn measure(&self) -> Option<Measure> {
        let behind = match self {
            Self::Alone(id) => id.behind(),
            Self::Cell(table, _, column) => table.numbers().find(|(one, _)| one == column)?.1,
        };
        if let Behind::Opens(measure) = behind { Some(measure) } else { None }
    }

    fn key(&self) -> Option<Key> {
        match self {
            Self::Alone(id) => id.key(),
            Self::Cell(_, key, _) => Some(key.clone()),
        }
    }
}

impl Tally {
    /// Every figure with its number, but for those that say again what a table says.
    pub fn figures(&self) -> Vec<(Figure, Amount)> {
        let own = |behind: Behind| behind != Behind::Again;
        let alone = FigureId::all().filter(|id| own(id.behind())).map(|id| (Figure::Alone(id), id.of(self)));
        let mut all: Vec<(Figure, Amount)> = alone.collect();
        for table in TableId::ALL {
            for row in self.rows(*table) {
                let cells = table.numbers().zip(&row.amounts).filter(|((_, behind), _)| own(*behind));
                all.extend(
                    cells.map(|((column, _), amount)| {
                        (Figure::Cell(*table, row.key.clone(), column), *amount)
                    }),
                );
            }
        }
        all
    }

    /// Those that can be opened. The great ones are there also when they are nought; what stands by itself and in a table
    /// is there once. Each field is followed by its procedures.
    pub fn openable(&self) -> Vec<(Figure, u32)> {
        let mut seen: Vec<(Measure, Option<Key>)> = Vec::new();
        let mut all = Vec::new();
        for (figure, amount) in self.figures() {
            let (Some(measure), Amount::Count(number)) = (figure.measure(), amount) else { continue };
            let (is_great, key) = match &figure {
                Figure::Alone(id) => (id.is_great(), id.key()),
                Figure::Cell(_, key, _) => (false, Some(key.clone())),
            };
            let is_named = seen.contains(&(measure, key.clone()));
            if matches!(figure, Figure::Alone(_)) {
                seen.push((measure, key));
            }
            if (is_great || number > 0) && !is_named {
                all.push((figure, number));
            }
        }
        let fields: Vec<&str> = self.fields.iter().map(|row| row.field.as_str()).collect();
        let place = |of: &str| fields.iter().position(|field| *field == of);
        all.sort_by_key(|(figure, _)| match figure {
            Figure::Alone(_) => (0, None, false),
            Figure::Cell(TableId::Fields, Key::Field(field), _) => (1, place(field), false),
            Figure::Cell(TableId::Procedures, Key::Procedure { field, .. }, _) => (1, place(field), true),
            Figure::Cell(..) => (2, None, false),
        });
        all
    }
}

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
            stage: Some(fact.visit.kind_at_end_of(facts.span)),
            procedure: fact.need.clone(),
            station: visit.stage.station(),
            quantity,
        }
    }

    fn of_number(number: Number) -> Self {
        Self { number, visit: None, arrived: None, stage: None, procedure: None, station: None, quantity: 1 }
    }
}

/// The list behind a figure of a span, in the order in which the numbers were given; none where nothing can be listed.
pub fn opened(figure: &Figure, facts: &Facts, catalogue: &Catalogue) -> Vec<Line> {
    let Some(measure) = figure.measure() else { return Vec::new() };
    let of =
        Of { key: figure.key(), facts, catalogue, hits: Hits::of(facts, catalogue), helped: helped(facts) };
    let span = facts.span;
    let given = || facts.visits.iter().filter(|fact| fact.is_visit_of(span) && of.is_given(fact));
    let numbers = || facts.visits.iter().filter(|fact| !fact.visit.is_carried_into(span));
    let once = |facts_of: Vec<&VisitFact>| -> Vec<Line> {
        facts_of.into_iter().map(|fact| Line::of_visit(fact, facts, 1)).collect()
    };
    let every = |holds: &dyn Fn(&Visit, StageKind) -> bool| {
        let holds =
            |fact: &&VisitFact| holds(&fact.visit, fact.visit.kind_at_end_of(span)) && of.is_over(fact);
        once(facts.visits.iter().filter(holds).collect())
    };
    let surplus = || -> BTreeSet<Number> { Proof::of(facts).surplus.into_iter().collect() };
    let mut lines: Vec<Line> = match measure {
        Measure::Given => once(given().collect()),
        Measure::Persons => {
            given().map(|fact| Line::of_visit(fact, facts, u32::from(fact.visit.persons))).collect()
        }
        Measure::Served => every(&|_, kind| kind == StageKind::Done),
        Measure::ServedPersons => {
            let mut lines = every(&|_, kind| kind == StageKind::Done);
            let heads: HashMap<VisitId, u16> =
                facts.visits.iter().map(|fact| (fact.visit.id, fact.visit.persons)).collect();
            for line in &mut lines {
                line.quantity = line.visit.and_then(|id| heads.get(&id)).copied().map_or(0, u32::from);
            }
            lines
        }
        Measure::Left => every(&|visit, kind| kind == StageKind::Left && visit.is_party()),
        Measure::Mistaken => every(&|visit, kind| kind == StageKind::Left && !visit.is_party()),
        Measure::CarriedIn => {
            let returned = facts.returned();
            every(&|visit, _| visit.is_carried_into(span) && !returned.contains(&visit.id))
        }
        Measure::Returned => {
            let returned = facts.returned();
            every(&|visit, _| returned.contains(&visit.id))
        }
        Measure::Open => every(&|_, kind| kind.is_open()),
        Measure::Issued => {
            // The counter's numbers: those with a visit, those that should have one, and those that undo took back.
            let proof = Proof::of(facts);
            let drawn: Vec<&VisitFact> =
                numbers().filter(|fact| !proof.surplus.contains(&number_of(fact))).collect();
            let kept: BTreeSet<Number> = facts.visits.iter().map(number_of).collect();
            let without = proof.missing.into_iter().chain(proof.withdrawn);
            let without = without.filter(|number| !kept.contains(number)).map(Line::of_number);
            once(drawn).into_iter().chain(without).collect()
        }
        Measure::Missing => Proof::of(facts).missing.into_iter().map(Line::of_number).collect(),
        Measure::Withdrawn => {
            let struck = every(&|visit, kind| kind == StageKind::Left && !visit.is_party());
            let known: BTreeSet<Number> = struck.iter().map(|line| line.number).collect();
            let undone = Proof::of(facts).withdrawn.into_iter().filter(|number| !known.contains(number));
            undone.map(Line::of_number).chain(struck).collect()
        }
        Measure::Surplus => {
            let surplus = surplus();
            once(numbers().filter(|fact| surplus.contains(&number_of(fact))).collect())
        }
        Measure::Things
        | Measure::Done
        | Measure::Unfinished
        | Measure::Pieces
        | Measure::Filed
        | Measure::Whole
        | Measure::Online
        | Measure::ChannelNotNoted
        | Measure::Paid
        | Measure::FiledPaid => of.things(measure),
    };
    lines.sort_by_key(|line| (line.number.day, line.arrived, line.number.ticket));
    lines
}

fn number_of(fact: &VisitFact) -> Number {
    Number { day: fact.visit.day, ticket: fact.visit.ticket }
}

/// Which visits and things a row of a table is about; without a key, all.
struct Of<'a> {
    key: Option<Key>,
    facts: &'a Facts,
    catalogue: &'a Catalogue,
    hits: Hits<'a>,
    helped: HashMap<VisitId, Vec<&'a Assist>>,
}

/// What each visit was helped with.
fn helped(facts: &Facts) -> HashMap<VisitId, Vec<&Assist>> {
    let mut helped: HashMap<VisitId, Vec<&Assist>> = HashMap::new();
    for assist in &facts.assists {
        helped.entry(assist.visit).or_default().push(assist);
    }
    helped
}

impl Of<'_> {
    /// Whether a visit given in the span is one of them.
    fn is_given(&self, fact: &VisitFact) -> bool {
        let (visit, person) = (&fact.visit, &fact.person);
        let Some(key) = &self.key else { return true };
        match key {
            Key::Field(field) => self.field_of(fact.need.as_ref()) == field,
            Key::Priority(why) => visit.priority == Some(*why),
            Key::Age(age) => person.age == *age,
            Key::Sex(sex) => person.sex == *sex,
            Key::Hamlet(hamlet) => person.hamlet == *hamlet,
            Key::Phone(phone) => person.phone == *phone,
            Key::Hour(hour) => visit.arrived.hour() == *hour,
            Key::WeekdayHour(weekday, hour) => {
                visit.day.weekday() == usize::from(*weekday) && visit.arrived.hour() == *hour
            }
            Key::Days(from, until) => (*from..=*until).contains(&visit.day),
            Key::System(system) => {
                let helped = self.helped.get(&visit.id).map_or(&[][..], Vec::as_slice);
                self.hits.has_hit(fact, helped, *system)
            }
            _ => false,
        }
    }

    /// Whether a visit that ended in the span is one of them.
    fn is_over(&self, fact: &VisitFact) -> bool {
        let stage = fact.visit.stage;
        let Some(key) = &self.key else { return true };
        match key {
            Key::Left(reason) => matches!(stage, Stage::Left { why, .. } if why == *reason),
            Key::LeftFrom(reason, of) => {
                matches!(stage, Stage::Left { why, from, .. } if why == *reason && from == *of)
            }
            Key::Hour(hour) => stage.since().hour() == *hour,
            Key::Station(station) => stage.station() == Some(*station),
            Key::Volunteer(volunteer) => stage.by() == Some(*volunteer),
            Key::Days(from, until) => (*from..=*until).contains(&stage.since().day()),
            _ => false,
        }
    }

    /// The things helped with in the visits that ended in the span.
    fn things(&self, measure: Measure) -> Vec<Line> {
        let ended: HashMap<VisitId, &VisitFact> = self
            .facts
            .visits
            .iter()
            .filter(|fact| !fact.visit.kind_at_end_of(self.facts.span).is_open())
            .map(|fact| (fact.visit.id, fact))
            .collect();
        self.facts
            .assists
            .iter()
            .filter(|assist| assist.outcome.kind() != OutcomeKind::Open && self.is_counted(assist, measure))
            .filter_map(|assist| Some((assist, *ended.get(&assist.visit)?)))
            .filter(|(assist, fact)| self.is_helped(assist, fact))
            .map(|(assist, fact)| Line {
                procedure: Some(assist.procedure.clone()),
                station: Some(assist.station),
                ..Line::of_visit(fact, self.facts, self.amount(assist, measure))
            })
            .collect()
    }

    /// What a thing adds to a figure.
    fn amount(&self, assist: &Assist, measure: Measure) -> u32 {
        match (&self.key, measure) {
            (_, Measure::Pieces) => u32::from(assist.quantity),
            (Some(Key::Indicator(indicator)), _) => indicator.amount(assist),
            _ => 1,
        }
    }

    /// Whether a thing counts in a measure.
    fn is_counted(&self, assist: &Assist, measure: Measure) -> bool {
        match measure {
            Measure::Done | Measure::Pieces => assist.is_done(),
            Measure::Unfinished => {
                matches!(assist.outcome.kind(), OutcomeKind::Stuck | OutcomeKind::ComeBack)
            }
            Measure::Filed => assist.is_filed(),
            Measure::Whole => assist.is_filed() && assist.channel == Some(Channel::OnlineWhole),
            Measure::Online => assist.is_online(),
            Measure::ChannelNotNoted => is_channel_missing(assist, self.catalogue),
            Measure::Paid => assist.is_paid_online(),
            Measure::FiledPaid => assist.is_filed() && assist.is_paid_online(),
            _ => true,
        }
    }

    fn is_helped(&self, assist: &Assist, fact: &VisitFact) -> bool {
        let Some(key) = &self.key else { return true };
        match key {
            Key::Field(field) => self.field_of(Some(&assist.procedure)) == field,
            Key::Procedure { code, .. } => assist.procedure == *code,
            Key::LevelTwo => LevelTwo::is_about(&assist.procedure),
            Key::Outcome(outcome) => assist.outcome.kind() == *outcome,
            Key::Stuck(why) => assist.outcome == Outcome::Stuck(*why),
            Key::Referred(to) => assist.outcome == Outcome::Referred(*to),
            Key::Channel(None) => is_channel_missing(assist, self.catalogue),
            Key::Channel(channel) => assist.is_done() && assist.channel == *channel,
            Key::How(how) => assist.how == *how,
            Key::Piece(piece) => piece.is_of(assist),
            Key::Indicator(indicator) => indicator.codes().contains(&assist.procedure.0.as_str()),
            Key::Station(station) => assist.station == *station,
            Key::Volunteer(volunteer) => assist.by == *volunteer,
            Key::Days(from, until) => (*from..=*until).contains(&fact.visit.stage.since().day()),
            _ => false,
        }
    }

    /// The field of a procedure, as the tally groups by it: empty for what the catalogue no longer knows.
    fn field_of(&self, code: Option<&Code>) -> &str {
        code.and_then(|code| self.catalogue.field_of(code)).map_or("", |field| &field.id)
    }
}

#[cfg(test)]
mod tests;
