//! Commands for a printer, through its queue as they are.

use windows_sys::Win32::Graphics::Printing::{
    AbortPrinter, DOC_INFO_1W, EndDocPrinter, EndPagePrinter, StartDocPrinterW, StartPagePrinter,
    WritePrinter,
};

use super::queue::Queue;
use super::words::{last_fault, refused, wide};
use crate::print::Fault;

/// Hands bytes to a queue and returns the number of the request.
pub(super) fn send(queue: &str, title: &str, bytes: &[u8]) -> Result<u32, Fault> {
    let open = Queue::open(queue).map_err(|error| refused(&error))?;
    let (mut title, mut kind) = (wide(title), wide("RAW"));
    let document = DOC_INFO_1W {
        pDocName: title.as_mut_ptr(),
        pOutputFile: std::ptr::null_mut(),
        pDatatype: kind.as_mut_ptr(),
    };
    // SAFETY: the handle is open, and the texts end with a zero and outlive the call.
    let id = unsafe { StartDocPrinterW(open.handle(), 1, &raw const document) };
    if id == 0 {
        return Err(last_fault());
    }
    let written = write(&open, bytes);
    // SAFETY: the handle is open, and a document was begun.
    let ended =
        unsafe { if written.is_ok() { EndDocPrinter(open.handle()) } else { AbortPrinter(open.handle()) } };
    written?;
    if ended == 0 { Err(last_fault()) } else { Ok(id) }
}

fn write(open: &Queue, bytes: &[u8]) -> Result<(), Fault> {
    // SAFETY: the handle is open, and a document was begun.
    if unsafe { StartPagePrinter(open.handle()) } == 0 {
        return Err(last_fault());
    }
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = u32::try_from(rest.len()).unwrap_or(u32::MAX);
        let mut taken = 0;
        // SAFETY: that many bytes lie there.
        let went_well =
            unsafe { WritePrinter(open.handle(), rest.as_ptr().cast(), length, &raw mut taken) } != 0;
        if !went_well || taken == 0 {
            return Err(last_fault());
        }
        rest = rest.get(usize::try_from(taken).unwrap_or(usize::MAX)..).unwrap_or_default();
    }
    // SAFETY: the handle is open, and a page was begun.
    if unsafe { EndPagePrinter(open.handle()) } == 0 { Err(last_fault()) } else { Ok(()) }
}
