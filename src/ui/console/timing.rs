//! What the passing of time brings: a clock that went wrong or is right again, and a shift that nobody closed.

use super::Console;
use crate::desk::with_causes;
use crate::ui::popups::Popup;
use crate::ui::request::Opening;
use crate::ui::screens::Screen;

impl Console {
    /// A clock that is right again is used again; one that went wrong is asked about, once, while nobody is being helped.
    pub(super) fn look_at_clock(&mut self) {
        match self.desk.trust_clock_again() {
            Ok(true) => self.reload(),
            Ok(false) => {}
            Err(error) => {
                tracing::error!(error = with_causes(&error), "could not note that the clock is right");
            }
        }
        if !self.world.clock.reading().asks() {
            // What was asked is answered: somebody has set the PC's clock.
            if std::mem::take(&mut self.has_asked_day)
                && matches!(self.stack.top_popup(), Some(Popup::Today(_)))
            {
                self.stack.close(self.stack.top_id());
            }
        } else if !self.stack.has_popup() && self.world.model.in_hand().is_none() {
            self.ask_day();
        }
    }

    /// Asks what day it is, once, when the PC's clock would lead to another one than the file.
    pub(super) fn ask_day(&mut self) {
        if self.world.clock.reading().asks() && !std::mem::replace(&mut self.has_asked_day, true) {
            self.open(Opening::Today);
        }
    }

    /// Whether it is to be asked when the open shift ended. Nothing that was begun is taken away for it.
    pub(super) fn asks_for_end(&self) -> bool {
        let model = &self.world.model;
        let forgotten = model.forgotten(self.world.clock.now()).map(|(shift, _)| shift.id);
        matches!(self.stack.screen(), Screen::Desk(_))
            && !self.stack.has_popup()
            && forgotten.is_some_and(|shift| self.goes_on != Some((shift, model.day)))
    }
}
