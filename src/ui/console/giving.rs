//! Numbers: whether several are one party's, and why somebody is helped before the others, is asked first.

use super::Console;
use super::requests::Went;
use crate::desk::{Command, DeskError, NewVisit};
use crate::domain::{Refusal, SlipNumber};
use crate::ui::context::Numbered;
use crate::ui::popups::{AtOnceWhy, Confirm, Intake, OneParty};
use crate::ui::request::Question;

impl Console {
    /// Gives a number, or asks whether it and the last ones are one party's.
    pub(super) fn give(&mut self, new: NewVisit) -> Went {
        match self.desk.burst(&new) {
            Ok(None) => self.unless_warned(Command::TakeNumber(new)),
            Ok(Some(burst)) => {
                self.stack.push(OneParty::new(burst, new));
                Went::Asked
            }
            Err(error) => {
                self.fault(&error);
                Went::Refused
            }
        }
    }

    /// Does what gives a number or sends somebody on. While numbers are stopped, or the station is closed, it is asked first.
    pub(super) fn unless_warned(&mut self, command: Command) -> Went {
        match self.desk.execute(command.clone()) {
            Err(DeskError::Refused(
                why @ (Refusal::NumbersStopped { .. } | Refusal::StationClosed { .. }),
            )) => {
                // Another station may have done so a second ago.
                self.reload();
                self.stack.push(Confirm::new(Question::Insist(Box::new(command), why)));
                Went::Asked
            }
            result => self.done(result).into(),
        }
    }

    /// Gives a number and helps on the spot. Where somebody would be called first it is asked
    /// why not: the order on the screen may have been a second old.
    pub(super) fn serve_now(&mut self, new: NewVisit, insists: bool) -> Went {
        let plain = Command::ServeNow { new: new.clone(), why: None };
        let command = if insists { Command::Insist(Box::new(plain.clone())) } else { plain.clone() };
        match self.desk.execute(command) {
            Err(DeskError::Refused(why @ Refusal::NumbersStopped { .. })) => {
                self.reload();
                self.stack.push(Confirm::new(Question::Insist(Box::new(plain), why)));
                Went::Asked
            }
            Err(DeskError::Refused(Refusal::OthersFirst { ticket })) => {
                self.reload();
                self.stack.push(AtOnceWhy::new(new, ticket, insists));
                Went::Asked
            }
            result => self.done(result).into(),
        }
    }

    /// Looks up the visits that have the number being typed, once for each.
    pub(super) fn look_up_number(&mut self) {
        let today = self.world.model.day;
        let asked = self.stack.top().number_typed().and_then(|typed| SlipNumber::read(typed, today));
        if asked == self.world.numbered.asked {
            return;
        }
        let found = asked.map_or_else(|| Ok(Vec::new()), |number| self.desk.numbered(number));
        self.world.numbered = Numbered { asked, ..Numbered::default() };
        match found {
            Ok(found) => self.world.numbered.found = found,
            Err(error) => self.fault(&error),
        }
    }

    /// Opens the form filled like the last number of this station, or says that there is none.
    pub(super) fn repeat_intake(&mut self) -> bool {
        match self.desk.last_given() {
            Ok(last) => self.stack.push(Intake::like(last)),
            Err(DeskError::Refused(refusal)) => return self.refuse(refusal) == Went::Well,
            Err(error) => {
                self.fault(&error);
                return false;
            }
        }
        true
    }
}
