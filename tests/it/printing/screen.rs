//! What the program in a real terminal shows of a real printing system.

use tempfile::TempDir;

use super::cups::Cups;
use crate::terminal::{F8, F9};

const F1: &str = "\x1bOP";

/// A port on which nobody listens.
const NOWHERE: u16 = 9;

#[test]
fn a_tally_waits_at_a_stopped_printer_in_its_own_words_and_is_taken_back() {
    let Some(cups) = Cups::running() else { return };
    let queue = cups.raw_queue(NOWHERE);
    queue.stop("tray two is empty");
    let home = TempDir::new().unwrap();
    let mut terminal = cups.terminal(&home, &format!("report = \"cups:{}\"", queue.name));
    terminal.types(F8).sees("BẢNG TỔNG HỢP").types(F9).sees("tray two is empty").sees("[~] Chờ máy in: 1");
    terminal
        .types("\x12")
        .sees(&queue.name)
        .sees("Delete Hủy in")
        .types("\x1b[3~")
        .sees("Có, hủy in")
        .types("2");
    terminal.sees("[-] Đã hủy");
    assert_eq!(cups.run("lpstat", &["-o", &queue.name]), "");
    // The list of printers is the system's own.
    terminal
        .types(F1)
        .types("may in cua")
        .types("\r")
        .sees(&format!("[x] {}: ", queue.name))
        .sees("MOTCUA_PDF: mặc định");
}
