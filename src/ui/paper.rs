//! The paper of a span, from what the desk reports.

use crate::desk::Report;
use crate::domain::Catalogue;
use crate::domain::tally::{LastPrint, changes};
use crate::papers::pdf::PdfError;
use crate::papers::sheet::Sheet;
use crate::papers::{Context, Reprint, printable, tally};
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

/// The name under which the prints of the tally are kept.
pub(super) const FORM: &str = "tally";

/// The sheet that the screen scrolls through and the printer prints: the one place that says which paper it is.
pub(super) fn sheet(report: &Report, catalogue: &Catalogue, reprint: Option<&Reprint>, lang: Lang) -> Sheet {
    tally::sheet(&report.tally, &context(report, catalogue, reprint), lang)
}

/// The same sheet as the printer is given it.
pub(super) fn pdf(
    report: &Report,
    catalogue: &Catalogue,
    reprint: Option<&Reprint>,
    lang: Lang,
) -> Result<Vec<u8>, PdfError> {
    printable::document(&sheet(report, catalogue, reprint, lang))
}
