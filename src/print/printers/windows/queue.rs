//! The queues of the PC: what they offer, and how a document asks for it.

use std::io;
use std::ptr::{null, null_mut};

use windows_sys::Win32::Foundation::{ERROR_NOT_READY, ERROR_OUT_OF_PAPER};
use windows_sys::Win32::Graphics::Gdi::{
    DEVMODEW, DM_COPIES, DM_DUPLEX, DM_IN_BUFFER, DM_ORIENTATION, DM_OUT_BUFFER, DM_PAPERSIZE, DMDUP_SIMPLEX,
    DMDUP_VERTICAL,
};
use windows_sys::Win32::Graphics::Printing::{
    ClosePrinter, DocumentPropertiesW, EnumPrintersW, GetDefaultPrinterW, OpenPrinterW,
    PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE,
    PRINTER_INFO_2W, PRINTER_STATUS_BUSY, PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR,
    PRINTER_STATUS_IO_ACTIVE, PRINTER_STATUS_NO_TONER, PRINTER_STATUS_NOT_AVAILABLE, PRINTER_STATUS_OFFLINE,
    PRINTER_STATUS_OUTPUT_BIN_FULL, PRINTER_STATUS_PAPER_JAM, PRINTER_STATUS_PAPER_OUT,
    PRINTER_STATUS_PAPER_PROBLEM, PRINTER_STATUS_PAUSED, PRINTER_STATUS_PRINTING, PRINTER_STATUS_PROCESSING,
    PRINTER_STATUS_SERVER_OFFLINE, PRINTER_STATUS_USER_INTERVENTION, PRINTER_STATUS_WARMING_UP,
};
use windows_sys::Win32::Storage::Xps::{
    DC_COPIES, DC_DUPLEX, DC_PAPERNAMES, DC_PAPERS, DeviceCapabilitiesW, PRINTER_DEVICE_CAPABILITIES,
};

use super::words::{filled, last_fault, refused, sentence, text, wide};
use crate::domain::printer::SheetSize;
use crate::domain::printing::{Fault, Options, Readiness, Sides};

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

pub(super) struct Queue(PRINTER_HANDLE);

impl Queue {
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
    pub name: String,
    /// Where its printer is.
    pub port: String,
    status: u32,
    is_offline: bool,
}

impl Listed {
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

/// `DMPAPER_A4`, `DMPAPER_A5` and `DMORIENT_PORTRAIT` in the width that the structure has for them.
const A4: i16 = 9;
const A5: i16 = 11;
const UPRIGHT: i16 = 1;

/// Letters that the name of a paper has room for.
const NAME: usize = 64;

pub(super) struct Offered {
    /// Names of sizes of paper.
    pub papers: Vec<String>,
    pub has_duplex: bool,
}

/// What a queue offers; nothing when its driver does not say.
pub(super) fn offered(queue: &Listed) -> Offered {
    let (name, port) = (wide(&queue.name), wide(&queue.port));
    let ask = |what| ask(&name, &port, what);
    let count = ask(DC_PAPERS).min(ask(DC_PAPERNAMES));
    let mut sizes = vec![0_u16; count];
    let mut names = vec![0_u16; count * NAME];
    // SAFETY: for each size the driver writes a number of 16 bits, and a name of 64 letters.
    let is_told = count > 0
        && unsafe {
            DeviceCapabilitiesW(name.as_ptr(), port.as_ptr(), DC_PAPERS, sizes.as_mut_ptr(), null()) > 0
                && DeviceCapabilitiesW(
                    name.as_ptr(),
                    port.as_ptr(),
                    DC_PAPERNAMES,
                    names.as_mut_ptr(),
                    null(),
                ) > 0
        };
    let paper = |(size, name): (&u16, &[u16])| match i16::try_from(*size) {
        // Drivers add words of their own: «A4 (210 x 297 mm)».
        Ok(A4) => "A4".to_owned(),
        Ok(A5) => "A5".to_owned(),
        _ => String::from_utf16_lossy(name.split(|letter| *letter == 0).next().unwrap_or_default()),
    };
    let papers = if is_told { sizes.iter().zip(names.chunks(NAME)).map(paper).collect() } else { Vec::new() };
    Offered { papers, has_duplex: ask(DC_DUPLEX) == 1 }
}

/// How many copies a queue makes by itself, at least one.
pub(super) fn most_copies(queue: &str) -> usize {
    ask(&wide(queue), &[0], DC_COPIES).max(1)
}

/// A number that the driver tells; zero when it does not.
fn ask(name: &[u16], port: &[u16], what: PRINTER_DEVICE_CAPABILITIES) -> usize {
    // SAFETY: both texts end with a zero; without a buffer only a number is given back.
    let told = unsafe { DeviceCapabilitiesW(name.as_ptr(), port.as_ptr(), what, null_mut(), null()) };
    usize::try_from(told).unwrap_or(0)
}

/// The settings of a document: those of the queue, and in them what was asked for.
pub(super) struct Settings {
    /// A `DEVMODEW` and what the driver keeps behind it, in words of 8 bytes so that it lies as it must.
    buffer: Vec<u64>,
}

impl Settings {
    /// The settings of a document for a queue.
    pub(super) fn of(queue: &str, options: Options, copies: usize) -> Result<Self, Fault> {
        let open = Queue::open(queue).map_err(|error| refused(&error))?;
        let name = wide(queue);
        let properties = |to: *mut DEVMODEW, from: *const DEVMODEW, mode| {
            // SAFETY: the name ends with a zero, and the buffers are null or as large as the driver asked for.
            unsafe { DocumentPropertiesW(null_mut(), open.handle(), name.as_ptr(), to, from, mode) }
        };
        let size = usize::try_from(properties(null_mut(), null(), 0)).map_err(|_| last_fault())?;
        let mut settings = Self { buffer: vec![0; size.max(size_of::<DEVMODEW>()).div_ceil(8)] };
        if properties(settings.start(), null(), DM_OUT_BUFFER) < 0 {
            return Err(last_fault());
        }
        // SAFETY: the buffer holds a DEVMODEW that the driver has filled in, and nothing else refers to it.
        ask_for(unsafe { &mut *settings.start() }, options, copies);
        // The driver puts right what does not fit together and what it does not have.
        let start = settings.start();
        if properties(start, start, DM_IN_BUFFER | DM_OUT_BUFFER) < 0 {
            return Err(last_fault());
        }
        Ok(settings)
    }

    /// Where the `DEVMODEW` lies.
    pub(super) fn start(&mut self) -> *mut DEVMODEW {
        self.buffer.as_mut_ptr().cast()
    }
}

/// Fills in what was asked for.
fn ask_for(mode: &mut DEVMODEW, options: Options, copies: usize) {
    let size = match options.paper {
        SheetSize::A4 => Some(A4),
        SheetSize::A5 => Some(A5),
        // The printer cuts where the document ends.
        SheetSize::Roll => None,
    };
    if let Some(size) = size {
        mode.Anonymous1.Anonymous1.dmPaperSize = size;
        mode.Anonymous1.Anonymous1.dmOrientation = UPRIGHT;
        mode.dmFields |= DM_PAPERSIZE | DM_ORIENTATION;
    }
    mode.Anonymous1.Anonymous1.dmCopies = i16::try_from(copies).unwrap_or(1);
    // Said also for one side: many queues are set to both by default.
    mode.dmDuplex = match options.sides {
        Sides::One => DMDUP_SIMPLEX,
        Sides::Two => DMDUP_VERTICAL,
    };
    mode.dmFields |= DM_COPIES | DM_DUPLEX;
}
