//! Giving numbers: one, one like the last, one to somebody who is helped on the spot; several for what may be one party
//! are noticed before the next one is given, and made one. With the slips that come with them.

use super::aside;
use super::assisting::{check_quantity, each_once, of_day};
use super::calling::{self, check_person, keep_name, keep_note};
use super::command::NewVisit;
use super::deed::{DeskError, Done, find, on_duty};
use super::station::Desk;
use super::turns;
use crate::domain::queue::burst::{Asked, alike, is_burst, is_lately};
use crate::domain::queue::{Order, OutOfTurn, passed_over};
use crate::domain::visit::MOST_PERSONS;
use crate::domain::{
    AtOnce, Catalogue, Code, Day, LeaveReason, Op, Person, Priority, Refusal, SlipState, Stamp, Ticket,
    VisitId, VolunteerId,
};
use crate::store::Write;
use crate::store::visits::NewRow;

pub(super) fn take_number(
    write: &Write<'_>,
    catalogue: &Catalogue,
    new: &NewVisit,
) -> Result<Done, DeskError> {
    let shift = write.shift()?.ok_or(Refusal::NoShift)?;
    if !(1..=MOST_PERSONS).contains(&new.persons) {
        return Err(Refusal::PersonsOutOfRange.into());
    }
    let needs = each_once(&of_day(&new.needs, catalogue, write.sign.day()));
    let (first, _) = needs.first().ok_or(Refusal::NoNeed)?;
    for (code, quantity) in &needs {
        catalogue.get(code).ok_or(Refusal::UnknownProcedure)?;
        check_quantity(*quantity)?;
        write.use_name(catalogue, code)?;
    }
    if let Some(earlier) = new.returns_of {
        find(write, earlier)?;
    }
    if new.booked.is_some_and(|booked| booked.day() != write.sign.day()) {
        return Err(Refusal::BookedAnotherDay.into());
    }
    let series = catalogue.field_of(first).ok_or(Refusal::UnknownProcedure)?.series;
    let ticket = write.draw_ticket(series)?.ok_or(Refusal::SeriesFull)?;
    let visit = write.add_visit(NewRow {
        ticket,
        shift: shift.id,
        persons: new.persons,
        priority: new.priority,
        returns_of: new.returns_of,
        booked: new.booked,
    })?;
    for (code, quantity) in &needs {
        write.add_need(visit.id, code, *quantity)?;
    }
    if new.person != Person::default() {
        check_person(write, &new.person)?;
        write.keep_person(visit.id, &new.person)?;
    }
    if let Some(name) = &new.name {
        keep_name(write, visit.id, name)?;
    }
    if let Some(note) = &new.note {
        keep_note(write, visit.id, note)?;
    }
    let needs = needs.into_iter().map(|(code, _)| code).collect();
    let op = Op::NumberGiven { ticket, needs, persons: new.persons, priority: new.priority, at_once: None };
    Ok((op, Some(visit.id)))
}

pub(super) fn serve_now(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    new: &NewVisit,
    why: Option<OutOfTurn>,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let open = write.open_visits()?;
    let act = aside::make_room(write, &open, act, None)?;
    let (op, visit) = take_number(write, catalogue, new)?;
    let visit = find(write, visit.ok_or(Refusal::VisitGone)?)?;
    let rules = write.queue_rules()?;
    let (stations, recent) = (write.stations()?, write.recent_lanes(rules.ratio.memory())?);
    let by_order = Order { rules: &rules, stations: &stations, recent: &recent, now: act.at };
    let first = passed_over(&open, &visit, by_order, act.station);
    // Where nobody is passed over there is nothing to give a reason for, whatever the screen thought a second ago.
    let (out, at_once) = match (first, why) {
        (None, _) => (None, AtOnce::InTurn),
        (Some(_), Some(why)) => (Some(why), AtOnce::OutOfTurn(why)),
        (Some(first), None) => {
            return Err(Refusal::OthersFirst { ticket: find(write, first)?.ticket }.into());
        }
    };
    let id = visit.id;
    turns::call(write, visit, act, out)?;
    calling::appear(write, catalogue, Some(act.by), id)?;
    let op = match op {
        Op::NumberGiven { ticket, needs, persons, priority, .. } => {
            Op::NumberGiven { ticket, needs, persons, priority, at_once: Some(at_once) }
        }
        other => other,
    };
    Ok((op, Some(id)))
}

/// What the last number was given for: nothing that is personal, and no booked time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastGiven {
    pub ticket: Ticket,
    /// What the party needs, each with how many of it; what the catalogue no longer has is left out.
    pub needs: Vec<(Code, u16)>,
    /// How many persons, as it was set right since.
    pub persons: u16,
    /// Why it goes first.
    pub priority: Option<Priority>,
}

impl Desk {
    /// The last number that was given from this station in this shift and not taken back, whichever run of the program
    /// gave it.
    ///
    /// # Errors
    /// Refused when there is none; or the file cannot be read.
    pub fn last_given(&self) -> Result<LastGiven, DeskError> {
        let shift = self.store.open_shift()?.ok_or(Refusal::NoShift)?;
        let visit = self.store.last_given(self.sign()?, shift.opened)?.ok_or(Refusal::NothingToRepeat)?;
        let mut needs = self.store.needs_of(visit.id)?;
        needs.retain(|(code, _)| self.catalogue.0.get(code).is_some());
        if needs.is_empty() {
            return Err(Refusal::NothingToRepeat.into());
        }
        Ok(LastGiven { ticket: visit.ticket, needs, persons: visit.persons, priority: visit.priority })
    }
}

/// Numbers that may be of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burst {
    /// What each was given for.
    pub need: Code,
    /// Those that were given, the oldest first.
    pub tickets: Vec<Ticket>,
    /// How many persons they and the next one are for.
    pub persons: u16,
}

/// By what a number is compared; `None` of one that is told apart by a name, by who asks, by a booked time or by an
/// earlier visit: somebody looked at that person.
fn asked(new: &NewVisit, catalogue: &Catalogue, day: Day) -> Option<Asked> {
    let is_plain = new.name.is_none()
        && new.note.is_none()
        && new.person == Person::default()
        && new.booked.is_none()
        && new.returns_of.is_none();
    let need = of_day(&new.needs, catalogue, day).first().map(|(code, _)| code.clone());
    need.filter(|_| is_plain).map(|need| Asked { need, persons: new.persons, priority: new.priority })
}

pub(super) fn one_party(
    write: &Write<'_>,
    catalogue: &Catalogue,
    by: Option<VolunteerId>,
    new: &NewVisit,
) -> Result<Done, DeskError> {
    let act = on_duty(write, by)?;
    let asked = asked(new, catalogue, act.at.day());
    let given = write.given_lately()?;
    let found = asked.map(|asked| alike(&given, &asked, act.at)).unwrap_or_default();
    // Called by another station meanwhile: the number is given as it was asked for.
    let Some((first, others)) = found.split_first() else {
        return take_number(write, catalogue, new);
    };
    let persons = found.iter().map(|visit| u32::from(visit.persons)).sum::<u32>() + u32::from(new.persons);
    let persons = u16::try_from(persons).ok().filter(|persons| *persons <= MOST_PERSONS);
    let persons = persons.ok_or(Refusal::PersonsOutOfRange)?;
    write.keep_persons(first.id, persons)?;
    for other in others {
        write.keep_stage(&(*other).clone().leave(act, LeaveReason::Mistake)?)?;
    }
    Ok((Op::OneParty { ticket: first.ticket, persons, ended: others.len() }, Some(first.id)))
}

impl Desk {
    /// Whether a number that is about to be given has to be asked about first: it is one of several alike that may be of
    /// one party. Once they were [told apart](Self::tell_apart), no more is asked while the like go on being given.
    pub fn burst(&mut self, new: &NewVisit) -> Result<Option<Burst>, DeskError> {
        let now = self.clock.now();
        let Some(asked) = asked(new, &self.catalogue.0, now.day()) else { return Ok(None) };
        if let Some((known, last)) = &mut self.told_apart
            && *known == asked
            && is_lately(*last, now)
        {
            *last = now;
            return Ok(None);
        }
        let given = self.store.given_lately(self.sign()?)?;
        let found = alike(&given, &asked, now);
        if !is_burst(found.len()) {
            return Ok(None);
        }
        let persons = found.iter().map(|visit| visit.persons).fold(new.persons, u16::saturating_add);
        Ok(Some(Burst {
            need: asked.need,
            tickets: found.iter().map(|visit| visit.ticket).collect(),
            persons,
        }))
    }

    /// The numbers that were asked about are of different parties, and so are the like that follow at once.
    pub fn tell_apart(&mut self, new: &NewVisit) {
        let now = self.clock.now();
        self.told_apart = asked(new, &self.catalogue.0, now.day()).map(|asked| (asked, now));
    }
}

impl Desk {
    /// Whether a slip comes with each number from now on. Where it does, that it is to be printed is noted together with
    /// the number.
    pub fn print_slips(&mut self, with_each_number: bool) {
        self.slips = with_each_number;
    }

    /// A slip is printed again: it is missing until its printer has said otherwise. Takes no number.
    pub fn ask_slip_again(&mut self, visit: VisitId) -> Result<(), DeskError> {
        let sign = self.sign()?;
        Ok(self.store.ask_slip_again(sign, visit)?)
    }

    /// Notes what became of slips, each with the moment at which its print job was made. Says whether anything is other
    /// than it was.
    pub fn keep_slips(&mut self, ended: &[(VisitId, SlipState, Stamp)]) -> Result<bool, DeskError> {
        let sign = self.sign()?;
        Ok(self.store.keep_slips(sign, ended)?)
    }
}
