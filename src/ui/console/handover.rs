//! Handovers: what the shift before left is gone through before the next one opens, and every one is read again.

use super::Console;
use super::requests::Went;
use crate::desk::{Closing, Command};
use crate::domain::{HandoverId, Refusal, ShiftId, Span};
use crate::ui::handed;
use crate::ui::keymap::Place;
use crate::ui::notice::Notice;
use crate::ui::paper;
use crate::ui::screens::Screen;
use crate::ui::screens::open_shift::OpenShiftForm;
use crate::ui::screens::take_over::TakeOverForm;

impl Console {
    /// The handover that has to be gone through before a shift is opened; none once somebody said that it is taken later.
    pub(super) fn must_take(&self) -> Option<HandoverId> {
        let pending = self.world.model.handover.filter(|pending| !pending.is_taken)?;
        let is_later = self.later == Some((pending.handover, self.world.model.day));
        (!is_later && self.world.model.shift.is_none()).then_some(pending.handover)
    }

    /// What the shift before left, then the form that opens one.
    pub(super) fn begin_shift(&mut self) {
        let screen = match self.must_take() {
            Some(handover) => self.taking(handover),
            None => OpenShiftForm::new(&self.world.model).into(),
        };
        self.stack.show_alone(screen);
    }

    pub(super) fn taking(&mut self, handover: HandoverId) -> Screen {
        self.refresh_items(Some(handover));
        TakeOverForm::new(&self.world.context(Place::TakeOver)).into()
    }

    /// Shows the handover before or after another one; after the last one the list as it is now.
    pub(super) fn turn_handover(&mut self, than: Option<HandoverId>, is_before: bool) -> Went {
        let items = match self.desk.handover_beside(than, is_before) {
            Ok(None) if is_before => return self.refuse(Refusal::NothingEarlier),
            Ok(None) => self.desk.items(),
            Ok(Some(items)) => Ok(items),
            Err(error) => Err(error),
        };
        match items {
            Ok(items) => {
                self.world.items = items;
                Went::Well
            }
            Err(error) => {
                self.fault(&error);
                Went::Refused
            }
        }
    }

    /// Closes the shift, and prints what the office wants of it.
    pub(super) fn close_and_print(&mut self, closing: Closing) -> bool {
        let model = &self.world.model;
        let day = model.shift.as_ref().map_or(model.day, |shift| shift.day);
        if !self.execute(Command::CloseShift(closing)) {
            return false;
        }
        self.stack.show_desk();
        self.settle();
        let masked = self.notice.take_if(|notice| matches!(notice, Notice::Masked(..)));
        let at_close = self.world.prints.settings.at_close;
        if at_close.has_tally() {
            self.print(Span::day(day));
        }
        if at_close.has_handover() {
            self.turn_handover(None, true);
            self.print_handover();
            self.settle();
        }
        // That the paper is on its way can be seen; that a note was changed must be read.
        self.notice = masked.or(self.notice.take());
        true
    }

    /// Reads the handover of a shift that is being looked at; else, or while it has none, the list as it is now.
    pub(super) fn show_items_of(&mut self, shift: Option<ShiftId>) {
        let found = shift.map_or(Ok(None), |shift| self.desk.handover_of(shift));
        match found {
            Ok(Some(items)) => self.world.items = items,
            Ok(None) => self.refresh_items(None),
            Err(error) => self.fault(&error),
        }
    }

    /// What the next shift has to know, and which services nobody seems to have ended in time.
    pub(super) fn refresh_closing(&mut self) {
        self.refresh_items(None);
        match self.desk.overlong(&self.world.model) {
            Ok(overlong) => self.world.overlong = overlong,
            Err(error) => self.fault(&error),
        }
    }

    /// The shift is opened first, and the handover taken later.
    pub(super) fn take_later(&mut self) {
        self.later = self.world.model.handover.map(|pending| (pending.handover, self.world.model.day));
        self.stack.show_alone(OpenShiftForm::new(&self.world.model).into());
        self.settle();
    }

    /// Reads the items of a handover that is shown; `None` is the list as it is now.
    pub(super) fn refresh_items(&mut self, id: Option<HandoverId>) {
        let items = match id {
            Some(id) => self.desk.handover(id),
            None => self.desk.items(),
        };
        match items {
            Ok(items) => self.world.items = items,
            Err(error) => self.fault(&error),
        }
    }

    /// Prints a handover, or the list as it is now.
    pub(super) fn print_handover(&mut self) {
        let ctx = self.world.context(Place::Handover);
        let (of, paper) = handed::paper(&ctx);
        let office = self.world.model.office.clone().unwrap_or_default();
        match paper::handover(&paper.sheet(&office, self.world.lang), &of) {
            Ok(page) => self.send(page),
            Err(error) => self.cannot_draw(&error),
        }
    }
}
