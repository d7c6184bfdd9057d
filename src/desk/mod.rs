//! One thing at a time, in one transaction: commands in, a receipt or a refusal out, and the model screens read.

pub mod catalogue;
pub mod command;
pub mod merge;
pub mod model;

mod aside;
mod assisting;
mod calling;
mod correcting;
mod deed;
mod giving;
mod glance;
mod guiding;
mod handover;
mod leading;
mod life;
mod masking;
mod office;
mod overlong;
mod referring;
mod report;
mod roster;
mod shifts;
mod station;
mod stations;
mod timing;
mod turns;

use std::rc::Rc;

pub use catalogue::CatalogueEdit;
pub use command::{Closing, Command, End, NewVisit, WhereTo};
pub use deed::{DeskError, Receipt, with_causes};
pub use giving::{Burst, LastGiven};
pub use guiding::{GoingOn, Promise};
pub use handover::Items;
pub use leading::Whose;
pub use life::{CallOrder, Life, Other, Step};
pub use model::{Card, Model};
pub use office::Paperwork;
pub use overlong::Overlong;
pub use station::Desk;

use deed::{Done, Hand};

use crate::domain::mask::Masked;
use crate::domain::{Catalogue, Day, EntryId, Op, Refusal, VolunteerId};
pub use crate::store::check::CheckReport;
pub use crate::store::journal::Entry;
use crate::store::undo::{Turn, TurnError};
use crate::store::{Signature, Store, Write};
pub use crate::store::{StoreError, Swap};

impl Desk {
    /// Does what a person wants, durably, or refuses.
    ///
    /// # Errors
    /// Refused by a rule, or the file could not be written: in both cases nothing has changed.
    pub fn execute(&mut self, command: Command) -> Result<Receipt, DeskError> {
        let leads = self.may_lead()?;
        if command.whose() == Whose::Leader && !leads {
            return Err(Refusal::LeaderOnly.into());
        }
        let (command, masked) = masking::masked(command);
        let mut sign = self.store.at_one_moment(|| self.sign())?;
        if let Command::OpenShift { on_duty, .. } = &command {
            // Nobody is on duty yet; whoever takes the keys first opens.
            sign.by = sign.by.or_else(|| on_duty.first().copied());
        }
        if let Command::TakeHandover { by, .. } = &command {
            sign.by = Some(*by);
        }
        let (closes, sits) =
            (matches!(command, Command::CloseShift(_)), matches!(command, Command::Sit { .. }));
        self.look_at_catalogue()?;
        let (catalogue, built_in) = (Rc::clone(&self.catalogue.0), Rc::clone(&self.built_in));
        let doing = Doing {
            catalogue: &catalogue,
            built_in: &built_in,
            by: sign.by,
            slips: self.slips,
            may: if leads { Whose::Leader } else { Whose::Anyone },
            corrects: false,
            insists: false,
        };
        let (entry, op, visit) = self.store.write(sign, |write| {
            let done = doing.run(write, command)?;
            if let (Some(by), Some(_), false) =
                (sign.by, done.0.ticket(), matches!(done.0, Op::Corrected { .. }))
            {
                write.seat_who_acts(by)?;
            }
            Ok::<Done, DeskError>(done)
        })?;
        if sits {
            self.stop_leading();
        }
        // The shift is closed, whatever becomes of the names: the next start erases what could not be erased now.
        if closes && let Err(error) = self.store.erase_names(sign) {
            tracing::warn!(error = with_causes(&error), "names not erased at close");
        }
        Ok(Receipt { entry, op, visit, masked })
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

    /// Undoes one entry of today alone, whichever station's it is.
    ///
    /// # Errors
    /// As [`Self::undo`]; also when something later leans on it.
    pub fn undo_alone(&mut self, entry: EntryId) -> Result<Receipt, DeskError> {
        self.turn_by(|store, sign, allows| store.undo_alone(sign, entry, allows))
    }

    fn turn(&mut self, turn: Turn) -> Result<Receipt, DeskError> {
        self.turn_by(|store, sign, allows| store.turn_if(sign, turn, allows))
    }

    fn turn_by(
        &mut self,
        turn: impl FnOnce(
            &mut Store,
            Signature,
            &dyn Fn(&Write<'_>, &Op) -> Result<(), TurnError>,
        ) -> Result<(EntryId, Op), TurnError>,
    ) -> Result<Receipt, DeskError> {
        self.look_at_catalogue()?;
        let sign = self.sign()?;
        let (catalogue, seen) = (Rc::clone(&self.catalogue.0), self.catalogue.1);
        let built_in = Rc::clone(&self.built_in);
        let leads = self.may_lead()?;
        let allows = |write: &Write<'_>, op: &Op| {
            if leading::is_leaders(op) && !leads {
                return Err(TurnError::Refused(Refusal::LeaderOnly));
            }
            catalogue::no_used_entry_goes(write, &catalogue, seen, &built_in)
        };
        match turn(&mut self.store, sign, &allows) {
            Ok((entry, op)) => Ok(Receipt { entry, op, visit: None, masked: Masked::default() }),
            Err(TurnError::Refused(refusal)) => Err(refusal.into()),
            Err(TurnError::Store(error)) => Err(error.into()),
        }
    }

    /// Erases what earlier evenings left of citizens' names: a console that was killed could not do it at close.
    pub fn erase_old_names(&mut self) -> Result<u32, DeskError> {
        let today = self.now()?.day();
        if self.store.open_shift()?.is_some_and(|shift| shift.day == today) {
            return Ok(0);
        }
        let sign = self.sign()?;
        Ok(self.store.erase_names(sign)?)
    }

    /// Enters that somebody went back to a copy, and which deed was the last in it.
    pub fn note_going_back(&mut self) -> Result<(), DeskError> {
        let last = self.store.last_entry()?.map(|(_, _, at)| at);
        let sign = self.sign()?;
        self.store.note_going_back(sign, last)?;
        Ok(())
    }

    /// Today, whole.
    pub fn load(&mut self) -> Result<Model, DeskError> {
        let now = self.look_at_clock()?.now;
        self.compare_clocks()?;
        self.look_at_catalogue()?;
        self.remember_days_before(now.day())?;
        self.store.at_one_moment(|| self.today(now))
    }

    /// Whether the deed is kept of which the disk gave no answer: once, when that has become known.
    pub fn look_up(&mut self) -> Option<bool> {
        self.store.look_up()
    }

    /// Where a log was put at the opening that lay beside the file and was another file's.
    pub fn set_aside(&self) -> Option<&std::path::Path> {
        self.store.set_aside()
    }

    /// Whether the file was copied from a desk in use, without its log.
    pub fn lacks_log(&self) -> bool {
        self.store.lacks_log()
    }

    /// Whether another console has written since this was last asked.
    pub fn changed_elsewhere(&mut self) -> Result<bool, DeskError> {
        let has_changed = self.store.changed_elsewhere()?;
        self.has_news |= has_changed;
        Ok(has_changed)
    }

    /// The journal of a day, the newest entry first.
    pub fn journal(&self, day: Day, most: u32) -> Result<Vec<Entry>, DeskError> {
        Ok(self.store.journal_of_day(day, most)?)
    }
}

/// One command being done.
struct Doing<'a> {
    catalogue: &'a Catalogue,
    built_in: &'a Catalogue,
    by: Option<VolunteerId>,
    /// Whether a slip is printed with each number.
    slips: bool,
    /// Whose deeds may be done.
    may: Whose,
    /// Whether it sets right what was recorded of a visit that has ended.
    corrects: bool,
    /// Whether it gives a number although numbers are stopped, or sends somebody to a station that is closed.
    insists: bool,
}

impl Doing<'_> {
    /// Refuses a number that nobody insists on while numbers are stopped.
    fn may_give(&self, write: &Write<'_>) -> Result<(), DeskError> {
        match write.shift()?.and_then(|shift| shift.stopped) {
            Some(since) if !self.insists => Err(Refusal::NumbersStopped { since }.into()),
            _ => Ok(()),
        }
    }

    fn run(&self, write: &Write<'_>, command: Command) -> Result<Done, DeskError> {
        let hand = Hand { by: self.by, corrects: self.corrects };
        match command {
            Command::Correct(command) => {
                let was = correcting::before(write, &command)?.map(Box::new);
                let (to, id) = Doing { corrects: true, ..*self }.run(write, *command)?;
                let visit = deed::find(write, id.ok_or(Refusal::VisitGone)?)?;
                let (ticket, day) = (visit.ticket, (visit.day != write.sign.day()).then_some(visit.day));
                if day.is_some() && self.may == Whose::Anyone {
                    return Err(Refusal::LeaderOnly.into());
                }
                Ok((Op::Corrected { ticket, day, to: Box::new(to), was }, id))
            }
            Command::Insist(command) => Doing { insists: true, ..*self }.run(write, *command),
            Command::StopNumbers => shifts::stop_numbers(write),
            Command::GiveNumbers => shifts::give_numbers(write),
            Command::SetEnding { visit, why } => correcting::set_ending(write, hand, visit, why),
            Command::SetUp { office, volunteers } => shifts::set_up(write, &office, &volunteers),
            Command::AddVolunteer { name, facts } => roster::add(write, &name, &facts),
            Command::ChangeVolunteer { volunteer, name, facts } => {
                roster::change(write, volunteer, &name, &facts)
            }
            Command::RetireVolunteer(volunteer) => roster::retire(write, volunteer),
            Command::BringBackVolunteer(volunteer) => roster::bring_back(write, volunteer),
            Command::MergeVolunteers { volunteer, into } => roster::merge(write, volunteer, into),
            Command::SetStation(station) => stations::set(write, &station),
            Command::OpenStation(station) => stations::open(write, station),
            Command::CloseStation(station) => stations::close(write, station),
            Command::SetOffice(office) => office::set_office(write, &office),
            Command::SetLetterhead(words) => office::set_letterhead(write, &words),
            Command::SetWaitLimit(minutes) => office::set_wait_limit(write, minutes),
            Command::SetTargets(targets) => office::set_targets(write, targets),
            Command::SetOfficeDays(days) => office::set_days(write, &days),
            Command::TakeHolidays(table) => office::take_holidays(write, &table),
            Command::SetHamlets(names) => office::set_hamlets(write, &names),
            Command::SetReasons(names) => office::set_reasons(write, &names),
            Command::SetPlaces(names) => referring::set_places(write, &names),
            Command::Refer { assist, to } => referring::refer(write, hand, assist, &to),
            Command::SendOn { visit, to } => referring::send_on(write, self.catalogue, self.by, visit, &to),
            Command::HideReason(reason) => office::hide_reason(write, reason),
            Command::OfferReason(reason) => office::offer_reason(write, reason),
            Command::TurnSystem(system) => office::turn_system(write, system),
            Command::KeepRemark { span, remark } => office::keep_remark(write, span, &remark),
            Command::EditCatalogue(edit) => catalogue::edit(write, self.built_in, &edit),
            Command::SetPerson { visit, person } => calling::set_person(write, hand, visit, &person),
            Command::OpenShift { part, on_duty } => shifts::open(write, part, &on_duty),
            Command::TakeHandover { handover, by, taken, remark } => {
                handover::take_over(write, handover, by, &taken, &remark)
            }
            Command::TakeItem { handed, item, deed } => handover::take(write, self.by, handed, item, deed),
            Command::AddItem(new) => handover::add(write, self.by, &new),
            Command::ChangeItem(item, new) => handover::change(write, self.by, item, &new),
            Command::CloseItem(item, why) => handover::close(write, self.by, item, why),
            Command::GiveItem(item) => handover::give(write, self.by, item),
            Command::ChangeDuty { on_duty, since } => shifts::change_duty(write, &on_duty, since),
            Command::Sit { volunteer } => shifts::sit(write, volunteer),
            Command::CloseShift(closing) => shifts::close(write, self.by, &closing),
            Command::TakeNumber(new) => {
                self.may_give(write)?;
                let (op, visit) = giving::take_number(write, self.catalogue, &new)?;
                if let Some(visit) = visit.filter(|_| self.slips) {
                    write.ask_slip(visit)?;
                }
                Ok((op, visit))
            }
            Command::Count(what) => {
                let shift = write.shift()?.ok_or(Refusal::NoShift)?;
                let today = write.count(what, shift.id, deed::on_duty(write, self.by)?.by)?;
                Ok((Op::Counted { what, today }, None))
            }
            // Whoever is helped on the spot needs no slip to wait with.
            Command::ServeNow { new, why } => {
                self.may_give(write)?;
                giving::serve_now(write, self.catalogue, self.by, &new, why)
            }
            Command::OneParty(new) => giving::one_party(write, self.catalogue, self.by, &new),
            Command::SetCalling { visit, name, note } => {
                calling::set_calling(write, self.by, visit, (&name, &note))
            }
            Command::CallNext(named) => turns::call_next(write, self.by, named),
            Command::CallOutOfTurn { visit, why } => turns::call_out_of_turn(write, self.by, visit, why),
            Command::NextPlease(visit, named) => turns::next_please(write, self.by, visit, named),
            Command::Return(visit) => turns::come_back(write, self.by, visit),
            Command::Transfer { visit, to } => {
                stations::may_be_sent(write, to, self.insists)?;
                turns::transfer(write, self.by, visit, to)
            }
            Command::SetQueueRules(rules) => turns::set_rules(write, &rules),
            Command::Recall(visit) => turns::recall(write, self.by, visit),
            Command::Appear(visit) => calling::appear(write, self.catalogue, self.by, visit),
            Command::Hold(visit) => calling::hold(write, self.by, visit),
            Command::Resume(visit) => calling::resume(write, self.by, visit),
            Command::PutBack(visit) => turns::put_back(write, self.by, visit),
            Command::Leave { visit, why } => calling::leave(write, self.by, visit, why),
            Command::LeaveUntil { visit, when } => calling::leave_until(write, self.by, visit, when),
            Command::Finish(visit) => calling::finish(write, self.by, visit),
            Command::FinishAndCall(visit, named) => turns::finish_and_call(write, self.by, visit, named),
            Command::SetPersons { visit, persons } => calling::set_persons(write, hand, visit, persons),
            Command::AddAssist { visit, procedure } => {
                assisting::add(write, self.catalogue, hand, visit, &procedure)
            }
            Command::RemoveAssist(assist) => assisting::remove(write, hand, assist),
            Command::ToggleStep { assist, step } => {
                assisting::toggle_step(write, self.catalogue, hand, assist, step)
            }
            Command::SetCheck { assist, part, place, state } => {
                guiding::set_check(write, self.catalogue, hand, assist, (part, place), state)
            }
            Command::ComeBack { assist, when } => guiding::come_back(write, hand, assist, when),
            Command::TakeUpTicks { visit } => guiding::take_up(write, self.catalogue, self.by, visit),
            Command::SetQuantity { assist, quantity } => {
                assisting::set_quantity(write, hand, assist, quantity)
            }
            Command::SetHow(assist, how) => assisting::set_how(write, hand, assist, how),
            Command::SetChannel(assist, channel) => {
                assisting::set_channel(write, self.catalogue, hand, assist, channel)
            }
            Command::SetPayment(assist, payment) => assisting::set_payment(write, hand, assist, payment),
            Command::SetOutcome(assist, outcome) => assisting::set_outcome(write, hand, assist, outcome),
        }
    }
}
