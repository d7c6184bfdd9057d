//! The queues of the PC.

use std::io;
use std::ptr::{null, null_mut};

use windows_sys::Win32::Foundation::{ERROR_NOT_READY, ERROR_OUT_OF_PAPER};
use windows_sys::Win32::Graphics::Printing::{
    ClosePrinter, EnumPrintersW, GetDefaultPrinterW, OpenPrinterW, PRINTER_ATTRIBUTE_WORK_OFFLINE,
    PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE, PRINTER_INFO_2W, PRINTER_STATUS_BUSY,
    PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR, PRINTER_STATUS_IO_ACTIVE, PRINTER_STATUS_NO_TONER,
    PRINTER_STATUS_NOT_AVAILABLE, PRINTER_STATUS_OFFLINE, PRINTER_STATUS_OUTPUT_BIN_FULL,
    PRINTER_STATUS_PAPER_JAM, PRINTER_STATUS_PAPER_OUT, PRINTER_STATUS_PAPER_PROBLEM, PRINTER_STATUS_PAUSED,
    PRINTER_STATUS_PRINTING, PRINTER_STATUS_PROCESSING, PRINTER_STATUS_SERVER_OFFLINE,
    PRINTER_STATUS_USER_INTERVENTION, PRINTER_STATUS_WARMING_UP,
};

use super::words::{filled, refused, sentence, text, wide};
use crate::print::{Fault, Readiness};

/// States in which a queue prints nothing until somebody comes.
const STOPPED: u32 = PRINTER_STATUS_PAUSED
    | PRINTER_STATUS_ERROR
    | PRINTER_STATUS_PAPER_JAM
    | PRINTER_STATUS_PAPER_OUT
    | PRINTER_STATUS_PAPER_PROBLEM
    | PRINTER_STATUS_OFFLINE
    | PRINTER_STATUS_OUTPUT_BIN_FULL
    | PRINTER_STATUS_NOT_AVAILABLE
    | PRINTER_STATUS_NO_TONER
    | PRINTER_STATUS_USER_INTERVENTION
    | PRINTER_STATUS_DOOR_OPEN
    | PRINTER_STATUS_SERVER_OFFLINE;

/// States in which a queue prints.
const BUSY: u32 = PRINTER_STATUS_BUSY
    | PRINTER_STATUS_PRINTING
    | PRINTER_STATUS_PROCESSING
    | PRINTER_STATUS_IO_ACTIVE
    | PRINTER_STATUS_WARMING_UP;

/// An open queue.
pub(super) struct Queue(PRINTER_HANDLE);

impl Queue {
    /// Opens a queue.
    pub(super) fn open(name: &str) -> io::Result<Self> {
        let mut handle = PRINTER_HANDLE::default();
        let name = wide(name);
        // SAFETY: the name ends with a zero, and both outlive the call.
        if unsafe { OpenPrinterW(name.as_ptr(), &raw mut handle, null()) } == 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(Self(handle))
    }

    /// The system's name of it, valid as long as this value.
    pub(super) fn handle(&self) -> PRINTER_HANDLE {
        self.0
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        // SAFETY: the handle came from the system and is closed here only.
        unsafe { ClosePrinter(self.0) };
    }
}

/// A queue as the system lists it.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// Its name.
    pub name: String,
    /// Where its printer is.
    pub port: String,
    status: u32,
    is_offline: bool,
}

impl Listed {
    /// What it does.
    pub(super) fn readiness(&self) -> Readiness {
        if self.is_offline || self.status & STOPPED != 0 {
            Readiness::Stopped
        } else if self.status & BUSY != 0 {
            Readiness::Busy
        } else {
            Readiness::Idle
        }
    }

    /// What is wrong, in the system's words; empty when nothing is.
    pub(super) fn words(&self) -> String {
        match self.readiness() {
            Readiness::Stopped if self.status & PRINTER_STATUS_PAPER_OUT != 0 => sentence(ERROR_OUT_OF_PAPER),
            Readiness::Stopped => sentence(ERROR_NOT_READY),
            _ => String::new(),
        }
    }
}

/// The queues of this PC, also those of other PCs that it is connected to.
pub(super) fn listed() -> Result<Vec<Listed>, Fault> {
    let which = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
    let mut count = 0;
    let buffer = filled(|start, room, needed| {
        // SAFETY: the buffer has as many bytes as is said, and the numbers outlive the call.
        unsafe { EnumPrintersW(which, null(), 2, start, room, needed, &raw mut count) }
    })
    .map_err(|error| refused(&error))?;
    let first: *const PRINTER_INFO_2W = buffer.as_ptr().cast();
    let entry = |at: usize| {
        // SAFETY: the system has filled in that many entries, whose texts lie in the same buffer and end with a zero.
        unsafe {
            let entry = &*first.add(at);
            Listed {
                name: text(entry.pPrinterName),
                port: text(entry.pPortName),
                status: entry.Status,
                is_offline: entry.Attributes & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0,
            }
        }
    };
    Ok((0..usize::try_from(count).unwrap_or(0)).map(entry).collect())
}

/// The default printer, when there is one.
pub(super) fn default() -> Option<String> {
    let mut length = 0;
    // SAFETY: without a buffer the system only says how long the name is.
    unsafe { GetDefaultPrinterW(null_mut(), &raw mut length) };
    let mut name = vec![0; usize::try_from(length).ok()?.max(1)];
    // SAFETY: the buffer has as many letters as is said; the system ends the name with a zero.
    unsafe { (GetDefaultPrinterW(name.as_mut_ptr(), &raw mut length) != 0).then(|| text(name.as_ptr())) }
}
