//! A document of drawn pages for a queue.

use std::ptr::null;

use windows_sys::Win32::Graphics::Gdi::{
    CreateDCW, DeleteDC, GetDeviceCaps, HDC, LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX, PHYSICALOFFSETY,
};
use windows_sys::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};

use super::faces::Lent;
use super::pen::{Pen, Surface};
use super::settings::{Settings, most_copies};
use super::words::{last_fault, wide};
use crate::pages::{Ink, Pages};
use crate::print::Fault;
use crate::print::job::{Options, Sides};

/// A printer that is drawn on.
struct Device(HDC);

impl Device {
    fn open(queue: &str, mut settings: Settings) -> Result<Self, Fault> {
        let name = wide(queue);
        // SAFETY: the name ends with a zero, and the settings were filled in by the driver of this queue.
        let device = unsafe { CreateDCW(null(), name.as_ptr(), null(), settings.start()) };
        if device.is_null() { Err(last_fault()) } else { Ok(Self(device)) }
    }

    fn surface(&self) -> Surface {
        // SAFETY: the device is open.
        let told = |what: u32| unsafe { GetDeviceCaps(self.0, what.cast_signed()) };
        Surface {
            device: self.0,
            density: (told(LOGPIXELSX), told(LOGPIXELSY)),
            offset: (told(PHYSICALOFFSETX), told(PHYSICALOFFSETY)),
        }
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        // SAFETY: the device came from the system and is closed here only.
        unsafe { DeleteDC(self.0) };
    }
}

/// Draws a document for a queue and returns the number of the request.
pub(super) fn print(queue: &str, title: &str, pages: &Pages, options: Options) -> Result<u32, Fault> {
    let copies = usize::from(options.copies.number());
    // What the printer does not repeat by itself is drawn as often.
    let (by_printer, by_hand) = if copies <= most_copies(queue) { (copies, 1) } else { (1, copies) };
    let device = Device::open(queue, Settings::of(queue, options, by_printer)?)?;
    let faces = Lent::all();
    let mut pen = Pen::new(device.surface(), faces.family());
    let title = wide(title);
    let document = DOCINFOW {
        cbSize: i32::try_from(size_of::<DOCINFOW>()).unwrap_or(0),
        lpszDocName: title.as_ptr(),
        ..DOCINFOW::default()
    };
    // SAFETY: the device is open, and the title ends with a zero and outlives the call.
    let id = unsafe { StartDocW(device.0, &raw const document) };
    let Some(id) = u32::try_from(id).ok().filter(|id| *id > 0) else { return Err(last_fault()) };
    let blank: Vec<Ink> = Vec::new();
    // Another copy begins on a sheet of its own.
    let filler = (options.sides == Sides::Two && by_hand > 1 && pages.pages.len() % 2 == 1).then_some(&blank);
    for page in (0..by_hand).flat_map(|_| pages.pages.iter().chain(filler)) {
        // SAFETY: the device is open, and a document was begun.
        let is_drawn =
            unsafe { StartPage(device.0) > 0 } && pen.draw(page) && unsafe { EndPage(device.0) > 0 };
        if !is_drawn {
            let fault = last_fault();
            // SAFETY: as above. What the queue has of the document is thrown away.
            unsafe { AbortDoc(device.0) };
            return Err(fault);
        }
    }
    // SAFETY: the device is open, and a document was begun.
    if unsafe { EndDoc(device.0) } > 0 { Ok(id) } else { Err(last_fault()) }
}
