//! What the screen says while another program has the file locked: the loop itself waits then.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use super::terminal::Session;
use crate::clock::Clock;
use crate::lang::Lang;
use crate::store::{Telling, while_waiting};

/// A lock of this length is told of: shorter ones are other stations at work.
const LOCKED: Duration = Duration::from_millis(300);

/// The sign. It stands over the last frame until the next one is drawn.
pub(super) struct Sign {
    shown: Rc<Cell<Option<Duration>>>,
    lang: Rc<Cell<Lang>>,
    _telling: Telling,
}

impl Sign {
    /// A sign on that terminal, as long as this stands.
    pub(super) fn on(terminal: &Rc<RefCell<Session>>, clock: &Rc<dyn Clock>, lang: Lang) -> Self {
        let (shown, lang) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(lang)));
        let (terminal, clock) = (Rc::clone(terminal), Rc::clone(clock));
        let (is_shown, words) = (Rc::clone(&shown), Rc::clone(&lang));
        let mut began = Duration::ZERO;
        let telling = while_waiting(move |tries| {
            let now = clock.elapsed();
            if tries == 0 {
                began = now;
            }
            if is_shown.get().is_none()
                && now >= began + LOCKED
                && let Ok(mut terminal) = terminal.try_borrow_mut()
                && terminal.cover(words.get().file_waiting()).is_ok()
            {
                is_shown.set(Some(now));
            }
        });
        Self { shown, lang, _telling: telling }
    }

    /// The language of the next sign.
    pub(super) fn speak(&self, lang: Lang) {
        self.lang.set(lang);
    }

    /// Since when it stands, if it does; the next frame is drawn over it.
    pub(super) fn take(&self) -> Option<Duration> {
        self.shown.take()
    }
}
