//! The slips with the numbers: printed with the number or by a key, and what became of them.

use super::Console;
use crate::desk::Card;
use crate::domain::{SlipState, Stamp, VisitId};
use crate::papers::forms::{Forms, TICKET};
use crate::ui::context::Effect;
use crate::ui::notice::Notice;
use crate::ui::popups::{Popup, Problem};
use crate::ui::slip::{self, Ink, Standing};

impl Console {
    /// Whether slips come with the numbers from now on.
    pub(super) fn print_slips(&mut self) {
        self.desk.print_slips(self.prints.settings.prints_numbers());
    }

    /// A number was given: its slip goes to the printer by itself where this PC prints one with each number. Whoever is
    /// helped on the spot has no use for one; the key prints it all the same.
    pub(super) fn number_given(&mut self, visit: VisitId, waits: bool) {
        self.last_given = Some(visit);
        if waits && self.prints.settings.prints_numbers() {
            self.send_slip(visit);
        }
    }

    /// Prints the slip of a number that was given already: its own, or the last one given here. Takes no number.
    pub(super) fn print_ticket(&mut self, visit: Option<VisitId>) -> bool {
        // Right after giving a number it is that number which is spoken of, wherever the cursor stands.
        let given = match &self.notice_before {
            Some(Notice::Given { .. } | Notice::SlipSent(_)) => self.last_given,
            // That it did not come out was the last thing heard.
            Some(Notice::Printed(news)) if !news.went_well => {
                let is_missing = |id: &VisitId| self.model.card(*id).is_some_and(|card| card.slip.is_some());
                self.last_given.filter(is_missing)
            }
            _ => None,
        };
        let newest = || self.model.cards.iter().rev().find(|card| card.visit.day == self.model.day);
        let there = |id: VisitId| self.model.card(id);
        let card: Option<&Card> = given
            .and_then(there)
            .or_else(|| visit.and_then(there))
            .or_else(|| self.last_given.and_then(there))
            .or_else(newest);
        let Some(card) = card else {
            self.notice = Some(Notice::Refused(crate::domain::Refusal::NothingSelected));
            return false;
        };
        let (visit, ticket) = (card.visit.id, card.visit.ticket);
        if let Err(error) = self.desk.ask_slip_again(visit) {
            self.fault(&error);
            return false;
        }
        self.reload();
        if self.send_slip(visit) {
            self.notice = Some(Notice::SlipSent(ticket));
        }
        true
    }

    /// Draws a slip and sends it. The number stands already: whatever goes wrong here, the slip is known to be missing.
    fn send_slip(&mut self, visit: VisitId) -> bool {
        let (forms, flaw) = Forms::load_one(Some(self.desk.folder()), TICKET);
        if let Some(flaw) = flaw {
            tracing::warn!(?flaw, "the office's own form of the slip is not used");
        }
        let (Some(card), Some(office)) = (self.model.card(visit), &self.model.office) else { return false };
        let now = self.clock.now();
        let ahead = self.model.ahead(visit);
        let wait = ahead.and_then(|ahead| self.model.wait_behind(ahead, now));
        let ink = Ink {
            office,
            catalogue: &self.catalogue,
            form: forms.ticket(),
            settings: &self.prints.settings,
            ratio: self.model.rules.ratio,
            lang: self.lang,
        };
        match slip::page(card, Standing { ahead, wait }, ink) {
            Ok(page) => {
                self.effects.push(Effect::Print(Box::new(page)));
                true
            }
            Err(error) => {
                tracing::error!(%error, "a slip could not be drawn");
                let sentence = self.lang.slip_not_drawn(&error.to_string());
                self.popups.push(Popup::Problem(Problem::new(sentence)));
                false
            }
        }
    }

    /// Notes what the jobs say of the slips that are missing. The newest job about a visit speaks for it; also one of an
    /// earlier run, whose end nobody was there to note.
    pub(super) fn settle_slips(&mut self) {
        let mut ended: Vec<(VisitId, SlipState, Stamp)> = Vec::new();
        for line in &self.prints.lines {
            let Some(visit) = line.about.filter(|visit| ended.iter().all(|(one, ..)| one != visit)) else {
                continue;
            };
            ended.push((visit, line.state.slip(), line.made));
        }
        ended.retain(|(visit, state, _)| {
            self.model.card(*visit).and_then(|card| card.slip).is_some_and(|known| known != *state)
        });
        if ended.is_empty() {
            return;
        }
        match self.desk.keep_slips(&ended) {
            Ok(true) => self.reload(),
            Ok(false) => {}
            // It is told again with the next change of any job.
            Err(error) => tracing::error!(%error, "what became of a slip could not be noted"),
        }
    }
}
