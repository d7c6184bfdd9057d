//! A sheet as PDF, on the paper that it names: Times-like, black, in the look of Vietnamese administrative papers.
//!
//! Only `draw` knows the PDF library; what stands where is decided by `layout`.

mod draw;

use super::layout::{self, DamagedFace};
use super::sheet::Sheet;

/// Why a sheet could not become a PDF. None of these depends on the words of the sheet.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A face that is part of the program cannot be read.
    #[error(transparent)]
    Face(#[from] DamagedFace),
    /// The size of the page was refused.
    #[error("the size of the page was refused")]
    Page,
    /// The PDF library could not put the file together.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// Renders a sheet as the bytes of a PDF file, its pages of the sheet's [`Paper`](super::sheet::Paper).
///
/// On A4 and A5 the body is set in the largest size of type that keeps it on one page; when none does, in the usual
/// size, or up to one point smaller where that saves a page. On a roll there is one page, as wide as the roll and as
/// high as the content. The same sheet always gives the same bytes.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    draw::document(sheet, &layout::layout(sheet)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample;

    #[test]
    fn the_same_sheet_gives_the_same_bytes() {
        let sheet = sample::day();
        let once = render(&sheet).expect("renders");
        assert_eq!(once, render(&sheet).expect("renders"));
        assert!(once.starts_with(b"%PDF"));
        assert!(once.len() < 80_000, "{} bytes", once.len());
    }

    #[test]
    fn an_empty_sheet_is_one_empty_page() {
        let bytes = render(&Sheet::default()).expect("renders");
        assert!(bytes.starts_with(b"%PDF"));
    }
}
