//! A QR code as its dark modules, for every renderer that draws papers.

use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};

/// White modules that a reader wants around a code (ISO/IEC 18004).
pub(super) const QUIET: u16 = 4;

/// The modules of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Qr {
    /// Modules along an edge, without the white around.
    pub(super) edge: u16,
    /// From left to right, row after row.
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text; `None` when it holds more than the largest code does, about 2,300 bytes.
    ///
    /// Of a creased or smudged slip a reader mends 15 %, level M.
    pub(super) fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let edge = u16::try_from(code.width()).ok()?;
        Some(Self { edge, dark: code.to_colors().into_iter().map(|color| color == Color::Dark).collect() })
    }

    /// The dark modules, those beside each other together: the row, the first module and the one behind the last, each
    /// from 0.
    pub(super) fn runs(&self) -> Vec<(u16, u16, u16)> {
        let mut runs = Vec::new();
        for (row, modules) in (0..).zip(self.dark.chunks(usize::from(self.edge).max(1))) {
            let mut at: u16 = 0;
            for same in modules.chunk_by(|one, next| one == next) {
                let end = at.saturating_add(u16::try_from(same.len()).unwrap_or(u16::MAX));
                if same[0] {
                    runs.push((row, at, end));
                }
                at = end;
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests;
