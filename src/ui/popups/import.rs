//! Importing a catalogue file: its name, then what it would change, then nothing until Enter.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Clear;

use crate::desk::catalogue::ImportFault;
use crate::desk::{CatalogueEdit, Command};
use crate::domain::catalogue::{Import, Preview};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{scrolled, step};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The longest name of a file that is typed.
const LONGEST: usize = 400;

#[derive(Clone, Debug, PartialEq)]
pub struct ImportFile {
    form: Form<(), ImportFault>,
}

impl ImportFile {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self { form: Form::new([((), Cell::line(LONGEST, ""))]) }
    }

    /// Says why the file that was typed brings nothing.
    pub(in crate::ui) fn refuse(&mut self, fault: ImportFault) {
        self.form.find_flaw((), Some(fault));
    }
}

fn face(asked: &Asked<'_, (), ImportFault>, lang: Lang) -> Face {
    let hint = Some((lang.import_hint().to_owned(), Meaning::Faint));
    let flaw = asked.flaw.map(|fault| lang.import_fault(fault));
    Face { hint, flaw, ..Face::new(lang.import_path()) }
}

impl View for ImportFile {
    fn place(&self) -> Place {
        Place::ImportFile
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, ctx.lang)) {
            Acted::Save if self.form.has_words() => Answer::Then(Request::LookAtImport(self.form.value(()))),
            // The name of a file is soon typed again, and often nobody typed it.
            Acted::Back => Answer::Close,
            _ => Answer::Stay,
        }
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| face(&asked, ctx.lang))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| face(&asked, ctx.lang));
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let inner = window(frame, area, ctx, ctx.lang.import_title(), 76, 12).inner(Margin::new(0, 1));
        self.form.render(frame, inner, ctx, 0, &|asked| face(&asked, ctx.lang));
    }
}

impl Default for ImportFile {
    fn default() -> Self {
        Self::new()
    }
}

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
}

impl View for ImportPreview {
    fn place(&self) -> Place {
        Place::ImportPreview
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            Action::Accept => {
                let edit = CatalogueEdit::Import(Box::new(self.import.clone()));
                return Answer::Then(Request::Run(Command::EditCatalogue(edit)));
            }
            Action::Back => return Answer::Close,
            _ => {}
        }
        let rows = ctx.rows().saturating_sub(HEAD);
        let count = lines(ctx, &self.preview, width(ctx)).len();
        if let Some(by) = step(action, rows) {
            self.first = scrolled(self.first, by, count, rows);
        }
        Answer::Stay
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        frame.render_widget(Clear, area);
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, lang.import_preview_title(), ctx.style(Meaning::Heading));
        let head = u16::try_from(HEAD).unwrap_or(0).min(area.height);
        let body = Rect { y: area.y + head, height: area.height - head, ..area };
        let lines = lines(ctx, &self.preview, width(ctx));
        draw::lines(buffer, body, ctx, &lines, self.first);
    }
}

fn width(ctx: &Context<'_>) -> usize {
    usize::from(ctx.size.width.saturating_sub(2))
}

/// The counts, then each change with what differs, in lines of at most `width` columns.
fn lines(ctx: &Context<'_>, preview: &Preview, width: usize) -> Vec<(String, Meaning)> {
    let mut lines = Vec::new();
    for line in ctx.lang.catalogue_preview(preview, ctx.catalogue) {
        let meaning = match line.chars().next() {
            Some('+') => Meaning::Good,
            Some('-') => Meaning::Warning,
            Some('~') => Meaning::Strong,
            _ => Meaning::Plain,
        };
        // What goes on is set in below its beginning.
        let text = line.trim_start();
        let indent = line.len() - text.len();
        for (at, part) in draw::wrap(text, width.saturating_sub(indent + 2)).into_iter().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            lines.push((format!("{}{part}", " ".repeat(indent)), meaning));
        }
    }
    lines
}
