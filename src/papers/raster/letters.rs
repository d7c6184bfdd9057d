//! The shapes of letters and signs in dots.

use std::collections::HashMap;

use skrifa::outline::OutlinePen;
use tiny_skia::{FillRule, LineCap, LineJoin, Mask, Path, PathBuilder, Stroke, Transform};

use super::Bitmap;
use crate::papers::layout::{Face, Faces, Sign};

/// The part of a dot, in 255ths, that ink must cover to make it black. Less than half: the hairlines of the face and the
/// accents of «ấ», «ộ», «ữ» are thinner than a dot and would break. Much less, and the two marks of «ổ» run together.
const INK: u8 = 100;

/// White dots around a shape, so that what reaches over its outline by a fraction is not cut off.
const MARGIN: f32 = 2.0;

/// A shape, and where its picture stands from its origin.
pub(super) struct Shape {
    /// The dots.
    pub(super) bitmap: Bitmap,
    /// Dots from the origin to the left edge.
    pub(super) left: i32,
    /// Dots from the baseline down to the top edge; negative above it.
    pub(super) top: i32,
}

/// The letters that were drawn already: a slip uses the same ones again and again.
pub(super) struct Letters<'a> {
    faces: &'a Faces,
    drawn: HashMap<(usize, u32, u32), Shape>,
}

impl<'a> Letters<'a> {
    /// No letters yet.
    pub(super) fn new(faces: &'a Faces) -> Self {
        Self { faces, drawn: HashMap::new() }
    }

    /// A glyph whose em is `size` dots.
    pub(super) fn shape(&mut self, face: Face, glyph: u32, size: f32) -> &Shape {
        self.drawn.entry((face as usize, glyph, size.to_bits())).or_insert_with(|| {
            let mut outline = Outline(PathBuilder::new());
            let units = self.faces.outline(face, glyph, &mut outline);
            let scale = size / units;
            inked(outline.0.finish().and_then(|path| path.transform(Transform::from_scale(scale, -scale))))
        })
    }
}

/// A sign for a box whose edge is `size` dots, its origin in the top left corner of the box.
pub(super) fn sign(sign: Sign, size: f32) -> Shape {
    let mut path = PathBuilder::new();
    for line in sign.lines() {
        for (i, (x, y)) in line.iter().enumerate() {
            if i == 0 {
                path.move_to(x * size, y * size);
            } else {
                path.line_to(x * size, y * size);
            }
        }
    }
    let stroke = Stroke {
        width: size * Sign::LINE,
        line_cap: if sign.is_round() { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Miter,
        ..Stroke::default()
    };
    inked(path.finish().and_then(|path| path.stroke(&stroke, 1.0)))
}

/// The dots that a path inks; none when there is no path.
fn inked(path: Option<Path>) -> Shape {
    path.and_then(|path| ink(&path)).unwrap_or_else(|| Shape { bitmap: Bitmap::blank(0, 0), left: 0, top: 0 })
}

fn ink(path: &Path) -> Option<Shape> {
    let bounds = path.bounds();
    let (left, top) = ((bounds.left() - MARGIN).floor(), (bounds.top() - MARGIN).floor());
    let width = u16::try_from(super::dots((bounds.right() + MARGIN).ceil() - left)).ok()?;
    let rows = u16::try_from(super::dots((bounds.bottom() + MARGIN).ceil() - top)).ok()?;
    let mut mask = Mask::new(width.into(), rows.into())?;
    mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(-left, -top));
    let mut bitmap = Bitmap::blank(width, rows.into());
    for (y, row) in (0..).zip(mask.data().chunks(width.into())) {
        for (x, cover) in (0..).zip(row) {
            if *cover >= INK {
                bitmap.blacken(x, y);
            }
        }
    }
    Some(Shape { bitmap, left: super::dots(left), top: super::dots(top) })
}

/// Takes an outline from the face.
struct Outline(PathBuilder);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, cy0, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
