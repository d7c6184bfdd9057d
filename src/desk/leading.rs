//! What only a leader does, where the desk's leaders have a PIN: whose each command is, and whether a leader is here.

use std::time::Duration;

use super::command::Command;
use super::deed::{DeskError, Receipt};
use super::station::Desk;
use crate::domain::mask::Masked;
use crate::domain::pin::{self, Pin};
use crate::domain::{Day, EntryId, Op, Refusal, VolunteerId};
use crate::store::StoreError;

/// A leader who has said the PIN is taken to be here until no key was pressed for so long.
const STAYS: Duration = Duration::from_mins(5);

/// A station that nobody touched for so long is covered.
const COVERED_AFTER: Duration = Duration::from_mins(10);

/// Who may do something, where the leaders have a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Anyone,
    /// A leader: it is of the office, its rules or its people, and holds from then on.
    Leader,
    /// A leader when the visit is of another day: what was reported of that day changes.
    LeaderOnPastDays,
}

/// Somebody has said the PIN at this station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leading {
    /// Who was at the keys then: the next one is another person.
    by: Option<VolunteerId>,
}

impl Command {
    /// Whose it is. A new command has to be put in its place here.
    pub fn whose(&self) -> Whose {
        match self {
            Self::SetStation(_)
            | Self::AddVolunteer { .. }
            | Self::ChangeVolunteer { .. }
            | Self::RetireVolunteer(_)
            | Self::BringBackVolunteer(_)
            | Self::MergeVolunteers { .. }
            | Self::SetOffice(_)
            | Self::SetLetterhead(_)
            | Self::SetWaitLimit(_)
            | Self::SetTargets(_)
            | Self::SetOfficeDays(_)
            | Self::TakeHolidays(_)
            | Self::SetHamlets(_)
            | Self::SetReasons(_)
            | Self::SetPlaces(_)
            | Self::HideReason(_)
            | Self::OfferReason(_)
            | Self::SetQueueRules(_)
            | Self::EditCatalogue(_) => Whose::Leader,
            Self::Correct(_) => Whose::LeaderOnPastDays,
            Self::Insist(command) => command.whose(),
            // There is no PIN before the office is set up.
            Self::SetUp { .. }
            | Self::OpenStation(_)
            | Self::CloseStation(_)
            | Self::Refer { .. }
            | Self::SendOn { .. }
            | Self::TurnSystem(_)
            | Self::KeepRemark { .. }
            | Self::OpenShift { .. }
            | Self::TakeHandover { .. }
            | Self::TakeItem { .. }
            | Self::AddItem(_)
            | Self::ChangeItem(..)
            | Self::CloseItem(..)
            | Self::GiveItem(_)
            | Self::ChangeDuty { .. }
            | Self::StopNumbers
            | Self::GiveNumbers
            | Self::Sit { .. }
            | Self::TakeNumber(_)
            | Self::Count(_)
            | Self::ServeNow { .. }
            | Self::OneParty(_)
            | Self::SetCalling { .. }
            | Self::SetPerson { .. }
            | Self::CallNext(_)
            | Self::CallOutOfTurn { .. }
            | Self::NextPlease(..)
            | Self::Return(_)
            | Self::Transfer { .. }
            | Self::Recall(_)
            | Self::Appear(_)
            | Self::Hold(_)
            | Self::Resume(_)
            | Self::PutBack(_)
            | Self::Leave { .. }
            | Self::LeaveUntil { .. }
            | Self::Finish(_)
            | Self::FinishAndCall(..)
            | Self::SetPersons { .. }
            | Self::AddAssist { .. }
            | Self::RemoveAssist(_)
            | Self::ToggleStep { .. }
            | Self::SetCheck { .. }
            | Self::ComeBack { .. }
            | Self::TakeUpTicks { .. }
            | Self::SetQuantity { .. }
            | Self::SetHow(..)
            | Self::SetChannel(..)
            | Self::SetPayment(..)
            | Self::SetOutcome(..)
            | Self::SetEnding { .. }
            | Self::CloseShift(_) => Whose::Anyone,
        }
    }
}

/// Whether what was done is undone by a leader alone: it could be done by no other.
pub(super) const fn is_leaders(op: &Op) -> bool {
    matches!(
        op,
        Op::OfficeSet
            | Op::VolunteerAdded { .. }
            | Op::VolunteerChanged { .. }
            | Op::VolunteerRetired { .. }
            | Op::VolunteerBack { .. }
            | Op::VolunteersMerged { .. }
            | Op::StationSet { .. }
            | Op::LetterheadSet
            | Op::WaitLimitSet { .. }
            | Op::TargetsSet
            | Op::OfficeDaysSet { .. }
            | Op::HolidaysTaken { .. }
            | Op::HamletsSet { .. }
            | Op::ReasonsSet { .. }
            | Op::ReasonHidden { .. }
            | Op::ReasonOffered { .. }
            | Op::PlacesSet { .. }
            | Op::QueueRulesSet
            | Op::EntryAdded { .. }
            | Op::EntryChanged { .. }
            | Op::EntryDropped { .. }
            | Op::EntryRetired { .. }
            | Op::EntryReplaced { .. }
            | Op::ServiceTurnedOn { .. }
            | Op::ServiceTurnedOff { .. }
            | Op::EntryMoved { .. }
            | Op::CatalogueImported { .. }
            | Op::Corrected { day: Some(_), .. }
    )
}

impl Desk {
    /// Somebody presses a key at this station. A leader who has not for long is gone.
    pub fn touch(&mut self) {
        if self.idle() >= STAYS {
            self.leading = None;
        }
        self.touched = self.clock.elapsed();
    }

    /// Whether nobody has touched this station for so long that what it shows is covered, where there is a PIN.
    pub fn is_left_alone(&self) -> bool {
        self.idle() >= COVERED_AFTER
    }

    fn idle(&self) -> Duration {
        self.clock.elapsed().saturating_sub(self.touched)
    }

    /// Whether a leader has said the PIN here, and is still the one at the keys.
    pub fn leads(&self) -> Result<bool, DeskError> {
        Ok(match self.leading {
            Some(leading) if self.idle() < STAYS => leading.by == self.sign()?.by,
            _ => false,
        })
    }

    /// The leader goes.
    pub fn stop_leading(&mut self) {
        self.leading = None;
    }

    /// Whether what is a leader's may be done: there is no PIN, or a leader has said it.
    pub(super) fn may_lead(&self) -> Result<bool, DeskError> {
        Ok(!self.store.has_pin()? || self.leads()?)
    }

    /// Refuses what is a leader's, though no command: going back to a copy, setting another PIN.
    ///
    /// # Errors
    /// [`Refusal::LeaderOnly`], or the file cannot be read.
    pub fn must_lead(&self) -> Result<(), DeskError> {
        if self.may_lead()? { Ok(()) } else { Err(Refusal::LeaderOnly.into()) }
    }

    /// Refuses to look into a visit of a past day, and to set it right, as [`Self::must_lead`].
    ///
    /// # Errors
    /// As there.
    pub fn must_lead_on(&self, day: Day) -> Result<(), DeskError> {
        if day == self.now()?.day() { Ok(()) } else { self.must_lead() }
    }

    /// Takes the PIN: from now on a leader is here.
    ///
    /// # Errors
    /// [`Refusal::PinWrong`], which makes the next try wait; [`Refusal::PinTooSoon`], which was no try;
    /// [`Refusal::NoPin`]; or the file could not be read or written.
    pub fn say_pin(&mut self, typed: &Pin) -> Result<Receipt, DeskError> {
        let Some(kept) = self.store.pin()? else { return Err(Refusal::NoPin.into()) };
        let sign = self.sign()?;
        let wait = pin::wait_after(kept.tries);
        // A clock that was turned back makes nobody wait for longer.
        let left = kept.tried.map_or(0, |tried| (wait - sign.at.seconds_since(tried)).clamp(0, wait));
        if left > 0 {
            return Err(Refusal::PinTooSoon { seconds: left }.into());
        }
        if hash(typed, &kept.salt)? != kept.hash {
            self.store.pin_missed(sign)?;
            return Err(Refusal::PinWrong { seconds: pin::wait_after(kept.tries.saturating_add(1)) }.into());
        }
        let receipt = receipt(self.store.pin_said(sign)?);
        self.lead()?;
        Ok(receipt)
    }

    /// Sets the PIN of this desk's leaders, or another one. Who does that is a leader.
    ///
    /// # Errors
    /// [`Refusal::LeaderOnly`] where there is one that was not said; or the file could not be written.
    pub fn set_pin(&mut self, new: &Pin) -> Result<Receipt, DeskError> {
        self.must_lead()?;
        let salt = self.store.new_salt()?;
        let hash = hash(new, &salt)?;
        let sign = self.sign()?;
        let receipt = receipt(self.store.keep_pin(sign, &salt, &hash)?);
        self.lead()?;
        Ok(receipt)
    }

    /// The leaders have no PIN any more, and everybody may do everything.
    ///
    /// # Errors
    /// As [`Self::set_pin`]; [`Refusal::NoPin`] where there is none.
    pub fn drop_pin(&mut self) -> Result<Receipt, DeskError> {
        self.must_lead()?;
        self.drop_pin_as_owner()
    }

    /// The same for the owner of the PC, who has forgotten it.
    ///
    /// # Errors
    /// [`Refusal::NoPin`] where there is none; or the file could not be written.
    pub fn drop_pin_as_owner(&mut self) -> Result<Receipt, DeskError> {
        if !self.store.has_pin()? {
            return Err(Refusal::NoPin.into());
        }
        let sign = self.sign()?;
        self.leading = None;
        Ok(receipt(self.store.drop_pin(sign)?))
    }

    fn lead(&mut self) -> Result<(), DeskError> {
        self.leading = Some(Leading { by: self.sign()?.by });
        self.touched = self.clock.elapsed();
        Ok(())
    }
}

fn hash(pin: &Pin, salt: &pin::Salt) -> Result<pin::Hash, StoreError> {
    pin.hash(salt).map_err(|error| StoreError::Other(error.to_string().into()))
}

fn receipt((entry, op): (EntryId, Op)) -> Receipt {
    Receipt { entry, op, visit: None, masked: Masked::default() }
}
