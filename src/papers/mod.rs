//! Papers: facts become a [`sheet::Sheet`], a small document that knows no printer and no language, and each renderer
//! turns the same sheet into something to print or read, so that the numbers cannot differ. The files for other
//! programs, [`csv`] and [`json`], are written from the same [`Tally`](crate::domain::tally::Tally).

pub mod csv;
pub mod docx;
pub mod escpos;
pub mod forms;
pub mod guidance;
pub mod handbook;
pub mod handover;
pub mod json;
pub mod life;
pub mod pdf;
pub mod printable;
pub mod raster;
pub mod sheet;
pub mod tally;
pub mod text;
pub mod ticket;
pub mod xlsx;

mod cells;
mod entry;
mod layout;
mod office;
mod qr;
mod shares;

#[cfg(test)]
mod sample;

use self::sheet::{Block, HeadLine, PageLabel, Paper, Sheet, Weight};
use crate::domain::{Calendar, Office, Report, Span, SpanKind, Stamp};
use crate::lang::Lang;

/// The forms in which a tally leaves the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The sheet as plain text, 80 columns wide.
    Text,
    /// Comma-separated values, see [`csv`].
    Csv,
    /// JSON, see [`json`].
    Json,
    /// The sheet as a PDF.
    Pdf,
    /// The sheet as a Word document, to be edited before it is signed.
    Docx,
    /// The sheet as a spreadsheet with real numbers and dates.
    Xlsx,
}

impl Format {
    /// Every format, in the order in which the command line offers them.
    pub const ALL: [Self; 6] = [Self::Text, Self::Csv, Self::Json, Self::Pdf, Self::Docx, Self::Xlsx];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether it is nothing to look at on a terminal.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Pdf | Self::Docx | Self::Xlsx)
    }

    /// The form that such a file about a span usually has: a spreadsheet takes every table there is.
    pub const fn usual_form(self, span: Span) -> &'static str {
        match self {
            Self::Xlsx => forms::STATISTICS,
            _ => forms::usual_for(span),
        }
    }

    /// How the name of such a file ends, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            other => other.name(),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
    #[error(transparent)]
    Docx(#[from] docx::DocxError),
    #[error(transparent)]
    Xlsx(#[from] xlsx::XlsxError),
}

/// The tally of a day in one of its formats, by the form that comes with the program.
///
/// # Errors
///
/// [`PaperError`], which text, CSV and JSON never meet.
#[cfg(not(shipped))]
pub fn tally_as(format: Format, report: &Report, lang: Lang) -> Result<Vec<u8>, PaperError> {
    written(format, report, lang, || tally_sheet(report, lang))
}

/// The same as a sheet.
#[cfg(not(shipped))]
pub fn tally_sheet(report: &Report, lang: Lang) -> Sheet {
    forms::built_in_form(forms::TALLY).map_or_else(Sheet::default, |form| forms::sheet(form, report, lang))
}

/// The paper of a form about a tally in one of its formats. Files for other programs have every number, whatever the
/// form.
///
/// # Errors
///
/// [`PaperError`], which text, CSV and JSON never meet.
pub fn paper_as(
    format: Format,
    form: &forms::Form,
    report: &Report,
    lang: Lang,
) -> Result<Vec<u8>, PaperError> {
    written(format, report, lang, || forms::sheet(form, report, lang))
}

/// A slip in one of the formats of papers. A slip has no table of its own for other programs, so that those formats give
/// its text, as wide as its paper.
///
/// # Errors
///
/// [`PaperError`], which text never meets.
pub fn slip_as(format: Format, slip: &sheet::Sheet) -> Result<Vec<u8>, PaperError> {
    let width = match slip.paper {
        sheet::Paper::Roll58 => text::ROLL58_WIDTH,
        sheet::Paper::Roll80 => text::ROLL80_WIDTH,
        sheet::Paper::A4 | sheet::Paper::A5 => text::USUAL_WIDTH,
    };
    Ok(match format {
        Format::Text | Format::Csv | Format::Json => text::render(slip, width).into_bytes(),
        Format::Pdf => pdf::render(slip)?,
        Format::Docx => docx::render(slip)?,
        Format::Xlsx => xlsx::render(slip)?,
    })
}

fn written(
    format: Format,
    report: &Report,
    lang: Lang,
    sheet: impl FnOnce() -> sheet::Sheet,
) -> Result<Vec<u8>, PaperError> {
    Ok(match format {
        Format::Text => text::render(&sheet(), text::USUAL_WIDTH).into_bytes(),
        Format::Csv => csv::tally(report, lang),
        Format::Json => json::tally(report, lang).into_bytes(),
        Format::Pdf => pdf::render(&sheet())?,
        Format::Docx => docx::render(&sheet())?,
        Format::Xlsx => xlsx::render(&sheet())?,
    })
}

/// What papers are called among files and in a printer's queue, each with its form. One that begins with another stands before
/// it, and of two of one form the first is that of a day.
const STEMS: [(&str, &str); 8] = [
    ("bang-ngay", forms::TALLY),
    ("bang-tong-hop", forms::TALLY),
    ("bao-cao-doan", forms::UNION),
    ("bao-cao", forms::ADMINISTRATION),
    ("thong-ke", forms::STATISTICS),
    ("phieu-so", forms::TICKET),
    ("phieu", forms::GUIDANCE),
    ("huong-dan", forms::HANDBOOK),
];

/// What the page that tries a printer is called.
pub const TRIAL_STEM: &str = "in-thu";

/// What a paper of a form is called, without an ending: `phieu-A002-2026-11-30`.
///
/// Plain letters only, since printers and sticks mangle others.
pub fn stem(form: &str, of: &str) -> String {
    let stem = STEMS.iter().find(|(_, name)| *name == form).map_or(form, |(stem, _)| *stem);
    format!("{stem}-{of}")
}

/// The form of a paper that is called so, and what it is of: `2026-11-21`, `A002-2026-11-30`.
pub fn of_stem(name: &str) -> Option<(&'static str, &str)> {
    STEMS.iter().find_map(|(stem, form)| Some((*form, name.strip_prefix(stem)?.strip_prefix('-')?)))
}

/// What a paper about a span is called: `bang-ngay-2026-11-21`, `bao-cao-doan-2026-quy-4-hanh-chinh`. Two spans never share a
/// name.
pub fn file_stem(form: &str, span: Span) -> String {
    let of = span_in_a_name(span);
    match (form, span.kind) {
        (forms::TALLY, kind) if !matches!(kind, SpanKind::Day | SpanKind::Shift) => {
            format!("bang-tong-hop-{of}")
        }
        _ => stem(form, &of),
    }
}

fn span_in_a_name(span: Span) -> String {
    let (number, year) = span.number();
    let name = match (span.kind, span.shift) {
        (SpanKind::Day, _) => return span.from.to_string(),
        (SpanKind::Shift, Some(shift)) => return format!("{}-ca-{}", span.from, shift.id.0),
        (SpanKind::Week, _) => return format!("{}-tuan", span.from),
        (SpanKind::Range | SpanKind::Shift, _) => return format!("{}-den-{}", span.from, span.until),
        (SpanKind::Month, _) => format!("{year}-{number:02}"),
        (SpanKind::Quarter, _) => format!("{year}-quy-{number}"),
        (SpanKind::HalfYear, _) => format!("{year}-nua-nam-{number}"),
        (SpanKind::Year, _) => year.to_string(),
    };
    match span.calendar {
        Calendar::Civil => name,
        Calendar::Administrative => format!("{name}-hanh-chinh"),
    }
}

/// The page that tries a printer: small, counted nowhere, without a number. `printer` is what people call it.
pub fn trial(office: Option<&Office>, printer: &str, at: Stamp, paper: Paper, lang: Lang) -> Sheet {
    Sheet {
        lang_tag: lang.tag(),
        paper,
        left: office.map(office::centre).into_iter().collect(),
        title: vec![HeadLine::new(lang.test_title(), Weight::Strong)],
        blocks: vec![
            Block::Line(lang.test_printer(printer)),
            Block::Line(lang.test_when(&lang.clock(at), &lang.date(at.day()))),
            Block::Line(lang.test_letters().to_owned()),
            Block::Line(lang.test_digits().to_owned()),
            Block::Note(lang.test_note().to_owned()),
        ],
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        created: office::created(at),
        ..Sheet::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    #[test]
    fn every_span_has_a_file_of_its_own() {
        use Calendar::{Administrative, Civil};
        let day: Day = "2026-11-21".parse().unwrap();
        let of = |kind, calendar| file_stem(forms::TALLY, Span::of(kind, calendar, day));
        for (kind, calendar, name) in [
            (SpanKind::Day, Civil, "bang-ngay-2026-11-21"),
            (SpanKind::Week, Civil, "bang-tong-hop-2026-11-16-tuan"),
            (SpanKind::Month, Civil, "bang-tong-hop-2026-11"),
            (SpanKind::Month, Administrative, "bang-tong-hop-2026-12-hanh-chinh"),
            (SpanKind::Quarter, Civil, "bang-tong-hop-2026-quy-4"),
            (SpanKind::HalfYear, Civil, "bang-tong-hop-2026-nua-nam-2"),
            (SpanKind::Year, Civil, "bang-tong-hop-2026"),
            (SpanKind::Year, Administrative, "bang-tong-hop-2026-hanh-chinh"),
        ] {
            assert_eq!(of(kind, calendar), name);
        }
        let range = Span::range(day.minus_days(3), day, day).unwrap();
        assert_eq!(file_stem(forms::UNION, range), "bao-cao-doan-2026-11-18-den-2026-11-21");
    }
}
