//! The settings: the office, its papers, targets, hamlets and reasons, this PC and the forms of papers. Each value is kept as its field is left.

mod drawing;
mod entry;
mod forms;
mod queue;
mod slots;

use std::rc::Rc;

use entry::Entry;
pub(in crate::ui) use forms::FormFolder;
use forms::FormPage;
use slots::{Flaw, Section, Shape, Slot};

use crate::desk::{Paperwork, Report};
use crate::domain::StationNo;
use crate::ui::context::{Context, Request, Target};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;

/// The screen: one page, one field that has the keys; all others show what is kept.
#[derive(Clone, Debug)]
pub struct SettingsForm {
    kept: Paperwork,
    station: StationNo,
    section: Section,
    at: usize,
    entry: Entry,
    flaw: Option<Flaw>,
    forms: FormPage,
    /// Where to go once the value is kept; a value that is refused stays where it was typed.
    then: Option<Step>,
}

/// Where the keys go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Stay,
    Field(isize),
    Section(isize),
}

impl SettingsForm {
    /// The first page.
    pub(in crate::ui) fn new(kept: Paperwork, folder: FormFolder, ctx: &Context<'_>) -> Self {
        let (section, station) = (Section::Office, ctx.model.station);
        let entry = Entry::new(section.slots()[0], &kept, station);
        Self { kept, station, section, at: 0, entry, flaw: None, forms: FormPage::new(folder), then: None }
    }

    pub(in crate::ui) fn place(&self) -> Place {
        if self.section == Section::Forms { self.forms.place() } else { Place::Settings }
    }

    /// Takes the forms as they were read again.
    pub(in crate::ui) fn take_forms(&mut self, folder: FormFolder) {
        self.forms.take(folder);
    }

    /// Shows a form with figures.
    pub(in crate::ui) fn show_form(&mut self, name: &'static str, report: Rc<Report>, ctx: &Context<'_>) {
        self.forms.show(name, report, ctx);
    }

    fn slot(&self) -> Slot {
        self.section.slots()[self.at]
    }

    /// Whether something was typed that is not kept yet.
    pub(in crate::ui) fn is_changed(&self) -> bool {
        let slot = self.slot();
        let kept = match (&self.entry, slot) {
            // Two communes may have the same name; while one is looked for, the code says which.
            (Entry::Commune(entry), _) if !entry.offered.is_empty() => self.kept.office.commune.clone(),
            _ => slot.kept(&self.kept, self.station),
        };
        slot.clean(&self.entry.typed()) != slot.clean(&kept)
    }

    /// Takes what the file says now. What was typed and not kept stays in its field.
    pub(in crate::ui) fn refresh(&mut self, kept: Paperwork, ctx: &Context<'_>) {
        self.forms.refresh(ctx);
        let was_changed = self.is_changed();
        let before = self.slot().kept(&self.kept, self.station);
        self.kept = kept;
        self.station = ctx.model.station;
        let then = self.then.take();
        if was_changed && self.is_changed() {
            return;
        }
        if was_changed || self.slot().kept(&self.kept, self.station) != before {
            self.take_back();
        }
        if let Some(step) = then {
            self.go(step);
        }
    }

    /// What is kept stands in the field again.
    fn take_back(&mut self) {
        self.entry = Entry::new(self.slot(), &self.kept, self.station);
        self.flaw = None;
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        self.then = None;
        if self.section == Section::Forms
            && let Some(requests) = self.forms.act(action, ctx)
        {
            return requests;
        }
        match action {
            Action::Back | Action::Undo | Action::Redo if self.is_changed() => self.take_back(),
            Action::Back => return vec![Request::Go(Target::Desk)],
            Action::Up if !self.entry.step(-1) => return self.leave(Step::Field(-1), ctx),
            Action::Down if !self.entry.step(1) => return self.leave(Step::Field(1), ctx),
            Action::Left | Action::Right | Action::Accept if self.slot().shape() == Shape::Switch => {
                return self.slot().keep("", &self.kept, ctx).unwrap_or_default();
            }
            Action::Accept | Action::NextField => return self.leave(Step::Field(1), ctx),
            Action::PreviousField => return self.leave(Step::Field(-1), ctx),
            Action::NextSection => return self.leave(Step::Section(1), ctx),
            Action::PreviousSection => return self.leave(Step::Section(-1), ctx),
            Action::Keep => return self.leave(Step::Stay, ctx),
            _ => {}
        }
        Vec::new()
    }

    /// Keeps what was typed, then goes on; with a flaw, stays.
    fn leave(&mut self, step: Step, ctx: &Context<'_>) -> Vec<Request> {
        if !self.is_changed() {
            self.take_back();
            self.go(step);
            return Vec::new();
        }
        let found = match &self.entry {
            Entry::Commune(entry) if entry.offered.is_empty() => Err(Flaw::Commune),
            entry => self.slot().keep(&entry.typed(), &self.kept, ctx),
        };
        match found {
            Ok(requests) => {
                self.flaw = None;
                self.then = Some(step);
                requests
            }
            Err(flaw) => {
                self.flaw = Some(flaw);
                Vec::new()
            }
        }
    }

    fn go(&mut self, step: Step) {
        match step {
            Step::Stay => return,
            Step::Field(by) => self.at = moved(self.at, by, self.section.slots().len()),
            Step::Section(by) => {
                let at = Section::ALL.iter().position(|one| *one == self.section).unwrap_or(0);
                self.section = Section::ALL[moved(at, by, Section::ALL.len())];
                self.at = 0;
            }
        }
        self.take_back();
    }

    /// Whether a key would do something now: only then the footer shows it.
    pub(in crate::ui) fn is_possible(&self, action: Action) -> bool {
        match action {
            _ if self.section == Section::Forms => self.forms.is_possible(action),
            Action::Keep => self.is_changed(),
            // In a note it makes a new line.
            Action::Accept => !matches!(self.entry, Entry::Note(_)),
            _ => true,
        }
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        let taken = self.entry.press(key);
        if taken {
            self.flaw = None;
        }
        taken
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        self.flaw = None;
        self.entry.paste(text);
    }
}
