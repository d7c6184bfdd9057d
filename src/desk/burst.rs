//! Several numbers for what may be one party: noticed before the next one is given, and made one.

use super::calling::{self, in_force, on_duty};
use super::{Desk, DeskError, Done, NewVisit};
use crate::domain::queue::burst::{Asked, alike, is_burst, is_lately};
use crate::domain::visit::MOST_PERSONS;
use crate::domain::{Catalogue, Code, Day, LeaveReason, Op, Person, Refusal, Ticket, VolunteerId};
use crate::store::Write;

/// Numbers that may be of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burst {
    /// What each was given for.
    pub need: Code,
    /// Those that were given, the oldest first.
    pub tickets: Vec<Ticket>,
    /// How many persons they and the next one are for.
    pub persons: u8,
}

/// By what a number is compared; `None` of one that is told apart by a name, by who asks, by a booked time or by an
/// earlier visit: somebody looked at that person.
fn asked(new: &NewVisit, catalogue: &Catalogue, day: Day) -> Option<Asked> {
    let is_plain = new.name.is_none()
        && new.note.is_none()
        && new.person == Person::default()
        && new.booked.is_none()
        && new.returns_of.is_none();
    let need = in_force(&new.needs, catalogue, day).first().map(|(code, _)| code.clone());
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
        return calling::take_number(write, catalogue, new);
    };
    let persons = found.iter().map(|visit| u16::from(visit.persons)).sum::<u16>() + u16::from(new.persons);
    let persons = u8::try_from(persons).ok().filter(|persons| *persons <= MOST_PERSONS);
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
    ///
    /// # Errors
    /// When the file cannot be read.
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
        let persons = found.iter().map(|visit| visit.persons).fold(new.persons, u8::saturating_add);
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
