//! A tally as it is counted: each visit is looked at once, and nothing is held of it.

use std::collections::BTreeMap;

use super::super::assist::{Assist, How, Outcome, OutcomeKind};
use super::super::catalogue::Catalogue;
use super::super::coded::{Channel, LeaveReason, Priority, StageKind};
use super::super::counter::Counts;
use super::super::facts::{Facts, Period, VisitFact};
use super::super::ids::VisitId;
use super::super::reason::{Referral, StuckReason, in_order};
use super::super::span::Span;
use super::super::time::Stamp;
use super::super::visit::Stage;
use super::course::Course;
use super::lost::Hits;
use super::people::Askers;
use super::rows::{Fields, Hours, Weekdays, Workers};
use super::times::{Dark, Durations, first_served, served};
use super::{Lost, Proof, Staffing, Tally, is_channel_missing};

/// The tally of a span while it is counted, a desk's visits after the other's. Those of a desk may come in pieces of some
/// days each.
pub struct Counting<'a> {
    span: Span,
    /// When it begins and ends.
    times: (Stamp, Stamp),
    catalogue: &'a Catalogue,
    visits: u32,
    persons: u32,
    served_persons: u32,
    things: Things,
    fields: Fields,
    priority: BTreeMap<Priority, u32>,
    people: Askers,
    left: BTreeMap<LeaveReason, u32>,
    left_from: BTreeMap<(LeaveReason, StageKind), u32>,
    hours: Hours,
    heat: Weekdays,
    course: Course,
    workers: Workers,
    walkouts: Durations,
    services: Durations,
    /// Of the desk whose visits are counted, and of those before it.
    proof: Proof,
    proofs: Proof,
    lost: Lost,
}

/// A visit, and its rows.
#[derive(Clone, Copy)]
struct Whole<'a> {
    fact: &'a VisitFact,
    /// When it was being served.
    serving: &'a [&'a Period],
    helped: &'a [&'a Assist],
}

impl<'a> Counting<'a> {
    /// Before the first visit.
    pub fn of(span: Span, catalogue: &'a Catalogue) -> Self {
        Self {
            span,
            times: (span.start(), span.end()),
            catalogue,
            visits: 0,
            persons: 0,
            served_persons: 0,
            things: Things::default(),
            fields: Fields::default(),
            priority: BTreeMap::new(),
            people: Askers::default(),
            left: BTreeMap::new(),
            left_from: BTreeMap::new(),
            hours: Hours::default(),
            heat: Weekdays::default(),
            course: Course::of(span),
            workers: Workers::default(),
            walkouts: Durations::default(),
            services: Durations::default(),
            proof: Proof::default(),
            proofs: Proof::default(),
            lost: Lost::default(),
        }
    }

    /// Counts the visits of some facts, and the numbers that were drawn and taken back on their days.
    pub fn take(&mut self, piece: &Facts) {
        let hits = Hits::of(piece, self.catalogue);
        let dark = Dark::of(piece);
        let mut lost = hits.nobody();
        each(piece, |whole| {
            if whole.fact.is_visit_of(self.span) {
                self.given(whole.fact);
                lost.hit(&hits, whole.fact, whole.helped);
            }
            let kind = whole.fact.visit.kind_at(self.times.1);
            if !kind.is_open() {
                self.ended(whole);
            }
            self.times(whole, kind, piece, &dark);
        });
        self.lost.add(lost);
        self.proof.take(piece);
    }

    /// Ends the visits of a desk: what else its facts say of its numbers and its outages.
    pub(super) fn end_desk(&mut self, facts: &Facts) {
        let proof = std::mem::take(&mut self.proof).closed(facts);
        self.proofs.add(proof);
        self.lost.add(Lost::in_all(facts, self.catalogue));
    }

    /// The tally, with what the facts of the one desk say besides.
    pub fn finish(mut self, facts: &Facts) -> Tally {
        self.end_desk(facts);
        self.sum(facts)
    }

    /// The tally of all desks, with what their facts say besides.
    pub(super) fn sum(mut self, facts: &Facts) -> Tally {
        for (counter, at) in &facts.counted {
            self.course.row(at.day()).counted.add(*counter);
        }
        let (course, waits) = self.course.finish();
        let Things { all, outcomes, stuck, referred, channels, how, .. } = self.things;
        let (stations, volunteers) = self.workers.rows(facts);
        let codes = &self.fields.codes;
        Tally {
            span: self.span,
            visits: self.visits,
            persons: self.persons,
            served_persons: self.served_persons,
            assists: all,
            counted: Counts::of(facts.counted.iter().map(|(counter, _)| *counter)),
            proof: self.proofs,
            outcomes: outcomes.into_iter().collect(),
            stuck: by_reason(&stuck),
            referred: by_place(referred),
            channels: channels.into_iter().collect(),
            channel_not_noted: self.things.channel_not_noted,
            filed: self.things.filed,
            filed_whole: self.things.filed_whole,
            filed_online: self.things.filed_online,
            paid_online: self.things.paid_online,
            filed_paid_online: self.things.filed_paid_online,
            how: how.into_iter().collect(),
            how_not_noted: self.things.how_not_noted,
            pieces: super::quantities::of(codes),
            indicators: super::indicators::of(codes),
            level_two: super::LevelTwo::of(codes),
            fields: self.fields.rows(self.catalogue),
            priority: self.priority.into_iter().collect(),
            people: self.people.people(),
            left: self.left.into_iter().collect(),
            left_from: self.left_from.into_iter().map(|((why, from), number)| (why, from, number)).collect(),
            hours: self.hours.rows(facts),
            heat: self.heat.rows(),
            course,
            stations,
            volunteers,
            staffing: Staffing::of(facts),
            lost: self.lost,
            waits,
            walkouts: self.walkouts.times(),
            services: self.services.times(),
            doubted: facts.doubted.clone(),
        }
    }

    /// Counts a visit whose number was given in the span.
    fn given(&mut self, fact: &VisitFact) {
        let visit = &fact.visit;
        let persons = u32::from(visit.persons);
        self.visits += 1;
        self.persons += persons;
        self.fields.visit(fact.need.as_ref(), persons);
        if let Some(why) = visit.priority {
            *self.priority.entry(why).or_default() += 1;
        }
        self.people.take(&fact.person);
        let hour = visit.arrived.hour();
        self.hours.row(hour).visits += 1;
        self.heat.take(visit.day.weekday(), hour);
        let row = self.course.row(visit.day);
        row.visits += 1;
        row.persons += persons;
    }

    /// Counts a visit that ended in the span, with what was helped with.
    fn ended(&mut self, Whole { fact, helped, .. }: Whole<'_>) {
        let visit = &fact.visit;
        let ended = visit.stage.since();
        let row = self.course.row(ended.day());
        match visit.stage {
            Stage::Done { by, station, .. } => {
                row.served += 1;
                self.served_persons += u32::from(visit.persons);
                self.hours.row(ended.hour()).served += 1;
                self.workers.served(station, by);
            }
            Stage::Left { why, from, .. } if visit.is_party() => {
                row.left += 1;
                *self.left.entry(why).or_default() += 1;
                *self.left_from.entry((why, from)).or_default() += 1;
            }
            _ => {}
        }
        for assist in helped.iter().filter(|assist| assist.outcome != Outcome::Open) {
            row.assists += 1;
            self.things.take(assist, self.catalogue);
            self.fields.thing(assist);
            self.workers.helped(assist.station, assist.by);
        }
    }

    /// Counts how long it waited and was served; `kind` is where it stood at the end of the span.
    fn times(&mut self, Whole { fact, serving, .. }: Whole<'_>, kind: StageKind, facts: &Facts, dark: &Dark) {
        let visit = &fact.visit;
        let (start, end) = self.times;
        let waited = |until| {
            let is_watched = !dark.touches(visit.waits_from(), until);
            is_watched.then(|| facts.waits.waited(visit, until))
        };
        match first_served(serving) {
            Some(began) if (start..end).contains(&began) => self.course.waited(began.day(), waited(began)),
            Some(_) => {}
            None => {
                if kind == StageKind::Left
                    && matches!(visit.stage, Stage::Left { why: LeaveReason::WalkedOut, .. })
                {
                    self.walkouts.add(waited(visit.stage.since()));
                }
            }
        }
        if kind == StageKind::Done && serving.iter().any(|period| period.until.is_some()) {
            // Of some nobody said when they were done.
            let is_known = !facts.estimated.contains(&visit.id);
            self.services.add(served(serving, dark).filter(|_| is_known));
        }
    }
}

/// What was helped with in the visits that ended in the span.
#[derive(Default)]
struct Things {
    all: u32,
    outcomes: BTreeMap<OutcomeKind, u32>,
    stuck: BTreeMap<StuckReason, u32>,
    referred: BTreeMap<Referral, u32>,
    channels: BTreeMap<Channel, u32>,
    channel_not_noted: u32,
    filed: u32,
    filed_whole: u32,
    filed_online: u32,
    paid_online: u32,
    filed_paid_online: u32,
    how: BTreeMap<How, u32>,
    how_not_noted: u32,
}

impl Things {
    fn take(&mut self, assist: &Assist, catalogue: &Catalogue) {
        self.all += 1;
        *self.outcomes.entry(assist.outcome.kind()).or_default() += 1;
        match assist.outcome {
            Outcome::Stuck(why) => *self.stuck.entry(why).or_default() += 1,
            Outcome::Referred(to) => *self.referred.entry(to).or_default() += 1,
            _ => {}
        }
        if let Some(channel) = assist.channel.filter(|_| assist.is_done()) {
            *self.channels.entry(channel).or_default() += 1;
        }
        match assist.how {
            Some(how) => *self.how.entry(how).or_default() += 1,
            None => self.how_not_noted += 1,
        }
        self.channel_not_noted += u32::from(is_channel_missing(assist, catalogue));
        let is_filed = assist.is_filed();
        self.filed += u32::from(is_filed);
        self.filed_whole += u32::from(is_filed && assist.channel == Some(Channel::OnlineWhole));
        self.filed_online += u32::from(assist.is_online());
        self.paid_online += u32::from(assist.is_paid_online());
        self.filed_paid_online += u32::from(is_filed && assist.is_paid_online());
    }
}

/// What things were stuck for, in the order in which people are offered the reasons. An office's list may have changed since:
/// what was counted says which there are.
fn by_reason(stuck: &BTreeMap<StuckReason, u32>) -> Vec<(StuckReason, u32)> {
    let own = stuck.keys().copied().filter(|why| matches!(why, StuckReason::Own(_)));
    in_order(own).filter_map(|why| Some((why, *stuck.get(&why)?))).collect()
}

/// Where parties were sent; last what nobody noted.
fn by_place(referred: BTreeMap<Referral, u32>) -> Vec<(Referral, u32)> {
    let (last, first): (Vec<_>, Vec<_>) =
        referred.into_iter().partition(|(place, _)| *place == Referral::NotNoted);
    [first, last].concat()
}

/// Gives each visit of some facts with its rows, in the order of their identities.
fn each(facts: &Facts, mut take: impl FnMut(Whole<'_>)) {
    let mut visits: Vec<&VisitFact> = facts.visits.iter().collect();
    visits.sort_by_key(|fact| fact.visit.id);
    let is_serving = |period: &&Period| period.kind == StageKind::Serving;
    let mut periods: Vec<&Period> = facts.periods.iter().filter(is_serving).collect();
    periods.sort_by_key(|period| period.visit);
    let mut assists: Vec<&Assist> = facts.assists.iter().collect();
    assists.sort_by_key(|assist| assist.visit);
    let (mut periods, mut assists) = (periods.as_slice(), assists.as_slice());
    for fact in visits {
        let serving = rows_of(fact.visit.id, &mut periods, |period| period.visit);
        let helped = rows_of(fact.visit.id, &mut assists, |assist| assist.visit);
        take(Whole { fact, serving, helped });
    }
}

/// The rows of a visit; those before them and they are taken off.
fn rows_of<'a, T>(id: VisitId, rows: &mut &'a [T], visit: impl Fn(&T) -> VisitId) -> &'a [T] {
    let first = rows.iter().position(|row| visit(row) >= id).unwrap_or(rows.len());
    let from = &rows[first..];
    let (own, rest) = from.split_at(from.iter().position(|row| visit(row) != id).unwrap_or(from.len()));
    *rows = rest;
    own
}
