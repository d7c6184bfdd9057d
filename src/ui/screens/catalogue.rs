//! The catalogue: every entry, those that are not offered too, to be found, read, changed and put in order.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{CatalogueEdit, Command};
use crate::domain::catalogue::{Origin, State};
use crate::domain::find::{Finder, Habits};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::{Catalogue, Code, Procedure};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::request::{Opening, Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The most letters of a search.
const LONGEST: usize = 80;

/// The rows above the list: the title, and the field.
const HEAD: u16 = 2;

#[derive(Clone, Debug)]
pub struct CatalogueView {
    typed: Field,
    /// The entry under the cursor; `None` is the first row.
    selected: Option<Code>,
    finder: Finder,
}

impl CatalogueView {
    /// Everything, nothing typed yet.
    pub(in crate::ui) fn new(catalogue: &Catalogue) -> Self {
        Self { typed: Field::new(LONGEST), selected: None, finder: finder(catalogue) }
    }

    /// Takes the catalogue as it is now.
    pub(in crate::ui) fn refresh(&mut self, catalogue: &Catalogue) {
        self.finder = finder(catalogue);
    }

    /// Puts the cursor on an entry, also on one that the search would hide.
    pub(in crate::ui) fn show(&mut self, code: Code, ctx: &Context<'_>) {
        if !self.rows(ctx).contains(&code) {
            self.typed.clear();
        }
        self.selected = Some(code);
    }

    /// The codes shown, in their order: the catalogue's own while nothing is typed, else the best first.
    fn rows(&self, ctx: &Context<'_>) -> Vec<Code> {
        if self.typed.value().trim().is_empty() {
            return ctx.catalogue.all().iter().map(|entry| entry.code.clone()).collect();
        }
        let mut found = self.finder.find(self.typed.value(), &Habits::default());
        // Where nothing else fits, the entry for an unknown need is no answer here.
        if found.len() == 1 && !self.names_unknown_need() {
            found.retain(|code| code.0 != UNKNOWN_NEED);
        }
        found
    }

    fn names_unknown_need(&self) -> bool {
        self.typed.value().trim().eq_ignore_ascii_case(UNKNOWN_NEED)
    }

    fn at(&self, rows: &[Code]) -> usize {
        self.selected.as_ref().and_then(|code| rows.iter().position(|row| row == code)).unwrap_or(0)
    }

    fn entry<'a>(&self, ctx: &Context<'a>) -> Option<&'a Procedure> {
        let rows = self.rows(ctx);
        ctx.catalogue.get(rows.get(self.at(&rows))?)
    }

    fn deed(&self, action: Action, entry: &Procedure, rows: &[Code], ctx: &Context<'_>) -> Answer {
        let code = entry.code.clone();
        let edit = |edit| Answer::Run(Request::Run(Command::EditCatalogue(edit)));
        let open = |what| Answer::Run(Request::Open(what));
        let at = self.at(rows);
        match action {
            Action::ReadEntry => open(Opening::Handbook(code)),
            Action::Print => Answer::Run(Request::PrintEntry(code)),
            Action::EditEntry => open(Opening::Entry(Some(code))),
            Action::EndEntry => open(Opening::Ending(code)),
            Action::TurnEntry if ctx.catalogue.turned_on().contains(&code) => {
                edit(CatalogueEdit::TurnOff(code))
            }
            Action::TurnEntry => edit(CatalogueEdit::TurnOn(code)),
            Action::DropEntry => Answer::Run(Request::Confirm(Question::DropEntry(code))),
            Action::EarlierEntry => {
                edit(CatalogueEdit::Move { code, before: rows.get(at.wrapping_sub(1)).cloned() })
            }
            Action::LaterEntry => edit(CatalogueEdit::Move { code, before: rows.get(at + 2).cloned() }),
            _ => Answer::Stay,
        }
    }
}

impl View for CatalogueView {
    fn place(&self) -> Place {
        Place::Catalogue
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let rows = self.rows(ctx);
        if let Some(by) = step(action, ctx.rows().saturating_sub(usize::from(HEAD))) {
            self.selected = rows.get(moved(self.at(&rows), by, rows.len())).cloned();
            return Answer::Stay;
        }
        match action {
            Action::Back if !self.typed.value().is_empty() => {
                self.typed.clear();
                return Answer::Stay;
            }
            Action::ImportFile => {
                return Answer::Run(Request::Open(Opening::ImportFile));
            }
            Action::AddEntry => {
                return Answer::Run(Request::Open(Opening::Entry(None)));
            }
            Action::ExportCatalogue => return Answer::Run(Request::ExportCatalogue),
            Action::Back | Action::Catalogue => return Answer::Close,
            _ => {}
        }
        let Some(entry) = self.entry(ctx).filter(|_| self.is_possible(action, ctx)) else {
            return Answer::Stay;
        };
        if matches!(action, Action::EarlierEntry | Action::LaterEntry) {
            // The cursor goes with the entry that is moved.
            self.selected = Some(entry.code.clone());
        }
        self.deed(action, entry, &rows, ctx)
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        let before = self.typed.value().to_owned();
        let taken = self.typed.press(key);
        if self.typed.value() != before {
            self.selected = None;
        }
        taken
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.typed.insert(text);
        self.selected = None;
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let rows = self.rows(ctx);
        let Some(entry) = self.entry(ctx) else {
            return !matches!(
                action,
                Action::ReadEntry
                    | Action::EditEntry
                    | Action::EndEntry
                    | Action::TurnEntry
                    | Action::DropEntry
                    | Action::EarlierEntry
                    | Action::LaterEntry
            );
        };
        let at = self.at(&rows);
        let in_order = self.typed.value().trim().is_empty();
        match action {
            Action::TurnEntry => entry.local,
            Action::DropEntry => ctx.catalogue.origin(&entry.code) != Origin::BuiltIn,
            Action::EndEntry => entry.code.0 != UNKNOWN_NEED,
            Action::EarlierEntry => in_order && at > 0,
            Action::LaterEntry => in_order && at + 1 < rows.len(),
            other => ctx.is_possible(other),
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        (action == Action::Print).then(|| ctx.lang.key_print_entry().to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let rows = self.rows(ctx);
        let all = ctx.catalogue.all().len();
        let title =
            if rows.len() == all { lang.catalogue_title(all) } else { lang.catalogue_found(rows.len(), all) };
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let field =
            Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(1), ..area };
        input_line(frame, field, ctx, lang.catalogue_find(), &self.typed, true);
        if self.typed.value().is_empty() {
            let hint = lang.catalogue_hint();
            let used = u16::try_from(draw::width(hint)).unwrap_or(0).min(field.width);
            let right = Rect { x: field.right() - used, width: used, ..field };
            draw::line(frame.buffer_mut(), right, 0, hint, ctx.style(Meaning::Faint));
        }
        let head = HEAD.min(area.height);
        let list = Rect { y: area.y + head, height: area.height - head, ..area };
        let buffer = frame.buffer_mut();
        if rows.is_empty() {
            draw::line(buffer, list, 0, lang.nothing_fits(), ctx.style(Meaning::Warning));
        }
        let at = self.at(&rows);
        let first = first_row(at, rows.len(), usize::from(list.height));
        for (row, (number, code)) in (0..list.height).zip(rows.iter().enumerate().skip(first)) {
            let state = ctx.catalogue.state_on(code, ctx.model.day);
            let (words, state_words) = row_of(code, state, ctx, usize::from(list.width));
            if number == at {
                let words = format!("> {words}{state_words}");
                draw::line(buffer, list, row, &words, ctx.style(Meaning::Selected));
            } else {
                let style = ctx.style(meaning(state));
                let words = format!("  {words}");
                draw::pieces(
                    buffer,
                    list,
                    row,
                    &[(&words, ctx.style(Meaning::Plain)), (&state_words, style)],
                );
            }
        }
    }
}

/// Retired entries and local ones that are off are found, too.
fn finder(catalogue: &Catalogue) -> Finder {
    Finder::over(catalogue, catalogue.all().iter())
}

/// The columns of a row: code, short name and field; and at the right how it stands.
fn row_of(code: &Code, state: Option<State>, ctx: &Context<'_>, width: usize) -> (String, String) {
    let lang = ctx.lang;
    let state = state.map(|state| lang.entry_state(state)).unwrap_or_default();
    let state = draw::pad(&state, 21);
    let code_words = draw::pad(&code.0, 9);
    let room = width.saturating_sub(2 + 9 + 1 + 26 + 1 + 1 + 21);
    let field = ctx.catalogue.field_of(code).map_or("", |field| lang.pick(&field.name).as_str());
    let words =
        format!("{code_words} {} {} ", draw::pad(&ctx.short(code), 26), draw::pad(field, room.min(40)));
    (words, state)
}

const fn meaning(state: Option<State>) -> Meaning {
    match state {
        None | Some(State::BuiltIn) => Meaning::Faint,
        Some(State::Added | State::Changed) => Meaning::Good,
        Some(State::Ended(_) | State::Begins(_) | State::Off | State::Ends(_)) => Meaning::Warning,
    }
}
