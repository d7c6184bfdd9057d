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
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{moved, step};
use crate::ui::request::{Opening, Question, Request};
use crate::ui::search::{self, Found, HEAD, Search};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The most letters of a search.
const LONGEST: usize = 80;

#[derive(Clone, Debug)]
pub struct CatalogueView {
    search: Search<Code>,
    finder: Finder,
}

impl CatalogueView {
    /// Everything, nothing typed yet.
    pub(in crate::ui) fn new(catalogue: &Catalogue) -> Self {
        Self { search: Search::new(LONGEST), finder: finder(catalogue) }
    }

    /// Takes the catalogue as it is now.
    pub(in crate::ui) fn refresh(&mut self, catalogue: &Catalogue) {
        self.finder = finder(catalogue);
    }

    /// Puts the cursor on an entry, also on one that the search would hide.
    pub(in crate::ui) fn show(&mut self, code: Code, ctx: &Context<'_>) {
        if !self.rows(ctx).contains(&code) {
            self.search.clear();
        }
        self.search.select(Some(code));
    }

    /// The codes shown, in their order: the catalogue's own while nothing is typed, else the best first.
    fn rows(&self, ctx: &Context<'_>) -> Vec<Code> {
        if self.search.typed().trim().is_empty() {
            return ctx.catalogue.all().iter().map(|entry| entry.code.clone()).collect();
        }
        let mut found = self.finder.find(self.search.typed(), &Habits::default());
        // Where nothing else fits, the entry for an unknown need is no answer here.
        if found.len() == 1 && !self.names_unknown_need() {
            found.retain(|code| code.0 != UNKNOWN_NEED);
        }
        found
    }

    fn names_unknown_need(&self) -> bool {
        self.search.typed().trim().eq_ignore_ascii_case(UNKNOWN_NEED)
    }

    fn at(&self, rows: &[Code]) -> usize {
        self.search.at(rows.iter().cloned())
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
            self.search.select(rows.get(moved(self.at(&rows), by, rows.len())).cloned());
            return Answer::Stay;
        }
        match action {
            Action::Back if self.search.clear() => return Answer::Stay,
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
            self.search.select(Some(entry.code.clone()));
        }
        self.deed(action, entry, &rows, ctx)
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.search.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.search.paste(text);
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
        let in_order = self.search.typed().trim().is_empty();
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
        let list = self.search.render_head(frame, area, ctx, &title, lang.catalogue_hint());
        let width = usize::from(list.width);
        let shown = (self.at(&rows), rows.len());
        search::render_rows(frame.buffer_mut(), list, ctx, shown, |number| row_of(&rows[number], ctx, width));
    }
}

/// Retired entries and local ones that are off are found, too.
fn finder(catalogue: &Catalogue) -> Finder {
    Finder::over(catalogue, catalogue.all().iter())
}

/// The columns of a row: code, short name and field; and at the right how it stands.
fn row_of(code: &Code, ctx: &Context<'_>, width: usize) -> Found {
    let lang = ctx.lang;
    let stands = ctx.catalogue.state_on(code, ctx.model.day);
    let state = stands.map(|state| lang.entry_state(state)).unwrap_or_default();
    let code_words = draw::pad(&code.0, 9);
    let room = width.saturating_sub(2 + 9 + 1 + 26 + 1 + 1 + 21);
    let field = ctx.catalogue.field_of(code).map_or("", |field| lang.pick(&field.name).as_str());
    let words =
        format!("{code_words} {} {} ", draw::pad(&ctx.short(code), 26), draw::pad(field, room.min(40)));
    Found { words, state: draw::pad(&state, 21), meaning: meaning(stands) }
}

const fn meaning(state: Option<State>) -> Meaning {
    match state {
        None | Some(State::BuiltIn) => Meaning::Faint,
        Some(State::Added | State::Changed) => Meaning::Good,
        Some(State::Ended(_) | State::Begins(_) | State::Off | State::Ends(_)) => Meaning::Warning,
    }
}
