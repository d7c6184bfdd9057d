//! What screens show beside the model, read again after each change: settings, roster, journal, handovers.

use super::Console;
use crate::domain::{Day, Volunteer, VolunteerFacts};
use crate::ui::keymap::Place;
use crate::ui::request::Opening;
use crate::ui::screens::Screen;
use crate::ui::screens::journal;

impl Console {
    /// Reads again what the screen shows.
    pub(super) fn refresh_lists(&mut self) {
        match self.stack.screen() {
            Screen::Settings(_) => self.refresh_settings(),
            Screen::Roster(_) => self.refresh_roster(),
            Screen::Handover(_) | Screen::TakeOver(_) => {
                self.refresh_items(self.world.items.handover.as_ref().map(|handover| handover.id));
            }
            Screen::CloseShift(_) => self.refresh_closing(),
            Screen::Journal(view) => {
                let day = view.day();
                self.refresh_journal(day);
            }
            _ => {}
        }
    }

    fn refresh_settings(&mut self) {
        match self.desk.paperwork() {
            Ok(kept) => {
                let ctx = self.world.context(Place::Settings);
                if let Screen::Settings(form) = self.stack.screen_mut() {
                    form.refresh(kept, &ctx);
                }
            }
            Err(error) => self.fault(&error),
        }
    }

    fn refresh_journal(&mut self, day: Day) {
        match self.desk.journal(day, journal::MOST) {
            Ok(entries) => {
                if let Screen::Journal(view) = self.stack.screen_mut() {
                    view.refresh(entries);
                }
            }
            Err(error) => self.fault(&error),
        }
    }

    fn refresh_roster(&mut self) {
        match self.desk.roster() {
            Ok(roster) => {
                if let Screen::Roster(view) = self.stack.screen_mut() {
                    view.refresh(roster);
                }
            }
            Err(error) => self.fault(&error),
        }
    }

    /// Of whom a form is asked for, where it is one of the roster.
    pub(super) fn known_volunteer(&mut self, of: &Opening) -> Option<(Volunteer, VolunteerFacts)> {
        let Opening::Volunteer(Some(id)) = of else { return None };
        match self.desk.roster() {
            Ok(roster) => roster.into_iter().find(|(one, _)| one.id == *id),
            Err(error) => {
                self.fault(&error);
                None
            }
        }
    }
}
