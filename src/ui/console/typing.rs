//! Vietnamese typed without an input method: each key is rewritten before the field gets it, as UniKey would do it.

use super::Console;
use crate::domain::{Letters, TypingMethod};
use crate::ui::context::Effect;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::notice::Notice;

impl Console {
    /// Gives a key to the field that has the keys; says whether it took it.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        let Some(letter) = key.text() else {
            let is_taken = self.press_field(key);
            if is_taken && key == Key::BACKSPACE {
                self.word.back(self.typing);
            } else {
                self.word.forget();
            }
            return is_taken;
        };
        let rewrite = self.word.press(self.typing_here(), letter);
        if rewrite.erased == 0 && rewrite.typed.chars().eq([letter]) {
            let is_taken = self.press_field(key);
            if !is_taken {
                self.word.forget();
            }
            return is_taken;
        }
        for _ in 0..rewrite.erased {
            self.press_field(Key::BACKSPACE);
        }
        for letter in rewrite.typed.chars() {
            self.press_field(Key::letter(letter));
        }
        true
    }

    /// How letters are taken where the keys are: the verbs of the line of commands are no Vietnamese.
    pub(super) fn typing_here(&self) -> TypingMethod {
        if self.place() == Place::Line { TypingMethod::Off } else { self.typing }
    }

    /// Off, Telex, VNI, round and round; kept for the next start.
    pub(super) fn turn_typing(&mut self) {
        self.typing = self.typing.next();
        self.effects.push(Effect::KeepTyping(self.typing));
        self.notice = Some(Notice::Typing(self.typing));
    }

    /// Takes a letter on the queue's screen as the first of what somebody needs, where this PC has it so; says whether it
    /// did. Signs and digits stay commands: no need begins with one that is not a code's.
    pub(super) fn begins_a_need(&mut self, place: Place, key: Key) -> bool {
        let is_letter = key.text().is_some_and(char::is_alphabetic);
        let is_here = matches!(place, Place::Queue | Place::Visit);
        if self.letters != Letters::Needs || !is_here || !is_letter {
            return false;
        }
        self.act(Action::TakeNumber);
        if self.place() == Place::Intake {
            self.type_key(key);
        }
        true
    }

    /// Commands or needs; kept for the next start.
    pub(super) fn turn_letters(&mut self) {
        self.letters = self.letters.next();
        self.effects.push(Effect::KeepLetters(self.letters));
        self.notice = Some(Notice::Letters(self.letters));
    }
}
