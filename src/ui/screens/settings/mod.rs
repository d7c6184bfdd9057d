//! The settings: the office, its papers, targets, hamlets and reasons, this PC and the forms of papers. Each value is saved as its field is left.

mod drawing;
mod forms;
mod queue;
mod slots;

use std::rc::Rc;

pub(in crate::ui) use forms::FormFolder;
use forms::FormPage;
use queue::Flaw;
use slots::{Saved, Section, Shape, Slot};

use ratatui::Frame;
use ratatui::layout::Rect;

use super::setup::{OFFERED, offer};
use crate::desk::Paperwork;
use crate::domain::commune::{Commune, CommuneFinder};
use crate::domain::{Report, input};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::form::{Acted, Asked, Cell, Face, Form};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// The screen: one page, a form of its values.
#[derive(Clone, Debug)]
pub struct SettingsForm {
    section: Section,
    form: Form<Slot, Flaw>,
    known: Known,
    forms: FormPage,
    /// Where to go once the value is saved; a value that is refused stays where it was typed.
    then: Option<Step>,
}

/// What the rows are made of.
#[derive(Clone, Debug)]
struct Known {
    saved: Saved,
    communes: CommuneFinder,
}

/// Where the keys go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Stay,
    Next,
    Section(isize),
}

impl Known {
    /// The rows of a page, with what is saved.
    fn form(&self, section: Section) -> Form<Slot, Flaw> {
        let slots = section.slots().iter().copied().filter(|slot| slot.shape() != Shape::Page);
        Form::new(slots.map(|slot| {
            let value = slot.kept(&self.saved);
            let cell = match slot.shape() {
                Shape::Line(longest) => Cell::line(longest, &value),
                Shape::Note(longest) => Cell::note(longest, &value),
                Shape::Commune => Cell::found(input::NAME_LENGTH, &value),
                Shape::Tick => Cell::Tick(!value.is_empty()),
                Shape::Choice | Shape::Page => Cell::Choice(value),
            };
            (slot, cell)
        }))
    }

    /// A row; `lines` is how many lines a note has.
    fn face(&self, asked: &Asked<'_, Slot, Flaw>, lines: u16, lang: Lang) -> Face {
        let slot = asked.row;
        let is_note = matches!(slot.shape(), Shape::Note(_));
        let mut face = Face {
            unset: slot.default(&self.saved.paper, lang),
            flaw: asked.flaw.map(|flaw| flaw.words(lang).to_owned()),
            lines,
            ..Face::choice(slot.label(lang), slot.choices(lang))
        };
        if slot == Slot::Commune && asked.text != slot.kept(&self.saved) {
            face.values = self.communes.find(asked.text, OFFERED).iter().map(offer).collect();
            let hint = || (lang.setup_commune_hint().to_owned(), Meaning::Faint);
            face.hint = face.values.is_empty().then(hint);
        } else if slot == Slot::WaitLimit {
            face.hint = Some((lang.settings_wait_hint().to_owned(), Meaning::Faint));
        } else if is_note {
            face.unset = Some(lang.settings_not_set().to_owned());
        }
        face
    }
}

impl SettingsForm {
    /// The first page.
    pub(in crate::ui) fn new(paper: Paperwork, folder: FormFolder, ctx: &Context<'_>) -> Self {
        let known = Known { saved: Saved::new(paper, ctx), communes: CommuneFinder::new() };
        let section = Section::Office;
        let form = known.form(section);
        Self { section, form, known, forms: FormPage::new(folder), then: None }
    }

    /// Takes the forms as they were read again.
    pub(in crate::ui) fn take_forms(&mut self, folder: FormFolder) {
        self.forms.take(folder);
    }

    /// Shows a form with figures.
    pub(in crate::ui) fn show_form(&mut self, name: &'static str, report: Rc<Report>, ctx: &Context<'_>) {
        self.forms.show(name, report, ctx);
    }

    /// Whether something stands on the page that is not saved yet.
    pub(in crate::ui) fn is_changed(&self) -> bool {
        self.changed().is_some()
    }

    /// The first row that is not saved yet.
    fn changed(&self) -> Option<Slot> {
        self.section.slots().iter().copied().find(|slot| self.is_slot_changed(*slot))
    }

    fn is_slot_changed(&self, slot: Slot) -> bool {
        self.form.is_row_changed(slot) && !self.holds(slot, &self.known.saved)
    }

    /// Whether what stands in a row is what is saved. Two communes may have one name: their codes are compared.
    fn holds(&self, slot: Slot, saved: &Saved) -> bool {
        let is_it = |code: &str| code == saved.paper.office.commune;
        slot.clean(&self.form.value(slot)) == slot.clean(&slot.kept(saved))
            || slot == Slot::Commune && self.commune().is_some_and(|commune| is_it(commune.code))
    }

    /// The commune under the cursor.
    fn commune(&self) -> Option<Commune> {
        let found = self.known.communes.find(&self.form.value(Slot::Commune), OFFERED);
        found.get(self.form.found(Slot::Commune)).copied()
    }

    /// Takes what the file says now. What was typed and not saved stays in its field.
    pub(in crate::ui) fn refresh(&mut self, paper: Paperwork, ctx: &Context<'_>) {
        self.forms.refresh(ctx);
        let were_changed: Vec<Slot> =
            self.section.slots().iter().copied().filter(|slot| self.is_slot_changed(*slot)).collect();
        self.known.saved = Saved::new(paper, ctx);
        for slot in self.section.slots() {
            let kept = slot.kept(&self.known.saved);
            let stays =
                were_changed.contains(slot) && slot.clean(&self.form.value(*slot)) != slot.clean(&kept);
            if !stays {
                self.form.keep(*slot, &kept);
            }
        }
        if let (Some(step), Some(false)) =
            (self.then.take(), self.form.row().map(|slot| self.is_slot_changed(slot)))
        {
            self.go(step, ctx.lang);
        }
    }

    /// What is saved stands in the fields again.
    fn take_back(&mut self) {
        for slot in self.section.slots() {
            self.form.keep(*slot, &slot.kept(&self.known.saved));
        }
    }

    /// Saves what stands in a row, if that is another value.
    fn save(&mut self, slot: Slot, ctx: &Context<'_>) -> Answer {
        if !self.is_slot_changed(slot) {
            self.form.keep(slot, &slot.kept(&self.known.saved));
            return Answer::Stay;
        }
        let mut typed = self.form.value(slot);
        if slot == Slot::Commune {
            if let Some(commune) = self.commune() {
                commune.code.clone_into(&mut typed);
            } else {
                self.form.find_flaw(slot, Some(Flaw::Commune));
                return Answer::Stay;
            }
        }
        match slot.keep(&typed, &self.known.saved.paper, ctx) {
            Ok(request) => {
                self.form.find_flaw(slot, None);
                Answer::Run(request)
            }
            Err(flaw) => {
                self.form.find_flaw(slot, Some(flaw));
                Answer::Stay
            }
        }
    }

    /// Saves the row that has the keys, then goes on; with a flaw, stays.
    fn leave(&mut self, step: Step, ctx: &Context<'_>) -> Answer {
        let Some(slot) = self.form.row() else {
            self.go(step, ctx.lang);
            return Answer::Stay;
        };
        let answer = self.save(slot, ctx);
        if answer != Answer::Stay {
            self.then = Some(step);
        } else if !self.is_slot_changed(slot) {
            self.go(step, ctx.lang);
        }
        answer
    }

    fn go(&mut self, step: Step, lang: Lang) {
        match (step, self.changed()) {
            (Step::Stay, _) => {}
            (Step::Next, _) => {
                self.form.act(Action::NextField, &|asked| self.known.face(&asked, 0, lang));
            }
            // No page is left with something on it that would be lost.
            (Step::Section(_), Some(slot)) => self.form.go_to(slot),
            (Step::Section(by), None) => {
                let at = Section::ALL.iter().position(|one| *one == self.section).unwrap_or(0);
                self.section = Section::ALL[moved(at, by, Section::ALL.len())];
                self.form = self.known.form(self.section);
            }
        }
    }
}

impl View for SettingsForm {
    fn place(&self) -> Place {
        if self.section == Section::Forms { self.forms.place() } else { Place::Settings }
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        self.then = None;
        if self.section == Section::Forms
            && let Some(answer) = self.forms.act(action, ctx)
        {
            return answer;
        }
        match action {
            Action::Back | Action::Undo | Action::Redo if self.is_changed() => self.take_back(),
            Action::Accept => return self.leave(Step::Next, ctx),
            Action::NextSection => return self.leave(Step::Section(1), ctx),
            Action::PreviousSection => return self.leave(Step::Section(-1), ctx),
            Action::Save => {
                if let Some(slot) = self.changed() {
                    self.form.go_to(slot);
                }
                return self.leave(Step::Stay, ctx);
            }
            _ => match self.form.act(action, &|asked| self.known.face(&asked, 0, ctx.lang)) {
                Acted::Left(slot) => return self.save(slot, ctx),
                // What is turned is done.
                Acted::Stay if action == Action::Toggle => return self.leave(Step::Stay, ctx),
                Acted::Back => return Answer::Close,
                Acted::Not | Acted::Stay | Acted::Save => {}
            },
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| self.known.face(&asked, 0, ctx.lang))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| self.known.face(&asked, 0, ctx.lang));
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        self.form.row_deed(action, &|asked| self.known.face(&asked, 0, ctx.lang))
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let is_in_note = || self.form.row().is_some_and(|slot| matches!(slot.shape(), Shape::Note(_)));
        match action {
            _ if self.section == Section::Forms => self.forms.is_possible(action),
            Action::Save => self.is_changed(),
            // In a note it makes a new line.
            Action::Accept => !is_in_note(),
            _ => self.form.is_possible(action, &|asked| self.known.face(&asked, 0, ctx.lang)),
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        self.draw(frame, area, ctx);
    }
}
