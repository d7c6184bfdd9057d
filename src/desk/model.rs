//! What screens read: today, whole, loaded anew after each command.

use std::collections::{HashMap, HashSet};

use super::Pace;
use super::glance::Glance;
use crate::domain::assist::OutcomeKind;
use crate::domain::deadline::{OfficeDays, WorkingDays};
use crate::domain::earlier::Earlier;
use crate::domain::find::Habits;
use crate::domain::queue::{self, Calls, Explanation, Lane, Order, QueueRules, Turn};
use crate::domain::{
    Assist, Catalogue, Code, Day, Hamlet, Handover, Office, Op, Outage, Person, Reasons, Shift, SlipState,
    StageKind, Stamp, StationNo, System, Visit, VisitId, Volunteer, VolunteerId,
};

/// A visit with what a screen shows beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The visit.
    pub visit: Visit,
    /// What the party asked for, each with how many of it.
    pub needs: Vec<(Code, u8)>,
    /// The name to call, while there is one.
    pub name: Option<String>,
    /// What to mind when it is called, while there is such a note.
    pub note: Option<String>,
    /// Who asks, as far as it is known.
    pub person: Person,
    /// What it is being helped with; only of visits that have not ended.
    pub assists: Vec<Assist>,
    /// What is known of its slip, when one was asked for and is not known to be out.
    pub slip: Option<SlipState>,
}

impl Card {
    /// Whether something that the party needs, or is being helped with and not done with, waits for a system.
    pub fn relies_on(&self, system: System, catalogue: &Catalogue) -> bool {
        if self.assists.is_empty() {
            return self.needs.iter().any(|(code, _)| catalogue.relies_on(code, system));
        }
        let waits = |assist: &&Assist| {
            matches!(assist.outcome.kind(), OutcomeKind::Open | OutcomeKind::Stuck | OutcomeKind::ComeBack)
        };
        self.assists.iter().filter(waits).any(|assist| catalogue.relies_on(&assist.procedure, system))
    }
}

/// Today at the desk, as one station sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The day.
    pub day: Day,
    /// This station.
    pub station: StationNo,
    /// The office; `None` before the first start's form.
    pub office: Option<Office>,
    /// The roster.
    pub volunteers: Vec<Volunteer>,
    /// The open shift.
    pub shift: Option<Shift>,
    /// Who ran the last shift, proposed for the next.
    pub last_on_duty: Vec<VolunteerId>,
    /// Who is at the keys of this station.
    pub me: Option<VolunteerId>,
    /// Today's visits and earlier ones that are still open, in the order in which they came.
    pub cards: Vec<Card>,
    /// The waiting visits that this station is offered, in the order in which they will be called.
    pub queue: Vec<VisitId>,
    /// The other waiting visits: another station's series, or sent to another station. In their order, too.
    pub elsewhere: Vec<VisitId>,
    /// The rules of the queue.
    pub rules: QueueRules,
    /// Today's last calls, the newest first.
    pub turns: Vec<Turn>,
    /// The handover that waits to be read.
    pub handover: Option<Handover>,
    /// What Ctrl+Z would undo.
    pub undo: Option<Op>,
    /// What Ctrl+Y would redo.
    pub redo: Option<Op>,
    /// What this desk picks most, and what the volunteer at the keys picked last.
    pub habits: Habits,
    /// The journal's last entry when it lies after the clock: the clock was set back.
    pub clock_behind: Option<Stamp>,
    /// The hamlets, those that are no longer offered too.
    pub hamlets: Vec<Hamlet>,
    /// Which reasons the office offers why something could not be done.
    pub reasons: Reasons,
    /// What does not work now.
    pub outages: Vec<Outage>,
    /// How many visitors asked one short thing today and took no number, at all stations.
    pub quick_questions: u32,
    /// How long parties are served.
    pub pace: Pace,
    /// How long a party may wait at this office, in minutes; 0 when no limit is set.
    pub wait_limit: u16,
    /// What open visits go on with, those that do.
    pub earlier: Vec<Earlier>,
    /// On which days the office works.
    pub office_days: OfficeDays,
    /// When the office is open, in its own words; empty before they were set.
    pub hours: String,
    at: HashMap<VisitId, usize>,
    /// The order of the whole desk, whichever station calls.
    pub(super) calls: Calls,
    pub(super) glance: Glance,
}

/// So many of the last calls are at hand, for people to look at.
pub(super) const TURNS: u32 = 40;

/// Today in figures, for the line on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Figures {
    /// Numbers given today.
    pub given: usize,
    /// Waiting now.
    pub waiting: usize,
    /// Called, being served or held now.
    pub in_hand: usize,
    /// Finished today.
    pub done: usize,
    /// Left unserved today.
    pub left: usize,
    /// Persons who came today.
    pub persons: u32,
}

pub(super) struct Parts {
    pub(super) day: Day,
    pub(super) station: StationNo,
    pub(super) office: Option<Office>,
    pub(super) volunteers: Vec<Volunteer>,
    pub(super) shift: Option<Shift>,
    pub(super) last_on_duty: Vec<VolunteerId>,
    pub(super) me: Option<VolunteerId>,
    pub(super) visits: Vec<Visit>,
    pub(super) needs: Vec<(VisitId, Code, u8)>,
    pub(super) names: HashMap<VisitId, String>,
    pub(super) notes: HashMap<VisitId, String>,
    pub(super) assists: Vec<Assist>,
    pub(super) handover: Option<Handover>,
    pub(super) turns: (Option<Op>, Option<Op>),
    pub(super) habits: Habits,
    pub(super) clock_behind: Option<Stamp>,
    pub(super) people: Vec<(VisitId, Person)>,
    pub(super) hamlets: Vec<Hamlet>,
    pub(super) reasons: Reasons,
    pub(super) outages: Vec<Outage>,
    pub(super) quick_questions: u32,
    pub(super) slips: Vec<(VisitId, SlipState)>,
    pub(super) pace: Pace,
    pub(super) wait_limit: u16,
    pub(super) earlier: Vec<Earlier>,
    pub(super) office_days: OfficeDays,
    pub(super) hours: String,
    pub(super) now: Stamp,
    pub(super) rules: QueueRules,
    pub(super) turns_made: Vec<Turn>,
    /// The lanes of the calls that decide whose turn it is, the newest last.
    pub(super) recent: Vec<Lane>,
}

/// The order of those whom a station is offered, and that of the others.
fn offered(
    visits: &[Visit],
    by: Order<'_>,
    station: StationNo,
    calls: &Calls,
) -> (Vec<VisitId>, Vec<VisitId>) {
    let waits = |visit: &&Visit| visit.stage.kind() == StageKind::Waiting;
    // Most desks are so: every station calls everybody.
    if visits.iter().filter(waits).all(|visit| by.rules.offers(station, visit)) {
        return (calls.row().to_vec(), Vec::new());
    }
    let queue = queue::order(visits, by, Some(station));
    let offered: HashSet<VisitId> = queue.iter().copied().collect();
    let others = visits.iter().filter(|visit| !offered.contains(&visit.id));
    (queue, queue::order(others, by, None))
}

impl Model {
    pub(super) fn new(parts: Parts) -> Self {
        let by = Order { rules: &parts.rules, recent: &parts.recent, now: parts.now };
        let calls = Calls::of(&parts.visits, by);
        let (queue, elsewhere) = offered(&parts.visits, by, parts.station, &calls);
        let (mut names, mut notes) = (parts.names, parts.notes);
        let at: HashMap<VisitId, usize> =
            parts.visits.iter().enumerate().map(|(at, visit)| (visit.id, at)).collect();
        let mut cards: Vec<Card> = parts
            .visits
            .into_iter()
            .map(|visit| Card {
                name: names.remove(&visit.id),
                note: notes.remove(&visit.id),
                visit,
                person: Person::default(),
                needs: Vec::new(),
                assists: Vec::new(),
                slip: None,
            })
            .collect();
        for (visit, code, quantity) in parts.needs {
            if let Some(at) = at.get(&visit) {
                cards[*at].needs.push((code, quantity));
            }
        }
        for (visit, person) in parts.people {
            if let Some(at) = at.get(&visit) {
                cards[*at].person = person;
            }
        }
        for (visit, state) in parts.slips {
            if let Some(at) = at.get(&visit) {
                cards[*at].slip = Some(state);
            }
        }
        for assist in parts.assists {
            if let Some(at) = at.get(&assist.visit) {
                cards[*at].assists.push(assist);
            }
        }
        let here: Vec<&Card> = queue.iter().filter_map(|id| Some(&cards[*at.get(id)?])).collect();
        let glance = Glance::at(parts.day, parts.station, &cards, &here);
        Self {
            day: parts.day,
            station: parts.station,
            office: parts.office,
            volunteers: parts.volunteers,
            shift: parts.shift,
            last_on_duty: parts.last_on_duty,
            me: parts.me,
            cards,
            queue,
            elsewhere,
            rules: parts.rules,
            turns: parts.turns_made,
            handover: parts.handover,
            undo: parts.turns.0,
            redo: parts.turns.1,
            habits: parts.habits,
            clock_behind: parts.clock_behind,
            hamlets: parts.hamlets,
            reasons: parts.reasons,
            outages: parts.outages,
            quick_questions: parts.quick_questions,
            pace: parts.pace,
            wait_limit: parts.wait_limit,
            earlier: parts.earlier,
            office_days: parts.office_days,
            hours: parts.hours,
            at,
            calls,
            glance,
        }
    }

    /// The calendar of the office.
    pub fn working_days(&self) -> WorkingDays<'_> {
        WorkingDays::of(&self.office_days)
    }

    /// The card of a visit.
    pub fn card(&self, visit: VisitId) -> Option<&Card> {
        self.at.get(&visit).map(|at| &self.cards[*at])
    }

    /// Whether the order is still the same at that moment, if nothing was written: it changes by itself when a booked
    /// time comes.
    pub fn order_holds_at(&self, now: Stamp) -> bool {
        self.calls.holds_at(now)
    }

    /// Why a waiting visit stands where it does; `None` when it does not wait.
    pub fn explain(&self, visit: VisitId) -> Option<Explanation> {
        self.calls.explain(visit, |id| self.card(id).map(|card| &card.visit))
    }

    /// How many are called before a waiting visit, whichever station calls them; `None` of one that does not wait.
    pub fn ahead(&self, visit: VisitId) -> Option<usize> {
        self.calls.ahead(visit)
    }

    /// Whether somebody whom this station is offered goes first.
    pub fn has_priority(&self) -> bool {
        self.glance.has_priority
    }

    /// The visits of today that ended without their party having appeared, the latest first.
    pub fn missed(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.glance.missed.iter().map(|at| &self.cards[*at])
    }

    /// The party this station has called or is serving.
    pub fn in_hand(&self) -> Option<&Card> {
        self.glance.in_hand.map(|at| &self.cards[at])
    }

    /// The persons who wait or were put on hold, and whose need waits for a system.
    pub fn waiting_on(&self, system: System, catalogue: &Catalogue) -> u32 {
        self.in_stage(StageKind::Waiting)
            .chain(self.in_stage(StageKind::Held))
            .filter(|card| card.relies_on(system, catalogue))
            .map(|card| u32::from(card.visit.persons))
            .sum()
    }

    /// The visits in a stage, in the order in which they came.
    pub fn in_stage(&self, kind: StageKind) -> impl Iterator<Item = &Card> {
        self.glance.in_stage(kind).iter().map(|at| &self.cards[*at])
    }

    /// The visits that have not ended, in the order in which they came.
    pub fn open(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.visit.stage.kind().is_open())
    }

    /// The name of a volunteer; empty for one the roster lost.
    pub fn volunteer(&self, id: VolunteerId) -> &str {
        self.volunteers.iter().find(|volunteer| volunteer.id == id).map_or("", |volunteer| &volunteer.name)
    }

    /// Today in figures.
    pub fn figures(&self) -> Figures {
        self.glance.figures
    }
}
