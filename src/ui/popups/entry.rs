//! The form by which an entry of the catalogue is added or changed. Each value is checked as its field is left.

mod slots;
mod values;

use slots::{Flaw, SLOTS, Shape, Slot};

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use crate::desk::{CatalogueEdit, Command};
use crate::domain::Procedure;
use crate::domain::catalogue::MOST_LINES;
use crate::domain::procedure::Fact;
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::form::{Acted, Asked, Cell, Face, Form, form_keys};
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the names of the values take.
const LABELS: usize = 30;

/// How many lines of an open list are shown.
const NOTE_LINES: u16 = 7;

/// The list by whose lines reasons are asked.
const PRECONDITIONS: Slot = Slot::List(Fact::Before, Lang::Vi);

#[derive(Clone, Debug, PartialEq)]
pub struct EntryForm {
    /// The entry as it was; of a new one, what its form began with.
    before: Procedure,
    is_new: bool,
    form: Form<Slot, Flaw>,
    /// The preconditions for which there are rows that ask what follows when they are missing.
    preconditions: String,
}

impl EntryForm {
    /// The form of an entry that is there.
    pub(in crate::ui) fn change(entry: &Procedure) -> Self {
        Self::with(entry.clone(), false)
    }

    /// The form of a new entry.
    pub(in crate::ui) fn add(ctx: &Context<'_>) -> Self {
        Self::with(values::blank(ctx), true)
    }

    fn with(before: Procedure, is_new: bool) -> Self {
        let preconditions = values::typed(PRECONDITIONS, &before);
        let rows = shown(is_new, &preconditions).map(|slot| (slot, cell(slot, &before)));
        let form = Form::new(rows);
        Self { before, is_new, form, preconditions }
    }

    /// Asks for each precondition that stands there now what follows when it is missing.
    fn follow_preconditions(&mut self) {
        let now = self.form.value(PRECONDITIONS);
        if now == self.preconditions {
            return;
        }
        let reasons: Vec<String> = (0..MOST_LINES).map(|place| self.form.value(Slot::IfNot(place))).collect();
        let moved = values::moved_reasons(&self.preconditions, &reasons, &now);
        self.form.follow(shown(self.is_new, &now), |slot| cell(slot, &self.before));
        for (place, reason) in moved.iter().enumerate() {
            self.form.set(Slot::IfNot(place), reason);
        }
        self.preconditions = now;
    }

    /// Checks what was typed by itself: what is wrong is told where it stands, and keeps the entry from being saved.
    fn check(&mut self, slot: Slot, ctx: &Context<'_>) -> bool {
        let flaw = values::flaw_of(slot, &self.form.value(slot), &self.before, self.is_new, ctx);
        let is_right = flaw.is_none();
        self.form.find_flaw(slot, flaw);
        is_right
    }

    fn save(&mut self, ctx: &Context<'_>) -> Answer {
        if !self.is_new && !self.form.is_changed() {
            return Answer::Close;
        }
        self.follow_preconditions();
        match values::entry(self.form.values(), &self.before, self.is_new, ctx) {
            Ok(entry) => {
                let edit = CatalogueEdit::Keep(Box::new(entry));
                Answer::Then(Request::Run(Command::EditCatalogue(edit)))
            }
            Err((slot, flaw)) => {
                self.form.point_out(slot, flaw);
                Answer::Stay
            }
        }
    }
}

/// The fields that are asked. The code is what old figures know an entry by: only a new one is asked for it; and what follows
/// from a missing precondition is asked only where there is one.
fn shown(is_new: bool, preconditions: &str) -> impl Iterator<Item = Slot> {
    let count = preconditions.lines().filter(|line| !line.trim().is_empty()).count();
    SLOTS.iter().copied().filter(move |slot| match slot {
        Slot::Code => is_new,
        Slot::IfNot(place) => count > *place,
        _ => true,
    })
}

fn cell(slot: Slot, entry: &Procedure) -> Cell {
    let text = values::typed(slot, entry);
    match slot.shape() {
        Shape::Line(longest) => Cell::line(longest, &text),
        Shape::Note(longest) => Cell::note(longest, &text),
        Shape::Pick => Cell::Choice(text),
    }
}

fn face(asked: &Asked<'_, Slot, Flaw>, ctx: &Context<'_>) -> Face {
    Face {
        flaw: asked.flaw.map(|flaw| flaw.words(ctx.lang)),
        lines: NOTE_LINES,
        folds: true,
        ..Face::choice(asked.row.label(ctx.lang), values::choices(asked.row, ctx))
    }
}

impl View for EntryForm {
    fn place(&self) -> Place {
        Place::EntryForm
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        // Enter goes on from what is right; the arrows go everywhere.
        if let (Action::Accept, Some(slot)) = (action, self.form.row())
            && !self.check(slot, ctx)
        {
            return Answer::Stay;
        }
        match self.form.act(action, &|asked| face(&asked, ctx)) {
            Acted::Left(slot) => {
                self.follow_preconditions();
                self.check(slot, ctx);
            }
            Acted::Save => return self.save(ctx),
            Acted::Back if self.form.is_changed() => {
                return Answer::Then(Request::Confirm(Question::DropWords));
            }
            Acted::Back => return Answer::Close,
            Acted::Not | Acted::Stay => {}
        }
        Answer::Stay
    }

    form_keys!();

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        frame.render_widget(Clear, area);
        let area = area.inner(Margin::new(1, 0));
        let title = if self.is_new {
            lang.entry_title_new().to_owned()
        } else {
            lang.entry_title(&self.before.code.0, &ctx.short(&self.before.code))
        };
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let is_note = self.form.row().is_some_and(|slot| matches!(slot.shape(), Shape::Note(_)));
        let (hint, meaning) = match (self.form.is_changed(), is_note) {
            (_, true) => (lang.entry_hint_note(), Meaning::Faint),
            (true, false) => (lang.entry_not_kept(), Meaning::Warning),
            (false, false) => (lang.entry_hint(), Meaning::Faint),
        };
        draw::line(frame.buffer_mut(), area, 1, hint, ctx.style(meaning));
        self.form.render(frame, draw::below(area, 2), ctx, LABELS, &|asked| face(&asked, ctx));
    }
}
