//! The bytes that a printer of slips understands: the commands of ESC/POS, as few and as old as will do.
//!
//! | bytes | command | what it does |
//! |---|---|---|
//! | `1B 40` | `ESC @` | forgets what an earlier job set |
//! | `1D 76 30 00 xL xH yL yH …` | `GS v 0` | prints a picture: bytes a row, rows, then the rows |
//! | `1B 64 n` | `ESC d` | prints what is waiting and feeds n lines |
//! | `1D 56 42 n` | `GS V B` | feeds to the cutter and n dots more, then cuts all but a point |
//!
//! The picture is the usual way. [`plain`] is for a printer that prints pictures as garbage: it has no code page that
//! can be relied on (docs/domain.md, "Papers"), so the marks of the letters are left out.

use super::raster::Bitmap;
use crate::domain::fold::without_marks;
use crate::wrap::{clean, wrap};

/// Rows in a band. A picture is sent in bands, each a command of its own: small printers keep one in a few kilobytes
/// (128 rows of 80 mm are 9 kB), and bands leave no gap.
const BAND: u16 = 128;

/// `ESC @`.
const RESET: [u8; 2] = [0x1b, b'@'];

/// `GS v 0`, in single density both ways.
const PICTURE: [u8; 4] = [0x1d, b'v', b'0', 0];

/// `ESC d 4`: past the edge at which the paper is torn off.
const FEED: [u8; 3] = [0x1b, b'd', 4];

/// `GS V B 0`.
const PARTIAL_CUT: [u8; 4] = [0x1d, b'V', b'B', 0];

/// The columns that plain text may have; a printer of slips has 24 to 64.
const COLUMNS: std::ops::RangeInclusive<usize> = 16..=64;

/// A picture as the job of a printer: reset, the picture in bands, feed, and a cut but for a point, so that it does not
/// fall.
pub fn raster(bitmap: &Bitmap) -> Vec<u8> {
    let row = usize::from(bitmap.bytes_per_row());
    let mut job = Vec::with_capacity(bitmap.bits().len() + 64);
    job.extend(RESET);
    if row > 0 {
        for band in bitmap.bits().chunks(row * usize::from(BAND)) {
            // A band has at most BAND rows, so the count always fits.
            let rows = u16::try_from(band.len() / row).unwrap_or(BAND);
            job.extend(PICTURE);
            job.extend(bitmap.bytes_per_row().to_le_bytes());
            job.extend(rows.to_le_bytes());
            job.extend(band);
        }
    }
    job.extend(PARTIAL_CUT);
    job
}

/// A text as the job of a printer that knows nothing but ASCII: marks left out, signs replaced, lines of at most
/// `columns` (brought into 16..=64), and a feed at the end.
///
/// It cannot tell «bán» from «bạn»: a last resort, for paper that must come out today.
pub fn plain(text: &str, columns: usize) -> Vec<u8> {
    let columns = columns.clamp(*COLUMNS.start(), *COLUMNS.end());
    let ascii: String = clean(text).lines().fold(String::new(), |mut job, line| {
        let line = ascii(line);
        // What stood in the middle or further in stays there while there is room.
        let lead = line.len() - line.trim_start().len();
        let words = line.trim();
        let lead = if lead + words.len() <= columns { lead } else { 0 };
        for part in wrap(words, columns, str::len) {
            job.push_str(&" ".repeat(lead));
            job.push_str(&part);
            job.push('\n');
        }
        job
    });
    let mut job = RESET.to_vec();
    job.extend(ascii.into_bytes());
    job.extend(FEED);
    job
}

fn ascii(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for letter in without_marks(line).chars() {
        match letter {
            ' '..='~' => plain.push(letter),
            '\u{a0}' => plain.push(' '),
            '–' | '—' | '─' | '−' => plain.push('-'),
            '«' | '»' | '“' | '”' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '…' => plain.push_str("..."),
            '·' | '•' => plain.push('*'),
            '×' => plain.push('x'),
            '≠' => plain.push_str("<>"),
            '₫' => plain.push('d'),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::raster;
    use crate::papers::sample;
    use crate::papers::sheet::{Paper, Sheet};

    /// Reads a job as a printer does: the width in bytes and all rows, and what followed the last band.
    fn printed(job: &[u8]) -> (usize, Vec<u8>, Vec<u16>, &[u8]) {
        let mut rest = job.strip_prefix(&RESET).expect("begins with a reset");
        let (mut across, mut rows, mut bands) = (0, Vec::new(), Vec::new());
        while let Some(band) = rest.strip_prefix(&[0x1d, 0x76, 0x30, 0x00]) {
            across = usize::from(u16::from_le_bytes([band[0], band[1]]));
            let count = u16::from_le_bytes([band[2], band[3]]);
            let (picture, after) = band[4..].split_at(across * usize::from(count));
            rows.extend(picture);
            bands.push(count);
            rest = after;
        }
        (across, rows, bands, rest)
    }

    #[test]
    fn a_printer_prints_the_very_dots_of_the_picture() {
        for (paper, dots) in [(Paper::Roll58, 384), (Paper::Roll80, 576)] {
            let bitmap = raster::render(&Sheet { paper, ..sample::day() }, dots).unwrap();
            let job = raster(&bitmap);
            let (across, rows, bands, rest) = printed(&job);
            assert_eq!(across * 8, usize::from(dots));
            assert_eq!(rows, bitmap.bits());
            assert_eq!(bands.iter().map(|rows| u32::from(*rows)).sum::<u32>(), bitmap.rows());
            assert!(bands.iter().all(|rows| (1..=255).contains(rows)));
            assert_eq!(rest, [0x1d, 0x56, 0x42, 0x00]);
        }
    }

    #[test]
    fn a_picture_of_some_bands_and_a_few_rows_loses_none() {
        for rows in [0, 1, 127, 128, 129, 256, 300] {
            let mut bitmap = Bitmap::blank(20, rows);
            (0..i32::try_from(rows).unwrap()).for_each(|y| bitmap.blacken(y % 20, y));
            let job = raster(&bitmap);
            let (_, bits, _, rest) = printed(&job);
            assert_eq!(bits, bitmap.bits(), "{rows} rows");
            assert_eq!(rest, PARTIAL_CUT);
        }
        assert_eq!(raster(&Bitmap::blank(0, 9)), [&RESET[..], &PARTIAL_CUT].concat());
    }

    #[test]
    fn plain_text_is_ascii_in_short_lines_and_loses_no_letter() {
        let text = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ VĨNH BẢO\n      A012\n«Số» – 8.000 đ… ─ 漢\u{1b}@\n";
        let job = plain(text, 32);
        let middle = job.strip_prefix(&RESET).and_then(|job| job.strip_suffix(&FEED)).unwrap();
        let words = std::str::from_utf8(middle).unwrap();
        assert_eq!(
            words,
            "TRUNG TAM PHUC VU HANH CHINH\nCONG XA VINH BAO\n      A012\n\"So\" - 8.000 d... - ?@\n"
        );
        for columns in [0, 16, 32, 48, usize::MAX] {
            let job = plain(text, columns);
            assert!(job.split(|byte| *byte == b'\n').all(|line| line.len() <= columns.clamp(16, 64) + 3));
        }
    }

    #[test]
    fn a_text_cannot_command_the_printer() {
        let job = plain("a\u{1b}p0\u{1d}V1\u{0}\u{7f}b", 32);
        assert_eq!(job, [&RESET[..], b"ap0V1b\n", &FEED].concat());
    }
}
