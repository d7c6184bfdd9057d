//! One thing at a time, in one transaction: commands in, a receipt or a refusal out, and the model screens read.

pub mod catalogue;
pub mod command;
pub mod merge;
pub mod model;

mod assisting;
mod calling;
mod office;
mod pace;
mod paperwork;
mod report;
mod shifts;
mod slips;

use std::collections::HashMap;
use std::rc::Rc;

pub use command::{Closing, Command, NewVisit};
pub use model::{Card, Figures, Model};
pub use pace::Pace;
pub use paperwork::Paperwork;
pub use report::Report;

use crate::clock::Clock;
use crate::domain::{
    Catalogue, Code, Day, EntryId, Op, Refusal, StageKind, Stamp, StationNo, Visit, VisitId, VolunteerId,
};
pub use crate::store::journal::Entry;
use crate::store::undo::{Turn, TurnError};
use crate::store::{Signature, Store, StoreError, Write};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The journal entry.
    pub entry: EntryId,
    /// What, in the past tense.
    pub op: Op,
    /// The visit it was about.
    pub visit: Option<VisitId>,
}

/// Why something was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The desk as one station works on it.
pub struct Desk {
    store: Store,
    clock: Rc<dyn Clock>,
    catalogue: Rc<Catalogue>,
    station: StationNo,
    /// What was picked lately; asked of the file once a day, since the order of a list should not jump about.
    used: Option<(Day, HashMap<Code, u32>)>,
    /// How long parties were served on the days before; asked of the file once a day, as it changes no more.
    usual: Option<(Day, Vec<i64>)>,
    /// Whether a slip is printed with each number.
    slips: bool,
}

/// What a deed of the desk gives back to be journalled.
type Done = (Op, Option<VisitId>);

impl Desk {
    /// A desk over an open file.
    pub fn new(store: Store, clock: Rc<dyn Clock>, catalogue: Rc<Catalogue>, station: StationNo) -> Self {
        Self { store, clock, catalogue, station, used: None, usual: None, slips: false }
    }

    /// The catalogue in use.
    pub fn catalogue(&self) -> &Rc<Catalogue> {
        &self.catalogue
    }

    /// This station.
    pub fn station(&self) -> StationNo {
        self.station
    }

    /// This console is another station from now on.
    pub fn sit_at(&mut self, station: StationNo) {
        self.station = station;
    }

    /// The folder of the file.
    pub fn folder(&self) -> &std::path::Path {
        self.store.path().parent().unwrap_or_else(|| std::path::Path::new("."))
    }

    /// Does what a person wants, durably, or refuses.
    ///
    /// # Errors
    /// Refused by a rule, or the file could not be written: in both cases nothing has changed.
    pub fn execute(&mut self, command: Command) -> Result<Receipt, DeskError> {
        let mut sign = self.sign()?;
        if let Command::OpenShift { on_duty, .. } = &command {
            // Nobody is on duty yet; whoever takes the keys first opens.
            sign.by = sign.by.or_else(|| on_duty.first().copied());
        }
        let closes = matches!(command, Command::CloseShift(_));
        let catalogue = Rc::clone(&self.catalogue);
        let deed = Deed { catalogue: &catalogue, by: sign.by, slips: self.slips };
        let (entry, op, visit) = self.store.write(sign, |write| deed.run(write, command))?;
        // The shift is closed, whatever becomes of the names: the next start erases what could not be erased now.
        if closes && let Err(error) = self.store.erase_names(sign) {
            tracing::warn!(%error, "names not erased at close");
        }
        Ok(Receipt { entry, op, visit })
    }

    /// Undoes the last thing done at this station today.
    ///
    /// # Errors
    /// Refused when there is nothing or something changed since; or the file could not be written.
    pub fn undo(&mut self) -> Result<Receipt, DeskError> {
        self.turn(Turn::Undo)
    }

    /// Redoes the last thing undone at this station today.
    ///
    /// # Errors
    /// As [`Self::undo`].
    pub fn redo(&mut self) -> Result<Receipt, DeskError> {
        self.turn(Turn::Redo)
    }

    fn turn(&mut self, turn: Turn) -> Result<Receipt, DeskError> {
        let sign = self.sign()?;
        match self.store.turn(sign, turn) {
            Ok((entry, op)) => Ok(Receipt { entry, op, visit: None }),
            Err(TurnError::Refused(refusal)) => Err(refusal.into()),
            Err(TurnError::Store(error)) => Err(error.into()),
        }
    }

    /// Erases what earlier evenings left of citizens' names: a console that was killed could not do it at close.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn erase_old_names(&mut self) -> Result<u32, DeskError> {
        if self.store.open_shift()?.is_some_and(|shift| shift.day == self.clock.now().day()) {
            return Ok(0);
        }
        let sign = self.sign()?;
        Ok(self.store.erase_names(sign)?)
    }

    /// Today, whole.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn load(&mut self) -> Result<Model, DeskError> {
        let now = self.clock.now();
        let day = now.day();
        let sign = self.sign()?;
        let shift = self.store.open_shift()?;
        let last_on_duty = match &shift {
            Some(shift) => shift.on_duty.clone(),
            None => self.store.last_shift()?.map(|shift| shift.on_duty).unwrap_or_default(),
        };
        let used = match &self.used {
            Some((of, used)) if *of == day => used.clone(),
            _ => {
                let used: HashMap<Code, u32> = self.store.usual_needs()?.into_iter().collect();
                self.used = Some((day, used.clone()));
                used
            }
        };
        let visits = self.store.visits_of_day(day)?;
        let pace = Pace { today: self.served_today(&visits, day)?, usual: self.served_before(day)? };
        let first = visits.first().map_or(VisitId(0), |visit| visit.id);
        // A minute of drift is the clock being set right; more is a clock that lost its battery.
        let clock_behind = self.store.last_entry_at()?.filter(|last| last.seconds_since(now) > 60);
        Ok(Model::new(model::Parts {
            day,
            station: self.station,
            office: self.store.office()?,
            volunteers: self.store.volunteers()?,
            shift,
            last_on_duty,
            me: sign.by,
            slips: self.store.slips_missing(first)?,
            wait_limit: self.store.wait_limit()?,
            pace,
            visits,
            needs: self.store.needs_of_day(day)?,
            names: self.store.names()?,
            assists: self.store.open_assists()?,
            handover: self.store.unread_handover()?,
            turns: self.store.next_turns(sign)?,
            used,
            clock_behind,
            people: self.store.people_of_day(day)?,
            hamlets: self.store.hamlets()?,
            outages: self.store.open_outages()?,
        }))
    }

    /// How long the parties that were finished last today were served.
    fn served_today(&self, visits: &[Visit], day: Day) -> Result<Vec<i64>, StoreError> {
        let mut done: Vec<(Stamp, VisitId)> = visits
            .iter()
            .filter(|visit| visit.day == day && visit.stage.kind() == StageKind::Done)
            .map(|visit| (visit.stage.since(), visit.id))
            .collect();
        done.sort_unstable();
        let last = done.len().saturating_sub(pace::OF_TODAY);
        let last: Vec<VisitId> = done[last..].iter().map(|(_, visit)| *visit).collect();
        self.store.served_seconds(&last)
    }

    /// The same of the days before.
    fn served_before(&mut self, day: Day) -> Result<Vec<i64>, StoreError> {
        if let Some((_, usual)) = self.usual.as_ref().filter(|(of, _)| *of == day) {
            return Ok(usual.clone());
        }
        let finished = self.store.finished_before(day, pace::OF_BEFORE)?;
        let usual = self.store.served_seconds(&finished)?;
        self.usual = Some((day, usual.clone()));
        Ok(usual)
    }

    /// Whether another console has written since this was last asked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changed_elsewhere(&self) -> Result<bool, DeskError> {
        Ok(self.store.changed_elsewhere()?)
    }

    /// The journal of a day, the newest entry first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn journal(&self, day: Day, most: u32) -> Result<Vec<Entry>, DeskError> {
        Ok(self.store.journal_of_day(day, most)?)
    }

    /// Who signs for what this station does now: the volunteer seated here, if on duty; else the first on duty who
    /// does not sit elsewhere; else the first on duty.
    fn sign(&self) -> Result<Signature, StoreError> {
        let at = self.clock.now();
        let Some(shift) = self.store.open_shift()? else {
            return Ok(Signature { station: self.station, by: None, at });
        };
        let seats = self.store.seats()?;
        let on_duty = |volunteer: &VolunteerId| shift.on_duty.contains(volunteer);
        let elsewhere = |volunteer: &VolunteerId| {
            seats.iter().any(|(station, seated)| *station != self.station && seated == volunteer)
        };
        let by = seats
            .get(&self.station)
            .copied()
            .filter(on_duty)
            .or_else(|| shift.on_duty.iter().find(|volunteer| !elsewhere(volunteer)).copied())
            .or_else(|| shift.on_duty.first().copied());
        Ok(Signature { station: self.station, by, at })
    }
}

/// One command being done.
struct Deed<'a> {
    catalogue: &'a Catalogue,
    by: Option<VolunteerId>,
    /// Whether a slip is printed with each number.
    slips: bool,
}

impl Deed<'_> {
    fn run(&self, write: &Write<'_>, command: Command) -> Result<Done, DeskError> {
        match command {
            Command::SetUp { office, volunteers } => shifts::set_up(write, &office, &volunteers),
            Command::AddVolunteer { name } => shifts::add_volunteer(write, &name),
            Command::SetOffice(office) => office::set_office(write, &office),
            Command::SetLetterhead(words) => office::set_letterhead(write, &words),
            Command::SetWaitLimit(minutes) => office::set_wait_limit(write, minutes),
            Command::SetTargets(targets) => office::set_targets(write, targets),
            Command::SetHamlets(names) => office::set_hamlets(write, &names),
            Command::TurnSystem(system) => office::turn_system(write, system),
            Command::KeepRemark { span, remark } => office::keep_remark(write, span, &remark),
            Command::SetPerson { visit, person } => calling::set_person(write, self.by, visit, &person),
            Command::OpenShift { part, on_duty, acknowledged } => {
                shifts::open(write, part, &on_duty, acknowledged)
            }
            Command::ChangeDuty { on_duty } => shifts::change_duty(write, &on_duty),
            Command::Sit { volunteer } => shifts::sit(write, volunteer),
            Command::CloseShift(closing) => shifts::close(write, self.by, &closing),
            Command::TakeNumber(new) => {
                let (op, visit) = calling::take_number(write, self.catalogue, &new)?;
                if let Some(visit) = visit.filter(|_| self.slips) {
                    write.ask_slip(visit)?;
                }
                Ok((op, visit))
            }
            Command::CallNext => calling::call_next(write, self.by),
            Command::Recall(visit) => calling::recall(write, self.by, visit),
            Command::Appear(visit) => calling::appear(write, self.catalogue, self.by, visit),
            Command::Hold(visit) => calling::hold(write, self.by, visit),
            Command::Resume(visit) => calling::resume(write, self.by, visit),
            Command::PutBack(visit) => calling::put_back(write, self.by, visit),
            Command::Leave { visit, why } => calling::leave(write, self.by, visit, why),
            Command::Finish(visit) => calling::finish(write, self.by, visit),
            Command::SetPersons { visit, persons } => calling::set_persons(write, self.by, visit, persons),
            Command::AddAssist { visit, procedure } => {
                assisting::add(write, self.catalogue, self.by, visit, &procedure)
            }
            Command::RemoveAssist(assist) => assisting::remove(write, self.by, assist),
            Command::ToggleStep { assist, step } => {
                assisting::toggle_step(write, self.catalogue, self.by, assist, step)
            }
            Command::SetQuantity { assist, quantity } => {
                assisting::set_quantity(write, self.by, assist, quantity)
            }
            Command::SetHow(assist, how) => assisting::set_how(write, self.by, assist, how),
            Command::SetChannel(assist, channel) => assisting::set_channel(write, self.by, assist, channel),
            Command::SetPayment(assist, payment) => assisting::set_payment(write, self.by, assist, payment),
            Command::SetOutcome(assist, outcome) => assisting::set_outcome(write, self.by, assist, outcome),
        }
    }
}
