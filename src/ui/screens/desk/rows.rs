//! The cursor on the rows of a visit: where it stands, the number that is being typed there, and what keys do.

use super::serving::{self, ServingLine};
use crate::desk::{Card, Command};
use crate::domain::{AssistId, Refusal};
use crate::ui::context::Context;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::request::Request;
use crate::ui::view::{Answer, RowDeed};

/// So many digits of a number are shown: more than any row may have.
const MOST_DIGITS: usize = 5;

/// The cursor, remembered by what it stands on.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Rows {
    line: Option<ServingLine>,
    /// Whether the cursor begins on how a thing ended, not on its first step.
    begins_at_end: bool,
    newest: Option<AssistId>,
    /// The number that is being typed on the row under the cursor.
    typed: String,
}

impl Rows {
    /// Of a visit that has ended: how it ended is what was most likely recorded wrongly.
    pub(in crate::ui) fn of_ended() -> Self {
        Self { begins_at_end: true, ..Self::default() }
    }

    pub(super) fn line(&self) -> Option<ServingLine> {
        self.line
    }

    /// Where the cursor stands, with what is typed there.
    pub(in crate::ui) fn shown(&self) -> (Option<ServingLine>, &str) {
        (self.line, &self.typed)
    }

    pub(in crate::ui) fn act(&mut self, action: Action, card: &Card, ctx: &Context<'_>) -> Answer {
        let lines = serving::lines(card, ctx);
        let at = self.line.and_then(|line| lines.iter().position(|one| *one == line)).unwrap_or(0);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PreviousSection | Action::NextSection => {
                let next = serving::next_section(&lines, at, action == Action::NextSection);
                self.line = next.or(self.line);
                return Answer::Stay;
            }
            Action::Filing => {
                return Answer::Run(match self.filing(card, ctx) {
                    Some(command) => Request::Run(command),
                    None => Request::Refuse(Refusal::NothingSelected),
                });
            }
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => {
                let Some(line) = self.line else { return Answer::Stay };
                let answer = serving::change(line, action, card, ctx);
                // Enter on a step goes on to the next one, so that a list is ticked by Enter alone.
                let goes_on = matches!(action, Action::Proceed | Action::Missing);
                if goes_on
                    && line.is_ticked_in_a_row()
                    && (action == Action::Proceed || answer != Answer::Stay)
                {
                    self.line = lines.get(moved(at, 1, lines.len())).copied();
                }
                return answer;
            }
        };
        self.line = lines.get(moved(at, by, lines.len())).copied();
        Answer::Stay
    }

    /// What says how the thing under the cursor was filed; `None` where it is not known which thing is meant.
    pub(in crate::ui) fn filing(&self, card: &Card, ctx: &Context<'_>) -> Option<Command> {
        serving::filing(self.line, card, ctx)
    }

    /// A digit belongs to the row under the cursor when a number stands there.
    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        if !self.line.is_some_and(ServingLine::takes_number) {
            return false;
        }
        if key == Key::BACKSPACE {
            return self.typed.pop().is_some();
        }
        let Some(digit) = key.text().filter(char::is_ascii_digit) else { return false };
        // What is too many is refused, and not cut to another number.
        if self.typed.len() < MOST_DIGITS && (digit != '0' || !self.typed.is_empty()) {
            self.typed.push(digit);
        }
        true
    }

    pub(in crate::ui) fn row_deed(&self, action: Action, card: &Card, ctx: &Context<'_>) -> RowDeed {
        self.line.map(|line| serving::row_deed(line, action, card, ctx)).unwrap_or_default()
    }

    /// The number that was typed, once another key comes.
    pub(in crate::ui) fn unfinished(&mut self, ctx: &Context<'_>) -> Option<Request> {
        let number = std::mem::take(&mut self.typed);
        let command: Command = serving::numbered(self.line?, &number, ctx)?;
        Some(Request::Run(command))
    }

    /// Follows what the visit is helped with now; with nobody to help there is no row.
    pub(in crate::ui) fn settle(&mut self, card: Option<&Card>, ctx: &Context<'_>) {
        let lines = card.map(|card| serving::lines(card, ctx)).unwrap_or_default();
        let newest = lines.iter().filter_map(|line| line.assist()).max();
        if (self.newest.is_some() || self.line.is_some()) && newest > self.newest {
            // What was just added is what is worked on next.
            let of_newest: Vec<ServingLine> =
                lines.iter().filter(|line| line.assist() == newest).copied().collect();
            self.line = serving::first_step(&of_newest);
        }
        self.newest = self.newest.max(newest);
        // The cursor may have stood on an assist that was taken off.
        if self.line.is_none_or(|line| !lines.contains(&line)) {
            let end = lines.iter().find(|line| matches!(line, ServingLine::Outcome(_)) && self.begins_at_end);
            self.line = end.copied().or_else(|| serving::first_step(&lines));
        }
    }
}
