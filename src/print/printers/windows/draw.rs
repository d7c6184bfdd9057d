//! A document of drawn pages for a queue, through GDI.
//!
//! The surface counts in the pages' own units of a hundredth of a point, and the system turns them into dots. Whatever
//! the printer's dots are, every letter stands where the PDF has it.

use std::collections::BTreeMap;
use std::ptr::null;

use windows_sys::Win32::Foundation::{HANDLE, POINT};
use windows_sys::Win32::Graphics::Gdi::{
    AddFontMemResourceEx, BLACK_PEN, BLACKNESS, BS_SOLID, CreateDCW, CreateFontIndirectW, DEFAULT_CHARSET,
    DeleteDC, DeleteObject, ExtCreatePen, ExtTextOutW, FW_BOLD, FW_NORMAL, GetDeviceCaps, GetStockObject,
    HDC, HGDIOBJ, LOGBRUSH, LOGFONTW, LOGPIXELSX, LOGPIXELSY, MM_ANISOTROPIC, OUT_TT_ONLY_PRECIS, PEN_STYLE,
    PHYSICALOFFSETX, PHYSICALOFFSETY, PS_ENDCAP_FLAT, PS_ENDCAP_ROUND, PS_GEOMETRIC, PS_JOIN_MITER,
    PS_JOIN_ROUND, PS_SOLID, PatBlt, Polyline, RemoveFontMemResourceEx, SYSTEM_FONT, SelectObject, SetBkMode,
    SetMapMode, SetTextAlign, SetTextColor, SetViewportExtEx, SetViewportOrgEx, SetWindowExtEx, TA_BASELINE,
    TRANSPARENT,
};
use windows_sys::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};

use super::queue::{Settings, most_copies};
use super::words::{last_fault, wide};
use crate::domain::printing::{Fault, Options, Sides};
use crate::pages::{FACES, FAMILY, Ink, Letters, Pages, Path, Stroke, UNITS_IN_AN_INCH, Unit};

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

/// A surface that is drawn on, and how its dots lie.
#[derive(Clone, Copy)]
pub(super) struct Surface {
    /// The system's name of it.
    pub device: HDC,
    /// Dots in an inch, across and down.
    pub density: (i32, i32),
    /// Where its first dot lies on the sheet, in dots across and down: printers do not reach the edge.
    pub offset: (i32, i32),
}

/// Draws on a surface.
pub(super) struct Pen {
    surface: Surface,
    family: &'static str,
    /// Letters by face and size.
    fonts: BTreeMap<(u8, Unit), Object>,
    /// Lines by weight, and whether they end round.
    lines: BTreeMap<(Unit, bool), Object>,
}

/// A font or a pen of the system.
struct Object(HGDIOBJ);

impl Drop for Object {
    fn drop(&mut self) {
        // SAFETY: the object was made by `Pen`, which has put another in its place on the surface.
        unsafe { DeleteObject(self.0) };
    }
}

impl Pen {
    /// A pen for a surface that outlives it, with letters of a family.
    pub(super) fn new(surface: Surface, family: &'static str) -> Self {
        Self { surface, family, fonts: BTreeMap::new(), lines: BTreeMap::new() }
    }

    /// Draws a page, and tells whether the system has drawn all of it.
    pub(super) fn draw(&mut self, page: &[Ink]) -> bool {
        self.prepare();
        page.iter().fold(true, |all, ink| {
            all & match ink {
                Ink::Letters(letters) => self.letters(letters),
                Ink::Path(Path { through, weight, stroke: Stroke::Dotted }) => self.dots(through, *weight),
                Ink::Path(line) => self.line(line),
            }
        })
    }

    /// Sets units, places and colour, which some systems forget between two pages.
    fn prepare(&self) {
        let Surface { device, density, offset } = self.surface;
        // SAFETY: the surface outlives the pen; nothing is asked back.
        unsafe {
            SetMapMode(device, MM_ANISOTROPIC);
            SetWindowExtEx(device, UNITS_IN_AN_INCH, UNITS_IN_AN_INCH, std::ptr::null_mut());
            SetViewportExtEx(device, density.0, density.1, std::ptr::null_mut());
            SetViewportOrgEx(device, -offset.0, -offset.1, std::ptr::null_mut());
            SetBkMode(device, TRANSPARENT.cast_signed());
            SetTextColor(device, 0);
            SetTextAlign(device, TA_BASELINE);
        }
    }

    fn letters(&mut self, letters: &Letters) -> bool {
        let family = self.family;
        let font = self.fonts.entry((letters.face, letters.size)).or_insert_with(|| {
            let font = face(family, letters.face, letters.size);
            // SAFETY: the description outlives the call.
            Object(unsafe { CreateFontIndirectW(&raw const font) })
        });
        let mut words: Vec<u16> = Vec::with_capacity(letters.words.len());
        let mut advances: Vec<i32> = Vec::with_capacity(letters.words.len());
        for (letter, &advance) in letters.words.chars().zip(&letters.advances) {
            let mut units = [0; 2];
            words.extend_from_slice(letter.encode_utf16(&mut units));
            // The second half of a letter that has two moves nothing.
            advances.push(advance);
            advances.resize(words.len(), 0);
        }
        let count = u32::try_from(words.len()).unwrap_or(0);
        // SAFETY: there are as many letters and advances as is said, and the font lives as long as the pen.
        unsafe {
            SelectObject(self.surface.device, font.0);
            let (x, y) = (letters.x, letters.y);
            ExtTextOutW(self.surface.device, x, y, 0, null(), words.as_ptr(), count, advances.as_ptr()) != 0
        }
    }

    fn line(&mut self, line: &Path) -> bool {
        let is_round = line.stroke == Stroke::Round;
        let pen = self.lines.entry((line.weight, is_round)).or_insert_with(|| pen(line.weight, is_round));
        let points: Vec<POINT> = line.through.iter().map(|&(x, y)| POINT { x, y }).collect();
        let count = i32::try_from(points.len()).unwrap_or(0);
        // SAFETY: there are as many points as is said, and the pen lives as long as this value.
        unsafe {
            SelectObject(self.surface.device, pen.0);
            Polyline(self.surface.device, points.as_ptr(), count) != 0
        }
    }

    /// Squares in the place of dots: at the size of a dot no eye tells them apart, and every printer draws them.
    fn dots(&self, through: &[(Unit, Unit)], weight: Unit) -> bool {
        let [(left, y), .., (right, _)] = *through else { return true };
        let step = usize::try_from(weight * 4).unwrap_or(0).max(1);
        (left..=right).step_by(step).fold(true, |all, x| {
            // SAFETY: the surface outlives the pen.
            all & unsafe {
                let device = self.surface.device;
                PatBlt(device, x - weight / 2, y - weight / 2, weight, weight, BLACKNESS) != 0
            }
        })
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        // What is still on the surface could not be removed.
        // SAFETY: the surface outlives the pen, and these objects are the system's own.
        unsafe {
            SelectObject(self.surface.device, GetStockObject(SYSTEM_FONT));
            SelectObject(self.surface.device, GetStockObject(BLACK_PEN));
        }
    }
}

/// The description of a face in a size.
fn face(family: &str, face: u8, size: Unit) -> LOGFONTW {
    let mut font = LOGFONTW {
        // Negative: the height of an em rather than of a line.
        lfHeight: -size,
        lfWeight: (if face & 1 == 0 { FW_NORMAL } else { FW_BOLD }).cast_signed(),
        lfItalic: u8::from(face & 2 != 0),
        lfCharSet: DEFAULT_CHARSET,
        lfOutPrecision: OUT_TT_ONLY_PRECIS,
        ..LOGFONTW::default()
    };
    let name = wide(family);
    font.lfFaceName.iter_mut().zip(name).for_each(|(to, letter)| *to = letter);
    font
}

fn pen(weight: Unit, is_round: bool) -> Object {
    let (cap, join) =
        if is_round { (PS_ENDCAP_ROUND, PS_JOIN_ROUND) } else { (PS_ENDCAP_FLAT, PS_JOIN_MITER) };
    let style: PEN_STYLE = PS_GEOMETRIC | PS_SOLID | cap | join;
    let brush = LOGBRUSH { lbStyle: BS_SOLID, lbColor: 0, lbHatch: 0 };
    // SAFETY: the brush outlives the call, and a solid line has no lengths of dashes.
    Object(unsafe {
        ExtCreatePen(style.cast_unsigned(), weight.max(1).cast_unsigned(), &raw const brush, 0, null())
    })
}

/// A face of the system's own with the same widths and all Vietnamese letters, where faces from memory are forbidden.
const SUBSTITUTE: &str = "Times New Roman";

/// The faces that were lent.
pub(super) struct Lent(Vec<HANDLE>);

impl Lent {
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
