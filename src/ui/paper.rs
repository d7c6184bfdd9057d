//! The paper of a span, from what the desk reports.

use crate::config::PrintSettings;
use crate::domain::printer::{RollWidth, Target};
use crate::domain::printing::{Document, PaperKind};
use crate::domain::{Code, Report};
use crate::lang::Lang;
use crate::papers::escpos;
use crate::papers::forms::slip::HandbookForm;
use crate::papers::forms::{self, Form, Forms};
use crate::papers::handbook::{self, Guide};
use crate::papers::pdf::PdfError;
use crate::papers::raster::{self, RasterError};
use crate::papers::sheet::{Paper, Sheet};
use crate::papers::{Format, PaperError, paper_as, printable, stem, text};
use crate::ui::prints::Page;

/// The form of a name, as the office has it.
pub(super) fn form(forms: &Forms, name: &str) -> Form {
    forms.get(name).cloned().unwrap_or_default()
}

/// The sheet that the screen scrolls through and the printer prints.
pub(super) fn sheet(report: &Report, form: &Form, lang: Lang) -> Sheet {
    forms::sheet(form, report, lang)
}

/// The same sheet as a file.
pub(super) fn file(format: Format, report: &Report, form: &Form, lang: Lang) -> Result<Vec<u8>, PaperError> {
    paper_as(format, form, report, lang)
}

/// The same sheet as the printer is given it.
pub(super) fn print(report: &Report, form: &Form, lang: Lang) -> Result<Vec<u8>, PdfError> {
    printable::paper(form, report, lang)
}

/// Why a paper could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// As a picture for a printer of slips.
    #[error(transparent)]
    Raster(#[from] RasterError),
}

/// The paper in the printer for slips.
pub const fn roll(width: RollWidth) -> Paper {
    match width {
        RollWidth::Mm58 => Paper::Roll58,
        RollWidth::Mm80 => Paper::Roll80,
    }
}

/// A slip, made for [`roll`], as its printer takes it: commands for one that takes nothing else, a page for all others.
pub(super) fn slip(sheet: &Sheet, settings: &PrintSettings) -> Result<Document, DrawError> {
    let target = settings.slip.parse::<Target>().unwrap_or_default();
    Ok(if target.takes_commands() && settings.slip_plain {
        let columns = columns(settings.slip_width);
        Document::Commands(escpos::plain(&text::render(sheet, columns), columns))
    } else if target.takes_commands() {
        let bitmap = raster::render(sheet, settings.slip_width.dots())?;
        Document::Commands(escpos::raster(&bitmap))
    } else {
        Document::Pdf(printable::document(sheet)?)
    })
}

/// The letters of a printer of slips in a line (docs/domain.md, "Papers").
const fn columns(width: RollWidth) -> usize {
    match width {
        RollWidth::Mm58 => 32,
        RollWidth::Mm80 => 48,
    }
}

/// The guide of an entry, for the printer of sheets. `paper` is A4 or A5; the day and the moment are those of printing.
pub fn handbook(guide: &Guide, form: &HandbookForm, lang: Lang, paper: Paper) -> Result<Page, DrawError> {
    let document = printable::document(&handbook::sheet(guide, form, lang, paper))?;
    let code = in_a_name(&guide.procedure.code);
    Ok(Page::pdf(PaperKind::Other, stem(forms::HANDBOOK, &code), document))
}

/// What happened to one number; `of` names the file.
pub fn life(sheet: &Sheet, of: &str) -> Result<Page, DrawError> {
    Ok(Page::pdf(PaperKind::Other, stem("dien-bien", of), printable::document(sheet)?))
}

/// A handover; `of` names the file.
pub(super) fn handover(sheet: &Sheet, of: &str) -> Result<Page, DrawError> {
    Ok(Page::pdf(PaperKind::Other, stem("ban-giao", of), printable::document(sheet)?))
}

/// A code as a queue and a file system take it: an office may write its own with any letters.
fn in_a_name(code: &Code) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    code.0.chars().map(|letter| if plain(letter) { letter } else { '_' }).collect()
}
