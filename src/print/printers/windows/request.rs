//! A request in a queue: its name, where it stands, its end.

use std::ptr::null;

use windows_sys::Win32::Foundation::{
    ERROR_GEN_FAILURE, ERROR_INVALID_PARAMETER, ERROR_INVALID_PRINTER_NAME, ERROR_NOT_READY,
    ERROR_OUT_OF_PAPER, NO_ERROR, SetLastError,
};
use windows_sys::Win32::Graphics::Printing::{
    GetJobW, JOB_CONTROL_DELETE, JOB_INFO_1W, JOB_STATUS_BLOCKED_DEVQ, JOB_STATUS_COMPLETE,
    JOB_STATUS_DELETED, JOB_STATUS_DELETING, JOB_STATUS_ERROR, JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT,
    JOB_STATUS_PAUSED, JOB_STATUS_PRINTED, JOB_STATUS_PRINTING, JOB_STATUS_RENDERING_LOCALLY,
    JOB_STATUS_SPOOLING, JOB_STATUS_USER_INTERVENTION, SetJobW,
};

use super::queue::Queue;
use super::words::{filled, is, last_fault, refused, sentence, text};
use crate::print::Fault;
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

/// Where a request stands.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart_where_it_was_put_together() {
        for queue in ["HP LaserJet 1020", "\\\\may-chu\\Canon LBP-2900"] {
            assert_eq!(parts(&name(queue, 12)), Some((queue, 12)));
        }
        assert_eq!(parts("Canon"), None);
    }

    #[test]
    fn flags_are_read_in_the_order_in_which_they_matter() {
        let read = |status| state(status, String::new());
        assert_eq!(read(0), Seen::Waiting(String::new()));
        assert_eq!(read(JOB_STATUS_PRINTING), Seen::Printing(String::new()));
        assert_eq!(read(JOB_STATUS_PRINTING | JOB_STATUS_PRINTED), Seen::Done);
        assert_eq!(read(JOB_STATUS_DELETING | JOB_STATUS_PRINTING), Seen::Cancelled);
        let Seen::Waiting(words) = read(JOB_STATUS_PAPEROUT | JOB_STATUS_PRINTING) else { panic!("waits") };
        assert!(!words.is_empty() && !words.contains("os error"), "{words}");
        assert_eq!(state(JOB_STATUS_ERROR, "Tray 2".to_owned()), Seen::Waiting("Tray 2".to_owned()));
    }
}
