//! A slip as a picture of black dots, for printers whose code pages lack most Vietnamese letters (docs/domain.md, "Papers").
//!
//! It draws the very marks that the PDF draws, at the dots of the printer's head: 384 on a roll of 58 mm and 576 on one
//! of 80 mm, 8 to a millimetre (203 dpi). Everything is settled on whole dots, so that a letter looks the same wherever
//! it stands and no rule is lost between two dots.

use std::collections::HashMap;

use skrifa::outline::OutlinePen;
use tiny_skia::{FillRule, LineCap, LineJoin, Mask, Path, PathBuilder, Stroke, Transform};

use super::layout::{self, DamagedFace, Face, Faces, Layout, Mark, Sign, Text};
use super::qr::Qr;
use super::sheet::Sheet;

/// Dots across that a picture may have: from a small label printer's to that of a roll of 112 mm.
const WIDTHS: std::ops::RangeInclusive<u16> = 192..=896;

/// The most rows of a picture: 3 m of paper, more than any slip takes.
const MOST_ROWS: u32 = 24_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RasterError {
    /// A face that is part of the program cannot be read.
    #[error(transparent)]
    Face(#[from] DamagedFace),
    /// The sheet is meant for sheets of paper: its columns would be too narrow on a roll.
    #[error("the sheet is not laid out for a roll")]
    NotARoll,
    /// No printer of slips has that many dots across.
    #[error("a slip cannot be {0} dots wide")]
    Width(u16),
    /// The slip would be longer than 3 m.
    #[error("the slip would be {0} dots long")]
    TooLong(u32),
}

/// Renders a sheet on a roll as a picture of `width` dots across: 384 for 58 mm, 576 for 80 mm.
///
/// A printer of another density (512 dots on 80 mm) gets the same slip in its own dots. The same sheet and width always
/// give the same picture.
pub fn render(sheet: &Sheet, width: u16) -> Result<Bitmap, RasterError> {
    if !sheet.paper.is_roll() {
        return Err(RasterError::NotARoll);
    }
    if !WIDTHS.contains(&width) {
        return Err(RasterError::Width(width));
    }
    let Layout { frame, pages } = layout::layout(sheet)?;
    let scale = f32::from(width) / frame.width();
    let rows = u32::try_from(dots(frame.page_height * scale)).unwrap_or(0).max(1);
    if rows > MOST_ROWS {
        return Err(RasterError::TooLong(rows));
    }
    let faces = Faces::load()?;
    let mut pen = Pen {
        bitmap: Bitmap::blank(width, rows),
        faces,
        letters: Letters::new(faces),
        scale,
        top: frame.top,
    };
    for mark in pages.iter().flat_map(|page| &page.marks) {
        pen.draw(mark);
    }
    Ok(pen.bitmap)
}

/// A length rounded to whole dots. Lengths here are far below any limit, and beyond it the cast stops at the limit.
#[allow(clippy::cast_possible_truncation)]
fn dots(length: f32) -> i32 {
    length.round() as i32
}

/// Draws marks on the picture.
struct Pen<'a> {
    bitmap: Bitmap,
    faces: &'a Faces,
    letters: Letters<'a>,
    scale: f32,
    /// Top margin in points. There is none at the left: the picture begins where the printer's head does.
    top: f32,
}

impl Pen<'_> {
    /// A place across in dots.
    fn across(&self, x: f32) -> i32 {
        dots(x * self.scale)
    }

    /// A place down in dots.
    fn down(&self, y: f32) -> i32 {
        dots((self.top + y) * self.scale)
    }

    /// The width of a line in dots, at least one.
    fn thickness(&self, weight: f32) -> i32 {
        dots(weight * self.scale).max(1)
    }

    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(text) => self.text(text),
            Mark::Rule { from, to, weight, dotted } => self.rule(*from, *to, *weight, *dotted),
            Mark::Sign { x, y, size, sign } => self.sign(*x, *y, *size, *sign),
            Mark::Code { x, y, size, code } => self.code(*x, *y, *size, code),
        }
    }

    /// Each letter at the dot nearest to its place; what is rounded is not carried on, so that a line keeps its width.
    fn text(&mut self, text: &Text) {
        let baseline = self.down(text.y);
        let size = text.size * self.scale;
        let mut x = text.x;
        for c in text.words.chars() {
            let letter = self.faces.letter(text.face, c);
            let left = self.across(x);
            let shape = self.letters.shape(text.face, letter.glyph, size);
            self.bitmap.stamp(&shape.bitmap, left + shape.left, baseline + shape.top);
            let stretch = if matches!(c, ' ' | '\u{a0}') { text.stretch } else { 0.0 };
            x += letter.advance * text.size + stretch;
        }
    }

    /// Rules are level or upright.
    fn rule(&mut self, from: (f32, f32), to: (f32, f32), weight: f32, dotted: bool) {
        let thick = self.thickness(weight);
        let (left, top) = (self.across(from.0), self.down(from.1));
        let (right, bottom) = (self.across(to.0), self.down(to.1));
        if !dotted {
            self.bitmap.fill(left, top, (right - left).max(thick), (bottom - top).max(thick));
            return;
        }
        let step = self.thickness(weight * 4.0).max(2 * thick);
        let mut x = left;
        while x < right {
            self.bitmap.fill(x, top, thick, thick);
            x += step;
        }
    }

    /// Every module in as many whole dots as the next one, or a reader takes one for two; what is left over of the edge
    /// is white around the code.
    fn code(&mut self, x: f32, y: f32, size: f32, code: &Qr) {
        let edge = i32::from(code.edge);
        let all = dots(size * self.scale);
        let dot = (all / edge.max(1)).max(1);
        let spare = (all - dot * edge) / 2;
        let (left, top) = (self.across(x) + spare, self.down(y) + spare);
        for (row, from, to) in code.runs() {
            let [row, from, to] = [row, from, to].map(|module| i32::from(module) * dot);
            self.bitmap.fill(left + from, top + row, to - from, dot);
        }
    }

    fn sign(&mut self, x: f32, y: f32, size: f32, sign: Sign) {
        let (left, top) = (self.across(x), self.down(y));
        let edge = dots(size * self.scale).max(3);
        let thick = self.thickness(size * Sign::EDGE);
        for (dx, dy, width, height) in [
            (0, 0, edge, thick),
            (0, edge - thick, edge, thick),
            (0, 0, thick, edge),
            (edge - thick, 0, thick, edge),
        ] {
            self.bitmap.fill(left + dx, top + dy, width, height);
        }
        let shape = sign_shape(sign, size * self.scale);
        self.bitmap.stamp(&shape.bitmap, left + shape.left, top + shape.top);
    }
}

/// The part of a dot, in 255ths, that ink must cover to make it black. Less than half: the hairlines of the face and the
/// accents of «ấ», «ộ», «ữ» are thinner than a dot and would break. Much less, and the two marks of «ổ» run together.
const INK: u8 = 100;

/// White dots around a shape, so that what reaches over its outline by a fraction is not cut off.
const MARGIN: f32 = 2.0;

/// A shape, and where its picture stands from its origin.
struct Shape {
    bitmap: Bitmap,
    /// Dots from the origin to the left edge.
    left: i32,
    /// Dots from the baseline down to the top edge; negative above it.
    top: i32,
}

/// The letters that were drawn already: a slip uses the same ones again and again.
struct Letters<'a> {
    faces: &'a Faces,
    drawn: HashMap<(usize, u32, u32), Shape>,
}

impl<'a> Letters<'a> {
    fn new(faces: &'a Faces) -> Self {
        Self { faces, drawn: HashMap::new() }
    }

    /// A glyph whose em is `size` dots.
    fn shape(&mut self, face: Face, glyph: u32, size: f32) -> &Shape {
        self.drawn.entry((face as usize, glyph, size.to_bits())).or_insert_with(|| {
            let mut outline = Outline(PathBuilder::new());
            let units = self.faces.outline(face, glyph, &mut outline);
            let scale = size / units;
            inked(outline.0.finish().and_then(|path| path.transform(Transform::from_scale(scale, -scale))))
        })
    }
}

/// A sign for a box whose edge is `size` dots, its origin in the top left corner of the box.
fn sign_shape(sign: Sign, size: f32) -> Shape {
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
    path.and_then(|path| ink_of(&path)).unwrap_or_else(|| Shape {
        bitmap: Bitmap::blank(0, 0),
        left: 0,
        top: 0,
    })
}

fn ink_of(path: &Path) -> Option<Shape> {
    let bounds = path.bounds();
    let (left, top) = ((bounds.left() - MARGIN).floor(), (bounds.top() - MARGIN).floor());
    let width = u16::try_from(dots((bounds.right() + MARGIN).ceil() - left)).ok()?;
    let rows = u16::try_from(dots((bounds.bottom() + MARGIN).ceil() - top)).ok()?;
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
    Some(Shape { bitmap, left: dots(left), top: dots(top) })
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

/// A picture of one bit a dot, black where the bit is set.
///
/// Rows go from top to bottom; each begins with a byte of its own, whose highest bit is its leftmost dot. This is how
/// `GS v 0` of ESC/POS and a binary PBM file write a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    width: u16,
    rows: u32,
    bits: Vec<u8>,
}

impl Bitmap {
    /// A white picture of that many dots across and down.
    pub fn blank(width: u16, rows: u32) -> Self {
        let bytes = usize::from(width.div_ceil(8)) * usize::try_from(rows).unwrap_or(0);
        Self { width, rows, bits: vec![0; bytes] }
    }

    /// Dots across.
    #[cfg(not(shipped))]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Dots down.
    #[cfg(not(shipped))]
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// Bytes of a row. Bits beyond the width are white.
    pub const fn bytes_per_row(&self) -> u16 {
        self.width.div_ceil(8)
    }

    /// All bytes, row after row.
    pub fn bits(&self) -> &[u8] {
        &self.bits
    }

    /// Whether a dot is black; outside of the picture all is white.
    #[cfg(not(shipped))]
    pub fn is_black(&self, x: i32, y: i32) -> bool {
        self.place(x, y).is_some_and(|(byte, bit)| self.bits[byte] & bit != 0)
    }

    /// Makes a dot black; outside of the picture nothing happens.
    pub fn blacken(&mut self, x: i32, y: i32) {
        if let Some((byte, bit)) = self.place(x, y) {
            self.bits[byte] |= bit;
        }
    }

    fn fill(&mut self, left: i32, top: i32, width: i32, height: i32) {
        for y in top..top.saturating_add(height) {
            for x in left..left.saturating_add(width) {
                self.blacken(x, y);
            }
        }
    }

    /// Blackens what is black in another picture, laid on this one at a place.
    fn stamp(&mut self, other: &Self, left: i32, top: i32) {
        // Most bytes of a letter are white.
        let across = usize::from(other.bytes_per_row()).max(1);
        for (at, byte) in other.bits.iter().enumerate().filter(|(_, byte)| **byte != 0) {
            let [x, y] = [at % across * 8, at / across].map(|place| i32::try_from(place).unwrap_or(i32::MAX));
            for bit in (0..8).filter(|bit| byte & (0x80 >> bit) != 0) {
                self.blacken(left.saturating_add(x + bit), top.saturating_add(y));
            }
        }
    }

    /// The byte and the bit of a dot.
    fn place(&self, x: i32, y: i32) -> Option<(usize, u8)> {
        let x = u16::try_from(x).ok().filter(|x| *x < self.width)?;
        let y = u32::try_from(y).ok().filter(|y| *y < self.rows)?;
        let row = usize::try_from(y).ok()? * usize::from(self.bytes_per_row());
        Some((row + usize::from(x / 8), 0x80 >> (x % 8)))
    }
}

#[cfg(test)]
mod tests;
