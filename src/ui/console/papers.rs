//! Papers of a span that leave the console: to the printer, or as files.

use super::{Console, Screen};
use crate::domain::Span;
use crate::papers::forms::{Forms, usual_for};
use crate::papers::{Format, file_stem};
use crate::ui::context::Effect;
use crate::ui::notice::Notice;
use crate::ui::paper;
use crate::ui::popups::{Popup, Problem};
use crate::ui::prints::{Page, PaperKind};

/// The files that a span is written as.
const FILES: [Format; 4] = [Format::Pdf, Format::Docx, Format::Xlsx, Format::Csv];

impl Console {
    /// Reads the office's forms again: one may have been edited since. What is wrong with one is told.
    pub(super) fn read_forms(&mut self) {
        let (forms, flaws) = Forms::load(Some(self.desk.folder()));
        self.forms = forms;
        if let Some(flaw) = flaws.into_iter().next() {
            self.notice = Some(Notice::FormFlaw(flaw));
        }
    }

    /// The form in which the screen shows a span; of another screen the usual one.
    fn form_in_mind(&self, span: Span) -> &'static str {
        match &self.screen {
            Screen::Tally(view) => view.form(),
            _ => usual_for(span),
        }
    }

    pub(super) fn print(&mut self, span: Span) {
        let name = self.form_in_mind(span);
        // What is signed is counted now, whatever the screen showed.
        let (report, last) = match self.desk.report(span).and_then(|report| {
            let last = self.desk.last_print(name, span)?;
            Ok((report, last))
        }) {
            Ok(both) => both,
            Err(error) => return self.fault(&error),
        };
        let reprint = last.map(|last| paper::reprint(&report, &last));
        let form = paper::form(&self.forms, name);
        match paper::print(&report, &form, reprint.as_ref(), self.lang) {
            Ok(pdf) => {
                let stem = file_stem(name, span);
                let file_name = format!("{stem}.{}", Format::Pdf.extension());
                self.send(Page::pdf(PaperKind::Tally, format!("motcua-{stem}"), file_name, pdf));
                if let Err(error) = self.desk.keep_printed(name, &report.tally) {
                    self.fault(&error);
                }
            }
            Err(error) => self.cannot_draw(&error),
        }
    }

    /// Asks for the span as files, each in the form that suits it.
    pub(super) fn keep_files(&mut self, span: Span) {
        let report = match self.desk.report(span) {
            Ok(report) => report,
            Err(error) => return self.fault(&error),
        };
        let shown = self.form_in_mind(span);
        let mut files = Vec::with_capacity(FILES.len());
        for format in FILES {
            let name = if format == Format::Xlsx { format.usual_form(span) } else { shown };
            let form = paper::form(&self.forms, name);
            match paper::file(format, &report, &form, self.lang) {
                Ok(bytes) => {
                    files.push((format!("{}.{}", file_stem(shown, span), format.extension()), bytes));
                }
                Err(error) => return self.cannot_draw(&error),
            }
        }
        self.effects.push(Effect::KeepFiles(files));
    }

    fn cannot_draw(&mut self, error: &dyn std::fmt::Display) {
        tracing::error!(%error, "a paper could not be drawn");
        self.popups.push(Popup::Problem(Problem::new(self.lang.paper_failed(&error.to_string()))));
    }
}
