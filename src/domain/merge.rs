//! The facts of several desks joined into those of one.
//!
//! Every desk counts its visits, volunteers and stations from 1, so what it says is told apart by new identities: visits,
//! things helped with, shifts and outages are numbered through; volunteers, hamlets and the offices' own reasons are one when their names
//! are; the
//! stations of a later file follow those of the files before it («tệp 2, quầy 1» becomes «quầy 4» after a file with three),
//! and [`Source::stations`] says which became which.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::assist::{Assist, Outcome};
use super::facts::{Facts, Period, VisitFact};
use super::ids::{AssistId, HamletId, OutageId, ReasonId, ShiftId, StationNo, VisitId, VolunteerId};
use super::office::Office;
use super::person::Hamlet;
use super::reason::{Outage, OwnReason, StuckReason};
use super::shift::{Shift, Volunteer};
use super::ticket::Ticket;
use super::time::{Day, Stamp};
use super::visit::{Stage, Visit};

/// What one desk brings.
#[derive(Clone, Debug)]
pub struct Part {
    pub name: String,
    pub office: Office,
    pub volunteers: Vec<Volunteer>,
    pub hamlets: Vec<Hamlet>,
    pub reasons: Vec<OwnReason>,
    /// What it says about the span.
    pub facts: Facts,
    /// Whether it was copied while the desk was at work, so that the last deeds may not be in it.
    pub may_lack_last: bool,
}

/// A desk whose facts were joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub office: Office,
    /// Numbers that it gave in the span.
    pub visits: u32,
    /// Its stations, and what they are called among all.
    pub stations: Vec<(StationNo, StationNo)>,
    /// As in [`Part`].
    pub may_lack_last: bool,
}

#[derive(Clone, Debug)]
pub struct Joined {
    pub facts: Facts,
    /// The same by desk, with the identities that they have among all.
    pub parts: Vec<Facts>,
    /// The desks, in the order in which they were given.
    pub sources: Vec<Source>,
    /// Everybody of the rosters.
    pub volunteers: Vec<Volunteer>,
    pub hamlets: Vec<Hamlet>,
    /// All reasons of the offices' own.
    pub reasons: Vec<OwnReason>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeFlaw {
    /// Two files hold the same visits: the same day, number and second of arrival.
    Overlap {
        first: String,
        second: String,
        /// The days of those visits.
        days: Vec<Day>,
    },
    /// More stations than there are numbers for.
    TooManyStations,
}

/// Joins the facts of desks, all of one span. Nothing at all gives nothing.
///
/// # Errors
/// [`MergeFlaw`].
pub fn join(mut parts: Vec<Part>) -> Result<Option<Joined>, MergeFlaw> {
    refuse_overlaps(&parts)?;
    let mut names = Names::default();
    let (mut last, mut stations) = (Last::default(), 0);
    let mut sources = Vec::new();
    for part in &mut parts {
        let renumbered = renumbered(&part.facts, &mut stations)?;
        let given = part.facts.visits.iter().filter(|fact| !fact.visit.is_carried_into(part.facts.span));
        sources.push(Source {
            name: part.name.clone(),
            office: part.office.clone(),
            visits: u32::try_from(given.count()).unwrap_or(u32::MAX),
            stations: renumbered.iter().map(|(from, to)| (*from, *to)).collect(),
            may_lack_last: part.may_lack_last,
        });
        let new = New {
            volunteers: names.volunteers(&part.volunteers),
            hamlets: names.hamlets(&part.hamlets),
            reasons: names.reasons(&part.reasons),
            stations: renumbered,
            last: &mut last,
        };
        new.identities(&mut part.facts);
    }
    let parts: Vec<Facts> = parts.into_iter().map(|part| part.facts).collect();
    let Some(facts) = together(&parts) else { return Ok(None) };
    let Names { volunteers, hamlets, reasons } = names;
    Ok(Some(Joined { facts, parts, sources, volunteers, hamlets, reasons }))
}

/// A visit, as two files would both have it.
type Trace = (Day, Ticket, Stamp);

fn refuse_overlaps(parts: &[Part]) -> Result<(), MergeFlaw> {
    let mut known: HashMap<Trace, usize> = HashMap::new();
    let mut shared: BTreeMap<(usize, usize), BTreeSet<Day>> = BTreeMap::new();
    for (at, part) in parts.iter().enumerate() {
        for VisitFact { visit, .. } in &part.facts.visits {
            let first = *known.entry((visit.day, visit.ticket, visit.arrived)).or_insert(at);
            if first != at {
                shared.entry((first, at)).or_default().insert(visit.day);
            }
        }
    }
    let Some(((first, second), days)) = shared.into_iter().next() else { return Ok(()) };
    let name = |at: usize| parts.get(at).map(|part| part.name.clone()).unwrap_or_default();
    Err(MergeFlaw::Overlap { first: name(first), second: name(second), days: days.into_iter().collect() })
}

/// The stations that the facts name, and their numbers among all; `last` is the last number that was given.
fn renumbered(facts: &Facts, last: &mut u8) -> Result<BTreeMap<StationNo, StationNo>, MergeFlaw> {
    let visited = facts.visits.iter().filter_map(|fact| fact.visit.stage.station());
    let named: BTreeSet<StationNo> =
        visited.chain(facts.assists.iter().map(|assist| assist.station)).collect();
    let before = *last;
    let mut numbers = BTreeMap::new();
    for station in named {
        let number = before.checked_add(station.number()).and_then(StationNo::new);
        let number = number.ok_or(MergeFlaw::TooManyStations)?;
        *last = (*last).max(number.number());
        numbers.insert(station, number);
    }
    Ok(numbers)
}

/// Who and what is one when the names are.
#[derive(Default)]
struct Names {
    volunteers: Vec<Volunteer>,
    hamlets: Vec<Hamlet>,
    reasons: Vec<OwnReason>,
}

impl Names {
    fn volunteers(&mut self, of: &[Volunteer]) -> HashMap<VolunteerId, VolunteerId> {
        let all = &mut self.volunteers;
        let mut numbers = HashMap::new();
        for one in of {
            let at =
                place(all, one, |known| &known.name, |id| Volunteer { id: VolunteerId(id), ..one.clone() });
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }

    fn hamlets(&mut self, of: &[Hamlet]) -> HashMap<HamletId, HamletId> {
        let all = &mut self.hamlets;
        let mut numbers = HashMap::new();
        for one in of {
            let at = place(all, one, |known| &known.name, |id| Hamlet { id: HamletId(id), ..one.clone() });
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }

    fn reasons(&mut self, of: &[OwnReason]) -> HashMap<ReasonId, ReasonId> {
        let all = &mut self.reasons;
        let mut numbers = HashMap::new();
        for one in of {
            let at = place(all, one, |known| &known.name, |id| OwnReason { id: ReasonId(id), ..one.clone() });
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }
}

/// Where one of that name stands among all, added at the end under the next number when there is none.
fn place<T>(all: &mut Vec<T>, one: &T, name: impl Fn(&T) -> &String, added: impl FnOnce(i64) -> T) -> usize {
    let known = all.iter().position(|other| name(other) == name(one));
    known.unwrap_or_else(|| {
        all.push(added(next(all.len())));
        all.len() - 1
    })
}

fn next(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX - 1) + 1
}

/// The last identities that were given.
#[derive(Default)]
struct Last {
    visit: i64,
    assist: i64,
    shift: i64,
    outage: i64,
}

fn after(last: &mut i64) -> i64 {
    *last += 1;
    *last
}

/// The identities of a desk among all.
struct New<'a> {
    volunteers: HashMap<VolunteerId, VolunteerId>,
    hamlets: HashMap<HamletId, HamletId>,
    reasons: HashMap<ReasonId, ReasonId>,
    stations: BTreeMap<StationNo, StationNo>,
    last: &'a mut Last,
}

impl New<'_> {
    fn identities(self, facts: &mut Facts) {
        let mut visits: HashMap<VisitId, VisitId> = HashMap::with_capacity(facts.visits.len());
        for VisitFact { visit, person, .. } in &mut facts.visits {
            let id = VisitId(after(&mut self.last.visit));
            visits.insert(visit.id, id);
            visit.id = id;
            person.hamlet = person.hamlet.and_then(|hamlet| self.hamlets.get(&hamlet).copied());
            self.stage(visit);
        }
        for Period { visit, .. } in &mut facts.periods {
            *visit = visits.get(visit).copied().unwrap_or(*visit);
        }
        for Assist { id, visit, by, station, outcome, .. } in &mut facts.assists {
            *id = AssistId(after(&mut self.last.assist));
            *visit = visits.get(visit).copied().unwrap_or(*visit);
            *by = self.volunteer(*by);
            *station = self.station(*station);
            if let Outcome::Stuck(StuckReason::Own(reason)) = outcome {
                // A reason that is on no list has no name; it must not get that of another desk.
                let known = self.reasons.get(reason).copied().map(StuckReason::Own);
                *outcome = Outcome::Stuck(known.unwrap_or(StuckReason::Other));
            }
        }
        for Shift { id, on_duty, .. } in &mut facts.shifts {
            *id = ShiftId(after(&mut self.last.shift));
            for by in on_duty {
                *by = self.volunteer(*by);
            }
        }
        for Outage { id, .. } in &mut facts.outages {
            *id = OutageId(after(&mut self.last.outage));
        }
    }

    fn stage(&self, visit: &mut Visit) {
        match &mut visit.stage {
            Stage::Waiting { .. } => {}
            Stage::Called { by, station, .. }
            | Stage::Serving { by, station, .. }
            | Stage::Held { by, station, .. }
            | Stage::Done { by, station, .. }
            | Stage::Left { by, station, .. } => {
                *by = self.volunteer(*by);
                *station = self.station(*station);
            }
        }
    }

    fn volunteer(&self, id: VolunteerId) -> VolunteerId {
        self.volunteers.get(&id).copied().unwrap_or(id)
    }

    fn station(&self, station: StationNo) -> StationNo {
        self.stations.get(&station).copied().unwrap_or(station)
    }
}

/// Everything that the desks say, as one; nothing when there is none.
fn together(parts: &[Facts]) -> Option<Facts> {
    let (first, rest) = parts.split_first()?;
    let mut all = first.clone();
    for part in rest {
        all.at = all.at.max(part.at);
        all.visits.extend_from_slice(&part.visits);
        all.periods.extend_from_slice(&part.periods);
        all.assists.extend_from_slice(&part.assists);
        all.drawn.extend_from_slice(&part.drawn);
        all.withdrawn.extend_from_slice(&part.withdrawn);
        all.elsewhere.extend_from_slice(&part.elsewhere);
        all.shifts.extend_from_slice(&part.shifts);
        all.outages.extend_from_slice(&part.outages);
        all.counted.extend_from_slice(&part.counted);
        all.doubted.extend_from_slice(&part.doubted);
    }
    all.doubted.sort_unstable();
    all.doubted.dedup();
    all.shifts.sort_by_key(|shift| (shift.day, shift.opened, shift.id));
    Some(all)
}
