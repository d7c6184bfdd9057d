//! A citizen card at the console: what its scan fills in, and what is put back that its first digits typed.

use super::{Console, Screen};
use crate::domain::card::Scan;
use crate::ui::key::Key;
use crate::ui::key_ear::{Heard, ScanEar};
use crate::ui::notice::Notice;
use crate::ui::popups::Popup;

/// What had the keys before digits were typed that may belong to a scan.
pub(super) enum Before {
    /// The popup on top.
    Popup(Box<Popup>),
    /// The screen, none of whose popups is open.
    Screen(Screen),
}

impl Console {
    /// Whether a key belongs to a scan and does nothing of itself.
    pub(super) fn is_scanned(&mut self, key: Key) -> bool {
        let at = self.clock.elapsed();
        self.end_scan();
        let takes_text = self.place().takes_text();
        match self.ear.hear(key, at, takes_text) {
            Heard::Key => return false,
            Heard::First => {
                self.before = takes_text.then(|| self.standing());
                return false;
            }
            Heard::Begins => match self.before.take() {
                Some(Before::Popup(popup)) => {
                    self.popups.pop();
                    self.popups.push(*popup);
                }
                Some(Before::Screen(screen)) => self.screen = screen,
                None => {}
            },
            Heard::Taken => {}
            Heard::Scan(scan) => self.take_scan(&scan),
        }
        true
    }

    fn standing(&self) -> Before {
        match self.popups.last() {
            Some(popup) => Before::Popup(Box::new(popup.clone())),
            None => Before::Screen(self.screen.clone()),
        }
    }

    /// Takes a scan that has no end: the scanner sends none, or it was cut off.
    pub(super) fn end_scan(&mut self) {
        if let Some(scan) = self.ear.overdue(self.clock.elapsed()) {
            self.take_scan(&scan);
        }
    }

    /// Whether a pasted text is a card, or goes on with one; then it is taken as a scan.
    pub(super) fn is_pasted_scan(&mut self, text: &str) -> bool {
        self.end_scan();
        if self.ear.is_listening() {
            // Windows tells of a line break within a burst as of a paste.
            for letter in text.chars() {
                let key = if letter == '\n' { Key::ENTER } else { Key::letter(letter) };
                self.press(key);
            }
            return true;
        }
        let is_card = Scan::is_in(text);
        if is_card {
            self.take_scan(&Scan::new(text.to_owned()));
        }
        is_card
    }

    /// How long until a scan that is under way counts as ended.
    pub(super) fn scan_patience(&self) -> Option<std::time::Duration> {
        self.ear.is_listening().then(ScanEar::patience)
    }

    /// Fills the form that gives a number, opening it at the queue.
    fn take_scan(&mut self, scan: &Scan) {
        self.before = None;
        let has_place = match self.popups.last() {
            Some(popup) => matches!(popup, Popup::Intake(_)),
            None => matches!(self.screen, Screen::Desk),
        };
        if !has_place {
            self.notice = Some(Notice::CardElsewhere);
            return;
        }
        match scan.read(self.model.day) {
            Ok(facts) => {
                if self.popups.is_empty() {
                    self.popups.push(Popup::intake());
                }
                if let Some(Popup::Intake(intake)) = self.popups.last_mut() {
                    intake.note_card(&facts);
                }
                self.notice = Some(Notice::CardRead { has_strange_prefix: facts.has_strange_prefix });
            }
            Err(flaw) => self.notice = Some(Notice::CardRefused(flaw)),
        }
    }
}
