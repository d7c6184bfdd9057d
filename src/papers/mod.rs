//! Papers: facts become a [`sheet::Sheet`], a small document that knows no printer and no language, and each renderer
//! turns the same sheet into something to print or read, so that the numbers cannot differ. The files for other
//! programs, [`csv`] and [`json`], are written from the same [`Tally`].

pub mod csv;
pub mod docx;
pub mod escpos;
pub mod guidance;
pub mod json;
pub mod pdf;
pub mod printable;
pub mod raster;
pub mod sheet;
pub mod tally;
pub mod text;
pub mod ticket;
pub mod xlsx;

mod cells;
mod layout;
mod office;
mod shares;
mod wrap;

#[cfg(test)]
mod sample;

use crate::domain::Day;
use crate::domain::tally::Tally;
use crate::text::Lang;

pub use tally::{Context, Reprint};

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
}

impl Format {
    /// Every format, in the order in which the command line offers them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Csv, Self::Json, Self::Pdf];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    /// The format of a name, or `None` for another word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How the name of such a file ends, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            other => other.name(),
        }
    }
}

/// The tally of a day in one of its forms.
///
/// # Errors
///
/// Only the PDF can fail, see [`pdf::PdfError`].
pub fn tally_as(format: Format, tally: &Tally, day: &Context, lang: Lang) -> Result<Vec<u8>, pdf::PdfError> {
    Ok(match format {
        Format::Text => text::render(&tally::sheet(tally, day, lang), text::USUAL_WIDTH).into_bytes(),
        Format::Csv => csv::tally(tally, day, lang),
        Format::Json => json::tally(tally, day, lang).into_bytes(),
        Format::Pdf => pdf::render(&tally::sheet(tally, day, lang))?,
    })
}

/// The name of the file of a day's tally: `tally-2026-11-21.pdf`.
pub fn tally_file_name(day: Day, format: Format) -> String {
    format!("tally-{day}.{}", format.extension())
}
