//! A sheet laid out on pages, for every renderer that draws it: what stands where, in which type.
//!
//! The sheet first becomes `mark::Piece`s, bands that no page break may cut, then `flow` stacks them into pages. Lengths
//! are points (1/72 inch) and y grows downwards. The renderers draw the marks of the pages and decide nothing, so that
//! they cannot disagree.

mod blocks;
mod figures;
mod flow;
mod fonts;
mod foot;
mod head;
mod mark;
mod page;
mod signatures;
mod table;

use super::sheet::Sheet;
use page::Sizes;

pub(super) use flow::Page;
pub use fonts::DamagedFace;
pub(super) use fonts::{Face, Faces};
pub(super) use mark::{Mark, Sign, Text};
pub(super) use page::Frame;

/// The pages of a sheet, in the size of type that suits it best.
pub(super) struct Layout {
    /// The page and its margins.
    pub(super) frame: Frame,
    /// At least one page.
    pub(super) pages: Vec<Page>,
}

/// Lays a sheet out.
///
/// The body is set in the largest size of the sheet's [`Style`](super::sheet::Style) that keeps it on one page; when
/// none does, in the usual size, or up to one point smaller where that saves a page.
///
/// # Errors
///
/// [`DamagedFace`], which only a damaged program can cause.
pub(super) fn layout(sheet: &Sheet) -> Result<Layout, DamagedFace> {
    let faces = Faces::load()?;
    let (mut pages, sizes) = fitted(sheet, faces);
    foot::add(&mark::Setter::new(faces, &sizes), sheet, &mut pages);
    Ok(Layout { frame: Frame::of(sheet.style), pages })
}

/// How far a sheet may be squeezed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Squeeze {
    /// Not at all: in its usual size of type.
    None,
    /// To the smallest size of type that its style allows.
    Most,
}

/// Whether a sheet is one page, so that who makes it can leave detail out before it becomes two.
pub(super) fn is_one_page(sheet: &Sheet, squeeze: Squeeze) -> bool {
    // Faces that cannot be read are told when the sheet is rendered.
    let Ok(faces) = Faces::load() else { return true };
    let usual = Sizes::usual(sheet.style);
    let sizes = match squeeze {
        Squeeze::None => usual,
        Squeeze::Most => Sizes::smaller(sheet.style).last().unwrap_or(usual),
    };
    laid_out(sheet, faces, &sizes).len() == 1
}

/// How many pages a sheet takes.
#[cfg(test)]
pub(super) fn page_count(sheet: &Sheet) -> usize {
    fitted(sheet, Faces::load().expect("the faces are built in")).0.len()
}

/// Pages of a sheet in the size of type that suits it best.
fn fitted(sheet: &Sheet, faces: &Faces) -> (Vec<Page>, Sizes) {
    let usual = Sizes::usual(sheet.style);
    let pages = laid_out(sheet, faces, &usual);
    if pages.len() < 2 {
        return (pages, usual);
    }
    // A size that is clearly smaller is worth it for a single page only: a longer paper is read, not glanced at.
    let mut best = (pages, usual);
    for sizes in Sizes::smaller(sheet.style) {
        let pages = laid_out(sheet, faces, &sizes);
        if pages.len() == 1 || (pages.len() < best.0.len() && sizes.is_near_usual(sheet.style)) {
            let done = pages.len() == 1;
            best = (pages, sizes);
            if done {
                break;
            }
        }
    }
    best
}

/// Pages of a sheet in a given size of type.
fn laid_out(sheet: &Sheet, faces: &Faces, sizes: &Sizes) -> Vec<Page> {
    let frame = Frame::of(sheet.style);
    let setter = mark::Setter::new(faces, sizes);
    let mut nodes = head::head(&setter, sheet, frame.column());
    nodes.extend(blocks::stack(&setter, &sheet.blocks, frame.column(), frame.height()));
    signatures::close(&setter, sheet, frame.column(), &mut nodes);
    flow::paginate(nodes, frame.height())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample;

    /// The ink of a line of text: its capitals, as accents may reach into the line above.
    #[derive(Debug)]
    struct Ink {
        left: f32,
        top: f32,
        right: f32,
        bottom: f32,
        words: String,
    }

    impl Ink {
        fn overlaps(&self, other: &Self) -> bool {
            self.left < other.right - 0.1
                && other.left < self.right - 0.1
                && self.top < other.bottom
                && other.top < self.bottom
        }
    }

    fn ink(page: &Page, faces: &Faces) -> Vec<Ink> {
        page.marks
            .iter()
            .filter_map(|mark| match mark {
                mark::Mark::Text(text) => Some(Ink {
                    left: text.x,
                    top: text.y - text.size * 0.7,
                    right: text.x + faces.width(text.face, &text.words) * text.size,
                    bottom: text.y + text.size * 0.2,
                    words: text.words.clone(),
                }),
                _ => None,
            })
            .collect()
    }

    fn pages(sheet: &Sheet) -> Vec<Page> {
        let faces = Faces::load().expect("the faces are built in");
        fitted(sheet, faces).0
    }

    #[test]
    fn a_day_fits_on_one_page_and_a_long_tally_on_three() {
        assert_eq!(pages(&sample::day()).len(), 1);
        assert_eq!(pages(&sample::long()).len(), 3);
    }

    #[test]
    fn nothing_leaves_the_frame_and_no_two_texts_overlap() {
        let faces = Faces::load().expect("the faces are built in");
        for sheet in [sample::day(), sample::long(), sample::stress(), sample::report()] {
            let frame = Frame::of(sheet.style);
            let (pages, _) = fitted(&sheet, faces);
            for page in &pages {
                let boxes = ink(page, faces);
                for (i, a) in boxes.iter().enumerate() {
                    assert!(a.left >= -0.5 && a.right <= frame.width() + 0.5, "{a:?}");
                    assert!(a.top >= -0.5 && a.bottom <= frame.height() + 0.5, "{a:?}");
                    for b in &boxes[..i] {
                        assert!(!a.overlaps(b), "{} / {}", a.words, b.words);
                    }
                }
            }
        }
    }

    #[test]
    fn a_little_too_much_is_fitted_and_much_too_much_keeps_its_size() {
        let faces = Faces::load().expect("the faces are built in");
        let (one, small) = fitted(&sample::day_with_rows(5), faces);
        assert_eq!(one.len(), 1);
        assert!(small.body < 11.5);
        let (_, usual) = fitted(&sample::long(), faces);
        assert!(usual.body >= 10.5);
    }
}
