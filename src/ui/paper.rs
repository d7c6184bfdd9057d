//! The day's tally as a paper, from what the desk reports.

use crate::desk::DayReport;
use crate::domain::Catalogue;
use crate::papers::pdf::{self, PdfError};
use crate::papers::sheet::Sheet;
use crate::papers::{DeskDay, tally};
use crate::text::Lang;

/// What a paper names beside the numbers.
pub fn desk_day<'a>(report: &'a DayReport, catalogue: &'a Catalogue) -> DeskDay<'a> {
    DeskDay {
        office: &report.office,
        catalogue,
        volunteers: &report.volunteers,
        shifts: &report.shifts,
        drawn_up_by: report.by,
        note: None,
        printed: report.at,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// The sheet that the screen scrolls through and the printer prints.
pub(super) fn sheet(report: &DayReport, catalogue: &Catalogue, lang: Lang) -> Sheet {
    tally::sheet(&report.tally, &desk_day(report, catalogue), lang)
}

/// The same sheet as a page.
pub(super) fn pdf(report: &DayReport, catalogue: &Catalogue, lang: Lang) -> Result<Vec<u8>, PdfError> {
    pdf::render(&sheet(report, catalogue, lang))
}
