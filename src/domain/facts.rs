//! What the file says about a span: the only ground of every number.

use std::collections::BTreeSet;

use std::collections::HashSet;

use super::assist::Assist;
use super::coded::StageKind;
use super::counter::Counter;
use super::hours::Plan;
use super::ids::VisitId;
use super::person::Person;
use super::queue::OutOfTurn;
use super::reason::Outage;
use super::shift::{Shift, Sitting};
use super::span::Span;
use super::ticket::Ticket;
use super::time::{Day, Stamp};
use super::visit::{Stage, Visit};
use super::waited::Waits;

/// A stretch of a visit in one stage. Waits, service times and proofs follow from these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub visit: VisitId,
    /// Waiting, called, serving or held.
    pub kind: StageKind,
    pub from: Stamp,
    /// Its end; `None` while it lasts.
    pub until: Option<Stamp>,
}

/// A visit as it stands in the file, and what it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitFact {
    pub visit: Visit,
    /// The main need, which decides under which field the visit is counted: the first thing that was helped with, or asked for
    /// while nobody helps.
    pub need: Option<super::procedure::Code>,
    pub person: Person,
}

impl VisitFact {
    /// Whether it is one of the visits of a span (lượt): its number was given in it and stands for a party.
    pub fn is_visit_of(&self, span: Span) -> bool {
        self.visit.is_party() && !self.visit.is_carried_into(span)
    }
}

impl Visit {
    /// Whether the number was given before the span began.
    pub fn is_carried_into(&self, span: Span) -> bool {
        match span.shift {
            Some(shift) => self.arrived < shift.from,
            None => self.day < span.from,
        }
    }

    /// The stage at the end of a span: a visit that ended later was still open then.
    pub fn kind_at_end_of(&self, span: Span) -> StageKind {
        self.kind_at(span.end())
    }

    /// The stage at the end of what ended then.
    pub(super) fn kind_at(&self, end: Stamp) -> StageKind {
        match self.stage {
            Stage::Done { at, .. } | Stage::Left { at, .. } if at >= end => StageKind::Waiting,
            stage => stage.kind(),
        }
    }
}

/// A visit that had ended and was taken up again (quay lại).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub visit: VisitId,
    /// How it had ended.
    pub ended: Stage,
    /// When it was taken up again.
    pub at: Stamp,
    /// What it had been helped with by then.
    pub assists: Vec<Assist>,
}

/// A number that was given and taken back by undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// When it had been given.
    pub given: Stamp,
    pub ticket: Ticket,
}

/// Everything the tally of a span is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub span: Span,
    /// When this was read: what still runs has run until then.
    pub at: Stamp,
    /// The visits of the span and those carried into it.
    pub visits: Vec<VisitFact>,
    /// When the desk was open and those parties were there: what a wait is told by.
    pub waits: Waits,
    /// When those visits were being served, in no particular order.
    pub periods: Vec<Period>,
    /// What those visits were helped with; the ticked steps are left out.
    pub assists: Vec<Assist>,
    /// The last number each series gave out on each day, from the counter that no undo turns back.
    pub drawn: Vec<(Day, Ticket)>,
    /// Numbers that were given and taken back by undo, from the journal.
    pub withdrawn: Vec<Withdrawn>,
    /// The numbers of those days that another shift is answerable for; none of a span of whole days.
    pub elsewhere: Vec<(Day, Ticket)>,
    /// The shifts of those days, with who was on duty.
    pub shifts: Vec<Shift>,
    /// Who sat at a station in them.
    pub sittings: Vec<Sitting>,
    /// What is planned at this office.
    pub plan: Plan,
    /// The outages that touch the span.
    pub outages: Vec<Outage>,
    /// The calls that went before the order of the queue, each with its moment.
    pub out_of_turn: Vec<(Stamp, OutOfTurn)>,
    /// What was counted by a key of its own, and when.
    pub counted: Vec<(Counter, Stamp)>,
    /// The days on which something was stored while the PC's clock was wrong.
    pub doubted: Vec<Day>,
    /// The visits that were taken up again on those days, in the order in which that was done.
    pub returns: Vec<Return>,
    /// The visits of which it is only estimated when they were done.
    pub estimated: HashSet<VisitId>,
}

impl Facts {
    /// A span in which nothing happened.
    pub fn of_nothing(span: Span, at: Stamp) -> Self {
        Self {
            span,
            at,
            visits: Vec::new(),
            waits: Waits::default(),
            periods: Vec::new(),
            assists: Vec::new(),
            drawn: Vec::new(),
            withdrawn: Vec::new(),
            elsewhere: Vec::new(),
            shifts: Vec::new(),
            sittings: Vec::new(),
            plan: Plan::default(),
            outages: Vec::new(),
            out_of_turn: Vec::new(),
            counted: Vec::new(),
            doubted: Vec::new(),
            returns: Vec::new(),
            estimated: HashSet::new(),
        }
    }

    /// The visits that had ended before the span and were taken up again in it, each once.
    pub fn returned(&self) -> BTreeSet<VisitId> {
        let span = self.span;
        let is_new = |one: &&Return| span.contains(one.at) && one.ended.since() < span.start();
        self.returns.iter().filter(is_new).map(|one| one.visit).collect()
    }

    /// How often visits that ended in the span were taken up again in a later shift of it: its shifts together count them once
    /// more each time.
    pub fn came_back(&self) -> u32 {
        let span = self.span;
        let shift =
            |at: Stamp| self.shifts.iter().filter(|one| one.closed.is_some_and(|end| end < at)).count();
        let is_inside = |one: &&Return| span.contains(one.at) && one.ended.since() >= span.start();
        let later =
            self.returns.iter().filter(is_inside).filter(|one| shift(one.ended.since()) != shift(one.at));
        let each: BTreeSet<(VisitId, usize)> = later.map(|one| (one.visit, shift(one.at))).collect();
        u32::try_from(each.len()).unwrap_or(u32::MAX)
    }

    /// Takes back what came after a shift: a visit that was taken up again later had ended, and stays so. Of one that was
    /// taken up again in it, what had been done before belongs to the shift before.
    fn as_at_end_of(&mut self, span: Span) {
        for one in self.returns.iter().rev().filter(|one| one.at >= span.end()) {
            let Some(fact) = self.visits.iter_mut().find(|fact| fact.visit.id == one.visit) else { continue };
            fact.visit.stage = one.ended;
            fact.need = one.assists.first().map(|assist| assist.procedure.clone()).or(fact.need.take());
            self.assists.retain(|assist| assist.visit != one.visit);
            self.assists.extend(one.assists.iter().cloned());
            self.periods.retain(|period| period.visit != one.visit || period.from < one.at);
        }
        let of_before =
            self.returns.iter().filter(|one| span.contains(one.at) && one.ended.since() < span.start());
        for one in of_before {
            self.assists.retain(|assist| {
                let same = |was: &Assist| {
                    was.id == assist.id && was.outcome == assist.outcome && was.quantity == assist.quantity
                };
                assist.visit != one.visit || !one.assists.iter().any(same)
            });
            self.periods.retain(|period| period.visit != one.visit || period.from >= one.at);
        }
    }

    /// The facts of one shift, from those of its day.
    #[must_use]
    pub fn narrowed_to(mut self, span: Span) -> Self {
        let given_in = |visit: &Visit| span.contains(visit.arrived);
        self.elsewhere = self
            .visits
            .iter()
            .filter(|fact| !fact.visit.is_carried_into(Span::day(span.from)) && !given_in(&fact.visit))
            .map(|fact| (fact.visit.day, fact.visit.ticket))
            .chain(
                self.withdrawn
                    .iter()
                    .filter(|one| !span.contains(one.given))
                    .map(|one| (one.given.day(), one.ticket)),
            )
            .collect();
        self.withdrawn.retain(|one| span.contains(one.given));
        self.as_at_end_of(span);
        self.visits.retain(|fact| {
            let ended_before = match fact.visit.stage {
                Stage::Done { at, .. } | Stage::Left { at, .. } => at < span.start(),
                _ => false,
            };
            fact.visit.arrived < span.end() && !ended_before
        });
        let kept: std::collections::HashSet<VisitId> = self.visits.iter().map(|fact| fact.visit.id).collect();
        self.periods.retain(|period| kept.contains(&period.visit));
        self.assists.retain(|assist| kept.contains(&assist.visit));
        self.out_of_turn.retain(|(at, _)| span.contains(*at));
        self.counted.retain(|(_, at)| span.contains(*at));
        self.shifts.retain(|shift| span.shift.is_some_and(|of| of.id == shift.id));
        self.sittings.retain(|one| span.shift.is_some_and(|of| of.id == one.shift));
        self.span = span;
        self
    }
}
