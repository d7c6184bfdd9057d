//! What a queue offers, and how a document asks for it.

use std::ptr::{null, null_mut};

use windows_sys::Win32::Graphics::Gdi::{
    DEVMODEW, DM_COPIES, DM_DUPLEX, DM_IN_BUFFER, DM_ORIENTATION, DM_OUT_BUFFER, DM_PAPERSIZE, DMDUP_SIMPLEX,
    DMDUP_VERTICAL,
};
use windows_sys::Win32::Graphics::Printing::DocumentPropertiesW;
use windows_sys::Win32::Storage::Xps::{
    DC_COPIES, DC_DUPLEX, DC_PAPERNAMES, DC_PAPERS, DeviceCapabilitiesW, PRINTER_DEVICE_CAPABILITIES,
};

use super::queue::{Listed, Queue};
use super::words::{last_fault, refused, wide};
use crate::print::Fault;
use crate::print::job::{Options, Paper, Sides};

/// `DMPAPER_A4`, `DMPAPER_A5` and `DMORIENT_PORTRAIT` in the width that the structure has for them.
const A4: i16 = 9;
const A5: i16 = 11;
const UPRIGHT: i16 = 1;

/// Letters that the name of a paper has room for.
const NAME: usize = 64;

/// What a queue offers.
pub(super) struct Offered {
    /// Names of sizes of paper.
    pub papers: Vec<String>,
    /// Whether it can print on both sides.
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
        Paper::A4 => Some(A4),
        Paper::A5 => Some(A5),
        // The printer cuts where the document ends.
        Paper::Roll => None,
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
