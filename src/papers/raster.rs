//! A slip as a picture of black dots, for printers whose code pages lack most Vietnamese letters (DOMAIN.md §5).
//!
//! It draws the very marks that the PDF draws, at the dots of the printer's head: 384 on a roll of 58 mm and 576 on one
//! of 80 mm, 8 to a millimetre (203 dpi). Everything is settled on whole dots, so that a letter looks the same wherever
//! it stands and no rule is lost between two dots.

mod bitmap;
mod letters;

use super::layout::{self, DamagedFace, Faces, Layout, Mark, Sign, Text};
use super::qr::Qr;
use super::sheet::Sheet;

pub use bitmap::Bitmap;
use letters::Letters;

/// Dots across a roll of 58 mm.
pub const ROLL58_DOTS: u16 = 384;

/// Dots across a roll of 80 mm.
pub const ROLL80_DOTS: u16 = 576;

/// Dots across that a picture may have: from a small label printer's to that of a roll of 112 mm.
const WIDTHS: std::ops::RangeInclusive<u16> = 192..=896;

/// The most rows of a picture: 3 m of paper, more than any slip takes.
const MOST_ROWS: u32 = 24_000;

/// Why a sheet could not become a picture.
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
///
/// # Errors
///
/// [`RasterError`]: the sheet's paper is no roll, the width is none of a slip printer, the slip is endless, or the
/// program is damaged.
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
    /// Dots in a point.
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
        let shape = letters::sign(sign, size * self.scale);
        self.bitmap.stamp(&shape.bitmap, left + shape.left, top + shape.top);
    }
}

#[cfg(test)]
mod tests;
