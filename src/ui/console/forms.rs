//! The forms of papers as the settings show them: read again, shown with figures, written out to be edited.

use std::rc::Rc;

use super::{Console, ScreenMut};
use crate::domain::{Calendar, Span};
use crate::papers::forms::{self, Exported, Forms};
use crate::ui::notice::Notice;
use crate::ui::screens::settings::FormFolder;

impl Console {
    /// Reads the office's own forms, and says what was found.
    pub(super) fn form_folder(&mut self) -> FormFolder {
        let (read, folder) = FormFolder::read(self.desk.folder());
        self.forms = read;
        folder
    }

    /// The same for the page of forms.
    fn refresh_forms(&mut self) -> usize {
        let folder = self.form_folder();
        let wrong = folder.wrong();
        self.with_screen(|screen, _| {
            if let ScreenMut::Settings(form) = screen {
                form.take_forms(folder);
            }
        });
        wrong
    }

    /// The same when somebody asks for it: what is wrong is told.
    pub(super) fn read_forms_again(&mut self) {
        let wrong = self.refresh_forms();
        let own = Forms::names().filter(|name| self.forms.is_own(name)).count();
        self.notice = Some(Notice::FormsRead { own, wrong });
    }

    /// Shows a form with this desk's figures of today, or of the month for a report. Nothing is kept of it.
    pub(super) fn preview_form(&mut self, name: &'static str) {
        let Some(kind) = forms::span_of(name) else { return };
        // The file may have been edited since the page was opened.
        self.refresh_forms();
        match self.desk.report(Span::of(kind, Calendar::Civil, self.model.day)) {
            Ok(report) => self.with_screen(|screen, ctx| {
                if let ScreenMut::Settings(form) = screen {
                    form.show_form(name, Rc::new(report), ctx);
                }
            }),
            Err(error) => self.fault(&error),
        }
    }

    /// Takes what has become of a form that was to be written out.
    pub(super) fn form_exported(&mut self, file: String, exported: Result<Exported, String>) {
        self.refresh_forms();
        self.notice = Some(Notice::FormExported(file, exported));
    }
}
