//! Drawing on a picture in memory, which is the same to GDI as a printer.

use std::ptr::null_mut;

use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, CreateCompatibleDC, CreateDIBSection, DIB_RGB_COLORS, DeleteDC,
    DeleteObject, GdiFlush, PatBlt, SelectObject, WHITENESS,
};

use super::draw::{Lent, Pen, Surface};
use super::*;
use crate::domain::printing::{Copies, Options, Readiness, Sides};
use crate::pages::{FAMILY, Ink, Letters, Path, Stroke};

/// Dots in an inch of the picture; a dot is a tenth of a point.
const DENSITY: i32 = 720;

/// Draws a page of some dots, and tells of each dot whether it is black.
fn drawn(page: &[Ink], width: i32, height: i32) -> Vec<Vec<bool>> {
    let header = BITMAPINFOHEADER {
        biSize: u32::try_from(size_of::<BITMAPINFOHEADER>()).unwrap(),
        biWidth: width,
        // Negative: the first row is the upper one.
        biHeight: -height,
        biPlanes: 1,
        biBitCount: 32,
        biCompression: BI_RGB,
        ..BITMAPINFOHEADER::default()
    };
    let about = BITMAPINFO { bmiHeader: header, ..BITMAPINFO::default() };
    let mut bits = null_mut();
    // SAFETY: each object is made here, used while it lives, and the picture has four bytes a dot.
    unsafe {
        let device = CreateCompatibleDC(null_mut());
        let picture =
            CreateDIBSection(device, &raw const about, DIB_RGB_COLORS, &raw mut bits, null_mut(), 0);
        assert!(!picture.is_null());
        let before = SelectObject(device, picture);
        PatBlt(device, 0, 0, width, height, WHITENESS);
        let faces = Lent::all();
        assert_eq!(faces.family(), FAMILY);
        let surface = Surface { device, density: (DENSITY, DENSITY), offset: (0, 0) };
        assert!(Pen::new(surface, faces.family()).draw(page));
        GdiFlush();
        let (across, down) = (usize::try_from(width).unwrap(), usize::try_from(height).unwrap());
        let dots = std::slice::from_raw_parts(bits.cast::<[u8; 4]>().cast_const(), across * down);
        let black = dots.chunks(across).map(|row| row.iter().map(|dot| dot[0] < 128).collect()).collect();
        SelectObject(device, before);
        DeleteObject(picture);
        DeleteDC(device);
        black
    }
}

/// The rows and columns from the first to the last black dot.
fn bounds(dots: &[Vec<bool>]) -> (usize, usize, usize, usize) {
    let rows: Vec<usize> = (0..dots.len()).filter(|&row| dots[row].contains(&true)).collect();
    let is_black = |column: &usize| dots.iter().any(|row| row[*column]);
    let columns: Vec<usize> = (0..dots[0].len()).filter(is_black).collect();
    (rows[0], *rows.last().unwrap(), columns[0], *columns.last().unwrap())
}

fn letters(words: &str, advances: Vec<i32>) -> Ink {
    Ink::Letters(Letters { x: 1000, y: 5000, face: 1, size: 3000, words: words.to_owned(), advances })
}

#[test]
fn letters_stand_on_their_baseline_with_their_accents_and_at_their_places() {
    let (top, bottom, left, _) = bounds(&drawn(&[letters("E", vec![2000])], 1000, 800));
    assert!((bottom.abs_diff(500), left.abs_diff(105)) <= (2, 10), "{bottom} {left}");
    let accented = bounds(&drawn(&[letters("Ế", vec![2000])], 1000, 800));
    assert!(accented.0 + 40 < top && accented.1.abs_diff(bottom) <= 1, "{accented:?} over {top}");
    let (_, dot, ..) = bounds(&drawn(&[letters("Ẹ", vec![2000])], 1000, 800));
    assert!(dot > bottom + 20, "{dot}");
    // The second letter is where its neighbour's advance says, whatever the face itself would do.
    let (.., near) = bounds(&drawn(&[letters("EE", vec![2000, 2000])], 1000, 800));
    let (.., far) = bounds(&drawn(&[letters("EE", vec![5000, 2000])], 1000, 800));
    assert!((far - near).abs_diff(300) <= 1, "{near} {far}");
}

#[test]
fn lines_have_their_weight_and_dots_their_distance() {
    let line = |stroke, weight| {
        let through = vec![(1000, 2000), (9000, 2000)];
        [Ink::Path(Path { through, weight, stroke })]
    };
    let (top, bottom, left, right) = bounds(&drawn(&line(Stroke::Flat, 200), 1000, 400));
    assert!((bottom - top).abs_diff(19) <= 1 && left.abs_diff(100) <= 1 && right.abs_diff(899) <= 1);
    let dots = drawn(&line(Stroke::Dotted, 100), 1000, 400);
    let starts = dots[200].windows(2).filter(|two| !two[0] && two[1]).count();
    assert_eq!(starts, 21);
}

#[test]
fn a_pdf_without_pages_is_not_sent() {
    let order = Order {
        title: "motcua",
        file: std::path::Path::new("x.pdf"),
        bytes: b"%PDF-1.7",
        queue: Some("no such printer"),
        is_raw: false,
        options: Options::default(),
    };
    assert_eq!(Printer.give(order), Err(Fault::NoDrawing));
    let Err(Fault::Refused(words)) = Printer.give(Order { is_raw: true, ..order }) else {
        panic!("there is no such queue")
    };
    assert!(!words.is_empty());
    assert_eq!(Printer.look(&["no such printer-1".to_owned()]), Ok(vec![Seen::Vanished]));
}

/// Prints on the default printer of the PC: run it by hand, `cargo test --lib windows -- --ignored`.
#[test]
#[ignore = "needs a printer"]
fn the_default_printer_is_listed_and_takes_pages_and_commands() {
    let cards = Printer.list().unwrap();
    let card = cards.iter().find(|card| card.is_default).unwrap();
    assert!(card.papers.contains(&"A4".to_owned()), "{card:?}");
    assert_eq!((card.readiness, card.words.as_str()), (Readiness::Idle, ""));
    let page = vec![letters("Bảng tổng hợp", vec![1800; 13])];
    let pages = Pages { width: 59528, height: 84189, pages: vec![page.clone(), page] };
    let document = pages.behind(b"%PDF-1.7".to_vec());
    let order = Order {
        title: "motcua-test",
        file: std::path::Path::new("x.pdf"),
        bytes: &document,
        queue: None,
        is_raw: false,
        options: Options { copies: Copies::new(2).unwrap(), sides: Sides::Two, ..Default::default() },
    };
    let commands = Order { is_raw: true, bytes: b"%!PS\nshowpage\n", queue: Some(&card.name), ..order };
    for order in [order, commands] {
        let Given::Taken { request: Some(request), .. } = Printer.give(order).unwrap() else {
            panic!("it is not taken")
        };
        assert!(request.starts_with(&format!("{}-", card.name)), "{request}");
        let mut seen = Vec::new();
        for _ in 0..30 {
            seen = Printer.look(std::slice::from_ref(&request)).unwrap();
            if seen == [Seen::Done] {
                break;
            }
            std::thread::sleep(Printer.pause() / 4);
        }
        assert_eq!(seen, [Seen::Done]);
    }
}
