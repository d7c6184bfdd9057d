//! Keys before they are actions: Vietnamese typed without an input method, and what a scanner types or a paste brings.

use std::time::Duration;

use super::Console;
use super::drawing::is_too_small;
use crate::domain::TypingMethod;
use crate::domain::card::Scan;
use crate::domain::typing::{Ground, Rewrite};
use crate::ui::context::Effect;
use crate::ui::key::Key;
use crate::ui::key_ear::Heard;
use crate::ui::keymap::{Action, Place};
use crate::ui::notice::Notice;
use crate::ui::popups::{Find, Intake, Popup};
use crate::ui::screens::Screen;

impl Console {
    /// Gives a key to the field that has the keys; says whether it took it.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        let place = self.place();
        let method = self.world.typing_in(place);
        let Some(letter) = key.text() else {
            if key != Key::BACKSPACE {
                let rewrite = self.word.end(method);
                self.rewrite(&rewrite);
                return self.press_field(key);
            }
            let is_taken = self.press_field(key);
            let rewrite = if is_taken { self.word.back(method) } else { self.word.end(TypingMethod::Off) };
            self.rewrite(&rewrite);
            return is_taken;
        };
        let rewrite = self.word.press(method, ground(place), letter);
        if rewrite.erased == 0 && rewrite.typed.chars().eq([letter]) {
            let is_taken = self.press_field(key);
            if !is_taken {
                self.word.forget();
            }
            return is_taken;
        }
        self.rewrite(&rewrite);
        true
    }

    fn rewrite(&mut self, rewrite: &Rewrite) {
        for _ in 0..rewrite.erased {
            self.press_field(Key::BACKSPACE);
        }
        for letter in rewrite.typed.chars() {
            self.press_field(Key::letter(letter));
        }
    }

    /// Off, Telex or VNI; saved for the next start.
    pub(super) fn set_typing(&mut self, method: TypingMethod) {
        self.world.typing = method;
        self.effects.push(Effect::KeepTyping(method));
        self.notice = Some(Notice::Typing(method));
        self.settle();
    }

    /// Letters are text: on the desk one opens the form that gives a number, and begins the need; so does a digit at the queue.
    pub(super) fn begins_a_need(&mut self, place: Place, key: Key) {
        let begins = key.text().is_some_and(|letter| match place {
            Place::Queue => letter.is_alphanumeric(),
            Place::Visit => letter.is_alphabetic(),
            _ => false,
        });
        if begins {
            self.act(Action::TakeNumber);
            if self.place() == Place::Intake {
                self.type_key(key);
            }
        }
    }
}

impl Console {
    /// What the silence until a moment says of the keys before it.
    pub(super) fn rest(&mut self, at: Duration) {
        let heard = self.ear.rest(at);
        self.obey_heard(heard);
    }

    /// A key came: it is obeyed, kept back for a moment, or part of something that is no typing.
    pub(super) fn listen(&mut self, key: Key, at: Duration) {
        self.rest(at);
        let heard = self.ear.hear(key, at, self.place().takes_text());
        self.obey_heard(heard);
    }

    fn obey_heard(&mut self, heard: Vec<Heard>) {
        for one in heard {
            match one {
                Heard::Key(key) => self.obey_key(key),
                Heard::Begins => self.before = Some(self.stack.standing()),
                Heard::TakeBack => {
                    self.word.forget();
                    if let Some(layer) = self.before.take() {
                        self.stack.put_back(layer);
                    }
                }
                Heard::Break => self.put_in("\n"),
                Heard::NoEnter => self.notice = Some(Notice::NoEnter),
                Heard::Run(scan) => self.understand(&scan),
            }
        }
    }

    /// Takes what was scanned or pasted where nothing is typed, or a card that was taken out of a field: a card, a number, or
    /// nothing that means anything here.
    fn understand(&mut self, scan: &Scan) {
        self.before = None;
        if self.is_covered() {
            self.notice = Some(Notice::StrayText);
            return;
        }
        if scan.is_card_or_number() {
            return self.take_card(scan);
        }
        match scan.ticket() {
            Some(ticket) if self.is_at_the_desk() => {
                self.stack.push(Find::of(&ticket.to_string()));
                self.notice = Some(Notice::NumberScanned(ticket));
            }
            _ => self.notice = Some(Notice::StrayText),
        }
    }

    fn is_at_the_desk(&self) -> bool {
        !self.stack.has_popup() && matches!(self.stack.screen(), Screen::Desk(_))
    }

    /// Takes a text that was pasted, as the terminal says.
    pub(super) fn paste(&mut self, text: &str) {
        if is_too_small(self.world.size) {
            return;
        }
        self.is_touched();
        let at = self.world.clock.elapsed();
        self.rest(at);
        let scan = Scan::new(text.to_owned());
        if scan.holds_a_card() || !self.place().takes_text() {
            self.understand(&scan);
        } else {
            self.put_in(text);
        }
    }

    fn put_in(&mut self, text: &str) {
        self.word.forget();
        let place = self.place();
        self.stack.top_mut().paste(text, &self.world.context(place));
    }

    /// How long until the silence after the last key says something.
    pub(super) fn ear_patience(&self) -> Option<Duration> {
        self.ear.patience(self.world.clock.elapsed())
    }

    /// Fills the form that gives a number, opening it at the queue.
    fn take_card(&mut self, scan: &Scan) {
        let has_place = match self.stack.top_popup() {
            Some(popup) => matches!(popup, Popup::Intake(_)),
            None => self.is_at_the_desk(),
        };
        if !has_place {
            self.notice = Some(Notice::CardElsewhere);
            return;
        }
        match scan.read(self.world.model.day) {
            Ok(facts) => {
                if !self.stack.has_popup() {
                    self.stack.push(Intake::new());
                }
                if let Some(Popup::Intake(intake)) = self.stack.top_popup_mut() {
                    intake.note_card(&facts);
                }
                self.notice = Some(Notice::CardRead { has_strange_prefix: facts.has_strange_prefix });
            }
            Err(flaw) => self.notice = Some(Notice::CardRefused(flaw)),
        }
    }
}

/// Whether numbers of visits are typed in a place.
const fn ground(place: Place) -> Ground {
    match place {
        Place::Intake | Place::Find | Place::Line => Ground::Numbers,
        _ => Ground::Words,
    }
}
