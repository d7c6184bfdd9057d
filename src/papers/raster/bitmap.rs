//! A picture of black and white dots.

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
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Dots down.
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
    pub fn is_black(&self, x: i32, y: i32) -> bool {
        self.place(x, y).is_some_and(|(byte, bit)| self.bits[byte] & bit != 0)
    }

    /// Makes a dot black; outside of the picture nothing happens.
    pub fn blacken(&mut self, x: i32, y: i32) {
        if let Some((byte, bit)) = self.place(x, y) {
            self.bits[byte] |= bit;
        }
    }

    /// Blackens a rectangle.
    pub(super) fn fill(&mut self, left: i32, top: i32, width: i32, height: i32) {
        for y in top..top.saturating_add(height) {
            for x in left..left.saturating_add(width) {
                self.blacken(x, y);
            }
        }
    }

    /// Blackens what is black in another picture, laid on this one at a place.
    pub(super) fn stamp(&mut self, other: &Self, left: i32, top: i32) {
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
mod tests {
    use super::*;

    #[test]
    fn the_highest_bit_is_the_leftmost_dot() {
        let mut bitmap = Bitmap::blank(10, 2);
        bitmap.blacken(0, 0);
        bitmap.blacken(9, 1);
        assert_eq!(bitmap.bits(), [0x80, 0, 0, 0x40]);
        assert!(bitmap.is_black(9, 1) && !bitmap.is_black(8, 1));
    }

    #[test]
    fn a_picture_is_laid_on_another_dot_by_dot() {
        let mut letter = Bitmap::blank(11, 3);
        for (x, y) in [(0, 0), (10, 0), (7, 1), (8, 2)] {
            letter.blacken(x, y);
        }
        let mut bitmap = Bitmap::blank(30, 6);
        bitmap.blacken(0, 0);
        bitmap.stamp(&letter, 5, 2);
        let black: Vec<(i32, i32)> = (0..6)
            .flat_map(|y| (0..30).map(move |x| (x, y)))
            .filter(|&(x, y)| bitmap.is_black(x, y))
            .collect();
        assert_eq!(black, [(0, 0), (5, 2), (15, 2), (12, 3), (13, 4)]);
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let mut bitmap = Bitmap::blank(10, 2);
        for (x, y) in [(-1, 0), (10, 0), (0, -1), (0, 2), (i32::MAX, i32::MAX)] {
            bitmap.blacken(x, y);
            assert!(!bitmap.is_black(x, y));
        }
        bitmap.fill(-5, -5, 4, 4);
        assert_eq!(bitmap, Bitmap::blank(10, 2));
    }
}
