//! The facts of several desks joined into those of one.
//!
//! Every desk counts its visits, volunteers and stations from 1, so what it says is told apart by new identities: visits,
//! things helped with, shifts and outages are numbered through; volunteers, hamlets and the offices' own reasons are one when their names
//! are; the
//! stations of a later file follow those of the files before it («tệp 2, quầy 1» becomes «quầy 4» after a file with three),
//! and [`Source::stations`] says which became which.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::assist::{Assist, Outcome};
use super::coded::StageKind;
use super::facts::{Facts, Period, VisitFact};
use super::ids::{AssistId, HamletId, OutageId, ReasonId, ShiftId, StationNo, VisitId, VolunteerId};
use super::office::Office;
use super::person::Hamlet;
use super::procedure::Code;
use super::reason::{Outage, OwnReason, Referral, StuckReason};
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
    /// Who was on duty here while on duty at a desk before this one in the list, too, and on which day: one of the two is
    /// wrong, and hours count twice.
    pub twice: Vec<(String, Day)>,
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
    /// Two files hold the same visits: see [`join`].
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
/// A visit of two files is the same one when its number, arrival, end, needs and persons are. Two desks that open at eight
/// give the same number in the same second now and then; that alone stops nothing, unless many of a day agree: then one file
/// is an older copy of the other, whose visits had not ended yet.
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
        let given = part.facts.visits.iter().filter(|fact| fact.is_visit_of(part.facts.span));
        sources.push(Source {
            name: part.name.clone(),
            office: part.office.clone(),
            visits: u32::try_from(given.count()).unwrap_or(u32::MAX),
            stations: renumbered.iter().map(|(from, to)| (*from, *to)).collect(),
            may_lack_last: part.may_lack_last,
            twice: Vec::new(),
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
    for (at, source) in sources.iter_mut().enumerate() {
        source.twice = twice(&parts[..at], &parts[at], &volunteers, facts.at);
    }
    Ok(Some(Joined { facts, parts, sources, volunteers, hamlets, reasons }))
}

/// What a visit begins with, and what it is in the end.
type Begin = (Day, Ticket, Stamp);
type Whole = (StageKind, Stamp, u16, Option<Code>, Vec<Code>);

/// So many visits of two files that merely begin alike are no chance any more, if they are also a tenth of those of the file
/// that has fewer on these days.
const MANY: usize = 3;
const TENTH: usize = 10;

/// The visits that two files have alike, by their days.
#[derive(Default)]
struct Alike {
    /// In everything.
    same: BTreeSet<Day>,
    /// In number and arrival.
    begun: BTreeMap<Day, usize>,
}

fn refuse_overlaps(parts: &[Part]) -> Result<(), MergeFlaw> {
    let mut known: HashMap<Begin, Vec<(usize, Whole)>> = HashMap::new();
    let mut pairs: BTreeMap<(usize, usize), Alike> = BTreeMap::new();
    let mut given: HashMap<(usize, Day), usize> = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        let mut helped: HashMap<VisitId, Vec<Code>> = HashMap::new();
        for assist in &part.facts.assists {
            helped.entry(assist.visit).or_default().push(assist.procedure.clone());
        }
        for VisitFact { visit, need, .. } in &part.facts.visits {
            *given.entry((at, visit.day)).or_default() += 1;
            let mut with = helped.remove(&visit.id).unwrap_or_default();
            with.sort();
            let whole = (visit.stage.kind(), visit.stage.since(), visit.persons, need.clone(), with);
            let begun = known.entry((visit.day, visit.ticket, visit.arrived)).or_default();
            for (first, other) in begun.iter().filter(|(first, _)| *first != at) {
                let alike = pairs.entry((*first, at)).or_default();
                *alike.begun.entry(visit.day).or_default() += 1;
                if *other == whole {
                    alike.same.insert(visit.day);
                }
            }
            begun.push((at, whole));
        }
    }
    for ((first, second), Alike { same, begun }) in pairs {
        let of = |at: usize| begun.keys().filter_map(|day| given.get(&(at, *day))).sum::<usize>();
        let (alike, fewer) = (begun.values().sum::<usize>(), of(first).min(of(second)));
        let days: Vec<Day> = if alike >= MANY && alike * TENTH >= fewer {
            begun.into_keys().collect()
        } else {
            same.into_iter().collect()
        };
        if !days.is_empty() {
            let name = |at: usize| parts.get(at).map(|part| part.name.clone()).unwrap_or_default();
            return Err(MergeFlaw::Overlap { first: name(first), second: name(second), days });
        }
    }
    Ok(())
}

/// Who of a desk was on duty at an earlier one at the same time.
fn twice(before: &[Facts], here: &Facts, volunteers: &[Volunteer], now: Stamp) -> Vec<(String, Day)> {
    let end = |shift: &Shift| shift.closed.unwrap_or(now);
    let mut found = BTreeSet::new();
    for shift in &here.shifts {
        let others = before.iter().flat_map(|facts| &facts.shifts);
        let meets = |other: &&Shift| other.opened < end(shift) && shift.opened < end(other);
        for other in others.filter(meets) {
            let there: Vec<(VolunteerId, Stamp, Stamp)> = other.hours(now).collect();
            let both = shift.hours(now).filter(|(by, from, until)| {
                there.iter().any(|(of, begun, ended)| of == by && begun < until && from < ended)
            });
            found.extend(both.map(|(by, ..)| (shift.day, by.0)));
        }
    }
    let name = |id: i64| volunteers.iter().find(|one| one.id.0 == id).map(|one| one.name.clone());
    found.into_iter().filter_map(|(day, by)| Some((name(by)?, day))).collect()
}

/// The stations that the facts name, and their numbers among all; `last` is the last number that was given.
fn renumbered(facts: &Facts, last: &mut u8) -> Result<BTreeMap<StationNo, StationNo>, MergeFlaw> {
    let visited = facts.visits.iter().filter_map(|fact| fact.visit.stage.station());
    let visited = visited.chain(facts.sittings.iter().map(|one| one.station));
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
            let at = place(
                all,
                one,
                |a, b| a.name == b.name,
                |id| Volunteer { id: VolunteerId(id), ..one.clone() },
            );
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }

    fn hamlets(&mut self, of: &[Hamlet]) -> HashMap<HamletId, HamletId> {
        let all = &mut self.hamlets;
        let mut numbers = HashMap::new();
        for one in of {
            let at =
                place(all, one, |a, b| a.name == b.name, |id| Hamlet { id: HamletId(id), ..one.clone() });
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }

    fn reasons(&mut self, of: &[OwnReason]) -> HashMap<ReasonId, ReasonId> {
        let all = &mut self.reasons;
        let mut numbers = HashMap::new();
        for one in of {
            let at = place(
                all,
                one,
                |a, b| (a.of, &a.name) == (b.of, &b.name),
                |id| OwnReason { id: ReasonId(id), ..one.clone() },
            );
            all[at].active |= one.active;
            numbers.insert(one.id, all[at].id);
        }
        numbers
    }
}

/// Where the same one stands among all, added at the end under the next number when there is none.
fn place<T>(
    all: &mut Vec<T>,
    one: &T,
    is_same: impl Fn(&T, &T) -> bool,
    added: impl FnOnce(i64) -> T,
) -> usize {
    let known = all.iter().position(|other| is_same(other, one));
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
        facts.waits.renamed(&visits);
        for Period { visit, .. } in &mut facts.periods {
            *visit = visits.get(visit).copied().unwrap_or(*visit);
        }
        for Assist { id, visit, by, station, outcome, .. } in &mut facts.assists {
            *id = AssistId(after(&mut self.last.assist));
            *visit = visits.get(visit).copied().unwrap_or(*visit);
            *by = self.volunteer(*by);
            *station = self.station(*station);
            // What is on no list has no name; it must not get that of another desk.
            match outcome {
                Outcome::Stuck(StuckReason::Own(reason)) => {
                    let known = self.reasons.get(reason).copied().map(StuckReason::Own);
                    *outcome = Outcome::Stuck(known.unwrap_or(StuckReason::Other));
                }
                Outcome::Referred(Referral::Own(place)) => {
                    let known = self.reasons.get(place).copied().map(Referral::Own);
                    *outcome = Outcome::Referred(known.unwrap_or(Referral::OtherOffice));
                }
                _ => {}
            }
        }
        let mut shifts = BTreeMap::new();
        for Shift { id, duty, .. } in &mut facts.shifts {
            let own = std::mem::replace(id, ShiftId(after(&mut self.last.shift)));
            shifts.insert(own, *id);
            for one in duty {
                one.volunteer = self.volunteer(one.volunteer);
            }
        }
        for sitting in &mut facts.sittings {
            sitting.shift = shifts.get(&sitting.shift).copied().unwrap_or(sitting.shift);
            sitting.volunteer = self.volunteer(sitting.volunteer);
            sitting.station = self.station(sitting.station);
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
        all.sittings.extend_from_slice(&part.sittings);
        all.outages.extend_from_slice(&part.outages);
        all.counted.extend_from_slice(&part.counted);
        all.doubted.extend_from_slice(&part.doubted);
    }
    all.doubted.sort_unstable();
    all.doubted.dedup();
    all.shifts.sort_by_key(|shift| (shift.day, shift.opened, shift.id));
    Some(all)
}
