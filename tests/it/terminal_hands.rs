//! Hands and bytes in a real terminal: what is quick, what is held, what is no key at all, and a terminal that goes away.

use std::fs;
use std::io::Read;
use std::thread;
use std::time::{Duration, Instant};

use motcua::config::DATABASE;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::terminal::{ESC, F1, F2, F3, F8, F10, Terminal, opened, shown_numbers};

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// A desk where a birth registration is being served.
fn serving(home: &TempDir) -> Terminal {
    let mut terminal = opened(home, &[]);
    terminal.types(F2).sees("việc gì?").types("ks\r").sees("Đã cấp số A001").lifts();
    terminal.types(F3).sees("Xin mời số A 001").pauses().types("\r").sees("đang tiếp 0:0").pauses();
    terminal
}

#[test]
fn no_bytes_stop_the_screen_or_eat_the_next_key() {
    let home = TempDir::new().unwrap();
    let mut terminal = serving(&home);
    let strange: &[&[u8]] = &[
        b"\x1b[E",
        b"\x1b[",
        b"\xc6",
        b"\xe1\xba",
        b"\x1b[200~",
        b"\x1b[200~ho so",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        b"\x1b]11;rgb:",
        b"\x1bP>|XTerm(379)\x1b\\",
        b"\x1bP>|",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[<0;33;12M",
        b"\x1b[M !!",
        b"\x1b[I\x1b[O",
        b"\x1b[1;2R",
        b"\x1bO",
        b"\x1b[[",
    ];
    let before = deeds(&home);
    for bytes in strange {
        terminal.sends(bytes).waits(ms(150));
        // The time of the visit goes on while nothing else is typed.
        let shown = terminal.text();
        let running = shown.lines().find(|line| line.contains("đang tiếp")).unwrap().to_owned();
        terminal.sees_no_more(running.trim());
        terminal.types(F8).sees("BẢNG TỔNG HỢP").types(ESC).sees("đang tiếp").lifts();
    }
    assert_eq!(deeds(&home), before);
}

#[test]
fn six_enters_are_six_ticks() {
    let home = TempDir::new().unwrap();
    let mut terminal = serving(&home);
    // To the steps, below preconditions and papers.
    for _ in 0..20 {
        if ticked(&home) > 0 {
            break;
        }
        terminal.types("\r").pauses();
    }
    let before = ticked(&home);
    for _ in 0..6 {
        terminal.types("\r").waits(ms(150));
    }
    for _ in 0..100 {
        if ticked(&home) == before + 6 {
            break;
        }
        terminal.waits(ms(20));
    }
    assert_eq!(ticked(&home), before + 6, "{}", terminal.text());
}

#[test]
fn an_enter_held_for_two_seconds_gives_one_number_and_calls_nobody() {
    for pace in [33, 92] {
        let home = TempDir::new().unwrap();
        let mut terminal = opened(&home, &[]);
        terminal.types(F2).sees("việc gì?").types("ks\r").waits(ms(500));
        for _ in 0..1_500 / pace {
            terminal.types("\r").waits(ms(pace));
        }
        terminal.sees("Nhấn giữ phím: chỉ tính một lần.").sees("Hàng chờ (1)");
        assert_eq!(shown_numbers(&home), 1);
    }
}

#[test]
fn a_terminal_that_tells_releases_is_asked_for_them_and_believed() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    assert!(terminal.said("\x1b[>31u") && terminal.said("\x1b[?u"));
    terminal.types("\x1b[?31u");
    // Held for as long as it is not let go, however slowly it repeats.
    terminal.types("\x1b[12~").sees("việc gì?");
    for _ in 0..4 {
        terminal.waits(ms(900)).types("\x1b[12;1:2~");
    }
    terminal.sees("Nhấn giữ phím").types("\x1b[12;1:3~").types("ks\r").sees("Đã cấp số A001");
    assert_eq!(shown_numbers(&home), 1);
    // Text and Enter come as sequences, too. Held, Enter does nothing more; let go and pressed at once, it does.
    terminal.types("\x1b[12~\x1b[12;1:3~").sees("việc gì?");
    terminal.types("\x1b[107;;107u").waits(ms(80)).types("\x1b[115;;115u").sees("Khai sinh").waits(ms(80));
    terminal.types("\x1b[13u").sees("Đã cấp số A002");
    for _ in 0..3 {
        terminal.waits(ms(400)).types("\x1b[13;1:2u");
    }
    terminal.sees("Nhấn giữ phím");
    assert_eq!(shown_numbers(&home), 2);
    terminal.types("\x1b[13;1:3u\x1b[13u\x1b[13;1:3u").sees("Xin mời số A 001");
    terminal.types("\x1b[113;5u").sees("Thoát motcua?").signal("-TERM");
    assert_eq!(terminal.ends(), 0);
    assert!(terminal.said("\x1b[<1u") && terminal.said("\x1b[?1036;1039r"), "given back");
    terminal.is_given_back();
}

#[test]
fn what_is_typed_ahead_is_kept_in_order_and_what_is_typed_blind_is_not_counted() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    let file = rusqlite::Connection::open(home.path().join("data").join(DATABASE)).unwrap();
    // The disk is busy for less than half a second.
    terminal.types(F2).sees("việc gì?").types("ks").sees("Khai sinh");
    file.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.types("\r").waits(ms(100)).types(F2).types("ks").waits(ms(100)).types("\r");
    file.execute_batch("ROLLBACK").unwrap();
    terminal.sees("Đã cấp số A002").sees("A001");
    // It is busy for two seconds.
    terminal.pauses();
    file.execute_batch("BEGIN IMMEDIATE").unwrap();
    for _ in 0..6 {
        terminal.types("\r").waits(ms(330));
    }
    file.execute_batch("ROLLBACK").unwrap();
    terminal.sees("Máy vừa đứng một lúc").sees("Xin mời số A 001").waits(ms(1_200));
    assert!(!terminal.text().contains("đang tiếp 0"), "{}", terminal.text());
}

/// Another program writes for long: the screen says so, and what is typed meanwhile is not done.
#[test]
fn a_locked_file_is_told_and_keys_do_not_count_meanwhile() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    terminal.types(F2).sees("việc gì?").types("ks\r").sees("Đã cấp số A001").lifts();
    let before = deeds(&home);
    let theirs = rusqlite::Connection::open(home.path().join("data").join(DATABASE)).unwrap();
    theirs.busy_timeout(ms(20_000)).unwrap();
    theirs.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.pauses().types("\r").sees("đang đợi…");
    for _ in 0..5 {
        terminal.sends(b"\r").waits(ms(200));
    }
    theirs.execute_batch("COMMIT").unwrap();
    terminal.sees("các phím nhấn lúc đó không tính").sees("Xin mời số A 001");
    terminal.sees_no_more("đang đợi…").waits(ms(800));
    assert_eq!(deeds(&home), before + 1);
    terminal.pauses().types("\r").sees("đang tiếp");
}

/// A card of which a digit is lost, scanned where a name, the search, a need and the note of the handover are typed: no file
/// of the desk has anything of it, be it data, log, print job or paper.
#[test]
fn nothing_of_a_damaged_card_is_in_any_file() {
    let card = "00109012345|123456789|ĐẶNG THỊ THỬ|01021990|Nữ|Thôn Thử Nghiệm, Xã Không Có|05062021";
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    terminal.sends(card.as_bytes()).pauses();
    terminal.types(F2).sees("việc gì?").sends(card.as_bytes()).pauses();
    terminal.types("\x1b").pauses().types("\x1b").pauses();
    terminal.types(F2).sees("việc gì?").types("ks\t").pauses().sends(card.as_bytes()).pauses();
    terminal.types("\r").sees("Đã cấp số A001").pauses();
    terminal.types("\x06").sees("Tìm lượt").sends(card.as_bytes()).pauses();
    terminal.types("\x1b").pauses().types("\x1b").pauses();
    terminal.types(F1).sees("Lọc:").types("dong ca\r").sees("Lượt còn mở: 1").types("\t").pauses();
    terminal.sends(card.as_bytes()).pauses();
    terminal.types(F10).sees("Đóng ca").types("2").sees("Nhận bàn giao ca");
    terminal.types("\x11").sees("Thoát motcua?").types("2");
    assert_eq!(terminal.ends(), 0);
    let mut looked = 0;
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            looked += 1;
            let bytes = std::fs::read(&path).unwrap();
            for part in
                ["00109012345", "123456789", "ĐẶNG THỊ THỬ", "01021990", "Thôn Thử Nghiệm", "05062021"]
            {
                let is_there = bytes.windows(part.len()).any(|at| at == part.as_bytes());
                assert!(!is_there, "«{part}» stands in {}", path.display());
            }
        }
    }
    assert!(looked >= 3, "{looked} files");
}

#[test]
fn nothing_is_done_in_a_window_that_is_too_small_to_show_it() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    terminal.resizes(15, 50).sees("50×15 quá nhỏ");
    terminal.types(F2).types("ks\r").waits(ms(300)).types("\x1b[200~ks\x1b[201~\r").waits(ms(300));
    terminal.resizes(24, 80).sees("Chưa có ai chờ.");
    assert_eq!(shown_numbers(&home), 0);
    terminal.types(F2).sees("việc gì?");
}

#[test]
fn the_shell_gets_the_screen_while_the_program_is_stopped_and_it_is_drawn_whole_again() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    terminal.signal("-TSTP");
    let stopped = |pid| state(pid).is_some_and(|state| state == 'T');
    terminal.waits(ms(100));
    for _ in 0..100 {
        if stopped(terminal.pid()) {
            break;
        }
        terminal.waits(ms(50));
    }
    assert!(stopped(terminal.pid()));
    terminal.is_given_back();
    terminal.signal("-CONT");
    terminal.sees("Chưa có ai chờ.").sees("F1 Trợ giúp").types(F2).sees("việc gì?");
    // Somebody else wrote on the screen while it was stopped without a word.
    terminal.types(ESC).sees("Chưa có ai chờ.").signal("-STOP");
    terminal.waits(ms(100)).scribbles().signal("-CONT");
    terminal.sees("Chưa có ai chờ.").sees("F1 Trợ giúp");
}

#[test]
fn a_terminal_that_goes_away_ends_the_program_whatever_becomes_of_the_signal() {
    for wrapper in [
        &[][..],
        &["/usr/bin/env", "--block-signal=HUP"][..],
        &["/usr/bin/env", "--block-signal=HUP", "/bin/sh", "-c", "\"$0\"; true"][..],
    ] {
        let home = TempDir::new().unwrap();
        let pair = native_pty_system()
            .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let mut words = wrapper.to_vec();
        words.push(env!("CARGO_BIN_EXE_motcua"));
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("MOTCUA_DATA", home.path().join("data"));
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut said = Vec::new();
        let mut bytes = [0; 4096];
        while !String::from_utf8_lossy(&said).contains("Khai báo") {
            let count = reader.read(&mut bytes).unwrap();
            said.extend_from_slice(&bytes[..count]);
        }
        #[allow(clippy::disallowed_methods, reason = "a real terminal has real time")]
        thread::sleep(ms(200));
        drop((reader, pair.master));
        #[allow(clippy::disallowed_methods, reason = "a real terminal has real time")]
        let gone = Instant::now();
        while child.try_wait().unwrap().is_none() {
            assert!(gone.elapsed() < ms(1_500), "{wrapper:?} runs on");
            #[allow(clippy::disallowed_methods, reason = "a real terminal has real time")]
            thread::sleep(ms(2));
        }
    }
}

/// How a process stands: `R`, `S`, `T` for stopped.
fn state(pid: u32) -> Option<char> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    text.rsplit_once(") ")?.1.chars().next()
}

fn count(home: &TempDir, of: &str) -> i64 {
    let file = rusqlite::Connection::open(home.path().join("data").join(DATABASE)).unwrap();
    file.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).unwrap()
}

fn deeds(home: &TempDir) -> i64 {
    count(home, "journal")
}

fn ticked(home: &TempDir) -> i64 {
    count(home, "assist_step")
}

#[test]
fn the_sign_of_filing_comes_through_whatever_letters_are_typed_with() {
    let home = TempDir::new().unwrap();
    let mut terminal = serving(&home);
    let channel = || {
        let file = rusqlite::Connection::open(home.path().join("data").join(DATABASE)).unwrap();
        file.query_row("SELECT channel FROM assist", [], |row| row.get::<_, Option<String>>(0)).unwrap()
    };
    assert_eq!(channel(), None);
    // Ctrl+T in the form that gives numbers: off, Telex, VNI.
    for (words, code) in [
        ("trực tuyến toàn trình", "online-whole"),
        ("trực tuyến một phần", "online-part"),
        ("nộp giấy", "paper"),
    ] {
        terminal.types("=").sees(&format!("· {words}")).lifts();
        assert_eq!(channel().as_deref(), Some(code));
        terminal
            .types(F2)
            .sees("việc gì?")
            .types("\x14")
            .pauses()
            .types(ESC)
            .sees_no_more("việc gì?")
            .lifts();
    }
}
