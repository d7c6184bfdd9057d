//! The page of forms: which there are, which of them are the office's own, what is wrong with those, and a preview.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Report;
use crate::lang::Lang;
use crate::papers::forms::{self, FlawKind, FormFlaw, Forms};
use crate::papers::sheet::Sheet;
use crate::ui::context::{Context, Effect};
use crate::ui::draw::Column;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved};
use crate::ui::request::Request;
use crate::ui::screens::paper_text;
use crate::ui::theme::Meaning;
use crate::ui::view::Answer;
use crate::ui::{draw, paper};

/// How many columns a form's name takes.
const NAMES: usize = 23;

/// How many columns its title takes.
const TITLES: usize = 31;

/// How many rows are left below the list for what is wrong with the chosen form.
const BELOW: u16 = 7;

/// What was found in the data folder's folder of forms when it was read last.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct FormFolder {
    path: PathBuf,
    flaws: Vec<FormFlaw>,
}

impl FormFolder {
    /// Reads the office's own forms of a data folder, and what is wrong there.
    pub(in crate::ui) fn read(data: &Path) -> (Forms, Self) {
        let (read, mut flaws) = Forms::load(Some(data));
        // Where the folder cannot be listed, each form that cannot be read says so.
        flaws.extend(forms::own_files(data).map_or_else(|_| Vec::new(), |(_, unused)| unused));
        (read, Self { path: data.join(forms::FOLDER), flaws })
    }

    /// How many files are wrong.
    pub(in crate::ui) fn wrong(&self) -> usize {
        self.flaws.len()
    }

    fn flaw_of(&self, name: &str) -> Option<&FormFlaw> {
        let file = shown_file(name);
        self.flaws.iter().find(|flaw| flaw.file == file)
    }

    /// What is wrong with files that no paper is called after.
    fn unused(&self) -> impl Iterator<Item = &FormFlaw> {
        self.flaws.iter().filter(|flaw| matches!(flaw.what, FlawKind::NoSuchForm(_)))
    }
}

#[derive(Clone, Debug)]
pub(super) struct FormPage {
    at: usize,
    folder: FormFolder,
    preview: Option<Box<Preview>>,
}

/// A form shown with figures of this desk.
#[derive(Clone, Debug)]
struct Preview {
    name: &'static str,
    report: Rc<Report>,
    sheet: Sheet,
    lang: Lang,
    first: usize,
}

impl Preview {
    fn new(name: &'static str, report: Rc<Report>, ctx: &Context<'_>) -> Self {
        let form = paper::form(ctx.forms, name);
        let sheet = paper::sheet(&report, &form, ctx.lang);
        Self { name, report, sheet, lang: ctx.lang, first: 0 }
    }
}

impl FormPage {
    pub(super) fn new(folder: FormFolder) -> Self {
        Self { at: 0, folder, preview: None }
    }

    pub(super) const fn place(&self) -> Place {
        if self.preview.is_some() { Place::FormPreview } else { Place::Forms }
    }

    /// The form under the cursor.
    fn name(&self) -> &'static str {
        names().get(self.at).copied().unwrap_or(forms::TALLY)
    }

    /// Takes what was read again. A form that is wrong gets the cursor, unless it stands on one.
    pub(super) fn take(&mut self, folder: FormFolder) {
        self.folder = folder;
        let is_wrong = |name: &&str| self.folder.flaw_of(name).is_some();
        if !is_wrong(&self.name())
            && let Some(at) = names().iter().position(is_wrong)
        {
            self.at = at;
        }
    }

    pub(super) fn show(&mut self, name: &'static str, report: Rc<Report>, ctx: &Context<'_>) {
        self.preview = Some(Box::new(Preview::new(name, report, ctx)));
    }

    /// The paper in the language of the moment.
    pub(super) fn refresh(&mut self, ctx: &Context<'_>) {
        if let Some(preview) = &mut self.preview
            && preview.lang != ctx.lang
        {
            **preview = Preview::new(preview.name, Rc::clone(&preview.report), ctx);
        }
    }

    /// Does what a key means here; `None` of a key that the settings know.
    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Option<Answer> {
        if let Some(preview) = &mut self.preview {
            // What is shown has a row of its own.
            let rows = ctx.rows().saturating_sub(1);
            match paper_text::scroll(Some(&preview.sheet), preview.first, action, rows, ctx) {
                Some(first) => preview.first = first,
                None if action == Action::Back => self.preview = None,
                None => {}
            }
            return Some(Answer::Stay);
        }
        let answer = match action {
            Action::Up | Action::Down => {
                self.at = moved(self.at, if action == Action::Up { -1 } else { 1 }, names().len());
                Answer::Stay
            }
            Action::PreviewForm if self.is_possible(action) => Answer::Run(Request::PreviewForm(self.name())),
            Action::ExportForm => Answer::Run(Request::Ask(Effect::ExportForm(self.name()))),
            Action::ReadForms => Answer::Run(Request::ReadForms),
            Action::PreviewForm => Answer::Stay,
            _ => return None,
        };
        Some(answer)
    }

    pub(super) fn is_possible(&self, action: Action) -> bool {
        // A form of a single visit has no figures to be shown with.
        action != Action::PreviewForm || forms::span_of(self.name()).is_some()
    }

    /// Draws the preview, if there is one; says whether it did.
    pub(super) fn render_preview(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) -> bool {
        let Some(preview) = &self.preview else { return false };
        let span = ctx.lang.span(preview.report.tally.span);
        let state = if ctx.forms.is_own(preview.name) {
            ctx.lang.form_page_own()
        } else {
            ctx.lang.form_page_built_in()
        };
        let words = format!(" {}", ctx.lang.form_preview_title(preview.name, &span, state));
        draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Heading));
        let used = 1.min(area.height);
        let area = Rect { y: area.y + used, height: area.height - used, ..area };
        paper_text::render(frame, area, ctx, &preview.sheet, preview.first);
        true
    }

    /// Draws the list, and below it what is to be known of the chosen form.
    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let mut column = Column::new(frame.buffer_mut(), area);
        column.line(lang.form_page_folder(), ctx.style(Meaning::Heading));
        column.paragraph("  ", &self.folder.path.display().to_string(), ctx.style(Meaning::Plain));
        column.gap();
        let names = names();
        let room = usize::from(column.room().saturating_sub(BELOW)).max(1);
        let first = first_row(self.at, names.len(), room);
        for (at, name) in names.iter().enumerate().skip(first).take(room) {
            let is_chosen = at == self.at;
            let (mark, meaning) = if is_chosen { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            let head =
                format!("{mark} {}{}", draw::pad(name, NAMES), draw::pad(lang.form_title(name), TITLES));
            let (state, state_meaning) = self.state(name, ctx);
            column.pieces(&[(&head, ctx.style(meaning)), (&state, ctx.style(state_meaning))]);
        }
        column.gap();
        let name = self.name();
        let flaw = self.folder.flaw_of(name);
        if let Some(flaw) = flaw {
            column.paragraph("  [!] ", &lang.form_flaw(flaw), ctx.style(Meaning::Warning));
        } else if ctx.forms.is_own(name) {
            let words = lang.form_page_file(&shown_file(name));
            column.paragraph("  ", &words, ctx.style(Meaning::Plain));
        }
        if !self.is_possible(Action::PreviewForm) {
            column.paragraph("  ", lang.form_page_no_figures(), ctx.style(Meaning::Faint));
        }
        for flaw in self.folder.unused() {
            column.paragraph("  [!] ", &lang.form_flaw(flaw), ctx.style(Meaning::Warning));
        }
    }

    /// Which form a paper of that name has.
    fn state(&self, name: &str, ctx: &Context<'_>) -> (String, Meaning) {
        let lang = ctx.lang;
        match self.folder.flaw_of(name) {
            Some(FormFlaw { line: 0, .. }) => (lang.form_page_wrong().to_owned(), Meaning::Warning),
            Some(flaw) => (lang.form_page_wrong_at(flaw.line), Meaning::Warning),
            None if ctx.forms.is_own(name) => (lang.form_page_own().to_owned(), Meaning::Good),
            None => (lang.form_page_built_in().to_owned(), Meaning::Faint),
        }
    }
}

fn names() -> Vec<&'static str> {
    Forms::names().collect()
}

/// A form's file as its flaws call it: `forms/tally.toml`.
fn shown_file(name: &str) -> String {
    format!("{}/{}", forms::FOLDER, forms::file_name(name))
}
