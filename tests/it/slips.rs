//! The slip with a number on its way from the keys of the real program to a printer.

use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::thread::{self, JoinHandle};

use motcua::config::DATABASE;
use motcua::store::{Access, Store};
use portable_pty::{PtySize, native_pty_system};
use tempfile::TempDir;

use crate::terminal::{F2, Terminal, opened, printer};

/// F9: the key that prints what the screen names.
const PRINT: &str = "\x1b[20~";

/// Ctrl+R: the list of print jobs.
const JOBS: &str = "\x12";

/// What a printer was told: pictures of so many dots across, each as long as its rows, and how often the paper was cut.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Dots across, of each slip.
    pub widths: Vec<usize>,
    /// Rows, of each slip.
    pub rows: Vec<Vec<u8>>,
    /// Cuts.
    pub cuts: usize,
}

/// Reads what a printer was sent as it does itself: `ESC @`, bands of `GS v 0`, `GS V B`.
pub fn printed(mut bytes: &[u8]) -> Paper {
    let mut paper = Paper::default();
    while !bytes.is_empty() {
        if let Some(rest) = bytes.strip_prefix(b"\x1b@") {
            paper.widths.push(0);
            paper.rows.push(Vec::new());
            bytes = rest;
        } else if let Some(rest) = bytes.strip_prefix(b"\x1dv0\x00") {
            let across = usize::from(u16::from_le_bytes([rest[0], rest[1]]));
            let rows = usize::from(u16::from_le_bytes([rest[2], rest[3]]));
            let (band, after) = rest[4..].split_at(across * rows);
            *paper.widths.last_mut().unwrap() = across * 8;
            paper.rows.last_mut().unwrap().extend(band);
            bytes = after;
        } else if let Some(rest) = bytes.strip_prefix(b"\x1dVB\x00") {
            paper.cuts += 1;
            bytes = rest;
        } else {
            panic!("a printer would print garbage: {:x?}", &bytes[..bytes.len().min(16)]);
        }
    }
    paper
}

/// A slip has letters on it: neither white nor black all over.
fn has_letters(rows: &[u8]) -> bool {
    let black: u32 = rows.iter().map(|byte| byte.count_ones()).sum();
    let all = u32::try_from(rows.len() * 8).unwrap();
    all > 50_000 && black > all / 100 && black < all / 2
}

/// The data folder of a home, with those words about printing.
fn set(home: &TempDir, print: &str) {
    let data = home.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("config.toml"), format!("[print]\n{print}\n")).unwrap();
}

fn gives(terminal: &mut Terminal, number: &str) {
    terminal.types(F2).sees("Cần làm việc gì?").types("ks\r").sees(number);
}

/// What each of so many connections brings to a port.
fn listening(listener: TcpListener, connections: usize) -> JoinHandle<Vec<Vec<u8>>> {
    thread::spawn(move || {
        let mut heard = Vec::new();
        for _ in 0..connections {
            let mut bytes = Vec::new();
            listener.accept().unwrap().0.read_to_end(&mut bytes).unwrap();
            heard.push(bytes);
        }
        heard
    })
}

/// The file, to look at: whoever could write would take the log of a killed console into it.
fn file(home: &TempDir) -> rusqlite::Connection {
    let path = home.path().join("data").join(DATABASE);
    rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn state(home: &TempDir, visit: i64) -> String {
    let file = file(home);
    file.query_row("SELECT state FROM slip WHERE id = ?1", [visit], |row| row.get(0)).unwrap()
}

/// Exactly so many numbers were drawn, and the file is sound.
#[track_caller]
fn drew(home: &TempDir, numbers: i64) {
    let path = home.path().join("data").join(DATABASE);
    let file = file(home);
    let drawn: i64 = file.query_row("SELECT sum(last) FROM counter", [], |row| row.get(0)).unwrap();
    let visits: i64 = file.query_row("SELECT count(*) FROM visit", [], |row| row.get(0)).unwrap();
    assert_eq!((drawn, visits), (numbers, numbers));
    let report = Store::open(&path, Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:#?}", report.findings);
}

#[test]
fn a_network_printer_gets_a_picture_as_wide_as_its_roll_and_a_cut() {
    for (settings, width, copies) in [("", 576, 1), ("slip_width = 58\ndesk_copy = true", 384, 2)] {
        let home = TempDir::new().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        set(&home, &format!("slip = \"tcp:127.0.0.1:{port}\"\n{settings}"));
        let reader = listening(listener, 1);
        let mut terminal = opened(&home, &[]);
        gives(&mut terminal, "Đã cấp số A001");
        terminal.sees_no_more("chưa in");
        let paper = printed(&reader.join().unwrap()[0]);
        assert_eq!((paper.widths.clone(), paper.cuts), (vec![width; copies], copies));
        assert!(paper.rows.iter().all(|rows| has_letters(rows)));
        assert_eq!(state(&home, 1), "printed");
        drew(&home, 1);
    }
}

#[test]
fn a_device_gets_the_same_and_a_folder_a_page() {
    let home = TempDir::new().unwrap();
    // A terminal stands for the device: it takes what is written, and the other end reads it.
    let device = native_pty_system().openpty(PtySize::default()).unwrap();
    let path = device.master.tty_name().unwrap();
    assert!(Command::new("stty").arg("-F").arg(&path).args(["raw", "-echo"]).status().unwrap().success());
    let mut reader = device.master.try_clone_reader().unwrap();
    let reading = thread::spawn(move || {
        let mut heard = Vec::new();
        // It ends with an error once nobody has the device open.
        let _ = reader.read_to_end(&mut heard);
        heard
    });
    set(&home, &format!("slip = \"device:{}\"", path.display()));
    let mut terminal = opened(&home, &[]);
    gives(&mut terminal, "Đã cấp số A001");
    terminal.sees_no_more("chưa in");
    drop(device);
    let paper = printed(&reading.join().unwrap());
    assert_eq!((paper.widths.clone(), paper.cuts), (vec![576], 1));
    drew(&home, 1);

    for sheet in ["a5", "a4"] {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("out");
        std::fs::create_dir(&folder).unwrap();
        set(&home, &format!("slip = \"folder:{}\"\nslip_sheet = \"{sheet}\"", folder.display()));
        let mut terminal = opened(&home, &[]);
        gives(&mut terminal, "Đã cấp số A001");
        terminal.sees_no_more("chưa in");
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
        let [file] = files.as_slice() else { panic!("{files:?}") };
        assert!(file.file_name().unwrap().to_str().unwrap().starts_with("phieu-so-A001-"), "{file:?}");
        assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));
        // Some hundred slips a day are not kept beside the papers.
        assert!(!home.path().join("data").join("papers").exists());
        drew(&home, 1);
    }
}

#[test]
fn a_printer_that_is_off_costs_no_number_and_the_key_prints_the_slip_once_it_is_on() {
    let home = TempDir::new().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    set(&home, &format!("slip = \"tcp:127.0.0.1:{port}\""));
    let mut terminal = opened(&home, &[]);
    terminal.types(F2).sees("Cần làm việc gì?").types("ks\r");
    terminal.sees("Chưa in được phiếu số A001").sees("Ctrl+R").sees("A001 Khai").sees("chưa in");
    assert_eq!(state(&home, 1), "failed");
    let reader = listening(TcpListener::bind(("127.0.0.1", port)).unwrap(), 1);
    terminal.types(JOBS).sees("Enter In lại").types("\r").sees("[+] Đã in");
    terminal.types("\x1b").sees("A001 Khai").sees_no_more("chưa in");
    assert_eq!(printed(&reader.join().unwrap()[0]).cuts, 1);
    assert_eq!(state(&home, 1), "printed");
    drew(&home, 1);
    // The next one is the next number.
    terminal.pauses();
    gives(&mut terminal, "A002 Khai");
    drew(&home, 2);
}

#[test]
fn a_console_that_is_killed_loses_no_number_and_prints_no_slip_twice() {
    let home = TempDir::new().unwrap();
    let at = |name: &str| home.path().join(name);
    let shown = |path: &Path| path.display().to_string();
    // The first slip keeps the printer busy, so that the second one waits behind it.
    let lp = format!(
        "case \"$*\" in *A001*) : > '{}'; while [ ! -e '{}' ]; do /bin/sleep 0.05; done;; esac; echo \"$*\" >> '{}'; echo taken",
        shown(&at("busy")),
        shown(&at("go")),
        shown(&at("printed"))
    );
    let path = printer(&home, &lp);
    set(&home, "slip = \"raw:XP80\"");
    let mut terminal = opened(&home, &[("PATH", &path)]);
    gives(&mut terminal, "Đã cấp số A001");
    gives(&mut terminal, "Đã cấp số A002");
    while !at("busy").exists() {
        terminal.pauses();
    }
    terminal.signal("-9");
    terminal.ends();
    assert_eq!((state(&home, 1), state(&home, 2)), ("sent".to_owned(), "sent".to_owned()));

    let mut again = Terminal::start(&home, &[], &[("PATH", &path)]);
    // Nobody knows of the first whether it came out, and the second had not been sent: neither is called printed.
    again.sees("chưa in 0'");
    std::fs::write(at("go"), "").unwrap();
    drew(&home, 2);
    again.types("\x1b[B").sees("Phiếu số chưa in. F9 in lại").types(PRINT);
    again.types("\x1b[B").sees("> A002").types(PRINT).sees_no_more("chưa in");
    let printed = std::fs::read_to_string(at("printed")).unwrap();
    let of = |ticket: &str| printed.lines().filter(|line| line.contains(ticket)).count();
    assert!((1..=2).contains(&of("A001")) && of("A002") == 1, "{printed}");
    drew(&home, 2);
}
