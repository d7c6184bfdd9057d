//! The built-in faces, lent to the system as long as a document is drawn.

use std::ptr::null;

use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::Graphics::Gdi::{AddFontMemResourceEx, RemoveFontMemResourceEx};

use crate::pages::{FACES, FAMILY};

/// A face of the system's own with the same widths and all Vietnamese letters, where faces from memory are forbidden.
const SUBSTITUTE: &str = "Times New Roman";

/// The faces that were lent.
pub(super) struct Lent(Vec<HANDLE>);

impl Lent {
    /// Lends all faces.
    pub(super) fn all() -> Self {
        let lend = |file: &[u8]| {
            let (length, mut count) = (u32::try_from(file.len()).unwrap_or(0), 0_u32);
            // SAFETY: that many bytes lie there, and the system copies them.
            unsafe { AddFontMemResourceEx(file.as_ptr().cast(), length, null(), &raw mut count) }
        };
        Self(FACES.into_iter().map(lend).filter(|handle| !handle.is_null()).collect())
    }

    /// The family to set letters in.
    pub(super) fn family(&self) -> &'static str {
        if self.0.len() == FACES.len() { FAMILY } else { SUBSTITUTE }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        for &handle in &self.0 {
            // SAFETY: the handle came from the system and is given back here only.
            unsafe { RemoveFontMemResourceEx(handle) };
        }
    }
}
