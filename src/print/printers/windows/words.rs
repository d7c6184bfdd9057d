//! Texts to and from the system.

use crate::domain::printing::Fault;
use std::io;

/// A text as the system takes it: UTF-16, a zero at its end.
pub(super) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// A text that the system has given; nothing is the empty text.
///
/// # Safety
/// The pointer is null or leads to UTF-16 with a zero at its end.
pub(super) unsafe fn text(start: *const u16) -> String {
    if start.is_null() {
        return String::new();
    }
    let mut letters = Vec::new();
    let mut at = start;
    // SAFETY: the caller vouches for a zero at the end, and nothing beyond it is read.
    unsafe {
        while *at != 0 {
            letters.push(*at);
            at = at.add(1);
        }
    }
    String::from_utf16_lossy(&letters)
}

/// What the system answered to a call that failed, in its own words and language.
pub(super) fn refused(error: &io::Error) -> Fault {
    Fault::Refused(error.to_string())
}

/// The same for the call just made.
pub(super) fn last_fault() -> Fault {
    refused(&io::Error::last_os_error())
}

/// A list that the system has filled in. The call is given a buffer, its bytes, and where to say how many are needed; it
/// gives back zero when it failed.
pub(super) fn filled(mut call: impl FnMut(*mut u8, u32, &mut u32) -> i32) -> io::Result<Vec<u64>> {
    let mut needed = 0;
    // Words of 8 bytes, because the entries hold pointers.
    let mut buffer: Vec<u64> = Vec::new();
    loop {
        let room = u32::try_from(buffer.len() * 8).unwrap_or(u32::MAX);
        if call(buffer.as_mut_ptr().cast(), room, &mut needed) != 0 {
            return Ok(buffer);
        }
        let error = io::Error::last_os_error();
        if needed <= room {
            return Err(error);
        }
        // The list may grow once more before the next call.
        buffer = vec![0; usize::try_from(needed).unwrap_or(0).div_ceil(8)];
    }
}

/// Whether that is the failure.
pub(super) fn is(error: &io::Error, code: u32) -> bool {
    error.raw_os_error().and_then(|code| u32::try_from(code).ok()) == Some(code)
}

/// The system's own sentence of a failure.
pub(super) fn sentence(code: u32) -> String {
    let words = i32::try_from(code).map(io::Error::from_raw_os_error).map(|error| error.to_string());
    let words = words.unwrap_or_default();
    words.split(" (os error").next().unwrap_or_default().to_owned()
}
