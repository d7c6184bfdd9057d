//! A press that may be a second one or a key held down, of a deed that may be done twice in a second: it is done as soon as
//! it is seen that no repeat follows.

use std::time::Duration;

use super::Console;
use crate::ui::hold::Hold;
use crate::ui::key::Key;
use crate::ui::keymap::Action;

/// The press, and what it would do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt {
    key: Key,
    action: Action,
    at: Duration,
}

impl Console {
    pub(super) fn begin_doubt(&mut self, key: Key, action: Action) {
        self.doubt = Some(Doubt { key, action, at: self.clock.elapsed() });
    }

    /// Does what was in doubt when another key or enough time says that the key was not held down; drops it when its own
    /// repeat says that it was. Whatever comes after it finds it done.
    pub(super) fn end_doubt(&mut self, next: Option<Key>) {
        let Some(Doubt { key, action, at }) = self.doubt else { return };
        let is_settled = Hold::is_settled(at, self.clock.elapsed());
        if !is_settled && next.is_none() {
            return;
        }
        self.doubt = None;
        if is_settled || next != Some(key) {
            self.hold.deed(key, at);
            self.act(action);
        }
    }

    /// How long until a press in doubt is settled.
    pub(super) fn doubt_patience(&self) -> Option<Duration> {
        self.doubt.map(|doubt| Hold::patience(doubt.at, self.clock.elapsed()))
    }
}
