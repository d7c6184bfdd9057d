//! The form by which an entry of the catalogue is added or changed. Each value is checked as its field is left.

mod drawing;
mod slots;
mod values;

use slots::{Flaw, List, SLOTS, Shape, Slot, Tongue};

use super::Popup;
use super::confirm::{Confirm, Question};
use crate::desk::{CatalogueEdit, Command};
use crate::domain::catalogue::MOST_LINES;
use crate::domain::{Code, Procedure};
use crate::ui::context::{Context, Request};
use crate::ui::field::{Field, NoteField};
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::moved;

/// How far a page key goes.
const PAGE: isize = 6;

/// The list by whose lines reasons are asked.
const PRECONDITIONS: Slot = Slot::List(List::Before, Tongue::Vi);

/// The popup.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryForm {
    /// The entry as it was; of a new one, what its form began with.
    before: Procedure,
    is_new: bool,
    /// What stands in the fields, as typed, in the order of [`SLOTS`].
    typed: Vec<String>,
    at: usize,
    editor: Editor,
    flaw: Option<(Slot, Flaw)>,
}

/// The field that has the keys.
#[derive(Clone, Debug, PartialEq)]
enum Editor {
    Line(Field),
    Note(Box<NoteField>),
    /// One of a few values, turned by the arrows.
    Pick,
}

impl Editor {
    fn new(slot: Slot, typed: &str) -> Self {
        match slot.shape() {
            Shape::Line(longest) => Self::Line(Field::new(longest).with(typed)),
            Shape::Note(longest) => Self::Note(Box::new(NoteField::new(longest).with(typed))),
            Shape::Pick => Self::Pick,
        }
    }
}

impl EntryForm {
    /// The form of an entry that is there.
    pub(in crate::ui) fn change(entry: &Procedure) -> Self {
        // The code is what old figures know the entry by: it stays.
        Self::with(entry.clone(), false, 1)
    }

    /// The form of a new entry.
    pub(in crate::ui) fn add(ctx: &Context<'_>) -> Self {
        Self::with(values::blank(ctx), true, 0)
    }

    fn with(before: Procedure, is_new: bool, at: usize) -> Self {
        let typed: Vec<String> = SLOTS.iter().map(|slot| values::typed(*slot, &before)).collect();
        let editor = Editor::new(SLOTS[at], &typed[at]);
        Self { before, is_new, typed, at, editor, flaw: None }
    }

    fn slot(&self) -> Slot {
        SLOTS[self.at]
    }

    /// The first field that can be changed.
    fn first(&self) -> usize {
        usize::from(!self.is_new)
    }

    /// Puts what stands in the field among the values.
    fn take(&mut self) {
        let now = match &self.editor {
            Editor::Line(field) => field.value().to_owned(),
            Editor::Note(note) => note.text(),
            Editor::Pick => return,
        };
        let before = std::mem::replace(&mut self.typed[self.at], now);
        if self.slot() == PRECONDITIONS && before != self.typed[self.at] {
            let reasons = self.at_of(Slot::IfNot(0))..self.at_of(Slot::IfNot(0)) + MOST_LINES;
            let moved = values::moved_reasons(&before, &self.typed[reasons.clone()], &self.typed[self.at]);
            self.typed.splice(reasons, moved);
        }
    }

    fn at_of(&self, slot: Slot) -> usize {
        SLOTS.iter().position(|one| *one == slot).unwrap_or(self.at)
    }

    /// What follows from a precondition is asked only where there is one.
    fn is_shown(&self, at: usize) -> bool {
        match SLOTS[at] {
            Slot::IfNot(place) => {
                let preconditions = &self.typed[self.at_of(PRECONDITIONS)];
                preconditions.lines().filter(|line| !line.trim().is_empty()).count() > place
            }
            _ => at >= self.first(),
        }
    }

    /// The field some fields further; one that is not shown is passed over.
    fn further(&self, by: isize) -> usize {
        let to = moved(self.at, by, SLOTS.len()).max(self.first());
        let next = if by < 0 {
            (0..=to).rev().find(|at| self.is_shown(*at))
        } else {
            (to..SLOTS.len()).find(|at| self.is_shown(*at))
        };
        next.unwrap_or(self.at)
    }

    fn is_changed(&self) -> bool {
        let mut now = self.clone();
        now.take();
        SLOTS.iter().zip(&now.typed).any(|(slot, typed)| *typed != values::typed(*slot, &self.before))
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::Keep => return self.keep(ctx),
            Action::Back if self.is_changed() => {
                let ask = Confirm::new(Question::DropWords, Request::Close);
                return vec![Request::Open(Box::new(Popup::Confirm(ask)))];
            }
            Action::Back => return vec![Request::Close],
            Action::Help => return vec![Request::Act(Action::Help)],
            Action::Up if self.moves_within(-1) => {}
            Action::Down if self.moves_within(1) => {}
            Action::Up | Action::PreviousField => self.leave(-1, ctx),
            Action::Down | Action::NextField | Action::Accept => self.leave(1, ctx),
            Action::PageUp => self.leave(-PAGE, ctx),
            Action::PageDown => self.leave(PAGE, ctx),
            Action::Left => self.turn(-1, ctx),
            Action::Right => self.turn(1, ctx),
            _ => {}
        }
        Vec::new()
    }

    /// A line up or down inside a note.
    fn moves_within(&mut self, by: isize) -> bool {
        match &mut self.editor {
            Editor::Note(note) if note.can_move(by) => {
                note.move_line(by);
                true
            }
            _ => false,
        }
    }

    /// Another of a few values.
    fn turn(&mut self, by: isize, ctx: &Context<'_>) {
        let choices = values::choices(self.slot(), ctx);
        if choices.is_empty() {
            return;
        }
        let now = choices.iter().position(|(code, _)| *code == self.typed[self.at]).unwrap_or(0);
        let next = (now + choices.len()).saturating_add_signed(by) % choices.len();
        self.typed[self.at].clone_from(&choices[next].0);
    }

    /// Checks what was typed by itself, and goes on: what is wrong is told where it stands, and kept from being kept.
    fn leave(&mut self, by: isize, ctx: &Context<'_>) {
        self.take();
        let slot = self.slot();
        match values::flaw_of(slot, &self.typed[self.at], &self.before, self.is_new, ctx) {
            Some(flaw) => {
                self.flaw = Some((slot, flaw));
                return self.go(self.at);
            }
            None => {
                if self.flaw.as_ref().is_some_and(|(of, _)| *of == slot) {
                    self.flaw = None;
                }
            }
        }
        self.go(self.further(by));
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.editor = Editor::new(SLOTS[at], &self.typed[at]);
    }

    fn keep(&mut self, ctx: &Context<'_>) -> Vec<Request> {
        if !self.is_new && !self.is_changed() {
            return vec![Request::Close];
        }
        self.take();
        match values::entry(&self.typed, &self.before, self.is_new, ctx) {
            Ok(entry) => {
                let edit = CatalogueEdit::Keep(Box::new(entry));
                vec![Request::Run(Command::EditCatalogue(edit)), Request::Close]
            }
            Err((slot, flaw)) => {
                let at = self.at_of(slot);
                self.flaw = Some((slot, flaw));
                self.go(at.max(self.first()));
                Vec::new()
            }
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        let taken = match &mut self.editor {
            Editor::Line(field) => field.press(key),
            Editor::Note(note) => note.press(key),
            Editor::Pick => false,
        };
        if taken && self.flaw.as_ref().is_some_and(|(of, _)| *of == self.slot()) {
            self.flaw = None;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.editor {
            Editor::Line(field) => field.insert(text),
            Editor::Note(note) => note.insert(text),
            Editor::Pick => {}
        }
    }

    /// The code of the entry that is being changed.
    fn code(&self) -> Option<&Code> {
        (!self.is_new).then_some(&self.before.code)
    }
}
