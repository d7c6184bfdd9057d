//! Giving numbers: what is asked before one is given, and the form filled like the last one.

use super::Console;
use crate::desk::{Command, DeskError, NewVisit};
use crate::domain::Refusal;
use crate::ui::notice::Notice;
use crate::ui::popups::{AtOnceWhy, Intake, OneParty, Popup};

impl Console {
    /// Gives a number, or asks whether it and the last ones are one party's; says whether it was given.
    pub(super) fn give(&mut self, new: NewVisit) -> bool {
        match self.desk.burst(&new) {
            Ok(None) => self.execute(Command::TakeNumber(new)),
            Ok(Some(burst)) => {
                self.popups.push(Popup::OneParty(Box::new(OneParty::new(burst, new))));
                false
            }
            Err(error) => {
                self.fault(&error);
                false
            }
        }
    }

    /// Gives a number and helps on the spot; says whether it was done. Where somebody would be called first it is asked
    /// why not: the order on the screen may have been a second old.
    pub(super) fn serve_now(&mut self, new: NewVisit) -> bool {
        match self.desk.execute(Command::ServeNow { new: new.clone(), why: None }) {
            Err(DeskError::Refused(Refusal::OthersFirst { ticket })) => {
                self.reload();
                self.popups.push(Popup::AtOnce(Box::new(AtOnceWhy::new(new, ticket))));
                false
            }
            result => self.done(result),
        }
    }

    /// Opens the form filled like the last number of this station, or says that there is none.
    pub(super) fn repeat_intake(&mut self) -> bool {
        match self.desk.last_given() {
            Ok(last) => self.popups.push(Popup::Intake(Box::new(Intake::like(last)))),
            Err(DeskError::Refused(refusal)) => {
                self.notice = Some(Notice::Refused(refusal));
                return false;
            }
            Err(error) => {
                self.fault(&error);
                return false;
            }
        }
        true
    }
}
