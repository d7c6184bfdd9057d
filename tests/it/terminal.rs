//! The real program in a real terminal: from the first start to a printed tally, and every way it may end.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use motcua::config::DATABASE;
use motcua::store::{Access, Store};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// How long a screen may take to show what it should, on a machine that has much else to do.
const DEADLINE: Duration = Duration::from_secs(30);

/// A key that is pressed again within this time counts as held; a test that means a second press waits for it.
const HELD: Duration = Duration::from_millis(800);

/// Between two letters of a quick finger.
const FINGER: Duration = Duration::from_millis(90);

/// A key that comes again within less than this is held.
const TAP: Duration = Duration::from_millis(200);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The program in a terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    all: Vec<u8>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// Starts the program on the home's data folder; `extra` is added to its surroundings.
    pub fn start(home: &TempDir, arguments: &[&str], extra: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(24, 80)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_motcua"));
        command.args(arguments);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("MOTCUA_DATA", home.path().join("data"));
        // An empty folder: whatever printer the machine has, the program finds none.
        command.env("PATH", home.path().join("empty"));
        command.cwd(home.path());
        for (name, value) in extra {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (say, said) = channel();
        // Ends with the program, which closes the terminal.
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if say.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            master: pair.master,
            keys,
            child,
            output: said,
            screen: vt100::Parser::new(cells(24), cells(80), 0),
            all: Vec::new(),
        }
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads what the program says for that long, or until `enough`.
    fn listen(&mut self, time: Duration, enough: impl Fn(&Self) -> bool) -> bool {
        #[allow(clippy::disallowed_methods, reason = "a real terminal has real time")]
        let end = Instant::now() + time;
        loop {
            if enough(self) {
                return true;
            }
            #[allow(clippy::disallowed_methods, reason = "a real terminal has real time")]
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.all.extend(bytes);
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return enough(self),
            }
        }
    }

    /// The screen shows this before long.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let seen = self.listen(DEADLINE, |terminal| terminal.text().contains(words));
        assert!(seen, "the terminal does not show «{words}»:\n{}", self.text());
        self
    }

    /// The screen shows this no more before long.
    #[track_caller]
    pub fn sees_no_more(&mut self, words: &str) -> &mut Self {
        let gone = self.listen(DEADLINE, |terminal| !terminal.text().contains(words));
        assert!(gone, "the terminal still shows «{words}»:\n{}", self.text());
        self
    }

    /// Gives the window another size.
    pub fn resizes(&mut self, rows: u16, columns: u16) -> &mut Self {
        self.screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(rows, columns)).unwrap();
        self
    }

    /// Types.
    pub fn types(&mut self, bytes: &str) -> &mut Self {
        if bytes.starts_with(ESC) {
            return self.sends(bytes.as_bytes());
        }
        // Letters come as fingers bring them: what comes faster is left alone as pasted.
        for (at, letter) in bytes.chars().enumerate() {
            if at > 0 {
                self.listen(FINGER, |_| false);
            }
            self.sends(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self
    }

    /// Sends bytes as they are, at once.
    pub fn sends(&mut self, bytes: &[u8]) -> &mut Self {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Lets a held key be a pressed one again.
    pub fn pauses(&mut self) -> &mut Self {
        self.waits(HELD)
    }

    /// Lets time pass.
    pub fn waits(&mut self, time: Duration) -> &mut Self {
        self.listen(time, |_| false);
        self
    }

    /// Lifts the finger, so that the same key pressed again is no held one.
    pub fn lifts(&mut self) -> &mut Self {
        self.waits(TAP)
    }

    /// Waits for the end; the exit code, and the rest of what was said.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        // The channel is closed when the terminal is, and that is when the program has ended.
        loop {
            match self.output.recv_timeout(DEADLINE) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.all.extend(bytes);
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it did not end:\n{}", self.text()),
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal, such as `-9`.
    pub fn signal(&self, signal: &str) {
        let pid = self.pid().to_string();
        assert!(std::process::Command::new("kill").args([signal, &pid]).status().unwrap().success());
    }

    /// Whether the program has sent these bytes.
    pub fn said(&self, bytes: &str) -> bool {
        self.all.windows(bytes.len()).any(|part| part == bytes.as_bytes())
    }

    /// Somebody else writes over the screen.
    pub fn scribbles(&mut self) -> &mut Self {
        self.screen.process("\x1b[2J\x1b[Hrm: không xóa được".as_bytes());
        self
    }

    /// The terminal is as it was before: its first screen, the cursor shown.
    #[track_caller]
    pub fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "still on the other screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert!(self.text().trim().is_empty(), "{}", self.text());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The key that gives a number.
pub const F2: &str = "\x1bOQ";
pub const F1: &str = "\x1bOP";
pub const F3: &str = "\x1bOR";
pub const F4: &str = "\x1bOS";
/// The key that opens the tally.
pub const F8: &str = "\x1b[19~";
/// The key that prints.
pub const F9: &str = "\x1b[20~";
pub const F10: &str = "\x1b[21~";
pub const ESC: &str = "\x1b";

/// A printer that is made up: `lp` says what a script says.
#[cfg(unix)]
pub fn printer(home: &TempDir, lp: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let folder = home.path().join("bin");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, script) in [("lp", lp), ("lpstat", "echo 'system default destination: OFFICE'")] {
        let file = folder.join(name);
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder.display().to_string()
}

#[cfg(unix)]
#[test]
fn a_printer_that_refuses_is_told_with_its_reason_and_the_paper_is_printed_once_it_is_mended() {
    let home = TempDir::new().unwrap();
    let (mended, printed) = (home.path().join("mended"), home.path().join("printed"));
    let lp = format!(
        "[ -e '{}' ] || {{ echo 'out of toner' >&2; exit 1; }}; echo page >> '{}'; echo taken",
        mended.display(),
        printed.display()
    );
    let path = printer(&home, &lp);
    let mut terminal = opened(&home, &[("PATH", &path)]);
    terminal
        .types(F8)
        .sees("BẢNG TỔNG HỢP")
        .types(F9)
        .sees("hết mực")
        .sees("Ctrl+R: xem hàng in.")
        .sees("[!] Chưa in được: 1");
    terminal.types("\x12").sees("Hàng in: giấy đã gửi").sees("Enter In lại");
    std::fs::write(&mended, "").unwrap();
    terminal.pauses().types("\r").sees("[+] Đã in: Bảng tổng hợp");
    assert_eq!(std::fs::read_to_string(&printed).unwrap(), "page\n");
    terminal
        .types(ESC)
        .sees("BẢNG TỔNG HỢP")
        .lifts()
        .types(ESC)
        .sees("Chưa có ai chờ.")
        .types("\x11")
        .sees("Thoát motcua?")
        .types("2");
    assert_eq!(terminal.ends(), 0);
    // The job and what became of it outlive the program.
    let mut again = Terminal::start(&home, &[], &[("PATH", &path)]);
    again.sees("Chưa có ai chờ.").types("\x12").sees("[+] Đã in: Bảng tổng hợp");
}

#[cfg(unix)]
#[test]
fn the_printers_of_a_pc_are_kept_and_used_and_a_wrong_one_is_told() {
    let home = TempDir::new().unwrap();
    let path = printer(&home, "echo taken");
    let mut terminal = opened(&home, &[("PATH", &path)]);
    let folder = format!("folder:{}", home.path().join("out").display());
    std::fs::create_dir(home.path().join("out")).unwrap();
    by_list(&mut terminal, "may in cua")
        .sees("Máy in của máy này")
        .types(&folder)
        .types(F10)
        .sees("Đã lưu máy in");
    terminal.types(F8).sees("BẢNG TỔNG HỢP").types(F9).sees("Đã in xong");
    assert_eq!(std::fs::read_dir(home.path().join("out")).unwrap().count(), 1);
    let config = home.path().join("data").join("config.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    assert!(text.contains(&folder), "{text}");
    terminal.types("\x11").sees("Thoát motcua?").types("2");
    assert_eq!(terminal.ends(), 0);
    std::fs::write(&config, text.replace("folder:", "folders:")).unwrap();
    let mut again = Terminal::start(&home, &[], &[("PATH", &path)]);
    again.sees("Tạm dùng máy in mặc định").sees("folders:");
}

/// A folder that is set up, with a shift open: through the first start's form.
pub fn opened(home: &TempDir, extra: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::start(home, &[], extra);
    terminal.sees("Khai báo lần đầu").types("vinh bao").sees("Xã Vĩnh Bảo, Thành phố Hải Phòng");
    for next in [
        "> Tên trung tâm: Trung tâm Phục vụ hành chính công xã Vĩnh Bảo",
        "> Tên đội",
        "> Tình nguyện viên",
        "> Số của quầy",
        "Mở ca",
    ] {
        terminal.types("\r").sees(next).lifts();
    }
    terminal.pauses().types("\r").sees("Chưa có ai chờ.");
    terminal
}

/// Runs what the list of F1 has for a few letters.
fn by_list<'a>(terminal: &'a mut Terminal, letters: &str) -> &'a mut Terminal {
    terminal.types(F1).sees("Lọc:").types(letters).types("\r")
}

#[test]
fn a_day_from_the_first_start_to_a_printed_tally() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    terminal.types(F2).sees("Cần làm việc gì?").types("ks\r").sees("Đã cấp số A001");
    terminal.types(F2).sees("Cần làm việc gì?").types("vneid\r").sees("Đã cấp số K001");
    terminal.types(F3).sees("Xin mời số A 001 đến quầy số 1").types("\r").sees("đang tiếp 0:0");
    terminal.types(" ").sees("(1/").types(F4).sees("Đã kết thúc A001: 1 việc");
    terminal.types(F8).sees("BẢNG TỔNG HỢP").types(F9).sees("đã lưu tệp").types(ESC).sees("Hàng chờ (1)");
    let papers: Vec<PathBuf> = std::fs::read_dir(home.path().join("data").join("papers"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(papers.len(), 1);
    assert!(std::fs::read(&papers[0]).unwrap().starts_with(b"%PDF"));
    by_list(&mut terminal, "dong ca")
        .sees("Lượt còn mở: 1")
        .types(F10)
        .sees("Đóng ca")
        .types("2")
        // What was left is said back as real keys arrive.
        .sees("Nhận bàn giao ca")
        .types("1")
        .sees("< gọi >")
        .types(ESC)
        .sees("Mở ca");
    terminal.types("\x11").sees("Thoát motcua?").types("2");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    let report =
        Store::open(&home.path().join("data").join(DATABASE), Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:#?}", report.findings);
}

#[test]
fn the_terminal_is_given_back_when_the_system_asks_the_program_to_end() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let home = TempDir::new().unwrap();
        let mut terminal = Terminal::start(&home, &[], &[]);
        terminal.sees("Khai báo lần đầu").signal(signal);
        assert_eq!(terminal.ends(), 0, "{signal}");
        terminal.is_given_back();
    }
}

#[test]
fn every_number_that_was_shown_comes_back_after_kill_9() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    let mut shown = 0;
    // Four of a kind within half a minute would be asked about.
    let needs = ["khai tu\r", "ket hon\r", "tinh trang hon nhan\r", "cai chinh\r"];
    for number in 1..=12 {
        let need = needs[number % needs.len()];
        terminal.types(F2).sees("Cần làm việc gì?").types(need).sees(&format!("Đã cấp số A{number:03}"));
        shown = i64::try_from(number).unwrap();
        if number == 3 {
            terminal.types(F3).sees("Xin mời số A 001").types("\r").sees("đang tiếp").types(" ").sees("(1/");
        }
    }
    // In the middle of the next one.
    terminal.types(F2).types("ks\r").signal("-9");
    terminal.ends();
    let mut again = Terminal::start(&home, &[], &[]);
    again.sees("A001").sees("(1/");
    again.types("\t");
    let all = shown_numbers(&home);
    assert!((shown..=shown + 1).contains(&all), "{all}");
    let report =
        Store::open(&home.path().join("data").join(DATABASE), Access::ReadOnly).unwrap().check().unwrap();
    assert!(report.is_sound(), "{:#?}", report.findings);
    again.types(F2).sees("Cần làm việc gì?").types("ks\r").sees(&format!("Đã cấp số A{:03}", all + 1));
}

pub fn shown_numbers(home: &TempDir) -> i64 {
    let file = rusqlite::Connection::open(home.path().join("data").join(DATABASE)).unwrap();
    file.query_row("SELECT count(*) FROM visit", [], |row| row.get(0)).unwrap()
}

#[test]
fn the_screen_follows_the_window() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[]);
    for (rows, columns, words) in
        [(19, 59, "59×19 quá nhỏ"), (40, 120, "Chưa có ai chờ."), (24, 80, "F1 Trợ giúp")]
    {
        terminal.resizes(rows, columns).sees(words);
    }
}

#[test]
fn no_color_gives_no_colours() {
    let home = TempDir::new().unwrap();
    let mut terminal = opened(&home, &[("NO_COLOR", "1")]);
    terminal
        .types(F2)
        .sees("Cần làm việc gì?")
        .types("ks\r")
        .sees("Đã cấp số A001")
        .types(F3)
        .sees("Xin mời");
    terminal.types("\x11").sees("Thoát motcua?").types("2");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(colours(&terminal.all), Vec::<String>::new());
    // The same without it is coloured, or this test would prove nothing.
    let home = TempDir::new().unwrap();
    let mut terminal = Terminal::start(&home, &[], &[]);
    terminal.sees("Khai báo lần đầu");
    assert!(!colours(&terminal.all).is_empty());
}

/// The SGR sequences that set a colour.
fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences
        .filter(|codes| {
            codes
                .split(';')
                .any(|code| matches!(code.parse::<u8>(), Ok(30..=38 | 40..=48 | 90..=97 | 100..=107)))
        })
        .collect()
}

#[test]
fn two_consoles_in_two_terminals_see_each_other_within_a_second() {
    let home = TempDir::new().unwrap();
    let mut one = opened(&home, &[]);
    let mut two = Terminal::start(&home, &["--station", "2", "--lang", "en"], &[]);
    two.sees("Nobody is waiting.").sees("Station 2");
    one.types(F2).sees("Cần làm việc gì?").types("ks\r").sees("Đã cấp số A001");
    two.sees("A001").types(F3).sees("Number A 001 to station 2, please");
    one.sees("q2");
}
