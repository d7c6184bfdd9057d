//! Visits that were found: read, and set right.

use super::Console;
use super::requests::Went;
use crate::desk::{Command, DeskError};
use crate::domain::{Day, Refusal, Ticket};
use crate::ui::popups::{Correct, Find, LifeView, Popup};

impl Console {
    /// The visits of another day, to find one.
    pub(super) fn find_on(&mut self, day: Day, typed: &str) -> Went {
        let today = self.world.model.day;
        if day > today {
            return self.refuse(Refusal::NothingLater);
        }
        let cards = if day == today { Ok(None) } else { self.desk.cards_given_on(day).map(Some) };
        match cards {
            Ok(cards) => self.stack.push(Find::on(day, cards, typed)),
            Err(error) => {
                self.fault(&error);
                return Went::Refused;
            }
        }
        Went::Well
    }

    /// Holds a visit out to be set right.
    pub(super) fn correct(&mut self, day: Day, ticket: Ticket) -> Went {
        if self.unless_past(day) != Went::Well {
            return Went::Refused;
        }
        let visit = match self.desk.visit_of(day, ticket) {
            Ok(Some(visit)) => visit,
            found => return self.not_found(found.map(drop), day, ticket),
        };
        self.desk.hold_out(Some(visit.id));
        self.stack.push(Correct::new());
        self.reload();
        Went::Well
    }

    /// What is changed of a visit that has ended is a correction.
    pub(super) fn corrected(&self, command: Command) -> Command {
        let card = self.world.model.corrected.as_ref().filter(|_| self.corrects());
        match card {
            Some(card) if !card.visit.stage.kind().is_open() => Command::Correct(Box::new(command)),
            _ => command,
        }
    }

    /// Whether a visit is being set right.
    pub(super) fn corrects(&self) -> bool {
        self.stack.popups().any(|popup| matches!(popup, Popup::Correct(_)))
    }

    /// Shows everything that happened to a number.
    pub(super) fn show_life(&mut self, day: Day, ticket: Ticket) -> Went {
        match self.desk.life(day, ticket) {
            Ok(Some(life)) => {
                self.stack.push(LifeView::new(life));
                Went::Well
            }
            found => self.not_found(found.map(drop), day, ticket),
        }
    }

    /// Says why a number is not shown.
    fn not_found(&mut self, found: Result<(), DeskError>, day: Day, ticket: Ticket) -> Went {
        match found {
            Ok(()) => self.refuse(Refusal::NoEarlierVisit { ticket, day }),
            Err(DeskError::Refused(refusal)) => self.refuse(refusal),
            Err(error) => {
                self.fault(&error);
                Went::Refused
            }
        }
    }
}
