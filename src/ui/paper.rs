//! The paper of a span, from what the desk reports.

use crate::desk::Report;
use crate::domain::Catalogue;
use crate::domain::tally::{LastPrint, changes};
use crate::papers::forms::{self, Form, Forms};
use crate::papers::pdf::PdfError;
use crate::papers::sheet::Sheet;
use crate::papers::{Context, Format, PaperError, Reprint, paper_as, printable};
use crate::text::Lang;

/// What a paper names beside the numbers.
pub fn context<'a>(
    report: &'a Report,
    catalogue: &'a Catalogue,
    reprint: Option<&'a Reprint>,
) -> Context<'a> {
    Context {
        office: &report.office,
        catalogue,
        volunteers: &report.volunteers,
        letterhead: &report.letterhead,
        targets: report.targets,
        hamlets: &report.hamlets,
        before: report.before.as_ref(),
        remark: &report.remark,
        reprint,
        shifts: &report.shifts,
        sources: &report.sources,
        drawn_up_by: report.by,
        note: None,
        printed: report.at,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// What a paper that is printed again says of its last print.
pub fn reprint(report: &Report, last: &LastPrint) -> Reprint {
    let changes = changes(&last.numbers, &report.tally.numbers());
    Reprint { nth: last.times + 1, last: last.at, changes }
}

/// The form of a name, as the office has it.
pub(super) fn form(forms: &Forms, name: &str) -> Form {
    forms.get(name).cloned().unwrap_or_default()
}

/// The sheet that the screen scrolls through and the printer prints.
pub(super) fn sheet(report: &Report, catalogue: &Catalogue, form: &Form, lang: Lang) -> Sheet {
    forms::sheet(form, &report.tally, &context(report, catalogue, None), lang)
}

/// The same sheet as a file.
pub(super) fn file(
    format: Format,
    report: &Report,
    catalogue: &Catalogue,
    form: &Form,
    lang: Lang,
) -> Result<Vec<u8>, PaperError> {
    paper_as(format, form, &report.tally, &context(report, catalogue, None), lang)
}

/// The same sheet as the printer is given it.
pub(super) fn print(
    report: &Report,
    catalogue: &Catalogue,
    form: &Form,
    reprint: Option<&Reprint>,
    lang: Lang,
) -> Result<Vec<u8>, PdfError> {
    printable::paper(form, &report.tally, &context(report, catalogue, reprint), lang)
}
