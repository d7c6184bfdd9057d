//! A sheet laid out on pages, for every renderer that draws it: what stands where, in which type.
//!
//! The sheet first becomes `mark::Piece`s, bands that no page break may cut, then `flow` stacks them into pages. Lengths
//! are points (1/72 inch) and y grows downwards. The renderers draw the marks of the pages and decide nothing, so that
//! they cannot disagree.

mod blocks;
mod ends;
mod flow;
mod fonts;
mod mark;
mod page;
mod table;

use super::sheet::{Paper, Sheet, Table, Weight};
use page::{Sizes, Strip};

pub(super) use flow::Page;
pub use fonts::DamagedFace;
pub(super) use fonts::{Face, Faces};
pub(super) use mark::{Mark, Sign, Text};
use mark::{Setter, Type};
pub(super) use page::Frame;

/// The pages of a sheet, in the size of type that suits it best.
pub(super) struct Layout {
    /// The page and its margins.
    pub(super) frame: Frame,
    pub(super) pages: Vec<Page>,
}

/// Lays a sheet out.
///
/// The body is set in the largest size of the sheet's [`Style`](super::sheet::Style) and
/// [`Paper`] that keeps it on one page; when none does, in the usual size, or up to one point
/// smaller where that saves a page. On a roll there is one page, as high as the content.
pub(super) fn layout(sheet: &Sheet) -> Result<Layout, DamagedFace> {
    let faces = Faces::load()?;
    let (mut pages, sizes) = fitted(sheet, faces);
    let frame = Frame::of(sheet);
    if sheet.paper.is_roll() {
        let depth = pages.iter().map(|page| page.depth).fold(0.0, f32::max);
        return Ok(Layout { frame: frame.cut_at(depth), pages });
    }
    ends::add_feet(&Setter::new(faces, &sizes, sheet.paper), sheet, &mut pages);
    Ok(Layout { frame, pages })
}

/// How far a sheet may be squeezed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Squeeze {
    /// Not at all: in its usual size of type.
    None,
    /// To the smallest size of type that its style allows.
    Most,
}

/// By how many points a sheet is longer than a page, so that who makes it can leave detail out before it becomes two; less
/// than nothing of one that has room left.
pub(super) fn over(sheet: &Sheet, squeeze: Squeeze) -> f32 {
    // Faces that cannot be read are told when the sheet is rendered.
    let Ok(faces) = Faces::load() else { return 0.0 };
    let usual = Sizes::usual(sheet);
    let sizes = match squeeze {
        Squeeze::None => usual,
        Squeeze::Most => Sizes::smaller(sheet).last().unwrap_or(usual),
    };
    let pages = laid_out(sheet, faces, &sizes);
    let height = Frame::of(sheet).height();
    match pages.as_slice() {
        [only] => (only.depth - height).min(0.0),
        pages => pages.iter().skip(1).map(|page| page.depth.max(1.0)).sum(),
    }
}

#[cfg(test)]
pub(super) fn page_count(sheet: &Sheet) -> usize {
    fitted(sheet, Faces::load().expect("the faces are built in")).0.len()
}

/// Pages of a sheet in the size of type that suits it best.
fn fitted(sheet: &Sheet, faces: &Faces) -> (Vec<Page>, Sizes) {
    let usual = Sizes::usual(sheet);
    let pages = laid_out(sheet, faces, &usual);
    if pages.len() < 2 {
        return (pages, usual);
    }
    // A size that is clearly smaller is worth it for a single page only: a longer paper is read, not glanced at.
    let mut best = (pages, usual);
    for sizes in Sizes::smaller(sheet) {
        let pages = laid_out(sheet, faces, &sizes);
        if pages.len() == 1 || (pages.len() < best.0.len() && sizes.is_near_usual(sheet)) {
            let done = pages.len() == 1;
            best = (pages, sizes);
            if done {
                break;
            }
        }
    }
    best
}

#[cfg(test)]
std::thread_local! {
    /// How often this thread has laid a sheet out: what takes the time of a tally.
    pub(super) static LAID_OUT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Pages of a sheet in a given size of type.
fn laid_out(sheet: &Sheet, faces: &Faces, sizes: &Sizes) -> Vec<Page> {
    #[cfg(test)]
    LAID_OUT.with(|times| times.set(times.get() + 1));
    let frame = Frame::of(sheet);
    let setter = Setter::new(faces, sizes, sheet.paper);
    let mut nodes = ends::head(&setter, sheet, frame.column());
    nodes.extend(blocks::stack(&setter, &sheet.blocks, frame.column(), frame.height()));
    ends::close(&setter, sheet, frame.column(), &mut nodes);
    if sheet.paper.is_roll() {
        nodes.extend(ends::foot_of_roll(&setter, sheet, frame.column()));
    }
    flow::paginate(nodes, frame.height())
}

/// What the other files of a sheet share with its PDF: margins, sizes of type, widths of words and of columns, in the
/// size of type that suits it best. A paper that is edited before it is signed then looks like the printed one. Lengths
/// are points.
pub struct Measures {
    faces: &'static Faces,
    paper: Paper,
    pub sizes: Sizes,
    pub frame: Frame,
}

impl Measures {
    pub fn of(sheet: &Sheet) -> Result<Self, DamagedFace> {
        let faces = Faces::load()?;
        let (_, sizes) = fitted(sheet, faces);
        Ok(Self { faces, paper: sheet.paper, sizes, frame: Frame::of(sheet) })
    }

    /// The measures of a sheet in its usual size of type, for what has no pages of its own to be fitted.
    pub fn usual(sheet: &Sheet) -> Result<Self, DamagedFace> {
        Ok(Self {
            faces: Faces::load()?,
            paper: sheet.paper,
            sizes: Sizes::usual(sheet),
            frame: Frame::of(sheet),
        })
    }

    fn setter(&self) -> Setter<'_> {
        Setter::new(self.faces, &self.sizes, self.paper)
    }

    /// The widest line of a text that is broken at `room`.
    pub fn widest_line(&self, text: &str, weight: Weight, size: f32, room: f32) -> f32 {
        let (setter, kind) = (self.setter(), Type::of(weight, size));
        setter.lines(kind, text, room).iter().map(|line| setter.width(kind, line)).fold(0.0, f32::max)
    }

    /// How many lines a text takes in `room`.
    pub fn lines(&self, text: &str, weight: Weight, size: f32, room: f32) -> usize {
        self.setter().lines(Type::of(weight, size), text, room).len()
    }

    /// Widths of the left and right half of the head within `room`; what is missing is the space between them.
    pub fn halves(&self, sheet: &Sheet, room: f32) -> [f32; 2] {
        ends::halves(&self.setter(), sheet, Strip { x: 0.0, width: room }).map(|half| half.width)
    }

    /// Widths of the columns of a table that fills `room`.
    pub fn columns(&self, table: &Table, room: f32) -> Vec<f32> {
        table::widths(&self.setter(), table, Strip { x: 0.0, width: room })
    }

    /// How many of `count` figures stand in a row of `room`.
    pub fn figures_per_row(count: usize, room: f32) -> usize {
        blocks::figures_per_row(count, room)
    }
}

#[cfg(test)]
pub(super) mod tests {
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

    fn ink(marks: &[Mark], faces: &Faces) -> Vec<Ink> {
        marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(Ink {
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

    /// Panics when a text leaves the margins or stands on another one, or a foot leaves the page.
    pub(crate) fn stands_right(sheet: &Sheet) {
        let faces = Faces::load().expect("the faces are built in");
        let layout = layout(sheet).expect("is laid out");
        let frame = layout.frame;
        for page in &layout.pages {
            let boxes = ink(&page.marks, faces);
            for (i, a) in boxes.iter().enumerate() {
                assert!(a.left >= -0.5 && a.right <= frame.width() + 0.5, "{:?}: {a:?}", sheet.paper);
                assert!(a.top >= -0.5 && a.bottom <= frame.height() + 0.5, "{:?}: {a:?}", sheet.paper);
                for b in &boxes[..i] {
                    assert!(!a.overlaps(b), "{:?}: {} / {}", sheet.paper, a.words, b.words);
                }
            }
            for number in ink(&page.head, faces) {
                // Clear of the text below it and of the edge that printers do not reach.
                assert!(
                    number.top >= 5.0 * page::MM && number.bottom <= frame.top - 2.0 * page::MM,
                    "{number:?}"
                );
            }
            for foot in ink(&page.foot, faces) {
                assert!(frame.foot_top() >= frame.top + frame.height());
                // Printers do not reach the last 5 mm.
                assert!(frame.foot_top() + foot.bottom <= frame.page_height - 5.0 * page::MM, "{foot:?}");
            }
        }
    }

    /// The lines of text of each page.
    pub(crate) fn words_by_page(sheet: &Sheet) -> Vec<Vec<String>> {
        let faces = Faces::load().expect("the faces are built in");
        let words = |page: &Page| ink(&page.marks, faces).into_iter().map(|ink| ink.words).collect();
        pages(sheet).iter().map(words).collect()
    }

    #[test]
    fn a_report_is_numbered_above_from_its_second_page() {
        let mut sheet = sample::report();
        let more: Vec<_> = std::iter::repeat_n(sheet.blocks.clone(), 6).flatten().collect();
        sheet.blocks = more;
        let numbers = |sheet: &Sheet| -> Vec<Vec<String>> {
            let faces = Faces::load().expect("the faces are built in");
            let pages = layout(sheet).expect("is laid out").pages;
            pages
                .iter()
                .map(|page| ink(&page.head, faces).into_iter().map(|ink| ink.words).collect())
                .collect()
        };
        let found = numbers(&sheet);
        assert!(found.len() > 2);
        for (i, on_page) in found.iter().enumerate() {
            let wanted: &[String] = if i == 0 { &[] } else { &[(i + 1).to_string()] };
            assert_eq!(on_page, wanted);
        }
        stands_right(&sheet);
        assert!(numbers(&sample::long()).iter().all(Vec::is_empty));
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
    fn nothing_leaves_the_frame_and_no_two_texts_overlap_on_any_paper() {
        for paper in Paper::ALL {
            for sheet in [sample::day(), sample::long(), sample::stress(), sample::report()] {
                stands_right(&Sheet { paper, ..sheet });
            }
        }
    }

    #[test]
    fn a_roll_is_one_page_that_ends_where_its_content_ends() {
        for paper in [Paper::Roll58, Paper::Roll80] {
            let short = layout(&Sheet { paper, ..sample::day() }).expect("is laid out");
            let long = layout(&Sheet { paper, ..sample::long() }).expect("is laid out");
            assert_eq!((short.pages.len(), long.pages.len()), (1, 1));
            assert!(short.frame.page_height < long.frame.page_height);
            let faces = Faces::load().expect("the faces are built in");
            let lowest = ink(&short.pages[0].marks, faces).iter().map(|ink| ink.bottom).fold(0.0, f32::max);
            assert!((short.frame.height() - lowest).abs() < 5.0, "{lowest} of {}", short.frame.height());
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
