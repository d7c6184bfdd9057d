//! The roster (sổ tình nguyện viên): who is added, renamed, goes and comes back, and two rows that are one person.

use super::deed::{DeskError, Done};
use super::station::Desk;
use crate::domain::full_name::sort_by_name;
use crate::domain::{Op, PhoneNumber, Refusal, Volunteer, VolunteerFacts, VolunteerId, input};
use crate::store::{StoreError, Write};

/// Enters somebody by the name alone.
pub(super) fn enter(write: &Write<'_>, name: &str) -> Result<VolunteerId, DeskError> {
    unless_taken(write.add_volunteer(&named(name)?))
}

pub(super) fn add(write: &Write<'_>, name: &str, facts: &VolunteerFacts) -> Result<Done, DeskError> {
    let volunteer = enter(write, name)?;
    if *facts != VolunteerFacts::default() {
        write.keep_volunteer(volunteer, &named(name)?, &facts.cleaned())?;
    }
    Ok((Op::VolunteerAdded { volunteer }, None))
}

pub(super) fn change(
    write: &Write<'_>,
    volunteer: VolunteerId,
    name: &str,
    facts: &VolunteerFacts,
) -> Result<Done, DeskError> {
    let before = find(write, volunteer)?;
    let mut facts = facts.cleaned();
    if !before.0.active {
        facts.phone = PhoneNumber::default();
    }
    unless_taken(write.keep_volunteer(volunteer, &named(name)?, &facts))?;
    Ok((Op::VolunteerChanged { volunteer }, None))
}

pub(super) fn retire(write: &Write<'_>, volunteer: VolunteerId) -> Result<Done, DeskError> {
    find(write, volunteer)?;
    if write.shift()?.is_some_and(|shift| shift.on_duty().contains(&volunteer)) {
        return Err(Refusal::OnDutyNow.into());
    }
    write.offer_volunteer(volunteer, false)?;
    Ok((Op::VolunteerRetired { volunteer }, None))
}

pub(super) fn bring_back(write: &Write<'_>, volunteer: VolunteerId) -> Result<Done, DeskError> {
    find(write, volunteer)?;
    write.offer_volunteer(volunteer, true)?;
    Ok((Op::VolunteerBack { volunteer }, None))
}

/// Two rows are one person: the second keeps its name, and has what was known of the first alone.
pub(super) fn merge(write: &Write<'_>, volunteer: VolunteerId, into: VolunteerId) -> Result<Done, DeskError> {
    if volunteer == into {
        return Err(Refusal::MergedWithItself.into());
    }
    let (one, other) = (find(write, volunteer)?, find(write, into)?);
    write.merge_volunteers(volunteer, into)?;
    if one.0.active && !other.0.active {
        write.offer_volunteer(into, true)?;
    }
    let (mine, theirs) = (one.1, other.1);
    let either = |own: String, other: String| if own.is_empty() { other } else { own };
    let has_phone = !theirs.phone.digits().is_empty();
    let facts = VolunteerFacts {
        role: theirs.role.or(mine.role),
        unit: either(theirs.unit, mine.unit),
        school: either(theirs.school, mine.school),
        phone: if has_phone { theirs.phone } else { mine.phone },
    };
    write.keep_volunteer(into, &other.0.name, &facts)?;
    Ok((Op::VolunteersMerged { volunteer, into }, None))
}

fn find(write: &Write<'_>, id: VolunteerId) -> Result<(Volunteer, VolunteerFacts), DeskError> {
    write.volunteer(id)?.ok_or_else(|| Refusal::UnknownVolunteer.into())
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = input::line(name, input::NAME_LENGTH);
    if name.is_empty() { Err(Refusal::NameMissing) } else { Ok(name) }
}

fn unless_taken<T>(done: Result<T, StoreError>) -> Result<T, DeskError> {
    match done {
        Err(StoreError::NotUnique(_)) => Err(Refusal::NameTaken.into()),
        other => Ok(other?),
    }
}

impl Desk {
    /// The roster in the order of names, those who left last.
    pub fn roster(&self) -> Result<Vec<(Volunteer, VolunteerFacts)>, DeskError> {
        let mut roster = self.store.roster()?;
        sort_by_name(&mut roster, |(volunteer, _)| volunteer.name.clone());
        roster.sort_by_key(|(volunteer, _)| !volunteer.active);
        Ok(roster)
    }
}
