//! What was asked for before the steps, when a party comes back, and what it goes on with then.

use super::assisting::assist_in_reach;
use super::deed::{DeskError, Done, Hand, find_open, on_duty};
use super::model::Card;
use super::station::Desk;
use crate::domain::assist::MOST_PLACES;
use crate::domain::earlier::{self, Earlier};
use crate::domain::{
    Agreed, Assist, AssistId, Catalogue, CheckList, CheckState, Code, Day, Op, Outcome, Refusal, Stamp,
    Ticket, Visit, VisitId, VolunteerId,
};
use crate::store::{StoreError, Write};

pub(super) fn set_check(
    write: &Write<'_>,
    catalogue: &Catalogue,
    hand: Hand,
    id: AssistId,
    (part, place): (CheckList, u8),
    state: Option<CheckState>,
) -> Result<Done, DeskError> {
    let (assist, ticket) = assist_in_reach(write, hand, id)?;
    let known = catalogue
        .get(&assist.procedure)
        .and_then(|entry| entry.list(part.into()))
        .map_or(0, |list| list.vi.len());
    // What was asked for can be taken back even after the catalogue lost it.
    if state.is_some() && (usize::from(place) >= known || place >= MOST_PLACES) {
        return Err(Refusal::UnknownPaper.into());
    }
    write.keep_check(id, part, place, state)?;
    let op = Op::CheckSet { ticket, procedure: assist.procedure, part, place: place + 1, state };
    Ok((op, Some(assist.visit)))
}

/// Refuses what is past.
pub(super) fn is_to_come(when: Agreed, now: Stamp) -> Result<(), Refusal> {
    let is_past = when.day < now.day() || when.at.is_some_and(|at| at <= now);
    if is_past { Err(Refusal::DayIsPast) } else { Ok(()) }
}

pub(super) fn come_back(
    write: &Write<'_>,
    hand: Hand,
    id: AssistId,
    when: Agreed,
) -> Result<Done, DeskError> {
    let (mut assist, ticket) = assist_in_reach(write, hand, id)?;
    is_to_come(when, write.sign.at)?;
    assist.outcome = Outcome::ComeBack;
    assist.channel = None;
    assist.come_back = Some(when);
    write.keep_assist(&assist)?;
    Ok((Op::ComeBackSet { ticket, procedure: assist.procedure, when }, Some(assist.visit)))
}

pub(super) fn take_up(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    id: VisitId,
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    let visit = find_open(write, id)?;
    let before = write.ticked_assists(visit.returns_of.ok_or(Refusal::NothingToTakeUp)?)?;
    let today = write.ticked_assists(id)?;
    let (mut steps, mut papers) = (0, 0);
    for share in earlier::shares(&before, &today, catalogue) {
        let Some(now) = today.iter().find(|assist| assist.id == share.assist) else { continue };
        for step in share.steps.iter().filter(|step| !now.ticked.contains(step)) {
            write.add_tick(now.id, *step)?;
            steps += 1;
        }
        for (part, place) in &share.there {
            if now.check(*part, *place) != Some(CheckState::There) {
                write.keep_check(now.id, *part, *place, Some(CheckState::There))?;
                papers += 1;
            }
        }
    }
    if steps + papers == 0 {
        return Err(Refusal::NothingToTakeUp.into());
    }
    Ok((Op::TicksTakenUp { ticket: visit.ticket, steps, papers }, Some(id)))
}

/// A visit whose party was to come back today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The visit, with the things for which its party comes back.
    pub card: Card,
    /// The time of today that was agreed.
    pub at: Option<Stamp>,
    /// The number of the visit that goes on with it, with its day: the party has come.
    pub back: Option<(Day, Ticket)>,
}

/// A visit of an earlier day that its party goes on with today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoingOn {
    pub visit: VisitId,
    pub day: Day,
    /// Its number of that day.
    pub ticket: Ticket,
    /// What is to be gone on with.
    pub needs: Vec<(Code, u16)>,
    /// The time of today that was agreed.
    pub booked: Option<Stamp>,
}

impl Desk {
    /// What the open ones of these visits go on with.
    pub fn earlier_ticks(&self, visits: &[Visit]) -> Result<Vec<Earlier>, DeskError> {
        let open = visits.iter().filter(|visit| visit.stage.kind().is_open());
        let returned = open.filter_map(|visit| Some((visit.id, visit.returns_of?)));
        let mut all = Vec::new();
        for (visit, of) in returned {
            if let Some(before) = self.store.visit(of)? {
                all.push(Earlier { visit, day: before.day, assists: self.store.assists_of(of)? });
            }
        }
        Ok(all)
    }

    /// The visit of an earlier day with that number, and what of it was not done: what its party comes back for. Of one
    /// where all was done, everything that it had asked for.
    pub fn earlier_visit(&self, day: Day, ticket: Ticket) -> Result<Option<GoingOn>, DeskError> {
        let Some(visit) = self.store.visit_of(day, ticket)? else { return Ok(None) };
        let assists = self.store.assists_of(visit.id)?;
        let left = assists.iter().filter(|assist| assist.outcome != Outcome::Done);
        let mut needs: Vec<(Code, u16)> =
            left.map(|assist| (assist.procedure.clone(), assist.quantity)).collect();
        if needs.is_empty() {
            needs = self.store.needs_of(visit.id)?;
        }
        let agreed = assists.iter().filter_map(|assist| assist.come_back).chain(visit.comes_back_on());
        let today = self.now()?.day();
        let booked = agreed.filter(|agreed| agreed.day == today).find_map(|agreed| agreed.at);
        Ok(Some(GoingOn { visit: visit.id, day, ticket, needs, booked }))
    }

    /// The visits whose parties were promised today, those with an agreed time first, in the order of their times.
    pub(super) fn promises(&self, today: Day) -> Result<Vec<Promise>, StoreError> {
        let mut promises = Vec::new();
        for id in self.store.promised_on(today)? {
            let Some(whole) = self.store.whole_visit(id)? else { continue };
            let back = match self.store.going_on_with(id)? {
                Some(back) => self.store.visit(back)?.map(|visit| (visit.day, visit.ticket)),
                None => None,
            };
            let assists = self.store.assists_of(id)?;
            let agreed = assists.iter().filter_map(|assist| assist.come_back).chain(whole.0.comes_back_on());
            let at = agreed.filter(|agreed| agreed.day == today).filter_map(|agreed| agreed.at).min();
            let is_promised = |assist: &Assist| assist.come_back.is_some_and(|agreed| agreed.day == today);
            let assists = assists.into_iter().filter(is_promised).collect();
            promises.push(Promise { card: Card { assists, ..Card::of(whole) }, at, back });
        }
        promises.sort_by_key(|promise| (promise.at.is_none(), promise.at, promise.card.visit.id));
        Ok(promises)
    }

    /// What the party of a visit asked for.
    pub fn needs_of(&self, visit: &Visit) -> Result<Vec<(Code, u16)>, DeskError> {
        Ok(self.store.needs_of(visit.id)?)
    }

    /// A visit, ended or not, with what it was helped with.
    pub fn visit_with_assists(&self, id: VisitId) -> Result<Option<(Visit, Vec<Assist>)>, DeskError> {
        match self.store.visit(id)? {
            Some(visit) => Ok(Some((visit, self.store.assists_of(id)?))),
            None => Ok(None),
        }
    }
}
