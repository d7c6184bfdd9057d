//! The paper of a span, from what the desk reports.

use crate::config::PrintSettings;
use crate::desk::Report;
use crate::domain::printer::{RollWidth, Target};
use crate::domain::queue::Ratio;
use crate::domain::tally::{LastPrint, changes};
use crate::domain::{Catalogue, Code, Office, Stamp};
use crate::papers::escpos::{self, Cut};
use crate::papers::forms::slip::HandbookForm;
use crate::papers::forms::{self, Form, Forms};
use crate::papers::handbook::{self, Guide};
use crate::papers::pdf::PdfError;
use crate::papers::raster::{self, RasterError};
use crate::papers::sheet::{Paper, Sheet};
use crate::papers::{Context, Format, PaperError, Reprint, paper_as, printable, text, trial};
use crate::text::Lang;
use crate::ui::prints::{Document, Page, PaperKind, Role};
use crate::ui::slip::{Ink, extension, sample, slip_paper};

/// What a paper names beside the numbers.
pub fn context<'a>(report: &'a Report, reprint: Option<&'a Reprint>) -> Context<'a> {
    Context {
        office: &report.office,
        catalogue: &report.catalogue,
        volunteers: &report.volunteers,
        letterhead: &report.letterhead,
        targets: report.targets,
        hamlets: &report.hamlets,
        reasons: &report.reasons,
        before: report.before.as_ref(),
        remark: &report.remark,
        reprint,
        shifts: &report.shifts,
        sources: &report.sources,
        drawn_up_by: report.by,
        note: None,
        printed: report.at,
        version: concat!("motcua ", env!("CARGO_PKG_VERSION")),
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
pub(super) fn sheet(report: &Report, form: &Form, lang: Lang) -> Sheet {
    forms::sheet(form, &report.tally, &context(report, None), lang)
}

/// The same sheet as a file.
pub(super) fn file(format: Format, report: &Report, form: &Form, lang: Lang) -> Result<Vec<u8>, PaperError> {
    paper_as(format, form, &report.tally, &context(report, None), lang)
}

/// The same sheet as the printer is given it.
///
/// # Errors
/// As of the same sheet as a PDF file.
pub(super) fn print(
    report: &Report,
    form: &Form,
    reprint: Option<&Reprint>,
    lang: Lang,
) -> Result<Vec<u8>, PdfError> {
    printable::paper(form, &report.tally, &context(report, reprint), lang)
}

/// Why a paper could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// As pages.
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
        Document::Commands(escpos::raster(&bitmap, Cut::Partial))
    } else {
        Document::Pdf(printable::document(sheet)?)
    })
}

/// The letters of a printer of slips in a line (DOMAIN.md §5).
const fn columns(width: RollWidth) -> usize {
    match width {
        RollWidth::Mm58 => 32,
        RollWidth::Mm80 => 48,
    }
}

/// The guide of an entry, for the printer of sheets. `paper` is A4 or A5; the day and the moment are those of printing.
///
/// # Errors
/// As of the same sheet as a PDF file.
pub fn handbook(guide: &Guide, form: &HandbookForm, lang: Lang, paper: Paper) -> Result<Page, DrawError> {
    let document = printable::document(&handbook::sheet(guide, form, lang, paper))?;
    let stem = format!("{}-{}", forms::HANDBOOK, in_a_name(&guide.procedure.code));
    Ok(Page::pdf(PaperKind::Other, format!("motcua-{stem}"), format!("{stem}.pdf"), document))
}

/// A code as a queue and a file system take it: an office may write its own with any letters.
fn in_a_name(code: &Code) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    code.0.chars().map(|letter| if plain(letter) { letter } else { '_' }).collect()
}

/// The page that tries a printer: of slips a slip with a number that nobody gets.
pub(super) fn test(
    role: Role,
    settings: PrintSettings,
    office: Option<&Office>,
    (catalogue, forms, ratio): (&Catalogue, &Forms, Ratio),
    at: Stamp,
    lang: Lang,
) -> Result<Page, DrawError> {
    let name = |printer: &str| lang.print_target(&printer.parse().unwrap_or_default());
    let document = match (role, office) {
        (Role::Report, _) => {
            let sheet = trial::sheet(office, &name(&settings.report), at, Paper::A4, lang);
            Document::Pdf(printable::document(&sheet)?)
        }
        (Role::Slip, Some(office)) => {
            let ink = Ink { office, catalogue, form: forms.ticket(), settings: &settings, ratio, lang };
            slip(&sample(at, &name(&settings.slip), ink), &settings)?
        }
        (Role::Slip, None) => {
            let paper = slip_paper(&settings);
            slip(&trial::sheet(office, &name(&settings.slip), at, paper, lang), &settings)?
        }
    };
    // A test of both sides on one page needs no more than one copy.
    let settings = PrintSettings { copies: 1, desk_copy: false, ..settings };
    Ok(Page {
        kind: PaperKind::Other,
        role,
        title: format!("motcua-test-{}", at.day()),
        file_name: format!("test-{}.{}", at.day(), extension(&document)),
        document,
        settings: Some(settings),
        about: None,
    })
}
