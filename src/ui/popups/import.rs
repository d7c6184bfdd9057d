//! Importing a catalogue file: its name, then what it would change, then nothing until Enter.

mod words;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use super::filter::input;
use super::window;
use crate::desk::catalogue::ImportFault;
use crate::desk::{CatalogueEdit, Command};
use crate::domain::catalogue::{Import, Preview};
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{scrolled, step};
use crate::ui::theme::Meaning;

/// The longest name of a file that is typed.
const LONGEST: usize = 400;

/// The popup that asks for the file.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFile {
    path: Field,
    fault: Option<ImportFault>,
}

impl ImportFile {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self { path: Field::new(LONGEST), fault: None }
    }

    /// Says why the file that was typed brings nothing.
    pub(in crate::ui) fn refuse(&mut self, fault: ImportFault) {
        self.fault = Some(fault);
    }

    pub(super) fn act(&self, action: Action) -> Vec<Request> {
        match action {
            Action::Accept if self.path.value().trim().is_empty() => Vec::new(),
            Action::Accept => vec![Request::LookAtImport(self.path.value().to_owned())],
            Action::Help => vec![Request::Act(Action::Help)],
            Action::Back => vec![Request::Close],
            _ => Vec::new(),
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        let taken = self.path.press(key);
        if taken {
            self.fault = None;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.path.insert(text);
        self.fault = None;
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.import_title(), 76, 12).inner(Margin::new(1, 0));
        let row = |row: u16| Rect { y: inner.y + row.min(inner.height), height: 1, ..inner };
        input(frame, row(1), ctx, lang.import_path(), &self.path, true);
        let below = Rect { y: inner.y + 3, height: inner.height.saturating_sub(3), ..inner };
        let mut column = Column::new(frame.buffer_mut(), below);
        let (mark, words, meaning) = match &self.fault {
            None => ("", lang.import_hint().to_owned(), Meaning::Faint),
            Some(fault) => ("[!] ", lang.import_fault(fault), Meaning::Warning),
        };
        column.paragraph(mark, &words, ctx.style(meaning));
    }
}

impl Default for ImportFile {
    fn default() -> Self {
        Self::new()
    }
}

/// The popup that shows what the file would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPreview {
    import: Import,
    preview: Preview,
    first: usize,
}

/// The rows above the changes.
const HEAD: usize = 2;

impl ImportPreview {
    /// What a file brings, and what it would change.
    pub const fn new(import: Import, preview: Preview) -> Self {
        Self { import, preview, first: 0 }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::Accept => {
                let edit = CatalogueEdit::Import(Box::new(self.import.clone()));
                return vec![Request::Run(Command::EditCatalogue(edit)), Request::Close];
            }
            Action::Help => return vec![Request::Act(Action::Help)],
            Action::Back => return vec![Request::Close],
            _ => {}
        }
        let rows = ctx.rows().saturating_sub(HEAD);
        let count = words::lines(ctx, &self.preview, width(ctx)).len();
        if let Some(by) = step(action, rows) {
            self.first = scrolled(self.first, by, count, rows);
        }
        Vec::new()
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        frame.render_widget(Clear, area);
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, lang.import_preview_title(), ctx.style(Meaning::Heading));
        let head = u16::try_from(HEAD).unwrap_or(0).min(area.height);
        let body = Rect { y: area.y + head, height: area.height - head, ..area };
        let lines = words::lines(ctx, &self.preview, width(ctx));
        let first = self.first.min(lines.len().saturating_sub(usize::from(body.height)));
        for (row, (text, meaning)) in (0..body.height).zip(lines.iter().skip(first)) {
            draw::line(buffer, body, row, text, ctx.style(*meaning));
        }
    }
}

fn width(ctx: &Context<'_>) -> usize {
    usize::from(ctx.size.width.saturating_sub(2))
}
