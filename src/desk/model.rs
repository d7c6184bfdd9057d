//! What screens read: today, whole, loaded anew after each command.

use std::collections::HashMap;

use super::deed::DeskError;
use super::glance::{Glance, OF_BEFORE, OF_TODAY, Pace};
use super::guiding::Promise;
use super::station::Desk;
use crate::domain::assist::OutcomeKind;
use crate::domain::clock::Differs;
use crate::domain::deadline::{OfficeDays, WorkingDays};
use crate::domain::earlier::Earlier;
use crate::domain::find::Habits;
use crate::domain::handover::Pending;
use crate::domain::queue::{self, Calls, Explanation, Lane, Order, QueueRules, Turn};
use crate::domain::tally::Turnout;
use crate::domain::wait::{self, Lateness};
use crate::domain::waited::{Opening, Waits};
use crate::domain::{
    Assist, AssistId, Catalogue, Code, Counts, Day, Hamlet, Office, Op, Outage, Person, Priority, Reasons,
    Shift, SlipNumber, SlipState, StageKind, Stamp, StationNo, Stations, System, Ticket, Visit, VisitId,
    Volunteer, VolunteerId,
};
use crate::store::StoreError;

/// A visit with what a screen shows beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub visit: Visit,
    /// What the party asked for, each with how many of it.
    pub needs: Vec<(Code, u16)>,
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
    /// A visit with who asks and what is needed, and nothing else that could be known of it.
    pub(super) fn of((visit, person, needs): (Visit, Person, Vec<(Code, u16)>)) -> Self {
        Self { visit, needs, person, name: None, note: None, assists: Vec::new(), slip: None }
    }

    /// What the visit is about now: what is being helped with, or was asked for while nobody has helped.
    pub fn about(&self) -> impl Iterator<Item = &Code> {
        let asked = self.needs.iter().map(|(code, _)| code).filter(|_| self.assists.is_empty());
        self.assists.iter().map(|assist| &assist.procedure).chain(asked)
    }

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
    pub day: Day,
    pub station: StationNo,
    /// The office; `None` before the first start's form.
    pub office: Option<Office>,
    pub volunteers: Vec<Volunteer>,
    pub shift: Option<Shift>,
    /// Who ran the last shift, proposed for the next.
    pub last_on_duty: Vec<VolunteerId>,
    /// Who is at the keys of this station.
    pub me: Option<VolunteerId>,
    /// Today's visits and earlier ones that are still open, in the order in which they came.
    pub cards: Vec<Card>,
    /// The waiting visits that this station is offered, in the order in which they will be called.
    pub queue: Vec<VisitId>,
    /// Those whom only other stations are offered where somebody sits: another series, or sent to another station. In their
    /// order, too.
    pub elsewhere: Vec<VisitId>,
    /// Those who wait for a station that is closed, or where nobody sits.
    pub unattended: Vec<VisitId>,
    pub stations: Stations,
    pub rules: QueueRules,
    /// Today's last calls, the newest first.
    pub turns: Vec<Turn>,
    /// What of the last handover nobody has taken.
    pub handover: Option<Pending>,
    /// Who was to come back today.
    pub promises: Vec<Promise>,
    /// What Ctrl+Z would undo.
    pub undo: Option<Op>,
    /// What Ctrl+Y would redo.
    pub redo: Option<Op>,
    /// What this desk picks most, and what the volunteer at the keys picked last.
    pub habits: Habits,
    /// Another station whose clock shows another time.
    pub differs: Option<Differs>,
    /// The last deed of the open shift on its own day.
    pub last_deed: Option<Stamp>,
    /// The hamlets, those that are no longer offered too.
    pub hamlets: Vec<Hamlet>,
    /// Which reasons the office offers why something could not be done.
    pub reasons: Reasons,
    /// What does not work now.
    pub outages: Vec<Outage>,
    /// What was counted today without a number, at all stations.
    pub counted: Counts,
    /// How long parties are served.
    pub pace: Pace,
    /// When the desk was open and those who wait were there.
    waits: Waits,
    /// How long a party may wait at this office, in minutes; 0 when no limit is set.
    pub wait_limit: u16,
    /// What open visits go on with, those that do.
    pub earlier: Vec<Earlier>,
    /// On which days the office works.
    pub office_days: OfficeDays,
    /// When the office is open, in its own words; empty before they were set.
    pub hours: String,
    /// Whether the leaders have a PIN.
    pub has_pin: bool,
    at: HashMap<VisitId, usize>,
    /// The order of the whole desk, whichever station calls.
    calls: Calls,
    glance: Glance,
    /// The visit that is being set right, with what it was helped with.
    pub corrected: Option<Card>,
}

/// How many picks of a volunteer are looked at: more than a list shows, and few enough to be read after each command.
const RECENT_PICKS: u32 = 40;

/// A party that has been in hand for longer was left there when somebody went home, in seconds.
const LONGEST_IN_HAND: i64 = 3 * 60 * 60;

/// So many of the last calls are at hand, for people to look at.
const TURNS: u32 = 40;

/// The order of those whom a station is offered, that of those whom others are, and that of those for whom nobody is there.
fn offered(
    visits: &[Visit],
    by: Order<'_>,
    station: StationNo,
    calls: &Calls,
) -> (Vec<VisitId>, Vec<VisitId>, Vec<VisitId>) {
    let is_offered = |visit: &&Visit| by.stations.offers(station, visit);
    let mut waiting = visits.iter().filter(|visit| visit.stage.kind() == StageKind::Waiting);
    // Most desks are so: every station calls everybody.
    if waiting.all(|visit| is_offered(&visit) && by.stations.attend(visit)) {
        return (calls.row().to_vec(), Vec::new(), Vec::new());
    }
    let others = visits.iter().filter(|visit| !is_offered(visit));
    let (elsewhere, unattended): (Vec<&Visit>, Vec<&Visit>) =
        others.partition(|visit| by.stations.attend(visit));
    let order = |of: Vec<&Visit>| queue::order(of, by, None);
    (queue::order(visits, by, Some(station)), order(elsewhere), order(unattended))
}

impl Model {
    /// The calendar of the office.
    pub fn working_days(&self) -> WorkingDays<'_> {
        WorkingDays::of(&self.office_days)
    }

    /// A visit of today, an open one of another day, or the one that is being set right.
    pub fn card(&self, visit: VisitId) -> Option<&Card> {
        let corrected = self.corrected.as_ref().filter(|card| card.visit.id == visit);
        corrected.or_else(|| self.of_today(visit))
    }

    /// A thing that a party is helped with, and whose it is: of a visit that is open, or is being set right.
    pub fn assist(&self, id: AssistId) -> Option<(&Card, &Assist)> {
        let cards = self.corrected.iter().chain(&self.cards);
        cards.flat_map(|card| card.assists.iter().map(move |one| (card, one))).find(|(_, one)| one.id == id)
    }

    fn of_today(&self, visit: VisitId) -> Option<&Card> {
        self.at.get(&visit).map(|at| &self.cards[*at])
    }

    /// Whether the order is still the same at that moment, if nothing was written: it changes by itself when a booked
    /// time comes.
    pub fn order_holds_at(&self, now: Stamp) -> bool {
        self.calls.holds_at(now)
    }

    /// Why a waiting visit stands where it does; `None` when it does not wait, or nobody is there for it.
    pub fn explain(&self, visit: VisitId) -> Option<Explanation> {
        self.calls.explain(visit, |id| self.card(id).map(|card| &card.visit))
    }

    /// How many are called before a waiting visit, whichever station calls them; `None` of one that does not wait, or for which
    /// nobody is there.
    pub fn ahead(&self, visit: VisitId) -> Option<usize> {
        self.calls.ahead(visit)
    }

    /// Whether somebody whom this station is offered goes first.
    pub fn has_priority(&self) -> bool {
        self.glance.has_priority
    }

    /// The party this station has called or is serving.
    pub fn in_hand(&self) -> Option<&Card> {
        self.glance.in_hand.map(|at| &self.cards[at])
    }

    /// The party that was put aside at this station and is still being served there, by the other of two.
    pub fn served_aside(&self) -> Option<&Card> {
        let here = |card: &&Card| {
            card.visit.stage.station() == Some(self.station) && self.stations.serve_aside(&card.visit)
        };
        self.in_stage(StageKind::Held).find(here)
    }

    /// Whether another party can be called: nobody is in hand, or two sit here and the other one is free.
    pub fn has_room(&self) -> bool {
        let is_served = |card: &Card| card.visit.stage.kind() == StageKind::Serving;
        self.in_hand().is_none_or(|card| {
            is_served(card) && self.stations.seats_two(self.station) && self.served_aside().is_none()
        })
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

    /// How many would be called before a number that is given now: as the queue itself would have it.
    pub fn ahead_of_new(&self, priority: Option<Priority>, now: Stamp) -> usize {
        let lane = if priority.is_some() { Lane::Priority } else { Lane::Ordinary };
        self.calls.ahead_of_new(lane, now)
    }

    /// The least and the most minutes that a party will wait before which so many others wait; `None` without ground for
    /// a word.
    pub fn wait_behind(&self, ahead: usize, now: Stamp) -> Option<(u32, u32)> {
        let (stations, busy) = self.glance.stations(now);
        wait::estimate(wait::turns(ahead, stations, busy), stations, &self.pace.today, &self.pace.usual)
    }

    /// How long a party has waited, in seconds of open time.
    pub fn waited(&self, visit: &Visit, now: Stamp) -> i64 {
        self.waits.waited(visit, now)
    }

    /// How the wait of a visit stands to the office's limit. One that does not wait is not late.
    pub fn lateness(&self, visit: VisitId, now: Stamp) -> Lateness {
        match self.card(visit) {
            Some(card) if card.visit.stage.kind() == StageKind::Waiting => {
                wait::lateness(self.waited(&card.visit, now), self.wait_limit)
            }
            _ => Lateness::Fine,
        }
    }

    /// Who has waited longest and for how many seconds: of those whom this station is offered, who wait for one station alone, and
    /// for whom nobody is there.
    pub fn longest_wait(&self, now: Stamp) -> Option<(i64, &Card)> {
        let (seconds, at) = self.glance.longest(&self.waits, now)?;
        Some((seconds, &self.cards[at]))
    }

    /// Whether a waiting visit is called by one station alone, or by none.
    pub fn waits_apart(&self, visit: &Visit) -> bool {
        visit.standing.station.is_some() || !self.stations.attend(visit)
    }

    /// How many of the same wait longer than the office's limit.
    pub fn late(&self, now: Stamp) -> usize {
        self.glance.late(&self.waits, now, self.wait_limit)
    }

    /// The open shift when nobody closed it in time, with its last deed. While somebody is called or being served it goes on:
    /// nobody is asked then.
    pub fn forgotten(&self, now: Stamp) -> Option<(&Shift, Stamp)> {
        let (shift, last) = (self.shift.as_ref()?, self.last_deed?);
        let is_in_hand = |card: &Card| {
            matches!(card.visit.stage.kind(), StageKind::Called | StageKind::Serving)
                && now.seconds_since(card.visit.stage.since()) < LONGEST_IN_HAND
        };
        (shift.is_forgotten(last, now) && !self.open().any(is_in_hand)).then_some((shift, last))
    }

    /// Today in figures, for the bar on top.
    pub fn figures(&self) -> Turnout {
        self.glance.figures
    }
}

impl Desk {
    /// Everything of today, once what changes once a day at most is at hand.
    pub(super) fn today(&self, now: Stamp) -> Result<Model, DeskError> {
        let day = now.day();
        let shift = self.store.open_shift()?;
        let sign = self.sign_in(shift.as_ref())?;
        let last_on_duty = match &shift {
            Some(shift) => shift.on_duty(),
            None => self.store.last_shift()?.map(|shift| shift.on_duty()).unwrap_or_default(),
        };
        let last_deed = shift.as_ref().map(|shift| self.store.last_deed(shift)).transpose()?;
        let cards: Vec<Card> = self.store.visits_of_day(day)?.into_iter().map(Card::of).collect();
        let visits: Vec<Visit> = cards.iter().map(|card| card.visit.clone()).collect();
        let earlier = self.earlier_ticks(&visits)?;
        let usual = self.usual.as_ref().map(|(_, usual)| usual.clone()).unwrap_or_default();
        let pace = Pace { today: self.served_today(&visits, day)?, usual };
        let rules = self.store.queue_rules()?;
        let recent = self.store.recent_lanes(day, rules.ratio.memory())?;
        let stations = self.store.stations()?.with(self.station);
        let by = Order { rules: &rules, stations: &stations, recent: &recent, now };
        let calls = Calls::of(&visits, by);
        let (queue, elsewhere, unattended) = offered(&visits, by, self.station, &calls);
        let at: HashMap<VisitId, usize> =
            visits.iter().enumerate().map(|(at, visit)| (visit.id, at)).collect();
        let places = |of: &[VisitId]| of.iter().filter_map(|id| at.get(id).copied()).collect::<Vec<usize>>();
        let here = places(&queue);
        let mut apart = places(&elsewhere);
        apart.retain(|at| visits[*at].standing.station.is_some());
        apart.extend(places(&unattended));
        let waits = self.waits(&visits, day, now)?;
        let ended_late = self.store.ended_late(day)?;
        let glance =
            Glance::at((day, self.station), &visits, &ended_late, (&here, &apart), (&waits, now), &stations);
        let (undo, redo) = self.store.next_turns(sign)?;
        Ok(Model {
            day,
            station: self.station,
            office: self.store.office()?,
            volunteers: self.store.volunteers()?,
            shift,
            last_on_duty,
            me: sign.by,
            cards: self.told(cards, &at)?,
            queue,
            elsewhere,
            unattended,
            stations,
            turns: self.store.last_turns(day, TURNS)?,
            handover: self.store.pending(day)?,
            promises: self.promises(day)?,
            undo,
            redo,
            habits: self.habits(day, sign.by)?,
            differs: self.differs,
            last_deed,
            hamlets: self.store.hamlets()?,
            reasons: self.store.reasons()?,
            outages: self.store.open_outages()?,
            counted: self.store.counted_on(day)?,
            pace,
            waits,
            wait_limit: self.store.wait_limit()?,
            earlier,
            office_days: self.store.office_days()?,
            hours: self.store.letterhead()?.hours,
            has_pin: self.store.has_pin()?,
            rules,
            at,
            calls,
            glance,
            corrected: self.corrected.map(|id| self.corrected_card(id)).transpose()?.flatten(),
        })
    }

    /// Holds a visit ready to be set right, until another one is named or none.
    pub fn hold_out(&mut self, visit: Option<VisitId>) {
        self.corrected = visit;
    }

    /// The visits whose numbers were given on a day, without what they were helped with and without names.
    pub fn cards_given_on(&self, day: Day) -> Result<Vec<Card>, DeskError> {
        Ok(self.store.visits_given_on(day)?.into_iter().map(Card::of).collect())
    }

    /// The visits with a number that was read off a slip, the first choice first. Where the day was said without its year, one of
    /// an earlier year is found only when the latest such day has none.
    pub fn numbered(&self, number: SlipNumber) -> Result<Vec<Card>, DeskError> {
        let mut found = self.store.numbered(number.ticket, &number.days(self.now()?.day()))?;
        if number.has_day() {
            found.truncate(1);
        }
        Ok(found.into_iter().map(Card::of).collect())
    }

    /// The visit of a day that has a number.
    pub fn visit_of(&self, day: Day, ticket: Ticket) -> Result<Option<Visit>, DeskError> {
        Ok(self.store.visit_of(day, ticket)?)
    }

    /// The visit with what it was helped with. Its name is not asked for: nobody is called any more.
    fn corrected_card(&self, id: VisitId) -> Result<Option<Card>, StoreError> {
        let Some(whole) = self.store.whole_visit(id)? else { return Ok(None) };
        Ok(Some(Card { assists: self.store.assists_of(id)?, ..Card::of(whole) }))
    }

    /// By what the waits are told of those who wait now.
    fn waits(&self, visits: &[Visit], day: Day, now: Stamp) -> Result<Waits, StoreError> {
        let waiting = || visits.iter().filter(|visit| visit.stage.kind() == StageKind::Waiting);
        let earliest = waiting().map(|visit| visit.day).min().unwrap_or(day).min(day);
        let opening = Opening::of(&self.store.shifts_in(earliest, day)?, now);
        let mut away = Vec::new();
        for visit in waiting().filter(|visit| visit.standing.returned.is_some()) {
            away.extend(self.store.away(visit.id)?);
        }
        Ok(Waits::new(opening, away))
    }

    /// The visits of a day with all that is shown beside them.
    fn told(&self, mut cards: Vec<Card>, at: &HashMap<VisitId, usize>) -> Result<Vec<Card>, DeskError> {
        let first = cards.first().map_or(VisitId(0), |card| card.visit.id);
        let (mut names, mut notes) = (self.store.names()?, self.store.notes()?);
        for card in &mut cards {
            card.name = names.remove(&card.visit.id);
            card.note = notes.remove(&card.visit.id);
        }
        for (visit, state) in self.store.slips_missing(first)? {
            if let Some(at) = at.get(&visit) {
                cards[*at].slip = Some(state);
            }
        }
        for assist in self.store.open_assists()? {
            if let Some(at) = at.get(&assist.visit) {
                cards[*at].assists.push(assist);
            }
        }
        Ok(cards)
    }

    /// How long the parties that were finished last today were served.
    fn served_today(&self, visits: &[Visit], day: Day) -> Result<Vec<i64>, StoreError> {
        let mut done: Vec<(Stamp, VisitId)> = visits
            .iter()
            .filter(|visit| visit.day == day && visit.stage.kind() == StageKind::Done)
            .map(|visit| (visit.stage.since(), visit.id))
            .collect();
        done.sort_unstable();
        let last = done.len().saturating_sub(OF_TODAY);
        let last: Vec<VisitId> = done[last..].iter().map(|(_, visit)| *visit).collect();
        self.store.served_seconds(&last)
    }

    /// Reads what is asked of the file once a day: what was picked lately, and how long parties were served before.
    pub(super) fn remember_days_before(&mut self, day: Day) -> Result<(), StoreError> {
        if self.used.as_ref().is_none_or(|(of, _)| *of != day) {
            self.used = Some((day, self.store.usual_needs()?));
        }
        if self.usual.as_ref().is_none_or(|(of, _)| *of != day) {
            let finished = self.store.finished_before(day, OF_BEFORE)?;
            self.usual = Some((day, self.store.served_seconds(&finished)?));
        }
        Ok(())
    }

    fn habits(&self, day: Day, volunteer: Option<VolunteerId>) -> Result<Habits, DeskError> {
        let used = self.used.as_ref().map(|(_, used)| used.clone()).unwrap_or_default();
        let recent = match volunteer {
            Some(volunteer) => self.store.picked_last(volunteer, RECENT_PICKS)?,
            None => Vec::new(),
        };
        Ok(Habits::new(used, recent).carried_over(&self.catalogue.0, day))
    }
}
