//! Requests in a queue: commands for a printer as they are, and of every request its name, where it stands, its end.

use std::ptr::null;

use windows_sys::Win32::Foundation::{
    ERROR_GEN_FAILURE, ERROR_INVALID_PARAMETER, ERROR_INVALID_PRINTER_NAME, ERROR_NOT_READY,
    ERROR_OUT_OF_PAPER, NO_ERROR, SetLastError,
};
use windows_sys::Win32::Graphics::Printing::{
    AbortPrinter, DOC_INFO_1W, EndDocPrinter, EndPagePrinter, GetJobW, JOB_CONTROL_DELETE, JOB_INFO_1W,
    JOB_STATUS_BLOCKED_DEVQ, JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING, JOB_STATUS_ERROR,
    JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED, JOB_STATUS_PRINTED, JOB_STATUS_PRINTING,
    JOB_STATUS_RENDERING_LOCALLY, JOB_STATUS_SPOOLING, JOB_STATUS_USER_INTERVENTION, SetJobW,
    StartDocPrinterW, StartPagePrinter, WritePrinter,
};

use super::queue::Queue;
use super::words::{filled, is, last_fault, refused, sentence, text, wide};
use crate::domain::printing::Fault;
use crate::print::printers::Seen;

/// The name by which the spool asks about a request: the queue's name and the number in it.
pub(super) fn name(queue: &str, id: u32) -> String {
    format!("{queue}-{id}")
}

/// Queue and number of such a name.
fn parts(request: &str) -> Option<(&str, u32)> {
    let (queue, id) = request.rsplit_once('-')?;
    Some((queue, id.parse().ok()?))
}

pub(super) fn seen(request: &str) -> Result<Seen, Fault> {
    let Some((queue, id)) = parts(request) else { return Ok(Seen::Unknown) };
    let open = match Queue::open(queue) {
        Ok(open) => open,
        Err(error) if is(&error, ERROR_INVALID_PRINTER_NAME) => return Ok(Seen::Vanished),
        Err(error) => return Err(refused(&error)),
    };
    let filled = filled(|start, room, needed| {
        // SAFETY: the handle is open, and the buffer has as many bytes as is said.
        unsafe {
            // Not every system says why there is no such request; then what it said before must not be read.
            SetLastError(NO_ERROR);
            GetJobW(open.handle(), id, 1, start, room, needed)
        }
    });
    let buffer = match filled {
        Ok(buffer) => buffer,
        // No longer there: printed, as far as Windows tells.
        Err(error) if is(&error, ERROR_INVALID_PARAMETER) || is(&error, NO_ERROR) => return Ok(Seen::Done),
        Err(error) => return Err(refused(&error)),
    };
    let entry: *const JOB_INFO_1W = buffer.as_ptr().cast();
    // SAFETY: the system has filled in one entry, whose texts lie in the same buffer and end with a zero.
    let (status, words) = unsafe { ((*entry).Status, text((*entry).pStatus)) };
    Ok(state(status, words))
}

/// What the system's flags and the driver's words mean.
fn state(status: u32, words: String) -> Seen {
    let has = |flags: u32| status & flags != 0;
    let said = |code: u32| if words.is_empty() { sentence(code) } else { words.clone() };
    if has(JOB_STATUS_DELETING | JOB_STATUS_DELETED) {
        Seen::Cancelled
    } else if has(JOB_STATUS_PRINTED | JOB_STATUS_COMPLETE) {
        Seen::Done
    } else if has(JOB_STATUS_PAPEROUT) {
        Seen::Waiting(said(ERROR_OUT_OF_PAPER))
    } else if has(JOB_STATUS_OFFLINE | JOB_STATUS_PAUSED | JOB_STATUS_USER_INTERVENTION) {
        Seen::Waiting(said(ERROR_NOT_READY))
    } else if has(JOB_STATUS_ERROR | JOB_STATUS_BLOCKED_DEVQ) {
        Seen::Waiting(said(ERROR_GEN_FAILURE))
    } else if has(JOB_STATUS_PRINTING | JOB_STATUS_SPOOLING | JOB_STATUS_RENDERING_LOCALLY) {
        Seen::Printing(words)
    } else {
        Seen::Waiting(words)
    }
}

/// Takes a request out of its queue.
pub(super) fn delete(request: &str) -> Result<(), Fault> {
    let Some((queue, id)) = parts(request) else { return Err(Fault::NoPrinter) };
    let open = Queue::open(queue).map_err(|error| refused(&error))?;
    // SAFETY: the handle is open; without a level no entry is read.
    if unsafe { SetJobW(open.handle(), id, 0, null(), JOB_CONTROL_DELETE) } == 0 {
        return Err(last_fault());
    }
    Ok(())
}

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
