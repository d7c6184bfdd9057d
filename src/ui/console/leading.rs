//! A leader at the desk: the PIN is asked for by what needs it, and what nobody touches is covered.

use super::Console;
use super::requests::Went;
use crate::desk::DeskError;
use crate::domain::pin::Pin;
use crate::domain::{Day, Refusal};
use crate::ui::notice::Notice;
use crate::ui::popups::{AskPin, Lock, Popup};
use crate::ui::request::Request;
use crate::ui::view::Answer;

impl Console {
    /// Does a request. One that only a leader may have done asks for the PIN, and is done then.
    pub(super) fn run(&mut self, request: Request) -> Went {
        if !self.world.model.has_pin {
            return self.run_at_once(request);
        }
        let again = request.clone();
        let went = self.run_at_once(request);
        if went != Went::Refused || !matches!(self.notice, Some(Notice::Refused(Refusal::LeaderOnly))) {
            return went;
        }
        self.notice = None;
        self.has_done_nothing = false;
        self.stack.push(AskPin::new(again));
        Went::Asked
    }

    /// Takes the PIN, and does what had asked for it.
    pub(super) fn say_pin(&mut self, pin: &Pin, request: Request) -> Went {
        let said = self.desk.say_pin(pin);
        if !self.done(said) {
            return Went::Refused;
        }
        self.answer(self.stack.top_id(), Answer::Instead(request));
        Went::Well
    }

    /// Says no to what is not for everybody.
    pub(super) fn unless_leader(&mut self, allowed: Result<(), DeskError>) -> Went {
        match allowed {
            Ok(()) => Went::Well,
            Err(error) => self.done(Err(error)).into(),
        }
    }

    /// The same of a visit of that day.
    pub(super) fn unless_past(&mut self, day: Day) -> Went {
        let allowed = self.desk.must_lead_on(day);
        self.unless_leader(allowed)
    }

    /// The leader goes, and the station is covered unless somebody is being helped.
    pub(super) fn lock_now(&mut self) -> Went {
        if !self.world.model.has_pin {
            return self.refuse(Refusal::NoPin);
        }
        self.desk.stop_leading();
        if self.may_be_covered() {
            self.cover();
        } else {
            self.notice = Some(Notice::LeaderGone);
        }
        Went::Well
    }

    /// Somebody is here. What nobody had touched for long is covered first, also where the PC slept meanwhile.
    pub(super) fn is_touched(&mut self) {
        self.look_at_idle();
        self.desk.touch();
    }

    /// Covers the station when nobody has touched it for long.
    pub(super) fn look_at_idle(&mut self) {
        if self.desk.is_left_alone() && self.may_be_covered() {
            self.cover();
        }
    }

    /// Never with a party in hand; and without a shift there is nothing of anybody to be seen.
    fn may_be_covered(&self) -> bool {
        let model = &self.world.model;
        model.has_pin && model.shift.is_some() && model.in_hand().is_none() && !self.is_covered()
    }

    fn cover(&mut self) {
        self.notice = None;
        self.word.forget();
        self.stack.push(Lock::new(self.world.clock.now()));
    }

    pub(super) fn is_covered(&self) -> bool {
        self.stack.popups().any(|popup| matches!(popup, Popup::Lock(_)))
    }

    /// Nobody can sit down at a desk without a shift, and a desk without a PIN has no lock.
    pub(super) fn uncover_if_over(&mut self) {
        let model = &self.world.model;
        if (model.shift.is_none() || !model.has_pin) && self.is_covered() {
            self.stack.drop_locks();
        }
    }

    /// Whether a leader is here, for the bar.
    pub(super) fn look_at_leader(&mut self) {
        self.world.leads = self.desk.leads().unwrap_or_default();
    }
}
