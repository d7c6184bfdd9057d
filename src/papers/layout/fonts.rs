//! The four built-in faces and the widths of their letters.
//!
//! The files are renamed subsets of Tinos, which has the widths of Times New Roman; see `assets/fonts/README.md`.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::pages::FACES as FILES;

/// One of the built-in faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

impl Face {
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];
}

/// A face that is part of the program cannot be read: the program was built from damaged files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the built-in face {0} cannot be read")]
pub struct DamagedFace(pub &'static str);

/// Names of the faces, for errors, in the order of [`Face`].
const NAMES: [&str; 4] =
    ["MotcuaSerif-Regular", "MotcuaSerif-Bold", "MotcuaSerif-Italic", "MotcuaSerif-BoldItalic"];

/// Height of the letters above the baseline, accents on capitals («Ế») included, in ems (hhea 1825/2048).
pub const ASCENT: f32 = 0.891;

/// Depth of the letters below the baseline in ems (hhea 443/2048).
pub const DESCENT: f32 = 0.216;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letter {
    /// Number of its glyph; the empty box of the face when the face lacks the letter.
    pub glyph: u32,
    /// Its advance in ems.
    pub advance: f32,
}

/// A face read once: letters by their code, for drawing and for measuring.
struct Read {
    face: FontRef<'static>,
    /// Units of its outlines in an em.
    units: f32,
    /// Letters by code; the faces have none at or beyond [`CODES`].
    letters: Vec<Letter>,
    unknown: Letter,
}

/// One more than the highest code of a letter that the subsets hold (U+2265).
const CODES: u32 = 0x2266;

pub struct Faces([Read; 4]);

static FACES: LazyLock<Result<Faces, &'static str>> = LazyLock::new(|| {
    let [regular, bold, italic, bold_italic] = [0, 1, 2, 3].map(|i| read(i).ok_or(NAMES[i]));
    Ok(Faces([regular?, bold?, italic?, bold_italic?]))
});

/// Reads a face; nothing when its file is damaged.
fn read(index: usize) -> Option<Read> {
    let file: &'static [u8] = FILES[index];
    let face = FontRef::new(file).ok()?;
    let metrics = face.glyph_metrics(Size::new(1.0), LocationRef::default());
    let letter =
        |id: GlyphId| Letter { glyph: id.to_u32(), advance: metrics.advance_width(id).unwrap_or_default() };
    let unknown = letter(GlyphId::NOTDEF);
    let mut letters = vec![unknown; CODES as usize];
    for (code, id) in face.charmap().mappings() {
        if let Some(of) = letters.get_mut(code as usize) {
            *of = letter(id);
        }
    }
    let units = f32::from(face.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    Some(Read { face, units, letters, unknown })
}

impl Faces {
    /// The faces, read on first use.
    pub fn load() -> Result<&'static Self, DamagedFace> {
        FACES.as_ref().map_err(|&name| DamagedFace(name))
    }

    fn read(&self, face: Face) -> &Read {
        let [regular, bold, italic, bold_italic] = &self.0;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Italic => italic,
            Face::BoldItalic => bold_italic,
        }
    }

    /// The file of a face, to be embedded.
    pub fn file(face: Face) -> (&'static str, &'static [u8]) {
        let at = face as usize;
        (NAMES[at], FILES[at])
    }

    /// Draws the outline of a glyph, its origin on the baseline and y upwards, and returns how many of its units make
    /// an em. A glyph without an outline (a space) draws nothing.
    pub fn outline(&self, face: Face, glyph: u32, pen: &mut impl OutlinePen) -> f32 {
        let read = self.read(face);
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if let Some(glyph) = read.face.outline_glyphs().get(GlyphId::new(glyph)) {
            // The metrics of the outline are not needed, and an outline that cannot be read is an empty one.
            let _ = glyph.draw(settings, pen);
        }
        read.units
    }

    pub fn letter(&self, face: Face, letter: char) -> Letter {
        let read = self.read(face);
        usize::try_from(u32::from(letter))
            .ok()
            .and_then(|code| read.letters.get(code))
            .copied()
            .unwrap_or(read.unknown)
    }

    /// Width of a text in ems. The faces are set without kerning, so it is the sum of the letters' advances.
    pub fn width(&self, face: Face, text: &str) -> f32 {
        text.chars().map(|c| self.letter(face, c).advance).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIETNAMESE: &str =
        "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ";

    #[test]
    fn every_vietnamese_letter_is_in_every_face() {
        let faces = Faces::load().expect("the faces are built in");
        for face in Face::ALL {
            let capitals = VIETNAMESE.to_uppercase();
            for c in VIETNAMESE.chars().chain(capitals.chars()).chain("–—‘’“”«»…•·×±≥≤→−₫€≠".chars())
            {
                assert_ne!(faces.letter(face, c).glyph, 0, "{c} in {face:?}");
            }
        }
    }

    #[test]
    fn figures_have_the_width_of_times() {
        let faces = Faces::load().expect("the faces are built in");
        for digit in "0123456789".chars() {
            assert!((faces.letter(Face::Regular, digit).advance - 0.5).abs() < 0.001);
        }
    }

    #[test]
    fn a_letter_the_faces_lack_is_an_empty_box_and_no_failure() {
        let faces = Faces::load().expect("the faces are built in");
        let box_of = faces.letter(Face::Regular, '漢');
        assert_eq!(box_of.glyph, 0);
        assert!(box_of.advance > 0.0);
    }
}
