//! The field that has the keys, in the shape that its value asks for.

use super::slots::{Shape, Slot};
use crate::desk::Paperwork;
use crate::domain::commune::{Commune, CommuneFinder};
use crate::domain::{StationNo, input};
use crate::ui::field::{Field, NoteField};
use crate::ui::key::Key;
use crate::ui::list::moved;

/// How many communes are offered at a time.
const OFFERED: usize = 6;

/// What is being typed.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    Line(Field),
    Note(Box<NoteField>),
    Commune(Box<CommuneEntry>),
    /// Nothing is typed here.
    Nothing,
}

/// A commune being looked for.
#[derive(Clone, Debug)]
pub(super) struct CommuneEntry {
    pub(super) field: Field,
    pub(super) offered: Vec<Commune>,
    pub(super) offer: usize,
    finder: CommuneFinder,
}

impl Entry {
    /// The field with the value that is kept in it.
    pub(super) fn new(slot: Slot, kept: &Paperwork, station: StationNo) -> Self {
        let value = slot.kept(kept, station);
        match slot.shape() {
            Shape::Line(longest) => Self::Line(Field::new(longest).with(&value)),
            Shape::Note(longest) => Self::Note(Box::new(NoteField::new(longest).with(&value))),
            Shape::Commune => Self::Commune(Box::new(CommuneEntry {
                field: Field::new(input::NAME_LENGTH).with(&value),
                offered: Vec::new(),
                offer: 0,
                finder: CommuneFinder::new(),
            })),
            Shape::Switch | Shape::Page => Self::Nothing,
        }
    }

    /// The text as typed; of a commune that was found, its code.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Line(field) => field.value().to_owned(),
            Self::Note(note) => note.text(),
            Self::Commune(entry) => match entry.offered.get(entry.offer) {
                Some(commune) => commune.code.to_owned(),
                None => entry.field.value().to_owned(),
            },
            Self::Nothing => String::new(),
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        match self {
            Self::Line(field) => field.press(key),
            Self::Note(note) => note.press(key),
            Self::Commune(entry) => entry.edit(|field| field.press(key)),
            Self::Nothing => false,
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match self {
            Self::Line(field) => field.insert(text),
            Self::Note(note) => note.insert(text),
            Self::Commune(entry) => entry.edit(|field| field.insert(text)),
            Self::Nothing => {}
        }
    }

    /// Moves within the field: a line of a note, a commune that is offered. Says whether there was where to go.
    pub(super) fn step(&mut self, by: isize) -> bool {
        match self {
            Self::Note(note) if note.can_move(by) => {
                note.move_line(by);
                true
            }
            Self::Commune(entry) if !entry.offered.is_empty() => {
                entry.offer = moved(entry.offer, by, entry.offered.len());
                true
            }
            _ => false,
        }
    }
}

impl CommuneEntry {
    fn edit<T>(&mut self, deed: impl FnOnce(&mut Field) -> T) -> T {
        let before = self.field.value().to_owned();
        let done = deed(&mut self.field);
        if self.field.value() != before {
            self.offered = self.finder.find(self.field.value(), OFFERED);
            self.offer = 0;
        }
        done
    }
}
