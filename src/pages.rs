//! Pages as they are drawn: letters and lines at their places, without a word about what they mean.
//!
//! A printing system that takes no PDF, as that of Windows, has to be given every page as a drawing. Layout
//! leaves its pages here, and printing draws them; neither needs to know the other. The pages travel behind the
//! bytes of the PDF, so that a job has one document on the disk, whole or not there at all:
//!
//! ```text
//! %PDF … %%EOF │ pages as JSON │ their length, 8 bytes │ motcua-pages-1
//! ```

use serde::{Deserialize, Serialize};

/// The built-in faces: upright, bold, italic, bold italic. Renamed subsets of Tinos, see `assets/fonts/README.md`.
pub static FACES: [&[u8]; 4] = [
    include_bytes!("../assets/fonts/MotcuaSerif-Regular.ttf"),
    include_bytes!("../assets/fonts/MotcuaSerif-Bold.ttf"),
    include_bytes!("../assets/fonts/MotcuaSerif-Italic.ttf"),
    include_bytes!("../assets/fonts/MotcuaSerif-BoldItalic.ttf"),
];

/// The family of the built-in faces.
#[cfg_attr(all(shipped, not(windows)), allow(dead_code, reason = "only Windows draws the pages itself"))]
pub const FAMILY: &str = "Motcua Serif";

/// A hundredth of a point, of which an inch has 7200: finer than the dots of any printer of a desk.
pub type Unit = i32;

#[cfg_attr(all(shipped, not(windows)), allow(dead_code, reason = "only Windows draws the pages itself"))]
pub const UNITS_IN_AN_INCH: Unit = 7200;

/// What stands at the end of a document that has its pages behind it.
const MARK: &[u8] = b"motcua-pages-1";

/// Bytes of the length before the mark.
const LENGTH: usize = size_of::<u64>();

/// All pages of a paper, which are of one size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    pub width: Unit,
    pub height: Unit,
    /// What is drawn on each page.
    pub pages: Vec<Vec<Ink>>,
}

/// Something black, at x from the left and y from the top edge of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    Letters(Letters),
    Path(Path),
}

/// A line of letters, each at a place of its own, so that no printer sets them by widths other than those they were laid
/// out with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    pub x: Unit,
    pub y: Unit,
    /// Which of [`FACES`].
    pub face: u8,
    pub size: Unit,
    pub words: String,
    /// How far each letter moves the next one to the right.
    pub advances: Vec<Unit>,
}

/// A line through some points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The points, at least two.
    pub through: Vec<(Unit, Unit)>,
    pub weight: Unit,
    pub stroke: Stroke,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stroke {
    /// It ends at its last point.
    Flat,
    /// It ends with half a circle around its last point.
    Round,
    /// In dots as wide as the line, one every four widths.
    Dotted,
}

impl Pages {
    /// The pages in the form in which they lie behind a PDF; `None` when they are damaged.
    #[cfg_attr(all(shipped, not(windows)), allow(dead_code, reason = "only Windows draws the pages itself"))]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The document of a job: a PDF with its pages behind it.
    pub fn behind(&self, mut pdf: Vec<u8>) -> Vec<u8> {
        // These values have no form that JSON lacks; without pages a document is still a PDF.
        let Ok(pages) = serde_json::to_vec(self) else { return pdf };
        pdf.extend(&pages);
        pdf.extend((pages.len() as u64).to_le_bytes());
        pdf.extend(MARK);
        pdf
    }
}

/// A document apart: what stands before its pages, and its pages, when it has any.
pub fn apart(document: &[u8]) -> (&[u8], Option<&[u8]>) {
    let found = document.strip_suffix(MARK).and_then(<[u8]>::split_last_chunk::<LENGTH>).and_then(
        |(rest, length)| {
            let at = rest.len().checked_sub(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
            rest.split_at_checked(at)
        },
    );
    found.map_or((document, None), |(before, pages)| (before, Some(pages)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Pages {
        let letters = Letters {
            x: 7087,
            y: 6500,
            face: 1,
            size: 1150,
            words: "Bảng tổng hợp".to_owned(),
            advances: vec![500; 13],
        };
        let line = Path { through: vec![(0, 0), (100, 0)], weight: 35, stroke: Stroke::Dotted };
        Pages {
            width: 59528,
            height: 84189,
            pages: vec![vec![Ink::Letters(letters), Ink::Path(line)], vec![]],
        }
    }

    #[test]
    fn pages_come_back_from_behind_a_document_which_is_untouched() {
        let pdf = b"%PDF-1.7 \xff %%EOF\n";
        let document = pages().behind(pdf.to_vec());
        let (before, behind) = apart(&document);
        assert_eq!(before, pdf);
        assert_eq!(Pages::read(behind.unwrap()), Some(pages()));
    }

    #[test]
    fn a_document_without_pages_or_with_a_wrong_length_is_left_whole() {
        let long = [b"%PDF".as_slice(), &u64::MAX.to_le_bytes(), MARK].concat();
        let short = [b"%PDF".as_slice(), MARK].concat();
        for document in [b"%PDF-1.7".as_slice(), b"", MARK, &short, &long] {
            assert_eq!(apart(document), (document, None));
        }
    }

    #[test]
    fn damaged_pages_are_none() {
        assert_eq!(Pages::read(b"{\"width\":1"), None);
    }
}
